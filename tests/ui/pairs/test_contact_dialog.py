"""Log a contact: by keyboard alone, with what each side gave; change one on record."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from mentordesk.data.tables import Pair
from mentordesk.domain.contacts import Channel, ExchangeKind, GiftForm
from mentordesk.domain.standing import Side
from mentordesk.services.pairs import contacts, exchanges
from mentordesk.ui.pairs.contact_dialog import log_contact
from mentordesk.ui.pairs.exchange_dialog import record_exchange
from tests.crossroads import TODAY


def press(key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget(), key)


@pytest.fixture
def window(frame, qtbot):
    """The window in front: focus goes where keys lead it."""
    frame.show()
    frame.activateWindow()
    qtbot.waitUntil(lambda: not frame.workplace.reader.pending)
    return frame


def test_a_call_with_a_gift_is_logged_by_keyboard_alone(crossroads, window, qtbot) -> None:
    pair = crossroads.pair()
    dialog = log_contact(window.workplace, window, pair_id=pair)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog.channel.chip(Channel.MEETING))
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_3)
    press(Qt.Key.Key_Tab)
    qtbot.keyClicks(QApplication.focusWidget(), "yesterday")
    press(Qt.Key.Key_Tab)
    assert dialog.minutes.value() == 20
    press(Qt.Key.Key_Tab)
    qtbot.keyClicks(QApplication.focusWidget(), "Night-shift plan")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    qtbot.keyClicks(QApplication.focusWidget(), "K")
    press(Qt.Key.Key_Tab)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_2)
    press(Qt.Key.Key_Tab)
    qtbot.keyClicks(QApplication.focusWidget(), "How the shift plan works")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.said == ["Contact logged"])
    (contact,) = crossroads.desk.read(contacts.of_pair, pair)
    assert (contact.channel, contact.on, contact.minutes) == (Channel.PHONE, date(2026, 6, 3), 20)
    assert contact.note == "Night-shift plan"
    (gift,) = crossroads.desk.read(exchanges.of_pair, pair)
    assert (gift.side, gift.kind, gift.points, gift.what) == (
        Side.RIGHT,
        ExchangeKind.KNOWLEDGE,
        2,
        "How the shift plan works",
    )


def test_without_a_pair_it_asks_for_one_and_says_so(crossroads, window, qtbot) -> None:
    pair = crossroads.pair()
    dialog = log_contact(window.workplace, window)
    QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert dialog.form.box("pair_id").problem() == "Choose the pair that was in contact."
    assert not dialog.gifts.isVisible()
    qtbot.keyClicks(dialog.pair.focusProxy(), "weid")
    QTest.keyClick(dialog.pair.suggestions.list, Qt.Key.Key_Return)
    assert dialog.pair.value() == pair
    assert dialog.gifts.gifts[0].giver.text() == "Amara gave"
    QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert len(crossroads.desk.read(contacts.of_pair, pair)) == 1


def test_a_day_to_come_and_no_day_are_refused_at_the_field(crossroads, window) -> None:
    dialog = log_contact(window.workplace, window, pair_id=crossroads.pair())
    dialog.day.set_value(date(2026, 6, 5))
    QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert dialog.form.box("on").problem() == "5 June 2026 is still to come. Use 4 June 2026?"
    dialog.day.set_value(None)
    QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert dialog.form.box("on").problem() == "Say on which day it was."
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert window.said == []


def test_the_usual_minutes_follow_the_channel_until_others_are_typed(crossroads, window, qtbot) -> None:
    dialog = log_contact(window.workplace, window, pair_id=crossroads.pair())
    QTest.mouseClick(dialog.channel.chip(Channel.VIDEO), Qt.MouseButton.LeftButton)
    assert dialog.minutes.value() == 45
    dialog.minutes.selectAll()
    qtbot.keyClicks(dialog.minutes.lineEdit(), "50")
    QTest.mouseClick(dialog.channel.chip(Channel.TEXT), Qt.MouseButton.LeftButton)
    assert dialog.minutes.value() == 50
    dialog.reject()


def test_a_contact_on_record_comes_back_with_all_its_gifts(crossroads, window) -> None:
    pair = crossroads.pair()
    amara, jonas = crossroads.people["Amara"], crossroads.people["Jonas"]
    gifts = (
        GiftForm(amara, ExchangeKind.ADVICE, 1, "Scope talk"),
        GiftForm(jonas, ExchangeKind.SKILL, 3, "Telematics"),
        GiftForm(jonas, ExchangeKind.FEEDBACK, 2, ""),
    )
    contact = crossroads.contact(pair, 3, Channel.COFFEE, minutes=30, gifts=gifts)
    dialog = log_contact(window.workplace, window, contact_id=contact)
    assert not dialog.pair.isEnabled()
    assert set(dialog.gifts.forms()) == set(gifts)
    dialog.gifts.gifts[0].kind.choose(None)
    QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert window.said == ["Contact changed"]
    kept = crossroads.desk.read(contacts.form, contact)
    assert (kept.channel, kept.minutes, set(kept.gifts)) == (Channel.COFFEE, 30, set(gifts[1:]))


def test_more_can_be_given_by_the_same_side(crossroads, window) -> None:
    pair = crossroads.pair()
    dialog = log_contact(window.workplace, window, pair_id=pair)
    more = dialog.gifts._more[Side.LEFT]
    assert not more.isVisible()
    dialog.gifts.gifts[0].kind.choose(ExchangeKind.ADVICE)
    assert more.text() == "Amara gave more"
    QTest.mouseClick(more, Qt.MouseButton.LeftButton)
    dialog.gifts.gifts[2].kind.choose(ExchangeKind.SUPPORT)
    QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    given = crossroads.desk.read(exchanges.of_pair, pair)
    assert [(gift.side, gift.kind) for gift in given] == [
        (Side.LEFT, ExchangeKind.ADVICE),
        (Side.LEFT, ExchangeKind.SUPPORT),
    ]


def test_an_exchange_is_recorded_and_changed_on_its_own(crossroads, window, qtbot) -> None:
    pair = crossroads.pair()
    dialog = record_exchange(window.workplace, window, pair_id=pair)
    dialog.giver.choose(crossroads.people["Jonas"])
    dialog.kind.choose(ExchangeKind.KNOWLEDGE)
    qtbot.keyClicks(dialog.what, "Dashboards")
    QTest.keyClick(dialog.what, Qt.Key.Key_Return)
    (row,) = crossroads.desk.read(exchanges.of_pair, pair)
    assert (row.giver, row.kind, row.points, row.on) == ("Jonas Weidmann", ExchangeKind.KNOWLEDGE, 1, TODAY)
    dialog = record_exchange(window.workplace, window, exchange_id=row.id)
    dialog.points.choose(3)
    QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert crossroads.desk.read(exchanges.of_pair, pair)[0].points == 3
    assert window.said == ["Exchange recorded", "Exchange changed"]


def test_an_exchange_needs_a_pair(crossroads, window) -> None:
    crossroads.pair()
    dialog: QDialog = record_exchange(window.workplace, window)
    QTest.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert dialog.form.box("pair_id").problem() == "Choose the pair whose account this is."
    dialog.reject()


def name_circle(session, ids: list[int]) -> None:
    for pair_id in ids:
        session.get_one(Pair, pair_id).circle = "Circle 1"


def test_a_contact_of_a_circle_is_logged_for_all_its_active_pairs(crossroads, window) -> None:
    pair, other = crossroads.pair(), crossroads.pair("Amara", "Mateo")
    crossroads.desk.do(name_circle, [pair, other])
    dialog = log_contact(window.workplace, window, pair_id=pair)
    assert (dialog.circle.text(), dialog.circle.isChecked()) == ("Log for the whole circle (2 pairs)", False)
    dialog.circle.click()
    dialog.primary.click()
    assert {row.pair_id for row in crossroads.desk.read(contacts.rows)} == {pair, other}
    assert window.said == ["Contact logged for the whole circle"]
    assert crossroads.desk.undo_label() == "Log contact of Circle 1"


def test_only_a_pair_of_a_circle_is_asked_about_the_circle(crossroads, window) -> None:
    alone = crossroads.pair("Ruth", "Jonas", cohort_id=None)
    pair, other = crossroads.pair(), crossroads.pair("Amara", "Mateo")
    crossroads.desk.do(name_circle, [pair, other])
    dialog = log_contact(window.workplace, window, pair_id=alone)
    assert not dialog.circle.isVisible()
    dialog.pair.set_value(pair)
    dialog.pair.changed.emit(pair)
    assert dialog.circle.isVisible()
    dialog.reject()
