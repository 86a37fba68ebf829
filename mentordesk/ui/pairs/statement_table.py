"""The account statement: what the left side gave at the left, the right side's at the right, the balance after each."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QSizePolicy, QWidget

from mentordesk.domain import dates
from mentordesk.domain.standing import Side
from mentordesk.domain.statement import Statement, StatementRow
from mentordesk.ui import icons, theme
from mentordesk.ui.widgets import painting
from mentordesk.ui.widgets.column import Column
from mentordesk.ui.widgets.delegates import TextDelegate
from mentordesk.ui.widgets.row_table import RowTable
from mentordesk.ui.widgets.row_table_model import VALUE

_Index = QModelIndex | QPersistentModelIndex
_MINI = 40
_WIDE_BALANCE = 160
_ROOM_FOR_KIND = 200
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
        width=84,
        stretch=True,
        fixed=True,
        value=_of(side),
        tip=_tip(side),
        accessible=_accessible,
    )


def _whole_day(row: StatementRow) -> str:
    return dates.long(row.exchange.on)


def _tip(side: Side) -> Any:
    def tip(row: StatementRow) -> str:
        it = row.exchange
        return ": ".join(part for part in (it.kind.word, it.what) if part) if it.side is side else ""

    return tip


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
        if it.what and rect.width() < theme.current().wide(_ROOM_FOR_KIND):
            painting.text(painter, words, it.what)  # the icon says the kind, and the tip
            return
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


class StatementHead(QWidget):
    """Stands above the table in place of its own header: blue at the left, orange at the right."""

    def __init__(self, table: "StatementTable") -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._table = table
        self.names = ("", "")
        table.horizontalHeader().sectionResized.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(100, theme.current().row("header"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            painter.fillRect(self.rect(), theme.current().color("sunken"))
            header = self._table.horizontalHeader()
            for section in range(header.count()):
                place = QRectF(header.sectionViewportPosition(section), 0, header.sectionSize(section), self.height())
                self._paint_section(painter, place, section)
            painter.fillRect(0, self.height() - 1, self.width(), 1, theme.current().color("border"))
        finally:
            painter.end()

    def _paint_section(self, painter: QPainter, place: QRectF, section: int) -> None:
        room = place.adjusted(8, 0, -8, 0)
        if section in (0, 2):
            self._paint_side(painter, place, room, "left" if section == 0 else "right")
        else:
            column = self._table.rows_model.columns[section]
            painting.text(painter, room, column.title, "strong_caption", "text2", column.align)

    def _paint_side(self, painter: QPainter, place: QRectF, room: QRectF, side: str) -> None:
        painter.fillRect(place, theme.current().color(f"{side}_tint"))
        giver, taker = self.names if side == "left" else self.names[::-1]
        words, after = f"{giver} gave to {taker}", f"is {taker}’s withdrawal"
        if painting.text_width(words, "strong_caption") > room.width():
            words = f"{giver} gave"
        took = painting.text(painter, room, words, "strong_caption", f"{side}_text")
        if painting.text_width(after, "caption") <= room.width() - took - 16:
            painting.text(painter, room, after, "caption", f"{side}_text", "right")


class StatementTable(RowTable):
    """Rows of a Statement, oldest first. Enter opens, F2 edits, Del removes."""

    def __init__(self, wide: bool) -> None:
        columns = statement_columns()
        super().__init__(columns, name="Account statement", several=False, row="line", framed=False)
        if wide:
            number = self.rows_model.column_of("balance")
            self.horizontalHeader().resizeSection(number, theme.current().wide(_WIDE_BALANCE))
        self.horizontalHeader().hide()
        self.head = StatementHead(self)
        self._balance = BalanceDelegate(self)
        self.setItemDelegateForColumn(0, SideDelegate(self, Side.LEFT))
        self.setItemDelegateForColumn(1, DayDelegate(self))
        self.setItemDelegateForColumn(2, SideDelegate(self, Side.RIGHT))
        self.setItemDelegateForColumn(3, self._balance)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_statement(self, statement: Statement, left: str, right: str) -> None:
        """Shows another statement, and goes to its end where the newest row is."""
        self.head.names = (left, right)
        self.head.update()
        nets = [abs(row.balance.net) for row in statement.rows]
        self._balance.scale = max([_LEAST_SCALE, *nets])
        before = [row.id for row in self.rows_model.rows()]
        self.set_rows(statement.rows)
        if before != [row.id for row in statement.rows]:
            self.scrollToBottom()
