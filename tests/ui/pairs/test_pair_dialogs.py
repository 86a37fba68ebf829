"""Making a pair by hand, its changes of status, and the small dialogs about it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from mentordesk.domain.pairs import EndReason
from mentordesk.domain.programs import Format
from mentordesk.domain.standing import PairStatus
from mentordesk.services.pairs import pairs
from mentordesk.ui.pairs.pair_dialog import new_pair
from tests.crossroads import TODAY


def entries(frame, page) -> dict:
    """The More menu of the selected pairs, by its words."""
    menu = QMenu(frame)
    page.actions_on_pairs.fill_menu(menu, page.list.selected_rows())
    return {action.text(): action for action in menu.actions() if action.text()}


def test_two_people_of_the_only_cohort_become_an_active_pair(crossroads, frame, show_pairs, settle) -> None:
    page = show_pairs()
    page.new()
    dialog = frame.dialog()
    assert dialog.cohort.currentText() == "Crossroads 2025–26"
    assert not dialog.format.isEnabled()
    dialog.mentor.set_value(crossroads.people["Amara"])
    dialog.mentee.set_value(crossroads.people["Jonas"])
    dialog.introduced_by.set_value(crossroads.people["Ruth"])
    dialog.status.choose(PairStatus.ACTIVE)
    QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    settle()
    assert frame.said == ["Amara & Jonas are a pair"]
    row = page.pane.sheet.row
    assert (row.status, row.started_on, row.introduced_by) == (PairStatus.ACTIVE, TODAY, "Ruth Adelmann")
    assert row.milestones_total == 3


def test_only_people_with_a_free_place_are_offered(crossroads, frame) -> None:
    crossroads.pair()
    dialog = new_pair(frame.workplace, frame, cohort_id=crossroads.cohort)
    dialog.mentee.offer("")
    assert [choice.title for choice in dialog.mentee.suggestions.offered()] == ["Mateo Quispe"]
    QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert dialog.form.box("mentor_id").problem() == "Choose a person."
    dialog.reject()


def test_without_a_cohort_anybody_may_pair_in_any_format(crossroads, frame) -> None:
    dialog = new_pair(frame.workplace, frame)
    dialog.cohort.choose(None)
    dialog.cohort.chosen.emit(None)
    dialog.format.choose(Format.PEER)
    dialog.format.chosen.emit(Format.PEER)
    assert dialog.mentor.accessibleName() == "One peer"
    dialog.mentor.set_value(crossroads.people["Ruth"])
    dialog.mentee.set_value(crossroads.people["Ruth"])
    QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert "two different people" in dialog.form.box("mentee_id").problem()
    dialog.mentee.set_value(crossroads.people["Amara"])
    QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    (row,) = crossroads.desk.read(pairs.rows)
    assert (row.left, row.format, row.status) == ("Amara Okonkwo", Format.PEER, PairStatus.PROPOSED)


def test_the_menu_offers_what_the_status_allows(crossroads, frame, show_pairs) -> None:
    crossroads.pair()
    page = show_pairs()
    assert [words for words in entries(frame, page) if "…" not in words] == ["Pause", "Complete", "Go on as enduring"]
    entries(frame, page)["Complete"].trigger()
    assert frame.said == ["Amara & Jonas completed"]


def test_a_proposed_pair_is_activated_from_its_empty_overview_or_removed(crossroads, frame, show_pairs, settle) -> None:
    crossroads.propose()
    page = show_pairs()
    page.open(page_target("proposed"))
    settle()
    assert page.pane.tabs.overview.empty.title.text() == "Proposed, not started yet"
    assert not page.pane.tabs.overview.quick.log.isEnabled()
    assert "Remove" in entries(frame, page)
    QTest.mouseClick(page.pane.tabs.overview.empty.action, Qt.MouseButton.LeftButton)
    settle()
    assert crossroads.desk.read(pairs.rows)[0].status is PairStatus.ACTIVE


def page_target(status: str):
    from mentordesk.ui.workplace import Target

    return Target("pairs", filters={"status": status})


def test_a_pair_ends_with_a_reason_and_is_taken_up_again(crossroads, frame, show_pairs, settle) -> None:
    pair = crossroads.pair()
    page = show_pairs()
    entries(frame, page)["End with a reason…"].trigger()
    dialog = frame.dialog()
    dialog.reason.choose(EndReason.CHANGED_JOB)
    dialog.note_field.setPlainText("Moved to Lyon")
    QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    settle()
    ended = crossroads.desk.read(pairs.detail, pair)
    assert (ended.row.end_reason, ended.end_note) == (EndReason.CHANGED_JOB, "Moved to Lyon")
    page.open(page_target("finished"))
    settle()
    assert page.pane.head.box.sentence.text() == "Ended on 4 June 2026: changed job or team."
    entries(frame, page)["Reopen"].trigger()
    assert crossroads.desk.read(pairs.row, pair).status is PairStatus.ACTIVE


def test_introduction_and_rhythm_are_changed(crossroads, frame, show_pairs, settle) -> None:
    pair = crossroads.pair()
    page = show_pairs()
    entries(frame, page)["Change who introduced them…"].trigger()
    dialog = frame.dialog()
    dialog.person.set_value(crossroads.people["Ruth"])
    QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    settle()
    assert "Introduced by Ruth Adelmann" in page.pane.head.together.text()
    entries(frame, page)["Change rhythm…"].trigger()
    dialog = frame.dialog()
    assert not dialog.days.isVisible()
    dialog.rhythm.choose(-1)
    dialog.rhythm.chosen.emit(-1)
    assert dialog.days.isVisible()
    dialog.days.setValue(45)
    QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert crossroads.desk.read(pairs.detail, pair).own_rhythm_days == 45
    assert frame.said == ["Introduction noted", "Rhythm changed"]
