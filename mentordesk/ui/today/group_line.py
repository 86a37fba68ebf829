"""The line above a group of items: Now 3."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mentordesk.ui import theme
from mentordesk.ui.widgets.label import label


class GroupLine(QWidget):
    """The name of the group and how many are in it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._count = label("", "body", "text2")
        inside = QHBoxLayout(self)
        inside.setContentsMargins(16, 0, 16, 0)
        inside.setSpacing(8)
        inside.addWidget(label(name, "strong"))
        inside.addWidget(self._count)
        inside.addStretch(1)

    def set_count(self, count: int) -> None:
        self._count.setText(f"{count:,}")
        self.setAccessibleName(f"{self._name}: {count} items" if count != 1 else f"{self._name}: 1 item")
        self.setMinimumHeight(theme.current().row("group"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, box = theme.current(), QRectF(self.rect())
        painter = QPainter(self)
        try:
            painter.fillRect(box, look.color("sunken"))
            painter.fillRect(QRectF(0, box.height() - 1, box.width(), 1), look.color("border"))
        finally:
            painter.end()
