"""Matching a cohort of the desk: who takes part with what, the rules of the program, few statements, and the commit."""

import random
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from mentordesk.data.tables import EnrollmentWish, Program, WishKind
from mentordesk.domain.cohorts import EnrollmentStatus, Role
from mentordesk.domain.errors import NotFoundError, UserError
from mentordesk.domain.matching.criteria import Goal
from mentordesk.domain.matching.people import Candidate, Shape
from mentordesk.domain.matching.suggestion import Matching
from mentordesk.domain.matching.task import Task
from mentordesk.domain.pairs import EndReason, PairStatus
from mentordesk.domain.people import CustomFieldForm, FieldKind, PersonStatus
from mentordesk.domain.programs import Format
from mentordesk.services import custom_fields
from mentordesk.services.desk import Desk
from mentordesk.services.matching import clocks, files, matching
from mentordesk.services.pairs import pairs
from mentordesk.services.people import people
from mentordesk.services.programs import cohorts
from tests.builders import add_cohort, add_pair, add_person, add_program, enroll

JUNE = date(2026, 6, 4)


@pytest.fixture
def cohort(desk: Desk) -> int:
    return add_cohort(desk)


def join(desk: Desk, cohort: int, name: str, role: Role = Role.MENTEE, capacity: int = 1, **values: Any) -> int:
    person = add_person(desk, name, **values)
    enroll(desk, cohort, person, role, capacity=capacity)
    return person


def asked(desk: Desk, cohort: int, **values: Any) -> Task:
    return desk.read(matching.task, cohort, **values)


def only(people_: tuple[Candidate, ...]) -> Candidate:
    (one,) = people_
    return one


def wish(desk: Desk, enrollment_id: int, person_id: int, kind: WishKind, rank: int = 1) -> None:
    def work(session: Session) -> None:
        session.add(EnrollmentWish(enrollment_id=enrollment_id, person_id=person_id, kind=kind, rank=rank))

    desk.do(work)


def statements(desk: Desk, work: Callable[[], object]) -> list[str]:
    seen: list[str] = []

    def note(*call: Any) -> None:
        seen.append(call[2])

    event.listen(desk.database.engine, "before_cursor_execute", note)
    try:
        work()
    finally:
        event.remove(desk.database.engine, "before_cursor_execute", note)
    return [each for each in seen if each.lstrip().upper().startswith(("SELECT", "WITH"))]


def test_a_candidate_has_what_the_desk_knows(desk: Desk, cohort: int) -> None:
    ordered = CustomFieldForm("Career stage", FieldKind.ORDERED, ("Starts out", "Leads a team", "Leads leaders"))
    stage = desk.do(custom_fields.save, ordered)
    clubs = desk.do(custom_fields.save, CustomFieldForm("Clubs", FieldKind.CHOICES, ("Chess", "Choir")))
    since = desk.do(custom_fields.save, CustomFieldForm("Since", FieldKind.DATE))
    forms = desk.do(custom_fields.save, CustomFieldForm("meeting form", FieldKind.CHOICES, ("On site", "Video")))
    top = add_person(desk, "Top Boss")
    boss = add_person(desk, "Own Boss", manager_id=top)
    join(desk, cohort, "Ada Ek", Role.MENTOR)
    lou = join(
        *(desk, cohort, "Lou Bo"),
        employee_number="E7",
        title="Planner",
        level=3,
        department="Logistics",
        location="London",
        manager_id=boss,
        languages=("English", "Dutch"),
        offers=("Dashboards",),
        wants=("Negotiation", "Budgets"),
        experience=("New parent",),
        custom={stage: ("Leads a team",), clubs: ("Choir", "Chess"), since: ("2020-02-01",), forms: ("Video",)},
    )
    found = only(asked(desk, cohort).mentees)
    assert (found.id, found.name, found.key[0], found.title) == (lou, "Lou Bo", "e7", "Planner")
    assert (found.level, found.department, found.place) == (3, "Logistics", "London")
    assert found.utc_offset == 1.0
    assert found.managers == (boss, top)
    assert (found.languages, found.offers) == (("English", "Dutch"), ("Dashboards",))
    assert (found.wants, found.experience) == (("Negotiation", "Budgets"), ("New parent",))
    assert found.custom["Clubs"] == ("Chess", "Choir")
    assert found.measures == {"Career stage": 1.0, "Since": float(date(2020, 2, 1).toordinal())}
    assert found.meeting_forms == ("Video",)


