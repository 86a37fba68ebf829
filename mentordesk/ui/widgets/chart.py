"""What every chart has: a message for screen readers, its figures as a table (Ctrl+T), a focus. Knows no figure."""

from math import ceil

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QWidget

from mentordesk.ui import theme
from mentordesk.ui.widgets import painting
from mentordesk.ui.widgets.chart_table import ChartTable, FiguresDialog


class Chart(QWidget):
    """Subclasses draw in `paint_chart` and give their figures as a ChartTable."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring_outside", True)  # words and figures go up to the edge
        self.setMouseTracking(True)
        self.setAccessibleName(title)
        theme.look.changed.connect(self.update)

    def table(self) -> ChartTable:
        """The figures of the chart."""
        return ChartTable((), ())

    def say(self, message: str) -> None:
        """The main message, for screen readers."""
        self.setAccessibleDescription(message)

    def show_table(self) -> None:
        """Opens the figures as a table."""
        FiguresDialog(self.title, self.table(), self).open()

    def chart_menu(self) -> QMenu:
        """The context menu."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        action = menu.addAction("Show as table", self.show_table)
        action.setShortcut(QKeySequence("Ctrl+T"))
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.chart_menu().popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_T and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.show_table()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.paint_chart(painter)
        finally:
            painter.end()

    def paint_chart(self, painter: QPainter) -> None:
        """Draws the chart; the painter has antialiasing on."""


def round_up(largest: float) -> int:
    """The top of an axis: the next of 4, 10, 20, 40, 60, 100, 200 ... that two or more lines divide well."""
    scale = 1
    while True:
        for step in (4, 10, 20, 40, 60):
            if largest <= step * scale:
                return step * scale
        scale *= 10


def thin_out(count: int, width: float, widest: float) -> int:
    """Every how many labels one is written, so that none of them touch."""
    return max(1, ceil((widest + 6) * count / max(width, 1.0)))


def legend(painter: QPainter, room: QRectF, names: list[str], tokens: list[str], target: str = "") -> float:
    """Squares with names from the left, wrapped; a dashed line for the target. Returns the height it took."""
    look = theme.current()
    line = look.line("caption") + 4.0
    x, y = room.left(), room.top()
    for number, name in enumerate([*names, target] if target else names):
        mark = 10.0 if number < len(names) else 20.0
        needed = mark + 5 + painting.text_width(name, "caption")
        if x > room.left() and x + needed > room.right():
            x, y = room.left(), y + line
        if number < len(names):
            square = QRectF(x, y + line / 2 - 5, 10, 10)
            fill_series(painter, square, tokens[number])
        else:
            painter.setPen(QPen(look.color("text"), 1.5, Qt.PenStyle.DashLine))
            painter.drawLine(round(x), round(y + line / 2), round(x + 18), round(y + line / 2))
        painting.text(painter, QRectF(x + mark + 5, y, room.right() - x - mark - 5, line), name, "caption", "text2")
        x += needed + 12
    return y + line - room.top()


def fill_series(painter: QPainter, box: QRectF, token: str) -> None:
    """A part of a bar; the two pale series have an outline."""
    look = theme.current()
    outlined = token in ("s3", "s4")
    painter.setPen(QPen(look.color("border_strong"), 1) if outlined else Qt.PenStyle.NoPen)
    painter.setBrush(look.color(token))
    painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5) if outlined else box)
