"""Participation, funnel, match rates, new and returning people, mentees who became mentors: counted by hand."""

from datetime import date, timedelta

from mentordesk.domain.cohorts import EnrollmentStatus, Role
from mentordesk.domain.metrics.facts import Turn
from mentordesk.domain.metrics.taking_part import funnel, match_rates, participation, sections
from mentordesk.domain.scope import EVERYTHING, Period
from mentordesk.domain.standing import PairStatus
from tests.metric_facts import START, TODAY, by_key, facts, pair, person, place, said

DAY = timedelta(days=1)


def test_participation_is_enrolled_of_eligible() -> None:
    """Eligible: 1 and 2 enrolled, 3 not, 4 left in the cohort, 9 has an unknown date of hire. Not eligible: an external
    one (5), who left before (6) or on an unknown day (7), who comes next month (8)."""
    people = [
        *(person(1), person(2), person(3), person(4, left=True, left_on=START + DAY), person(9)),
        *(person(5, external=True), person(6, left=True, left_on=START - DAY)),
        *(person(7, left=True), person(8, hired_on=TODAY + 30 * DAY)),
    ]
    places = [place(1), place(2), place(5), place(3, status=EnrollmentStatus.WAITLISTED)]
    assert said(participation(facts(people=people, places=places))) == (40, 2, 5, "")


def test_without_a_period_the_whole_desk_is_of_who_works_there_today() -> None:
    people = [person(1), person(2), person(4, left=True, left_on=START + DAY)]
    everything = facts(people=people, places=[place(1), place(4)], scope=EVERYTHING)
    assert said(participation(everything)) == (50, 1, 2, "")


def test_a_period_counts_the_cohorts_that_ran_in_it() -> None:
    places = [place(1, cohort_id=2, starts_on=date(2020, 1, 1), ends_on=date(2020, 12, 31)), place(2)]
    found = facts(
        people=[person(1), person(2)], places=places, scope=EVERYTHING, period=Period(date(2026, 1, 1), TODAY)
    )
    assert said(participation(found)) == (50, 1, 2, "")


def test_without_anybody_eligible_there_is_no_share() -> None:
    assert said(participation(facts())) == (None, 0, 0, "nobody is eligible")


def test_match_rates_count_pairs_that_began() -> None:
    places = [place(1, Role.MENTOR), place(2), place(3), place(4), place(5, status=EnrollmentStatus.WITHDRAWN)]
    pairs = [
        pair(1, 1, 2),
        pair(2, 1, 3, PairStatus.PROPOSED, started_on=None),
        pair(3, 1, 4, PairStatus.ENDED, started_on=None),
    ]
    assert by_key(match_rates(facts(places=places, pairs=pairs))) == {
        "match_rate.all": (50, 2, 4, ""),
        "match_rate.mentor": (100, 1, 1, ""),
        "match_rate.mentee": (33, 1, 3, ""),
    }


def test_the_funnel_narrows() -> None:
    places = [
        *(place(1, Role.MENTOR), place(2), place(3, status=EnrollmentStatus.COMPLETED), place(4)),
        *(place(5, status=EnrollmentStatus.APPLIED), place(6, status=EnrollmentStatus.WAITLISTED)),
        *(place(7, status=EnrollmentStatus.WITHDRAWN), place(8, inside=False)),
    ]
    pairs = [pair(1, 1, 2, last_contact_on=TODAY), pair(2, 1, 3, PairStatus.COMPLETED)]
    assert by_key(funnel(facts(places=places, pairs=pairs))) == {
        "funnel.applied": (100, 7, 7, ""),
        "funnel.accepted": (57, 4, 7, ""),
        "funnel.matched": (43, 3, 7, ""),
        "funnel.met": (29, 2, 7, ""),
        "funnel.finished": (29, 2, 7, ""),
        "funnel.waitlisted": (1, None, None, ""),
        "funnel.withdrawn": (1, None, None, ""),
    }


def test_who_was_in_an_earlier_cohort_returns() -> None:
    earlier = {"cohort_id": 2, "starts_on": date(2020, 1, 1), "inside": False}
    places = [place(1), place(2), place(3), place(1, **earlier), place(2, status=EnrollmentStatus.WITHDRAWN, **earlier)]
    found = by_key(sections(facts(places=places))[0].measures)
    assert (found["returning_people"], found["new_people"]) == ((33, 1, 3, ""), (67, 2, 3, ""))


def test_a_mentee_who_is_a_mentor_later_anywhere_became_one() -> None:
    """1 became a mentor elsewhere; 2 was a mentor before only; 3 is mentor of the same day; 4 of another scope."""
    turns = [
        *(Turn(1, Role.MENTEE, START, True), Turn(1, Role.MENTOR, TODAY, False)),
        *(Turn(2, Role.MENTEE, START, True), Turn(2, Role.MENTOR, START - DAY, True)),
        *(Turn(3, Role.MENTEE, START, True), Turn(3, Role.MENTOR, START, True)),
        *(Turn(4, Role.MENTEE, START, False), Turn(4, Role.MENTOR, TODAY, True)),
    ]
    found = by_key(sections(facts(turns=turns))[0].measures)
    assert found["mentees_became_mentors"] == (33, 1, 3, "")
    assert by_key(sections(facts())[0].measures)["mentees_became_mentors"] == (None, 0, 0, "no mentee yet")
