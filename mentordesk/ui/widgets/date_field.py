"""A field for a day: typed in words people use, or chosen from a calendar. Knows no rule about the day."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from mentordesk.domain import dates
from mentordesk.domain.text import fold
from mentordesk.ui import theme
from mentordesk.ui.widgets.field_line import FieldLine
from mentordesk.ui.widgets.label import icon_button, restyle

_WORDS = {"today": 0, "yesterday": -1, "tomorrow": 1}
FIRST, LAST = date(1900, 1, 1), date(2199, 12, 31)
"""The days a field takes: a slip in the year is said at once, and a day further on can be counted from any of them."""
_MONTHS = [fold(dates.month_name(month)) for month in range(1, 13)]


class NoSuchDayError(ValueError):
    """What was typed is no day; the text says so and proposes one."""


def read_day(typed: str, today: date) -> date | None:
    """The day that was meant: today, yesterday, -1, +3, "4 June", "4 jun 2026", "June 4, 2026", "2026-06-04".

    None for an empty text, NoSuchDayError for anything else. Numbers alone (04/06) are refused: they mean two days.
    """
    words = fold(typed).strip()
    if not words:
        return None
    if words in _WORDS:
        return today + timedelta(days=_WORDS[words])
    if re.fullmatch(r"[+-]\d{1,4}", words):
        return min(max(today + timedelta(days=int(words)), FIRST), LAST)
    if found := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", words):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    parts = re.findall(r"[a-z]+|\d+", words)
    names = [part for part in parts if part.isalpha()]
    numbers = [int(part) for part in parts if part.isdigit()]
    month = _month(names[0]) if len(names) == 1 else 0
    if not month or len(numbers) not in (1, 2):
        raise NoSuchDayError(f"“{typed.strip()}” is no day. Write it like {dates.long(today)}.")
    year = _year(numbers[1]) if len(numbers) == 2 else today.year
    return _day(year, month, numbers[0])


def _month(name: str) -> int:
    known = [at for at, month in enumerate(_MONTHS, 1) if len(name) >= 3 and month.startswith(name)]
    return known[0] if known else 0


def _year(number: int) -> int:
    return number if number >= 100 else 2000 + number


def _day(year: int, month: int, day: int) -> date:
    if not FIRST.year <= year <= LAST.year:
        raise NoSuchDayError(f"The year is {FIRST.year} to {LAST.year}. Write the day like 4 June 2026.")
    if not 1 <= month <= 12:
        raise NoSuchDayError(f"There is no month {month}. Write the day like 4 June 2026.")
    last = monthrange(year, month)[1]
    if not 1 <= day <= last:
        proposal = dates.long(date(year, month, min(max(day, 1), last)))
        raise NoSuchDayError(f"{dates.month_name(month)} has no day {day}. Use {proposal}?")
    return date(year, month, day)


class DateField(QFrame):
    """`value` is a date or None. Up and Down change it by a day, Alt+Down opens the calendar."""

    changed = Signal(object)

    def __init__(
        self,
        today: Callable[[], date],
        value: date | None = None,
        parent: QWidget | None = None,
        *,
        placeholder: str = "",
    ) -> None:
        super().__init__(parent)
        self.setProperty("field", True)
        self._today = today
        self._value: date | None = None
        self._problem = ""
        self._edit = _DayEdit(self)
        self._edit.setPlaceholderText(placeholder)
        self._open = icon_button("calendar", "Open the calendar", self.open_calendar, small=True)
        self._open.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(self._edit)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(8, 1, 2, 1)
        inside.setSpacing(2)
        inside.addWidget(self._edit, 1)
        inside.addWidget(self._open)
        self._edit.textEdited.connect(self._on_typed)
        self._edit.editingFinished.connect(self._on_finished)
        self.set_value(value)

    def value(self) -> date | None:
        """The day; None if the field is empty or what stands there is no day (see `problem`)."""
        return self._value

    def problem(self) -> str:
        """Why what stands there is no day; empty if all is well."""
        return self._problem

    def set_value(self, value: date | None) -> None:
        """Shows a day, or nothing."""
        self._value, self._problem = value, ""
        self._edit.setText(dates.long(value) if value else "")

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._edit.setAccessibleName(name)

    def text(self) -> str:
        """What stands in the field."""
        return self._edit.text()

    def step(self, days: int) -> None:
        """Goes some days on; from an empty field to today."""
        room = range((FIRST - self._value).days, (LAST - self._value).days + 1) if self._value else range(0)
        if self._value is None:
            self._choose(self._today())
        elif days in room:
            self._choose(self._value + timedelta(days=days))

    def open_calendar(self) -> None:
        """Shows a month to choose from, below the field."""
        popup = _Calendar(self, self._value or self._today())
        popup.chosen.connect(self._choose)
        popup.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        popup.show()

    def _choose(self, day: date) -> None:
        self.set_value(day)
        self.changed.emit(day)

    def _on_typed(self, typed: str) -> None:
        try:
            self._value, self._problem = read_day(typed, self._today()), ""
        except NoSuchDayError as error:
            self._value, self._problem = None, str(error)
        self.changed.emit(self._value)

    def _on_finished(self) -> None:
        if self._value is not None:
            self._edit.setText(dates.long(self._value))

    def show_focus(self, focused: bool) -> None:
        """Draws the frame as a field with or without the focus."""
        self.setProperty("focused", focused)
        restyle(self)


class _DayEdit(FieldLine):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._field.open_calendar()
        elif event.key() in steps:
            self._field.step(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class _Calendar(QFrame):
    chosen = Signal(object)

    def __init__(self, parent: QWidget, day: date) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("card", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.month = QCalendarWidget()
        self.month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.month.setSelectedDate(QDate(day.year, day.month, day.day))
        quiet = QTextCharFormat()
        quiet.setForeground(theme.current().color("text2"))
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):  # Qt's own is pure red, hard to read on dark
            self.month.setWeekdayTextFormat(weekend, quiet)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(4, 4, 4, 4)
        inside.addWidget(self.month)
        self.month.activated.connect(self._on_chosen)
        self.month.clicked.connect(self._on_chosen)
        self.month.setFocus()

    def _on_chosen(self, day: QDate) -> None:
        self.chosen.emit(date(day.year(), day.month(), day.day()))
        self.close()
