"""How the cells of a form look, and which of them can be filled in. Knows no question."""

from copy import copy
from dataclasses import dataclass, replace
from typing import Any

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

from mentordesk.exchange.excel import text as excel_text
from mentordesk.exchange.excel.looks import (
    ACCENT,
    FONT,
    GRID,
    ON_ACCENT,
    SIZE,
    SUNKEN,
    TEXT,
)
from mentordesk.exchange.excel.looks import (
    TEXT2 as TEXT2,
)
from mentordesk.exchange.workbook import Value

ANSWER_FILL, ANSWER_LINE = "EDF4F2", "B4CFCA"
LEFT_FILL, LEFT_TEXT = "E3ECF8", "1C4F8F"
RIGHT_FILL, RIGHT_TEXT = "FBEADB", "944008"


@dataclass(frozen=True)
class FormLook:
    """A look of a cell. `answer` can be filled in; `line` colors its frame or, of others, the line below."""

    bold: bool = False
    size: float = SIZE
    color: str = TEXT
    fill: str = ""
    across: str | None = "left"
    down: str = "center"
    wrapped: bool = True
    indent: int = 0
    line: str = ""
    number_format: str = "General"
    answer: bool = False


TITLE = FormLook(bold=True, size=16, wrapped=False)
SUBTITLE = FormLook(bold=True, size=11, color=ACCENT, wrapped=False)
PARAGRAPH = FormLook(down="top")
STEP = FormLook(bold=True, color=ACCENT, across="right", down="top")
HEADING = FormLook(bold=True, color=ON_ACCENT, fill=ACCENT, line=ACCENT, indent=1)
QUESTION = FormLook(line=GRID, indent=1)
GIVEN = FormLook(fill=SUNKEN, line=GRID, indent=1)
HINT = FormLook(size=9, color=TEXT2, line=GRID, indent=1)
NUMBER = FormLook(size=8, color=TEXT2, across="right", wrapped=False)
LEFT = FormLook(bold=True, color=LEFT_TEXT, fill=LEFT_FILL, across="center")
RIGHT = FormLook(bold=True, color=RIGHT_TEXT, fill=RIGHT_FILL, across="center")
ANSWER = FormLook(fill=ANSWER_FILL, line=ANSWER_LINE, across="center", answer=True)
ANSWER_TEXT = replace(ANSWER, across="left", down="top", indent=1)
ANSWER_WORD = replace(ANSWER, across="left", indent=1)
ANSWER_DAY = replace(ANSWER, number_format="d mmm yyyy")


class FormLooks:
    """Puts looks on cells: each is made once in a workbook."""

    def __init__(self) -> None:
        self._made: dict[FormLook, Any] = {}

    def put(self, cell: Cell, value: Value, look: FormLook) -> None:
        """A value in its look. A text is a text, whatever it begins with."""
        if isinstance(value, str):
            cell.value = excel_text.shortened(excel_text.clean(value))
            cell.data_type = "s"
        elif value is not None:
            cell.value = value
        if look in self._made:
            cell._style = copy(self._made[look])
        else:
            _dress(cell, look)
            self._made[look] = copy(cell._style)


def _dress(cell: Cell, look: FormLook) -> None:
    cell.font = Font(name=FONT, family=2, size=look.size, bold=look.bold, color=look.color)
    if look.fill:
        cell.fill = PatternFill("solid", fgColor=look.fill)
    cell.alignment = Alignment(
        horizontal=look.across, vertical=look.down, wrap_text=look.wrapped or None, indent=look.indent
    )
    if look.line:
        side = Side("thin", look.line)
        cell.border = Border(side, side, side, side) if look.answer else Border(bottom=side)
    cell.number_format = look.number_format
    cell.protection = Protection(locked=not look.answer)
