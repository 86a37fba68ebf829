"""The account statement: what was carried forward, the rows of a period, and totals that follow the filter."""

from datetime import date
from random import Random
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk.domain.balance import Balance, of_entries
from mentordesk.domain.contacts import ExchangeKind, ExchangeRow
from mentordesk.domain.scope import Period
from mentordesk.domain.standing import Side
from mentordesk.domain.statement import by_kind, make, period_words, short_period_words, trend, trend_of_years

LEFT, RIGHT = "Amara Okonkwo", "Jonas Weidmann"
TODAY = date(2026, 6, 4)
YEAR = Period(date(2026, 1, 1), date(2026, 6, 4))


def gift(number: int, side: Side, points: int, on: date, kind: ExchangeKind = ExchangeKind.ADVICE) -> ExchangeRow:
    giver, receiver = (LEFT, RIGHT) if side is Side.LEFT else (RIGHT, LEFT)
    return ExchangeRow(
        number, 1, f"{LEFT} & {RIGHT}", "Traditional", side, giver, receiver, kind, points, on, "something", None
    )


ENTRIES = [
    gift(1, Side.LEFT, 3, date(2025, 10, 20)),
    gift(2, Side.RIGHT, 1, date(2025, 12, 31)),
    gift(3, Side.LEFT, 2, date(2026, 1, 1)),
    gift(4, Side.RIGHT, 2, date(2026, 1, 21), ExchangeKind.KNOWLEDGE),
    gift(5, Side.RIGHT, 3, date(2026, 6, 4), ExchangeKind.FEEDBACK),
    gift(6, Side.LEFT, 1, date(2026, 6, 5)),
]


def test_a_period_carries_forward_what_was_before_and_says_the_balance_after_each_row() -> None:
    statement = make(LEFT, RIGHT, ENTRIES, YEAR)
    assert statement.carried == Balance(3, 1)
    assert statement.words(statement.carried) == "Amara +2"
    assert [(row.id, row.words) for row in statement.rows] == [(3, "Amara +4"), (4, "Amara +2"), (5, "Jonas +1")]
    assert statement.totals == Balance(2, 5)
    assert statement.closing == Balance(5, 6)


def test_a_filter_of_kinds_changes_totals_and_never_the_balance() -> None:
    statement = make(LEFT, RIGHT, ENTRIES, YEAR, {ExchangeKind.KNOWLEDGE})
    assert [(row.id, row.words) for row in statement.rows] == [(4, "Amara +2")]
    assert statement.totals == Balance(0, 2)
    assert statement.closing == Balance(5, 6)
    assert statement.kinds == ((ExchangeKind.KNOWLEDGE, Balance(0, 2)),)


def test_what_changed_hands_is_listed_by_kind() -> None:
    statement = make(LEFT, RIGHT, ENTRIES, YEAR)
    assert statement.kinds == (
        (ExchangeKind.ADVICE, Balance(2, 0)),
        (ExchangeKind.FEEDBACK, Balance(0, 3)),
        (ExchangeKind.KNOWLEDGE, Balance(0, 2)),
    )


def test_the_trend_has_the_points_of_each_month_and_the_balance_at_its_end() -> None:
    months = make(LEFT, RIGHT, ENTRIES, Period()).months
    assert [(row.month, row.points, row.balance) for row in months] == [
        (date(2025, 10, 1), Balance(3, 0), Balance(3, 0)),
        (date(2025, 12, 1), Balance(0, 1), Balance(3, 1)),
        (date(2026, 1, 1), Balance(2, 2), Balance(5, 3)),
        (date(2026, 6, 1), Balance(1, 3), Balance(6, 6)),
    ]


def test_a_period_without_entries_closes_as_it_began() -> None:
    statement = make(LEFT, RIGHT, ENTRIES, Period(date(2026, 2, 1), date(2026, 3, 1)))
    assert statement.rows == ()
    assert statement.carried == statement.closing == Balance(5, 3)
    assert statement.totals == Balance()


def test_a_pair_without_entries_is_even() -> None:
    statement = make(LEFT, RIGHT, [], YEAR)
    assert statement.words(statement.closing) == "Even"
    assert statement.months == statement.kinds == ()


days = st.dates(date(2025, 1, 1), date(2026, 12, 31))


@given(st.lists(st.tuples(st.sampled_from(Side), st.integers(1, 3), days)), days)
def test_carried_forward_and_rows_together_are_the_whole_account(
    given_: list[tuple[Side, int, date]], first: date
) -> None:
    entries = [
        gift(number, side, points, on)
        for number, (side, points, on) in enumerate(sorted(given_, key=lambda entry: entry[2]))
    ]
    statement = make(LEFT, RIGHT, entries, Period(first, None))
    carried, totals = statement.carried, statement.totals
    assert statement.closing == Balance(carried.left + totals.left, carried.right + totals.right)
    assert statement.closing == make(LEFT, RIGHT, entries, Period()).totals


