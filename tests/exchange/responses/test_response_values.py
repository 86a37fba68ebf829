"""Single answers as people and form services write them."""

from datetime import date, datetime

import pytest

from mentordesk.domain.check_ins import Fit
from mentordesk.domain.contacts import Channel, ExchangeKind
from mentordesk.exchange.responses import answer_words, values

FIVE, TEN = range(1, 6), range(11)


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        (4, 4),
        ("4", 4),
        (" 4 - Agree ", 4),
        ("4/5", 4),
        ("3 out of 5", 3),
        ("★★★★", 4),
        ("Strongly agree", 5),
        ("stimme eher zu", 4),
        ("Tout à fait d'accord", 5),
        ("Muy en desacuerdo", 1),
        ("Neither agree nor disagree", 3),
        ("5.0", 5),
    ],
)
def test_a_scale_is_read_in_many_writings(cell: object, number: int) -> None:
    assert values.scale(cell, FIVE).value == number


@pytest.mark.parametrize(
    ("cell", "proposal"), [(7, "5"), (0, "1"), ("-", None), ("Stronly agree", "5"), ("8/10", None), (4.5, "4")]
)
def test_what_is_not_on_the_scale_is_said_with_the_nearest(cell: object, proposal: str | None) -> None:
    found = values.scale(cell, FIVE)
    assert found.value is None
    assert found.sentence
    assert found.proposal == proposal


def test_recommending_goes_to_ten() -> None:
    assert values.scale("10 - Extremely likely", TEN).value == 10
    assert values.scale(0, TEN).value == 0
    assert values.scale(11, TEN).proposal == "10"


def test_an_empty_cell_says_nothing() -> None:
    assert values.scale(None, FIVE) == values.EMPTY
    assert values.minutes(None) == values.EMPTY
    assert values.day(None, True, False) == values.EMPTY


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        (45, 45),
        ("45 min", 45),
        ("1 hour", 60),
        ("1.5 hours", 90),
        ("1,5 Stunden", 90),
        ("1 h 30", 90),
        ("1:30", 90),
        ("30-45 minutes", 37),
        ("about 20", 20),
    ],
)
def test_minutes(cell: object, number: int) -> None:
    assert values.minutes(cell).value == number


def test_more_than_a_day_is_no_contact() -> None:
    assert values.minutes(3000).proposal == "1440"


@pytest.mark.parametrize(
    ("cell", "channel"),
    [
        ("Teams", Channel.VIDEO),
        ("In person", Channel.MEETING),
        ("WhatsApp", Channel.TEXT),
        ("Kaffee", Channel.COFFEE),
        ("Video call", Channel.VIDEO),
        ("Phone call (mobile)", Channel.PHONE),
    ],
)
def test_channels(cell: str, channel: Channel) -> None:
    assert values.word(cell, answer_words.CHANNELS, "contact").value is channel


def test_a_slip_in_a_word_is_proposed() -> None:
    found = values.word("Advise", answer_words.KINDS, "kind of exchange")
    assert (found.value, found.proposal) == (None, "Advice")
    assert values.word("Feedback", answer_words.KINDS, "").value is ExchangeKind.FEEDBACK
    assert values.word("not sure", answer_words.FITS, "").value is Fit.DECIDING


def test_points() -> None:
    assert [values.points(cell).value for cell in (2, "3", "opens a door", "small")] == [2, 3, 3, 1]
    assert values.points(7).proposal == "3"


def test_days() -> None:
    assert values.day(date(2026, 6, 4), True, False).value == date(2026, 6, 4)
    assert values.day(datetime(2026, 6, 4, 9, 41).astimezone(), True, False).value == date(2026, 6, 4)
    assert values.day("03/04/2026", True, False).value == date(2026, 4, 3)
    assert values.day("03/04/2026", False, False).value == date(2026, 3, 4)
    assert values.day("31 June 2026", True, False).proposal == "30 June 2026"
    assert values.day("June 2026", True, False).value is None
