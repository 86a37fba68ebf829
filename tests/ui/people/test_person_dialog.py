"""The dialog that adds and changes people: its fields, its warnings, what it saves in one step."""

from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QPushButton

from mentordesk.domain.people import CareerKind, CustomFieldForm, FieldKind, PersonStatus
from mentordesk.services import custom_fields
from mentordesk.services.desk import Desk
from mentordesk.services.people import people
from mentordesk.ui.people.person_dialog import PersonDialog, edit_person, new_person
from mentordesk.ui.people.word_field import WordField
from mentordesk.ui.widgets.dialog import Dialog
from mentordesk.ui.workplace import Target, Workplace
from tests.builders import add_person


@pytest.fixture
def window(qtbot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    made.resize(1440, 900)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def amara(desk: Desk) -> int:
    return add_person(desk, "Amara Okonkwo", title="Site lead", department="Operations", location="Rotterdam", level=5)


def type_into(qtbot, dialog: PersonDialog, name: str, text: str) -> None:
    edit = dialog.fields.lines[name]
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, text)
    if isinstance(edit, WordField):
        edit.suggestions.close()


def problem(dialog: PersonDialog, name: str) -> str:
    return dialog.form.box(name).problem()


def test_a_new_person_needs_a_name_alone_and_is_shown_afterwards(
    desk: Desk, workplace: Workplace, window, qtbot, went: list[Target], said
) -> None:
    dialog = new_person(workplace, window)
    assert not dialog.primary.isEnabled()
    assert dialog.primary.toolTip() == "Nothing has been changed yet"

    qtbot.keyClicks(QApplication.focusWidget() or dialog.fields.lines["name"], "Jonas Weidmann")
    qtbot.keyClick(dialog.fields.lines["name"], Qt.Key.Key_Return)

    (row,) = desk.read(people.rows)
    assert row.name == "Jonas Weidmann"
    assert (said, [(it.page, it.id) for it in went]) == (["Jonas Weidmann added"], [("people", row.id)])
    assert desk.undo_label() == "Add Jonas Weidmann"


def test_every_field_is_saved_and_found_again(desk: Desk, workplace: Workplace, window, qtbot, amara: int) -> None:
    grade = desk.do(custom_fields.save, CustomFieldForm("Grade", FieldKind.ORDERED, ("A", "B")))
    since = desk.do(custom_fields.save, CustomFieldForm("Trained on", FieldKind.DATE))
    aid = desk.do(custom_fields.save, CustomFieldForm("First aider", FieldKind.YES_NO))
    groups = desk.do(custom_fields.save, CustomFieldForm("Groups", FieldKind.CHOICES, ("Parents", "Veterans")))
    score = desk.do(custom_fields.save, CustomFieldForm("Score", FieldKind.NUMBER))
    dialog = new_person(workplace, window, "Jonas Weidmann")
    for name, text in (
        ("email", "Jonas@Solvane.example"),
        ("title", "Team lead"),
        ("department", "Operations"),
        ("location", "Cardiff"),
        ("company", "Solvane"),
        ("employee_number", "S7"),
    ):
        type_into(qtbot, dialog, name, text)
    dialog.fields.level.pick(3)
    dialog.fields.manager.setFocus()
    dialog.fields.manager.set_value(amara)
    dialog.fields.hired_on.set_value(date(2019, 2, 1))
    dialog.fields.external.pick(1)
    for name, word in (("languages", "Welsh"), ("offers", "Telematics"), ("wants", "Budgets"), ("experience", "Twins")):
        dialog.fields.tags[name].add(word)
    dialog.fields.notes.setPlainText("Night shift.")
    custom = dialog.fields.custom.widgets
    custom[grade].choose("B")
    custom[since].set_value(date(2025, 1, 2))
    custom[aid].choose("yes")
    custom[groups].add("veterans")
    custom[score].setText("12")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    row = next(it for it in desk.read(people.rows) if it.name == "Jonas Weidmann")
    form = desk.read(people.form, row.id)
    assert (form.email, form.title, form.department, form.location) == (
        "jonas@solvane.example",
        "Team lead",
        "Operations",
        "Cardiff",
    )
    assert (form.company, form.employee_number, form.level, form.manager_id) == ("Solvane", "S7", 4, amara)
    assert (form.hired_on, form.external, form.notes) == (date(2019, 2, 1), True, "Night shift.")
    assert (form.languages, form.offers, form.wants, form.experience) == (
        ("Welsh",),
        ("Telematics",),
        ("Budgets",),
        ("Twins",),
    )
    assert form.custom[grade] == ("B",)
    assert form.custom[since] == ("2025-01-02",)
    assert form.custom[aid] == ("yes",)
    assert form.custom[score] == ("12",)
    again = edit_person(workplace, window, row.id)
    assert again.fields.form().custom == form.custom | {groups: form.custom.get(groups, ())}
    assert not again.primary.isEnabled(), "opening alone changes nothing"


