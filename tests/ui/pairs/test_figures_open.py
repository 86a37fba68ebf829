"""Every figure of a pair leads to the rows behind it: the bar, the facts of its health, the foot, the charts."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from mentordesk.domain.contacts import Channel
from mentordesk.domain.goals import ProjectForm
from mentordesk.domain.meetings import MeetingForm
from mentordesk.services.pairs import meetings, projects
from mentordesk.ui.pairs.open_row import OpenRow
from tests.crossroads import START

FACTS = {"Last contact": "meetings", "Give and take": "give_take", "check-in": "check_ins", "milestone": "milestones"}


@pytest.fixture
def pair(crossroads) -> int:
    """Two years old, with gifts of both, contacts, a project and a next meeting."""
    crossroads.clock.day = date(2028, 6, 5)
    found = crossroads.pair()
    for days in (900, 500, 60, 20):
        crossroads.contact(found, days_ago=days)
        crossroads.gift(found, "Amara", 3, days_ago=days)
    crossroads.contact(found, days_ago=21, channel=Channel.TEXT)
    crossroads.gift(found, "Jonas", 2, days_ago=20)
    crossroads.desk.do(projects.add, ProjectForm(found, "Cold chain", 30.0, started_on=START))
    crossroads.desk.do(meetings.plan, MeetingForm(found, date(2028, 6, 9)))
    return found


def click(widget, at: QPoint | None = None) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at or widget.rect().center())


def test_the_bar_opens_the_account_by_mouse_and_by_enter(pair, show_pairs) -> None:
    pane = show_pairs().pane
    click(pane.head.bar)
    assert pane.tabs.tab() == "give_take"
    pane.tabs.show_tab("overview")
    pane.head.account.setFocus()
    QTest.keyClick(pane.head.account, Qt.Key.Key_Return)
    assert pane.tabs.tab() == "give_take"
    assert pane.head.account.accessibleName().startswith("Amara gave ")


@pytest.mark.parametrize("words", FACTS)
def test_each_fact_of_the_health_opens_its_tab(pair, show_pairs, qtbot, words: str) -> None:
    pane = show_pairs().pane
    line = next(it for it in pane.head.box.lines if words in it.accessibleName())
    qtbot.waitUntil(line.isVisible)
    pane.tabs.show_tab("story")
    click(line)
    assert pane.tabs.tab() == FACTS[words]


def test_how_it_feels_opens_the_check_ins(pair, show_pairs, qtbot) -> None:
    page = show_pairs()
    page.show_full()
    page.full.tabs.show_tab("give_take")
    answers = next(
        it for it in page.full.tabs.give_take.cards.findChildren(OpenRow) if "How it feels" in it.accessibleName()
    )
    qtbot.waitUntil(answers.isVisible)
    click(answers)
    assert page.full.tabs.tab() == "check_ins"


def test_the_foot_opens_the_project_and_the_meeting(pair, show_pairs) -> None:
    pane = show_pairs().pane
    click(pane.foot.hours)
    assert pane.tabs.tab() == "milestones"
    click(pane.foot.how)
    assert pane.tabs.tab() == "meetings"


def test_on_the_whole_page_the_balance_opens_the_account(pair, show_pairs, settle) -> None:
    page = show_pairs()
    page.show_full()
    settle()
    for figure in (page.full.account_part, page.full.window_part):
        page.full.tabs.show_tab("overview")
        click(figure)
        assert page.full.tabs.tab() == "give_take"
    assert page.full.account_part.accessibleName() == "Balance today: Amara +10, leaning"


def test_a_part_of_the_chart_of_contacts_leads_to_them(pair, show_pairs) -> None:
    page = show_pairs()
    page.pane.tabs.show_tab("meetings")
    tab = page.pane.tabs.meetings
    months, groups = tab.chart.table().rows, tab.chart.table().headings
    assert len(months) == 12
    texts = groups.index("Text") - 1 if "Text" in groups else 1
    at = next(number for number, row in enumerate(months) if row[0] == "May")
    click(tab.chart, tab.chart.place_of(at, texts).toPoint())
    newest = next(it for it in page.pane.sheet.contacts if it.channel is Channel.TEXT)
    assert tab.list.current_id() == f"contact:{newest.id}"
    assert tab.list.hasFocus()


def test_with_all_of_time_the_trend_shows_years_and_a_click_the_rows_of_one(pair, show_pairs, settle) -> None:
    page = show_pairs()
    page.pane.tabs.show_tab("give_take")
    page.show_full()
    settle()
    tab = page.full.tabs.give_take
    assert tab.cards.trend.table().headings[0] == "Month"
    tab.period.choose("all")
    trend = tab.cards.trend.table()
    assert [row[0] for row in trend.rows] == ["2025", "2026", "2027", "2028"]
    assert [row[2:] for row in trend.rows] == [("3", "0"), ("0", "0"), ("3", "0"), ("6", "2")]
    click(tab.cards.trend, tab.cards.trend.place_of(3).toPoint())
    assert {row.exchange.on.year for row in tab.table.rows_model.rows()} == {2028}
    assert tab.table.totals.points == (6, 2)
    assert tab.cards.trend.table().headings[0] == "Month"
