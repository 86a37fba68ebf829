"""Retention and promotion of participants against the others: who is compared, from when, and what is not said."""

from datetime import date, timedelta

from mentordesk.domain.metrics.comparing import NO_PROOF, compare
from mentordesk.domain.metrics.facts import CohortFact, FieldFact, PersonFact
from mentordesk.domain.scope import EVERYTHING, Period
from tests.metric_facts import COHORT, START, TODAY, by_key, facts, person, place

DAY = timedelta(days=1)
LEVEL = FieldFact("level", "Level", ("Level 1", "Level 2"))
FIVE = range(1, 6)


def staff(first: int, number: int, **values: object) -> list[PersonFact]:
    return [person(first + at, **values) for at in range(number)]


def test_both_groups_were_employed_on_the_first_day() -> None:
    """Participants: 5 and one who left. Others: 6 and two who were promoted. Not compared: hired later, left before,
    left on an unknown day, external."""
    people = [
        *staff(1, 5, hired_on=START),
        person(6, left=True, left_on=TODAY),
        *staff(11, 6),
        *staff(21, 2, promoted_on=(START + DAY,)),
        person(31, hired_on=START + DAY),
        person(32, left=True, left_on=START),
        person(33, left=True),
        person(34, external=True),
    ]
    found = compare(facts(people=people, places=[place(at) for at in (*FIVE, 6, 31, 32, 33, 34)]))
    assert (found.first, found.last) == (START, TODAY)
    assert by_key(found.participants) == {
        "retention.participants": (83, 5, 6, ""),
        "promotion.participants": (0, 0, 6, ""),
    }
    assert by_key(found.others) == {"retention.others": (100, 8, 8, ""), "promotion.others": (25, 2, 8, "")}
    assert found.sentence == NO_PROOF
    assert "no proof of cause" in found.sentence
    assert found.remark == (
        "9 without a date of hire are taken as employed before. 1 who left on an unknown day are not counted."
    )


def test_a_promotion_counts_after_the_first_day_up_to_the_last() -> None:
    days = (START, START + DAY, TODAY, TODAY + DAY)
    people = [*(person(at, promoted_on=(day,)) for at, day in enumerate(days, start=1)), *staff(11, 9)]
    found = compare(facts(people=people, places=[place(at) for at in (1, 2, 3, 4, 11)]))
    assert by_key(found.participants)["promotion.participants"] == (40, 2, 5, "")


def test_what_was_never_kept_is_no_result() -> None:
    found = compare(facts(people=staff(1, 12), places=[place(at) for at in range(1, 7)]))
    assert by_key(found.participants) == {
        "retention.participants": (None, None, 6, "no departure on record"),
        "promotion.participants": (None, None, 6, "no promotion on record"),
    }


def test_few_participants_are_left_out() -> None:
    people = [*staff(1, 4), *staff(11, 8), person(30, left=True, left_on=TODAY)]
    found = compare(facts(people=people, places=[place(at) for at in range(1, 5)]))
    assert by_key(found.participants)["retention.participants"] == (None, None, None, "fewer than 5 people")
    assert by_key(found.others)["retention.others"] == (89, 8, 9, "")


def test_many_cohorts_are_compared_over_twelve_months() -> None:
    old = CohortFact(2, "Old", date(2019, 1, 1), date(2019, 12, 31))
    running = {"starts_on": date(2025, 1, 1), "ends_on": date(2025, 12, 31)}
    places = [*(place(at, **running) for at in FIVE), place(9, starts_on=old.starts_on, ends_on=old.ends_on)]
    people = [*staff(1, 12), person(20, left=True, left_on=TODAY)]
    found = compare(facts(people=people, places=places, scope=EVERYTHING, cohorts=(old, COHORT)))
    assert found.first == date(2025, 6, 4)
    assert by_key(found.participants)["retention.participants"] == (100, 5, 5, "")


def test_a_period_says_the_first_day() -> None:
    period = Period(date(2026, 1, 1), TODAY)
    assert compare(facts(people=staff(1, 12), places=[place(at) for at in FIVE], period=period)).first == period.first


def test_nothing_is_compared_before_it_began_or_without_participants() -> None:
    coming = CohortFact(1, "Next", TODAY + DAY, TODAY + 300 * DAY)
    assert compare(facts(people=staff(1, 12), cohorts=(coming,))) is None
    assert compare(facts(people=staff(1, 12))) is None
    assert compare(facts(scope=EVERYTHING, cohorts=())) is None


def test_levels_are_compared_where_both_groups_are_large_enough() -> None:
    """In each of two levels 20 and 30 people, of whom 6 left and 6 were promoted on either side."""
    people, places = [], []
    for level in (1, 2):
        for inside in (True, False):
            first = 1000 * level + 500 * inside
            for at in range(first, first + (20 if inside else 30)):
                gone, up = at - first < 6, 6 <= at - first < 12
                group = {"level": (f"Level {level}",)}
                left_on = TODAY if gone else None
                raised = (TODAY,) if up else ()
                people.append(person(at, left=gone, left_on=left_on, promoted_on=raised, groups=group))
                places += [place(at)] if inside else []
    (level,) = compare(facts(people=people, places=places, fields=(LEVEL,))).strata
    assert [row.value for row in level.rows] == ["Level 1", "Level 2"]
    assert by_key(level.rows[0].measures) == {
        "retention.participants": (70, 14, 20, ""),
        "promotion.participants": (30, 6, 20, ""),
        "retention.others": (80, 24, 30, ""),
        "promotion.others": (20, 6, 30, ""),
    }
    few = [it for it in places if it.person_id < 1503 or it.person_id >= 2000]
    assert compare(facts(people=people, places=few, fields=(LEVEL,))).strata == ()
