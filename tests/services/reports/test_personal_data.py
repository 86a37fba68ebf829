"""Everything about one person is told to that person, and nothing that others have said for themselves."""

from dataclasses import replace
from datetime import date

import pytest

from mentordesk.data.records import CheckIn, ClosingSurvey, Goal, GoalOwner, JointProject, ProjectHours
from mentordesk.data.schema import HISTORY_FREE, metadata
from mentordesk.data.tables import CareerMilestone, Cohort, EnrollmentWish, Pair, Program, WishKind
from mentordesk.domain.cohorts import Role
from mentordesk.domain.contacts import Channel, ContactForm, ExchangeForm, ExchangeKind
from mentordesk.domain.errors import NotFoundError
from mentordesk.domain.people import CareerKind
from mentordesk.domain.standing import Side
from mentordesk.exchange.workbook_figures import shown
from mentordesk.services.desk import Desk
from mentordesk.services.pairs import contacts, exchanges
from mentordesk.services.people import people
from mentordesk.services.reports import personal_data
from mentordesk.services.reports.personal_words import TITLES
from tests import builders
from tests.crossroads import add

MINE, THEIRS = "I learn to say no", "He talks a great deal about himself"


@pytest.fixture
def jonas(desk: Desk) -> int:
    """Jonas, a mentee of Amara's, with one of everything; Ingrid introduced them."""
    cohort = builders.add_cohort(desk)
    amara = builders.add_person(desk, "Amara Okonkwo", email="amara@solvane.example")
    jonas = builders.add_person(
        desk, "Jonas Weidmann", email="jonas@solvane.example", wants=("Negotiation",), notes="Amara knows his team"
    )
    ingrid = builders.add_person(desk, "Ingrid Tveit")
    pair = builders.add_pair(desk, amara, jonas, cohort)
    desk.do(lambda session: setattr(session.get_one(Pair, pair), "introduced_by_id", ingrid))
    note = "Lunch with Amara and Ingrid Tveit, write to amara@solvane.example"
    desk.do(contacts.log, ContactForm(pair, Channel.COFFEE, date(2026, 5, 20), 45, note))
    gone = desk.do(contacts.log, ContactForm(pair, Channel.VIDEO, date(2026, 5, 28), 30, "Taken off again"))
    desk.do(contacts.remove, [gone])
    desk.do(exchanges.record, ExchangeForm(pair, amara, ExchangeKind.ADVICE, 2, date(2026, 5, 20), "Scope talk"))
    for side, words in ((Side.RIGHT, MINE), (Side.LEFT, THEIRS)):
        desk.do(add, CheckIn(pair_id=pair, side=side, day=date(2026, 5, 8), trust=4, comment=words))
        desk.do(add, ClosingSurvey(pair_id=pair, side=side, day=date(2026, 6, 1), comment=f"Survey: {words}"))
    for owner in GoalOwner:
        desk.do(add, Goal(pair_id=pair, owner=owner, title=f"Goal of {owner.value}", set_on=date(2026, 1, 8)))
    project = desk.do(add, JointProject(pair_id=pair, title="Route map", started_on=date(2026, 2, 2)))
    for side, hours in ((Side.RIGHT, 1.5), (Side.LEFT, 7.25)):
        desk.do(add, ProjectHours(project_id=project, side=side, day=date(2026, 3, 3), hours=hours))
    return jonas


def add_veto(desk: Desk, person_id: int) -> None:
    """Ruth, who is in the cohort too, does not want to be paired with the person."""
    ruth = builders.add_person(desk, "Ruth Adelmann")
    cohort = desk.read(lambda session: session.query(Cohort.id).scalar())
    enrollment = builders.enroll(desk, cohort, ruth, Role.MENTOR)
    desk.do(add, EnrollmentWish(enrollment_id=enrollment, person_id=person_id, kind=WishKind.VETO))


def sections(desk: Desk, person_id: int) -> dict[str, list[dict[str, str]]]:
    """The rows of every section by heading, as they are shown."""
    found = desk.read(personal_data.of_person, person_id)
    return {
        section.name: [dict(zip(section.columns, (shown(value) for value in row), strict=True)) for row in section.rows]
        for section in found.sections
    }


def said(desk: Desk, person_id: int) -> str:
    return "\n".join(value for rows in sections(desk, person_id).values() for row in rows for value in row.values())


