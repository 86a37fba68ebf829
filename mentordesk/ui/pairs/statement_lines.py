"""What stands above and below the rows of the statement, in its columns: heading, carried forward, totals."""

from typing import Protocol

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QSizePolicy, QToolTip, QWidget

from mentordesk.ui import theme
from mentordesk.ui.widgets import painting

LEFT, DAY, RIGHT, BALANCE = range(4)
CELL = 8
_MINI = 40
_ROOM_FOR_BAR = 130


class Columned(Protocol):
    """What the lines need of the table between them."""

    def horizontalHeader(self) -> QHeaderView: ...

    def outer(self, section: int) -> tuple[int, int]:
        """What the first and the last column keep free at the left and at the right, beyond the margin of a cell."""
        ...


def balance_cell(painter: QPainter, room: QRectF, words: str, net: int, scale: float, style: str = "body") -> None:
    """ "Amara +4", with a small bar where there is room for it."""
    wide = room.width() > _ROOM_FOR_BAR
    name, space, number = words.rpartition(" ")
    place = room.adjusted(0, 0, -_MINI - 10, 0) if wide else room
    painting.named(painter, place, name, f"{space}{number}", style, "text", "right")
    if wide:
        track = QRectF(room.right() - _MINI, room.center().y() - 3, _MINI, 6)
        painting.two_sided(painter, track, max(net, 0), max(-net, 0), scale)


class StatementLine(QWidget):
    """As high as a row, over the table's whole width."""

    rule: str = "border"

    def __init__(self, table: Columned) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._table, self._header = table, table.horizontalHeader()
        self._header.sectionResized.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(100, theme.current().row("line"))

    def place(self, section: int) -> QRectF:
        """Where a column of the table is on this line."""
        left, width = self._header.sectionViewportPosition(section), self._header.sectionSize(section)
        return QRectF(left, 0, width, self.height())

    def room(self, section: int) -> QRectF:
        """The same without the margins of a cell."""
        before, after = self._table.outer(section)
        return self.place(section).adjusted(CELL + before, 0, -CELL - after, 0)

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
        rooms = self._words_room(LEFT), self._words_room(RIGHT)
        said = self.words_for(rooms[0].width(), rooms[1].width())
        for section, beside, words, points in zip((LEFT, RIGHT), rooms, said, self.points, strict=True):
            side, align = ("left", "right") if section == LEFT else ("right", "left")
            painting.text(painter, self.room(section), str(points), "strong", f"{side}_text", align)
            painting.text(painter, beside, words, "strong", "text")
        painting.text(painter, self.room(DAY), self.day, "strong_caption", "text", "center")
        balance_cell(painter, self.room(BALANCE), self.balance, self._net, self._scale, "strong")
        painter.fillRect(0, 0, self.width(), 2, rule)

    def _words_room(self, section: int) -> QRectF:
        """Beside the points of a side."""
        room = self.room(section)
        slot = painting.text_width(str(self.points[0 if section == LEFT else 1]), "strong") + 8
        return room.adjusted(0, 0, -slot, 0) if section == LEFT else room.adjusted(max(slot, 22), 0, 0, 0)

    def words_for(self, left: float, right: float) -> tuple[str, str]:
        """The longest wording for which there is room, in pixels, on both sides: both say it in the same way."""
        both = list(zip(*self.sides, strict=True))
        fitting = (
            (one, other)
            for one, other in both
            if painting.text_width(one, "strong") <= left and painting.text_width(other, "strong") <= right
        )
        return next(fitting, both[-1])
