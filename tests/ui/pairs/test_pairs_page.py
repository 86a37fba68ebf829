"""The Pairs page: the list with its filters, the pane, the full page, the way there and back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mentordesk.domain.milestones import MilestoneState
from mentordesk.domain.pairs import EndReason
from mentordesk.domain.scope import Scope
from mentordesk.domain.standing import PairStatus, Side
from mentordesk.services.pairs import milestones, pairs
from mentordesk.ui.pairs.pair_filter import PairFilter
from mentordesk.ui.workplace import Target
from tests.crossroads import TODAY

AMARA, RUTH = "Amara Okonkwo & Jonas Weidmann", "Ruth Adelmann & Mateo Quispe"


def names(page) -> list[str]:
    return [pair.row.name for pair in page.list.table.rows_model.shown_rows()]


@pytest.fixture
def two(crossroads) -> tuple[int, int]:
    """Amara & Jonas in contact and even; Ruth & Mateo without contact for 47 days and one-sided."""
    first, second = crossroads.pair(), crossroads.pair("Ruth", "Mateo")
    overdue = [row.id for row in crossroads.desk.read(milestones.rows) if row.state is MilestoneState.OVERDUE]
    crossroads.desk.do(milestones.mark_done, overdue, TODAY)
    crossroads.contact(first, 2, minutes=45, note="Return-to-office note")
    for giver in ("Amara", "Jonas"):
        crossroads.gift(first, giver, 3)
    crossroads.contact(second, 47)
    crossroads.gift(second, "Ruth", 3)
    crossroads.gift(second, "Ruth", 3)
    return first, second


def test_pairs_that_need_a_hand_come_first_and_the_first_is_in_the_pane(two, show_pairs) -> None:
    page = show_pairs()
    assert names(page) == [RUTH, AMARA]
    assert page.list.header.facts.text() == "2 active"
    assert page.pane.sheet.row.id == two[1]
    assert page.pane.head.people.left.name.text() == "Ruth Adelmann"
    assert page.pane.head.box.facts[0].text() == "No contact for 47 days"
    assert page.list.bar.count.text() == "2 pairs"


def test_the_page_begins_at_its_list_and_not_at_a_table_in_the_pane(two, show_pairs) -> None:
    page = show_pairs()
    page.pane.tabs.show_tab("give_take")
    assert page.first_part() is page.list.table
    page.show_full()
    assert page.first_part() is page.full.tabs.tabBar()


def test_pairs_with_a_low_answer_are_led_to_and_the_chip_goes_with_the_filter(two, show_pairs, crossroads) -> None:
    crossroads.check_in(two[1], Side.RIGHT, 3, 4, 4, 3, 5)
    page = show_pairs()
    chip = page.list.bar.chips.chip("low_check_in")
    assert not chip.isVisible()
    page.open(Target("pairs", filters={"low_check_in": True}))
    assert names(page) == [RUTH]
    assert (chip.isVisible(), chip.accessibleName()) == (True, "Check-in under 4, 1")
    QTest.mouseClick(page.list.bar.clear, Qt.MouseButton.LeftButton)
    assert len(names(page)) == 2
    assert not chip.isVisible()


def test_quick_filters_count_and_narrow_the_list(two, show_pairs) -> None:
    page = show_pairs()
    chips = page.list.bar.chips
    assert chips.chip("at_risk").accessibleName() == "At risk, 1"
    assert chips.chip("ends_soon").accessibleName() == "Ends in 30 days, 2"
    assert not chips.chip("watch").isEnabled()
    QTest.mouseClick(chips.chip("unbalanced"), Qt.MouseButton.LeftButton)
    assert names(page) == [RUTH]
    QTest.mouseClick(page.list.bar.clear, Qt.MouseButton.LeftButton)
    assert len(names(page)) == 2


def test_search_finds_people_and_says_when_nothing_matches(two, show_pairs, qtbot) -> None:
    page = show_pairs()
    page.focus_search()
    qtbot.keyClicks(page.list.bar.search, "weidmann")
    assert names(page) == [AMARA]
    qtbot.keyClicks(page.list.bar.search, "xyz")
    assert page.list.empty.isVisible()
    assert page.list.empty.title.text() == "No pair matches “weidmannxyz”"
    QTest.mouseClick(page.list.empty.action, Qt.MouseButton.LeftButton)
    assert len(names(page)) == 2


def test_a_pair_that_ended_is_found_under_its_status(crossroads, two, show_pairs) -> None:
    crossroads.desk.do(pairs.end, two[1], EndReason.CHANGED_JOB, "Moved to Lyon")
    page = show_pairs()
    assert names(page) == [AMARA]
    assert page.list.header.facts.text() == "1 active, 1 finished"
    page.list.bar.status.choose("finished")
    page.list.bar.status.chosen.emit("finished")
    assert names(page) == [RUTH]


def test_what_a_filter_brings_back_has_its_first_pair_in_the_pane(two, show_pairs, settle) -> None:
    page = show_pairs()
    page.list.bar.status.choose(PairStatus.ENDURING.value)
    page.list.bar.status.activated.emit(page.list.bar.status.currentIndex())
    settle()
    assert page.pane.sheet is None
    page.list.bar.status.choose(PairStatus.ACTIVE.value)
    page.list.bar.status.activated.emit(page.list.bar.status.currentIndex())
    settle()
    assert page.pane.sheet.row.id == two[1]


def test_the_list_follows_changes_and_undo_and_keeps_its_selection(crossroads, two, frame, show_pairs, settle) -> None:
    page = show_pairs()
    page.list.table.select([two[0]])
    settle()
    page.actions_on_pairs.change("pause", page.list.selected_rows())
    settle()
    assert frame.said == ["Amara & Jonas paused"]
    assert names(page) == [RUTH]
    crossroads.desk.undo()
    settle()
    assert names(page) == [RUTH, AMARA]


def test_a_target_selects_its_pair_and_tab_whatever_was_filtered(crossroads, two, show_pairs, settle) -> None:
    crossroads.desk.do(pairs.complete, [two[0]])
    page = show_pairs()
    page.list.bar.search.setText("Ruth")
    page.open(Target("pairs", two[0], "meetings"))
    settle()
    assert page.list.table.selected_ids() == [two[0]]
    assert page.pane.sheet.row.status is PairStatus.COMPLETED
    assert page.pane.tabs.tab() == "meetings"
    assert page.pane.tabs.meetings.count.text() == "1 contact"


def test_a_target_with_filters_shows_the_rows_behind_a_figure(two, show_pairs, settle) -> None:
    page = show_pairs()
    page.open(Target("pairs", filters={"no_contact": True}))
    settle()
    assert names(page) == [RUTH]
    page.open(Target("pairs", filters={"health": "at_risk", "unbalanced": True}))
    assert page.list.bar.chips.on() == {"at_risk", "unbalanced"}


def test_the_scope_of_the_rail_is_respected(crossroads, two, workplace, show_pairs, settle) -> None:
    page = show_pairs()
    workplace.set_scope(Scope(program_id=crossroads.program + 1))
    settle()
    assert names(page) == []
    assert page.pane.empty.isVisible()


def test_enter_opens_the_pair_on_the_whole_page_and_escape_leads_back(two, show_pairs, settle, qtbot) -> None:
    page = show_pairs()
    page.list.table.setFocus()
    QTest.keyClick(page.list.table, Qt.Key.Key_Return)
    settle()
    assert page.stack.currentWidget() is page.full
    assert page.full.header.title.text() == RUTH
    assert page.full.account.text() == "Ruth +6"
    page.full.header.path_opened.emit(0)
    settle()
    assert page.stack.currentWidget() is page.splitter


def test_next_and_previous_walk_through_the_list(two, show_pairs, settle) -> None:
    page = show_pairs()
    QTest.mouseClick(page.pane.head.forward, Qt.MouseButton.LeftButton)
    settle()
    assert page.pane.sheet.row.name == AMARA
    QTest.mouseClick(page.pane.head.back, Qt.MouseButton.LeftButton)
    settle()
    assert page.pane.sheet.row.name == RUTH


def test_pairs_that_are_to_be_finished_together_come_selected(two, show_pairs) -> None:
    page = show_pairs()
    page.open(Target("pairs", filters={"status": "active", "select_all": True}))
    assert page.list.bulk.words.text() == "2 pairs selected"
    assert page.list.bulk.buttons["complete"].isEnabled()


def test_several_selected_pairs_are_paused_in_one_step(crossroads, two, show_pairs, settle) -> None:
    page = show_pairs()
    assert not page.list.bulk.isVisible()
    page.list.table.selectAll()
    assert page.list.bulk.words.text() == "2 pairs selected"
    QTest.mouseClick(page.list.bulk.buttons["pause"], Qt.MouseButton.LeftButton)
    settle()
    assert crossroads.desk.undo_label() == "Pause 2 pairs"
    assert page.list.header.facts.text() == "2 paused"


def test_a_person_in_the_pane_opens_their_card(two, frame, crossroads, show_pairs) -> None:
    page = show_pairs()
    QTest.mouseClick(page.pane.head.people.right, Qt.MouseButton.LeftButton)
    assert frame.went[-1] == ("people", crossroads.people["Mateo"])


def test_what_was_chosen_is_remembered(two, workplace, show_pairs, qtbot) -> None:
    from mentordesk.ui.pairs.page import PairsPage

    page = show_pairs()
    cohort = page.list.table.rows_model.rows()[0].row.cohort_id
    chosen = PairFilter(status="any", cohort_id=cohort, quick=frozenset({"unbalanced"}))
    page.list.bar.set_filter(chosen)
    page.pane.tabs.show_tab("give_take")
    again = PairsPage(workplace)
    again.restore_state(page.state())
    again.reload()
    again.show()
    qtbot.waitUntil(lambda: again.loaded)
    assert again.list.bar.filter() == chosen
    assert again.list.bar.cohort.choice() == cohort
    assert again.pane.tabs.tab() == "give_take"
    again.restore_state(page.state() | {"desk": "another.mdesk"})
    assert again.list.bar.filter() == PairFilter(status="any", quick=frozenset({"unbalanced"}))
    again.deleteLater()


def test_a_small_window_keeps_three_columns_and_folds_the_filters(two, frame, show_pairs) -> None:
    frame.resize(1024, 700)
    page = show_pairs()
    header = page.list.table.horizontalHeader()
    shown = [
        column.key for at, column in enumerate(page.list.table.rows_model.columns) if not header.isSectionHidden(at)
    ]
    assert shown == ["pair", "health", "balance"]
    assert page.list.bar.filters.isVisible()
    assert not page.list.bar.status.isVisible()
    QTest.mouseClick(page.list.bar.filters, Qt.MouseButton.LeftButton)
    assert page.list.bar.status.isVisible()
    assert page.pane.head.health.isVisible()


def test_copied_rows_have_the_columns_on_screen(two, show_pairs, qapp) -> None:
    page = show_pairs()
    page.list.table.selectAll()
    page.list.table.copy()
    lines = qapp.clipboard().text().splitlines()
    assert lines[0] == "Pair\tHealth\tGive & take\tContact\tMilestones"
    assert lines[1].startswith(f"{RUTH}\tAt risk\t6 : 0\t47 d\t")


def test_rows_that_come_back_take_the_focus_of_clear_filters(two, crossroads, show_pairs, settle, qapp, qtbot) -> None:
    page = show_pairs()
    QTest.mouseClick(page.list.bar.chips.chip("unbalanced"), Qt.MouseButton.LeftButton)
    page.list.table.setFocus()
    crossroads.desk.do(pairs.complete, [two[1]])
    settle()
    qtbot.waitUntil(page.list.empty.action.hasFocus)
    visited: list[object] = []
    qapp.focusChanged.connect(lambda _old, new: visited.append(new))
    crossroads.desk.undo()
    settle()
    qtbot.waitUntil(page.list.table.hasFocus)
    assert set(visited) == {None, page.list.table}


def test_several_active_pairs_go_on_as_enduring_in_the_smallest_window(two, frame, crossroads, show_pairs) -> None:
    frame.resize(964, 640)
    page = show_pairs()
    page.list.table.select(list(two))
    bulk = page.list.bulk
    assert [each.text() for each in bulk.buttons.values() if each.isVisible()] == [
        "Pause",
        "Complete",
        "Go on as enduring",
    ]
    QTest.mouseClick(bulk.buttons["endure"], Qt.MouseButton.LeftButton)
    assert frame.said == ["2 pairs going on as enduring"]
