"""The two fields at the top of the rail: Go to with its shortcut, and the program that the pages are about."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from mentordesk.ui import icons, theme
from mentordesk.ui.widgets import painting
from mentordesk.ui.widgets.open_button import OpenButton


class GoToButton(OpenButton):
    """Looks like a field with its shortcut at the right; an icon alone in the narrow rail."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Go to…", parent)
        self.setProperty("kind", "field")
        keys = QKeySequence("Ctrl+K").toString(QKeySequence.SequenceFormat.NativeText)
        self.setToolTip(f"Go to a person, pair, cohort or command ({keys})")
        self.setAccessibleName("Go to")
        icons.show_on(self, "search")
        self._keys = QLabel(keys.replace("+", " "))
        self._keys.setProperty("keys", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        row.addStretch(1)
        row.addWidget(self._keys, 0, Qt.AlignmentFlag.AlignVCenter)

    def set_narrow(self, narrow: bool) -> None:
        self.setText("" if narrow else "Go to…")
        self._keys.setVisible(not narrow)


class ScopeChoice(QComboBox):
    """The chosen program in bold under the word Program."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Program that the pages are about")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(8)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def sizeHint(self) -> QSize:
        look = theme.current()
        return QSize(super().sizeHint().width(), look.line("caption") + look.line("strong") + 12)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            option = QStyleOptionComboBox()
            self.initStyleOption(option)
            option.currentText = ""
            self.style().drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option, painter, self)
            self._paint_words(painter)
        finally:
            painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        look = theme.current()
        first = look.line("caption")
        room = QRectF(11, 5, self.width() - 40, first)
        painting.text(painter, room, "Program", "caption", "text2")
        painting.text(painter, room.translated(0, first).adjusted(0, 0, 0, 3), self.currentText(), "strong")
