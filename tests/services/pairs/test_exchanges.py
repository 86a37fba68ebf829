"""The account of a pair: entries by either side, and the statement with its balances."""

from datetime import date

import pytest

from mentordesk.domain.balance import Balance
from mentordesk.domain.contacts import ExchangeForm, ExchangeKind, GiftForm
from mentordesk.domain.errors import FieldError, NotFoundError
from mentordesk.domain.scope import Period, Scope
from mentordesk.domain.standing import Side
from mentordesk.services.pairs import contacts, exchanges, pairs
from tests.crossroads import TODAY, Crossroads


@pytest.fixture
def pair(crossroads: Crossroads) -> int:
    return crossroads.pair()


def test_an_exchange_names_giver_and_receiver(crossroads: Crossroads, pair: int) -> None:
    crossroads.gift(pair, "Jonas", 2, kind=ExchangeKind.SKILL, what=" Reading telematics ")
    (row,) = crossroads.desk.read(exchanges.rows)
    assert (row.giver, row.receiver, row.side) == ("Jonas Weidmann", "Amara Okonkwo", Side.RIGHT)
    assert (row.kind, row.points, row.what, row.contact_id) == (ExchangeKind.SKILL, 2, "Reading telematics", None)
    assert crossroads.desk.undo_label() == "Record an exchange of Amara & Jonas"


@pytest.mark.parametrize(("points", "proposal"), [(0, 1), (4, 3)])
def test_points_are_one_to_three(crossroads: Crossroads, pair: int, points: int, proposal: int) -> None:
    with pytest.raises(FieldError, match="1, 2 or 3 points") as error:
        crossroads.gift(pair, "Jonas", points)
    assert (error.value.field, error.value.proposal) == ("points", proposal)


def test_only_one_of_the_two_can_give_and_not_tomorrow(crossroads: Crossroads, pair: int) -> None:
    with pytest.raises(FieldError, match="one of the two people") as error:
        crossroads.gift(pair, "Mateo", 1)
    assert error.value.field == "giver_id"
    with pytest.raises(FieldError, match="still to come"):
        crossroads.gift(pair, "Jonas", 1, days_ago=-1)
    assert crossroads.desk.read(exchanges.rows) == []


def test_an_entry_can_be_corrected_and_removed(crossroads: Crossroads, pair: int) -> None:
    entry = crossroads.gift(pair, "Jonas", 1)
    form = crossroads.desk.read(exchanges.form, entry)
    assert form == ExchangeForm(pair, crossroads.people["Jonas"], ExchangeKind.ADVICE, 1, crossroads.ago(1))
    corrected = ExchangeForm(pair, crossroads.people["Amara"], ExchangeKind.SUPPORT, 3, TODAY, "Evening call")
    crossroads.desk.do(exchanges.change, entry, corrected)
    assert crossroads.desk.read(exchanges.form, entry) == corrected
    crossroads.desk.do(exchanges.remove, [entry])
    assert crossroads.desk.undo_label() == "Remove 1 exchange"
    with pytest.raises(NotFoundError):
        crossroads.desk.read(exchanges.form, entry)


def test_removing_an_entry_leaves_its_contact(crossroads: Crossroads, pair: int) -> None:
    gift = GiftForm(crossroads.people["Jonas"], ExchangeKind.ADVICE)
    crossroads.contact(pair, 1, gifts=(gift,))
    (entry,) = crossroads.desk.read(exchanges.of_pair, pair)
    crossroads.desk.do(exchanges.remove, [entry.id])
    assert len(crossroads.desk.read(contacts.of_pair, pair)) == 1


def test_the_list_follows_scope_and_period_newest_first(crossroads: Crossroads, pair: int) -> None:
    alone = crossroads.pair("Ruth", "Mateo", cohort_id=None)
    for pair_id, giver, days in ((pair, "Amara", 30), (pair, "Jonas", 5), (alone, "Ruth", 5), (pair, "Amara", 90)):
        crossroads.gift(pair_id, giver, 1, days)
    scope, period = Scope(program_id=crossroads.program), Period(crossroads.ago(30))
    found = crossroads.desk.read(exchanges.rows, scope, period)
    assert [row.giver for row in found] == ["Jonas Weidmann", "Amara Okonkwo"]


def test_a_statement_carries_forward_and_shows_the_balance_after_each_row(crossroads: Crossroads, pair: int) -> None:
    for giver, points, days in (
        ("Amara", 3, 200),
        ("Jonas", 1, 190),
        ("Jonas", 2, 20),
        ("Amara", 1, 10),
        ("Jonas", 1, 9),
    ):
        crossroads.gift(pair, giver, points, days)
    made = crossroads.desk.read(exchanges.statement, pair, Period(date(2026, 1, 1), TODAY))
    assert made.carried == Balance(3, 1)
    assert [row.words for row in made.rows] == ["Even", "Amara +1", "Even"]
    assert (made.totals, made.closing, made.words(made.closing)) == (Balance(1, 3), Balance(4, 4), "Even")


def test_kinds_narrow_the_rows_and_totals_but_never_the_balance(crossroads: Crossroads, pair: int) -> None:
    crossroads.gift(pair, "Amara", 3, 20, kind=ExchangeKind.OPPORTUNITY)
    crossroads.gift(pair, "Jonas", 1, 10, kind=ExchangeKind.FEEDBACK)
    made = crossroads.desk.read(exchanges.statement, pair, kinds=[ExchangeKind.FEEDBACK])
    assert [(row.exchange.kind, row.words) for row in made.rows] == [(ExchangeKind.FEEDBACK, "Amara +2")]
    assert (made.totals, made.closing) == (Balance(0, 1), Balance(3, 1))
    assert made.kinds == ((ExchangeKind.FEEDBACK, Balance(0, 1)),)


def test_the_bar_counts_the_last_six_months_and_the_account_all_time(crossroads: Crossroads, pair: int) -> None:
    crossroads.gift(pair, "Amara", 3, (TODAY - date(2025, 12, 3)).days)
    crossroads.gift(pair, "Amara", 2, (TODAY - date(2025, 12, 4)).days)
    crossroads.gift(pair, "Jonas", 1, 0)
    found = crossroads.desk.read(pairs.detail, pair)
    assert (found.row.left_points, found.row.right_points) == (2, 1)
    assert (found.account, found.account_words) == (Balance(5, 1), "Amara +4")


def test_the_account_of_a_finished_pair_does_not_fade(crossroads: Crossroads, pair: int) -> None:
    crossroads.gift(pair, "Amara", 3, 10)
    crossroads.desk.do(pairs.complete, [pair])
    crossroads.clock.day = date(2028, 1, 1)
    assert crossroads.desk.read(pairs.row, pair).left_points == 3
