"""What a pair may decide when a career turns, by the kind of turn and by how the pair stands."""

from dataclasses import replace
from datetime import date

import pytest

from mentordesk.domain.career_choices import AskedPair, CareerAsk, CareerChoice, back_on, choices, lighter_than
from mentordesk.domain.people import CareerKind
from mentordesk.domain.standing import PairStatus
from mentordesk.domain.talks import TalkPerson, next_workday

PAIR = AskedPair(1, "Julian Farrow & Noor Rahimi", PairStatus.ACTIVE, 30, own_rhythm=False, mentee_id=12)
ASK = CareerAsk(12, "Noor Rahimi", CareerKind.LEAVE, date(2026, 6, 22), (PAIR,))


def words(ask: CareerAsk, pair: AskedPair) -> str:
    return " ".join(choice.value for choice in choices(ask, pair))


@pytest.mark.parametrize(
    ("kind", "status", "offered"),
    [
        (CareerKind.LEAVE, PairStatus.ACTIVE, "pause lighter second nothing"),
        (CareerKind.TRANSFER, PairStatus.ACTIVE, "pause lighter second nothing"),
        (CareerKind.LEAVE, PairStatus.PAUSED, "second nothing"),
        (CareerKind.LEAVE, PairStatus.ENDURING, "second nothing"),
        (CareerKind.LEAVE, PairStatus.COMPLETED, "nothing"),
        (CareerKind.RETURN, PairStatus.PAUSED, "resume nothing"),
        (CareerKind.RETURN, PairStatus.ACTIVE, "lighter nothing"),
        (CareerKind.DEPARTURE, PairStatus.ACTIVE, "endure complete nothing"),
        (CareerKind.DEPARTURE, PairStatus.ENDURING, "nothing"),
    ],
)
def test_the_question_fits_the_turn_and_the_pair(kind: CareerKind, status: PairStatus, offered: str) -> None:
    assert words(replace(ASK, kind=kind), replace(PAIR, status=status)) == offered


def test_a_mentee_whose_mentor_leaves_may_get_a_new_one() -> None:
    leaver = replace(ASK, kind=CareerKind.DEPARTURE, person_id=11)
    assert words(leaver, PAIR) == "endure complete second nothing"


def test_only_a_rhythm_of_its_own_can_be_given_up() -> None:
    back = replace(ASK, kind=CareerKind.RETURN)
    assert words(back, replace(PAIR, own_rhythm=True, rhythm_days=91)) == "usual lighter nothing"


def test_a_lighter_rhythm_has_more_days_and_the_lightest_has_none() -> None:
    assert list(lighter_than(14)) == [30, 61, 91, 182]
    assert list(lighter_than(91)) == [182]
    assert lighter_than(182) == {}
    assert CareerChoice.LIGHTER not in choices(ASK, replace(PAIR, rhythm_days=182))


@pytest.mark.parametrize(
    ("on", "back"), [(date(2026, 6, 22), date(2026, 9, 14)), (date(2026, 5, 20), date(2026, 8, 27))]
)
def test_a_pause_is_proposed_for_twelve_weeks_from_the_turn_or_from_today(on: date, back: date) -> None:
    assert back_on(on, date(2026, 6, 4)) == back


@pytest.mark.parametrize(("day", "workday"), [(4, 5), (5, 8), (6, 8), (7, 8), (8, 9)])
def test_a_talk_is_proposed_for_the_next_workday(day: int, workday: int) -> None:
    assert next_workday(date(2026, 6, day)) == date(2026, 6, workday)


def test_a_guest_without_an_address_is_no_guest_of_a_calendar() -> None:
    assert TalkPerson(1, "Jo Weber", "jo@example.com").attendee == "Jo Weber <jo@example.com>"
    assert TalkPerson(1, "Jo Weber", "").attendee == ""
