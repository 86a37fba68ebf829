"""Numbers, levels and yes or no as people write them in cells. Knows no column and no sentence."""

import re

from mentordesk.domain.text import fold
from mentordesk.exchange.reading.cells import CellValue, as_text

LEVELS = range(1, 8)
_WHOLE = re.compile(r"([+-]?\d{1,9})(?:[.,]0+)?$")
_INSIDE = re.compile(r"\d{1,9}")
_LEVEL = re.compile(r"(?:(?:l|lvl|level|n|niveau|nivel|stufe|grade|band)[ .-]?)?(\d)$")
_WORDS = {
    "none": 0,
    "null": 0,
    "zero": 0,
    "keine": 0,
    "aucun": 0,
    "ninguno": 0,
    "cero": 0,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "ein": 1,
    "eine": 1,
    "einen": 1,
    "eins": 1,
    "zwei": 2,
    "drei": 3,
    "vier": 4,
    "funf": 5,
    "sechs": 6,
    "sieben": 7,
    "acht": 8,
    "neun": 9,
    "zehn": 10,
    "un": 1,
    "une": 1,
    "deux": 2,
    "trois": 3,
    "quatre": 4,
    "cinq": 5,
    "sept": 7,
    "huit": 8,
    "neuf": 9,
    "dix": 10,
    "uno": 1,
    "una": 1,
    "dos": 2,
    "tres": 3,
    "cuatro": 4,
    "cinco": 5,
    "seis": 6,
    "siete": 7,
    "ocho": 8,
    "nueve": 9,
    "diez": 10,
}
_YES = frozenset(
    ("yes", "y", "true", "1", "x", "✓", "✔", "ja", "j", "wahr", "oui", "o", "vrai", "si", "s", "verdadero")
)
_NO = frozenset(("no", "n", "false", "0", "-", "nein", "falsch", "non", "faux", "falso"))


def whole_number(cell: CellValue) -> int | None:
    """A whole number: 2, "2" or "2,0". None for anything else, also for words."""
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int):
        return cell
    match = _WHOLE.match(as_text(cell))
    return int(match[1]) if match else None


def number_in(cell: CellValue) -> int | None:
    """The number that is probably meant: "two", "2 people", 2.5 rounded down. None if there is none."""
    text = fold(as_text(cell))
    whole = whole_number(cell)
    if whole is not None:
        return whole
    named = next((_WORDS[word] for word in re.findall(r"[a-z]+", text) if word in _WORDS), None)
    digits = _INSIDE.search(text)
    return int(digits[0]) if digits else named


def level_of(cell: CellValue) -> int | None:
    """A level from 1 to 7: 5, "5", "L5" or "Level 5". None for anything else."""
    whole = whole_number(cell)
    if whole is None:
        match = _LEVEL.match(fold(as_text(cell)))
        whole = int(match[1]) if match else None
    return whole if whole in LEVELS else None


def yes_or_no(cell: CellValue) -> bool | None:
    """True or False for words that mean it, in English, German, French and Spanish. None for anything else."""
    if isinstance(cell, bool):
        return cell
    text = fold(as_text(cell))
    return True if text in _YES else False if text in _NO else None
