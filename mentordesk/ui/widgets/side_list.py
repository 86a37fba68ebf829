"""Parts of a list at the side of a page: the item, what scrolls it, where keys lead in it. Knows no list."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from mentordesk.ui import theme
from mentordesk.ui.widgets import painting
from mentordesk.ui.widgets.page_body import PageBody


def place_by_key(event: QKeyEvent, at: int, count: int, page: int) -> int | None:
    """Where a key leads from item `at` of `count`, with `page` of them in sight; None if it is no key of a list."""
    steps = {
        Qt.Key.Key_Down: 1,
        Qt.Key.Key_Up: -1,
        Qt.Key.Key_PageDown: page,
        Qt.Key.Key_PageUp: -page,
        Qt.Key.Key_End: count,
        Qt.Key.Key_Home: -count,
    }
    step = steps.get(Qt.Key(event.key()))
    return None if step is None else max(0, min(at + step, count - 1))


class SideBody(PageBody):
    """Scrolls after the chosen item; an area that takes the arrows for itself would leave the list without them."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def page(self, item: QWidget) -> int:
        """How many items like this one are in sight."""
        return max(1, self.viewport().height() // max(1, item.height()) - 1)


class SideItem(QAbstractButton):
    """Checked is chosen. The text is elided and whole in the tool tip."""

    def __init__(self, title: str, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self.setText(title)
        self.setCheckable(True)
        self.setAccessibleName(f"{title}. {words}")
        self.setToolTip(f"{title}: {words}" if words else title)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        look = theme.current()
        return QSize(160, look.line("strong") + look.line("caption") + 14)

    def nextCheckState(self) -> None:
        """Only the list checks: a click on the chosen item keeps it chosen."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows are the list's: a button would move the focus and choose nothing."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            self._paint(painter, QRectF(self.rect()))
        finally:
            painter.end()

    def _paint(self, painter: QPainter, box: QRectF) -> None:
        self._paint_frame(painter, box)
        self._paint_words(painter, box)

    def _paint_frame(self, painter: QPainter, box: QRectF) -> None:
        look = theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = box.adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isChecked():
            painter.setPen(QPen(look.color("border"), 1))
            painter.setBrush(look.color("surface"))
            painter.drawRoundedRect(frame, 6, 6)
            painter.fillRect(QRectF(0, box.top() + 7, 3, box.height() - 14), look.color("accent"))
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("hover"))
            painter.drawRoundedRect(frame, 6, 6)
        if self.hasFocus():
            painter.setPen(QPen(look.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)

    def _paint_words(self, painter: QPainter, box: QRectF) -> None:
        look = theme.current()
        inner = box.adjusted(11, 6, -8, -6)
        first = look.line("strong")
        painting.text(painter, QRectF(inner.left(), inner.top(), inner.width(), first), self.text(), "strong")
        second = QRectF(inner.left(), inner.top() + first, inner.width(), look.line("caption"))
        painting.text(painter, second, self.words, "caption", "text2")
