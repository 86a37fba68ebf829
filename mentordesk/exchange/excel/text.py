"""Texts and names as Excel takes them: nothing forbidden, nothing too long, no name twice. Knows no sheet."""

import re
from collections.abc import Iterable

LONGEST_TEXT = 32_767
_LONGEST_HEADING = 255
_LONGEST_SHEET = 31
_LONGEST_TABLE = 200

# What XML refuses or readers lose: control characters, halves of surrogate pairs, U+FFFE and U+FFFF.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n?|\x85")
_SUSPECT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]|_x[0-9A-Fa-f]{4}_")
# Excel reads "_x0041_" as the letter A unless its first underscore is itself written that way.
_CODE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
# Starts that make a formula or a quoted text of a cell as soon as somebody edits it.
_RISKY = "=+-@#'"


def units(text: str) -> int:
    """How long Excel finds a text: letters beyond the basic plane count twice."""
    return len(text) + sum(letter > "\uffff" for letter in text)


def cut(text: str, limit: int) -> str:
    """The beginning of a text, at most `limit` units long."""
    while units(text) > limit:
        text = text[: len(text) - max(1, (units(text) - limit) // 2)]
    return text


def clean(text: str) -> str:
    """The text with forbidden characters replaced by U+FFFD and line ends made plain; nothing else changes."""
    if not _SUSPECT.search(text):
        return text
    return _FORBIDDEN.sub("\ufffd", _LINE_ENDS.sub("\n", text))


def shortened(text: str) -> str:
    """A text that fits a cell. A longer one ends with a mark that says how long it was."""
    length = units(text) if len(text) > LONGEST_TEXT // 2 else 0
    if length <= LONGEST_TEXT:
        return text
    mark = f"… [shortened from {length:,} characters]"
    return cut(text, LONGEST_TEXT - len(mark)) + mark


def encoded(text: str) -> str:
    """A clean text as it stands in the file's XML."""
    if "_x" in text:
        text = _CODE.sub("_x005F_", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def is_risky(text: str) -> bool:
    """Whether the text must be marked as text, or editing the cell would make something else of it."""
    return text[:1] in _RISKY


def headings(titles: Iterable[object]) -> tuple[str, ...]:
    """Titles as table columns need them: one line, never empty, no two alike."""
    taken: set[str] = set()
    return tuple(
        _unique(_heading(str("" if title is None else title)) or f"Column {number}", taken, _LONGEST_HEADING)
        for number, title in enumerate(titles, start=1)
    )


def _heading(title: str) -> str:
    return cut(" ".join(_CODE.sub("_ ", clean(title)).split()), _LONGEST_HEADING)


def sheet_names(names: Iterable[str]) -> tuple[str, ...]:
    """Names as sheet tabs take them: none of \\ / * ? : [ ], at most 31 long, never "History", no two alike."""
    taken = {"history"}
    return tuple(_unique(_sheet_name(name), taken, _LONGEST_SHEET) for name in names)


def _sheet_name(name: str) -> str:
    plain = " ".join(re.sub(r"[\\/*?:\[\]]", "-", _CODE.sub("_ ", clean(name))).split())
    return cut(plain.strip("' "), _LONGEST_SHEET).strip("' ") or "Sheet"


def table_names(names: Iterable[str]) -> tuple[str, ...]:
    """Names as formulas take them: letters, digits and underscores, never like a cell, no two alike."""
    taken: set[str] = set()
    return tuple(_unique(_table_name(name), taken, _LONGEST_TABLE, "_") for name in names)


def _table_name(name: str) -> str:
    letters = (letter if letter.isalpha() or letter in "0123456789" else "_" for letter in name)
    plain = re.sub("_+", "_", "".join(letters))[:_LONGEST_TABLE].strip("_") or "Table"
    is_cell = re.fullmatch(r"[A-Za-z]{1,3}\d+|[RrCc]|[Rr]\d*[Cc]\d*", plain)
    return f"_{plain}" if is_cell or not plain[0].isalpha() else plain


def _unique(name: str, taken: set[str], limit: int, joint: str = " ") -> str:
    candidate, number = name, 1
    while candidate.casefold() in taken:
        number += 1
        ending = f"{joint}{number}"
        candidate = cut(name, limit - len(ending)).rstrip() + ending
    taken.add(candidate.casefold())
    return candidate
