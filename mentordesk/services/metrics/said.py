"""What the sides of a scope's pairs have said: newest recommendations, fit, own questions; and their goals."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, literal, select, union_all
from sqlalchemy.orm import Session

from mentordesk.data.records import CheckIn, CheckInAnswer, ClosingSurvey, Goal
from mentordesk.data.tables import Pair
from mentordesk.domain.attention_fit import FitAnswer
from mentordesk.domain.goals import attainment
from mentordesk.domain.metrics.answers import FITS
from mentordesk.domain.metrics.facts import GoalFact, Said
from mentordesk.domain.scope import Scope
from mentordesk.domain.standing import Side
from mentordesk.services.pairs.pair_counts import fetched
from mentordesk.services.scoping import within


@dataclass(frozen=True, slots=True)
class Answers:
    recommends: tuple[Said, ...]
    fits: tuple[Said, ...]
    again: tuple[Said, ...]
    own: tuple[Said, ...]
    asked: frozenset[tuple[int, Side]]


def of_scope(session: Session, scope: Scope, fits: Iterable[FitAnswer]) -> Answers:
    """The newest answers of each side of the pairs of a scope, `fits` read already."""
    return Answers(
        recommends=_recommends(session, scope),
        fits=tuple(Said(it.pair.id, it.side, "fit", FITS.index(it.fit)) for it in fits),
        again=_again(session, scope),
        own=_own(session, scope),
        asked=_asked(session, scope),
    )


def _recommends(session: Session, scope: Scope) -> tuple[Said, ...]:
    """In check-ins and closing surveys; of one day the survey counts as the later."""
    survey, check_in = ClosingSurvey, CheckIn
    both = union_all(
        _recommend(check_in, 0, scope),
        _recommend(survey, 1, scope),
    ).subquery()
    order = (both.c.day.desc(), both.c.survey.desc(), both.c.id.desc())
    place = func.row_number().over(partition_by=(both.c.pair_id, both.c.side), order_by=order).label("place")
    numbered = select(both.c.pair_id, both.c.side, both.c.recommend, place).subquery()
    newest = select(numbered.c.pair_id, numbered.c.side, numbered.c.recommend).where(numbered.c.place == 1)
    return tuple(Said(pair_id, side, "recommend", answer) for pair_id, side, answer in fetched(session, newest))


def _recommend(table: Any, survey: int, scope: Scope) -> Any:
    query = select(table.id, table.pair_id, table.side, table.day, table.recommend, literal(survey).label("survey"))
    joined = query.join(Pair, Pair.id == table.pair_id)
    return joined.where(table.recommend.is_not(None), within(Pair.cohort_id, scope))


def _again(session: Session, scope: Scope) -> tuple[Said, ...]:
    """Whether a side would match again: asked at the close, or when a pair ends early."""
    query = select(Pair.id, Pair.left_again, Pair.right_again).where(within(Pair.cohort_id, scope))
    return tuple(
        Said(pair_id, side, "again", int(again))
        for pair_id, *both in fetched(session, query)
        for side, again in zip(Side, both, strict=True)
        if again is not None
    )


def _own(session: Session, scope: Scope) -> tuple[Said, ...]:
    """The newest answer of each side to each question a program has added."""
    order = (CheckIn.day.desc(), CheckIn.id.desc())
    parts = (CheckIn.pair_id, CheckIn.side, CheckInAnswer.question)
    place = func.row_number().over(partition_by=parts, order_by=order).label("place")
    numbered = (
        select(CheckIn.pair_id, CheckIn.side, CheckInAnswer.question, CheckInAnswer.answer, place)
        .join(CheckIn, CheckIn.id == CheckInAnswer.check_in_id)
        .join(Pair, Pair.id == CheckIn.pair_id)
        .where(within(Pair.cohort_id, scope))
        .subquery()
    )
    columns = numbered.c
    newest = select(columns.pair_id, columns.side, columns.question, columns.answer).where(columns.place == 1)
    return tuple(Said(*found) for found in fetched(session, newest.order_by(func.lower(columns.question))))


def _asked(session: Session, scope: Scope) -> frozenset[tuple[int, Side]]:
    query = select(CheckIn.pair_id, CheckIn.side).join(Pair, Pair.id == CheckIn.pair_id)
    found = fetched(session, query.where(within(Pair.cohort_id, scope)).distinct())
    return frozenset((pair_id, side) for pair_id, side in found)


def goals(session: Session, scope: Scope) -> Sequence[GoalFact]:
    """The goals of the scope's pairs."""
    query = select(Goal.pair_id, Goal.progress, Goal.done_on, Goal.due_on, Goal.start_rating, Goal.end_rating)
    joined = query.join(Pair, Pair.id == Goal.pair_id).where(within(Pair.cohort_id, scope))
    return tuple(
        GoalFact(pair_id, progress, done_on is not None, due_on, attainment(start, end))
        for pair_id, progress, done_on, due_on, start, end in fetched(session, joined)
    )
