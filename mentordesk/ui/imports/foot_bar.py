"""The bar below the steps: away at the left, what will happen in words, on at the right. Knows no step."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentordesk.ui.widgets.elided_label import ElidedLabel
from mentordesk.ui.widgets.label import button, line


class FootBar(QWidget):
    """Its buttons are the page's to connect."""

    def __init__(self) -> None:
        super().__init__()
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.cancel = button("Cancel")
        self.save_wrong = button("Save the rows to Excel…", icon="export")
        self.words = ElidedLabel("", "body", "text2", align="right")
        self.back = button("Back")
        self.onward = button("Next", "primary")
        inside = QHBoxLayout()
        inside.setContentsMargins(24, 10, 24, 10)
        inside.setSpacing(8)
        inside.addWidget(self.cancel)
        inside.addWidget(self.save_wrong)
        inside.addWidget(self.words, 1)
        inside.addSpacing(4)
        inside.addWidget(self.back)
        inside.addWidget(self.onward)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(line())
        whole.addLayout(inside)
