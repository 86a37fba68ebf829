"""People in cohorts: enrolled with a role and places, changed, withdrawn, taken out, still to be matched."""

from datetime import date

import pytest

from mentordesk.domain.cohorts import EnrollmentForm, EnrollmentStatus, Role
from mentordesk.domain.errors import FieldError, NotFoundError, UserError
from mentordesk.domain.pairs import PairStatus
from mentordesk.domain.people import PersonStatus
from mentordesk.domain.programs import Format
from mentordesk.domain.scope import Scope
from mentordesk.services.desk import Desk
from mentordesk.services.pairs import pairs
from mentordesk.services.people import people
from mentordesk.services.programs import cohorts, enrollment_rows
from tests.builders import add_cohort, add_pair, add_person, add_program, enroll
from tests.services.matching.test_matching_service import statements


def only(desk: Desk, cohort: int):
    (row,) = desk.read(cohorts.enrollments, cohort)
    return row


def test_several_people_are_enrolled_in_one_step(desk: Desk) -> None:
    cohort = add_cohort(desk)
    forms = [EnrollmentForm(cohort, add_person(desk, name), Role.MENTEE) for name in ("Jonas Weidmann", "Élise Roy")]
    ids = desk.do(cohorts.enroll, forms)
    assert desk.undo_label() == "Enroll 2 people"
    rows = desk.read(cohorts.enrollments, cohort)
    assert sorted(row.id for row in rows) == ids
    assert {(row.name, row.role, row.capacity, row.places_used, row.status) for row in rows} == {
        ("Jonas Weidmann", Role.MENTEE, 1, 0, EnrollmentStatus.ACCEPTED),
        ("Élise Roy", Role.MENTEE, 1, 0, EnrollmentStatus.ACCEPTED),
    }
    assert rows[0].enrolled_on == desk.today()


def test_one_wrong_person_and_nobody_is_enrolled(desk: Desk) -> None:
    cohort = add_cohort(desk)
    gone = add_person(desk, "Viktor Halloran", status=PersonStatus.LEFT)
    forms = [EnrollmentForm(cohort, who, Role.MENTOR) for who in (add_person(desk, "Ruth Adelmann"), gone)]
    with pytest.raises(UserError, match="Viktor Halloran has left"):
        desk.do(cohorts.enroll, forms)
    assert desk.read(cohorts.enrollments, cohort) == []


@pytest.mark.parametrize(
    ("format_", "role", "message"),
    [
        (Format.TRADITIONAL, Role.PEER, "A traditional program has no peers. Choose mentor or mentee."),
        (Format.PEER, Role.MENTOR, "A peer program has no mentors. Choose peer."),
    ],
)
def test_a_format_decides_the_roles(desk: Desk, format_: Format, role: Role, message: str) -> None:
    cohort = add_cohort(desk, add_program(desk, "Program", format_))
    with pytest.raises(FieldError) as caught:
        enroll(desk, cohort, add_person(desk, "Amara"), role)
    assert (caught.value.field, str(caught.value)) == ("role", message)


@pytest.mark.parametrize("capacity", [-1, 51])
def test_places_have_limits(desk: Desk, capacity: int) -> None:
    with pytest.raises(FieldError, match="Choose 0 to 50 places"):
        enroll(desk, add_cohort(desk), add_person(desk, "Amara"), Role.MENTOR, capacity=capacity)


def test_nobody_is_enrolled_twice_in_a_role_but_may_have_two_roles(desk: Desk) -> None:
    cohort, amara = add_cohort(desk), add_person(desk, "Amara Okonkwo")
    enroll(desk, cohort, amara, Role.MENTOR)
    with pytest.raises(UserError, match="is in Crossroads 2025–26 as mentor already"):
        enroll(desk, cohort, amara, Role.MENTOR)
    enroll(desk, cohort, amara, Role.MENTEE)
    assert [row.role for row in desk.read(cohorts.enrollments, cohort)] == [Role.MENTOR, Role.MENTEE]


def test_who_withdrew_is_taken_in_again(desk: Desk) -> None:
    cohort, amara = add_cohort(desk), add_person(desk, "Amara")
    first = enroll(desk, cohort, amara, Role.MENTOR, capacity=1)
    desk.do(cohorts.set_enrollment_status, [first], EnrollmentStatus.WITHDRAWN)
    assert enroll(desk, cohort, amara, Role.MENTOR, capacity=2) == first
    assert (only(desk, cohort).status, only(desk, cohort).capacity) == (EnrollmentStatus.ACCEPTED, 2)


