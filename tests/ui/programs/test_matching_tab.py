"""The Matching tab of a program: rules, goal and places per company are saved at once, one step each."""

import pytest
from PySide6.QtCore import QPoint, Qt

from mentordesk.data.tables import Program
from mentordesk.domain.company_places import CompanyPlaces
from mentordesk.domain.matching.criteria import Goal
from mentordesk.domain.programs import Format
from mentordesk.services.matching import program_matching
from mentordesk.ui.programs.page import TABS, ProgramsPage
from tests import builders

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def program(desk) -> int:
    return builders.add_program(desk)


@pytest.fixture
def page(qtbot, workplace, program) -> ProgramsPage:
    return show(qtbot, workplace)


def show(qtbot, workplace) -> ProgramsPage:
    made = ProgramsPage(workplace)
    qtbot.addWidget(made)
    made.tabs.setCurrentIndex(TABS.index("matching"))
    made.resize(1250, 820)
    made.show()
    qtbot.waitUntil(lambda: made.loaded)
    return made


def left(page, part) -> int:
    return part.mapTo(page, QPoint()).x()


def rules(desk, program):
    return desk.read(program_matching.matching, program).rules


def test_the_rules_of_the_program_are_shown(page) -> None:
    lines = page.matching.editor.criteria.lines
    assert [(line.name.name(), line.points.text()) for line in lines.values()][:2] == [
        ("Wishes met", "35"),
        ("Gives back", "20"),
    ]
    assert page.matching.goal.lines[Goal.PARTICIPATION].radio.isChecked()
    assert not page.matching.editor.criteria.reset.isEnabled()


def test_a_weight_is_saved_at_once_and_taken_back(qtbot, desk, page, program) -> None:
    slider = page.matching.editor.criteria.lines["language"].slider
    qtbot.keyClick(slider, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: rules(desk, program).criterion("language").weight == 10)
    assert desk.undo_label() == "Change the weight of Language"
    qtbot.waitUntil(page.matching.editor.criteria.reset.isEnabled)
    desk.undo()
    qtbot.waitUntil(lambda: slider.value() == 1)
    assert rules(desk, program).criterion("language").weight == 1


def test_the_goal_and_a_rule_are_steps_of_their_own(qtbot, desk, page, program) -> None:
    qtbot.mouseClick(page.matching.goal.lines[Goal.FAIRNESS].radio, LEFT)
    qtbot.mouseClick(page.matching.editor.rules_list.lines["other_department"].box, LEFT)
    found = rules(desk, program)
    assert (found.goal, found.is_on("other_department")) == (Goal.FAIRNESS, True)
    assert desk.undo_label() == "Switch on “Never of one department”"
    desk.undo()
    assert desk.undo_label() == "Change the goal to Fairness"


def test_reset_goes_back_to_what_the_format_begins_with(qtbot, desk, page, program) -> None:
    page.matching.editor.criteria.leave_out("gives_back")
    qtbot.waitUntil(page.matching.editor.criteria.reset.isEnabled)
    qtbot.mouseClick(page.matching.editor.criteria.reset, LEFT)
    assert rules(desk, program) == desk.read(program_matching.matching, program).usual


def test_what_is_typed_goes_to_the_program_it_was_typed_for(qtbot, desk, page, program) -> None:
    other = builders.add_program(desk, "Side by Side", Format.PEER)
    qtbot.keyClick(page.matching.editor.criteria.lines["language"].slider, Qt.Key.Key_End)
    page.show_program(other)
    qtbot.waitUntil(lambda: page.sheet.row.id == other)
    qtbot.waitUntil(lambda: rules(desk, program).criterion("language").weight == 10)
    assert rules(desk, other).criterion("language").weight == 1
    assert not page.matching.companies.isVisible()


def test_places_per_company_are_typed_and_saved(qtbot, desk, workplace) -> None:
    program = builders.add_program(desk, "Open Door", Format.CROSS_COMPANY)
    page = show(qtbot, workplace)
    card = page.matching.companies
    assert card.mentors.text() == "No limit"
    qtbot.waitUntil(
        lambda: card.mapTo(page, card.rect().topLeft()).x() < page.matching.goal.mapTo(page, card.pos()).x()
    )
    card.mentors.setFocus()
    card.mentors.selectAll()
    qtbot.keyClicks(card.mentors, "12")
    qtbot.keyClick(card.mentors, Qt.Key.Key_Return)
    assert desk.read(program_matching.matching, program).places == CompanyPlaces(12, None)
    assert desk.undo_label() == "Change the places per company of Open Door"
    desk.undo()
    qtbot.waitUntil(lambda: card.mentors.text() == "No limit")


def _spoil(session, program_id: int) -> None:
    session.get_one(Program, program_id).match_rules = {"criteria": {"star_sign": 3}}


def test_rules_that_cannot_be_read_can_be_replaced(qtbot, desk, page, program) -> None:
    usual = rules(desk, program)
    desk.do(_spoil, program)
    qtbot.waitUntil(page.matching.mend.isVisible)
    assert "star_sign" in page.matching.problem.text()
    assert not page.matching.editor.isVisible()
    qtbot.mouseClick(page.matching.mend, LEFT)
    qtbot.waitUntil(page.matching.editor.isVisible)
    assert rules(desk, program) == usual


def test_a_desk_to_read_only_shows_the_rules_and_changes_nothing(qtbot, desk, workplace, program, monkeypatch) -> None:
    monkeypatch.setattr(type(workplace), "read_only", property(lambda _self: True))
    page = show(qtbot, workplace)
    assert not page.matching.editor.criteria.lines["wishes"].slider.isEnabled()
    assert not page.matching.editor.criteria.add.isVisible()
    assert not page.matching.companies.mentors.isEnabled()
    assert not page.matching.goal.lines[Goal.SCORE].radio.isEnabled()