def test_the_own_company_has_one_name_and_another_company_its_own(desk: Desk, cohort: int) -> None:
    join(desk, cohort, "Ada Ek", Role.MENTOR, company="Solvane")
    join(desk, cohort, "Bo Ek", Role.MENTOR)
    join(desk, cohort, "Cy Ek", external=True, company="Lumen Freight")
    join(desk, cohort, "Di Ek", external=True)
    made = asked(desk, cohort)
    assert [each.company for each in made.mentors] == ["Solvane", "Solvane"]
    assert [each.company for each in made.mentees] == ["Lumen Freight", ""]


def test_without_its_name_anywhere_the_own_company_is_still_one(desk: Desk, cohort: int) -> None:
    join(desk, cohort, "Ada Ek", Role.MENTOR)
    join(desk, cohort, "Cy Ek")
    made = asked(desk, cohort)
    assert made.mentors[0].company == made.mentees[0].company == "our company"


def test_only_accepted_people_who_are_there_take_part(desk: Desk, cohort: int) -> None:
    join(desk, cohort, "Ada Ek", Role.MENTOR)
    join(desk, cohort, "Bo Ek")
    for name, status in (("Cy Ek", EnrollmentStatus.APPLIED), ("Di Ek", EnrollmentStatus.WITHDRAWN)):
        enroll(desk, cohort, add_person(desk, name), Role.MENTEE, status=status)
    desk.do(people.set_status, [join(desk, cohort, "Ed Ek")], PersonStatus.LEFT)
    assert [each.name for each in asked(desk, cohort).mentees] == ["Bo Ek"]


def test_pairs_of_the_cohort_take_places_and_mentees_out(desk: Desk, cohort: int) -> None:
    ada = join(desk, cohort, "Ada Ek", Role.MENTOR, capacity=3)
    bo, cy = join(desk, cohort, "Bo Ek"), join(desk, cohort, "Cy Ek")
    join(desk, cohort, "Di Ek")
    add_pair(desk, ada, bo, cohort)
    add_pair(desk, ada, cy, cohort, PairStatus.PROPOSED)
    made = asked(desk, cohort)
    assert only(made.mentors).capacity == 1
    assert [each.name for each in made.mentees] == ["Di Ek"]


def test_who_ended_early_is_matched_again_but_never_with_the_same(desk: Desk, cohort: int) -> None:
    ada, bo = join(desk, cohort, "Ada Ek", Role.MENTOR), join(desk, cohort, "Bo Ek")
    pair = add_pair(desk, ada, bo, cohort)
    desk.do(pairs.end, pair, EndReason.NOT_A_FIT)
    made = asked(desk, cohort)
    assert only(made.mentees).id == bo
    assert made.before == {(ada, bo)}
    assert Matching(made).suggest().pairs == ()


def test_pairs_of_other_programs_were_before_and_proposed_ones_were_not(desk: Desk, cohort: int) -> None:
    ada, bo = join(desk, cohort, "Ada Ek", Role.MENTOR), join(desk, cohort, "Bo Ek")
    cy = join(desk, cohort, "Cy Ek")
    add_pair(desk, bo, ada)
    add_pair(desk, ada, cy, status=PairStatus.PROPOSED)
    assert asked(desk, cohort).before == {(bo, ada)}
    assert [pair.mentee for pair in desk.read(matching.proposal, cohort).pairs] == [cy]


def test_wishes_are_ranked_and_a_veto_holds_in_both_roles(desk: Desk, cohort: int) -> None:
    ada, bo = join(desk, cohort, "Ada Ek", Role.MENTOR), add_person(desk, "Bo Ek")
    mentee = enroll(desk, cohort, bo, Role.MENTEE)
    enroll(desk, cohort, bo, Role.MENTOR)
    cy = join(desk, cohort, "Cy Ek", Role.MENTOR)
    wish(desk, mentee, cy, WishKind.WISH, 2)
    wish(desk, mentee, ada, WishKind.VETO)
    made = asked(desk, cohort)
    assert only(made.mentees).wishes == {cy: 2}
    as_mentor = next(each for each in made.mentors if each.id == bo)
    assert (as_mentor.wishes, as_mentor.vetoes) == ({}, {ada})
    assert desk.read(matching.proposal, cohort).cells() == {(bo, cy)}


