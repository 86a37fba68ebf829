"""The life of a pair in the window: every change of status, each taken back with Ctrl+Z and done again."""

from collections.abc import Callable
from typing import Any

import pytest

from mentordesk.domain.cohorts import Role
from mentordesk.domain.pairs import EndReason
from mentordesk.domain.standing import PairStatus
from mentordesk.services.desk import Desk
from mentordesk.services.pairs import milestones, pairs
from mentordesk.ui.pairs.pair_dialog import PairDialog
from mentordesk.ui.pairs.pair_filter import ANY
from mentordesk.ui.pairs.status_dialogs import EndDialog
from tests import builders
from tests.journeys.steps import Coordinator, entries


@pytest.fixture
def me(begin, tmp_path, clock) -> Coordinator:
    """Amara and Jonas in a running cohort, not a pair yet; Pairs lists every status."""
    desk = Desk.create(tmp_path / "office.mdesk", backups=tmp_path / "backups")
    cohort = builders.add_cohort(desk)
    builders.enroll(desk, cohort, builders.add_person(desk, "Amara Okonkwo"), Role.MENTOR)
    builders.enroll(desk, cohort, builders.add_person(desk, "Jonas Weidmann"), Role.MENTEE)
    desk.close()
    made = begin(tmp_path / "office.mdesk")
    made.choose(made.page("pairs").list.bar.status, ANY)
    return made


def status(me: Coordinator) -> PairStatus | None:
    """The status on the desk, which is also what the pane says; None where there is no pair."""
    me.settle()
    found = me.desk.read(pairs.rows)
    page = me.here("pairs")
    if not found:
        assert page.list.table.count() == 0
        return None
    assert page.pane.head.status.accessibleName() == found[0].status.word
    return found[0].status


def waiting(me: Coordinator) -> int:
    """Milestones that are neither done nor skipped."""
    (row,) = me.desk.read(pairs.rows)
    return sum(not (it.done_on or it.skipped_on) for it in me.desk.read(milestones.of_pair, row.id))


def propose(me: Coordinator) -> None:
    me.command("Ctrl+N")
    me.dialog(PairDialog)
    me.types("amara")
    me.keys("Return", "Tab")
    me.types("jonas")
    me.keys("Return", "Return")
    me.has_closed(PairDialog)


def menu(words: str) -> Callable[[Coordinator], None]:
    """An entry of the pair's More menu."""
    return lambda me: me.menu(me.here("pairs").pane.head.menu, words)


def end(me: Coordinator) -> None:
    """By keyboard: the reason by its first letters, past whether they would match again, the note, Enter."""
    menu("End with a reason…")(me)
    dialog = me.dialog(EndDialog)
    dialog.reason.setFocus()
    me.types("Ch")
    assert dialog.reason.choice() is EndReason.CHANGED_JOB
    me.keys("Tab", "Tab", "Tab")
    assert dialog.note_field.hasFocus()
    me.types("Moved to Lyon")
    me.keys("Return")
    me.has_closed(EndDialog)


def go(me: Coordinator, act: Callable[[Coordinator], Any], then: PairStatus) -> str:
    """Do it, take it back with Ctrl+Z, do it again with Ctrl+Y; returns what the step is called."""
    before = status(me)
    act(me)
    assert status(me) is then
    label = me.undo()
    assert status(me) is before
    me.redo()
    assert status(me) is then
    return label


def test_a_pair_is_proposed_activated_paused_completed_ended_and_taken_up_again(me: Coordinator) -> None:
    assert go(me, propose, PairStatus.PROPOSED) == "New pair Amara & Jonas"
    assert me.desk.read(milestones.rows) == []
    assert go(me, menu("Activate"), PairStatus.ACTIVE) == "Activate Amara & Jonas"
    plan = waiting(me)
    assert plan > 0
    assert go(me, menu("Pause"), PairStatus.PAUSED) == "Pause Amara & Jonas"
    assert go(me, menu("Resume"), PairStatus.ACTIVE) == "Resume Amara & Jonas"
    assert go(me, menu("Complete"), PairStatus.COMPLETED) == "Complete Amara & Jonas"
    assert waiting(me) == 0
    assert go(me, menu("Go on as enduring"), PairStatus.ENDURING) == "Mark Amara & Jonas as enduring"
    assert go(me, menu("Reopen"), PairStatus.ACTIVE) == "Reopen Amara & Jonas"
    assert waiting(me) == plan
    assert go(me, end, PairStatus.ENDED) == "End Amara & Jonas"
    (row,) = me.desk.read(pairs.rows)
    assert row.end_reason is EndReason.CHANGED_JOB
    assert me.desk.read(pairs.detail, row.id).end_note == "Moved to Lyon"
    assert "changed job or team" in me.words(me.here("pairs").pane)
    assert go(me, menu("Reopen"), PairStatus.ACTIVE) == "Reopen Amara & Jonas"
    assert me.desk.read(pairs.rows)[0].end_reason is None


def test_the_whole_life_is_taken_back_step_by_step(me: Coordinator) -> None:
    propose(me)
    steps = ("Activate", "Pause", "Resume", "Complete", "Go on as enduring", "Reopen")
    for words in steps:
        menu(words)(me)
    assert status(me) is PairStatus.ACTIVE
    seen = []
    while me.desk.read(pairs.rows):
        me.undo()
        seen.append(status(me))
    before = ["enduring", "completed", "active", "paused", "active", "proposed"]
    assert seen == [*map(PairStatus, before), None]


def test_only_what_fits_the_status_is_offered(me: Coordinator) -> None:
    propose(me)
    offered = entries(me.here("pairs").pane.head.menu)
    assert "Activate" in offered
    assert not {"Pause", "Resume", "Complete", "Reopen"} & set(offered)
    assert not offered["Log contact…"].isEnabled()
