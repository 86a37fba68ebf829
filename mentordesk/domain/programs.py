"""Programs: the format, the rhythm, the milestone plan and the thresholds every pair of it is judged by."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from enum import StrEnum
from typing import Any


class Format(StrEnum):
    """Decides the roles of a program and its defaults."""

    TRADITIONAL = "traditional"
    REVERSE = "reverse"
    PEER = "peer"
    CROSS_COMPANY = "cross_company"

    @property
    def word(self) -> str:
        return _FORMAT_WORDS[self]


_FORMAT_WORDS = {
    Format.TRADITIONAL: "Traditional",
    Format.REVERSE: "Reverse",
    Format.PEER: "Peer",
    Format.CROSS_COMPANY: "Cross-company",
}

RHYTHMS = {14: "every 2 weeks", 30: "monthly", 91: "quarterly"}
"""The rhythms a program offers: days between two contacts, and how they are said."""


def rhythm_word(days: int) -> str:
    return RHYTHMS.get(days, f"every {days} days")


class StepOwner(StrEnum):
    """Who does a step of the plan."""

    MENTOR = "mentor"
    MENTEE = "mentee"
    BOTH = "both"
    COORDINATOR = "coordinator"

    @property
    def word(self) -> str:
        return self.value.capitalize()


@dataclass(frozen=True, slots=True)
class Thresholds:
    """When a pair is on watch or at risk (DESIGN section 9). Days, months, points, answers; shares of the rhythm."""

    contact_watch: float = 7 / 6
    contact_risk: float = 7 / 5
    balance_window_months: int = 6
    balance_min_points: int = 6
    balance_even_ratio: float = 2.0
    balance_leaning_ratio: float = 4.0
    answer_watch: int = 2
    answer_risk: int = 2
    skipped_check_ins: int = 2
    milestone_watch_days: int = 7
    milestone_risk_days: int = 30
    milestones_risk_count: int = 2
    early_days: int = 30

    @classmethod
    def from_mapping(cls, values: Mapping[str, Any] | None) -> "Thresholds":
        """The defaults, changed by what a program has set; names it does not know are left aside."""
        known = {item.name for item in fields(cls)}
        return replace(cls(), **{key: value for key, value in (values or {}).items() if key in known})

    def changed(self) -> dict[str, Any]:
        """Only what differs from the defaults: that is what a program stores."""
        default = asdict(Thresholds())
        return {key: value for key, value in asdict(self).items() if value != default[key]}


DEFAULTS = Thresholds()
"""The thresholds of a program that has set none, and of pairs without a program."""


@dataclass(frozen=True, slots=True)
class StepForm:
    """One step of a milestone plan as typed in. `days_after` counts from the pair's start, 0 to 3,650."""

    title: str
    days_after: int
    owner: StepOwner = StepOwner.BOTH
    required: bool = True
    id: int | None = None


@dataclass(frozen=True, slots=True)
class ProgramForm:
    """A program as typed in. `rhythm_days` is the wanted time between two contacts, `length_months` 1 to 120."""

    name: str
    format: Format = Format.TRADITIONAL
    objective: str = ""
    sponsor: str = ""
    lead: str = ""
    rhythm_days: int = 30
    length_months: int = 9
    ground_rules: str = ""
    thresholds: Thresholds = field(default_factory=Thresholds)


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step of a plan as stored."""

    id: int
    program_id: int
    title: str
    days_after: int
    owner: StepOwner
    required: bool


@dataclass(frozen=True, slots=True)
class ProgramRow:
    """A program with the counts its list shows."""

    id: int
    name: str
    format: Format
    objective: str
    sponsor: str
    lead: str
    rhythm_days: int
    length_months: int
    ground_rules: str
    thresholds: Thresholds
    in_use: bool
    running_cohorts: int = 0
    active_pairs: int = 0
