"""Which rows a scope takes in, as a condition over the column with a cohort's id. Knows no page."""

from typing import Any

from sqlalchemy import ColumnElement, select, true

from mentordesk.data.tables import Cohort, Pair
from mentordesk.domain.scope import Period, Scope
from mentordesk.domain.standing import PairStatus

CHUNK = 1_000
"""So many rows of a long list are fetched at once where they are passed on and not kept."""


def within(cohort_id: Any, scope: Scope) -> ColumnElement[bool]:
    """The rows of the scope's cohort, or of its program's cohorts, or all."""
    if scope.cohort_id is not None:
        return _bool(cohort_id == scope.cohort_id)
    if scope.program_id is not None:
        return _bool(cohort_id.in_(select(Cohort.id).where(Cohort.program_id == scope.program_id)))
    return true()


def during(day: Any, period: Period) -> ColumnElement[bool]:
    """The rows whose day is in the period, both ends included."""
    condition: ColumnElement[bool] = true()
    if period.first is not None:
        condition = condition & _bool(day >= period.first)
    if period.last is not None:
        condition = condition & _bool(day <= period.last)
    return condition


def begun() -> ColumnElement[bool]:
    """The pairs that two people have been: not the proposed ones, nor those that ended before they started. The same
    rule as `domain.pairs.has_begun`."""
    return _bool(Pair.status != PairStatus.PROPOSED) & ~never_begun()


def never_begun() -> ColumnElement[bool]:
    """Proposals that were declined or taken back."""
    return _bool(Pair.status == PairStatus.ENDED) & Pair.started_on.is_(None)


def _bool(condition: Any) -> ColumnElement[bool]:
    found: ColumnElement[bool] = condition
    return found
