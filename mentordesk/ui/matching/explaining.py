"""Why, for what is chosen: asks the solver and hands its answers to the panel. Knows no list."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from mentordesk.domain.matching.questions import AskWhyNot, Explain, Explanation
from mentordesk.domain.matching.result import WhyNot
from mentordesk.domain.matching.task import Cell
from mentordesk.ui.matching.proposal_rows import ProposalRow
from mentordesk.ui.matching.unmatched_rows import UnmatchedRow

if TYPE_CHECKING:
    from mentordesk.ui.matching.editing import DraftEditing
    from mentordesk.ui.matching.showing import Showing
    from mentordesk.ui.matching.solver import Solver
    from mentordesk.ui.matching.why_panel import WhyPanel

_OTHERS = 5
_NO_COSTS = 0


class Explaining:
    """`about` is the person whose pair, or lack of one, is explained."""

    def __init__(self, solver: "Solver", panel: "WhyPanel", showing: "Showing", editing: "DraftEditing") -> None:
        self._solver, self._panel, self._showing, self._editing = solver, panel, showing, editing
        self.about: int | None = None
        for ended in (solver.failed, solver.stopped):
            ended.connect(lambda *_error: panel.give_up())

    def again(self, row: ProposalRow | None, person: UnmatchedRow | None) -> None:
        """What is chosen once more, after the pairs have changed."""
        if person is not None:
            self.person(person.person, person.is_mentor)
        elif row is not None:
            self.pair(row)
        else:
            self.about = None
            self._panel.clear()

    def pair(self, row: ProposalRow) -> None:
        """Why these two."""
        self.two(row.cell)

    def two(self, cell: Cell) -> None:
        """Why these two, or why not: any two may be asked about."""
        sheet, proposal, fixed = self._showing.sheet, self._showing.proposal, self._editing.fixed
        self.about = cell[0]
        self._panel.expect(sheet, *cell)
        question = Explain(fixed, self._showing.cells(), *cell, _OTHERS)
        self._solver.ask(question, lambda found: self._panel.show_pair(found, sheet, proposal, fixed), slot="why")

    def about_two(self, one: int, other: int | None, row: ProposalRow | None, person: UnmatchedRow | None) -> None:
        """Why not these two; without `other` what is chosen again."""
        if other is None:
            self.again(row, person)
        else:
            self.two((one, other))

    def person(self, person: int, is_mentor: bool) -> None:
        """Why somebody has no pair; of mentees and peers who else there is."""
        sheet, proposal = self._showing.sheet, self._showing.proposal
        self.about = person
        who = sheet.people.get(person)
        if who is None:
            return
        self._panel.expect(sheet, person, is_mentor=is_mentor)

        def show(why: WhyNot, others: Explanation | None) -> None:
            self._panel.show_unmatched(who, why, others, sheet, proposal, is_mentor=is_mentor)

        def answered(why: WhyNot) -> None:
            if is_mentor:
                show(why, None)
                return
            question = Explain(self._editing.fixed, self._showing.cells(), person, None, _OTHERS)
            self._solver.ask(question, lambda others: show(why, others), slot="why")

        self._ask(person, is_mentor, answered, "why")

    def ask_why_not(self, person: int, is_mentor: bool, then: Callable[[WhyNot], None]) -> None:
        """Why somebody has no pair, with the ways on."""
        self._ask(person, is_mentor, then, "way")

    def _ask(self, person: int, is_mentor: bool, then: Callable[[WhyNot], None], slot: str) -> None:
        question = AskWhyNot(self._editing.fixed, self._showing.cells(), person, is_mentor)
        self._solver.ask(question, then, slot=slot)
