"""What a pair works on: goals with their progress, and joint projects with an hours budget. Knows no table."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mentordesk.domain.rounding import half_up
from mentordesk.domain.standing import Side
from mentordesk.domain.wording import counted

LEAST_RATING, MOST_RATING = 1, 10
"""The scale of the two ratings of a goal: 1 not at all, 10 fully there."""


@dataclass(frozen=True, slots=True)
class GoalForm:
    """A goal as typed in. `owner` None is both; `progress` 0 to 100 percent, at 100 the goal is reached.

    The ratings are 1 to 10 by the side that owns the goal, both on the same scale: where it stood and where it came to.
    """

    pair_id: int
    title: str
    owner: Side | None = None
    progress: int = 0
    due_on: date | None = None
    note: str = ""
    start_rating: int | None = None
    end_rating: int | None = None


def attainment(start_rating: int | None, end_rating: int | None) -> int | None:
    """How far the owner came on the goal's scale, end minus start: -9 to 9. None while one of the two is missing."""
    return None if start_rating is None or end_rating is None else end_rating - start_rating


def rating_words(start_rating: int | None, end_rating: int | None) -> str:
    """ "4 → 7, +3"; "start 4" before the end is rated; empty without ratings."""
    if start_rating is None:
        return ""
    gained = attainment(start_rating, end_rating)
    if gained is None:
        return f"start {start_rating}"
    return f"{start_rating} → {end_rating}, {_signed(gained)}"


def _signed(number: float) -> str:
    """With its sign, a true minus: "+3", "−1", "+2.5", "0"."""
    words = f"{abs(half_up(number, 1)):g}"
    return words if words == "0" else f"{'+' if number > 0 else '−'}{words}"


def attainment_sentence(gains: Iterable[tuple[str, int | None]]) -> str:
    """What each owner came forward, from (owner's name, attainment): "Amara +2 in 1 goal, Jonas +2.5 in 2 goals".

    Means with one decimal; goals without both ratings do not count, and without any the sentence is empty.
    """
    owners: dict[str, list[int]] = {}
    for owner, gain in gains:
        if gain is not None:
            owners.setdefault(owner, []).append(gain)
    return ", ".join(
        f"{owner} {_signed(sum(found) / len(found))} in {counted(len(found), 'goal')}"
        for owner, found in owners.items()
    )


@dataclass(frozen=True, slots=True)
class ProjectForm:
    """A joint project as typed in. `hours_budget` 0 or more, `approved_by` whoever granted them and `approved_on` when;
    `finished_on` None while it runs."""

    pair_id: int
    title: str
    hours_budget: float = 0.0
    approved_by: str = ""
    started_on: date | None = None
    finished_on: date | None = None
    outcome: str = ""
    approved_on: date | None = None


@dataclass(frozen=True, slots=True)
class HoursForm:
    """Hours one side spent on a project on a day: more than 0, at most 24."""

    project_id: int
    side: Side
    hours: float
    on: date
    what: str = ""
