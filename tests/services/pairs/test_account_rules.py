"""What the account of a pair refuses, at which field, with nothing written; and the skills that gifts are about."""

from datetime import date

import pytest

from mentordesk.data.tables import Pair, PersonTag, TagKind
from mentordesk.domain import open_wishes
from mentordesk.domain.contacts import Channel, ContactForm, ExchangeForm, ExchangeKind, GiftForm
from mentordesk.domain.dates import Precision
from mentordesk.domain.errors import FieldError
from mentordesk.domain.goals import GoalForm, HoursForm, ProjectForm
from mentordesk.domain.programs import Format
from mentordesk.domain.scope import Period
from mentordesk.domain.standing import Side
from mentordesk.services.pairs import contacts, exchanges, goals, pairs, projects
from mentordesk.services.people import wishes
from tests.crossroads import START, TODAY, Crossroads, add


@pytest.fixture
def pair(crossroads: Crossroads) -> int:
    return crossroads.pair()


def change_pair(session, pair_id: int, **columns) -> None:
    found = session.get_one(Pair, pair_id)
    for name, value in columns.items():
        setattr(found, name, value)


def test_nobody_but_the_two_gives_in_a_pair(crossroads: Crossroads, pair: int) -> None:
    for giver in (crossroads.people["Mateo"], 999):
        with pytest.raises(FieldError) as error:
            crossroads.desk.do(exchanges.record, ExchangeForm(pair, giver, ExchangeKind.ADVICE, 1, TODAY))
        assert error.value.field == "giver_id"
    gifts = (GiftForm(crossroads.people["Ruth"], ExchangeKind.ADVICE),)
    with pytest.raises(FieldError) as error:
        crossroads.desk.do(contacts.log, ContactForm(pair, Channel.VIDEO, TODAY, gifts=gifts))
    assert error.value.field == "gifts"
    assert crossroads.desk.read(exchanges.rows) == crossroads.desk.read(contacts.rows) == []


@pytest.mark.parametrize(
    ("precision", "refused", "taken", "began"),
    [
        (Precision.DAY, date(2025, 10, 5), START, "began on 6 October 2025"),
        (Precision.MONTH, date(2025, 9, 30), date(2025, 10, 1), "began in October 2025"),
        (Precision.YEAR, date(2024, 12, 31), date(2025, 1, 1), "began in 2025"),
    ],
)
def test_an_account_begins_with_its_pair_as_exactly_as_that_is_known(
    crossroads: Crossroads, pair: int, precision: Precision, refused: date, taken: date, began: str
) -> None:
    crossroads.desk.do(change_pair, pair, started_precision=precision)
    giver = crossroads.people["Jonas"]
    with pytest.raises(FieldError, match=began) as error:
        crossroads.desk.do(exchanges.record, ExchangeForm(pair, giver, ExchangeKind.ADVICE, 1, refused))
    assert (error.value.field, error.value.proposal) == ("on", taken)
    entry = crossroads.desk.do(exchanges.record, ExchangeForm(pair, giver, ExchangeKind.ADVICE, 1, taken))
    form = ExchangeForm(pair, giver, ExchangeKind.ADVICE, 1, refused)
    with pytest.raises(FieldError, match=began):
        crossroads.desk.do(exchanges.change, entry, form)
    assert [row.on for row in crossroads.desk.read(exchanges.of_pair, pair)] == [taken]


def test_a_first_meeting_before_the_start_may_be_logged_but_has_no_gifts(crossroads: Crossroads, pair: int) -> None:
    early = date(2025, 9, 1)
    gifts = (GiftForm(crossroads.people["Amara"], ExchangeKind.ADVICE),)
    with pytest.raises(FieldError) as error:
        crossroads.desk.do(contacts.log, ContactForm(pair, Channel.COFFEE, early, gifts=gifts))
    assert error.value.field == "on"
    assert crossroads.desk.read(contacts.of_pair, pair) == []
    crossroads.desk.do(contacts.log, ContactForm(pair, Channel.COFFEE, early))
    assert [row.on for row in crossroads.desk.read(contacts.of_pair, pair)] == [early]


