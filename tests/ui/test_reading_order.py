"""Tab goes through a window as it is read, also past what was made later; and scrolls to what is out of sight."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mentordesk.ui.reading_order import WindowInOrder
from mentordesk.ui.widgets import focus_ring
from mentordesk.ui.widgets.page_body import PageBody


@pytest.fixture
def window(qtbot) -> WindowInOrder:
    made = WindowInOrder()
    qtbot.addWidget(made)
    inside = QWidget()
    made.setCentralWidget(inside)
    made.row = QHBoxLayout()
    whole = QVBoxLayout(inside)
    whole.addLayout(made.row)
    for name in ("Copy", "Print"):
        whole.addWidget(QPushButton(name))
    for name in ("Back", "Onward"):
        made.row.addWidget(QPushButton(name))
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    return made


def walk(qtbot, window: WindowInOrder, key: Qt.Key = Qt.Key.Key_Tab) -> list[str]:
    """The names of what has the focus, from the first until it comes again."""
    window.findChildren(QPushButton)[-1].setFocus()
    names: list[str] = []
    while (name := QApplication.focusWidget().text()) not in names:
        names.append(name)
        qtbot.keyClick(QApplication.focusWidget(), key)
    return names[names.index("Back") :] + names[: names.index("Back")]


def test_tab_follows_the_layouts_and_comes_around(qtbot, window: WindowInOrder) -> None:
    assert walk(qtbot, window) == ["Back", "Onward", "Copy", "Print"]
    assert walk(qtbot, window, Qt.Key.Key_Backtab) == ["Back", "Print", "Copy", "Onward"]


def test_what_is_made_later_stands_where_it_is_seen(qtbot, window: WindowInOrder) -> None:
    later = QPushButton("Later")
    window.row.insertWidget(1, later)
    later.show()
    assert walk(qtbot, window) == ["Back", "Later", "Onward", "Copy", "Print"]


def test_what_is_hidden_or_cannot_be_used_is_left_out(qtbot, window: WindowInOrder) -> None:
    window.row.itemAt(1).widget().hide()
    window.findChildren(QPushButton)[1].setEnabled(False)
    names = walk(qtbot, window)
    assert "Onward" not in names
    assert len(names) == 2


def test_what_a_shortcut_gives_the_focus_is_scrolled_into_sight(qtbot, qapp, window: WindowInOrder) -> None:
    ring = focus_ring.install(qapp)
    body = PageBody()
    window.setCentralWidget(body)
    window.resize(300, 200)
    for number in range(40):
        body.column.addWidget(QPushButton(f"{number}"))
    last = body.column.itemAt(39).widget()
    qtbot.waitUntil(lambda: body.verticalScrollBar().maximum() > 0)
    last.setFocus(Qt.FocusReason.ShortcutFocusReason)
    qtbot.waitUntil(lambda: last.visibleRegion().boundingRect().height() == last.height())
    qapp.focusChanged.disconnect(ring._on_focus_changed)
