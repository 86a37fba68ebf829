"""The data sheets of the program report: one fact a row, every column of one kind. Knows no Excel."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TypeVar

from mentordesk.domain.contacts import ContactRow, ExchangeRow
from mentordesk.domain.milestones import MilestoneRow, MilestoneState
from mentordesk.domain.pairs import PairRow, pair_name
from mentordesk.domain.programs import Format
from mentordesk.domain.reporting import Listed, ParticipantRow, Passing, PeriodCounts, ReportRows
from mentordesk.domain.standing import Side
from mentordesk.exchange.workbook import (
    HEALTH_TINTS,
    SHARE_TINTS,
    SUM,
    Cells,
    Column,
    LongRows,
    Table,
    TableSheet,
    Total,
)

RowT = TypeVar("RowT")
PEERS = "Two peers stand by name: the first as mentor, the second as mentee."


def listed(found: Listed[RowT], cells: Callable[[RowT], Cells]) -> Sequence[Cells] | LongRows:
    """The cells of a list; of a preview's first rows, with the count of all. Rows that pass are laid out as they do."""
    rows = found.rows
    if isinstance(rows, Passing):
        return LongRows(found.count, lambda: map(cells, rows))
    made = [cells(row) for row in found.rows]
    return made if found.whole else LongRows(found.count, lambda: made)


def participants(rows: ReportRows) -> TableSheet:
    columns = (
        *(Column("Name"), Column("Role"), Column("Cohort"), Column("Status"), Column("Department")),
        *(Column("Title"), Column("Location"), Column("Level", "integer"), Column("Places", "integer")),
        *(Column("Places used", "integer"), Column("Enrolled on", "date")),
        *(Column(name, on_screen=True) for name in ("E-mail", "Employee number", "Company", "External")),
        *(Column(_free(name, _PARTICIPANT), on_screen=True) for name in rows.custom_fields),
    )
    return TableSheet(
        "Participants",
        Table("Participants", columns, listed(rows.participants, partial(_participant, rows.custom_fields))),
        "One row is one place in a cohort: a person with two roles has two.",
    )


_PARTICIPANT = frozenset(
    {
        *("name", "role", "cohort", "status", "department", "title", "location", "level", "places", "places used"),
        *("enrolled on", "e-mail", "employee number", "company", "external"),
    }
)


def _free(name: str, ours: frozenset[str]) -> str:
    """A custom field that is called like a column of ours says whose it is."""
    return f"{name} (custom field)" if name.casefold() in ours else name


def _participant(custom: Sequence[str], row: ParticipantRow) -> Cells:
    return (
        *(row.name, row.role, row.cohort, row.status, row.department, row.title, row.location, row.level),
        *(row.capacity, row.places_used, row.enrolled_on),
        *(row.email, row.employee_number, row.company, _yes(row.external)),
        *(row.custom.get(name, "") for name in custom),
    )


def pairs(rows: ReportRows) -> TableSheet:
    columns = (
        Column("Pair", total=Total("count"), noun=("pair", "pairs")),
        Column("Cohort"),
        Column("Health", tints=HEALTH_TINTS, total=Total("count_of", word="On track"), noun=("on track", "on track")),
        *(Column("Last contact", "date"), Column("Contacts", "integer", total=SUM)),
        Column("Mentor gave", "points", bar="left", total=SUM),
        Column("Mentee gave", "points", bar="right", total=SUM),
        Column(
            "Share given by mentor",
            "percent",
            tints=SHARE_TINTS,
            total=Total("share", part="Mentor gave", rest="Mentee gave"),
        ),
        Column("Milestones done", "integer", total=SUM),
        Column("Milestones planned", "of", total=SUM),
        Column("Milestones overdue", "integer", total=SUM),
        *(Column("Status", on_screen=True), Column("Project hours", "hours", total=SUM, on_screen=True)),
        Column("Hours in contact", "hours", total=SUM, on_screen=True),
        *(Column("Days since contact", "integer", on_screen=True), Column("Started", "date", on_screen=True)),
        *(Column("Ended", "date", on_screen=True), Column("End reason", on_screen=True)),
        *(Column(name, on_screen=True) for name in ("Mentor", "Mentor e-mail", "Mentee", "Mentee e-mail")),
        *(Column(name, on_screen=True) for name in ("Format", "Program", "Introduced by")),
    )
    return TableSheet("Pairs", Table("Pairs", columns, listed(rows.pairs, lambda row: _pair(row, rows.counts))), PEERS)


def _pair(row: PairRow, counts: PeriodCounts) -> Cells:
    return (
        *(row.name, row.cohort, row.health.word if row.health else row.status.word, row.last_contact_on),
        counts.contacts.get(row.id, 0),
        *(counts.points.get((row.id, Side.LEFT), 0), counts.points.get((row.id, Side.RIGHT), 0)),
        *(counts.share(row.id), row.milestones_done, row.milestones_total, row.milestones_overdue),
        *(row.status.word, row.project_hours, counts.minutes.get(row.id, 0) / 60, row.days),
        *(row.started_on, row.ended_on, row.end_reason.word if row.end_reason else ""),
        *(row.left, row.left_email, row.right, row.right_email, row.format.word, row.program, row.introduced_by),
    )


def milestones(rows: ReportRows) -> TableSheet:
    columns = (
        *(Column("Cohort"), Column("Pair"), Column("Milestone"), Column("Who"), Column("Required")),
        *(Column("Due", "date"), Column("Done", "date"), Column("State"), Column("Days late", "integer")),
        Column("Reason when skipped", "note"),
    )
    return TableSheet("Milestones", Table("Milestones", columns, listed(rows.milestones, _milestone)))


def _milestone(row: MilestoneRow) -> Cells:
    counts = row.state in (MilestoneState.DONE, MilestoneState.OVERDUE)
    return (
        *(row.cohort, pair_name(row.left, row.right), row.title, row.owner_name, _yes(row.required), row.due_on),
        *(row.done_on, row.state.word, max(row.days_late, 0) if counts else None, row.skip_reason),
    )


def contacts(rows: ReportRows) -> TableSheet:
    columns = (
        *(Column("Date", "date"), Column("Pair"), Column("Cohort"), Column("Channel")),
        Column("Minutes", "integer", total=SUM),
    )
    return TableSheet(
        "Contacts", Table("Contacts", columns, listed(rows.contacts, _contact)), "Notes stay with the pair."
    )


def _contact(row: ContactRow) -> Cells:
    return (row.on, row.pair, row.cohort, row.channel.word, row.minutes)


def give_and_take(rows: ReportRows) -> TableSheet:
    columns = (
        *(Column("Date", "date"), Column("Pair"), Column("Format"), Column("Giver"), Column("Receiver")),
        *(Column("Kind"), Column("Points", "points", total=SUM), Column("What", "note")),
    )
    return TableSheet("Give and take", Table("Exchanges", columns, listed(rows.exchanges, _exchange)))


def _exchange(row: ExchangeRow) -> Cells:
    words = (Format(row.format).word, row.giver, row.receiver, row.kind.word)
    return (row.on, row.pair, *words, row.points, row.what)


def months_of(rows: ReportRows) -> list[date]:
    """The months the charts show, oldest first."""
    return sorted({row.month for row in rows.contact_months})


def _yes(flag: bool) -> str:
    return "Yes" if flag else "No"
