"""How the cells of a row table are drawn, one delegate a kind of column. Knows no row and computes nothing."""

from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from mentordesk.ui import icons, theme
from mentordesk.ui.widgets import painting
from mentordesk.ui.widgets.column import BalanceCell, ChipCell, PairCell, PersonCell, ProgressCell
from mentordesk.ui.widgets.row_table_model import SCALE, VALUE

_Index = QModelIndex | QPersistentModelIndex
_PADDING = 8


def row_color(option: QStyleOptionViewItem, row: int) -> QColor:
    """The background of a row: selected, selected in an inactive window, under the pointer, or plain."""
    look = theme.current()
    state = option.state
    if state & QStyle.StateFlag.State_Selected:
        return look.color("accent_tint" if option.widget.isActiveWindow() else "hover")
    hovered = getattr(option.widget, "hovered_row", -1)
    return look.color("hover" if hovered == row else "surface")


class TextDelegate(QStyledItemDelegate):
    """A line of text in a type style and color; the base of the other kinds."""

    style = "body"
    token = "text"
    align = "left"

    def __init__(self, parent: QAbstractItemView, align: str = "left") -> None:
        super().__init__(parent)
        self.align = align

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        look = theme.current()
        painter.save()
        try:
            rect = QRectF(option.rect)
            ground = row_color(option, index.row())
            painter.fillRect(rect, ground)
            painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), look.color("grid"))
            self.paint_cell(painter, rect.adjusted(_PADDING, 0, -_PADDING, -1), index, ground)
        finally:
            painter.restore()

    def paint_cell(self, painter: QPainter, rect: QRectF, index: _Index, _ground: QColor) -> None:
        """Draws the content into the cell without its padding."""
        painting.text(painter, rect, index.data() or "", self.style, self.token, self.align)

    def natural_width(self, index: _Index) -> float:
        """The pixels that the whole content needs; 0 if it never is cut."""
        return painting.text_width(index.data() or "", self.style) + 2 * _PADDING

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(round(self.natural_width(index)), theme.current().row("line"))

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        """The column's tip; without one the whole text where it is cut."""
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        cut = self.natural_width(index) > option.rect.width()
        tip = index.data(Qt.ItemDataRole.ToolTipRole) or (index.data() if cut else "")
        QToolTip.showText(event.globalPos(), tip, view)
        return True


class StrongDelegate(TextDelegate):
    """The main word of a row."""

    style = "strong"


class SecondaryDelegate(TextDelegate):
    """What stands back: dates, places."""

    token = "text2"


class TwoLineDelegate(TextDelegate):
    """A bold line over a caption, after avatars."""

    style = "strong"

    def _lines(self, painter: QPainter, rect: QRectF, title: str, caption: str, icon: str = "") -> None:
        look = theme.current()
        first, second = look.line("strong"), look.line("caption")
        if not caption:
            painting.text(painter, rect, title, "strong")
            return
        top = rect.center().y() - (first + second + 1) / 2
        painting.text(painter, QRectF(rect.left(), top, rect.width(), first), title, "strong")
        below = QRectF(rect.left(), top + first + 1, rect.width(), second)
        if icon:
            icons.draw(painter, icon, QRectF(below.left(), below.center().y() - 6, 12, 12), "text2")
            below.adjust(17, 0, 0, 0)
        painting.text(painter, below, caption, "caption", "text2")


class PairDelegate(TwoLineDelegate):
    """Two avatars that overlap, blue and orange, and the pair's names over format and cohort."""

    def paint_cell(self, painter: QPainter, rect: QRectF, index: _Index, ground: QColor) -> None:
        cell: PairCell = index.data(VALUE)
        size = 24.0
        top = rect.center().y() - size / 2
        painting.avatar(painter, QRectF(rect.left(), top, size, size), cell.left, "left")
        painting.avatar(painter, QRectF(rect.left() + 20, top, size, size), cell.right, "right", ground)
        words = rect.adjusted(54, 0, 0, 0)
        self._lines(painter, words, _fitting_names(cell, words.width()), cell.caption, cell.icon)

    def natural_width(self, index: _Index) -> float:
        cell: PairCell = index.data(VALUE)
        caption = painting.text_width(cell.caption, "caption") + 17
        return max(painting.text_width(cell.names, "strong"), caption) + 54 + 2 * _PADDING


def _fitting_names(cell: PairCell, width: float) -> str:
    """Where both names do not fit, one surname is left out, then both: better than half a name."""
    left, right = (name.split()[:1] or [""] for name in (cell.left, cell.right))
    shorter = f"{left[0]} & {right[0]}"
    for names in (cell.names, f"{cell.left} & {right[0]}"):
        if painting.text_width(names, "strong") <= width:
            return names
    return shorter


