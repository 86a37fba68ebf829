"""What the Cohorts page reads: the list of cohorts, and everything about the chosen one. Touches no widget."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from mentordesk.domain.agreements import AgreementRow
from mentordesk.domain.check_ins import LatestCheckIn
from mentordesk.domain.closing import NamedInScope
from mentordesk.domain.cohorts import CohortRow, EnrollmentRow
from mentordesk.domain.contacts import ContactMonthRow, ContactRow
from mentordesk.domain.dates import add_months
from mentordesk.domain.figures import Figures
from mentordesk.domain.milestones import MilestoneRow, PlanStripRow
from mentordesk.domain.pair_listing import ListedPair
from mentordesk.domain.programs import ProgramForm, StepRow
from mentordesk.domain.scope import Period, Scope
from mentordesk.domain.standing import PairStatus

MAPPED = (PairStatus.ACTIVE, PairStatus.PAUSED, PairStatus.COMPLETED, PairStatus.ENDURING)
"""Pairs in the heat map: those that go on and those that have reached the end."""
MOST_MONTHS = 12


@dataclass(frozen=True, slots=True)
class CohortSheet:
    """One cohort as its tabs show it."""

    row: CohortRow
    program: ProgramForm
    figures: Figures
    pairs: list[ListedPair]
    enrollments: list[EnrollmentRow]
    milestones: list[MilestoneRow]
    plan: list[StepRow]
    strip: list[PlanStripRow]
    months: list[ContactMonthRow]
    agreements: list[AgreementRow]
    check_in: LatestCheckIn
    named: NamedInScope
    drafts: int = 0
    """Drafts of its pairs in Matching."""


@dataclass(frozen=True, slots=True)
class CohortRows:
    """The list, and the sheet of the cohort that is shown; None where there is no cohort."""

    cohorts: list[CohortRow]
    programs: int
    sheet: CohortSheet | None


def read(session: Any, scope: Scope, cohort_id: int | None) -> CohortRows:
    """The cohorts of a scope and the one asked for, else the one that stands first."""
    from mentordesk.services.programs import cohorts, programs

    rows = cohorts.rows(session, scope)
    there = {row.id: row for row in rows}
    if cohort_id not in there:
        cohort_id = first_of(rows)
    sheet = read_sheet(session, there[cohort_id]) if cohort_id is not None else None
    return CohortRows(rows, len(programs.rows(session)), sheet)


def first_of(rows: Sequence[CohortRow]) -> int | None:
    """The cohort to show where none is chosen: a running one, else the newest."""
    ranks = {"running": 2, "preparation": 1, "finished": 0}
    best = max(rows, key=lambda row: (ranks[row.phase], row.active, row.starts_on), default=None)
    return best.id if best else None


def read_sheet(session: Any, row: CohortRow) -> CohortSheet:
    """Everything about one cohort; the number of queries does not grow with its pairs."""
    from mentordesk.services import figures
    from mentordesk.services.desk import today
    from mentordesk.services.pairs import (
        agreements,
        check_ins,
        closing,
        contacts,
        milestones,
        pair_facts,
        pair_listing,
    )
    from mentordesk.services.programs import cohorts, enrollment_rows, programs

    scope = Scope(cohort_id=row.id)
    first, last = month_span(row, today(session))
    records = pair_facts.current(session, scope)
    return CohortSheet(
        row=row,
        program=programs.form(session, row.program_id),
        figures=figures.of(session, records),
        pairs=pair_listing.listed(session, scope),
        enrollments=enrollment_rows.enrollments(session, row.id),
        milestones=milestones.rows(session, scope, statuses=MAPPED),
        plan=programs.plan(session, row.program_id),
        strip=milestones.plan_strip(session, row.id),
        months=contacts.per_month(session, scope, first, last) if first <= last else [],
        agreements=agreements.of_cohort(session, row.id),
        check_in=check_ins.of(records),
        named=closing.named(session, scope),
        drafts=cohorts.drafts(session, row.id),
    )


def month_span(row: CohortRow, today: date) -> tuple[date, date]:
    """The days whose contacts the chart counts: whole months up to the last full one, at most twelve.

    A cohort in its first month shows that one; before its start the span is empty.
    """
    last = min(today, row.ends_on)
    full = today.replace(day=1) - timedelta(days=1)
    if last > full >= row.starts_on:
        last = full
    first = max(row.starts_on, add_months(last.replace(day=1), 1 - MOST_MONTHS))
    return first, last


def contacts_of_month(session: Any, cohort_id: int, month: date, group: str) -> list[ContactRow]:
    """The contacts behind a part of a bar, newest first."""
    from mentordesk.services.pairs import contacts

    period = Period(month, add_months(month, 1) - timedelta(days=1))
    rows = contacts.rows(session, Scope(cohort_id=cohort_id), period)
    return [row for row in rows if row.channel.group == group]
