"""What Today shows around its items: the counts of its title line, and whose face stands before each item."""

from collections.abc import Mapping, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mentordesk.data.tables import Pair, Person, Program
from mentordesk.domain.attention import AttentionItem, AttentionKind
from mentordesk.domain.scope import EVERYTHING, Scope
from mentordesk.domain.today import Face, TodayFacts
from mentordesk.services.pairs.pair_counts import chosen
from mentordesk.services.today import occasions

_OF_PAIRS = frozenset(
    {AttentionKind.NO_CONTACT, AttentionKind.LOW_ANSWER, AttentionKind.ONE_SIDED, AttentionKind.PAUSE_OVER}
    | {AttentionKind.NOT_A_FIT, AttentionKind.FIT_AGAIN}
)
_OF_PEOPLE = frozenset(
    {AttentionKind.UNMATCHED, AttentionKind.CAREER_CHANGE, AttentionKind.INTRODUCTION, AttentionKind.GOOD_NEWS}
)


def facts(session: Session, scope: Scope = EVERYTHING) -> TodayFacts:
    """The counts for the title line, and whether there is anything to look after at all."""
    in_use = select(func.count()).select_from(Program).where(Program.in_use)
    program = session.scalar(select(Program.name).where(Program.id == scope.program_id)) if scope.program_id else ""
    return TodayFacts(
        program=program or "",
        programs=session.scalar(in_use) or 0,
        matching=len({person.cohort_id for person in occasions.unmatched(session, scope)}),
        people=session.scalar(select(func.count()).select_from(Person)) or 0,
        pairs=session.scalar(select(func.count()).select_from(Pair)) or 0,
    )


def faces(session: Session, items: Sequence[AttentionItem]) -> dict[str, tuple[Face, ...]]:
    """By key of the item: the two of its pair, left first, or its one person. Items about several have none."""
    pair_ids = {pair_id for item in items if _is_of_one(item) for pair_id in item.pair_ids}
    columns = select(Pair.id, Pair.left_id, Pair.right_id)
    pairs = {row.id: (row.left_id, row.right_id) for row in session.execute(columns.where(chosen(Pair.id, pair_ids)))}
    ids = {person_id for item in items if _is_of_one(item) for person_id in item.person_ids}
    ids |= {person_id for pair in pairs.values() for person_id in pair}
    people = select(Person.id, Person.name).where(chosen(Person.id, ids))
    names = {row.id: row.name for row in session.execute(people)}
    return {item.key: _faces(item, pairs, names) for item in items if _is_of_one(item)}


def _is_of_one(item: AttentionItem) -> bool:
    one_person = item.kind in _OF_PEOPLE and len(item.person_ids) == 1
    return one_person or (len(item.pair_ids) == 1 and (item.kind in _OF_PAIRS or item.kind is AttentionKind.GOOD_NEWS))


def _faces(item: AttentionItem, pairs: Mapping[int, tuple[int, int]], names: Mapping[int, str]) -> tuple[Face, ...]:
    of_person = item.kind in _OF_PEOPLE and len(item.person_ids) == 1
    sides = [pairs[pair_id] for pair_id in item.pair_ids if pair_id in pairs]
    if not of_person:
        left, right = sides[0]
        return (Face(names[left], "left"), Face(names[right], "right"))
    person = item.person_ids[0]
    side = ("left" if sides[0][0] == person else "right") if sides else "neutral"
    return (Face(names[person], side),)
