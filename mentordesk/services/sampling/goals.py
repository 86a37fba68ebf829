"""Goals, joint projects and next meetings of the sample's pairs. Knows no contact and no story."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from mentordesk.data.records import Goal, GoalOwner, JointProject, PlannedMeeting, ProjectHours
from mentordesk.domain.contacts import Channel
from mentordesk.domain.pairs import PairStatus, Side
from mentordesk.domain.programs import Format
from mentordesk.services.sampling import ago, texts
from mentordesk.services.sampling.draft import Couple, Draft

_RUNS = (PairStatus.ACTIVE, PairStatus.PAUSED)


def set_goals(draft: Draft, couple: Couple, facts: Mapping[str, Any]) -> None:
    """Goals, a joint project and the next meeting: as told, else by chance for most pairs of a program."""
    for goal in facts.get("goals") or _usual_goals(draft, couple):
        owner, progress, title = goal.split(" ", 2)
        _goal(draft, couple, GoalOwner(owner), int(progress), title)
    project = facts.get("project") or _usual_project(draft, couple, facts)
    if project:
        _project(draft, couple, project)
    meeting = facts.get("meeting") or _usual_meeting(draft, couple, facts)
    if meeting:
        _meeting(draft, couple, meeting)


def _usual_goals(draft: Draft, couple: Couple) -> list[str]:
    if couple.cohort is None or couple.status is PairStatus.ENDED:
        return []
    random, found = draft.random, []
    for owner, often in (("right", 0.9), ("left", 0.55), ("both", 0.3)):
        if random.random() < often:
            progress = 10 * random.randint(2, 8) if couple.status in _RUNS else 10 * random.randint(6, 10)
            found.append(f"{owner} {progress} {texts.pick(random, 'goals', owner)}")
    return found


def _goal(draft: Draft, couple: Couple, owner: GoalOwner, progress: int, title: str) -> None:
    random = draft.random
    set_on = min(couple.started_on + timedelta(days=random.randint(20, 45)), draft.today)
    due_on = couple.cohort.ends_on if couple.cohort else None
    start = random.randint(2, 5)
    over = progress == 100 or couple.status not in _RUNS
    reached = min(10, start + max(1, round(progress / 100 * random.randint(3, 6))))
    draft.rows.add(
        Goal,
        pair_id=couple.id,
        owner=owner,
        title=title,
        progress=progress,
        start_rating=start,
        end_rating=reached if over else None,
        set_on=set_on,
        due_on=due_on,
        done_on=_reached(draft, couple, set_on) if progress == 100 else None,
    )


def _reached(draft: Draft, couple: Couple, set_on: date) -> date:
    last = min(couple.until, couple.cohort.ends_on) if couple.cohort else couple.until
    return set_on + timedelta(days=draft.random.randint(0, max(0, (last - set_on).days)))


def _usual_project(draft: Draft, couple: Couple, facts: Mapping[str, Any]) -> dict[str, Any] | None:
    """One completed pair in three had a project; running pairs have those that are told."""
    random = draft.random
    if "points" in facts or couple.cohort is None or couple.format is Format.REVERSE or random.random() > 0.33:
        return None
    if couple.status is not PairStatus.COMPLETED:
        return None
    budget = 10 * random.randint(1, 4)
    title, outcome = texts.pick(random, "projects", "titles"), texts.pick(random, "projects", "outcomes")
    spent = budget - random.randint(0, 6)
    return {"title": title, "by": _sponsor(couple), "budget": budget, "spent": spent, "outcome": outcome}


def _sponsor(couple: Couple) -> str:
    sponsors = texts.read("cohorts")["programs"]
    return str(sponsors[couple.cohort.program.name]["sponsor"]) if couple.cohort else ""


def _project(draft: Draft, couple: Couple, told: Mapping[str, Any]) -> None:
    """The hours are spent in evenings of one to four, by both sides in turn, until they add up."""
    random = draft.random
    last = couple.until if couple.until < draft.today else draft.today - timedelta(days=4)
    started_on = max(couple.started_on, last - timedelta(days=random.randint(90, 180)))
    project_id = draft.rows.add(
        JointProject,
        pair_id=couple.id,
        title=told["title"],
        approved_by=told["by"],
        approved_on=started_on - timedelta(days=random.randint(3, 12)),
        hours_budget=float(told["budget"]),
        started_on=started_on,
        finished_on=couple.until if couple.until < draft.today else None,
        outcome=told.get("outcome", ""),
    )
    parts = _evenings(draft, told["spent"])
    for place, hours in enumerate(parts):
        day = started_on + timedelta(days=(last - started_on).days * (place + 1) // len(parts))
        side = random.choice((Side.LEFT, Side.RIGHT, Side.RIGHT))
        what = texts.pick(random, "projects", "work")
        draft.rows.add(ProjectHours, project_id=project_id, side=side, day=day, hours=hours, what=what)


def _evenings(draft: Draft, hours: float) -> list[float]:
    parts, left = [], float(hours)
    while left > 0:
        part = min(left, draft.random.choice((1.0, 1.5, 2.0, 3.0, 4.0)))
        parts.append(part)
        left -= part
    return parts


def _usual_meeting(draft: Draft, couple: Couple, facts: Mapping[str, Any]) -> dict[str, Any] | None:
    """Every second active pair has agreed on a day, beyond the two weeks that Today shows."""
    if couple.status is not PairStatus.ACTIVE or ("last" in facts and isinstance(facts["last"], str)):
        return None
    if draft.random.random() > 0.5:
        return None
    return {
        "at": f"-{draft.random.randint(15, 30)}d",
        "time": draft.random.choice(("09:00", "11:30", "14:00", "16:30", "")),
        "channel": draft.random.choice(("video", "meeting", "coffee")),
        "agenda": texts.pick(draft.random, "agendas", "texts"),
    }


def _meeting(draft: Draft, couple: Couple, told: Mapping[str, Any]) -> None:
    draft.rows.add(
        PlannedMeeting,
        pair_id=couple.id,
        channel=Channel(told["channel"]),
        day=ago.workday_after(ago.day(told["at"], draft.today)),
        time=told["time"],
        minutes=60 if told["channel"] != "coffee" else 45,
        agenda=told["agenda"],
    )
