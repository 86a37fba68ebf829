"""The window without a mouse: where the focus stands, that it is seen, and what Enter, Esc, F6 and letters do."""

from collections.abc import Iterator
from datetime import datetime, time
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QPushButton, QRadioButton, QVBoxLayout, QWidget

from mentordesk.services.desk import Desk
from mentordesk.ui import reading_order, theme
from mentordesk.ui.main_window import MainWindow
from mentordesk.ui.menus import Menus, shortcut_sheet
from mentordesk.ui.pairs.open_row import figure_row
from mentordesk.ui.regions import first_focus, next_region
from mentordesk.ui.settings import Settings
from mentordesk.ui.status_bar import DeskStatus
from mentordesk.ui.widgets import focus_ring
from mentordesk.ui.widgets.chart import Chart
from mentordesk.ui.widgets.date_field import _Calendar
from mentordesk.ui.widgets.dialog import Dialog
from mentordesk.ui.widgets.empty_state import EmptyState
from mentordesk.ui.widgets.label import button
from mentordesk.ui.widgets.segments import SegmentedControl
from mentordesk.ui.widgets.tabs import Tabs
from mentordesk.ui.widgets.toast import Notice, Toast
from tests.crossroads import TODAY

Key = Qt.Key


@pytest.fixture
def frame(qtbot) -> QMainWindow:
    """An active window with a column for what is tried."""
    made = QMainWindow()
    qtbot.addWidget(made)
    made.setCentralWidget(QWidget())
    made.column = QVBoxLayout(made.centralWidget())
    made.resize(500, 300)
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    return made


def put(frame: QMainWindow, part: QWidget) -> None:
    frame.column.addWidget(part)
    part.show()


@pytest.fixture
def rings(qapp) -> Iterator[focus_ring.FocusRing]:
    installed = focus_ring.install(qapp)
    yield installed
    qapp.focusChanged.disconnect(installed._on_focus_changed)
    installed.deleteLater()


@pytest.fixture
def window(qtbot, settings: Settings) -> Iterator[MainWindow]:
    made = MainWindow(settings)
    qtbot.addWidget(made)
    made.resize(1024, 700)
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    yield made
    made.close()


@pytest.fixture
def opened(window: MainWindow, tmp_path: Path, qtbot) -> MainWindow:
    Desk.create(tmp_path / "office.mdesk", backups=tmp_path / "backups").close()
    window.start(None)
    assert window.files.open(tmp_path / "office.mdesk")
    qtbot.waitUntil(lambda: is_quiet(window))
    return window


def is_quiet(window: MainWindow) -> bool:
    page = window.office.current()
    return page.loaded and not window.workplace.reader.pending


def come_to(window: MainWindow, page: str, qtbot) -> None:
    window.run(f"page:{page}")
    qtbot.waitUntil(lambda: is_quiet(window) and window.office.current().isAncestorOf(window.focusWidget()))


# Where the focus stands


def test_first_run_begins_at_its_first_choice(window: MainWindow) -> None:
    window.start(None)
    assert isinstance(window.focusWidget(), QRadioButton)


def test_a_desk_opened_from_first_run_has_the_focus_on_its_page(opened: MainWindow, qtbot) -> None:
    qtbot.waitUntil(lambda: opened.office.current().isAncestorOf(opened.focusWidget()))
    assert not opened.rail.isAncestorOf(opened.focusWidget())


def test_a_page_that_goes_leaves_the_focus_in_the_office(opened: MainWindow, qtbot) -> None:
    come_to(opened, "people", qtbot)
    opened.workplace.go("reports")
    assert opened.focusWidget() is not None, "a window without a focus takes the first thing in the rail"
    qtbot.waitUntil(lambda: opened.office.current().isAncestorOf(opened.focusWidget()))


def test_settings_begin_with_what_is_seen_first(opened: MainWindow, qtbot) -> None:
    come_to(opened, "settings", qtbot)
    page = opened.office.current()
    assert page.looks.appearance.isAncestorOf(opened.focusWidget())
    assert not opened.focusWidget().visibleRegion().isEmpty()


def test_reports_begin_with_the_choice_of_the_report(opened: MainWindow, qtbot) -> None:
    come_to(opened, "reports", qtbot)
    page = opened.office.current()
    assert opened.focusWidget() is page.kind_choice


def test_where_nothing_is_yet_the_focus_is_on_the_first_step(frame: QMainWindow) -> None:
    put(frame, QPushButton("Elsewhere"))
    empty = EmptyState("pairs", "No pair yet", "", "Suggest pairs")
    put(frame, empty)
    assert first_focus(frame) is empty.action


def test_tab_comes_to_the_page_of_the_rail_that_is_shown(opened: MainWindow, qtbot) -> None:
    come_to(opened, "reports", qtbot)
    stops = [each for each in reading_order.stops(opened.rail) if each in opened.rail._items.values()]
    assert stops == [opened.rail._items["reports"]]


def test_tab_comes_to_the_chosen_segment(frame: QMainWindow) -> None:
    control = SegmentedControl([("draft", "Draft"), ("answers", "Answers")])
    put(frame, control)
    control.choose("answers")
    assert [stop.text() for stop in reading_order.stops(frame)] == ["Answers"]


def test_tab_comes_to_tabs_before_what_they_show(frame: QMainWindow) -> None:
    tabs, inside = Tabs("Parts"), QPushButton("Inside")
    tabs.addTab(inside, "First")
    put(frame, tabs)
    stops = list(reading_order.stops(frame))
    assert stops.index(tabs.tabBar()) < stops.index(inside)


# That it is seen


