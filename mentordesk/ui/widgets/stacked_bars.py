"""Bars of stacked parts, a bar a month: contacts by channel, with their total and the target line."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from mentordesk.ui import theme
from mentordesk.ui.widgets import painting
from mentordesk.ui.widgets.chart import Chart, fill_series, legend, round_up, thin_out
from mentordesk.ui.widgets.chart_table import ChartTable
from mentordesk.ui.widgets.open_button import held

_SERIES = ("s1", "s2", "s3", "s4")


@dataclass(frozen=True)
class Stacks:
    """`values[month][group]`: at most four groups, the first at the bottom. `target` is the dashed line, or None."""

    months: Sequence[str]
    groups: Sequence[str]
    values: Sequence[Sequence[int]]
    target: float | None = None

    def total(self, month: int) -> int:
        return sum(self.values[month])


class StackedBars(Chart):
    """A click on a part, or arrows and Enter, emits the numbers of its month and group."""

    segment_opened = Signal(int, int)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._stacks = Stacks((), (), ())
        self._at: tuple[int, int] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_stacks(self, stacks: Stacks, message: str = "") -> None:
        """Shows these; `message` is the sentence for screen readers, else a plain one is made."""
        self._stacks, self._at = stacks, None
        newest = len(stacks.months) - 1
        plain = f"{stacks.months[newest]}: {stacks.total(newest):,}" if stacks.months else "No contact yet"
        self.say(message or plain)
        self.update()

    def table(self) -> ChartTable:
        """Months by groups, with totals."""
        it = self._stacks
        rows = [
            (month, *(f"{value:,}" for value in it.values[at]), f"{it.total(at):,}")
            for at, month in enumerate(it.months)
        ]
        return ChartTable(("Month", *it.groups, "Total"), tuple(rows))

    def sizeHint(self) -> QSize:
        return QSize(300, 230)

    def minimumSizeHint(self) -> QSize:
        return QSize(180, 150)

    # Drawing

    def paint_chart(self, painter: QPainter) -> None:
        it = self._stacks
        target = "target" if it.target is not None else ""
        legend(painter, QRectF(self.rect()), list(it.groups), list(_SERIES[: len(it.groups)]), target)
        if not it.months:
            return
        self._paint_axis(painter)
        numbered = self._numbered()
        for month in range(len(it.months)):
            self._paint_bar(painter, month, month in numbered)
        if it.target is not None:
            plot, y = self._plot(), self._y(it.target)
            painter.setPen(QPen(theme.current().color("text"), 1.5, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))

    def _legend_height(self) -> float:
        look = theme.current()
        widths = [painting.text_width(name, "caption") + 27 for name in self._stacks.groups]
        if self._stacks.target is not None:
            widths.append(painting.text_width("target", "caption") + 37)
        lines, x = 1, 0.0
        for width in widths:
            if x and x + width - 12 > self.width():
                lines, x = lines + 1, 0.0
            x += width
        return lines * (look.line("caption") + 4.0)

    def _plot(self) -> QRectF:
        """Where the bars stand: between legend and months, right of the axis' numbers."""
        look = theme.current()
        left = painting.text_width(f"{self._top():,}", "caption") + 8
        top = self._legend_height() + look.line("strong_caption") + 6
        return QRectF(left, top, self.width() - left - 2, self.height() - top - look.line("caption") - 6)

    def _top(self) -> int:
        largest = max((self._stacks.total(at) for at in range(len(self._stacks.months))), default=0)
        return round_up(max(largest, self._stacks.target or 0, 1))

    def _y(self, value: float) -> float:
        plot = self._plot()
        return plot.bottom() - plot.height() * value / self._top()

    def _bar(self, month: int) -> QRectF:
        plot = self._plot()
        step = plot.width() / len(self._stacks.months)
        width = min(step * 0.7, 34.0)
        return QRectF(plot.left() + step * month + (step - width) / 2, plot.top(), width, plot.height())

    def _part(self, month: int, group: int) -> QRectF:
        below = sum(self._stacks.values[month][:group])
        bar, bottom = self._bar(month), self._y(below)
        top = self._y(below + self._stacks.values[month][group])
        return QRectF(bar.left(), top, bar.width(), bottom - top)

    def _paint_axis(self, painter: QPainter) -> None:
        look = theme.current()
        plot, top, line = self._plot(), self._top(), look.line("caption")
        for value in (0, top // 2, top):
            y = self._y(value)
            painter.fillRect(QRectF(plot.left(), y, plot.width(), 1), look.color("grid" if value else "border_strong"))
            numbers = QRectF(0, y - line / 2, plot.left() - 6, line)
            painting.text(painter, numbers, f"{value:,}", "caption", "text3", "right")

    def _above(self, month: int) -> QRectF:
        """Where the total of a month stands, clear of the target's line."""
        it, line = self._stacks, theme.current().line("strong_caption")
        wide = painting.text_width(f"{it.total(month):,}", "strong_caption") + 4
        above = QRectF(self._bar(month).center().x() - wide / 2, self._y(it.total(month)) - line - 2, wide, line)
        if it.target is not None and above.top() < self._y(it.target) < above.bottom():
            above.moveBottom(self._y(it.target) - 2)
        return above

    def _numbered(self) -> set[int]:
        """The months whose totals are written: where two would run into each other, the larger."""
        kept: dict[int, QRectF] = {}
        for month in sorted(range(len(self._stacks.months)), key=self._stacks.total, reverse=True):
            place = self._above(month)
            if not any(place.intersects(other) for other in kept.values()):
                kept[month] = place
        return set(kept)

    def _paint_bar(self, painter: QPainter, month: int, numbered: bool) -> None:
        look = theme.current()
        it, bar = self._stacks, self._bar(month)
        for group in range(len(it.groups)):
            part = self._part(month, group)
            if part.height() > 0:
                fill_series(painter, part.adjusted(0, 0.5, 0, -0.5), _SERIES[group])
            if (month, group) == self._at and self.hasFocus():
                painter.setPen(QPen(look.color("text"), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(part.adjusted(-2, -1, 2, 1))
        if numbered:
            painting.text(painter, self._above(month), f"{it.total(month):,}", "strong_caption", "text", "center")
        every = thin_out(
            len(it.months), self._plot().width(), max(painting.text_width(m, "caption") for m in it.months)
        )
        if (len(it.months) - 1 - month) % every == 0:
            below = QRectF(bar.center().x() - 40, self._plot().bottom() + 4, 80, look.line("caption"))
            painting.text(painter, below, it.months[month], "caption", "text2", "center")

    # Pointing

    def _hit(self, place: QPointF) -> tuple[int, int] | None:
        for month in range(len(self._stacks.months)):
            for group in range(len(self._stacks.groups)):
                if self._part(month, group).contains(place):
                    return month, group
        return None

    def place_of(self, month: int, group: int) -> QPointF:
        """The middle of a part, in the widget."""
        return self._part(month, group).center()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        hit = self._hit(event.position())
        if hit is not None and event.button() == Qt.MouseButton.LeftButton:
            self.segment_opened.emit(*hit)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            hit = self._hit(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._words(*hit) if hit else "", self)
            return True
        return super().event(event)

    def _words(self, month: int, group: int) -> str:
        it = self._stacks
        return f"{it.months[month]}, {it.groups[group]}: {it.values[month][group]:,} of {it.total(month):,}"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if held(event):
            return
        steps = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}
        if event.key() in steps and self._stacks.months:
            self._step(*steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._at is not None:
            self.segment_opened.emit(*self._at)
        else:
            super().keyPressEvent(event)

    def _step(self, months: int, groups: int) -> None:
        it = self._stacks
        if self._at is None:
            self._at = (len(it.months) - 1, 0)
        else:
            month = min(max(self._at[0] + months, 0), len(it.months) - 1)
            self._at = (month, min(max(self._at[1] + groups, 0), len(it.groups) - 1))
        self.say(self._words(*self._at))
        self.update()
