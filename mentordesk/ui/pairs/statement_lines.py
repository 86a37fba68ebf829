"""What stands above and below the rows of the statement, in its columns: heading, carried forward, totals."""

from typing import Protocol

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QSizePolicy, QToolTip, QWidget

from mentordesk.ui import theme
from mentordesk.ui.widgets import painting

LEFT, DAY, RIGHT, BALANCE = range(4)
_MINI = 40
_ROOM_FOR_BAR = 130


class Columned(Protocol):
    """What the lines need of the table between them."""

    def horizontalHeader(self) -> QHeaderView: ...


def balance_cell(painter: QPainter, room: QRectF, words: str, net: int, scale: float, style: str = "body") -> None:
    """ "Amara +4", with a small bar where there is room for it."""
    wide = room.width() > _ROOM_FOR_BAR
    painting.text(painter, room.adjusted(0, 0, -_MINI - 10, 0) if wide else room, words, style, "text", "right")
    if wide:
        track = QRectF(room.right() - _MINI, room.center().y() - 3, _MINI, 6)
        painting.two_sided(painter, track, max(net, 0), max(-net, 0), scale)


class StatementLine(QWidget):
    """As high as a row, over the table's whole width."""

    rule: str = "border"

    def __init__(self, table: Columned) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._header = table.horizontalHeader()
        self._header.sectionResized.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(100, theme.current().row("line"))

    def place(self, section: int) -> QRectF:
        """Where a column of the table is on this line."""
        left, width = self._header.sectionViewportPosition(section), self._header.sectionSize(section)
        return QRectF(left, 0, width, self.height())

    def room(self, section: int) -> QRectF:
        """The same without the margins of a cell."""
        return self.place(section).adjusted(8, 0, -8, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        try:
            painter.fillRect(self.rect(), look.color("sunken"))
            self.paint_line(painter, look.color(self.rule))
        finally:
            painter.end()

    def paint_line(self, painter: QPainter, rule: QColor) -> None:
        """What stands in the columns: for subclasses."""

    def event(self, event: QEvent) -> bool:
        """What may be cut is said in full by the tool tip."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.accessibleName(), self)
            return True
        return super().event(event)


class StatementHead(StatementLine):
    """In place of the table's own header: blue at the left, orange at the right."""

    def __init__(self, table: Columned) -> None:
        super().__init__(table)
        self.names = ("", "")

    def show_names(self, left: str, right: str) -> None:
        """First names."""
        self.names = (left, right)
        self.setAccessibleName(f"{left} gave to {right}, date, {right} gave to {left}, balance after")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(100, theme.current().row("header"))

    def paint_line(self, painter: QPainter, rule: QColor) -> None:
        self._paint_side(painter, LEFT, "left")
        self._paint_side(painter, RIGHT, "right")
        painting.text(painter, self.room(DAY), "Date", "strong_caption", "text2", "center")
        painting.text(painter, self.room(BALANCE), "Balance after", "strong_caption", "text2", "right")
        painter.fillRect(0, self.height() - 1, self.width(), 1, rule)

    def _paint_side(self, painter: QPainter, section: int, side: str) -> None:
        room = self.room(section)
        painter.fillRect(self.place(section), theme.current().color(f"{side}_tint"))
        giver, taker = self.names if side == "left" else self.names[::-1]
        words, after = f"{giver} gave to {taker}", f"is {taker}’s withdrawal"
        if painting.text_width(words, "strong_caption") > room.width():
            words = f"{giver} gave"
        took = painting.text(painter, room, words, "strong_caption", f"{side}_text")
        if painting.text_width(after, "caption") <= room.width() - took - 16:
            painting.text(painter, room, after, "caption", f"{side}_text", "right")


class CarriedLine(StatementLine):
    """The sums before the period."""

    def __init__(self, table: Columned) -> None:
        super().__init__(table)
        self.words = self.day = self.balance = ""
        self._net, self._scale = 0, 1.0

    def show_carried(self, words: str, day: str, balance: str, net: int, scale: float) -> None:
        """ "Carried forward from 2025: 7 to 3", its day, the balance in words and as a number."""
        self.words, self.day, self.balance, self._net, self._scale = words, day, balance, net, scale
        self.setAccessibleName(f"{words}, {balance}")
        self.update()

    def paint_line(self, painter: QPainter, rule: QColor) -> None:
        room = self.room(LEFT)
        if painting.text_width(self.words) <= room.width():
            painting.text(painter, self.room(DAY), self.day, "body", "text2", "center")
        else:
            room = room.united(self.room(RIGHT))
        painting.text(painter, room, self.words, "body", "text2")
        balance_cell(painter, self.room(BALANCE), self.balance, self._net, self._scale)
        painter.fillRect(0, self.height() - 1, self.width(), 1, rule)


class TotalsLine(StatementLine):
    """What both sides gave in the period, below a strong line."""

    rule = "border_strong"

    def __init__(self, table: Columned) -> None:
        super().__init__(table)
        self.sides: list[tuple[str, str, str]] = [("", "", ""), ("", "", "")]
        self.points, self.day, self.balance = (0, 0), "", ""
        self._net, self._scale = 0, 1.0

    def sizeHint(self) -> QSize:
        return QSize(100, theme.current().row("line") + 4)

    def show_totals(
        self, names: tuple[str, str], during: str, points: tuple[int, int], day: str, closing: tuple[str, int, float]
    ) -> None:
        """First names, the period in words ("in 2026"), points of both, the last day; the balance as words and number
        with the scale of its bar."""
        self.sides = [(f"Deposits by {name} {during}".strip(), f"{name} gave", name) for name in names]
        self.points, self.day = points, day
        self.balance, self._net, self._scale = closing
        both = ", ".join(f"{words}: {given}" for (words, *_), given in zip(self.sides, points, strict=True))
        self.setAccessibleName(f"{both}. Balance: {self.balance}")
        self.update()

    def paint_line(self, painter: QPainter, rule: QColor) -> None:
        for section, side, wordings, points in zip(
            (LEFT, RIGHT), ("left", "right"), self.sides, self.points, strict=True
        ):
            room, slot = self.room(section), painting.text_width(str(points), "strong") + 2
            left = side == "left"
            number = QRectF(room.right() - slot if left else room.left(), 0, slot, self.height())
            painting.text(painter, number, str(points), "strong", f"{side}_text", "right" if left else "left")
            beside = room.adjusted(0, 0, -slot - 6, 0) if left else room.adjusted(max(slot + 6, 22), 0, 0, 0)
            fitting = (words for words in wordings if painting.text_width(words, "strong") <= beside.width())
            painting.text(painter, beside, next(fitting, wordings[-1]), "strong", "text")
        painting.text(painter, self.room(DAY), self.day, "strong_caption", "text", "center")
        balance_cell(painter, self.room(BALANCE), self.balance, self._net, self._scale, "strong")
        painter.fillRect(0, 0, self.width(), 2, rule)
