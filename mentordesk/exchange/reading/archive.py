"""Workbooks that are zip archives (.xlsx, .xlsm, .ods): their parts, unpacked within limits. Knows no cell."""

import io
import lzma
import struct
import zipfile
import zlib
from pathlib import Path

from mentordesk.domain.errors import UserError
from mentordesk.exchange.reading.faults import damaged, fault, no_workbook, protected, too_large
from mentordesk.exchange.reading.limits import MAX_UNPACKED_BYTES

Parts = dict[str, bytes]

EXCEL_BOOK = "xl/workbook.xml"
OPEN_DOCUMENT_BOOK = "content.xml"
_EXCEL_PARTS = ("xl/", "_rels/", "[content_types].xml")
_OPEN_DOCUMENT_PARTS = ("content.xml", "mimetype", "meta-inf/manifest.xml")
_MANIFEST = "META-INF/manifest.xml"
_UNREADABLE = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error),
    *(EOFError, NotImplementedError, RuntimeError, ValueError, OSError, KeyError, IndexError),
)


def unpack(path: Path, data: bytes) -> Parts:
    """The parts that hold tables, by their names in the archive. FileError for anything but a readable workbook."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read(path, archive, _wanted(path, archive))
    except UserError:
        raise
    except _UNREADABLE as reason:
        raise damaged(path) from reason


def pack(parts: Parts) -> bytes:
    """An archive of these parts alone: what is read next is what was checked here."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return target.getvalue()


def _wanted(path: Path, archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    names = {info.filename.lower() for info in archive.infolist()}
    if "xl/workbook.bin" in names:
        raise fault(
            f"“{path.name}” is a workbook in Excel's binary format.",
            "Open it in Excel, save it as a workbook (.xlsx) and choose that one.",
        )
    if EXCEL_BOOK in names:
        starts = _EXCEL_PARTS
    elif OPEN_DOCUMENT_BOOK in names:
        starts = _OPEN_DOCUMENT_PARTS
    else:
        raise no_workbook(path)
    return [info for info in archive.infolist() if info.filename.lower().startswith(starts) and _is_text(info.filename)]


def _is_text(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels", "mimetype"))


def _read(path: Path, archive: zipfile.ZipFile, wanted: list[zipfile.ZipInfo]) -> Parts:
    """Counts what really comes out: the sizes that an archive declares may lie."""
    parts: Parts = {}
    left = MAX_UNPACKED_BYTES
    for info in wanted:
        if info.flag_bits & 1:
            raise protected(path)
        if info.file_size > left:
            raise too_large(path, "unpacks to more data than a roster can have")
        with archive.open(info) as part:
            parts[info.filename] = part.read(left + 1)
        left -= len(parts[info.filename])
    if b"encryption-data" in parts.get(_MANIFEST, b""):
        raise protected(path)
    return parts
