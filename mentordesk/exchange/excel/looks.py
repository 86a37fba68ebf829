"""How cells look: the few looks of DESIGN 10.9, and their numbers in one workbook's style sheet. Knows no content."""

from dataclasses import dataclass, replace
from typing import Literal

from openpyxl import Workbook
from openpyxl.cell.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from mentordesk.exchange.excel.text import clean
from mentordesk.exchange.workbook import Color, Column, Kind, Tone

FONT = "Calibri"
SIZE = 10.0

# The light theme of DESIGN section 2: paper is white.
TEXT = "1B2027"
TEXT2 = "474E58"
ACCENT = "0E5E5A"
ON_ACCENT = "FFFFFF"
TILE = "EDF4F2"
SUNKEN = "F8F7F3"
GRID = "E9E6DF"
BORDER = "DCD8CE"
BORDER_STRONG = "878276"
BARS = {"left": "A9C4E6", "right": "EBBE98"}
TONES: dict[Tone, tuple[str, str]] = {
    "good": ("DDF1E9", "0F5F46"),
    "watch": ("FBF0CC", "6E5200"),
    "risk": ("FBE4E7", "9A1B2F"),
}
SERIES: dict[Color, str] = {
    "left": "2463B0",
    "right": "C8611A",
    "s1": "0E5E5A",
    "s2": "4F9A94",
    "s3": "9CCBC5",
    "s4": "C3BDB0",
}
# The pale ones need an outline to stand off from white.
OUTLINED: frozenset[Color] = frozenset({"s3", "s4"})

FORMATS: dict[Kind, str] = {
    "text": "General",
    "note": "General",
    "any": "General",
    "number": "General",
    "date": "d mmm yyyy",
    "moment": "d mmm yyyy hh:mm",
    "integer": "#,##0",
    "of": '"of "#,##0',
    "percent": "0 %",
    "average": "0.0",
    "hours": '#,##0;-#,##0;"–"',
    "points": "#,##0",
    "score": '+0;"−"0;0',
    "gain": '+0.0;"−"0.0;0.0',
    "ratio": "0.00",
}

Frame = Literal["none", "row", "heading", "total", "rule", "tile", "box"]


@dataclass(frozen=True)
class Look:
    """What one cell looks like. Sizes are points; `quoted` keeps a text a text when the cell is edited."""

    bold: bool = False
    size: float = SIZE
    color: str = TEXT
    fill: str = ""
    number_format: str = "General"
    across: Literal["left", "right", "center"] | None = None
    down: Literal["top", "center", "bottom"] = "center"
    wrapped: bool = False
    indent: int = 0
    frame: Frame = "none"
    quoted: bool = False


PLAIN = Look()
TITLE = Look(bold=True, size=16)
SUBTITLE = Look(bold=True, size=12)
SOURCE = Look(size=9, color=TEXT2)
HEADING = Look(bold=True, color=ON_ACCENT, fill=ACCENT, wrapped=True, frame="heading")
RULE = Look(frame="rule")
TILE_LABEL = Look(size=9, color=TEXT2, fill=TILE, across="left", indent=1)
TILE_FIGURE = Look(bold=True, size=16, fill=TILE, across="left", indent=1)
REMARK = Look(size=9, color=TEXT2)
HEADING_TEXT = Look(bold=True, size=12)
PARAGRAPH = Look(wrapped=True, across="left", down="top")
TERM = Look(bold=True, wrapped=True, across="left", down="top", frame="row")
DEFINITION = Look(wrapped=True, across="left", down="top", frame="row")
CHART_HEADING = Look(bold=True, color=TEXT2, fill=SUNKEN, wrapped=True, frame="row")
CHART_SERIES = replace(CHART_HEADING, across="right")
CHART_CATEGORY = Look(across="left", frame="row")
CHART_VALUE = Look(number_format="0.##", across="right", frame="row")
NOTE_TITLE = Look(bold=True, size=10.5, fill=SUNKEN, across="left", indent=1, frame="box")
NOTE_TEXT = Look(color=TEXT2, fill=SUNKEN, across="left", indent=1, wrapped=True, down="top", frame="box")


def body(column: Column) -> Look:
    """The look of a column's cells."""
    return Look(
        number_format=FORMATS[column.kind],
        across=side(column),
        indent=_indent(column),
        wrapped=column.kind == "note",
        frame="row",
    )


def total(column: Column) -> Look:
    """The look of the figure under a column."""
    number_format = FORMATS[column.kind]
    if column.noun:
        one, many = (clean(noun).replace('"', "") for noun in column.noun)
        number_format = f'[=1]0 "{one}";#,##0 "{many}"'
    elif column.total and column.total.kind in ("count", "count_of"):
        number_format = FORMATS["integer"]
    return Look(bold=True, number_format=number_format, across=side(column), indent=_indent(column), frame="total")


def heading(column: Column, *, filtered: bool) -> Look:
    """The look of a column's heading; a filter button at its right covers what is not moved away."""
    across = side(column) or "left"
    return replace(HEADING, across=across, indent=2 if filtered and across == "right" else _indent(column))


def side(column: Column) -> Literal["left", "right"] | None:
    """To which side a column is aligned: figures and dates right, a bar's figure to where the bar begins."""
    if column.bar:
        return "right" if column.bar == "left" else "left"
    if column.kind in ("text", "note"):
        return "left"
    return None if column.kind == "any" else "right"


def _indent(column: Column) -> int:
    """Air between neighbors. Texts have it, figures have none: LibreOffice loses every second indent from the right."""
    return 1 if side(column) == "left" else 0


class Looks:
    """Numbers the looks that a workbook uses."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._numbers: dict[Look, int] = {}

    def number(self, look: Look) -> int:
        """The look's place in the style sheet."""
        if look not in self._numbers:
            self._numbers[look] = self._register(look)
        return self._numbers[look]

    def _register(self, look: Look) -> int:
        cell = WriteOnlyCell(self._workbook.worksheets[0])
        cell.font = Font(name=FONT, family=2, size=look.size, bold=look.bold, color=look.color)
        if look.fill:
            cell.fill = PatternFill("solid", fgColor=look.fill)
        cell.border = _border(look.frame)
        cell.alignment = Alignment(
            horizontal=look.across, vertical=look.down, wrap_text=look.wrapped or None, indent=look.indent
        )
        cell.number_format = look.number_format
        cell.quotePrefix = look.quoted
        return int(cell.style_id)


def _border(frame: Frame) -> Border:
    if frame == "row":
        return Border(bottom=Side("thin", GRID))
    if frame == "heading":
        return Border(bottom=Side("thin", ACCENT))
    if frame == "total":
        return Border(top=Side("medium", TEXT))
    if frame == "rule":
        return Border(bottom=Side("medium", ACCENT))
    if frame == "tile":
        return Border(left=Side("thick", ACCENT))
    if frame == "box":
        return Border(left=Side("thin", BORDER), right=Side("thin", BORDER))
    return Border()
