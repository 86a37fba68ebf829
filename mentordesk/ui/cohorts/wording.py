"""What the list and the head of the Cohorts page say, and the figures of the strip. Knows no widget but their data."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from mentordesk.domain.cohorts import CohortPhase, CohortRow
from mentordesk.domain.dates import long, short
from mentordesk.domain.figures import Figures
from mentordesk.domain.pair_listing import ListedPair
from mentordesk.domain.programs import Format, rhythm_word
from mentordesk.domain.wording import counted
from mentordesk.ui.cohorts.reading import CohortSheet
from mentordesk.ui.widgets.counted_item import Entry
from mentordesk.ui.widgets.grouped_list import Group
from mentordesk.ui.widgets.stat_strip import Stat

FINISHED_SHOWN = 3
OPENS: dict[str, tuple[str, dict[str, Any]]] = {
    "pairs": ("pairs", {}),
    "contact": ("pairs", {"no_contact": True}),
    "milestones": ("milestones", {"state": "overdue"}),
    "check_in": ("pairs", {"low_check_in": True}),
    "balance": ("pairs", {"unbalanced": True}),
    "projects": ("pairs", {}),
}
"""By figure: the page and the filters, besides the cohort, that show the rows behind it."""
_ALWAYS = frozenset({"low_check_in"})
"""Filters that hold for pairs of any status; the others are of active pairs alone."""


def opens(key: str, it: Figures) -> tuple[str, dict[str, Any]]:
    """Where a figure leads. One of a cohort without an active pair counts every pair that began: these are shown."""
    page, filters = OPENS[key]
    if page != "pairs" or it.active_pairs:
        return page, filters
    return page, {"status": "any"} | {name: value for name, value in filters.items() if name in _ALWAYS}


def groups(rows: Sequence[CohortRow], today: date) -> list[Group]:
    """The list: running ones by their end, those in preparation by their start, finished ones newest first."""
    by_phase = {phase: [row for row in rows if row.phase is phase] for phase in CohortPhase}
    running = sorted(by_phase[CohortPhase.RUNNING], key=lambda row: (-row.active, row.ends_on, row.name))
    coming = sorted(by_phase[CohortPhase.PREPARATION], key=lambda row: (row.starts_on, row.name))
    over = sorted(by_phase[CohortPhase.FINISHED], key=lambda row: (row.ends_on, row.name), reverse=True)
    return [
        Group("Running", [_running(row, today) for row in running]),
        Group("In preparation", [_coming(row, today) for row in coming]),
        Group("Finished", [_over(row) for row in over], FINISHED_SHOWN, "older cohorts"),
    ]


def _running(row: CohortRow, today: date) -> Entry:
    whole = (row.ends_on - row.starts_on).days + 1
    share = ((today - row.starts_on).days + 1) / whole
    words = f"{row.format.word}. Ends {short(row.ends_on, today)}"
    return Entry(row.id, row.name, words, counted(row.active, "pair"), share=share)


def _coming(row: CohortRow, today: date) -> Entry:
    starts = f"starts {short(row.starts_on, today)}"
    if not row.to_match:
        return Entry(row.id, row.name, f"{row.format.word}, {starts}")
    who = "peer" if row.format is Format.PEER else "mentee"
    return Entry(row.id, row.name, f"Matching {counted(row.to_match, who)}, {starts}")


def _over(row: CohortRow) -> Entry:
    parts = [f"{row.finished} finished"] if row.finished else []
    if row.enduring:
        parts.append(f"{row.enduring} enduring")
    if row.active:
        parts.append(f"{row.active} still active")
    words = ", ".join(parts) or ("All ended early" if row.pairs else "No pair began")
    if row.finished and row.finished < row.pairs and not row.enduring and not row.active:
        words = f"{row.finished} of {row.pairs} pairs finished"
    return Entry(row.id, row.name, words, counted(row.pairs, "pair"))


def facts(row: CohortRow, today: date) -> str:
    """The line below the title: "Traditional, 6 October 2025 to 3 July 2026, month 8 of 9. Lead: Catalina Rojas"."""
    what = row.format.word if row.name.startswith(row.program) else f"{row.program}, {row.format.word.lower()}"
    span = f"{what}, {long(row.starts_on)} to {long(row.ends_on)}{_where(row, today)}"
    return f"{span}. Lead: {row.lead}" if row.lead else span


def matching(sheet: CohortSheet) -> tuple[str, str]:
    """The button that leads to Matching, and what is there: "Match 14 mentees", "2 drafts are kept"."""
    row = sheet.row
    who = "peer" if row.format is Format.PEER else "mentee"
    words = f"Match {counted(row.to_match, who)}" if row.to_match else "Matching"
    kept = f"{counted(sheet.drafts, 'draft')} {'is' if sheet.drafts == 1 else 'are'} kept" if sheet.drafts else ""
    nobody = "Everybody here has a pair" if row.people else "Nobody is enrolled yet"
    return words, kept or ("No draft yet" if row.to_match else nobody)


def can_match(sheet: CohortSheet) -> bool:
    """Whether somebody waits for a pair and somebody is there to be paired with; of a cohort not over."""
    row = sheet.row
    others = row.people > (1 if row.format is Format.PEER else row.to_match)
    return row.phase is not CohortPhase.FINISHED and bool(row.to_match) and others


def _where(row: CohortRow, today: date) -> str:
    if row.phase is CohortPhase.RUNNING:
        return f", month {_months(row.starts_on, today)} of {_months(row.starts_on, row.ends_on)}"
    if row.closed_on is not None:
        return f", closed on {long(row.closed_on)}"
    return ", in preparation" if row.phase is CohortPhase.PREPARATION else ", finished"


def _months(first: date, last: date) -> int:
    """Which month of its life a cohort is in on a day, from 1."""
    months = (last.year - first.year) * 12 + last.month - first.month
    return months + (1 if last.day >= first.day else 0) or 1


def stats(it: Figures, row: CohortRow, pairs: Sequence[ListedPair]) -> list[Stat]:
    """The six figures; a dash and the reason where there is nothing to count."""
    return [
        _pairs(it, row),
        _contact(it, row),
        _milestones(it),
        _check_in(it),
        _balance(it),
        _projects(it, pairs),
    ]


def _pairs(it: Figures, row: CohortRow) -> Stat:
    health = (("on_track", it.on_track), ("watch", it.watch), ("at_risk", it.at_risk), ("too_early", it.too_early))
    if it.active_pairs:
        return Stat("pairs", "Active pairs", f"{it.active_pairs:,}", health=health)
    note = f"{row.finished:,} finished, {row.enduring:,} enduring" if row.pairs else "none begun yet"
    return Stat("pairs", "Pairs", f"{row.pairs:,}", note=note)


def _contact(it: Figures, row: CohortRow) -> Stat:
    name = "In contact, 30 days"
    if not it.active_pairs:
        return Stat("contact", name, "–", note="no pair is active")
    target = {14: "twice a month", 30: "once a month", 91: "once a quarter"}.get(row.rhythm_days)
    new = f"{it.new_without_contact:,} new, no contact yet" if it.new_without_contact else ""
    note = new or f"target: {target or rhythm_word(row.rhythm_days)}"
    return Stat("contact", name, f"{it.in_contact_30:,}", f"of {it.active_pairs:,}", note)


def _milestones(it: Figures) -> Stat:
    if it.milestones_on_time_percent is None:
        return Stat("milestones", "Milestones on time", "–", note="none due yet")
    note = f"{it.milestones_overdue:,} of {it.milestones_due:,} overdue"
    return Stat("milestones", "Milestones on time", f"{it.milestones_on_time_percent} %", note=note)


def _check_in(it: Figures) -> Stat:
    note = f"{it.check_in_answered:,} of {it.check_in_asked:,} answered"
    if it.check_in_average is None:
        return Stat("check_in", "Check-in average", "–", note="no answer yet")
    return Stat("check_in", "Check-in average", f"{it.check_in_average:.1f}", "of 5", note)


def _balance(it: Figures) -> Stat:
    if not it.left_points and not it.right_points:
        return Stat("balance", "Give and take", "–", note="no entries yet")
    note = f"{it.in_balance:,} of {it.active_pairs:,} in balance" if it.active_pairs else "points that both sides gave"
    return Stat("balance", "Give and take", f"{it.left_points:,} : {it.right_points:,}", note=note)


def _projects(it: Figures, pairs: Sequence[ListedPair]) -> Stat:
    number = sum(1 for pair in pairs if pair.row.project_budget)
    if not number:
        return Stat("projects", "Joint projects", "–", note="no project yet")
    unit = f"of {it.project_budget:,g} h" if it.project_budget else "h"
    return Stat("projects", "Joint projects", f"{it.project_hours:,g}", unit, counted(number, "project"))
