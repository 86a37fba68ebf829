"""What can be done to pairs: their change of status, who introduced them, their rhythm. One step of history each.

Knows no page: the list, the pane and the full page give the same menu.
"""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from mentordesk.domain.closing import is_due
from mentordesk.domain.pairs import EndReason, PairRow, may_become
from mentordesk.domain.people import first_name
from mentordesk.domain.standing import PairStatus, Side
from mentordesk.domain.wording import counted
from mentordesk.ui import icons, steps
from mentordesk.ui.workplace import Workplace

READ_ONLY = "This desk is open to read only"
# What a pair may become, by which service, in whose words: verb, icon, said afterwards.
_CHANGES: tuple[tuple[PairStatus, PairStatus | None, str, str, str, str], ...] = (
    (PairStatus.ACTIVE, PairStatus.PROPOSED, "activate", "Activate", "play", "activated"),
    (PairStatus.PAUSED, None, "pause", "Pause", "pause", "paused"),
    (PairStatus.ACTIVE, PairStatus.PAUSED, "resume", "Resume", "play", "resumed"),
    (PairStatus.COMPLETED, None, "complete", "Complete", "check", "completed"),
    (PairStatus.ENDURING, None, "endure", "Go on as enduring", "handshake", "going on as enduring"),
)
_CLOSED = frozenset({PairStatus.COMPLETED, PairStatus.ENDED, PairStatus.ENDURING})


