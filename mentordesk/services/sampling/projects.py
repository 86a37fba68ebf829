"""Joint projects of the sample's pairs: who approved the hours, and who spent them when. Knows no goal."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from mentordesk.data.records import JointProject, ProjectHours
from mentordesk.domain.pairs import PairStatus, Side
from mentordesk.domain.programs import Format
from mentordesk.services.sampling import ago, texts
from mentordesk.services.sampling.draft import Couple, Draft

_EVENING = (1.0, 1.5, 2.0, 3.0, 4.0)
"""Hours that one of the two spends at a time."""


def plan(draft: Draft, couple: Couple, facts: Mapping[str, Any]) -> None:
    """The pair's project: as told, else by chance for one completed pair in three."""
    told = facts.get("project") or _usual(draft, couple, facts)
    if told:
        _add(draft, couple, told)


def _usual(draft: Draft, couple: Couple, facts: Mapping[str, Any]) -> dict[str, Any] | None:
    random = draft.random
    if "points" in facts or couple.cohort is None or couple.format is Format.REVERSE or random.random() > 0.33:
        return None
    if couple.status is not PairStatus.COMPLETED:
        return None
    budget = 10 * random.randint(1, 4)
    title, outcome = texts.pick(random, "projects", "titles"), texts.pick(random, "projects", "outcomes")
    sponsor = str(texts.read("cohorts")["programs"][couple.cohort.program.name]["sponsor"])
    return {"title": title, "by": sponsor, "budget": budget, "spent": budget - random.randint(0, 6), "outcome": outcome}


def _add(draft: Draft, couple: Couple, told: Mapping[str, Any]) -> None:
    """`spent` are the hours of both together, or of the left and the right side."""
    first, last = _time(draft, couple, told)
    approved_on = ago.day(told["approved"], draft.today) if "approved" in told else None
    over = "finished" in told or couple.until < draft.today
    project_id = draft.rows.add(
        JointProject,
        pair_id=couple.id,
        title=told["title"],
        approved_by=told["by"],
        approved_on=approved_on or first - timedelta(days=draft.random.randint(3, 12)),
        hours_budget=float(told["budget"]),
        started_on=first,
        finished_on=last if over else None,
        outcome=told.get("outcome", ""),
    )
    parts = _parts(draft, told["spent"])
    for place, (side, hours) in enumerate(parts):
        day = first + timedelta(days=(last - first).days * (place + 1) // len(parts))
        what = draft.next_of(couple, "work", told["work"]) if "work" in told else _work(draft)
        draft.rows.add(ProjectHours, project_id=project_id, side=side, day=day, hours=hours, what=what)


def _time(draft: Draft, couple: Couple, told: Mapping[str, Any]) -> tuple[date, date]:
    """The first and the last day of work."""
    last = couple.until if couple.until < draft.today else draft.today - timedelta(days=4)
    if "finished" in told:
        last = ago.day(told["finished"], draft.today)
    first = last - timedelta(days=draft.random.randint(90, 180))
    if "started" in told:
        first = ago.day(told["started"], draft.today)
    return max(couple.started_on, first), last


def _work(draft: Draft) -> str:
    return texts.pick(draft.random, "projects", "work")


def _parts(draft: Draft, spent: float | list[float]) -> list[tuple[Side, float]]:
    """Evenings of one to four hours in turn, until they add up."""
    if not isinstance(spent, list):
        return [(draft.random.choice((Side.LEFT, Side.RIGHT, Side.RIGHT)), hours) for hours in _evenings(draft, spent)]
    parts = [(side, hours) for side, own in zip(Side, spent, strict=True) for hours in _evenings(draft, own)]
    draft.random.shuffle(parts)
    return parts


def _evenings(draft: Draft, hours: float) -> list[float]:
    parts, left = [], float(hours)
    while left > 0:
        part = min(left, draft.random.choice(_EVENING))
        parts.append(part)
        left -= part
    return parts
