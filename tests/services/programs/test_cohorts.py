"""Cohorts: listed with their counts, made, changed, removed."""

from datetime import date

import pytest

from mentordesk.domain.cohorts import CohortForm, CohortPhase, Role, phase
from mentordesk.domain.errors import FieldError, NotFoundError, UserError
from mentordesk.domain.pairs import PairStatus
from mentordesk.domain.programs import Format
from mentordesk.domain.scope import Scope
from mentordesk.services.desk import Desk
from mentordesk.services.pairs import pairs
from mentordesk.services.programs import cohorts
from tests.builders import add_cohort, add_pair, add_person, add_program, enroll


def test_a_cohort_is_read_back_as_typed_in(desk: Desk) -> None:
    form = CohortForm(
        "Crossroads 2026–27",
        add_program(desk),
        date(2026, 10, 5),
        date(2027, 7, 2),
        date(2026, 9, 21),
        "Catalina Rojas",
    )
    cohort = desk.do(cohorts.save, form)
    assert desk.read(cohorts.form, cohort) == form
    assert desk.undo_label() == "New cohort Crossroads 2026–27"
    row = desk.read(cohorts.row, cohort)
    assert (row.program, row.format, row.phase, row.rhythm_days) == (
        "Crossroads",
        Format.TRADITIONAL,
        CohortPhase.PREPARATION,
        30,
    )


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": " "}, "name"),
        ({"name": "crossroads 2025–26"}, "name"),
        ({"program_id": 99}, "program_id"),
        ({"ends_on": date(2026, 10, 4)}, "ends_on"),
        ({"matching_closes_on": date(2027, 7, 3)}, "matching_closes_on"),
    ],
)
def test_what_cannot_be_saved_is_said_at_its_field(desk: Desk, changes: dict[str, object], field: str) -> None:
    add_cohort(desk)
    values = {"name": "New", "program_id": 1, "starts_on": date(2026, 10, 5), "ends_on": date(2027, 7, 2), **changes}
    with pytest.raises(FieldError) as caught:
        desk.do(cohorts.save, CohortForm(**values))
    assert caught.value.field == field
    assert len(desk.read(cohorts.rows)) == 1


def test_the_counts_of_a_cohort(desk: Desk) -> None:
    cohort = add_cohort(desk)
    statuses = (PairStatus.ACTIVE, PairStatus.ACTIVE, PairStatus.PAUSED, PairStatus.PROPOSED)
    ids = [add_pair(desk, f"Mentor {n}", f"Mentee {n}", cohort, status) for n, status in enumerate(statuses)]
    for n, change in enumerate((pairs.complete, pairs.endure)):
        desk.do(change, [add_pair(desk, f"Early {n}", f"Bird {n}", cohort)])
    enroll(desk, cohort, add_person(desk, "Mateo Quispe"), Role.MENTEE)
    amara = add_person(desk, "Amara Okonkwo")
    enroll(desk, cohort, amara, Role.MENTOR)
    enroll(desk, cohort, amara, Role.MENTEE)
    row = desk.read(cohorts.row, cohort)
    assert (row.pairs, row.active, row.finished, row.enduring) == (5, 2, 1, 1)
    assert (row.people, row.to_match) == (14, 2)
    assert len(ids) == 4


def test_a_scope_takes_in_its_cohorts_only(desk: Desk) -> None:
    first, second = add_program(desk), add_program(desk, "Upstream", Format.REVERSE)
    for program, name in ((first, "Crossroads 2026"), (first, "Crossroads 2025"), (second, "Upstream 2026")):
        add_pair(desk, f"Mentor {name}", f"Mentee {name}", add_cohort(desk, program, name))
    found = desk.read(cohorts.rows, Scope(program_id=first))
    assert [(row.name, row.active) for row in found] == [("Crossroads 2025", 1), ("Crossroads 2026", 1)]
    assert [row.name for row in desk.read(cohorts.rows, Scope(cohort_id=3))] == ["Upstream 2026"]


def test_phases_in_lists_and_in_counts_agree(desk: Desk, clock) -> None:
    cohort = add_cohort(desk)
    enroll(desk, cohort, add_person(desk, "Mateo Quispe"), Role.MENTEE)
    for day, waiting in (
        (date(2025, 10, 5), 1),
        (date(2025, 10, 6), 1),
        (date(2026, 7, 3), 1),
        (date(2026, 7, 4), 0),
    ):
        clock.day = day
        row = desk.read(cohorts.row, cohort)
        assert row.phase is phase(row.starts_on, row.ends_on, None, day)
        assert row.to_match == waiting
        assert len(desk.read(cohorts.unmatched)) == waiting


def test_a_new_cohort_is_proposed_from_the_program(desk: Desk) -> None:
    program = add_program(desk, lead="Catalina Rojas")
    form = desk.read(cohorts.proposal, program)
    assert form == CohortForm("Crossroads 2026–27", program, date(2026, 7, 1), date(2027, 3, 31), lead="Catalina Rojas")
    desk.do(cohorts.save, form)
    assert desk.read(cohorts.proposal, program).name == "Crossroads 2026–27 (2)"


def test_a_changed_cohort_keeps_its_name_without_a_fuss(desk: Desk) -> None:
    cohort = add_cohort(desk)
    form = desk.read(cohorts.form, cohort)
    changed = CohortForm(form.name, form.program_id, form.starts_on, date(2026, 7, 31), lead="Birgit")
    assert desk.do(cohorts.save, changed, cohort) == cohort
    assert desk.read(cohorts.form, cohort) == changed


def test_a_cohort_with_pairs_stays_in_its_program(desk: Desk) -> None:
    cohort, other = add_cohort(desk), add_program(desk, "Upstream", Format.REVERSE)
    form = desk.read(cohorts.form, cohort)
    moved = CohortForm(form.name, other, form.starts_on, form.ends_on)
    desk.do(cohorts.save, moved, cohort)
    add_pair(desk, "Amara", "Jonas", cohort)
    with pytest.raises(FieldError, match="has pairs, so it stays in its program"):
        desk.do(cohorts.save, form, cohort)


def test_people_in_roles_a_program_does_not_know_hold_a_cohort_back(desk: Desk) -> None:
    cohort, peers = add_cohort(desk), add_program(desk, "Side by Side", Format.PEER)
    enroll(desk, cohort, add_person(desk, "Amara"), Role.MENTOR)
    form = desk.read(cohorts.form, cohort)
    with pytest.raises(FieldError, match="have roles that Side by Side does not know"):
        desk.do(cohorts.save, CohortForm(form.name, peers, form.starts_on, form.ends_on), cohort)


def test_a_cohort_is_removed_with_its_enrollments_but_not_with_pairs(desk: Desk) -> None:
    cohort = add_cohort(desk)
    enroll(desk, cohort, add_person(desk, "Amara"), Role.MENTOR)
    desk.do(cohorts.remove, cohort)
    assert desk.read(cohorts.rows) == []
    desk.undo()
    assert desk.read(cohorts.row, cohort).people == 1
    add_pair(desk, "Ruth", "Jonas", cohort)
    with pytest.raises(UserError, match="it has pairs"):
        desk.do(cohorts.remove, cohort)


def test_a_cohort_that_is_gone_is_said_so(desk: Desk) -> None:
    for read in (cohorts.row, cohorts.form):
        with pytest.raises(NotFoundError, match="not in the desk any more"):
            desk.read(read, 5)
    with pytest.raises(NotFoundError):
        desk.read(cohorts.proposal, 5)