def test_places_count_pairs_that_are_proposed_active_or_paused(desk: Desk) -> None:
    cohort, amara = add_cohort(desk), add_person(desk, "Amara Okonkwo")
    enroll(desk, cohort, amara, Role.MENTOR, capacity=4)
    for n, status in enumerate((PairStatus.PROPOSED, PairStatus.ACTIVE, PairStatus.PAUSED)):
        add_pair(desk, amara, f"Mentee {n}", cohort, status)
    done = add_pair(desk, amara, "Mentee 9", cohort)
    desk.do(pairs.complete, [done])
    used = {row.name: row.places_used for row in desk.read(cohorts.enrollments, cohort)}
    assert used == {"Amara Okonkwo": 3, "Mentee 0": 1, "Mentee 1": 1, "Mentee 2": 1, "Mentee 9": 0}


def test_both_peers_use_a_place(desk: Desk) -> None:
    cohort = add_cohort(desk, add_program(desk, "Side by Side", Format.PEER))
    add_pair(desk, "Clara Dubois", "Ewa Nowak", cohort)
    assert [row.places_used for row in desk.read(cohorts.enrollments, cohort)] == [1, 1]


def test_only_what_is_given_changes(desk: Desk) -> None:
    cohort = add_cohort(desk)
    enrollment = enroll(desk, cohort, add_person(desk, "Amara Okonkwo"), Role.MENTOR, note="Mornings")
    desk.do(cohorts.change_enrollment, enrollment, capacity=3)
    row = only(desk, cohort)
    assert (row.capacity, row.note, row.role, row.status) == (3, "Mornings", Role.MENTOR, EnrollmentStatus.ACCEPTED)
    desk.do(cohorts.change_enrollment, enrollment, role=Role.MENTEE, note=" ", status=EnrollmentStatus.WAITLISTED)
    row = only(desk, cohort)
    assert (row.capacity, row.note, row.role, row.status) == (3, "", Role.MENTEE, EnrollmentStatus.WAITLISTED)
    assert desk.undo_label() == "Change the enrollment of Amara Okonkwo"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"role": Role.MENTEE}, "role"),
        ({"role": Role.PEER}, "role"),
        ({"capacity": 0}, "capacity"),
        ({"capacity": 51}, "capacity"),
        ({"status": EnrollmentStatus.WITHDRAWN}, "status"),
    ],
)
def test_a_pair_stands_against_some_changes(desk: Desk, change: dict[str, object], field: str) -> None:
    cohort, amara = add_cohort(desk), add_person(desk, "Amara")
    enrollment = enroll(desk, cohort, amara, Role.MENTOR)
    add_pair(desk, amara, "Jonas", cohort)
    with pytest.raises(FieldError) as caught:
        desk.do(cohorts.change_enrollment, enrollment, **change)
    assert caught.value.field == field
    rows = desk.read(cohorts.enrollments, cohort)
    assert (rows[0].role, rows[0].capacity, rows[0].status) == (Role.MENTOR, 1, EnrollmentStatus.ACCEPTED)


def test_a_role_somebody_has_already_is_not_given_twice(desk: Desk) -> None:
    cohort, amara = add_cohort(desk), add_person(desk, "Amara")
    mentor = enroll(desk, cohort, amara, Role.MENTOR)
    enroll(desk, cohort, amara, Role.MENTEE)
    with pytest.raises(FieldError, match="as mentee already"):
        desk.do(cohorts.change_enrollment, mentor, role=Role.MENTEE)


def test_several_are_withdrawn_at_once(desk: Desk) -> None:
    cohort = add_cohort(desk)
    ids = [enroll(desk, cohort, add_person(desk, name), Role.MENTEE) for name in ("Jonas", "Mateo")]
    desk.do(cohorts.set_enrollment_status, ids, EnrollmentStatus.WITHDRAWN)
    assert desk.undo_label() == "Set 2 people to withdrawn"
    assert desk.read(cohorts.row, cohort).people == 0
    with pytest.raises(UserError, match="Nobody is chosen"):
        desk.do(cohorts.set_enrollment_status, [], EnrollmentStatus.ACCEPTED)


def test_who_never_had_a_pair_is_taken_out(desk: Desk) -> None:
    cohort = add_cohort(desk)
    enrollment = enroll(desk, cohort, add_person(desk, "Mateo Quispe"), Role.MENTEE)
    desk.do(cohorts.remove_enrollment, enrollment)
    assert desk.undo_label() == "Remove Mateo Quispe from the cohort"
    assert desk.read(cohorts.enrollments, cohort) == []
    with pytest.raises(NotFoundError):
        desk.do(cohorts.remove_enrollment, enrollment)


