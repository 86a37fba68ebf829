"""Milestones of the sample's pairs: laid out from the plan of their program and done, late, open or skipped."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from mentordesk.data.records import Milestone
from mentordesk.domain.milestones import due_date
from mentordesk.domain.pairs import PairStatus
from mentordesk.services.pairs.pair_start import CLOSING_REASONS
from mentordesk.services.sampling import texts
from mentordesk.services.sampling.draft import Couple, Draft, PlanStepFacts

LATE_SHARE = 0.12
SKIPPED_SHARE = 0.25
"""Of the optional steps of a pair that is over."""
RUNS = (PairStatus.ACTIVE, PairStatus.PAUSED)


def lay_out(draft: Draft, couple: Couple, told: Mapping[str, Any] | None = None) -> dict[str, date]:
    """All milestones of a pair of a cohort; returns the days of those that are done, by title.

    `told` may have `late` (days by title), `open` and `early` (titles) and `skipped` (reason by title): with any of
    them, and for every pair with points of its own, nothing is left to chance.
    """
    facts = told or {}
    done: dict[str, date] = {}
    if couple.cohort is None or couple.status is PairStatus.PROPOSED:
        return done
    for step in couple.cohort.program.steps:
        end = _end(draft, couple, step, facts)
        if end.get("done_on"):
            done[step.title] = end["done_on"]
        _add(draft, couple, step, end)
    return done


def _add(draft: Draft, couple: Couple, step: PlanStepFacts, end: dict[str, Any]) -> None:
    draft.rows.add(
        Milestone,
        pair_id=couple.id,
        step_id=step.id,
        title=step.title,
        owner=step.owner,
        required=step.required,
        due_on=due_date(couple.started_on, step.days_after),
        **end,
    )


def _end(draft: Draft, couple: Couple, step: PlanStepFacts, facts: Mapping[str, Any]) -> dict[str, Any]:
    """How the milestone came to an end: empty while it is open."""
    due_on = due_date(couple.started_on, step.days_after)
    if couple.status in RUNS:
        return _running(draft, couple, step, facts, due_on)
    last = couple.until if couple.status is not PairStatus.ENDURING else _program_end(couple)
    if couple.status is PairStatus.ENDED and due_on > last:
        return {"skipped_on": last, "skip_reason": CLOSING_REASONS[PairStatus.ENDED]}
    if not step.required and draft.random.random() < SKIPPED_SHARE:
        return {"skipped_on": min(due_on, last), "skip_reason": texts.pick(draft.random, "skips", "reasons")}
    return {"done_on": min(_by_chance(draft, due_on), last)}


def _program_end(couple: Couple) -> date:
    assert couple.cohort is not None
    return couple.cohort.ends_on


def _running(
    draft: Draft, couple: Couple, step: PlanStepFacts, facts: Mapping[str, Any], due_on: date
) -> dict[str, Any]:
    yesterday = draft.today - timedelta(days=1)
    if step.title in facts.get("early", ()):
        return {"done_on": min(due_on - timedelta(days=draft.random.randint(1, 11)), yesterday)}
    if due_on >= draft.today or step.title in facts.get("open", ()):
        return {}
    if step.title in facts.get("skipped", {}):
        return {"skipped_on": due_on, "skip_reason": facts["skipped"][step.title]}
    if step.title in facts.get("late", {}):
        return {"done_on": min(due_on + timedelta(days=facts["late"][step.title]), yesterday)}
    if "points" in facts:
        return {"done_on": _on_time(draft, couple, due_on)}
    if couple.status is PairStatus.ACTIVE and draft.random.random() < 0.02:
        return {}
    return {"done_on": min(_by_chance(draft, due_on), yesterday)}


def _on_time(draft: Draft, couple: Couple, due_on: date) -> date:
    return max(couple.started_on, due_on - timedelta(days=draft.random.randint(0, 3)))


def _by_chance(draft: Draft, due_on: date) -> date:
    late = draft.random.random() < LATE_SHARE
    return due_on + timedelta(days=draft.random.randint(2, 9) if late else -draft.random.randint(0, 3))
