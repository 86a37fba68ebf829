"""One thing that needs a hand, in one line: what it is, one button, and the menu of what else one can do."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from mentordesk.domain.attention import AttentionItem
from mentordesk.domain.today import Face
from mentordesk.ui import icons, theme
from mentordesk.ui.today import item_words
from mentordesk.ui.today.marks import FacesMark, LevelMark
from mentordesk.ui.widgets.elided_label import ElidedLabel
from mentordesk.ui.widgets.label import button, icon_button
from mentordesk.ui.widgets.open_button import held

_BUTTON = 152
_LEAST = 50


class ItemLine(QFrame):
    """A click, or Enter, opens what the item is about; arrows are the list's."""

    acted = Signal(object)
    opened = Signal(object)
    menu_requested = Signal(object, QPoint)
    moved = Signal(int)
    stood_on = Signal(object)

    def __init__(self, first: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.item: AttentionItem | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._level, self._faces = LevelMark(), FacesMark()
        self.title = ElidedLabel("", "strong")
        self.context = ElidedLabel("", "caption", "text2")
        self._first = first
        self._close = False
        self.action = button("", "primary" if first else "tonal", on_click=lambda: self.acted.emit(self.item))
        self.more = icon_button("more", "More", self._on_more, small=True)
        self.acted.connect(self.stood_on)
        self._lay_out()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.context)
        words.addStretch(1)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(14, 0, 10, 1)
        inside.setSpacing(10)
        inside.addWidget(self._level)
        inside.addWidget(self._faces)
        inside.addLayout(words, 1)
        inside.addWidget(self.action)
        inside.addWidget(self.more)

    def show_item(self, item: AttentionItem, faces: Sequence[Face], refusal: str) -> None:
        """Show another item in this place; `refusal` says why its button cannot be used, empty if it can."""
        self.item = item
        self._level.show_level(item.level)
        self._faces.show_faces(faces, item_words.tile_icon(item))
        self.title.setText(item.title)
        self.title.set_kept(item_words.fact(item.title, [face.name for face in faces]))
        self.context.setText(item.context)
        self.action.setText(item_words.action(item))
        icons.show_on(self.action, item_words.button_icon(item), "on_accent" if self._first else "accent", 16)
        self.action.setMinimumWidth(theme.current().wide(_BUTTON))
        self.action.setEnabled(not refusal)
        self.action.setToolTip(refusal)
        self.action.setAccessibleName(f"{item_words.action(item)}: {item.title}")
        self.more.setAccessibleName(f"More about {item.title}")
        end = "" if item.title.endswith(("?", "!", ".")) else "."
        self.setAccessibleName(f"{self._level.word()}: {item.title}{end} {item.context}")

    def _on_more(self) -> None:
        self.menu_requested.emit(self.item, self.more.mapToGlobal(QPoint(0, self.more.height())))

    def set_close(self, close: bool) -> None:
        """A little lower, where that saves the page from scrolling."""
        if close != self._close:
            self._close = close
            self.updateGeometry()

    def _row(self) -> int:
        look = theme.current()
        return max(_LEAST, look.row("control") + 18, look.row("line", 2)) if self._close else look.row("attention", 2)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._row())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._row())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit(self.item)
        super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        place = self.mapToGlobal(self.rect().bottomLeft() + QPoint(60, 0)) if by_key else event.globalPos()
        self.menu_requested.emit(self.item, place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if held(event):
            return
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.item)
        elif event.key() == Qt.Key.Key_Space and self.action.isEnabled():
            self.acted.emit(self.item)
        elif event.key() in steps:
            self.moved.emit(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.item is not None:
            self.stood_on.emit(self.item)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, box = theme.current(), QRectF(self.rect())
        painter = QPainter(self)
        try:
            if self.underMouse():
                painter.fillRect(box, look.color("hover"))
            painter.fillRect(QRectF(0, box.height() - 1, box.width(), 1), look.color("grid"))
            if self.hasFocus():
                painter.setPen(QPen(look.color("accent"), 2))
                painter.drawRoundedRect(box.adjusted(2, 2, -2, -3), 4, 4)
        finally:
            painter.end()
