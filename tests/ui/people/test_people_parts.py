"""Words, filters and years of the People page."""

from datetime import date

import pytest

from mentordesk.domain.people import PersonForm, PersonRow, PersonStatus
from mentordesk.ui.people import wording
from mentordesk.ui.people.people_filter import HERE, PeopleFilter, from_target
from mentordesk.ui.people.person_fields import changed_fields
from mentordesk.ui.people.years import years_of

TODAY = date(2026, 6, 4)


def person(name: str = "Amara Okonkwo", **values: object) -> PersonRow:
    empty = {"email": "", "employee_number": "", "title": "", "department": "", "location": "", "company": ""}
    lists = {"languages": (), "offers": (), "wants": (), "experience": ()}
    rest = {"id": 1, "level": None, "external": False, "status": PersonStatus.ACTIVE, "role_now": "Mentor"}
    counts = {"active_pairs": 0, "can_mentor": False, "wants_mentor": False}
    return PersonRow(name=name, **{**empty, **lists, **rest, **counts, **values})


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"title": "VP Operations", "location": "Rotterdam", "level": 6}, "VP Operations in Rotterdam, level 6"),
        ({"title": "Founder", "company": "Cargoloop", "external": True}, "Founder at Cargoloop"),
        ({"title": "Analyst", "company": "Solvane"}, "Analyst"),
        ({"location": "Lagos"}, "In Lagos"),
        ({"department": "Data", "level": 2}, "Data, level 2"),
        ({}, ""),
    ],
)
def test_a_person_in_one_line(values: dict, said: str) -> None:
    assert wording.headline(person(**values)) == said


def test_languages_are_listed_as_in_a_sentence() -> None:
    assert [wording.spoken(it) for it in ((), ("Igbo",), ("Igbo", "Dutch"), ("A", "B", "C"))] == [
        "",
        "Speaks Igbo",
        "Speaks Igbo and Dutch",
        "Speaks A, B and C",
    ]


def test_facts_count_who_is_here() -> None:
    people = [person(), person(external=True), person(status=PersonStatus.LEFT)]

    assert wording.directory_facts(people, whole=True) == "2 people, 1 of them external"
    assert wording.directory_facts(people[:1], whole=False) == "1 person takes part here"


def test_why_two_may_be_one() -> None:
    twin = person(email="a@x.example", active_pairs=2)

    assert wording.alike(PersonForm("B", email=" A@x.example"), twin) == "Same e-mail, a@x.example, in 2 active pairs"
    assert wording.alike(PersonForm("amara OKONKWO"), twin).startswith("Same name, ")
    assert wording.alike(PersonForm("A. Okonkwo"), twin).startswith("Same initial, surname and department, ")


def test_leave_and_left_come_before_the_role() -> None:
    assert [wording.now(person(status=status)) for status in PersonStatus] == ["Mentor", "On leave", "Left"]


def test_a_target_with_unknown_filters_lists_everybody_here() -> None:
    assert from_target({"status": "vanished", "color": 3}) == PeopleFilter(HERE)
    assert from_target({"status": "left", "external": True}) == PeopleFilter("left", "", frozenset({"external"}))


def test_changed_fields_count_each_custom_field() -> None:
    before = PersonForm("A", custom={1: ("x",), 2: ()})
    after = PersonForm("B", title="T", custom={1: ("y",), 3: ("z",)})

    assert (changed_fields(before, before), changed_fields(before, after)) == (0, 4)


def test_years_begin_with_the_first_pair_and_are_named_evenly() -> None:
    years = years_of([date(2011, 3, 1), date(2022, 1, 1)], TODAY)

    assert [mark.year for mark in years.marks()] == [2011, 2014, 2017, 2020, 2023, 2026]
    assert (years.share(date(2011, 1, 1)), years.share(TODAY), years.share(date(2030, 1, 1))) == (0.0, 1.0, 1.0)


def test_a_young_pair_has_a_year_before_it() -> None:
    assert years_of([date(2026, 5, 1)], TODAY).first == date(2025, 1, 1)
    assert years_of([], TODAY).first == date(2025, 1, 1)
