"""The empty roster that a coordinator fills in: its columns, what they mean, what may be picked. Knows no import."""

from dataclasses import dataclass

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from mentordesk.domain.cohorts import MOST_PLACES
from mentordesk.exchange.excel.book import Book
from mentordesk.exchange.workbook import (
    Column,
    Definition,
    Heading,
    Kind,
    Paragraph,
    Properties,
    Report,
    Table,
    TableSheet,
    TextSheet,
)

# The rows that know what may be picked; more rows can be filled in.
_LAST_ROW = 5_000


@dataclass(frozen=True)
class RosterColumn:
    """One column to fill in. `choices` may be picked, `between` limits a whole number."""

    heading: str
    explanation: str
    kind: Kind = "text"
    width: float = 18
    choices: tuple[str, ...] = ()
    between: tuple[int, int] | None = None


COLUMNS = (
    RosterColumn("Name", "First and last name, as people write it. Needed.", width=26),
    RosterColumn("E-mail", "Tells people apart. Needed, unless there is an employee number.", width=30),
    RosterColumn("Employee number", "Tells people apart where there is no e-mail. Letters and leading zeros stay."),
    RosterColumn("Title", "The job: Engineer, Branch manager.", width=24),
    RosterColumn("Department", "Matching looks for another department than the partner's."),
    RosterColumn("Location", "City or office. Pairs close by can meet."),
    RosterColumn("Company", "Only for people of another company.", width=20),
    RosterColumn("Level", "Seniority from 1 (starting out) to 7 (top management).", "integer", 9, between=(1, 7)),
    RosterColumn("Manager", "Name or e-mail of the manager. A manager is never proposed as mentor.", width=26),
    RosterColumn("Languages", "Several with commas: English, French.", width=22),
    RosterColumn("Offers", "What this person can pass on, with commas: negotiation, public speaking.", width=32),
    RosterColumn("Wants", "What this person would like to learn, with commas.", width=32),
    RosterColumn("Life experience", "With commas: lived abroad, young family, changed careers.", width=32),
    RosterColumn(
        "Role",
        "mentor, mentee, peer, or both (mentor and mentee).",
        width=11,
        choices=("mentor", "mentee", "peer", "both"),
    ),
    RosterColumn(
        "Capacity",
        f"How many mentees a mentor has time for, from 0 to {MOST_PLACES}.",
        "integer",
        width=11,
        between=(0, MOST_PLACES),
    ),
    RosterColumn("External", "yes for people outside the company, else no.", width=11, choices=("yes", "no")),
    RosterColumn("Hired on", "A date, such as 1 Sep 2021.", "date", 13),
    RosterColumn("Notes", "Anything a coordinator should know. Only coordinators see it.", width=40),
)

_TABLE = Table("Roster", tuple(Column(column.heading, column.kind, column.width) for column in COLUMNS))
_HELP = TextSheet(
    "How to fill it in",
    "How to fill in the roster",
    (
        Paragraph(
            "One row for each person on the sheet Roster. Fill in what you know: only a name and either an e-mail "
            "or an employee number are needed. Then choose Import roster in MentorDesk and pick this file."
        ),
        Heading("The columns"),
        *(Definition(column.heading, column.explanation) for column in COLUMNS),
        Heading("Good to know"),
        Paragraph(
            "Columns that you do not need may be deleted, and columns of your own may be added: MentorDesk asks "
            "what they mean. A person who is imported again is brought up to date, never doubled."
        ),
    ),
)
REPORT = Report(
    "Empty roster", "Roster.xlsx", (TableSheet("Roster", _TABLE), _HELP), Properties(subject="To fill in and import")
)


def add_choices(book: Book) -> None:
    """Lists to pick from, and what a column means as soon as one of its cells is chosen."""
    worksheet = book.parts[0].frame
    for number, column in enumerate(COLUMNS, start=1):
        letter = get_column_letter(number)
        rule = _rule(column)
        rule.promptTitle, rule.prompt, rule.showInputMessage = column.heading, column.explanation, True
        rule.add(f"{letter}2:{letter}{_LAST_ROW}")
        worksheet.add_data_validation(rule)


def _rule(column: RosterColumn) -> DataValidation:
    """What Excel accepts in a column."""
    if column.choices:
        rule = DataValidation("list", formula1=f'"{",".join(column.choices)}"', allow_blank=True)
        rule.error = f"{column.heading} is one of: {', '.join(column.choices)}."
    elif column.between:
        low, high = column.between
        rule = DataValidation("whole", operator="between", formula1=str(low), formula2=str(high), allow_blank=True)
        rule.error = f"{column.heading} is a whole number from {low} to {high}."
    else:
        return DataValidation(allow_blank=True)
    rule.errorTitle, rule.showErrorMessage = column.heading, True
    return rule
