"""What tests of the Today page do with it."""

from datetime import timedelta
from typing import Any

from PySide6.QtWidgets import QApplication

from mentordesk.domain.contacts import Channel, ContactForm
from mentordesk.services.desk import Desk
from mentordesk.services.pairs import contacts
from mentordesk.ui.today import headline
from mentordesk.ui.today.item_line import ItemLine
from mentordesk.ui.today.page import TodayPage
from tests.crossroads import TODAY


def contact(desk: Desk, pair_id: int, days_ago: int) -> None:
    desk.do(contacts.log, ContactForm(pair_id, Channel.PHONE, TODAY - timedelta(days=days_ago)))


def is_laid_out(page: TodayPage) -> bool:
    """Whether its figures stand where they are clicked: that takes the event loop some rounds."""
    cells = [page.strip.cell(key) for key in headline.TARGETS]
    return all(cell.isVisible() and cell.height() >= cell.minimumSizeHint().height() for cell in cells)


def lines(page: TodayPage) -> list[ItemLine]:
    return [line for line in page.attention.lines if line.isVisibleTo(page)]


def titles(page: TodayPage) -> list[str]:
    return [line.title.text() for line in lines(page)]


def dialog(qtbot, kind: type) -> Any:
    found: list[Any] = []

    def is_there() -> bool:
        found[:] = [
            widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible()
        ]
        return bool(found)

    qtbot.waitUntil(is_there)
    return found[0]


def choose(page: TodayPage, line: ItemLine, words: str) -> None:
    action = next(action for action in page.actions_of.menu(line.item).actions() if action.text() == words)
    assert action.isEnabled()
    action.trigger()
