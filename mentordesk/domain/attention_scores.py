"""What every kind of attention item scores (DESIGN section 9, attention ranking). Knows no item and no words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scale:
    """From `least` on, `step` more for each unit beyond the limit, at most `most`."""

    least: int
    most: int
    step: int = 1

    def at(self, beyond: int) -> int:
        """The score of an item that is so many days (or answers) beyond its limit."""
        return min(self.most, self.least + self.step * max(0, beyond))


NO_CONTACT = Scale(90, 99)
"""By the days beyond the limit at which a pair is at risk."""
LOW_ANSWER = Scale(84, 99, step=3)
"""By how far the answer is below 4."""
FINE_ANSWER = 4
NOT_A_FIT = 82
"""Just under the low answers, which are about a harm."""
UNMATCHED = Scale(70, 84)
"""By the days of the last CLOSING_DAYS that are over, where matching closes so soon."""
UNMATCHED_LATER = 50
MILESTONE = Scale(60, 69)
"""By the days overdue."""
ONE_SIDED = 55
COHORT_ENDS = Scale(50, 54)
"""By the days of the last CLOSING_DAYS that are over."""
STILL_DECIDING = 45
CAREER_CHANGE = 40
PAUSE_OVER = 40
INTRODUCTION = 30
GOOD_NEWS = 20

CLOSING_DAYS = 14
"""Matching that closes, or a cohort that ends, is near from this many days before."""
CHANGE_DAYS = 30
"""A change in a career is asked about from this many days before to as many after."""
GOOD_NEWS_DAYS = 14
"""Good news stands on Today for this many days."""
