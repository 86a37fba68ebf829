"""Single answers read from cells: a number of a scale, a word, a day, minutes. Knows no question and no desk."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from mentordesk.domain.contacts import POINTS
from mentordesk.domain.dates import Precision, long
from mentordesk.domain.text import fold
from mentordesk.exchange.reading.cells import CellValue, as_text
from mentordesk.exchange.responses import answer_words as words
from mentordesk.exchange.roster.dates import read_date

_NUMBER = re.compile(r"(?<![\d.,])(\d{1,4})(?:[.,]0+)?(?![\d.,])")
_OUT_OF = re.compile(r"(\d{1,2})\s*(?:/|out of|of|von|sur|de)\s*(\d{1,2})\s*$")
_HOURS = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:h|hr|hrs|hour|hours|std|stunde|stunden|heure|heures|hora|horas)\b")
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2})?$")
_BETWEEN = re.compile(r"(\d{1,3})\s*(?:-|–|to|bis|à|a)\s*(\d{1,3})")
_MANY_STARS = "★⭐*"
_LONGEST = 1440


@dataclass(frozen=True, slots=True)
class Read:
    """A value that was understood, or a sentence that says what is wrong, and a text that would be right.

    `words` says that a number was made of words, and the like: it is told how values were read.
    """

    value: Any = None
    sentence: str = ""
    proposal: str | None = None
    words: bool = False


EMPTY = Read()


def scale(cell: CellValue, allowed: range) -> Read:
    """A number of a scale: 4, "4", "4 - Agree", "4/5", "★★★★", "Strongly agree" (of a scale to 5)."""
    text = fold(as_text(cell)).strip()
    if not text:
        return EMPTY
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _on_scale(cell, allowed)
    if set(text) <= set(_MANY_STARS):
        return _on_scale(len(text), allowed, words=True)
    if match := _OUT_OF.search(text):
        if int(match[2]) != allowed[-1]:
            return Read(sentence=f"“{as_text(cell)}” is on another scale: answers go from {_ends(allowed)}.")
        return _on_scale(int(match[1]), allowed, words=True)
    agreed = words.AGREEMENT.get(text) or words.AGREEMENT.get(text.replace("/", " "))
    if allowed[-1] == 5 and agreed:
        return Read(agreed, words=True)
    if match := _NUMBER.search(text):
        return _on_scale(int(match[1]), allowed, words=match[0] != text)
    near = words.nearest(text, words.AGREEMENT) if allowed[-1] == 5 else None
    proposal = str(words.AGREEMENT[near]) if near else None
    return Read(sentence=f"“{as_text(cell)}” is no answer from {_ends(allowed)}.", proposal=proposal)


def _on_scale(number: float, allowed: range, words: bool = False) -> Read:
    if number in allowed:
        return Read(int(number), words=words)
    nearest = min(allowed[-1], max(allowed[0], round(number)))
    return Read(sentence=f"Answers go from {_ends(allowed)}, not {number:g}.", proposal=str(nearest))


def _ends(allowed: range) -> str:
    return f"{allowed[0]} to {allowed[-1]}"


def word(cell: CellValue, known: Mapping[str, StrEnum], what: str) -> Read:
    """One of the words a thing has, however it is written; the nearest is proposed."""
    text = fold(as_text(cell)).strip(" .!;")
    if not text:
        return EMPTY
    for part in (
        text,
        text.partition("(")[0].strip(),
        text.partition(" - ")[0].strip(),
        text.partition(":")[0].strip(),
    ):
        if part in known:
            found = known[part]
            return Read(found, words=part != fold(_shown(found)))
    near = words.nearest(text, known)
    return Read(sentence=f"“{as_text(cell)}” is no {what}.", proposal=_shown(known[near]) if near else None)


def _shown(found: StrEnum) -> str:
    return str(getattr(found, "word", found.value))


def points(cell: CellValue) -> Read:
    """1, 2 or 3, as a number or as what it means."""
    text = fold(as_text(cell)).strip(" .!;")
    if text in words.POINT_WORDS:
        return Read(words.POINT_WORDS[text], words=True)
    allowed = range(min(POINTS), max(POINTS) + 1)
    found = scale(cell, allowed)
    if found.sentence:
        return Read(sentence="Choose 1, 2 or 3 points.", proposal=found.proposal)
    return found


def day(cell: CellValue, day_first: bool, epoch_1904: bool) -> Read:
    """A day. A month or a year alone is none."""
    if cell is None:
        return EMPTY
    if isinstance(cell, datetime):
        return Read(cell.date())
    if isinstance(cell, date):
        return Read(cell)
    found = read_date(cell, day_first, epoch_1904)
    if found.day is not None and found.precision is Precision.DAY:
        return Read(found.day, words=isinstance(cell, str))
    if found.blank:
        return EMPTY
    nearest = found.proposal or found.day
    sentence = found.wrong or f"“{as_text(cell)}” is no day."
    return Read(sentence=sentence, proposal=long(nearest) if nearest else None)


def minutes(cell: CellValue) -> Read:
    """Minutes: 45, "45 min", "1.5 hours", "1:30"; of "30-45" the middle."""
    text = fold(as_text(cell)).strip()
    if not text:
        return EMPTY
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _minutes(round(cell))
    if match := _CLOCK.match(text):
        return _minutes(int(match[1]) * 60 + int(match[2]), words=True)
    if match := _BETWEEN.search(text):
        return _minutes((int(match[1]) + int(match[2])) // 2, words=True)
    if match := _HOURS.search(text):
        whole = round(float(match[1].replace(",", ".")) * 60)
        rest = _NUMBER.search(text[match.end() :])
        return _minutes(whole + (int(rest[1]) if rest else 0), words=True)
    if match := _NUMBER.search(text):
        return _minutes(int(match[1]), words=match[0] != text)
    return Read(sentence=f"“{as_text(cell)}” is no number of minutes.")


def _minutes(number: int, words: bool = False) -> Read:
    if 0 <= number <= _LONGEST:
        return Read(number, words=words)
    return Read(sentence="A contact takes 0 minutes to 24 hours.", proposal=str(min(_LONGEST, max(0, number))))
