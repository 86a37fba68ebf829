"""What can be done about an introduction: note that it was made, make a pair of it, write, decline, change, remove."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget

from mentordesk.domain.introductions import IntroductionRow, RequestStatus
from mentordesk.domain.people import first_name
from mentordesk.ui import icons
from mentordesk.ui.workplace import Workplace

if TYPE_CHECKING:
    from mentordesk.services.mails.mails import Letter

_READ_ONLY = "This desk is open to read only"


class IntroductionActions:
    """Everything here acts through the workplace; dialogs stand over `parent`."""

    def __init__(self, workplace: Workplace, parent: QWidget, open_pair: Callable[[int], object]) -> None:
        self._workplace, self._parent, self._open_pair = workplace, parent, open_pair

    def fill_menu(self, menu: QMenu, it: IntroductionRow) -> None:
        """Everything that fits the introduction."""
        menu.clear()
        is_open, noted = it.status is RequestStatus.OPEN, it.id is not None
        if is_open:
            self._add(menu, "handshake", "Mark made…", lambda: self.ask_day(it))
        if noted and it.pair_id is None and it.status is not RequestStatus.DECLINED:
            self._add(menu, "pairs", "Make a pair…", lambda: self.make_pair(it))
        if it.pair_id is not None:
            self._add(menu, "pairs", "Open the pair", partial(self._open_pair, it.pair_id), changes=False)
        if is_open:
            to = first_name(it.through or it.other)
            self._add(menu, "email", f"Write to {to}…", partial(self.write, it, "ask"), changes=False)
            self._add(menu, "email", "Write to both…", partial(self.write, it, "bring_together"), changes=False)
            self._add(menu, "ban", "Decline", lambda: self.decline(it))
        if it.status is RequestStatus.DECLINED:
            self._add(menu, "undo", "Ask again", lambda: self.reopen(it))
        if noted:
            menu.addSeparator()
            self._add(menu, "edit", "Edit…", lambda: self.edit(it))
            self._add(menu, "remove", "Remove", lambda: self.remove(it))

    def _add(self, menu: QMenu, icon: str, words: str, act: Callable[[], object], *, changes: bool = True) -> None:
        action = menu.addAction(icons.icon(icon), words, lambda: act())
        if changes and self._workplace.read_only:
            action.setEnabled(False)
            action.setToolTip(_READ_ONLY)

    def ask_day(self, it: IntroductionRow) -> None:
        """The dialog that asks when it was made."""
        from mentordesk.ui.people.introduction_dialog import MadeDialog

        MadeDialog(self._workplace, self._parent, it).open()

    def make_pair(self, it: IntroductionRow) -> None:
        """The dialog for a new pair, filled in as far as the introduction says."""
        people = {"mentor_id": it.other_id, "mentee_id": it.person_id, "introduced_by_id": it.through_id}
        self._workplace.command("new_pair", **people, introduction_id=it.id)

    def edit(self, it: IntroductionRow) -> None:
        from mentordesk.ui.people.introduction_dialog import IntroductionDialog

        IntroductionDialog(self._workplace, self._parent, it).open()

    def decline(self, it: IntroductionRow) -> None:
        from mentordesk.services.pairs import introductions

        said = f"{first_name(it.person)} and {first_name(it.other)}: introduction declined"
        self._workplace.do(introductions.decline, it.id, said=said)

    def reopen(self, it: IntroductionRow) -> None:
        from mentordesk.services.pairs import introductions

        said = f"{first_name(it.person)} and {first_name(it.other)}: asked again"
        self._workplace.do(introductions.reopen, it.id, said=said)

    def remove(self, it: IntroductionRow) -> None:
        from mentordesk.services.pairs import introductions

        said = f"Introduction of {first_name(it.person)} and {first_name(it.other)} removed"
        self._workplace.do(introductions.remove, it.id, said=said)

    def write(self, it: IntroductionRow, which: str) -> None:
        """A mail draft to the one it goes through, or to both."""
        from mentordesk.services.mails import introductions as introduction_mails

        compose = getattr(introduction_mails, which)
        self._workplace.read(self._parent, compose, it.id, then=self._show_letter, slot="letter")

    def _show_letter(self, letter: "Letter") -> None:
        from mentordesk.ui import mail_dialog

        mail_dialog.write(f"Write to {' and '.join(letter.names)}", letter, self._parent.window(), lambda: None)
