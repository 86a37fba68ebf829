"""Rows to fix, and the empty roster."""

from datetime import date

from openpyxl.worksheet.cell_range import MultiCellRange

from mentordesk.exchange.excel import excel
from mentordesk.exchange.excel.roster import COLUMNS
from tests.exchange import workbooks


def test_rejected_rows_keep_their_cells_and_say_what_is_wrong(tmp_path):
    rows = [
        (["=Bob", 1234.0, date(2026, 2, 3), True], "E-mail is empty. Type it here, or skip the row"),
        (["Ann", None], "Capacity must be a number. Use 2?"),
    ]
    excel.write_rejects(tmp_path / "r.xlsx", ["Name", "Number", "Hired on", "External"], rows)
    assert workbooks.by_calamine(tmp_path / "r.xlsx", "Rows to fix") == [
        ["Name", "Number", "Hired on", "External", "Problem"],
        ["=Bob", 1234, date(2026, 2, 3), "Yes", "E-mail is empty. Type it here, or skip the row"],
        ["Ann", "", "", "", "Capacity must be a number. Use 2?"],
    ]


def test_the_problem_of_an_earlier_round_is_replaced(tmp_path):
    excel.write_rejects(tmp_path / "r.xlsx", ["Name", "Problem"], [(["Ann", "old"], "new")])
    assert workbooks.by_calamine(tmp_path / "r.xlsx", "Rows to fix") == [["Name", "Problem"], ["Ann", "new"]]


def test_the_empty_roster_has_explained_columns(tmp_path):
    excel.write_template(tmp_path / "Roster.xlsx")
    book = workbooks.opened(tmp_path / "Roster.xlsx")
    assert book.sheetnames == ["Roster", "How to fill it in"]
    headings = [cell.value for cell in book["Roster"][1]]
    assert headings == [column.heading for column in COLUMNS]
    assert all(cell.value is None for cell in book["Roster"][2])
    told = dict(row[1:3] for row in workbooks.cells(book["How to fill it in"]))
    for column in COLUMNS:
        assert told[column.heading] == column.explanation


def test_the_empty_roster_lets_one_pick_and_says_what_is_meant(tmp_path):
    excel.write_template(tmp_path / "Roster.xlsx")
    rules = workbooks.opened(tmp_path / "Roster.xlsx")["Roster"].data_validations.dataValidation
    assert len(rules) == len(COLUMNS)
    by_title = {rule.promptTitle: rule for rule in rules}
    assert by_title["Role"].formula1 == '"mentor,mentee,peer,both"'
    assert (by_title["Level"].formula1, by_title["Level"].formula2) == ("1", "7")
    assert by_title["Capacity"].error == "Capacity is a whole number from 0 to 50."
    assert by_title["Name"].sqref == MultiCellRange("A2:A5000")
    assert all(len(rule.prompt) <= 255 and len(rule.promptTitle) <= 32 for rule in rules)


def test_a_roster_that_was_filled_in_can_be_read(tmp_path):
    path = tmp_path / "Roster.xlsx"
    excel.write_template(path)
    book = workbooks.opened(path)
    book["Roster"]["A2"], book["Roster"]["C2"], book["Roster"]["H2"] = "Amara Okonkwo", "0042", 3
    book.save(path)
    heading, row = workbooks.by_calamine(path, "Roster")[:2]
    filled = dict(zip(heading, row, strict=True))
    assert (filled["Name"], filled["Employee number"], filled["Level"]) == ("Amara Okonkwo", "0042", 3)
