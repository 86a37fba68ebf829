"""A field that searches while one types: magnifier, place-holder, clear, the hint of its key."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from mentordesk.ui import theme
from mentordesk.ui.widgets import painting
from mentordesk.ui.widgets.label import icon_button, icon_label, label

_AROUND = 54
"""Frame, magnifier and the spaces between, in pixels."""


class SearchField(QLineEdit):
    """Emits `searched` at each key. Esc clears, Down emits `left_downwards` so that the list can take the focus."""

    searched = Signal(str)
    left_downwards = Signal()

    def __init__(
        self,
        placeholder: str,
        *,
        keys: QKeySequence | QKeySequence.StandardKey | None = QKeySequence.StandardKey.Find,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder.rstrip("…."))
        self._glass = icon_label("search")
        self._glass.setParent(self)
        shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) if keys is not None else ""
        self._keys = label(shown.replace("+", " "), "caption")
        self._keys.setProperty("keys", True)
        self._keys.setParent(self)
        self._clear = icon_button("close", "Clear the search", self.clear, small=True)
        self._clear.setParent(self)
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.textChanged.connect(self._on_text_changed)
        self._on_text_changed("")

    def _on_text_changed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self._place()
        self.searched.emit(text)

    def _place(self) -> None:
        keys = 0 if self.text() or not self._keys.text() else self._keys.sizeHint().width()
        if painting.text_width(self.placeholderText()) + keys > self.width() - _AROUND:
            keys = 0  # the words matter more
        self._keys.setVisible(bool(keys))
        self.setTextMargins(20, 0, self._clear.sizeHint().width() if self.text() else keys, 0)
        middle = self.height() // 2
        self._glass.setGeometry(10, middle - 8, 16, 16)
        size = self._keys.sizeHint()
        self._keys.setGeometry(
            self.width() - size.width() - 8, middle - size.height() // 2, size.width(), size.height()
        )
        size = self._clear.sizeHint()
        self._clear.setGeometry(
            self.width() - size.width() - 2, middle - size.height() // 2, size.width(), size.height()
        )

    def sizeHint(self) -> QSize:
        """Wide enough for the words and the hint of the key."""
        words = round(painting.text_width(self.placeholderText())) + self._keys.sizeHint().width() + _AROUND + 1
        return QSize(max(theme.current().wide(222), words), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)
