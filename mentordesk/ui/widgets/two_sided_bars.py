"""A list of give/take bars on one scale: points by kind of exchange, or by format."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from mentordesk.ui import icons, theme
from mentordesk.ui.widgets import painting
from mentordesk.ui.widgets.chart import Chart
from mentordesk.ui.widgets.chart_table import ChartTable
from mentordesk.ui.widgets.open_button import held


@dataclass(frozen=True)
class SideBar:
    """One line: what it is about, an optional icon or second line, and the points of both sides."""

    key: str
    title: str
    left: int
    right: int
    icon: str = ""
    caption: str = ""


class TwoSidedBars(Chart):
    """A click, or arrows and Enter, emits the key of a line."""

    opened = Signal(str)

    def __init__(
        self, title: str, left_name: str = "Left side", right_name: str = "Right side", parent: QWidget | None = None
    ) -> None:
        super().__init__(title, parent)
        self._names = (left_name, right_name)
        self._bars: list[SideBar] = []
        self._at = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_bars(self, bars: Sequence[SideBar], left_name: str = "", right_name: str = "") -> None:
        """Shows these lines."""
        self._bars, self._at = list(bars), 0
        self._names = (left_name or self._names[0], right_name or self._names[1])
        left, right = sum(bar.left for bar in bars), sum(bar.right for bar in bars)
        self.say(f"{self._names[0]} gave {left:,}, {self._names[1]} gave {right:,}")
        self.updateGeometry()
        self.update()

    def table(self) -> ChartTable:
        """Lines with the points of both sides."""
        rows = [(bar.title, f"{bar.left:,}", f"{bar.right:,}") for bar in self._bars]
        return ChartTable((self.title, f"{self._names[0]} gave", f"{self._names[1]} gave"), tuple(rows))

    def _line(self) -> int:
        look = theme.current()
        captions = look.line("caption") if any(bar.caption for bar in self._bars) else 0
        return look.line() + captions + 8

    def sizeHint(self) -> QSize:
        return QSize(280, max(len(self._bars), 1) * self._line() + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def paint_chart(self, painter: QPainter) -> None:
        if not self._bars:
            painting.text(painter, QRectF(self.rect()), "No entries yet", "body", "text3", "center")
            return
        scale = max([10, *(max(bar.left, bar.right) for bar in self._bars)])
        icon = 24.0 if any(bar.icon for bar in self._bars) else 0.0
        titles = max(
            max(painting.text_width(bar.title), painting.text_width(bar.caption, "caption")) for bar in self._bars
        )
        words = min(titles + icon + 14, self.width() * 0.5)
        for number, bar in enumerate(self._bars):
            rect = QRectF(2, number * self._line() + 2, self.width() - 4, self._line())
            self._paint_line(painter, rect, bar, words, icon, scale)
            if self.hasFocus() and number == self._at:
                painter.setPen(QPen(theme.current().color("accent"), 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(rect.adjusted(2, 1, -2, -1), 4, 4)

    def _paint_line(
        self, painter: QPainter, rect: QRectF, bar: SideBar, words: float, icon: float, scale: float
    ) -> None:
        look = theme.current()
        if bar.icon:
            icons.draw(painter, bar.icon, QRectF(rect.left(), rect.center().y() - 7, 14, 14), "text2")
        room = QRectF(rect.left() + icon, rect.top(), words - icon - 8, rect.height())
        if bar.caption:
            top = rect.center().y() - (look.line() + look.line("caption")) / 2
            painting.text(painter, QRectF(room.left(), top, room.width(), look.line()), bar.title)
            below = QRectF(room.left(), top + look.line(), room.width(), look.line("caption"))
            painting.text(painter, below, bar.caption, "caption", "text2")
        else:
            painting.text(painter, room, bar.title)
        beside = rect.adjusted(words, 0, -4, 0)
        if bar.left or bar.right:
            painting.give_take(painter, beside, bar.left, bar.right, scale)
        else:
            painting.text(painter, beside, "none", "caption", "text3", "center")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = self._line_at(event.position())
        if at is not None and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(self._bars[at].key)

    def _line_at(self, place: QPointF) -> int | None:
        at = int((place.y() - 2) // self._line())
        return at if 0 <= at < len(self._bars) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if held(event):
            return
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.key() in steps and self._bars:
            self._at = min(max(self._at + steps[Qt.Key(event.key())], 0), len(self._bars) - 1)
            bar = self._bars[self._at]
            self.say(f"{bar.title}: {self._names[0]} gave {bar.left:,}, {self._names[1]} gave {bar.right:,}")
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._bars:
            self.opened.emit(self._bars[self._at].key)
        else:
            super().keyPressEvent(event)
