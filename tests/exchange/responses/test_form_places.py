"""Forms that were changed before they came back: rows put in, columns taken out, rows below the last one."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from mentordesk.domain.responses import ResponseKind
from mentordesk.domain.standing import Side
from mentordesk.exchange.excel.form import write_form
from mentordesk.exchange.responses import form_reader
from mentordesk.exchange.responses.form_book import FormBook, FormPair
from tests.answered import answer

AMARA, JONAS, RUTH, MATEO = "Amara Okonkwo", "Jonas Weidmann", "Ruth Adler", "Mateo Quispe"
DAY = date(2026, 6, 10)


def pair(number: int, left: str, right: str) -> FormPair:
    return FormPair(number, f"{left} & {right}", 10 * number, 10 * number + 1, left, right)


FIRST, SECOND = pair(1, AMARA, JONAS), pair(2, RUTH, MATEO)


@pytest.fixture
def form(tmp_path: Path):
    """A form of these pairs, changed by a function and read back."""

    def make(change, *pairs: FormPair):
        made = FormBook("F-1", "Crossroads", date(2026, 6, 4), date(2026, 6, 18), pairs, frozenset(ResponseKind))
        workbook = openpyxl.load_workbook(write_form(made, tmp_path / "form.xlsx"))
        change(workbook)
        workbook.save(tmp_path / "back.xlsx")
        found = form_reader.read(tmp_path / "back.xlsx")
        assert found is not None
        return found.answers

    return make


def said(answers) -> list[tuple[object, ...]]:
    return [(it.pair and it.pair.pair_id, it.side, it.values) for it in answers]


def test_a_column_that_was_taken_out_moves_no_answer(form) -> None:
    def change(workbook) -> None:
        answer(workbook["Check-in"], RUTH, {"Answered": DAY, "I can say": 5, "It is worth": 4, "We move": 2})
        headings = [cell.value for cell in workbook["Check-in"][6]]
        workbook["Check-in"].delete_cols(headings.index("It is worth my time") + 1)

    assert said(form(change, FIRST, SECOND)) == [(2, Side.LEFT, {"on": DAY, "trust": 5, "progress": 2})]


def test_a_row_above_the_headings_hides_nobody(form) -> None:
    def change(workbook) -> None:
        for name, points in ((AMARA, 1), (MATEO, 4)):
            answer(workbook["Check-in"], name, {"I can say": points})
        workbook["Check-in"].insert_rows(3)

    found = form(change, FIRST, SECOND)
    assert said(found) == [(1, Side.LEFT, {"trust": 1}), (2, Side.RIGHT, {"trust": 4})]
    assert found[1].place == "Check-in, row 11"


def test_a_row_in_the_page_of_questions_moves_no_answer(form) -> None:
    def change(workbook) -> None:
        answer(workbook["Check-in"], JONAS, {"I can say": 5, "We move": 2})
        workbook["Check-in"].insert_rows(10)

    assert said(form(change, FIRST)) == [(1, Side.RIGHT, {"trust": 5, "progress": 2})]


def test_rows_below_the_last_one_are_read(form) -> None:
    def change(workbook) -> None:
        sheet = workbook["Contacts"]
        for column, value in zip("BCDE", (DAY, "Coffee", 30, "One more"), strict=True):
            sheet[f"{column}40"] = value

    (found,) = form(change, FIRST)
    assert (found.pair, found.place, found.values["note"]) == (FIRST, "Contacts, row 40", "One more")
    assert found.key == "F-1/contact/34"


def test_a_check_in_below_the_last_one_needs_a_name_of_the_pair(form) -> None:
    def change(workbook) -> None:
        for row, who in ((30, JONAS), (31, "Somebody Else")):
            for column, value in zip("BCE", (FIRST.label, who, 3), strict=True):
                workbook["Check-in"][f"{column}{row}"] = value

    known, unknown = form(change, FIRST, SECOND)
    assert (known.pair, known.side) == (FIRST, Side.RIGHT)
    assert (unknown.pair, unknown.side) == (None, None)
