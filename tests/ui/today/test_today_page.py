"""The Today page as a coordinator uses it: reading, acting, putting off, searching, in wide and small windows."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from mentordesk.services.desk import Desk
from mentordesk.services.today import attention
from mentordesk.ui import file_choice
from mentordesk.ui.settings import Settings
from mentordesk.ui.today.page import TodayPage
from mentordesk.ui.today.ranking_dialog import RankingDialog
from mentordesk.ui.today.snooze_dialog import SnoozeDialog
from mentordesk.ui.workplace import Target, Workplace
from tests.builders import add_pair, add_person, enroll
from tests.crossroads import TODAY
from tests.ui.today.on_today import choose, contact, dialog, lines, titles


def test_a_pair_counts_as_in_contact_while_it_is_new_and_the_figure_says_so(show, desk) -> None:
    add_pair(desk, "Amara Okonkwo", "Jonas Weidmann", started_on=TODAY - timedelta(days=8))
    cell = show().strip.cell("in_contact")
    assert cell.accessibleName() == "In contact, last 30 days: 1 of 1 pair"
    assert cell.accessibleDescription() == "1 of them new, no contact yet"


def test_the_title_line_and_the_figures_say_how_things_stand(show, silent) -> None:
    page = show()
    assert page.header.facts.text() == "Thursday 4 June 2026. 0 programs, 1 active pair"
    assert page.strip.cell("active_pairs").accessibleName() == "Active pairs: 1"
    assert page.strip.cell("in_contact").accessibleName() == "In contact, last 30 days: 0 of 1 pair"
    assert page.strip.cell("check_ins").accessibleDescription() == "no check-in has been answered yet"


@pytest.mark.parametrize(
    ("figure", "page_key", "filters"),
    [
        ("in_contact", "pairs", {"no_contact": True}),
        ("in_balance", "pairs", {"unbalanced": True}),
        ("milestones", "milestones", {"state": "overdue"}),
        ("check_ins", "pairs", {"low_check_in": True}),
    ],
)
def test_a_figure_opens_the_rows_that_do_not_meet_it(qtbot, show, silent, went, figure, page_key, filters) -> None:
    qtbot.mouseClick(show().strip.cell(figure), Qt.MouseButton.LeftButton)
    assert (went[0].page, went[0].filters) == (page_key, filters)


def test_enter_opens_a_figure_and_a_format(show, silent, went) -> None:
    page = show()
    for place in (page.strip.cell("in_contact"), page.formats.lines[0]):
        place.setFocus()
        QTest.keyClick(place, Qt.Key.Key_Return)
    assert [target.filters for target in went] == [{"no_contact": True}, {"kind": "give_and_take"}]


def test_the_list_is_walked_with_the_keyboard(qtbot, show, silent, unmatched, went) -> None:
    page = show()
    page.focus_search()
    qtbot.keyClick(page.search, Qt.Key.Key_Down)
    assert lines(page)[0].hasFocus()
    qtbot.keyClick(lines(page)[0], Qt.Key.Key_Down)
    assert lines(page)[1].hasFocus()
    qtbot.keyClick(lines(page)[1], Qt.Key.Key_Return)
    assert (went[0].page, went[0].id) == ("people", unmatched[0])


def test_snoozing_takes_the_item_away_until_the_week_is_over(qtbot, show, desk, silent, clock) -> None:
    page = show()
    choose(page, lines(page)[0], "Snooze 1 week")
    qtbot.waitUntil(lambda: not lines(page))
    clock.day = TODAY + timedelta(days=6)
    assert desk.read(attention.items) == ()
    clock.day = TODAY + timedelta(days=7)
    assert len(desk.read(attention.items)) == 1


def test_snoozing_until_a_day_refuses_a_day_that_is_over(qtbot, show, silent) -> None:
    page = show()
    choose(page, lines(page)[0], "Snooze until a day…")
    asked = dialog(qtbot, SnoozeDialog)
    asked.day.set_value(TODAY)
    qtbot.mouseClick(asked.primary, Qt.MouseButton.LeftButton)
    assert asked.form.box("until").problem() == "Choose a day to come."
    asked.day.set_value(TODAY + timedelta(days=3))
    qtbot.mouseClick(asked.primary, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not lines(page))


def test_marking_as_handled_takes_the_item_away_for_14_days(qtbot, show, desk, silent, clock) -> None:
    page = show()
    choose(page, lines(page)[0], "Mark as handled")
    qtbot.waitUntil(lambda: not lines(page))
    clock.day = TODAY + timedelta(days=14)
    assert len(desk.read(attention.items)) == 1


def test_search_and_kind_narrow_the_list(qtbot, show, silent, unmatched) -> None:
    page = show()
    assert len(titles(page)) == 2
    qtbot.keyClicks(page.search, "tomasz")
    assert titles(page) == ["Tomasz Wrona & Leila Khoury: no contact for 47 days"]
    assert page.attention.facts.text() == "1 of 2 items"
    page.search.clear()
    texts = [page.kind.itemText(at) for at in range(page.kind.count())]
    assert texts == ["All items", "No contact  1", "Not matched yet  1"]
    page.kind.setCurrentIndex(2)
    page.kind.activated.emit(2)
    assert titles(page) == ["Mateo Quispe has no mentor yet"]
    qtbot.keyClicks(page.search, "xyz")
    assert titles(page) == []
    assert page.attention.empty.title.text() == "No item matches “xyz”"
    qtbot.mouseClick(page.attention.empty.action, Qt.MouseButton.LeftButton)
    assert len(titles(page)) == 2


def test_an_empty_desk_is_told_what_to_do_first(qtbot, show, went) -> None:
    page = show()
    assert page.attention.empty.title.text() == "Nobody is here yet"
    qtbot.mouseClick(page.attention.empty.action, Qt.MouseButton.LeftButton)
    assert went[0].page == "import"


def test_people_without_a_pair_are_offered_one(qtbot, show, desk, workplace) -> None:
    add_person(desk, "Amara Okonkwo")
    page = show()
    with qtbot.waitSignal(workplace.commanded) as commanded:
        qtbot.mouseClick(page.attention.empty.action, Qt.MouseButton.LeftButton)
    assert commanded.args == ["new_pair", {}]


def test_a_quiet_desk_says_what_comes_next(qtbot, show, desk, went) -> None:
    pair = add_pair(desk, "Ruth Adelmann", "Amara Okonkwo", started_on=date(2025, 6, 12))
    contact(desk, pair, 3)
    page = show()
    assert page.attention.empty.sentence.text() == "Next: 1 year: Ruth & Amara, 12 June."
    assert page.upcoming.lines[0].accessibleName() == "12 June: 1 year: Ruth & Amara. A pair since June 2025"
    qtbot.mouseClick(page.upcoming.lines[0], Qt.MouseButton.LeftButton)
    assert (went[0].page, went[0].id) == ("pairs", pair)


def test_give_and_take_by_format_opens_its_report(qtbot, show, silent, went) -> None:
    page = show()
    assert page.formats.lines[0].accessibleName().startswith("Traditional, 1 pair: left side gave 0")
    assert page.formats.sentence.text() == "No entries yet. Log a contact and say what each side gave."
    qtbot.mouseClick(page.formats.lines[0], Qt.MouseButton.LeftButton)
    assert (went[0].page, went[0].filters) == ("reports", {"kind": "give_and_take"})


def test_the_footer_leads_to_the_pairs_at_risk(qtbot, show, silent, went) -> None:
    page = show()
    assert page.footer.words.text() == "Every pair on watch or at risk is named above."
    assert not page.footer.watch.isVisible()
    qtbot.mouseClick(page.footer.risk, Qt.MouseButton.LeftButton)
    assert (went[0].page, went[0].filters) == ("pairs", {"health": "at_risk"})


def test_in_a_small_window_the_cards_stand_behind_tabs(qtbot, show, silent) -> None:
    page = show(1024, 700)
    assert page.arrangement.tabs.isVisible()
    assert page.arrangement.tabs.tabText(0) == "Needs attention  1"
    assert (page.attention.isVisible(), page.upcoming.isVisible()) == (True, False)
    page.arrangement.tabs.setCurrentIndex(1)
    assert (page.attention.isVisible(), page.upcoming.isVisible()) == (False, True)
    assert page.state() == {"tab": 1}
    page.window().resize(1680, 900)
    qtbot.waitUntil(lambda: page.attention.isVisible() and page.upcoming.isVisible() and page.formats.isVisible())
    assert not page.arrangement.tabs.isVisible()


def test_the_page_remembers_its_tab(show, workplace) -> None:
    again = TodayPage(workplace)
    again.restore_state({"tab": 2})
    assert again.arrangement.tabs.currentIndex() == 2
    again.restore_state({"tab": "nonsense"})
    assert again.arrangement.tabs.currentIndex() == 2
    again.deleteLater()


def test_how_items_are_ranked_is_explained(qtbot, show, silent) -> None:
    page = show()
    qtbot.mouseClick(page.attention.ranking, Qt.MouseButton.LeftButton)
    explained = dialog(qtbot, RankingDialog)
    assert "90 + days beyond the limit" in explained.table.toPlainText()
    qtbot.mouseClick(explained.primary, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not explained.isVisible())


def test_a_desk_open_to_read_only_changes_nothing(qtbot, desk, silent, unmatched, tmp_path, qapp) -> None:
    copy = Desk.open(desk.path, backups=tmp_path / "b", clock=desk.clock, read_only=True)
    workplace = Workplace(copy, Settings(tmp_path / "s"))
    page = TodayPage(workplace)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.loaded)
    assert not page.log.isEnabled()
    assert "read only" in page.log.toolTip()
    line = next(line for line in lines(page) if line.action.text() == "Find a mentor")
    assert line.action.isEnabled()
    enabled = [
        action.text() for action in page.actions_of.menu(line.item).actions() if action.isEnabled() and action.text()
    ]
    assert enabled == ["Find a mentor", "Open"]
    workplace.close()
    copy.close()


def test_a_group_of_unmatched_people_is_matched_and_looked_at_in_a_desk_that_is_read_only(
    qtbot, desk, unmatched, tmp_path, went, qapp
) -> None:
    from mentordesk.domain.cohorts import Role

    for name in ("Ayesha Siddiqui", "Carmen Ibáñez", "Daniyar Omarov"):
        enroll(desk, unmatched[1], add_person(desk, name), Role.MENTEE)
    copy = Desk.open(desk.path, backups=tmp_path / "b", clock=desk.clock, read_only=True)
    workplace = Workplace(copy, Settings(tmp_path / "s"))
    workplace.went.connect(went.append)
    page = TodayPage(workplace)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.loaded)
    line = next(line for line in lines(page) if line.title.text() == "4 mentees have no mentor yet")
    assert (line.action.text(), line.action.isEnabled()) == ("Match 4 mentees", True)
    qtbot.mouseClick(line.action, Qt.MouseButton.LeftButton)
    assert went == [Target("matching", unmatched[1])]
    workplace.close()
    copy.close()


def test_in_a_small_window_search_and_kinds_stand_in_the_head_of_the_list(qtbot, show, silent) -> None:
    page = show(1024, 700)
    assert page.attention.isAncestorOf(page.search)
    page.arrangement.tabs.setCurrentIndex(1)
    page.focus_search()
    assert page.search.isVisible()
    assert page.search.hasFocus()
    QTest.keyClicks(page.search, "nobody")
    assert page.attention.empty.isVisible()
    page.window().resize(1440, 900)
    qtbot.waitUntil(lambda: page.header.isAncestorOf(page.search))
    assert page.search.text() == "nobody"
    assert page.search.isVisible()
    assert page.kind.isVisible()


def test_the_rules_of_the_ranking_stand_there_whole_and_say_what_the_buttons_say(qtbot, show, silent) -> None:
    show().show_ranking()
    rules = dialog(qtbot, RankingDialog)
    qtbot.waitUntil(lambda: rules.table.height() >= rules.table.document().size().height())
    assert rules.table.verticalScrollBar().maximum() == 0
    assert "Open the cohort" in rules.table.toPlainText()
    assert "Plan the close" not in rules.table.toPlainText()
    rules.reject()


def test_the_next_days_are_saved_for_a_calendar(qtbot, show, desk, workplace, monkeypatch, tmp_path) -> None:
    contact(desk, add_pair(desk, "Ruth Adelmann", "Amara Okonkwo", started_on=date(2025, 6, 12)), 3)
    path = tmp_path / "days.ics"
    monkeypatch.setattr(file_choice, "save_file", lambda *_: path)
    page = show()
    with qtbot.waitSignal(workplace.said) as said:
        qtbot.mouseClick(page.upcoming.calendar, Qt.MouseButton.LeftButton)
    assert said.args[0].sentence == "Calendar saved as “days.ics”"
    text = path.read_text(encoding="utf-8")
    assert "SUMMARY:1 year: Ruth & Amara" in text
    assert "DTSTART;VALUE=DATE:20260612" in text


def test_items_stand_closer_where_that_saves_the_scroll_bar(qtbot, desk, show) -> None:
    for number in range(8):
        contact(desk, add_pair(desk, f"Tomasz Wrona {number}", f"Leila Khoury {number}"), 50)
    page = show(1440, 1200)
    usual = lines(page)[0].sizeHint().height()
    for height in range(1200, 500, -8):
        page.window().resize(1440, height)
        if lines(page)[0].sizeHint().height() < usual:
            break
    qtbot.waitUntil(lambda: lines(page)[0].height() < usual)
    assert not page.body.verticalScrollBar().isVisible()
    page.window().resize(1440, 1200)
    qtbot.waitUntil(lambda: lines(page)[0].height() == usual)