def test_a_pair_whose_start_nobody_knows_has_an_account_all_the_same(crossroads: Crossroads, pair: int) -> None:
    crossroads.desk.do(change_pair, pair, started_on=None)
    giver, old = crossroads.people["Jonas"], date(1999, 1, 1)
    crossroads.desk.do(exchanges.record, ExchangeForm(pair, giver, ExchangeKind.ADVICE, 1, old))
    assert [row.on for row in crossroads.desk.read(exchanges.of_pair, pair)] == [old]


@pytest.mark.parametrize(("hours", "on"), [(-1, TODAY), (0, TODAY), (24.5, TODAY)])
def test_hours_of_a_day_are_more_than_none_and_at_most_24(
    crossroads: Crossroads, pair: int, hours: float, on: date
) -> None:
    project = crossroads.desk.do(projects.add, ProjectForm(pair, "Cold-chain pilot", 30.0))
    with pytest.raises(FieldError) as error:
        crossroads.desk.do(projects.log_hours, HoursForm(project, Side.LEFT, hours, on))
    assert error.value.field == "hours"
    assert crossroads.desk.read(pairs.detail, pair).projects[0].spent == ()


@pytest.mark.parametrize("on", [date(2026, 6, 5), date(2025, 10, 5)])
def test_hours_are_spent_while_there_is_a_pair(crossroads: Crossroads, pair: int, on: date) -> None:
    project = crossroads.desk.do(projects.add, ProjectForm(pair, "Cold-chain pilot", 30.0))
    with pytest.raises(FieldError) as error:
        crossroads.desk.do(projects.log_hours, HoursForm(project, Side.LEFT, 1.0, on))
    assert error.value.field == "on"


def test_hours_are_listed_changed_and_removed_and_over_budget_is_known(crossroads: Crossroads, pair: int) -> None:
    form = ProjectForm(pair, "Cold-chain pilot", 10.0, "Gareth Penry", approved_on=date(2026, 2, 12))
    project = crossroads.desk.do(projects.add, form)
    first = crossroads.desk.do(projects.log_hours, HoursForm(project, Side.LEFT, 6.0, date(2026, 5, 1), "Plan"))
    second = crossroads.desk.do(projects.log_hours, HoursForm(project, Side.RIGHT, 8.0, date(2026, 5, 9)))
    (row,) = crossroads.desk.read(pairs.detail, pair).projects
    assert (row.approved_by, row.approved_on) == ("Gareth Penry", date(2026, 2, 12))
    assert [(spent.id, spent.side, spent.hours) for spent in row.spent] == [
        (second, Side.RIGHT, 8.0),
        (first, Side.LEFT, 6.0),
    ]
    assert (row.hours, row.over) == (14.0, 4.0)
    crossroads.desk.do(projects.change_hours, second, HoursForm(project, Side.LEFT, 3.0, date(2026, 5, 8), "Tests"))
    assert crossroads.desk.undo_label() == "Change hours of Cold-chain pilot"
    (row,) = crossroads.desk.read(pairs.detail, pair).projects
    assert (row.left_hours, row.right_hours, row.over, row.spent[0].what) == (9.0, 0.0, 0.0, "Tests")
    crossroads.desk.do(projects.remove_hours, first)
    (row,) = crossroads.desk.read(pairs.detail, pair).projects
    assert [spent.id for spent in row.spent] == [second]


def test_a_day_of_approval_needs_a_name(crossroads: Crossroads, pair: int) -> None:
    with pytest.raises(FieldError) as error:
        crossroads.desk.do(projects.add, ProjectForm(pair, "Pilot", 10.0, approved_on=TODAY))
    assert error.value.field == "approved_by"


