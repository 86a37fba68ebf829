"""A pair as the Pairs page lists it, and what its dialogs offer to choose from. Knows no table and no window."""

from dataclasses import dataclass
from datetime import date, timedelta

from mentordesk.domain.balance import Band
from mentordesk.domain.cadence import in_contact
from mentordesk.domain.check_ins import ENOUGH
from mentordesk.domain.health import Health
from mentordesk.domain.pairs import OfTwo, PairRow
from mentordesk.domain.programs import Format
from mentordesk.domain.standing import PairStatus

ENDS_SOON_DAYS = 30
"""From so many days before its end a cohort's pairs are asked what comes next (DESIGN 10.4)."""


@dataclass(frozen=True, slots=True)
class ListedPair:
    """A line of the table. `words` is what a search finds besides names: skills, notes, projects. `lowest_answer` is
    the lowest of the latest check-ins of both sides, 1 to 5; None where neither has answered."""

    row: PairRow
    band: Band
    words: str = ""
    lowest_answer: int | None = None

    @property
    def id(self) -> int:
        return self.row.id

    @property
    def active(self) -> bool:
        return self.row.status is PairStatus.ACTIVE

    @property
    def at_risk(self) -> bool:
        return self.row.health is Health.AT_RISK

    @property
    def on_watch(self) -> bool:
        return self.row.health is Health.WATCH

    @property
    def unbalanced(self) -> bool:
        """An active pair that leans or is one-sided; too few points say nothing."""
        return self.active and self.band in (Band.LEANING, Band.ONE_SIDED)

    @property
    def out_of_contact(self) -> bool:
        """An active pair that does not count as in contact, 30 days (DESIGN section 9)."""
        return self.active and not in_contact(self.row.days)

    @property
    def low_check_in(self) -> bool:
        """A pair in whose latest check-in a side answered under 4: those that hold the average down."""
        return self.lowest_answer is not None and self.lowest_answer < ENOUGH

    def ends_soon(self, today: date) -> bool:
        """An active pair whose cohort ends within 30 days."""
        last = self.row.cohort_ends_on
        return self.active and last is not None and today <= last <= today + timedelta(days=ENDS_SOON_DAYS)


@dataclass(frozen=True, slots=True)
class PairChoice(OfTwo):
    """A pair that has started, to choose for a contact or an exchange."""

    id: int
    left_id: int
    right_id: int
    left: str
    right: str
    cohort: str
    status: PairStatus
    circle: str = ""


@dataclass(frozen=True, slots=True)
class OpenCohort:
    """A cohort that is not over, to choose for a new pair."""

    id: int
    name: str
    format: Format


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person who may take a side of a new pair. `free` is how many places are left, None without a cohort."""

    id: int
    name: str
    title: str
    free: int | None = None
