"""Pairs by milestones of a cohort, as the heat map takes them. Knows no widget but its data."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from mentordesk.domain.cohorts import CohortRow
from mentordesk.domain.dates import long, short
from mentordesk.domain.milestones import MilestoneRow, MilestoneState
from mentordesk.domain.pair_listing import ListedPair
from mentordesk.domain.pairs import short_name
from mentordesk.domain.programs import StepRow
from mentordesk.domain.wording import counted
from mentordesk.ui.widgets.heat_map_model import HeatCell, HeatColumn, HeatRow

OVERDUE_FIRST, BY_NAME, BY_HEALTH = "overdue", "name", "health"
ORDERS = [(OVERDUE_FIRST, "Overdue first"), (BY_NAME, "By name"), (BY_HEALTH, "By health")]


def key_of(milestone: MilestoneRow) -> Any:
    """The column of a milestone: its step, or its name where it was added by hand."""
    return milestone.step_id if milestone.step_id is not None else milestone.title.casefold()


def columns(plan: Sequence[StepRow], milestones: Iterable[MilestoneRow], cohort: CohortRow) -> list[HeatColumn]:
    """The steps by date: that of the plan in this cohort, or the one most pairs have; then what was added by hand."""
    days: defaultdict[Any, Counter[date]] = defaultdict(Counter)
    titles: dict[Any, str] = {}
    for milestone in milestones:
        days[key_of(milestone)][milestone.due_on] += 1
        titles.setdefault(key_of(milestone), milestone.title)
    due = {step.id: cohort.starts_on + timedelta(days=step.days_after) for step in plan}
    due |= {key: max(found, key=lambda day: (found[day], -day.toordinal())) for key, found in days.items()}
    titles |= {step.id: step.title for step in plan}
    return [HeatColumn(key, titles[key], short(due[key])) for key in sorted(due, key=lambda key: (due[key], str(key)))]


def rows(pairs: Sequence[ListedPair], milestones: Iterable[MilestoneRow], order: str) -> list[HeatRow]:
    """A row for each pair that has a milestone."""
    of_pair: defaultdict[int, list[MilestoneRow]] = defaultdict(list)
    for milestone in milestones:
        of_pair[milestone.pair_id].append(milestone)
    shown = [pair for pair in pairs if pair.id in of_pair]
    shown.sort(key=lambda pair: _place(pair, of_pair[pair.id], order))
    return [_row(pair, of_pair[pair.id]) for pair in shown]


def _place(pair: ListedPair, milestones: Sequence[MilestoneRow], order: str) -> tuple[Any, ...]:
    rank = pair.row.health.rank if pair.row.health else 9
    if order == BY_NAME:
        return (pair.row.name.casefold(),)
    if order == BY_HEALTH:
        return rank, pair.row.name.casefold()
    late = [row.days_late for row in milestones if row.state is MilestoneState.OVERDUE]
    return -len(late), -max(late, default=0), rank, pair.row.name.casefold()


def _row(pair: ListedPair, milestones: Sequence[MilestoneRow]) -> HeatRow:
    health = pair.row.health.value if pair.row.health else ""
    name = short_name(pair.row.left, pair.row.right)
    return HeatRow(pair.id, name, health, {key_of(milestone): cell(milestone) for milestone in milestones})


def cell(it: MilestoneRow) -> HeatCell:
    """One milestone: its state, the days that matter, and a sentence."""
    due = f"due {long(it.due_on)}"
    if it.done_on is not None:
        late = it.days_late
        said = f"done on {long(it.done_on)}, {counted(late, 'day')} late" if late > 0 else f"done on {long(it.done_on)}"
        return HeatCell("late", f"+{late}", said) if late > 0 else HeatCell("done", "", said)
    if it.state is MilestoneState.SKIPPED:
        return HeatCell("skipped", "", f"skipped by agreement: {it.skip_reason}" if it.skip_reason else "skipped")
    if it.state is MilestoneState.OVERDUE:
        return HeatCell("overdue", f"{it.days_late} d", f"{counted(it.days_late, 'day')} overdue, was {due}")
    if it.state is MilestoneState.DUE:
        left = -it.days_late
        return HeatCell(
            "soon", f"{left} d" if left else "today", f"{due}, {counted(left, 'day')} left" if left else due
        )
    return HeatCell("open", "", due)
