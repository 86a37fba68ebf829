"""The rhythm of a pair: days since contact, from when on that is long, and how well the rhythm was kept."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import ceil

from mentordesk.domain.dates import add_months, month_starts
from mentordesk.domain.programs import Thresholds

MONTH_DAYS = 30
"""A month of a rhythm: the monthly rhythm is 30 days (DESIGN section 9, contact: 35 and 42 days)."""
IN_CONTACT_DAYS = 30
"""A pair is in contact up to and including this many days since its last one (DESIGN section 9)."""


@dataclass(frozen=True, slots=True)
class ContactLimits:
    """Days since contact from which a pair is on watch and at risk, both included."""

    watch: int
    risk: int


@dataclass(frozen=True, slots=True)
class MonthsKept:
    """In how many months the rhythm was kept, of how many."""

    kept: int
    months: int


def days_since(last_contact_on: date | None, started_on: date | None, today: date) -> int | None:
    """Days since the newest contact of any channel, or since the start where there is none; never below 0.
    None for a pair that has neither."""
    since = last_contact_on or started_on
    return max(0, (today - since).days) if since else None


def limits(rhythm_days: int, thresholds: Thresholds) -> ContactLimits:
    """Watch from 7/6 of the rhythm, at risk from 7/5, in whole days: monthly 35 and 42 (DESIGN section 9)."""
    return ContactLimits(
        _whole_days(rhythm_days * thresholds.contact_watch), _whole_days(rhythm_days * thresholds.contact_risk)
    )


def _whole_days(days: float) -> int:
    return ceil(round(days, 6))  # 7/5 is no exact float: 42.000000001 is meant as 42


def in_contact(days: int | None) -> bool:
    """Whether so many days since contact count as in contact, for the figure of 30 days."""
    return days is not None and days <= IN_CONTACT_DAYS


def contacts_per_month(rhythm_days: int) -> float:
    """The target of a chart of contacts per month, for one pair: 1.0 monthly, about 2.1 for every 2 weeks."""
    return MONTH_DAYS / rhythm_days


def months_kept(contacts: Iterable[date], started_on: date, today: date, rhythm_days: int) -> MonthsKept:
    """The months since the start in which the pair met as often as the rhythm asks.

    A rhythm of a month or less wants so many contacts in each month; a longer one wants a contact in the month or in
    those before it that the rhythm spans (quarterly: two). A month that is not over, or whose span began before the
    pair did, counts only once it is kept: nobody has missed it yet.
    """
    per_month = Counter(day.replace(day=1) for day in contacts if day <= today)
    wanted = max(1, MONTH_DAYS // rhythm_days)
    span = max(1, round(rhythm_days / MONTH_DAYS))
    kept = months = 0
    for month in month_starts(started_on, today):
        first = add_months(month, 1 - span)
        met = sum(per_month[add_months(first, step)] for step in range(span)) >= wanted
        due = first >= started_on and add_months(month, 1) <= today
        kept += met
        months += met or due
    return MonthsKept(kept, months)
