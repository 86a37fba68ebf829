"""The plan of a program changes while pairs run: the program asks, shows what would happen, and does what one says."""

from datetime import date, timedelta
from typing import Any

import pytest

from mentordesk.domain.milestones import MilestoneRow
from mentordesk.services.desk import Desk
from mentordesk.services.pairs import milestones, pairs
from mentordesk.ui.pairs.pair_dialog import PairDialog
from tests import builders
from tests.journeys.steps import Coordinator

STEP = "Joint project"
DUE = date(2026, 6, 12)
WEEK = timedelta(days=7)


@pytest.fixture
def me(begin, tmp_path, clock) -> Coordinator:
    """Two running pairs; a third couple is enrolled and not a pair yet."""
    desk = Desk.create(tmp_path / "office.mdesk", backups=tmp_path / "backups")
    cohort = builders.add_cohort(desk)
    builders.add_pair(desk, "Amara Okonkwo", "Jonas Weidmann", cohort)
    builders.add_pair(desk, "Ruth Adelmann", "Mateo Quispe", cohort)
    builders.enroll(desk, cohort, builders.add_person(desk, "Ingrid Tveit"), builders.Role.MENTOR)
    builders.enroll(desk, cohort, builders.add_person(desk, "Kwame Boateng"), builders.Role.MENTEE)
    desk.close()
    return begin(tmp_path / "office.mdesk")


def due(me: Coordinator) -> set[date]:
    """The dates of the step in all pairs, as the Milestones page lists them."""
    page = me.page("milestones")
    return {row.due_on for row in page.rows.milestones if row.title == STEP}


def change_plan(me: Coordinator, days: int) -> Any:
    """Type other days for the step; returns the notice that asks about the running pairs."""
    page = me.page("programs")
    line = next(it for it in page.plan.table.lines.values() if it.row.title == STEP)
    line.days.setFocus()
    me.keys("Ctrl+A")
    me.types(str(days))
    me.keys("Return")
    me.wait(page.plan.notice.isVisible)
    me.settle()
    return page.plan.notice


def of_new_pair(me: Coordinator) -> MilestoneRow:
    """The step of a pair that starts now, with the cohort's first day as its start."""
    me.page("pairs")
    me.command("Ctrl+N")
    dialog = me.dialog(PairDialog)
    me.types("ingrid")
    me.keys("Return", "Tab")
    me.types("kwame")
    me.keys("Return", "Tab", "Tab")
    me.types("6 October 2025")
    me.keys("Tab", "2", "Return")
    assert dialog.started_on.value() == builders.STARTS_ON
    me.has_closed(PairDialog)
    row = next(row for row in me.desk.read(pairs.rows) if row.left == "Ingrid Tveit")
    return next(it for it in me.desk.read(milestones.of_pair, row.id) if it.title == STEP)


def test_running_pairs_move_along_when_one_says_so_and_back_with_undo(me: Coordinator) -> None:
    assert due(me) == {DUE}
    notice = change_plan(me, 256)
    assert "2 running pairs follow this plan" in notice.question.text()
    assert "12 June → 19 June 2026" in notice.sentences.text()
    assert due(me) == {DUE}, "nothing moves before one has said so"
    me.page("programs")
    assert notice.isVisible(), "the question stays until it is answered"
    me.click(notice.show_them)
    shown = me.here("milestones")
    assert {row.title for row in shown.list.lines_model.lines if isinstance(row, MilestoneRow)} >= {STEP}
    me.page("programs")
    me.click(notice.apply)
    me.settle()
    assert me.toast() == "2 milestones moved"
    assert not notice.isVisible()
    assert due(me) == {DUE + WEEK}
    me.undo()
    assert due(me) == {DUE}
    me.page("programs")
    assert notice.isVisible(), "with the answer taken back the question is there again"


def test_only_new_pairs_follow_the_new_plan_when_one_says_so(me: Coordinator) -> None:
    notice = change_plan(me, 256)
    me.click(notice.keep)
    me.settle()
    assert not notice.isVisible()
    assert due(me) == {DUE}
    assert of_new_pair(me).due_on == DUE + WEEK
    assert due(me) == {DUE, DUE + WEEK}
    me.page("programs")
    assert not notice.isVisible(), "what was answered is not asked again"
