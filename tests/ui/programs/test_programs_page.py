"""The Programs page as a coordinator uses it, on a real desk."""

from datetime import date

import pytest
from PySide6.QtCore import QPointF, Qt

from mentordesk.domain.errors import UserError
from mentordesk.domain.programs import Format, StepForm
from mentordesk.domain.standing import PairStatus
from mentordesk.services.pairs import milestones, pairs
from mentordesk.services.programs import programs
from mentordesk.ui.programs.page import TABS, ProgramsPage
from mentordesk.ui.programs.program_dialog import new_program
from mentordesk.ui.programs.rename_dialog import RenameDialog
from tests import builders


@pytest.fixture
def program(desk) -> int:
    return builders.add_program(desk)


@pytest.fixture
def pair(desk, program) -> int:
    cohort = builders.add_cohort(desk, program)
    made = builders.add_pair(desk, "Amara Okonkwo", "Jonas Weidmann", cohort, status=PairStatus.PROPOSED)
    desk.do(pairs.activate, [made], builders.STARTS_ON)
    return made


def show(qtbot, workplace) -> ProgramsPage:
    made = ProgramsPage(workplace)
    qtbot.addWidget(made)
    made.resize(1250, 820)
    made.show()
    qtbot.waitUntil(lambda: made.loaded)
    return made


@pytest.fixture
def page(qtbot, workplace, program, pair) -> ProgramsPage:
    return show(qtbot, workplace)


def line(page, title):
    return next(found for found in page.plan.table.lines.values() if found.row.title == title)


def type_days(qtbot, page, title, days) -> None:
    field = line(page, title).days
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, str(days))
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_the_plan_shows_its_dates_in_the_running_cohort(page) -> None:
    assert page.header.title.text() == "Crossroads"
    assert line(page, "Kick-off").date.text() == "10 Oct 2025"
    assert not page.plan.notice.isVisible()


def test_changed_days_ask_about_running_pairs_and_move_them_in_one_step(qtbot, desk, page, pair) -> None:
    before = next(row.due_on for row in desk.read(milestones.of_pair, pair) if row.title == "Joint project")
    type_days(qtbot, page, "Joint project", 256)
    qtbot.waitUntil(page.plan.notice.isVisible)
    assert line(page, "Joint project").was.text() == "was 249"
    assert "1 running pair follows this plan" in page.plan.notice.question.text()
    assert "12 June → 19 June 2026" in page.plan.notice.sentences.text()
    qtbot.mouseClick(page.plan.notice.apply, Qt.MouseButton.LeftButton)
    moved = next(row.due_on for row in desk.read(milestones.of_pair, pair) if row.title == "Joint project")
    assert (moved - before).days == 7
    qtbot.waitUntil(lambda: not page.plan.notice.isVisible())
    desk.undo()
    assert next(r.due_on for r in desk.read(milestones.of_pair, pair) if r.title == "Joint project") == before


def test_only_new_pairs_leaves_running_ones_alone(qtbot, desk, page, pair) -> None:
    type_days(qtbot, page, "Joint project", 256)
    qtbot.waitUntil(page.plan.notice.isVisible)
    qtbot.mouseClick(page.plan.notice.keep, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.plan.notice.isVisible())
    due = next(row.due_on for row in desk.read(milestones.of_pair, pair) if row.title == "Joint project")
    assert due == date(2026, 6, 12)


def test_show_them_goes_to_the_milestones(qtbot, workplace, page) -> None:
    went = []
    workplace.went.connect(went.append)
    type_days(qtbot, page, "Joint project", 256)
    qtbot.waitUntil(page.plan.notice.isVisible)
    qtbot.mouseClick(page.plan.notice.show_them, Qt.MouseButton.LeftButton)
    assert went[0].page == "milestones"
    assert len(went[0].filters["ids"]) == 1


