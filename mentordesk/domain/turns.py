"""Turns of a career as moments a pair comes together at (product.md, career milestones). Knows no table."""

from collections.abc import Iterable
from datetime import date, timedelta

MET_DAYS = 30
"""A pair was together at a career milestone if it had a contact within so many days before or after it."""
LOOK_BACK_DAYS = 365
"""An older career milestone excuses no silence of today."""


def met_at_last(turns: Iterable[date], contacts: Iterable[date], today: date) -> bool:
    """Whether the pair had a contact around the newest career milestone of either side in the last 365 days.

    `turns` are the days of both sides' career milestones since the pair's start; without any the answer is no.
    """
    first = today - timedelta(days=LOOK_BACK_DAYS)
    newest = max((turn for turn in turns if first <= turn <= today), default=None)
    return newest is not None and any(abs((day - newest).days) <= MET_DAYS for day in contacts if day <= today)
