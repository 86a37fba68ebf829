"""Fields beyond a line of text: days, numbers, segments, a search for one of many, words as chips."""

from datetime import date

import pytest
import shiboken6
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QDate, QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QCalendarWidget, QPushButton

from mentordesk.domain import dates
from mentordesk.ui.widgets.date_field import DateField, NoSuchDayError, read_day
from mentordesk.ui.widgets.number_field import NumberField
from mentordesk.ui.widgets.picker import Picker
from mentordesk.ui.widgets.segments import SegmentedControl
from mentordesk.ui.widgets.suggestions import Choice, found
from mentordesk.ui.widgets.tag_field import TagField
from tests.ui.widgets.in_fields import edit_of

TODAY = date(2026, 6, 4)


PEOPLE = (
    Choice(1, "Gareth Penry", "Chief operating officer, Cardiff"),
    Choice(2, "Grace Adeyemi", "Head of Legal Operations, Lagos"),
    Choice(3, "Elif Yıldız", "Analyst, Izmir"),
    Choice(4, "Bogdan Grigore", "Buyer, Cluj"),
)


# Days


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("today", TODAY),
        ("Yesterday", date(2026, 6, 3)),
        ("tomorrow", date(2026, 6, 5)),
        ("-1", date(2026, 6, 3)),
        ("+3", date(2026, 6, 7)),
        ("4 June", TODAY),
        ("4 jun 2025", date(2025, 6, 4)),
        ("June 4, 2026", TODAY),
        ("4 jun 26", TODAY),
        ("2026-06-04", TODAY),
        ("  ", None),
    ],
)
def test_days_are_typed_as_people_write_them(typed, meant) -> None:
    assert read_day(typed, TODAY) == meant


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("31 February 2026", "February has no day 31. Use 28 February 2026?"),
        ("04/06/2026", "“04/06/2026” is no day. Write it like 4 June 2026."),
        ("soon", "“soon” is no day. Write it like 4 June 2026."),
        ("2026-13-01", "There is no month 13. Write the day like 4 June 2026."),
    ],
)
def test_what_is_no_day_gets_a_proposal(typed, answer) -> None:
    with pytest.raises(NoSuchDayError) as told:
        read_day(typed, TODAY)
    assert str(told.value) == answer


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_every_day_is_read_as_it_is_shown(day: date) -> None:
    assert read_day(dates.long(day), TODAY) == day


def test_a_typed_day_is_written_out_when_the_field_is_left(beside, qtbot) -> None:
    field = DateField(lambda: TODAY)
    other = beside(field)
    heard = []
    field.changed.connect(heard.append)
    qtbot.keyClicks(edit_of(field), "-1")
    other.setFocus()
    assert field.text() == "3 June 2026"
    assert field.value() == heard[-1] == date(2026, 6, 3)


def test_a_wrong_day_stays_to_be_corrected(beside, qtbot) -> None:
    field = DateField(lambda: TODAY, TODAY)
    other = beside(field)
    edit_of(field).selectAll()
    qtbot.keyClicks(edit_of(field), "31 june")
    other.setFocus()
    assert field.text() == "31 june"
    assert field.value() is None
    assert field.problem() == "June has no day 31. Use 30 June 2026?"
    field.set_value(TODAY)
    assert field.problem() == ""


def test_arrows_go_by_a_day(beside, qtbot) -> None:
    field = DateField(lambda: TODAY)
    beside(field)
    qtbot.keyClick(edit_of(field), Qt.Key.Key_Up)
    assert field.value() == TODAY
    qtbot.keyClick(edit_of(field), Qt.Key.Key_Down)
    qtbot.keyClick(edit_of(field), Qt.Key.Key_Down)
    assert field.value() == date(2026, 6, 2)


