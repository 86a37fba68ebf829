"""A field of words: added, offered, removed, the same one once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from mentordesk.ui.widgets.tag_field import TagField
from tests.ui.widgets.in_fields import edit_of


@pytest.fixture
def skills(beside) -> TagField:
    field = TagField(["Budgets and P&L", "Board papers", "Négociation"])
    beside(field)
    return field


def test_enter_adds_a_word_and_the_known_one_of_that_name(skills, qtbot) -> None:
    edit = edit_of(skills)
    qtbot.keyClicks(edit, "telematics")
    skills.suggestions.close()
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    qtbot.keyClicks(edit, "negociation")
    skills.suggestions.close()
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert skills.tags() == ["telematics", "Négociation"]


def test_known_words_are_offered_and_what_is_new_last(skills, qtbot) -> None:
    qtbot.keyClicks(edit_of(skills), "bo")
    assert [choice.title for choice in skills.suggestions.offered()] == ["Board papers", "Add “bo”"]
    qtbot.keyClick(skills.suggestions.list, Qt.Key.Key_Return)
    assert skills.tags() == ["Board papers"]
    qtbot.keyClicks(edit_of(skills), "board papers")
    assert not skills.suggestions.is_open()


def test_backspace_selects_the_last_word_and_then_removes_it(skills, qtbot) -> None:
    skills.set_tags(["Board papers", "Site operations"])
    heard = []
    skills.changed.connect(heard.append)
    qtbot.keyClick(edit_of(skills), Qt.Key.Key_Backspace)
    assert skills.tags() == ["Board papers", "Site operations"]
    qtbot.keyClick(edit_of(skills), Qt.Key.Key_Backspace)
    assert heard == [["Board papers"]]


def test_the_cross_removes_its_word(skills, qtbot) -> None:
    skills.set_tags(["Board papers", "Site operations"])
    cross = next(cross for cross in skills.findChildren(QPushButton) if cross.accessibleName() == "Remove Board papers")
    qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert skills.tags() == ["Site operations"]


def test_the_same_word_is_not_added_twice(skills) -> None:
    skills.add("Telematics")
    skills.add("telematics")
    assert skills.tags() == ["Telematics"]


def test_a_word_left_in_the_field_is_added_when_it_is_left(beside, qtbot) -> None:
    field = TagField()
    other = beside(field)
    qtbot.keyClicks(edit_of(field), "Dutch")
    field.suggestions.close()
    other.setFocus()
    assert field.tags() == ["Dutch"]


def test_a_closed_list_of_words_takes_no_new_ones(beside, qtbot) -> None:
    field = TagField(["English", "Dutch"], new_allowed=False)
    beside(field)
    qtbot.keyClicks(edit_of(field), "Klingon")
    qtbot.keyClick(edit_of(field), Qt.Key.Key_Return)
    assert field.tags() == []


def test_many_words_make_the_field_higher(on_screen) -> None:
    field = TagField()
    field.set_tags([f"Skill number {number}" for number in range(12)])
    on_screen(field, 320, 200)
    assert field.heightForWidth(320) > field.heightForWidth(2000)
