"""The Questions tab of a program as a coordinator uses it, on a real desk."""

import pytest
from PySide6.QtCore import Qt

from mentordesk.domain.questions import QuestionSet
from mentordesk.domain.standing import Side
from mentordesk.services.programs import questions
from mentordesk.services.stories import stories
from mentordesk.ui.programs.page import ProgramsPage
from mentordesk.ui.workplace import Target
from tests import builders

CHECK_IN, CLOSING, STORY = QuestionSet


@pytest.fixture
def program(desk) -> int:
    return builders.add_program(desk)


@pytest.fixture
def show(qtbot, workplace, program):
    def made() -> ProgramsPage:
        page = ProgramsPage(workplace)
        qtbot.addWidget(page)
        page.resize(1250, 820)
        page.show()
        qtbot.waitUntil(lambda: page.loaded)
        page.open(Target("programs", program, "questions"))
        qtbot.waitUntil(lambda: not workplace.reader.pending and page.questions.isVisible())
        return page

    return made


def texts(desk, program, kind=STORY) -> list[str]:
    return [row.text for row in desk.read(questions.rows, program) if row.question_set is kind]


def line(page, number=0, kind=STORY):
    return list(page.questions.cards[kind].lines.values())[number]


def test_the_three_sets_are_there_and_the_four_stay_fixed(show) -> None:
    page = show()
    cards = page.questions.cards
    assert [fixed.title.text() for fixed in cards[CHECK_IN].fixed] == ["Trust", "Value", "Balance", "Progress"]
    assert not cards[CHECK_IN].lines
    assert (len(cards[CLOSING].lines), len(cards[STORY].lines)) == (4, 6)
    assert line(page).answers.text() == "No answer yet"


def test_a_question_is_added_with_the_keyboard(qtbot, desk, program, show, said) -> None:
    page = show()
    card = page.questions.cards[CHECK_IN]
    for text in ("I sleep well.", "I look forward to it."):
        card.add.click()
        qtbot.waitUntil(card.new.isVisible)
        qtbot.keyClicks(card.new, text)
        qtbot.keyClick(card.new, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda text=text: text in [each.text.text() for each in card.lines.values()])
    assert texts(desk, program, CHECK_IN) == ["I sleep well.", "I look forward to it."]
    assert [each.number.text() for each in card.lines.values()] == ["5", "6"]
    assert not card.add.isEnabled()
    assert card.add.toolTip() == "A check-in asks the four questions and at most two more"
    assert said == ["Question added", "Question added"]


def test_esc_puts_the_new_question_away(qtbot, desk, program, show) -> None:
    card = show().questions.cards[STORY]
    card.add.click()
    qtbot.keyClicks(card.new, "Half a")
    qtbot.keyClick(card.new, Qt.Key.Key_Escape)
    assert not card.new.isVisible()
    assert card.new.text() == ""
    assert len(texts(desk, program)) == 6


def test_a_second_question_of_the_same_words_is_refused_and_stays_typed(qtbot, desk, workplace, program, show) -> None:
    failed: list[object] = []
    workplace.failed.connect(failed.append)
    page = show()
    card = page.questions.cards[STORY]
    card.add.click()
    qtbot.keyClicks(card.new, line(page).row.text)
    qtbot.keyClick(card.new, Qt.Key.Key_Return)
    assert "is asked already" in str(failed[0])
    assert card.new.text() == line(page).row.text
    assert len(texts(desk, program)) == 6


def test_f2_edits_in_place_enter_keeps_and_esc_takes_back(qtbot, desk, program, show) -> None:
    page = show()
    text = line(page).text
    text.setFocus()
    qtbot.keyClick(text, Qt.Key.Key_F2)
    qtbot.keyClicks(text, "Where did you meet?")
    qtbot.keyClick(text, Qt.Key.Key_Escape)
    assert text.text() == "How did you meet, and what did you think of each other?"
    qtbot.keyClick(text, Qt.Key.Key_F2)
    qtbot.keyClicks(text, "Where did you meet?")
    qtbot.keyClick(text, Qt.Key.Key_Return)
    assert texts(desk, program)[0] == "Where did you meet?"
    qtbot.keyClick(text, Qt.Key.Key_F2)
    qtbot.keyClick(text, Qt.Key.Key_Delete)
    qtbot.keyClick(text, Qt.Key.Key_Return)
    assert text.text() == "Where did you meet?"


def test_alt_and_arrows_move_a_question_and_keep_the_focus(qtbot, desk, workplace, program, show) -> None:
    page = show()
    before = texts(desk, program)
    moved = line(page, 1)
    moved.text.setFocus()
    qtbot.keyClick(moved.text, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: line(page) is moved)
    assert texts(desk, program) == [before[1], before[0], *before[2:]]
    assert moved.text.hasFocus()
    assert not moved.up.isEnabled()
    moved.down.click()
    qtbot.waitUntil(lambda: line(page, 1) is moved)
    assert texts(desk, program) == before
    qtbot.keyClick(moved.text, Qt.Key.Key_Down)
    assert line(page, 2).text.hasFocus()


def test_a_question_is_hidden_and_shown_again(qtbot, desk, program, show) -> None:
    page = show()
    line(page).hide_button.click()
    qtbot.waitUntil(lambda: line(page).hide_button.text() == "Show")
    assert line(page).answers.text() == "No answer yet, hidden"
    line(page).hide_button.click()
    qtbot.waitUntil(lambda: line(page).hide_button.text() == "Hide")
    assert not any(row.hidden for row in desk.read(questions.rows, program))


def test_del_removes_a_question_that_nobody_answered(qtbot, desk, program, show, said) -> None:
    page = show()
    text = line(page).text
    text.setFocus()
    qtbot.keyClick(text, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(page.questions.cards[STORY].lines) == 5)
    assert said == ["Question removed"]
    assert line(page).text.hasFocus()
    desk.undo()
    assert len(texts(desk, program)) == 6


def test_an_answered_question_can_only_be_hidden(qtbot, desk, program, show, said) -> None:
    pair = builders.add_pair(desk, "Amara Okonkwo", "Jonas Weidmann", builders.add_cohort(desk, program))
    desk.do(stories.answer, pair, "What has Amara learned from Jonas?", Side.LEFT, "To wait.")
    page = show()
    answered = line(page, 2)
    assert answered.answers.text() == "1 answer"
    assert not answered.remove.isEnabled()
    assert answered.remove.toolTip() == "Answered once: it can be hidden, not removed"
    answered.text.setFocus()
    qtbot.keyClick(answered.text, Qt.Key.Key_Delete)
    assert said == ["Answered once: it can be hidden, not removed."]
    assert len(texts(desk, program)) == 6


def test_the_menu_has_what_the_line_has(qtbot, show) -> None:
    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QMenu

    page = show()
    line(page).show_menu(QPoint(10, 10))
    menu = line(page).findChild(QMenu)
    assert [action.text() for action in menu.actions()] == ["Edit (F2)", "Move up", "Move down", "Hide", "Remove"]
    assert [action.isEnabled() for action in menu.actions()] == [True, False, True, True, True]
    menu.close()


def test_a_desk_to_read_only_shows_and_changes_nothing(qtbot, desk, workplace, program, show, said) -> None:
    desk.read_only = True
    page = show()
    card = page.questions.cards[STORY]
    assert not card.add.isEnabled()
    assert not line(page).hide_button.isEnabled()
    text = line(page).text
    text.setFocus()
    qtbot.keyClick(text, Qt.Key.Key_F2)
    assert text.isReadOnly()
    qtbot.keyClick(text, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert said == []
