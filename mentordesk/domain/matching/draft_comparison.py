"""Two drafts of one cohort side by side: whose pairs differ, and which settings, in words. Knows no table."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import zip_longest

from mentordesk.domain.matching import draft_words
from mentordesk.domain.matching.draft import Draft, DraftPair, DraftRow
from mentordesk.domain.text import fold


@dataclass(frozen=True, slots=True)
class PairDifferenceRow:
    """Somebody (a mentee, or a peer) who has another partner in each of two drafts. An empty name and a fit of None
    are no pair; fits in hundredths of a point. `round` is 0 where neither draft has more than one."""

    person_id: int
    person: str
    first: str
    first_fit: int | None
    second: str
    second_fit: int | None
    round: int = 0


@dataclass(frozen=True, slots=True)
class SettingDifferenceRow:
    """A setting that differs, in words: what it is called, and what it is in each draft; empty where one has none."""

    word: str
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class DraftComparison:
    """`first` and `second` have the figures; `same` pairs are in both drafts. `pairs` are by name."""

    first: DraftRow
    second: DraftRow
    same: int
    pairs: tuple[PairDifferenceRow, ...]
    settings: tuple[SettingDifferenceRow, ...]


def comparison(
    first: tuple[DraftRow, Draft], second: tuple[DraftRow, Draft], names: Mapping[int, str], peers: bool
) -> DraftComparison:
    """What differs between two drafts, each with its figures; of peers both have a line."""
    ones, others = (_partners(draft, peers) for _, draft in (first, second))
    several = any(pair.round > 1 for _, draft in (first, second) for pair in draft.pairs)
    rows = [
        row
        for key in ones.keys() | others.keys()
        for row in _rows(key, ones[key], others[key], lambda person: names.get(person, "Somebody"))
    ]
    rows.sort(key=lambda row: (row.round, fold(row.person), row.person_id))
    plain = rows if several else [_without_round(row) for row in rows]
    return DraftComparison(
        first[0], second[0], _same(ones, others, peers), tuple(plain), _settings(first[1], second[1])
    )


_Partners = defaultdict[tuple[int, int], dict[int, int]]


def _partners(draft: Draft, peers: bool) -> _Partners:
    """By (round, person) the partners with the fit."""
    found: _Partners = defaultdict(dict)
    for pair in draft.pairs:
        for person, partner in _ways(pair, peers):
            found[pair.round, person][partner] = pair.fit
    return found


def _ways(pair: DraftPair, peers: bool) -> tuple[tuple[int, int], ...]:
    one_way = (pair.mentee, pair.mentor)
    return (one_way, one_way[::-1]) if peers else (one_way,)


def _rows(
    key: tuple[int, int], ones: dict[int, int], others: dict[int, int], name: Callable[[int], str]
) -> list[PairDifferenceRow]:
    gone, new = (sorted(each, key=lambda one: fold(name(one))) for each in (ones.keys() - others, others.keys() - ones))
    return [
        PairDifferenceRow(
            person_id=key[1],
            person=name(key[1]),
            first=name(one) if one is not None else "",
            first_fit=ones[one] if one is not None else None,
            second=name(other) if other is not None else "",
            second_fit=others[other] if other is not None else None,
            round=key[0],
        )
        for one, other in zip_longest(gone, new)
    ]


def _without_round(row: PairDifferenceRow) -> PairDifferenceRow:
    one, other = (row.first, row.first_fit), (row.second, row.second_fit)
    return PairDifferenceRow(row.person_id, row.person, *one, *other)


def _same(ones: _Partners, others: _Partners, peers: bool) -> int:
    both = sum(len(ones[key].keys() & others[key].keys()) for key in ones.keys() & others.keys())
    return both // 2 if peers else both


def _settings(first: Draft, second: Draft) -> tuple[SettingDifferenceRow, ...]:
    one, other = draft_words.lines(first.settings), draft_words.lines(second.settings)
    words = dict.fromkeys((*one, *other))
    return tuple(
        SettingDifferenceRow(word, one.get(word, ""), other.get(word, ""))
        for word in words
        if one.get(word) != other.get(word)
    )
