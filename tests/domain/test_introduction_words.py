"""Introductions in words, and when a request stands on Today."""

from datetime import date

import pytest

from mentordesk.domain.attention import AttentionKind, Tier
from mentordesk.domain.attention_introductions import waiting
from mentordesk.domain.introductions import IntroductionRow, RequestStatus, sentences

TODAY = date(2026, 6, 4)
NAMES = {1: "Ruth Adelmann", 2: "Amara Okonkwo", 3: "Jonas Weidmann", 4: "Anneke Visser", 5: "Ruth Kim", 0: ""}


def row(
    person: int, other: int, through: int = 0, status: RequestStatus = RequestStatus.MADE, **values
) -> IntroductionRow:
    values = {"asked_on": None, "made_on": None, **values}
    who = (person, NAMES[person], other, NAMES[other], through or None, NAMES[through])
    return IntroductionRow(7, *who, None, status, **values)


def test_what_one_person_brought_about_for_another_is_one_sentence() -> None:
    rows = [row(2, 3, 1), row(4, 2, 1), row(3, 4, 2)]
    assert sentences(rows, 2) == [
        "Ruth introduced Amara to Jonas and to Anneke.",
        "Amara introduced Jonas to Anneke.",
    ]


def test_a_mentor_also_introduced_the_person() -> None:
    assert sentences([row(2, 3, 1)], 2, frozenset({1})) == ["Ruth also introduced Amara to Jonas."]


def test_two_of_the_same_first_name_are_told_apart() -> None:
    assert sentences([row(2, 5, 1)], 2) == ["Ruth Adelmann introduced Amara to Ruth Kim."]


def test_what_is_open_declined_or_nobody_s_doing_is_not_told() -> None:
    rows = [row(2, 3, 1, RequestStatus.OPEN), row(2, 4, 1, RequestStatus.DECLINED), row(2, 3)]
    assert sentences(rows, 2) == []


def test_wish_and_deed() -> None:
    assert (
        row(2, 3, 1, RequestStatus.OPEN).words
        == "Amara Okonkwo would like to meet Jonas Weidmann, through Ruth Adelmann"
    )
    assert row(2, 3, 1).words == "Ruth Adelmann introduced Amara Okonkwo to Jonas Weidmann"
    assert row(2, 3).words == "Amara Okonkwo met Jonas Weidmann"


@pytest.mark.parametrize(
    ("asked_on", "status", "shown"),
    [
        (date(2026, 5, 28), RequestStatus.OPEN, False),
        (date(2026, 5, 27), RequestStatus.OPEN, True),
        (None, RequestStatus.OPEN, False),
        (date(2026, 1, 1), RequestStatus.DECLINED, False),
        (date(2026, 1, 1), RequestStatus.MADE, False),
    ],
)
def test_a_request_needs_a_hand_once_it_is_older_than_a_week(asked_on, status, shown) -> None:
    assert bool(waiting([row(2, 3, 1, status, asked_on=asked_on)], TODAY)) is shown


def test_the_item_names_all_three_and_writes_to_the_one_in_between() -> None:
    request = row(2, 3, 1, RequestStatus.OPEN, asked_on=date(2026, 5, 19), note="About night shifts.")
    (item,) = waiting([request], TODAY)
    assert (item.kind, item.tier, item.score, item.key) == (
        AttentionKind.INTRODUCTION,
        Tier.THIS_WEEK,
        30,
        "introduction:7",
    )
    assert item.title == "Amara Okonkwo would like to meet Jonas Weidmann, through Ruth Adelmann"
    assert item.context == "Asked on 19 May, 16 days ago. About night shifts."
    assert (item.action, item.person_ids, item.fact_on) == ("Write to Ruth", (2,), date(2026, 5, 19))


def test_without_anybody_in_between_the_one_to_be_met_is_written_to() -> None:
    (item,) = waiting([row(2, 3, 0, RequestStatus.OPEN, asked_on=date(2026, 5, 1))], TODAY)
    assert item.action == "Write to Jonas"
