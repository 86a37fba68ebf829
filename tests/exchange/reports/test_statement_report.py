"""The account statement as a workbook: two sides, real dates and numbers, totals that count, text that stays text."""

from datetime import date, datetime, time
from pathlib import Path

import pytest

from mentordesk.domain.contacts import ExchangeKind, ExchangeRow
from mentordesk.domain.programs import Format
from mentordesk.domain.scope import ALWAYS, Period
from mentordesk.domain.standing import Side
from mentordesk.domain.statement import make
from mentordesk.exchange.excel import excel
from mentordesk.exchange.reports import statement as layout
from tests.exchange.workbooks import opened

MADE = datetime(2026, 6, 4, 9, 41).astimezone()
YEAR = Period(date(2026, 1, 1), date(2026, 6, 4))
LEFT, RIGHT = "Amara Okonkwo", "Jonas Weidmann"


def gift(number: int, side: Side, points: int, on: date, what: str = "Scope talk") -> ExchangeRow:
    names = (LEFT, RIGHT) if side is Side.LEFT else (RIGHT, LEFT)
    kind = ExchangeKind.ADVICE if side is Side.LEFT else ExchangeKind.KNOWLEDGE
    return ExchangeRow(number, 1, f"{LEFT} & {RIGHT}", "traditional", side, *names, kind, points, on, what, None)


ENTRIES = [
    gift(1, Side.LEFT, 3, date(2025, 11, 3)),
    gift(2, Side.LEFT, 2, date(2026, 1, 13)),
    gift(3, Side.RIGHT, 1, date(2026, 2, 3), "=1+1 is no formula"),
    gift(4, Side.RIGHT, 3, date(2026, 5, 6), "-5 % on routes"),
]


def build(period: Period = YEAR, entries=ENTRIES, left: str = LEFT, right: str = RIGHT, kinds=()):
    return layout.build(make(left, right, entries, period, kinds), Format.TRADITIONAL, "Solvane", MADE, kinds)


@pytest.fixture
def cells(tmp_path: Path):
    path = tmp_path / "statement.xlsx"
    excel.write(build(), path)
    return opened(path)["Statement"]


def day(year: int, month: int, number: int) -> datetime:
    """As a cell gives it back."""
    return datetime.combine(date(year, month, number), time())


def row_with(sheet, value) -> int:
    return next(cell.row for row in sheet.iter_rows() for cell in row if cell.value == value)


def test_each_side_has_its_columns_around_the_date(cells) -> None:
    heading = row_with(cells, "Amara gave")
    assert [cell.value for cell in cells[heading] if cell.value][:9] == [
        *("Amara gave", "What Amara gave", "Amara: points", "Date"),
        *("Jonas: points", "Jonas gave", "What Jonas gave", "Balance after", "Has given more"),
    ]
    rows = [[cell.value for cell in cells[heading + place][1:10]] for place in range(1, 5)]
    assert rows[0] == [
        *(None, "Carried forward from 2025: 3 to 0", None, day(2026, 1, 1)),
        *(None, None, None, 3, "Amara +3"),
    ]
    assert rows[1] == ["Advice", "Scope talk", 2, day(2026, 1, 13), None, None, None, 5, "Amara +5"]
    assert rows[2] == [None, None, None, day(2026, 2, 3), 1, "Knowledge", "=1+1 is no formula", 4, "Amara +4"]
    assert rows[3][6:] == ["-5 % on routes", 1, "Amara +1"]


def test_dates_are_dates_and_words_that_look_like_a_formula_stay_words(cells) -> None:
    heading = row_with(cells, "Amara gave")
    assert cells.cell(heading + 1, 5).number_format.startswith("d mmm yyyy")
    assert cells.cell(heading + 3, 8).data_type == "s"


def test_totals_are_of_the_period_and_without_what_was_carried_forward(cells) -> None:
    last = row_with(cells, "Amara gave") + 5
    assert "Statement" in str(cells.cell(last, 4).value)
    assert str(cells.cell(last, 4).value).startswith("=SUBTOTAL(109")
    assert str(cells.cell(last, 6).value).startswith("=SUBTOTAL(109")


def test_the_sheet_is_ready_to_print_and_says_what_it_is(cells) -> None:
    assert (cells.page_setup.orientation, cells.page_setup.fitToWidth) == ("landscape", 1)
    assert row_with(cells, "Amara Okonkwo & Jonas Weidmann: account statement") == 2
    source = next(cell.value for cell in cells[3] if cell.value)
    assert source == (
        "Traditional pair. 1 January to 4 June 2026. 3 exchanges: Amara gave 2, Jonas gave 4. "
        "Balance at the end: Amara +1. Made by MentorDesk on 4 June 2026."
    )


def test_all_time_has_nothing_to_carry_forward_and_a_filter_is_said(tmp_path: Path) -> None:
    (sheet,) = build(ALWAYS, kinds=(ExchangeKind.KNOWLEDGE,)).sheets
    assert [row[5] for row in sheet.table.rows] == ["Knowledge", "Knowledge"]
    assert "Only knowledge." in sheet.source
    assert any("every kind" in said for said in sheet.note.paragraphs)
    (sheet,) = build(ALWAYS, entries=[]).sheets
    assert sheet.table.rows == []


@pytest.mark.parametrize(
    ("left", "right", "titles"),
    [
        ("Anna Berg", "Anna Roth", ("Anna Berg gave", "Anna Roth gave")),
        ("Anna Berg", "Anna Berg", ("Anna Berg (left) gave", "Anna Berg (right) gave")),
    ],
)
def test_two_people_of_one_name_keep_their_own_columns(
    tmp_path: Path, left: str, right: str, titles: tuple[str, str]
) -> None:
    report = build(left=left, right=right)
    columns = [column.title for column in report.sheets[0].table.columns]
    assert (columns[0], columns[5]) == titles
    assert len(set(columns)) == len(columns)
    assert excel.write(report, tmp_path / "two.xlsx").path.exists()


def test_twenty_five_years_are_one_sheet_whose_heading_is_repeated(tmp_path: Path) -> None:
    start = date(2001, 6, 9).toordinal()
    entries = [gift(number, Side.LEFT, 1, date.fromordinal(start + 15 * number), "w" * 90) for number in range(600)]
    path = tmp_path / "long.xlsx"
    excel.write(build(ALWAYS, entries), path)
    sheet = opened(path)["Statement"]
    heading = row_with(sheet, "Amara gave")
    assert sheet.print_title_rows == f"${heading}:${heading}"
    assert sheet.cell(heading + 600, 9).value == 600
    assert sheet.row_dimensions[heading + 1].height > 30
