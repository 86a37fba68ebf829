"""Lineage from the pairs of a desk: around a person, the whole family, circles, captions, number of statements."""

from datetime import date

from sqlalchemy import event

from mentordesk.domain.lineage import sentence
from mentordesk.domain.people import CareerKind, PersonStatus
from mentordesk.domain.programs import Format
from mentordesk.domain.standing import PairStatus
from mentordesk.services.desk import Desk
from mentordesk.services.pairs import pairs
from mentordesk.services.people import careers, lineage, people
from tests.builders import add_pair, add_person

NAMES = ("Viktor Halloran", "Ruth Adelmann", "Amara Okonkwo", "Chidi Okafor", "Marta Vidal", "Bukola Sani")


def chain(desk: Desk) -> dict[str, int]:
    """Viktor, Ruth, Amara, Chidi, then Marta and Bukola; Mei-Lin mentored Amara in reverse."""
    ids = {name.split()[0]: add_person(desk, name) for name in NAMES}
    for mentor, mentee, year in (
        ("Viktor", "Ruth", 1989),
        ("Ruth", "Amara", 2011),
        ("Amara", "Chidi", 2018),
        ("Chidi", "Marta", 2025),
        ("Chidi", "Bukola", 2023),
    ):
        ids[f"{mentor}-{mentee}"] = add_pair(desk, ids[mentor], ids[mentee], started_on=date(year, 3, 1))
    ids["Mei"] = add_person(desk, "Mei-Lin Zhao", title="UX designer")
    ids["Mei-Amara"] = add_pair(desk, ids["Mei"], ids["Amara"], started_on=date(2022, 1, 10), format=Format.REVERSE)
    desk.do(pairs.complete, [ids["Mei-Amara"], ids["Viktor-Ruth"]])
    return ids


def names(found) -> set[str]:
    return {person.name.split()[0] for person in found.people}


def test_two_generations_back_and_two_forward(desk: Desk) -> None:
    ids = chain(desk)
    amara = desk.read(lineage.around, ids["Amara"])
    assert names(amara) == {"Viktor", "Ruth", "Mei-Lin", "Amara", "Chidi", "Marta", "Bukola"}
    assert sentence(amara) == "5 generations since 1989, 4 of 6 ties are still alive"
    assert names(desk.read(lineage.around, ids["Marta"])) == {"Amara", "Chidi", "Marta"}


def test_the_family_is_everybody_over_any_number_of_steps_and_nobody_else(desk: Desk) -> None:
    ids = chain(desk)
    add_pair(desk, "Tomasz Wrona", "Leila Khoury")
    family = desk.read(lineage.family, ids["Marta"])
    assert names(family) == {"Viktor", "Ruth", "Mei-Lin", "Amara", "Chidi", "Marta", "Bukola"}
    assert (family.person_id, family.generations, len(family.ties)) == (ids["Marta"], 5, 6)
    ranks = family.ranks
    assert all(ranks[tie.mentor_id] < ranks[tie.mentee_id] for tie in family.ties)


def test_peers_and_proposed_pairs_are_no_tie(desk: Desk) -> None:
    amara = add_person(desk, "Amara Okonkwo")
    add_pair(desk, amara, "Anneke Visser", format=Format.PEER)
    add_pair(desk, amara, "Ayesha Siddiqui", status=PairStatus.PROPOSED)
    for read in (lineage.around, lineage.family):
        found = desk.read(read, amara)
        assert (names(found), found.ties, sentence(found)) == ({"Amara"}, (), "")


def test_people_who_mentored_each_other_have_a_tie_that_leads_back(desk: Desk) -> None:
    ids = chain(desk)
    add_pair(desk, ids["Chidi"], ids["Ruth"], started_on=date(2024, 1, 1))
    found = desk.read(lineage.family, ids["Amara"])
    assert [tie.key for tie in found.ties if tie.closes] == [(ids["Chidi"], ids["Ruth"])]
    assert found.generations == 5
    assert [tie.key for tie in desk.read(lineage.around, ids["Amara"]).ties if tie.closes] == [
        (ids["Chidi"], ids["Ruth"])
    ]


def test_who_is_gone_says_since_when(desk: Desk) -> None:
    ids = chain(desk)
    desk.do(careers.add_career, ids["Viktor"], CareerKind.DEPARTURE, date(2014, 6, 30), title="Retired")
    desk.do(people.set_status, [ids["Viktor"], ids["Ruth"]], PersonStatus.LEFT)
    captions = {person.id: person.caption for person in desk.read(lineage.around, ids["Amara"]).people}
    assert captions[ids["Viktor"]] == "retired 2014"
    assert captions[ids["Ruth"]] == "left 2026"
    assert captions[ids["Mei"]] == "UX designer"


def test_of_many_mentees_those_who_are_tied_still_and_the_newest_are_shown(desk: Desk) -> None:
    amara = add_person(desk, "Amara Okonkwo")
    made = [add_pair(desk, amara, f"Mentee {year}", started_on=date(year, 1, 1)) for year in range(2010, 2022)]
    desk.do(pairs.complete, made[2:])
    found = desk.read(lineage.around, amara)
    shown = {person.name for person in found.people} - {"Amara Okonkwo"}
    assert len(shown) == lineage.MOST
    assert {"Mentee 2010", "Mentee 2011", "Mentee 2021", "Mentee 2020"} <= shown
    assert found.left_out == 4
    assert len(desk.read(lineage.family, amara).people) == 13


def statements(desk: Desk, read, *args) -> int:
    count = 0

    def counting(*_args) -> None:
        nonlocal count
        count += 1

    engine = desk.database.engine
    event.listen(engine, "before_cursor_execute", counting)
    try:
        desk.read(read, *args)
    finally:
        event.remove(engine, "before_cursor_execute", counting)
    return count


def test_a_lineage_takes_a_few_statements_however_many_people(desk: Desk) -> None:
    ids = chain(desk)
    few = statements(desk, lineage.around, ids["Amara"])
    for number in range(30):
        add_pair(desk, ids["Chidi"], f"Mentee {number}")
    assert statements(desk, lineage.around, ids["Amara"]) == few <= 8
    assert statements(desk, lineage.family, ids["Amara"]) <= 4
