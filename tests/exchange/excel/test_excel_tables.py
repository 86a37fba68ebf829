"""Excel's own tables, and the figures under them with the values stored beside their formulas."""

import re
import zipfile

import pytest

from mentordesk.domain.errors import FileError
from mentordesk.exchange.excel import excel
from mentordesk.exchange.workbook import SUM, Column, Report, Table, TableSheet
from tests.exchange import workbooks


@pytest.fixture
def path(tmp_path):
    target = tmp_path / "Summary.xlsx"
    excel.write(workbooks.report(), target)
    return target


def _tables(path):
    with zipfile.ZipFile(path) as package:
        names = [name for name in package.namelist() if name.startswith("xl/tables/")]
    return [workbooks.part(path, name) for name in names]


def test_tables_have_unique_ids_and_names(path):
    tables = _tables(path)
    assert len({table.get("id") for table in tables}) == len(tables) == 3
    assert sorted(table.get("displayName") for table in tables) == ["Contacts", "Pairs", "Pairs_2"]


def test_column_names_equal_the_cells_above_the_rows(path):
    for sheet in workbooks.opened(path):
        for table in sheet.tables.values():
            heading = [cell.value for cell in sheet[table.ref][0]]
            assert [column.name for column in table.tableColumns] == heading
            assert [column.id for column in table.tableColumns] == list(range(1, len(heading) + 1))


def test_titles_that_are_alike_become_different_in_cells_and_table(tmp_path):
    columns = [Column(title) for title in ("Name", "NAME", "", "Level\nnow", "_x0041_")]
    excel.write(workbooks.one_table(*columns, rows=(("a", "b", "c", "d", "e"),)), tmp_path / "same.xlsx")
    sheet = workbooks.opened(tmp_path / "same.xlsx")["Facts"]
    titles = ["Name", "NAME 2", "Column 3", "Level now", "_ x0041_"]
    assert [cell.value for cell in sheet[1]] == titles
    assert [column.name for column in sheet.tables["Facts"].tableColumns] == titles


def test_the_filter_leaves_out_the_figures_below(path):
    sheet = workbooks.opened(path)["Pairs"]
    table = sheet.tables["Pairs"]
    assert (table.ref, table.autoFilter.ref, table.totalsRowCount) == ("A1:H6", "A1:H5", 1)
    summary = next(iter(workbooks.opened(path)["Summary"].tables.values()))
    assert summary.autoFilter is None


def test_every_formula_has_its_value_beside_it(path):
    formulas = workbooks.formulas(path)
    assert formulas["Pairs", "D6"] == ("=SUBTOTAL(109,Pairs[Mentor gave])", 42)
    assert formulas["Pairs", "A6"] == ("=SUBTOTAL(103,Pairs[Pair])", 4)
    assert formulas["Pairs", "F6"][1] == pytest.approx(42 / 69)
    assert formulas["Pairs", "G6"] == ('=IFERROR(SUBTOTAL(101,Pairs[Mentor rates]),"–")', pytest.approx(10.25 / 3))
    assert all(value is not None for _formula, value in formulas.values())
    stored = {value for (sheet, _cell), (_formula, value) in formulas.items() if sheet == "Summary"}
    assert {"3 of 4", "42 : 27", 780} <= stored


def test_headings_with_brackets_are_reached_by_their_cells(path):
    assert workbooks.formulas(path)["Contacts", "C42"] == ("=SUBTOTAL(109,'Contacts'!$C$2:$C$41)", sum(range(40)))


def test_a_table_of_one_row_has_its_bars_and_figures(tmp_path):
    report = Report("One", "o.xlsx", (TableSheet("Pairs", workbooks.pairs_table(workbooks.PAIRS[:1])),))
    excel.write(report, tmp_path / "o.xlsx")
    sheet = workbooks.part(tmp_path / "o.xlsx", "xl/worksheets/sheet1.xml")
    assert [each.text for each in workbooks.find(sheet, "//xm:sqref")] == ["D2", "E2"]
    assert workbooks.formulas(tmp_path / "o.xlsx")["Pairs", "D3"] == ("=SUBTOTAL(109,Pairs[Mentor gave])", 13)


