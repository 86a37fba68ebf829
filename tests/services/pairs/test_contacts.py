"""Contacts: logged with what each side gave, corrected, removed and counted."""

from datetime import date

import pytest

from mentordesk.domain.contacts import Channel, ContactForm, ExchangeKind, GiftForm
from mentordesk.domain.errors import FieldError, NotFoundError
from mentordesk.domain.scope import EVERYTHING, Period, Scope
from mentordesk.services.pairs import contacts, exchanges, pairs
from tests.crossroads import TODAY, Crossroads


@pytest.fixture
def pair(crossroads: Crossroads) -> int:
    return crossroads.pair()


def gift(crossroads: Crossroads, giver: str, points: int = 2) -> GiftForm:
    return GiftForm(crossroads.people[giver], ExchangeKind.FEEDBACK, points, " On her talk ")


def test_a_logged_contact_is_listed_and_counts_as_the_last_one(crossroads: Crossroads, pair: int) -> None:
    crossroads.contact(pair, 2, Channel.PHONE, minutes=45, note=" Night shift ")
    (row,) = crossroads.desk.read(contacts.of_pair, pair)
    assert (row.pair, row.cohort) == ("Amara Okonkwo & Jonas Weidmann", "Crossroads 2025–26")
    assert (row.channel, row.on, row.minutes, row.note) == (Channel.PHONE, date(2026, 6, 2), 45, "Night shift")
    listed = crossroads.desk.read(pairs.row, pair)
    assert (listed.last_contact_on, listed.days) == (date(2026, 6, 2), 2)
    assert crossroads.desk.undo_label() == "Log contact of Amara & Jonas"


def test_what_each_side_gave_goes_into_the_account(crossroads: Crossroads, pair: int) -> None:
    contact = crossroads.contact(pair, 0, gifts=(gift(crossroads, "Jonas"), gift(crossroads, "Amara", 1)))
    given = crossroads.desk.read(exchanges.of_pair, pair)
    assert [(row.giver, row.points, row.what, row.on) for row in given] == [
        ("Jonas Weidmann", 2, "On her talk", TODAY),
        ("Amara Okonkwo", 1, "On her talk", TODAY),
    ]
    assert {row.contact_id for row in given} == {contact}


def test_undo_takes_the_contact_and_the_gifts_back(crossroads: Crossroads, pair: int) -> None:
    crossroads.contact(pair, 0, gifts=(gift(crossroads, "Jonas"),))
    crossroads.desk.undo()
    assert crossroads.desk.read(contacts.rows) == []
    assert crossroads.desk.read(exchanges.rows) == []


@pytest.mark.parametrize(("minutes", "proposal"), [(-1, 0), (1441, 1440)])
def test_minutes_have_bounds(crossroads: Crossroads, pair: int, minutes: int, proposal: int) -> None:
    with pytest.raises(FieldError, match="0 minutes to 24 hours") as error:
        crossroads.contact(pair, 0, minutes=minutes)
    assert (error.value.field, error.value.proposal) == ("minutes", proposal)
    assert crossroads.contact(pair, 0, minutes=1440)


def test_nothing_is_logged_before_it_has_happened(crossroads: Crossroads, pair: int) -> None:
    with pytest.raises(FieldError, match=r"5 June 2026 is still to come. Use 4 June 2026\?") as error:
        crossroads.contact(pair, -1)
    assert (error.value.field, error.value.proposal) == ("on", TODAY)
    assert crossroads.desk.read(contacts.rows) == []


def test_somebody_else_cannot_have_given_and_nothing_is_kept_then(crossroads: Crossroads, pair: int) -> None:
    with pytest.raises(FieldError, match="one of the two people") as error:
        crossroads.contact(pair, 0, gifts=(gift(crossroads, "Ruth"),))
    assert error.value.field == "gifts"
    with pytest.raises(FieldError, match="1, 2 or 3 points"):
        crossroads.contact(pair, 0, gifts=(gift(crossroads, "Jonas", 4),))
    assert crossroads.desk.read(contacts.rows) == []


