"""Reads introductions: of a person, the open requests of a scope, and what pairs tell of who brought them together."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session, aliased

from mentordesk.data.records import Introduction
from mentordesk.data.tables import Pair, Person
from mentordesk.domain.errors import NotFoundError
from mentordesk.domain.introductions import IntroductionRow, RequestStatus
from mentordesk.domain.pairs import ALIVE
from mentordesk.domain.people import first_name
from mentordesk.domain.scope import EVERYTHING, Scope
from mentordesk.domain.standing import PairStatus
from mentordesk.services.pairs.pair_counts import chosen
from mentordesk.services.person_scope import taking_part


def of_person(session: Session, person_id: int) -> tuple[IntroductionRow, ...]:
    """Everything the person asked for, was asked for or brought about, the newest first; pairs whose introduction is
    noted nowhere else are among it, without an id."""
    mine = or_(*(column == person_id for column in (Introduction.person_id, Introduction.other_id)))
    found = _rows(session, mine | (Introduction.through_id == person_id))
    in_pair = or_(*(column == person_id for column in (Pair.left_id, Pair.right_id, Pair.introduced_by_id)))
    told = {(frozenset((row.person_id, row.other_id)), row.through_id) for row in found}
    pairs = [row for row in _of_pairs(session, in_pair) if _key(row) not in told]
    return tuple(sorted([*found, *pairs], key=lambda row: (row.made_on or row.asked_on or date.min, row.id or 0)))[::-1]


def _key(row: IntroductionRow) -> tuple[frozenset[int], int | None]:
    return frozenset((row.person_id, row.other_id)), row.through_id


def open_requests(session: Session, scope: Scope = EVERYTHING) -> tuple[IntroductionRow, ...]:
    """What has been asked for and neither made nor declined, the oldest first; in a scope of those who take part in it
    and would like to meet or be met."""
    found = _rows(session, Introduction.status == RequestStatus.OPEN)
    if scope != EVERYTHING and found:
        here = taking_part(session, scope)
        found = [row for row in found if row.person_id in here or row.other_id in here]
    return tuple(sorted(found, key=lambda row: (row.asked_on or date.min, row.id or 0)))


def row(session: Session, introduction_id: int) -> IntroductionRow:
    """One introduction. Raises NotFoundError."""
    found = _rows(session, Introduction.id == introduction_id)
    if not found:
        raise NotFoundError("This introduction is not in the desk any more.", advice="It may have been undone.")
    return found[0]


def pair_of(session: Session, first_id: int, second_id: int) -> str:
    """The notice where two people are or were a pair already, "" where they never were."""
    two = (first_id, second_id)
    query = select(Pair.status, Pair.started_on).where(Pair.left_id.in_(two), Pair.right_id.in_(two))
    found = session.execute(query.order_by(Pair.started_on.desc())).all() if first_id != second_id else []
    if not found:
        return ""
    names = _names(session, two)
    who = " and ".join(first_name(names[each]) for each in two)
    status, started_on = next((each for each in found if each[0] in ALIVE), found[0])
    if status is PairStatus.PROPOSED:
        return f"{who} are proposed as a pair."
    if status in ALIVE:
        return f"{who} are a pair already{f' since {started_on.year}' if started_on else ''}."
    return f"{who} have been a pair before{f', from {started_on.year}' if started_on else ''}."


def _names(session: Session, ids: Iterable[int]) -> dict[int, str]:
    found = session.execute(select(Person.id, Person.name).where(chosen(Person.id, set(ids))))
    return {id_: name for id_, name in found}  # noqa: C416 - rows are no pairs to a type checker


def _rows(session: Session, condition: ColumnElement[bool]) -> list[IntroductionRow]:
    one, other, through = aliased(Person), aliased(Person), aliased(Person)
    own = Introduction
    query = (
        select(
            *(own.id, own.person_id, one.name.label("person"), own.other_id, other.name.label("other")),
            *(own.through_id, through.name.label("through"), own.pair_id, own.status, own.asked_on, own.made_on),
            own.note,
        )
        .join(one, one.id == own.person_id)
        .join(other, other.id == own.other_id)
        .outerjoin(through, through.id == own.through_id)
        .where(condition)
        .order_by(own.id)
    )
    return [_row(found) for found in session.execute(query)]


def _row(found: Any) -> IntroductionRow:
    return IntroductionRow(**{**found._mapping, "through": found.through or ""})


def _of_pairs(session: Session, condition: ColumnElement[bool]) -> Iterable[IntroductionRow]:
    """Pairs that say who brought them together. The pair began after that: its start is no day of the introduction."""
    pairs = select(Pair.id, Pair.left_id, Pair.right_id, Pair.introduced_by_id, Pair.started_on)
    found = session.execute(pairs.where(condition, Pair.introduced_by_id.is_not(None)).order_by(Pair.id)).all()
    names = _names(session, {each for pair in found for each in (pair.left_id, pair.right_id, pair.introduced_by_id)})
    for pair in found:
        who = (pair.left_id, names[pair.left_id], pair.right_id, names[pair.right_id])
        through = (pair.introduced_by_id, names[pair.introduced_by_id])
        yield IntroductionRow(None, *who, *through, pair.id, RequestStatus.MADE, None, pair.started_on)
