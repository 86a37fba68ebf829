"""Next 14 days: what comes, day by day; a click opens what it is about. Knows no service."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mentordesk.domain.dates import day_month
from mentordesk.domain.today import UpcomingKind, UpcomingRow
from mentordesk.ui import theme
from mentordesk.ui.widgets import painting
from mentordesk.ui.widgets.elided_label import ElidedLabel
from mentordesk.ui.widgets.label import button, icon_label, label
from mentordesk.ui.widgets.open_button import OpenButton

FIRST = 6
"""So many are shown until one asks for all."""
_ICONS = {
    UpcomingKind.MEETING: "coffee",
    UpcomingKind.STORY: "book-open",
    UpcomingKind.MILESTONE: "milestones",
    UpcomingKind.ANNIVERSARY: "star",
    UpcomingKind.MATCHING_CLOSES: "matching",
    UpcomingKind.COHORT_ENDS: "door-open",
}
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


class DayMark(QWidget):
    """The weekday above the day of the month."""

    def __init__(self, day: date) -> None:
        super().__init__()
        self._day = day
        self.setFixedWidth(theme.current().wide(34))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, width = theme.current(), float(self.width())
        above, below = float(look.line("caption")), float(look.line("section"))
        top = max(0.0, (self.height() - above - below) / 2)
        painter = QPainter(self)
        try:
            weekday = QRectF(0, top, width, above)
            painting.text(painter, weekday, _WEEKDAYS[self._day.weekday()], "caption", "text2", "center")
            painting.text(
                painter, QRectF(0, top + above, width, below), str(self._day.day), "section", "text", "center"
            )
        finally:
            painter.end()


class UpcomingLine(OpenButton):
    """A day and what it brings."""

    def __init__(self, row: UpcomingRow, today: date) -> None:
        super().__init__()
        self.row = row
        self.setProperty("kind", "stat")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        title, context = ElidedLabel(row.title, "strong"), ElidedLabel(row.context, "caption", "text2")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(title)
        words.addWidget(context)
        self._inside = inside = QHBoxLayout(self)
        inside.setContentsMargins(12, 4, 14, 4)
        inside.setSpacing(12)
        inside.addWidget(DayMark(row.on))
        inside.addLayout(words, 1)
        inside.addWidget(icon_label(_ICONS[row.kind], "text2", 15))
        self.setAccessibleName(f"{day_month(row.on, today)}: {row.title}. {row.context}")
        self.setToolTip(f"{day_month(row.on, today)}: {row.title}\n{row.context}".rstrip())

    def sizeHint(self) -> QSize:
        look = theme.current()
        return QSize(self._inside.sizeHint().width(), look.line("strong") + look.line("caption") + 13)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._inside.minimumSize().width(), self.sizeHint().height())


class UpcomingCard(QFrame):
    """Emits the row that was opened."""

    opened = Signal(object)
    calendar_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.setProperty("region", True)
        self.setAccessibleName("Next 14 days")
        self.lines: list[UpcomingLine] = []
        self._rows: Sequence[UpcomingRow] = ()
        self._today = date.min
        self._all = False
        self.title = label("Next 14 days", "section")
        self.calendar = button("Calendar", "link", on_click=self.calendar_asked.emit)
        self.calendar.setToolTip("Save these days as a calendar file")
        self.none = label("Nothing is planned for these days.", "body", "text2", wrap=True)
        self.none.setContentsMargins(16, 0, 16, 8)
        self.rest = button("", "link", on_click=self._on_rest)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 16, 6)
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.calendar)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 4, 16, 0)
        foot.addWidget(self.rest)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(1, 10, 1, 6)
        inside.setSpacing(0)
        for layout in (head, self._list, foot):
            inside.addLayout(layout)
        inside.insertWidget(1, self.none)
        theme.look.changed.connect(self._fill)
        inside.addStretch(1)

    def set_rows(self, rows: Sequence[UpcomingRow], today: date) -> None:
        """Show other rows; the same ones leave everything as it is."""
        if (rows, today) != (self._rows, self._today) or not self.lines:
            self._rows, self._today = rows, today
            self._fill()

    def _fill(self) -> None:
        focused = next((each.row.id for each in self.lines if each.hasFocus()), "")
        for old in self.lines:
            self._list.removeWidget(old)
            old.deleteLater()
        visible = self._rows if self._all else self._rows[:FIRST]
        self.lines = [UpcomingLine(row, self._today) for row in visible]
        for made in self.lines:
            made.clicked.connect(lambda _checked=False, row=made.row: self.opened.emit(row))
            self._list.addWidget(made)
            if made.row.id == focused:
                made.setFocus()
        self.none.setVisible(not self._rows)
        self.calendar.setVisible(bool(self._rows))
        self.rest.setVisible(len(self._rows) > FIRST)
        self.rest.setText("Show fewer" if self._all else f"Show all {len(self._rows)}")

    def _on_rest(self) -> None:
        self._all = not self._all
        self._fill()