def test_a_proposed_pair_has_to_start_first_but_a_finished_one_may_still_meet(
    crossroads: Crossroads, pair: int
) -> None:
    proposed = crossroads.propose("Ruth", "Mateo")
    with pytest.raises(FieldError, match="Activate the pair first"):
        crossroads.contact(proposed, 0)
    crossroads.desk.do(pairs.complete, [pair])
    assert crossroads.contact(pair, 0)


def test_a_correction_changes_the_contact_and_its_gifts_together(crossroads: Crossroads, pair: int) -> None:
    contact = crossroads.contact(pair, 0, gifts=(gift(crossroads, "Jonas"), gift(crossroads, "Amara")))
    corrected = ContactForm(pair, Channel.COFFEE, crossroads.ago(3), 20, "", (gift(crossroads, "Amara", 3),))
    crossroads.desk.do(contacts.change, contact, corrected)
    (row,) = crossroads.desk.read(contacts.of_pair, pair)
    assert (row.channel, row.on, row.minutes) == (Channel.COFFEE, date(2026, 6, 1), 20)
    (given,) = crossroads.desk.read(exchanges.of_pair, pair)
    assert (given.giver, given.points, given.on) == ("Amara Okonkwo", 3, date(2026, 6, 1))


def test_a_contact_can_be_read_as_its_form_and_saved_without_a_change(crossroads: Crossroads, pair: int) -> None:
    contact = crossroads.contact(pair, 1, minutes=30, gifts=(gift(crossroads, "Jonas"), gift(crossroads, "Amara")))
    before = crossroads.desk.undo_label()
    form = crossroads.desk.read(contacts.form, contact)
    assert [given.giver_id for given in form.gifts] == [crossroads.people["Jonas"], crossroads.people["Amara"]]
    crossroads.desk.do(contacts.change, contact, form)
    assert crossroads.desk.undo_label() == before


def test_removing_a_contact_removes_what_was_given_at_it(crossroads: Crossroads, pair: int) -> None:
    first, second = crossroads.contact(pair, 9, gifts=(gift(crossroads, "Jonas"),)), crossroads.contact(pair, 1)
    crossroads.desk.do(contacts.remove, [first, second])
    assert crossroads.desk.read(contacts.rows) == []
    assert crossroads.desk.read(exchanges.rows) == []
    assert crossroads.desk.undo_label() == "Remove 2 contacts"
    with pytest.raises(NotFoundError):
        crossroads.desk.read(contacts.form, first)


def test_a_period_and_a_scope_narrow_the_list_newest_first(crossroads: Crossroads, pair: int) -> None:
    alone = crossroads.pair("Ruth", "Mateo", cohort_id=None)
    for pair_id, days in ((pair, 40), (pair, 10), (pair, 3), (alone, 3)):
        crossroads.contact(pair_id, days)
    period = Period(crossroads.ago(10), TODAY)
    of_cohort = crossroads.desk.read(contacts.rows, Scope(cohort_id=crossroads.cohort), period)
    assert [row.on for row in of_cohort] == [crossroads.ago(3), crossroads.ago(10)]
    assert len(crossroads.desk.read(contacts.rows)) == 4
    assert [row.cohort for row in crossroads.desk.read(contacts.of_pair, alone)] == [""]


def test_contacts_are_counted_by_month_and_group_with_the_empty_months(crossroads: Crossroads, pair: int) -> None:
    for days, channel in ((0, Channel.COFFEE), (1, Channel.MEETING), (2, Channel.PHONE), (64, Channel.TEXT)):
        crossroads.contact(pair, days, channel)
    rows = crossroads.desk.read(contacts.per_month, EVERYTHING, date(2026, 4, 1), TODAY)
    assert len(rows) == 3 * 4
    assert {(row.month, row.group): row.count for row in rows if row.count} == {
        (date(2026, 4, 1), "Texts"): 1,
        (date(2026, 6, 1), "Meetings"): 2,
        (date(2026, 6, 1), "Calls"): 1,
    }
    other = crossroads.pair("Ruth", "Mateo")
    of_other = crossroads.desk.read(contacts.per_month, EVERYTHING, date(2026, 4, 1), TODAY, other)
    assert sum(row.count for row in of_other) == 0
