"""The formulas under tables and in tiles: SUBTOTAL, so that they follow the filter. Knows no cells."""

from dataclasses import dataclass

from mentordesk.exchange.excel import text as excel_text
from mentordesk.exchange.workbook import Total
from mentordesk.exchange.workbook_figures import NOTHING

_SUM, _AVERAGE, _COUNT = 109, 101, 103
_LONGEST_TEXT = 255


@dataclass(frozen=True)
class Range:
    """How formulas call one column of a table, wherever they stand."""

    table: str
    heading: str
    # Sheet, column letter, first and last row: for headings that a table reference would have to disguise.
    cells: str

    def __str__(self) -> str:
        plain = self.heading.replace(" ", "").isalnum()
        return f"{self.table}[{self.heading}]" if plain else self.cells


def total(figure: Total, ranges: list[Range]) -> str:
    """The formula of a figure over its columns (one, or part and rest)."""
    column = ranges[0]
    if figure.kind == "sum":
        return f"SUBTOTAL({_SUM},{column})"
    if figure.kind == "count":
        return f"SUBTOTAL({_COUNT},{column})"
    if figure.kind == "average":
        return f'IFERROR(SUBTOTAL({_AVERAGE},{column}),"{NOTHING}")'
    if figure.kind == "share":
        part, rest = (f"SUBTOTAL({_SUM},{one})" for one in ranges)
        return f'IFERROR({part}/({part}+{rest}),"{NOTHING}")'
    first = f"INDEX({column},1)"
    visible = f"SUBTOTAL({_COUNT},OFFSET({first},ROW({column})-ROW({first}),0))"
    return f"SUMPRODUCT({visible}*({column}={quoted(figure.word)}))"


def quoted(text: str) -> str:
    """A text inside a formula."""
    return '"' + excel_text.cut(excel_text.clean(text), _LONGEST_TEXT).replace('"', '""') + '"'
