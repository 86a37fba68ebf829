"""A talk that the coordinator plans with one or both of a pair. Knows no calendar."""

from dataclasses import dataclass
from datetime import date, time

from mentordesk.domain.dates import weekday_long

TALK_MINUTES = 30
LONGEST_TALK = 480


@dataclass(frozen=True, slots=True)
class TalkPerson:
    """Somebody of the pair; the e-mail address may be empty."""

    id: int
    name: str
    email: str

    @property
    def attendee(self) -> str:
        """As a calendar file names a guest; empty without an address."""
        return f"{self.name} <{self.email}>" if self.email else ""


def when_words(day: date, at: time) -> str:
    """ "Wednesday 10 June 2026 at 14:30"."""
    return f"{weekday_long(day)} at {at:%H:%M}"


def next_workday(today: date) -> date:
    """The day after, or Monday where that is on a weekend."""
    days = {4: 3, 5: 2}.get(today.weekday(), 1)
    return date.fromordinal(today.toordinal() + days)
