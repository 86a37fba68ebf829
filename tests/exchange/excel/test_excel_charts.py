"""Native charts: what is drawn, from which cells, and that it is told to those who do not see it."""

import pytest
from openpyxl.utils import range_boundaries

from mentordesk.exchange.excel import excel
from mentordesk.exchange.excel.tiles import shares
from mentordesk.exchange.workbook import Chart, Report, Series, SummarySheet
from tests.exchange import workbooks


@pytest.fixture
def path(tmp_path):
    target = tmp_path / "Summary.xlsx"
    excel.write(workbooks.report(), target)
    return target


def _chart(path, number):
    return workbooks.part(path, f"xl/charts/chart{number}.xml")


def _texts(root, query):
    return [element.text for element in workbooks.find(root, query)]


def test_stacks_show_their_totals_and_the_target(path):
    chart = _chart(path, 1)
    assert [each.get("val") for each in workbooks.find(chart, "//c:barChart/c:grouping")] == ["stacked"]
    assert _texts(chart, "//c:barChart//c:tx//c:v") == ["Meetings", "Texts"]
    assert _texts(chart, "//c:lineChart//c:tx//c:v") == ["Total", "Rhythm"]
    assert _texts(chart, "//c:lineChart/c:ser[1]/c:val//c:v") == ["27", "23", "25"]
    assert [each.get("val") for each in workbooks.find(chart, "//c:legendEntry/c:idx")] == ["2"]
    dashes = chart.xpath("//*[local-name()='prstDash']/@val")
    assert "dash" in dashes


def test_columns_beside_each_other_have_the_colors_of_the_sides(path):
    chart = _chart(path, 2)
    assert [each.get("val") for each in workbooks.find(chart, "//c:barChart/c:grouping")] == ["clustered"]
    assert workbooks.find(chart, "//c:lineChart") == []
    colors = chart.xpath("//*[local-name()='ser']/*[local-name()='spPr']/*[local-name()='solidFill']/*/@val")
    assert colors == ["2463B0", "C8611A"]


def test_axes_are_drawn(path):
    for number in (1, 2):
        deleted = [
            each.get("val") for each in workbooks.find(_chart(path, number), "//c:catAx/c:delete|//c:valAx/c:delete")
        ]
        assert deleted == ["0", "0"]


def test_a_chart_carries_the_values_of_the_cells_it_refers_to(path):
    sheet = workbooks.opened(path, values=True)["Summary"]
    for number in (1, 2):
        for reference in workbooks.find(_chart(path, number), "//c:numRef"):
            cells = reference.find("c:f", workbooks.NAMESPACES).text.partition("!")[2].replace("$", "")
            column, first, _column, last = range_boundaries(cells)
            values = [sheet.cell(row, column).value for row in range(first, last + 1)]
            assert [float(text) for text in _texts(reference, ".//c:v")] == values
            assert [sheet.cell(row, 2).value for row in range(first, last + 1)] == list(workbooks.MONTHS)


def test_charts_say_what_they_show(path):
    drawing = workbooks.part(path, "xl/drawings/drawing1.xml")
    told = [each.get("descr") for each in workbooks.find(drawing, "//xdr:cNvPr")]
    assert told == ["Most contacts in March", "Points given per month"]


@pytest.mark.parametrize(("widths", "parts", "expected"), [([34, 10, 14, 14, 10], 3, [1, 2, 2]), ([5, 5], 2, [1, 1])])
def test_columns_are_shared_out_evenly(widths, parts, expected):
    spans = shares(widths, parts)
    assert [len(span) for span in spans] == expected
    assert spans[0].start == 2
    assert spans[-1].stop == 2 + len(widths)


def test_names_of_categories_stand_below_bars_that_go_below_zero(path, tmp_path):
    scores = Chart("clustered_columns", "Score", ("2024", "2025"), (Series("Score", "s1", (35, -20)),))
    report = Report("Scores", "s.xlsx", (SummarySheet("Scores", "Scores", "", charts=(scores,)),))
    excel.write(report, tmp_path / "s.xlsx")
    chart = _chart(tmp_path / "s.xlsx", 1)
    assert [each.get("val") for each in workbooks.find(chart, "//c:catAx/c:tickLblPos")] == ["low"]
    assert workbooks.find(chart, "//c:valAx/c:scaling/c:min") == []
    assert [each.get("val") for each in workbooks.find(chart, "//c:invertIfNegative")] == ["0"]
    positive = _chart(path, 2)
    assert [each.get("val") for each in workbooks.find(positive, "//c:valAx/c:scaling/c:min")] == ["0"]


def test_what_charts_are_drawn_from_is_not_printed(path):
    sheet = workbooks.opened(path)["Summary"]
    rows = {cell.value: cell.row for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)}
    _, _, _, last = range_boundaries(sheet.print_area.replace("$", "").rpartition("!")[2])
    assert rows["Pairs"] < last < rows["Figures behind the charts"]
    assert list(sheet.row_breaks.brk) == []


def test_charts_may_stand_above_a_long_table_with_a_filter(tmp_path):
    sheet = SummarySheet(
        *("Outcomes", "Outcomes", ""),
        table=workbooks.pairs_table(),
        charts=(workbooks.POINTS_CHART,),
        charts_first=True,
        filtered=True,
    )
    excel.write(Report("Outcomes", "o.xlsx", (sheet,)), tmp_path / "o.xlsx")
    found = workbooks.opened(tmp_path / "o.xlsx")["Outcomes"]
    table = next(iter(found.tables.values()))
    chart = found._charts[0].anchor
    assert chart.to.row < int(table.ref.partition(":")[0].lstrip("ABCDEFGH")) - 1
    assert table.autoFilter is not None