def test_a_table_without_rows_has_one_empty_row_and_figures_of_nothing(tmp_path):
    report = Report("Empty", "e.xlsx", (TableSheet("Pairs", workbooks.pairs_table(rows=())),))
    excel.write(report, tmp_path / "e.xlsx")
    sheet = workbooks.opened(tmp_path / "e.xlsx", values=True)["Pairs"]
    assert sheet.tables["Pairs"].ref == "A1:H3"
    assert workbooks.cells(sheet)[1:] == [[None] * 8, [0, 0, None, 0, 0, "–", "–", 0]]


def test_sums_are_those_of_the_cells_above_them(path):
    formulas = workbooks.formulas(path)
    sums = {cell: value for cell, (formula, value) in formulas.items() if formula.startswith("=SUBTOTAL(109,Pairs[")}
    sheet = workbooks.opened(path, values=True)["Pairs"]
    for (name, cell), value in sums.items():
        letter = re.sub(r"\d", "", cell)
        if name == "Pairs":
            assert value == sum(sheet[f"{letter}{row}"].value for row in range(2, 6))
    assert len(sums) >= 3


def test_health_share_and_rates_are_tinted_by_rule(path):
    rules = workbooks.opened(path)["Pairs"].conditional_formatting
    by_range = {str(each.sqref): [rule.formula for rule in each.rules if rule.type == "expression"] for each in rules}
    assert ['B2="At risk"'] in by_range["B2:B5"]
    assert by_range["F2:F5"][0] == [f"AND(ISNUMBER(F2),OR(F2>{2 / 3!r},F2<{1 / 3!r}))"]
    assert by_range["G2:G5"][0] == ["AND(ISNUMBER(G2),OR(G2<3))"]
    assert by_range["A2:A5"] == [["MOD(ROW(),2)=1"]]


def test_bars_grow_from_the_middle_on_one_scale(path):
    sheet = workbooks.part(path, "xl/worksheets/sheet2.xml")
    bars = workbooks.find(sheet, "//x14:cfRule[@type='dataBar']")
    looks = [(bar[0].get("direction"), bar[0].get("gradient"), bar.get("id")) for bar in bars]
    assert [look[:2] for look in looks] == [("rightToLeft", "0"), ("leftToRight", "0")]
    assert [each.text for each in workbooks.find(sheet, "//xm:sqref")] == ["D2:D5", "E2:E5"]
    assert {each.text for each in workbooks.find(sheet, "//x14:cfvo[2]/xm:f")} == {"20"}
    plain = workbooks.find(sheet, "//m:cfRule[@type='dataBar']")
    assert [rule.find(".//m:color", workbooks.NAMESPACES).get("rgb") for rule in plain] == ["FFA9C4E6", "FFEBBE98"]
    assert [each.text for each in workbooks.find(sheet, "//m:cfRule//x14:id")] == [look[2] for look in looks]


def test_numbers_kept_as_text_are_no_mistakes(path):
    errors = workbooks.find(workbooks.part(path, "xl/worksheets/sheet2.xml"), "//m:ignoredError")
    assert [(each.get("sqref"), each.get("numberStoredAsText")) for each in errors] == [("A2:A5 B2:B5 C2:C5", "1")]


def test_parts_of_a_sheet_stand_in_the_order_excel_demands(path):
    order = (
        *("sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "mergeCells"),
        *("conditionalFormatting", "dataValidations", "pageMargins", "pageSetup", "headerFooter", "rowBreaks"),
        *("ignoredErrors", "drawing", "tableParts", "extLst"),
    )
    for number in range(1, 5):
        sheet = workbooks.part(path, f"xl/worksheets/sheet{number}.xml")
        places = [order.index(child.tag.partition("}")[2]) for child in sheet]
        assert places == sorted(places)


def test_a_report_too_long_for_a_sheet_is_refused_in_a_sentence(tmp_path):
    table = Table("Contacts", (Column("N", "integer", total=SUM),), workbooks.contact_rows(1_200_000))
    with pytest.raises(FileError, match="“Contacts” has 1,200,000 rows"):
        excel.write(Report("Long", "l.xlsx", (TableSheet("Contacts", table),)), tmp_path / "l.xlsx")
    assert list(tmp_path.iterdir()) == []
