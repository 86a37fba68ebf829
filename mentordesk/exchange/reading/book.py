"""Sheets of a workbook as rows of plain values. The only place that knows the library which decodes them."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from mentordesk.domain.errors import UserError
from mentordesk.exchange.reading import archive, excel_scan, limits, old_excel_scan, ole, open_document_scan
from mentordesk.exchange.reading.cells import RawValue
from mentordesk.exchange.reading.faults import damaged, fault, no_workbook, protected
from mentordesk.exchange.reading.limits import Area, Extent
from mentordesk.exchange.reading.markup import MalformedError
from mentordesk.exchange.reading.source import Content

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

ExtentOf = Callable[[str], Extent]
Result = TypeVar("Result")
_OLD_BOOKS = ("Workbook", "Book")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# A new workbook is such a container only when it is encrypted.
_NEW_ENDINGS = (".xlsx", ".xlsm")


@dataclass(frozen=True, slots=True)
class RawSheet:
    """A sheet as stored, from its first row and column on. `merged` are its merged cells."""

    name: str
    rows: list[list[RawValue]]
    merged: tuple[Area, ...]
    unsaved: tuple[str, ...]


class Book:
    """An open workbook: its sheets by name. Hidden sheets count only where all are hidden."""

    def __init__(self, path: Path, content: Content, data: bytes) -> None:
        self._path = path
        checked, self._extent_of = _old_excel(path, data) if content is Content.OLE else _archived(path, data)
        self._workbook = _decoded(path, lambda: _open(checked))
        self.names = _decoded(path, self._names)
        if not self.names:
            raise fault(f"“{path.name}” has no sheet with cells.", "Choose a workbook that has a table of people.")

    def sheet(self, name: str) -> RawSheet:
        """All cells of one sheet. FileError if it reaches too far, or is damaged."""
        try:
            extent = self._extent_of(name)
        except MalformedError as reason:
            raise damaged(self._path) from reason
        limits.check_extent(name, extent)
        return _decoded(self._path, lambda: _cells(self._workbook.get_sheet_by_name(name), extent))

    def _names(self) -> tuple[str, ...]:
        from python_calamine import SheetTypeEnum, SheetVisibleEnum

        sheets = [sheet for sheet in self._workbook.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
        shown = [sheet.name for sheet in sheets if sheet.visible == SheetVisibleEnum.Visible]
        return tuple(shown or [sheet.name for sheet in sheets])


def _decoded(path: Path, decode: Callable[[], Result]) -> Result:
    """The library is not ours: whatever it stumbles over means that the file is damaged."""
    try:
        return decode()
    except (UserError, KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException as reason:  # its panics are no Exception
        raise damaged(path) from reason


def _open(data: bytes) -> "CalamineWorkbook":
    from python_calamine import CalamineWorkbook

    return CalamineWorkbook.from_filelike(io.BytesIO(data))


def _cells(sheet: "CalamineSheet", extent: Extent) -> RawSheet:
    start = sheet.start
    if start is None:
        return RawSheet(sheet.name, [], (), extent.unsaved)
    before: list[RawValue] = [None] * start[1]
    rows: list[list[RawValue]] = [[] for _ in range(start[0])]
    rows += [[*before, *row] for row in sheet.to_python()]
    return RawSheet(sheet.name, rows, tuple(sheet.merged_cell_ranges or ()), extent.unsaved)


def _archived(path: Path, data: bytes) -> tuple[bytes, ExtentOf]:
    parts = archive.unpack(path, data)
    try:
        if archive.OPEN_DOCUMENT_BOOK in parts:
            extents = open_document_scan.sheet_extents(parts)
            for name, extent in extents.items():
                limits.check_extent(name, extent)
            return archive.pack(parts), lambda name: extents.get(name, Extent())
        return archive.pack(parts), lambda name: excel_scan.sheet_extent(parts, name)
    except MalformedError as reason:
        raise damaged(path) from reason


def _old_excel(path: Path, data: bytes) -> tuple[bytes, ExtentOf]:
    if _ENCRYPTED in data:
        raise protected(path)
    try:
        streams = ole.streams(data)
        name = next((name for name in _OLD_BOOKS if name in streams), None)
        if name is None:
            raise protected(path) if path.suffix.lower() in _NEW_ENDINGS else no_workbook(path)
        extent = old_excel_scan.book_extent(streams[name])
        limits.check_extent(path.name, extent)
        return ole.container(name, streams[name]), lambda _name: extent
    except old_excel_scan.PasswordNeededError:
        raise protected(path) from None
    except ole.BrokenError as reason:
        raise (protected if path.suffix.lower() in _NEW_ENDINGS else damaged)(path) from reason
