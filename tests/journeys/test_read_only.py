"""A second copy of the program on the same desk: everything can be read and exported, nothing changed, anywhere."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QDesktopServices
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabWidget,
    QWidget,
)

from mentordesk.domain.errors import UserError
from mentordesk.services.desk import Desk
from mentordesk.ui import desk_files, file_choice, pages
from mentordesk.ui.menus import MENUS
from mentordesk.ui.pairs.open_row import OpenRow
from mentordesk.ui.people.career_card import CareerLine
from mentordesk.ui.widgets.search_field import SearchField
from tests.journeys.steps import Coordinator, entries, words_of

CHANGING = re.compile(
    r"(New|Add|Log|Record|Activate|Enroll|Edit|Remove|Mark|Move|Skip|Reopen|Pause|Resume|Complete|Go on|End|Import|Make"
    r"|Duplicate|Set|Sign|Save|Apply|Change|Rename|Use|Stop|Only new|Delete|Snooze|Find a|Close|Undo)\b"
)
"""How the words of a button or an entry begin that changes the desk."""
ONLY_READING = {
    "Edit plan",
    "Save an empty roster to fill in",
    "Change the plan in Programs",
    "Change in Programs",
    "End reason",
    "Set on",
    "Change",
    "Find a match",
    "Find a mentor",
    "Change…",
}
"""Words that begin so and only lead somewhere, hide a column, or change the folder of backups on this computer."""
OFFERING = {"Edit…", "New check-in"}
"""Buttons that show the mail templates, which cannot be saved then, or offer to mail and to print questions."""

FILTERS = {
    *("Kind of item", "Status", "Format", "Cohort", "Period", "Kinds", "Order of the pairs", "Months of the time line"),
    *("What the report is about", "Who reads it", "Names", "Check-in comments", "Keep"),
}
"""What is chosen to look at; how many backups to keep is a matter of this computer and not of the desk."""


@pytest.fixture
def first(begin, sample_desk: Path) -> Coordinator:
    """The copy that has the desk open to write."""
    return begin(sample_desk, settings="first")


@pytest.fixture
def asked(monkeypatch) -> list[str]:
    """The questions that were asked; the answer is always the primary button."""
    found: list[str] = []

    def ask(_parent: QWidget, question: str, _sentence: str, choices: list[str]) -> str:
        found.append(question)
        return choices[-1]

    monkeypatch.setattr(desk_files, "ask", ask)
    return found


@pytest.fixture
def me(begin, first: Coordinator, asked: list[str], monkeypatch) -> Coordinator:
    """The copy that opens the same desk later. Neither file dialogs nor other programs open."""
    for name in ("open_file", "open_file_in", "save_file", "new_file", "folder"):
        monkeypatch.setattr(file_choice, name, lambda *_: None)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)
    return begin(first.desk.path, settings="second")


@pytest.fixture
def tried(me: Coordinator, monkeypatch) -> list[str]:
    """Every attempt to change the desk of the second copy."""
    found: list[str] = []

    def do(_desk: Desk, action: Callable[..., Any], *_args: Any, **_values: Any) -> Any:
        found.append(getattr(action, "__qualname__", str(action)))
        raise UserError("This desk is open to read only.")

    monkeypatch.setattr(Desk, "do", do)
    return found


def places(me: Coordinator) -> Iterator[tuple[str, Any]]:
    """Every page and every tab of it, shown one after the other, with its name."""
    for entry in pages.PAGES:
        page = me.page(entry.key)
        yield entry.key, page
        for tabs in [it for it in page.findChildren(QTabWidget) if it.isVisible()]:
            for at in range(tabs.count()):
                tabs.setCurrentIndex(at)
                me.settle()
                yield f"{entry.key}, {tabs.tabText(at)}", page


def usable(page: QWidget, kind: type[Any]) -> list[Any]:
    return [it for it in page.findChildren(kind) if it.isVisible() and it.isEnabled()]


def changes(words: str) -> bool:
    words = words.replace("&&", "&")
    return words not in ONLY_READING and CHANGING.match(words) is not None


def test_the_second_copy_is_told_who_has_the_desk_and_reads_it(me: Coordinator, asked: list[str]) -> None:
    assert "is open already: by" in asked[0]
    assert me.window.windowTitle() == "Sample (read only) – MentorDesk"
    assert me.page("pairs").list.table.count() > 20


def test_no_button_that_changes_the_desk_can_be_pressed(me: Coordinator) -> None:
    found = []
    for place, page in places(me):
        found += [f"{place}: {words}" for words in pressable(page)]
        for view in usable(page, QAbstractItemView):
            me.comes_back()
            view.setFocus()
            me.keys("Ctrl+A", "Space")
            me.settle()
        found += [f"{place}, all chosen: {words}" for words in pressable(page)]
    assert found == []


def pressable(page: QWidget) -> list[str]:
    """The changing buttons that can be pressed now."""
    found = (words_of(button) for button in usable(page, QAbstractButton))
    return [words for words in found if changes(words) and words not in OFFERING]


def test_no_menu_offers_a_change(me: Coordinator) -> None:
    needs = {entry.name: entry.needs for menu in MENUS.values() for entry in menu}
    assert [name for name, it in me.window.menus.actions.items() if needs[name] == "write" and it.isEnabled()] == []
    found = []
    for place, page in places(me):
        for button in usable(page, QAbstractButton):
            if getattr(button, "menu", None) and button.menu() is not None:
                found += [f"{place}: {words}" for words in offered(button.menu())]
        for thing in (*usable(page, QAbstractItemView), *usable(page, OpenRow), *usable(page, CareerLine)):
            found += [f"{place}: {words}" for words in in_context_menu(me, thing)]
    assert found == []


def offered(menu: QMenu) -> list[str]:
    """The changes that a menu offers."""
    return [words for words, action in entries(menu).items() if action.isEnabled() and changes(words)]


def in_context_menu(me: Coordinator, thing: QWidget) -> list[str]:
    """The changes that a right click offers: on the first row of a list, or on the thing itself."""
    me.comes_back()
    thing.setFocus()
    at = thing.rect().center()
    if isinstance(thing, QAbstractItemView):
        me.keys("Home", "Down")
        at, thing = thing.visualRect(thing.currentIndex()).center(), thing.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, thing.mapToGlobal(at))
    QApplication.sendEvent(thing, event)
    menu = QApplication.activePopupWidget()
    if not isinstance(menu, QMenu):
        return []
    found = offered(menu)
    me.keys("Esc")
    assert not menu.isVisible(), "Esc closes a menu that offers nothing too"
    return found


def test_no_key_changes_the_desk(me: Coordinator, tried: list[str]) -> None:
    opened = []
    for place, page in places(me):
        for thing in (*usable(page, QAbstractItemView), *usable(page, OpenRow), *usable(page, CareerLine)):
            me.comes_back()
            thing.setFocus(Qt.FocusReason.TabFocusReason)
            for key in ("Home", "Down", "Space", "Delete", "F2"):
                me.keys(key)
                opened += [f"{place}: {key} opens “{title}”" for title in close_dialogs(me)]
    assert (opened, tried) == ([], [])


def test_enter_opens_things_to_read_only(me: Coordinator, tried: list[str]) -> None:
    opened = []
    for place, page in places(me):
        for view in usable(page, QAbstractItemView):
            if view.isVisible():
                me.comes_back()
                view.setFocus(Qt.FocusReason.TabFocusReason)
                me.keys("Home", "Down", "Return")
                me.settle()
                opened += [f"{place}: “{title}”" for title in close_dialogs(me)]
                come_back_to(me, page)
    assert (opened, tried) == ([], [])


def come_back_to(me: Coordinator, page: Any) -> None:
    """From the page that Enter led to, or from the whole page of one pair."""
    if me.window.office.current() is not page:
        me.command("Alt+Left")
    elif page.key == "pairs":
        page.show_list()
    me.settle()


def test_a_report_can_be_exported(me: Coordinator, tried: list[str], tmp_path: Path, monkeypatch) -> None:
    out = tmp_path / "report.xlsx"
    monkeypatch.setattr(file_choice, "save_file", lambda *_: out)
    me.click(me.page("reports").save)
    me.wait(lambda: me.toast() == "Report saved as “report.xlsx”")
    assert out.stat().st_size > 10_000
    assert tried == []


def test_a_command_given_all_the_same_says_why_not(me: Coordinator, tried: list[str]) -> None:
    before = me.desk.path.read_bytes()
    for name in ("new_pair", "log_contact", "record_exchange", "new_person", "new_program", "new_cohort"):
        me.window.workplace.say("")
        me.window.run(name)
        assert me.toast() == "This desk is open to read only: nothing in it can be changed here."
        assert close_dialogs(me) == []
    me.window.undo()
    me.window.undo(again=True)
    assert tried == []
    assert me.desk.path.read_bytes() == before


def close_dialogs(me: Coordinator) -> list[str]:
    """Close what has opened; returns the titles."""
    found = [it for it in QApplication.topLevelWidgets() if isinstance(it, QDialog) and it.isVisible()]
    for dialog in found:
        dialog.reject()
    if found:
        me.comes_back()
    return [dialog.windowTitle() for dialog in found]


def test_no_field_of_a_page_takes_anything_but_searches_and_filters(me: Coordinator) -> None:
    found = {
        field.accessibleName()
        for _, page in places(me)
        for kind in (QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox)
        for field in usable(page, kind)
        if not (isinstance(field, SearchField) or (hasattr(field, "isReadOnly") and field.isReadOnly()))
    }
    assert found <= FILTERS
