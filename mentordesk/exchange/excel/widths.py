"""How wide columns and how high wrapped texts are, from the number of letters. Knows no font: no file has one."""

import math

from mentordesk.exchange.workbook import Column
from mentordesk.exchange.workbook_figures import shown

_WIDEST = {"note": 60.0, "text": 46.0, "any": 46.0}
_NARROWEST, _BAR = 7.0, 12.5
# The indent on one side and a little on the other.
_AIR = 3.5
# A filter button covers about so many letters of its heading.
_BUTTON = 3.0
_WIDEST_HEADING = 40.0
_LINE = 13.5


def fitting(column: Column, heading: str, longest: int, largest: float, *, filtered: bool) -> float:
    """The width in characters that shows the longest text, the largest number and the heading in two lines."""
    widest = _WIDEST.get(column.kind, 30.0)
    number = len(shown(largest, column.kind)) if largest else 0
    total = len(column.noun[1]) + 6 if column.noun else 0
    body = min(max(longest * 1.04, number, total) + _AIR, widest)
    least = _BAR if column.bar else _NARROWEST
    return round(_for_heading(heading, max(least, body), _BUTTON if filtered else 0), 1)


def _for_heading(heading: str, width: float, button: float) -> float:
    """At least this width, and enough for two lines of bold letters with whole words.

    Where nearly all would fit one line it gets a little more: it would touch its neighbor.
    """
    words = [len(word) for word in heading.split()] or [0]
    width = max(width, min(max(*words, math.ceil(len(heading) / 2) + 1, 0) * 1.12 + _AIR, _WIDEST_HEADING) + button)
    one_line = len(heading) * 0.95 + 2.5 + button
    return one_line if one_line - 4 < width < one_line else width


def lines(text: str, width: float) -> int:
    """How many lines a text takes in so many characters."""
    return sum(max(1, math.ceil(len(line) * 1.02 / max(width, 1))) for line in text.split("\n"))


def height(text: str, width: float) -> float:
    """How high a wrapped text is, in points."""
    return min(lines(text, width) * _LINE + 4, 409)
