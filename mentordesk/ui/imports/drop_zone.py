"""The place a roster is dropped on, or chosen from. Knows no file."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentordesk.ui import theme
from mentordesk.ui.widgets.empty_state import EmptyState
from mentordesk.ui.widgets.label import button, row

_SENTENCE = (
    "Excel (.xlsx, .xlsm, .xls), OpenDocument (.ods) or text (.csv), with a row of headings such as Name, E-mail, "
    "Department. Nothing is stored before you have seen every row."
)


class DropZone(QWidget):
    """A dashed frame around an invitation; `inviting` while a file is held over it."""

    def __init__(self, on_choose: Callable[[], object], on_empty_roster: Callable[[], object]) -> None:
        super().__init__()
        self.inviting = False
        self.invitation = EmptyState(
            "import", "Drop a roster here", _SENTENCE, "Choose a file…", on_choose, action_icon="import"
        )
        self.empty_roster = button("Save an empty roster to fill in", "link", "export", on_empty_roster)
        self.invitation.setFixedWidth(theme.current().wide(520))
        inside = QVBoxLayout(self)
        inside.setContentsMargins(24, 24, 24, 24)
        inside.setSpacing(4)
        inside.addStretch(1)
        inside.addLayout(row(None, self.invitation, None))  # beside stretches it is asked for the height it has
        inside.addWidget(self.empty_roster, 0, Qt.AlignmentFlag.AlignHCenter)
        self._ways = inside
        inside.addStretch(1)

    def add_way(self, made: QWidget) -> None:
        """Something else one can do here, below the others."""
        self._ways.insertWidget(self._ways.count() - 1, made, 0, Qt.AlignmentFlag.AlignHCenter)

    def set_inviting(self, inviting: bool) -> None:
        """Whether a file that can be dropped is over it."""
        self.inviting = inviting
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            pen = QPen(look.color("accent" if self.inviting else "border_strong"), 2 if self.inviting else 1)
            pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.setBrush(look.color("accent_tint" if self.inviting else "surface"))
            radius = look.radius("card")
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        finally:
            painter.end()
