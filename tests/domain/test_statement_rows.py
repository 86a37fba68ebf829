"""The account statement: what was carried forward, the rows of a period, and totals that follow the filter."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from mentordesk.domain.balance import Balance
from mentordesk.domain.contacts import ExchangeKind, ExchangeRow
from mentordesk.domain.scope import Period
from mentordesk.domain.standing import Side
from mentordesk.domain.statement import make

LEFT, RIGHT = "Amara Okonkwo", "Jonas Weidmann"
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