def test_who_had_a_pair_stays_in_the_cohort(desk: Desk) -> None:
    cohort = add_cohort(desk)
    desk.do(pairs.complete, [add_pair(desk, "Amara Okonkwo", "Jonas Weidmann", cohort)])
    ids = [row.id for row in desk.read(cohorts.enrollments, cohort)]
    for enrollment in ids:
        with pytest.raises(UserError, match="has or had a pair in Crossroads 2025–26"):
            desk.do(cohorts.remove_enrollment, enrollment)
    assert len(desk.read(cohorts.enrollments, cohort)) == 2


def test_unmatched_are_accepted_mentees_and_peers_without_a_pair(desk: Desk) -> None:
    cohort = add_cohort(desk)
    peers = add_cohort(desk, add_program(desk, "Side by Side", Format.PEER), "Side by Side 2026")
    enroll(desk, cohort, add_person(desk, "Mateo"), Role.MENTEE)
    enroll(desk, cohort, add_person(desk, "Ruth"), Role.MENTOR)
    enroll(desk, cohort, add_person(desk, "Hanneke"), Role.MENTEE, status=EnrollmentStatus.WAITLISTED)
    left = add_person(desk, "Viktor")
    enroll(desk, cohort, left, Role.MENTEE)
    desk.do(people.set_status, [left], PersonStatus.LEFT)
    enroll(desk, peers, add_person(desk, "Piotr"), Role.PEER)
    add_pair(desk, "Amara", "Jonas", cohort, PairStatus.PROPOSED)
    ended = add_pair(desk, "Hélène", "Lena", cohort)
    desk.do(pairs.end, ended, pairs.EndReason.NO_TIME)
    desk.do(pairs.complete, [add_pair(desk, "Margaret", "Nadia", cohort)])
    assert [row.name for row in desk.read(cohorts.unmatched)] == ["Lena", "Mateo", "Piotr"]
    assert [row.name for row in desk.read(cohorts.unmatched, Scope(cohort_id=peers))] == ["Piotr"]


def test_who_is_enrolled_now_is_told_by_cohort_and_role(desk: Desk) -> None:
    program = add_program(desk)
    cohort = add_cohort(desk, program)
    over = add_cohort(desk, program, "Before", starts_on=date(2024, 1, 1), ends_on=date(2024, 9, 30))
    ada, bo, cy = (add_person(desk, name) for name in ("Ada Ek", "Bo Lind", "Cy Roy"))
    for who, role, status in (
        *((ada, Role.MENTOR, EnrollmentStatus.ACCEPTED), (ada, Role.MENTEE, EnrollmentStatus.APPLIED)),
        *((bo, Role.MENTEE, EnrollmentStatus.WAITLISTED), (cy, Role.MENTEE, EnrollmentStatus.WITHDRAWN)),
    ):
        desk.do(cohorts.enroll, [EnrollmentForm(cohort, who, role, status=status)])
    desk.do(cohorts.enroll, [EnrollmentForm(over, cy, Role.MENTOR)])
    assert desk.read(enrollment_rows.enrolled) == {
        (cohort, Role.MENTOR): frozenset({ada}),
        (cohort, Role.MENTEE): frozenset({ada, bo}),
    }


def test_many_are_enrolled_and_accepted_by_as_many_questions_as_one(desk: Desk) -> None:
    cohort = add_cohort(desk)

    def asked(number: int, role: Role) -> int:
        forms = [EnrollmentForm(cohort, add_person(desk, f"P{role}{n}"), role) for n in range(number)]

        def enroll_and_accept() -> None:
            ids = desk.do(cohorts.enroll, forms)
            desk.do(cohorts.set_enrollment_status, ids, EnrollmentStatus.WAITLISTED)

        return len(statements(desk, enroll_and_accept))

    one = asked(1, Role.MENTOR)
    # A name that a step of one person needs is not asked for where there are several.
    assert asked(12, Role.MENTEE) <= one


def test_nobody_is_enrolled_where_one_is_chosen_twice(desk: Desk) -> None:
    cohort, ada = add_cohort(desk), add_person(desk, "Ada Ek")
    with pytest.raises(UserError, match="Ada Ek is in Crossroads 2025–26 as mentee already"):
        desk.do(cohorts.enroll, [EnrollmentForm(cohort, ada, Role.MENTEE)] * 2)
    assert desk.read(cohorts.enrollments, cohort) == []
