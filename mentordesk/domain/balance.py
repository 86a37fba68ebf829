"""The account of a pair: what each side gave, whether it is in balance, and how that is said. Knows no table."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from itertools import accumulate

from mentordesk.domain.dates import add_months
from mentordesk.domain.programs import Thresholds
from mentordesk.domain.rounding import half_up
from mentordesk.domain.standing import Side

NO_ENTRIES = "No entries yet"
"""What stands in place of the give/take bar where neither side has points (DESIGN section 5)."""


class Band(StrEnum):
    """How even give and take are, over the balance window."""

    IN_BALANCE = "in_balance"
    LEANING = "leaning"
    ONE_SIDED = "one_sided"
    TOO_EARLY = "too_early"

    @property
    def word(self) -> str:
        return _BAND_WORDS[self]


_BAND_WORDS = {
    Band.IN_BALANCE: "in balance",
    Band.LEANING: "leaning",
    Band.ONE_SIDED: "one-sided",
    Band.TOO_EARLY: "too early to tell",
}


@dataclass(frozen=True, slots=True)
class Balance:
    """Points each side gave, 0 or more. A gift is a deposit of the giver and a withdrawal of the receiver."""

    left: int = 0
    right: int = 0

    @property
    def total(self) -> int:
        return self.left + self.right

    @property
    def net(self) -> int:
        """Left minus right: above zero where the left side gave more."""
        return self.left - self.right

    @property
    def reciprocity(self) -> float:
        """2·min/(left + right), from 0.0 (one-way, or no points at all) to 1.0 (even)."""
        return 2 * min(self.left, self.right) / self.total if self.total else 0.0

    def after(self, side: Side, points: int) -> "Balance":
        """The balance once `side` has given so many points more."""
        if side is Side.LEFT:
            return Balance(self.left + points, self.right)
        return Balance(self.left, self.right + points)

    def band(self, thresholds: Thresholds) -> Band:
        """In balance up to 2 × the smaller side, leaning up to 4 ×, one-sided beyond or where one side gave nothing;
        too early under 6 points. The numbers are the program's (DESIGN section 9, balance band)."""
        smaller, larger = sorted((self.left, self.right))
        if not larger or self.total < thresholds.balance_min_points:
            return Band.TOO_EARLY
        if smaller and larger <= thresholds.balance_even_ratio * smaller:
            return Band.IN_BALANCE
        return Band.LEANING if smaller and larger <= thresholds.balance_leaning_ratio * smaller else Band.ONE_SIDED


NOTHING = Balance()
"""The account of a pair that has just opened it."""


def of_entries(entries: Iterable[tuple[Side, int]]) -> Balance:
    """The balance of (who gave, points), in any order."""
    return (NOTHING, *running(entries))[-1]


def running(entries: Iterable[tuple[Side, int]], carried: Balance = NOTHING) -> tuple[Balance, ...]:
    """The balance after each entry, in the order given, on top of what was carried forward: as many as entries."""
    return tuple(accumulate(entries, lambda so_far, entry: so_far.after(*entry), initial=carried))[1:]


def window_start(today: date, thresholds: Thresholds) -> date:
    """The first day whose exchanges count for the balance: 6 months before today, unless the program says otherwise."""
    return add_months(today, -thresholds.balance_window_months)


def in_window(on: date, today: date, thresholds: Thresholds) -> bool:
    """Whether an exchange of that day counts for the balance today, both ends of the window included."""
    return window_start(today, thresholds) <= on <= today


def net_words(net: int, left_first_name: str, right_first_name: str) -> str:
    """Who has given more, and by how many points: "Amara +4", "Even" or "Jonas +2"."""
    if not net:
        return "Even"
    return f"{left_first_name if net > 0 else right_first_name} +{abs(net)}"


def window_words(months: int) -> str:
    """The balance window in words: "the last 6 months", "the last month"."""
    return "the last month" if months == 1 else f"the last {months} months"


def sentence(left_name: str, right_name: str, balance: Balance, band: Band, months: int = 6) -> str:
    """The tool tip of a bar: "Ingrid gave 20, Kwame gave 4 in the last 6 months: one-sided" (DESIGN section 5)."""
    window = window_words(months)
    if not balance.total:
        return f"No entries in {window}"
    return f"{left_name} gave {balance.left}, {right_name} gave {balance.right} in {window}: {band.word}"


def spoken(left_name: str, right_name: str, balance: Balance, band: Band) -> str:
    """The same for a screen reader: "Amara gave 13, Jonas gave 16, in balance" (DESIGN section 8)."""
    if not balance.total:
        return NO_ENTRIES
    return f"{left_name} gave {balance.left}, {right_name} gave {balance.right}, {band.word}"


def came_back(balance: Balance) -> str:
    """The ratio of both sides in small numbers, the larger first: "for every 4 points given, 3 came back"."""
    smaller, larger = sorted((balance.left, balance.right))
    if not smaller:
        return "nothing came back yet" if larger else "nothing was given yet"
    if smaller == larger:
        return "as much came back as was given"
    if larger >= 5 * smaller:
        return f"for every {int(half_up(larger / smaller))} points given, 1 came back"
    ratio = Fraction(smaller, larger).limit_denominator(5)
    if ratio == 1:
        return "about as much came back as was given"
    return f"for every {ratio.denominator} points given, {ratio.numerator} came back"
