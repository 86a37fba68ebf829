"""What people answered: satisfaction by role and question, would-recommend score, fit; small groups are left out."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from mentordesk.domain.check_ins import QUESTIONS, Fit
from mentordesk.domain.cohorts import Role
from mentordesk.domain.metrics.facts import ROLE_WORDS, Facts, PairFact, Said
from mentordesk.domain.metrics.model import NO_ANSWER, NOT_ASKED, Measure, Section, Unit, left_out, mean, share
from mentordesk.domain.pairs import EndReason
from mentordesk.domain.rounding import half_up
from mentordesk.domain.small_groups import hidden_margins, reason
from mentordesk.domain.standing import Side

FITS = tuple(Fit)
"""How a feeling of fit is kept as a number: by its place."""
_PROMOTES, _DETRACTS = 9, 6


@dataclass(frozen=True, slots=True)
class Voice:
    """One answer with who gave it, as what."""

    person_id: int
    role: Role
    question: str
    answer: int


Made = Callable[[str, str, Sequence[Voice]], Measure]
"""A figure of some answers, from its key and its title."""


def sections(facts: Facts) -> tuple[Section, ...]:
    return (
        Section("satisfaction", "Satisfaction", satisfaction(facts)),
        Section("recommend", "Would recommend", (*recommend(facts), *recommend_means(facts))),
        Section("fit", "Fit of the pairs", (*fit(facts), *again(facts), _not_a_fit(facts))),
    )


def latest_answers(facts: Facts) -> list[Voice]:
    """The answers of the latest check-ins that the check-in average of the figures is of."""
    return [
        Voice(pair.person(side), pair.role(side), question, answer)
        for pair in facts.counted
        for side, answers in zip(Side, (pair.standing.left_answers, pair.standing.right_answers), strict=True)
        if answers
        for question, answer in answers.given.items()
    ]


def voices(facts: Facts, said: Iterable[Said], pairs: Iterable[PairFact] | None = None) -> list[Voice]:
    """Answers of the pairs of the scope with who gave them."""
    wanted = None if pairs is None else {pair.id for pair in pairs}
    sides = facts.sides
    return [
        Voice(*sides[it.pair_id, it.side], it.question, it.answer)
        for it in said
        if (it.pair_id, it.side) in sides and (wanted is None or it.pair_id in wanted)
    ]


def by_role(facts: Facts, stem: str, found: Sequence[Voice], made: Made) -> tuple[Measure, ...]:
    """A figure of everybody and of each role; a role of which few people answered is left out, and another with it."""
    groups = {role: [voice for voice in found if voice.role is role] for role in facts.roles}
    sizes = [people(group) for group in groups.values()]
    hidden = hidden_margins(sizes, facts.smallest, empty_shown=True)
    sizes.append(sum(sizes))
    if are_few(found, facts.smallest):
        sizes[-1] = people(found)
        hidden |= {len(groups)}
    every = [(f"{stem}.all", "All roles", found, len(groups))]
    every += [(f"{stem}.{role.value}", ROLE_WORDS[role], groups[role], at) for at, role in enumerate(groups)]
    measures = [(made(key, title, voices_), at) for key, title, voices_, at in every]
    return tuple(left_out(it, reason(sizes[at], facts.smallest)) if at in hidden else it for it, at in measures)


def are_few(found: Iterable[Voice], smallest: int) -> bool:
    """Whether somebody gave these answers, but too few; who did as mentor and as mentee is one."""
    return 0 < people(found) < smallest


def people(found: Iterable[Voice]) -> int:
    """How many people gave these answers."""
    return len({voice.person_id for voice in found})


def satisfaction(facts: Facts) -> tuple[Measure, ...]:
    """Over all questions, then question by question, then the programs' own. The four questions are asked together:
    a role that is left out of one is left out of all."""
    found = latest_answers(facts)
    none = NO_ANSWER if facts.asked else NOT_ASKED
    measures = [*by_role(facts, "satisfaction", found, rating(none))]
    for question in QUESTIONS:
        of_question = [voice for voice in found if voice.question == question]
        measures += _titled(by_role(facts, f"satisfaction.{question}", of_question, rating(none)), question)
    measures = _hidden_together(measures)
    own = voices(facts, facts.own, facts.counted)
    for at, question in enumerate(dict.fromkeys(voice.question for voice in own), start=1):
        of_question = [voice for voice in own if voice.question == question]
        measures += _titled(by_role(facts, f"satisfaction.own{at}", of_question, rating(none)), question)
    return tuple(measures)


def rating(none: str) -> Made:
    """The mean of answers from 1 to 5; `none` says why there is no answer."""

    def made(key: str, title: str, found: Sequence[Voice]) -> Measure:
        return mean(key, title, [voice.answer for voice in found], Unit.RATING, none)

    return made


def _titled(measures: Iterable[Measure], question: str) -> list[Measure]:
    said = question.capitalize() if question in QUESTIONS else question.removesuffix(".")
    return [_renamed(measure, f"{said}: {measure.title.lower()}") for measure in measures]


def _renamed(measure: Measure, title: str) -> Measure:
    return Measure(measure.key, title, measure.value, measure.n, measure.of, measure.unit, measure.note)


def _hidden_together(measures: Sequence[Measure]) -> list[Measure]:
    """The answers to all questions together are the sum of those to each: what is left out of one follows elsewhere."""
    whys: dict[str, str] = {}
    for measure in measures:
        if measure.n is None:
            whys.setdefault(_who(measure), measure.note)
    return [left_out(it, whys[_who(it)]) if _who(it) in whys and it.n != 0 else it for it in measures]


def _who(measure: Measure) -> str:
    return measure.key.rpartition(".")[2]


def recommend(facts: Facts) -> tuple[Measure, ...]:
    """The score of everybody and of each role."""
    return by_role(facts, "recommend", voices(facts, facts.recommends), score)


def score(key: str, title: str, found: Sequence[Voice]) -> Measure:
    """The percentage of 9 and 10 minus the percentage of 0 to 6: −100 to 100; "not asked" where nobody answered."""
    if not found:
        return Measure(key, title, None, 0, None, Unit.SCORE, NOT_ASKED)
    points = sum((it.answer >= _PROMOTES) - (it.answer <= _DETRACTS) for it in found)
    return Measure(key, title, half_up(100 * points / len(found)), len(found), None, Unit.SCORE)


def recommend_means(facts: Facts) -> tuple[Measure, ...]:
    """The same answers as a mean of 0 to 10."""

    def made(key: str, title: str, found: Sequence[Voice]) -> Measure:
        return mean(key, f"{title}, mean", [voice.answer for voice in found], Unit.TEN, NOT_ASKED)

    return by_role(facts, "recommend_mean", voices(facts, facts.recommends), made)


def fit(facts: Facts) -> tuple[Measure, ...]:
    """Who feels a good fit after the first meeting."""
    return by_role(facts, "fit_good", voices(facts, facts.fits), _share_of("Good fit", FITS.index(Fit.GOOD)))


def again(facts: Facts) -> tuple[Measure, ...]:
    """Who would match with the same person again."""
    return by_role(facts, "match_again", voices(facts, facts.again), _share_of("Would match again", 1))


def _share_of(what: str, wanted: int) -> Made:
    def made(key: str, title: str, found: Sequence[Voice]) -> Measure:
        count = sum(voice.answer == wanted for voice in found)
        return share(key, f"{what}: {title.lower()}", count, len(found), NOT_ASKED)

    return made


def _not_a_fit(facts: Facts) -> Measure:
    ended = sum(pair.end_reason is EndReason.NOT_A_FIT for pair in facts.begun)
    return share("ended_no_fit", "Ended early, not a fit", ended, len(facts.begun), "no pair has begun")


def grouped(found: Iterable[Voice], groups: Mapping[int, Sequence[str]]) -> dict[str, list[Voice]]:
    """Answers by the group of who gave them."""
    by_group: defaultdict[str, list[Voice]] = defaultdict(list)
    for voice in found:
        for group in groups.get(voice.person_id, ()):
            by_group[group].append(voice)
    return by_group