def test_errors_stand_at_their_fields(desk: Desk, workplace: Workplace, window, qtbot, amara: int) -> None:
    score = desk.do(custom_fields.save, CustomFieldForm("Score", FieldKind.NUMBER))
    dialog = edit_person(workplace, window, amara)

    type_into(qtbot, dialog, "email", "amara at solvane")
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert problem(dialog, "email").startswith("“amara at solvane” is no e-mail address")

    type_into(qtbot, dialog, "email", "amara@solvane.example")
    dialog.fields.custom.widgets[score].setText("many")
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert (problem(dialog, "email"), problem(dialog, f"custom:{score}")) == (
        "",
        "Score is a number. Use digits, as in 12 or 12.5.",
    )
    dialog.fields.custom.widgets[score].setText("")
    qtbot.keyClicks(dialog.fields.hired_on.focusProxy(), "31 Feb 2020")
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert "February" in problem(dialog, "hired_on")
    assert desk.read(people.form, amara).email == "amara.okonkwo@solvane.example"


def test_the_same_e_mail_is_told_while_typing(desk: Desk, workplace: Workplace, window, qtbot, amara: int) -> None:
    dialog = new_person(workplace, window, "Jonas Weidmann")

    type_into(qtbot, dialog, "email", "amara.okonkwo@solvane.example")

    qtbot.waitUntil(lambda: problem(dialog, "email").startswith("Amara Okonkwo has this e-mail already"))
    assert dialog.twin.reason.text() == "Same e-mail, amara.okonkwo@solvane.example, in no pair"


def test_a_namesake_is_told_and_can_be_opened_instead(
    desk: Desk, workplace: Workplace, window, qtbot, amara: int, went: list[Target]
) -> None:
    dialog = new_person(workplace, window, "amara okonkwo")
    qtbot.waitUntil(dialog.twin.isVisible)
    assert dialog.twin.title.text() == "Perhaps the same person: Amara Okonkwo, Operations, Rotterdam"

    qtbot.mouseClick(dialog.twin.open, Qt.MouseButton.LeftButton)

    assert [(it.page, it.id) for it in went] == [("people", amara)]


def test_not_the_same_is_remembered_with_a_new_person(desk: Desk, workplace: Workplace, window, qtbot, amara) -> None:
    dialog = new_person(workplace, window, "Amara Okonkwo")
    qtbot.waitUntil(dialog.twin.isVisible)

    qtbot.mouseClick(dialog.twin.not_same, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog.twin.isVisible())
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)

    other = next(row.id for row in desk.read(people.rows) if row.id != amara)
    assert desk.read(people.duplicates, desk.read(people.form, amara), amara) == []
    assert desk.undo_label() == "Add Amara Okonkwo"
    desk.undo()
    assert [row.id for row in desk.read(people.rows)] == [amara], f"{other} is gone in one step"


def test_not_the_same_is_remembered_at_once_for_a_known_person(
    desk: Desk, workplace: Workplace, window, qtbot, amara: int
) -> None:
    add_person(desk, "Amara Okonkwo", email="")
    dialog = edit_person(workplace, window, amara)
    qtbot.waitUntil(dialog.twin.isVisible)

    qtbot.mouseClick(dialog.twin.not_same, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: not dialog.twin.isVisible())
    assert desk.read(people.duplicates, desk.read(people.form, amara), amara) == []