@pytest.mark.parametrize(
    ("period", "words", "short", "carried"),
    [
        (Period(), "All time", "", ""),
        (YEAR, "1 January to 4 June 2026", "2026", "Carried forward from 2025: 3 to 1"),
        (
            Period(date(2025, 12, 4), TODAY),
            "4 December 2025 to 4 June 2026",
            "4 December 2025 to 4 June 2026",
            "Carried forward up to 3 December 2025: 3 to 0",
        ),
        (Period(date(2025, 1, 1), date(2025, 12, 31)), "1 January to 31 December 2025", "2025", None),
        (Period(date(2026, 5, 3), None), "Since 3 May 2026", "Since 3 May 2026", None),
        (Period(None, date(2026, 5, 3)), "Until 3 May 2026", "Until 3 May 2026", ""),
        (Period(TODAY, TODAY), "4 June 2026", "4 June 2026", None),
    ],
)
def test_a_period_is_said_in_words(period: Period, words: str, short: str, carried: str | None) -> None:
    assert period_words(period, TODAY) == words
    assert short_period_words(period, TODAY) == short
    if carried is not None:
        assert make(LEFT, RIGHT, ENTRIES, period).carried_words == carried


def test_the_trend_shows_the_last_twelve_months_with_the_quiet_ones() -> None:
    months = trend(ENTRIES, TODAY)
    assert [row.month.month for row in months] == [10, 11, 12, 1, 2, 3, 4, 5, 6]
    assert [(row.points, row.balance) for row in months[:3]] == [
        (Balance(3, 0), Balance(3, 0)),
        (Balance(), Balance(3, 0)),
        (Balance(0, 1), Balance(3, 1)),
    ]
    assert months[-1].balance == make(LEFT, RIGHT, ENTRIES, Period()).closing


def test_the_trend_of_an_old_account_begins_with_what_it_had_and_ends_with_its_last_gift() -> None:
    old = [gift(1, Side.LEFT, 3, date(2001, 3, 9)), gift(2, Side.RIGHT, 1, date(2004, 5, 2))]
    months = trend(old, TODAY)
    assert (months[0].month, months[-1].month, len(months)) == (date(2003, 6, 1), date(2004, 5, 1), 12)
    assert [row.balance for row in months] == [Balance(3, 0)] * 11 + [Balance(3, 1)]
    assert trend([], TODAY) == ()


def test_an_old_account_is_told_by_years_with_the_quiet_ones() -> None:
    old = [gift(1, Side.LEFT, 3, date(2021, 3, 9)), gift(2, Side.LEFT, 2, date(2023, 5, 2))]
    now = [gift(3, Side.RIGHT, 1, date(2026, 1, 7)), gift(4, Side.RIGHT, 3, date(2026, 6, 1))]
    years = trend_of_years([*old, *now], TODAY)
    assert [row.month for row in years] == [date(year, 1, 1) for year in range(2021, 2027)]
    assert [(row.points.left, row.points.right) for row in years] == [(3, 0), (0, 0), (2, 0), (0, 0), (0, 0), (0, 4)]
    assert [row.balance.net for row in years] == [3, 3, 5, 5, 5, 1]
    assert [row.month.year for row in trend_of_years(old, TODAY)] == [2021, 2022, 2023]
    assert trend_of_years(now, TODAY) == trend_of_years([], TODAY) == ()


kinds = st.sampled_from(ExchangeKind)


@given(st.lists(st.tuples(st.sampled_from(Side), st.integers(1, 3), days, kinds)), st.randoms())
def test_what_changes_hands_adds_up_and_does_not_depend_on_the_order(
    given_: list[tuple[Side, int, date, ExchangeKind]], random: Random
) -> None:
    entries = [gift(number, *values) for number, values in enumerate(given_)]
    found = by_kind(entries)
    shuffled = list(entries)
    random.shuffle(shuffled)
    assert by_kind(shuffled) == found
    total = of_entries((entry.side, entry.points) for entry in entries)
    assert sum(points.left for _, points in found) == total.left
    assert sum(points.right for _, points in found) == total.right
    assert all(points.total for _, points in found)


@given(st.lists(st.tuples(st.sampled_from(Side), st.integers(1, 3), days, kinds)), days, kinds)
def test_a_filter_never_changes_a_balance(
    given_: list[tuple[Side, int, date, ExchangeKind]], first: date, kind: ExchangeKind
) -> None:
    entries = [gift(number, *values) for number, values in enumerate(sorted(given_, key=lambda it: it[2]))]
    whole, part = (make(LEFT, RIGHT, entries, Period(first, None), only) for only in ((), {kind}))
    after = {row.id: row.balance for row in whole.rows}
    assert (part.carried, part.closing) == (whole.carried, whole.closing)
    assert [row.id for row in part.rows] == [row.id for row in whole.rows if row.exchange.kind is kind]
    assert all(row.balance == after[row.id] for row in part.rows)


def test_twenty_five_years_are_added_up_in_no_time() -> None:
    start = date(2001, 6, 9).toordinal()
    entries = [
        gift(number, Side.LEFT if number % 3 else Side.RIGHT, number % 3 + 1, date.fromordinal(start + number * 9))
        for number in range(1000)
    ]
    began = perf_counter()
    for _ in range(10):
        make(LEFT, RIGHT, entries, YEAR)
        trend(entries, TODAY)
    assert perf_counter() - began < 2
