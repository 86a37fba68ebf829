"""Who brings two people together, and who would like to be: an introduction from the request on. Knows no table."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mentordesk.domain.people import first_name


class RequestStatus(StrEnum):
    OPEN = "open"
    MADE = "made"
    DECLINED = "declined"

    @property
    def word(self) -> str:
        return self.value.capitalize()


@dataclass(frozen=True, slots=True)
class IntroductionForm:
    """`person` would like to meet `other`, through somebody or nobody in particular. `asked_on` None means today;
    `made_on` is set where the introduction has been made already."""

    person_id: int
    other_id: int
    through_id: int | None = None
    asked_on: date | None = None
    note: str = ""
    made_on: date | None = None


@dataclass(frozen=True, slots=True)
class IntroductionRow:
    """An introduction with the names of all three. `id` is None where only a pair tells of it; names of nobody are
    empty."""

    id: int | None
    person_id: int
    person: str
    other_id: int
    other: str
    through_id: int | None
    through: str
    pair_id: int | None
    status: RequestStatus
    asked_on: date | None
    made_on: date | None
    note: str = ""

    @property
    def wish(self) -> str:
        """ "Ayesha Siddiqui would like to meet Ruth Adelmann, through Chidi Okafor"."""
        through = f", through {self.through}" if self.through else ""
        return f"{self.person} would like to meet {self.other}{through}"

    @property
    def deed(self) -> str:
        """ "Ruth Adelmann introduced Amara Okonkwo to Jonas Weidmann"; without a name "Amara met Jonas"."""
        if not self.through:
            return f"{self.person} met {self.other}"
        return f"{self.through} introduced {self.person} to {self.other}"

    @property
    def words(self) -> str:
        """What is wished for, or what has been done."""
        return self.deed if self.status is RequestStatus.MADE else self.wish

    def people(self) -> tuple[int, ...]:
        return tuple(each for each in (self.person_id, self.other_id, self.through_id) if each is not None)


def sentences(rows: Iterable[IntroductionRow], person_id: int, also: frozenset[int] = frozenset()) -> list[str]:
    """What has been made, told around a person: "Ruth also introduced Amara to Jonas and to Anneke.", "Amara introduced
    Ayesha to Chidi.". Who stands in `also` is a mentor of the person already. First names, where they are clear."""
    made = [row for row in rows if row.status is RequestStatus.MADE and row.through_id is not None]
    say = _short_names(made)
    told: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for row in made:
        first, second = (row.person_id, row.other_id) if row.other_id != person_id else (row.other_id, row.person_id)
        if second not in told[row.through_id or 0, first]:
            told[row.through_id or 0, first].append(second)
    about_first = sorted(told, key=lambda key: key[1] != person_id)
    return [_told(say, key, told[key], key[0] in also and key[1] == person_id) for key in about_first]


def _told(say: dict[int, str], key: tuple[int, int], others: Sequence[int], also: bool) -> str:
    through, person = (say[each] for each in key)
    *rest, last = [f"to {say[other]}" for other in others]
    to = f"{', '.join(rest)} and {last}" if rest else last
    return f"{through} {'also ' if also else ''}introduced {person} {to}."


def _short_names(rows: Iterable[IntroductionRow]) -> dict[int, str]:
    """First names; the whole name of everybody who shares the first one with another."""
    full: dict[int, str] = {}
    for row in rows:
        full |= {row.person_id: row.person, row.other_id: row.other}
        if row.through_id is not None:
            full[row.through_id] = row.through
    shared = Counter(first_name(name) for name in full.values())
    return {each: first_name(name) if shared[first_name(name)] == 1 else name for each, name in full.items()}
