"""A start of long ago is typed as exactly as it is known, and stands there as it was meant."""

from datetime import date

import pytest
from PySide6.QtWidgets import QLineEdit

from mentordesk.domain.dates import Precision
from mentordesk.ui.widgets.since_field import SinceField

TODAY = date(2026, 6, 4)


@pytest.mark.parametrize(
    ("typed", "day", "precision", "shown"),
    [
        ("1998", date(1998, 1, 1), Precision.YEAR, "1998"),
        ("March 1998", date(1998, 3, 1), Precision.MONTH, "March 1998"),
        ("mar 1998", date(1998, 3, 1), Precision.MONTH, "March 1998"),
        ("9 June 2001", date(2001, 6, 9), Precision.DAY, "9 June 2001"),
        ("2001-06-09", date(2001, 6, 9), Precision.DAY, "9 June 2001"),
        ("yesterday", date(2026, 6, 3), Precision.DAY, "3 June 2026"),
    ],
)
def test_what_is_typed_is_read_as_meant(qtbot, typed, day, precision, shown) -> None:
    field = SinceField(lambda: TODAY)
    qtbot.addWidget(field)
    edit = field.findChild(QLineEdit)
    qtbot.keyClicks(edit, typed)
    edit.editingFinished.emit()
    assert (field.value(), field.precision(), field.text(), field.problem()) == (day, precision, shown, "")


@pytest.mark.parametrize("typed", ["98", "0998", "Marz 1998", "31 February 1998"])
def test_what_is_no_time_is_said_and_not_guessed(qtbot, typed) -> None:
    field = SinceField(lambda: TODAY)
    qtbot.addWidget(field)
    qtbot.keyClicks(field.findChild(QLineEdit), typed)
    assert field.value() is None
    assert field.problem()


def test_a_step_goes_on_from_a_whole_day(qtbot) -> None:
    field = SinceField(lambda: TODAY)
    qtbot.addWidget(field)
    field.set_since(date(1998, 1, 1), Precision.YEAR)
    assert field.text() == "1998"
    field.step(1)
    assert (field.value(), field.precision()) == (date(1998, 1, 2), Precision.DAY)