class PersonDelegate(TwoLineDelegate):
    """An avatar and a name over title and place."""

    def paint_cell(self, painter: QPainter, rect: QRectF, index: _Index, _ground: QColor) -> None:
        cell: PersonCell = index.data(VALUE)
        size = 30.0 if cell.caption else 24.0
        place = QRectF(rect.left(), rect.center().y() - size / 2, size, size)
        painting.avatar(painter, place, cell.name, cell.side)
        self._lines(painter, rect.adjusted(size + 10, 0, 0, 0), cell.name, cell.caption)

    def natural_width(self, index: _Index) -> float:
        cell: PersonCell = index.data(VALUE)
        widest = max(painting.text_width(cell.name, "strong"), painting.text_width(cell.caption, "caption"))
        return widest + 40 + 2 * _PADDING


class HealthDelegate(TextDelegate):
    """Shape and word; a dash for pairs without health."""

    def paint_cell(self, painter: QPainter, rect: QRectF, index: _Index, ground: QColor) -> None:
        health = index.data(VALUE)
        if health in painting.HEALTH_WORDS:
            painting.health(painter, rect, health)
        else:
            super().paint_cell(painter, rect, index, ground)


class BalanceDelegate(TextDelegate):
    """The give/take bar on the table's one scale."""

    def paint_cell(self, painter: QPainter, rect: QRectF, index: _Index, _ground: QColor) -> None:
        cell: BalanceCell | None = index.data(VALUE)
        left, right, one_sided = (cell.left, cell.right, cell.one_sided) if cell else (0, 0, False)
        painting.give_take(painter, rect, left, right, index.data(SCALE), one_sided)

    def natural_width(self, _index: _Index) -> float:
        return 0


class ProgressDelegate(TextDelegate):
    """A bar of 6 px and the figures n/m."""

    def paint_cell(self, painter: QPainter, rect: QRectF, index: _Index, _ground: QColor) -> None:
        cell: ProgressCell | None = index.data(VALUE)
        if cell is None or not cell.total:
            painting.text(painter, rect, "–", "body", "text3")
            return
        words = f"{cell.done}/{cell.total}"
        room = max(painting.text_width("88/88"), painting.text_width(words)) + 8
        track = QRectF(rect.left(), rect.center().y() - 3, min(max(rect.width() - room, 18), 90), 6)
        painting.progress(painter, track, cell.done / cell.total, "risk" if cell.overdue else "accent")
        painting.text(painter, QRectF(track.right() + 8, rect.top(), room, rect.height()), words)

    def natural_width(self, _index: _Index) -> float:
        return 0


class ChipDelegate(TextDelegate):
    """A status or format as a chip."""

    def paint_cell(self, painter: QPainter, rect: QRectF, index: _Index, _ground: QColor) -> None:
        cell: ChipCell | None = index.data(VALUE)
        if cell is None:
            return
        height = max(21.0, theme.current().line("caption") + 6.0)
        width = min(painting.chip_width(cell.text, cell.tone, bool(cell.icon)), rect.width())
        place = QRectF(rect.left(), rect.center().y() - height / 2, width, height)
        painting.chip(painter, place, cell.text, cell.tone, cell.icon)


class CheckDelegate(TextDelegate):
    """A check box of 16 px."""

    def paint_cell(self, painter: QPainter, rect: QRectF, index: _Index, _ground: QColor) -> None:
        paint_check(painter, QRectF(rect.center().x() - 8, rect.center().y() - 8, 16, 16), bool(index.data(VALUE)))

    def natural_width(self, _index: _Index) -> float:
        return 0


def paint_check(painter: QPainter, box: QRectF, checked: bool) -> None:
    """A check box as the style sheet draws it."""
    look = theme.current()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.color("accent" if checked else "border_strong"), 1))
    painter.setBrush(look.color("accent" if checked else "surface"))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    if checked:
        icons.draw(painter, "check", box.adjusted(2, 2, -2, -2), "on_accent")


KINDS: dict[str, Any] = {
    "": TextDelegate,
    "strong": StrongDelegate,
    "secondary": SecondaryDelegate,
    "pair": PairDelegate,
    "person": PersonDelegate,
    "health": HealthDelegate,
    "balance": BalanceDelegate,
    "progress": ProgressDelegate,
    "chip": ChipDelegate,
    "check": CheckDelegate,
}
