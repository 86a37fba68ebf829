"""The account statement of a pair as one sheet, two-sided as on screen. Statement in, Report out; knows no desk."""

from collections.abc import Sequence
from datetime import datetime

from mentordesk.domain.contacts import POINTS, ExchangeKind
from mentordesk.domain.dates import long
from mentordesk.domain.file_names import file_name
from mentordesk.domain.pairs import pair_name
from mentordesk.domain.people import first_name
from mentordesk.domain.programs import Format
from mentordesk.domain.standing import Side
from mentordesk.domain.statement import Statement, StatementRow, period_words
from mentordesk.domain.wording import counted, listed
from mentordesk.exchange.workbook import (
    COUNT,
    SUM,
    Cells,
    Column,
    Note,
    Properties,
    Report,
    SummarySheet,
    Table,
)

_MOST_KINDS = 4
_WHAT = 40.0
"""Characters of the two columns of words; longer ones wrap."""


def build(
    statement: Statement, format_: Format, desk: str, made_at: datetime, kinds: Sequence[ExchangeKind] = ()
) -> Report:
    """One sheet: what was carried forward, a row an exchange with the balance after it, totals of the rows shown."""
    pair = pair_name(statement.left, statement.right)
    return Report(
        title=f"{pair}: account statement",
        file_name=f"{file_name(pair)} account statement.xlsx",
        sheets=(_sheet(statement, format_, pair, made_at, kinds),),
        properties=Properties(company=desk, subject="Mentoring", made=made_at),
    )


def _sheet(
    statement: Statement, format_: Format, pair: str, made_at: datetime, kinds: Sequence[ExchangeKind]
) -> SummarySheet:
    today = made_at.date()
    of = f"Only {listed([kind.word.lower() for kind in kinds], _MOST_KINDS)}. " if kinds else ""
    return SummarySheet(
        "Statement",
        title=f"{pair}: account statement",
        source=f"{format_.word} pair. {period_words(statement.period, today)}. {of}{_result(statement)}. "
        f"Made by MentorDesk on {long(today)}.",
        table_title="Give and take",
        table=Table("Statement", _columns(*_names(statement)), _rows(statement)),
        note=Note("Reading this sheet", tuple(_reading(statement, kinds))),
    )


def _result(statement: Statement) -> str:
    left, right = _names(statement)
    entries = counted(len(statement.rows), "exchange")
    gave = f"{left} gave {statement.totals.left}, {right} gave {statement.totals.right}"
    return f"{entries}: {gave}. Balance at the end: {statement.words(statement.closing)}"


def _names(statement: Statement) -> tuple[str, str]:
    """First names; where both have the same one in full, and with their side where even that is the same."""
    left, right = first_name(statement.left), first_name(statement.right)
    if left.casefold() == right.casefold():
        left, right = statement.left, statement.right
    return (f"{left} (left)", f"{right} (right)") if left.casefold() == right.casefold() else (left, right)


def _columns(left: str, right: str) -> tuple[Column, ...]:
    gifts = ("gift", "gifts")
    return (
        Column(f"{left} gave", width=14, total=COUNT, noun=gifts),
        Column(f"What {left} gave", "note", width=_WHAT),
        Column(f"{left}: points", "points", width=11, bar="left", total=SUM),
        Column("Date", "date", width=13),
        Column(f"{right}: points", "points", width=11, bar="right", total=SUM),
        Column(f"{right} gave", width=14, total=COUNT, noun=gifts),
        Column(f"What {right} gave", "note", width=_WHAT),
        Column("Balance after", "integer", width=10),
        Column("Has given more", width=16),
    )


def _rows(statement: Statement) -> list[Cells]:
    rows = [_row(row) for row in statement.rows]
    if not statement.carried_words:
        return rows
    balance = statement.carried.net, statement.words(statement.carried)
    carried = (None, statement.carried_words, None, statement.period.first, None, None, None, *balance)
    return [carried, *rows]


def _row(row: StatementRow) -> Cells:
    it, balance = row.exchange, (row.balance.net, row.words)
    if it.side is Side.LEFT:
        return (it.kind.word, it.what, it.points, it.on, None, None, None, *balance)
    return (None, None, None, it.on, it.points, it.kind.word, it.what, *balance)


def _reading(statement: Statement, kinds: Sequence[ExchangeKind]) -> list[str]:
    left, right = _names(statement)
    points = ", ".join(f"{number} {meaning}" for number, meaning in POINTS.items())
    said = [
        f"What {left} gave stands at the left and is {right}’s withdrawal; what {right} gave stands at the right.",
        f"Points: {points}.",
        f"Balance after: all points {left} has given less all {right} has given, up to and including the row. "
        f"Above 0 {left} has given more.",
    ]
    if statement.carried_words:
        said.append("The totals are of this period; what was carried forward is in the balance alone.")
    if kinds:
        said.append("The balance counts every kind, the totals only those shown.")
    return said
