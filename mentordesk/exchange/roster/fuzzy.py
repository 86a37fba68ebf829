"""Headings with a slip of the pen: "Postion", "Employe Nr.", "Departement Nmae". Knows no cell.

How near is near was measured: a heading of several words by its words in any order, one of a single word by single
changes of letters. Likeness of parts is left out on purpose: by it "Last promotion date" is nearly "Last name".
"""

from collections.abc import Sequence
from functools import cache

from mentordesk.exchange.roster.synonyms import by_heading, without_field

WORDS_ALIKE = 82.0
LETTERS_ALIKE = 0.75
_SHORTEST = 4
_SHORT = 5
_LONGEST = 40


def nearest_field(words: str) -> tuple[str, float] | None:
    """The field of the known heading that these words are nearly, and how near it is from 0 to 1. None if none is.

    A heading that is known to be no field counts too: nearly "Salary" is none.
    """
    if not _SHORTEST <= len(words) <= _LONGEST or words in without_field():
        return None
    if words.isdecimal() or not words.isascii():
        return None
    known, likeness = _nearest(words)
    field = by_heading().get(known) if known else None
    return (field, likeness) if field else None


@cache
def _phrases() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """All known headings of one word, and all of several."""
    every = sorted(phrase for phrase in {*by_heading(), *without_field()} if len(phrase) >= _SHORTEST)
    return tuple(p for p in every if " " not in p), tuple(p for p in every if " " in p)


@cache
def _nearest(words: str) -> tuple[str, float]:
    single, several = _phrases()
    return nearest(words, several if " " in words else single)


def nearest(words: str, phrases: Sequence[str]) -> tuple[str, float]:
    """The phrase that these words are nearly, and how near it is from 0 to 1; "" and 0 if none is."""
    from rapidfuzz import fuzz, process
    from rapidfuzz.distance import OSA

    if not _SHORTEST <= len(words) <= _LONGEST:
        return "", 0.0
    if " " in words:
        found = process.extractOne(words, phrases, scorer=fuzz.token_sort_ratio, score_cutoff=WORDS_ALIKE)
        return (found[0], found[1] / 100) if found and _same_first_letters(words, found[0]) else ("", 0.0)
    near = process.extract(words, phrases, scorer=OSA.normalized_similarity, score_cutoff=LETTERS_ALIKE)
    return next(((known, likeness) for known, likeness, _at in near if _is_slip(words, known)), ("", 0.0))


def _is_slip(words: str, known: str) -> bool:
    """In a short word another letter makes another word: "Size" is no "Site". Two letters in the wrong order, or one
    too many or too few, are a slip."""
    return len(words) > _SHORT or len(words) != len(known) or sorted(words) == sorted(known)


def _same_first_letters(words: str, known: str) -> bool:
    """A slip seldom changes the first letter of a word: "Sales manager" is not "Case manager"."""
    return sorted(word[0] for word in words.split()) == sorted(word[0] for word in known.split())
