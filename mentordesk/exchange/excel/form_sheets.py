"""The sheets of a form that are filled in: a page of questions for one pair, lists for all else. Knows no file."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

from mentordesk.domain.dates import long
from mentordesk.domain.responses import ResponseKind
from mentordesk.domain.standing import Side
from mentordesk.exchange.excel import form_looks as looks_of
from mentordesk.exchange.excel import form_rules, print_setup
from mentordesk.exchange.excel.form_looks import FormLook, FormLooks
from mentordesk.exchange.excel.form_rules import LISTS as LISTS
from mentordesk.exchange.responses.form_book import (
    CHECK_IN,
    FIRST_ROW,
    PAGE_COLUMN,
    PAGE_FIRST_ROW,
    SHEETS,
    Field,
    FormBook,
    as_asked,
    check_in_fields,
    contact_fields,
    exchange_fields,
)

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_LOOKS: dict[str, FormLook] = {
    "text": looks_of.ANSWER_TEXT,
    "date": looks_of.ANSWER_DAY,
    "pair": looks_of.ANSWER_WORD,
    "giver": looks_of.ANSWER_WORD,
    "channel": looks_of.ANSWER_WORD,
    "exchange": looks_of.ANSWER_WORD,
}
_PAGE_WIDTH, _HINT_WIDTH, _QUESTION_WIDTH = 21, 32, 40
_PRINTED_ROWS = 60
_EXPLANATIONS = {
    ResponseKind.CHECK_IN: "A row for each person. What is left empty is not counted.",
    ResponseKind.CONTACT: "A row for each time a pair was in touch. Informal ones count: a text, a coffee, a call.",
    ResponseKind.EXCHANGE: "A row for each thing that one of the two gave the other. Both give, and both take.",
}


def lay_out(workbook: "Workbook", form: FormBook, looks: FormLooks) -> None:
    """The sheets of what a form asks."""
    if ResponseKind.CHECK_IN in form.asks:
        sheet = workbook.create_sheet(CHECK_IN)
        if form.single:
            _page(sheet, form, looks)
        else:
            _check_in_list(sheet, form, looks)
        _finish(sheet)
    lists = ((ResponseKind.CONTACT, contact_fields(form)), (ResponseKind.EXCHANGE, exchange_fields(form)))
    for kind, asked in lists:
        if kind in form.asks:
            sheet = workbook.create_sheet(SHEETS[kind])
            _free_list(sheet, form, kind, asked, looks)
            _finish(sheet)


def _finish(sheet: "Worksheet") -> None:
    """Only answers can be changed; columns and rows may be made wider and higher."""
    sheet.sheet_view.showGridLines = False
    protection = sheet.protection
    protection.sheet = True
    protection.formatColumns = protection.formatRows = False


def _head(sheet: "Worksheet", form: FormBook, title: str, explanation: str, looks: FormLooks) -> None:
    """Title, whose form it is, and until when."""
    looks.put(sheet.cell(1, 2), title, looks_of.TITLE)
    looks.put(sheet.cell(2, 2), form.title, looks_of.SUBTITLE)
    looks.put(sheet.cell(3, 2), f"By {long(form.until)}. {explanation}", FormLook(color=looks_of.TEXT2, wrapped=False))
    sheet.row_dimensions[1].height = 26
    sheet.column_dimensions["A"].width = 3.5


# The page of questions


def _page(sheet: "Worksheet", form: FormBook, looks: FormLooks) -> None:
    """A question a row, a column for each who answers, and at the right what the numbers mean."""
    _head(sheet, form, CHECK_IN, "What is left empty is not counted.", looks)
    hints = PAGE_COLUMN + len(form.sides)
    sheet.column_dimensions["B"].width = _QUESTION_WIDTH
    sheet.column_dimensions[get_column_letter(hints)].width = _HINT_WIDTH
    head = PAGE_FIRST_ROW - 1
    for column, text in ((2, "Question"), (hints, "What it means")):
        looks.put(sheet.cell(head, column), text, looks_of.HEADING)
    for place, side in enumerate(form.sides):
        column = PAGE_COLUMN + place
        sheet.column_dimensions[get_column_letter(column)].width = _PAGE_WIDTH
        look = looks_of.LEFT if side is Side.LEFT else looks_of.RIGHT
        looks.put(sheet.cell(head - 1, column), form.roles[list(Side).index(side)], FormLook(size=9, across="center"))
        looks.put(sheet.cell(head, column), form.pairs[0].name(side), look)
    sheet.row_dimensions[head].height = 32
    for row, field in enumerate(as_asked(form), start=PAGE_FIRST_ROW):
        _question(sheet, form, row, field, hints, looks)
    print_setup.set_up(sheet, landscape=False)
    sheet.print_area = f"A1:{get_column_letter(hints)}{PAGE_FIRST_ROW + len(check_in_fields(form)) - 1}"


def _question(sheet: "Worksheet", form: FormBook, row: int, field: Field, hints: int, looks: FormLooks) -> None:
    looks.put(sheet.cell(row, 2), field.title, looks_of.QUESTION)
    looks.put(sheet.cell(row, hints), field.hint, looks_of.HINT)
    last = PAGE_COLUMN + len(form.sides) - 1
    for column in range(PAGE_COLUMN, last + 1):
        looks.put(sheet.cell(row, column), None, _look(field))
    sheet.row_dimensions[row].height = 110 if field.kind == "text" else 34 if len(field.title) > 36 else 28
    cells = f"{get_column_letter(PAGE_COLUMN)}{row}:{get_column_letter(last)}{row}"
    sheet.add_data_validation(form_rules.rule(field, form, cells, ""))


def _look(field: Field) -> FormLook:
    return _LOOKS.get(field.kind, looks_of.ANSWER)


# Lists


def _check_in_list(sheet: "Worksheet", form: FormBook, looks: FormLooks) -> None:
    """A row for each side of each pair: whose it is stands there, the rest is to be filled in."""
    given = (Field("pair", "Pair", "", width=32), Field("who", "Who", "", width=24))
    asked = check_in_fields(form)
    _columns(sheet, form, ResponseKind.CHECK_IN, (*given, *asked), looks)
    row = FIRST_ROW
    for pair in form.pairs:
        for side in form.sides:
            looks.put(sheet.cell(row, 2), pair.label, looks_of.GIVEN)
            looks.put(sheet.cell(row, 3), pair.name(side), looks_of.GIVEN)
            _answers(sheet, row, 4, asked, looks)
            row += 1
    _rules(sheet, form, asked, 4, row - 1)
    sheet.freeze_panes = f"D{FIRST_ROW}"


def _free_list(
    sheet: "Worksheet", form: FormBook, kind: ResponseKind, asked: Sequence[Field], looks: FormLooks
) -> None:
    """Rows to be filled in, numbered."""
    _columns(sheet, form, kind, asked, looks)
    for number in range(form.free_rows):
        looks.put(sheet.cell(FIRST_ROW + number, 1), number + 1, looks_of.NUMBER)
        _answers(sheet, FIRST_ROW + number, 2, asked, looks)
    _rules(sheet, form, asked, 2, FIRST_ROW + form.free_rows - 1)
    sheet.freeze_panes = f"A{FIRST_ROW}"
    # Nobody wants hundreds of empty rows on paper.
    printed = FIRST_ROW + min(form.free_rows, _PRINTED_ROWS) - 1
    sheet.print_area = f"A1:{get_column_letter(1 + len(asked))}{printed}"


def _columns(sheet: "Worksheet", form: FormBook, kind: ResponseKind, asked: Sequence[Field], looks: FormLooks) -> None:
    _head(sheet, form, SHEETS[kind], _EXPLANATIONS[kind], looks)
    hints = [_meaning(field) for field in asked]
    for column, (field, hint) in enumerate(zip(asked, hints, strict=True), start=2):
        sheet.column_dimensions[get_column_letter(column)].width = field.width
        looks.put(sheet.cell(FIRST_ROW - 2, column), hint, FormLook(size=8, color=looks_of.TEXT2, down="bottom"))
        looks.put(sheet.cell(FIRST_ROW - 1, column), field.title, looks_of.HEADING)
    sheet.row_dimensions[FIRST_ROW - 2].height = 24 if any(hints) else 12
    sheet.row_dimensions[FIRST_ROW - 1].height = 56 if kind is ResponseKind.CHECK_IN else 22
    print_setup.set_up(sheet, heading_row=FIRST_ROW - 1, landscape=not form.single)


def _meaning(field: Field) -> str:
    """What stands small above a column of numbers."""
    return {"scale": "1 to 5", "recommend": "0 to 10", "points": "1, 2 or 3"}.get(field.kind, "")


def _answers(sheet: "Worksheet", row: int, first: int, asked: Sequence[Field], looks: FormLooks) -> None:
    for column, field in enumerate(asked, start=first):
        looks.put(sheet.cell(row, column), None, _look(field))
    sheet.row_dimensions[row].height = 20


def _rules(sheet: "Worksheet", form: FormBook, asked: Sequence[Field], first: int, last_row: int) -> None:
    for column, field in enumerate(asked, start=first):
        letter = get_column_letter(column)
        cells = f"{letter}{FIRST_ROW}:{letter}{last_row}"
        sheet.add_data_validation(form_rules.rule(field, form, cells, f"$B{FIRST_ROW}"))
