"""How far each criterion is met, in percent, for all kinds of one side against all kinds of the other at once.

A kind is the value two people may have in common: a level, a set of languages. Knows no weights and no people.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from mentordesk.domain.matching import topics
from mentordesk.domain.matching.criteria import CUSTOM, Criterion, Rule, Want
from mentordesk.domain.matching.people import Candidate

Table = np.ndarray[Any, np.dtype[Any]]
Kinds = Sequence[Any]

HALF = 50
"""What is not on record neither helps nor harms."""
_SAME_FIELD = 40
_LEVEL_STEP = 25


def attribute(key: str, want: Want | None = None) -> str:
    """The attribute that a criterion or a rule looks at: blocks of one attribute are folded into one."""
    if key.startswith(CUSTOM):
        return f"{'measure' if want is Want.NEAR else 'custom'}:{key.removeprefix(CUSTOM)}"
    return _ATTRIBUTES[key]


_ATTRIBUTES = {
    "life_experience": "experience",
    "level_distance": "level",
    "levels_apart": "level",
    "department": "department",
    "other_department": "department",
    "company": "company",
    "other_company": "company",
    "place": "place",
    "time_zone": "utc_offset",
    "hours_apart": "utc_offset",
    "place_and_time": "place_and_time",
    "language": "languages",
    "shared_language": "languages",
    "meeting_form": "meeting_forms",
}


def kind(candidate: Candidate, name: str) -> Any:
    """The value of an attribute in the form it is compared in; empty or None where nothing is on record."""
    if name.startswith("measure:"):
        return candidate.measures.get(name.removeprefix("measure:"))
    if name.startswith("custom:"):
        return _words(candidate.custom.get(name.removeprefix("custom:"), ()))
    if name == "place_and_time":
        return (_words((candidate.place,)), candidate.utc_offset)
    value = getattr(candidate, name)
    if isinstance(value, tuple):
        return _words(value)
    return _words((value,)) if isinstance(value, str) else value


@lru_cache(maxsize=50_000)
def _words(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(topics.tidy(values)))


def share(criterion: Criterion, rows: Kinds, columns: Kinds, peers: bool) -> Table:
    """What percentage of the criterion is met, for each kind of mentee (rows) with each kind of mentor (columns)."""
    name = attribute(criterion.key, criterion.want)
    if name == "level":
        return _levels(criterion, rows, columns, peers)
    if name == "utc_offset":
        return _hours(_numbers(rows), _numbers(columns), criterion.hours or 0.0, 100)
    if name == "place_and_time":
        return _place_and_time(criterion, rows, columns)
    if name.startswith("measure:"):
        return _near(_numbers(rows), _numbers(columns), criterion.at_most or 1)
    if name == "department":
        return _departments(criterion, rows, columns)
    if criterion.want in (Want.SAME, Want.OTHER) and name != "experience":
        same = _common(rows, columns) == np.maximum(_sizes(rows)[:, None], _sizes(columns)[None, :])
        return _known(rows, columns, same == (criterion.want is Want.SAME))
    if criterion.want is Want.OTHER:
        return _others(rows, columns)
    return _known(rows, columns, _common(rows, columns) > 0)


def broken(rule: Rule, rows: Kinds, columns: Kinds, peers: bool) -> Table:
    """Whether the rule forbids these kinds; what is not on record forbids nothing."""
    name = attribute(rule.key)
    if name == "level":
        apart = _apart(rows, columns, peers)
        least = -np.inf if rule.at_least is None else rule.at_least
        most = np.inf if rule.at_most is None else rule.at_most
        outside: Table = (apart < least) | (apart > most)
        return outside
    if name == "utc_offset":
        far: Table = _between(_numbers(rows), _numbers(columns)) > (rule.at_most or 0)
        return far
    nothing = (_sizes(rows) == 0)[:, None] | (_sizes(columns) == 0)[None, :]
    meet = _common(rows, columns) > 0
    forbidden: Table = ~nothing & (~meet if rule.key == "shared_language" else meet)
    return forbidden


def _sizes(kinds: Kinds) -> Table:
    return np.array([len(kind) for kind in kinds], dtype=np.int64)


def _incidence(kinds: Kinds, words: dict[str, int]) -> Table:
    made = np.zeros((len(kinds), len(words)), dtype=np.float32)
    for at, kind in enumerate(kinds):
        made[at, [words[word] for word in kind if word in words]] = 1
    return made


def _common(rows: Kinds, columns: Kinds) -> Table:
    """How many words each two kinds have in common."""
    words = {word: at for at, word in enumerate(sorted({word for kind in rows for word in kind}))}
    return (_incidence(rows, words) @ _incidence(columns, words).T).astype(np.int64)


def _known(rows: Kinds, columns: Kinds, met: Table) -> Table:
    nothing = (_sizes(rows) == 0)[:, None] | (_sizes(columns) == 0)[None, :]
    return np.where(nothing, HALF, np.where(met, 100, 0))


def _others(rows: Kinds, columns: Kinds) -> Table:
    """The part of what the mentor has lived that the mentee has not."""
    sizes = np.maximum(_sizes(columns), 1)[None, :]
    return np.where(_known(rows, columns, sizes > 0) == HALF, HALF, 100 - 100 * _common(rows, columns) // sizes)


def _departments(criterion: Criterion, rows: Kinds, columns: Kinds) -> Table:
    """Two departments whose names share a word are partly the same field."""
    same = _common(rows, columns) > 0
    near = _common([_stems(kind) for kind in rows], [_stems(kind) for kind in columns]) > 0
    other = np.where(same, 0, np.where(near, _SAME_FIELD, 100))
    met = other if criterion.want is Want.OTHER else 100 - other
    return np.where(_known(rows, columns, same) == HALF, HALF, met)


def _stems(names: tuple[str, ...]) -> list[str]:
    return sorted({stem for name in names for stem in topics.stems(name)})


def _numbers(values: Kinds) -> Table:
    return np.array([np.nan if value is None else value for value in values], dtype=np.float64)


def _apart(rows: Kinds, columns: Kinds, peers: bool) -> Table:
    """Levels from the mentee to the mentor; between peers it has no direction. nan where one is not on record."""
    apart: Table = _numbers(columns)[None, :] - _numbers(rows)[:, None]
    return np.abs(apart) if peers else apart


def _levels(criterion: Criterion, rows: Kinds, columns: Kinds, peers: bool) -> Table:
    """A quarter less for each level off the ideal; outside the bounds nothing, inside them always something."""
    apart = _apart(rows, columns, peers)
    met = np.full(apart.shape, 100.0)
    if criterion.ideal is not None:
        met = np.maximum(100 - _LEVEL_STEP * np.abs(apart - criterion.ideal), 0)
    if criterion.at_least is not None or criterion.at_most is not None:
        low = -np.inf if criterion.at_least is None else criterion.at_least
        high = np.inf if criterion.at_most is None else criterion.at_most
        met = np.where((apart >= low) & (apart <= high), np.maximum(met, 10), 0)
    return np.where(np.isnan(apart), HALF, met).astype(np.int64)


def _between(rows: Table, columns: Table) -> Table:
    """Hours between the clocks of two places, the shorter way round."""
    apart = np.abs(rows[:, None] - columns[None, :])
    shorter: Table = np.minimum(apart, np.abs(24 - apart))
    return shorter


def _hours(rows: Table, columns: Table, most: float, best: int) -> Table:
    """The best at no difference, falling by half of it up to `most` hours, nothing beyond."""
    apart = _between(rows, columns)
    met = np.where(apart <= most, np.floor(best - best / 2 * apart / (most + 1) + 0.5), 0)
    return np.where(np.isnan(apart), HALF, met).astype(np.int64)


def _place_and_time(criterion: Criterion, rows: Kinds, columns: Kinds) -> Table:
    """All of it in one place; else by the hours between, from four fifths."""
    same = _common([kind[0] for kind in rows], [kind[0] for kind in columns]) > 0
    offsets = [_numbers([kind[1] for kind in side]) for side in (rows, columns)]
    return np.where(same, 100, _hours(offsets[0], offsets[1], criterion.hours or 0.0, 80))


def _near(rows: Table, columns: Table, most: float) -> Table:
    """All of it for equal values, half at the most they may differ by, nothing beyond."""
    apart = np.abs(rows[:, None] - columns[None, :])
    met = np.where(apart <= most, np.floor(100 - 50 * apart / most + 0.5), 0)
    return np.where(np.isnan(apart), HALF, met).astype(np.int64)


Measure = Callable[[Kinds, Kinds], Table]
