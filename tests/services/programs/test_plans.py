"""Milestone plans: steps edited, and running pairs asked what becomes of their open milestones."""

from datetime import date, timedelta

import pytest

from mentordesk.domain.errors import FieldError, NotFoundError
from mentordesk.domain.pairs import PairStatus
from mentordesk.domain.plan_effect import ChangeKind, PlanEffect
from mentordesk.domain.programs import StepForm, StepOwner, StepRow
from mentordesk.services.desk import Desk
from mentordesk.services.pairs import milestones, pairs
from mentordesk.services.programs import programs
from tests.builders import STARTS_ON, add_cohort, add_pair, add_program

PROJECT = "Joint project"


class Running:
    """A running cohort of Crossroads with three pairs: the notice of mock-up 14 in small."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.program = add_program(desk)
        self.cohort = add_cohort(desk, self.program)
        self.pairs = [add_pair(desk, f"Mentor {n}", f"Mentee {n}", self.cohort) for n in range(3)]

    def step(self, title: str = PROJECT) -> StepRow:
        return next(step for step in self.desk.read(programs.plan, self.program) if step.title == title)

    def change(self, which: str = PROJECT, /, **values: object) -> None:
        step = self.step(which)
        old = {"title": step.title, "days_after": step.days_after, "owner": step.owner, "required": step.required}
        self.desk.do(programs.change_step, StepForm(**{**old, **values}, id=step.id))

    def effect(self) -> PlanEffect:
        return self.desk.read(programs.plan_effect, self.program)

    def milestone(self, pair: int = 0, title: str = PROJECT):
        found = self.desk.read(milestones.of_pair, self.pairs[pair])
        return next((row for row in found if row.title == title), None)

    def days(self, title: str = PROJECT) -> list[int | None]:
        """Days after the start of each pair's milestone, None where a pair has none."""
        found = [self.milestone(pair, title) for pair in range(3)]
        return [(row.due_on - STARTS_ON).days if row else None for row in found]

    def lines(self) -> tuple[str, ...]:
        return self.effect().sentences(self.desk.today())


@pytest.fixture
def running(desk: Desk) -> Running:
    return Running(desk)


def test_a_plan_is_sorted_by_days(running: Running) -> None:
    running.desk.do(programs.add_step, running.program, StepForm("Visit", 60, StepOwner.MENTOR, False))
    titles = [step.title for step in running.desk.read(programs.plan, running.program)]
    assert titles[2:5] == ["Goals set", "Visit", "Check-in 1"]
    step = running.step("Visit")
    assert (step.days_after, step.owner, step.required) == (60, StepOwner.MENTOR, False)


@pytest.mark.parametrize(
    ("title", "days", "field"), [(" ", 4, "title"), ("Visit", -1, "days_after"), ("Visit", 3651, "days_after")]
)
def test_a_step_needs_a_name_and_a_day_within_ten_years(desk: Desk, title: str, days: int, field: str) -> None:
    with pytest.raises(FieldError) as caught:
        desk.do(programs.add_step, add_program(desk), StepForm(title, days))
    assert caught.value.field == field


def test_steps_that_are_gone_are_said_so(desk: Desk) -> None:
    program = add_program(desk)
    for action, value in (
        (programs.remove_step, 99),
        (programs.change_step, StepForm("Visit", 3, id=99)),
        (programs.change_step, StepForm("Visit", 3)),
    ):
        with pytest.raises(NotFoundError):
            desk.do(action, value)
    with pytest.raises(NotFoundError):
        desk.do(programs.add_step, program + 1, StepForm("Visit", 3))


def test_nothing_is_asked_before_anything_changed(running: Running) -> None:
    assert running.effect().changes == ()
    assert running.effect().pairs == 3


