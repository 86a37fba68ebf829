"""How a pair stands on the screen: nothing cut, nothing over another, the focus where it was, all facts on the page."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from mentordesk.data.tables import PersonTag, TagKind
from mentordesk.domain.contacts import ExchangeKind
from mentordesk.domain.goals import GoalForm, ProjectForm
from mentordesk.domain.meetings import MeetingForm
from mentordesk.domain.standing import PairStatus
from mentordesk.services.pairs import agreements, exchanges, goals, meetings, milestones, projects
from mentordesk.ui.pairs.contact_dialog import log_contact
from mentordesk.ui.pairs.level_body import LevelBody
from mentordesk.ui.pairs.pair_filter import PairFilter
from mentordesk.ui.pairs.start_dialog import StartDialog
from mentordesk.ui.pairs.statement_lines import CELL, LEFT
from mentordesk.ui.pairs.status_dialogs import IntroducedByDialog, NotesDialog, RhythmDialog
from mentordesk.ui.widgets import painting
from tests.crossroads import add

LONG = ("Wilhelmina-Alexandrina", "Maximilian-Bartholomäus")


@pytest.fixture
def long_pair(crossroads) -> int:
    """Two people with first names of 22 letters, with goals, a project and something given."""
    for name in LONG:
        crossroads.person(name)
    pair = crossroads.pair(*LONG, cohort_id=None)
    crossroads.gift(pair, LONG[0], 2)
    crossroads.gift(pair, LONG[1], 3)
    for number in range(9):
        crossroads.desk.do(goals.add, GoalForm(pair, f"Goal {number}"))
    crossroads.desk.do(projects.add, ProjectForm(pair, "Cold-chain pilot", 30.0))
    return pair


def in_sight(part: QWidget, body: LevelBody) -> bool:
    right = part.mapTo(body.viewport(), QPoint(part.width(), 0)).x()
    return right <= body.viewport().width()


def test_long_names_cut_nothing_in_goals(long_pair, frame, show_pairs, qtbot) -> None:
    frame.resize(1024, 700)
    page = show_pairs()
    page.pane.tabs.show_tab("milestones")
    tab = page.pane.tabs.goals
    qtbot.waitUntil(tab.new_goal.isVisible)
    assert tab.content.width() <= tab.viewport().width()
    assert in_sight(tab.new_goal, tab)


def test_long_names_leave_room_in_the_line_that_records(long_pair, frame, show_pairs, qtbot) -> None:
    frame.resize(1024, 700)
    page = show_pairs()
    page.pane.tabs.show_tab("give_take")
    line = page.pane.tabs.give_take.record
    qtbot.waitUntil(lambda: line.direction.width() >= line.direction.sizeHint().width())
    assert line.direction.text().endswith(" gave")
    assert line.direction.toolTip().startswith(f"{LONG[1]} gave {LONG[0]}")
    assert line.kind.geometry().right() <= line.width()


def test_long_names_cut_nothing_in_the_cards_of_the_account(long_pair, frame, show_pairs, settle, qtbot) -> None:
    frame.resize(1024, 700)
    page = show_pairs()
    page.pane.tabs.show_tab("give_take")
    page.show_full()
    settle()
    cards = page.full.tabs.give_take.cards
    qtbot.waitUntil(cards.trend.isVisible)
    assert cards.content.width() <= cards.viewport().width()


def test_the_words_of_the_statement_begin_where_those_above_it_do(long_pair, show_pairs, settle, qtbot) -> None:
    page = show_pairs()
    page.pane.tabs.show_tab("give_take")
    for tab in (page.pane.tabs.give_take, page.full.tabs.give_take):
        if tab is page.full.tabs.give_take:
            page.show_full()
            settle()
        qtbot.waitUntil(tab.table.isVisible)
        room = tab.table.head.room(LEFT)
        above = tab.period if tab is page.pane.tabs.give_take else tab.record
        assert tab.table.head.mapTo(tab, room.topLeft().toPoint()).x() == above.mapTo(tab, QPoint(0, 0)).x()
        assert tab.table.outer(LEFT)[0] + CELL == room.left()


def test_a_balance_keeps_its_number_however_long_the_name(qapp) -> None:
    shown = painting.shortened(LONG[0], 60)
    assert shown.endswith("…")
    assert painting.text_width(shown) <= 60
    assert painting.shortened("Amara", 400) == "Amara"


def test_both_totals_of_the_statement_are_said_in_the_same_way(long_pair, show_pairs, qtbot) -> None:
    page = show_pairs()
    page.pane.tabs.show_tab("give_take")
    totals = page.pane.tabs.give_take.table.totals
    qtbot.waitUntil(totals.isVisible)
    wide = max(painting.text_width(words, "strong") for side in totals.sides for words in side)
    assert totals.words_for(wide, wide) == (totals.sides[0][0], totals.sides[1][0])
    assert totals.words_for(wide, painting.text_width(totals.sides[1][1], "strong")) == (
        f"{LONG[0]} gave",
        f"{LONG[1]} gave",
    )
    assert totals.words_for(0, wide) == LONG


def test_content_ends_at_the_same_place_with_a_scroll_bar_and_without(qtbot) -> None:
    body = LevelBody()
    qtbot.addWidget(body)
    part = QWidget()
    part.setMinimumHeight(300)
    body.column.addWidget(part)
    body.resize(400, 500)
    body.show()
    qtbot.waitUntil(part.isVisible)
    assert not body.verticalScrollBar().isVisible()
    before = part.mapTo(body, QPoint(part.width(), 0)).x()
    body.resize(400, 200)
    qtbot.waitUntil(body.verticalScrollBar().isVisible)
    qtbot.waitUntil(lambda: part.mapTo(body, QPoint(part.width(), 0)).x() == before)


# The focus


def test_after_a_dialog_the_focus_is_on_the_goal_again(crossroads, pair, frame, show_pairs, settle, qtbot) -> None:
    for title in ("Lead a team", "Read a P&L"):
        crossroads.desk.do(goals.add, GoalForm(pair, title))
    page = show_pairs()
    page.pane.tabs.show_tab("milestones")
    tab = page.pane.tabs.goals
    qtbot.waitUntil(tab.goals[1].isVisible)
    tab.goals[1].setFocus()
    QTest.keyClick(tab.goals[1], Qt.Key.Key_Return)
    dialog = frame.dialog()
    dialog.progress.setValue(60)
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    qtbot.waitUntil(lambda: frame.focusWidget() is tab.goals[1])
    assert "60 percent" in tab.goals[1].accessibleName()
    QTest.keyClick(tab.goals[1], Qt.Key.Key_Delete)
    settle()
    qtbot.waitUntil(lambda: frame.focusWidget() is tab.milestones[0])


def test_after_adding_hours_the_focus_is_on_the_button_again(
    crossroads, pair, frame, show_pairs, settle, qtbot
) -> None:
    crossroads.desk.do(projects.add, ProjectForm(pair, "Cold-chain pilot", 30.0))
    page = show_pairs()
    page.pane.tabs.show_tab("milestones")
    tab = page.pane.tabs.goals
    qtbot.waitUntil(tab.projects[0].add.isVisible)
    tab.projects[0].add.setFocus()
    QTest.keyClick(tab.projects[0].add, Qt.Key.Key_Space)
    dialog = frame.dialog()
    dialog.hours.setValue(2.0)
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    qtbot.waitUntil(lambda: frame.focusWidget() is tab.projects[0].add)
    assert "2 of 30 hours" in tab.projects[0].line.accessibleName()


def test_dialogs_of_a_pair_begin_in_their_field(pair, frame, workplace, show_pairs, qtbot) -> None:
    row = show_pairs().pane.sheet.row
    fields = {StartDialog: "since", IntroducedByDialog: "person", RhythmDialog: "rhythm", NotesDialog: "notes"}
    for kind, field in fields.items():
        dialog = kind(workplace, frame, row)
        dialog.open()
        wanted = getattr(dialog, field)
        focused = dialog.focusWidget()
        assert focused is not None
        assert wanted is focused or wanted.isAncestorOf(focused)
        dialog.reject()


def test_notes_on_a_pair_are_kept_and_stand_under_the_two(pair, frame, workplace, show_pairs, qtbot) -> None:
    page = show_pairs()
    assert not page.pane.head.notes.isVisible()
    page.pane.head._actions.change_notes(page.pane.sheet.row)
    dialog = frame.dialog()
    dialog.notes.setPlainText("Prefer mornings.\nBoth travel in May.")
    QTest.keyClick(dialog.notes, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.pane.head.notes.isVisible())
    assert page.pane.head.notes.text() == "Prefer mornings. Both travel in May."
    assert workplace.desk.undo_label().startswith("Change the notes on")


def test_a_contact_is_changed_from_its_channel_on(crossroads, pair, frame, workplace, show_pairs) -> None:
    contact = crossroads.contact(pair, 3)
    show_pairs()
    dialog = log_contact(workplace, frame, contact_id=contact)
    assert dialog.focusWidget() is dialog.channel.chip(dialog.channel.choice())
    dialog.reject()


# What stands on the page


def test_the_full_page_tells_what_the_pane_tells(crossroads, pair, frame, show_pairs, settle, qtbot) -> None:
    crossroads.desk.do(meetings.plan, MeetingForm(pair, date(2026, 6, 12), agenda=("One", "Two")))
    page = show_pairs()
    page.show_full()
    settle()
    facts = page.full.tabs.overview.facts
    qtbot.waitUntil(facts.together.isVisible)
    assert facts.together.text() == "Together since 6 Oct 2025"
    assert facts.foot.how.text().endswith("Agenda has 2 points")
    QTest.mouseClick(facts.box.lines[0], Qt.MouseButton.LeftButton)
    assert page.full.tabs.tab() == "meetings"
    page.full.tabs.show_tab("overview")
    QTest.mouseClick(facts.people.left.name, Qt.MouseButton.LeftButton)
    assert ("people", crossroads.people["Amara"]) in frame.went


def test_a_milestone_left_out_is_no_success_on_the_timeline(crossroads, pair, show_pairs) -> None:
    (first, *_) = crossroads.desk.read(milestones.of_pair, pair)
    crossroads.desk.do(milestones.skip, [first.id], "The two knew each other")
    items = {item.id: item for item in show_pairs().pane.tabs.overview.timeline.items()}
    item = items[f"milestone:{first.id}"]
    assert (item.icon, item.tone) == ("minus", "neutral")


def test_an_enduring_pair_has_no_rhythm_to_keep(crossroads, show_pairs, settle) -> None:
    pair = crossroads.pair(status=PairStatus.ENDURING, cohort_id=None)
    page = show_pairs()
    page.list.bar.set_filter(PairFilter(status="enduring"))
    page.list.table.select([pair])
    settle()
    page.pane.tabs.show_tab("meetings")
    assert page.pane.tabs.meetings.rhythm.text() == "Without a rhythm: the two go on by themselves"


@pytest.mark.parametrize(
    ("started", "signed", "words"),
    [
        (date(2025, 10, 6), date(2025, 10, 8), "8 Oct"),
        (date(2016, 6, 15), date(2016, 7, 4), "4 Jul 2016"),
        (date(2024, 10, 6), date(2025, 10, 8), "8 Oct 2025"),
        (date(2026, 2, 2), date(2026, 2, 7), "7 Feb"),
    ],
)
def test_the_day_of_the_agreement_has_its_year_where_it_is_needed(
    crossroads, show_pairs, started, signed, words
) -> None:
    pair = crossroads.pair(started_on=started)
    crossroads.desk.do(agreements.sign, pair, signed, signed)
    assert show_pairs().pane.head.together.text().endswith(f"Agreement signed {words}")


def test_the_quick_log_says_which_skill_a_gift_was_about(crossroads, pair, show_pairs, settle, qtbot) -> None:
    crossroads.desk.do(add, PersonTag(person_id=crossroads.people["Amara"], kind=TagKind.OFFERS, value="Budgeting"))
    quick = show_pairs().pane.tabs.overview.quick
    quick.giver.choose(crossroads.people["Amara"])
    quick.kind.choose(ExchangeKind.FEEDBACK)
    QTest.keyClicks(quick.what, "Budgeting in an hour")
    assert not quick.skill.isVisible()
    quick.kind.choose(ExchangeKind.ADVICE)
    QTest.keyClick(quick.what, Qt.Key.Key_Period)
    qtbot.waitUntil(quick.skill.isVisible)
    assert quick.skill.skill() == "Budgeting"
    QTest.keyClick(quick.what, Qt.Key.Key_Return)
    settle()
    (entry,) = crossroads.desk.read(exchanges.of_pair, pair)
    assert entry.skill == "Budgeting"


def test_the_quick_log_starts_at_one_point_again(crossroads, pair, show_pairs, settle, qtbot) -> None:
    quick = show_pairs().pane.tabs.overview.quick
    QTest.keyClicks(quick.what, "A door opened")
    quick.kind.choose(ExchangeKind.INTRODUCTION)
    quick.points.choose(3)
    QTest.keyClick(quick.what, Qt.Key.Key_Return)
    settle()
    QTest.keyClicks(quick.what, "A word of thanks")
    QTest.keyClick(quick.what, Qt.Key.Key_Return)
    settle()
    found = {it.what: (it.kind, it.points) for it in crossroads.desk.read(exchanges.of_pair, pair)}
    assert found["A door opened"] == (ExchangeKind.INTRODUCTION, 3)
    assert found["A word of thanks"] == (next(iter(ExchangeKind)), 1)


def test_the_bar_of_a_pair_with_older_entries_does_not_say_none_yet(crossroads, pair, show_pairs, settle) -> None:
    bar = show_pairs().pane.head.bar
    assert bar.accessibleName() == "No entries yet"
    crossroads.gift(pair, "Amara", 2, 220)
    older = show_pairs()
    older.reload()
    settle()
    assert older.pane.head.bar.accessibleName() == "No recent entries"
