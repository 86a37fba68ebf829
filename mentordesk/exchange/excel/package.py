"""The file itself: openpyxl's frame with our cells in it. Knows no layout."""

import zipfile
from collections.abc import Callable
from functools import partial
from io import BytesIO
from typing import IO

from mentordesk.exchange.excel import markup
from mentordesk.exchange.excel.book import Book, SheetPart

_CONTENTS = "[Content_Types].xml"
_CHUNK = 256 * 1024
# Level 4 packs twice as fast as the usual 6; the file grows by a few hundredths.
_LEVEL = 4


def pack(book: Book, target: IO[bytes]) -> None:
    """Writes the workbook. Raises CancelledError where the coordinator has stopped."""
    frame = BytesIO()
    book.workbook.save(frame)
    sheets = {f"xl/worksheets/sheet{number}.xml": part for number, part in enumerate(book.parts, start=1)}
    changes = _changes(book)
    rows = _Rows(book)
    with (
        zipfile.ZipFile(frame) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as package,
    ):
        # The list of contents comes first: mail gateways tell the kind of a file from it.
        for name in sorted(source.namelist(), key=lambda name: name != _CONTENTS):
            if name in sheets:
                with package.open(name, "w", force_zip64=True) as xml:
                    rows.copy(source.read(name), sheets[name], xml)
            else:
                package.writestr(name, changes.get(name, bytes)(source.read(name)))
        with package.open(markup.SHARED_TEXTS, "w", force_zip64=True) as xml:
            book.strings.write(xml)


def _changes(book: Book) -> dict[str, Callable[[bytes], bytes]]:
    """What happens to single parts of the frame, by name."""
    with_charts = [part for part in book.parts if part.charts]
    return {
        _CONTENTS: markup.with_texts_listed,
        "xl/_rels/workbook.xml.rels": markup.with_texts_related,
        "docProps/app.xml": partial(markup.with_company, company=book.report.properties.company),
        **{
            f"xl/drawings/drawing{number}.xml": partial(markup.described, texts=part.charts)
            for number, part in enumerate(with_charts, start=1)
        },
    }


class _Rows:
    """Copies the waiting rows into the file and tells how far it is."""

    def __init__(self, book: Book) -> None:
        self._steps = book.steps
        self._all = max(sum(part.body.tell() for part in book.parts), 1)
        self._done = 0

    def copy(self, frame: bytes, part: SheetPart, xml: IO[bytes]) -> None:
        head, tail = markup.around_rows(frame, part)
        part.body.seek(0)
        xml.write(head + b"<sheetData>")
        while chunk := part.body.read(_CHUNK):
            xml.write(chunk)
            self._done += len(chunk)
            self._steps.packed(self._done / self._all)
        xml.write(b"</sheetData>" + tail)
