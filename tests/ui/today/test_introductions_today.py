"""A request for an introduction on Today: its button writes to the one in between, a click opens the person."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow

from mentordesk.domain.introductions import IntroductionForm
from mentordesk.services.desk import Desk
from mentordesk.services.pairs import introductions
from mentordesk.ui.mail_dialog import MailDialog
from mentordesk.ui.today.item_line import ItemLine
from mentordesk.ui.today.page import TodayPage
from mentordesk.ui.workplace import Target, Workplace
from tests.builders import add_person


@pytest.fixture
def line(qtbot, desk: Desk, workplace: Workplace) -> Iterator[ItemLine]:
    """Ayesha has waited for 16 days to meet Ruth, through Chidi."""
    ids = [add_person(desk, name) for name in ("Ayesha Siddiqui", "Ruth Adelmann", "Chidi Okafor")]
    desk.do(introductions.request, IntroductionForm(*ids, asked_on=date(2026, 5, 19)))
    window = QMainWindow()
    qtbot.addWidget(window)
    page = TodayPage(workplace)
    window.setCentralWidget(page)
    window.resize(1440, 900)
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: any(each.item for each in page.findChildren(ItemLine)))
    found = next(each for each in page.findChildren(ItemLine) if each.item)
    qtbot.waitUntil(found.action.isVisible)
    yield found
    window.close()


def test_the_button_proposes_a_mail_to_the_one_in_between(line: ItemLine, qtbot) -> None:
    assert line.title.text() == "Ayesha Siddiqui would like to meet Ruth Adelmann, through Chidi Okafor"
    assert line.action.text() == "Write to Chidi"
    qtbot.mouseClick(line.action, Qt.MouseButton.LeftButton)
    mails: list[MailDialog] = []

    def is_open() -> bool:
        mails[:] = [
            each for each in QApplication.topLevelWidgets() if isinstance(each, MailDialog) and each.isVisible()
        ]
        return bool(mails)

    qtbot.waitUntil(is_open)
    assert mails[0].subject.text() == "Would you introduce Ayesha Siddiqui and Ruth Adelmann?"


def test_a_click_opens_the_person_who_asked(line: ItemLine, qtbot, workplace: Workplace) -> None:
    went: list[Target] = []
    workplace.went.connect(went.append)
    person = line.item.person_ids[0]
    qtbot.mouseClick(line.title, Qt.MouseButton.LeftButton)
    assert [(target.page, target.id) for target in went] == [("people", person)]


def test_an_introduction_that_was_made_leaves_today(line: ItemLine, qtbot, desk: Desk) -> None:
    desk.do(introductions.make, int(line.item.key.rpartition(":")[2]), date(2026, 6, 4))
    qtbot.waitUntil(lambda: not line.isVisible())
