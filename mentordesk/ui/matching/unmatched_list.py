"""The list of people without a pair, beside each other where there is room. Drawn, so that hundreds weigh nothing."""

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from mentordesk.ui import theme
from mentordesk.ui.matching.proposal_table import drag_mentor
from mentordesk.ui.matching.unmatched_rows import Act, UnmatchedRow
from mentordesk.ui.widgets import painting
from mentordesk.ui.widgets.open_button import held

_Index = QModelIndex | QPersistentModelIndex
_ROW = Qt.ItemDataRole.UserRole + 1
_LEAST = 330
"""The least width of an item in pixels at 10 pt: two stand beside each other from twice that on."""
_BUTTON = 28
_MOST_LINES = 3
"""Of a reason; whatever is longer stands whole in the tool tip."""
_BEFORE_BUTTON = 49 + 8
_BESIDE = _BEFORE_BUTTON + 24 + 10
"""What an item has besides its words and those of its button: the avatar, gaps, and the button's own margins."""


class UnmatchedModel(QAbstractListModel):
    """Rows are UnmatchedRow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.people: list[UnmatchedRow] = []

    def set_people(self, people: list[UnmatchedRow]) -> None:
        self.beginResetModel()
        self.people = people
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.people)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.people):
            return None
        row = self.people[index.row()]
        if role == _ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            who = "free mentor" if row.is_mentor else "without a pair"
            return ", ".join(part for part in (row.name, who, row.reason, row.act.value) if part)
        return None


_BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


class UnmatchedDelegate(QStyledItemDelegate):
    """Avatar, name over the reason, and the button of what helps."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:
        view = option.widget
        if isinstance(view, UnmatchedList):
            return QSize(view.item_width(), view.item_height(view.item_width()))
        return QSize(theme.current().wide(_LEAST), theme.current().row("table", 2))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: UnmatchedRow = index.data(_ROW)
        painter.save()
        try:
            self._paint(painter, option, QRectF(option.rect), row)
        finally:
            painter.restore()

    def _paint(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRectF, row: UnmatchedRow) -> None:
        look, view = theme.current(), option.widget
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if selected or over:
            tint = "accent_tint" if selected and view.isActiveWindow() else "hover"
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color(tint))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 6, 6)
        if selected and isinstance(view, UnmatchedList) and view.shows_ring():
            painter.setPen(QPen(look.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(2, 2, -2, -2), 6, 6)
        size = 30.0
        disc = QRectF(rect.left() + 10, rect.center().y() - size / 2, size, size)
        painting.avatar(painter, disc, row.name, "left" if row.is_mentor else "neutral")
        button = button_rect(option.rect, row)
        right = button.left() - 8 if row.act else rect.right() - 8
        words = QRectF(disc.right() + 9, rect.top(), right - disc.right() - 9, rect.height())
        first, second = look.line("strong"), look.line("caption")
        lines = min(painting.lines_of(row.reason, words.width(), "caption"), _MOST_LINES)
        top = rect.center().y() - (first + lines * second + 1) / 2
        painting.text(painter, QRectF(words.left(), top, words.width(), first), row.name, "strong")
        below = QRectF(words.left(), top + first + 1, words.width(), lines * second)
        token = "text2" if row.is_mentor else "watch_text"
        (painting.text if lines == 1 else painting.paragraph)(painter, below, row.reason, "caption", token)
        if row.act:
            allowed = not isinstance(view, UnmatchedList) or view.may(row.act)
            self._button(painter, QRectF(button), button_words(option.rect, row), allowed)

    def _button(self, painter: QPainter, place: QRectF, words: str, allowed: bool) -> None:
        look = theme.current()
        painter.setPen(QPen(look.color("border_mid"), 1) if not allowed else QPen(look.color("accent_tint"), 1))
        painter.setBrush(look.color("accent_tint" if allowed else "hover"))
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painting.text(painter, place, words, "strong", "accent" if allowed else "disabled", "center")

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        row: UnmatchedRow = index.data(_ROW)
        more = "Drag onto a pair to place the mentee here" if row.is_mentor else row.act.value
        QToolTip.showText(event.globalPos(), "\n".join(filter(None, (row.name, row.reason, more))), view)
        return True


def button_words(rect: QRect, row: UnmatchedRow) -> str:
    """The whole of what helps, or its first word where there is little room: the reason is read first."""
    room = rect.width() - _BESIDE - painting.text_width(row.act.value, "strong")
    roomy = rect.width() >= theme.current().wide(_LEAST) and painting.text_width(row.reason, "caption") <= room
    return row.act.value if roomy else row.act.short


def button_rect(rect: QRect, row: UnmatchedRow) -> QRect:
    """Where the button of an item is."""
    width = round(painting.text_width(button_words(rect, row), "strong")) + 24 if row.act else 0
    height = max(_BUTTON, round(theme.current().line("strong")) + 8)
    return QRect(rect.right() - 10 - width, rect.center().y() - height // 2, width, height)


class UnmatchedList(QListView):
    """Emits what is chosen, and whom to do something about: by a click on the button, Enter or the space bar."""

    chosen = Signal(object)
    acted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ring = False
        self._why_not = ""
        self._pressed: QPoint | None = None
        self.rows_model = UnmatchedModel(self)
        self.setModel(self.rows_model)
        self.setItemDelegate(UnmatchedDelegate(self))
        self.setAccessibleName("People without a pair")
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.selectionModel().currentChanged.connect(lambda now, _before: self._tell(now))
        theme.look.changed.connect(self.scheduleDelayedItemsLayout)

    def show_people(self, people: list[UnmatchedRow]) -> None:
        """Other people; whoever is chosen stays."""
        before = self.row()
        if people != self.rows_model.people:
            self.selectionModel().blockSignals(True)
            self.rows_model.set_people(people)
            self.selectionModel().blockSignals(False)
        if before is not None:
            self.choose(before.person, before.is_mentor, tell=False)

    def forbid_changes(self, why_not: str) -> None:
        self._why_not = why_not
        self.viewport().update()

    def may(self, act: Act) -> bool:
        """Whether what helps can be done: a desk open to read only is not changed."""
        return not self._why_not or act in (Act.ASK, Act.INVITE)

    def row(self) -> UnmatchedRow | None:
        index = self.currentIndex()
        return self.rows_model.people[index.row()] if index.isValid() else None

    def choose(self, person: int, is_mentor: bool = False, tell: bool = True) -> bool:
        """Go to a person; False where they are not listed."""
        wanted = (person, is_mentor)
        at = next((at for at, row in enumerate(self.rows_model.people) if row.id == wanted), -1)
        if at < 0:
            return False
        self.selectionModel().blockSignals(not tell)
        self.setCurrentIndex(self.rows_model.index(at))
        self.selectionModel().blockSignals(False)
        self.viewport().update()
        return True

    def leave(self) -> None:
        """Nobody is chosen."""
        self.selectionModel().blockSignals(True)
        self.selectionModel().clear()
        self.selectionModel().blockSignals(False)
        self.viewport().update()

    def _tell(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self.rows_model.people[index.row()])

    # Sizes

    def item_width(self) -> int:
        """Items share the width: as many beside each other as have room."""
        room = self.viewport().width() - 2
        beside = max(1, room // theme.current().wide(_LEAST))
        return max(120, room // min(beside, max(1, len(self.rows_model.people))))

    def item_height(self, width: int) -> int:
        """Reasons have a second line, or a third, where one is too long for its item."""
        place = QRect(0, 0, width, 1)
        told = {(row.reason, row.act): row for row in self.rows_model.people}.values()
        rooms = ((row.reason, button_rect(place, row).left() - _BEFORE_BUTTON) for row in told)
        lines = max((painting.lines_of(reason, room, "caption") for reason, room in rooms), default=1)
        return theme.current().row("table", 1 + min(lines, _MOST_LINES))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def height_for(self, width: int, most: float) -> int:
        """What the people take at a width, at most so many lines of them."""
        room = width - 16
        beside = max(1, room // theme.current().wide(_LEAST))
        lines = -(-len(self.rows_model.people) // beside)
        return round(min(lines, most) * self.item_height(room // beside)) + 2

    # Keyboard and mouse

    def shows_ring(self) -> bool:
        return self._ring and self.hasFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A key brought the focus: somebody is chosen, and it is seen who."""
        super().focusInEvent(event)
        if event.reason() not in _BY_KEY or not self.rows_model.people:
            return
        self._ring = True
        if not self.selectionModel().hasSelection():
            now = self.currentIndex()
            self.setCurrentIndex(now if now.isValid() else self.rows_model.index(0))
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if held(event):
            return
        self._ring = True
        row = self.row()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and row is not None:
            self._act(row)
            return
        super().keyPressEvent(event)
        self.viewport().update()

    def _act(self, row: UnmatchedRow) -> None:
        if row.act and self.may(row.act):
            self.acted.emit(row)
        elif not row.act:
            self.chosen.emit(row)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._ring = False
        self._pressed = event.position().toPoint() if event.button() == Qt.MouseButton.LeftButton else None
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            far = (point - self._pressed).manhattanLength() >= QApplication.startDragDistance()
            row = self._row_at(self._pressed)
            if far and row is not None and row.is_mentor and not self._why_not:
                self._pressed = None
                drag_mentor(self, row.person, row.name)
            return
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        row = self._row_at(point)
        if pressed is None or row is None or row is not self._row_at(pressed):
            return
        place = button_rect(self.visualRect(self.indexAt(point)), row)
        if row.act and place.contains(point) and place.contains(pressed) and self.may(row.act):
            self.acted.emit(row)
        elif row == self.row():
            self.chosen.emit(row)

    def _row_at(self, point: QPoint) -> UnmatchedRow | None:
        index = self.indexAt(point)
        return self.rows_model.people[index.row()] if index.isValid() else None
