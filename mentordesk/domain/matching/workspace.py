"""Answers what the workspace asks about one task. Scores are computed once, and what was solved is kept for a while.

Knows no process and no window; what it needs is imported at the first question.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from typing import Any, cast

from mentordesk.domain.matching.criteria import Goal
from mentordesk.domain.matching.questions import (
    Answer,
    AskWhyNot,
    Cells,
    CompareGoals,
    Evaluate,
    Explain,
    Explanation,
    Fixed,
    Question,
    Suggest,
    Suggestion,
    Trial,
    TryOut,
)
from mentordesk.domain.matching.result import Effect, Proposal, ProposedPair, WhyNot, effect
from mentordesk.domain.matching.suggestion import Matching
from mentordesk.domain.matching.task import Cell, Task
from mentordesk.domain.people import first_name

_MOST_ANSWERS = 32
_MOST_CHOICES = 6
"""How many choices of pins and forbids are remembered with what was solved for them."""


class Workspace:
    """A task with its scores. `answer` gives the same answer to the same question, always."""

    def __init__(self, task: Task) -> None:
        self._matching = Matching(bare(task))
        self._choices: OrderedDict[Fixed, _Choice] = OrderedDict()
        self._answers: OrderedDict[Question, Answer] = OrderedDict()

    def warm_up(self) -> None:
        """Import what is needed and compute the scores, before the first question comes."""
        self._matching.board.allowed()

    def answer(self, question: Question) -> Answer:
        """Raises UserError where scores are too large to be added up, or somebody no longer takes part."""
        said = _ANSWERS[type(question)]
        return cast("Answer", _kept(self._answers, question, lambda: said(self, question), _MOST_ANSWERS))

    def _choice(self, fixed: Fixed) -> "_Choice":
        def made() -> _Choice:
            return _Choice(self._matching.edited(fixed.pins, fixed.forbids))

        return cast("_Choice", _kept(self._choices, fixed, made, _MOST_CHOICES))

    def _suggest(self, asked: Suggest) -> Suggestion:
        choice = self._choice(asked.fixed)
        if self._matching.task.peers and asked.rounds > 1:
            return _suggestion(choice.matching, choice.matching.rounds(asked.rounds) or (choice.best(),))
        return _suggestion(choice.matching, (choice.best(),))

    def _evaluate(self, asked: Evaluate) -> Suggestion:
        """Pins are of the first round."""
        first = self._choice(asked.fixed).matching
        later = self._choice(replace(asked.fixed, pins=frozenset())).matching
        rounds = asked.rounds or ((),)
        return _suggestion(first, tuple((later if at else first).evaluate(cells) for at, cells in enumerate(rounds)))

    def _compare(self, asked: CompareGoals) -> dict[Goal, Proposal]:
        choice = self._choice(asked.fixed)
        return {goal: choice.best(goal) for goal in Goal}

    def _explain(self, asked: Explain) -> Explanation:
        matching = self._choice(asked.fixed).matching
        why = None if asked.mentor is None else matching.why(asked.mentee, asked.mentor)
        if asked.limit <= 0:
            return Explanation(asked.mentee, asked.mentor, why)
        shown = matching.evaluate(asked.cells)
        others = matching.others(shown, asked.mentee, asked.limit)
        return Explanation(asked.mentee, asked.mentor, why, others, self._forbidding(asked, shown))

    def _forbidding(self, asked: Explain, shown: Proposal) -> Effect | None:
        """What the pairs shown become when this one is no longer made."""
        cell = None if asked.mentor is None else _shown(shown, (asked.mentee, asked.mentor), self._matching.task.peers)
        if cell is None:
            return None
        pins = asked.fixed.pins - {cell, cell[::-1]}
        again = self._choice(Fixed(pins, asked.fixed.forbids | {cell})).best()
        return effect(shown, again, self._matching.task.peers)

    def _try_out(self, asked: TryOut) -> Trial:
        choice = self._choice(asked.fixed)
        shown, proposal = choice.matching.evaluate(asked.cells), choice.best()
        known = {words for pair in shown.pairs for words in self._broken(pair)}
        broken = dict.fromkeys(words for pair in proposal.pairs for words in self._broken(pair) if words not in known)
        return Trial(proposal, effect(shown, proposal, self._matching.task.peers), tuple(broken))

    def _broken(self, pair: ProposedPair) -> tuple[str, ...]:
        """The rules a pair breaks, each with a name in it: "Freja & Bram: The fit is 27.5, below 50"."""
        both = (self._matching.mentee(pair.mentee), self._matching.mentor(pair.mentor))
        names = [first_name(each.name) for each in both]
        said = " & ".join(names)
        return tuple(words if any(name in words for name in names) else f"{said}: {words}" for words in pair.broken)

    def _why_not(self, asked: AskWhyNot) -> WhyNot:
        matching = self._choice(asked.fixed).matching
        shown = matching.evaluate(asked.cells)
        said = matching.why_no_mentee if asked.is_mentor else matching.why_not
        return said(shown, asked.person, ways=True)


class _Choice:
    """The matching with one choice of pins and forbids, and its best proposals."""

    def __init__(self, matching: Matching) -> None:
        self.matching = matching
        self._best: dict[Goal, Proposal] = {}

    def best(self, goal: Goal | None = None) -> Proposal:
        goal = goal or self.matching.task.rules.goal
        if goal not in self._best:
            self._best[goal] = self.matching.suggest(goal)
        return self._best[goal]


def bare(task: Task) -> Task:
    """The task without what is fixed by hand: questions carry that."""
    if not task.pins and not task.forbids:
        return task
    return replace(task, pins=frozenset(), forbids=frozenset())


def _suggestion(matching: Matching, proposals: tuple[Proposal, ...]) -> Suggestion:
    cells: Cells = tuple((pair.mentee, pair.mentor) for proposal in proposals for pair in proposal.pairs)
    reasons = matching.main_reasons(cells)
    return Suggestion(proposals, reasons, matching.remarks(), matching.why_nots(proposals[0]))


def _shown(shown: Proposal, cell: Cell, peers: bool) -> Cell | None:
    """The pair as it is shown; of peers either may be first."""
    cells = shown.cells()
    return next((each for each in (cell, cell[::-1] if peers else cell) if each in cells), None)


def _kept(answers: OrderedDict[Any, Any], key: object, made: Callable[[], Any], most: int) -> object:
    if key not in answers:
        answers[key] = made()
    answers.move_to_end(key)
    while len(answers) > most:
        answers.popitem(last=False)
    return answers[key]


_ANSWERS: dict[type, Callable[[Workspace, Any], Answer]] = {
    Suggest: Workspace._suggest,
    Evaluate: Workspace._evaluate,
    CompareGoals: Workspace._compare,
    Explain: Workspace._explain,
    TryOut: Workspace._try_out,
    AskWhyNot: Workspace._why_not,
}
