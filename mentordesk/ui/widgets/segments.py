"""A few choices side by side, one of them chosen: levels, list or board. Knows no meaning of a choice."""

from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from mentordesk.ui import icons, theme
from mentordesk.ui.widgets import painting


class SegmentedControl(QFrame):
    """Choices are (key, title) or (key, title, icon). Arrows move, a digit chooses; emits `chosen` for the user only.

    With `optional`, a click on the chosen segment or Del leaves nothing chosen.
    """

    chosen = Signal(object)

    def __init__(
        self,
        choices: list[tuple[Any, ...]],
        name: str = "",
        *,
        stretch: bool = False,
        optional: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("segments", True)
        self.setAccessibleName(name)
        self._optional = optional
        self._keys = [choice[0] for choice in choices]
        self._group = QButtonGroup(self)
        self._group.setExclusive(not optional)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        for number, (_, title, *icon) in enumerate(choices):
            segment = self._segment(number, title, icon[0] if icon else "")
            self._group.addButton(segment, number)
            inside.addWidget(segment, 1 if stretch else 0)
        self._group.idClicked.connect(self._on_clicked)
        across = QSizePolicy.Policy.Preferred if stretch else QSizePolicy.Policy.Fixed
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        if not optional:
            self.choose(self._keys[0])

    def _segment(self, number: int, title: str, icon: str) -> "_Segment":
        segment = _Segment(title, self)
        last = len(self._keys) - 1
        segment.setProperty("place", "last" if number == last else "first" if number == 0 else "")
        if icon:
            icons.show_on(segment, icon, "text2", 15)
        return segment

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)

    def choice(self) -> Any:
        """The chosen key; None if nothing is."""
        at = self._group.checkedId()
        return self._keys[at] if at >= 0 else None

    def choose(self, key: Any) -> None:
        """Chooses silently; None leaves nothing chosen."""
        for number, button in enumerate(self._group.buttons()):
            if not self._optional and key is not None:
                button.setChecked(self._keys[number] == key)
            elif self._optional:
                button.setChecked(key is not None and self._keys[number] == key)
        self.setFocusProxy(self._focused())
        for button in [] if self._optional else self._group.buttons():  # Tab comes to the chosen one, arrows go on
            chosen = button is self._group.checkedButton()
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus)

    def _focused(self) -> QWidget:
        return self._group.checkedButton() or self._group.buttons()[0]

    def _on_clicked(self, at: int) -> None:
        on = self._group.button(at).isChecked()
        self.choose(self._keys[at] if on else None)
        self.chosen.emit(self.choice())

    def pick(self, at: int) -> None:
        """What the keyboard chooses: the segment number `at`, as far as there is one."""
        if 0 <= at < len(self._keys) and self._group.button(at).isEnabled():
            self.choose(self._keys[at])
            self._group.button(at).setFocus(Qt.FocusReason.TabFocusReason)
            self.chosen.emit(self.choice())

    def clear_choice(self) -> None:
        """Nothing is chosen any more, where that is allowed."""
        if self._optional:
            self.choose(None)
            self.chosen.emit(None)

    def number_of(self, segment: "QPushButton") -> int:
        """The place of a segment, from 0."""
        return self._group.id(segment)


class _Segment(QPushButton):
    def __init__(self, title: str, control: SegmentedControl) -> None:
        super().__init__(title, control)
        self.setProperty("kind", "segment")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self._control = control

    def sizeHint(self) -> QSize:
        """Wide enough for the bold letters of the chosen state."""
        hint = super().sizeHint()
        icon = 22 if not self.icon().isNull() else 0
        return QSize(max(hint.width(), round(painting.text_width(self.text(), "strong")) + 28 + icon), hint.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at = self._control.number_of(self)
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        if event.key() in steps:
            self._control.pick(at + steps[Qt.Key(event.key())])
        elif event.text().isdigit() and event.text() != "0":
            self._control.pick(int(event.text()) - 1)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._control.clear_choice()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            try:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QPen(theme.current().color("accent"), 2))
                painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 4, 4)
            finally:
                painter.end()
