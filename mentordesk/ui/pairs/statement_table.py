"""The account statement: what the left side gave at the left, the right side's at the right, the balance after each."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from mentordesk.domain import dates
from mentordesk.domain.standing import Side
from mentordesk.domain.statement import Statement, StatementRow
from mentordesk.ui import icons, theme
from mentordesk.ui.widgets import painting
from mentordesk.ui.widgets.column import Column
from mentordesk.ui.widgets.delegates import TextDelegate
from mentordesk.ui.widgets.row_table import RowTable
from mentordesk.ui.widgets.row_table_model import VALUE
from mentordesk.ui.widgets.table_header import TableHeader

_Index = QModelIndex | QPersistentModelIndex
_MINI = 40
_LEAST_SCALE = 10.0


def _of(side: Side) -> Any:
    return lambda row: row.exchange if row.exchange.side is side else None


def _words(side: Side) -> Any:
    def words(row: StatementRow) -> str:
        it = row.exchange
        return f"{it.kind.word} {it.what}, {it.points}" if it.side is side else ""

    return words


def _accessible(row: StatementRow) -> str:
    it = row.exchange
    return f"{it.giver} gave {it.kind.word.lower()}, {it.points} points. {it.what}"


def _order(row: StatementRow) -> tuple[Any, int]:
    return row.exchange.on, row.id


def _day(row: StatementRow) -> str:
    return dates.short(row.exchange.on)


def statement_columns() -> tuple[Column, ...]:
    """Both sides take what room there is; the order is that of the days."""
    return (
        _side_column("left", Side.LEFT),
        Column("day", "Date", _day, sort=_order, align="center", width=66, fixed=True, tip=_whole_day),
        _side_column("right", Side.RIGHT),
        Column(
            "balance",
            "Balance after",
            lambda row: row.words,
            sort=_order,
            value=lambda row: row.balance.net,
            width=100,
            align="right",
            fixed=True,
        ),
    )


def _side_column(key: str, side: Side) -> Column:
    return Column(
        key,
        f"{key.capitalize()} gave",
        _words(side),
        sort=_order,
        width=150,
        stretch=True,
        fixed=True,
        value=_of(side),
        tip=_tip(side),
        accessible=_accessible,
    )


def _whole_day(row: StatementRow) -> str:
    return dates.long(row.exchange.on)


def _tip(side: Side) -> Any:
    return lambda row: row.exchange.what if row.exchange.side is side else ""


class SideDelegate(TextDelegate):
    """Icon, kind and words, the points at the side of the dates."""

    def __init__(self, parent: QAbstractItemView, side: Side) -> None:
        super().__init__(parent)
        self._side = side

    def paint_cell(self, painter: QPainter, rect: QRectF, index: _Index, _ground: QColor) -> None:
        it = index.data(VALUE)
        if it is None:
            return
        ink, room = f"{self._side.value}_text", 18.0
        left = self._side is Side.LEFT
        points = QRectF(rect.right() - room if left else rect.left(), rect.top(), room, rect.height())
        painting.text(painter, points, str(it.points), "strong", ink, "right" if left else "left")
        words = rect.adjusted(0, 0, -room - 4, 0) if left else rect.adjusted(room + 4, 0, 0, 0)
        icons.draw(painter, it.kind.value, QRectF(words.left(), words.center().y() - 7, 14, 14), ink)
        words = words.adjusted(21, 0, 0, 0)
        took = painting.text(painter, words, it.kind.word, "strong")
        painting.text(painter, words.adjusted(took + 7, 0, 0, 0), it.what)


class DayDelegate(TextDelegate):
    """The spine of dates between both sides."""

    def paint_cell(self, painter: QPainter, rect: QRectF, index: _Index, ground: QColor) -> None:
        if ground == theme.current().color("surface"):
            painter.fillRect(rect.adjusted(-8, 0, 8, 0), theme.current().color("sunken"))
        painting.text(painter, rect, index.data(), "body", "text2", "center")


class BalanceDelegate(TextDelegate):
    """ "Amara +4", in a wide table with a small bar."""

    scale = _LEAST_SCALE

    def paint_cell(self, painter: QPainter, rect: QRectF, index: _Index, _ground: QColor) -> None:
        room = rect.adjusted(0, 0, -_MINI - 10, 0) if rect.width() > 130 else rect
        painting.text(painter, room, index.data(), "body", "text", "right")
        if room is not rect:
            net = index.data(VALUE) or 0
            track = QRectF(rect.right() - _MINI, rect.center().y() - 3, _MINI, 6)
            painting.two_sided(painter, track, max(net, 0), max(-net, 0), self.scale)


class StatementHeader(TableHeader):
    """Blue over what the left side gave, orange over the right side's."""

    def __init__(self, columns: tuple[Column, ...], parent: QWidget) -> None:
        super().__init__(columns, parent)
        self.names = ("", "")
        self.setSectionsClickable(False)
        self.setSectionsMovable(False)
        self.setSortIndicatorShown(False)

    def contextMenuEvent(self, event: Any) -> None:
        event.ignore()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        side = {0: "left", 2: "right"}.get(section)
        if side is None:
            super().paintSection(painter, rect, section)
            return
        look = theme.current()
        giver, taker = self.names if side == "left" else self.names[::-1]
        painter.save()
        try:
            painter.fillRect(rect, look.color(f"{side}_tint"))
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look.color("border"))
            room = QRectF(rect).adjusted(8, 0, -8, 0)
            words = f"{giver} gave to {taker}"
            if painting.text_width(words, "strong_caption") > room.width():
                words = f"{giver} gave"
            painting.text(painter, room, words, "strong_caption", f"{side}_text")
            after = f"is {taker}’s withdrawal"
            free = room.width() - painting.text_width(words, "strong_caption") - 16
            if painting.text_width(after, "caption") <= free:
                painting.text(painter, room, after, "caption", f"{side}_text", "right")
        finally:
            painter.restore()


class StatementTable(RowTable):
    """Rows of a Statement, oldest first. Enter opens, F2 edits, Del removes."""

    def __init__(self, wide: bool) -> None:
        columns = statement_columns()
        super().__init__(columns, name="Account statement", several=False, row="line", framed=False)
        self._both = StatementHeader(columns, self)
        self.setHorizontalHeader(self._both)
        self._both.show()
        for number, column in enumerate(columns):
            width = column.width + (60 if wide and column.key == "balance" else 0)
            self._both.resizeSection(number, theme.current().wide(width))
            if column.stretch:
                self._both.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
        self._balance = BalanceDelegate(self)
        self.setItemDelegateForColumn(0, SideDelegate(self, Side.LEFT))
        self.setItemDelegateForColumn(1, DayDelegate(self))
        self.setItemDelegateForColumn(2, SideDelegate(self, Side.RIGHT))
        self.setItemDelegateForColumn(3, self._balance)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_statement(self, statement: Statement, left: str, right: str) -> None:
        """Shows another statement, and goes to its end where the newest row is."""
        self._both.names = (left, right)
        self._both.viewport().update()
        nets = [abs(row.balance.net) for row in statement.rows]
        self._balance.scale = max([_LEAST_SCALE, *nets])
        before = [row.id for row in self.rows_model.rows()]
        self.set_rows(statement.rows)
        if before != [row.id for row in statement.rows]:
            self.scrollToBottom()
