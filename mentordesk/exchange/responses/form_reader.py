"""Reads a form that came back: the hidden keys say where each answer stands; nothing else in it counts."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from mentordesk.domain.responses import ResponseKind
from mentordesk.domain.standing import Side
from mentordesk.domain.text import fold
from mentordesk.exchange.reading import source, tables
from mentordesk.exchange.reading.cells import CellValue, as_text
from mentordesk.exchange.reading.faults import fault
from mentordesk.exchange.reading.limits import column_letters
from mentordesk.exchange.reading.source import Content
from mentordesk.exchange.reading.watch import Watch
from mentordesk.exchange.responses import form_keys, form_places
from mentordesk.exchange.responses.answers import Answer, FormAnswers
from mentordesk.exchange.responses.form_book import FormPair, Record, SheetPlan
from mentordesk.exchange.responses.form_keys import FormKeys

if TYPE_CHECKING:
    from mentordesk.exchange.reading.book import Book

_MOST_ROWS = 50_000
_WHOSE = frozenset({"pair", "who"})
"""What stands in a row without being an answer."""
_OF_A_SHEET = 100_000

Rows = Sequence[Sequence[CellValue]]


def saved_on(path: Path) -> date:
    """The day a file was saved last, in local time."""
    return datetime.fromtimestamp(path.stat().st_mtime).astimezone().date()


def read(path: Path, watch: Watch | None = None) -> FormAnswers | None:
    """The answers of a form; None where the file is no form. FileError for a form that cannot be read."""
    content, data = source.load(path)
    if content is Content.TEXT:
        return None
    from mentordesk.exchange.reading.book import Book

    book = Book(path, content, data, watch or Watch())
    if not book.has(form_keys.SHEET):
        return None
    lines = [[as_text(cell) for cell in row] for row in _rows(book, form_keys.SHEET)]
    if not lines or not lines[0] or lines[0][0] != form_keys.SHEET:
        return None
    keys = form_keys.read(lines, path.name)
    answers: list[Answer] = []
    for place, plan in enumerate(keys.sheets):
        answers += _Sheet(path.name, keys, plan, _sheet_rows(book, plan, path), saved_on(path), book).answers(place)
    return FormAnswers(path.name, keys.title, keys.made_on, keys.until, tuple(answers), keys.pairs)


def _rows(book: "Book", name: str) -> Rows:
    return tables.grid(name, book.sheet(name, _MOST_ROWS).rows, _MOST_ROWS).rows


def _sheet_rows(book: "Book", plan: SheetPlan, path: Path) -> Rows:
    if not book.has(plan.name):
        raise fault(
            f"The sheet “{plan.name}” of the form “{path.name}” is missing.",
            "Open the form that was sent back, and save it again with all its sheets.",
        )
    return _rows(book, plan.name)


class _Sheet:
    """One sheet of a form with its plan."""

    def __init__(self, file: str, keys: FormKeys, plan: SheetPlan, rows: Rows, saved: date, book: "Book") -> None:
        self._file, self._keys, self._plan, self._rows, self._saved = file, keys, plan, rows, saved
        self._places = form_places.located(plan, lambda row, column: _cell(rows, row, column))
        self._epoch_1904 = book.epoch_1904
        self._pairs = {pair.pair_id: pair for pair in keys.pairs}
        self._by_label = {fold(pair.label): pair for pair in keys.pairs}

    def answers(self, sheet: int) -> list[Answer]:
        """All records of the sheet in which anything was filled in, those below the last row of the form too."""
        found = []
        records = [*self._plan.records, *form_places.further(self._plan, len(self._rows) - self._places.moved)]
        for place, record in enumerate(records):
            cells = self._cells(record)
            values: dict[str, CellValue] = {
                key: cell for key, cell in cells.items() if key not in _WHOSE and cell is not None
            }
            if values:
                found.append(self._answer(sheet * _OF_A_SHEET + place, record, cells, values))
        return found

    def _cells(self, record: Record) -> dict[str, CellValue]:
        index = record.index + self._places.moved
        if self._plan.across:
            return {key: _cell(self._rows, row, index) for key, row in self._places.fields.items()}
        return {key: _cell(self._rows, index, column) for key, column in self._places.fields.items()}

    def _answer(self, number: int, record: Record, cells: dict[str, CellValue], values: dict[str, CellValue]) -> Answer:
        pair, side = self._whose(record, cells)
        index = record.index + self._places.moved
        place = f"column {column_letters(index)}" if self._plan.across else f"row {index}"
        if pair is None and cells.get("pair") is not None:
            values["pair"] = cells["pair"]
        slot = record.slot
        if record.kind is ResponseKind.CHECK_IN and pair is not None and side is not None:
            slot = f"check_in/{pair.pair_id}/{side.value}"
        return Answer(
            number=number,
            file=self._file,
            place=f"{self._plan.name}, {place}",
            kind=record.kind,
            values=values,
            key=f"{self._keys.form_id}/{slot}",
            saved_on=self._saved,
            until=self._keys.until,
            pair=pair,
            side=side,
            own=pair.own if pair is not None else (),
            epoch_1904=self._epoch_1904,
        )

    def _whose(self, record: Record, cells: dict[str, CellValue]) -> "tuple[FormPair | None, Side | None]":
        """The pair by the label in the row: somebody may have sorted it, protected or not. Else by the keys."""
        pair = self._pairs.get(record.pair_id or 0)
        if "pair" not in cells:
            return pair, record.side
        label = as_text(cells["pair"])
        found = self._by_label.get(fold(label)) if label else None
        who = fold(as_text(cells.get("who")))
        if record.kind is ResponseKind.CHECK_IN and record.side is None and found is not None:
            sides = [side for side in Side if fold(found.name(side)) == who]
            return (found, sides[0]) if len(sides) == 1 else (None, None)
        if record.side is None or found is None:
            return found, record.side
        named = next((side for side in Side if fold(found.name(side)) == who), record.side)
        return found, named


def _cell(rows: Rows, row: int, column: int) -> CellValue:
    """A cell by its row and column, counted from 1."""
    if row > len(rows) or column > len(rows[row - 1]):
        return None
    return rows[row - 1][column - 1]
