"""The mails of a desk as a coordinator changes them: fields, preview, the shipped text again, nothing lost."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from shiboken6 import isValid

from mentordesk.domain.mail_templates import TEMPLATES, TemplateRow
from mentordesk.services.mails import templates
from mentordesk.ui.preferences import templates_dialog
from mentordesk.ui.preferences.page import SettingsPage
from mentordesk.ui.preferences.templates_dialog import DISCARD, KEEP, TemplatesDialog
from mentordesk.ui.workplace import Target
from tests.builders import add_cohort, add_pair


@pytest.fixture
def page(qtbot, desk, workplace) -> SettingsPage:
    add_pair(desk, "Amara Okonkwo", "Jonas Weidmann", add_cohort(desk))
    made = SettingsPage(workplace)
    made.resize(1200, 820)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: made.loaded)
    return made


@pytest.fixture
def dialog(qtbot, page, monkeypatch) -> Iterator[TemplatesDialog]:
    """Whoever closes it with words that are not kept discards them."""
    monkeypatch.setattr(templates_dialog, "ask", lambda *_: DISCARD)
    qtbot.mouseClick(page.mail.edit, Qt.MouseButton.LeftButton)
    made = page.findChildren(TemplatesDialog)[-1]
    qtbot.waitUntil(made.isVisible)
    yield made
    if isValid(made):
        made.reject()


def row(desk, key: str) -> TemplateRow:
    return next(each for each in desk.read(templates.rows) if each.key == key)


def write(dialog: TemplatesDialog, text: str) -> None:
    dialog.fields.text.setPlainText(text)


def choose(qtbot, dialog: TemplatesDialog, key: str) -> None:
    qtbot.mouseClick(dialog.list.item(key), Qt.MouseButton.LeftButton)


def test_the_card_says_how_many_mails_have_own_words(qtbot, page, desk) -> None:
    assert page.mail.templates.caption.text().startswith(f"{len(TEMPLATES)} mails: reminders")
    desk.do(templates.save, "check_in", "A", "B")
    qtbot.waitUntil(lambda: page.mail.templates.caption.text() == f"{len(TEMPLATES)} mails: 1 in your own words")


def test_a_preview_shows_the_mail_of_a_real_pair_while_one_writes(qtbot, dialog) -> None:
    qtbot.waitUntil(lambda: "Dear Amara and Jonas," in dialog.preview.toPlainText())
    write(dialog, "Hello {first names} of {cohort}")
    qtbot.waitUntil(lambda: "Hello Amara and Jonas of Crossroads 2025–26" in dialog.preview.toPlainText())
    assert dialog.preview.toPlainText().startswith("To: Amara Okonkwo, Jonas Weidmann\nSubject: Checking in")


def test_a_field_is_inserted_where_one_writes(qtbot, dialog) -> None:
    names = [action.text().partition("   ")[0] for action in dialog.fields.insert.menu().actions()]
    assert "{since}" in names
    assert "{quote}" not in names
    dialog.fields.subject.setFocus()
    qtbot.waitUntil(dialog.fields.subject.hasFocus)
    dialog.fields.subject.setText("For ")
    action = next(each for each in dialog.fields.insert.menu().actions() if each.text().startswith("{first names}"))
    action.trigger()
    assert dialog.fields.subject.text() == "For {first names}"


def test_an_unknown_field_is_said_at_once_and_not_kept(qtbot, dialog, desk) -> None:
    write(dialog, "Dear {firstname},")
    qtbot.waitUntil(lambda: "Did you mean {first name}?" in dialog.form.box("body").problem())
    choose(qtbot, dialog, "check_in")
    assert dialog.list.current() == "no_contact"
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert not row(desk, "no_contact").is_own
    write(dialog, "Dear {first name},")
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: row(desk, "no_contact").body == "Dear {first name},")


def test_going_to_another_mail_keeps_the_words_of_this_one(qtbot, dialog, desk, workplace) -> None:
    write(dialog, "Call me.")
    with qtbot.waitSignal(workplace.said) as said:
        choose(qtbot, dialog, "check_in")
    assert (said.args[0].sentence, said.args[0].undo) == ("Mail “Write to both” changed", True)
    assert row(desk, "no_contact").body == "Call me."
    assert dialog.fields.subject.text() == row(desk, "check_in").subject
    assert dialog.list.item("no_contact").words == "In your own words"


def test_the_shipped_text_comes_back(qtbot, dialog, desk) -> None:
    shipped = row(desk, "no_contact").body
    assert not dialog.fields.shipped.isEnabled()
    write(dialog, "Call me.")
    choose(qtbot, dialog, "check_in")
    choose(qtbot, dialog, "no_contact")
    qtbot.mouseClick(dialog.fields.shipped, Qt.MouseButton.LeftButton)
    assert dialog.fields.text.toPlainText() == shipped
    assert not row(desk, "no_contact").is_own
    assert not dialog.fields.shipped.isEnabled()


@pytest.mark.parametrize(("answer", "kept", "closed"), [(KEEP, True, True), (DISCARD, False, True), ("", False, False)])
def test_words_are_not_lost_unasked(qtbot, dialog, desk, monkeypatch, answer: str, kept: bool, closed: bool) -> None:
    questions: list[Any] = []
    monkeypatch.setattr(templates_dialog, "ask", lambda *given: questions.append(given[1]) or answer)
    write(dialog, "Call me.")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert questions == ["Keep the new text of “Write to both”?"]
    assert row(desk, "no_contact").is_own is kept
    assert dialog.isVisible() is not closed
    monkeypatch.setattr(templates_dialog, "ask", lambda *_: DISCARD)


def test_the_list_is_walked_with_the_arrows(qtbot, dialog) -> None:
    dialog.list.item("no_contact").setFocus()
    qtbot.keyClick(dialog.list.item("no_contact"), Qt.Key.Key_Down)
    assert dialog.list.current() == "milestone_overdue"
    assert dialog.fields.subject.text() == "{milestone}: where do you stand?"


def test_home_and_end_lead_to_the_first_and_the_last_mail(qtbot, dialog) -> None:
    keys = list(TEMPLATES)
    choose(qtbot, dialog, "no_contact")
    for key, expected in ((Qt.Key.Key_End, keys[-1]), (Qt.Key.Key_Home, keys[0]), (Qt.Key.Key_PageDown, keys[-1])):
        qtbot.keyClick(dialog.list.item(dialog.list.current()), key)
        assert dialog.list.current() == expected
        assert dialog.list.item(expected).hasFocus()


def test_tab_comes_from_the_list_to_the_words_of_the_mail(qtbot, dialog) -> None:
    chosen = dialog.list.item("no_contact")
    chosen.setFocus()
    qtbot.keyClick(chosen, Qt.Key.Key_Tab)
    assert dialog.fields.subject.hasFocus()
    qtbot.keyClick(dialog.fields.subject, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert chosen.hasFocus()


def test_the_templates_are_a_place_to_go_to(qtbot, page) -> None:
    page.open(Target("settings", tab="mail"))
    qtbot.waitUntil(lambda: any(each.isVisible() for each in page.findChildren(TemplatesDialog)))
    page.findChildren(TemplatesDialog)[-1].reject()
