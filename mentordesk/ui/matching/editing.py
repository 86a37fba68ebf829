"""Every change of a draft: the solver is asked for the pairs it makes, then all of it is kept in one step of history.

Changes made while one is being solved wait for their turn and build on it. Knows no widget.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from mentordesk.domain.matching.draft import Draft, DraftSettings, MatchSheet
from mentordesk.domain.matching.draft_settings import with_settings
from mentordesk.domain.matching.questions import Fixed, Suggest, Suggestion
from mentordesk.domain.matching.result import Proposal
from mentordesk.domain.matching.task import Cell, Task
from mentordesk.domain.people import first_name
from mentordesk.domain.wording import counted
from mentordesk.ui.matching import effect_words, fixing
from mentordesk.ui.workplace import Workplace

if TYPE_CHECKING:
    from mentordesk.ui.matching.solver import Solver

SLOT = "edit"
_HUNDREDTHS = 100


@dataclass(frozen=True, slots=True)
class _Edit:
    """`make` gets what holds when its turn comes. Of several in a row with one `key` only the last is solved."""

    make: Callable[[DraftSettings, Fixed], tuple[DraftSettings, Fixed]]
    label: str
    said: str
    key: str = ""


class DraftEditing(QObject):
    """`show` takes the sheet whose draft is edited."""

    suggested = Signal()
    """A new draft is there: the newest is to be shown."""
    given_up = Signal()
    """What was asked for is not done: the draft is as it was."""
    settings_chosen = Signal(object)
    """DraftSettings of a cohort without a draft: kept here until the first suggestion."""

    def __init__(self, workplace: Workplace, solver: "Solver", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workplace, self._solver = workplace, solver
        self._sheet: MatchSheet | None = None
        self._settings: DraftSettings | None = None
        self._fixed = Fixed()
        self._loaded: Task | None = None
        self._open: _Edit | None = None
        self._waiting: list[_Edit] = []
        solver.failed.connect(lambda _error: self.give_up())
        solver.stopped.connect(self.give_up)

    # What is edited

    def show(self, sheet: MatchSheet) -> None:
        """Take up what the desk holds; settings chosen before the first draft stay while the cohort does."""
        before, self._sheet = self._sheet, sheet
        if before is None or _subject(before) != _subject(sheet):
            self._drop()
            self._settings = None
        if self._open is not None:
            return
        if sheet.draft is not None:
            self._settings, self._fixed = sheet.draft.settings, sheet.draft.fixed
        else:
            self._settings, self._fixed = self._settings or sheet.program_settings, Fixed()
        if sheet.task is not None:
            self._load(sheet.task)

    @property
    def settings(self) -> DraftSettings | None:
        """Those of the draft; without one those of the program, or what was chosen in their place."""
        return self._settings

    @property
    def fixed(self) -> Fixed:
        return self._fixed

    @property
    def busy(self) -> bool:
        """Whether a change is being solved or waits to be."""
        return self._open is not None or bool(self._waiting)

    # Changes

    def pin(self, cell: Cell, on: bool = True) -> None:
        """Keep a pair whatever else changes, or let it go again."""
        names, task = self.names(cell), self._task()
        self._fix(
            lambda fixed: fixing.pinned(task, fixed, cell, on),
            f"{'Pin' if on else 'Unpin'} {names}",
            f"{names} {'pinned' if on else 'not pinned any more'}",
        )

    def forbid(self, cell: Cell, on: bool = True) -> None:
        """Never make a pair in this draft, or allow it again."""
        names, task = self.names(cell), self._task()
        self._fix(
            lambda fixed: fixing.forbidden(task, fixed, cell, on),
            f"{'Forbid' if on else 'Allow'} {names}",
            f"{names} {'forbidden' if on else 'allowed again'}",
        )

    def fix(self, fixed: Fixed, label: str, said: str = "") -> None:
        """Other pins and forbids in one step called `label`."""
        self._fix(lambda _before: fixed, label, said or label)

    def change(self, settings: DraftSettings, label: str) -> None:
        """Other rules, weights, goal or shape. Without a draft they wait for the first suggestion."""
        if self._sheet is None or self._sheet.draft is None:
            self._settings = settings
            self.settings_chosen.emit(settings)
            return
        self._waiting = [edit for edit in self._waiting if edit.key != label]
        self._ask_for(_Edit(lambda _before, fixed: (settings, fixed), label, label, key=label))

    def reset(self) -> None:
        """Back to the settings of the program."""
        sheet = self._sheet
        if sheet is not None and sheet.program_settings is not None:
            self.change(sheet.program_settings, f"Back to the settings of {sheet.program}")

    def save_for_program(self) -> None:
        """Make the settings those of the program; drafts there are keep theirs."""
        from mentordesk.services.matching import drafts

        sheet = self._sheet
        if sheet is not None and sheet.program_id is not None and self._settings is not None:
            said = f"New drafts of {sheet.program} begin with these settings"
            self._workplace.do(drafts.save_program_settings, sheet.program_id, self._settings, said=said)

    def _fix(self, change: Callable[[Fixed], Fixed], label: str, said: str) -> None:
        self._ask_for(_Edit(lambda settings, fixed: (settings, change(fixed)), label, said))

    def names(self, cell: Cell) -> str:
        """The two of a pair by their first names."""
        people = self._sheet.people if self._sheet else {}
        found = (people.get(person) for person in cell)
        return " & ".join(first_name(person.name) if person else "somebody" for person in found)

    # Solving and keeping

    def _ask_for(self, edit: _Edit) -> None:
        if self._sheet is None or self._sheet.draft is None or self._sheet.task is None or self._workplace.read_only:
            return
        if self._open is not None and not (edit.key and self._open.key == edit.key):
            self._waiting.append(edit)
            return
        self._solve(edit)

    def _solve(self, edit: _Edit) -> None:
        assert self._settings is not None
        self._open = edit
        settings, fixed = edit.make(self._settings, self._fixed)
        self._load(with_settings(self._task(), settings, Fixed()))
        draft = self._draft()

        def answered(found: Suggestion) -> None:
            if self._open is edit and self._sheet is not None and self._sheet.draft is not None:
                self._keep(edit, draft, settings, fixed, found)

        self._solver.ask(Suggest(fixed, settings.rounds), answered, slot=SLOT)

    def _keep(self, edit: _Edit, draft: Draft, settings: DraftSettings, fixed: Fixed, found: Suggestion) -> None:
        from mentordesk.services.matching import drafts

        self._open = None
        said = f"{edit.said}: {_difference(draft, found.proposals)}"
        values = (draft.id, settings, fixed, found.proposals, edit.label)
        self._settings, self._fixed = settings, fixed
        if not self._workplace.do(drafts.keep, *values, said=said):
            self.give_up()
        elif self._waiting:
            self._solve(self._waiting.pop(0))

    def give_up(self) -> None:
        """Drop what is being solved and what waits: the draft is shown as the desk has it."""
        if self.busy:
            self._drop()
            if self._sheet is not None:
                self.show(self._sheet)
            self.given_up.emit()

    def _drop(self) -> None:
        self._open, self._waiting = None, []

    def _load(self, task: Task) -> None:
        """The solver scores anew only where more than pins and forbids is another."""
        plain = replace(task, pins=frozenset(), forbids=frozenset())
        if plain != self._loaded:
            self._loaded = plain
            self._solver.load(plain)

    def _task(self) -> Task:
        assert self._sheet is not None
        assert self._sheet.task is not None
        return self._sheet.task

    def _draft(self) -> Draft:
        assert self._sheet is not None
        assert self._sheet.draft is not None
        return self._sheet.draft

    # Suggesting again

    def suggest_again(self) -> None:
        """Read the people anew and make the next draft (or the first) of what is fixed; none where nothing changed."""
        sheet = self._sheet
        if sheet is None or sheet.cohort_id is None or self._workplace.read_only or self.busy:
            return
        from mentordesk.domain.scope import Scope
        from mentordesk.services.matching import drafts

        draft_id = sheet.draft.id if sheet.draft else None
        where = (Scope(), sheet.cohort_id, draft_id)
        self._workplace.read(self, drafts.sheet, *where, then=self._suggest, slot="again")

    def _suggest(self, sheet: MatchSheet) -> None:
        if sheet.task is None or self._sheet is None or _subject(sheet) != _subject(self._sheet) or self.busy:
            return
        self.show(sheet)
        settings, fixed = self._settings, self._fixed
        if settings is None:
            return
        self._open = edit = _Edit(lambda _settings, _fixed: (settings, fixed), "Suggest pairs", "")
        self._load(with_settings(sheet.task, settings, Fixed()))

        def answered(found: Suggestion) -> None:
            if self._open is edit:
                self._open = None
                self._create(sheet, settings, fixed, found)

        self._solver.ask(Suggest(fixed, settings.rounds), answered, slot=SLOT)

    def _create(self, sheet: MatchSheet, settings: DraftSettings, fixed: Fixed, found: Suggestion) -> None:
        from mentordesk.services.matching import drafts

        if sheet.draft is not None and not sheet.stale and _same(sheet.draft, found.proposals):
            name = sheet.draft.name[:1].lower() + sheet.draft.name[1:]
            said = f"Nothing has changed since {name}: same data, same result."
            self._workplace.say(said, action="Go on in a copy", on_action=self.copy)
            return
        pairs = counted(len(found.proposals[0].pairs) if found.proposals else 0, "pair")
        values = (sheet.cohort_id, settings, fixed, found.proposals)
        if self._workplace.do(drafts.create, *values, said=f"{pairs} suggested"):
            self.suggested.emit()

    def copy(self) -> None:
        """Go on in a new draft with the same pairs; the one that is open stays as it is, to be compared."""
        from mentordesk.services.matching import drafts

        draft = self._sheet.draft if self._sheet else None
        if draft is None or self._workplace.read_only or self.busy:
            return
        if self._workplace.do(drafts.copy, draft.id, said=f"A copy of {draft.name} is open, to be changed"):
            self.suggested.emit()


def _subject(sheet: MatchSheet) -> tuple[int | None, int | None]:
    return sheet.cohort_id, sheet.draft.id if sheet.draft else None


def _same(draft: Draft, proposals: tuple[Proposal, ...]) -> bool:
    """The same pairs with the same fits, in the same rounds."""
    kept = {(pair.round, pair.mentee, pair.mentor, pair.fit) for pair in draft.pairs}
    found = {
        (number, pair.mentee, pair.mentor, hundredths(pair.fit, proposal.per_point))
        for number, proposal in enumerate(proposals, 1)
        for pair in proposal.pairs
    }
    return kept == found


def hundredths(amount: int, per_point: int) -> int:
    """As a draft keeps it, half up: a score table may be finer."""
    return (2 * amount * _HUNDREDTHS + per_point) // (2 * per_point)


def _difference(draft: Draft, proposals: tuple[Proposal, ...]) -> str:
    """What the first round gains or loses: "total −11, 1 more without a mentor"."""
    if not proposals:
        return "no pairs are left"
    before = [pair for pair in draft.pairs if pair.round == 1]
    after = proposals[0]
    total = sum(hundredths(pair.fit, after.per_point) for pair in after.pairs)
    said = effect_words.total(total - sum(pair.fit for pair in before))
    fewer = len(before) - len(after.pairs)
    if not fewer:
        return said
    return f"{said}, {counted(abs(fewer), 'pair')} {'fewer' if fewer > 0 else 'more'}"
