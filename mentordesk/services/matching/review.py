"""A proposal put into rows: the points and reasons of all its pairs at once, and why somebody has none."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from mentordesk.domain.cohorts import Role
from mentordesk.domain.matching.people import Candidate
from mentordesk.domain.matching.result import Proposal, ProposedPair, Reason, WhyNot
from mentordesk.domain.matching.suggestion import Matching
from mentordesk.domain.matching.task import Cell
from mentordesk.domain.text import fold
from mentordesk.domain.wording import counted
from mentordesk.exchange.reports.proposals import ProposedRow, ReviewRows, UnmatchedRow
from mentordesk.services.matching.matching import CohortFacts

_MOST_HELP = 2


def reasons(matching: Matching, pairs: Sequence[ProposedPair]) -> dict[Cell, tuple[Reason, ...]]:
    """What each criterion gives each pair, in words: `Matching.why` for many pairs at once."""
    from mentordesk.domain.matching import points, wording

    task = matching.task
    if task.table_alone:
        word = task.rules.criterion("score_table").word
        return {
            (pair.mentee, pair.mentor): (Reason("score_table", word, pair.fit, pair.fit, "By the score table"),)
            for pair in pairs
        }
    cells = [(pair.mentee, pair.mentor) for pair in pairs]
    given, most = matching.points(cells), points.most(task)
    criteria = [task.rules.criterion(key) for key in given]
    return {
        (mentee, mentor): tuple(
            Reason(
                each.key,
                each.word,
                given[each.key][at],
                most[each.key],
                wording.reason(each, matching.mentee(mentee), matching.mentor(mentor)),
            )
            for each in criteria
        )
        for at, (mentee, mentor) in enumerate(cells)
    }


@dataclass(frozen=True)
class Unmatched:
    """Why people of a proposal have no pair. Each change of the rules is solved once, for all of them, and in the first
    round only."""

    matching: Matching
    proposal: Proposal
    round: int = 1

    @cached_property
    def why_not(self) -> dict[tuple[Role, int], WhyNot]:
        """Of everybody without a pair, mentees first."""
        proposal = self.proposal
        keys = [(self._role, each) for each in proposal.unmatched_mentees]
        keys += [(Role.MENTOR, each) for each in proposal.unmatched_mentors]
        return dict(zip(keys, self.matching.why_nots(proposal), strict=True))

    @property
    def _role(self) -> Role:
        return Role.PEER if self.matching.task.peers else Role.MENTEE

    @cached_property
    def _relaxed(self) -> dict[str, Proposal]:
        """The proposal without each rule or must that stands in somebody's way and may be switched off."""
        rules = self.matching.task.rules
        locked = {rule.key for rule in rules.rules if rule.locked}
        known = {rule.key for rule in rules.rules} | {each.key for each in rules.criteria if each.must}
        barring = {key for why in self.why_not.values() for key, _ in why.barred} & known - locked
        return {key: self.matching.relaxed.without(key, self.proposal.goal) for key in sorted(barring)}

    def rows(self) -> tuple[UnmatchedRow, ...]:
        """A row a person, by name, mentees before mentors."""
        found = [self._row(role, self._person(role, id_), why) for (role, id_), why in self.why_not.items()]
        return tuple(sorted(found, key=lambda row: (row.role == Role.MENTOR.word, fold(row.person))))

    def _person(self, role: Role, id_: int) -> Candidate:
        return self.matching.mentor(id_) if role is Role.MENTOR else self.matching.mentee(id_)

    def _row(self, role: Role, person: Candidate, why: WhyNot) -> UnmatchedRow:
        help_ = self._help(role, person) if self.round == 1 else ""
        return UnmatchedRow(person.name, role.word, f"{why.text}.", help_, self.round)

    def _help(self, role: Role, person: Candidate) -> str:
        said = self._place(person) if role is Role.MENTEE else []
        for key, again in self._relaxed.items():
            left = again.unmatched_mentors if role is Role.MENTOR else again.unmatched_mentees
            if person.id not in left:
                more = len(self.proposal.unmatched_mentees) - len(again.unmatched_mentees)
                gain = f"; {counted(more, 'mentee')} more matched" if more > 0 and role is not Role.PEER else ""
                said.append(f"Without “{self._word(key)}” {person.name} has a pair{gain}.")
        return " ".join(said[:_MOST_HELP])

    def _word(self, key: str) -> str:
        from mentordesk.domain.matching import broken

        return broken.word(self.matching.task, key)

    def _place(self, mentee: Candidate) -> list[str]:
        """A place more with the best mentor who is full can be given to this mentee: nothing has to be solved."""
        from mentordesk.domain.matching.scores import NEVER

        matching, task = self.matching, self.matching.task
        row = task.mentee_at[mentee.id]
        free = {person for person, _ in self.proposal.free}
        full = [
            (int(matching.fits[row, at]), -at)
            for at, each in enumerate(task.mentors)
            if each.id not in free and int(matching.fits[row, at]) != NEVER and (row, at) not in matching.board.barred
        ]
        if not full:
            return []
        fit, at = max(full)
        mentor = task.mentors[-at]
        word = "score" if task.table_alone else "fit"
        return [f"One more place with {mentor.name} ({word} {self.proposal.points(fit):.6g})."]


