"""Whom matching pairs, and what it knows about them: plain values, whatever table they come from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from mentordesk.domain.cohorts import Role
from mentordesk.domain.text import fold


@dataclass(frozen=True, slots=True)
class Candidate:
    """An enrolled person in one role; who is mentor and mentee in one cohort comes as two with the same `id`.

    `capacity` is how many pairs the person still takes in this role. `level` is 1 to 7, `utc_offset` in hours.
    `managers` are person ids from the own manager upwards. `wishes` are people asked for with their rank from 1,
    `vetoes` people not to be paired with; `unwanted` are topics the person offers no longer or will not talk about.
    `custom` holds the values of the desk's own fields by name, `measures` those that can be measured: numbers, dates
    as days, the place in a list of ordered levels. What is empty or None is not on record, and then counts half.
    People of the desk's own company need its name in `company` to be told from those of another one.
    """

    id: int
    name: str
    role: Role
    capacity: int = 1
    employee_number: str = ""
    title: str = ""
    offers: tuple[str, ...] = ()
    wants: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()
    experience: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    meeting_forms: tuple[str, ...] = ()
    level: int | None = None
    department: str = ""
    company: str = ""
    place: str = ""
    utc_offset: float | None = None
    managers: tuple[int, ...] = ()
    wishes: Mapping[int, int] = field(default_factory=dict)
    vetoes: frozenset[int] = frozenset()
    custom: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    measures: Mapping[str, float] = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, str, int]:
        """What ties are broken by: employee number, then name; the id only tells namesakes apart."""
        return (fold(self.employee_number), fold(self.name), self.id)


class Shape(StrEnum):
    """What is made of the people: pairs of mentor and mentee, pairs of peers, or circles around a mentor."""

    PAIRS = "pairs"
    PEERS = "peers"
    CIRCLES = "circles"


@dataclass(frozen=True, slots=True)
class CircleSize:
    """How many mentees a circle has, and by how many the largest may exceed the smallest if nobody is left out for it.

    With `team_apart` no two mentees of one manager sit in a circle.
    """

    smallest: int = 4
    largest: int = 8
    spread: int = 1
    team_apart: bool = True
