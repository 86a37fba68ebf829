"""What a changed milestone plan would do to pairs that run already (DESIGN-2 10.12). Knows no table.

A milestone follows the plan while its date is one that the plan has given it: the date of the step as it is now, or as
it was before a change nobody has decided on yet. Any other date was set by hand for that pair, or kept at an earlier
decision, and stays. Done and skipped milestones never change.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from mentordesk.domain.milestones import due_date
from mentordesk.domain.plan_effect import ChangeKind, PlanChange, PlanEffect, PlanMove
from mentordesk.domain.programs import StepOwner, StepRow

Words = tuple[str, StepOwner, bool]
"""What a step says: title, who does it, required or not."""


@dataclass(frozen=True, slots=True)
class FormerStep:
    """A step as it was before changes that running pairs have not been asked about: its days and its words then."""

    days: tuple[int, ...] = ()
    words: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenPlan:
    """What has changed in a plan since running pairs were asked last: steps by id, steps that are new, and the
    milestones that belonged to steps that are gone."""

    former: Mapping[int, FormerStep] = field(default_factory=dict)
    added: frozenset[int] = frozenset()
    removed: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class PlannedMilestone:
    """A milestone of a running pair. `open` is neither done nor skipped."""

    id: int
    pair_id: int
    step_id: int | None
    title: str
    owner: StepOwner
    required: bool
    due_on: date
    open: bool = True
    done: bool = False

    @property
    def words(self) -> Words:
        return self.title, self.owner, self.required


def compare(
    steps: Sequence[StepRow],
    plan: OpenPlan,
    starts: Mapping[int, date],
    milestones: Iterable[PlannedMilestone],
    today: date,
) -> PlanEffect:
    """What bringing running pairs in line with the plan would do. `starts` has the first day of every such pair,
    `milestones` all of theirs."""
    milestones = list(milestones)
    moves = [move for step in steps for move in _moves_of(step, plan, starts, milestones)]
    moves += [_removal(item) for item in milestones if item.open and item.id in plan.removed]
    groups: dict[tuple[ChangeKind, int | None, str], list[PlanMove]] = {}
    for move in moves:
        groups.setdefault((move.kind, move.step.id if move.step else None, move.title), []).append(move)
    changes = (_change(kind, step_id, group, milestones, starts, today) for (kind, step_id, _), group in groups.items())
    return PlanEffect(len(starts), tuple(changes), tuple(moves))


def _moves_of(
    step: StepRow, plan: OpenPlan, starts: Mapping[int, date], milestones: Sequence[PlannedMilestone]
) -> list[PlanMove]:
    own = [item for item in milestones if item.step_id == step.id]
    former = plan.former.get(step.id, FormerStep())
    moves = [_shift(step, item, starts) for item in own if item.open and _follows(item, former, step, starts)]
    words = (step.title, step.owner, step.required)
    reworded = [item for item in own if item.open and item.words != words and item.words in former.words]
    moves += [PlanMove(ChangeKind.REWORDED, item.pair_id, step.title, item.id, step, item.due_on) for item in reworded]
    if step.id in plan.added:
        there = {item.pair_id for item in own}
        moves += [_addition(step, pair_id, start) for pair_id, start in starts.items() if pair_id not in there]
    return moves


def _follows(item: PlannedMilestone, former: FormerStep, step: StepRow, starts: Mapping[int, date]) -> bool:
    """Whether the milestone has a date the plan once gave it and no longer does."""
    days = (item.due_on - starts[item.pair_id]).days
    return days != step.days_after and days in former.days


def _shift(step: StepRow, item: PlannedMilestone, starts: Mapping[int, date]) -> PlanMove:
    new = due_date(starts[item.pair_id], step.days_after)
    return PlanMove(ChangeKind.MOVED, item.pair_id, step.title, item.id, step, item.due_on, new)


def _addition(step: StepRow, pair_id: int, start: date) -> PlanMove:
    new = due_date(start, step.days_after)
    return PlanMove(ChangeKind.ADDED, pair_id, step.title, step=step, new_due_on=new)


def _removal(item: PlannedMilestone) -> PlanMove:
    return PlanMove(ChangeKind.REMOVED, item.pair_id, item.title, item.id, due_on=item.due_on)


def _change(
    kind: ChangeKind,
    step_id: int | None,
    moves: Sequence[PlanMove],
    milestones: Sequence[PlannedMilestone],
    starts: Mapping[int, date],
    today: date,
) -> PlanChange:
    own = [item for item in milestones if step_id is not None and item.step_id == step_id]
    shifts = {(move.new_due_on - move.due_on).days for move in moves if move.new_due_on and move.due_on}
    return PlanChange(
        kind=kind,
        step_id=step_id,
        title=moves[0].title,
        count=len(moves),
        done=sum(item.done for item in own),
        by_hand=_by_hand(kind, moves, own, starts),
        overdue=sum(move.falls_overdue(today) for move in moves),
        from_on=_shared(move.due_on for move in moves),
        to_on=_shared(move.new_due_on for move in moves),
        shift=shifts.pop() if len(shifts) == 1 else 0,
        days_after=moves[0].step.days_after if moves[0].step else 0,
    )


def _by_hand(
    kind: ChangeKind, moves: Sequence[PlanMove], own: Sequence[PlannedMilestone], starts: Mapping[int, date]
) -> int:
    """Open milestones of a moved step that stay because their date is not the plan's."""
    step = moves[0].step
    if kind is not ChangeKind.MOVED or step is None:
        return 0
    moving = {move.milestone_id for move in moves}
    others = (item for item in own if item.open and item.id not in moving)
    return sum((item.due_on - starts[item.pair_id]).days != step.days_after for item in others)


def _shared(days: Iterable[date | None]) -> date | None:
    """The one date all have, None where they differ."""
    found = set(days)
    return found.pop() if len(found) == 1 else None
