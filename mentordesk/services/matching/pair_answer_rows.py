"""Proposed and declined pairs with what each side said, how long one waits, and their fit. Changes nothing."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.orm import Session, aliased

from mentordesk.data.history_tables import Change, Step
from mentordesk.data.records import MatchChoice, MatchDraft, PairAnswer
from mentordesk.data.tables import Cohort, Enrollment, Pair, Person
from mentordesk.domain.cohorts import EnrollmentStatus, Role
from mentordesk.domain.errors import NotFoundError
from mentordesk.domain.pair_answers import RECENT_DAYS, AnswerRow, SideAnswer
from mentordesk.domain.pairs import EndReason
from mentordesk.domain.people import PersonStatus
from mentordesk.domain.standing import PairStatus, Side
from mentordesk.services.desk import today
from mentordesk.services.pairs.pair_counts import chosen
from mentordesk.services.places import Places, Seat, places


def rows(session: Session, cohort_id: int) -> list[AnswerRow]:
    """The proposed pairs of a cohort by name, then those declined in the last four weeks of whom somebody still has no
    pair."""
    since = today(session) - timedelta(days=RECENT_DAYS)
    lately = (Pair.status == PairStatus.ENDED) & (Pair.end_reason == EndReason.DECLINED) & (Pair.ended_on >= since)
    wanted = (Pair.cohort_id == cohort_id) & or_(Pair.status == PairStatus.PROPOSED, lately)
    found = [row for row in _rows(session, wanted) if row.proposed or row.waiting]
    return sorted(found, key=lambda row: (not row.proposed, row.name.casefold(), row.id))


def of_pair(session: Session, pair_id: int) -> AnswerRow | None:
    """A proposed or declined pair with its answers; None for a pair that has begun. Raises NotFoundError."""
    found = _rows(session, Pair.id == pair_id)
    if not found:
        raise NotFoundError("This pair is not in the desk any more.")
    return found[0] if found[0].proposed or found[0].declined else None


def waiting(session: Session) -> list[AnswerRow]:
    """Every proposed pair of the desk, by name: to choose one whose answer is recorded."""
    found = _rows(session, Pair.status == PairStatus.PROPOSED)
    return sorted(found, key=lambda row: (row.name.casefold(), row.id))


def of_pairs(session: Session, ids: Collection[int]) -> list[AnswerRow]:
    """These pairs, whatever their status, in order of their ids."""
    return sorted(_rows(session, chosen(Pair.id, ids)), key=lambda row: row.id)


def count(session: Session, cohort_id: int) -> int:
    """How many proposed pairs a cohort has."""
    query = select(Pair.id).where(Pair.cohort_id == cohort_id, Pair.status == PairStatus.PROPOSED)
    return len(session.scalars(query).all())


def page(session: Session, cohort_id: int) -> tuple[list[AnswerRow], bool]:
    """The rows of a cohort, and whether a pair of it has begun: then there is somewhere to go where no row is left."""
    begun = (Pair.cohort_id == cohort_id, Pair.status != PairStatus.PROPOSED, Pair.started_on.is_not(None))
    return rows(session, cohort_id), session.scalar(select(Pair.id).where(*begun).limit(1)) is not None


def _rows(session: Session, condition: ColumnElement[bool]) -> list[AnswerRow]:
    found = session.execute(_query().where(condition)).all()
    ids = [pair.id for pair in found]
    answers, fits, made = _answers(session, ids), _fits(session, found), _proposed_on(session, ids)
    free = _free(session, {pair.cohort_id for pair in found if pair.status is PairStatus.ENDED})
    on = today(session)
    return [_row(pair, answers, fits.get(_key(pair)), made.get(pair.id), free, on) for pair in found]


def _query() -> Select[*tuple[Any, ...]]:
    left, right = aliased(Person), aliased(Person)
    return (
        select(
            *(Pair.id, Pair.cohort_id, Pair.left_id, Pair.right_id, left.name.label("left"), right.name.label("right")),
            *(left.title.label("left_title"), right.title.label("right_title"), Pair.format, Pair.status),
            *(Pair.end_reason, Pair.circle),
        )
        .join(left, left.id == Pair.left_id)
        .join(right, right.id == Pair.right_id)
    )


def _row(
    pair: Any,
    answers: dict[tuple[int, Side], SideAnswer],
    fit: int | None,
    proposed_on: date | None,
    free: Collection[tuple[int, int]],
    on: date,
) -> AnswerRow:
    left, right = answers.get((pair.id, Side.LEFT)), answers.get((pair.id, Side.RIGHT))
    waits = pair.status is PairStatus.PROPOSED and None in (left, right)
    said_on = [answer.on for answer in (left, right) if answer]
    since = proposed_on or min(said_on, default=None)
    people = (pair.right_id, pair.left_id)
    return AnswerRow(
        id=pair.id,
        cohort_id=pair.cohort_id,
        left_id=pair.left_id,
        right_id=pair.right_id,
        left=pair.left,
        right=pair.right,
        left_title=pair.left_title,
        right_title=pair.right_title,
        format=pair.format,
        status=pair.status,
        end_reason=pair.end_reason,
        fit=fit,
        circle=pair.circle,
        left_answer=left,
        right_answer=right,
        proposed_on=proposed_on,
        days=(on - since).days if waits and since else None,
        waiting=tuple(person for person in people if (pair.cohort_id, person) in free),
    )


def _answers(session: Session, ids: Sequence[int]) -> dict[tuple[int, Side], SideAnswer]:
    query = select(PairAnswer).where(chosen(PairAnswer.pair_id, ids))
    return {(it.pair_id, it.side): SideAnswer(it.accepted, it.day, it.note) for it in session.scalars(query)}


def _key(pair: Any) -> tuple[int, int, int]:
    return pair.cohort_id, min(pair.left_id, pair.right_id), max(pair.left_id, pair.right_id)


def _fits(session: Session, found: Iterable[Any]) -> dict[tuple[int, int, int], int]:
    """The fit of two people in the newest draft of their cohort that has them."""
    cohorts = {pair.cohort_id for pair in found if pair.cohort_id is not None}
    choice = MatchChoice
    query = (
        select(MatchDraft.cohort_id, choice.left_id, choice.right_id, choice.fit)
        .join(MatchDraft, MatchDraft.id == choice.draft_id)
        .where(MatchDraft.cohort_id.in_(cohorts), choice.fit.is_not(None), choice.state != "forbidden")
        .order_by(MatchDraft.made_at, MatchDraft.id)
    )
    rows_of = session.execute(query).all() if cohorts else []
    return {(row.cohort_id, min(row.left_id, row.right_id), max(row.left_id, row.right_id)): row.fit for row in rows_of}


def _proposed_on(session: Session, ids: Sequence[int]) -> dict[int, date]:
    """When pairs were made, as far as history tells."""
    made = (Change.table_name == Pair.__tablename__) & Change.before.is_(None)
    query = select(Change.row_id, Step.at).join(Step, Step.id == Change.step_id)
    found = session.execute(query.where(made, chosen(Change.row_id, ids), ~Step.undone).order_by(Step.id))
    return {pair_id: at.astimezone().date() for pair_id, at in found}


def _free(session: Session, cohorts: Collection[int | None]) -> set[tuple[int, int]]:
    """(cohort, person) of everybody accepted and still here who has no pair there, and of mentors none at all."""
    known = [cohort_id for cohort_id in cohorts if cohort_id is not None]
    if not known:
        return set()
    taken = places(session, Cohort.id.in_(known))
    query = (
        select(Enrollment.cohort_id, Enrollment.person_id, Enrollment.role)
        .join(Person, Person.id == Enrollment.person_id)
        .where(Enrollment.cohort_id.in_(known), Enrollment.status == EnrollmentStatus.ACCEPTED)
        .where(Person.status != PersonStatus.LEFT, Enrollment.capacity > 0)
    )
    seats: list[Seat] = [(row.cohort_id, row.person_id, row.role) for row in session.execute(query)]
    return {seat[:2] for seat in seats if not _has_pair(taken, seat)}


def _has_pair(taken: Places, seat: Seat) -> bool:
    return bool(taken.used[seat]) if seat[2] is Role.MENTOR else seat in taken.settled
