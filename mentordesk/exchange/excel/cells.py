"""Cells as XML: the fast way from a value to its place in the sheet. Knows no layout.

openpyxl makes the frame of a sheet but not its cells: it would make formulas of texts, store no values beside
formulas, and take four times as long.
"""

import math
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time
from typing import IO

from openpyxl.utils import get_column_letter

from mentordesk.exchange.excel import text as excel_text
from mentordesk.exchange.excel.looks import FORMATS, Look, Looks
from mentordesk.exchange.workbook import Kind, Shown, Value
from mentordesk.exchange.workbook_figures import NOTHING, shown

# Excel's calendar has a 29 February 1900: days before 1 March 1900 have no right number and are written as text.
_FIRST_DAY = date(1900, 3, 1)
_DAY_ZERO = date(1899, 12, 30).toordinal()
# Excel keeps 15 digits of a number; longer whole numbers are somebody's code and are written as text.
_LARGEST = 10**15
_DATED: tuple[Kind, Kind] = ("date", "moment")


def serial(day: date) -> float:
    """The number by which Excel knows a day; a moment has its time as a fraction, in local time."""
    if not isinstance(day, datetime):
        return day.toordinal() - _DAY_ZERO
    local = day.astimezone().replace(tzinfo=None) if day.tzinfo else day
    seconds = (local - datetime.combine(local.date(), time())).total_seconds()
    return round(local.toordinal() - _DAY_ZERO + seconds / 86_400, 9)


class Strings:
    """Every text of the workbook once, as Excel itself and all viewers expect it; counts what had to be shortened."""

    def __init__(self) -> None:
        self._places: dict[str, int] = {}
        self._texts: list[str] = []
        self.uses = 0
        self.shortened = 0

    def place(self, text: str) -> int:
        """Where the text stands among the shared ones."""
        self.uses += 1
        place = self._places.get(text)
        if place is None:
            place = self._places[text] = len(self._texts)
            self._texts.append(self._item(text))
        return place

    def _item(self, text: str) -> str:
        plain = excel_text.clean(text)
        fitting = excel_text.shortened(plain)
        self.shortened += fitting is not plain
        space = ' xml:space="preserve"' if fitting != fitting.strip() or "\n" in fitting else ""
        return f"<si><t{space}>{excel_text.encoded(fitting)}</t></si>"

    def write(self, part: IO[bytes]) -> None:
        """The part of the file that holds the texts."""
        part.write(
            b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
            + f'count="{self.uses}" uniqueCount="{len(self._texts)}">'.encode()
        )
        for start in range(0, len(self._texts), 2_000):
            part.write("".join(self._texts[start : start + 2_000]).encode())
        part.write(b"</sst>")


class Pen:
    """Writes cells of one look in one column; remembers its longest text and its largest number."""

    def __init__(self, strings: Strings, looks: Looks, column: int, look: Look) -> None:
        self.letter = get_column_letter(column)
        self.longest = 0
        self.largest = 0.0
        self._strings = strings
        self._looks, self._look = looks, look
        self._style = looks.number(look)
        self._quoted = looks.number(replace(look, quoted=True))
        dated = look.number_format in (FORMATS["date"], FORMATS["moment"])
        self._day, self._moment = (
            self._style if dated else looks.number(replace(look, number_format=FORMATS[kind])) for kind in _DATED
        )

    def cell(self, row: int, value: Value) -> str:
        """The cell of this row."""
        if value is None or value == "":
            return f'<c r="{self.letter}{row}" s="{self._style}"/>'
        kind = type(value)
        if kind is str:
            return self._text(row, value)  # type: ignore[arg-type]
        if kind is int or kind is float:
            return self._number(row, value)  # type: ignore[arg-type]
        if isinstance(value, date):
            return self._date(row, value)
        if isinstance(value, Shown):
            style = self._looks.number(replace(self._look, number_format=FORMATS[value.kind]))
            return self._number(row, value.value, style)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return self._number(row, float(value))
        return self._text(row, shown(value))

    def formula(self, row: int, formula: str, value: Value) -> str:
        """A cell with a formula and the value it has now, for viewers that do not count."""
        start = f'<c r="{self.letter}{row}" s="{self._style}"'
        if isinstance(value, int | float):
            self.largest = max(self.largest, abs(value))
            return f"{start}><f>{excel_text.encoded(formula)}</f><v>{value!r}</v></c>"
        text = excel_text.encoded(excel_text.clean(str(value)))
        self._seen(len(text))
        return f'{start} t="str"><f>{excel_text.encoded(formula)}</f><v>{text}</v></c>'

    def _text(self, row: int, text: str) -> str:
        self._seen(len(text))
        style = self._quoted if excel_text.is_risky(text) else self._style
        return f'<c r="{self.letter}{row}" s="{style}" t="s"><v>{self._strings.place(text)}</v></c>'

    def _number(self, row: int, number: float, style: int | None = None) -> str:
        if not math.isfinite(number):
            return self._text(row, NOTHING)
        if isinstance(number, int) and abs(number) >= _LARGEST:
            return self._text(row, str(number))
        self.largest = max(self.largest, abs(number))
        return f'<c r="{self.letter}{row}" s="{self._style if style is None else style}"><v>{number!r}</v></c>'

    def _date(self, row: int, day: date) -> str:
        is_moment = isinstance(day, datetime)
        if (day.date() if isinstance(day, datetime) else day) < _FIRST_DAY:
            return self._text(row, shown(day))
        self._seen(17 if is_moment else 11)
        style = self._moment if is_moment else self._day
        return f'<c r="{self.letter}{row}" s="{style}"><v>{serial(day):.15g}</v></c>'

    def _seen(self, length: int) -> None:
        self.longest = max(self.longest, length)


class Grid:
    """Cells of a sheet that are put down in any order."""

    def __init__(self, strings: Strings, looks: Looks) -> None:
        self._strings = strings
        self._looks = looks
        self._rows: dict[int, dict[int, str]] = {}
        self.heights: dict[int, float] = {}

    def put(self, row: int, column: int, value: Value, look: Look) -> None:
        self.place(row, column, Pen(self._strings, self._looks, column, look).cell(row, value))

    def formula(self, row: int, column: int, formula: str, value: Value, look: Look) -> None:
        self.place(row, column, Pen(self._strings, self._looks, column, look).formula(row, formula, value))

    def place(self, row: int, column: int, cell: str) -> None:
        """A cell that a pen has written."""
        self._rows.setdefault(row, {})[column] = cell

    def fill(self, row: int, columns: range, look: Look) -> None:
        """Empty cells of one look, where none has been put yet."""
        for column in columns:
            if column not in self._rows.get(row, {}):
                self.put(row, column, None, look)

    def write(self, body: IO[bytes]) -> None:
        """All rows, in order."""
        for row in sorted({*self._rows, *self.heights}):
            cells: Mapping[int, str] = self._rows.get(row, {})
            body.write(row_xml(row, "".join(cells[column] for column in sorted(cells)), self.heights.get(row)).encode())


def row_xml(row: int, cells: str, height: float | None = None) -> str:
    """One row; `height` is in points, without it the row takes the sheet's or what its wrapped text needs."""
    size = "" if height is None else f' ht="{height:g}" customHeight="1"'
    return f'<row r="{row}"{size}>{cells}</row>'
