"""Participants against the others of the same eligibility: who stayed, who was promoted. Claims no cause."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from mentordesk.domain.dates import add_months
from mentordesk.domain.metrics.facts import Facts, FieldFact, PersonFact
from mentordesk.domain.metrics.grouping import NOT_GIVEN, groups_of
from mentordesk.domain.metrics.model import Breakdown, BreakdownRow, Compared, Measure, Unit, left_out, share
from mentordesk.domain.small_groups import hidden_groups, is_small_share, reason, too_few

NO_PROOF = (
    "This compares two groups; it is no proof of cause: people who take part may differ from the others in ways that "
    "are not on record."
)
LOOK_BACK_MONTHS = 12
_STRATA = frozenset({"level", "department"})


def compare(facts: Facts) -> Compared | None:
    """Of everybody employed on the first day: those in a cohort of the scope then, and the others. None where the first
    day is still to come or nobody took part then."""
    first = first_day(facts)
    if first is None or first >= facts.today:
        return None
    everyone = [person for person in facts.people.values() if _is_eligible(person, first)]
    inside = _inside(facts, first)
    participants = [person for person in everyone if person.id in inside]
    others = [person for person in everyone if person.id not in inside]
    if not participants:
        return None
    recorded = _Recorded(everyone, first, facts.today)
    return Compared(
        first,
        facts.today,
        _protected(recorded.measures("participants", participants), facts.smallest),
        _protected(recorded.measures("others", others), facts.smallest),
        tuple(it for field in facts.fields if field.key in _STRATA if (it := _strata(facts, field, inside, recorded))),
        NO_PROOF,
        _remark(facts, first),
    )


def first_day(facts: Facts) -> date | None:
    """The first day of the period, else of the one cohort; of many cohorts twelve months back, or the first of them if
    all are younger. None without a cohort."""
    if facts.period.first is not None:
        return facts.period.first
    if not facts.cohorts:
        return None
    earliest = min(cohort.starts_on for cohort in facts.cohorts)
    if facts.scope.cohort_id is not None:
        return earliest
    return max(earliest, add_months(facts.today, -LOOK_BACK_MONTHS))


def _is_eligible(person: PersonFact, first: date) -> bool:
    """Inside the company on the first day; left on a day that nobody knows says nothing."""
    return person.employed_on(first) and not (person.left and person.left_on is None)


def _inside(facts: Facts, first: date) -> frozenset[int]:
    """Who had a place in a cohort of the scope that ran on the first day."""
    return frozenset(it.person_id for it in facts.inside if it.starts_on <= first <= it.ends_on)


def _remark(facts: Facts, first: date) -> str:
    unknown = sum(person.left and person.left_on is None and not person.external for person in facts.people.values())
    undated = sum(person.hired_on is None and _is_eligible(person, first) for person in facts.people.values())
    parts = [f"{undated} without a date of hire are taken as employed before."] if undated else []
    parts += [f"{unknown} who left on an unknown day are not counted."] if unknown else []
    return " ".join(parts)


class _Recorded:
    """Who stayed and who was promoted between two days; where nobody's departure or promotion is on record in the whole
    company, nothing is said: a list that was never kept is no result."""

    def __init__(self, everyone: Iterable[PersonFact], first: date, last: date) -> None:
        self.first, self._last = first, last
        people = list(everyone)
        self._departures = any(not self._stayed(person) for person in people)
        self._promotions = any(self._promoted(person) for person in people)

    def _stayed(self, person: PersonFact) -> bool:
        return person.left_on is None or person.left_on > self._last

    def _promoted(self, person: PersonFact) -> bool:
        return any(self.first < day <= self._last for day in person.promoted_on)

    def measures(self, who: str, people: Sequence[PersonFact]) -> tuple[Measure, Measure]:
        stayed = share(f"retention.{who}", "Stayed", sum(map(self._stayed, people)), len(people))
        promoted = share(f"promotion.{who}", "Promoted", sum(map(self._promoted, people)), len(people))
        return (
            stayed if self._departures else _unknown(stayed, "no departure on record"),
            promoted if self._promotions else _unknown(promoted, "no promotion on record"),
        )


def _unknown(measure: Measure, note: str) -> Measure:
    return Measure(measure.key, measure.title, None, None, measure.of, Unit.PERCENT, note)


def _protected(measures: Iterable[Measure], smallest: int) -> tuple[Measure, ...]:
    """Of a group of few people no share is shown."""
    return tuple(left_out(it, too_few(smallest)) if it.of is not None and it.of < smallest else it for it in measures)


def _strata(facts: Facts, field: FieldFact, inside: Collection[int], recorded: _Recorded) -> Breakdown | None:
    """The comparison within each group of a field; None where there are not two, or all would be left out."""
    everyone = {person.id: person for person in facts.people.values() if _is_eligible(person, recorded.first)}
    groups = groups_of(facts, field, everyone)
    if len(groups) < 2:
        return None
    rows = []
    for value, ids in groups.items():
        members = [everyone[id_] for id_ in ids]
        parts = [it for it in members if it.id in inside], [it for it in members if it.id not in inside]
        rows.append((value, recorded.measures("participants", parts[0]), recorded.measures("others", parts[1])))
    small = [at for at, row in enumerate(rows) if _is_small((*row[1], *row[2]), facts.smallest)]
    sizes = [min(row[1][0].of or 0, row[2][0].of or 0) for row in rows]
    hidden = hidden_groups(sizes, facts.smallest, small)
    if len(hidden) == len(rows):
        return None
    made = (
        BreakdownRow(value, _shown((*ours, *theirs), at in hidden, at in small, facts.smallest))
        for at, (value, ours, theirs) in enumerate(rows)
    )
    return Breakdown(field.key, field.title, tuple(made), f"“{NOT_GIVEN}”: no {field.title.lower()} on record.")


def _is_small(measures: Iterable[Measure], smallest: int) -> bool:
    return any(
        (it.of or 0) < smallest or (it.n is not None and is_small_share(it.n, it.of or 0, smallest)) for it in measures
    )


def _shown(measures: tuple[Measure, ...], hidden: bool, small: bool, smallest: int) -> tuple[Measure, ...]:
    why = reason(0 if small else smallest, smallest)
    return tuple(left_out(it, why) for it in measures) if hidden else measures