def test_peers_are_one_group_and_the_odd_one_waits(desk: Desk) -> None:
    cohort = add_cohort(desk, add_program(desk, "Side by Side", Format.PEER), "Side by Side")
    for name in ("Ada Ek", "Bo Ek", "Cy Ek"):
        join(desk, cohort, name, Role.PEER, level=3, languages=("English",))
    made = asked(desk, cohort)
    assert (made.shape, len(made.mentees)) == (Shape.PEERS, 3)
    found = Matching(made).suggest()
    assert (len(found.pairs), len(found.unmatched_mentees), found.unmatched_mentors) == (1, 1, ())


def test_rules_are_those_of_the_program_else_of_its_format(desk: Desk) -> None:
    own = add_program(desk, "Own rules", Format.REVERSE)
    bare = add_program(desk, "Bare", Format.REVERSE)

    def work(session: Session) -> None:
        session.get_one(Program, own).match_rules = {"goal": "fairness", "criteria": {"language": 3}}
        session.get_one(Program, bare).match_rules = {}

    desk.do(work)
    first, second = add_cohort(desk, own, "First"), add_cohort(desk, bare, "Second")
    assert asked(desk, first).rules.goal is Goal.FAIRNESS
    assert [each.key for each in asked(desk, first).rules.criteria if each.counts] == ["language"]
    assert asked(desk, second).rules.rule("levels_apart").at_most == -2
    assert asked(desk, first, goal=Goal.SCORE).rules.goal is Goal.SCORE


def test_a_cohort_that_is_gone_is_a_sentence(desk: Desk) -> None:
    with pytest.raises(NotFoundError, match="not in the desk any more"):
        asked(desk, 99)


def test_the_number_of_statements_does_not_depend_on_the_number_of_people(desk: Desk, cohort: int) -> None:
    field = desk.do(custom_fields.save, CustomFieldForm("Clubs", FieldKind.TEXT))

    def fill(start: int, count: int) -> None:
        for at in range(start, start + count):
            role = Role.MENTOR if at % 2 else Role.MENTEE
            join(desk, cohort, f"Person {at}", role, wants=("Data",), custom={field: (f"Club {at}",)})

    fill(0, 4)
    few = statements(desk, lambda: asked(desk, cohort))
    fill(4, 30)
    many = statements(desk, lambda: asked(desk, cohort))
    assert len(asked(desk, cohort).mentees) == 17
    assert len(few) == len(many) <= 9


def test_the_order_in_which_people_were_entered_makes_no_difference(tmp_path: Path, clock: Any) -> None:
    found = []
    for seed in range(3):
        desk = Desk.create(tmp_path / f"{seed}.mdesk", backups=tmp_path, clock=clock)
        cohort = add_cohort(desk)
        numbers = list(range(16))
        random.Random(seed).shuffle(numbers)
        for at in numbers:
            role = Role.MENTOR if at < 7 else Role.MENTEE
            join(desk, cohort, f"Person {at}", role, level=6 if at < 7 else 3, offers=("Data",), wants=("Data",))
        names = {row.person_id: row.name for row in desk.read(cohorts.enrollments, cohort)}
        made = desk.read(matching.proposal, cohort)
        found.append([(names[pair.mentee], names[pair.mentor], pair.fit) for pair in made.pairs])
        desk.close()
    assert len(found[0]) == 7
    assert found[0] == found[1] == found[2]


def test_commit_makes_proposed_pairs_in_one_step(desk: Desk, cohort: int) -> None:
    for name in ("Ada Ek", "Bo Ek"):
        join(desk, cohort, name, Role.MENTOR, level=6, languages=("English",))
    for name in ("Cy Ek", "Di Ek"):
        join(desk, cohort, name, level=3, languages=("English",))
    found = desk.read(matching.proposal, cohort)
    made = desk.do(matching.commit, cohort, [(pair.mentee, pair.mentor) for pair in found.pairs])
    rows = {row.id: row for row in desk.read(pairs.rows)}
    assert {rows[id_].status for id_ in made} == {PairStatus.PROPOSED}
    assert {(rows[id_].right_id, rows[id_].left_id) for id_ in made} == found.cells()
    assert desk.undo_label() == "Commit 2 pairs"
    assert asked(desk, cohort).mentees == ()
    desk.undo()
    assert desk.read(pairs.rows) == []


