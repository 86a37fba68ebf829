"""A window with the Pairs page alone, on a desk with the cohort Crossroads. Commands open their dialogs."""

import pytest
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from mentordesk.ui import actions
from mentordesk.ui.pairs.page import PairsPage
from mentordesk.ui.workplace import Target, Workplace
from tests.crossroads import Crossroads


@pytest.fixture
def crossroads(desk, clock) -> Crossroads:
    """A cohort with four people in it and no pair yet, on 4 June 2026."""
    return Crossroads(desk, clock).found()


@pytest.fixture
def pair(crossroads) -> int:
    """Amara and Jonas, an active pair of the cohort."""
    return crossroads.pair()


class Frame(QWidget):
    """Stands for the main window: gives the page its size and carries out commands."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.workplace = workplace
        self.said: list[str] = []
        self.went: list[tuple[str, int | None]] = []
        self.targets: list[Target] = []
        self.page = PairsPage(workplace)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.page)
        workplace.commanded.connect(lambda name, values: actions.run(name, workplace, self, values))
        workplace.said.connect(self._on_said)
        workplace.went.connect(lambda target: self.went.append((target.page, target.id)))
        workplace.went.connect(self.targets.append)
        self.resize(1400, 860)

    def _on_said(self, saying) -> None:
        self.said.append(saying.sentence)

    def dialog(self) -> QDialog:
        """The dialog that is open."""
        return next(dialog for dialog in self.findChildren(QDialog) if dialog.isVisible())


@pytest.fixture
def frame(workplace, crossroads, qtbot) -> Frame:
    """The window, not yet shown: a test fills the desk first and then calls `show_pairs`."""
    made = Frame(workplace)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def show_pairs(frame, qtbot):
    """Shows the page and waits until the rows and the pair in the pane are there."""

    def show() -> PairsPage:
        frame.show()
        qtbot.waitUntil(lambda: frame.page.loaded and not frame.workplace.reader.pending)
        return frame.page

    return show


@pytest.fixture
def settle(frame, qtbot):
    """Waits until everything that was asked for has been read."""

    def wait() -> None:
        qtbot.waitUntil(lambda: not frame.workplace.reader.pending)

    return wait