def test_a_title_is_renamed_with_f2_and_taken_back_with_esc(qtbot, desk, page, program) -> None:
    title = line(page, "Kick-off").title
    title.setFocus()
    qtbot.keyClick(title, Qt.Key.Key_F2)
    qtbot.keyClicks(title, "Something else")
    qtbot.keyClick(title, Qt.Key.Key_Escape)
    assert title.text() == "Kick-off"
    qtbot.keyClick(title, Qt.Key.Key_F2)
    qtbot.keyClicks(title, "First meeting")
    qtbot.keyClick(title, Qt.Key.Key_Return)
    assert desk.read(programs.plan, program)[0].title == "First meeting"


def test_alt_down_swaps_days_and_rows_follow(qtbot, desk, page, program) -> None:
    first = line(page, "Kick-off")
    first.title.setFocus()
    qtbot.keyClick(first.title, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [step.title for step in desk.read(programs.plan, program)][:2] == ["Rules agreed", "Kick-off"]
    qtbot.waitUntil(lambda: [found.row.title for found in page.plan.table.lines.values()][1] == "Kick-off")
    assert first.title.hasFocus()


def test_a_step_is_added_with_its_name_ready_and_removed_with_del(qtbot, desk, page, program) -> None:
    count = len(desk.read(programs.plan, program))
    qtbot.mouseClick(page.plan.add, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(page.plan.table.lines) == count + 1)
    made = line(page, "New step")
    qtbot.waitUntil(made.title.hasFocus)
    qtbot.keyClicks(made.title, "Farewell")
    qtbot.keyClick(made.title, Qt.Key.Key_Return)
    assert desk.read(programs.plan, program)[-1].title == "Farewell"
    qtbot.keyClick(made.title, Qt.Key.Key_Delete)
    assert len(desk.read(programs.plan, program)) == count
    desk.undo()
    assert len(desk.read(programs.plan, program)) == count + 1


def test_owner_and_required_change_at_once(qtbot, desk, page, program) -> None:
    first = line(page, "Kick-off")
    qtbot.mouseClick(first.required, Qt.MouseButton.LeftButton, pos=first.required.rect().center() / 4)
    assert desk.read(programs.plan, program)[0].required is first.required.isChecked()
    first.required.click()
    assert desk.read(programs.plan, program)[0].required is first.required.isChecked()


def test_a_click_on_the_time_line_selects_the_step(qtbot, page) -> None:
    step = page.sheet.plan[3]
    chart = page.plan.line
    place = QPointF(chart._x(step.days_after), chart.height() / 2)
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=place.toPoint())
    assert page.plan.table.lines[step.id].title.hasFocus()


def test_rules_are_previewed_and_saved(qtbot, desk, page, program) -> None:
    page.tabs.setCurrentIndex(1)
    tab = page.rhythm
    assert not tab.save.isEnabled()
    tab.thresholds.contact_watch.setValue(300)
    tab.thresholds.contact_risk.setValue(365)
    tab.thresholds.late_watch.setValue(300)
    tab.thresholds.late_risk.setValue(365)
    tab.thresholds.late_count.setValue(20)
    qtbot.waitUntil(lambda: tab.told.text() == "With these rules no pair is at risk, now 1.")
    qtbot.mouseClick(tab.save, Qt.MouseButton.LeftButton)
    assert desk.read(programs.form, program).thresholds.milestone_risk_days == 365
    assert not tab.save.isEnabled()


def test_thresholds_out_of_order_are_not_saved(qtbot, desk, page, program) -> None:
    page.tabs.setCurrentIndex(1)
    page.rhythm.thresholds.contact_risk.setValue(5)
    qtbot.mouseClick(page.rhythm.save, Qt.MouseButton.LeftButton)
    assert "At risk comes after watch" in page.rhythm.thresholds.box("contact_risk").problem()
    assert desk.read(programs.form, program).thresholds.changed() == {}


def test_another_rhythm_moves_the_days_along(page) -> None:
    tab = page.rhythm
    assert tab.thresholds.contact_watch.value() == 35
    tab.rhythm.choose(14)
    tab.rhythm.chosen.emit(14)
    assert tab.thresholds.contact_watch.value() == 16
    assert tab.thresholds.thresholds().changed() == {}


