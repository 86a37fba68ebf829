"""A pair that goes back decades: entered with a year alone, corrected later, shown as it is known."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from mentordesk.domain.dates import Precision
from mentordesk.domain.standing import PairStatus
from mentordesk.services.pairs import pairs
from mentordesk.ui.pairs.pair_dialog import new_pair
from mentordesk.ui.pairs.start_dialog import StartDialog


def type_in(field, text: str) -> None:
    edit = field.findChild(QLineEdit)
    edit.selectAll()
    QTest.keyClicks(edit, text)


def press(button) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_an_old_pair_is_entered_with_the_year_that_is_known(crossroads, frame) -> None:
    dialog = new_pair(frame.workplace, frame)
    dialog.cohort.choose(None)
    dialog.mentor.set_value(crossroads.people["Amara"])
    dialog.mentee.set_value(crossroads.people["Jonas"])
    dialog.status.choose(PairStatus.ENDURING)
    type_in(dialog.started_on, "1989")
    press(dialog.primary)
    (row,) = [row for row in crossroads.desk.read(pairs.rows) if row.status is PairStatus.ENDURING]
    assert (row.started_text, row.started_on, row.cohort_id) == ("1989", date(1989, 1, 1), None)


def test_an_enduring_pair_needs_a_start(crossroads, frame) -> None:
    dialog = new_pair(frame.workplace, frame)
    dialog.cohort.choose(None)
    dialog.mentor.set_value(crossroads.people["Amara"])
    dialog.mentee.set_value(crossroads.people["Jonas"])
    dialog.status.choose(PairStatus.ENDURING)
    press(dialog.primary)
    assert "has started. Say when." in dialog.form.box("started_on").problem()
    assert dialog.isVisible()


def test_the_start_is_corrected_and_shown_in_the_pane(crossroads, frame, show_pairs, settle) -> None:
    pair_id = crossroads.pair(cohort_id=None)
    page = show_pairs()
    settle()
    page.actions_on_pairs.change_start(crossroads.desk.read(pairs.row, pair_id))
    dialog = frame.dialog()
    assert isinstance(dialog, StartDialog)
    assert dialog.since.text() == "6 October 2025"
    type_in(dialog.since, "Marz 1994")
    press(dialog.primary)
    assert dialog.form.box("started_on").problem()
    type_in(dialog.since, "March 1994")
    press(dialog.primary)
    settle()
    found = crossroads.desk.read(pairs.detail, pair_id)
    assert (found.row.started_text, found.started_precision) == ("March 1994", Precision.MONTH)
    assert page.pane.sheet.row.started_text == "March 1994"
