"""Everything kept about one person, for that person: a sheet a kind of row. Rows in, sheets out."""

from collections.abc import Sequence
from datetime import date

from mentordesk.domain.dates import long
from mentordesk.domain.reporting import ReportRows
from mentordesk.domain.standalone_reports import CellValue, PersonalData, Section
from mentordesk.exchange.workbook import (
    Column,
    Definition,
    Heading,
    Kind,
    Paragraph,
    Sheet,
    Table,
    TableSheet,
    TextSheet,
)

_LONG = 40
"""A column with words longer than this wraps."""
_WHOSE = (
    "Every row of the desk that is about this person is in this workbook, a sheet a kind, and the history of each. "
    "Other people stand by their initials, and their addresses are left out."
)


def sheets(rows: ReportRows) -> tuple[Sheet, ...]:
    """What the workbook holds in words, then a table a section."""
    own: PersonalData = rows.own
    tables = [_section(section, place) for place, section in enumerate(own.sections)]
    return (_contents(rows, own), *tables)


def _contents(rows: ReportRows, own: PersonalData) -> TextSheet:
    listed = [Definition(section.name, _count(section)) for section in own.sections]
    left_out = ", ".join(own.left_out)
    said = f"Left out, as others have said it for themselves or in confidence: {left_out}." if left_out else ""
    return TextSheet(
        "Contents",
        f"Personal data of {own.name}",
        (
            Paragraph(f"{rows.desk}. Made on {long(rows.made_at.date())} with MentorDesk."),
            Paragraph(_WHOSE),
            *((Paragraph(said),) if said else ()),
            Heading("What is kept"),
            *listed,
        ),
    )


def _count(section: Section) -> str:
    count = len(section.rows)
    if section.columns[0] == "What" and section.name == "Person":
        return f"{count} facts"
    return "1 row" if count == 1 else f"{count:,} rows"


def _section(section: Section, place: int) -> TableSheet:
    columns = tuple(
        _column(title, [row[at] for row in section.rows], section) for at, title in enumerate(_apart(section.columns))
    )
    return TableSheet(section.name, Table(f"Data{place + 1}", columns, list(section.rows)))


def _apart(titles: Sequence[str]) -> list[str]:
    """No heading twice in a table."""
    made: list[str] = []
    for title in titles:
        made.append(title if title not in made else f"{title} {made.count(title) + 1}")
    return made


def _column(title: str, values: Sequence[CellValue], section: Section) -> Column:
    """A column of one kind where all its values are of that kind."""
    there = [value for value in values if value is not None]
    kind: Kind = "text"
    if there and all(isinstance(value, date) for value in there):
        kind = "date"
    elif there and all(isinstance(value, int | float) for value in there):
        kind = "number"
    elif any(isinstance(value, date | int | float) for value in there):
        kind = "any"
    elif any(isinstance(value, str) and len(value) > _LONG for value in there):
        kind = "note"
    return Column(title, kind, width=24 if section.name == "Person" and title == "What" else None)
