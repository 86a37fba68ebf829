"""How the cells of the table of pairs are drawn: the mentor after an arrow, the fit, and what can be changed."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QToolTip

from mentordesk.ui import icons, theme
from mentordesk.ui.widgets import painting
from mentordesk.ui.widgets.delegates import TextDelegate, TwoLineDelegate
from mentordesk.ui.widgets.row_table_model import VALUE

_Index = QModelIndex | QPersistentModelIndex
_PADDING = 8
_ARROW = 26
_BAR = 44.0
ONLY_PLACE = "place 1/1"
_PLACE = "place "
AREA = 30
"""The width in pixels of each of the three places to click; as high as the row."""


class Change(StrEnum):
    """What can be changed in a row, from left to right."""

    PIN = "pin"
    FORBID = "forbid"
    SWAP = "swap"


_ICONS = {Change.PIN: "pin", Change.FORBID: "ban", Change.SWAP: "arrow-up-down"}


@dataclass(frozen=True, slots=True)
class OtherCell:
    """The other of a pair. `place` is never cut; that it is the only one is left out before the title is cut. `side` is
    left or right."""

    name: str
    title: str
    place: str
    side: str


@dataclass(frozen=True, slots=True)
class FitCell:
    """A fit as text with its share of the best, the main reason, and rules that are broken."""

    text: str
    share: float
    reason: str = ""
    low: bool = False
    broken: bool = False


@dataclass(frozen=True, slots=True)
class ChangeCell:
    """Whether the pair is pinned."""

    pinned: bool = False


class OtherDelegate(TwoLineDelegate):
    """The person after a two-way arrow. Where title and place are too long, the only place there is goes first, then
    the word before the figure of any other ("2/8"), then the end of the title."""

    def paint_cell(self, painter: QPainter, rect: QRectF, index: _Index, _ground: QColor) -> None:
        cell: OtherCell = index.data(VALUE)
        look, size = theme.current(), 30.0
        icons.draw(painter, "move-horizontal", QRectF(rect.left() - 2, rect.center().y() - 7, 14, 14), "text2")
        disc = QRectF(rect.left() + _ARROW - 4, rect.center().y() - size / 2, size, size)
        painting.avatar(painter, disc, cell.name, cell.side)
        words = rect.adjusted(_ARROW + size + 6, 0, 0, 0)
        caption = ", ".join(part for part in (cell.title, cell.place) if part)
        first, second = look.line("strong"), look.line("caption")
        top = rect.center().y() - (first + (second + 1 if caption else 0)) / 2
        painting.text(painter, QRectF(words.left(), top, words.width(), first), cell.name, "strong")
        below = QRectF(words.left(), top + first + 1, words.width(), second)
        painting.named(painter, below, *caption_in(cell, below.width()), "caption", "text2")

    def natural_width(self, index: _Index) -> float:
        cell: OtherCell = index.data(VALUE)
        caption = painting.text_width(f"{cell.title}, {cell.place}", "caption")
        return max(painting.text_width(cell.name, "strong"), caption) + _ARROW + 36 + 2 * _PADDING


def caption_in(cell: OtherCell, room: float) -> tuple[str, str]:
    """The title and what is kept whole after it, in so many pixels."""
    if not cell.title or not cell.place:
        return cell.title or cell.place, ""
    if painting.text_width(f"{cell.title}, {cell.place}", "caption") <= room:
        return cell.title, f", {cell.place}"
    if cell.place == ONLY_PLACE:
        return cell.title, ""
    return cell.title, f", {cell.place.removeprefix(_PLACE)}"


class FitDelegate(TwoLineDelegate):
    """The fit with its bar over the main reason. A low one is in the color of watch, a broken rule a diamond."""

    def paint_cell(self, painter: QPainter, rect: QRectF, index: _Index, _ground: QColor) -> None:
        cell: FitCell = index.data(VALUE)
        look = theme.current()
        first, second = look.line("strong"), look.line("caption")
        top = rect.center().y() - (first + (second + 1 if cell.reason else 0)) / 2
        line = QRectF(rect.left(), top, rect.width(), first)
        taken = painting.text(painter, line, cell.text, "strong", "watch_text" if cell.low else "text")
        left = line.left() + max(taken, painting.text_width("88", "strong")) + 8
        track = QRectF(left, line.center().y() - 3, min(_BAR, max(0.0, line.right() - left - 18)), 6)
        if track.width() > 8:
            painting.progress(painter, track, cell.share, "watch" if cell.low else "accent")
        if cell.broken:
            mark = QRectF(track.right() + 7, line.center().y() - 5, 10, 10)
            painting.shape(painter, mark, "diamond", look.color("risk"))
        if cell.reason:
            below = QRectF(rect.left(), top + first + 1, rect.width(), second)
            painting.text(painter, below, _shortened(cell.reason, rect.width()), "caption", "text2")

    def natural_width(self, index: _Index) -> float:
        cell: FitCell = index.data(VALUE)
        return painting.text_width(cell.reason, "caption") + 2 * _PADDING


def _shortened(reason: str, room: float) -> str:
    """ "1 of 2 wishes: Budgets": rather the figure whole than the words cut; the tool tip and Why have them. "Both:
    Parental leave" has no figure."""
    head = reason.partition(": ")[0]
    fits = painting.text_width(reason, "caption") <= room
    return head if not fits and any(each.isdigit() for each in head) else reason


