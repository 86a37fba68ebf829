"""What a workbook contains, as the preview shows it."""

from datetime import date, datetime

import pytest

from mentordesk.exchange.excel import excel
from mentordesk.exchange.workbook import (
    AVERAGE,
    COUNT,
    HEALTH_TINTS,
    RATING_TINTS,
    SHARE_TINTS,
    SUM,
    Column,
    Figure,
    Report,
    Shown,
    Table,
    TableSheet,
    Tile,
    Total,
)
from mentordesk.exchange.workbook_figures import NOTHING, shown, tally, tile_value
from tests.exchange import workbooks


@pytest.mark.parametrize(
    ("value", "kind", "text"),
    [
        (date(2026, 6, 2), "date", "2 Jun 2026"),
        (datetime(2026, 6, 2, 9, 5), "moment", "2 Jun 2026 09:05"),  # noqa: DTZ001
        (0.448, "percent", "45 %"),
        (0.585, "percent", "59 %"),
        (4.25, "average", "4.3"),
        (4.35, "average", "4.4"),
        (2.5, "points", "3"),
        (0, "hours", "–"),
        (18, "hours", "18"),
        (9, "of", "of 9"),
        (12_345, "integer", "12,345"),
        (1.5, "number", "1.5"),
        (3.0, "any", "3"),
        (True, "any", "Yes"),
        (None, "hours", ""),
        (float("nan"), "average", NOTHING),
        ("0042", "any", "0042"),
    ],
)
def test_values_are_shown_as_excel_shows_them(value, kind, text):
    assert shown(value, kind) == text


def test_a_cell_takes_the_tone_of_the_first_rule_that_fits():
    health, share, rating = (
        Column("H", tints=HEALTH_TINTS),
        Column("S", tints=SHARE_TINTS),
        Column("R", tints=RATING_TINTS),
    )
    assert [health.tone(word) for word in ("On track", "at risk", "Too early", None)] == ["good", "risk", None, None]
    assert [share.tone(value) for value in (0.68, 2 / 3, 0.5, 0.33, None)] == ["watch", None, None, "watch", None]
    assert [rating.tone(value) for value in (2.9, 3, "2")] == ["risk", None, None]


def test_totals_count_what_the_rows_hold():
    report = workbooks.report()
    counted = tally(report, report.table("Pairs"))
    assert counted.figure("Pair", COUNT) == 4
    assert counted.figure("Health", Total("count_of", word="On track")) == 1
    assert counted.figure("Mentor gave", SUM) == 42
    assert counted.figure("Mentor rates", AVERAGE) == pytest.approx((4.25 + 3.5 + 2.5) / 3)
    share = Total("share", part="Mentor gave", rest="Mentee gave")
    assert counted.figure("Share given by mentor", share) == pytest.approx(42 / 69)


def test_figures_over_nothing_are_a_dash_or_zero():
    table = workbooks.pairs_table(rows=())
    report = Report("Empty", "Empty.xlsx", (TableSheet("Pairs", table),))
    counted = tally(report, table)
    figures = [counted.figure(column.title, column.total) for column in table.columns if column.total]
    assert figures == [0, 0, 0, 0, NOTHING, NOTHING, 0]


def test_tiles_say_their_figures():
    report = workbooks.report()
    told = {tile.label: shown(tile_value(report, tile), tile.kind) for tile in workbooks.tiles()}
    assert told == {
        "Pairs": "4",
        "In contact, 30 days": "3 of 4",
        "Milestones on time": "85 %",
        "Check-in average": "3.4",
        "Give and take": "42 : 27",
        "Minutes": "780",
        "Cohorts": "one",
    }


def test_a_joined_tile_rounds_as_its_kind_does():
    report = workbooks.report()
    tile = Tile("Rates", (Figure("Pairs", "Mentor rates", AVERAGE), " of ", 5), "average")
    assert tile_value(report, tile) == "3.4 of 5"


def test_long_rows_come_anew_each_time():
    rows = workbooks.contact_rows(3)
    assert len(rows) == 3
    assert list(rows) == list(rows)
    assert [cells[1] for cells in rows] == ["note 0", "note 1", "note 2"]


def test_a_table_with_a_sheet_of_its_own_is_found_first():
    report = workbooks.report()
    assert [table.name for table in report.tables()] == ["Pairs", "Contacts", "Pairs"]
    assert report.table("Contacts").index("Minutes, all") == 2
    with pytest.raises(KeyError):
        report.table("Goals")
    with pytest.raises(ValueError, match="not in"):
        Table("Pairs", ()).index("Pair")


def test_one_column_of_figures_shows_each_in_its_own_way(tmp_path) -> None:
    kinds = {"percent": (0.17, "17 %"), "score": (-20, "−20"), "gain": (1.25, "+1.3"), "ratio": (0.5, "0.50")}
    rows = tuple((kind, Shown(value, kind)) for kind, (value, _) in kinds.items())
    assert [shown(cells[1], "number") for cells in rows] == [text for _, text in kinds.values()]
    excel.write(workbooks.one_table(Column("Figure"), Column("Value", "number"), rows=rows), tmp_path / "f.xlsx")
    sheet = workbooks.opened(tmp_path / "f.xlsx")["Facts"]
    formats = [sheet.cell(row, 2).number_format for row in range(2, 6)]
    assert formats == ["0 %", '+0;"−"0;0', '+0.0;"−"0.0;0.0', "0.00"]
    assert [sheet.cell(row, 2).value for row in range(2, 6)] == [value for value, _ in kinds.values()]


def test_columns_for_the_screen_are_not_printed(tmp_path) -> None:
    columns = (Column("Name"), Column("Place"), Column("Address", on_screen=True))
    excel.write(workbooks.one_table(*columns, rows=(("a", "b", "c"),)), tmp_path / "p.xlsx")
    sheet = workbooks.opened(tmp_path / "p.xlsx")["Facts"]
    assert sheet.print_area.replace("$", "").endswith("A1:B2")
    assert sheet["C2"].value == "c"