def test_a_moved_step_is_told_before_it_is_done(running: Running) -> None:
    desk = running.desk
    desk.do(milestones.mark_done, [running.milestone(2).id], date(2026, 6, 1))
    running.change(days_after=256)
    effect = running.effect()
    assert effect.question == "3 running pairs follow this plan: move their open milestones?"
    assert running.lines() == (
        "Joint project, 2 open: 12 June → 19 June 2026. 1 done stays as it is; none becomes overdue.",
    )
    assert (effect.action, effect.count, effect.overdue) == ("Move 2 milestones", 2, 0)
    assert effect.milestone_ids == {running.milestone(0).id, running.milestone(1).id}
    assert running.days() == [249, 249, 249]


def test_applying_moves_the_open_ones_in_one_step(running: Running) -> None:
    desk = running.desk
    desk.do(milestones.mark_done, [running.milestone(2).id], date(2026, 6, 1))
    running.change(days_after=256)
    desk.do(programs.apply_plan, running.program)
    assert running.days() == [256, 256, 249]
    assert running.effect().changes == ()
    assert desk.undo_label() == "Move 2 milestones"
    desk.undo()
    assert running.days() == [249, 249, 249]
    assert running.effect().count == 2


def test_only_new_pairs_follow_once_the_coordinator_says_so(running: Running) -> None:
    running.change(days_after=256)
    running.desk.do(programs.keep_plan, running.program)
    assert running.effect().changes == ()
    assert running.days() == [249, 249, 249]
    running.pairs[2] = add_pair(running.desk, "Mentor 9", "Mentee 9", running.cohort)
    assert running.days() == [249, 249, 256]


def test_pairs_that_kept_theirs_are_not_dragged_along_later(running: Running) -> None:
    running.change(days_after=256)
    running.desk.do(programs.keep_plan, running.program)
    running.pairs[2] = add_pair(running.desk, "Mentor 9", "Mentee 9", running.cohort)
    running.change(days_after=260)
    assert running.effect().count == 1
    running.desk.do(programs.apply_plan, running.program)
    assert running.days() == [249, 249, 260]


def test_a_date_set_by_hand_stays(running: Running) -> None:
    by_hand = STARTS_ON + timedelta(days=252)
    running.desk.do(milestones.move, [running.milestone(1).id], by_hand)
    running.change(days_after=256)
    assert running.lines() == (
        "Joint project, 2 open: 12 June → 19 June 2026. 1 with a date of its own stays; none becomes overdue.",
    )
    running.desk.do(programs.apply_plan, running.program)
    assert running.days() == [256, 252, 256]


def test_two_changes_in_a_row_are_one_question(running: Running) -> None:
    running.change(days_after=256)
    running.pairs[2] = add_pair(running.desk, "Mentor 9", "Mentee 9", running.cohort)
    running.change(days_after=260)
    assert running.effect().count == 4
    assert running.lines()[0].startswith("Joint project, 4 open: to 260 days after the start.")
    running.desk.do(programs.apply_plan, running.program)
    assert running.days() == [260, 260, 260]


def test_changing_back_leaves_nothing_to_ask(running: Running) -> None:
    running.change(days_after=256)
    running.change(days_after=249)
    assert running.effect().changes == ()
    running.desk.do(milestones.move, [running.milestone(0).id], STARTS_ON + timedelta(days=256))
    assert running.effect().changes == ()


def test_what_becomes_overdue_at_once_is_said(running: Running) -> None:
    running.change(days_after=200)
    assert running.effect().overdue == 3
    assert running.lines() == ("Joint project, 3 open: 12 June → 24 April 2026. 3 become overdue at once.",)


def test_a_new_step_asks_and_is_laid_out(running: Running) -> None:
    running.desk.do(programs.add_step, running.program, StepForm("Visit", 255, StepOwner.MENTOR))
    assert running.lines() == ("Visit, new step for 3 pairs, due 18 June 2026. None becomes overdue.",)
    assert running.effect().action == "Change 3 milestones"
    assert running.days("Visit") == [None, None, None]
    running.desk.do(programs.apply_plan, running.program)
    assert running.days("Visit") == [255, 255, 255]
    assert running.milestone(0, "Visit").owner is StepOwner.MENTOR
    assert running.effect().changes == ()


