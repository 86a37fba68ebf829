"""What a metric is: a value with the number behind it, or the reason why there is none. Knows no rule."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mentordesk.domain.closing import BenefitGroup
from mentordesk.domain.figures import Figures
from mentordesk.domain.rounding import half_up, percent
from mentordesk.domain.scope import Period, Scope

NOT_ASKED = "not asked"
NO_ANSWER = "no answer yet"
NOBODY = "nobody yet"


class Unit(StrEnum):
    """How a value reads; all are rounded already."""

    NUMBER = "number"
    PERCENT = "percent"
    """0 to 100, whole: `n` of `of`."""
    RATING = "rating"
    """1.0 to 5.0, a mean."""
    TEN = "ten"
    """0.0 to 10.0, a mean."""
    SCORE = "score"
    """−100 to 100, whole."""
    GAIN = "gain"
    """−9.0 to 9.0, a mean of differences."""
    MEAN = "mean"
    """0.0 and more, a mean of counts."""
    HOURS = "hours"
    MONTHS = "months"
    RATIO = "ratio"
    """0.00 to 1.00."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure. `key` is "satisfaction.mentor.trust": the part before the first dot names its definition.

    `value` None means there is none, and `note` says why: "not asked", "fewer than 5 people". `n` is what the value
    counts or how many it is the mean of, `of` what it is a part of, None where it is no part. Of a figure that is left
    out to protect a small group `n` and `of` are None as well.
    """

    key: str
    title: str
    value: float | None
    n: int | None
    of: int | None
    unit: Unit
    note: str = ""

    @property
    def term(self) -> str:
        """The part of the key that names its definition."""
        return self.key.partition(".")[0]


@dataclass(frozen=True, slots=True)
class Section:
    """Figures that belong together. `remark` is a sentence to be shown with them."""

    key: str
    title: str
    measures: tuple[Measure, ...]
    remark: str = ""


@dataclass(frozen=True, slots=True)
class BreakdownRow:
    """One group of people and its figures, in the order of all rows of the breakdown."""

    value: str
    measures: tuple[Measure, ...]


@dataclass(frozen=True, slots=True)
class Breakdown:
    """The same figures for every group of a field: "Department", "Gender". Small groups are left out already."""

    field: str
    title: str
    rows: tuple[BreakdownRow, ...]
    remark: str = ""


@dataclass(frozen=True, slots=True)
class CohortColumn:
    """A cohort beside the others: the same figures in the same order for each."""

    id: int
    name: str
    starts_on: date
    ends_on: date
    measures: tuple[Measure, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """Participants against the others of the same eligibility, from the first to the last day, both included.

    `participants` and `others` have the same figures in the same order; `strata` compare them within a level or a
    department, as far as both are large enough.
    """

    first: date
    last: date
    participants: tuple[Measure, ...]
    others: tuple[Measure, ...]
    strata: tuple[Breakdown, ...]
    sentence: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Metrics:
    """Everything of one scope and period, as of its last day. `figures` are those of Today and of Cohorts."""

    scope: Scope
    period: Period
    as_of: date
    smallest: int
    figures: Figures
    sections: tuple[Section, ...] = ()
    breakdowns: tuple[Breakdown, ...] = ()
    cohorts: tuple[CohortColumn, ...] = ()
    compared: Compared | None = None
    benefits: tuple[BenefitGroup, ...] = ()

    def section(self, key: str) -> Section:
        """The section of this key. Raises KeyError."""
        found = next((section for section in self.sections if section.key == key), None)
        if found is None:
            raise KeyError(key)
        return found

    def measure(self, key: str) -> Measure | None:
        """The figure of this key in one of the sections, None where it does not occur."""
        return next((measure for section in self.sections for measure in section.measures if measure.key == key), None)

    def every_measure(self) -> Iterator[Measure]:
        """All figures wherever they stand, those of groups and cohorts among them."""
        for section in self.sections:
            yield from section.measures
        strata = self.compared.strata if self.compared else ()
        for breakdown in (*self.breakdowns, *strata):
            for row in breakdown.rows:
                yield from row.measures
        for column in self.cohorts:
            yield from column.measures
        if self.compared is not None:
            yield from (*self.compared.participants, *self.compared.others)


def share(key: str, title: str, n: int, of: int, note: str = NOBODY) -> Measure:
    """`n` of `of` in whole percent; without anybody to be a part of there is no value, and the note says so."""
    return Measure(key, title, percent(n, of), n, of, Unit.PERCENT, "" if of else note)


def mean(key: str, title: str, values: list[float] | list[int], unit: Unit, note: str = NO_ANSWER) -> Measure:
    """The mean with one decimal and how many values it has; without any there is no value."""
    value = half_up(sum(values) / len(values), 1) if values else None
    return Measure(key, title, value, len(values), None, unit, "" if values else note)


def number(
    key: str, title: str, value: float, unit: Unit = Unit.NUMBER, note: str = "", n: int | None = None
) -> Measure:
    """A count or a sum; 0 is a value here. `n` is how many things it was summed over."""
    return Measure(key, title, value, n, None, unit, note)


def left_out(measure: Measure, why: str) -> Measure:
    """The same figure without its value and its numbers."""
    return Measure(measure.key, measure.title, None, None, None, measure.unit, why)
