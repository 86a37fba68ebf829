"""The parts of the Settings page: cards with a title, and in them a line for each setting. Knows no setting."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from mentordesk.ui.widgets.elided_label import ElidedLabel
from mentordesk.ui.widgets.label import card, label, line


class SettingLine(QWidget):
    """A name over a caption, and at the right what changes it."""

    def __init__(self, title: str, caption: str, *controls: QWidget) -> None:
        super().__init__()
        self.caption = ElidedLabel(caption, "caption", "text2")
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(ElidedLabel(title, "strong"))
        words.addWidget(self.caption)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(16, 8, 16, 8)
        inside.setSpacing(8)
        inside.addLayout(words, 1)
        for control in controls:
            inside.addWidget(control)
            if not control.accessibleName():
                control.setAccessibleName(title)


def titled_card(title: str, *lines: QWidget, action: QWidget | None = None) -> QFrame:
    """A card of lines divided by rules, below a title with perhaps a button beside it."""
    made = card()
    made.setAccessibleName(title)
    made.setProperty("region", True)
    inside = QVBoxLayout(made)
    inside.setContentsMargins(1, 1, 1, 5)
    inside.setSpacing(0)
    head = QHBoxLayout()
    head.setContentsMargins(16, 10, 16, 10)
    head.addWidget(label(title, "section"), 1)
    if action is not None:
        head.addWidget(action)
    inside.addLayout(head)
    for each in lines:
        inside.addWidget(line())
        inside.addWidget(each)
    return made
