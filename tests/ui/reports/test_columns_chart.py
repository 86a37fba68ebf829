"""Columns side by side in the preview: any number of series, below zero too."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel

from mentordesk.exchange.workbook import Chart, Report, Series, SummarySheet, Table
from mentordesk.exchange.workbook import Column as SheetColumn
from mentordesk.ui import theme
from mentordesk.ui.reports.columns_chart import ColumnsChart
from mentordesk.ui.reports.paper.charts import scale_of
from mentordesk.ui.reports.preview_summary import SummaryPreview
from mentordesk.ui.widgets.row_table import RowTable
from mentordesk.ui.widgets.two_sided_bars import TwoSidedBars

SCORES = Chart("clustered_columns", "Would recommend", ("One", "Two"), (Series("Score", "s1", (40, -30)),))
GIVEN = Chart(
    "clustered_columns", "Given", ("Jan",), (Series("Mentors", "left", (4,)), Series("Mentees", "right", (3,)))
)
MEANS = Chart(
    "clustered_columns", "Means", ("A",), (Series("Mentors", "left", (4.5,)), Series("Mentees", "right", (3,)))
)


def preview(qtbot, *charts: Chart, charts_first: bool = False) -> SummaryPreview:
    table = Table("Figures", (SheetColumn("Figure"),), [("Pairs",)])
    sheet = SummarySheet("Summary", "Summary", "", (), "Figures", table, charts, charts_first=charts_first)
    made = SummaryPreview(Report("Report", "report.xlsx", (sheet,)), sheet)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    return made


@pytest.mark.parametrize(("chart", "kind"), [(SCORES, ColumnsChart), (GIVEN, TwoSidedBars), (MEANS, ColumnsChart)])
def test_each_chart_is_drawn_as_what_it_is(qtbot, chart: Chart, kind: type) -> None:
    found = preview(qtbot, chart)
    assert [type(each) for each in found.findChildren((ColumnsChart, TwoSidedBars)[kind is TwoSidedBars])] == [kind]


def test_a_value_below_zero_is_drawn_below_the_axis(qtbot) -> None:
    drawn = ColumnsChart(SCORES)
    qtbot.addWidget(drawn)
    drawn.resize(400, 300)
    drawn.show()
    image, color = drawn.grab().toImage(), QColor(theme.current().hex("s1")).name()

    def rows(x: int) -> list[int]:
        return [y for y in range(60, 300) if image.pixelColor(x, y).name() == color]

    up, down = rows(130), rows(310)
    assert up
    assert down
    assert max(up) <= min(down) + 1
    assert drawn.table().rows == (("One", "40"), ("Two", "-30"))


def test_the_axis_has_round_numbers_and_zero() -> None:
    low, high, step = scale_of(SCORES)
    assert low <= -30
    assert high >= 40
    assert low % step == high % step == 0


def test_charts_stand_above_a_long_table_where_the_sheet_says_so(qtbot) -> None:
    for first in (True, False):
        found = preview(qtbot, SCORES, charts_first=first)
        chart, table = found.findChild(ColumnsChart), found.findChild(RowTable)
        tops = [each.mapTo(found, each.rect().topLeft()).y() for each in (chart, table)]
        assert (tops[0] < tops[1]) is first


def test_what_a_chart_leaves_out_is_said_below_its_title(qtbot) -> None:
    missing = "Peers are not shown here, so that nobody in a small group can be made out."
    found = preview(qtbot, replace(MEANS, missing=missing), SCORES)
    said = [each for each in found.findChildren(QLabel) if each.text() == missing]
    assert len(said) == 1
    assert said[0].isVisible()


def test_of_a_name_and_a_value_the_value_has_the_room(qtbot) -> None:
    table = Table("Person", (SheetColumn("What"), SheetColumn("Value")), [("E-mail", "amara.okonkwo@solvane.example")])
    sheet = SummarySheet("Person", "Person", "", (), "Person", table, ())
    found = SummaryPreview(Report("Report", "report.xlsx", (sheet,)), sheet)
    qtbot.addWidget(found)
    found.resize(900, 700)
    found.show()
    (shown,) = found.findChildren(RowTable)
    assert shown.columnWidth(1) > 2 * shown.columnWidth(0)
