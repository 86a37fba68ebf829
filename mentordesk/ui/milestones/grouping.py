"""Milestones in the groups of the list, in their order, with the words of each heading. Knows no widget."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mentordesk.domain.dates import day_month
from mentordesk.domain.milestones import SOON_DAYS, MilestoneRow, MilestoneState
from mentordesk.domain.text import fold
from mentordesk.domain.wording import counted


class Group(StrEnum):
    """The groups from top to bottom."""

    OVERDUE = "overdue"
    DUE = "due"
    LATER = "later"
    DONE = "done"

    @property
    def words(self) -> str:
        return "Due in the next 14 days" if self is Group.DUE else self.value.capitalize()

    @property
    def chip(self) -> str:
        return "Due in 14 days" if self is Group.DUE else self.value.capitalize()


GROUP_OF = {
    MilestoneState.OVERDUE: Group.OVERDUE,
    MilestoneState.DUE: Group.DUE,
    MilestoneState.UPCOMING: Group.LATER,
    MilestoneState.DONE: Group.DONE,
    MilestoneState.SKIPPED: Group.DONE,
}
assert SOON_DAYS == 14, "the words above name the days"
_SHAPES = {
    Group.OVERDUE: ("diamond", "risk"),
    Group.DUE: ("triangle", "watch"),
    Group.LATER: ("ring", "text3"),
    Group.DONE: ("circle", "good"),
}
_EMPTY = {
    Group.OVERDUE: "nothing overdue, well done",
    Group.DUE: "nothing falls due",
    Group.LATER: "nothing planned",
    Group.DONE: "nothing done yet",
}


@dataclass(frozen=True, slots=True)
class Heading:
    """The line above a group. `words` count what is in it; `shape` and `token` as in painting.shape."""

    group: Group
    words: str
    shape: str
    token: str
    count: int
    unfolded: bool


Line = Heading | MilestoneRow


@dataclass(frozen=True, slots=True)
class Filter:
    """Both must fit: the title of a step (any if empty) and every word of a search."""

    step: str = ""
    search: str = ""

    def shown(self, rows: Sequence[MilestoneRow], texts: Mapping[int, str]) -> list[MilestoneRow]:
        """The rows that fit; `texts` has the `search_text` of each by its id."""
        step, words = self.step.casefold(), fold(self.search).split()
        found = [row for row in rows if row.title.casefold() == step] if step else list(rows)
        for word in words:
            found = [row for row in found if word in texts[row.id]]
        return found


def search_text(row: MilestoneRow) -> str:
    """What a search looks through: names, title, owner, cohort and note, folded."""
    return fold(f"{row.left} {row.right} {row.title} {row.owner_name} {row.cohort} {row.note}")


def grouped(rows: Iterable[MilestoneRow]) -> dict[Group, list[MilestoneRow]]:
    """Open ones by due date, so the latest first where overdue; done ones the newest first."""
    groups: dict[Group, list[MilestoneRow]] = {group: [] for group in Group}
    for row in rows:
        groups[GROUP_OF[row.state]].append(row)
    groups[Group.DONE].sort(key=lambda row: row.done_on or row.skipped_on or row.due_on, reverse=True)
    return groups


def lines(groups: dict[Group, list[MilestoneRow]], unfolded: Iterable[Group], today: date) -> list[Line]:
    """Every heading, with its milestones below where it is unfolded."""
    found: list[Line] = []
    for group in Group:
        found.append(heading(group, groups[group], group in unfolded, today))
        if group in unfolded:
            found.extend(groups[group])
    return found


def heading(group: Group, rows: Sequence[MilestoneRow], unfolded: bool, today: date) -> Heading:
    """The heading of a group; one that has nothing overdue says so."""
    shape, token = _SHAPES[Group.DONE if group is Group.OVERDUE and not rows else group]
    return Heading(group, _words(group, rows, today) if rows else _EMPTY[group], shape, token, len(rows), unfolded)


def _words(group: Group, rows: Sequence[MilestoneRow], today: date) -> str:
    number = counted(len(rows), "milestone")
    if group is Group.OVERDUE:
        return f"{number}, {counted(len({row.pair_id for row in rows}), 'pair')}"
    if group is Group.LATER:
        first = f"{rows[0].title} on {day_month(rows[0].due_on, today)}"
        alone = len({(row.title, row.due_on) for row in rows}) == 1
        return f"{number}: {first}" if alone else f"{number}, next {first}"
    return _done_words(rows) if group is Group.DONE else number


def _done_words(rows: Sequence[MilestoneRow]) -> str:
    done = [row for row in rows if row.state is MilestoneState.DONE]
    late, skipped = sum(row.days_late > 0 for row in done), len(rows) - len(done)
    parts = [f"{late:,} of them late" if late else ""]
    parts.append(f"{skipped:,} {'' if late else 'of them '}skipped by agreement" if skipped else "")
    return ", ".join(part for part in (counted(len(rows), "milestone"), *parts) if part)


def facts(rows: Sequence[MilestoneRow], steps: int) -> str:
    """The line below the title: "3 overdue, 9 due in the next 14 days. The plan has 9 milestones for 12 pairs"."""
    groups = grouped(rows)
    overdue = f"{len(groups[Group.OVERDUE]):,} overdue" if groups[Group.OVERDUE] else "Nothing overdue"
    first = f"{overdue}, {len(groups[Group.DUE]):,} due in the next {SOON_DAYS} days"
    pairs = counted(len({row.pair_id for row in rows}), "pair")
    plan = f"The plan has {counted(steps, 'milestone')} for {pairs}" if steps else f"{len(rows):,} in all, of {pairs}"
    return f"{first}. {plan}"
