"""The headers of the heat map: steps with their dates above, pairs with their health at the left, both frozen."""

import re

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from mentordesk.ui import theme
from mentordesk.ui.widgets import painting
from mentordesk.ui.widgets.heat_map_model import COLUMN, ROW, HeatColumn, HeatRow

_WRAP = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom) | int(Qt.TextFlag.TextWordWrap)


class StepHeader(QHeaderView):
    """Titles on one or two lines, centered, the date below."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(44)
        self.setAccessibleName("Steps of the plan")

    def sizeHint(self) -> QSize:
        look = theme.current()
        titles = (self._two_lines(self._step(at).title, self.sectionSize(at) - 4) for at in range(self.count()))
        count = max((title.count("\n") + 1 for title in titles), default=1)
        lines = count * look.line("strong_caption") + look.line("caption")
        return QSize(super().sizeHint().width(), lines + 8)

    def widest(self) -> int:
        """The pixels that the widest single word of a title, or a date, needs."""
        widths = [44.0]
        for section in range(self.model().columnCount()):
            step = self._step(section)
            widths += [painting.text_width(word, "strong_caption") for word in _parts(step.title)]
            widths.append(painting.text_width(step.on_text, "caption"))
        return round(min(max(widths), theme.current().wide(96))) + 8

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        look = theme.current()
        step = self._step(section)
        painter.save()
        try:
            painter.fillRect(rect, look.color("surface"))
            date_line = QRectF(
                rect.left(), rect.bottom() - look.line("caption") - 3, rect.width(), look.line("caption")
            )
            painting.text(painter, date_line, step.on_text, "caption", "text2", "center")
            room = QRect(rect.left() + 2, rect.top(), rect.width() - 4, round(date_line.top()) - rect.top())
            painter.setFont(look.font("strong_caption"))
            painter.setPen(look.color("text"))
            painter.drawText(room, _WRAP, self._two_lines(step.title, room.width()))
        finally:
            painter.restore()

    def _step(self, section: int) -> HeatColumn:
        found: HeatColumn = self.model().headerData(section, Qt.Orientation.Horizontal, COLUMN)
        return found

    def _two_lines(self, title: str, width: int) -> str:
        """The title as far as it fits on two lines; its tool tip has the whole."""
        metrics = QFontMetrics(theme.current().font("strong_caption"))
        parts = _parts(title)
        first = ""
        while parts and metrics.horizontalAdvance((first + parts[0]).rstrip()) <= width:
            first += parts.pop(0)
        if not first and parts:
            first = metrics.elidedText(parts.pop(0).rstrip(), Qt.TextElideMode.ElideRight, width)
        second = metrics.elidedText("".join(parts).rstrip(), Qt.TextElideMode.ElideRight, width)
        return f"{first.rstrip()}\n{second}" if second else first.rstrip()


def _parts(title: str) -> list[str]:
    """Where a title may go on to the next line: `_parts("Check-in 1") == ["Check-", "in ", "1"]`."""
    return re.findall(r"[^\s-]+(?:-|\s+|$)|-", title)


class PairHeader(QHeaderView):
    """Shape of the health and names; the word of the health is in the tool tip and the accessible text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setAccessibleName("Pairs")

    def sizeHint(self) -> QSize:
        names = [self._pair(at).name for at in range(min(self.model().rowCount(), 200))]
        widest = max((painting.text_width(name) for name in names), default=80.0)
        return QSize(round(min(widest, theme.current().wide(210))) + 30, super().sizeHint().height())

    def _pair(self, section: int) -> HeatRow:
        found: HeatRow = self.model().headerData(section, Qt.Orientation.Vertical, ROW)
        return found

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        pair = self._pair(section)
        painter.save()
        try:
            painter.fillRect(rect, theme.current().color("surface"))
            middle = QRectF(rect).center().y()
            if pair.health in painting.HEALTH_WORDS:
                painting.health_shape(painter, QRectF(rect.left() + 4, middle - 5, 10, 10), pair.health)
            painting.text(painter, QRectF(rect).adjusted(21, 0, -6, 0), pair.name)
        finally:
            painter.restore()
