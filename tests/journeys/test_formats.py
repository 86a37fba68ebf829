"""A reverse program and a circle of peers: who stands left, and what the window calls the two."""

from typing import Any

import pytest

from mentordesk.domain.cohorts import Role
from mentordesk.domain.programs import Format
from mentordesk.services.desk import Desk
from mentordesk.services.pairs import pairs
from mentordesk.services.programs import cohorts, programs
from mentordesk.ui.cohorts.cohort_dialog import CohortDialog
from mentordesk.ui.pairs.contact_dialog import ContactDialog
from mentordesk.ui.pairs.pair_dialog import PairDialog
from mentordesk.ui.programs.program_dialog import ProgramDialog
from tests import builders
from tests.journeys.steps import Coordinator


@pytest.fixture
def me(begin, tmp_path, clock) -> Coordinator:
    """Four people and no program yet."""
    desk = Desk.create(tmp_path / "office.mdesk", backups=tmp_path / "backups")
    for name, title in (
        ("Zofia Lindqvist", "Chief operating officer"),
        ("Bao Nguyen", "Trainee"),
        ("Ada Ek", "Team lead"),
        ("Yara Haddad", "Team lead"),
    ):
        builders.add_person(desk, name, title=title)
    desk.close()
    return begin(tmp_path / "office.mdesk")


def make_program(me: Coordinator, digit: str, format_: Format) -> None:
    """Ctrl+N on Programs; the digit chooses the template, Enter makes the program."""
    me.page("programs")
    me.command("Ctrl+N")
    dialog = me.dialog(ProgramDialog)
    me.keys(digit)
    assert dialog.template.choice() is format_
    me.keys("Tab")
    me.keys("Return")
    me.has_closed(ProgramDialog)
    assert me.here("programs").sheet.row.format is format_


def make_cohort(me: Coordinator, format_: Format) -> int:
    """Ctrl+N on Cohorts, as proposed, from today on."""
    program = next(row.id for row in me.desk.read(programs.rows) if row.format is format_)
    me.page("cohorts")
    me.command("Ctrl+N")
    dialog = me.dialog(CohortDialog)
    me.choose(dialog.program, program)
    dialog.starts_on.setFocus()
    me.keys("Ctrl+A")
    me.types("today")
    me.keys("Return")
    me.has_closed(CohortDialog)
    cohort: int = me.here("cohorts").sheet.row.id
    return cohort


def enroll(me: Coordinator, cohort: int, **roles: Role) -> None:
    ids = {row.name.split()[0]: row.id for row in me.desk.read(builders.people.rows)}
    for name, role in roles.items():
        builders.enroll(me.desk, cohort, ids[name], role)
    me.settle()
    assert me.desk.read(cohorts.row, cohort).people == len(roles)


def pair(me: Coordinator, cohort: int, first: str, second: str, *titles: str) -> Any:
    """New pair from the cohort's menu, active at once; returns its row. `titles` are what the two fields are called."""
    page = me.here("cohorts")
    me.menu(page.more, "New pair…")
    dialog = me.dialog(PairDialog)
    assert (dialog.mentor.accessibleName(), dialog.mentee.accessibleName()) == titles
    me.types(first)
    me.keys("Return", "Tab")
    me.types(second)
    me.keys("Return", "Tab", "Tab", "Tab", "2", "Return")
    me.has_closed(PairDialog)
    (row,) = [row for row in me.desk.read(pairs.rows) if row.cohort_id == cohort]
    return row


def givers(me: Coordinator, pair_id: int) -> list[str]:
    """Who gives in the Log contact dialog, left first, the color's name beside it."""
    page = me.page("pairs")
    page.list.show_pair(pair_id)
    me.settle()
    me.command("Ctrl+L")
    dialog = me.dialog(ContactDialog)
    found = [f"{gift.giver.text()} ({gift.side.value})" for gift in dialog.gifts.gifts]
    me.keys("Esc")
    me.has_closed(ContactDialog)
    return found


def test_in_a_reverse_program_the_junior_colleague_is_left(me: Coordinator) -> None:
    make_program(me, "2", Format.REVERSE)
    cohort = make_cohort(me, Format.REVERSE)
    enroll(me, cohort, Bao=Role.MENTOR, Zofia=Role.MENTEE)
    row = pair(me, cohort, "bao", "zof", "Mentor, the junior colleague", "Mentee, the senior leader")
    assert (row.left, row.right, row.format) == ("Bao Nguyen", "Zofia Lindqvist", Format.REVERSE)
    assert givers(me, row.id) == ["Bao gave (left)", "Zofia gave (right)"]
    page = me.here("pairs")
    assert page.pane.head.format.accessibleName() == "Reverse"
    words = me.words(page.pane.head)
    assert words.index("Bao") < words.index("Zofia")


def test_peers_stand_by_name_whoever_was_typed_first(me: Coordinator) -> None:
    make_program(me, "3", Format.PEER)
    cohort = make_cohort(me, Format.PEER)
    enroll(me, cohort, Yara=Role.PEER, Ada=Role.PEER)
    row = pair(me, cohort, "yara", "ada", "One peer", "The other peer")
    assert (row.left, row.right, row.format) == ("Ada Ek", "Yara Haddad", Format.PEER)
    assert givers(me, row.id) == ["Ada gave (left)", "Yara gave (right)"]
    page = me.here("pairs")
    assert "mentor" not in me.words(page.pane).lower()