class ChangeDelegate(TextDelegate):
    """Pin, forbid and swap as three places beside each other, each as high as the row."""

    def paint_cell(self, painter: QPainter, rect: QRectF, index: _Index, _ground: QColor) -> None:
        cell: ChangeCell = index.data(VALUE)
        look = theme.current()
        view = self.parent()
        asked = view if isinstance(view, ChangeView) else ChangeView()
        under, allowed, waiting = asked.change_under(), asked.may_change(), asked.waits(index.row())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, change in enumerate(Change):
            place = QRectF(rect.left() - _PADDING + at * AREA, rect.top(), AREA, rect.height())
            checked = (change is Change.PIN and cell.pinned) or (change is Change.SWAP and waiting)
            hovered = under == (index.row(), change)
            if checked or hovered:
                side = 28.0
                ground = QRectF(place.center().x() - side / 2, place.center().y() - side / 2, side, side)
                painter.setPen(look.color("accent") if checked and hovered else Qt.PenStyle.NoPen)
                painter.setBrush(look.color("accent_tint" if checked else "border"))
                painter.drawRoundedRect(ground, 6, 6)
            token = "accent" if checked else "text2" if allowed else "disabled"
            icons.draw(painter, _ICONS[change], QRectF(place.center().x() - 8, place.center().y() - 8, 16, 16), token)

    def natural_width(self, _index: _Index) -> float:
        return 0

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        """Each of the three says what it does."""
        change = change_at(QRectF(option.rect), QPointF(event.pos())) if index.isValid() else None
        if event.type() != QEvent.Type.ToolTip or change is None or not isinstance(view, ChangeView):
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), view.tip_of(index.row(), change), view)
        return True


class ChangeView:
    """What the delegate asks the table about."""

    def change_under(self) -> tuple[int, Change] | None:
        """The row and the place under the pointer."""
        return None

    def may_change(self) -> bool:
        """Whether anything can be changed."""
        return True

    def waits(self, _row: int) -> bool:
        """Whether a row waits to be swapped with another."""
        return False

    def tip_of(self, row: int, change: Change) -> str:
        """What a place does in a row."""
        return f"{change.value.capitalize()} the pair in row {row + 1}"


def change_at(cell: QRectF, point: QPointF) -> Change | None:
    """Which of the three places of a cell a point is in."""
    at = int((point.x() - cell.left()) // AREA)
    return tuple(Change)[at] if cell.contains(point) and 0 <= at < len(Change) else None
