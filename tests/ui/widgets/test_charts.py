"""The heat map and the charts: what they say, open and offer as a table."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from mentordesk.ui.widgets.balance_trend import BalanceTrend, Trend
from mentordesk.ui.widgets.chart import round_up, thin_out
from mentordesk.ui.widgets.chart_table import ChartTable, FiguresDialog
from mentordesk.ui.widgets.heat_map import HeatLegend, HeatMap
from mentordesk.ui.widgets.heat_map_headers import _parts
from mentordesk.ui.widgets.heat_map_model import HeatCell, HeatColumn, HeatRow
from mentordesk.ui.widgets.stacked_bars import StackedBars, Stacks
from mentordesk.ui.widgets.two_sided_bars import SideBar, TwoSidedBars

STEPS = [HeatColumn(key, title, "10 Oct") for key, title in ((1, "Kick-off"), (2, "Rules agreed"), (3, "Story, close"))]
PLAN = [
    HeatRow("yusuf", "Yusuf & Aoife", "watch", {1: HeatCell("done"), 2: HeatCell("overdue", "9 d", "9 days overdue")}),
    HeatRow(
        "hana", "Hana & Luca", "on_track", {1: HeatCell("late", "+7"), 2: HeatCell("soon", "8 d"), 3: HeatCell("open")}
    ),
    HeatRow("peer", "Ek & Anwar", "", {1: HeatCell("skipped")}),
]


@pytest.fixture
def heat(on_screen) -> HeatMap:
    made = HeatMap()
    made.set_plan(STEPS, PLAN)
    return on_screen(made, 600, 260)


def cell_place(heat: HeatMap, row: int, column: int) -> QPoint:
    return heat.visualRect(heat.model().index(row, column)).center()


def test_a_click_and_a_key_open_a_cell(heat, qtbot) -> None:
    opened = []
    heat.cell_activated.connect(lambda pair, step: opened.append((pair, step)))
    qtbot.mouseClick(heat.viewport(), Qt.MouseButton.LeftButton, pos=cell_place(heat, 0, 1))
    qtbot.keyClick(heat, Qt.Key.Key_Down)
    qtbot.keyClick(heat, Qt.Key.Key_Return)
    assert opened == [("yusuf", 2), ("hana", 2)]


def test_a_step_the_pair_does_not_have_cannot_be_opened(heat, qtbot) -> None:
    with qtbot.assertNotEmitted(heat.cell_activated):
        qtbot.mouseClick(heat.viewport(), Qt.MouseButton.LeftButton, pos=cell_place(heat, 2, 2))
        qtbot.keyClick(heat, Qt.Key.Key_Return)


def test_headers_open_pair_and_step(heat, qtbot) -> None:
    pairs, steps = heat.verticalHeader(), heat.horizontalHeader()
    with qtbot.waitSignal(heat.pair_opened, timeout=500) as told:
        qtbot.mouseClick(
            pairs.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(30, pairs.sectionViewportPosition(1) + 8)
        )
    assert told.args == ["hana"]
    with qtbot.waitSignal(heat.step_opened, timeout=500) as told:
        qtbot.mouseClick(
            steps.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(steps.sectionViewportPosition(2) + 10, 10)
        )
    assert told.args == [3]


def test_cells_are_read_out_with_pair_and_step(heat) -> None:
    model = heat.model()
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(0, 1).data(role) == "Yusuf & Aoife, Rules agreed: 9 days overdue"
    assert model.index(1, 0).data(role) == "Hana & Luca, Kick-off: late +7"
    assert model.index(2, 2).data(role) == "Ek & Anwar, Story, close: no such milestone"
    assert model.headerData(0, Qt.Orientation.Vertical, role) == "Yusuf & Aoife: Watch"


def test_long_titles_of_steps_go_on_after_a_hyphen() -> None:
    assert _parts("Check-in 1") == ["Check-", "in ", "1"]
    assert _parts("Story, close") == ["Story, ", "close"]


def test_every_state_is_drawn(heat, both_themes, has_color) -> None:
    for token in ("good_tint", "risk", "watch_tint", "watch", "hover", "good", "sunken"):
        assert has_color(heat, token), token


def test_the_focus_stays_with_pair_and_step(heat) -> None:
    heat.go_to("hana", 2)
    heat.set_plan(STEPS[1:], PLAN[1:])
    assert heat.current() == ("hana", 2)
    heat.set_plan(STEPS[:1], PLAN)
    assert heat.current() is None


def test_the_menu_is_of_the_cell(heat, qtbot) -> None:
    heat.go_to("yusuf", 2)
    with qtbot.waitSignal(heat.menu_requested, timeout=500) as told:
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
        QApplication.sendEvent(heat.viewport(), event)
    assert told.args[:2] == ["yusuf", 2]


def test_a_narrow_window_scrolls_sideways_and_keeps_the_names(on_screen) -> None:
    made = HeatMap()
    made.set_plan([HeatColumn(at, f"Step {at}", "10 Oct") for at in range(20)], PLAN)
    on_screen(made, 420, 260)
    assert made.horizontalScrollBar().maximum() > 0
    made.horizontalScrollBar().setValue(made.horizontalScrollBar().maximum())
    assert made.verticalHeader().isVisible()


def test_the_legend_wraps_with_the_window(on_screen, has_color) -> None:
    legend = on_screen(HeatLegend(), 900, 60)
    one_line = legend.sizeHint().height()
    assert has_color(legend, "risk")
    legend.resize(260, 120)
    assert legend.sizeHint().height() > one_line


# Charts


STACKS = Stacks(
    ["Apr", "May", "Jun"],
    ["Meetings", "Calls", "Texts", "E-mail"],
    [[16, 5, 9, 6], [13, 6, 11, 7], [0, 4, 10, 6]],
    target=12,
)


@pytest.fixture
def stacks(on_screen) -> StackedBars:
    made = StackedBars("Contacts per month")
    made.set_stacks(STACKS)
    return on_screen(made, 420, 300)


def test_a_click_on_a_part_tells_month_and_group(stacks, qtbot) -> None:
    with qtbot.waitSignal(stacks.segment_opened, timeout=500) as told:
        qtbot.mouseClick(stacks, Qt.MouseButton.LeftButton, pos=stacks.place_of(1, 2).toPoint())
    assert told.args == [1, 2]


def test_a_click_beside_the_bars_tells_nothing(stacks, qtbot) -> None:
    with qtbot.assertNotEmitted(stacks.segment_opened):
        qtbot.mouseClick(stacks, Qt.MouseButton.LeftButton, pos=QPoint(2, 290))


def test_arrows_and_enter_open_a_part_and_say_it(stacks, qtbot) -> None:
    stacks.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Up):
        qtbot.keyClick(stacks, key)
    assert stacks.accessibleDescription() == "May, Calls: 6 of 37"
    with qtbot.waitSignal(stacks.segment_opened, timeout=500) as told:
        qtbot.keyClick(stacks, Qt.Key.Key_Return)
    assert told.args == [1, 1]


def test_a_part_has_a_tip(stacks, qtbot) -> None:
    place = stacks.place_of(0, 0).toPoint()
    QApplication.sendEvent(stacks, QHelpEvent(QHelpEvent.Type.ToolTip, place, stacks.mapToGlobal(place)))
    qtbot.waitUntil(lambda: QToolTip.text() == "Apr, Meetings: 16 of 36")
    QToolTip.hideText()


def test_ctrl_t_shows_the_figures_and_copies_them(stacks, qtbot) -> None:
    stacks.setFocus()
    qtbot.keyClick(stacks, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    dialog = stacks.findChild(FiguresDialog)
    assert dialog.isVisible()
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "Month\tMeetings\tCalls\tTexts\tE-mail\tTotal"
    assert lines[2] == "May\t13\t6\t11\t7\t37"


def test_the_menu_of_a_chart_offers_the_table(stacks) -> None:
    menu = stacks.chart_menu()
    assert [action.text() for action in menu.actions()] == ["Show as table"]
    menu.actions()[0].trigger()
    assert stacks.findChild(FiguresDialog).isVisible()
    stacks.findChild(FiguresDialog).reject()


def test_figures_in_the_table_sort_as_numbers(stacks) -> None:
    stacks.show_table()
    dialog = stacks.findChild(FiguresDialog)
    dialog.figures.sort_by("1")
    assert [row.cells[1] for row in dialog.figures.rows_model.shown_rows()] == ["0", "13", "16"]
    dialog.reject()


def test_all_series_are_drawn_in_both_themes(stacks, both_themes, has_color) -> None:
    for token in ("s1", "s2", "s3", "s4", "text"):
        assert has_color(stacks, token), token


def test_a_chart_without_months_draws_only_its_legend(on_screen, has_color) -> None:
    made = StackedBars("Contacts per month")
    made.set_stacks(Stacks([], ["Meetings"], []))
    on_screen(made, 300, 200)
    assert has_color(made, "s1")
    assert made.accessibleDescription() == "No contact yet"


@pytest.mark.parametrize(("largest", "top"), [(1, 4), (4, 4), (7, 10), (38, 40), (41, 60), (61, 100), (333, 400)])
def test_the_axis_ends_at_a_round_number(largest, top) -> None:
    assert round_up(largest) == top


def test_labels_are_left_out_before_they_touch() -> None:
    assert thin_out(8, 400, 24) == 1
    assert thin_out(60, 400, 24) == 5


TREND = Trend(["Apr", "May", "Jun"], [4, 2, -2], [4, 1, 0], [0, 3, 4], "Amara", "Jonas")


def test_the_trend_says_who_has_given_more(on_screen, both_themes, has_color) -> None:
    chart = BalanceTrend()
    chart.set_trend(TREND)
    on_screen(chart, 420, 300)
    assert chart.accessibleDescription() == "Balance now: Jonas +2"
    for token in ("left", "right", "left_tint", "right_tint"):
        assert has_color(chart, token), token
    assert chart.table().rows[2] == ("Jun", "Jonas +2", "0", "4")
    assert chart.table().headings == ("Month", "Balance", "Amara gave", "Jonas gave")


def test_an_even_balance_is_called_even() -> None:
    assert TREND.words(0) == "Even"
    assert TREND.words(3) == "Amara +3"


def test_a_click_on_a_month_of_the_trend_opens_it_and_so_does_enter(on_screen, qtbot) -> None:
    chart = on_screen(BalanceTrend(), 300, 200)
    chart.set_trend(TREND)
    with qtbot.waitSignal(chart.opened) as opened:
        QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=chart.place_of(1).toPoint())
    assert opened.args == [1]
    chart.setFocus()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left):
        QTest.keyClick(chart, key)
    assert chart.accessibleDescription() == "May: Amara gave 1, Jonas gave 3, balance Amara +2"
    with qtbot.waitSignal(chart.opened) as opened:
        QTest.keyClick(chart, Qt.Key.Key_Return)
    assert opened.args == [1]


def test_where_many_years_leave_no_room_the_numbers_are_in_the_table_alone(on_screen, has_color) -> None:
    years = [str(year) for year in range(1990, 2026)]
    many = [12] * len(years)
    chart = on_screen(BalanceTrend(), 300, 200)
    chart.set_trend(Trend(years, many, many, many, "Amara", "Jonas", "Year"))
    assert not has_color(chart, "left_text")
    assert chart.table().headings[0] == "Year"
    assert chart.table().rows[-1] == ("2025", "Amara +12", "12", "12")
    chart.set_trend(TREND)
    assert has_color(chart, "left_text")


def test_a_trend_without_entries_says_so(on_screen, has_color) -> None:
    chart = on_screen(BalanceTrend(), 300, 200)
    assert not has_color(chart, "left")
    chart.set_trend(Trend([], [], [], [], "Amara", "Jonas"))
    assert chart.accessibleDescription() == "No entries yet"


BARS = [
    SideBar("advice", "Advice", 3, 0, "advice"),
    SideBar("support", "Support", 0, 0),
    SideBar("skill", "Skill", 2, 9),
]


@pytest.fixture
def sides(on_screen) -> TwoSidedBars:
    made = TwoSidedBars("What changes hands", "Amara", "Jonas")
    made.set_bars(BARS)
    return on_screen(made, 360, 120)


def test_bars_of_both_sides_open_by_click_and_key(sides, qtbot, has_color) -> None:
    opened = []
    sides.opened.connect(opened.append)
    qtbot.mouseClick(sides, Qt.MouseButton.LeftButton, pos=QPoint(60, 12))
    sides.setFocus()
    qtbot.keyClick(sides, Qt.Key.Key_Down)
    qtbot.keyClick(sides, Qt.Key.Key_Down)
    assert sides.accessibleDescription() == "Skill: Amara gave 2, Jonas gave 9"
    qtbot.keyClick(sides, Qt.Key.Key_Return)
    assert opened == ["advice", "skill"]
    assert has_color(sides, "left")
    assert has_color(sides, "right")


def test_the_message_is_the_sum_of_both_sides(sides) -> None:
    assert sides.accessibleDescription() == "Amara gave 5, Jonas gave 9"
    assert sides.table().rows[0] == ("Advice", "3", "0")
    sides.set_bars([])
    assert sides.accessibleDescription() == "Amara gave 0, Jonas gave 0"


def test_second_lines_make_room(on_screen) -> None:
    made = TwoSidedBars("By format")
    made.set_bars([SideBar("peer", "Peer", 16, 15)])
    low = made.sizeHint().height()
    made.set_bars([SideBar("peer", "Peer", 16, 15, caption="Two peers, by name")])
    on_screen(made, 300, 80)
    assert made.sizeHint().height() > low


def test_the_table_of_a_chart_has_room_for_its_columns_and_ends_with_its_rows(qtbot) -> None:
    headings = ("Month", "Meetings", "Calls", "Texts", "E-mail", "All")
    months = tuple((f"Month {at}", "1", "2", "3", "4", "10") for at in range(12))
    dialog = FiguresDialog("Contacts per month", ChartTable(headings, months), None)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    assert not dialog.figures.horizontalScrollBar().isVisible()
    assert not dialog.figures.verticalScrollBar().isVisible()
