"""The closing survey and the end of a pair, as a coordinator notes them in the window."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from mentordesk.data.tables import Program
from mentordesk.domain.closing import Benefit, SurveyForm
from mentordesk.domain.pairs import EndReason
from mentordesk.domain.standing import PairStatus, Side
from mentordesk.services.pairs import agreements, closing, pairs
from mentordesk.ui.pairs.closing_dialog import ClosingDialog
from mentordesk.ui.pairs.health_box import no_health
from mentordesk.ui.pairs.status_dialogs import EndDialog
from tests.crossroads import TODAY


def entries(frame, page) -> dict:
    """The More menu of the selected pair, by its words."""
    menu = QMenu(frame)
    page.actions_on_pairs.fill_menu(menu, page.list.selected_rows())
    return {action.text(): action for action in menu.actions() if action.text()}


def click(widget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


@pytest.fixture
def completed(crossroads) -> int:
    made = crossroads.pair()
    crossroads.desk.do(pairs.complete, [made])
    return made


@pytest.fixture
def dialog(crossroads, frame, completed) -> ClosingDialog:
    made = ClosingDialog(frame.workplace, frame, crossroads.desk.read(pairs.row, completed))
    made.open()
    return made


def test_the_menu_offers_the_survey_once_it_is_time(crossroads, clock, frame, show_pairs, settle) -> None:
    crossroads.pair()
    page = show_pairs()
    assert "Closing survey…" in entries(frame, page)  # the cohort ends within 30 days
    clock.day = TODAY.replace(month=5)
    assert "Closing survey…" not in entries(frame, page)


def test_both_sides_are_noted_in_one_step(crossroads, completed, dialog) -> None:
    left, right = dialog.sides[Side.LEFT], dialog.sides[Side.RIGHT]
    click(left.benefits.chip("leadership"))
    left.own_words.setText("A friend at work; calm")
    left.recommend.setValue(9)
    dialog.switch.pick(1)
    assert right.isVisible()
    assert not left.isVisible()
    click(right.benefits.chip("confidence"))
    right.again.pick(0)
    click(dialog.primary)
    first, second = crossroads.desk.read(closing.of_pair, completed)
    assert (first.benefits[0], first.own_words, first.recommend) == (
        Benefit.LEADERSHIP,
        ("A friend at work", "calm"),
        9,
    )
    assert (second.benefits, second.again, second.recommend) == ((Benefit.CONFIDENCE,), True, None)
    assert crossroads.desk.undo_label() == "Closing survey of Amara & Jonas"


def test_nothing_answered_is_said_at_the_field(crossroads, completed, dialog) -> None:
    click(dialog.primary)
    assert dialog.isVisible()
    assert "Nothing is answered" in dialog.form.box("benefits").problem()
    assert crossroads.desk.read(closing.of_pair, completed) == ()


def test_a_fault_of_the_other_side_brings_that_side_forward(crossroads, dialog) -> None:
    click(dialog.sides[Side.LEFT].benefits.chip("network"))
    dialog.switch.pick(1)
    click(dialog.sides[Side.RIGHT].benefits.chip("skill"))
    dialog.sides[Side.LEFT].day.set_value(TODAY.replace(year=2020))
    click(dialog.primary)
    assert dialog.sides[Side.LEFT].isVisible()
    assert "had not begun" in dialog.sides[Side.LEFT].box("on").problem()


def test_the_answers_stand_among_the_goals_and_can_be_removed(crossroads, completed, frame, show_pairs, settle) -> None:
    form = SurveyForm(completed, Side.LEFT, TODAY, (Benefit.PERSPECTIVE,), recommend=9, again=True)
    crossroads.desk.do(closing.record, form)
    page = show_pairs()
    page.open(_target(completed))
    settle()
    card = page.pane.tabs.goals.closing
    assert card.isVisible()
    assert card.lines[Side.LEFT].named.text() == "Perspective"
    assert card.lines[Side.LEFT].rest.text() == "Would recommend it: 9 of 10. Would match again."
    assert card.lines[Side.RIGHT].named.text() == "No answer yet."
    click(card.note)
    opened = frame.dialog()
    assert opened.sides[Side.RIGHT].isVisible()  # the one that is missing
    opened.switch.pick(0)
    click(opened.take_back)
    settle()
    assert crossroads.desk.read(closing.of_pair, completed) == ()


def _target(pair_id: int):
    from mentordesk.ui.workplace import Target

    return Target("pairs", pair_id, "milestones", {"status": "completed"})


def test_ending_asks_who_would_match_again_and_all_can_be_changed(crossroads, frame, show_pairs, settle) -> None:
    pair = crossroads.pair()
    ending = EndDialog(frame.workplace, frame, crossroads.desk.read(pairs.row, pair))
    ending.open()
    ending.reason.choose(EndReason.NOT_A_FIT)
    ending.left_again.pick(0)
    click(ending.primary)
    row = crossroads.desk.read(pairs.row, pair)
    assert (row.status, row.end_reason) == (PairStatus.ENDED, EndReason.NOT_A_FIT)
    changing = EndDialog(frame.workplace, frame, row)
    changing.open()
    assert (changing.reason.choice(), changing.left_again.choice()) == (EndReason.NOT_A_FIT, True)
    changing.reason.choose(EndReason.LEAVE)
    changing.right_again.pick(0)
    click(changing.primary)
    page = show_pairs()
    page.open(replace(_target(pair), filters={"status": "ended"}))
    settle()
    assert "Change reason…" in entries(frame, page)
    assert no_health(page.pane.sheet) == "Ended on 4 June 2026: longer leave. Both would match again."


def test_ground_rules_are_signed_from_the_pair_and_again_after_a_change(crossroads, frame, show_pairs, settle) -> None:
    pair = crossroads.pair()
    rules = {"ground_rules": "{mentor} listens to {mentee}."}
    crossroads.desk.do(_write_rules, crossroads.program, **rules)
    page = show_pairs()
    entries(frame, page)["Sign ground rules…"].trigger()
    first = frame.dialog()
    first.left.set_value(TODAY)
    first.right.set_value(TODAY)
    click(first.primary)
    settle()
    assert crossroads.desk.read(agreements.of_pair, pair).both
    crossroads.desk.do(_write_rules, crossroads.program, ground_rules="Another text.", ground_rules_version=2)
    settle()
    row = crossroads.desk.read(agreements.of_pair, pair)
    assert (row.both, row.outdated) == (False, True)
    assert row.signers == "Amara on 4 June 2026, Jonas on 4 June 2026"
    assert "to an older text" in page.pane.head.together.text()
    entries(frame, page)["Sign ground rules…"].trigger()
    again = frame.dialog()
    assert (again.left.value(), again.right.value()) == (None, None)


def _write_rules(session, program_id: int, **values) -> None:
    program = session.get_one(Program, program_id)
    for name, value in values.items():
        setattr(program, name, value)
