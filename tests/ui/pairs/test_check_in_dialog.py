"""New answers of a check-in, typed in by hand: both sides, what is wrong, questions of the program, the fit."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from mentordesk.data.tables import Question, QuestionSet
from mentordesk.domain.check_ins import CheckInForm, Fit, OwnAnswer
from mentordesk.domain.standing import Side
from mentordesk.services.pairs import pulse
from tests.crossroads import START, TODAY, add

LEFT, RIGHT = Side
ASKED = "Something at work has changed because of our talks."


@pytest.fixture
def dialog(frame, show_pairs, qtbot):
    """The dialog for new answers, as the menu of the tab opens it."""

    def show() -> QDialog:
        page = show_pairs()
        page.pane.tabs.show_tab("check_ins")
        choose(page.pane.tabs.check_ins, "Enter answers now…")
        qtbot.waitUntil(lambda: frame.dialog().isActiveWindow())
        return frame.dialog()

    return show


def choose(tab, text: str) -> None:
    tab.menu.aboutToShow.emit()
    next(action for action in tab.menu.actions() if action.text() == text).trigger()


def keys(text: str) -> None:
    """Typed into whatever has the focus; "\\t" goes on."""
    for key in text:
        if key == "\t":
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        else:
            QTest.keyClicks(QApplication.focusWidget(), key)


def test_a_check_in_is_typed_in_with_the_keyboard_alone(crossroads, pair, dialog, frame, settle) -> None:
    shown = dialog()
    keys("5\t4\t3\t4\t4\t5\t9\tAll is well.\t\t4\t4\t4\t5")
    assert shown.sides[RIGHT].scales["progress"].choice() == 5
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete)
    assert shown.sides[RIGHT].scales["progress"].choice() is None
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    left, right = crossroads.desk.read(pulse.of_pair, pair)
    assert list(left.answers.given.values()) == [5, 4, 3, 4]
    assert (left.got, left.gave, left.recommend, left.comment, left.fit) == (4, 5, 9, "All is well.", None)
    assert list(right.answers.given.values()) == [4, 4, 4]
    assert (right.recommend, right.on) == (None, TODAY)
    assert frame.said == ["Check-in recorded"]
    assert len(frame.page.pane.tabs.check_ins.lines) == 2
    crossroads.desk.undo()
    settle()
    assert frame.page.pane.tabs.check_ins.empty.isVisible()


def test_a_side_is_left_out_or_noted_as_not_answered(crossroads, pair, dialog, settle) -> None:
    shown = dialog()
    jonas = shown.sides[RIGHT]
    jonas.skipped.setFocus()
    QTest.keyClick(jonas.skipped, Qt.Key.Key_Space)
    assert not any(part.isEnabled() for part in jonas.others)
    shown.primary.click()
    settle()
    (only,) = crossroads.desk.read(pulse.of_pair, pair)
    assert (only.who, only.skipped) == ("Jonas", True)


def test_what_is_wrong_is_said_at_its_field(crossroads, pair, dialog) -> None:
    shown = dialog()
    shown.primary.click()
    assert shown.form.box("left.trust").problem() or shown.note.text()
    shown.day.set_value(START - timedelta(days=1))
    shown.sides[LEFT].scales["trust"].choose(4)
    shown.primary.click()
    assert shown.form.box("on").problem() == "The pair began on 6 October 2025. Use that day or a later one."
    assert crossroads.desk.read(pulse.of_pair, pair) == ()
    shown.day.set_value(None)
    shown.primary.click()
    assert shown.form.box("on").problem() == "Say on which day they were asked."


def test_questions_of_the_program_are_asked_and_shown(crossroads, pair, dialog, settle, frame) -> None:
    columns = {"program_id": crossroads.program, "question_set": QuestionSet.CHECK_IN, "text": ASKED}
    crossroads.desk.do(add, Question(**columns))
    shown = dialog()
    shown.sides[RIGHT].own[ASKED].choose(4)
    shown.primary.click()
    settle()
    (only,) = crossroads.desk.read(pulse.of_pair, pair)
    assert only.own == (OwnAnswer(ASKED, 4),)
    line = frame.page.pane.tabs.check_ins.questions[-1]
    assert (line.question.text, line.chart.lines.latest(RIGHT)) == (ASKED, 4)


def test_the_fit_is_asked_while_the_pair_is_young_and_has_met(crossroads, pair, dialog, settle) -> None:
    crossroads.clock.day = START + timedelta(days=40)
    crossroads.contact(pair, 10)
    crossroads.desk.do(pulse.record, CheckInForm(pair, LEFT, crossroads.ago(5), fit=Fit.GOOD))
    shown = dialog()
    assert shown.sides[LEFT].fit is None
    shown.sides[RIGHT].fit.choose(Fit.DECIDING)
    shown.primary.click()
    settle()
    assert [row.fit for row in crossroads.desk.read(pulse.of_pair, pair)] == [Fit.DECIDING, Fit.GOOD]


def test_an_old_pair_is_not_asked_whether_it_fits(crossroads, pair, dialog) -> None:
    crossroads.contact(pair, 10)
    assert [it.fit for it in dialog().sides.values()] == [None, None]
