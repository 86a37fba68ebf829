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
        self._about: int | None = None
        self._next: int | None = None
        self.bar = TrialBar()
        card.slot.addWidget(self.bar)
        self.bar.accepted.connect(self._on_accepted)
        showing.shown.connect(self._on_shown)
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
        fixed = self._with(cell)
        if fixed is not None:
            names = self._editing.names(cell)
            self._editing.fix(fixed, f"Pair {names}", f"{names} paired")

    def pin(self, cell: Cell, on: bool) -> None:
        """A pair that is proposed is pinned, or let go, at once; what another one would change is shown before."""
        if on and not any(pair in (cell, cell[::-1]) for pair in self._showing.cells()):
            self.ask(cell)
        else:
            self._editing.pin(cell, on)

    def ask(self, cell: Cell) -> None:
        """A pair that a rule forbids: the rule and the effect are shown, and the coordinator decides."""
        fixed = self._with(cell)
        if fixed is not None:
            self._try(f"Pair {self._editing.names(cell)}", fixed, cell[0])

    def _with(self, cell: Cell) -> Fixed | None:
        """What is fixed, with this pair pinned in place of the one the mentee has."""
        task, fixed = self._showing.sheet.task, self._editing.fixed
        if task is None:
            return None
        pair = self._showing.proposal.pair_of(cell[0])
        if pair is not None:
            fixed = fixing.released(task, fixed, (pair.mentee, pair.mentor))
        return fixing.pinned(task, fixed, cell)

    def _try(self, title: str, fixed: Fixed, about: int | None = None) -> None:
        self._title, self._fixed, self._about = title, fixed, about
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
        self._next = self._about
        self._card.table.setFocus()
        self._editing.fix(self._fixed, title)

    def _on_shown(self) -> None:
        """Whoever had no pair before is chosen once the new one is there."""
        if self._next is not None and self._card.show_person(self._next):
            self._next = None
