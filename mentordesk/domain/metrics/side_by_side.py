"""Cohort against cohort: the same figures for each, from the same rules as everywhere. Knows no table."""

from collections.abc import Sequence

from mentordesk.domain import figures as figure_rules
from mentordesk.domain.figures import Figures
from mentordesk.domain.metrics import answers, taking_part, together
from mentordesk.domain.metrics.answers import Voice
from mentordesk.domain.metrics.facts import CohortFact, Facts, PairFact, Said, counted
from mentordesk.domain.metrics.model import (
    NO_ANSWER,
    NOT_ASKED,
    CohortColumn,
    Measure,
    Unit,
    left_out,
    number,
    share,
)
from mentordesk.domain.rounding import half_up
from mentordesk.domain.small_groups import hidden_groups, reason
from mentordesk.domain.standing import PairStatus, Side


def cohorts(facts: Facts) -> tuple[CohortColumn, ...]:
    """The cohorts of the scope in the order they began. What people said in a cohort of few answers is left out."""
    order = sorted(facts.cohorts, key=lambda cohort: (cohort.starts_on, cohort.name.casefold(), cohort.id))
    by_cohort = _by_cohort(facts)
    pairs = [by_cohort.get(cohort.id, []) for cohort in order]
    seats = taking_part.matched_seats(facts)
    figures = [figure_rules.compute((pair.standing for pair in own), facts.today) for own in pairs]
    counts = [
        _counts(facts, cohort, own, of_it, seats) for cohort, own, of_it in zip(order, pairs, figures, strict=True)
    ]
    satisfied = _protected(facts, [_latest(own) for own in pairs], [_average(it) for it in figures])
    said = _recommended(facts, order)
    scores = [answers.score("recommend.all", "Would recommend", it) for it in said]
    recommended = _protected(facts, said, scores)
    return tuple(
        CohortColumn(it.id, it.name, it.starts_on, it.ends_on, (*counts[at], satisfied[at], recommended[at]))
        for at, it in enumerate(order)
    )


def _by_cohort(facts: Facts) -> dict[int, list[PairFact]]:
    found: dict[int, list[PairFact]] = {}
    for pair in facts.pairs:
        if pair.cohort_id is not None:
            found.setdefault(pair.cohort_id, []).append(pair)
    return found


def _recommended(facts: Facts, order: Sequence[CohortFact]) -> list[list[Voice]]:
    """What the sides of each cohort's pairs said, in the order of the cohorts."""
    cohort_of = {pair.id: pair.cohort_id for pair in facts.pairs}
    found: dict[int | None, list[Said]] = {}
    for it in facts.recommends:
        found.setdefault(cohort_of.get(it.pair_id), []).append(it)
    return [answers.voices(facts, found.get(cohort.id, ())) for cohort in order]


def _counts(
    facts: Facts,
    cohort: CohortFact,
    pairs: Sequence[PairFact],
    figures: Figures,
    seats: frozenset[taking_part.Seat],
) -> tuple[Measure, ...]:
    places = [place for place in facts.inside if place.cohort_id == cohort.id]
    begun = [pair for pair in pairs if pair.begun]
    lasting = sum(pair.status in (PairStatus.COMPLETED, PairStatus.ENDURING) for pair in begun)
    early = sum(pair.status is PairStatus.ENDED for pair in begun)
    hours, contacts = sum(pair.minutes for pair in begun) / 60, sum(pair.contacts for pair in begun)
    return (
        number("people", "People", len({place.person_id for place in places})),
        taking_part.match_rate("match_rate.all", "Matched", places, seats),
        number("pairs", "Pairs that began", len(begun)),
        number("active_pairs", "Active pairs", figures.active_pairs),
        number("finished_pairs", "Completed or enduring", lasting),
        share("ended_early", "Ended early", early, len(begun), together.NO_PAIR),
        number("contacts", "Contacts", contacts, n=len(begun)),
        number("contact_hours", "Hours in contact", half_up(hours, 1), Unit.HOURS, n=contacts),
        together.in_contact(figures),
        together.on_time(figures),
    )


def _average(figures: Figures) -> Measure:
    """The check-in average of Cohorts."""
    note = "" if figures.check_in_answered else NO_ANSWER if figures.check_in_asked else NOT_ASKED
    answered = figures.check_in_answered
    return Measure("satisfaction.all", "Satisfaction", figures.check_in_average, answered, None, Unit.RATING, note)


def _latest(pairs: Sequence[PairFact]) -> list[Voice]:
    """Who has answered the check-ins that the average is of."""
    return [
        Voice(pair.person(side), pair.role(side), "", 0)
        for pair in counted(pairs)
        for side, said in zip(Side, (pair.standing.left_answers, pair.standing.right_answers), strict=True)
        if said and said.given
    ]


def _protected(facts: Facts, said: Sequence[Sequence[Voice]], measures: Sequence[Measure]) -> list[Measure]:
    sizes = [answers.people(own) for own in said]
    hidden = hidden_groups(sizes, facts.smallest, empty_shown=True)
    return [left_out(it, reason(sizes[at], facts.smallest)) if at in hidden else it for at, it in enumerate(measures)]
