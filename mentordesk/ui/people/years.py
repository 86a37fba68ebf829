"""Years on a line: where a day lies, and which years are named. Knows no pair and no painter."""

from dataclasses import dataclass
from datetime import date

_STEPS = (1, 2, 3, 5, 10, 20, 50)
_MOST_MARKS = 7
_LEAST_YEARS = 2


@dataclass(frozen=True, slots=True)
class Years:
    """From 1 January of the first year to the last day, which is today."""

    first: date
    last: date

    def share(self, day: date) -> float:
        """Where a day lies, from 0 to 1; days outside lie at an end."""
        whole = (self.last - self.first).days
        return min(max((day - self.first).days / whole, 0.0), 1.0)

    def marks(self) -> list[date]:
        """The first days of the years to name: at most seven, evenly, from the first one on."""
        count = self.last.year - self.first.year + 1
        step = next((step for step in _STEPS if count <= step * _MOST_MARKS), _STEPS[-1])
        return [date(year, 1, 1) for year in range(self.first.year, self.last.year + 1, step)]


def years_of(starts: list[date], today: date) -> Years:
    """From the year of the earliest start; at least the year before today's, so that a young pair has a length."""
    earliest = min([*starts, today]).year
    return Years(date(min(earliest, today.year - _LEAST_YEARS + 1), 1, 1), today)
