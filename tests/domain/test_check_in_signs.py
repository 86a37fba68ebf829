"""What the check-ins of a pair tell: rounds, what went each way, felt beside recorded balance, the fit."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk.domain.check_in_rules import asks_fit, form_lines, is_asked_again, latest_fit, own_questions
from mentordesk.domain.check_in_signs import Flow, NoticeKind, flows, latest, recorded, rounds, worth_noticing
from mentordesk.domain.check_ins import CheckInRow, Fit
from mentordesk.domain.contacts import ExchangeKind, ExchangeRow
from mentordesk.domain.health import Answers
from mentordesk.domain.programs import Format
from mentordesk.domain.standing import Side

DAY = date(2026, 1, 16)
LEFT, RIGHT = Side


def said(side: Side, days: int, balance: int | None = None, **values: object) -> CheckInRow:
    who, number = ("Amara", 2 * days) if side is LEFT else ("Jonas", 2 * days + 1)
    answers = Answers(trust=values.pop("trust", None), value=values.pop("value", None), balance=balance)
    return CheckInRow(number, 1, side, who, DAY + timedelta(days=days), answers, **values)


def felt(*answers: tuple[int, int | None, int | None]) -> list[CheckInRow]:
    """(days, balance of left, balance of right)."""
    both = [(side, days, balance) for days, *two in answers for side, balance in zip(Side, two, strict=True)]
    return [said(*each) for each in both if each[2] is not None]


def gave(*entries: tuple[int, int]) -> list[ExchangeRow]:
    """(days, points): above zero by the left side, below by the right."""
    found = []
    for at, (days, points) in enumerate(entries):
        side = LEFT if points > 0 else RIGHT
        people = ("Amara", "Jonas") if points > 0 else ("Jonas", "Amara")
        day, kind = DAY + timedelta(days=days), ExchangeKind.ADVICE
        values = (at, 1, "Amara & Jonas", Format.TRADITIONAL, side, *people, kind, abs(points), day)
        found.append(ExchangeRow(*values, "", None))
    return found


def sentences(rows: Sequence[CheckInRow], entries: Sequence[ExchangeRow]) -> list[tuple[NoticeKind, str]]:
    return [(it.kind, it.sentence) for it in worth_noticing(rows, entries, "Amara", "Jonas")]


def test_both_sides_within_two_weeks_are_one_round() -> None:
    rows = felt((0, 3, None), (5, None, 3), (91, 4, None), (112, 4, 4))
    assert [(len(it.sides), it.on) for it in rounds(rows)] == [
        (2, DAY + timedelta(days=5)),
        (1, DAY + timedelta(days=91)),
        (2, DAY + timedelta(days=112)),
    ]


def test_the_sentence_of_the_mock_up() -> None:
    rows = felt((0, 3, 3), (91, 4, 3), (112, 4, 4))
    account = gave((-5, 3), (-4, 2), (-3, -1), (100, -3))
    words = "Felt balance rose from 3 to 4 on both sides as the recorded balance went from Amara +4 to +1."
    assert sentences(rows, account) == [(NoticeKind.TOGETHER, words)]


@pytest.mark.parametrize(
    ("answers", "account", "words"),
    [
        (
            [(0, 4, 4), (90, 3, 3)],
            [(0, 3), (1, 1), (80, -3)],
            "Felt balance fell from 4 to 3 on both sides while the recorded balance went from Amara +3 to +1. "
            "What is missing that no entry shows?",
        ),
        (
            [(0, 3, 4), (90, 5, 4)],
            [(0, -1), (80, -3)],
            "Felt balance rose from 3.5 to 4.5 while the recorded balance went from Jonas +1 to +4. "
            "Is something given that is not on record?",
        ),
        (
            [(0, 4, 4), (90, 4, 4)],
            [(30, 3), (80, 3)],
            "Felt balance stayed at 4 while the recorded balance went from even to Amara +6. "
            "Do both see what is on record?",
        ),
        (
            [(0, 4, 4), (90, 3, 3)],
            [],
            "Felt balance fell from 4 to 3 on both sides while the recorded balance stayed even. "
            "What is missing that no entry shows?",
        ),
    ],
)
def test_felt_and_recorded_balance_drift_apart(answers: list, account: list, words: str) -> None:
    assert sentences(felt(*answers), gave(*account)) == [(NoticeKind.APART, words)]


@pytest.mark.parametrize(
    "answers",
    [[], [(0, 4, 4)], [(0, 4, 4), (90, 4, 4)], [(0, 2, None), (90, 4, 4)]],
    ids=["none", "one", "no change", "one side alone"],
)
def test_there_is_nothing_to_notice(answers: list) -> None:
    assert sentences(felt(*answers), gave((0, 1))) == []


def test_sides_two_apart_are_said_for_the_widest_gap() -> None:
    rows = [said(LEFT, 0, 3, trust=5, value=4), said(RIGHT, 1, 3, trust=5, value=2)]
    words = "The two see value differently: Amara says 4, Jonas 2. What does each have in mind?"
    assert sentences(rows, []) == [(NoticeKind.DISAGREE, words)]


def test_of_equal_gaps_balance_comes_first_and_an_older_round_is_past() -> None:
    rows = [said(LEFT, 0, 5, trust=5), said(RIGHT, 0, 3, trust=3)]
    assert "see balance differently" in sentences(rows, [])[0][1]
    assert sentences([*rows, said(LEFT, 90, 4), said(RIGHT, 90, 4)], gave((0, 1))) == []


def test_what_went_each_way_is_asked_with_the_same_two_questions() -> None:
    rows = [
        said(LEFT, 0, got=1, gave=1),
        said(RIGHT, 0, got=5, gave=2),
        said(LEFT, 90, got=4, gave=3),
        said(RIGHT, 90, gave=4),
    ]
    to_right, to_left = flows(rows)
    assert (to_right, to_right.level, to_right.gap) == (Flow(LEFT, 3, 5), 4.0, -2)
    assert (to_left, to_left.level, to_left.gap) == (Flow(RIGHT, 4, 4), 4.0, 0)
    assert (Flow(LEFT, 3, None).level, Flow(LEFT, None, 3).gap) == (None, None)
    assert latest(rows, RIGHT, "got") == 5
    assert latest(rows, RIGHT, "trust") is None


scale = st.integers(1, 5)
answered = st.lists(st.tuples(st.integers(0, 400), scale | st.none(), scale | st.none()), max_size=12)
points = st.lists(st.tuples(st.integers(0, 400), st.sampled_from((-3, -2, -1, 1, 2, 3))), max_size=12)


@given(scale, scale)
def test_level_lies_between_both_answers_and_gap_changes_sign_with_them(ours: int, theirs: int) -> None:
    there, back = Flow(LEFT, ours, theirs), Flow(LEFT, theirs, ours)
    assert there.level is not None
    assert min(ours, theirs) <= there.level <= max(ours, theirs)
    assert there.level == back.level
    assert there.gap == -(back.gap or 0)


@given(answered)
def test_every_check_in_is_in_one_round_and_no_side_twice_in_one(answers: list) -> None:
    rows = felt(*{it[0]: it for it in answers}.values())
    found = rounds(rows)
    assert sorted(row.id for it in found for row in it.sides.values()) == sorted(row.id for row in rows)
    assert found == rounds(reversed(rows))
    assert [it.on for it in found] == sorted(it.on for it in found)


@given(answered, points)
def test_what_is_noticed_does_not_depend_on_order_or_on_who_stands_left(answers: list, account: list) -> None:
    answers = list({it[0]: it for it in answers}.values())
    found = worth_noticing(felt(*answers), gave(*account), "Amara", "Jonas")
    assert found == worth_noticing(felt(*answers[::-1]), gave(*account[::-1]), "Amara", "Jonas")
    mirrored = felt(*((days, right, left) for days, left, right in answers))
    swapped = worth_noticing(mirrored, gave(*((days, -given_) for days, given_ in account)), "Jonas", "Amara")
    moved = [it.sentence for it in found if it.kind is not NoticeKind.DISAGREE]
    assert moved == [it.sentence for it in swapped if it.kind is not NoticeKind.DISAGREE]
    assert [it.kind for it in found] == [it.kind for it in swapped]


@given(points, st.integers(0, 400))
def test_the_recorded_balance_of_a_day_counts_what_was_given_up_to_it(account: list, day: int) -> None:
    on = DAY + timedelta(days=day)
    assert recorded(gave(*account), on) == sum(points_ for days, points_ in account if days <= day)


def test_the_fit_is_asked_after_the_first_meeting_until_it_is_good_while_the_pair_is_young() -> None:
    start, today = DAY, DAY + timedelta(days=180)
    assert asks_fit(None, True, start, today)
    assert asks_fit(Fit.DECIDING, True, start, today)
    assert asks_fit(Fit.NOT_A_FIT, True, start, today)
    assert not asks_fit(Fit.GOOD, True, start, today)
    assert not asks_fit(None, False, start, today)
    assert not asks_fit(None, True, start, today + timedelta(days=1))
    assert not asks_fit(None, True, None, today)


def test_who_is_deciding_is_asked_again_after_14_days() -> None:
    assert not is_asked_again(Fit.DECIDING, DAY, DAY, DAY + timedelta(days=13))
    assert is_asked_again(Fit.DECIDING, DAY, DAY, DAY + timedelta(days=14))
    assert not is_asked_again(Fit.GOOD, DAY, DAY, DAY + timedelta(days=14))
    assert not is_asked_again(Fit.DECIDING, DAY, DAY, DAY + timedelta(days=181))


def test_the_newest_word_about_the_fit_counts() -> None:
    rows = [said(LEFT, 20, fit=Fit.GOOD), said(LEFT, 3, fit=Fit.DECIDING), said(LEFT, 40), said(RIGHT, 9)]
    found = latest_fit(rows, LEFT)
    assert found is not None
    assert found.fit is Fit.GOOD
    assert latest_fit(rows, RIGHT) is None


def test_a_form_asks_what_the_dialog_asks() -> None:
    lines = form_lines(own_questions(["We laugh.", "Our talks are worth the time."]), "Jonas", asks_fit=True)
    assert lines[0] == "We laugh (1 not at all, 5 fully):"
    assert [line.partition("?")[0] for line in lines[1:]] == [
        "What did I get from Jonas",
        "What did I give Jonas",
        "Would I recommend it to a colleague",
        "Are the two of us a good fit",
    ]
    assert len(form_lines((), "Jonas", asks_fit=False)) == 3
