"""Finding things by a few letters of their names: starts of words first, then inside words, then initials.

Case, accents and punctuation do not matter. Knows no list and no screen.
"""

from dataclasses import dataclass
from enum import IntEnum

from mentordesk.domain.text import fold


class Fit(IntEnum):
    """How the letters fit a name, the best first. DESIGN-2 10.13."""

    START = 0
    INSIDE = 1
    INITIALS = 2


@dataclass(frozen=True, slots=True)
class Findable:
    """A name made ready to be looked through thousands of times: its words and its initials, a space before each."""

    words: str
    initials: str


def findable(name: str, *people: str) -> Findable:
    """Make a name ready. A pair gives its `people`: then each of them has initials of their own."""
    initials = "".join(f" {each}" for person in people or (name,) for each in _initials(person))
    return Findable(f" {' '.join(words(name))}", initials)


def words(text: str) -> tuple[str, ...]:
    """The folded words of a text: `words("Côme d'Arc-Été") == ("come", "d", "arc", "ete")`."""
    return tuple("".join(letter if letter.isalnum() else " " for letter in fold(text)).split())


def _initials(name: str) -> tuple[str, ...]:
    """Of all words, and of the first and last alone: "jpt" and "jt" for Juan Pablo Ticona."""
    letters = "".join(word[0] for word in words(name))
    return (letters, letters[0] + letters[-1]) if len(letters) > 2 else (letters,)


def fit(thing: Findable, wanted: tuple[str, ...]) -> Fit | None:
    """How well all wanted words (see `words`) fit; None where one does not, or where nothing is wanted.

    Initials are asked for by one word of at least two letters.
    """
    if not wanted:
        return None
    if all(f" {word}" in thing.words for word in wanted):
        return Fit.START
    if all(word in thing.words for word in wanted):
        return Fit.INSIDE
    asked = len(wanted) == 1 and len(wanted[0]) > 1
    return Fit.INITIALS if asked and f" {wanted[0]}" in thing.initials else None


def spans(text: str, wanted: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """Where the wanted words stand in the text as it is written: (first, behind the last) letter, from left to right,
    never overlapping. A word is marked once, at the start of a word if it is at one."""
    plain, places = _plain(text)
    found = []
    for word in (word for word in wanted if word in plain):
        at = plain.find(f" {word}") + 1 or plain.find(word)
        last, after = places[at + len(word) - 1], places[at + len(word)]
        found.append((places[at], max(last + 1, after)))
    return _joined(sorted(found))


def _plain(text: str) -> tuple[str, list[int]]:
    """The text folded letter by letter behind a space; which letter of the text each came from, and the text's end."""
    plain, places = " ", [0]
    for place, letter in enumerate(text):
        folded = "".join(each if each.isalnum() else " " for each in fold(letter))
        plain += folded
        places += [place] * len(folded)
    return plain, [*places, len(text)]


def _joined(found: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    joined: list[tuple[int, int]] = []
    for first, behind in found:
        if joined and first <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(behind, joined[-1][1]))
        else:
            joined.append((first, behind))
    return tuple(joined)
