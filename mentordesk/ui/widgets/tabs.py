"""Tabs as the mock-ups draw them: a line below the chosen one, its name bold. Ctrl+Tab goes on."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTabBar, QTabWidget, QWidget

from mentordesk.ui import theme
from mentordesk.ui.widgets import painting

_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
"""How the focus comes by the keyboard: then it is drawn."""


class TabBar(QTabBar):
    """Names are shown as they are: "Give & take" has no mnemonic."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setMouseTracking(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self._by_keys = False

    def tabSizeHint(self, index: int) -> QSize:
        width = painting.text_width(self._name(index), "strong") + 22
        return QSize(round(width), theme.current().line() + 18)

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def _name(self, index: int) -> str:
        return self.tabText(index).replace("&&", "&")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for index in range(self.count()):
                self._paint_tab(painter, index)
        finally:
            painter.end()

    def _paint_tab(self, painter: QPainter, index: int) -> None:
        look = theme.current()
        rect = QRectF(self.tabRect(index))
        chosen = index == self.currentIndex()
        token = "text" if chosen else "text2" if self.isTabEnabled(index) else "disabled"
        room = rect.adjusted(2, 0, -2, -2)
        painting.text(painter, room, self._name(index), "strong" if chosen else "body", token, "center")
        if chosen:
            painter.fillRect(QRectF(rect.left(), rect.bottom() - 2, rect.width(), 2), look.color("accent"))
        if chosen and self.hasFocus() and self._by_keys:
            painter.setPen(QPen(look.color("accent"), 2))
            painter.drawRoundedRect(rect.adjusted(2, 2, -2, -5), 4, 4)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_keys = event.reason() in _KEYS
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._by_keys = True
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._by_keys = False
        super().mousePressEvent(event)


class Tabs(QTabWidget):
    """Pages one above the other; `add(title, widget)`."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabBar(TabBar(self))
        self.setDocumentMode(True)
        self.setAccessibleName(name)
        self.tabBar().setAccessibleName(name)

    def add(self, title: str, widget: QWidget) -> int:
        """Adds a tab; returns its number."""
        return self.addTab(widget, title.replace("&", "&&"))

    def rename(self, index: int, title: str) -> None:
        """Another title, for a count that changed ("Pairs 12")."""
        self.setTabText(index, title.replace("&", "&&"))
