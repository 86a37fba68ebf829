"""The first sheet of a form: what to do, until when, and who will read it. Knows no answer cell but its look."""

from typing import TYPE_CHECKING

from mentordesk.domain.dates import long
from mentordesk.domain.responses import ResponseKind
from mentordesk.exchange.excel import form_looks as looks_of
from mentordesk.exchange.excel import print_setup
from mentordesk.exchange.excel.form_looks import FormLooks
from mentordesk.exchange.responses.form_book import CHECK_IN, CONTACTS, EXCHANGES, FormBook

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_LETTERS_A_LINE, _LINE = 100, 14.5


def lay_out(sheet: "Worksheet", form: FormBook, looks: FormLooks) -> None:
    """Title, steps, an answer cell as an example, and what becomes of the answers."""
    sheet.sheet_view.showGridLines = False
    for letter, width in (("A", 3), ("B", 5), ("C", 84)):
        sheet.column_dimensions[letter].width = width
    looks.put(sheet.cell(2, 2), form.title, looks_of.TITLE)
    looks.put(sheet.cell(3, 2), f"Please send it back by {long(form.until)}", looks_of.SUBTITLE)
    sheet.row_dimensions[2].height = 26
    row = 5
    for number, text in enumerate(_steps(form), start=1):
        looks.put(sheet.cell(row, 2), f"{number}.", looks_of.STEP)
        row = _paragraph(sheet, row, text, looks)
    looks.put(sheet.cell(row, 3), "Cells that look like this one are yours to fill in. All others are locked.", _SAMPLE)
    sheet.row_dimensions[row].height = 22
    looks.put(sheet.cell(row + 2, 2), "Who reads it", looks_of.SUBTITLE)
    row += 3
    for text in _readers(form):
        row = _paragraph(sheet, row, text, looks)
    sheet.protection.sheet = True
    print_setup.set_up(sheet, landscape=False)


_SAMPLE = looks_of.FormLook(
    fill=looks_of.ANSWER_FILL, line=looks_of.ANSWER_LINE, color=looks_of.TEXT2, size=9, indent=1
)


def _paragraph(sheet: "Worksheet", row: int, text: str, looks: FormLooks) -> int:
    """Writes a paragraph; returns the row below it."""
    looks.put(sheet.cell(row, 3), text, looks_of.PARAGRAPH)
    sheet.row_dimensions[row].height = _LINE * (1 + len(text) // _LETTERS_A_LINE) + 5
    return row + 1


def _steps(form: FormBook) -> list[str]:
    told = []
    if ResponseKind.CHECK_IN in form.asks:
        told.append(_check_in_step(form))
    if ResponseKind.CONTACT in form.asks:
        told.append(
            f"On the sheet {CONTACTS}, write down when you were in touch: a meeting, a call, a text, a coffee. "
            "One row for each; a rough number of minutes will do."
        )
    if ResponseKind.EXCHANGE in form.asks:
        told.append(
            f"On the sheet {EXCHANGES}, write down what one of you gave the other: advice, feedback, an introduction. "
            "Both of you give, and both of you take. 1 is a moment of help, 2 an hour or real effort, 3 opens a door."
        )
    return [
        *told,
        "Many cells have an arrow that shows what can be chosen. What you do not know may stay empty.",
        "Save the workbook under its own name and send it back. Do not copy the answers into another workbook.",
    ]


def _check_in_step(form: FormBook) -> str:
    scale = "from 1 (not at all) to 5 (fully)"
    if not form.single:
        return f"On the sheet {CHECK_IN} each person has a row. Answer the questions {scale}."
    if len(form.sides) == 1:
        return f"On the sheet {CHECK_IN}, answer the questions {scale}."
    return f"On the sheet {CHECK_IN} each of you has a column. Answer the questions {scale}."


def _readers(form: FormBook) -> list[str]:
    told = [
        "The coordinator of the program reads the workbook. Answers are shown to others only as averages of groups."
    ]
    if ResponseKind.CHECK_IN not in form.asks:
        return told
    told.append("Comments of the check-in are confidential: the coordinator alone reads them, no report has them.")
    if len(form.sides) > 1:
        told.append("Whoever fills in this workbook can see what stands in it. Ask for one of your own if you prefer.")
    return told
