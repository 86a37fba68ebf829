"""The form workbook: what can be filled in, what is locked and hidden, that it comes back right from any program."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from mentordesk.domain.errors import FileError
from mentordesk.domain.responses import ResponseKind
from mentordesk.domain.standing import Side
from mentordesk.exchange.excel.form import write_form
from mentordesk.exchange.responses import form_keys, form_reader
from mentordesk.exchange.responses.answers import FormAnswers
from mentordesk.exchange.responses.form_book import FormBook, FormPair
from tests.answered import SOFFICE, add, answer, converted, save

ASKED = ("We laugh together.",)
AMARA, JONAS = "Amara Okonkwo", "Jonas Weidmann"
DAY = date(2026, 6, 10)


def pair(number: int = 1, left: str = AMARA, right: str = JONAS) -> FormPair:
    return FormPair(number, f"{left} & {right}", 10 * number, 10 * number + 1, left, right, own=ASKED)


def book(*pairs: FormPair, **values: object) -> FormBook:
    found = pairs or (pair(),)
    days = {"made_on": date(2026, 6, 4), "until": date(2026, 6, 18)}
    return FormBook("F-1", "Crossroads", pairs=found, asks=frozenset(ResponseKind), own=ASKED, **days, **values)


def filled(form: FormBook, path: Path) -> Path:
    """Both answer, one contact, one exchange."""
    workbook = openpyxl.load_workbook(write_form(form, path))
    answer(workbook["Check-in"], AMARA, {"Answered": DAY, "I can say": 4, "We laugh": 5, "Comment": "=1+1, really"})
    answer(workbook["Check-in"], JONAS, {"I can say": 2, "Are we": "Still deciding"})
    where = {} if form.single else {"Pair": form.pairs[0].label}
    add(workbook["Contacts"], 1, {**where, "Date": DAY, "How": "Coffee", "Minutes": 45, "What it": "Budgets"})
    gift = {"Who gave": JONAS, "Date": DAY, "What": "Feedback", "How much": 2, "In a few": "On the talk"}
    add(workbook["Exchanges"], 3, {**where, **gift})
    workbook["Check-in"]["B11"].data_type = "s"
    for row in workbook["Check-in"].iter_rows():
        for cell in row:
            if cell.data_type == "f":
                cell.data_type = "s"
    return save(workbook, path)


def read(path: Path) -> FormAnswers:
    found = form_reader.read(path)
    assert found is not None
    return found


@pytest.fixture
def many() -> FormBook:
    return book(pair(), pair(2, "Ruth Adler", "Mateo Quispe"))


def told(found: FormAnswers) -> list[tuple[object, ...]]:
    return [(it.kind, it.pair and it.pair.pair_id, it.side, dict(it.values), it.key) for it in found.answers]


EXPECTED = [
    (
        ResponseKind.CHECK_IN,
        1,
        Side.LEFT,
        {"on": DAY, "trust": 4, "own:1": 5, "comment": "=1+1, really"},
        "F-1/check_in/1/left",
    ),
    (ResponseKind.CHECK_IN, 1, Side.RIGHT, {"trust": 2, "fit": "Still deciding"}, "F-1/check_in/1/right"),
    (
        ResponseKind.CONTACT,
        1,
        None,
        {"on": DAY, "channel": "Coffee", "minutes": 45, "note": "Budgets"},
        "F-1/contact/1",
    ),
    (
        ResponseKind.EXCHANGE,
        1,
        None,
        {"giver": JONAS, "on": DAY, "kind": "Feedback", "points": 2, "what": "On the talk"},
        "F-1/exchange/3",
    ),
]


def test_a_form_of_a_pair_comes_back(tmp_path: Path) -> None:
    assert told(read(filled(book(), tmp_path / "pair.xlsx"))) == EXPECTED


def test_a_form_of_a_cohort_comes_back(tmp_path: Path, many: FormBook) -> None:
    assert told(read(filled(many, tmp_path / "cohort.xlsx"))) == EXPECTED


def test_libreoffice_may_fill_it_in_and_save_it(tmp_path: Path, many: FormBook) -> None:
    """Through its own .xlsx and through .ods, both kinds of form, in one run."""
    if SOFFICE is None:
        return
    paths = [filled(book(), tmp_path / "pair.xlsx"), filled(many, tmp_path / "cohort.xlsx")]
    for ending in ("xlsx", "ods"):
        for path in converted(paths, ending, tmp_path / ending):
            assert told(read(path)) == EXPECTED, path


def test_nothing_filled_in_is_no_answer(tmp_path: Path, many: FormBook) -> None:
    assert read(write_form(many, tmp_path / "empty.xlsx")).answers == ()


def test_a_row_belongs_to_the_pair_that_stands_in_it(tmp_path: Path, many: FormBook) -> None:
    """Somebody took the protection off and sorted the rows."""
    path = filled(many, tmp_path / "sorted.xlsx")
    workbook = openpyxl.load_workbook(path)
    sheet = workbook["Check-in"]
    for column in range(1, sheet.max_column + 1):
        first, second = sheet.cell(7, column), sheet.cell(10, column)
        first.value, second.value = second.value, first.value
    (moved,) = [it for it in read(save(workbook, path)).answers if it.values.get("trust") == 4]
    assert (moved.pair and moved.pair.pair_id, moved.side, moved.key) == (1, Side.LEFT, "F-1/check_in/1/left")


def test_an_unknown_pair_stays_without_one(tmp_path: Path, many: FormBook) -> None:
    path = write_form(many, tmp_path / "f.xlsx")
    workbook = openpyxl.load_workbook(path)
    add(workbook["Contacts"], 1, {"Pair": "Amara & Bob", "Date": DAY})
    (found,) = read(save(workbook, path)).answers
    assert found.pair is None
    assert found.values["pair"] == "Amara & Bob"


def test_only_answers_can_be_changed(tmp_path: Path, many: FormBook) -> None:
    workbook = openpyxl.load_workbook(write_form(many, tmp_path / "f.xlsx"))
    assert workbook.security.lockStructure
    for sheet in workbook.worksheets:
        assert sheet.protection.sheet, sheet.title
    sheet = workbook["Check-in"]
    last = column_of_comment(sheet)
    open_cells = {cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked}
    assert open_cells == {sheet.cell(row, column).coordinate for row in range(7, 11) for column in range(4, last + 1)}


def column_of_comment(sheet: object) -> int:
    from tests.answered import column_of

    return column_of(sheet, "Comment")  # type: ignore[arg-type]


@pytest.mark.parametrize("single", [True, False])
def test_every_drop_down_is_enforced(tmp_path: Path, single: bool) -> None:
    form = book() if single else book(pair(), pair(2, "Ruth Adler", "Mateo Quispe"))
    workbook = openpyxl.load_workbook(write_form(form, tmp_path / "f.xlsx"))
    rules = [rule for sheet in workbook.worksheets for rule in sheet.data_validations.dataValidation]
    limited = [rule for rule in rules if rule.type]
    assert {rule.type for rule in limited} == {"list", "date", "whole"}
    assert all(rule.showErrorMessage and rule.error for rule in limited)
    assert all(len(rule.prompt or "") <= 255 and len(rule.promptTitle or "") <= 32 for rule in rules)


def test_the_keys_cannot_be_shown_by_a_menu(tmp_path: Path) -> None:
    workbook = openpyxl.load_workbook(write_form(book(), tmp_path / "f.xlsx"))
    states = {sheet.title: sheet.sheet_state for sheet in workbook.worksheets}
    assert states == {
        "How to fill it in": "visible",
        "Check-in": "visible",
        "Contacts": "visible",
        "Exchanges": "visible",
        "Lists": "veryHidden",
        "MentorDesk": "veryHidden",
    }


def test_names_are_texts_whatever_they_begin_with(tmp_path: Path) -> None:
    odd = pair(1, "=HYPERLINK(1)", "#N/A")
    path = write_form(book(odd, pair(2)), tmp_path / "f.xlsx")
    cells = [cell for sheet in openpyxl.load_workbook(path).worksheets for row in sheet.iter_rows() for cell in row]
    assert not [cell.value for cell in cells if cell.data_type in ("f", "e")]
    workbook = openpyxl.load_workbook(path)
    for cell in [cell for row in workbook["Check-in"].iter_rows() for cell in row if cell.value in ("#N/A", odd.label)]:
        cell.data_type = "s"
    assert (
        form_keys.read([[str(c.value or "") for c in row] for row in workbook["MentorDesk"].iter_rows()], "f")
        .pairs[0]
        .left
        == odd.left
    )


def test_a_form_of_one_side_asks_that_side_alone(tmp_path: Path) -> None:
    path = write_form(book(sides=(Side.RIGHT,)), tmp_path / "f.xlsx")
    workbook = openpyxl.load_workbook(path)
    sheet = workbook["Check-in"]
    assert [cell.value for cell in sheet[7] if cell.value] == ["Question", JONAS, "What it means"]
    answer(sheet, JONAS, {"I can say": 3})
    (found,) = read(save(workbook, path)).answers
    assert found.side is Side.RIGHT


def test_damaged_keys_are_a_sentence(tmp_path: Path) -> None:
    path = write_form(book(), tmp_path / "f.xlsx")
    workbook = openpyxl.load_workbook(path)
    workbook["MentorDesk"]["B3"] = "99"
    with pytest.raises(FileError, match=r"hidden keys of the form .* are damaged"):
        form_reader.read(save(workbook, path))


def test_a_form_of_a_newer_version_is_a_sentence(tmp_path: Path) -> None:
    path = write_form(book(), tmp_path / "f.xlsx")
    workbook = openpyxl.load_workbook(path)
    workbook["MentorDesk"]["B1"] = "2"
    with pytest.raises(FileError, match="newer MentorDesk"):
        form_reader.read(save(workbook, path))


def test_a_sheet_that_is_gone_is_a_sentence(tmp_path: Path) -> None:
    path = write_form(book(), tmp_path / "f.xlsx")
    workbook = openpyxl.load_workbook(path)
    del workbook["Contacts"]
    with pytest.raises(FileError, match=r"sheet “Contacts” of the form .* is missing"):
        form_reader.read(save(workbook, path))


def test_another_workbook_is_no_form(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    workbook.worksheets[0].append(["Name", "E-mail"])
    assert form_reader.read(save(workbook, tmp_path / "roster.xlsx")) is None
    text = tmp_path / "text.csv"
    text.write_text("Name,E-mail\n", encoding="utf-8")
    assert form_reader.read(text) is None
