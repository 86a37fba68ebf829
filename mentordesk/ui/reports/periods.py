"""The periods a report may be about, by the words people use for them. Knows no widget."""

from datetime import date

from mentordesk.domain.dates import add_months
from mentordesk.domain.scope import Period

WHOLE, YEAR, HALF, MONTH, OWN = "whole", "year", "half", "month", "own"
CHOICES = [
    (WHOLE, "Whole time"),
    (YEAR, "This year"),
    (HALF, "Last 6 months"),
    (MONTH, "Last month"),
    (OWN, "From … to …"),
]


def period(choice: str, today: date, first: date | None = None, last: date | None = None) -> Period:
    """The first and last day of a choice; `first` and `last` are what was typed for OWN."""
    if choice == YEAR:
        return Period(today.replace(month=1, day=1), today)
    if choice == HALF:
        return Period(add_months(today, -6), today)
    if choice == MONTH:
        this = today.replace(day=1)
        return Period(add_months(this, -1), date.fromordinal(this.toordinal() - 1))
    return Period(first, last) if choice == OWN else Period()
