"""The columns of the Pairs table, and which of them a width of the window shows."""

from collections.abc import Callable
from typing import Any

from mentordesk.domain import balance, dates
from mentordesk.domain.balance import Balance, Band
from mentordesk.domain.pair_listing import ListedPair
from mentordesk.ui.widgets.column import BalanceCell, ChipCell, Column, PairCell, ProgressCell
from mentordesk.ui.widgets.painting import STATUS_TONES

NARROW, USUAL, WIDE = "narrow", "usual", "wide"
_BY_SIZE = {
    "contact": (USUAL, WIDE),
    "milestones": (USUAL, WIDE),
    "introduced_by": (WIDE,),
    "next_meeting": (WIDE,),
    "project": (WIDE,),
}


def shown_at(size: str) -> dict[str, bool]:
    """Whether each column that depends on the width is on screen."""
    return {key: size in sizes for key, sizes in _BY_SIZE.items()}


def search_text(pair: ListedPair) -> str:
    """What the search looks at: names, titles, places, cohort, skills, notes, projects."""
    row = pair.row
    people = (row.left, row.right, row.left_title, row.right_title, row.left_location, row.right_location)
    return " ".join((*people, row.left_email, row.right_email, row.cohort, row.program, row.introduced_by, pair.words))


def pair_columns(size: Callable[[], str]) -> tuple[Column, ...]:
    """`size` is asked when a cell is made: in a narrow window the days since contact move to the second line."""

    def names(pair: ListedPair) -> PairCell:
        row = pair.row
        if size() == NARROW:
            # One surname is enough where the pair cell is narrow.
            title = f"{row.left} & {row.right.split()[0]}" if row.right.split() else ""
            return PairCell(row.left, row.right, _since(pair), "", title)
        where = ", ".join(part for part in (row.format.word, row.cohort) if part)
        return PairCell(row.left, row.right, where, row.format.value)

    return (
        Column("pair", "Pair", _name, width=160, stretch=True, kind="pair", value=names, tip=_name, fixed=True),
        Column("health", "Health", _health, sort=_urgency, width=100, kind="health", value=_health_key, tip=_health),
        Column(
            "balance",
            "Give & take",
            _points,
            sort=lambda pair: pair.row.left_points - pair.row.right_points,
            align="center",
            width=124,
            kind="balance",
            value=_bar,
            tip=_balance_tip,
            accessible=_balance_said,
        ),
        Column("contact", "Contact", _days, sort=lambda pair: pair.row.days, width=62, align="right", tip=_contact_tip),
        Column(
            "milestones",
            "Milestones",
            _milestones,
            sort=_share_done,
            width=84,
            kind="progress",
            value=_progress_cell,
            tip=_milestones_tip,
        ),
        Column("status", "Status", lambda pair: pair.row.word, kind="chip", value=_status, hidden=True),
        Column("format", "Format", lambda pair: pair.row.format.word, kind="chip", value=_format, hidden=True),
        Column("cohort", "Cohort", lambda pair: pair.row.cohort, kind="secondary", width=150, hidden=True),
        Column("started", "Since", lambda pair: pair.row.started_text, **_by_day("started_on")),
        Column("introduced_by", "Introduced by", lambda pair: pair.row.introduced_by, kind="secondary", hidden=True),
        Column("next_meeting", "Next meeting", _next_meeting, **_by_day("next_meeting_on")),
        Column("project", "Project hours", _project, sort=_project_hours, align="right", width=96, hidden=True),
    )


def _by_day(field: str) -> dict[str, Any]:
    return {"sort": lambda pair: getattr(pair.row, field), "kind": "secondary", "width": 90, "hidden": True}


def _name(pair: ListedPair) -> str:
    return pair.row.name


def _since(pair: ListedPair) -> str:
    days = "" if pair.row.days is None else f"{pair.row.days} d ago" if pair.row.days else _on_the_day(pair)
    return ", ".join(part for part in (pair.row.cohort or pair.row.format.word, days) if part)


def _health(pair: ListedPair) -> str:
    return pair.row.health.word if pair.row.health else "–"


def _health_key(pair: ListedPair) -> str | None:
    return pair.row.health.value if pair.row.health else None


def _urgency(pair: ListedPair) -> tuple[int, int, str] | None:
    """By health, then by days since contact, the longest first (DESIGN 10.2)."""
    return (pair.row.health.rank, -(pair.row.days or 0), pair.row.name) if pair.row.health else None


def _points(pair: ListedPair) -> str:
    return f"{pair.row.left_points} : {pair.row.right_points}"


def _bar(pair: ListedPair) -> BalanceCell:
    return BalanceCell(pair.row.left_points, pair.row.right_points, pair.band is Band.ONE_SIDED)


def _sides(pair: ListedPair) -> tuple[str, str, Balance, Band]:
    row = pair.row
    return row.left.split()[0], row.right.split()[0], Balance(row.left_points, row.right_points), pair.band


def _balance_tip(pair: ListedPair) -> str:
    return balance.sentence(*_sides(pair))


def _balance_said(pair: ListedPair) -> str:
    return balance.spoken(*_sides(pair))


def _days(pair: ListedPair) -> str:
    return "–" if pair.row.days is None else f"{pair.row.days} d" if pair.row.days else _on_the_day(pair)


def _on_the_day(pair: ListedPair) -> str:
    """A pair that begins today, or is yet to begin, has not met today."""
    return "none yet" if pair.row.last_contact_on is None else "today"


def _contact_tip(pair: ListedPair) -> str:
    if pair.row.last_contact_on is not None:
        return f"Last contact on {dates.long(pair.row.last_contact_on)}"
    if pair.row.days == 0:
        return "No contact yet"
    return "Not started yet" if pair.row.days is None else "No contact yet, days since the start"


def _milestones(pair: ListedPair) -> str:
    return f"{pair.row.milestones_done}/{pair.row.milestones_total}"


def _share_done(pair: ListedPair) -> float | None:
    return pair.row.milestones_done / pair.row.milestones_total if pair.row.milestones_total else None


def _progress_cell(pair: ListedPair) -> ProgressCell:
    row = pair.row
    return ProgressCell(row.milestones_done, row.milestones_total, bool(row.milestones_overdue))


def _milestones_tip(pair: ListedPair) -> str:
    row = pair.row
    if not row.milestones_total:
        return "No milestone yet"
    late = f", {row.milestones_overdue} overdue" if row.milestones_overdue else ""
    return f"{row.milestones_done} of {row.milestones_total} done{late}"


def _status(pair: ListedPair) -> ChipCell:
    return ChipCell(pair.row.word, STATUS_TONES[pair.row.status.value])


def _format(pair: ListedPair) -> ChipCell:
    return ChipCell(pair.row.format.word, "neutral", pair.row.format.value)


def _next_meeting(pair: ListedPair) -> str:
    return dates.short(pair.row.next_meeting_on) if pair.row.next_meeting_on else ""


def _project_hours(pair: ListedPair) -> float | None:
    return pair.row.project_hours if pair.row.project_budget else None


def _project(pair: ListedPair) -> str:
    return f"{pair.row.project_hours:g} of {pair.row.project_budget:g}" if pair.row.project_budget else ""
