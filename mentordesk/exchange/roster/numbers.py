"""Numbers and yes or no as people write them in cells. Knows no column and no sentence."""

import re

from mentordesk.domain.text import fold
from mentordesk.exchange.reading.cells import CellValue, as_text
from mentordesk.exchange.roster.words import NO, NUMBERS, POLITE, YES

LEVELS = range(1, 8)
_WHOLE = re.compile(r"([+-]?\d{1,9})(?:[.,]0+)?$")
_INSIDE = re.compile(r"\d{1,9}")
_WORD = re.compile(r"[^\W\d_]+")
# A number of these is no number of people.
_UNITS = re.compile(
    r"\d\s*(?:%|h\b)|\b(?:hours?|hrs?|minutes?|mins?|days?|weeks?|months?|years?|times?|stunden?|minuten|tage?|wochen?|"
    r"monate?|jahre?|mal|heures?|jours?|semaines?|mois|ans|horas?|dias?|semanas?|mes|meses|anos?)\b"
)
_LONGEST_WORDS, _MOST_NUMBERS = 8, 2
_GROUPS = re.compile(r"[+-]?\d{1,3}(?:([.,' ])\d{3})(?:\1\d{3})*(?:(?!\1)[.,]\d+)?$")
_AFTER_NO = re.compile(r"^[,.;:!(–-]")


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
    whole = whole_number(cell)
    if whole is not None:
        return whole
    text = fold(as_text(cell))
    digits = _INSIDE.search(text)
    if digits:
        return int(digits[0])
    return next((NUMBERS[word] for word in _WORD.findall(text) if word in NUMBERS), None)


def number_of_people(cell: CellValue) -> int | None:
    """A number that is surely meant: "two", "up to 3", "3 mentees", "one or two" and "1-2" (the larger one).

    None for hours and years, for long texts and for more than two numbers: these are not a plain answer.
    """
    whole = whole_number(cell)
    if whole is not None or not isinstance(cell, str):
        return whole
    text = fold(cell).strip()
    words = _WORD.findall(text)
    if len(words) > _LONGEST_WORDS or _UNITS.search(text) or re.search(r"\d[.,]\d|(?:^|\s)-\d", text):
        return None
    digits = [int(found) for found in _INSIDE.findall(text)]
    named = [NUMBERS[word] for word in words if word in NUMBERS]
    # "1 (one)" says the same twice; "3 a month" has a word that could be a number elsewhere.
    found = digits or named
    return max(found) if found and len(found) <= _MOST_NUMBERS else None


def number(cell: CellValue) -> float | None:
    """Any number: 12.5, "12,5", "1.234,50", "1 234", "80 %", "€ 1,200.00". None for anything else."""
    if isinstance(cell, bool) or cell is None:
        return None
    if isinstance(cell, int | float):
        return float(cell)
    text = re.sub(r"^[€$£¥]\s*|\s*(?:[€$£¥%]|eur|usd|gbp|chf)$", "", fold(as_text(cell)).strip())
    groups = _GROUPS.match(text)
    if groups and (groups[1] in "' " or text.count(groups[1]) > 1 or re.search(r"[.,]\d+$", text[groups.end(1) :])):
        text = text.replace(groups[1], "")
    text = text.replace(" ", "")
    try:
        found = float(text if "." in text else text.replace(",", "."))
    except ValueError:
        return None
    return found if abs(found) <= 1e15 else None


def yes_or_no(cell: CellValue) -> bool | None:
    """True or False for words that mean it, also "Yes, please" and "No thanks". None for anything else."""
    if isinstance(cell, bool):
        return cell
    text = " ".join(fold(as_text(cell)).split()).rstrip(".!")
    if text in YES:
        return True
    if text in NO:
        return False
    word = _WORD.match(text)
    if word is None or (len(word[0]) < 2 and word[0].isascii()):
        return None
    rest = text[word.end() :].strip()
    meant = bool(_AFTER_NO.match(rest)) or any(other in POLITE for other in _WORD.findall(rest)[:1])
    if word[0] in YES and (meant or rest.startswith(("i ", "ich ", "je ", "of course", "natürlich"))):
        return True
    return False if word[0] in NO and meant else None
