"""The table of every list, as a coordinator uses it: search, sort, select, keyboard, copy, columns."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QToolTip

from mentordesk.ui import theme
from mentordesk.ui.widgets.row_table import RowTable
from tests.ui.widgets.on_table import COLUMNS, click_row


def shown(table: RowTable) -> list[int]:
    return [row.id for row in table.rows_model.shown_rows()]


# Search, filter, order


def test_every_key_narrows_the_rows_without_regard_to_accents(table) -> None:
    found = []
    for typed in ("e", "el", "eli", "elif ", "elif y", "elif yildiz"):
        table.set_search(typed)
        found.append(len(shown(table)))
    assert found == sorted(found, reverse=True)
    assert shown(table) == [3]


def test_words_may_stand_anywhere_and_in_any_order(table) -> None:
    table.set_search("khoury TOMASZ")
    assert shown(table) == [1]


def test_taking_a_letter_back_brings_rows_back(table) -> None:
    table.set_search("novak")
    assert shown(table) == [6]
    table.set_search("nov")
    assert shown(table) == [6]
    table.set_search("")
    assert shown(table) == [1, 2, 3, 4, 5, 6]


def test_a_filter_and_a_search_hold_together(table) -> None:
    table.set_filter(lambda row: row.health == "watch")
    table.set_search("el")
    assert shown(table) == [2, 3]
    table.set_filter(None)
    assert shown(table) == [2, 3, 6]


def test_new_rows_are_searched_too(table, pairs) -> None:
    table.set_search("amara")
    table.set_rows([pair for pair in pairs if pair.id != 5])
    assert table.count() == 0
    table.set_rows(pairs)
    assert shown(table) == [5]


def test_a_page_may_say_what_is_searched(qtbot, pairs) -> None:
    table = RowTable(COLUMNS, name="Pairs", search_text=lambda row: "negotiation" if row.id == 4 else "")
    qtbot.addWidget(table)
    table.set_rows(pairs)
    table.set_search("negot")
    assert shown(table) == [4]


def test_search_texts_are_made_in_idle_time(table, qtbot) -> None:
    qtbot.waitUntil(lambda: not table.rows_model._folding.isActive())
    assert len(table.rows_model._folded) == 6


def test_unknown_values_come_last_in_both_directions(table) -> None:
    table.sort_by("days")
    assert shown(table) == [5, 3, 2, 6, 1, 4]
    table.sort_by("days", descending=True)
    assert shown(table) == [1, 6, 2, 3, 5, 4]


def test_a_click_on_a_heading_sorts_and_a_second_turns_round(table, qtbot) -> None:
    header = table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(2) + 20, 10)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert shown(table) == [1, 2, 3, 4, 5, 6]
    assert header.isSortIndicatorShown()
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert shown(table) == [6, 5, 2, 3, 4, 1]


def test_text_sorts_without_regard_to_case_and_accents(table) -> None:
    table.sort_by("pair")
    assert shown(table) == [5, 2, 4, 3, 6, 1]


# Selection


def test_a_click_selects_and_tells_once(table, qtbot) -> None:
    told = []
    table.selected.connect(told.append)
    click_row(qtbot, table, 3)
    click_row(qtbot, table, 5, keys=Qt.KeyboardModifier.ControlModifier)
    assert told == [[3], [3, 5]]


def test_selection_stays_by_id_through_sort_and_reload(table, pairs, qtbot) -> None:
    table.select([2, 5])
    told = []
    table.selected.connect(told.append)
    table.sort_by("days", descending=True)
    table.set_rows(reversed(pairs))
    assert table.selected_ids() == [2, 5]
    assert table.current_id() == 2
    assert told == []


def test_the_next_row_is_selected_after_the_selected_one_is_gone(table, pairs) -> None:
    table.select([3])
    table.set_rows([pair for pair in pairs if pair.id != 3])
    assert table.selected_ids() == [4]
    table.set_rows(pairs[:2])
    assert table.selected_ids() == [2]


def test_an_emptied_table_tells_that_nothing_is_selected(table) -> None:
    table.select([3])
    with_nothing = []
    table.selected.connect(with_nothing.append)
    table.set_rows([])
    assert with_nothing == [[]]


def test_a_search_that_hides_the_selected_row_tells_it(table) -> None:
    table.select([3])
    told = []
    table.selected.connect(told.append)
    table.set_search("amara")
    assert told == [[]]


def test_scroll_stays_when_rows_are_read_again(on_screen, pairs) -> None:
    many = [type(pairs[0])(at, f"Person {at}", "Other", "watch", 1, 1, at) for at in range(200)]
    table = RowTable(COLUMNS, name="Pairs")
    table.set_rows(many)
    on_screen(table, 900, 300)
    table.verticalScrollBar().setValue(1500)
    table.set_rows(many)
    assert table.verticalScrollBar().value() == 1500


def test_a_row_can_be_asked_for_by_its_id(table) -> None:
    assert table.row_of(4).left == "Ingrid Tveit"
    assert table.row_of(99) is None


def test_the_menu_of_the_header_hides_and_shows_columns(table) -> None:
    menu = table.horizontalHeader().columns_menu()
    actions = {action.text(): action for action in menu.actions()}
    assert not actions["Pair"].isEnabled()
    assert not actions["Mentor"].isChecked()
    actions["Mentor"].trigger()
    actions["Health"].trigger()
    assert not table.isColumnHidden(5)
    assert table.isColumnHidden(2)


def test_a_narrow_table_scrolls_and_keeps_room_for_the_names(table, qtbot) -> None:
    assert table.horizontalScrollBar().maximum() == 0
    table.resize(420, 420)
    qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() > 0)
    assert table.columnWidth(1) >= 170
    table.resize(1300, 420)
    qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() == 0)
    assert table.columnWidth(1) > 300


def test_columns_grow_with_the_text_and_shrink_again(table, qapp) -> None:
    before = table.columnWidth(3)
    theme.apply(qapp, "light", text_delta=4)
    assert table.columnWidth(3) > before
    theme.apply(qapp, "light")
    assert abs(table.columnWidth(3) - before) <= 1


def test_what_is_saved_of_the_columns_comes_back(table, qtbot, pairs) -> None:
    header = table.horizontalHeader()
    header.moveSection(header.visualIndex(4), 2)
    header.resizeSection(4, 99)
    table.setColumnHidden(3, True)
    table.sort_by("days", descending=True)
    state = table.save()
    other = RowTable(COLUMNS, name="Pairs", checkable=True)
    qtbot.addWidget(other)
    other.set_rows(pairs)
    other.restore(state)
    assert other.save() == state
    assert other.horizontalHeader().visualIndex(4) == 2
    assert shown(other)[0] == 1


def test_a_state_of_other_columns_does_no_harm(table) -> None:
    table.restore({"columns": [["gone", 80, False]], "sort": ["gone", True]})
    assert shown(table) == [1, 2, 3, 4, 5, 6]


# Looks


def test_screen_readers_hear_sentences(table) -> None:
    index = table.rows_model.index(3, 3)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Ingrid Tveit gave 20, Kwame Boateng gave 4"
    assert table.accessibleName() == "Pairs"


def test_bars_share_the_scale_of_the_largest_value(table) -> None:
    from mentordesk.ui.widgets.row_table_model import SCALE

    table.set_search("tomasz")
    assert table.rows_model.index(0, 3).data(SCALE) == 20


def test_a_text_that_is_cut_has_the_whole_as_its_tip(table, qtbot) -> None:
    table.horizontalHeader().setSectionResizeMode(1, table.horizontalHeader().ResizeMode.Interactive)
    table.setColumnWidth(1, 90)
    index = table.rows_model.index(0, 1)
    delegate = table.itemDelegateForColumn(1)
    assert delegate.natural_width(index) > 90
    place = table.visualRect(index).center()
    from PySide6.QtGui import QHelpEvent

    event = QHelpEvent(QHelpEvent.Type.ToolTip, place, table.viewport().mapToGlobal(place))
    QApplication.sendEvent(table.viewport(), event)
    qtbot.waitUntil(lambda: QToolTip.text() == "Tomasz Wrona & Leila Khoury")
    QToolTip.hideText()


def test_every_kind_of_cell_is_drawn_in_both_themes(table, both_themes, has_color) -> None:
    table.setColumnHidden(5, False)
    table.set_checked([1])
    table.select([2])
    for token in ("accent", "left", "right", "risk", "watch", "left_tint", "right_tint", "grid", "accent_tint"):
        assert has_color(table, token), token


def test_the_focus_ring_is_for_the_keyboard(table, qtbot, picture) -> None:
    click_row(qtbot, table, 2)
    with_pointer = picture(table)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Up)
    assert table.selected_ids() == [2]
    assert picture(table) != with_pointer


def test_rows_grow_with_the_text(table, qapp) -> None:
    before = table.rowHeight(0)
    theme.apply(qapp, "light", text_delta=4)
    assert table.rowHeight(0) == theme.current().row("table", 2) > before


def test_a_focus_that_came_before_the_rows_stands_on_the_first(on_screen, pairs, qtbot) -> None:
    table = on_screen(RowTable(COLUMNS, name="Pairs"), 600, 300)
    table.activateWindow()
    qtbot.waitUntil(table.isActiveWindow)
    table.setFocus()
    table.set_rows(pairs)
    assert table.currentIndex().row() == 0
    assert table.selected_ids() == []


# The ring around the row with the focus


def has_ring(table: RowTable) -> bool:
    rect = table.row_rect(table.currentIndex().row())
    image = table.viewport().grab().toImage()
    return image.pixelColor(rect.center().x(), rect.top() + 1) == theme.current().color("accent")


def test_whoever_is_led_to_a_table_by_a_key_sees_the_row(table: RowTable) -> None:
    table.select([2])
    table.clearFocus()
    table.setFocus(Qt.FocusReason.OtherFocusReason)
    assert has_ring(table)


@pytest.mark.parametrize("reason", [Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason])
def test_a_dialog_or_menu_leaves_the_ring_as_it_was(qtbot, table: RowTable, reason: Qt.FocusReason) -> None:
    def is_back() -> bool:
        table.clearFocus()
        table.setFocus(reason)
        return has_ring(table)

    table.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert is_back()
    click_row(qtbot, table, 2)
    assert not is_back()
