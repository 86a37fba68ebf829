"""Names that nobody else in the sample has, and e-mail addresses made of them. Knows no table."""

import re
from collections.abc import Iterable, Iterator
from random import Random
from typing import Any

from mentordesk.domain.text import fold
from mentordesk.services.sampling import texts

_INITIALS = "ABCDEFGHIJKLMNOPRSTVW"


def fresh(random: Random, taken: Iterable[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """New names with the languages that go with them, without end; after all combinations with an initial more."""
    used = set(taken)
    for initial in ("", *(f"{letter}." for letter in _INITIALS), *(f"{a}. {b}." for a in _INITIALS for b in _INITIALS)):
        everyone = [entry for culture in texts.read("names")["culture"] for entry in _combinations(culture)]
        random.shuffle(everyone)
        for first, last, speaks in everyone:
            name = " ".join(part for part in (first, initial, last) if part)
            if name not in used:
                used.add(name)
                yield name, speaks


def _combinations(culture: dict[str, Any]) -> list[tuple[str, str, tuple[str, ...]]]:
    speaks = tuple(culture["speaks"][:1])
    return [(first, last, speaks) for first in culture["first"] for last in culture["last"]]


class Addresses:
    """E-mail addresses, each given once: "amara.okonkwo@solvane.example"."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def of(self, name: str, company: str) -> str:
        local = _plain(name, ".")
        host = f"{_plain(company, '')}.example"
        address, number = f"{local}@{host}", 2
        while address in self._given:
            address, number = f"{local}{number}@{host}", number + 1
        self._given.add(address)
        return address


def _plain(text: str, between: str) -> str:
    return re.sub(r"[^a-z0-9]+", between, fold(text)).strip(".")
