"""The card “Introductions”: what is asked for and waits, what has been made, by whom; each with what can be done."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from mentordesk.domain.dates import ago, day_month, long
from mentordesk.domain.introductions import IntroductionRow, RequestStatus
from mentordesk.domain.people import PersonStatus
from mentordesk.ui.people.introduction_actions import IntroductionActions
from mentordesk.ui.people.person_actions import PersonActions
from mentordesk.ui.people.reading import CardSheet
from mentordesk.ui.people.unfolding_card import UnfoldingCard
from mentordesk.ui.widgets.elided_label import ElidedLabel
from mentordesk.ui.widgets.label import button, icon_button, icon_label, label
from mentordesk.ui.workplace import Workplace

_FIRST = 5
_ICONS = {RequestStatus.OPEN: "clock", RequestStatus.MADE: "handshake", RequestStatus.DECLINED: "ban"}


class IntroductionLine(QWidget):
    """One introduction. An open request has its two buttons in the line, all the rest is in its menu."""

    def __init__(self, it: IntroductionRow, caption: str, actions: IntroductionActions, allowed: bool) -> None:
        super().__init__()
        self.row = it
        self.words = ElidedLabel(it.words, "body")
        self.caption = ElidedLabel(caption, "caption", "text2")
        self.setAccessibleName(f"{it.words}. {caption}")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.words)
        if caption:
            words.addWidget(self.caption)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 2, 0, 2)
        inside.setSpacing(8)
        inside.addWidget(icon_label(_ICONS[it.status], "text2", 15))
        inside.addLayout(words, 1)
        self.buttons: dict[str, QPushButton] = {}
        if it.status is RequestStatus.OPEN:
            self._add_button(inside, "Mark made…", lambda: actions.ask_day(it), allowed)
            self._add_button(inside, "Make a pair…", lambda: actions.make_pair(it), allowed)
        self.menu = QMenu()
        self.menu.setToolTipsVisible(True)
        self.menu.aboutToShow.connect(lambda: actions.fill_menu(self.menu, it))
        self.menu.setParent(self, self.menu.windowFlags())
        self.more = icon_button("more", f"More about: {it.words}", self._open_menu, small=True)
        inside.addWidget(self.more)

    def _open_menu(self) -> None:
        self.menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _add_button(self, line: QHBoxLayout, words: str, act: Callable[[], None], allowed: bool) -> None:
        made = button(words, "secondary", on_click=act, small=True)
        made.setAccessibleName(f"{words.rstrip('…')}: {self.row.words}")
        made.setEnabled(allowed)
        made.setToolTip("" if allowed else "This desk is open to read only")
        self.buttons[words] = made
        line.addWidget(made)


class IntroductionsCard(UnfoldingCard):
    """Open requests first, the oldest on top; then what was made, then what was declined."""

    pair_opened = Signal(int)

    def __init__(self, workplace: Workplace, actions: PersonActions) -> None:
        self.new = button("New request…", "link", on_click=self._new)
        super().__init__(label("Introductions", "section"), self.new, gap=2, below=12)
        self._workplace, self._allowed = workplace, actions.allowed
        self._actions = IntroductionActions(workplace, self, self.pair_opened.emit)
        self.lines: list[IntroductionLine] = []
        self.new.setAccessibleName("New introduction request")
        actions.lock(self.new)

    def show_sheet(self, sheet: CardSheet) -> None:
        if self._allowed:
            gone = sheet.card.row.status is PersonStatus.LEFT
            self.new.setEnabled(not gone)
            self.new.setToolTip(f"{sheet.card.row.name} has left" if gone else "")
        super().show_sheet(sheet)

    def fill(self, sheet: CardSheet, whole: bool) -> None:
        rows = _ordered(sheet.introductions)
        waiting = sum(it.status is RequestStatus.OPEN for it in rows)
        shown = rows if whole else rows[: max(_FIRST, waiting)]
        self.lines = [IntroductionLine(it, _caption(it, sheet.today), self._actions, self._allowed) for it in shown]
        for line in self.lines:
            self.add_line(line)
        if len(shown) < len(rows):
            self.say_more(f"Show {len(rows) - len(shown)} more")
        if not rows:
            self.say_none("Who would like to meet whom, and through whom: note it here and Today reminds you.")

    def _new(self) -> None:
        if self._sheet is not None:
            self._workplace.command("new_introduction", person_id=self._sheet.card.row.id)


def _ordered(rows: tuple[IntroductionRow, ...]) -> list[IntroductionRow]:
    """The rows come newest first; what waits is turned, so that the longest wait is on top."""
    by = {status: [it for it in rows if it.status is status] for status in RequestStatus}
    return [*reversed(by[RequestStatus.OPEN]), *by[RequestStatus.MADE], *by[RequestStatus.DECLINED]]


def _caption(it: IntroductionRow, today: date) -> str:
    day = ""
    if it.status is RequestStatus.MADE and it.made_on:
        day = f"{'Before' if it.id is None else 'On'} {long(it.made_on)}"
    elif it.asked_on:
        asked = f"asked on {day_month(it.asked_on, today)}"
        day = (
            f"Declined, {asked}" if it.status is RequestStatus.DECLINED else f"A{asked[1:]}, {ago(it.asked_on, today)}"
        )
    pair = "now a pair" if it.pair_id is not None else ""
    return ". ".join(part for part in (", ".join(part for part in (day, pair) if part), it.note) if part)