def test_a_higher_level_may_be_noted_as_promotion_in_the_same_step(
    desk: Desk, workplace: Workplace, window, qtbot, amara: int
) -> None:
    dialog = edit_person(workplace, window, amara)
    assert not dialog.career.isVisible()

    type_into(qtbot, dialog, "title", "VP Operations")
    dialog.fields.level.pick(5)
    assert dialog.career.text() == "Note as career milestone: Promotion, “Promoted to VP Operations”, 4 June 2026"
    dialog.career.setFocus()
    qtbot.keyClick(dialog.career, Qt.Key.Key_Space)
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)

    (turn,) = desk.read(people.career, amara)
    assert (turn.kind, turn.title, turn.on) == (CareerKind.PROMOTION, "Promoted to VP Operations", date(2026, 6, 4))
    desk.undo()
    assert (desk.read(people.career, amara), desk.read(people.form, amara).level) == ([], 5)


def test_without_the_tick_nothing_is_noted(desk: Desk, workplace: Workplace, window, qtbot, amara: int) -> None:
    dialog = edit_person(workplace, window, amara)

    type_into(qtbot, dialog, "title", "Site Leader")
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)

    assert (desk.read(people.form, amara).title, desk.read(people.career, amara)) == ("Site Leader", [])


def test_the_manager_is_neither_the_person_nor_somebody_below_but_may_have_left(
    desk: Desk, workplace: Workplace, window, amara: int
) -> None:
    boss = add_person(desk, "Gareth Penry", status=PersonStatus.LEFT)
    gone = add_person(desk, "Someone Else", status=PersonStatus.LEFT)
    jonas = add_person(desk, "Jonas Weidmann", manager_id=amara)
    mateo = add_person(desk, "Mateo Quispe")
    desk.do(people.save, desk.read(people.form, amara).__class__("Amara Okonkwo", manager_id=boss), amara)

    dialog = edit_person(workplace, window, amara)
    assert dialog.fields.manager.value() == boss
    dialog.fields.manager.offer("")
    offered = {choice.id for choice in dialog.fields.manager.suggestions.offered()}
    dialog.fields.manager.suggestions.close()

    assert offered == {mateo, boss}
    assert not offered & {gone, jonas, amara}


def test_departments_in_use_are_offered_while_typing(workplace: Workplace, window, qtbot, amara: int) -> None:
    dialog = new_person(workplace, window)
    edit = dialog.fields.lines["department"]
    edit.setFocus()

    qtbot.keyClicks(edit, "oper")
    assert [choice.title for choice in edit.suggestions.offered()] == ["Operations", "Use “oper”"]
    qtbot.keyClick(edit.suggestions.list, Qt.Key.Key_Return)
    assert edit.text() == "Operations"

    edit.clear()
    qtbot.keyClick(edit, Qt.Key.Key_Down)
    assert [choice.title for choice in edit.suggestions.offered()] == ["Operations"]
    edit.suggestions.close()


def answer(words: str) -> list[str]:
    """Answers the next question with a button; tells which question it was."""
    asked: list[str] = []

    def click() -> None:
        question = QApplication.activeModalWidget()
        assert isinstance(question, Dialog)
        asked.append(question.title.text())
        buttons = question.findChildren(QPushButton)
        next(each for each in buttons if each.text() == words).click()

    QTimer.singleShot(0, click)
    return asked


def test_esc_leaves_without_a_question_after_few_changes(workplace: Workplace, window, qtbot, amara: int) -> None:
    dialog = edit_person(workplace, window, amara)
    type_into(qtbot, dialog, "title", "VP")

    qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    assert not dialog.isVisible()


def test_many_changes_are_not_thrown_away_without_a_question(
    desk: Desk, workplace: Workplace, window, qtbot, amara: int
) -> None:
    dialog = edit_person(workplace, window, amara)
    for name in ("title", "department", "location", "company"):
        type_into(qtbot, dialog, name, "New")

    asked = answer("Cancel")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert (asked, dialog.isVisible()) == (["Leave without saving?"], True)

    answer("Save person")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert desk.read(people.form, amara).company == "New"

    other = edit_person(workplace, window, amara)
    for name in ("title", "department", "location", "company"):
        type_into(qtbot, other, name, "Newer")
    answer("Discard the changes")
    qtbot.keyClick(other, Qt.Key.Key_Escape)
    assert desk.read(people.form, amara).company == "New"


def test_manage_leads_to_the_settings(workplace: Workplace, window, went: list[Target], amara: int) -> None:
    dialog = edit_person(workplace, window, amara)

    dialog.fields.manage_asked.emit()

    assert [target.page for target in went] == ["settings"]
