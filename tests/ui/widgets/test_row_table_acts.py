"""A table by keys and mouse: moving, ticking, copying, opening, its menus."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication

from mentordesk.ui.widgets.row_table import RowTable
from tests.ui.widgets.on_table import COLUMNS, click_row

# Keyboard


def test_arrows_home_and_end_move(table, qtbot) -> None:
    table.setFocus(Qt.FocusReason.TabFocusReason)
    assert table.current_id() == 1
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert table.current_id() == 2
    qtbot.keyClick(table, Qt.Key.Key_End)
    assert table.current_id() == 6
    qtbot.keyClick(table, Qt.Key.Key_Home)
    assert table.selected_ids() == [1]


def test_typing_jumps_to_a_name(table, qtbot) -> None:
    table.setFocus()
    qtbot.keyClicks(table, "hel")
    assert table.current_id() == 2


def test_the_same_letter_again_goes_to_the_next_name(table) -> None:
    table.select([1])
    table.keyboardSearch("s")
    assert table.current_id() == 3
    table.keyboardSearch("s")
    assert table.current_id() == 6
    table.keyboardSearch("s")
    assert table.current_id() == 3


@pytest.mark.parametrize(
    ("key", "signal", "value"),
    [
        (Qt.Key.Key_Return, "opened", 4),
        (Qt.Key.Key_F2, "edit_requested", 4),
        (Qt.Key.Key_Delete, "delete_requested", [4]),
    ],
)
def test_keys_ask_for_what_they_mean(table, qtbot, key, signal, value) -> None:
    table.select([4])
    with qtbot.waitSignal(getattr(table, signal), timeout=500) as told:
        qtbot.keyClick(table, key)
    assert told.args == [value]


def test_enter_without_a_row_opens_nothing(qtbot) -> None:
    table = RowTable(COLUMNS, name="Pairs")
    qtbot.addWidget(table)
    with qtbot.assertNotEmitted(table.opened):
        qtbot.keyClick(table, Qt.Key.Key_Return)
        qtbot.keyClick(table, Qt.Key.Key_Delete)


def test_enter_that_is_still_held_from_a_dialog_opens_nothing(table, qtbot) -> None:
    table.select([2])
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", autorep=True)
    with qtbot.assertNotEmitted(table.opened):
        QApplication.sendEvent(table, held)
    with qtbot.waitSignal(table.opened, timeout=500):
        qtbot.keyClick(table, Qt.Key.Key_Return)


def test_space_ticks_the_selected_rows_and_takes_it_back(table, qtbot) -> None:
    table.select([2, 3])
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert table.checked_ids() == [2, 3]
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert table.checked_ids() == []


def test_a_click_on_the_box_ticks_without_selecting(table, qtbot) -> None:
    click_row(qtbot, table, 4, column=0)
    assert table.checked_ids() == [4]
    assert table.selected_ids() == []
    index = table.rows_model.index(3, 0)
    assert index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked


def test_the_heading_of_the_boxes_ticks_all_rows_on_screen(table, qtbot) -> None:
    table.set_filter(lambda row: row.health == "watch")
    header = table.horizontalHeader()
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(14, 10))
    assert table.checked_ids() == [2, 3, 4]
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(14, 10))
    assert table.checked_ids() == []


def test_the_heading_of_the_boxes_is_a_box(table, qtbot, has_color) -> None:
    header = table.horizontalHeader()
    assert has_color(header, "border_strong")
    assert not has_color(header, "accent")
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(14, 10))
    assert has_color(header, "accent")
    assert table.rows_model.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole) == "Tick all, or none"


def test_copied_rows_are_a_table_with_headings(table, qtbot) -> None:
    table.select([1])
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t") == ["Pair", "Health", "Give & take", "Contact", "Milestones", "Status"]
    assert lines[1].split("\t")[:4] == ["Tomasz Wrona & Leila Khoury", "at_risk", "6 : 4", "47 d"]


# Mouse, menus, columns


def test_a_double_click_opens(table, qtbot) -> None:
    index = table.rows_model.index(4, 1)
    click_row(qtbot, table, 5)
    with qtbot.waitSignal(table.opened, timeout=500) as told:
        qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(index).center())
    assert told.args == [5]


def test_the_menu_key_asks_for_the_menu_of_the_selected_rows(table, qtbot) -> None:
    table.select([1, 2])
    with qtbot.waitSignal(table.menu_requested, timeout=500) as told:
        QApplication.sendEvent(
            table, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), table.mapToGlobal(QPoint(0, 0)))
        )
    assert told.args[0] == [1, 2]


def test_a_right_click_selects_the_row_it_is_on(table, qtbot) -> None:
    index = table.rows_model.index(2, 1)
    place = table.visualRect(index).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.RightButton, pos=place)
    with qtbot.waitSignal(table.menu_requested, timeout=500) as told:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, table.viewport().mapToGlobal(place))
        QApplication.sendEvent(table.viewport(), event)
    assert told.args[0] == [3]


def test_the_pointer_lights_the_row_up(table, qtbot, picture) -> None:
    before = picture(table)
    index = table.rows_model.index(2, 1)
    qtbot.mouseMove(table.viewport(), table.visualRect(index).center())
    qtbot.waitUntil(lambda: table.hovered_row == 2)
    assert picture(table) != before
