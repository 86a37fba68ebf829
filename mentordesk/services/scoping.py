"""Which rows a scope takes in, as a condition over the column with a cohort's id. Knows no page."""

from typing import Any

from sqlalchemy import ColumnElement, select, true

from mentordesk.data.tables import Cohort
from mentordesk.domain.scope import Period, Scope


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


def _bool(condition: Any) -> ColumnElement[bool]:
    found: ColumnElement[bool] = condition
    return found
