"""The list at the side by keys, from the entry that has the focus, where it is longer than its room."""

from PySide6.QtCore import Qt

from mentordesk.ui.widgets.counted_item import Entry
from mentordesk.ui.widgets.grouped_list import Group, GroupedList

NUMBER = 20


def test_every_key_of_a_list_chooses_an_entry_that_is_then_seen(qtbot) -> None:
    made = GroupedList("Cohorts", "Search cohorts")
    qtbot.addWidget(made)
    made.resize(252, 300)
    entries = [Entry(at, f"Cohort {at}", "6 pairs") for at in range(NUMBER)]
    made.set_groups([Group("Running", entries[:9]), Group("Finished", entries[9:])])
    made.select(0)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.items[0].setFocus(Qt.FocusReason.TabFocusReason)
    chosen: list[int] = []
    made.chosen.connect(chosen.append)
    keys = Qt.Key
    walk = (keys.Key_Down, keys.Key_End, keys.Key_End, keys.Key_PageUp, keys.Key_Up, keys.Key_Home, keys.Key_PageDown)
    for key in walk:
        qtbot.keyClick(made.items[made.current()], key)
        assert made.items[made.current()].hasFocus()
        assert not made.items[made.current()].visibleRegion().isEmpty()
    page = chosen[-1]
    assert 1 < page < NUMBER // 2
    assert chosen == [1, NUMBER - 1, NUMBER - 1 - page, NUMBER - 2 - page, 0, page]