def test_a_name_that_is_taken_is_shown_at_its_field(qtbot, desk, page) -> None:
    builders.add_program(desk, "Upstream", Format.REVERSE)
    page.tabs.setCurrentIndex(1)
    page.rhythm.name.selectAll()
    qtbot.keyClicks(page.rhythm.name, "Upstream")
    qtbot.mouseClick(page.rhythm.save, Qt.MouseButton.LeftButton)
    assert "already" in page.rhythm.facts.box("name").problem()


def test_another_text_of_the_rules_is_asked_for_again(qtbot, desk, page, program) -> None:
    page.tabs.setCurrentIndex(TABS.index("ground_rules"))
    page.ground.text.setPlainText("{mentor} calls {mentee} once a month.")
    assert page.ground.reads.text() == "Amara calls Jonas once a month."
    qtbot.mouseClick(page.ground.save, Qt.MouseButton.LeftButton)
    assert desk.read(programs.form, program).ground_rules == "{mentor} calls {mentee} once a month."
    assert page.ground.signed.text() == "0 of 1 pair signed this version."


def test_a_template_is_looked_at_and_made_a_program(qtbot, desk, workplace, page) -> None:
    asked = []
    workplace.commanded.connect(lambda name, values: asked.append((name, values)))
    page.list.items["template:peer"].click()
    qtbot.waitUntil(lambda: page.template.isVisible())
    qtbot.mouseClick(page.template.make, Qt.MouseButton.LeftButton)
    assert asked == [("new_program", {"format": Format.PEER})]
    opened = new_program(workplace, page, "peer")
    qtbot.addWidget(opened)
    proposed = opened.name.text()
    opened.name.clear()
    assert not opened.commit()
    assert opened.form.box("name").problem() == "Give the program a name."
    qtbot.keyClicks(opened.name, proposed)
    qtbot.mouseClick(opened.primary, Qt.MouseButton.LeftButton)
    made = next(row for row in desk.read(programs.rows) if row.name == proposed)
    assert made.format is Format.PEER
    assert desk.read(programs.plan, made.id)


def test_duplicating_shows_the_copy(qtbot, desk, page) -> None:
    qtbot.mouseClick(page.copy, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.header.title.text() != "Crossroads")
    assert len(page.plan.table.lines) == len(desk.read(programs.plan, page.sheet.row.id))
    assert page.sheet.cohorts == 0


def test_a_program_with_a_running_cohort_stays_in_use(qtbot, desk, workplace, page) -> None:
    failed: list[UserError] = []
    workplace.failed.connect(failed.append)
    page._fill_menu(page.more, page.sheet.row)
    next(action for action in page.more.actions() if action.text() == "Stop using").trigger()
    assert "still in use" in str(failed[0])
    spare = builders.add_program(desk, "Spare")
    row = next(row for row in desk.read(programs.rows) if row.id == spare)
    page._fill_menu(page.more, row)
    next(action for action in page.more.actions() if action.text() == "Stop using").trigger()
    assert not next(row for row in desk.read(programs.rows) if row.id == spare).in_use


def test_a_program_is_renamed(qtbot, desk, page, program) -> None:
    opened = RenameDialog(page.workplace, page, program, page.sheet.form)
    qtbot.addWidget(opened)
    qtbot.keyClicks(opened.name, "Bridges")
    assert opened.commit()
    assert desk.read(programs.form, program).name == "Bridges"
    qtbot.waitUntil(lambda: page.header.title.text() == "Bridges")


def test_a_desk_without_programs_offers_the_templates(qtbot, workplace) -> None:
    page = show(qtbot, workplace)
    assert page.empty.isVisible()
    assert "template:traditional" in page.list.items


def test_a_program_without_steps_and_with_long_names(qtbot, desk, workplace, program) -> None:
    for step in desk.read(programs.plan, program):
        desk.do(programs.remove_step, step.id)
    page = show(qtbot, workplace)
    assert page.plan.empty.isVisible()
    desk.do(programs.add_step, program, StepForm("Ground rules read aloud and agreed on by everybody " * 3, 3650))
    qtbot.waitUntil(lambda: len(page.plan.table.lines) == 1)
    assert page.plan.line.accessibleName().endswith("3,650 days")