def test_a_day_is_chosen_from_the_calendar(beside, qtbot) -> None:
    field = DateField(lambda: TODAY)
    beside(field)
    qtbot.keyClick(edit_of(field), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    month = field.findChild(QCalendarWidget)
    assert month.selectedDate() == QDate(2026, 6, 4)
    month.setSelectedDate(QDate(2026, 6, 12))
    month.activated.emit(month.selectedDate())
    assert field.value() == date(2026, 6, 12)
    assert not month.isVisible()


def test_the_name_of_a_day_field_is_read_at_its_line(qtbot) -> None:
    field = DateField(lambda: TODAY)
    qtbot.addWidget(field)
    field.setAccessibleName("Day")
    assert edit_of(field).accessibleName() == "Day"


# Numbers and segments


def test_a_number_has_its_unit_and_ignores_the_passing_wheel(beside, qtbot) -> None:
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QWheelEvent

    field = NumberField(0, 600, " min", empty="not set")
    other = beside(field)
    assert field.text() == "not set"
    field.selectAll()
    qtbot.keyClicks(field, "45")
    assert field.value() == 45
    assert field.text() == "45 min"
    other.setFocus()
    place = QPointF(field.rect().center())
    turn = QWheelEvent(
        place,
        place,
        QPoint(0, 10),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field, turn)
    assert field.value() == 45


@pytest.fixture
def level(on_screen) -> SegmentedControl:
    return on_screen(SegmentedControl([(step, str(step)) for step in range(1, 8)], "Level", stretch=True), 400, 40)


def test_segments_are_chosen_by_click_arrow_and_digit(level, qtbot) -> None:
    heard = []
    level.chosen.connect(heard.append)
    buttons = level.findChildren(QPushButton)
    qtbot.mouseClick(buttons[2], Qt.MouseButton.LeftButton)
    qtbot.keyClick(buttons[2], Qt.Key.Key_Right)
    qtbot.keyClick(buttons[3], Qt.Key.Key_6)
    qtbot.keyClick(buttons[5], Qt.Key.Key_Left)
    assert heard == [3, 4, 6, 5]
    assert level.choice() == 5


def test_the_ends_of_the_segments_are_ends(level, qtbot) -> None:
    level.choose(7)
    buttons = level.findChildren(QPushButton)
    qtbot.keyClick(buttons[6], Qt.Key.Key_Right)
    assert level.choice() == 7


def test_an_optional_choice_can_be_taken_back(on_screen, qtbot) -> None:
    channel = on_screen(
        SegmentedControl([("call", "Call", "phone"), ("text", "Text", "text")], "Channel", optional=True), 260, 40
    )
    heard = []
    channel.chosen.connect(heard.append)
    first = channel.findChildren(QPushButton)[0]
    assert channel.choice() is None
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    channel.choose("text")
    qtbot.keyClick(first, Qt.Key.Key_Delete)
    assert heard == ["call", None, None]


def test_the_chosen_segment_shows(level, both_themes, has_color) -> None:
    assert has_color(level, "accent_tint")


# One of many


def test_words_that_begin_so_come_before_those_that_have_it_inside() -> None:
    assert [choice.id for choice in found(PEOPLE, "gr")] == [2, 4]
    assert [choice.id for choice in found(PEOPLE, "yildiz")] == [3]
    assert [choice.id for choice in found(PEOPLE, "operat")] == [1, 2]
    assert [choice.id for choice in found(PEOPLE, "ogd")] == [4]
    assert found(PEOPLE, "xq") == []


def picker(**extra) -> Picker:
    made = Picker(**extra)
    made.set_choices(PEOPLE)
    return made


def test_a_person_is_found_by_typing_and_taken_by_enter(beside, qtbot) -> None:
    field = picker()
    beside(field)
    heard = []
    field.changed.connect(heard.append)
    qtbot.keyClicks(edit_of(field), "g")
    assert [choice.id for choice in field.suggestions.offered()] == [1, 2, 4]
    qtbot.keyClick(field.suggestions.list, Qt.Key.Key_Down)
    qtbot.keyClick(field.suggestions.list, Qt.Key.Key_Return)
    assert field.value() == 2
    assert field.text() == "Grace Adeyemi"
    assert heard == [2]


def test_what_was_typed_without_choosing_is_taken_back(beside, qtbot) -> None:
    field = picker()
    other = beside(field)
    field.set_value(1)
    edit_of(field).selectAll()
    qtbot.keyClicks(edit_of(field), "xq")
    assert not field.suggestions.is_open()
    other.setFocus()
    assert field.text() == "Gareth Penry"
    assert field.value() == 1


def test_an_emptied_field_means_nobody(beside, qtbot) -> None:
    field = picker()
    beside(field)
    field.set_value(1)
    with qtbot.waitSignal(field.changed, timeout=500) as told:
        edit_of(field).selectAll()
        qtbot.keyClick(edit_of(field), Qt.Key.Key_Delete)
    assert told.args == [None]
    assert field.value() is None


def test_down_opens_the_whole_list_and_the_mouse_chooses(beside, qtbot) -> None:
    field = picker()
    beside(field)
    qtbot.keyClick(edit_of(field), Qt.Key.Key_Down)
    assert field.suggestions.is_open()
    listed = field.suggestions.list
    qtbot.mouseClick(
        listed.viewport(), Qt.MouseButton.LeftButton, pos=listed.visualRect(listed.model().index(2, 0)).center()
    )
    assert field.value() == 3
    assert not field.suggestions.is_open()


@pytest.mark.parametrize("make", [lambda: DateField(lambda: TODAY), lambda: picker(), TagField])
def test_a_field_goes_with_the_focus_in_it(beside, qtbot, make) -> None:
    field = make()
    other = beside(field)
    assert edit_of(field).hasFocus()
    field.deleteLater()
    QCoreApplication.sendPostedEvents(field, QEvent.Type.DeferredDelete.value)
    assert not shiboken6.isValid(field)
    assert QApplication.focusWidget() in (None, other)


def test_a_choice_that_is_gone_leaves_the_field_empty(qtbot) -> None:
    field = picker(avatars=False)
    qtbot.addWidget(field)
    field.set_value(4)
    field.set_choices(PEOPLE[:2])
    assert field.value() is None
    assert field.text() == ""


def test_the_list_draws_names_over_titles(beside, qtbot, both_themes, has_color) -> None:
    field = picker()
    beside(field)
    qtbot.keyClicks(edit_of(field), "g")
    assert has_color(field.suggestions.list, "accent_tint")
    first = field.suggestions.list.model().index(0, 0)
    assert first.data(Qt.ItemDataRole.AccessibleTextRole) == "Gareth Penry, Chief operating officer, Cardiff"
    field.suggestions.close()


@pytest.mark.parametrize("typed", ["4 June 0999", "1899-12-31", "4 June 9999", "1 Jan 2200"])
def test_a_year_that_is_a_slip_is_said(typed) -> None:
    with pytest.raises(NoSuchDayError, match="The year is 1900 to 2199"):
        read_day(typed, TODAY)


@pytest.mark.parametrize(("day", "key"), [(date(2199, 12, 31), Qt.Key.Key_Up), (date(1900, 1, 1), Qt.Key.Key_Down)])
def test_no_key_leads_beyond_the_last_day(qtbot, day, key) -> None:
    field = DateField(lambda: TODAY, day)
    qtbot.addWidget(field)
    qtbot.keyClick(edit_of(field), key)
    assert field.value() == day