@pytest.mark.parametrize("spoiled", ["withdrawn", "full"])
def test_a_draft_that_is_stale_commits_nothing(desk: Desk, cohort: int, spoiled: str) -> None:
    ada = join(desk, cohort, "Ada Ek", Role.MENTOR, capacity=2)
    bo, cy = join(desk, cohort, "Bo Ek"), join(desk, cohort, "Cy Ek")
    if spoiled == "withdrawn":
        (row,) = [row for row in desk.read(cohorts.enrollments, cohort) if row.person_id == cy]
        desk.do(cohorts.set_enrollment_status, [row.id], EnrollmentStatus.WITHDRAWN)
    else:
        add_pair(desk, ada, "Di Ek", cohort)
    before = desk.read(pairs.rows)
    words = "Cy Ek is withdrawn as mentee" if spoiled == "withdrawn" else "Ada Ek has no free place"
    with pytest.raises(UserError, match=words) as told:
        desk.do(matching.commit, cohort, [(bo, ada), (cy, ada)])
    assert "No pair was made" in told.value.sentence()
    assert desk.read(pairs.rows) == before


def test_scores_know_people_by_address_and_whoever_has_none_by_name(desk: Desk, cohort: int) -> None:
    ada = join(desk, cohort, "Ada Ek", Role.MENTOR, capacity=2)
    bo, cy = join(desk, cohort, "Bo Ek", email=""), join(desk, cohort, "Cy Ek")
    rows = (("ADA.EK@solvane.example", "Bo Ek", "0.1"), ("ada.ek@solvane.example", "cy.ek@solvane.example", 0.2))
    made = desk.read(matching.proposal, cohort, scores=matching.Scores(rows))
    assert made.cells() == {(bo, ada), (cy, ada)}
    assert made.points(made.total) == 0.3
    assert desk.read(matching.addresses, cohort)[bo] == "Bo Ek"


def test_scores_of_people_who_have_a_pair_are_passed_over(desk: Desk, cohort: int) -> None:
    ada, bo = join(desk, cohort, "Ada Ek", Role.MENTOR, capacity=2), join(desk, cohort, "Bo Ek")
    cy = join(desk, cohort, "Cy Ek")
    add_pair(desk, ada, bo, cohort)
    rows = (
        ("ada.ek@solvane.example", "bo.ek@solvane.example", 9),
        ("ada.ek@solvane.example", "cy.ek@solvane.example", 4),
    )
    made = desk.read(matching.proposal, cohort, scores=matching.Scores(rows))
    assert (made.cells(), made.points(made.total)) == ({(cy, ada)}, 4)


def test_a_cohort_without_mentors_is_a_sentence_that_says_whom_to_enroll(desk: Desk, cohort: int) -> None:
    join(desk, cohort, "Bo Ek")
    enroll(desk, cohort, add_person(desk, "Ada Ek"), Role.MENTOR, status=EnrollmentStatus.APPLIED)
    with pytest.raises(UserError, match="has no mentors to match") as told:
        desk.read(matching.check_sides, cohort)
    assert "accept those who have applied" in told.value.advice


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        *(("UTC+5:30", 5.5), ("+2", 2.0), ("gmt -3", -3.0), ("UTC", 0.0), ("−4", -4.0), ("99", None), ("", None)),
        *(("Europe/Berlin", 2.0), ("berlin", 2.0), ("Zürich", 2.0), ("New York", -4.0), ("Utrecht", None)),
    ],
)
def test_clocks_are_known_by_offset_zone_or_city(text: str, hours: float | None) -> None:
    assert clocks.said(text, JUNE) == hours


def test_a_place_that_is_a_number_is_no_clock() -> None:
    assert clocks.of_place("2", JUNE) is None
    assert clocks.of_place("São Paulo", JUNE) == -3.0


def test_what_somebody_wrote_down_counts_before_the_place(desk: Desk, cohort: int) -> None:
    zone = desk.do(custom_fields.save, CustomFieldForm("Time zone"))
    join(desk, cohort, "Bo Ek", location="London", custom={zone: ("UTC+5:30",)})
    assert only(asked(desk, cohort).mentees).utc_offset == 5.5


@pytest.mark.parametrize(
    ("cell", "score"),
    [("0,75", "0.75"), ("12,5", "12.5"), ("1,234", "1,234"), ("0,125", "0.125"), (3, 3), (None, None)],
)
def test_a_decimal_comma_is_understood_where_it_can_be_nothing_else(
    tmp_path: Path, cell: object, score: object
) -> None:
    file = tmp_path / "scores.csv"
    file.write_text(f"Mentor;Mentee;Score\na@x.example;b@x.example;{'' if cell is None else cell}\n")
    (row,) = files.read_scores(file).rows
    assert row == ("a@x.example", "b@x.example", score if score is None else str(score))
