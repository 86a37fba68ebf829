"""A key that is still down since a dialog closed with it opens, adds and removes nothing where the focus falls."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from mentordesk.domain.standing import Side
from mentordesk.ui.pairs.open_row import OpenRow
from mentordesk.ui.pairs.people_facing import PersonFace
from mentordesk.ui.today.item_line import ItemLine
from mentordesk.ui.widgets.heat_map import HeatCell, HeatColumn, HeatMap, HeatRow
from mentordesk.ui.widgets.timeline import Timeline
from mentordesk.ui.widgets.timeline_items import TimelineItem
from mentordesk.ui.widgets.two_sided_bars import SideBar, TwoSidedBars

NO = Qt.KeyboardModifier.NoModifier


def timeline() -> Timeline:
    made = Timeline()
    made.set_items([TimelineItem("contact:1", date(2026, 6, 2), "2 Jun", "Coffee")])
    made.select("contact:1")
    return made


def heat_map() -> HeatMap:
    made = HeatMap()
    made.set_plan([HeatColumn(1, "Kick-off", "10 Oct")], [HeatRow("yusuf", "Yusuf", "watch", {1: HeatCell("done")})])
    made.setCurrentIndex(made.model().index(0, 0))
    return made


def bars() -> TwoSidedBars:
    made = TwoSidedBars("What changes hands", "Amara", "Jonas")
    made.set_bars([SideBar("advice", "Advice", 4, 2)])
    return made


PLACES: dict[str, tuple[Callable[[], QWidget], str]] = {
    "row": (lambda: OpenRow("A goal"), "opened"),
    "item": (lambda: ItemLine(True), "opened"),
    "person": (lambda: PersonFace(Side.LEFT), "opened"),
    "timeline": (timeline, "opened"),
    "heat map": (heat_map, "cell_activated"),
    "bars": (bars, "opened"),
}


def press(widget: QWidget, key: Qt.Key, *, still: bool) -> None:
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, key, NO, "", autorep=still))


@pytest.mark.parametrize("place", PLACES)
def test_an_enter_that_is_still_held_opens_nothing(qtbot, place: str) -> None:
    make, signal = PLACES[place]
    widget = make()
    qtbot.addWidget(widget)
    told: list[object] = []
    getattr(widget, signal).connect(lambda *values: told.append(values))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        press(widget, key, still=True)
    assert told == []
    press(widget, Qt.Key.Key_Return, still=False)
    assert len(told) == 1


@pytest.mark.parametrize("place", ["row", "timeline"])
def test_a_delete_that_is_still_held_removes_no_second_one(qtbot, place: str) -> None:
    widget = PLACES[place][0]()
    qtbot.addWidget(widget)
    told: list[object] = []
    widget.delete_requested.connect(lambda *values: told.append(values))
    press(widget, Qt.Key.Key_Delete, still=False)
    press(widget, Qt.Key.Key_Delete, still=True)
    press(widget, Qt.Key.Key_Backspace, still=True)
    assert len(told) == 1
