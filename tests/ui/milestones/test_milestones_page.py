"""The Milestones page as a coordinator uses it: ticking, marking done, moving, skipping, folding, searching."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu

from mentordesk.domain.milestones import MilestoneRow, MilestoneState
from mentordesk.services.desk import Desk
from mentordesk.services.pairs import milestones
from mentordesk.ui import reading_order
from mentordesk.ui.mail_dialog import MailDialog
from mentordesk.ui.milestones.dialogs import ChangeDialog, MoveDialog, SkipDialog
from mentordesk.ui.milestones.grouping import Group, Heading
from mentordesk.ui.milestones.lane import WEEKS_NARROW
from mentordesk.ui.milestones.list_model import COLUMNS
from mentordesk.ui.milestones.page import MilestonesPage
from mentordesk.ui.workplace import Target, Workplace

OWNER = COLUMNS.index("owner")


def lines(page: MilestonesPage) -> list[str]:
    """What is on screen: headings as "Overdue: 1 milestone, 1 pair", milestones as "Amara: Goals set"."""
    return [
        f"{line.group.words}: {line.words}" if isinstance(line, Heading) else f"{line.left.split()[0]}: {line.title}"
        for line in page.list.lines_model.lines
    ]


def milestone(page: MilestonesPage, mentor: str, title: str) -> MilestoneRow:
    return next(row for row in page.rows.milestones if row.left.startswith(mentor) and row.title == title)


def click(qtbot: Any, page: MilestonesPage, key: int | Group, column: str, **options: Any) -> None:
    shown = page.list
    index = shown.lines_model.index(shown.lines_model.place_of(key), COLUMNS.index(column))
    where = shown.visualRect(index).center()
    if isinstance(key, Group):
        where = QPoint(60 if column != "lane" else shown.viewport().width() - 20, where.y())
    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=where, **options)


def press(qtbot: Any, page: MilestonesPage, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(page.list, key)


def read_again(qtbot: Any, page: MilestonesPage, before: object) -> None:
    qtbot.waitUntil(lambda: page.rows is not before)


def test_milestones_stand_in_groups_with_what_matters_first(page: MilestonesPage) -> None:
    assert lines(page) == [
        "Overdue: 1 milestone, 1 pair",
        "Amara: Goals set",
        "Due in the next 14 days: 1 milestone",
        "Ruth: Goals set",
        "Later: 2 milestones: Story, close on 26 June",
        "Done: 2 milestones, 1 of them late, 1 skipped by agreement",
    ]
    assert page.header.facts.text() == "1 overdue, 1 due in the next 14 days. The plan has 3 milestones for 2 pairs"
    assert page.bulk.isHidden()


def test_ticked_milestones_are_marked_done_on_a_day_in_one_step(qtbot, page: MilestonesPage, workplace) -> None:
    said: list[str] = []
    workplace.said.connect(lambda saying: said.append(saying.sentence))
    before = page.rows
    for mentor in ("Amara", "Ruth"):
        click(qtbot, page, milestone(page, mentor, "Goals set").id, "check")
    assert page.bulk.isVisible()
    assert (page.bulk.count.text(), page.bulk.done.text()) == ("2 selected", "Mark 2 done")
    page.bulk.day.set_value(date(2026, 6, 2))
    qtbot.mouseClick(page.bulk.done, Qt.MouseButton.LeftButton)
    read_again(qtbot, page, before)
    assert said == ["2 milestones marked done on 2 June 2026"]
    assert workplace.desk.undo_label() == "Mark 2 milestones done"
    assert lines(page)[0] == "Overdue: nothing overdue, well done"
    assert milestone(page, "Amara", "Goals set").done_on == date(2026, 6, 2)
    assert page.bulk.isHidden()


def test_a_day_to_come_is_refused_beside_the_field(qtbot, page: MilestonesPage) -> None:
    row = milestone(page, "Amara", "Goals set")
    click(qtbot, page, row.id, "check")
    page.bulk.day.set_value(date(2026, 6, 20))
    page.bulk.done.click()
    assert page.bulk.problem.text() == "20 June 2026 is still to come. Use 4 June 2026?"
    assert page.list.ticked_rows() == [row]


def test_the_keyboard_ticks_opens_folds_and_goes_to_a_name(qtbot, page: MilestonesPage, workplace) -> None:
    went: list[Target] = []
    workplace.went.connect(went.append)
    page.list.setFocus()
    press(qtbot, page, Qt.Key.Key_Home)
    assert page.list.current_key() is Group.OVERDUE
    press(qtbot, page, Qt.Key.Key_Down, Qt.Key.Key_Space)
    row = milestone(page, "Amara", "Goals set")
    assert [ticked.id for ticked in page.list.ticked_rows()] == [row.id]
    press(qtbot, page, Qt.Key.Key_Return)
    assert went == [Target("pairs", row.pair_id, "milestones")]
    qtbot.keyClicks(page.list, "r")
    assert page.list.current_key() == milestone(page, "Ruth", "Goals set").id
    press(qtbot, page, Qt.Key.Key_Left, Qt.Key.Key_Left)
    assert "Ruth: Goals set" not in lines(page)
    assert not page.bar.chips.chip("due").isChecked()
    press(qtbot, page, Qt.Key.Key_Return, Qt.Key.Key_Escape)
    assert "Ruth: Goals set" in lines(page)
    assert page.list.ticked_rows() == []


def test_space_on_a_heading_and_its_link_tick_the_whole_group(qtbot, page: MilestonesPage) -> None:
    click(qtbot, page, Group.LATER, "pair")
    assert lines(page).count("Ruth: Story, close") == 1
    click(qtbot, page, Group.LATER, "lane")
    assert page.bulk.count.text() == "2 selected"
    page.list.go_to(Group.LATER)
    press(qtbot, page, Qt.Key.Key_Space)
    assert page.list.ticked_rows() == []


def test_shift_ticks_everything_in_between(qtbot, page: MilestonesPage) -> None:
    click(qtbot, page, milestone(page, "Amara", "Goals set").id, "check")
    shift = Qt.KeyboardModifier.ShiftModifier
    click(qtbot, page, milestone(page, "Ruth", "Goals set").id, "check", stateKey=shift)
    assert len(page.list.ticked_rows()) == 2
    qtbot.mouseClick(page.bulk.clear, Qt.MouseButton.LeftButton)
    assert page.list.ticked_rows() == []


def test_a_chip_unfolds_its_group(qtbot, page: MilestonesPage) -> None:
    qtbot.mouseClick(page.bar.chips.chip("done"), Qt.MouseButton.LeftButton)
    assert lines(page)[-2:] == ["Ruth: Kick-off", "Amara: Kick-off"]
    qtbot.mouseClick(page.bar.chips.chip("overdue"), Qt.MouseButton.LeftButton)
    assert "Amara: Goals set" not in lines(page)


def test_search_and_a_step_of_the_plan_narrow_the_list(qtbot, page: MilestonesPage) -> None:
    page.focus_search()
    qtbot.keyClicks(page.bar.search, "quispe")
    assert lines(page)[:2] == ["Overdue: nothing overdue, well done", "Due in the next 14 days: 1 milestone"]
    qtbot.keyClicks(page.bar.search, "zz")
    assert page.empty.title.text() == "No milestone matches “quispezz”"
    qtbot.mouseClick(page.empty.action, Qt.MouseButton.LeftButton)
    assert page.bar.search.text() == ""
    cell = next(cell for cell in page.strip.cells if cell.row.title == "Story, close")
    qtbot.mouseClick(cell, Qt.MouseButton.LeftButton)
    assert lines(page)[2:5] == [
        "Later: 2 milestones: Story, close on 26 June",
        "Amara: Story, close",
        "Ruth: Story, close",
    ]
    qtbot.mouseClick(page.bar.clear, Qt.MouseButton.LeftButton)
    assert not cell.isChecked()
    assert "Amara: Goals set" in lines(page)


def test_what_is_found_is_seen_in_folded_groups_too(qtbot, page: MilestonesPage) -> None:
    page.list.unfold(set())
    qtbot.keyClicks(page.bar.search, "jonas")
    assert {"Amara: Goals set", "Amara: Kick-off", "Amara: Story, close"} <= set(lines(page))
    assert not any(line.startswith("Ruth") for line in lines(page))


def test_a_target_shows_its_cohort_state_and_step(qtbot, page: MilestonesPage, crossroads) -> None:
    before = page.rows
    page.open(Target("milestones", filters={"state": "overdue", "cohort_id": crossroads.cohort, "step": "Goals set"}))
    read_again(qtbot, page, before)
    qtbot.waitUntil(lambda: page.list.unfolded() == {Group.OVERDUE})
    assert lines(page)[:3] == [
        "Overdue: 1 milestone, 1 pair",
        "Amara: Goals set",
        "Due in the next 14 days: 1 milestone",
    ]
    assert page.bar.cohort.currentText() == "Crossroads 2025–26"
    before = page.rows
    page.open(Target("milestones", filters={"state": "done"}))
    read_again(qtbot, page, before)
    assert page.bar.cohort.currentText() == "All cohorts"
    assert page.strip.isHidden()
    assert not page.edit_plan.isEnabled()
    assert "Choose a cohort" in page.edit_plan.toolTip()


def test_milestones_move_by_days_each_from_its_own_date(qtbot, page: MilestonesPage) -> None:
    before = page.rows
    for mentor in ("Amara", "Ruth"):
        click(qtbot, page, milestone(page, mentor, "Goals set").id, "check")
    page.bulk.move_date.click()
    dialog = page.findChild(MoveDialog)
    dialog.how.pick(1)
    dialog.days.setValue(10)
    dialog.primary.click()
    read_again(qtbot, page, before)
    assert milestone(page, "Ruth", "Goals set").due_on == date(2026, 6, 20)
    assert milestone(page, "Amara", "Goals set").due_on == date(2025, 11, 24)
    assert len(page.list.ticked_rows()) == 2


def test_milestones_move_to_one_day(qtbot, page: MilestonesPage) -> None:
    before = page.rows
    page.acting.move([milestone(page, "Amara", "Goals set"), milestone(page, "Ruth", "Goals set")])
    dialog = page.findChild(MoveDialog)
    dialog.day.set_value(None)
    dialog.primary.click()
    assert dialog.form.box("day").problem() == "Say to which day."
    dialog.day.set_value(date(2026, 6, 30))
    dialog.primary.click()
    read_again(qtbot, page, before)
    assert {row.due_on for row in page.rows.milestones if row.title == "Goals set"} == {date(2026, 6, 30)}


def test_skipping_asks_for_a_reason(qtbot, page: MilestonesPage) -> None:
    before = page.rows
    click(qtbot, page, milestone(page, "Amara", "Goals set").id, "check")
    page.bulk.skip.click()
    dialog = page.findChild(SkipDialog)
    dialog.primary.click()
    assert "both agreed" in dialog.form.box("reason").problem()
    qtbot.keyClicks(dialog.reason, "Goals come later")
    dialog.primary.click()
    read_again(qtbot, page, before)
    found = milestone(page, "Amara", "Goals set")
    assert (found.state, found.skip_reason) == (MilestoneState.SKIPPED, "Goals come later")
    assert not page.list.ticked_rows()
    assert page.bulk.isHidden()


def test_done_and_skipped_ones_are_reopened(qtbot, page: MilestonesPage) -> None:
    before = page.rows
    page.list.unfold({Group.DONE})
    click(qtbot, page, Group.DONE, "lane")
    assert (page.bulk.done.text(), page.bulk.reopen.text()) == ("Mark 1 done", "Reopen 2")
    assert page.bulk.skip.isHidden()
    page.bulk.reopen.click()
    read_again(qtbot, page, before)
    assert lines(page)[0] == "Overdue: 3 milestones, 2 pairs"


def test_f2_changes_date_and_note_in_one_step(qtbot, page: MilestonesPage, workplace) -> None:
    before, row = page.rows, milestone(page, "Amara", "Goals set")
    page.list.go_to(row.id)
    press(qtbot, page, Qt.Key.Key_F2)
    dialog = page.findChild(ChangeDialog)
    dialog.due_on.set_value(date(2026, 6, 30))
    qtbot.keyClicks(dialog.note_line, "After her leave")
    dialog.primary.click()
    read_again(qtbot, page, before)
    found = milestone(page, "Amara", "Goals set")
    assert (found.due_on, found.note) == (date(2026, 6, 30), "After her leave")
    workplace.desk.undo()
    assert workplace.desk.read(milestones.of_pair, row.pair_id)[1].note == ""


def test_del_removes_with_undo_and_the_focus_goes_on(qtbot, page: MilestonesPage, workplace) -> None:
    before, row = page.rows, milestone(page, "Amara", "Goals set")
    page.list.go_to(row.id)
    press(qtbot, page, Qt.Key.Key_Delete)
    read_again(qtbot, page, before)
    assert "Amara: Goals set" not in lines(page)
    assert page.list.current_key() is Group.DUE
    before = page.rows
    workplace.desk.undo()
    read_again(qtbot, page, before)
    assert "Amara: Goals set" in lines(page)


def test_a_key_that_is_still_held_opens_and_removes_nothing(qtbot, page: MilestonesPage, workplace) -> None:
    page.list.go_to(milestone(page, "Amara", "Goals set").id)
    told: list[object] = []
    page.list.opened.connect(told.append)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete):
        QApplication.sendEvent(page.list, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier(), "", autorep=True))
    assert told == []
    assert "Amara: Goals set" in lines(page)
    press(qtbot, page, Qt.Key.Key_Return)
    assert len(told) == 1


def test_a_reminder_goes_to_everybody_of_the_pairs(qtbot, page: MilestonesPage) -> None:
    click(qtbot, page, milestone(page, "Amara", "Goals set").id, "check")
    assert page.bulk.remind.text() == "Remind 1 pair…"
    page.bulk.remind.click()
    qtbot.waitUntil(lambda: page.findChild(MailDialog) is not None)
    dialog = page.findChild(MailDialog)
    assert dialog.subject.text() == "Goals set: where do you stand?"
    assert "Dear Amara and Jonas," in dialog.text.toPlainText()
    dialog.reject()


def test_the_menu_offers_what_fits(page: MilestonesPage) -> None:
    def words(menu: QMenu) -> list[str]:
        return [action.text() for action in menu.actions() if action.text()]

    overdue, done = milestone(page, "Amara", "Goals set"), milestone(page, "Amara", "Kick-off")
    assert words(page.acting.menu([overdue], page)) == [
        *("Mark done today", "Change date and note…", "Skip by agreement…"),
        *("Remind 1 pair…", "Show the pair", "Remove"),
    ]
    assert words(page.acting.menu([done], page)) == ["Reopen", "Change date and note…", "Show the pair", "Remove"]


def test_the_small_window_has_no_owner_and_six_weeks(qtbot, page: MilestonesPage) -> None:
    assert not page.list.isColumnHidden(OWNER)
    page.resize(960, 640)
    qtbot.waitUntil(lambda: page.list.isColumnHidden(OWNER))
    assert page.list.lane().weeks == WEEKS_NARROW


def test_other_months_of_the_time_line(page: MilestonesPage) -> None:
    assert page.bar.months.currentText() == "May to July"
    titles = [page.bar.months.itemText(at) for at in range(page.bar.months.count())]
    page.bar.months.setCurrentIndex(titles.index("Sep to Nov 2025"))
    page.bar.months.activated.emit(titles.index("Sep to Nov 2025"))
    assert page.list.lane().first < date(2025, 10, 10) < page.list.lane().after


def test_what_was_chosen_is_found_again(page: MilestonesPage, workplace) -> None:
    page.bar.cohort_chosen.emit(0)
    page.list.unfold({Group.LATER})
    again = MilestonesPage(workplace)
    again.restore_state(page.state())
    assert again.state() == {"cohort": 0, "unfolded": ["later"]}
    again.deleteLater()


def test_edit_plan_and_export_say_what_is_meant(qtbot, page: MilestonesPage, workplace, crossroads) -> None:
    went: list[Target] = []
    workplace.went.connect(went.append)
    qtbot.mouseClick(page.edit_plan, Qt.MouseButton.LeftButton)
    page.export()
    assert went[0] == Target("programs", crossroads.program, "plan")
    assert went[1].filters["scope"].cohort_id == crossroads.cohort
    assert went[1].filters["kind"] == "milestones"


def test_an_empty_desk_says_where_milestones_come_from(qtbot, workplace) -> None:
    page = MilestonesPage(workplace)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.loaded)
    assert page.empty.title.text() == "No milestones yet"
    assert page.empty.isVisible()


@pytest.fixture
def reader(qtbot, crossroads, settings, clock) -> Any:
    """The page on the same desk, open to read only."""
    desk = Desk.open(crossroads.desk.path, backups=crossroads.desk.path.parent, clock=clock, read_only=True)
    place = Workplace(desk, settings)
    page = MilestonesPage(place)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.loaded)
    yield page
    place.close()
    desk.close()


def test_a_desk_to_read_only_changes_nothing(qtbot, reader: MilestonesPage) -> None:
    row = milestone(reader, "Amara", "Goals set")
    reader.list.set_ticked([row.id])
    assert not reader.bulk.done.isEnabled()
    assert "read only" in reader.bulk.done.toolTip()
    assert reader.bulk.remind.isEnabled()
    reader.list.go_to(row.id)
    press(qtbot, reader, Qt.Key.Key_F2, Qt.Key.Key_Delete)
    assert reader.findChild(ChangeDialog) is None
    assert row in reader.rows.milestones


def test_everything_in_the_bulk_bar_stands_on_one_line(page: MilestonesPage) -> None:
    page.list.set_ticked([row.id for row in page.rows.milestones])
    bulk = page.bulk
    page.resize(2400, 820)
    middles = [each.geometry().center().y() for each in (bulk.done, bulk.move_date, bulk.skip, bulk.clear)]
    assert max(middles) - min(middles) <= 1


def test_tab_comes_to_one_step_of_the_plan_and_arrows_go_on(qtbot, page) -> None:
    cells = page.strip.cells
    stops = [each for each in reading_order.stops(page) if each in cells]
    assert len(stops) == 1
    at = cells.index(stops[0])
    stops[0].setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(stops[0], Qt.Key.Key_Right)
    assert cells[at + 1].hasFocus()
    assert [each for each in reading_order.stops(page) if each in cells] == [cells[at + 1]]
    for _ in cells:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    assert cells[0].hasFocus()
