"""What a pair decides when a career turns: reads the question, carries out the answer as one step."""

from collections.abc import Callable
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from mentordesk.data.tables import CareerMilestone, Cohort, Pair, Person, Program
from mentordesk.domain.attention import AttentionItem, hide_until
from mentordesk.domain.attention_ties import pause_key
from mentordesk.domain.career_choices import AskedPair, CareerAsk, CareerChoice, CareerDecision
from mentordesk.domain.errors import FieldError, NotFoundError
from mentordesk.domain.programs import Format
from mentordesk.domain.standing import Side
from mentordesk.services.desk import name_step, today
from mentordesk.services.pairs import attention_marks, pair_listing, pairs
from mentordesk.services.pairs.pair_counts import chosen
from mentordesk.services.pairs.pair_facts import DEFAULT_RHYTHM_DAYS


def ask(session: Session, item: AttentionItem) -> CareerAsk:
    """The question of an item about a career. Raises NotFoundError where the milestone is gone."""
    number = item.key.removeprefix("career:")
    turn = session.get(CareerMilestone, int(number)) if number.isdigit() else None
    if turn is None:
        raise NotFoundError("This career milestone is not in the desk any more.")
    person = session.get_one(Person, turn.person_id)
    return CareerAsk(person.id, person.name, turn.kind, turn.day, _pairs(session, item.pair_ids, person.id))


def _pairs(session: Session, ids: tuple[int, ...], person_id: int) -> tuple[AskedPair, ...]:
    left, right = aliased(Person), aliased(Person)
    query = (
        select(Pair, left.name, right.name, func.coalesce(Program.rhythm_days, DEFAULT_RHYTHM_DAYS))
        .join(left, left.id == Pair.left_id)
        .join(right, right.id == Pair.right_id)
        .outerjoin(Cohort, Cohort.id == Pair.cohort_id)
        .outerjoin(Program, Program.id == Cohort.program_id)
        .where(chosen(Pair.id, ids))
        .order_by(Pair.id)
    )
    found = session.execute(query)
    return tuple(_pair(session, pair, f"{one} & {other}", days, person_id) for pair, one, other, days in found)


def _pair(session: Session, pair: Pair, name: str, rhythm_days: int, person_id: int) -> AskedPair:
    other = pair.right_id if pair.left_id == person_id else pair.left_id
    mentee_id = other if pair.format is Format.PEER else pair.right_id
    own = pair.rhythm_days
    cohort_id = _cohort_with_a_place(session, pair, mentee_id)
    return AskedPair(pair.id, name, pair.status, own or rhythm_days, own is not None, mentee_id, cohort_id)


def _cohort_with_a_place(session: Session, pair: Pair, mentee_id: int) -> int | None:
    """The pair's cohort if the mentee has a place for one more mentor there."""
    if pair.cohort_id is None:
        return None
    free = pair_listing.candidates(session, pair.cohort_id, pair.format, Side.RIGHT)
    return pair.cohort_id if any(person.id == mentee_id for person in free) else None


def decide(session: Session, decision: CareerDecision) -> None:
    """Carry out what pairs have decided, and handle the item with it. Raises FieldError at until or rhythm_days.

    A second mentor is found elsewhere: here only the item is handled.
    """
    name_step(session, "Note what a pair has decided")
    ids, choice = list(decision.pair_ids), decision.choice
    if choice is CareerChoice.PAUSE:
        _pause(session, ids, decision.until)
    elif choice is CareerChoice.LIGHTER:
        _lighten(session, ids, decision.rhythm_days)
    elif choice is CareerChoice.USUAL:
        for pair_id in ids:
            pairs.set_rhythm(session, pair_id, None)
    elif choice in _CHANGES:
        _CHANGES[choice](session, ids)
    if decision.item_key:
        attention_marks.put(session, decision.item_key, hide_until(today(session)), handled=True)


_CHANGES: dict[CareerChoice, Callable[[Session, list[int]], None]] = {
    CareerChoice.RESUME: pairs.resume,
    CareerChoice.ENDURE: pairs.endure,
    CareerChoice.COMPLETE: pairs.complete,
}


def _pause(session: Session, ids: list[int], until: date | None) -> None:
    if until is not None and until <= today(session):
        raise FieldError("until", "Choose a day to come.")
    pairs.pause(session, ids)
    if until is not None:
        for pair_id in ids:
            attention_marks.put(session, pause_key(pair_id), until, handled=False)


def _lighten(session: Session, ids: list[int], days: int | None) -> None:
    if days is None:
        raise FieldError("rhythm_days", "Choose a rhythm.")
    for pair_id in ids:
        pairs.set_rhythm(session, pair_id, days)
