"""How sheets print: landscape, one page wide, headings on every page, a footer. Knows no content."""

from datetime import date

from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from mentordesk.domain.dates import long
from mentordesk.exchange import paper

_PAPER_LETTER, _PAPER_A4 = 1, 9


def set_up(
    worksheet: Worksheet, *, heading_row: int | None = None, area: str | None = None, landscape: bool = True
) -> None:
    """Makes a sheet ready to print; the heading row is repeated on each page, what is outside of `area` is left out."""
    worksheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    worksheet.page_setup.orientation = "landscape" if landscape else "portrait"
    worksheet.page_setup.paperSize = _PAPER_LETTER if paper.is_letter() else _PAPER_A4
    worksheet.page_setup.fitToWidth = 1
    worksheet.page_setup.fitToHeight = 0
    if heading_row is not None:
        worksheet.print_title_rows = f"{heading_row}:{heading_row}"
    if area is not None:
        worksheet.print_area = area
    margins = worksheet.page_margins
    margins.left = margins.right = 0.5
    margins.top, margins.bottom, margins.header, margins.footer = 0.5, 0.7, 0.3, 0.3
    footer = worksheet.oddFooter
    footer.left.text, footer.center.text = "&F", "Page &P of &N"
    for part in (footer.left, footer.center, footer.right):
        part.size = 8


def say_when(worksheet: Worksheet, made: date) -> None:
    """The day the workbook was made, in words at the foot: Excel's own date is that of the print, in figures."""
    worksheet.oddFooter.right.text = long(made)
