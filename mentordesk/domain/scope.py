"""What a page or a report is about: everything, one program, or one cohort."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Scope:
    """No ids: the whole desk. A cohort wins over a program."""

    program_id: int | None = None
    cohort_id: int | None = None


EVERYTHING = Scope()


@dataclass(frozen=True, slots=True)
class Period:
    """From its first to its last day, both included; an open end is None."""

    first: date | None = None
    last: date | None = None

    def covers(self, day: date) -> bool:
        return (self.first is None or day >= self.first) and (self.last is None or day <= self.last)


ALWAYS = Period()
"""All of time."""
