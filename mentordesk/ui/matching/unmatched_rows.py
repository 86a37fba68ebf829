"""People of a proposal without a pair: why, and the one thing to do about it. Knows no widget."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from mentordesk.domain.matching.draft import MatchPerson, MatchSheet
from mentordesk.domain.matching.people import Shape
from mentordesk.domain.matching.result import Proposal, WhyNot
from mentordesk.domain.matching.task import Task
from mentordesk.domain.wording import counted, listed


class Act(StrEnum):
    """What helps somebody without a pair."""

    ASK = "Ask for a place"
    INVITE = "Invite a mentor"
    RELAX = "Relax the rule…"
    ENROLL = "Enroll a peer"
    NONE = ""

    @property
    def short(self) -> str:
        """For a narrow place: the first word."""
        return _SHORT.get(self, "")


_SHORT = {Act.ASK: "Ask", Act.INVITE: "Invite", Act.RELAX: "Relax…", Act.ENROLL: "Enroll"}


@dataclass(frozen=True, slots=True)
class UnmatchedRow:
    """Somebody without a pair, or a mentor with places left (`is_mentor`); `act` is what the button does."""

    person: int
    is_mentor: bool
    name: str
    reason: str
    act: Act

    @property
    def id(self) -> tuple[int, bool]:
        return (self.person, self.is_mentor)


def unmatched_rows(proposal: Proposal, why_not: Sequence[WhyNot], sheet: MatchSheet) -> list[UnmatchedRow]:
    """Mentees or peers first, then mentors with a free place."""
    task = sheet.task
    reasons = {why.person: why for why in why_not if why.person in proposal.unmatched_mentees}
    rows = []
    for person in proposal.unmatched_mentees:
        why = reasons.get(person)
        act = act_for(why, task) if why and task else Act.NONE
        rows.append(UnmatchedRow(person, False, _name(sheet.people, person), why.text if why else "", act))
    for person, places in proposal.free:
        rows.append(UnmatchedRow(person, True, _name(sheet.people, person), counted(places, "free place"), Act.NONE))
    return rows


def act_for(why: WhyNot, task: Task) -> Act:
    """A rule that can be switched off is relaxed; where all are full, one is asked; else somebody new is needed."""
    if why.key in relaxable(task):
        return Act.RELAX
    if task.peers:
        return Act.ENROLL
    return Act.ASK if why.key == "places" and why.allowed else Act.INVITE


def relaxable(task: Task) -> frozenset[str]:
    """The keys of rules that may be switched off, of criteria that are a must, and of teams kept apart in circles."""
    rules = {rule.key for rule in task.rules.rules if rule.on and not rule.locked}
    rules |= {"team_apart"} if task.shape is Shape.CIRCLES and task.circles.team_apart else set()
    return frozenset(rules | {each.key for each in task.rules.criteria if each.must})


def heading(proposal: Proposal, sheet: MatchSheet) -> str:
    """How many are without a pair, beside the title that says where nobody is; and which mentors have places left."""
    left, whom = len(proposal.unmatched_mentees), "peer" if sheet.peers else "mentee"
    said = [f"{counted(left, whom)}."] if left else []
    if proposal.free:
        names = [f"{_name(sheet.people, person)}, {counted(places, 'place')}" for person, places in proposal.free]
        word = "Free mentor" if len(names) == 1 else "Free mentors"
        said.append(f"{word}: {listed(names, 2)}" if len(names) == 1 else f"{word}: {_listed(names)}")
    elif not sheet.peers:
        said.append("No place is free.")
    return " ".join(said)


def _listed(names: list[str]) -> str:
    """Names that have commas of their own."""
    more = f" and {len(names) - 2} more" if len(names) > 2 else ""
    return "; ".join(names[:2]) + more


def _name(people: Mapping[int, MatchPerson], person: int) -> str:
    found = people.get(person)
    return found.name if found else "Somebody who left"
