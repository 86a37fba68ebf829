"""The months after the first matching without a mouse, in the smallest window: Today, a close, a form, steps back."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QMenu

from mentordesk.domain.responses import FormsFor
from mentordesk.domain.standing import PairStatus
from mentordesk.services.pairs import contacts, exchanges, milestones, pairs, pulse
from mentordesk.ui import file_choice
from mentordesk.ui.pairs.contact_dialog import ContactDialog
from mentordesk.ui.pairs.story_dialogs import AnswersDialog
from mentordesk.ui.responses.dialog import CollectDialog
from mentordesk.ui.widgets.drop_down import DropDown
from tests.crossroads import TODAY
from tests.journeys import filled_forms
from tests.journeys.steps import Coordinator
from tests.journeys.test_keys_alone import go_to, press, stands_on

CLOSING, RUNNING = "Open Door 4", "Side by Side 2026"
STEPS = 10


@pytest.fixture
def me(begin, sample_desk: Path) -> Coordinator:
    made: Coordinator = begin(sample_desk)
    made.window.resize(1024, 700)
    return made


def in_menu(me: Coordinator, words: str) -> None:
    """Down to the entry with these words in the menu that opens, and Enter."""
    me.wait(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu: Any = QApplication.activePopupWidget()
    for _ in menu.actions():
        me.keys("Down")
        if menu.activeAction().text() == words:
            break
    assert menu.activeAction().text() == words
    me.keys("Return")
    me.comes_back()
    me.settle()


def down_to(me: Coordinator, field: DropDown, words: str) -> None:
    """From the first choice of a closed drop-down to this one."""
    go_to(me, field)
    me.keys("Home")
    for _ in range(field.count()):
        if field.currentText() == words:
            break
        me.keys("Down")
    assert field.currentText() == words
    me.settle()


def of_cohort(me: Coordinator, name: str) -> list[Any]:
    return [row for row in me.desk.read(pairs.rows) if row.cohort == name]


# Today


def mark_first_handled(me: Coordinator, page: Any) -> None:
    """By the menu of the item, which has the focus; the next one has it after that."""
    left = len(page.attention.shown()) - 1
    line = page.attention.first_line()
    stands_on(me, line)
    go_to(me, line.more)
    me.keys("Return")
    in_menu(me, "Mark as handled")
    me.wait(lambda: len(page.attention.shown()) == left)


def test_today_is_worked_off_item_by_item_and_the_last_one_comes_back(me: Coordinator) -> None:
    me.command("Ctrl+1")
    page = me.here("today")
    items = page.attention.shown()
    assert len(items) > 3
    for left in range(len(items) - 1, -1, -1):
        mark_first_handled(me, page)
        assert len(page.attention.shown()) == left
    stands_on(me, page.log)
    assert page.attention.empty.isVisible()
    me.undo()
    me.wait(lambda: len(page.attention.shown()) == 1)
    stands_on(me, page.attention.first_line())
    assert page.attention.first_line().item == items[-1]


# The close


def finish(me: Coordinator) -> Any:
    """The pairs of the cohort that ends: the first goes on, all others are completed. Returns the page of pairs."""
    me.command("Ctrl+3")
    page = me.here("cohorts")
    down_to(me, page.choice, CLOSING)
    me.wait(lambda: page.header.title.text() == CLOSING)
    press(me, page.finish)
    listed = me.here("pairs")
    number = len(of_cohort(me, CLOSING))
    me.wait(lambda: len(listed.list.selected_rows()) == number)
    go_to(me, listed.list.table)
    me.keys("Home")
    me.wait(lambda: len(listed.list.selected_rows()) == 1)
    return listed


def test_a_cohort_is_closed_and_the_pair_that_goes_on_tells_its_story(me: Coordinator) -> None:
    page = finish(me)
    me.settle()
    name = page.pane.sheet.row.name
    press(me, page.pane.head.more)
    in_menu(me, "Go on as enduring")
    count = len(of_cohort(me, CLOSING)) - 1
    me.wait(lambda: page.list.table.count() == count)
    go_to(me, page.list.table)
    me.keys("Ctrl+A")
    me.wait(lambda: len(page.list.selected_rows()) == count)
    press(me, page.list.bulk.buttons["complete"])
    me.wait(lambda: me.toast() == f"{count} pairs completed")
    assert {row.name for row in of_cohort(me, CLOSING) if row.status is PairStatus.ENDURING} == {name}
    tell_their_story(me, page, name)


def tell_their_story(me: Coordinator, page: Any, name: str) -> None:
    me.comes_back()
    if not page.list.bar.status.isVisible():
        press(me, page.list.bar.filters)
    down_to(me, page.list.bar.status, PairStatus.ENDURING.word)
    me.wait(lambda: page.pane.sheet is not None and page.pane.sheet.row.name == name)
    tabs = page.pane.tabs
    press(me, tabs._more)  # so many names do not fit in the small window
    in_menu(me, "Story")
    me.wait(lambda: tabs.story.headline is not None and tabs.story.headline.isVisible())
    go_to(me, tabs.story.headline)
    me.keys("Down", "Return")
    me.dialog(AnswersDialog)
    me.types("I expected advice. I got a door that opened.")
    me.keys("Ctrl+Return")
    me.has_closed(AnswersDialog)
    me.wait(lambda: "a door that opened" in tabs.story.questions[0].accessibleName())
    stands_on(me, tabs.story.questions[0])


# A form that came back


def save_form(me: Coordinator, file: Path) -> None:
    me.command("Ctrl+Shift+I")
    dialog = me.dialog(CollectDialog)
    stands_on_in(me, dialog, dialog.answers.zone.action)
    go_to(me, dialog.part.focusProxy(), "Shift+Tab")
    me.keys("Right")
    down_to(me, dialog.forms.cohort, RUNNING)
    go_to(me, dialog.forms.made_for.focusProxy())
    me.keys("1")
    assert dialog.forms.made_for.choice() is FormsFor.COHORT
    me.keys("Ctrl+Return")
    me.wait(lambda: me.toast() == f"Saved “{file.name}”")
    me.has_closed(CollectDialog)


def stands_on_in(me: Coordinator, dialog: Any, wanted: Any) -> None:
    dialog.activateWindow()
    me.wait(wanted.hasFocus)


def answers_of(me: Coordinator) -> list[int]:
    return [len(me.desk.read(pulse.of_pair, row.id)) for row in of_cohort(me, RUNNING)]


def test_a_form_is_sent_out_and_its_answers_are_taken(me: Coordinator, tmp_path: Path, monkeypatch: Any) -> None:
    out = tmp_path / "form.xlsx"
    monkeypatch.setattr(file_choice, "save_file", lambda *_: out)
    save_form(me, out)
    mine = [row for row in of_cohort(me, RUNNING) if row.status is PairStatus.ACTIVE]
    before = answers_of(me)
    back = filled_forms.fill(out, mine, TODAY)
    monkeypatch.setattr(file_choice, "open_files", lambda *_: [back])
    me.command("Ctrl+Shift+I")
    dialog = me.dialog(CollectDialog)
    stands_on_in(me, dialog, dialog.answers.zone.action)
    me.keys("Return")
    me.wait(lambda: dialog.answers.preview is not None)
    dialog.activateWindow()
    me.wait(dialog.isActiveWindow)
    assert dialog.primary.text() == f"Take {5 * len(mine) - 1} answers"
    me.keys("Ctrl+Return")
    me.has_closed(CollectDialog)
    assert me.toast().startswith(f"{5 * len(mine) - 1} answers taken")
    assert sum(answers_of(me)) - sum(before) == 2 * len(mine) - 1


# Back and on


def known(me: Coordinator) -> Any:
    """Pairs, their milestones and what each has in its account."""
    rows = me.desk.read(pairs.rows)
    of_pairs = [(me.desk.read(contacts.of_pair, row.id), me.desk.read(exchanges.of_pair, row.id)) for row in rows]
    return rows, me.desk.read(milestones.rows), of_pairs


def do_ten_things(me: Coordinator) -> None:
    """Contacts of one pair after the other, milestones, items of Today."""
    me.command("Ctrl+2")
    table = me.here("pairs").list.table
    for _ in range(STEPS - 4):
        stands_on(me, table)
        me.command("Ctrl+L")
        me.dialog(ContactDialog)
        me.keys("3", "Ctrl+Return")
        me.has_closed(ContactDialog)
        me.keys("Down")
    me.command("Ctrl+5")
    page = me.here("milestones")
    for _ in range(2):
        stands_on(me, page.list)
        me.keys("Home", "Down", "Space")
        press(me, page.bulk.done)
        me.settle()
    me.command("Ctrl+1")
    for _ in range(2):
        mark_first_handled(me, me.here("today"))


def test_ten_steps_back_and_on_again_leave_the_desk_as_it_was(me: Coordinator) -> None:
    first = known(me)
    do_ten_things(me)
    last = known(me)
    said = [me.undo() for _ in range(STEPS)]
    assert len(set(said)) > 3
    assert known(me) == first
    for _ in range(STEPS):
        me.redo()
    assert known(me) == last
    assert last != first
