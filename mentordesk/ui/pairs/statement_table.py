"""The account statement: what the left side gave at the left, the right side's at the right, the balance after each."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QResizeEvent

from mentordesk.domain import dates
from mentordesk.domain.standing import Side
from mentordesk.domain.statement import Statement, StatementRow, short_period_words
from mentordesk.domain.wording import counted
from mentordesk.ui import icons, theme
from mentordesk.ui.pairs.statement_lines import (
    BALANCE,
    CELL,
    DAY,
    LEFT,
    RIGHT,
    CarriedLine,
    StatementHead,
    TotalsLine,
    balance_cell,
)
from mentordesk.ui.widgets import painting
from mentordesk.ui.widgets.column import Column
from mentordesk.ui.widgets.delegates import TextDelegate
from mentordesk.ui.widgets.row_table import RowTable
from mentordesk.ui.widgets.row_table_model import VALUE

_Index = QModelIndex | QPersistentModelIndex
_DAY, _DAY_AND_YEAR = 64, 108
_BALANCE, _WIDE_BALANCE = 100, 160
_ROOM_FOR_KIND = 200
_LEAST_SCALE = 10.0


def _of(side: Side) -> Any:
    return lambda row: row.exchange if row.exchange.side is side else None


def _words(side: Side) -> Any:
    def words(row: StatementRow) -> str:
        it = row.exchange
        said = " ".join(part for part in (it.kind.word, it.what) if part)
        return f"{said}, {it.points}" if it.side is side else ""

    return words


def _accessible(row: StatementRow) -> str:
    it = row.exchange
    return f"{it.giver} gave {it.kind.word.lower()}, {counted(it.points, 'point')}. {it.what}"


def _order(row: StatementRow) -> tuple[Any, int]:
    return row.exchange.on, row.id


def statement_columns(day: Callable[[StatementRow], str]) -> tuple[Column, ...]:
    """Both sides take what room there is; the order is that of the days."""
    return (
        _side_column("left", Side.LEFT),
        Column("day", "Date", day, sort=_order, align="center", width=_DAY, fixed=True, tip=_whole_day),
        _side_column("right", Side.RIGHT),
        Column(
            "balance",
            "Balance after",
            lambda row: row.words,
            sort=_order,
            value=lambda row: row.balance.net,
            width=_BALANCE,
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
        if it.side is not side:
            return ""
        about = f" (about {it.skill})" if it.skill else ""
        return ": ".join(part for part in (it.kind.word, it.what) if part) + about

    return tip


class SideDelegate(TextDelegate):
    """Icon, kind and words, the points at the side of the dates."""

    def __init__(self, table: "StatementTable", side: Side) -> None:
        super().__init__(table)
        self._table, self._side = table, side

    def paint_cell(self, painter: QPainter, rect: QRectF, index: _Index, _ground: QColor) -> None:
        it = index.data(VALUE)
        if it is None:
            return
        before, after = self._table.outer(index.column())
        rect = rect.adjusted(before, 0, -after, 0)
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

    def __init__(self, table: "StatementTable") -> None:
        super().__init__(table)
        self._table = table

    def paint_cell(self, painter: QPainter, rect: QRectF, index: _Index, _ground: QColor) -> None:
        room = rect.adjusted(0, 0, -self._table.outer(index.column())[1], 0)
        balance_cell(painter, room, index.data(), index.data(VALUE) or 0, self.scale)


class StatementTable(RowTable):
    """Rows of a Statement, oldest first. Enter opens, F2 edits, Del removes."""

    def __init__(self, wide: bool) -> None:
        self._today = date.max
        columns = statement_columns(self._day)
        super().__init__(columns, name="Account statement", several=False, row="line", framed=False)
        self._balance_width, self._edge = _WIDE_BALANCE if wide else _BALANCE, CELL
        self.horizontalHeader().hide()
        self.head = StatementHead(self)
        self.carried, self.totals = CarriedLine(self), TotalsLine(self)
        self._balance = BalanceDelegate(self)
        self.setItemDelegateForColumn(LEFT, SideDelegate(self, Side.LEFT))
        self.setItemDelegateForColumn(DAY, DayDelegate(self))
        self.setItemDelegateForColumn(RIGHT, SideDelegate(self, Side.RIGHT))
        self.setItemDelegateForColumn(BALANCE, self._balance)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def set_edge(self, pixels: int) -> None:
        """How far from the sides the words begin and end: as far as what stands above the table."""
        self._edge = max(pixels, CELL)
        width = theme.current().wide(self._balance_width) + self._edge - CELL
        self.horizontalHeader().resizeSection(BALANCE, width)
        for part in (self.viewport(), self.head, self.carried, self.totals):
            part.update()

    def outer(self, section: int) -> tuple[int, int]:
        """What the first and the last column keep free at the left and at the right, beyond the margin of a cell."""
        if section == LEFT:
            return self._edge - CELL, 0
        bar = self.verticalScrollBar()
        taken = bar.width() if bar.isVisible() else 0
        return 0, max(self._edge - CELL - taken, 0) if section == BALANCE else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """At its end it stays there."""
        bar = self.verticalScrollBar()
        at_end = bar.value() == bar.maximum()
        super().resizeEvent(event)
        if at_end:
            self.scrollToBottom()

    def _day(self, row: StatementRow) -> str:
        """Days of another year with it."""
        return dates.short(row.exchange.on, self._today)

    def show_statement(self, statement: Statement, left: str, right: str, today: date) -> None:
        """Shows another statement, and goes to its end where the newest row is."""
        self._today = today
        nets = [abs(balance.net) for balance in (statement.carried, *(row.balance for row in statement.rows))]
        self._balance.scale = max([_LEAST_SCALE, *nets])
        self.head.show_names(left, right)
        self._show_sums(statement, (left, right))
        years = any(row.exchange.on.year != today.year for row in statement.rows)
        self.horizontalHeader().resizeSection(DAY, theme.current().wide(_DAY_AND_YEAR if years else _DAY))
        before = [row.id for row in self.rows_model.rows()]
        self.set_rows(statement.rows)
        if before != [row.id for row in statement.rows]:
            self.scrollToBottom()

    def _show_sums(self, statement: Statement, names: tuple[str, str]) -> None:
        first, last, scale = statement.period.first, statement.period.last, self._balance.scale
        self.carried.setVisible(first is not None)
        if first is not None:
            words = statement.words(statement.carried)
            day = dates.short(first, self._today)
            self.carried.show_carried(statement.carried_words, day, words, statement.carried.net, scale)
        period = short_period_words(statement.period, self._today)
        during = f"in {period}" if period.isdigit() else ""
        closing = statement.words(statement.closing), statement.closing.net, scale
        points = statement.totals.left, statement.totals.right
        self.totals.show_totals(names, during, points, dates.short(last or self._today, self._today), closing)
