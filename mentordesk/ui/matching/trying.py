"""Swaps and drops: what they would change is shown in a bar over the table, and done when the coordinator says so."""

from PySide6.QtCore import QObject

from mentordesk.domain.matching.questions import Fixed, Trial, TryOut
from mentordesk.domain.matching.task import Cell
from mentordesk.domain.people import first_name
from mentordesk.ui.matching import effect_words, fixing
from mentordesk.ui.matching.editing import DraftEditing
from mentordesk.ui.matching.proposal_card import ProposalCard
from mentordesk.ui.matching.proposal_rows import ProposalRow
from mentordesk.ui.matching.showing import Showing
from mentordesk.ui.matching.solver import Solver
from mentordesk.ui.matching.trial_bar import TrialBar


class Trying(QObject):
    """One trial at a time; the newest takes the place of the one before."""

    def __init__(self, solver: Solver, editing: DraftEditing, showing: Showing, card: ProposalCard) -> None:
        super().__init__(card)
        self._solver, self._editing, self._showing, self._card = solver, editing, showing, card
        self._fixed = Fixed()
        self._title = ""
        self.bar = TrialBar()
        card.slot.addWidget(self.bar)
        self.bar.accepted.connect(self._on_accepted)
        self.bar.cancelled.connect(lambda: card.table.setFocus())

    def swap(self, first: ProposalRow, second: ProposalRow) -> None:
        """The mentors of two pairs exchanged."""
        task = self._showing.sheet.task
        if task is not None:
            names = f"{first_name(first.mentee_name)} and {first_name(second.mentee_name)}"
            self._try(f"Swap {names}", fixing.swapped(task, self._editing.fixed, first.cell, second.cell))

    def place(self, row: ProposalRow, mentor: int) -> None:
        """A mentor with a free place in place of the one a mentee has."""
        task = self._showing.sheet.task
        if task is not None:
            title = f"Pair {self._editing.names((row.mentee, mentor))}"
            self._try(title, fixing.placed(task, self._editing.fixed, row.cell, mentor))

    def take(self, cell: Cell) -> None:
        """Another mentor for a mentee, whose effect has been read beside the list: done at once."""
        task = self._showing.sheet.task
        if task is None:
            return
        fixed = self._editing.fixed
        pair = self._showing.proposal.pair_of(cell[0])
        if pair is not None:
            fixed = fixing.released(task, fixed, (pair.mentee, pair.mentor))
        names = self._editing.names(cell)
        self._editing.fix(fixing.pinned(task, fixed, cell), f"Pair {names}", f"{names} paired")

    def _try(self, title: str, fixed: Fixed) -> None:
        self._title, self._fixed = title, fixed
        before, words = self._showing.proposal, effect_words.words_of(self._showing.sheet.task)

        def show(trial: Trial) -> None:
            if self._title == title:
                self.bar.show_trial(title, trial, before, words)

        self._solver.ask(TryOut(self._showing.cells(), fixed), show, slot="trial")

    def dismiss(self) -> None:
        """What was tried is about pairs that are no longer shown."""
        self._title = ""
        self.bar.dismiss()

    def _on_accepted(self) -> None:
        title, self._title = self._title, ""
        self._card.table.setFocus()
        self._editing.fix(self._fixed, title)
