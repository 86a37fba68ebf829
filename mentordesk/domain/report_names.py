"""How people are called in one report: in full, by initials, or by their role and the number of their pair."""

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from functools import cache, partial

from mentordesk.domain.pairs import pair_name
from mentordesk.domain.programs import Format
from mentordesk.domain.reporting import NameStyle
from mentordesk.domain.standing import Side

_SHORTEST_MASKED = 4
"""A name of one short word is a word of the language too often: "Will", "May" and "Bo" alone are left as they are."""

UNNAMED = "…"
"""What stands for a name or an address that was taken out of a text."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Called:
    """How the two of a pair are called in a report."""

    left: str
    right: str

    @property
    def pair(self) -> str:
        return pair_name(self.left, self.right)

    def of(self, side: Side) -> str:
        return self.left if side is Side.LEFT else self.right


@dataclass(frozen=True, slots=True)
class SidesOfPair:
    """The two of a pair as they are stored."""

    pair_id: int
    left_id: int
    right_id: int
    left: str
    right: str
    format: Format


@dataclass(frozen=True, slots=True)
class Naming:
    """How everybody is called: `sides` has the two of every pair by its id, `hidden` are the people who are never
    named whatever the style, `masked` takes out of a text the names it must not hold; `steps` are the milestones of the
    programs' plans, which are nobody's own words."""

    style: NameStyle = NameStyle.FULL
    sides: Mapping[int, Called] = field(default_factory=dict)
    hidden: frozenset[int] = frozenset()
    masked: Callable[[str], str] = str
    steps: frozenset[str] = frozenset()

    @property
    def bare(self) -> bool:
        """Nobody is named at all."""
        return self.style is NameStyle.NONE

    @property
    def full(self) -> bool:
        """Everybody is named in full."""
        return self.style is NameStyle.FULL and not self.hidden

    def person(self, person_id: int, name: str, otherwise: str) -> str:
        """A person in the style; `otherwise` where they are not named."""
        if self.bare or person_id in self.hidden:
            return otherwise
        return initials(name) if self.style is NameStyle.INITIALS else name


def initials(name: str) -> str:
    """The first letter of every part: "Amara Okonkwo" is "A. O."."""
    return " ".join(f"{part[0].upper()}." for part in name.split())


def called(pair: SidesOfPair, style: NameStyle, hidden: Collection[int] = ()) -> Called:
    """Both sides in a style. Those who are not named are "Mentor 12" and "Mentee 12", of pair 12 on every sheet."""
    unnamed = _unnamed(pair)
    naming = Naming(style, hidden=frozenset(hidden))
    return Called(
        naming.person(pair.left_id, pair.left, unnamed.left), naming.person(pair.right_id, pair.right, unnamed.right)
    )


def _unnamed(pair: SidesOfPair) -> Called:
    if pair.format is Format.PEER:
        return Called(f"Peer {pair.pair_id}a", f"Peer {pair.pair_id}b")
    return Called(f"Mentor {pair.pair_id}", f"Mentee {pair.pair_id}")


def mask(
    names: Collection[str], secrets: Collection[str] = (), instead: Callable[[str], str] = initials
) -> Callable[[str], str]:
    """What takes names out of a text that is about something else, such as a cohort called after its founder: of a name
    stays what `instead` makes of it, of a secret (an address, an employee number) "…"."""
    spoken = {_composed(name): instead(name) for name in names if len(name) >= _SHORTEST_MASKED}
    spoken.update({_composed(secret): UNNAMED for secret in secrets if len(secret) >= _SHORTEST_MASKED})
    by_word: dict[str, list[tuple[str, str]]] = {}
    for known in sorted(spoken, key=len, reverse=True):
        if words := _WORD.findall(known):
            by_word.setdefault(words[0].casefold(), []).append((known, spoken[known]))
    return cache(partial(_masked, by_word)) if by_word else str


def _composed(text: str) -> str:
    """A letter with its marks as one sign: the same name may be stored either way."""
    return unicodedata.normalize("NFC", text)


def _masked(by_word: Mapping[str, list[tuple[str, str]]], text: str) -> str:
    """The text with what is known left out; it begins at a word and ends at one."""
    text = _composed(text)
    made, done = [], 0
    for word in _WORD.finditer(text):
        if word.start() < done:
            continue
        for known, instead in by_word.get(word.group().casefold(), ()):
            start = word.start() - known.casefold().index(word.group().casefold())
            end = start + len(known)
            if start >= done and text[start:end].casefold() == known.casefold() and not text[end : end + 1].isalnum():
                made += [text[done:start], instead]
                done = end
                break
    return "".join((*made, text[done:]))
