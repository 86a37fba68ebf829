"""Which days the statement shows: a few usual periods, or from one day to another. Says them in words."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QKeyEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from mentordesk.domain.dates import add_months
from mentordesk.domain.scope import ALWAYS, Period
from mentordesk.domain.statement import period_words
from mentordesk.ui import icons, theme
from mentordesk.ui.widgets.date_field import DateField
from mentordesk.ui.widgets.dialog import Dialog
from mentordesk.ui.widgets.form import Form
from mentordesk.ui.widgets.open_button import held

YEAR, LAST_YEAR, HALF, TWELVE, ALL, OWN = "year", "last_year", "6", "12", "all", "own"
_CHOICES = (
    (YEAR, "This year"),
    (LAST_YEAR, "Last year"),
    (HALF, "Last 6 months"),
    (TWELVE, "Last 12 months"),
    (ALL, "All time"),
)
_ICON = 16
_GAP = "\N{NO-BREAK SPACE}" * 2
"""Between the words and the icon behind them."""


def period_of(choice: str, today: date) -> Period:
    """The days that a usual period means today."""
    if choice == ALL:
        return ALWAYS
    if choice == YEAR:
        return Period(date(today.year, 1, 1), today)
    if choice == LAST_YEAR:
        return Period(date(today.year - 1, 1, 1), date(today.year - 1, 12, 31))
    return Period(add_months(today, -int(choice)), today)


class PeriodDialog(Dialog):
    """From one day to another, both included; an open end is left empty."""

    def __init__(self, parent: QWidget, today: Callable[[], date], period: Period) -> None:
        super().__init__("Show which days?", parent, primary="Show these days", width=420)
        self.first = DateField(today, period.first, placeholder="From the beginning")
        self.last = DateField(today, period.last, placeholder="Up to today")
        self.form = Form()
        self.form.add_row(("first", "From", self.first), ("last", "To", self.last))
        self.body.addWidget(self.form)
        self.first.setFocus()

    def period(self) -> Period:
        """What is chosen."""
        return Period(self.first.value(), self.last.value())

    def commit(self) -> bool:
        fields = {"first": self.first, "last": self.last}
        problems = {name: field.problem() for name, field in fields.items() if field.problem()}
        first, last = self.first.value(), self.last.value()
        if first and last and first > last:
            problems["last"] = "The period ends before it begins. Choose a later day."
        self.form.show_problems(problems)
        return not problems


class PeriodChoice(QPushButton):
    """A field with the days in words; it opens the choices. Emits `changed` when the coordinator chooses."""

    changed = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._choice: str | None = None
        self._usual = ALL
        self._own = ALWAYS
        self.setAutoDefault(False)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the icon stands behind the words
        icons.show_on(self, "calendar", "text2", _ICON)
        self.clicked.connect(self.open_choices)
        self._say()

    def set_usual(self, days: Sequence[date]) -> None:
        """What is shown until a period is chosen: this year where one of the days is of it, else all of time."""
        today = self._today()
        self._usual = YEAR if any(day.year == today.year for day in days) else ALL
        self._say()

    def choice(self) -> str:
        """The key of the period."""
        return self._choice or self._usual

    def period(self) -> Period:
        """The days."""
        return self._own if self.choice() == OWN else period_of(self.choice(), self._today())

    def choose(self, choice: str, own: Period = ALWAYS) -> None:
        """Chooses as a click does; `own` are the days of the choice OWN."""
        self._choice, self._own = choice, own
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        words = period_words(self.period(), self._today())
        self.setText(f"{words}{_GAP}")
        self.setAccessibleName(f"Period: {words}")
        self.setToolTip("Choose which days the statement shows")

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width() + 4, theme.current().row("control"))

    def menu_of_choices(self) -> QMenu:
        """The usual periods and the free one."""
        menu = QMenu(self)
        menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        group = QActionGroup(menu)
        for key, title in _CHOICES:
            action = menu.addAction(title, partial(self.choose, key))
            action.setCheckable(True)
            action.setChecked(key == self.choice())
            group.addAction(action)
        menu.addSeparator()
        menu.addAction("From … to …", self.ask)
        return menu

    def open_choices(self) -> None:
        """Shows the choices below the field."""
        self.menu_of_choices().popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def ask(self) -> None:
        """Asks for the first and the last day."""
        dialog = PeriodDialog(self.window(), self._today, self.period())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.choose(OWN, dialog.period()))
        dialog.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if held(event):
            return
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_choices()
        else:
            super().keyPressEvent(event)