def test_a_radio_button_has_a_ring_as_wide_as_its_words(frame: QMainWindow, rings) -> None:
    radio = QRadioButton("Reverse")
    put(frame, radio)
    frame.column.activate()
    radio.setFocus(Qt.FocusReason.TabFocusReason)
    (ring,) = [each for each in frame.findChildren(focus_ring._Ring) if each.isVisible()]
    assert radio.sizeHint().width() < ring.width() < radio.width() / 2


@pytest.mark.parametrize("make", [lambda: figure_row("Trust, 4 of 5", QPushButton("Trust")), lambda: Chart("Contacts")])
def test_the_ring_of_a_line_or_chart_does_not_cut_its_words(frame: QMainWindow, rings, make) -> None:
    line = make()
    put(frame, line)
    frame.column.activate()
    line.setFocus(Qt.FocusReason.TabFocusReason)
    (ring,) = [each for each in frame.findChildren(focus_ring._Ring) if each.isVisible()]
    assert ring.geometry().contains(line.geometry().adjusted(-2, -2, 2, 2))


def test_the_ring_in_a_toast_is_seen_on_its_ground(frame: QMainWindow, rings, qapp) -> None:
    theme.apply(qapp, "dark")
    toast = Toast(frame)
    toast.show_notice(Notice("There is no program yet.", "New program"))
    toast._action.setFocus(Qt.FocusReason.TabFocusReason)
    (ring,) = [each for each in frame.findChildren(focus_ring._Ring) if each.isVisible()]
    image = ring.grab().toImage()
    assert image.pixelColor(1, ring.height() // 2) == theme.current().color("toast_action")


def test_the_days_of_a_weekend_have_a_color_of_the_theme(frame: QMainWindow) -> None:
    month = _Calendar(frame, TODAY).month
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        assert month.weekdayTextFormat(day).foreground().color() == theme.current().color("text2")


def test_the_first_window_fits_its_screen(qtbot, settings: Settings) -> None:
    made = MainWindow(settings)
    qtbot.addWidget(made)
    room = made.screen().availableSize()
    assert made.size() == QSize(min(1440, room.width() - 2), min(900, room.height() - 40)).expandedTo(
        made.minimumSize()
    )


# What keys do


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_Space])
def test_a_button_of_a_page_is_pressed(frame: QMainWindow, qtbot, key: Qt.Key) -> None:
    pressed: list[bool] = []
    made = button("Suggest pairs", on_click=lambda: pressed.append(True))
    put(frame, made)
    qtbot.keyClick(made, key)
    assert pressed == [True]


def test_enter_on_cancel_cancels(frame: QMainWindow, qtbot) -> None:
    dialog = Dialog("Remove the step", frame)
    dialog.open()
    qtbot.keyClick(dialog.cancel, Key.Key_Return)
    assert not dialog.isVisible()
    assert dialog.result() == Dialog.DialogCode.Rejected


def test_ctrl_enter_saves_from_any_button(frame: QMainWindow, qtbot) -> None:
    dialog = Dialog("Remove the step", frame)
    dialog.open()
    qtbot.keyClick(dialog.cancel, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.result() == Dialog.DialogCode.Accepted


def test_a_dialog_whose_title_comes_later_is_named(frame: QMainWindow) -> None:
    dialog = Dialog("", frame)
    dialog.title.setText("Commit 180 pairs?")
    dialog.open()
    assert dialog.windowTitle() == "Commit 180 pairs?"


def test_esc_leaves_a_toast_for_where_one_was(frame: QMainWindow, qtbot) -> None:
    before = QPushButton("New cohort")
    put(frame, QPushButton("Elsewhere"))
    put(frame, before)
    before.setFocus()
    toast = Toast(frame)
    toast.show_notice(Notice("There is no program yet.", "New program"))
    next_region(frame, 1)
    assert QApplication.focusWidget() is toast._action
    qtbot.keyClick(toast._action, Key.Key_Escape)
    assert not toast.isVisible()
    assert before.hasFocus()


def test_f6_comes_to_the_rail(opened: MainWindow, qtbot) -> None:
    come_to(opened, "people", qtbot)
    found = set()
    for _ in range(8):
        opened.run("next_region")
        found.add(opened.rail.isAncestorOf(opened.focusWidget()))
    assert found == {True, False}


def test_every_entry_of_a_menu_has_a_letter_of_its_own(qtbot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    menus = Menus(window, lambda _name: None)
    for menu in menus.menus.values():
        texts = [action.text() for action in menu.actions() if action.text()]
        letters = [text[text.index("&") + 1].lower() for text in texts]
        assert len(set(letters)) == len(texts)


def test_the_keys_of_the_help_are_on_a_keyboard() -> None:
    sheet = dict(shortcut_sheet())
    assert (sheet["Undo"], sheet["Open desk"]) == ("Ctrl+Z", "Ctrl+O")
    assert sheet["Redo"] == "Ctrl+Y or Ctrl+Shift+Z"


def test_enter_opens_the_backups_from_the_foot_of_the_window(frame: QMainWindow, qtbot) -> None:
    status = DeskStatus()
    put(frame, status)
    status.show_backup(None, datetime.combine(TODAY, time(9)))
    with qtbot.waitSignal(status.backups_asked):
        qtbot.keyClick(status.backup, Key.Key_Return)


def test_today_on_an_empty_desk_begins_at_the_import(opened: MainWindow, qtbot) -> None:
    opened.workplace.go("pairs")
    qtbot.waitUntil(lambda: is_quiet(opened))
    opened.office.current().setFocus()
    opened.workplace.go("today")
    qtbot.waitUntil(lambda: is_quiet(opened))
    assert opened.office.current().first_part() is opened.office.current().attention.empty.action
    assert opened.office.current().attention.empty.action.text() == "Import a roster…"
