"""The lines below the field: headings, hits, "Show all 12", a sentence where nothing fits. Knows no directory."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from mentordesk.ui import icons, theme
from mentordesk.ui.goto.directory import Group, Hit, Spans
from mentordesk.ui.widgets import painting

_Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole
_LEFT, _WORDS = 17, 75


@dataclass(frozen=True, slots=True)
class Line:
    """A heading or sentence is `text` alone; `hit` can be opened; `more` is the group to be shown whole."""

    text: str
    hit: Hit | None = None
    more: str = ""

    @property
    def can_be_chosen(self) -> bool:
        return self.hit is not None or bool(self.more)


def lines_of(groups: Sequence[Group]) -> list[Line]:
    """Each group below its heading."""
    found = []
    for group in groups:
        found.append(Line(group.title))
        found += [Line(hit.item.title, hit) for hit in group.hits]
        if len(group.hits) < group.total:
            found.append(Line(f"Show all {group.total:,}", more=group.title))
    return found


class Lines(QAbstractListModel):
    """The lines for the list and for screen readers."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: Sequence[Line] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        can = index.isValid() and self.lines[index.row()].can_be_chosen
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if can else Qt.ItemFlag.NoItemFlags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self.lines):
            return None
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.text
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return spoken(line)
        return line if role == LINE else None


def spoken(line: Line) -> str:
    """All of a line in words."""
    if line.hit is None:
        return f"{line.text} {line.more.lower()}" if line.more else line.text
    item = line.hit.item
    health = painting.HEALTH_WORDS[item.health][0] if item.health else ""
    return ", ".join(part for part in (item.title, item.caption, item.aside or health, item.keys) if part)


class LineDelegate(QStyledItemDelegate):
    """Draws a line as on mock-up 15."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        look, line = theme.current(), index.data(LINE)
        if line.hit is not None:
            return QSize(200, look.row("line", 2))
        return QSize(200, look.line("body") + (12 if line.more else 10))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line, rect = index.data(LINE), QRectF(option.rect)
        painter.save()
        try:
            if option.state & QStyle.StateFlag.State_Selected:
                painter.fillRect(rect, theme.current().color("accent_tint"))
                painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), theme.current().color("accent"))
            if line.hit is not None:
                _paint_hit(painter, rect, line.hit)
            elif line.more:
                painting.text(painter, rect.adjusted(_WORDS, 0, -_LEFT, 0), line.text, "body", "accent")
            else:
                painting.text(painter, rect.adjusted(_LEFT, 2, -_LEFT, 0), line.text, "strong_caption", "text2")
        finally:
            painter.restore()


def _paint_hit(painter: QPainter, rect: QRectF, hit: Hit) -> None:
    _paint_face(painter, rect, hit)
    look = theme.current()
    room = rect.adjusted(_WORDS, 0, -_LEFT, 0)
    room.setRight(room.right() - _paint_aside(painter, room, hit))
    first, second = look.line(), look.line("caption")
    top = rect.center().y() - (first + second) / 2
    title = QRectF(room.left(), top, room.width(), first)
    caption = QRectF(room.left(), top + first, room.width(), second)
    _paint_marked(painter, title, hit.item.title, hit.title_marks, ("body", "strong"), "text")
    _paint_marked(painter, caption, hit.item.caption, hit.caption_marks, ("caption", "strong_caption"), "text2")


def _paint_face(painter: QPainter, rect: QRectF, hit: Hit) -> None:
    """One avatar, the two of a pair, or an icon."""
    item, y = hit.item, rect.center().y()
    if len(item.names) == 2:
        painting.avatar(painter, QRectF(_LEFT - 2, y - 13, 26, 26), item.names[0], "left")
        ring = theme.current().color("surface")
        painting.avatar(painter, QRectF(_LEFT + 22, y - 13, 26, 26), item.names[1], "right", ring)
    elif item.names:
        painting.avatar(painter, QRectF(_LEFT + 9, y - 14, 28, 28), item.names[0])
    else:
        icons.draw(painter, item.icon, QRectF(_LEFT + 14, y - 9, 18, 18), "text")


def _paint_aside(painter: QPainter, room: QRectF, hit: Hit) -> float:
    """What stands at the right; returns the width it needs with the gap before it."""
    item = hit.item
    if item.health:
        word = painting.HEALTH_WORDS[item.health][0]
        width = painting.text_width(word, "strong" if item.health in ("watch", "at_risk") else "body") + 18
        painting.health(painter, QRectF(room.right() - width, room.top(), width, room.height()), item.health)
    elif item.keys:
        width = _paint_keys(painter, room, item.keys)
    else:
        width = min(painting.text_width(item.aside), room.width() / 2)
        box = QRectF(room.right() - width, room.top(), width, room.height())
        painting.text(painter, box, item.aside, "body", "text2", "right")
    return width + 16 if width else 0.0


def _paint_keys(painter: QPainter, room: QRectF, keys: str) -> float:
    look = theme.current()
    width, height = painting.text_width(keys, "caption") + 12, look.line("caption") + 3.0
    cap = QRectF(room.right() - width, room.center().y() - height / 2, width, height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(look.color("border_mid"))
    painter.setBrush(look.color("surface"))
    painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painting.text(painter, cap, keys, "caption", "text2", "center")
    return width


def _paint_marked(
    painter: QPainter, rect: QRectF, words: str, marks: Spans, styles: tuple[str, str], token: str
) -> None:
    """One line, elided at the right, the marked letters strong in the accent color."""
    plain, strong = styles
    left, place = rect.left(), 0
    for first, behind in (*marks, (len(words), len(words))):
        for part, style, ink in ((words[place:first], plain, token), (words[first:behind], strong, "accent")):
            room = QRectF(left, rect.top(), rect.right() - left, rect.height())
            if part and room.width() > 0:
                painting.text(painter, room, part, style, ink)
                left += QFontMetricsF(theme.current().font(style)).horizontalAdvance(part)
        place = behind
