"""The only writer of forms to fill in: protected sheets with drop-downs, instructions, hidden keys. Knows no desk."""

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from mentordesk.exchange.excel import target
from mentordesk.exchange.responses import form_keys
from mentordesk.exchange.responses.form_book import FormBook

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

HELP = "How to fill it in"


def write_form(form: FormBook, path: Path) -> Path:
    """Writes a form. FileError when the file cannot be written: one that was there is untouched then."""
    packed = BytesIO()  # a full disk meets a few bytes then, not a half closed archive
    workbook(form).save(packed)
    with target.replacing(path, "form") as file:
        file.write(packed.getbuffer())
    return path


def workbook(form: FormBook) -> "Workbook":
    """The form as a workbook: what to do, a sheet for each kind of answer, and the hidden keys."""
    from openpyxl import Workbook
    from openpyxl.packaging.core import DocumentProperties
    from openpyxl.workbook.protection import WorkbookProtection

    from mentordesk.exchange.excel import form_help, form_sheets
    from mentordesk.exchange.excel import text as excel_text
    from mentordesk.exchange.excel.form_looks import FormLooks

    made = Workbook()
    made.properties = DocumentProperties(
        title=excel_text.clean(form.title), subject="To fill in and send back", creator=""
    )
    looks = FormLooks()
    help_sheet = made.worksheets[0]
    help_sheet.title = HELP
    form_help.lay_out(help_sheet, form, looks)
    form_sheets.lay_out(made, form, looks)
    _hide(made.create_sheet(form_sheets.LISTS), [(it.label, it.left, it.right) for it in form.pairs])
    _hide(made.create_sheet(form_keys.SHEET), form_keys.rows(form))
    # Not against anybody, only against slips: there is no password.
    made.security = WorkbookProtection(lockStructure=True)
    return made


def _hide(sheet: "Worksheet", rows: "list[tuple[str, ...]] | list[form_keys.KeyRow]") -> None:
    """A sheet that no menu of Excel shows. Every cell is a text."""
    from mentordesk.exchange.excel import text as excel_text

    for row, texts in enumerate(rows, start=1):
        for column, text in enumerate(texts, start=1):
            cell = sheet.cell(row, column)
            cell.value = excel_text.clean(text)
            cell.data_type, cell.number_format = "s", "@"
    sheet.sheet_state = "veryHidden"
    sheet.protection.sheet = True
