"""Checks the records of an .xls workbook before its cells are loaded: a torn one could take all the memory."""

import struct
from collections.abc import Iterator

from mentordesk.exchange.reading.limits import Extent
from mentordesk.exchange.reading.ole import BrokenError

# Records with one cell's value, which begin with its row and column.
_CELLS = frozenset((0x06, 0x206, 0x406, 0x27E, 0x203, 0x204, 0x205, 0xFD, 0xD6, 0xBD))
_DIMENSIONS, _PASSWORD, _SHARED_TEXTS, _SHEET, _EMPTY = 0x200, 0x2F, 0xFC, 0x85, 0
_DATE_MODE = 0x22
_ROWS, _COLUMNS = 65_536, 256


class PasswordNeededError(Exception):
    """The workbook is encrypted."""


def book_extent(book: bytes) -> Extent:
    """How far the values of any sheet of the workbook reach. BrokenError, PasswordNeededError."""
    last_row = last_column = 0
    for kind, content in _records(book):
        _check(kind, content, len(book))
        if kind in _CELLS:
            row, column = _place(content)
            last_row, last_column = max(last_row, row), max(last_column, column)
    return Extent(last_row, last_column, last_row)


def counts_from_1904(book: bytes) -> bool:
    """Whether a plain number stands for a day counted from 1904. BrokenError."""
    return any(kind == _DATE_MODE and content[:1] == b"\1" for kind, content in _records(book))


def _records(book: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 4 <= len(book):
        kind, length = struct.unpack_from("<HH", book, at)
        content = book[at + 4 : at + 4 + length]
        if len(content) < length:
            raise BrokenError(f"a record of {length} bytes")
        if kind == _EMPTY and length == 0:
            return
        yield kind, content
        at += 4 + length


def _check(kind: int, content: bytes, size: int) -> None:
    if kind == _PASSWORD:
        raise PasswordNeededError
    if kind == _DIMENSIONS:
        _check_dimensions(content)
    if kind == _SHARED_TEXTS and (len(content) < 8 or struct.unpack_from("<I", content, 4)[0] > size):
        raise BrokenError("more shared texts than bytes")
    if kind == _SHEET and (len(content) < 8 or struct.unpack_from("<I", content)[0] > size):
        raise BrokenError("a sheet behind the end")


def _check_dimensions(content: bytes) -> None:
    if len(content) not in (10, 14):
        raise BrokenError("dimensions of an unknown form")
    first_row, end_row, first_column, end_column = struct.unpack_from(
        "<IIHH" if len(content) == 14 else "<HHHH", content
    )
    if end_row > _ROWS or end_column > _COLUMNS or first_row > end_row or first_column > end_column:
        raise BrokenError("dimensions that no sheet has")


def _place(content: bytes) -> tuple[int, int]:
    """The row and the column of a cell, counted from 1."""
    if len(content) < 6:
        raise BrokenError("a cell without a place")
    row, column = struct.unpack_from("<HH", content)
    if column >= _COLUMNS:
        raise BrokenError("a cell to the right of the last column")
    return row + 1, column + 1
