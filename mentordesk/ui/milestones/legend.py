"""What the marks of the time line mean, in one line below the list."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mentordesk.ui import theme
from mentordesk.ui.milestones import lane
from mentordesk.ui.widgets import painting

_MARKS = (("overdue", "overdue, bar runs to today"), ("due", "due soon"), ("done", "done"), ("open", "later"))


class Legend(QWidget):
    """A footer as wide as the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Marks: " + "; ".join(name for _, name in _MARKS))

    def sizeHint(self) -> QSize:
        return QSize(420, max(30, theme.current().line("caption") + 14))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        try:
            painter.fillRect(self.rect(), look.color("sunken"))
            painter.fillRect(0, 0, self.width(), 1, look.color("border"))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            left = 20.0
            for kind, name in _MARKS:
                lane.diamond(painter, QPointF(left, self.height() / 2), 12, kind)
                room = QRectF(left + 12, 0, self.width() - left - 16, self.height())
                left += painting.text(painter, room, name, "caption", "text2") + 38
        finally:
            painter.end()
