"""The list that opens below a field while one types. Knows no field's value."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from mentordesk.domain.text import fold
from mentordesk.ui import theme
from mentordesk.ui.widgets import painting

_Index = QModelIndex | QPersistentModelIndex
_CHOICE = Qt.ItemDataRole.UserRole
MOST = 50


@dataclass(frozen=True)
class Choice:
    """Something to choose: `id` is what the field's value becomes."""

    id: Any
    title: str
    subtitle: str = ""


def found(choices: Sequence[Choice], typed: str) -> list[Choice]:
    """The choices that match, at most 50: those with a word that begins so first, then those that have it inside."""
    wanted = fold(typed).strip()
    if not wanted:
        return list(choices[:MOST])
    begins, has = [], []
    for choice in choices:
        text = f" {fold(choice.title)} {fold(choice.subtitle)}"
        if f" {wanted}" in text:
            begins.append(choice)
        elif wanted in text:
            has.append(choice)
    return (begins + has)[:MOST]


class _Choices(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.choices: list[Choice] = []

    def show_choices(self, choices: list[Choice]) -> None:
        self.beginResetModel()
        self.choices = choices
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.choices)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        choice = self.choices[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return choice.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{choice.title}, {choice.subtitle}" if choice.subtitle else choice.title
        return choice if role == _CHOICE else None


class _ChoiceDelegate(QStyledItemDelegate):
    """A name over a caption, with an avatar where people are chosen."""

    def __init__(self, parent: QObject, avatars: bool) -> None:
        super().__init__(parent)
        self._avatars = avatars

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, theme.current().row("line", 2 if index.data(_CHOICE).subtitle else 1))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        look = theme.current()
        choice: Choice = index.data(_CHOICE)
        rect = QRectF(option.rect)
        painter.save()
        try:
            if option.state & QStyle.StateFlag.State_Selected:
                painter.fillRect(rect, look.color("accent_tint"))
                painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), look.color("accent"))
            room = rect.adjusted(10, 0, -8, 0)
            if self._avatars:
                painting.avatar(painter, QRectF(room.left(), rect.center().y() - 13, 26, 26), choice.title)
                room.adjust(36, 0, 0, 0)
            self._paint_words(painter, room, choice)
        finally:
            painter.restore()

    def _paint_words(self, painter: QPainter, room: QRectF, choice: Choice) -> None:
        if not choice.subtitle:
            painting.text(painter, room, choice.title)
            return
        look = theme.current()
        first, second = look.line("strong"), look.line("caption")
        top = room.center().y() - (first + second) / 2
        painting.text(painter, QRectF(room.left(), top, room.width(), first), choice.title, "strong")
        below = QRectF(room.left(), top + first, room.width(), second)
        painting.text(painter, below, choice.subtitle, "caption", "text2")


class Suggestions(QObject):
    """Opens below `field`; Up and Down move, Enter or a click chooses, Esc closes. The first one is proposed."""

    chosen = Signal(object)

    def __init__(self, field: QLineEdit, *, avatars: bool = False) -> None:
        super().__init__(field)
        self._field = field
        self._model = _Choices(self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(7)
        self._completer.setWidget(field)
        self.list = QListView()
        self._completer.setPopup(self.list)
        self.list.setItemDelegate(_ChoiceDelegate(self.list, avatars))
        self.list.setProperty("framed", True)
        self._completer.activated[QModelIndex].connect(self._on_activated)  # type: ignore[index]

    def offer(self, choices: list[Choice], anchor: Any = None) -> None:
        """Shows these below the field, or below `anchor`, the frame around it; an empty list closes."""
        self._model.show_choices(choices)
        if not choices:
            self.close()
            return
        below = anchor or self._field
        rect = below.rect()
        rect.moveTopLeft(self._field.mapFromGlobal(below.mapToGlobal(rect.topLeft())))
        self._completer.complete(rect)
        self.list.setCurrentIndex(self._model.index(0, 0))

    def is_open(self) -> bool:
        """Whether the list is on screen."""
        return self.list.isVisible()

    def offered(self) -> list[Choice]:
        """The choices in the list."""
        return list(self._model.choices)

    def close(self) -> None:
        """Takes the list from the screen."""
        self.list.hide()

    def _on_activated(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self._completer.completionModel().data(index, _CHOICE))
