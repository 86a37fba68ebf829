"""What shows a pair: avatars, health, the give/take bar, progress, tabs, the timeline."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLabel, QListView

from mentordesk.domain.contacts import Channel
from mentordesk.domain.standing import Side
from mentordesk.domain.timeline import TimelineKind, TimelineRow
from mentordesk.ui.widgets import painting
from mentordesk.ui.widgets.avatar import Avatar, PairAvatars
from mentordesk.ui.widgets.give_take_bar import BarBalance, GiveTakeBar
from mentordesk.ui.widgets.health import HealthLabel
from mentordesk.ui.widgets.progress_bar import ProgressBar
from mentordesk.ui.widgets.tabs import Tabs
from mentordesk.ui.widgets.timeline import Timeline
from mentordesk.ui.widgets.timeline_items import TimelineItem, of_rows


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Amara Okonkwo", "AO"),
        ("Élodie", "É"),
        ("Jean-Luc van der Berg", "JB"),
        ("(external)", "?"),
        ("", "?"),
    ],
)
def test_initials_are_of_first_and_last_word(name, letters) -> None:
    assert painting.initials(name) == letters


def test_sides_keep_their_colors(on_screen, both_themes, has_color) -> None:
    pair = on_screen(PairAvatars("Amara Okonkwo", "Jonas Weidmann", 40), 100, 50)
    assert has_color(pair, "left_tint")
    assert has_color(pair, "right_tint")
    pair.set_people("Jonas Weidmann", "Amara Okonkwo")
    assert has_color(pair, "left_tint")


def test_an_avatar_outside_a_pair_is_neutral(on_screen, has_color) -> None:
    face = on_screen(Avatar("Amara Okonkwo", size=58), 58, 58)
    assert has_color(face, "hover")
    face.set_person("Amara Okonkwo", "left")
    assert has_color(face, "left_tint")


@pytest.mark.parametrize(
    ("health", "word", "token"),
    [("on_track", "On track", "good"), ("watch", "Watch", "watch"), ("at_risk", "At risk", "risk")],
)
def test_health_is_shape_and_word(on_screen, both_themes, has_color, health, word, token) -> None:
    shown = on_screen(HealthLabel(health), 120, 30)
    assert shown.accessibleName() == f"Health: {word}"
    assert has_color(shown, token)
    assert has_color(shown, f"{token}_text")


def test_a_pair_without_health_has_a_dash(on_screen, has_color) -> None:
    shown = on_screen(HealthLabel("on_track"), 120, 30)
    shown.set_health("")
    assert shown.accessibleName() == "Health: –"
    assert not has_color(shown, "good")


@pytest.mark.parametrize("large", [False, True])
def test_the_bar_shows_both_sides_and_says_so(on_screen, both_themes, has_color, large) -> None:
    balance = BarBalance(20, 4, "Ingrid", "Kwame", "last 6 months: one-sided", one_sided=True)
    bar = on_screen(GiveTakeBar(balance, large), 400, 50)
    assert has_color(bar, "left")
    assert has_color(bar, "right")
    assert bar.accessibleName() == bar.toolTip() == "Ingrid gave 20, Kwame gave 4, last 6 months: one-sided"


@pytest.mark.parametrize("large", [False, True])
def test_a_bar_without_entries_says_so(on_screen, has_color, large) -> None:
    bar = on_screen(GiveTakeBar(BarBalance(0, 0), large), 400, 50)
    assert bar.accessibleName() == "No entries yet"
    assert not has_color(bar, "left")


def test_the_longer_bar_is_the_side_that_gave_more(on_screen, picture) -> None:
    from mentordesk.ui import theme

    bar = on_screen(GiveTakeBar(BarBalance(4, 12)), 300, 30)
    image = picture(bar)
    row = [image.pixelColor(x, image.height() // 2).name() for x in range(image.width())]
    left, right = row.count(theme.current().color("left").name()), row.count(theme.current().color("right").name())
    assert 2.5 * left < right < 3.5 * left


def test_progress_turns_to_risk_when_something_is_overdue(on_screen, has_color) -> None:
    bar = on_screen(ProgressBar(0.6, "18 of 30 h"), 200, 24)
    assert has_color(bar, "accent")
    assert bar.accessibleName() == "18 of 30 h"
    bar.show_progress(0.4, "4/9", overdue=True)
    assert has_color(bar, "risk")
    assert "overdue" in bar.accessibleName()


def test_tabs_show_their_names_as_they_are(on_screen, qtbot) -> None:
    tabs = Tabs("The pair")
    for name in ("Overview", "Give & take", "Meetings"):
        tabs.add(name, QLabel(name))
    on_screen(tabs, 500, 200)
    bar = tabs.tabBar()
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(1).center())
    assert tabs.currentIndex() == 1
    bar.setFocus()
    qtbot.keyClick(bar, Qt.Key.Key_Right)
    assert tabs.currentWidget().text() == "Meetings"
    tabs.rename(2, "Meetings 12")
    assert bar.tabText(2) == "Meetings 12"
    assert bar.tabRect(1).width() >= painting.text_width("Give & take", "strong")


def test_ctrl_tab_goes_on(on_screen, qtbot) -> None:
    tabs = Tabs("The pair")
    for name in ("Overview", "Meetings"):
        tabs.add(name, QLabel(name))
    on_screen(tabs, 500, 200)
    qtbot.keyClick(tabs, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert tabs.currentIndex() == 1


# Timeline


def item(number: int, on: date, **more) -> TimelineItem:
    return TimelineItem(f"contact:{number}", on, f"{on.day} Jun", "Video call", ", 45 min", **more)


ITEMS = [
    item(1, date(2026, 6, 2), note="Return-to-office note", icon="video"),
    item(2, date(2026, 6, 1)),
    item(3, date(2026, 5, 26), tone="left", side="left", icon="arrow-down"),
    item(4, date(2025, 12, 1), tone="right", side="right", icon="arrow-up"),
    item(5, date(2025, 11, 8), tone="good", icon="milestone", editable=False),
]


@pytest.fixture
def timeline(on_screen) -> Timeline:
    made = Timeline()
    made.set_items(ITEMS)
    return on_screen(made, 460, 420)


def texts(view: QListView) -> list[str]:
    return [view.model().index(at, 0).data() for at in range(view.model().rowCount())]


def test_events_stand_under_their_months_and_the_year_where_it_changes(timeline) -> None:
    listed = texts(timeline)
    assert [text for text in listed if ":" not in text] == ["June 2026", "May", "December 2025", "November"]
    assert listed[1] == "2 Jun: Video call, 45 min. Return-to-office note"


def test_the_rows_of_the_domain_become_items() -> None:
    gift = TimelineRow("exchange:3", 3, TimelineKind.EXCHANGE, date(2026, 6, 2), "2 Jun", "Jonas gave", side=Side.RIGHT)
    call = TimelineRow("contact:1", 1, TimelineKind.CONTACT, date(2026, 6, 2), "2 Jun", "Call", channel=Channel.PHONE)
    start = TimelineRow("start:1", 1, TimelineKind.START, date(2025, 10, 6), "6 Oct 2025", "Amara & Jonas began")
    given, called, began = of_rows([gift, call, start])
    assert (given.icon, given.tone, given.side) == ("arrow-up", "right", "right")
    assert (called.icon, called.tone) == ("phone", "neutral")
    assert not began.editable


def test_nodes_have_the_color_of_their_side(timeline, both_themes, has_color) -> None:
    for token in ("left_tint", "right_tint", "good_tint", "grid"):
        assert has_color(timeline, token)


@pytest.mark.parametrize(
    ("key", "signal"),
    [
        (Qt.Key.Key_Return, "opened"),
        (Qt.Key.Key_F2, "edit_requested"),
        (Qt.Key.Key_Delete, "delete_requested"),
    ],
)
def test_keys_act_on_the_event_with_the_focus(timeline, qtbot, key, signal) -> None:
    timeline.select("contact:3")
    with qtbot.waitSignal(getattr(timeline, signal), timeout=500) as told:
        qtbot.keyClick(timeline, key)
    assert told.args == ["contact:3"]


def test_what_cannot_be_edited_is_not(timeline, qtbot) -> None:
    timeline.select("contact:5")
    with qtbot.assertNotEmitted(timeline.delete_requested):
        qtbot.keyClick(timeline, Qt.Key.Key_Delete)
    timeline.read_only = True
    timeline.select("contact:1")
    with qtbot.assertNotEmitted(timeline.edit_requested):
        qtbot.keyClick(timeline, Qt.Key.Key_F2)


def test_arrows_pass_over_the_months(timeline, qtbot) -> None:
    timeline.select("contact:2")
    qtbot.keyClick(timeline, Qt.Key.Key_Down)
    assert timeline.current_id() == "contact:3"


@pytest.mark.parametrize(("from_right", "signal"), [(13, "delete_requested"), (39, "edit_requested")])
def test_the_pointer_shows_edit_and_delete(timeline, qtbot, from_right, signal) -> None:
    middle = timeline.place_of("contact:2")
    qtbot.mouseMove(timeline.viewport(), timeline.place_of("contact:1"))
    qtbot.mouseMove(timeline.viewport(), middle)
    qtbot.waitUntil(lambda: timeline.hovered_row == 2)
    place = QPoint(timeline.viewport().width() - from_right, middle.y())
    with qtbot.waitSignal(getattr(timeline, signal), timeout=500) as told:
        qtbot.mouseClick(timeline.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == ["contact:2"]


def test_a_double_click_opens_an_event(timeline, qtbot) -> None:
    place = timeline.place_of("contact:4")
    qtbot.mouseClick(timeline.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(timeline.opened, timeout=500) as told:
        qtbot.mouseDClick(timeline.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == ["contact:4"]


def test_the_menu_is_of_the_event_with_the_focus(timeline, qtbot) -> None:
    timeline.select("contact:2")
    with qtbot.waitSignal(timeline.menu_requested, timeout=500) as told:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))
        QApplication.sendEvent(timeline.viewport(), event)
    assert told.args[0] == "contact:2"


def test_the_selected_event_stays_when_they_are_read_again(timeline) -> None:
    timeline.select("contact:4")
    timeline.set_items(ITEMS[1:])
    assert timeline.current_id() == "contact:4"
    timeline.set_items(ITEMS[:2])
    assert timeline.current_id() == ""


def test_five_hundred_events_scroll(on_screen) -> None:
    made = Timeline()
    made.set_items(item(at, date(2026 - at // 24, 12 - at // 2 % 12, 1), note="A note") for at in range(500))
    on_screen(made, 460, 420)
    made.scrollToBottom()
    assert made.indexAt(QPoint(100, 400)).isValid()
    assert len(made.items()) == 500
