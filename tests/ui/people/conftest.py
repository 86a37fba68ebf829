"""A People page in a window of its own, and what it asked for."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QMainWindow

from mentordesk.ui import actions
from mentordesk.ui.people.page import PeoplePage
from mentordesk.ui.workplace import Workplace


@pytest.fixture
def show(qtbot, workplace: Workplace) -> Callable[..., PeoplePage]:
    """Shows the page in a window of a size, with its rows and the card read."""
    windows: list[QMainWindow] = []

    def shown(width: int = 1440, height: int = 900) -> PeoplePage:
        window = QMainWindow()
        windows.append(window)
        qtbot.addWidget(window)
        page = PeoplePage(workplace)
        window.setCentralWidget(page)
        window.resize(width, height)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(lambda: page.loaded and not workplace.reader.pending)
        return page

    return shown


@pytest.fixture
def settled(qtbot, workplace: Workplace) -> Callable[[], None]:
    """Waits until everything that was asked for has been read."""
    return lambda: qtbot.waitUntil(lambda: not workplace.reader.pending)


@pytest.fixture
def commanded(workplace: Workplace) -> list[tuple[str, dict[str, Any]]]:
    """The commands of the menus that were given; none is carried out."""
    found: list[tuple[str, dict[str, Any]]] = []
    workplace.commanded.connect(lambda name, values: found.append((name, values)))
    return found


@pytest.fixture
def carried_out(workplace: Workplace) -> Callable[[PeoplePage], None]:
    """From now on commands open their dialogs above the page, as the main window does."""
    return lambda page: workplace.commanded.connect(lambda name, values: actions.run(name, workplace, page, values))
