"""Builders of files as they come in real life and worse: workbooks byte by byte, containers, archives, texts."""

import struct
import zipfile
from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook

HEADINGS = ("Name", "E-mail", "Department")
PEOPLE = (
    ("Tendai Moyo", "tendai.moyo@solvane.example", "Operations"),
    ("Aiko Hirano", "aiko.hirano@solvane.example", "Laboratory"),
)

_NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def xlsx(path: Path, rows: Sequence[Sequence[object]], sheet: str = "People") -> Path:
    """A workbook with one sheet of these rows, as a program writes it."""
    book = Workbook()
    book.active.title = sheet
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def csv(path: Path, lines: Sequence[str], encoding: str = "utf-8", ends: str = "\r\n") -> Path:
    path.write_bytes((ends.join(lines) + ends).encode(encoding))
    return path


def cell(reference: str, text: str) -> str:
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


def table_xml(more: Sequence[str] = ("", "", "")) -> str:
    """The rows of HEADINGS and PEOPLE as XML, each with more cells at its end."""
    xml = ""
    for number, (row, end) in enumerate(zip((HEADINGS, *PEOPLE), more, strict=True), start=1):
        cells = "".join(cell(f"{letter}{number}", text) for letter, text in zip("ABC", row, strict=True))
        xml += f'<row r="{number}">{cells}{end}</row>'
    return xml


def raw_xlsx(path: Path, rows_xml: str, prolog: str = "", after: str = "") -> Path:
    """A workbook whose only sheet has exactly this XML in it."""
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPES}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_NAMESPACE}" xmlns:r="{_RELATIONS}">'
        '<sheets><sheet name="People" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'{prolog}<worksheet xmlns="{_NAMESPACE}"><sheetData>{rows_xml}</sheetData>'
        f"{after}</worksheet>",
    }
    return archive(path, {name: part.encode() for name, part in parts.items()})


def archive(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in parts.items():
            target.writestr(name, content)
    return path


def added(path: Path, name: str, content: bytes) -> Path:
    """The archive with one part more."""
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as target:
        target.writestr(name, content)
    return path


def bomb(path: Path, size: int) -> Path:
    """A small file whose sheet unpacks to `size` bytes of spaces."""
    raw_xlsx(path, table_xml())
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as target, target.open("xl/sharedStrings.xml", "w") as part:
        block = b" " * 2**20
        for _block in range(size // 2**20):
            part.write(block)
    return path


def lying_bomb(path: Path, size: int) -> Path:
    """A bomb that declares its part to be ten bytes long."""
    data = bytearray(bomb(path, size).read_bytes())
    at = data.rindex(b"xl/sharedStrings.xml") - 46
    struct.pack_into("<I", data, at + 24, 10)
    path.write_bytes(data)
    return path


def ods(path: Path, table_xml: str, manifest: str = "") -> Path:
    """A workbook of other office programs, with these rows in its only sheet."""
    office = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<office:document-content xmlns:office="{office}:office:1.0" xmlns:table="{office}:table:1.0" '
        f'xmlns:text="{office}:text:1.0"><office:body><office:spreadsheet><table:table table:name="People">'
        f"{table_xml}</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    manifest = f'<manifest:manifest xmlns:manifest="{office}:manifest:1.0">{manifest}</manifest:manifest>'
    parts = {
        "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
        "META-INF/manifest.xml": manifest.encode(),
        "content.xml": content.encode(),
    }
    return archive(path, parts)


def ods_row(texts: Sequence[str], row_attributes: str = "", cell_attributes: str = "") -> str:
    cells = "".join(
        f'<table:table-cell office:value-type="string" {cell_attributes}><text:p>{text}</text:p></table:table-cell>'
        for text in texts
    )
    return f"<table:table-row {row_attributes}>{cells}</table:table-row>"


def ods_table() -> str:
    return "".join(map(ods_row, (HEADINGS, *PEOPLE)))


# Old containers: 512-byte sectors, every stream padded so that none is small.

_FREE, _END, _ALLOCATION = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def ole(streams: dict[str, bytes]) -> bytearray:
    """A container of these streams. Its last sector is the allocation table, the one before it the directory's end."""
    sectors: list[bytes] = []
    chain: list[int] = []

    def add(content: bytes) -> int:
        first = len(sectors)
        for start in range(0, len(content), 512):
            sectors.append(content[start : start + 512].ljust(512, b"\0"))
            chain.append(len(sectors))
        chain[-1] = _END
        return first

    padded = {name: content.ljust(4096, b"\0") for name, content in streams.items()}
    entries = [_directory_entry("Root Entry", 5, _END, 0, child=1)]
    for number, (name, content) in enumerate(padded.items(), start=2):
        right = number if number <= len(padded) else _FREE
        entries.append(_directory_entry(name, 2, add(content), len(content), right=right))
    directory = add(b"".join(entries))
    allocation = len(sectors)
    table = [*chain, _ALLOCATION]
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<9I", 0, 1, directory, 0, 4096, _END, 0, _END, 0)
    head += struct.pack("<109I", allocation, *[_FREE] * 108)
    return bytearray(head + b"".join(sectors) + struct.pack(f"<{len(table)}I", *table).ljust(512, b"\xff"))


def _directory_entry(name: str, kind: int, start: int, size: int, child: int = _FREE, right: int = _FREE) -> bytes:
    raw = (name + "\0").encode("utf-16-le")
    fields = struct.pack("<HBBIII", len(raw), kind, 1, _FREE, right, child)
    return raw.ljust(64, b"\0") + fields + bytes(36) + struct.pack("<IQ", start, size)


def record(kind: int, content: bytes) -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def xls_book(rows: Sequence[Sequence[object]], extra: bytes = b"", first: bytes = b"") -> bytes:
    """The stream of an old workbook with one sheet. `extra` are records of the sheet, `first` of the workbook."""
    head = record(0x809, struct.pack("<4H2I", 0x600, 5, 0, 0, 0, 0)) + first
    sheet = record(0x809, struct.pack("<4H2I", 0x600, 0x10, 0, 0, 0, 0)) + extra
    for row, values in enumerate(rows):
        for column, value in enumerate(values):
            place = struct.pack("<3H", row, column, 0)
            if isinstance(value, str):
                text = struct.pack("<HB", len(value), 1) + value.encode("utf-16-le")
                sheet += record(0x204, place + text)
            elif isinstance(value, float):
                sheet += record(0x203, place + struct.pack("<d", value))
    offset = len(head) + 4 + 8 + 6 + 4
    bound = record(0x85, struct.pack("<IHBB", offset, 0, 6, 0) + b"People")
    return head + bound + record(0x0A, b"") + sheet + record(0x0A, b"")


def xls(rows: Sequence[Sequence[object]], extra: bytes = b"", first: bytes = b"") -> bytearray:
    return ole({"Workbook": xls_book(rows, extra, first)})


def wordless_document(path: Path) -> Path:
    """An archive that is no workbook: a text document."""
    return archive(path, {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<document/>"})


def saved(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path
