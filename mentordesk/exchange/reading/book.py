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
from mentordesk.exchange.reading.watch import Watch

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

ExtentOf = Callable[[str, int, Watch], Extent]
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
    linked: int = 0


@dataclass(frozen=True, slots=True)
class _Checked:
    """What is handed to the decoder, and what was found out about it before."""

    data: bytes
    extent_of: ExtentOf
    epoch_1904: bool
    linked_books: tuple[str, ...] = ()


class Book:
    """An open workbook: its sheets by name. Hidden sheets count only where all are hidden."""

    def __init__(self, path: Path, content: Content, data: bytes, watch: Watch, most: int = limits.EXCEL_ROWS) -> None:
        """FileError also if its only sheet has more rows than `most`: then nothing of it is decoded."""
        self._path = path
        self._watch = watch
        checked = _old_excel(path, data) if content is Content.OLE else _archived(path, data, most, watch)
        self._extent_of, self.epoch_1904 = checked.extent_of, checked.epoch_1904
        self.linked_books = checked.linked_books
        watch.at(20)
        self._workbook = _decoded(path, lambda: _open(checked.data))
        self.names = _decoded(path, self._names)
        if not self.names:
            raise fault(f"“{path.name}” has no sheet with cells.", "Choose a workbook that has a table of people.")

    def sheet(self, name: str, most: int) -> RawSheet:
        """All cells of one sheet. FileError if it has more rows than `most`, reaches too far, or is damaged."""
        try:
            extent = self._extent_of(name, most, self._watch)
        except MalformedError as reason:
            raise damaged(self._path) from reason
        self._watch.at(50)
        limits.check_extent(name, extent, most)
        return _decoded(self._path, lambda: _cells(self._workbook.get_sheet_by_name(name), extent))

    def has(self, name: str) -> bool:
        """Whether there is a sheet of this name, hidden ones included."""
        return name in _decoded(self._path, lambda: self._workbook.sheet_names)

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
        return RawSheet(sheet.name, [], (), extent.unsaved, extent.linked)
    before: list[RawValue] = [None] * start[1]
    rows: list[list[RawValue]] = [[] for _ in range(start[0])]
    rows += [[*before, *row] for row in sheet.to_python()]
    return RawSheet(sheet.name, rows, tuple(sheet.merged_cell_ranges or ()), extent.unsaved, extent.linked)


def _archived(path: Path, data: bytes, most: int, watch: Watch) -> _Checked:
    parts = archive.unpack(path, data)
    try:
        if archive.OPEN_DOCUMENT_BOOK in parts:
            extents = open_document_scan.sheet_extents(parts)
            for name, extent in extents.items():
                limits.check_extent(name, extent)
            epoch_1904 = open_document_scan.counts_from_1904(parts)
            return _Checked(archive.pack(parts), lambda name, _most, _watch: extents.get(name, Extent()), epoch_1904)
        sheets = excel_scan.sheets(parts)
        known = {sheets[0]: excel_scan.sheet_extent(parts, sheets[0], most, watch)} if len(sheets) == 1 else {}
        for name, extent in known.items():
            limits.check_extent(name, extent, most)
        return _Checked(
            archive.pack(parts),
            lambda name, most, watch: known.get(name) or excel_scan.sheet_extent(parts, name, most, watch),
            excel_scan.counts_from_1904(parts),
            excel_scan.linked_books(parts),
        )
    except MalformedError as reason:
        raise damaged(path) from reason


def _old_excel(path: Path, data: bytes) -> _Checked:
    if _ENCRYPTED in data:
        raise protected(path)
    try:
        streams = ole.streams(data)
        name = next((name for name in _OLD_BOOKS if name in streams), None)
        if name is None:
            raise protected(path) if path.suffix.lower() in _NEW_ENDINGS else no_workbook(path)
        extent = old_excel_scan.book_extent(streams[name])
        limits.check_extent(path.name, extent)
        epoch_1904 = old_excel_scan.counts_from_1904(streams[name])
        return _Checked(ole.container(name, streams[name]), lambda _name, _most, _watch: extent, epoch_1904)
    except old_excel_scan.PasswordNeededError:
        raise protected(path) from None
    except ole.BrokenError as reason:
        raise (protected if path.suffix.lower() in _NEW_ENDINGS else damaged)(path) from reason
