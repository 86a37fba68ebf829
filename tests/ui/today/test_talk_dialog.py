"""Plan a talk, as a coordinator does it: choose whom and when, hand it to the calendar, a file or a mail."""

from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from mentordesk.data.records import CheckIn
from mentordesk.domain.contacts import Channel, ContactForm
from mentordesk.domain.standing import Side
from mentordesk.services.pairs import contacts
from mentordesk.services.today import attention
from mentordesk.ui import file_choice
from mentordesk.ui.mail_dialog import MailDialog
from mentordesk.ui.today.item_actions import ItemActions
from mentordesk.ui.today.talk_dialog import TalkDialog
from tests.builders import add_pair
from tests.crossroads import TODAY, add


@pytest.fixture
def low(desk) -> Any:
    """The item about Priya, who rates value 2 of 5 and writes why."""
    pair = add_pair(desk, "Rafael Monteiro", "Priya Raman", started_on=date(2026, 5, 20))
    desk.do(contacts.log, ContactForm(pair, Channel.VIDEO, TODAY - timedelta(days=2)))
    answers = {"trust": 4, "value": 2, "balance": 4, "progress": 4, "comment": "Nothing for me"}
    desk.do(add, CheckIn(pair_id=pair, side=Side.RIGHT, day=TODAY - timedelta(days=2), **answers))
    return next(item for item in desk.read(attention.items) if item.kind.value == "low_answer")


@pytest.fixture
def opened(monkeypatch) -> list[QUrl]:
    found: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: found.append(url) or True)
    return found


@pytest.fixture
def dialog(qtbot, workplace, low) -> TalkDialog:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    ItemActions(workplace, window).act(low)
    return shown(qtbot, TalkDialog)


def shown(qtbot, kind: type) -> Any:
    found: list[Any] = []

    def is_there() -> bool:
        found[:] = [each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()]
        return bool(found)

    qtbot.waitUntil(is_there)
    return found[0]


def event(path: Path) -> icalendar.Event:
    (found,) = icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    assert isinstance(found, icalendar.Event)
    return found


def write(qtbot, field: Any, text: str) -> None:
    field.clear()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Tab)


def test_the_talk_is_handed_to_the_calendar_and_the_item_is_handled(qtbot, dialog, opened, desk, workplace) -> None:
    assert dialog.day.value() == date(2026, 6, 5)
    dialog.day.set_value(date(2026, 6, 10))
    write(qtbot, dialog.time, "2.30 pm")
    qtbot.keyClicks(dialog.place, "Room 4")
    said: list[str] = []
    workplace.said.connect(lambda saying: said.append(saying.sentence))
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(opened) and len(said) == 2)
    entry = event(Path(opened[0].toLocalFile()))
    local = entry.start.astimezone()
    assert (local.date(), local.time()) == (date(2026, 6, 10), time(14, 30))
    assert entry.end - entry.start == timedelta(minutes=30)
    assert str(entry["location"]) == "Room 4"
    assert [str(guest) for guest in entry.attendees] == ["mailto:priya.raman@solvane.example"]
    assert "Wednesday 10 June 2026 at 14:30" in str(entry["description"])
    assert said[0] == "Talk with Priya opened: Wednesday 10 June 2026 at 14:30"
    assert desk.read(attention.items) == ()


def test_nothing_of_the_check_in_stands_in_the_invitation(qtbot, dialog, opened) -> None:
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(opened))
    text = Path(opened[0].toLocalFile()).read_text(encoding="utf-8")
    assert "Nothing for me" not in text
    assert "2 of 5" not in text


def test_both_may_be_asked_and_the_words_follow(qtbot, dialog) -> None:
    assert dialog.words.toPlainText().startswith("Dear Priya,")
    dialog.who.pick(2)
    assert dialog.words.toPlainText().startswith("Dear Rafael and Priya,")
    qtbot.keyClicks(dialog.words, "Hello. ")
    dialog.who.pick(0)
    assert dialog.words.toPlainText().startswith("Hello. Dear Rafael and Priya,")


@pytest.mark.parametrize(
    ("day", "at", "field", "sentence"),
    [
        (date(2026, 6, 10), "half past", "time", "Type a time such as 14:30."),
        (date(2026, 6, 3), "10:00", "day", "This time is over. Choose one to come."),
        (date(1950, 6, 3), "10:00", "day", "This time is over. Choose one to come."),
        (TODAY, "9:00", "day", "This time is over. Choose one to come."),
        (None, "10:00", "day", "Choose a day."),
    ],
)
def test_a_talk_needs_a_time_to_come(qtbot, dialog, opened, day, at, field, sentence) -> None:
    dialog.day.set_value(day)
    write(qtbot, dialog.time, at)
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert dialog.form.box(field).problem() == sentence
    assert dialog.isVisible()
    assert opened == []


def test_without_a_calendar_program_it_is_saved_as_a_file(qtbot, dialog, monkeypatch, tmp_path, desk) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert "no calendar program answered" in dialog.note.text()
    path = tmp_path / "talk.ics"
    monkeypatch.setattr(file_choice, "save_file", lambda *_: path)
    qtbot.keyClick(dialog.handled, Qt.Key.Key_Space)
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(path.exists)
    assert str(event(path)["summary"]) == "A short talk: how is the mentoring going?"
    assert len(desk.read(attention.items)) == 1


def test_a_file_dialog_that_is_cancelled_leaves_the_talk_open(qtbot, dialog, monkeypatch) -> None:
    monkeypatch.setattr(file_choice, "save_file", lambda *_: None)
    qtbot.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()


def test_the_same_words_go_as_a_mail(qtbot, dialog, opened, desk) -> None:
    qtbot.mouseClick(dialog.write, Qt.MouseButton.LeftButton)
    letter = shown(qtbot, MailDialog)
    assert letter.text.toPlainText() == dialog.words.toPlainText()
    qtbot.mouseClick(letter.primary, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.read(attention.items) == ())
    assert opened[0].scheme() == "mailto"


def test_no_field_of_the_talk_underlines_a_letter_that_the_menus_have(dialog) -> None:
    assert [each.text() for each in dialog.form.findChildren(QLabel) if "&" in each.text().replace("&&", "")] == []
