"""The Settings page as a coordinator uses it: looks at once, backups of this computer, fields of the desk."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from mentordesk.domain.people import CustomFieldForm, CustomFieldRow, FieldKind, PersonForm
from mentordesk.services import backups, custom_fields
from mentordesk.services.desk import Desk
from mentordesk.services.people import people
from mentordesk.ui import file_choice, theme
from mentordesk.ui.preferences import backups_card
from mentordesk.ui.preferences.field_dialog import FieldDialog
from mentordesk.ui.preferences.page import SettingsPage
from mentordesk.ui.workplace import Target, Workplace

STAGE, CENTER = "Career stage", "Cost center"
LEVELS = ("Starts out", "Leads a team", "Leads leaders")


@pytest.fixture
def fields(desk: Desk) -> dict[str, int]:
    """Two fields by name; Amara leads a team, Jonas starts out, both have a cost center."""
    stage = desk.do(custom_fields.save, CustomFieldForm(STAGE, FieldKind.ORDERED, LEVELS))
    center = desk.do(custom_fields.save, CustomFieldForm(CENTER, hidden_in_reports=True))
    for name, level in (("Amara Okonkwo", "Leads a team"), ("Jonas Weidmann", "Starts out")):
        desk.do(people.save, PersonForm(name, custom={stage: (level,), center: ("4711",)}))
    desk.do(people.save, PersonForm("Ruth Adelmann"))
    return {STAGE: stage, CENTER: center}


@pytest.fixture
def page(qtbot, fields, workplace) -> SettingsPage:
    return shown(qtbot, workplace)


def shown(qtbot: Any, workplace: Workplace) -> SettingsPage:
    page = SettingsPage(workplace)
    page.resize(1200, 820)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    qtbot.waitUntil(lambda: page.loaded)
    return page


@pytest.fixture
def light(qapp: QApplication) -> Iterator[None]:
    yield
    theme.apply(qapp, "light")


def cells(page: SettingsPage) -> list[list[str]]:
    model = page.fields.table.rows_model
    return [[model.index(at, column).data() for column in range(4)] for at in range(model.rowCount())]


def read_again(qtbot: Any, page: SettingsPage, before: list[list[str]]) -> None:
    qtbot.waitUntil(lambda: cells(page) != before)


def dialog_of(page: SettingsPage) -> FieldDialog:
    return page.findChildren(FieldDialog)[-1]


def row(desk: Desk, name: str) -> CustomFieldRow:
    return next(found for found in desk.read(custom_fields.rows) if found.name == name)


# Looks


@pytest.mark.usefixtures("light")
def test_appearance_and_text_size_apply_at_once_and_are_kept(qtbot, page, settings) -> None:
    dark, larger = page.looks.appearance, page.looks.text_size
    qtbot.mouseClick(dark.findChildren(type(dark.focusProxy()))[2], Qt.MouseButton.LeftButton)
    assert theme.current().name == "dark"
    before = theme.current().line()
    qtbot.mouseClick(larger.findChildren(type(larger.focusProxy()))[3], Qt.MouseButton.LeftButton)
    assert theme.current().line() > before
    assert (settings.appearance, settings.text_size) == ("dark", 4)


@pytest.mark.usefixtures("light")
def test_what_the_menu_changed_is_shown(page, settings, qapp) -> None:
    settings.text_size = 2
    theme.apply(qapp, "light", 2)
    assert page.looks.text_size.choice() == 2


# Backups


def test_another_number_of_backups_is_kept(page, settings) -> None:
    page.backups.keep.setCurrentIndex(page.backups.keep.findData(30))
    page.backups.keep.activated.emit(page.backups.keep.currentIndex())
    assert settings.backups_kept == 30


def test_closing_a_desk_leaves_as_many_backups_as_are_kept(desk, tmp_path) -> None:
    folder = tmp_path / "kept"
    for hour in range(5):
        backups.make(desk.path, folder, desk.clock().replace(hour=hour))
    desk.do(people.save, PersonForm("Mateo Quispe"))
    desk.close(folder, keep=3)
    assert len(backups.listed(desk.path, folder)) == 3


def test_a_new_folder_takes_the_old_backups_along(qtbot, page, settings, desk, tmp_path, monkeypatch) -> None:
    folder, usual = tmp_path / "elsewhere", settings.backups_of(desk.path)
    backups.make(desk.path, usual, desk.clock())
    monkeypatch.setattr(file_choice, "folder", lambda *_: folder)
    questions: list[str] = []
    monkeypatch.setattr(
        backups_card, "ask", lambda _page, question, *_: questions.append(question) or backups_card.MOVE
    )
    page.backups.change.click()
    qtbot.waitUntil(lambda: len(backups.listed(desk.path, folder)) == 1)
    assert questions == ["Move the 1 backup of “desk.mdesk” too?"]
    assert backups.listed(desk.path, usual) == []
    assert settings.backup_folder == folder
    assert page.backups.folder.caption.text() == str(folder)
    monkeypatch.setattr(backups_card, "ask", lambda *_: backups_card.LEAVE)
    qtbot.mouseClick(page.backups.usual, Qt.MouseButton.LeftButton)
    assert settings.backup_folder is None
    assert len(backups.listed(desk.path, folder)) == 1


def test_cancel_keeps_the_folder(page, settings, desk, tmp_path, monkeypatch) -> None:
    backups.make(desk.path, settings.backups_of(desk.path), desk.clock())
    monkeypatch.setattr(file_choice, "folder", lambda *_: tmp_path / "elsewhere")
    monkeypatch.setattr(backups_card, "ask", lambda *_: "")
    page.backups.change.click()
    assert settings.backup_folder is None


def test_a_folder_that_cannot_be_written_leaves_the_backups_where_they_are(desk, tmp_path: Path) -> None:
    from mentordesk.domain.errors import FileError

    backups.make(desk.path, tmp_path / "here", desk.clock())
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(FileError, match="Not all backups were moved"):
        backups.move(desk.path, tmp_path / "here", tmp_path / "file" / "there")
    assert len(backups.listed(desk.path, tmp_path / "here")) == 1


# Custom fields


def test_fields_are_listed_with_what_they_hold_and_how_many_are_filled(page) -> None:
    assert cells(page) == [
        [STAGE, "Ordered levels", "3 levels", "2"],
        [CENTER, "Text", "Hidden in reports", "2"],
    ]
    assert page.fields.note.text().startswith("Of 3 people, those who have left among them.")


def test_a_field_is_added_with_its_choices(qtbot, page, desk) -> None:
    before = cells(page)
    qtbot.mouseClick(page.fields.add, Qt.MouseButton.LeftButton)
    dialog = dialog_of(page)
    qtbot.keyClicks(dialog.field_name, "Chapter")
    dialog.kind.setCurrentIndex(dialog.kind.findData(FieldKind.CHOICES))
    dialog.kind.activated.emit(dialog.kind.currentIndex())
    qtbot.keyClicks(dialog.choices.new, "Women in tech; Parents")
    qtbot.keyClick(dialog.choices.new, Qt.Key.Key_Return)
    qtbot.keyClicks(dialog.choices.new, "Veterans")
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    read_again(qtbot, page, before)
    assert row(desk, "Chapter").choices == ("Women in tech", "Parents", "Veterans")
    assert desk.undo_label() == "Add field Chapter"


def test_a_name_that_is_there_already_is_said_at_its_field(qtbot, page) -> None:
    page.new()
    dialog = dialog_of(page)
    qtbot.keyClicks(dialog.field_name, "cost center")
    dialog.primary.click()
    assert dialog.isVisible()
    assert "already" in dialog.form.box("name").problem()


def test_levels_are_renamed_for_people_too_and_moved(qtbot, page, desk, fields) -> None:
    before = cells(page)
    page.fields.table.select([fields[STAGE]])
    qtbot.keyClick(page.fields.table, Qt.Key.Key_F2)
    dialog = dialog_of(page)
    lines = dialog.choices.lines
    lines.item(0).setText("Leads a team")
    lines.item(1).setText("Starts out")
    lines.setCurrentRow(2)
    qtbot.keyClick(lines, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClicks(dialog.field_name, " now")
    dialog.primary.click()
    read_again(qtbot, page, before)
    found = desk.read(custom_fields.rows)[0]
    assert found.choices == ("Leads a team", "Leads leaders", "Starts out")
    amara, jonas = (person.id for person in desk.read(people.rows) if person.name[:5] in ("Amara", "Jonas"))
    assert desk.read(people.form, amara).custom[found.id] == ("Starts out",)
    assert desk.read(people.form, jonas).custom[found.id] == ("Leads a team",)
    desk.undo()
    assert row(desk, STAGE).choices == LEVELS


def test_one_choice_renamed_to_another_is_merged_with_it(page, desk, fields) -> None:
    page.fields.change(fields[STAGE])
    dialog = dialog_of(page)
    dialog.choices.lines.item(0).setText("Leads a team")
    dialog.primary.click()
    assert row(desk, STAGE).choices == ("Leads a team", "Leads leaders")


def test_a_level_that_somebody_has_cannot_be_left_out(qtbot, page, fields) -> None:
    page.fields.change(fields[STAGE])
    dialog = dialog_of(page)
    dialog.choices.lines.setCurrentRow(0)
    qtbot.keyClick(dialog.choices.lines, Qt.Key.Key_Delete)
    dialog.primary.click()
    assert dialog.form.box("choices").problem().startswith("1 person has “Starts out”")


def test_a_field_is_hidden_in_reports_and_shown_again(qtbot, page, desk, fields) -> None:
    before = cells(page)
    menu = page.fields.menu(fields[CENTER])
    assert [action.text() for action in menu.actions()] == ["Change name…", "Show in reports", "Remove"]
    menu.actions()[1].trigger()
    read_again(qtbot, page, before)
    assert not row(desk, CENTER).hidden_in_reports


def test_removing_a_field_tells_how_many_values_go_and_can_be_undone(qtbot, page, desk, workplace, fields) -> None:
    said: list[str] = []
    workplace.said.connect(lambda saying: said.append(saying.sentence))
    before = cells(page)
    page.fields.table.select([fields[STAGE]])
    qtbot.keyClick(page.fields.table, Qt.Key.Key_Delete)
    read_again(qtbot, page, before)
    assert said == ["Field Career stage removed with the values of 2 people"]
    desk.undo()
    assert row(desk, STAGE).filled == 2


def test_each_row_has_a_button_with_its_menu(page) -> None:
    table = page.fields.table
    buttons = [table.indexWidget(table.rows_model.index(at, 4)) for at in range(2)]
    assert [button.accessibleName() for button in buttons] == [f"More about {STAGE}", f"More about {CENTER}"]


def test_without_fields_the_card_says_what_they_are_for(qtbot, workplace) -> None:
    page = shown(qtbot, workplace)
    assert page.fields.empty.isVisible()
    assert not page.fields.table.isVisible()
    qtbot.mouseClick(page.fields.empty.action, Qt.MouseButton.LeftButton)
    assert dialog_of(page).title.text() == "Add a field of people"


def test_the_fields_get_the_focus_when_they_are_asked_for(qtbot, page) -> None:
    page.open(Target("settings", tab="fields"))
    qtbot.waitUntil(page.fields.table.hasFocus)


def test_the_page_follows_the_row_that_keys_lead_to(qtbot, fields, desk, workplace) -> None:
    for number in range(10):
        desk.do(custom_fields.save, CustomFieldForm(f"Field {number}"))
    page = shown(qtbot, workplace)
    page.resize(800, 480)
    table = page.fields.table
    table.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(table.hasFocus)
    for key, at in ((Qt.Key.Key_End, table.count() - 1), (Qt.Key.Key_Home, 0), (Qt.Key.Key_PageDown, None)):
        qtbot.keyClick(table, key)
        assert at in (None, table.currentIndex().row())
        row_ = table.row_rect(table.currentIndex().row())
        assert table.viewport().visibleRegion().contains(row_.adjusted(4, 0, -4, 0))


def test_a_desk_to_read_only_keeps_its_fields(qtbot, fields, desk, settings, clock) -> None:
    reader = Desk.open(desk.path, backups=desk.path.parent, clock=clock, read_only=True)
    place = Workplace(reader, settings)
    page = shown(qtbot, place)
    assert not page.fields.add.isEnabled()
    assert "read only" in page.fields.add.toolTip()
    assert not any(action.isEnabled() for action in page.fields.menu(fields[STAGE]).actions())
    page.fields.change(fields[STAGE])
    assert page.findChildren(FieldDialog) == []
    place.close()
    reader.close()
