"""A timeline of 25 years: years fold and unfold by mouse and keyboard, chips choose what is shown, turns stand out."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentordesk.ui.widgets.timeline import Timeline
from mentordesk.ui.widgets.timeline_filter import ALL, TimelineFilter
from mentordesk.ui.widgets.timeline_items import TimelineItem


def event(number: int) -> TimelineItem:
    kind = ("contact", "exchange")[number % 2]
    turn = "promotion of Ines" if number % 50 == 49 else ""
    on, tone = date(2026, 6, 4) - timedelta(days=18 * number), "career" if turn else "neutral"
    key = f"{'career' if turn else kind}:{number}"
    return TimelineItem(key, on, "2 Jun", f"Event {number}", turn=turn, tone=tone)


ITEMS = [event(number) for number in range(500)]


@pytest.fixture
def timeline(on_screen) -> Timeline:
    made = Timeline()
    made.set_items(ITEMS)
    on_screen(made, 460, 420)
    return made


def texts(view: Timeline) -> list[str]:
    return [view.model().index(at, 0).data() for at in range(view.model().rowCount())]


def row_of(view: Timeline, begin: str) -> int:
    return next(at for at, text in enumerate(texts(view)) if text.startswith(begin))


def place(view: Timeline, begin: str) -> QPoint:
    index = view.model().index(row_of(view, begin), 0)
    view.scrollTo(index)
    return view.visualRect(index).center()


def test_older_years_are_folded_and_say_what_stands_out(timeline) -> None:
    shown = texts(timeline)
    assert len(shown) < 70
    assert "2024: 10 contacts, 10 exchanges, promotion of Ines. Folded" in shown
    assert len(timeline.items()) == 500


def test_a_click_unfolds_a_year_and_folds_it_again(timeline, qtbot) -> None:
    before = len(texts(timeline))
    qtbot.mouseClick(timeline.viewport(), Qt.MouseButton.LeftButton, pos=place(timeline, "2015"))
    assert len(texts(timeline)) > before + 15
    assert texts(timeline)[row_of(timeline, "2015")].endswith("Unfolded")
    qtbot.mouseClick(timeline.viewport(), Qt.MouseButton.LeftButton, pos=place(timeline, "2015"))
    assert len(texts(timeline)) == before


def test_the_arrows_fold_and_unfold_and_lead_back_to_the_year(timeline, qtbot) -> None:
    timeline.setFocus()
    timeline.setCurrentIndex(timeline.model().index(row_of(timeline, "2015"), 0))
    qtbot.keyClick(timeline, Qt.Key.Key_Right)
    qtbot.keyClick(timeline, Qt.Key.Key_Down)
    assert timeline.current_id()
    qtbot.keyClick(timeline, Qt.Key.Key_Left)
    assert timeline.currentIndex().data().startswith("2015")
    qtbot.keyClick(timeline, Qt.Key.Key_Left)
    assert timeline.currentIndex().data().endswith("Folded")
    qtbot.keyClick(timeline, Qt.Key.Key_Return)
    assert timeline.currentIndex().data().endswith("Unfolded")


def test_an_event_of_a_folded_year_is_found(timeline) -> None:
    timeline.select("contact:400")
    assert timeline.current_id() == "contact:400"


def test_what_somebody_unfolded_stays_when_the_events_are_read_again(timeline) -> None:
    timeline.unfold(2015)
    timeline.set_items(ITEMS[1:])
    assert texts(timeline)[row_of(timeline, "2015")].endswith("Unfolded")
    timeline.fold_again()
    timeline.set_items(ITEMS)
    assert texts(timeline)[row_of(timeline, "2015")].endswith("Folded")


def test_turns_stand_out_in_both_themes(timeline, both_themes, has_color) -> None:
    timeline.unfold(2024)
    assert place(timeline, "2 Jun: Event 49").y() > 0
    assert has_color(timeline, "good_tint")
    assert has_color(timeline, "good")


@pytest.fixture
def filtered(on_screen) -> TimelineFilter:
    around, view = QWidget(), Timeline()
    made = TimelineFilter(view)
    inside = QVBoxLayout(around)
    inside.addWidget(made)
    inside.addWidget(view)
    on_screen(around, 700, 500)
    made.show_items(ITEMS, fresh=True)
    made.timeline, made.around = view, around
    return made


def press(qtbot, bar: TimelineFilter, key: str) -> None:
    qtbot.mouseClick(bar.chips.chip(key), Qt.MouseButton.LeftButton)


def test_chips_choose_what_is_shown_and_all_takes_them_back(filtered, qtbot) -> None:
    press(qtbot, filtered, "career")
    assert len(filtered.timeline.items()) == 10
    assert filtered.chips.on() == {"career"}
    assert not any("Folded" in text for text in texts(filtered.timeline))
    press(qtbot, filtered, "contacts")
    assert len(filtered.timeline.items()) == 260
    press(qtbot, filtered, ALL)
    assert (filtered.chips.on(), len(filtered.timeline.items())) == ({ALL}, 500)
    press(qtbot, filtered, ALL)
    assert filtered.chips.on() == {ALL}


def test_another_pair_is_shown_whole_again(filtered, qtbot) -> None:
    press(qtbot, filtered, "career")
    filtered.show_items(ITEMS[:100], fresh=False)
    assert filtered.chips.on() == {"career"}
    filtered.show_items(ITEMS[:100], fresh=True)
    assert (filtered.chips.on(), len(filtered.timeline.items())) == ({ALL}, 100)


def test_a_short_story_needs_no_filter(filtered) -> None:
    filtered.show_items(ITEMS[:5], fresh=True)
    assert not filtered.isVisible()


def test_chips_without_room_leave_their_numbers_out(filtered) -> None:
    assert filtered.chips.chip("contacts").accessibleName() == "Contacts, 250"
    filtered.around.resize(440, 500)
    assert filtered.chips.chip("contacts").accessibleName() == "Contacts"
