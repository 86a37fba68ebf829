"""The turns of a person's career, newest first, added and taken back in place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from mentordesk.domain.people import CareerRow
from mentordesk.ui import icons, theme
from mentordesk.ui.people import wording
from mentordesk.ui.people.person_actions import PersonActions
from mentordesk.ui.people.reading import CardSheet
from mentordesk.ui.people.unfolding_card import UnfoldingCard
from mentordesk.ui.widgets.elided_label import ElidedLabel
from mentordesk.ui.widgets.label import button, icon_button, icon_label, label
from mentordesk.ui.widgets.open_button import held
from mentordesk.ui.workplace import Workplace

_DATES = 80
_FIRST = 6


class CareerLine(QWidget):
    """One career milestone; Enter, F2 or a double click changes it, Del removes it, as do the buttons that appear."""

    remove_asked = Signal(int)
    edit_asked = Signal(int)

    def __init__(self, it: CareerRow, allowed: bool) -> None:
        super().__init__()
        self.row = it
        self._allowed = allowed
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{it.on_text}: {it.title} ({it.kind.word})")
        day = ElidedLabel(wording.career_day(it), "caption", "text2", snug=True)
        day.setFixedWidth(theme.current().wide(_DATES))
        icon = icon_label(it.kind.value, "text2", 14)
        icon.setToolTip(it.kind.word)
        self.edit = icon_button("edit", f"Edit {it.title}", self._ask_edit, small=True)
        self.remove = icon_button("remove", f"Remove {it.title}", self._ask, small=True)
        for each in (self.edit, self.remove):
            each.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            each.hide()
        self.setMinimumHeight(self.remove.sizeHint().height())
        inside = QHBoxLayout(self)
        inside.setContentsMargins(4, 0, 0, 0)
        inside.setSpacing(9)
        for part, share in ((day, 0), (icon, 0), (ElidedLabel(it.title), 1), (self.edit, 0), (self.remove, 0)):
            inside.addWidget(part, share)

    def _ask(self) -> None:
        self.remove_asked.emit(self.row.id)

    def _ask_edit(self) -> None:
        self.edit_asked.emit(self.row.id)

    def _show_button(self, shown: bool) -> None:
        for each in (self.edit, self.remove):
            each.setVisible(shown and self._allowed)
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._show_button(True)
        super().enterEvent(event)

    def leaveEvent(self, event: object) -> None:
        self._show_button(self.hasFocus())

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._show_button(True)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._show_button(self.underMouse())
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if held(event):
            return
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._allowed:
            self._ask()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and self._allowed:
            self._ask_edit()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._allowed and event.button() == Qt.MouseButton.LeftButton:
            self._ask_edit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.addAction(icons.icon("edit"), "Edit…", self._ask_edit).setEnabled(self._allowed)
        menu.addAction(icons.icon("remove"), "Remove", self._ask).setEnabled(self._allowed)
        menu.popup(event.globalPos())

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.hasFocus():
            painter = QPainter(self)
            try:
                painter.setPen(QPen(theme.current().color("accent"), 2))
                painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)
            finally:
                painter.end()


class CareerCard(UnfoldingCard):
    """The newest six; the older ones unfold."""

    def __init__(self, workplace: Workplace, actions: PersonActions) -> None:
        self.add = button("Add…", "link", on_click=self._add)
        super().__init__(label("Career milestones", "section"), self.add, gap=0, below=10)
        self._workplace = workplace
        self._actions = actions
        self.lines: list[CareerLine] = []
        self.add.setAccessibleName("Add a career milestone")
        actions.lock(self.add)
        self.inside.addStretch(1)

    def fill(self, sheet: CardSheet, whole: bool) -> None:
        career = sheet.card.career
        shown = career if whole else career[:_FIRST]
        self.lines = [CareerLine(it, self._actions.allowed) for it in shown]
        for line in self.lines:
            line.remove_asked.connect(self._remove)
            line.edit_asked.connect(self._edit)
            self.add_line(line)
        if len(shown) < len(career):
            self.say_more(f"Show {len(career) - len(shown)} older")
        if not career:
            self.say_none("Promotions, new roles, leave and return: pairs come together at these.")

    def _add(self) -> None:
        if self._sheet is not None:
            self._actions.add_career(self._sheet.card.row)

    def _edit(self, career_id: int) -> None:
        if self._sheet is not None:
            it = next(each for each in self._sheet.card.career if each.id == career_id)
            self._actions.edit_career(self._sheet.card.row, it)

    def _remove(self, career_id: int) -> None:
        from mentordesk.services.people import people

        title = next(line.row.title for line in self.lines if line.row.id == career_id)
        self._workplace.do(people.remove_career, career_id, said=f"“{title}” removed")
