"""Text files with columns (.csv, .tsv, .txt): their encoding, their separator, their records. Knows no heading."""

import codecs
import csv
import io
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from mentordesk.exchange.reading.faults import empty, fault, no_workbook
from mentordesk.exchange.reading.limits import MAX_ROWS, check_length, check_rows
from mentordesk.exchange.reading.watch import Watch

_SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
_WINDOWS = "cp1252"
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SAMPLE_LETTERS = 64 * 1024
# In UTF-16 commas and line ends alone make more than one byte of 25 a zero; fewer are signs that an export left behind.
_WIDE_SHARE = 25
_SHORT = 1_000
_LONGEST_CELL = 1_000_000
# Stands behind the last record: an open quotation mark swallows it.
_END = "\x03end of the file\x03"
_CONTROLS = frozenset(map(chr, {*range(9), *range(14, 32)}))


@dataclass(frozen=True, slots=True)
class TextTable:
    """The records of a text file and a sentence about how it was read."""

    rows: list[list[str]]
    note: str


def read(path: Path, data: bytes, most: int = MAX_ROWS, watch: Watch | None = None) -> TextTable:
    """All records of the file. FileError for anything that is no text in columns."""
    text, encoding = _decoded(path, data)
    if not text.strip("\r\n\t ,;|\x1a"):
        raise empty(path)
    separator, text = _separator(text)
    rows = _records(path, text, separator, most, watch or Watch())
    check_rows("", rows, most)
    return TextTable(rows, f"Read as {encoding}, with {_SEPARATORS.get(separator, separator)} between the columns")


def _decoded(path: Path, data: bytes) -> tuple[str, str]:
    """The text and the name of its encoding. Windows programs write their own where it is not UTF-8."""
    if data.startswith(_UTF_16):
        candidates = ["utf-16"]
    elif (sample := data[:2_000]).count(0) * _WIDE_SHARE > len(sample):
        candidates = ["utf-16-le" if data[1::2].count(0) >= data[0::2].count(0) else "utf-16-be"]
    else:
        candidates = ["utf-8-sig", _WINDOWS]
    for encoding in candidates:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _is_binary(text):
            return text.replace("\0", "").rstrip("\x1a"), _encoding_name(encoding)
    raise no_workbook(path, "is neither a workbook nor a text with columns")


def _is_binary(text: str) -> bool:
    """Whether control characters show that this is not text at all."""
    sample = text[:_SAMPLE_LETTERS]
    return sum(letter in _CONTROLS for letter in sample) * 100 > max(len(sample), _SHORT)


def _encoding_name(encoding: str) -> str:
    if encoding == _WINDOWS:
        return "Windows text (1252)"
    return "UTF-8" if encoding.startswith("utf-8") else "UTF-16"


def _separator(text: str) -> tuple[str, str]:
    """What stands between the columns, and the text without a first line such as "sep=;" that says so."""
    first, _, rest = text.partition("\n")
    directive = first.strip().strip('"')
    if directive.lower().startswith("sep=") and len(directive) == 5:
        return directive[4], rest
    return max(_SEPARATORS, key=lambda candidate: _agreement(text[:_SAMPLE_LETTERS], candidate)), text


def _agreement(sample: str, separator: str) -> tuple[int, int]:
    """How many records have the most common number of columns, more than one, and that number."""
    try:
        widths = Counter(len(record) for record in csv.reader(io.StringIO(sample, newline=""), delimiter=separator))
    except csv.Error:
        return 0, 0
    return max(((count * (width > 1), width) for width, count in widths.items() if width > 1), default=(0, 0))


def _records(path: Path, text: str, separator: str, most: int, watch: Watch) -> list[list[str]]:
    """The records up to the last one with a value. Beyond `most` they are only counted."""
    if not text.endswith(("\n", "\r")):
        text += "\n"
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(f"{text}{_END}\n", newline=""), delimiter=separator)
    rows: list[list[str]] = []
    number = filled = 0
    record: list[str] = []
    try:
        for number, record in enumerate(reader, start=1):
            watch.tick()
            if any(record) and record != [_END]:
                filled = number
            if number <= most:
                rows.append(record)
    except csv.Error:
        raise _open_quotation(path, number + 1) from None
    if record != [_END]:
        raise _open_quotation(path, number)
    check_length("", filled, most)
    return rows[:filled]


def _open_quotation(path: Path, record: int) -> Exception:
    return fault(
        f"In “{path.name}” a quotation mark in row {record} is opened and not closed.",
        "Open the file in Excel, save it as a workbook (.xlsx) and choose that one.",
    )
