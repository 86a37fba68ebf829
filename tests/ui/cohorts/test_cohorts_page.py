"""The Cohorts page as a coordinator uses it, on a real desk."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from mentordesk.data.records import CheckIn
from mentordesk.domain.cohorts import EnrollmentStatus, Role
from mentordesk.domain.contacts import Channel, ContactForm
from mentordesk.domain.errors import UserError
from mentordesk.domain.milestones import Ending
from mentordesk.domain.scope import Scope
from mentordesk.domain.standing import PairStatus, Side
from mentordesk.services.desk import name_step
from mentordesk.services.matching import pair_answers
from mentordesk.services.pairs import agreements, contacts, milestones, pairs
from mentordesk.services.programs import cohorts
from mentordesk.ui.cohorts.answers_dialog import AnswersDialog
from mentordesk.ui.cohorts.cohort_dialog import new_cohort
from mentordesk.ui.cohorts.enroll_people_dialog import enroll_people
from mentordesk.ui.cohorts.page import CohortsPage
from mentordesk.ui.milestone_dialog import MilestoneDialog
from tests import builders


@pytest.fixture
def cohort(desk) -> int:
    made = builders.add_cohort(desk)
    builders.add_pair(desk, "Amara Okonkwo", "Jonas Weidmann", made)
    builders.add_pair(desk, "Ruth Adeyemi", "Mateo Quispe", made, status=PairStatus.PROPOSED)
    return made


@pytest.fixture
def page(qtbot, workplace, cohort) -> CohortsPage:
    return show(qtbot, workplace)


def show(qtbot, workplace) -> CohortsPage:
    made = CohortsPage(workplace)
    qtbot.addWidget(made)
    made.resize(1250, 820)
    made.show()
    qtbot.waitUntil(lambda: made.loaded)
    return made


def _answer(session, pair_id: int, side: Side, four: tuple[int, ...]) -> None:
    given = dict(zip(("trust", "value", "balance", "progress"), four, strict=True))
    session.add(CheckIn(pair_id=pair_id, side=side, day=date(2026, 6, 1), **given))
    name_step(session, "Note check-in")


def dialog(page, kind=QDialog):
    return next(found for found in page.findChildren(kind) if found.isVisible())


def test_the_chosen_cohort_is_shown_with_its_figures(page) -> None:
    assert page.header.title.text() == "Crossroads 2025–26"
    assert "month 8 of 9" in page.header.facts.text()
    assert page.overview.strip.cell("pairs").accessibleName() == "Active pairs: 1"
    assert page.list.items[page.sheet.row.id].accessibleName().startswith("Crossroads 2025–26. 1 pair")


def test_a_desk_without_programs_leads_to_the_first_one(qtbot, workplace) -> None:
    page = show(qtbot, workplace)
    asked = []
    workplace.commanded.connect(lambda name, values: asked.append(name))
    assert page.empty.isVisible()
    qtbot.mouseClick(page.empty.action, Qt.MouseButton.LeftButton)
    assert asked == ["new_program"]


def test_enter_on_a_cell_marks_its_milestone_done(qtbot, desk, page) -> None:
    first = page.sheet.milestones[0]
    page.overview.map.go_to(first.pair_id, first.step_id)
    page.overview.map.setFocus()
    qtbot.keyClick(page.overview.map, Qt.Key.Key_Return)
    opened = dialog(page, MilestoneDialog)
    opened.state.choose(Ending.DONE)
    opened.done_on.set_value(date(2025, 10, 12))
    opened.note_field.setPlainText("At the canteen")
    qtbot.mouseClick(opened.primary, Qt.MouseButton.LeftButton)
    row = desk.read(milestones.of_pair, first.pair_id)[0]
    assert (row.done_on, row.note) == (date(2025, 10, 12), "At the canteen")
    qtbot.waitUntil(lambda: page.sheet.milestones[0].done_on is not None)
    assert desk.undo() is not None
    assert desk.read(milestones.of_pair, first.pair_id)[0].note == ""


def test_skipping_without_a_reason_is_asked_back(qtbot, desk, page) -> None:
    first = page.sheet.milestones[0]
    opened = MilestoneDialog(page.workplace, page, first, Ending.SKIPPED)
    qtbot.addWidget(opened)
    opened.show()
    assert not opened.commit()
    assert "why both agreed" in opened.form.box("reason").problem()
    opened.reason.setText("Started late")
    assert opened.commit()
    assert desk.read(milestones.of_pair, first.pair_id)[0].skip_reason == "Started late"


def test_a_bar_opens_the_contacts_behind_it(qtbot, desk, workplace, cohort) -> None:
    pair = desk.read(pairs.rows, Scope(cohort_id=cohort), {PairStatus.ACTIVE})[0].id
    desk.do(contacts.log, ContactForm(pair, Channel.COFFEE, date(2026, 5, 12), 40, "Coffee at the dock"))
    page = show(qtbot, workplace)
    went = []
    workplace.went.connect(went.append)
    months = list(dict.fromkeys(row.month for row in page.sheet.months))
    page.overview.bars.segment_opened.emit(len(months) - 1, 0)
    opened = dialog(page)
    assert opened.title.text() == "Meetings in May 2026: 1 contact"
    qtbot.keyClick(opened.table, Qt.Key.Key_Return)
    assert (went[0].page, went[0].id) == ("pairs", pair)


def test_proposed_pairs_are_activated_in_one_click_and_undone_at_once(qtbot, desk, page, cohort) -> None:
    page.tabs.setCurrentIndex(1)
    assert page.pairs.activate.text() == "Activate 1 proposed pair"
    qtbot.mouseClick(page.pairs.activate, Qt.MouseButton.LeftButton)
    assert desk.read(cohorts.row, cohort).active == 2
    qtbot.waitUntil(lambda: not page.pairs.activate.isVisible())
    desk.undo()
    assert desk.read(cohorts.row, cohort).active == 1


def test_search_and_status_narrow_the_pairs(qtbot, page) -> None:
    page.tabs.setCurrentIndex(1)
    qtbot.keyClicks(page.pairs.search, "mateo")
    assert page.pairs.table.count() == 1
    qtbot.keyClicks(page.pairs.search, " nobody")
    assert page.pairs.empty.isVisible()
    qtbot.mouseClick(page.pairs.empty.action, Qt.MouseButton.LeftButton)
    assert page.pairs.table.count() == 2
    page.pairs.filters.chip(PairStatus.PROPOSED).click()
    assert page.pairs.table.count() == 1


def test_a_pair_opens_on_its_own_page(qtbot, workplace, page) -> None:
    went = []
    workplace.went.connect(went.append)
    page.tabs.setCurrentIndex(1)
    page.pairs.table.select([page.sheet.pairs[0].id])
    qtbot.keyClick(page.pairs.table, Qt.Key.Key_Return)
    assert (went[0].page, went[0].id) == ("pairs", page.sheet.pairs[0].id)


def test_an_enrollment_is_changed_in_a_small_form(qtbot, desk, page, cohort) -> None:
    page.tabs.setCurrentIndex(2)
    amara = next(row for row in page.sheet.enrollments if row.name == "Amara Okonkwo")
    page.people.table.select([amara.id])
    qtbot.keyClick(page.people.table, Qt.Key.Key_F2)
    opened = dialog(page)
    opened.capacity.setValue(0)
    assert not opened.commit()
    assert "1 or more" in opened.form.box("capacity").problem()
    opened.capacity.setValue(3)
    qtbot.mouseClick(opened.primary, Qt.MouseButton.LeftButton)
    assert next(row.capacity for row in desk.read(cohorts.enrollments, cohort) if row.id == amara.id) == 3


def test_del_removes_people_but_not_those_with_a_pair(qtbot, desk, workplace, cohort) -> None:
    spare = builders.enroll(desk, cohort, builders.add_person(desk, "Linh Tran"), Role.MENTEE)
    page = show(qtbot, workplace)
    page.tabs.setCurrentIndex(2)
    page.people.table.select([spare])
    qtbot.keyClick(page.people.table, Qt.Key.Key_Delete)
    assert spare not in [row.id for row in desk.read(cohorts.enrollments, cohort)]
    failed: list[UserError] = []
    workplace.failed.connect(failed.append)
    kept = desk.read(cohorts.enrollments, cohort)[0]
    qtbot.waitUntil(lambda: page.people.table.count() == 4)
    page.people.table.select([kept.id])
    qtbot.keyClick(page.people.table, Qt.Key.Key_Delete)
    assert "has or had a pair" in str(failed[0])


def test_ticked_people_are_enrolled_in_one_step(qtbot, desk, workplace, page, cohort) -> None:
    for name in ("Linh Tran", "Oskar Lindholm"):
        builders.add_person(desk, name)
    opened = enroll_people(workplace, page, cohort)
    qtbot.addWidget(opened)
    assert not opened.primary.isEnabled()
    assert opened.role.choice() is Role.MENTEE
    shown = {row.name for row in opened.table.rows_model.shown_rows()}
    assert {"Linh Tran", "Oskar Lindholm"} <= shown
    assert "Jonas Weidmann" not in shown
    qtbot.keyClicks(opened.search, "linh")
    qtbot.keyClick(opened.search, Qt.Key.Key_Down)
    opened.table.select([opened.table.rows_model.shown_rows()[0].id])
    qtbot.keyClick(opened.table, Qt.Key.Key_Space)
    assert opened.primary.text() == "Enroll 1 person"
    qtbot.mouseClick(opened.primary, Qt.MouseButton.LeftButton)
    rows = desk.read(cohorts.enrollments, cohort)
    found = next(row for row in rows if row.name == "Linh Tran")
    assert (found.role, found.status) == (Role.MENTEE, EnrollmentStatus.ACCEPTED)


def test_without_a_cohort_enrolling_says_what_comes_first(qtbot, workplace, desk) -> None:
    said = []
    workplace.said.connect(said.append)
    assert enroll_people(workplace, None) is None
    assert said[0].action == "New cohort"


def test_a_new_cohort_follows_its_start(qtbot, desk, workplace, page) -> None:
    went = []
    workplace.went.connect(went.append)
    opened = new_cohort(workplace, page, program_id=page.sheet.row.program_id)
    qtbot.addWidget(opened)
    assert opened.name.text() == "Crossroads 2026–27"
    opened.starts_on.set_value(date(2026, 9, 1))
    opened.starts_on.changed.emit(date(2026, 9, 1))
    assert opened.ends_on.value() == date(2027, 5, 31)
    opened.ends_on.set_value(date(2026, 8, 1))
    assert not opened.commit()
    assert "before it starts" in opened.form.box("ends_on").problem()
    opened.ends_on.set_value(date(2027, 5, 31))
    qtbot.mouseClick(opened.primary, Qt.MouseButton.LeftButton)
    made = next(row for row in desk.read(cohorts.rows) if row.name == "Crossroads 2026–27")
    assert (went[0].page, went[0].id) == ("cohorts", made.id)
    qtbot.waitUntil(lambda: made.id in page.list.items)


def test_the_plan_has_the_dates_of_this_cohort(page) -> None:
    page.tabs.setCurrentIndex(3)
    first = page.plan.table.rows_model.row_at(0)
    assert page.plan.table.rows_model.index(0, 5).data() == "10 Oct 2025"
    assert (first.strip.done, first.strip.needed) == (0, 1)


def test_signatures_are_noted_for_each_side(qtbot, desk, page, cohort) -> None:
    page.tabs.setCurrentIndex(4)
    row = page.sheet.agreements[0]
    page.rules.table.select([row.id])
    assert "Amara" in page.rules.rules.text()
    qtbot.mouseClick(page.rules.sign, Qt.MouseButton.LeftButton)
    opened = dialog(page)
    opened.left.set_value(date(2026, 12, 1))
    assert not opened.commit()
    opened.left.set_value(date(2025, 10, 8))
    qtbot.mouseClick(opened.primary, Qt.MouseButton.LeftButton)
    signed = desk.read(agreements.of_cohort, cohort)[0]
    assert (signed.left_on, signed.right_on, signed.both) == (date(2025, 10, 8), None, False)


def test_the_list_is_searched_and_walked_with_the_keyboard(qtbot, desk, workplace, cohort) -> None:
    other = builders.add_cohort(desk, builders.add_program(desk, "Upstream"), "Upstream 2026")
    page = show(qtbot, workplace)
    first = page.list.items[page.list.ids()[0]]
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)  # an entry takes the focus once it is on screen
    qtbot.keyClick(first, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.sheet.row.id == page.list.ids()[1])
    qtbot.waitUntil(page.list.items[page.list.ids()[1]].hasFocus)
    qtbot.keyClick(page.list.items[page.list.ids()[1]], Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: page.sheet.row.id == page.list.ids()[0])
    qtbot.keyClicks(page.list.search, "upst")
    assert page.list.ids() == [other]


def test_a_read_only_desk_offers_no_change(qtbot, workplace, desk, cohort) -> None:
    desk.read_only = True
    page = show(qtbot, workplace)
    assert not page.enroll.isEnabled()
    assert "read only" in page.enroll.toolTip()
    page._fill_menu(page.more, page.sheet.row)
    assert not page.more.actions()[0].isEnabled()
    desk.read_only = False


def test_the_latest_check_in_leads_to_the_pairs_behind_its_lowest_answer(qtbot, desk, workplace, page) -> None:
    pair_id = page.sheet.milestones[0].pair_id
    for side, answers in ((Side.LEFT, (5, 4, 3, 4)), (Side.RIGHT, (4, 4, 2, 5))):
        desk.do(_answer, pair_id, side, answers)
    page.reload()
    card = page.overview.check_in
    qtbot.waitUntil(lambda: card.words.text() == "Balance is the lowest answer on both sides.")
    assert card.scales.accessibleDescription().startswith("Trust: mentors 5.0, mentees 4.0")
    went = []
    workplace.went.connect(went.append)
    qtbot.mouseClick(card.link, Qt.MouseButton.LeftButton)
    assert card.link.text() == "Show the 1 pair with an answer under 4"
    assert went[-1].page == "pairs"
    assert went[-1].filters == {"cohort_id": page.sheet.row.id, "low_check_in": True}


def test_the_keyboard_opens_the_answers_of_a_question(qtbot, desk, page) -> None:
    assert not page.overview.check_in.scales.isVisible()
    assert page.overview.check_in.words.text() == "No one has answered a check-in yet."
    desk.do(_answer, page.sheet.milestones[0].pair_id, Side.LEFT, (5, 4, 3, 4))
    page.reload()
    scales = page.overview.check_in.scales
    qtbot.waitUntil(scales.isVisible)
    scales.setFocus()
    qtbot.keyClick(scales, Qt.Key.Key_Down)
    qtbot.keyClick(scales, Qt.Key.Key_Return)
    opened = dialog(page, AnswersDialog)
    assert opened.title.text() == "Trust: latest answers, 1 to 5"
    cells = [opened.table.rows_model.index(0, at).data() for at in range(3)]
    assert cells == ["Amara & Jonas", "5", "–"]


def test_the_cohort_leads_to_matching_and_says_how_many_are_to_be_matched(page, cohort, desk, workplace, qtbot) -> None:
    assert (page.match.text(), page.match.toolTip()) == ("Matching", "Everybody here has a pair")
    builders.enroll(desk, cohort, builders.add_person(desk, "Noor Haddad"), Role.MENTEE)
    qtbot.waitUntil(lambda: page.match.text() == "Match 1 mentee")
    assert page.match.property("kind") == "secondary"
    with qtbot.waitSignal(workplace.went) as went:
        qtbot.mouseClick(page.match, Qt.MouseButton.LeftButton)
    assert (went.args[0].page, went.args[0].id) == ("matching", cohort)


def test_in_a_cohort_in_preparation_matching_is_the_way_on(qtbot, workplace, desk) -> None:
    coming = builders.add_cohort(desk, name="Next", starts_on=date(2026, 9, 1), ends_on=date(2027, 6, 1))
    page = show(qtbot, workplace)
    assert [page.match.property("kind"), page.enroll.property("kind")] == ["secondary", "primary"]
    builders.enroll(desk, coming, builders.add_person(desk, "Noor Haddad"), Role.MENTEE)
    qtbot.waitUntil(lambda: page.match.text() == "Match 1 mentee")
    assert page.match.property("kind") == "secondary"  # Nobody is there yet to be matched with.
    builders.enroll(desk, coming, builders.add_person(desk, "Ruth Adeyemi"), Role.MENTOR)
    qtbot.waitUntil(lambda: page.match.property("kind") == "primary")
    assert page.enroll.property("kind") == "secondary"


def test_after_the_last_day_the_pairs_still_active_are_what_is_left_to_do(qtbot, workplace, desk) -> None:
    over = builders.add_cohort(desk, name="Last year", starts_on=date(2025, 1, 6), ends_on=date(2025, 12, 19))
    builders.add_pair(desk, "Amara Okonkwo", "Jonas Weidmann", over, started_on=date(2025, 1, 6))
    went = []
    workplace.went.connect(lambda target: went.append((target.page, target.filters)))
    page = show(qtbot, workplace)
    assert (page.finish.text(), page.finish.isVisible(), page.enroll.isVisible()) == ("Finish 1 pair", True, False)
    qtbot.mouseClick(page.finish, Qt.MouseButton.LeftButton)
    assert went == [("pairs", {"cohort_id": over, "status": "active", "select_all": True})]


def test_in_the_last_two_weeks_finishing_comes_before_enrolling_and_matching(qtbot, workplace, desk) -> None:
    ends = builders.add_cohort(desk, name="Ends soon", starts_on=date(2025, 10, 6), ends_on=date(2026, 6, 18))
    builders.add_pair(desk, "Amara Okonkwo", "Jonas Weidmann", ends, started_on=date(2025, 10, 6))
    builders.enroll(desk, ends, builders.add_person(desk, "Ruth Adeyemi"), Role.MENTEE)
    page = show(qtbot, workplace)
    assert (page.finish.text(), page.finish.isVisible()) == ("Finish 1 pair", True)
    assert not page.enroll.isVisible()
    assert not page.match.isVisible()


def test_before_the_last_day_there_is_nothing_to_finish(page) -> None:
    assert not page.finish.isVisible()
    assert page.enroll.isVisible()


def test_a_declined_proposal_is_shown_as_declined_and_is_no_pair_that_finished(page, cohort, desk, qtbot) -> None:
    proposed = next(row.id for row in desk.read(pairs.rows) if row.status is PairStatus.PROPOSED)
    desk.do(pair_answers.decline, proposed, Side.LEFT, date(2026, 6, 4))
    qtbot.waitUntil(lambda: page.pairs.table.row_of(proposed).row.word == "Declined")
    assert page.sheet.row.finished == 0
    assert page.match.text() == "Match 1 mentee"
