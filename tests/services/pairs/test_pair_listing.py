"""What the Pairs page lists, filters by, and offers for a new pair."""

from datetime import date

from mentordesk.domain.balance import Band
from mentordesk.domain.goals import ProjectForm
from mentordesk.domain.pairs import EndReason
from mentordesk.domain.people import PersonStatus
from mentordesk.domain.programs import Format
from mentordesk.domain.scope import Scope
from mentordesk.domain.standing import PairStatus, Side
from mentordesk.services.pairs import pair_listing, pairs, projects
from tests.crossroads import TODAY, Crossroads


def test_a_listed_pair_says_what_the_quick_filters_ask(crossroads: Crossroads) -> None:
    pair = crossroads.pair()
    crossroads.contact(pair, 47)
    crossroads.gift(pair, "Amara", 3)
    crossroads.gift(pair, "Amara", 3)
    (listed,) = crossroads.desk.read(pair_listing.listed)
    assert (listed.at_risk, listed.on_watch, listed.band) == (True, False, Band.ONE_SIDED)
    assert (listed.unbalanced, listed.out_of_contact, listed.ends_soon(TODAY)) == (True, True, True)
    assert not listed.ends_soon(date(2026, 6, 1))
    crossroads.desk.do(pairs.pause, [pair])
    (listed,) = crossroads.desk.read(pair_listing.listed)
    assert (listed.at_risk, listed.unbalanced, listed.out_of_contact, listed.ends_soon(TODAY)) == (False,) * 4


def test_a_pair_is_found_by_a_low_answer_of_either_side_in_its_latest_check_in(crossroads: Crossroads) -> None:
    pair, fine = crossroads.pair(), crossroads.pair("Ruth", "Mateo")
    crossroads.check_in(pair, Side.LEFT, 60, 1, 1, 1, 1)
    for each in (pair, fine):
        crossroads.check_in(each, Side.LEFT, 9, 4, 4, 4, 4)
        crossroads.check_in(each, Side.RIGHT, 9, 5, 5, 4, 4)
    by_id = {listed.id: listed for listed in crossroads.desk.read(pair_listing.listed)}
    assert [(by_id[each].lowest_answer, by_id[each].low_check_in) for each in (pair, fine)] == [(4, False)] * 2
    crossroads.check_in(pair, Side.RIGHT, 2, 5, 5, 3, 4)
    by_id = {listed.id: listed for listed in crossroads.desk.read(pair_listing.listed)}
    assert [by_id[each].low_check_in for each in (pair, fine)] == [True, False]


def test_a_pair_that_nobody_has_asked_has_no_low_check_in(crossroads: Crossroads) -> None:
    crossroads.pair()
    (listed,) = crossroads.desk.read(pair_listing.listed)
    assert (listed.lowest_answer, listed.low_check_in) == (None, False)


def test_notes_and_projects_are_words_to_search(crossroads: Crossroads) -> None:
    pair = crossroads.pair()
    crossroads.desk.do(pairs.set_notes, pair, "Prefers mornings")
    crossroads.desk.do(projects.add, ProjectForm(pair, "Cold-chain pilot"))
    (listed,) = crossroads.desk.read(pair_listing.listed)
    assert "mornings" in listed.words
    assert "Cold-chain" in listed.words
    assert crossroads.desk.read(pair_listing.listed, Scope(cohort_id=999)) == []


def test_only_pairs_that_have_begun_are_offered_for_a_contact(crossroads: Crossroads) -> None:
    ended = crossroads.pair("Ruth", "Mateo")
    crossroads.desk.do(pairs.end, ended, EndReason.NO_TIME)
    active = crossroads.pair()
    crossroads.propose("Amara", "Mateo")
    choices = crossroads.desk.read(pair_listing.started)
    assert [(choice.id, choice.status) for choice in choices] == [
        (active, PairStatus.ACTIVE),
        (ended, PairStatus.ENDED),
    ]
    assert choices[0].name == "Amara Okonkwo & Jonas Weidmann"


def test_people_without_a_free_place_are_not_offered(crossroads: Crossroads) -> None:
    crossroads.pair()
    where = (crossroads.cohort, Format.TRADITIONAL)
    mentors = crossroads.desk.read(pair_listing.candidates, *where, Side.LEFT)
    mentees = crossroads.desk.read(pair_listing.candidates, *where, Side.RIGHT)
    assert [(person.name, person.free) for person in mentors] == [("Amara Okonkwo", 1), ("Ruth Adelmann", 2)]
    assert [person.name for person in mentees] == ["Mateo Quispe"]


def test_cohorts_that_are_over_and_people_who_left_are_not_offered(crossroads: Crossroads) -> None:
    crossroads.person("Satu", status=PersonStatus.LEFT)
    assert [cohort.name for cohort in crossroads.desk.read(pair_listing.cohorts)] == ["Crossroads 2025–26"]
    assert "Satu Ek" not in [person.name for person in crossroads.desk.read(pair_listing.people)]
    crossroads.clock.day = date(2026, 8, 1)
    assert crossroads.desk.read(pair_listing.cohorts) == []
