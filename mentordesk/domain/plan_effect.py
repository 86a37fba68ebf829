"""What applying a changed milestone plan would do to running pairs, counted and in words. Knows no table."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mentordesk.domain.dates import day_month, long
from mentordesk.domain.programs import StepRow
from mentordesk.domain.wording import counted


class ChangeKind(StrEnum):
    MOVED = "moved"
    ADDED = "added"
    REMOVED = "removed"
    REWORDED = "reworded"


@dataclass(frozen=True, slots=True)
class PlanMove:
    """One thing to do when the plan is applied: to a milestone, or for ADDED to a pair that lacks one."""

    kind: ChangeKind
    pair_id: int
    title: str
    milestone_id: int | None = None
    step: StepRow | None = None
    due_on: date | None = None
    new_due_on: date | None = None

    def falls_overdue(self, today: date) -> bool:
        """Overdue at once, and not so before."""
        was_late = self.due_on is not None and self.due_on < today
        return self.new_due_on is not None and self.new_due_on < today and not was_late


@dataclass(frozen=True, slots=True)
class PlanChange:
    """A line of the notice: one step, what would happen to how many pairs. `from_on` and `to_on` are set where all of
    them have the same date, `shift` is in days where all move by the same number; `done` milestones of the step stay
    as they are, like those moved `by_hand`."""

    kind: ChangeKind
    step_id: int | None
    title: str
    count: int
    done: int = 0
    by_hand: int = 0
    overdue: int = 0
    from_on: date | None = None
    to_on: date | None = None
    shift: int = 0
    days_after: int = 0

    def sentence(self, today: date) -> str:
        """ "Joint project, 9 open: 12 June → 19 June 2026. 3 done stay as they are; none becomes overdue." """
        parts = (self._done_words(), self._by_hand_words(), self._overdue_words())
        said = "; ".join(part for part in parts if part)
        return f"{self._first_words(today)}. {said[:1].upper()}{said[1:]}." if said else f"{self._first_words(today)}."

    def _first_words(self, today: date) -> str:
        if self.kind is ChangeKind.MOVED:
            return f"{self.title}, {self.count} open: {self._move_words(today)}"
        what = {ChangeKind.ADDED: "new step for", ChangeKind.REMOVED: "removed, open in"}.get(self.kind, "changed for")
        when = f", due {long(self.to_on)}" if self.kind is ChangeKind.ADDED and self.to_on else ""
        return f"{self.title}, {what} {counted(self.count, 'pair')}{when}"

    def _move_words(self, today: date) -> str:
        if self.from_on and self.to_on:
            return f"{day_month(self.from_on, today)} → {long(self.to_on)}"
        if self.shift:
            return f"{counted(abs(self.shift), 'day')} {'later' if self.shift > 0 else 'earlier'}"
        return f"to {counted(self.days_after, 'day')} after the start"

    def _done_words(self) -> str:
        if self.done < 2:
            return "1 done stays as it is" if self.done else ""
        return f"{self.done} done stay as they are"

    def _by_hand_words(self) -> str:
        if self.by_hand < 2:
            return "1 with a date of its own stays" if self.by_hand else ""
        return f"{self.by_hand} with dates of their own stay"

    def _overdue_words(self) -> str:
        if self.kind in (ChangeKind.REMOVED, ChangeKind.REWORDED):
            return ""
        if self.overdue == 0:
            return "none becomes overdue"
        return f"{self.overdue} {'becomes' if self.overdue == 1 else 'become'} overdue at once"


@dataclass(frozen=True, slots=True)
class PlanEffect:
    """What applying the plan would do. Nothing to ask about: `changes` is empty. `pairs` counts the running pairs that
    follow the plan, `milestone_ids` are the open milestones that would move, go or be reworded."""

    pairs: int
    changes: tuple[PlanChange, ...] = ()
    moves: tuple[PlanMove, ...] = ()

    @property
    def count(self) -> int:
        """How many milestones would change, new ones included; one that moves and is reworded counts once."""
        return len({(move.milestone_id, move.pair_id, move.step.id if move.step else 0) for move in self.moves})

    @property
    def milestone_ids(self) -> frozenset[int]:
        return frozenset(move.milestone_id for move in self.moves if move.milestone_id is not None)

    @property
    def pair_ids(self) -> frozenset[int]:
        return frozenset(move.pair_id for move in self.moves)

    @property
    def overdue(self) -> int:
        return sum(change.overdue for change in self.changes)

    @property
    def only_moves(self) -> bool:
        return all(change.kind is ChangeKind.MOVED for change in self.changes)

    @property
    def question(self) -> str:
        """ "12 running pairs follow this plan: move their open milestones?" """
        verb = "move" if self.only_moves else "change"
        follow = "follows" if self.pairs == 1 else "follow"
        whose = "its" if self.pairs == 1 else "their"
        return f"{counted(self.pairs, 'running pair')} {follow} this plan: {verb} {whose} open milestones?"

    @property
    def action(self) -> str:
        """The words of the button and of the step of history: "Move 9 milestones"."""
        return f"{'Move' if self.only_moves else 'Change'} {counted(self.count, 'milestone')}"

    def sentences(self, today: date, limit: int = 3) -> tuple[str, ...]:
        """One line a changed step, at most `limit`, then "and 2 more"."""
        lines = tuple(change.sentence(today) for change in self.changes[:limit])
        more = len(self.changes) - limit
        return (*lines, f"and {more} more") if more > 0 else lines