def test_what_is_known_about_the_person_is_told(desk: Desk, jonas: int) -> None:
    found = sections(desk, jonas)
    assert {"What": "E-mail", "Value": "jonas@solvane.example"} in found["Person"]
    assert found["Skills and lists"] == [{"Kind": "Wants", "Value": "Negotiation"}]
    (pair,) = found["Pairs"]
    assert (pair["Left side"], pair["Right side"], pair["Introduced by"]) == ("A. O.", "Jonas Weidmann", "I. T.")
    assert [row["Date"] for row in found["Contacts"]] == ["20 May 2026"]
    assert [(row["Who"], row["What"]) for row in found["Give and take"]] == [("A. O.", "Scope talk")]
    assert [row["Comment"] for row in found["Check-ins"]] == [MINE]
    assert [row["Hours"] for row in found["Project hours"]] == ["1.5"]
    assert {row["Title"] for row in found["Goals"]} == {"Goal of right", "Goal of both"}


def test_what_was_taken_off_is_told_by_the_history(desk: Desk, jonas: int) -> None:
    history = sections(desk, jonas)["History"]
    taken = [row for row in history if row["Field"] == "Note" and row["Before"] == "Taken off again"]
    assert [(row["What"], row["After"]) for row in taken] == [("Contacts", "")]
    desk.do(people.save, _renamed(desk, jonas), jonas)
    newest = sections(desk, jonas)["History"][0]
    assert (newest["Field"], newest["After"]) == ("Title", "Team lead")


def _renamed(desk: Desk, person_id: int):
    return replace(desk.read(people.form, person_id), title="Team lead")


def test_what_a_step_that_was_undone_had_done_is_not_told(desk: Desk, jonas: int) -> None:
    desk.do(people.save, _renamed(desk, jonas), jonas)
    desk.undo()
    assert "Team lead" not in said(desk, jonas)


def test_other_people_stand_by_their_initials(desk: Desk, jonas: int) -> None:
    every = said(desk, jonas)
    for part in ("Amara", "Okonkwo", "Ingrid", "Tveit", "amara@solvane.example"):
        assert part not in every
    (contact,) = sections(desk, jonas)["Contacts"]
    assert contact["Note"] == "Lunch with A. and I. T., write to (address)"


def test_what_the_other_side_said_is_left_out_and_counted(desk: Desk, jonas: int) -> None:
    add_veto(desk, jonas)
    every = said(desk, jonas)
    assert MINE in every
    assert THEIRS not in every
    assert "Goal of left" not in every
    assert "7.25" not in every
    assert "Ruth" not in every
    assert set(desk.read(personal_data.of_person, jonas).left_out) == {
        "1 check-in",
        "1 closing survey",
        "1 goal",
        "1 entry of project hours",
        "1 wish not to be paired",
    }


def test_who_brought_two_together_is_not_told_what_they_live_through(desk: Desk, jonas: int) -> None:
    ingrid = next(row.id for row in desk.read(builders.people.rows) if row.name == "Ingrid Tveit")
    found = sections(desk, ingrid)
    assert [(row["Left side"], row["Right side"]) for row in found["Pairs"]] == [("A. O.", "J. W.")]
    assert not {"Contacts", "Check-ins", "Give and take"} & found.keys()
    assert MINE not in said(desk, ingrid)


def test_a_name_that_was_typed_somewhere_is_found(desk: Desk, jonas: int) -> None:
    desk.do(lambda session: setattr(session.query(Program).first(), "sponsor", "Jonas Weidmann"))
    assert sections(desk, jonas)["Named in"] == [{"What": "Sponsor of the program", "Of": "Crossroads"}]


def test_a_career_is_told(desk: Desk, jonas: int) -> None:
    turn = CareerMilestone(person_id=jonas, kind=CareerKind.PROMOTION, day=date(2026, 3, 1), title="Team lead")
    desk.do(add, turn)
    assert [(row["Kind"], row["Date"]) for row in sections(desk, jonas)["Career"]] == [("Promotion", "1 Mar 2026")]


def test_somebody_who_is_gone_is_said_to_be(desk: Desk) -> None:
    with pytest.raises(NotFoundError):
        desk.read(personal_data.of_person, 99)


def test_every_table_that_leads_to_a_person_has_its_sheet() -> None:
    """A new table about people must be given a title, so that nobody forgets to think of it."""
    reached = {"person"}
    for table in metadata.sorted_tables:
        parents = {link.column.table.name for column in table.columns for link in column.foreign_keys}
        if parents & reached and table.name not in HISTORY_FREE:
            reached.add(table.name)
    assert reached == set(TITLES)
