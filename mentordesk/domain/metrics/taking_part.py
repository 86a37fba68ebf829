"""Who takes part: participation, the funnel, match rates, new and returning people, mentees who became mentors."""

from collections.abc import Iterable
from datetime import date

from mentordesk.domain.cohorts import EnrollmentStatus, Role
from mentordesk.domain.metrics.facts import ROLE_WORDS, TAKEN, Facts, PersonFact, Place
from mentordesk.domain.metrics.model import NOBODY, Measure, Section, number, share
from mentordesk.domain.standing import PairStatus, Side

Seat = tuple[int, int, Role]
_FINISHED_WELL = frozenset({PairStatus.COMPLETED, PairStatus.ENDURING})


def sections(facts: Facts) -> tuple[Section, ...]:
    return (
        Section("participation", "Taking part", (participation(facts), *_new(facts), _became_mentors(facts))),
        Section("funnel", "From application to a pair that lasts", funnel(facts)),
        Section("match_rate", "Matched", match_rates(facts)),
    )


def eligible(facts: Facts) -> list[PersonFact]:
    """People of the company who were employed at some time of the period that the participation is of."""
    first = first_day(facts)
    return [person for person in facts.people.values() if _was_there(person, first, facts.today)]


def first_day(facts: Facts) -> date:
    """From when on participation counts: the first day of the period, else of the one cohort, else the last day."""
    if facts.period.first is not None:
        return min(facts.period.first, facts.today)
    if facts.scope.cohort_id is not None and facts.cohorts:
        return min(facts.cohorts[0].starts_on, facts.today)
    return facts.today


def _was_there(person: PersonFact, first: date, last: date) -> bool:
    hired = person.hired_on is None or person.hired_on <= last
    there = not person.left if person.left_on is None else person.left_on >= first
    return not person.external and hired and there


def taking_part(facts: Facts) -> frozenset[int]:
    """Who has a place in a cohort of the scope that ran in the period."""
    first, last = facts.period.first, facts.today
    return frozenset(
        place.person_id
        for place in facts.inside
        if (first is None or place.ends_on >= first) and (facts.period.last is None or place.starts_on <= last)
    )


def participation(facts: Facts) -> Measure:
    """Enrolled of eligible."""
    people, inside = eligible(facts), taking_part(facts)
    enrolled = sum(person.id in inside for person in people)
    return share("participation", "Participation", enrolled, len(people), "nobody is eligible")


def _new(facts: Facts) -> tuple[Measure, Measure]:
    """People of the scope who had been in an earlier cohort, and those who had not."""
    first_start: dict[int, date] = {}
    for place in facts.places:
        if place.status in TAKEN:
            first_start[place.person_id] = min(place.starts_on, first_start.get(place.person_id, place.starts_on))
    people = {place.person_id for place in facts.inside}
    returning = {it.person_id for it in facts.inside if first_start[it.person_id] < it.starts_on}
    return (
        share("new_people", "New people", len(people - returning), len(people)),
        share("returning_people", "Returning people", len(returning), len(people)),
    )


def _became_mentors(facts: Facts) -> Measure:
    """Mentees of the scope who were mentors later, in any program."""
    as_mentee: dict[int, date] = {}
    for turn in facts.turns:
        if turn.inside and turn.role is Role.MENTEE:
            as_mentee[turn.person_id] = min(turn.on, as_mentee.get(turn.person_id, turn.on))
    became = {
        turn.person_id
        for turn in facts.turns
        if turn.role is Role.MENTOR and turn.person_id in as_mentee and turn.on > as_mentee[turn.person_id]
    }
    title = "Mentees who became mentors"
    return share("mentees_became_mentors", title, len(became), len(as_mentee), "no mentee yet")


def matched_seats(facts: Facts) -> frozenset[Seat]:
    """Who has had a pair in a cohort, by cohort, person and role."""
    return _seats(facts, PairStatus)


def _seats(facts: Facts, statuses: Iterable[PairStatus], met: bool = False) -> frozenset[Seat]:
    wanted = frozenset(statuses)
    return frozenset(
        (pair.cohort_id, pair.person(side), pair.role(side))
        for pair in facts.begun
        if pair.cohort_id is not None and pair.status in wanted
        for side in Side
        if not met or pair.standing.last_contact_on is not None
    )


def match_rates(facts: Facts) -> tuple[Measure, ...]:
    """Of all and of each role."""
    seats = matched_seats(facts)
    roles = [role for role in Role if any(place.role is role for place in facts.inside)]
    by_role = [
        match_rate(f"match_rate.{role.value}", ROLE_WORDS[role], _of_role(facts.inside, role), seats) for role in roles
    ]
    return (match_rate("match_rate.all", "All roles", facts.inside, seats), *by_role)


def match_rate(key: str, title: str, places: Iterable[Place], seats: frozenset[Seat]) -> Measure:
    """Of these places, how many have had a pair."""
    found = [place.seat in seats for place in places]
    return share(key, title, sum(found), len(found), NOBODY)


def _of_role(places: Iterable[Place], role: Role) -> list[Place]:
    return [place for place in places if place.role is role]


def funnel(facts: Facts) -> tuple[Measure, ...]:
    """Places, not people: somebody who is mentor and mentee is there twice."""
    every = [place for place in facts.places if place.inside]
    taken = {place.seat for place in facts.inside}
    paired = matched_seats(facts) & taken
    met = _seats(facts, PairStatus, met=True) & taken
    done = _seats(facts, _FINISHED_WELL) & taken
    steps = (
        ("applied", "Applied or enrolled", len(every)),
        ("accepted", "Accepted", len(taken)),
        ("matched", "In a pair that began", len(paired)),
        ("met", "In contact at least once", len(met)),
        ("finished", "Completed or enduring", len(done)),
    )
    aside = (
        ("waitlisted", "Waitlisted", _with(every, EnrollmentStatus.WAITLISTED)),
        ("withdrawn", "Withdrawn", _with(every, EnrollmentStatus.WITHDRAWN)),
    )
    shares = (share(f"funnel.{key}", title, count, len(every)) for key, title, count in steps)
    return (*shares, *(number(f"funnel.{key}", title, count) for key, title, count in aside))


def _with(places: Iterable[Place], status: EnrollmentStatus) -> int:
    return sum(place.status is status for place in places)
