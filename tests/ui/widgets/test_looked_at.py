"""What was cut, ran together or shone where it should not, until somebody looked at the pictures."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionComboBox, QWidget

from mentordesk.ui import theme
from mentordesk.ui.menus import shortcut_sheet
from mentordesk.ui.widgets.dialog import Dim
from mentordesk.ui.widgets.drop_down import DropDown
from mentordesk.ui.widgets.stacked_bars import StackedBars, Stacks
from mentordesk.ui.widgets.stat_strip import Stat, StatStrip

MONTHS = ("Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@pytest.fixture
def dark():
    app = QApplication.instance()
    theme.apply(app, "dark")
    yield
    theme.apply(app, "light")


def test_a_long_figure_is_whole_with_and_without_a_unit(qtbot) -> None:
    strip = StatStrip(narrow=True)
    qtbot.addWidget(strip)
    stats = [
        Stat("a", "In contact", "869 of 1,050"),
        Stat("b", "Given", "46,893 : 38,985"),
        Stat("c", "Kept", "12", "%"),
    ]
    strip.set_stats(stats)
    strip.show()
    strip.resize(strip.minimumSizeHint())
    for cell in (strip.cell(stat.key) for stat in stats):
        assert cell._value.width() >= cell._value.sizeHint().width(), cell.key


def test_totals_of_neighboring_months_do_not_run_into_each_other(qtbot) -> None:
    bars = StackedBars("Contacts per month")
    qtbot.addWidget(bars)
    bars.resize(190, 230)
    bars.set_stacks(Stacks(MONTHS, ("Meetings",), [(total,) for total in (1480, 1500, 1490, 1510, 1470, 20)]))
    shown = sorted(bars._numbered())
    places = [bars._above(month) for month in shown]
    assert not any(first.intersects(second) for first, second in pairwise(places))
    assert 3 in shown  # the largest is always told
    assert len(shown) < len(MONTHS)


def test_a_dialog_darkens_a_dark_window(qtbot, dark) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(40, 40)
    palette = window.palette()
    palette.setColor(window.backgroundRole(), theme.current().color("surface"))
    window.setPalette(palette)
    window.setAutoFillBackground(True)
    before = window.grab().toImage().pixelColor(20, 20)
    Dim(window).show()
    assert window.grab().toImage().pixelColor(20, 20).lightness() < before.lightness()


def test_a_choice_that_has_no_room_ends_in_dots(qtbot) -> None:
    frame = QWidget()
    qtbot.addWidget(frame)
    long = DropDown([(1, "Crossroads 2025–26 for emerging leaders Europe")], parent=frame)
    long.resize(260, 34)
    option, style = QStyleOptionComboBox(), long.style()
    long.initStyleOption(option)
    field = QStyle.SubControl.SC_ComboBoxEditField
    box = style.subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, long)
    short = option.fontMetrics.elidedText(long.currentText(), Qt.TextElideMode.ElideRight, box.width())
    assert short.endswith("…")
    fitting = DropDown([(1, short)], parent=frame)
    fitting.resize(260, 34)
    assert long.grab().toImage() == fitting.grab().toImage()


def test_the_sheet_of_keys_names_keys_that_keyboards_have() -> None:
    keys = dict(shortcut_sheet())
    assert keys["Back up now"] == "Ctrl+S"
    assert not {"Open", "Save", "New", "Find", "Undo"} & {
        name for words in keys.values() for name in words.split(" or ")
    }
