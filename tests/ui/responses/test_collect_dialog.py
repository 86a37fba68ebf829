"""Collect answers as a coordinator does: forms saved, files read, rows looked at and mended, taken, taken back."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from mentordesk.domain.responses import FormsFor, FormsRequest, ResponseState
from mentordesk.services.pairs import contacts, pulse
from mentordesk.services.responses import responses
from mentordesk.ui import actions, errors, file_choice
from mentordesk.ui.responses.columns_dialog import ColumnsDialog
from mentordesk.ui.responses.dialog import FORMS, CollectDialog, collect_answers
from mentordesk.ui.widgets.picker import Picker
from tests.answered import add, answer, save
from tests.builders import add_cohort, add_pair

AMARA, JONAS = "Amara Okonkwo", "Jonas Weidmann"
DAY = date(2026, 6, 3)
SECRET = "She talks too much"


@pytest.fixture(autouse=True)
def nobody_stays(monkeypatch) -> None:
    """A dialog that is closed with its window asks whether what was decided may go."""
    monkeypatch.setattr(errors, "ask", lambda *_: "Discard the decisions")


@pytest.fixture
def cohort(desk) -> int:
    made = add_cohort(desk)
    add_pair(desk, AMARA, JONAS, made)
    add_pair(desk, "Ruth Adler", "Mateo Quispe", made)
    return made


@pytest.fixture
def form(desk, cohort, tmp_path: Path) -> Path:
    named = desk.read(responses.forms, FormsRequest(cohort))
    return responses.write_forms(named, tmp_path / "form.xlsx")[0]


@pytest.fixture
def window(qtbot, workplace) -> QWidget:
    made = QWidget()
    made.resize(1440, 900)
    qtbot.addWidget(made)
    made.show()
    return made


def opened(workplace, window, **values: object) -> CollectDialog:
    return collect_answers(workplace, window, **values)


def filled(form: Path, trust: object = 4, pair: str = f"{AMARA} & {JONAS}") -> Path:
    workbook = openpyxl.load_workbook(form)
    answer(workbook["Check-in"], AMARA, {"Answered": DAY, "I can say": trust, "Comment": SECRET})
    add(workbook["Contacts"], 1, {"Pair": pair, "Date": DAY, "How": "Coffee"})
    return save(workbook, form.with_name("back.xlsx"), DAY)


def looked(qtbot, dialog: CollectDialog) -> None:
    qtbot.waitUntil(lambda: dialog.answers.preview is not None)


def button(qtbot, dialog: QWidget, text: str) -> QPushButton:
    """The button that can be seen, once it can."""

    def found() -> list[QPushButton]:
        return [it for it in dialog.findChildren(QPushButton) if it.text().startswith(text) and it.isVisible()]

    qtbot.waitUntil(lambda: bool(found()))
    return found()[0]


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def state_of(dialog: CollectDialog, row_id: int) -> ResponseState:
    state: ResponseState = dialog.answers.table.row_of(row_id).state
    return state


def test_answers_are_looked_through_and_taken(qtbot, workplace, window, form, desk, monkeypatch) -> None:
    back = filled(form)
    monkeypatch.setattr(file_choice, "open_files", lambda *_: [back])
    dialog = opened(workplace, window)
    assert not dialog.primary.isEnabled()
    click(button(qtbot, dialog, "Choose files"))
    looked(qtbot, dialog)
    assert [row.state for row in dialog.answers.preview.rows] == [ResponseState.NEW, ResponseState.NEW]
    assert dialog.primary.text() == "Take 2 answers"
    said: list[str] = []
    workplace.said.connect(lambda saying: said.append(saying.sentence))
    with qtbot.waitSignal(dialog.accepted):
        click(dialog.primary)
    assert said == ["2 answers taken: 1 check-in, 1 contact"]
    assert desk.read(pulse.of_pair, 1)[0].comment == SECRET
    assert len(desk.read(contacts.of_pair, 1)) == 1
    desk.undo()
    assert desk.read(pulse.of_pair, 1) == ()


def test_no_comment_is_on_the_screen(qtbot, workplace, window, form) -> None:
    from PySide6.QtWidgets import QLabel

    dialog = opened(workplace, window, paths=[filled(form)])
    looked(qtbot, dialog)
    shown = [it.text() for it in dialog.findChildren(QLabel)]
    assert not [text for text in shown if SECRET in text]
    rows = dialog.answers.table.rows_model.rows()
    assert SECRET not in repr(rows)
    assert "with a comment" in rows[0].said


def test_a_wrong_answer_is_mended_in_place(qtbot, workplace, window, form) -> None:
    dialog = opened(workplace, window, paths=[filled(form, trust=9)])
    looked(qtbot, dialog)
    (wrong,) = [row for row in dialog.answers.preview.rows if row.state is ResponseState.FIX]
    assert dialog.answers.table.selected_ids() == [wrong.id]
    click(button(qtbot, dialog.answers.card, "Use 5"))
    qtbot.waitUntil(lambda: dialog.answers.preview is not None and state_of(dialog, wrong.id) is ResponseState.NEW)
    assert dialog.primary.text() == "Take 2 answers"
    click(button(qtbot, dialog.answers.card, "As it was in the file"))
    qtbot.waitUntil(lambda: dialog.answers.preview is not None and state_of(dialog, wrong.id) is ResponseState.FIX)
    click(button(qtbot, dialog.answers.card, "Leave it out"))
    qtbot.waitUntil(lambda: dialog.answers.preview is not None and state_of(dialog, wrong.id) is ResponseState.LEFT_OUT)
    assert dialog.primary.text() == "Take 1 answer"


def test_what_was_decided_is_not_lost_with_esc(qtbot, workplace, window, form, monkeypatch) -> None:
    dialog = opened(workplace, window, paths=[filled(form)])
    looked(qtbot, dialog)
    dialog.answers.card.left_out.emit(1, True)
    asked: list[str] = []
    choices = iter(("", "Discard the decisions"))
    monkeypatch.setattr(errors, "ask", lambda _parent, *words: asked.append(words[1]) or next(choices))
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert asked == ["Something was decided about 1 answer that is not taken yet."] * 2


def test_the_next_answer_to_fix_is_selected_once_one_is_mended(qtbot, workplace, window, form) -> None:
    path = filled(form, trust=9)
    workbook = openpyxl.load_workbook(path)
    answer(workbook["Check-in"], JONAS, {"Answered": DAY, "I can say": 8})
    answer(workbook["Check-in"], "Ruth Adler", {"Answered": DAY, "I can say": 7})
    dialog = opened(workplace, window, paths=[save(workbook, path, DAY)])
    looked(qtbot, dialog)
    table = dialog.answers.table
    first, second, third = (row.id for row in dialog.answers.preview.rows if row.state is ResponseState.FIX)
    table.select([second])
    click(button(qtbot, dialog.answers.card, "Use 5"))
    qtbot.waitUntil(lambda: table.selected_ids() == [third])
    assert state_of(dialog, second) is ResponseState.NEW
    click(button(qtbot, dialog.answers.card, "Leave it out"))
    qtbot.waitUntil(lambda: table.selected_ids() == [first])


def test_answers_and_forms_leave_the_folders_of_rosters_and_reports(
    qtbot, workplace, window, cohort, form, tmp_path: Path, monkeypatch
) -> None:
    settings = workplace.settings
    before = settings.folder("import"), settings.folder("export")
    back = filled(form)
    sent = tmp_path / "sent"
    sent.mkdir()
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(back)], ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(sent))
    dialog = opened(workplace, window, cohort_id=cohort)
    click(button(qtbot, dialog, "Choose files"))
    looked(qtbot, dialog)
    dialog.show_part(FORMS)
    with qtbot.waitSignal(dialog.accepted):
        click(dialog.primary)
    assert (settings.folder("import"), settings.folder("export")) == before
    assert (settings.folder("answers"), settings.folder("forms")) == (back.parent, sent)


def test_the_keyboard_stands_on_the_answers_and_comes_back_from_a_mended_one(
    qtbot, workplace, window, form, monkeypatch
) -> None:
    monkeypatch.setattr(file_choice, "open_files", lambda *_: [filled(form, trust=9)])
    dialog = opened(workplace, window)
    table = dialog.answers.table
    QTest.keyClick(button(qtbot, dialog, "Choose files"), Qt.Key.Key_Return)
    looked(qtbot, dialog)
    dialog.activateWindow()
    qtbot.waitUntil(table.hasFocus)
    (wrong,) = table.selected_ids()
    use = button(qtbot, dialog.answers.card, "Use 5")
    use.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(use, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.answers.preview is not None and state_of(dialog, wrong) is ResponseState.NEW)
    assert table.hasFocus()
    assert table.selected_ids() == [wrong]


def test_what_is_left_to_fix_is_told_when_the_rest_is_taken(qtbot, workplace, window, form) -> None:
    dialog = opened(workplace, window, paths=[filled(form, trust=9)])
    looked(qtbot, dialog)
    said: list[str] = []
    workplace.said.connect(lambda saying: said.append(saying.sentence))
    with qtbot.waitSignal(dialog.accepted):
        click(dialog.primary)
    assert said == ["1 answer taken: 1 contact; 1 left to fix"]


def test_an_unknown_person_is_named(qtbot, workplace, window, form) -> None:
    """By the nearest pair in one click, or by searching all."""
    dialog = opened(workplace, window, paths=[filled(form, pair="Amara & Jonas W.")])
    looked(qtbot, dialog)
    (unknown,) = [row for row in dialog.answers.preview.rows if row.state is ResponseState.UNKNOWN]
    assert dialog.answers.table.selected_ids() == [unknown.id]
    picker = dialog.answers.card.findChild(Picker)
    names = [choice.name for choice in workplace.desk.read(responses.pair_choices)]
    at = next(at for at, name in enumerate(names) if name.startswith("Jonas Weidmann"))
    picker.set_value(at)
    picker.changed.emit(at)
    qtbot.waitUntil(lambda: dialog.answers.preview is not None and state_of(dialog, unknown.id) is ResponseState.NEW)


def test_duplicates_stay_out_and_can_be_taken_all_the_same(qtbot, workplace, window, form, desk) -> None:
    from mentordesk.domain.contacts import Channel, ContactForm

    desk.do(contacts.log, ContactForm(1, Channel.COFFEE, DAY))
    dialog = opened(workplace, window, paths=[filled(form)])
    looked(qtbot, dialog)
    (double,) = [row for row in dialog.answers.preview.rows if row.state is ResponseState.DUPLICATE]
    dialog.answers.table.select([double.id])
    click(button(qtbot, dialog.answers.card, "Take it all the same"))
    qtbot.waitUntil(lambda: dialog.answers.preview is not None and state_of(dialog, double.id) is ResponseState.NEW)


def test_a_state_filters_the_rows(qtbot, workplace, window, form) -> None:
    dialog = opened(workplace, window, paths=[filled(form, trust=9)])
    looked(qtbot, dialog)
    chips = dialog.answers.filters
    assert not chips.chip("late").isVisible()
    click(chips.chip("fix"))
    qtbot.waitUntil(lambda: dialog.answers.table.count() == 1)


def test_a_file_that_cannot_be_read_is_told(qtbot, workplace, window, form, tmp_path: Path) -> None:
    bad = tmp_path / "bad.xlsx"
    bad.write_bytes(b"PK\x03\x04 no workbook")
    dialog = opened(workplace, window, paths=[bad, filled(form)])
    looked(qtbot, dialog)
    assert "bad.xlsx" in dialog.answers.fault.text()
    assert len(dialog.answers.preview.rows) == 2


def test_columns_of_an_export_are_chosen(qtbot, workplace, window, cohort, tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    path.write_text("E-mail,Q1\namara.okonkwo@solvane.example,4\n", encoding="utf-8")
    dialog = opened(workplace, window, paths=[path])
    qtbot.waitUntil(lambda: "no column with answers" in dialog.answers.fault.text())
    assert not dialog.primary.isEnabled()
    click(dialog.answers.columns)
    columns = dialog.findChild(ColumnsDialog)
    columns.fields["Q1"].choose("trust")
    columns.primary.click()
    looked(qtbot, dialog)
    (row,) = dialog.answers.preview.rows
    assert (row.who, row.said) == (AMARA, "Trust 4")


def test_a_field_can_be_chosen_once(qtbot, workplace, window, cohort, tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    path.write_text("E-mail,Trust,Q1\namara.okonkwo@solvane.example,4,4\n", encoding="utf-8")
    dialog = opened(workplace, window, paths=[path])
    looked(qtbot, dialog)
    click(dialog.answers.columns)
    columns = dialog.findChild(ColumnsDialog)
    columns.fields["Q1"].choose("trust")
    columns.primary.click()
    assert columns.isVisible()
    assert "chosen for two columns" in columns.note.text()
    columns.reject()


def test_forms_are_saved(qtbot, workplace, window, cohort, tmp_path: Path, monkeypatch) -> None:
    target = tmp_path / "out.xlsx"
    monkeypatch.setattr(file_choice, "save_file", lambda *_: target)
    dialog = opened(workplace, window, cohort_id=cohort, part=FORMS)
    dialog.forms.made_for.choose(FormsFor.COHORT)
    dialog.forms.made_for.chosen.emit(FormsFor.COHORT)
    assert dialog.primary.text() == "Save the form…"
    with qtbot.waitSignal(dialog.accepted):
        click(dialog.primary)
    assert "Check-in" in openpyxl.load_workbook(target).sheetnames


def test_forms_for_each_person_go_to_a_folder(qtbot, workplace, window, cohort, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(file_choice, "folder", lambda *_: tmp_path)
    dialog = opened(workplace, window, cohort_id=cohort, part=FORMS)
    assert dialog.primary.text() == "Save 4 forms…"
    with qtbot.waitSignal(dialog.accepted):
        click(dialog.primary)
    assert (tmp_path / f"{AMARA}, with {JONAS}.xlsx").exists()


def test_nothing_to_ask_cannot_be_saved(qtbot, workplace, window, cohort) -> None:
    dialog = opened(workplace, window, cohort_id=cohort, part=FORMS)
    for box in dialog.forms.asks.values():
        box.setChecked(False)
    assert not dialog.primary.isEnabled()
    assert dialog.primary.toolTip() == "Choose at least one thing to ask"


def test_the_menus_open_it(workplace, window, cohort) -> None:
    actions.run("collect_answers", workplace, window, {"cohort_id": cohort})
    dialog = window.findChild(CollectDialog)
    assert dialog.isVisible()
    assert dialog.forms.cohort.choice() == cohort


def test_the_forms_are_no_higher_than_they_need(qtbot, workplace, window, form) -> None:
    dialog = opened(workplace, window)
    dialog.show_part(FORMS)
    alone = dialog.height()
    dialog.read([filled(form)])
    looked(qtbot, dialog)
    qtbot.waitUntil(lambda: dialog.height() > alone)
    dialog.show_part(FORMS)
    assert dialog.height() == alone
