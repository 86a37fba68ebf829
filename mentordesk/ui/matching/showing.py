"""The proposal on screen: at once what was kept with the draft, then what the solver says of it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from mentordesk.domain.matching.criteria import Goal
from mentordesk.domain.matching.draft import MatchSheet
from mentordesk.domain.matching.people import Shape
from mentordesk.domain.matching.questions import CompareGoals, Evaluate, Fixed, Suggestion
from mentordesk.domain.matching.result import Proposal
from mentordesk.domain.matching.task import Cell
from mentordesk.ui.matching import figures, reading, unmatched_rows
from mentordesk.ui.matching.proposal_card import ProposalCard
from mentordesk.ui.matching.proposal_rows import Way, rows_of
from mentordesk.ui.matching.solver import Solver
from mentordesk.ui.matching.unmatched_card import UnmatchedCard
from mentordesk.ui.widgets.stat_strip import StatStrip

NOTHING = Proposal(Goal.PARTICIPATION, (), (), ())
LATER_ROUND = "Pins and swaps are of the first round"


class Showing(QObject):
    """Fills the figures, the table and the card of people without a pair. `number` is the round, from 1."""

    shown = Signal()

    def __init__(
        self,
        solver: Solver,
        strip: StatStrip,
        card: ProposalCard,
        unmatched: UnmatchedCard,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._solver, self._strip, self._card, self._unmatched = solver, strip, card, unmatched
        self.sheet = MatchSheet(())
        self.number = 1
        self.rounds: tuple[Proposal, ...] = ()
        self._found: Suggestion | None = None

    @property
    def proposal(self) -> Proposal:
        """That of the round on screen."""
        return self.rounds[self.number - 1] if self.rounds else NOTHING

    def cells(self) -> tuple[Cell, ...]:
        """The pairs on screen."""
        return tuple((pair.mentee, pair.mentor) for pair in self.proposal.pairs)

    def show_draft(self, sheet: MatchSheet) -> None:
        """Show the sheet's draft. Pairs shown before stay until those of the same draft have been looked at."""
        draft, task = sheet.draft, sheet.task
        assert draft is not None
        assert task is not None
        self.sheet = sheet
        rounds = draft.rounds()
        self.number = min(self.number, len(rounds))
        self.rounds = tuple(reading.outline(draft, task, at) for at in range(1, len(rounds) + 1))
        if self._found is not None:
            self._found = Suggestion(self.rounds, self._found.reasons, self._found.remarks, self._found.why_not)
        self._show()
        self._solver.ask(Evaluate(draft.fixed, rounds), self._on_found, slot="draft")

    def clear(self) -> None:
        """No draft is there."""
        self.rounds, self._found, self.number = (), None, 1

    def remark(self, then: Callable[[tuple[str, ...]], None]) -> None:
        """What to know before the first suggestion."""
        self._solver.ask(Evaluate(Fixed(), ((),)), lambda found: then(found.remarks), slot="draft")

    def compare(self, fixed: Fixed, then: Callable[[dict[Goal, Proposal]], None]) -> None:
        """All three goals, with what is fixed."""
        self._solver.ask(CompareGoals(fixed), then, slot="goals")

    def show_round(self, number: int) -> None:
        """Another round of peers."""
        self.number = min(max(number, 1), max(len(self.rounds), 1))
        self._show()

    def _on_found(self, found: Suggestion) -> None:
        if self.sheet.draft is None or not found.proposals:
            return
        self._found, self.rounds = found, found.proposals
        self.number = min(self.number, len(self.rounds))
        self._show()

    def way(self) -> Way:
        """How the pairs of the sheet are to be read."""
        task = self.sheet.task
        circles = task is not None and task.shape is Shape.CIRCLES
        return Way(self.sheet.peers, circles, task is not None and task.table_alone, self.number)

    def _show(self) -> None:
        sheet, proposal, way = self.sheet, self.proposal, self.way()
        reasons = self._found.reasons if self._found else {}
        self._strip.set_stats(figures.stats(proposal, sheet, first_round=self.number == 1))
        rows = rows_of(proposal, sheet.people, reasons, way)
        self._card.show_rows(
            rows, peers=way.peers, circles=way.circles, rounds=max(len(self.rounds), 1), number=self.number
        )
        self._card.show_notes(self._found.remarks if self._found else ())
        why_not = self._found.why_not if self._found and self.number == 1 else ()
        people = unmatched_rows.unmatched_rows(proposal, why_not, sheet)
        self._unmatched.show_people(people, unmatched_rows.heading(proposal, sheet))
        self.shown.emit()
