"""The five headline figures: how they are said, and which rows each opens. Knows no widget but their strip's data."""

from typing import Any

from mentordesk.domain.figures import Figures
from mentordesk.domain.wording import counted
from mentordesk.ui.widgets.stat_strip import Stat

TARGETS: dict[str, tuple[str, dict[str, Any]]] = {
    "active_pairs": ("pairs", {"status": "active"}),
    "in_contact": ("pairs", {"no_contact": True}),
    "in_balance": ("pairs", {"unbalanced": True}),
    "milestones": ("milestones", {"state": "overdue"}),
    "check_ins": ("pairs", {"low_check_in": True}),
}
"""By figure: the page and the filters that show what does not meet it."""


def stats(figures: Figures) -> list[Stat]:
    """The cells of the strip; a dash and the reason where there is nothing to count."""
    return [_active(figures), _contact(figures), _balance(figures), _milestones(figures), _check_ins(figures)]


def _active(it: Figures) -> Stat:
    health = (("on_track", it.on_track), ("watch", it.watch), ("at_risk", it.at_risk), ("too_early", it.too_early))
    note = "" if it.active_pairs else "no pair is active yet"
    return Stat("active_pairs", "Active pairs", f"{it.active_pairs:,}", note=note, health=health)


def _contact(it: Figures) -> Stat:
    name = "In contact, last 30 days"
    if not it.active_pairs:
        return Stat("in_contact", name, "–", note="no pair is active yet")
    before = f"{it.in_contact_30_month_ago:,} of {it.active_month_ago:,} a month ago"
    note = before if it.active_month_ago else "no pair was active a month ago"
    if it.new_without_contact:
        note = f"{it.new_without_contact:,} of them new, no contact yet"
    return Stat("in_contact", name, f"{it.in_contact_30:,}", _of_pairs(it), note)


def _balance(it: Figures) -> Stat:
    name = "Give and take in balance"
    if not it.active_pairs:
        return Stat("in_balance", name, "–", note="no pair is active yet")
    rest = [(it.leaning, "leaning"), (it.one_sided, "one-sided"), (it.too_early_to_tell, "too early")]
    note = ", ".join(f"{number:,} {words}" for number, words in rest if number) or "every pair"
    return Stat("in_balance", name, f"{it.in_balance:,}", _of_pairs(it), note)


def _of_pairs(it: Figures) -> str:
    return f"of {counted(it.active_pairs, 'pair')}"


def _milestones(it: Figures) -> Stat:
    name = "Milestones on time"
    if it.milestones_on_time_percent is None:
        return Stat("milestones", name, "–", note="no milestone has been due yet")
    note = f"{it.milestones_on_time:,} of {it.milestones_due:,} due; {it.milestones_overdue:,} overdue"
    return Stat("milestones", name, f"{it.milestones_on_time_percent} %", note=note)


def _check_ins(it: Figures) -> Stat:
    name = "Check-in average"
    if it.check_in_average is None:
        return Stat("check_ins", name, "–", note="no check-in has been answered yet")
    return Stat("check_ins", name, f"{it.check_in_average:.1f}", "of 5", "both sides, latest answers")
