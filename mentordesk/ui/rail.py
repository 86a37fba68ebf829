"""The rail at the left: logo, Go to, the program that all pages are about, and the pages. Knows no page's inside."""

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from mentordesk.domain.scope import EVERYTHING, Scope
from mentordesk.domain.wording import counted
from mentordesk.ui import icons, theme
from mentordesk.ui.pages import PAGES, PageEntry
from mentordesk.ui.rail_fields import GoToButton, ScopeChoice
from mentordesk.ui.widgets import painting
from mentordesk.ui.widgets.open_button import presses

WIDE, NARROW = 196, 60
_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


class RailItem(QAbstractButton):
    """One page: icon and name, a mark where it is shown, a badge with a number that is hidden at 0."""

    def __init__(self, entry: PageEntry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        self.badge = 0
        self.narrow = False
        self._by_keys = False
        self.setCheckable(True)
        self.setText(entry.title)
        self.setAccessibleName(entry.title)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.look.changed.connect(self.update)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_keys = event.reason() in _KEYS
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if presses(event):
            self.click()
        else:
            super().keyPressEvent(event)

    def set_badge(self, count: int) -> None:
        self.badge = count
        self.setAccessibleName(f"{self.entry.title}, {counted(count, 'open item')}" if count else self.entry.title)
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        self.narrow = narrow
        self.setToolTip(self.entry.title if narrow else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(NARROW - 20 if self.narrow else WIDE - 20, theme.current().row("rail"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            self._paint(painter, QRectF(self.rect()))
        finally:
            painter.end()

    def _paint(self, painter: QPainter, box: QRectF) -> None:
        look = theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("surface" if self.isChecked() else "hover"))
            painter.drawRoundedRect(box, 6, 6)
        if self.isChecked():
            painter.fillRect(QRectF(0, box.center().y() - 9, 3, 18), look.color("accent"))
        if self.hasFocus() and self._by_keys:
            painter.setPen(QPen(look.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
        left = (box.width() - 18) / 2 if self.narrow else 11.0
        icons.draw(painter, self.entry.icon, QRectF(left, box.center().y() - 9, 18, 18), self._ink())
        if not self.narrow:
            words = QRectF(left + 28, 0, box.width() - left - 66, box.height())
            style, token = ("strong", "text") if self.isChecked() else ("body", "text2")
            painting.text(painter, words, self.entry.title, style, token)
        self._paint_badge(painter, box)

    def _ink(self) -> str:
        return "accent" if self.isChecked() else "text2"

    def _paint_badge(self, painter: QPainter, box: QRectF) -> None:
        if not self.badge:
            return
        look = theme.current()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("accent"))
        if self.narrow:
            painter.drawEllipse(QRectF(box.right() - 11, 6, 7, 7))
            return
        width = max(20.0, painting.text_width(f"{self.badge:,}", "strong_caption") + 12)
        pill = QRectF(box.right() - width - 9, box.center().y() - 9, width, 18)
        painter.drawRoundedRect(pill, 9, 9)
        painting.text(painter, pill, f"{self.badge:,}", "strong_caption", "on_accent", "center")


class Rail(QWidget):
    """Says what was chosen; the window decides what happens."""

    chosen = Signal(str)
    scope_chosen = Signal(object)
    go_to_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("rail", True)
        self.setProperty("region", True)
        self.setAccessibleName("Pages")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._logo = QLabel()
        icons.show_on(self._logo, "logo", size=26)
        self._name = QLabel("MentorDesk")
        self._name.setProperty("type", "section")
        self.go_to = GoToButton()
        self.go_to.clicked.connect(self.go_to_asked)
        self.scope = ScopeChoice()
        self.scope.addItem("All programs", EVERYTHING)
        self.scope.activated.connect(self._on_scope_activated)
        self._items = {page.key: RailItem(page, self) for page in PAGES}
        self._group = QButtonGroup(self)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 12, 10, 10)
        column.setSpacing(2)
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(6, 0, 0, 8)
        row.addWidget(self._logo)
        row.addWidget(self._name, 1)
        for widget in (head, self.go_to, self.scope):
            column.addWidget(widget)
            column.addSpacing(4)
        column.addSpacing(4)
        for item in self._items.values():
            if item.entry.foot and item.entry.key == next(page.key for page in PAGES if page.foot):
                column.addStretch(1)
            column.addWidget(item)
            self._group.addButton(item)
            item.clicked.connect(lambda _checked=False, key=item.entry.key: self.chosen.emit(key))

    def _on_scope_activated(self, index: int) -> None:
        self.scope_chosen.emit(self.scope.itemData(index))

    def select(self, key: str) -> None:
        """Mark the page that is shown."""
        self._items[key].setChecked(True)
        self.setFocusProxy(self._items[key])
        for name, item in self._items.items():  # Tab comes to the page that is shown, arrows go on from there
            item.setFocusPolicy(Qt.FocusPolicy.StrongFocus if name == key else Qt.FocusPolicy.ClickFocus)

    def selected(self) -> str:
        """The key of the page that is shown; "" where there is none yet."""
        return next((key for key, item in self._items.items() if item.isChecked()), "")

    def set_badge(self, count: int) -> None:
        self._items["today"].set_badge(count)

    def set_programs(self, programs: list[tuple[int, str]], scope: Scope) -> None:
        """Offer the programs in use, with the one that is chosen."""
        self.scope.clear()
        self.scope.addItem("All programs", EVERYTHING)
        for program_id, name in programs:
            self.scope.addItem(name, Scope(program_id))
        self.scope.setCurrentIndex(max(0, self.scope.findData(scope)))

    def offer_programs(self, menu: QMenu) -> None:
        """The same choice in a menu: the narrow rail has no room for it."""
        menu.clear()
        for index in range(self.scope.count()):
            action = menu.addAction(self.scope.itemText(index).replace("&", "&&"), partial(self._choose_scope, index))
            action.setCheckable(True)
            action.setChecked(index == self.scope.currentIndex())

    def _choose_scope(self, index: int) -> None:
        self.scope.setCurrentIndex(index)
        self._on_scope_activated(index)

    def set_narrow(self, narrow: bool) -> None:
        """Icons with tool tips under 1,180 px of window, names above."""
        self.setFixedWidth(NARROW if narrow else theme.current().wide(WIDE))
        self._name.setVisible(not narrow)
        self.scope.setVisible(not narrow)
        self.go_to.set_narrow(narrow)
        for item in self._items.values():
            item.set_narrow(narrow)