class PairActions:
    """Carries out actions on pairs and says so; shows only those that fit their status."""

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        self._workplace = workplace
        self._parent = parent

    @property
    def workplace(self) -> Workplace:
        """Where one goes from a pair."""
        return self._workplace

    @property
    def allowed(self) -> bool:
        """Whether this desk may be changed."""
        return not self._workplace.read_only

    def lock(self, *widgets: QWidget) -> None:
        """On a desk open to read only these are disabled and say why."""
        for widget in widgets if not self.allowed else ():
            widget.setEnabled(False)
            widget.setToolTip(READ_ONLY)

    def lock_entries(self, menu: QMenu) -> None:
        """The same for all entries of a menu. A disabled menu would not close with Esc."""
        for action in menu.actions() if not self.allowed else ():
            action.setEnabled(False)
            action.setToolTip(READ_ONLY)

    # Change of status

    def possible(self, rows: Sequence[PairRow]) -> list[str]:
        """The services that every one of these pairs allows, in the order of the menu."""
        found = []
        for then, only_from, service, *_ in _CHANGES:
            fits = (may_become(row.status, then) and _comes_from(row.status, then, only_from) for row in rows)
            if rows and all(fits):
                found.append(service)
        return found

    def change(self, service: str, rows: Sequence[PairRow]) -> None:
        """Activate, pause, resume, complete or endure pairs in one step."""
        from mentordesk.services.pairs import pairs

        said = next(words for _, _, name, _, _, words in _CHANGES if name == service)
        what = rows[0].short if len(rows) == 1 else counted(len(rows), "pair")
        ids, words = [row.id for row in rows], f"{what} {said}"
        if service == "activate":
            steps.start_pairs(self._parent.window(), self._workplace, pairs.activate, ids, said=words)
        else:
            self._workplace.do(getattr(pairs, service), ids, said=words)

    def reopen(self, row: PairRow) -> None:
        """Take up a pair that had finished."""
        from mentordesk.services.pairs import pairs

        self._workplace.do(pairs.reopen, [row.id], said=f"{row.short} active again")

    def remove(self, rows: Sequence[PairRow]) -> None:
        """Take proposed pairs off the desk."""
        from mentordesk.services.pairs import pairs

        what = rows[0].short if len(rows) == 1 else counted(len(rows), "pair")
        self._workplace.do(pairs.remove, [row.id for row in rows], said=f"{what} removed")

    # Dialogs

    def log_contact(self, row: PairRow | None) -> None:
        self._workplace.command("log_contact", pair_id=row.id if row else None)

    def record_exchange(self, row: PairRow) -> None:
        self._workplace.command("record_exchange", pair_id=row.id)

    def record_answer(self, row: PairRow, side: Side | None = None, accepts: bool = True) -> None:
        """Ask what a side of a proposed pair said."""
        self._workplace.command("record_answer", pair_id=row.id, side=side, accepts=accepts)

    def accept(self, row: PairRow, side: Side) -> None:
        """A side of a proposed pair said yes, today."""
        from mentordesk.services.matching import pair_answers

        who = first_name(row.left if side is Side.LEFT else row.right)
        self._workplace.do(pair_answers.accept, row.id, side, self._workplace.today(), said=f"{who} accepted")

    def take_back(self, row: PairRow, side: Side) -> None:
        """A side of a proposed or declined pair has not answered after all."""
        from mentordesk.services.matching import pair_answers

        who = first_name(row.left if side is Side.LEFT else row.right)
        self._workplace.do(pair_answers.take_back, row.id, side, said=f"Answer of {who} taken back")

    def end(self, row: PairRow) -> None:
        """Ask for the reason and end the pair."""
        from mentordesk.ui.pairs.status_dialogs import EndDialog

        EndDialog(self._workplace, self._parent, row).open()

    def note_closing(self, row: PairRow, side: Side = Side.LEFT) -> None:
        """Note what either side says at the close."""
        from mentordesk.ui.pairs.closing_dialog import ClosingDialog

        ClosingDialog(self._workplace, self._parent, row, side).open()

    def sign_rules(self, row: PairRow) -> None:
        """Note who signed the ground rules when."""
        self._workplace.command("sign_rules", pair_id=row.id)

    def change_introduced_by(self, row: PairRow) -> None:
        from mentordesk.ui.pairs.status_dialogs import IntroducedByDialog

        IntroducedByDialog(self._workplace, self._parent, row).open()

    def change_start(self, row: PairRow) -> None:
        from mentordesk.ui.pairs.start_dialog import StartDialog

        StartDialog(self._workplace, self._parent, row).open()

    def change_rhythm(self, row: PairRow) -> None:
        from mentordesk.ui.pairs.status_dialogs import RhythmDialog

        RhythmDialog(self._workplace, self._parent, row).open()

    def change_notes(self, row: PairRow) -> None:
        from mentordesk.ui.pairs.status_dialogs import NotesDialog

        NotesDialog(self._workplace, self._parent, row).open()

    # Menus

    def fill_menu(self, menu: QMenu, rows: Sequence[PairRow]) -> None:
        """The More menu of one pair, or of several: what fits all of them."""
        menu.clear()
        if len(rows) == 1:
            self._add(menu, "Log contact…", "coffee", lambda: self.log_contact(rows[0]), _has_begun(rows[0]))
            self._add(menu, "Record an exchange…", "pairs", lambda: self.record_exchange(rows[0]), _has_begun(rows[0]))
            menu.addSeparator()
        for _, _, service, verb, icon, _ in _CHANGES:
            if service in self.possible(rows):
                self._add(menu, verb, icon, partial(self.change, service, rows))
        if len(rows) == 1:
            self._fill_for_one(menu, rows[0])
        if rows and all(row.status is PairStatus.PROPOSED for row in rows):
            self._add(menu, "Remove", "remove", lambda: self.remove(rows))

    def _fill_for_one(self, menu: QMenu, row: PairRow) -> None:
        if row.status is PairStatus.PROPOSED:
            self._add(menu, "Record an answer…", "check", lambda: self.record_answer(row))
        if may_become(row.status, PairStatus.ENDED):
            self._add(menu, "End with a reason…", "flag", lambda: self.end(row))
        if row.status in _CLOSED and row.end_reason is not EndReason.DECLINED:
            self._add(menu, "Reopen", "undo", lambda: self.reopen(row))
        if row.status is PairStatus.ENDED and row.end_reason is not EndReason.DECLINED:
            self._add(menu, "Change reason…", "edit", lambda: self.end(row))
        if _has_begun(row) and is_due(row.status, row.cohort_ends_on, self._workplace.today()):
            self._add(menu, "Closing survey…", "check_in", lambda: self.note_closing(row))
        menu.addSeparator()
        if row.program_id is not None:
            self._add(menu, "Sign ground rules…", "handshake", lambda: self.sign_rules(row))
        self._add(menu, "Change who introduced them…", "user-plus", lambda: self.change_introduced_by(row))
        if _has_begun(row):
            self._add(menu, "Change since when…", "history", lambda: self.change_start(row))
        self._add(menu, "Change rhythm…", "calendar", lambda: self.change_rhythm(row))
        self._add(menu, "Notes…", "edit", lambda: self.change_notes(row))

    def _add(self, menu: QMenu, text: str, icon: str, on_click: Callable[[], object], enabled: bool = True) -> None:
        action = menu.addAction(icons.icon(icon), text, on_click)
        action.setEnabled(enabled and self.allowed)
        if not self.allowed:
            action.setToolTip(READ_ONLY)


def _comes_from(now: PairStatus, then: PairStatus, only_from: PairStatus | None) -> bool:
    """Activate and resume lead to the same status: each is for where the pair comes from."""
    return now is only_from if only_from is not None else now is not then


def _has_begun(row: PairRow) -> bool:
    return row.begun
