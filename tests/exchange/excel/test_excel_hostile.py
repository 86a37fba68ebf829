"""Whatever people type arrives as the text it is."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mentordesk.exchange.excel import excel
from mentordesk.exchange.excel import text as excel_text
from mentordesk.exchange.workbook import Chart, Column, Report, Series, SummarySheet, TableSheet, TextSheet, Tile
from tests.exchange import workbooks

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), min_size=1, max_size=40)
NASTY = (
    *("=1+1", "+4712", "-", "@home", "'quoted", "#N/A", "#REF!", "TRUE", "0042", "1/2", "1E5", "_x0041_", "_x000D_"),
    *("  spaces  ", "two\nlines", "a & b < c > d", '"', "]]>", "=cmd|' /C calc'!A0", "\u202eabc", "é", "e\u0301", "👋"),
)


def test_texts_that_look_like_something_else_stay_texts(tmp_path):
    path = tmp_path / "nasty.xlsx"
    excel.write(
        workbooks.one_table(Column("Text"), Column("Any", "any"), rows=tuple((text, text) for text in NASTY)), path
    )
    sheet = workbooks.opened(path)["Facts"]
    for row, text in enumerate(NASTY, start=2):
        for cell in (sheet.cell(row, 1), sheet.cell(row, 2)):
            assert (cell.value, cell.data_type) == (text, "s")
            assert cell.quotePrefix == (text[0] in "=+-@#'")
    assert [row[0] for row in workbooks.by_calamine(path, "Facts")[1:]] == list(NASTY)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(ANY_TEXT, min_size=1, max_size=12))
def test_any_text_can_be_written_and_read_back(tmp_path, texts):
    path = tmp_path / "any.xlsx"
    excel.write(workbooks.one_table(Column("Text"), rows=tuple((text,) for text in texts)), path)
    read = [row[0] for row in workbooks.cells(workbooks.opened(path)["Facts"])][1:]
    assert read == [excel_text.clean(text) for text in texts]


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=ANY_TEXT, other=ANY_TEXT)
def test_any_name_can_stand_anywhere(tmp_path, text, other):
    table = workbooks.one_table(Column(text, tints=()), Column(other, noun=(text, other)), name=text).table(text)
    chart = Chart("clustered_columns", text, (text, other), (Series(other, "left", (1, 2)),), (text, (1, 1)), other)
    sheets = (
        SummarySheet(text, other, text, (Tile(text, (1, text), explanation=other),), other, table, (chart,)),
        TableSheet(text, table, other),
        TextSheet(other, text),
    )
    path = tmp_path / "names.xlsx"
    excel.write(Report(text, "names.xlsx", sheets), path)
    book = workbooks.opened(path)
    assert len(book.sheetnames) == 3
    assert book.worksheets[1]["A1"].value == excel_text.headings([text, other])[0]