@pytest.mark.parametrize(
    ("field", "ratings"),
    [
        ("start_rating", {"start_rating": 0}),
        ("end_rating", {"start_rating": 4, "end_rating": 11}),
        ("start_rating", {"end_rating": 5}),
    ],
)
def test_ratings_are_one_to_ten_and_begin_at_the_start(
    crossroads: Crossroads, pair: int, field: str, ratings: dict
) -> None:
    with pytest.raises(FieldError) as error:
        crossroads.desk.do(goals.add, GoalForm(pair, "Read a P&L", **ratings))
    assert error.value.field == field
    assert crossroads.desk.read(pairs.detail, pair).goals == ()


def test_in_a_reverse_pair_the_leader_has_goals_with_ratings_too(crossroads: Crossroads) -> None:
    pair = crossroads.pair("Jonas", "Amara", format=Format.REVERSE, cohort_id=None)
    for owner, start, end in ((Side.RIGHT, 4, 7), (Side.LEFT, 6, None)):
        form = GoalForm(pair, "Understand the night shift", owner, start_rating=start, end_rating=end)
        goal = crossroads.desk.do(goals.add, form)
        assert crossroads.desk.read(goals.form, goal) == form
    found = crossroads.desk.read(pairs.detail, pair).goals
    assert [(row.owner, row.side, row.rating_words, row.attainment) for row in found] == [
        ("Amara", Side.RIGHT, "4 → 7, +3", 3),
        ("Jonas", Side.LEFT, "start 6", None),
    ]


def test_a_gift_is_about_a_skill_only_where_something_is_taught(crossroads: Crossroads, pair: int) -> None:
    taught = crossroads.gift(pair, "Amara", 2, kind=ExchangeKind.KNOWLEDGE, skill=" Reading a P&L ")
    crossroads.gift(pair, "Amara", 2, kind=ExchangeKind.SUPPORT, skill="Reading a P&L")
    assert [row.skill for row in crossroads.desk.read(exchanges.of_pair, pair)] == ["Reading a P&L", ""]
    assert crossroads.desk.read(exchanges.form, taught).skill == "Reading a P&L"


def test_a_skill_given_at_a_contact_stays_with_it(crossroads: Crossroads, pair: int) -> None:
    gift = GiftForm(crossroads.people["Jonas"], ExchangeKind.SKILL, 1, "A lesson", "Telematics")
    contact = crossroads.contact(pair, 1, gifts=(gift,))
    assert crossroads.desk.read(contacts.form, contact).gifts == (gift,)


def test_a_wish_is_fulfilled_by_a_gift_with_its_skill(crossroads: Crossroads, pair: int) -> None:
    for name, kind, value in (("Amara", TagKind.OFFERS, "Reading a P&L"), ("Jonas", TagKind.WANTS, "reading a P&L")):
        crossroads.desk.do(add, PersonTag(person_id=crossroads.people[name], kind=kind, value=value))
    sides = crossroads.desk.read(wishes.skills, pair)
    assert (sides[0].offers, sides[1].wants) == (("Reading a P&L",), ("reading a P&L",))
    assert len(open_wishes.find(*sides, crossroads.desk.read(exchanges.of_pair, pair))) == 1
    crossroads.gift(pair, "Amara", 2, kind=ExchangeKind.ADVICE, skill="Reading a P&L")
    assert open_wishes.find(*sides, crossroads.desk.read(exchanges.of_pair, pair)) == ()


def test_the_statement_of_a_pair_is_a_report_of_one_sheet(crossroads: Crossroads, pair: int) -> None:
    crossroads.gift(pair, "Amara", 3, 200)
    crossroads.gift(pair, "Jonas", 2, 20, kind=ExchangeKind.KNOWLEDGE)
    report = crossroads.desk.read(exchanges.statement_report, pair, Period(date(2026, 1, 1), TODAY))
    assert report.file_name == "Amara Okonkwo & Jonas Weidmann account statement.xlsx"
    (sheet,) = report.sheets
    assert [row[7:] for row in sheet.table.rows] == [(3, "Amara +3"), (1, "Amara +1")]
