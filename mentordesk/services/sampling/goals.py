"""Goals and next meetings of the sample's pairs, and the call for their project. Knows no contact and no story."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from mentordesk.data.records import Goal, GoalOwner, PlannedMeeting
from mentordesk.domain.contacts import Channel
from mentordesk.domain.pairs import PairStatus
from mentordesk.services.sampling import ago, projects, texts
from mentordesk.services.sampling.draft import Couple, Draft

_RUNS = (PairStatus.ACTIVE, PairStatus.PAUSED)


def set_goals(draft: Draft, couple: Couple, facts: Mapping[str, Any]) -> None:
    """Goals, a joint project and the next meeting: as told, else by chance for most pairs of a program.

    A goal is told as "left 60 Listen longer", or as a table that also has the days it was `set` and `reached`, and its
    ratings `from` and `to`.
    """
    for goal in facts.get("goals") or _usual_goals(draft, couple):
        _goal(draft, couple, goal if isinstance(goal, dict) else _in_brief(goal))
    projects.plan(draft, couple, facts)
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


def _in_brief(told: str) -> dict[str, Any]:
    owner, progress, title = told.split(" ", 2)
    return {"owner": owner, "progress": int(progress), "title": title}


def _goal(draft: Draft, couple: Couple, told: Mapping[str, Any]) -> None:
    random, progress = draft.random, told["progress"]
    set_on = min(couple.started_on + timedelta(days=random.randint(20, 45)), draft.today)
    start = told.get("from") or random.randint(2, 5)
    over = progress == 100 or couple.status not in _RUNS
    reached = min(10, start + max(1, round(progress / 100 * random.randint(3, 6))))
    if "set" in told:
        set_on = max(couple.started_on, ago.day(told["set"], draft.today))
    draft.rows.add(
        Goal,
        pair_id=couple.id,
        owner=GoalOwner(told["owner"]),
        title=told["title"],
        progress=progress,
        start_rating=start,
        end_rating=told.get("to") or (reached if over else None),
        set_on=set_on,
        due_on=couple.cohort.ends_on if couple.cohort and "set" not in told else None,
        done_on=_done_on(draft, couple, told, set_on) if progress == 100 else None,
        note=told.get("note", ""),
    )


def _done_on(draft: Draft, couple: Couple, told: Mapping[str, Any], set_on: date) -> date:
    return ago.day(told["reached"], draft.today) if "reached" in told else _reached(draft, couple, set_on)


def _reached(draft: Draft, couple: Couple, set_on: date) -> date:
    last = min(couple.until, couple.cohort.ends_on) if couple.cohort else couple.until
    return set_on + timedelta(days=draft.random.randint(0, max(0, (last - set_on).days)))


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
