"""A leave, a return, a departure: the pair is asked, and what it decides is done, as a coordinator does it."""

from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QMainWindow

from mentordesk.data.tables import CareerMilestone
from mentordesk.domain.contacts import Channel, ContactForm
from mentordesk.domain.people import CareerKind
from mentordesk.domain.standing import PairStatus
from mentordesk.services.desk import Desk
from mentordesk.services.pairs import contacts, pairs
from mentordesk.services.today import attention
from mentordesk.ui.mail_dialog import MailDialog
from mentordesk.ui.today.career_dialog import CareerAskDialog
from mentordesk.ui.today.item_actions import ItemActions
from tests.builders import add_pair, add_person
from tests.crossroads import TODAY, add


@pytest.fixture
def noor(desk) -> int:
    return add_person(desk, "Noor Rahimi")


@pytest.fixture
def pair(desk, noor) -> int:
    made = add_pair(desk, "Julian Farrow", noor, started_on=date(2026, 5, 20))
    desk.do(contacts.log, ContactForm(made, Channel.VIDEO, TODAY - timedelta(days=2)))
    return made


def turn(desk: Desk, person: int, kind: CareerKind = CareerKind.LEAVE, title: str = "Parental leave") -> None:
    desk.do(add, CareerMilestone(person_id=person, kind=kind, day=date(2026, 6, 22), title=title))


@pytest.fixture
def actions(qtbot, workplace) -> ItemActions:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    return ItemActions(workplace, window)


def item(desk: Desk) -> Any:
    return next(each for each in desk.read(attention.items) if each.kind.value in ("career_change", "pause_over"))


def asked(qtbot, actions: ItemActions, desk: Desk) -> CareerAskDialog:
    actions.act(item(desk))
    return shown(qtbot, CareerAskDialog)


def shown(qtbot, kind: type) -> Any:
    found: list[Any] = []

    def is_there() -> bool:
        found[:] = [each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()]
        return bool(found)

    qtbot.waitUntil(is_there)
    return found[0]


def offered(dialog: CareerAskDialog) -> list[str]:
    return [radio.text() for radio in dialog.choices.values() if radio.isVisibleTo(dialog)]


def take(qtbot, dialog: CareerAskDialog, words: str) -> None:
    radio = next(each for each in dialog.choices.values() if each.text() == words)
    radio.setFocus()
    qtbot.keyClick(radio, Qt.Key.Key_Space)
    assert radio.isChecked()


def test_a_leave_offers_the_three_of_the_question(qtbot, desk, noor, pair, actions) -> None:
    turn(desk, noor)
    dialog = asked(qtbot, actions, desk)
    assert dialog.title.text() == "Noor Rahimi starts parental leave on 22 June"
    assert offered(dialog) == ["Pause", "Lighter rhythm", "Second mentor", "Nothing changes"]
    assert not dialog.form.box("pair").isVisibleTo(dialog)
    dialog.reject()


def test_a_pause_is_noted_and_comes_back_on_its_day(qtbot, desk, noor, pair, actions, clock, workplace) -> None:
    turn(desk, noor)
    dialog = asked(qtbot, actions, desk)
    assert (dialog.primary.text(), dialog.until.value()) == ("Pause the pair", date(2026, 9, 14))
    dialog.until.set_value(date(2026, 8, 3))
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.read(pairs.row, pair).status is PairStatus.PAUSED)
    assert desk.read(attention.items) == ()
    clock.day = date(2026, 8, 3)
    with qtbot.waitSignal(workplace.said) as said:
        actions.act(item(desk))
    assert said.args[0].sentence == "Active again: Julian Farrow & Noor Rahimi"
    assert desk.read(pairs.row, pair).status is PairStatus.ACTIVE


def test_a_day_that_is_over_is_refused_at_its_field(qtbot, desk, noor, pair, actions) -> None:
    turn(desk, noor)
    dialog = asked(qtbot, actions, desk)
    dialog.until.set_value(TODAY)
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert dialog.form.box("until").problem() == "Choose a day to come."
    assert desk.read(pairs.row, pair).status is PairStatus.ACTIVE
    dialog.reject()


def test_a_lighter_rhythm_is_set(qtbot, desk, noor, pair, actions) -> None:
    turn(desk, noor, CareerKind.TRANSFER, "Finance")
    dialog = asked(qtbot, actions, desk)
    take(qtbot, dialog, "Lighter rhythm")
    assert dialog.primary.text() == "Set the rhythm"
    texts = [dialog.rhythm_days.itemText(at) for at in range(dialog.rhythm_days.count())]
    assert texts == ["Every 2 months", "Quarterly", "Twice a year"]
    dialog.rhythm_days.choose(91)
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.read(pairs.row, pair).rhythm_days == 91)


def test_a_second_mentor_opens_a_new_pair_with_the_mentee(qtbot, desk, noor, pair, actions, workplace) -> None:
    turn(desk, noor)
    dialog = asked(qtbot, actions, desk)
    take(qtbot, dialog, "Second mentor")
    with qtbot.waitSignal(workplace.commanded) as commanded:
        qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert commanded.args == ["new_pair", {"mentee_id": noor, "cohort_id": 0}]
    assert desk.read(attention.items) == ()


def test_a_departure_asks_to_finish_or_go_on(qtbot, desk, noor, pair, actions) -> None:
    turn(desk, noor, CareerKind.DEPARTURE, "")
    dialog = asked(qtbot, actions, desk)
    assert offered(dialog) == ["Go on together", "Finish", "Nothing changes"]
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.read(pairs.row, pair).status is PairStatus.ENDURING)


def test_one_of_several_pairs_is_chosen_and_the_others_stay_to_be_asked(qtbot, desk, noor, pair, actions) -> None:
    other = add_pair(desk, "Satu Lehtonen", noor, started_on=date(2026, 5, 20))
    turn(desk, noor)
    dialog = asked(qtbot, actions, desk)
    assert dialog.form.box("pair").isVisibleTo(dialog)
    dialog.pair.choose(other)
    dialog.pair.chosen.emit(other)
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.read(pairs.row, other).status is PairStatus.PAUSED)
    assert desk.read(pairs.row, pair).status is PairStatus.ACTIVE
    assert item(desk).kind.value == "career_change"


def test_the_pair_is_written_to_first(qtbot, desk, noor, pair, actions, monkeypatch) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)
    turn(desk, noor)
    dialog = asked(qtbot, actions, desk)
    qtbot.mouseClick(dialog.write, Qt.MouseButton.LeftButton)
    letter = shown(qtbot, MailDialog)
    assert letter.people.text() == "To Noor Rahimi, Julian Farrow"
    qtbot.mouseClick(letter.primary, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.read(attention.items) == ())
