"""The head of a page, its figures, chips, search field and drop-down, as one clicks and types in them."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QVBoxLayout, QWidget

from mentordesk.ui import reading_order, theme
from mentordesk.ui.widgets.chips import Chip, FilterChips
from mentordesk.ui.widgets.drop_down import DropDown
from mentordesk.ui.widgets.elided_label import ElidedLabel
from mentordesk.ui.widgets.empty_state import EmptyState
from mentordesk.ui.widgets.flow import FlowLayout
from mentordesk.ui.widgets.label import button, card, column, icon_button, label, line, more_button, rich_label, row
from mentordesk.ui.widgets.page_body import PageBody
from mentordesk.ui.widgets.page_header import PageHeader
from mentordesk.ui.widgets.search_field import SearchField
from mentordesk.ui.widgets.stat_strip import Stat, StatStrip

STATS = [
    Stat("pairs", "Active pairs", "26", health=(("on_track", 19), ("watch", 5), ("at_risk", 2), ("too_early", 0))),
    Stat("contact", "In contact, last 30 days", "24", "of 26 pairs", "23 of 25 a month ago"),
    Stat("checkin", "Check-in average", "–", "", "no check-in yet"),
]


# Page header


def test_the_path_leads_back(on_screen, qtbot) -> None:
    header = on_screen(PageHeader("Amara & Jonas", "Active since October"), 900, 120)
    header.set_path("Pairs", "Crossroads 2025–26")
    link = next(link for link in header.findChildren(QPushButton) if link.text() == "Pairs")
    with qtbot.waitSignal(header.path_opened, timeout=500) as told:
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert told.args == [0]


def test_actions_stand_at_the_right_of_the_title(on_screen) -> None:
    header = PageHeader("Pairs")
    first = header.add_action(button("Log contact", icon="plus"))
    menu = QMenu()
    menu.addAction("Print the list")
    last = header.add_action(more_button(menu))
    chip = header.add_beside_title(Chip("Active", "accent"))
    on_screen(header, 900, 100)
    assert header.title.geometry().right() < chip.geometry().left() < first.geometry().left() < last.geometry().left()
    assert last.accessibleName() == "More"


def test_a_title_without_room_is_whole_in_its_tip(on_screen) -> None:
    header = PageHeader("A cohort with a name that is longer than any window would ever like to show in full")
    on_screen(header, 300, 80)
    assert header.title.toolTip() == header.title.text()
    header.set_title("Pairs")
    assert header.title.toolTip() == ""
    header.set_facts("26 active")
    assert header.facts.isVisible()


# Figures


def test_a_figure_opens_by_click_and_by_key(on_screen, qtbot) -> None:
    strip = StatStrip()
    strip.set_stats(STATS)
    on_screen(strip, 900, 100)
    opened = []
    strip.opened.connect(opened.append)
    qtbot.mouseClick(strip.cell("contact"), Qt.MouseButton.LeftButton)
    strip.cell("pairs").setFocus()
    qtbot.keyClick(strip.cell("pairs"), Qt.Key.Key_Space)
    assert opened == ["contact", "pairs"]


def test_tab_comes_to_one_figure_and_arrows_go_on_with_a_ring(on_screen, qtbot) -> None:
    strip = StatStrip()
    strip.set_stats([Stat("pairs", "Pairs", "22"), Stat("contact", "In contact", "20"), Stat("hours", "Hours", "338")])
    on_screen(strip, 600, 90)
    first, second, third = (strip.cell(key) for key in ("pairs", "contact", "hours"))
    assert list(reading_order.stops(strip)) == [first]
    first.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert second.hasFocus()
    assert list(reading_order.stops(strip)) == [second]
    image = second.grab().toImage()
    assert image.pixelColor(image.width() // 2, 3) == theme.current().color("accent")
    qtbot.keyClick(second, Qt.Key.Key_Left)
    assert first.hasFocus()
    assert not third.hasFocus()


def test_figures_are_read_out_with_unit_and_note(on_screen) -> None:
    strip = StatStrip()
    strip.set_stats(STATS)
    on_screen(strip, 900, 100)
    assert strip.cell("contact").accessibleName() == "In contact, last 30 days: 24 of 26 pairs"
    assert strip.cell("contact").accessibleDescription() == "23 of 25 a month ago"
    assert strip.cell("pairs").accessibleDescription() == "19 on track, 5 watch, 2 at risk"


def test_health_counts_have_their_shapes(on_screen, both_themes, has_color) -> None:
    strip = StatStrip(narrow=True)
    strip.set_stats(STATS)
    on_screen(strip, 900, 100)
    for token in ("good", "watch", "risk"):
        assert has_color(strip, token)


def test_new_figures_keep_the_cell_and_its_focus(on_screen) -> None:
    strip = StatStrip()
    strip.set_stats(STATS)
    on_screen(strip, 900, 100)
    strip.cell("contact").setFocus()
    strip.set_stats([STATS[0], Stat("contact", "In contact", "25", "of 26"), STATS[2]])
    assert strip.cell("contact").hasFocus()
    assert "25" in strip.cell("contact").accessibleName()
    strip.set_stats(STATS[:1])
    with pytest.raises(StopIteration):
        strip.cell("contact")


def test_low_windows_leave_the_third_line_out(on_screen, qtbot) -> None:
    strip = StatStrip()
    strip.set_stats(STATS)
    on_screen(strip, 900, 100)
    tall = strip.sizeHint().height()
    strip.show_notes(False)
    qtbot.waitUntil(lambda: strip.sizeHint().height() < tall)
    strip.show_notes(True)
    qtbot.waitUntil(lambda: strip.sizeHint().height() == tall)


# Chips


def test_filter_chips_combine_and_tell_which_are_on(on_screen, qtbot) -> None:
    chips = on_screen(FilterChips([("risk", "At risk"), ("watch", "Watch"), ("quiet", "No contact")]), 600, 60)
    told = []
    chips.changed.connect(told.append)
    qtbot.mouseClick(chips.chip("risk"), Qt.MouseButton.LeftButton)
    chips.chip("watch").setFocus()
    qtbot.keyClick(chips.chip("watch"), Qt.Key.Key_Space)
    assert told == [{"risk"}, {"risk", "watch"}]
    qtbot.keyClick(chips.chip("watch"), Qt.Key.Key_Return)
    assert told[-1] == {"risk"}
    chips.set_on(set())
    assert told[-1] == chips.on() == set()


def test_a_chip_without_rows_is_disabled_and_says_why(on_screen) -> None:
    chips = on_screen(FilterChips([("risk", "At risk"), ("watch", "Watch")]), 600, 60)
    chips.set_counts({"risk": 0, "watch": 5})
    assert not chips.chip("risk").isEnabled()
    assert chips.chip("risk").toolTip()
    assert chips.chip("watch").accessibleName() == "Watch, 5"


def test_a_chip_without_rows_stays_so_when_others_are_switched_on(on_screen) -> None:
    chips = on_screen(FilterChips([("risk", "At risk"), ("watch", "Watch")]), 600, 60)
    chips.set_counts({"risk": 0, "watch": 5})
    chips.set_on({"watch"})
    assert not chips.chip("risk").isEnabled()


def test_a_chip_that_is_on_stays_usable_at_zero(on_screen) -> None:
    chips = on_screen(FilterChips([("risk", "At risk")]), 600, 60)
    chips.set_on({"risk"})
    chips.set_counts({"risk": 0})
    assert chips.chip("risk").isEnabled()


def test_a_chip_that_is_on_looks_so(on_screen, both_themes, has_color) -> None:
    chips = on_screen(FilterChips([("risk", "At risk")]), 600, 60)
    assert not has_color(chips, "accent_tint")
    chips.set_on({"risk"})
    assert has_color(chips, "accent_tint")


@pytest.mark.parametrize(
    ("tone", "ground"), [("accent", "accent_tint"), ("watch", "watch_tint"), ("left", "left_tint")]
)
def test_chips_have_their_tone(on_screen, both_themes, has_color, tone, ground) -> None:
    chip = Chip("Paused", tone, "traditional")
    holder = QWidget()
    FlowLayout(holder).addWidget(chip)
    on_screen(holder, 300, 60)
    assert has_color(chip, f"{tone}_tint")
    assert chip.accessibleName() == "Paused"


def test_chips_wrap_as_words_do(on_screen) -> None:
    holder = QWidget()
    flow = FlowLayout(holder, gap=8)
    chips = [Chip(f"Skill number {number}") for number in range(8)]
    for chip in chips:
        flow.addWidget(chip)
    on_screen(holder, 300, 200)
    assert chips[0].y() < chips[-1].y()
    assert all(chip.geometry().right() <= holder.width() for chip in chips)
    assert flow.heightForWidth(300) > flow.heightForWidth(2000)


# Search and choice


def test_each_key_is_searched_and_escape_clears(on_screen, qtbot) -> None:
    field = on_screen(SearchField("Search these pairs"), 260, 40)
    heard = []
    field.searched.connect(heard.append)
    qtbot.keyClicks(field, "am")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert heard == ["a", "am", ""]
    with qtbot.waitSignal(field.left_downwards, timeout=500):
        qtbot.keyClick(field, Qt.Key.Key_Down)


def test_the_cross_clears_and_is_there_only_with_text(on_screen, qtbot) -> None:
    field = on_screen(SearchField("Search these pairs"), 260, 40)
    cross = field.findChild(QPushButton)
    assert not cross.isVisible()
    qtbot.keyClicks(field, "am")
    qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert field.text() == ""
    assert field.accessibleName() == "Search these pairs"


def test_only_the_coordinators_choice_is_told(on_screen, qtbot) -> None:
    choice = on_screen(DropDown([("active", "Active"), ("ended", "Ended")], "Status"), 160, 40)
    with qtbot.assertNotEmitted(choice.chosen):
        choice.choose("ended")
        choice.set_choices([("all", "All"), ("ended", "Ended")])
    assert choice.choice() == "ended"
    choice.setFocus()
    with qtbot.waitSignal(choice.chosen, timeout=500) as told:
        qtbot.keyClick(choice, Qt.Key.Key_Up)
    assert told.args == ["all"]
    choice.choose("gone")
    assert choice.choice() == "all"


def turn_the_wheel(widget: QWidget) -> None:
    place = QPointF(widget.rect().center())
    no_buttons, no_keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        place, place, QPoint(0, -10), QPoint(0, -120), no_buttons, no_keys, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(widget, event)


def test_the_wheel_changes_a_choice_only_with_the_focus(on_screen, qtbot) -> None:
    holder = QWidget()
    inside = QVBoxLayout(holder)
    other, choice = QPushButton("Other"), DropDown([("a", "First"), ("b", "Second")])
    inside.addWidget(other)
    inside.addWidget(choice)
    on_screen(holder, 200, 90)
    other.setFocus()
    turn_the_wheel(choice)
    assert choice.choice() == "a"
    choice.setFocus()
    qtbot.waitUntil(choice.hasFocus)
    turn_the_wheel(choice)
    assert choice.choice() == "b"


# Empty state and small parts


def test_an_empty_state_offers_the_first_step(on_screen, qtbot) -> None:
    done = []
    empty = EmptyState("coffee", "No contact yet", "Log the first meeting.", "Log contact", lambda: done.append("log"))
    on_screen(empty, 400, 300)
    qtbot.mouseClick(empty.action, Qt.MouseButton.LeftButton)
    assert done == ["log"]
    assert empty.accessibleName() == "No contact yet. Log the first meeting."


def test_a_search_without_result_offers_to_clear(on_screen, qtbot) -> None:
    cleared = []
    empty = on_screen(EmptyState("coffee", "No pair yet"), 400, 300)
    assert not empty.action.isVisible()
    empty.say_not_found("pair", "xyz", lambda: cleared.append(True))
    assert empty.title.text() == "No pair matches “xyz”"
    qtbot.mouseClick(empty.action, Qt.MouseButton.LeftButton)
    assert cleared == [True]
    empty.say_not_found("pair", "", lambda: None)
    assert empty.title.text() == "No pair matches the filters"


def test_a_body_scrolls_down_and_never_sideways(on_screen) -> None:
    body = PageBody()
    for number in range(40):
        body.column.addWidget(button(f"Button {number}"))
    on_screen(body, 300, 200)
    assert body.verticalScrollBar().maximum() > 0
    assert body.horizontalScrollBar().maximum() == 0


def test_rows_and_columns_keep_spaces_and_what_is_left(on_screen) -> None:
    left, right, below = button("Left"), icon_button("more", "More"), button("Below", small=True)
    holder = card()
    whole = QVBoxLayout(holder)
    whole.addLayout(row(left, 20, None, right))
    whole.addLayout(column(line(), below, None))
    on_screen(holder, 500, 160)
    assert right.x() - left.geometry().right() > 100
    assert below.y() > left.y()
    assert below.height() < left.height()


def test_links_of_rich_text_are_reached_by_keyboard(qtbot) -> None:
    said = rich_label('Also on watch: <a href="all">Show all 7 pairs</a>')
    qtbot.addWidget(said)
    assert said.textInteractionFlags() & Qt.TextInteractionFlag.LinksAccessibleByKeyboard


def test_an_elided_label_grows_with_the_text_size(qapp, on_screen) -> None:
    made = on_screen(ElidedLabel("Crossroads 2025–26", "section"), 200, 30)
    before = made.sizeHint().height()
    theme.apply(qapp, "light", text_delta=4)
    assert made.sizeHint().height() > before
    assert made.accessibleName() in ("", "Crossroads 2025–26")


def test_a_snug_drop_down_is_as_wide_as_its_choice(on_screen) -> None:
    words = "Crossroads for engineers 2026–27"
    field = DropDown([(None, "All"), (1, words)], "Cohort", snug=True)
    on_screen(field, 300, 60)
    narrow = field.sizeHint().width()
    field.choose(1)
    assert narrow < 120 < field.sizeHint().width()


def test_a_drop_down_opens_as_wide_as_its_longest_choice(on_screen) -> None:
    words = "Cohort Crossroads for engineers 2026–27"
    field = DropDown([(None, "All programs"), (1, words)], "About")
    on_screen(field, 400, 60)
    field.setFixedWidth(120)
    field.showPopup()
    assert field.view().viewport().width() >= field.fontMetrics().horizontalAdvance(words)
    field.hidePopup()


def test_a_search_field_without_room_gives_up_the_hint_of_its_key_before_its_words(on_screen) -> None:
    field = on_screen(SearchField("Search these pairs"), 320, 60)
    assert field._keys.isVisible()
    field.resize(140, 32)
    assert not field._keys.isVisible()


def test_a_label_that_wraps_is_as_high_as_its_words_at_its_width(on_screen, qtbot) -> None:
    words = label("Close it there and choose Try again, or save the report under another name.", wrap=True)
    holder = QWidget()
    holder.setLayout(column(words))
    on_screen(holder, 900, 200)
    qtbot.waitUntil(lambda: words.sizeHint().height() < 2 * words.fontMetrics().height())
    holder.resize(160, 200)
    qtbot.waitUntil(lambda: words.sizeHint().height() > 2 * words.fontMetrics().height())
