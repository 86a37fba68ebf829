"""What the Milestones page reads: the milestones of a scope, the cohorts there are, one cohort's plan.

Touches no widget.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from mentordesk.domain.cohorts import CohortPhase, CohortRow
from mentordesk.domain.milestones import MilestoneRow, PlanStripRow
from mentordesk.domain.scope import Scope
from mentordesk.ui.milestones.grouping import search_text

ALL = 0
"""The choice "All cohorts"."""


@dataclass(frozen=True, slots=True)
class MilestoneRows:
    """`cohort` is the one that is shown; None for all of the scope, which has no plan strip. `texts` is what a search
    looks through, by milestone: made here, off the window's thread."""

    milestones: list[MilestoneRow]
    cohorts: list[CohortRow]
    cohort: CohortRow | None
    strip: list[PlanStripRow]
    texts: dict[int, str] = field(default_factory=dict)


def read(session: Any, scope: Scope, chosen: int | None) -> MilestoneRows:
    """The milestones of the cohort `chosen`, of all (`ALL`), or (None) of the cohort that is in full swing."""
    from mentordesk.services.pairs import milestones
    from mentordesk.services.programs import cohorts

    rows = [row for row in cohorts.rows(session, scope) if row.pairs]
    cohort = main_cohort(rows) if chosen is None else next((row for row in rows if row.id == chosen), None)
    if cohort is None:
        found, strip = milestones.rows(session, scope), []
    else:
        found = milestones.rows(session, Scope(cohort_id=cohort.id))
        strip = milestones.plan_strip(session, cohort.id)
    return MilestoneRows(found, rows, cohort, strip, {row.id: search_text(row) for row in found})


def main_cohort(rows: Sequence[CohortRow]) -> CohortRow | None:
    """The running cohort with the most active pairs; None where none is running."""
    running = [row for row in rows if row.phase is CohortPhase.RUNNING and row.active]
    return max(running, key=lambda row: row.active, default=None)
