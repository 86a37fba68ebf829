"""What can be done with the pair that is explained: pin it, forbid it, and what forbidding would change."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from mentordesk.ui import icons
from mentordesk.ui.widgets.label import button, label, line, restyle
from mentordesk.ui.widgets.toast import keep_free

_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
_STAYS = "The pair stays when you suggest again"
_FREE = "The next suggestion may choose others"
_NEVER = "The pair is not made in this draft"


class WhyFoot(QWidget):
    """The effect stands above the buttons, or beside them where there is room."""

    pin_asked = Signal(bool)
    forbid_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._pinned = False
        self._tips = (_STAYS, _NEVER)
        self.effect = label("", "caption", "text2", wrap=True)
        self.pin = button("Pin pair", icon="pin", on_click=lambda: self.pin_asked.emit(not self._pinned))
        self.forbid = button("Forbid", icon="ban", on_click=self.forbid_asked.emit)
        self._buttons = QWidget()
        keep_free(self._buttons)
        self._pair = QBoxLayout(_ACROSS, self._buttons)
        self._pair.setContentsMargins(0, 0, 0, 0)
        self._pair.setSpacing(8)
        for each in (self.pin, self.forbid):
            self._pair.addWidget(each, 1)
        self._line = QBoxLayout(_DOWN)
        self._line.setSpacing(8)
        self._line.addWidget(self.effect)
        self._line.addWidget(self._buttons)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addWidget(line())
        inside.addLayout(self._line)

    def show_pair(self, pinned: bool, effect: str) -> None:
        """Shows another pair; `effect` is what forbidding it changes, empty where it is not proposed."""
        self._pinned = pinned
        self.pin.setText("Unpin" if pinned else "Pin pair")
        icons.show_on(self.pin, "pin", "accent" if pinned else "text", 16)
        self.effect.setText(effect)
        self.effect.setVisible(bool(effect))
        self.forbid.setAccessibleDescription(effect)
        self._tips = (_FREE if pinned else _STAYS, _NEVER)

    def lock(self, reason: str) -> None:
        """Neither button can do anything, for this reason; empty for none."""
        for each, tip in zip((self.pin, self.forbid), self._tips, strict=True):
            each.setEnabled(not reason)
            each.setToolTip(reason or tip)

    def set_wide(self, wide: bool) -> None:
        """The words beside the buttons, which are small then, or above them."""
        self._line.setDirection(QBoxLayout.Direction.RightToLeft if wide else _DOWN)
        self._line.setStretch(0, 1 if wide else 0)
        for each in (self.pin, self.forbid):
            if each.property("small") != wide:
                each.setProperty("small", wide)
                restyle(each)