def test_a_new_step_for_new_pairs_only(running: Running) -> None:
    running.desk.do(programs.add_step, running.program, StepForm("Visit", 255))
    running.desk.do(programs.keep_plan, running.program)
    running.pairs[2] = add_pair(running.desk, "Mentor 9", "Mentee 9", running.cohort)
    running.change("Visit", days_after=258)
    assert running.effect().count == 1
    assert running.days("Visit") == [None, None, 255]


def test_a_removed_step_takes_open_milestones_if_wanted(running: Running) -> None:
    done = running.milestone(0).id
    running.desk.do(milestones.mark_done, [done], date(2026, 6, 1))
    running.desk.do(programs.remove_step, running.step().id)
    assert running.lines() == ("Joint project, removed, open in 2 pairs.",)
    assert running.days() == [249, 249, 249]
    running.desk.do(programs.apply_plan, running.program)
    assert running.days() == [249, None, None]
    assert running.milestone(0).title == PROJECT
    running.desk.undo()
    running.desk.undo()
    assert running.milestone(1).step_id == running.step().id


def test_a_step_that_came_and_went_leaves_nothing_to_ask(running: Running) -> None:
    step = running.desk.do(programs.add_step, running.program, StepForm("Visit", 255))
    running.desk.do(programs.remove_step, step)
    assert running.effect().changes == ()


def test_a_reworded_step_asks_and_done_milestones_keep_their_title(running: Running) -> None:
    running.desk.do(milestones.mark_done, [running.milestone(2).id], date(2026, 6, 1))
    running.change(title="Project together", owner=StepOwner.BOTH, required=True)
    assert running.lines() == ("Project together, changed for 2 pairs. 1 done stays as it is.",)
    running.desk.do(programs.apply_plan, running.program)
    changed = running.milestone(0, "Project together")
    assert (changed.owner, changed.required) == (StepOwner.BOTH, True)
    assert running.milestone(2) is not None


def test_a_step_moved_and_reworded_counts_its_milestones_once(running: Running) -> None:
    running.change(title="Project together", days_after=256)
    effect = running.effect()
    assert {change.kind for change in effect.changes} == {ChangeKind.MOVED, ChangeKind.REWORDED}
    assert effect.action == "Change 3 milestones"
    running.desk.do(programs.apply_plan, running.program)
    assert running.days("Project together") == [256, 256, 256]


def test_two_steps_change_places(running: Running) -> None:
    swap, project = running.step("Skill swap"), running.step()
    running.desk.do(programs.swap_days, swap.id, project.id)
    assert (running.step("Skill swap").days_after, running.step().days_after) == (249, 232)
    assert running.effect().action == "Move 6 milestones"
    assert running.desk.undo_label() == "Swap Skill swap and Joint project"


def test_paused_pairs_follow_and_finished_ones_do_not(running: Running) -> None:
    running.desk.do(pairs.pause, [running.pairs[0]])
    running.desk.do(pairs.complete, [running.pairs[1]])
    running.change(days_after=256)
    assert (running.effect().pairs, running.effect().count) == (2, 2)


def test_cohorts_that_are_over_are_left_alone(running: Running, clock) -> None:
    clock.day = date(2026, 7, 4)
    running.change(days_after=256)
    assert (running.effect().pairs, running.effect().changes) == (0, ())
    clock.day = date(2026, 6, 4)
    assert running.effect().changes == ()


def test_programs_do_not_mix(running: Running) -> None:
    other = add_program(running.desk, "Upstream")
    pair = add_pair(running.desk, "Hye-jin", "Ines", add_cohort(running.desk, other, "Upstream 2026"))
    running.change(days_after=256)
    assert running.desk.read(programs.plan_effect, other).changes == ()
    assert pair not in running.effect().pair_ids


def test_proposed_pairs_take_the_plan_as_it_is_when_they_start(running: Running) -> None:
    pair = add_pair(running.desk, "Mentor 9", "Mentee 9", running.cohort, PairStatus.PROPOSED)
    running.change(days_after=256)
    assert running.effect().pairs == 3
    running.desk.do(pairs.activate, [pair], STARTS_ON)
    assert running.effect().count == 3
    assert pair not in running.effect().pair_ids
