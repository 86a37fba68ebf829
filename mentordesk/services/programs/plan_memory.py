"""What has changed in a plan since its running pairs were asked last, kept on the desk. Knows no pair's milestone.

It is one setting a program: `plan_changes:7` maps `former` (step id to the days and words it had), `added` (step ids)
and `removed` (ids of the milestones of steps that are gone). Undo takes it back with the change itself.
"""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.data.tables import PlanStep, Setting
from mentordesk.domain.plan_changes import FormerStep, OpenPlan
from mentordesk.domain.programs import StepOwner


def recall(session: Session, program_id: int) -> OpenPlan:
    """The open changes of a plan; none where running pairs have been asked about all."""
    values = _values(_setting(session, program_id))
    former = {int(step_id): _former(step) for step_id, step in values["former"].items()}
    return OpenPlan(former, frozenset(values["added"]), frozenset(values["removed"]))


def _former(step: dict[str, Any]) -> FormerStep:
    words = tuple((title, StepOwner(owner), bool(required)) for title, owner, required in step["words"])
    return FormerStep(tuple(step["days"]), words)


def note_changed(session: Session, step: PlanStep) -> None:
    """Remember how a step was, before it changes."""
    values = _values(_setting(session, step.program_id))
    before = values["former"].setdefault(str(step.id), {"days": [], "words": []})
    if step.days_after not in before["days"]:
        before["days"].append(step.days_after)
    words = [step.title, step.owner.value, step.required]
    if words not in before["words"]:
        before["words"].append(words)
    _keep(session, step.program_id, values)


def note_added(session: Session, step: PlanStep) -> None:
    values = _values(_setting(session, step.program_id))
    _keep(session, step.program_id, values | {"added": [*values["added"], step.id]})


def note_removed(session: Session, step: PlanStep, milestone_ids: list[int]) -> None:
    """A step that was added since and goes again leaves nothing to ask, but for the pairs that have it already."""
    values = _values(_setting(session, step.program_id))
    values["former"].pop(str(step.id), None)
    values["added"] = [added for added in values["added"] if added != step.id]
    values["removed"] = sorted({*values["removed"], *milestone_ids})
    _keep(session, step.program_id, values)


def forget(session: Session, program_id: int) -> None:
    """Running pairs have been asked: nothing is open."""
    setting = _setting(session, program_id)
    if setting is not None:
        session.delete(setting)


def _setting(session: Session, program_id: int) -> Setting | None:
    return session.scalars(select(Setting).where(Setting.key == _key(program_id))).one_or_none()


def _key(program_id: int) -> str:
    return f"plan_changes:{program_id}"


def _values(setting: Setting | None) -> dict[str, Any]:
    """A copy, so that a change of it is seen as one."""
    stored = setting.value if setting is not None else {}
    former = {step_id: {name: list(was[name]) for name in was} for step_id, was in stored.get("former", {}).items()}
    return {"former": former, "added": list(stored.get("added", [])), "removed": list(stored.get("removed", []))}


def _keep(session: Session, program_id: int, values: dict[str, Any]) -> None:
    setting = _setting(session, program_id)
    if setting is None:
        session.add(Setting(key=_key(program_id), value=values))
    else:
        setting.value = values
    session.flush()