Round = tuple[Matching, Proposal]
"""A proposal with the matching it was made by: in later rounds the pairs of earlier ones are forbidden."""


@dataclass(frozen=True, slots=True)
class DraftNote:
    """What a workbook says of the draft it is of: its name, the lines of its settings beside criteria and rules, the
    pairs forbidden by hand, and what has changed since it was made."""

    name: str = ""
    settings: tuple[tuple[str, str], ...] = ()
    forbidden: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def review(
    matching: Matching, proposal: Proposal, facts: CohortFacts, desk: str, table: str, at: datetime
) -> ReviewRows:
    """The rows of the workbook of a proposal; `table` is the name of the score table that was used alone, or empty."""
    return review_rounds(((matching, proposal),), facts, desk, table, at)


def review_rounds(
    rounds: Sequence[Round], facts: CohortFacts, desk: str, table: str, at: datetime, draft: DraftNote = DraftNote()
) -> ReviewRows:
    """The same of all rounds of a draft, one at least. Figures are of all of them together."""
    matching, first = rounds[0]
    words = () if matching.task.table_alone else _words(matching)
    pairs = [pair for _, proposal in rounds for pair in proposal.pairs]
    return ReviewRows(
        desk=desk,
        cohort=facts.name,
        program=facts.program,
        made_at=at,
        goal=first.goal,
        rules=matching.task.rules,
        total=first.points(sum(pair.fit for pair in pairs)),
        average=_average(sum(pair.fit for pair in pairs), len(pairs), first.per_point),
        lowest=first.points(min((pair.fit for pair in pairs), default=0)),
        peers=matching.task.peers,
        criteria=words,
        table=table,
        pairs=tuple(row for number, each in enumerate(rounds, start=1) for row in _pairs(each, number, words)),
        unmatched=tuple(row for number, each in enumerate(rounds, start=1) for row in Unmatched(*each, number).rows()),
        remarks=(*draft.remarks, *matching.remarks()),
        draft=draft.name,
        settings=draft.settings,
        forbidden=draft.forbidden,
    )


def _pairs(round: Round, number: int, words: Sequence[str]) -> Iterator[ProposedRow]:
    matching, proposal = round
    given = reasons(matching, proposal.pairs)
    names = circle_names(proposal, matching)
    for pair in proposal.pairs:
        row = _pair(matching, proposal, pair, given[pair.mentee, pair.mentor], words)
        yield replace(row, round=number, circle=names.get(pair.circle, ""))


def circle_names(proposal: Proposal, matching: Matching) -> dict[int, str]:
    """What each circle will be called."""
    return {pair.circle: f"Circle of {matching.mentor(pair.mentor).name}" for pair in proposal.pairs if pair.circle}


def average(proposal: Proposal) -> float:
    """Points for each pair, not rounded; 0 without a pair."""
    return _average(proposal.total, len(proposal.pairs), proposal.per_point)


def _average(total: int, pairs: int, per_point: int) -> float:
    # One division: two would make 0.09999999999999999 of 0.3 points for three pairs.
    return total / (per_point * pairs) if pairs else 0.0


def _words(matching: Matching) -> tuple[str, ...]:
    return tuple(each.word for each in matching.task.rules.criteria if each.weight)


def _pair(
    matching: Matching, proposal: Proposal, pair: ProposedPair, given: Sequence[Reason], words: Sequence[str]
) -> ProposedRow:
    return ProposedRow(
        mentee=matching.mentee(pair.mentee).name,
        mentor=matching.mentor(pair.mentor).name,
        fit=proposal.points(pair.fit),
        points=tuple(proposal.points(reason.points) for reason in given) if words else (),
        reason=main(given).text,
        pinned=pair.pinned,
        broken=pair.broken,
    )


def main(given: Sequence[Reason]) -> Reason:
    """The reason with most of the points."""
    return max(given, key=lambda reason: reason.points)
