"""The features of all criteria side by side: small whole numbers whose product is the fit. Knows no solver."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from mentordesk.domain.matching import shares, topics
from mentordesk.domain.matching.criteria import CUSTOM, Criterion, MatchRules, Rule
from mentordesk.domain.matching.people import Candidate

Matrix = np.ndarray[Any, np.dtype[Any]]

BROKEN = -20_000
"""Taken off for each rule or must that a pair breaks: more than all criteria can give."""
TOPICS = ("wishes", "gives_back")
SPARSE = ("ranked_wishes", "score_table")
"""Criteria that few pairs have anything of: added pair by pair."""


@dataclass(frozen=True, slots=True)
class Block:
    """`rows @ columns` is what a criterion gives: a row a mentee, a column a mentor, all whole numbers."""

    rows: Matrix
    columns: Matrix

    def of(self, row: int, column: int) -> int:
        return int(self.rows[row].astype(np.int64) @ self.columns[:, column].astype(np.int64))


def amount(most: int, share: Matrix | int) -> Any:
    """A share in percent of the most a criterion gives, in hundredths of a point, rounded half up."""
    return (most * share + 50) // 100


def topic_block(key: str, most: int, mentees: Sequence[Candidate], mentors: Sequence[Candidate]) -> Block:
    """What wishes met, or giving back, gives: each topic wanted has an even part of it, the first the rest."""
    if key == "gives_back":
        block = _wanted(most, mentors, mentees)
        return Block(block.columns.T, block.rows.T)
    return _wanted(most, mentees, mentors)


def _wanted(most: int, wanting: Sequence[Candidate], offering: Sequence[Candidate]) -> Block:
    wants = [topics.tidy(each.wants) for each in wanting]
    words = sorted({topic for each in wants for topic in each})
    at = {word: place for place, word in enumerate(words)}
    rows = np.zeros((len(wanting), len(words) + 1), dtype=np.float32)
    for row, each in enumerate(wants):
        for topic, part in zip(each, parts(most, len(each)), strict=True):
            rows[row, at[topic]] = part
        if not each:
            rows[row, -1] = most // 2
    columns = np.ones((len(words) + 1, len(offering)), dtype=np.float32)
    columns[:-1] = _strengths(words, [topics.offered(each.offers, each.unwanted) for each in offering])
    return Block(rows, columns)


def parts(most: int, count: int) -> list[int]:
    """Halves of what each of `count` topics gives in full: together half of `most`, the first ones get the rest."""
    if not count:
        return []
    each, left = divmod(most // 2, count)
    return [each + (place < left) for place in range(count)]


def _strengths(words: Sequence[str], offers: Sequence[tuple[str, ...]]) -> Matrix:
    """How well each of these people meets each topic: 2 in full, 1 in part, 0 not."""
    known = sorted({topic for each in offers for topic in each})
    places = {topic: place for place, topic in enumerate(known)}
    has = np.zeros((len(known), len(offers)), dtype=np.float32)
    for column, each in enumerate(offers):
        has[[places[topic] for topic in each], column] = 1
    stems = {
        stem: place for place, stem in enumerate(sorted({s for word in (*words, *known) for s in topics.stems(word)}))
    }
    tell = [_telling(side, stems) for side in (words, known)]
    partly = ((tell[0] @ tell[1].T > 0).astype(np.float32) @ has) > 0
    fully = np.zeros(partly.shape, dtype=bool)
    both = [(row, places[word]) for row, word in enumerate(words) if word in places]
    for row, place in both:
        fully[row] = has[place] > 0
    return np.where(fully, topics.FULL, np.where(partly, topics.PART, topics.NONE)).astype(np.float32)


def _telling(words: Sequence[str], stems: dict[str, int]) -> Matrix:
    made = np.zeros((len(words), len(stems)), dtype=np.float32)
    for row, word in enumerate(words):
        made[row, [stems[stem] for stem in topics.stems(word)]] = 1
    return made


def criterion_table(criterion: Criterion, most: int, peers: bool) -> Callable[[Any, Any], Matrix]:
    """What a criterion of kinds gives, a must that fails taken off: for kinds of mentees and of mentors."""

    def table(rows: Any, columns: Any) -> Matrix:
        met = shares.share(criterion, rows, columns, peers)
        given: Matrix = amount(most, met) + (BROKEN * (met == 0) if criterion.must else 0)
        return given

    return table


def rule_table(rule: Rule, peers: bool) -> Callable[[Any, Any], Matrix]:
    return lambda rows, columns: BROKEN * shares.broken(rule, rows, columns, peers)


def kind_tables(rules: MatchRules, points: Any, peers: bool) -> dict[str, list[Callable[[Any, Any], Matrix]]]:
    """The tables by the attribute they look at: those of one attribute make one block."""
    found: dict[str, list[Callable[[Any, Any], Matrix]]] = {}
    for criterion in rules.criteria:
        if criterion.counts and is_of_kinds(criterion.key):
            name = shares.attribute(criterion.key, criterion.want)
            found.setdefault(name, []).append(criterion_table(criterion, points[criterion.key], peers))
    for rule in rules.rules:
        if rule.on and rule.key in KIND_RULES:
            found.setdefault(shares.attribute(rule.key), []).append(rule_table(rule, peers))
    return found


KIND_RULES = ("levels_apart", "other_department", "other_company", "shared_language", "hours_apart")


def is_of_kinds(key: str) -> bool:
    return key.startswith(CUSTOM) or (key not in TOPICS and key not in SPARSE)


def kind_block(
    name: str,
    tables: Iterable[Callable[[Any, Any], Matrix]],
    mentees: Sequence[Candidate],
    mentors: Sequence[Candidate],
) -> Block:
    """One feature for each kind of the side that has fewer kinds; the other side holds what it gives."""
    rows, row_at = _kinds([shares.kind(each, name) for each in mentees])
    columns, column_at = _kinds([shares.kind(each, name) for each in mentors])
    table = sum((made(rows, columns) for made in tables), np.zeros((len(rows), len(columns)), dtype=np.int64))
    table = table.astype(np.float32)
    if len(rows) <= len(columns):
        return Block(np.eye(len(rows), dtype=np.float32)[row_at], table[:, column_at])
    return Block(table[row_at], np.eye(len(columns), dtype=np.float32)[:, column_at])


def _kinds(values: Sequence[Any]) -> tuple[list[Any], Matrix]:
    """The different values and where each person's is among them."""
    at = {value: place for place, value in enumerate(dict.fromkeys(values))}
    return list(at), np.array([at[value] for value in values], dtype=np.intp)
