"""A career turns: the question for each pair, and every answer does what it says, as one step that can be undone."""

from datetime import date

import pytest

from mentordesk.domain.attention import AttentionItem, AttentionKind
from mentordesk.domain.career_choices import CareerAsk, CareerChoice, CareerDecision
from mentordesk.domain.cohorts import Role
from mentordesk.domain.errors import FieldError, NotFoundError
from mentordesk.domain.people import CareerKind
from mentordesk.domain.standing import PairStatus
from mentordesk.services.pairs import pairs
from mentordesk.services.people import career_asks
from mentordesk.services.today import attention
from tests.crossroads import TODAY, Crossroads


@pytest.fixture
def pair(crossroads: Crossroads) -> int:
    """Amara & Jonas; Jonas goes on leave on 22 June."""
    pair_id = crossroads.pair(started_on=crossroads.ago(3))
    crossroads.turn("Jonas", CareerKind.LEAVE, -18, "Parental leave")
    return pair_id


def items(crossroads: Crossroads, kind: AttentionKind) -> list[AttentionItem]:
    return [item for item in crossroads.desk.read(attention.items) if item.kind is kind]


def change(crossroads: Crossroads) -> AttentionItem:
    return items(crossroads, AttentionKind.CAREER_CHANGE)[0]


def ask(crossroads: Crossroads) -> CareerAsk:
    return crossroads.desk.read(career_asks.ask, change(crossroads))


def decide(crossroads: Crossroads, pair_id: int, choice: CareerChoice, **values) -> None:
    crossroads.desk.do(
        career_asks.decide, CareerDecision((pair_id,), choice, item_key=change(crossroads).key, **values)
    )


def test_the_question_names_the_person_and_the_pair(crossroads: Crossroads, pair: int) -> None:
    found = ask(crossroads)
    assert (found.person, found.kind, found.on) == ("Jonas Weidmann", CareerKind.LEAVE, date(2026, 6, 22))
    (asked,) = found.pairs
    assert (asked.id, asked.name, asked.rhythm_days, asked.own_rhythm) == (
        pair,
        "Amara Okonkwo & Jonas Weidmann",
        30,
        False,
    )
    assert asked.mentee_id == crossroads.people["Jonas"]


def test_a_second_mentor_is_in_the_cohort_only_where_the_mentee_has_a_place(crossroads: Crossroads, pair: int) -> None:
    assert ask(crossroads).pairs[0].cohort_id is None
    crossroads.person("Elif")
    crossroads.enroll("Elif", Role.MENTEE, capacity=2)
    crossroads.pair("Ruth", "Elif", started_on=crossroads.ago(3))
    crossroads.turn("Ruth", CareerKind.TRANSFER, -20)
    two = [crossroads.desk.read(career_asks.ask, item) for item in items(crossroads, AttentionKind.CAREER_CHANGE)]
    assert {found.person: found.pairs[0].cohort_id for found in two} == {
        "Jonas Weidmann": None,
        "Ruth Adelmann": crossroads.cohort,
    }


def test_a_pause_takes_the_pair_off_today_until_its_day(crossroads: Crossroads, pair: int) -> None:
    decide(crossroads, pair, CareerChoice.PAUSE, until=date(2026, 9, 14))
    assert crossroads.desk.read(pairs.row, pair).status is PairStatus.PAUSED
    assert items(crossroads, AttentionKind.CAREER_CHANGE) == []
    assert items(crossroads, AttentionKind.PAUSE_OVER) == []
    crossroads.clock.day = date(2026, 9, 14)
    (item,) = items(crossroads, AttentionKind.PAUSE_OVER)
    assert (item.title, item.action) == ("Amara Okonkwo & Jonas Weidmann: take up the rhythm again?", "Resume the pair")
    crossroads.desk.do(attention.snooze, item.key, date(2026, 9, 21))
    assert items(crossroads, AttentionKind.PAUSE_OVER) == []
    crossroads.clock.day = date(2026, 9, 21)
    assert len(items(crossroads, AttentionKind.PAUSE_OVER)) == 1
    crossroads.desk.do(pairs.resume, [pair])
    crossroads.desk.do(pairs.pause, [pair])
    assert items(crossroads, AttentionKind.PAUSE_OVER) == []


def test_a_pause_is_one_step(crossroads: Crossroads, pair: int) -> None:
    decide(crossroads, pair, CareerChoice.PAUSE, until=date(2026, 9, 14))
    crossroads.desk.undo()
    assert crossroads.desk.read(pairs.row, pair).status is PairStatus.ACTIVE
    assert len(items(crossroads, AttentionKind.CAREER_CHANGE)) == 1


def test_a_pause_needs_no_end_but_not_one_in_the_past(crossroads: Crossroads, pair: int) -> None:
    with pytest.raises(FieldError, match="Choose a day to come") as error:
        decide(crossroads, pair, CareerChoice.PAUSE, until=TODAY)
    assert error.value.field == "until"
    assert crossroads.desk.read(pairs.row, pair).status is PairStatus.ACTIVE
    decide(crossroads, pair, CareerChoice.PAUSE)
    crossroads.clock.day = date(2027, 6, 4)
    assert items(crossroads, AttentionKind.PAUSE_OVER) == []


def test_a_lighter_rhythm_is_that_of_the_pair(crossroads: Crossroads, pair: int) -> None:
    with pytest.raises(FieldError, match="Choose a rhythm"):
        decide(crossroads, pair, CareerChoice.LIGHTER)
    decide(crossroads, pair, CareerChoice.LIGHTER, rhythm_days=91)
    assert crossroads.desk.read(pairs.row, pair).rhythm_days == 91
    assert items(crossroads, AttentionKind.CAREER_CHANGE) == []
    crossroads.turn("Amara", CareerKind.RETURN, 1)
    assert ask(crossroads).pairs[0].own_rhythm
    decide(crossroads, pair, CareerChoice.USUAL)
    assert crossroads.desk.read(pairs.row, pair).rhythm_days == 30


@pytest.mark.parametrize(
    ("choice", "status"),
    [
        (CareerChoice.ENDURE, PairStatus.ENDURING),
        (CareerChoice.COMPLETE, PairStatus.COMPLETED),
        (CareerChoice.SECOND, PairStatus.ACTIVE),
        (CareerChoice.NOTHING, PairStatus.ACTIVE),
    ],
)
def test_every_other_answer_does_what_it_says(
    crossroads: Crossroads, pair: int, choice: CareerChoice, status: PairStatus
) -> None:
    decide(crossroads, pair, choice)
    assert crossroads.desk.read(pairs.row, pair).status is status
    assert items(crossroads, AttentionKind.CAREER_CHANGE) == []


def test_a_pair_is_taken_up_again(crossroads: Crossroads, pair: int) -> None:
    crossroads.desk.do(pairs.pause, [pair])
    decide(crossroads, pair, CareerChoice.RESUME)
    assert crossroads.desk.read(pairs.row, pair).status is PairStatus.ACTIVE


def test_a_milestone_that_is_gone_is_told(crossroads: Crossroads, pair: int) -> None:
    item = change(crossroads)
    crossroads.desk.undo()
    with pytest.raises(NotFoundError):
        crossroads.desk.read(career_asks.ask, item)
