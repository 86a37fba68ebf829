"""Where a cohort stands, as conditions of SQL: the same rule as `domain.cohorts.phase`, for counting many."""

from datetime import date

from sqlalchemy import ColumnElement, or_

from mentordesk.data.tables import Cohort


def not_over(on: date) -> ColumnElement[bool]:
    """Running or in preparation."""
    return or_(Cohort.closed_on.is_(None), Cohort.closed_on > on) & (Cohort.ends_on >= on)


def running(on: date) -> ColumnElement[bool]:
    return not_over(on) & (Cohort.starts_on <= on)
