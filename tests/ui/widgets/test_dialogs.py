"""Dialogs, forms, errors and toasts: what one reads, types and presses."""

import pytest
import shiboken6
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListWidget, QMainWindow, QPlainTextEdit, QVBoxLayout, QWidget

from mentordesk.domain.errors import FieldError
from mentordesk.ui.widgets import focus_ring
from mentordesk.ui.widgets.dialog import Dialog, Dim
from mentordesk.ui.widgets.error_dialog import ErrorDialog
from mentordesk.ui.widgets.form import Form
from mentordesk.ui.widgets.label import button, label
from mentordesk.ui.widgets.toast import Notice, Toast, keep_free


@pytest.fixture
def window(on_screen) -> QMainWindow:
    made = QMainWindow()
    made.setCentralWidget(QPlainTextEdit())
    on_screen(made, 1024, 700)
    made.centralWidget().setFocus()
    return made


@pytest.fixture
def opened(qtbot, window):
    def show(dialog: Dialog) -> Dialog:
        qtbot.addWidget(dialog)
        dialog.open()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return show


class NameDialog(Dialog):
    def __init__(self, parent) -> None:
        super().__init__("Rename the cohort", parent, primary="Rename")
        self.form = Form()
        self.name = QLineEdit()
        self.note = QPlainTextEdit()
        self.form.add("name", "&Name", self.name)
        self.form.add("note", "Note", self.note)
        self.body.addWidget(self.form)

    def commit(self) -> bool:
        if self.name.text():
            return True
        self.form.show_problems({"name": "Give the cohort a name."})
        return False


def dims(window) -> list[Dim]:
    return [dim for dim in window.findChildren(Dim) if dim.isVisible()]


# Dialog and form


def test_a_dialog_dims_its_window_while_it_is_open(opened, window, qtbot) -> None:
    dialog = opened(Dialog("Log a contact", window))
    assert len(dims(window)) == 1
    assert dims(window)[0].geometry() == window.rect()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.result() == Dialog.DialogCode.Rejected
    assert dims(window) == []


def test_enter_is_the_primary_button(opened, window, qtbot) -> None:
    dialog = opened(NameDialog(window))
    dialog.name.setText("Crossroads")
    with qtbot.waitSignal(dialog.accepted, timeout=500):
        qtbot.keyClick(dialog.name, Qt.Key.Key_Return)


