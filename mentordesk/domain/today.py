"""What Today shows beside the items that need a hand: the next 14 days, and give and take by format. Knows no table."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from mentordesk.domain.attention import AttentionItem
from mentordesk.domain.balance import Balance
from mentordesk.domain.figures import Figures
from mentordesk.domain.pairs import PairRow
from mentordesk.domain.programs import Format

UPCOMING_DAYS = 14


class UpcomingKind(StrEnum):
    """What comes, in the order in which things of one day are listed."""

    MEETING = "meeting"
    STORY = "story"
    MILESTONE = "milestone"
    ANNIVERSARY = "anniversary"
    MATCHING_CLOSES = "matching_closes"
    COHORT_ENDS = "cohort_ends"


@dataclass(frozen=True, slots=True)
class UpcomingRow:
    """Something of the next days. `pair_id` or `cohort_id` say what a click opens."""

    id: str
    on: date
    kind: UpcomingKind
    title: str
    context: str
    pair_id: int | None = None
    cohort_id: int | None = None

    @property
    def order(self) -> tuple[date, int, str]:
        return (self.on, tuple(UpcomingKind).index(self.kind), self.title)


@dataclass(frozen=True, slots=True)
class FormatBalance:
    """Points of the balance window in one format, over its active pairs; left are mentors, or peers first by name."""

    format: Format
    pairs: int
    balance: Balance


@dataclass(frozen=True, slots=True)
class TodayFacts:
    """`program` is the name of the one in scope, else empty; `matching` counts cohorts with somebody unmatched;
    `people` and `pairs` are of the whole desk, of any status."""

    program: str
    programs: int
    matching: int
    people: int
    pairs: int


@dataclass(frozen=True, slots=True)
class Face:
    """Somebody an item is about: the side is left or right inside a pair, neutral elsewhere."""

    name: str
    side: str


@dataclass(frozen=True, slots=True)
class TodayPage:
    """All of Today from one reading. `watch` are the pairs on watch or at risk that no item names, at risk first;
    `faces` are by key of the item, where it has any."""

    figures: Figures
    items: tuple[AttentionItem, ...]
    watch: tuple[PairRow, ...]
    upcoming: tuple[UpcomingRow, ...]
    formats: tuple[FormatBalance, ...]
    facts: TodayFacts
    faces: dict[str, tuple[Face, ...]]


def came_back(balance: Balance) -> str:
    """What the side that gave less gave back for what it got, in small numbers: "for every 4 points given, 3 came
    back"."""
    smaller, larger = sorted((balance.left, balance.right))
    if not smaller:
        return "nothing came back yet"
    share = Fraction(smaller, larger).limit_denominator(5)
    if not share:
        return f"for every {round(larger / smaller)} points given, 1 came back"
    if share == 1:
        return "about as much came back as was given"
    return f"for every {share.denominator} points given, {share.numerator} came back"
