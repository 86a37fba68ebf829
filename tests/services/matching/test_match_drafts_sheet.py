"""The sheet of the Matching page: which cohort, who is in it, what has changed since a draft, and what cannot be."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from sqlalchemy.orm import Session

from mentordesk.data.tables import Program
from mentordesk.domain.cohorts import EnrollmentStatus, Role
from mentordesk.domain.matching.people import Shape
from mentordesk.domain.matching.questions import Fixed
from mentordesk.domain.pairs import EndReason, PairForm, PairStatus
from mentordesk.domain.people import CustomFieldForm, PersonStatus
from mentordesk.domain.programs import Format
from mentordesk.domain.scope import EVERYTHING, Scope
from mentordesk.services import custom_fields
from mentordesk.services.desk import Desk
from mentordesk.services.matching import drafts
from mentordesk.services.pairs import pairs
from mentordesk.services.people import people
from mentordesk.services.programs import cohorts
from tests.builders import add_cohort, add_pair, add_person, add_program, enroll
from tests.drafted import COHORT, Drafted
from tests.services.pairs.test_statements import statements

SPRING, AUTUMN = {"starts_on": date(2026, 3, 1)}, {"starts_on": date(2026, 9, 1), "ends_on": date(2027, 5, 31)}


@pytest.fixture
def drafted(desk: Desk) -> Drafted:
    return Drafted(desk).found().fill()


def status(drafted: Drafted, name: str, then: EnrollmentStatus) -> None:
    drafted.desk.do(cohorts.set_enrollment_status, [enrollment(drafted, name)], then)


def enrollment(drafted: Drafted, name: str) -> int:
    rows = drafted.desk.read(cohorts.enrollments, drafted.cohort)
    return next(row.id for row in rows if row.person_id == drafted.people[name])


def made(drafted: Drafted, mentor: str, mentee: str) -> int:
    form = PairForm(drafted.people[mentor], drafted.people[mentee], drafted.cohort)
    return drafted.desk.do(pairs.create, form)


def in_use(desk: Desk, program: int, value: bool) -> None:
    def work(session: Session) -> None:
        session.get_one(Program, program).in_use = value

    desk.do(work)


def test_an_empty_desk_has_nothing_to_match(desk: Desk) -> None:
    sheet = desk.read(drafts.sheet, EVERYTHING, None, None)
    assert (sheet.cohorts, sheet.cohort_id, sheet.task, sheet.problem) == ((), None, None, "")


def test_cohorts_to_match_come_by_start_and_name(desk: Desk) -> None:
    program, resting = add_program(desk, "One"), add_program(desk, "Resting")
    late = add_cohort(desk, program, "Late", **AUTUMN)
    running = add_cohort(desk, program, "Running", **SPRING)
    other = add_cohort(desk, program, "Also running", **SPRING)
    over = add_cohort(desk, program, "Over", ends_on=date(2026, 5, 1))
    add_cohort(desk, resting, "Not in use")
    in_use(desk, resting, False)
    for cohort, count in ((late, 3), (running, 1)):
        for at in range(count):
            enroll(desk, cohort, add_person(desk, f"Person {cohort} {at}"), Role.MENTEE)
    add_pair(desk, "Ada Ek", "Bo Ek", running, PairStatus.PROPOSED)
    sheet = desk.read(drafts.sheet, EVERYTHING, None, None)
    assert [(each.name, each.to_match, each.waiting) for each in sheet.cohorts] == [
        ("Also running", 0, 0),
        ("Running", 1, 1),
        ("Late", 3, 0),
    ]
    assert sheet.cohort_id == late
    assert desk.read(drafts.sheet, EVERYTHING, running, None).cohort == "Running"
    assert desk.read(drafts.sheet, EVERYTHING, 99, None).cohort_id == late
    alone = desk.read(drafts.sheet, Scope(cohort_id=over), late, None)
    assert ([each.name for each in alone.cohorts], alone.cohort_id) == (["Over"], over)
    assert desk.read(drafts.sheet, Scope(program_id=resting), None, None).cohorts == ()
    assert other in {each.id for each in sheet.cohorts}
    asked = desk.read(drafts.sheet, EVERYTHING, over, None)
    assert (asked.cohort, asked.cohorts[0].name) == ("Over", "Over")


def test_where_nobody_is_to_be_matched_a_draft_or_proposals_come_first(drafted: Drafted) -> None:
    add_cohort(drafted.desk, drafted.sheet().program_id, "Another", starts_on=date(2025, 1, 1))
    drafted.draft()
    for name in ("Cy", "Di", "Ed"):
        status(drafted, name, EnrollmentStatus.WITHDRAWN)
    found = drafted.desk.read(drafts.sheet, EVERYTHING, None, None)
    assert [each.name for each in found.cohorts] == ["Another", COHORT]
    assert found.cohort == COHORT


def test_people_are_all_enrolled_and_everybody_in_a_draft(drafted: Drafted) -> None:
    drafted.join("Flo Ek", Role.MENTEE, title="Planner", department="Service", company="Solvane")
    drafted.draft()
    status(drafted, "Cy", EnrollmentStatus.WITHDRAWN)
    drafted.desk.do(cohorts.remove_enrollment, enrollment(drafted, "Di"))
    drafted.desk.do(people.set_status, [drafted.people["Bo"]], PersonStatus.LEFT)
    found = drafted.sheet().people
    assert {name for name, id_ in drafted.people.items() if found[id_].taking_part} == {"Ada", "Ed", "Flo"}
    assert drafted.people["Di"] in found
    flo = found[drafted.people["Flo"]]
    assert (flo.name, flo.title, flo.department, flo.company) == ("Flo Ek", "Planner", "Service", "Solvane")
    assert flo.email == "flo.ek@solvane.example"


def test_the_sheet_names_its_cohort_and_the_fields_of_the_desk(drafted: Drafted) -> None:
    drafted.desk.do(custom_fields.save, CustomFieldForm("Stage"))
    drafted.desk.do(custom_fields.save, CustomFieldForm("Clubs"))
    sheet = drafted.sheet()
    assert (sheet.cohort, sheet.program, sheet.format) == (COHORT, "Crossroads", Format.TRADITIONAL)
    assert sheet.fields == ("Stage", "Clubs")
    assert (sheet.drafts, sheet.draft, sheet.stale, sheet.before()) == ((), None, (), None)
    assert sheet.task
    assert len(sheet.task.mentees) == 3


def test_a_peer_program_makes_pairs_of_peers(desk: Desk) -> None:
    drafted = Drafted(desk, format=Format.PEER).found()
    drafted.join("Cy Ek", Role.PEER)
    drafted.join("Di Ek", Role.PEER)
    sheet = drafted.sheet()
    assert sheet.peers
    assert sheet.program_settings
    assert sheet.program_settings.shape is Shape.PEERS


def test_an_empty_side_is_a_sentence_and_no_task(desk: Desk) -> None:
    drafted = Drafted(desk).found()
    drafted.join("Cy Ek", Role.MENTEE)
    sheet = drafted.sheet()
    assert sheet.problem.startswith(f"“{COHORT}” has no mentors to match. Enroll people as mentors")
    assert sheet.task is None
    assert sheet.program_settings


def test_where_everybody_has_a_pair_there_is_nothing_to_match(drafted: Drafted) -> None:
    drafted.draft()
    for name in ("Cy", "Di", "Ed"):
        drafted.join(f"Mentor{name} Ek", Role.MENTOR)
        made(drafted, f"Mentor{name}", name)
    sheet = drafted.sheet()
    assert sheet.problem == f"All mentees of “{COHORT}” have a pair already."
    assert "Cy Ek, Di Ek and Ed Ek" in sheet.stale[0]


def test_a_draft_of_nobody_changed_is_not_stale(drafted: Drafted) -> None:
    drafted.draft()
    drafted.desk.do(people.save, drafted.desk.read(people.form, drafted.people["Cy"]), drafted.people["Cy"])
    assert drafted.sheet().stale == ()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            lambda it: status(it, "Cy", EnrollmentStatus.WITHDRAWN),
            "Cy Ek has withdrawn since this draft was made.",
        ),
        (
            lambda it: status(it, "Bo", EnrollmentStatus.WAITLISTED),
            "Bo Ek has been put on the waiting list since this draft was made.",
        ),
        (
            lambda it: it.desk.do(people.set_status, [it.people["Cy"], it.people["Ada"]], PersonStatus.LEFT),
            "2 people have left since this draft was made: Ada Ek and Cy Ek.",
        ),
        (lambda it: it.join("Flo Ek", Role.MENTEE), "Flo Ek is new since this draft was made."),
        (
            lambda it: [it.join(f"{name} Ek", Role.MENTEE) for name in ("Flo", "Gus", "Hal")],
            "3 people are new: Flo Ek, Gus Ek and Hal Ek.",
        ),
        (
            lambda it: it.desk.do(cohorts.remove_enrollment, enrollment(it, "Di")),
            "Di Ek has been taken out of the cohort since this draft was made.",
        ),
        (
            lambda it: it.desk.do(cohorts.change_enrollment, enrollment(it, "Ada"), capacity=3),
            "Ada Ek has 3 free places now.",
        ),
        (lambda it: made(it, "Ada", "Cy"), "Cy and Ada are a pair already."),
        (lambda it: made(it, "Ada", "Ed"), "Ed Ek has another pair by now."),
        (lambda it: add_person(it.desk, "Top Boss"), ""),
    ],
)
def test_what_changed_since_a_draft_is_said(drafted: Drafted, change: Callable[[Drafted], Any], sentence: str) -> None:
    drafted.draft()
    change(drafted)
    assert (drafted.sheet().stale or ("",))[0] == sentence


def test_a_change_of_a_person_is_said_until_the_draft_is_kept_again(drafted: Drafted) -> None:
    draft_id = drafted.draft()
    for name in ("Cy", "Di"):
        form = drafted.desk.read(people.form, drafted.people[name])
        changed = form.__class__(**{**{each: getattr(form, each) for each in form.__slots__}, "wants": ("Boards",)})
        drafted.desk.do(people.save, changed, drafted.people[name])
    assert drafted.sheet().stale == ("2 people have changed: Cy Ek and Di Ek.",)
    drafted.change(draft_id, Fixed(), "Suggest again")
    assert drafted.sheet().stale == ()
    assert drafted.desk.undo_label() == "Suggest again"


def test_a_declined_pair_is_told_once_and_not_as_a_change_of_the_two(drafted: Drafted) -> None:
    draft_id = drafted.draft()
    cell = drafted.cell("Cy", "Ada")
    assert cell in drafted.pairs(draft_id)
    drafted.desk.do(pairs.end, made(drafted, "Ada", "Cy"), EndReason.DECLINED)
    assert drafted.sheet().stale == ("Cy & Ada has been declined: suggest again for another choice.",)
    drafted.change(draft_id, Fixed(), "Suggest again")
    assert cell not in drafted.pairs(draft_id)
    assert drafted.sheet().stale == ()


def test_a_proposal_taken_back_may_be_made_again(drafted: Drafted) -> None:
    draft_id = drafted.draft()
    drafted.desk.do(pairs.remove, [made(drafted, "Ada", "Cy")])
    assert drafted.sheet().stale == ()
    drafted.change(draft_id, Fixed(), "Suggest again")
    assert drafted.cell("Cy", "Ada") in drafted.pairs(draft_id)


def test_after_the_commit_all_pairs_of_the_draft_have_been_made(drafted: Drafted) -> None:
    draft_id = drafted.draft()
    drafted.desk.do(drafts.commit, draft_id)
    assert drafted.sheet().stale == ("All 2 pairs of this draft have been made.",)
    task = drafted.sheet().task
    assert task
    assert [each.name for each in task.mentees] == ["Ed Ek"]


def test_in_a_group_of_peers_rounds_to_come_can_still_be_seen(desk: Desk) -> None:
    drafted = Drafted(desk, format=Format.PEER).found()
    for name in ("Cy", "Di", "Ed", "Flo"):
        drafted.join(f"{name} Ek", Role.PEER)
    draft_id = drafted.draft(drafted.settings(rounds=2))
    drafted.desk.do(drafts.commit, draft_id)
    sheet = drafted.sheet()
    assert len(sheet.stale) == 1
    assert sheet.stale[0].startswith("2 pairs of this draft have been made: ")
    assert sheet.task
    assert len(sheet.task.mentees) == 4


def test_many_people_take_as_many_statements_as_a_few(desk: Desk) -> None:
    drafted = Drafted(desk).found()

    def fill(numbers: range) -> None:
        for at in numbers:
            drafted.join(f"Person {at}", Role.MENTOR if at % 2 else Role.MENTEE)
        drafted.draft()

    fill(range(6))
    few = statements(desk, drafts.sheet, EVERYTHING, drafted.cohort, None)
    fill(range(6, 60))
    many = statements(desk, drafts.sheet, EVERYTHING, drafted.cohort, None)
    assert len(drafted.sheet().people) == 60
    assert few == many <= 22
