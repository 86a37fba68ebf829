"""Attention items about people and cohorts: when they appear, their score and tier at the limits, and their words."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from mentordesk.domain.attention import Tier
from mentordesk.domain.attention_occasions import (
    CareerTurn,
    Ending,
    Unmatched,
    career_turns,
    cohort_ends,
    unmatched,
)
from mentordesk.domain.cohorts import Role
from mentordesk.domain.health import Health
from mentordesk.domain.people import CareerKind

TODAY = date(2026, 6, 4)
MATEO = Unmatched(1, "Mateo Quispe", 6, "Crossroads 2026–27", date(2026, 5, 1), date(2026, 6, 15))


def in_days(days: int) -> date:
    return TODAY + timedelta(days=days)


def test_an_unmatched_mentee_as_today_shows_it() -> None:
    (item,) = unmatched([replace(MATEO, reason="All 3 mentors who offer negotiation are full")], TODAY)
    assert item.title == "Mateo Quispe has no mentor yet"
    assert item.context == "Matching closes in 11 days (15 June). All 3 mentors who offer negotiation are full"
    assert (item.action, item.tier, item.score, item.level) == ("Find a mentor", Tier.NOW, 73, Health.WATCH)
    assert (item.key, item.person_ids, item.cohort_id, item.due) == ("unmatched:6:1", (1,), 6, date(2026, 6, 15))


@pytest.mark.parametrize(
    ("days", "tier", "score", "context"),
    [
        (15, Tier.THIS_WEEK, 50, "Matching closes in 15 days (19 June)"),
        (14, Tier.NOW, 70, "Matching closes in 14 days (18 June)"),
        (13, Tier.NOW, 71, "Matching closes in 13 days (17 June)"),
        (1, Tier.NOW, 83, "Matching closes tomorrow (5 June)"),
        (0, Tier.NOW, 84, "Matching closes today (4 June)"),
        (-1, Tier.NOW, 84, "Matching closed on 3 June"),
        (-40, Tier.NOW, 84, "Matching closed on 25 April"),
    ],
)
def test_an_unmatched_mentee_is_urgent_as_matching_closes(days: int, tier: Tier, score: int, context: str) -> None:
    (item,) = unmatched([replace(MATEO, matching_closes_on=in_days(days))], TODAY)
    assert (item.tier, item.score, item.context) == (tier, score, context)


def test_without_a_closing_date_an_unmatched_person_waits_in_the_cohort() -> None:
    (item,) = unmatched([replace(MATEO, matching_closes_on=None)], TODAY)
    assert (item.tier, item.score, item.context, item.due) == (Tier.THIS_WEEK, 50, "Crossroads 2026–27", None)


def test_an_unmatched_peer_looks_for_a_peer() -> None:
    (item,) = unmatched([replace(MATEO, role=Role.PEER)], TODAY)
    assert (item.title, item.action) == ("Mateo Quispe has no peer yet", "Find a peer")


def people(number: int) -> list[Unmatched]:
    return [
        replace(MATEO, person_id=at, name=f"Person {at}", enrolled_on=date(2026, 5, at)) for at in range(1, number + 1)
    ]


def test_up_to_three_people_of_a_cohort_have_an_item_each() -> None:
    assert [item.title[:8] for item in unmatched(people(3), TODAY)] == ["Person 1", "Person 2", "Person 3"]


def test_more_people_of_a_cohort_are_one_item() -> None:
    (item,) = unmatched(people(14), TODAY)
    assert (item.title, item.action) == ("14 mentees have no mentor yet", "Match 14 mentees")
    assert item.context == (
        "Crossroads 2026–27. Matching closes in 11 days (15 June). Person 1, Person 2, Person 3 and 11 more"
    )
    assert item.person_ids == tuple(range(1, 15))
    assert (item.score, item.fact_on) == (73, date(2026, 5, 1))


def test_people_of_another_cohort_are_not_counted_in() -> None:
    other = [replace(person, cohort_id=7) for person in people(2)]
    assert len(unmatched([*people(3), *other], TODAY)) == 5


OPEN_DOOR = Ending(2, "Open Door 4", date(2026, 6, 18), (11, 12, 13, 14, 15))


def test_a_cohort_that_ends_as_today_shows_it() -> None:
    (item,) = cohort_ends([OPEN_DOOR], TODAY)
    assert item.title == "Open Door 4 ends in 14 days"
    assert item.context == "18 June, 5 pairs. Ask each pair: finish, go on together, or start a new goal"
    assert (item.action, item.tier, item.score, item.level) == ("Plan the close", Tier.THIS_WEEK, 50, Health.WATCH)
    assert (item.pair_ids, item.cohort_id, item.due) == ((11, 12, 13, 14, 15), 2, date(2026, 6, 18))


@pytest.mark.parametrize(
    ("days", "found"),
    [
        (15, []),
        (14, [("Open Door 4 ends in 14 days", 50)]),
        (13, [("Open Door 4 ends in 13 days", 51)]),
        (10, [("Open Door 4 ends in 10 days", 54)]),
        (9, [("Open Door 4 ends in 9 days", 54)]),
        (1, [("Open Door 4 ends tomorrow", 54)]),
        (0, [("Open Door 4 ends today", 54)]),
        (-1, [("Open Door 4 ended yesterday", 54)]),
        (-4, [("Open Door 4 ended 4 days ago", 54)]),
    ],
)
def test_a_cohort_near_its_end(days: int, found: list[tuple[str, int]]) -> None:
    items = cohort_ends([replace(OPEN_DOOR, ends_on=in_days(days))], TODAY)
    assert [(item.title, item.score) for item in items] == found


def test_a_cohort_without_running_pairs_needs_no_close() -> None:
    assert cohort_ends([replace(OPEN_DOOR, pair_ids=())], TODAY) == ()
    assert "1 pair." in cohort_ends([replace(OPEN_DOOR, pair_ids=(11,))], TODAY)[0].context


NOOR = CareerTurn(
    5,
    51,
    "Noor Rahimi",
    CareerKind.LEAVE,
    date(2026, 6, 22),
    "Parental leave",
    "With Julian Farrow in Open Door 4",
    (13,),
)
CHIDI = CareerTurn(
    6,
    61,
    "Chidi Okafor",
    CareerKind.PROMOTION,
    date(2026, 6, 1),
    "VP Logistics",
    "Mentor of Marta Vidal in Open Door 4, mentee of Amara Okonkwo in 2019",
    (12,),
)


def test_a_coming_leave_as_today_shows_it() -> None:
    (item,) = career_turns([NOOR], TODAY)
    assert item.title == "Noor Rahimi starts parental leave on 22 June"
    assert item.context == "With Julian Farrow in Open Door 4. Pause, lighter rhythm or a second mentor?"
    assert (item.action, item.tier, item.score, item.level) == ("Ask the pair", Tier.THIS_WEEK, 40, Health.TOO_EARLY)
    assert (item.key, item.person_ids, item.pair_ids) == ("career:5", (51,), (13,))


def test_a_promotion_as_today_shows_it() -> None:
    (item,) = career_turns([CHIDI], TODAY)
    assert item.title == "Chidi Okafor is VP Logistics since 1 June"
    assert item.context == "Mentor of Marta Vidal in Open Door 4, mentee of Amara Okonkwo in 2019"
    assert (item.action, item.tier, item.score, item.level) == ("Congratulate", Tier.GOOD_NEWS, 20, None)


@pytest.mark.parametrize("kind", [CareerKind.LEAVE, CareerKind.TRANSFER, CareerKind.RETURN, CareerKind.DEPARTURE])
@pytest.mark.parametrize(("days", "items"), [(31, 0), (30, 1), (0, 1), (-30, 1), (-31, 0)])
def test_a_change_is_asked_about_within_thirty_days(kind: CareerKind, days: int, items: int) -> None:
    assert len(career_turns([replace(NOOR, kind=kind, on=in_days(days))], TODAY)) == items


@pytest.mark.parametrize("kind", [CareerKind.PROMOTION, CareerKind.NEW_ROLE, CareerKind.AWARD, CareerKind.ANNIVERSARY])
@pytest.mark.parametrize(("days", "items"), [(1, 0), (0, 1), (-14, 1), (-15, 0)])
def test_good_news_is_of_the_last_fourteen_days(kind: CareerKind, days: int, items: int) -> None:
    assert len(career_turns([replace(CHIDI, kind=kind, on=in_days(days))], TODAY)) == items


@pytest.mark.parametrize(
    ("kind", "day", "title", "said"),
    [
        (CareerKind.LEAVE, 4, "Parental leave", "Noor Rahimi starts parental leave on 4 June"),
        (CareerKind.LEAVE, 1, "Parental leave", "Noor Rahimi has been on parental leave since 1 June"),
        (CareerKind.LEAVE, 22, "", "Noor Rahimi starts leave on 22 June"),
        (CareerKind.RETURN, 22, "", "Noor Rahimi comes back from leave on 22 June"),
        (CareerKind.RETURN, 1, "Parental leave", "Noor Rahimi is back from parental leave since 1 June"),
        (CareerKind.TRANSFER, 22, "Finance", "Noor Rahimi moves to Finance on 22 June"),
        (CareerKind.TRANSFER, 1, "", "Noor Rahimi moved to a new place on 1 June"),
        (CareerKind.DEPARTURE, 22, "", "Noor Rahimi leaves the company on 22 June"),
        (CareerKind.DEPARTURE, 1, "", "Noor Rahimi left the company on 1 June"),
        (CareerKind.PROMOTION, 1, "", "Noor Rahimi has a promotion since 1 June"),
        (CareerKind.NEW_ROLE, 4, "Team lead", "Noor Rahimi is Team lead since 4 June"),
        (CareerKind.AWARD, 1, "the safety prize", "Noor Rahimi received the safety prize on 1 June"),
        (CareerKind.AWARD, 4, "", "Noor Rahimi received an award on 4 June"),
        (CareerKind.ANNIVERSARY, 4, "10 years with Solvane", "Noor Rahimi celebrated 10 years with Solvane on 4 June"),
    ],
)
def test_every_turn_of_a_career_has_its_words(kind: CareerKind, day: int, title: str, said: str) -> None:
    turn = replace(NOOR, kind=kind, on=date(2026, 6, day), title=title)
    assert [item.title for item in career_turns([turn], TODAY)] == [said]


def test_no_kind_of_career_milestone_is_without_words() -> None:
    turns = [replace(NOOR, id=number, kind=kind, on=TODAY) for number, kind in enumerate(CareerKind)]
    assert len(career_turns(turns, TODAY)) == len(CareerKind)


def test_a_turn_without_ties_asks_all_the_same() -> None:
    (item,) = career_turns([replace(NOOR, ties="", kind=CareerKind.RETURN)], TODAY)
    assert item.context == "Take up the rhythm again?"
