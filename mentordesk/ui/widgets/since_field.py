"""A field for a day of long ago: a full day, a month or only a year. Knows no rule about the day."""

import re
from datetime import date

from mentordesk.domain import dates
from mentordesk.domain.dates import Precision
from mentordesk.domain.text import fold
from mentordesk.ui.widgets.date_field import DateField, NoSuchDayError, read_day

_EARLIEST = 1900


def read_since(typed: str, today: date) -> tuple[date | None, Precision]:
    """What was meant, with how exactly: "1998", "March 1998", "mar 1998", or a day as `read_day` takes it.

    Of a year it is 1 January, of a month its first day. Raises NoSuchDayError.
    """
    words = fold(typed).strip()
    if re.fullmatch(r"\d{4}", words):
        return _first(int(words), 1), Precision.YEAR
    if (found := re.fullmatch(r"([a-z]{3,9})[ .,]+(\d{4})", words)) and (month := _month(found[1])):
        return _first(int(found[2]), month), Precision.MONTH
    return read_day(typed, today), Precision.DAY


def _month(name: str) -> int:
    return next((month for month in range(1, 13) if fold(dates.month_name(month)).startswith(name)), 0)


def _first(year: int, month: int) -> date:
    if year < _EARLIEST:
        raise NoSuchDayError(f"{year} is too long ago. Write a year from {_EARLIEST} on, like 1998.")
    return date(year, month, 1)


class SinceField(DateField):
    """`value` is a day and `precision` says how exactly it is known. Shows it back as it was meant: "March 1998"."""

    _precision = Precision.DAY

    def precision(self) -> Precision:
        """How exactly the day is known."""
        return self._precision

    def set_since(self, value: date | None, precision: Precision) -> None:
        """Shows a day, a month or a year, or nothing."""
        self.set_value(value)
        self._precision = precision
        self._show_as_meant()

    def set_value(self, value: date | None) -> None:
        self._precision = Precision.DAY
        super().set_value(value)

    def _on_typed(self, typed: str) -> None:
        self._problem = ""
        try:
            self._value, self._precision = read_since(typed, self._today())
        except NoSuchDayError as error:
            self._value, self._problem = None, str(error)
        self.changed.emit(self._value)

    def _on_finished(self) -> None:
        self._show_as_meant()

    def _show_as_meant(self) -> None:
        if self._value is not None:
            exact = self._precision is Precision.DAY
            self._edit.setText(dates.long(self._value) if exact else dates.known(self._value, self._precision))
