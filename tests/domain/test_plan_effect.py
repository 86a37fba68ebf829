"""The words of the notice about running pairs when a plan has changed."""

from datetime import date

import pytest

from mentordesk.domain.plan_effect import ChangeKind, PlanChange, PlanEffect, PlanMove

TODAY = date(2026, 6, 4)
JUNE_12, JUNE_19 = date(2026, 6, 12), date(2026, 6, 19)


def moved(**values: object) -> PlanChange:
    return PlanChange(ChangeKind.MOVED, 8, "Joint project", **{"count": 9, **values})


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            moved(done=3, from_on=JUNE_12, to_on=JUNE_19),
            "Joint project, 9 open: 12 June → 19 June 2026. 3 done stay as they are; none becomes overdue.",
        ),
        (
            moved(from_on=date(2027, 1, 4), to_on=date(2027, 1, 11), by_hand=2),
            "Joint project, 9 open: 4 January 2027 → 11 January 2027. "
            "2 with dates of their own stay; none becomes overdue.",
        ),
        (moved(shift=-1, overdue=1), "Joint project, 9 open: 1 day earlier. 1 becomes overdue at once."),
        (moved(shift=7), "Joint project, 9 open: 7 days later. None becomes overdue."),
        (moved(days_after=256), "Joint project, 9 open: to 256 days after the start. None becomes overdue."),
        (
            PlanChange(ChangeKind.ADDED, 9, "Visit", 1, overdue=1),
            "Visit, new step for 1 pair. 1 becomes overdue at once.",
        ),
        (PlanChange(ChangeKind.REMOVED, None, "Visit", 2), "Visit, removed, open in 2 pairs."),
    ],
)
def test_a_line_of_the_notice(change: PlanChange, sentence: str) -> None:
    assert change.sentence(TODAY) == sentence


def test_at_most_three_lines_then_how_many_more() -> None:
    effect = PlanEffect(12, tuple(moved(shift=n) for n in range(1, 6)))
    assert len(effect.sentences(TODAY)) == 4
    assert effect.sentences(TODAY)[-1] == "and 2 more"
    assert len(PlanEffect(12, effect.changes[:3]).sentences(TODAY)) == 3


def test_one_pair_is_asked_about_in_the_singular() -> None:
    move = PlanMove(ChangeKind.MOVED, 1, "Joint project", 5, due_on=JUNE_12, new_due_on=JUNE_19)
    effect = PlanEffect(1, (moved(),), (move,))
    assert effect.question == "1 running pair follows this plan: move its open milestones?"
    assert effect.action == "Move 1 milestone"


@pytest.mark.parametrize(
    ("due_on", "new_due_on", "overdue"),
    [
        (JUNE_12, date(2026, 6, 3), True),
        (JUNE_12, TODAY, False),
        (date(2026, 6, 3), date(2026, 6, 1), False),
        (None, date(2026, 6, 3), True),
        (JUNE_12, None, False),
    ],
)
def test_overdue_at_once_was_not_overdue_before(due_on: date | None, new_due_on: date | None, overdue: bool) -> None:
    move = PlanMove(ChangeKind.MOVED, 1, "Joint project", 5, due_on=due_on, new_due_on=new_due_on)
    assert move.falls_overdue(TODAY) is overdue
