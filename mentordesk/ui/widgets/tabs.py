"""Tabs as the mock-ups draw them: a line below the chosen one, its name bold. Ctrl+Tab goes on."""

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QMenu, QTabBar, QTabWidget, QWidget

from mentordesk.ui import theme
from mentordesk.ui.widgets import painting
from mentordesk.ui.widgets.label import more_button, row

_KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
"""How the focus comes by the keyboard: then it is drawn."""
_PADDING = 22
"""Left and right of a name together."""


class TabBar(QTabBar):
    """Names are shown as they are: "Give & take" has no mnemonic."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setMouseTracking(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self._by_keys = False
        self.padding = _PADDING

    def tabSizeHint(self, index: int) -> QSize:
        width = painting.text_width(self._name(index), "strong") + self.padding
        return QSize(round(width), theme.current().line() + 18)

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())  # what does not fit is in the menu of Tabs

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
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go_to_end(range(self.count())[:: 1 if event.key() == Qt.Key.Key_Home else -1])
        else:
            super().keyPressEvent(event)

    def _go_to_end(self, order: range) -> None:
        """To the first of these tabs that can be seen: the arrows go no further either."""
        self.setCurrentIndex(next((at for at in order if self.isTabVisible(at) and self.isTabEnabled(at)), -1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._by_keys = False
        super().mousePressEvent(event)


class Tabs(QTabWidget):
    """Pages one above the other; `add(title, widget)`. Names that do not fit go into a menu at the right, which keeps
    `end` pixels free beside it. `padding` is the room left and right of a name together."""

    def __init__(self, name: str = "", parent: QWidget | None = None, *, padding: int = _PADDING, end: int = 0) -> None:
        super().__init__(parent)
        bar = TabBar(self)
        bar.padding = padding
        self.setTabBar(bar)
        self.setDocumentMode(True)
        self.setAccessibleName(name)
        self.tabBar().setAccessibleName(name)
        self._others = QMenu(self)
        self._others.aboutToShow.connect(self._fill_others)
        self._more = more_button(self._others, "More tabs")
        self._corner = QWidget()
        self._corner.setLayout(row(self._more, end, gap=0) if end else row(self._more, gap=0))
        self.setCornerWidget(self._corner, Qt.Corner.TopRightCorner)
        self._corner.hide()
        self.currentChanged.connect(lambda _index: self._fit())
        theme.look.changed.connect(self._fit)

    def add(self, title: str, widget: QWidget) -> int:
        """Adds a tab; returns its number."""
        return self.addTab(widget, title.replace("&", "&&"))

    def rename(self, index: int, title: str) -> None:
        """Another title, for a count that changed ("Pairs 12")."""
        self.setTabText(index, title.replace("&", "&&"))
        self._fit()

    def setCurrentIndex(self, index: int) -> None:
        self._show({self.currentIndex(), index})  # Qt goes to no tab whose name is hidden
        super().setCurrentIndex(index)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Shows as many names as there is room for, in their order; the one of the tab on screen is among them."""
        self._show(self._shown())

    def _show(self, shown: set[int]) -> None:
        """First hides, then shows: a bar that is too full for a moment would stay scrolled, with its first name cut."""
        for index in sorted(range(self.count()), key=lambda number: number in shown):
            self.setTabVisible(index, index in shown)
        self._corner.setVisible(len(shown) < self.count())

    def _shown(self) -> set[int]:
        widths = [self.tabBar().tabSizeHint(index).width() for index in range(self.count())]
        before = self.cornerWidget(Qt.Corner.TopLeftCorner)
        room = self.width() - (before.sizeHint().width() if before is not None else 0)
        if sum(widths) <= room:
            return set(range(self.count()))
        room -= self._corner.sizeHint().width() + widths[self.currentIndex()]
        shown = {self.currentIndex()}
        for index, width in enumerate(widths):
            if index not in shown and width > room:
                break
            room -= 0 if index in shown else width
            shown.add(index)
        return shown

    def _fill_others(self) -> None:
        self._others.clear()
        for index in range(self.count()):
            if not self.isTabVisible(index):
                self._others.addAction(self.tabText(index), partial(self.setCurrentIndex, index))
