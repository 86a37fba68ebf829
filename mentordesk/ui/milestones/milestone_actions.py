"""What the coordinator does with milestones: each is one step that can be undone. Knows no list."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from mentordesk.domain.dates import long
from mentordesk.domain.errors import FieldError, UserError
from mentordesk.domain.milestones import MilestoneRow, MilestoneState
from mentordesk.domain.wording import counted
from mentordesk.ui import icons
from mentordesk.ui.milestones.dialogs import ChangeDialog, MoveDialog, SkipDialog, named
from mentordesk.ui.workplace import Workplace

if TYPE_CHECKING:
    from mentordesk.services.mails.mails import Letter


def waiting(rows: Sequence[MilestoneRow]) -> list[MilestoneRow]:
    """Those neither done nor skipped."""
    return [row for row in rows if row.done_on is None and row.skipped_on is None]


def undone(rows: Sequence[MilestoneRow]) -> list[MilestoneRow]:
    """Those that can be marked done: open and skipped ones."""
    return [row for row in rows if row.state is not MilestoneState.DONE]


def ended(rows: Sequence[MilestoneRow]) -> list[MilestoneRow]:
    """Those that can be reopened: done and skipped ones."""
    return [row for row in rows if row.done_on is not None or row.skipped_on is not None]


class MilestoneActions(QObject):
    """Everything here acts through the workplace; dialogs stand over the window of `page`."""

    def __init__(self, workplace: Workplace, page: QWidget) -> None:
        super().__init__(page)
        self._workplace, self._page = workplace, page

    def mark_done(self, rows: Sequence[MilestoneRow], day: date) -> str:
        """Marks those done that are not. Returns why the day cannot be taken, "" where all is well."""
        from mentordesk.services.pairs import milestones

        rows = undone(rows)
        try:
            self._workplace.desk.do(milestones.mark_done, [row.id for row in rows], day)
        except FieldError as error:
            return str(error)
        except UserError as error:
            self._workplace.failed.emit(error)
            return ""
        self._workplace.say(f"{named(rows)} marked done on {long(day)}", undo=True)
        return ""

    def reopen(self, rows: Sequence[MilestoneRow]) -> None:
        from mentordesk.services.pairs import milestones

        rows = ended(rows)
        self._workplace.do(milestones.reopen, [row.id for row in rows], said=f"{named(rows)} open again")

    def move(self, rows: Sequence[MilestoneRow]) -> None:
        """Asks for another date."""
        MoveDialog(self._workplace, self._page, waiting(rows)).open()

    def change(self, row: MilestoneRow) -> None:
        """Asks for date and note of one."""
        if not self._workplace.read_only:
            ChangeDialog(self._workplace, self._page, row).open()

    def skip(self, rows: Sequence[MilestoneRow]) -> SkipDialog:
        """Asks for the reason."""
        dialog = SkipDialog(self._workplace, self._page, waiting(rows))
        dialog.open()
        return dialog

    def remove(self, rows: Sequence[MilestoneRow]) -> None:
        """Takes them off their pairs; the plan keeps its steps."""
        from mentordesk.services.pairs import milestones

        if not self._workplace.read_only:
            self._workplace.do(milestones.remove, [row.id for row in rows], said=f"{named(rows)} removed")

    def remind(self, rows: Sequence[MilestoneRow]) -> None:
        """Proposes a mail to the pairs."""
        from mentordesk.services.mails import mails

        rows = waiting(rows)
        title = f"Remind {counted(len({row.pair_id for row in rows}), 'pair')}"
        show = partial(self._show_letter, title)
        self._workplace.read(self, mails.reminder, [row.id for row in rows], then=show, slot="letter")

    def _show_letter(self, title: str, letter: "Letter") -> None:
        from mentordesk.ui import mail_dialog

        mail_dialog.write(title, letter, self._page.window(), lambda: self._workplace.say("Reminder opened in mail"))

    def open_pair(self, row: MilestoneRow) -> None:
        self._workplace.go("pairs", row.pair_id, tab="milestones")

    def menu(self, rows: Sequence[MilestoneRow], parent: QWidget) -> QMenu:
        """Everything one can do with these milestones; shown by the caller."""
        menu = QMenu(parent)
        today = self._workplace.today()
        changing = []
        if undone(rows):
            changing.append(menu.addAction(icons.icon("check"), "Mark done today", lambda: self.mark_done(rows, today)))
        if ended(rows):
            changing.append(menu.addAction(icons.icon("undo"), "Reopen", lambda: self.reopen(rows)))
        if len(rows) == 1:
            changing.append(menu.addAction(icons.icon("edit"), "Change date and note…", lambda: self.change(rows[0])))
        elif waiting(rows):
            changing.append(menu.addAction(icons.icon("calendar"), "Move date…", lambda: self.move(rows)))
        if waiting(rows):
            changing.append(menu.addAction(icons.icon("ban"), "Skip by agreement…", lambda: self.skip(rows)))
            pairs = counted(len({row.pair_id for row in waiting(rows)}), "pair")
            menu.addAction(icons.icon("bell"), f"Remind {pairs}…", lambda: self.remind(rows))
        menu.addSeparator()
        if len(rows) == 1:
            menu.addAction(icons.icon("pairs"), "Show the pair", lambda: self.open_pair(rows[0]))
        changing.append(menu.addAction(icons.icon("remove"), "Remove", lambda: self.remove(rows)))
        for action in changing:
            action.setEnabled(not self._workplace.read_only)
        return menu