def test_control_enter_saves_from_a_note_of_several_lines(opened, window, qtbot) -> None:
    dialog = opened(NameDialog(window))
    dialog.name.setText("Crossroads")
    qtbot.keyClick(dialog.note, Qt.Key.Key_Return)
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.accepted, timeout=500):
        qtbot.keyClick(dialog.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_a_wrong_field_says_why_below_and_has_the_focus(opened, window, qtbot, has_color) -> None:
    dialog = opened(NameDialog(window))
    dialog.note.setFocus()
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert dialog.form.box("name").problem() == "Give the cohort a name."
    assert dialog.name.hasFocus()
    assert dialog.name.accessibleDescription() == "Give the cohort a name."
    assert has_color(dialog.form.box("name"), "risk")
    dialog.form.show_problems({})
    assert dialog.form.box("name").problem() == ""
    assert not has_color(dialog.form.box("name"), "risk")


def test_an_error_of_a_service_is_shown_at_its_field(opened, window) -> None:
    dialog = opened(NameDialog(window))
    assert dialog.form.show_error(FieldError("name", "There is a cohort of this name."))
    assert dialog.form.box("name").problem() == "There is a cohort of this name."
    assert not dialog.form.show_error(FieldError("color", "No such field."))


def test_labels_are_the_names_of_their_fields(opened, window) -> None:
    dialog = opened(NameDialog(window))
    assert dialog.name.accessibleName() == "Name"
    dialog.form.box("name").set_title("Title")
    assert dialog.name.accessibleName() == "Title"


def test_fields_beside_each_other_share_the_width(on_screen) -> None:
    form = Form()
    first, second = form.add_row(("day", "Day", QLineEdit()), ("minutes", "Minutes", QLineEdit()), shares=(2, 1))
    note = form.add_part(label("What changed hands?", "strong"))
    on_screen(form, 600, 160)
    assert first.width() > 1.7 * second.width()
    assert note.y() > first.y()


def test_a_destructive_dialog_has_cancel_as_its_default(opened, window) -> None:
    dialog = opened(Dialog("Erase Ikram Belkadi?", window, primary="Erase", destructive=True))
    assert dialog.cancel.isDefault()
    assert not dialog.primary.isDefault()


def test_an_alternative_stands_between_cancel_and_primary(opened, window, qtbot) -> None:
    dialog = Dialog("Save", window)
    pressed = []
    other = dialog.add_alternative("Save under another name…", lambda: pressed.append(True))
    opened(dialog)
    assert dialog.cancel.x() < other.x() < dialog.primary.x()
    qtbot.mouseClick(other, Qt.MouseButton.LeftButton)
    assert pressed == [True]


def test_a_long_dialog_stays_in_its_window_and_scrolls(opened, window) -> None:
    dialog = Dialog("Edit", window)
    for number in range(40):
        dialog.body.addWidget(QLineEdit(f"Field {number}"))
    opened(dialog)
    assert dialog.height() <= window.height() - 40
    assert dialog._scroll.verticalScrollBar().maximum() > 0


# Errors


def test_an_error_says_what_why_what_to_do_and_what_is_safe(opened, window) -> None:
    dialog = opened(
        ErrorDialog(
            window,
            "The report was not saved. “Summary.xlsx” is open in another program.",
            advice="Close it there.",
            safe="Nothing has changed.",
            primary="Try again",
            cancel="Cancel",
        )
    )
    assert dialog.title.text() == "The report was not saved"
    for part in ("open in another program", "Close it there.", "Nothing has changed."):
        assert part in dialog.accessibleDescription()
    assert dialog.primary.hasFocus()


def test_an_error_of_one_sentence_is_all_title(opened, window) -> None:
    dialog = opened(ErrorDialog(window, "The file is gone."))
    assert dialog.title.text() == "The file is gone"
    assert not dialog.cancel.isVisible()


def test_details_unfold_and_can_be_copied(opened, window, qtbot) -> None:
    dialog = opened(ErrorDialog(window, "A fault.", details="MentorDesk 0.1"))
    assert not dialog.details.isVisible()
    before = dialog.height()
    qtbot.mouseClick(dialog.unfold, Qt.MouseButton.LeftButton)
    assert dialog.details.isVisible()
    assert dialog.height() > before
    qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "MentorDesk 0.1"


# Toast


def test_a_toast_offers_undo_and_goes_with_it(window, qtbot) -> None:
    undone = []
    toast = Toast(window)
    toast.show_notice(Notice("3 milestones marked done", "Undo", "Ctrl Z"), lambda: undone.append(True))
    assert toast.text() == "3 milestones marked done"
    qtbot.mouseClick(toast._action, Qt.MouseButton.LeftButton)
    assert undone == [True]
    assert toast.text() == ""


def test_a_toast_stands_20_px_above_the_status_bar_in_the_middle(window, qtbot) -> None:
    def is_in_place() -> bool:
        return toast.geometry().bottom() == window.height() - window.statusBar().height() - 21

    window.statusBar().showMessage("Saved 09:41")
    qtbot.waitUntil(window.statusBar().isVisible)
    toast = Toast(window)
    toast.show_notice(Notice("Pair paused"))
    qtbot.waitUntil(is_in_place)
    window.resize(800, 600)
    qtbot.waitUntil(is_in_place)
    assert abs(toast.geometry().center().x() - 400) <= 2


def test_a_toast_never_covers_what_a_page_keeps_at_its_foot(window, qtbot) -> None:
    page, foot = QWidget(), button("Pin pair")
    lay_out = QVBoxLayout(page)
    lay_out.addStretch(1)
    lay_out.addWidget(foot)
    keep_free(foot)
    window.setCentralWidget(page)
    qtbot.waitUntil(foot.isVisible)
    toast = Toast(window)
    toast.show_notice(Notice("Pair paused"))
    kept = QRect(foot.mapTo(window, QPoint(0, 0)), foot.size())
    qtbot.waitUntil(lambda: toast.geometry().bottom() < kept.top())
    foot.hide()
    qtbot.waitUntil(lambda: toast.geometry().bottom() > kept.top())
    foot.show()
    qtbot.waitUntil(lambda: toast.geometry().bottom() < kept.top())


def test_a_toast_hides_neither_the_row_one_is_at_nor_the_primary_button(window, qtbot) -> None:
    rows, primary = QListWidget(), button("Commit 3 pairs", "primary")
    rows.addItems([f"Pair {number}" for number in range(60)])
    page = QWidget()
    for part in (rows, primary):
        (page.layout() or QVBoxLayout(page)).addWidget(part)
    window.setCentralWidget(page)
    qtbot.waitUntil(rows.isVisible)
    rows.setFocus()
    rows.setCurrentRow(0)
    toast = Toast(window)
    toast.show_notice(Notice("Pair paused"))

    def row() -> QRect:
        place = rows.visualRect(rows.currentIndex())
        return place.translated(rows.viewport().mapTo(window, QPoint(0, 0)))

    qtbot.waitUntil(lambda: not toast.geometry().intersects(primary.geometry()))
    under = rows.indexAt(rows.viewport().mapFrom(window, toast.geometry().center())).row()
    rows.setCurrentRow(under)
    qtbot.waitUntil(lambda: not toast.geometry().intersects(row()))
    assert toast.geometry().bottom() < primary.mapTo(window, QPoint(0, 0)).y()


def test_esc_closes_a_toast_from_anywhere(window, qtbot) -> None:
    rows = QListWidget()
    rows.addItems(["Amara & Jonas", "Ruth & Mateo"])
    window.setCentralWidget(rows)
    qtbot.waitUntil(rows.isVisible)
    rows.setFocus()
    rows.setCurrentRow(1)
    toast = Toast(window)
    toast.show_notice(Notice("Pair paused"))
    qtbot.keyClick(rows, Qt.Key.Key_Escape)
    assert toast.text() == ""
    assert rows.hasFocus()


def test_the_newest_notice_wins_and_time_takes_it_away(window, qtbot) -> None:
    QTest.mouseMove(window.windowHandle(), QPoint(3, 3))
    toast = Toast(window)
    toast.show_notice(Notice("Pair paused", "Undo"))
    toast.show_notice(Notice("Report saved", "Open folder", icon="export"))
    assert toast.text() == "Report saved"
    assert toast._timer.interval() == 10_000
    toast._timer.setInterval(1)
    qtbot.waitUntil(lambda: toast.text() == "")


def test_a_toast_stays_while_the_focus_is_in_it(window, qtbot) -> None:
    toast = Toast(window)
    toast.show_notice(Notice("Pair paused", "Undo"))
    toast._action.setFocus()
    qtbot.waitUntil(toast._action.hasFocus)
    toast._on_time_over()
    assert toast.text() == "Pair paused"
    qtbot.mouseClick(toast._close, Qt.MouseButton.LeftButton)
    assert toast.text() == ""


def test_a_dialog_told_to_be_in_the_corner_of_the_screen_goes_back_to_its_place(opened, window, qtbot) -> None:
    window.move(200, 100)
    dialog = opened(NameDialog(window))
    middle = dialog.pos()
    assert not middle.isNull()
    dialog.move(0, 0)
    qtbot.waitUntil(lambda: dialog.pos() == middle)


# Focus ring


def rings(window) -> list:
    return [ring for ring in window.findChildren(focus_ring._Ring) if ring.isVisible()]


def test_the_focus_has_a_ring_2_px_outside(qapp, opened, window, qtbot, has_color) -> None:
    installed = focus_ring.install(qapp)
    try:
        dialog = opened(NameDialog(window))
        dialog.name.setFocus(Qt.FocusReason.TabFocusReason)
        (ring,) = rings(dialog)
        assert ring.size().width() == dialog.name.width() + 8
        assert has_color(ring, "accent")
        dialog.primary.setFocus(Qt.FocusReason.TabFocusReason)
        (ring,) = rings(dialog)
        assert ring.mapToGlobal(ring.rect().center()) == dialog.primary.mapToGlobal(dialog.primary.rect().center())
    finally:
        qapp.focusChanged.disconnect(installed._on_focus_changed)
        installed.deleteLater()


def test_the_ring_goes_with_its_field(qapp, opened, window, qtbot) -> None:
    installed = focus_ring.install(qapp)
    try:
        dialog = opened(NameDialog(window))
        dialog.name.setFocus(Qt.FocusReason.TabFocusReason)
        dialog.resize(dialog.width() + 60, dialog.height())
        qtbot.waitUntil(lambda: rings(dialog)[0].width() == dialog.name.width() + 8)
        dialog.name.hide()
        assert [ring._target for ring in rings(dialog)] == [qapp.focusWidget()]
        assert qapp.focusWidget() is not dialog.name
    finally:
        qapp.focusChanged.disconnect(installed._on_focus_changed)
        installed.deleteLater()


def test_a_button_that_dies_with_the_focus_takes_its_ring_along(qapp, opened, window) -> None:
    installed = focus_ring.install(qapp)
    try:
        dialog = opened(NameDialog(window))
        dialog.primary.setFocus(Qt.FocusReason.TabFocusReason)
        (ring,) = rings(dialog)
        shiboken6.delete(dialog.primary)
        assert not ring.isVisible()
        dialog.name.setFocus(Qt.FocusReason.TabFocusReason)
        assert [ring._target for ring in rings(dialog)] == [dialog.name]
    finally:
        qapp.focusChanged.disconnect(installed._on_focus_changed)
        installed.deleteLater()


def test_a_click_on_a_button_draws_no_ring(qapp, on_screen, qtbot) -> None:
    installed = focus_ring.install(qapp)
    try:
        holder = QMainWindow()
        made = button("Log contact", "primary")
        holder.setCentralWidget(made)
        on_screen(holder, 300, 120)
        made.clearFocus()
        qtbot.mousePress(made, Qt.MouseButton.LeftButton)
        assert rings(holder) == []
        qtbot.mouseRelease(made, Qt.MouseButton.LeftButton)
    finally:
        qapp.focusChanged.disconnect(installed._on_focus_changed)
        installed.deleteLater()
