"""Attention items about the fit of a pair: one a pair, the one against it before the one still deciding."""

from datetime import date, timedelta

from mentordesk.domain.attention import AttentionItem, Tier
from mentordesk.domain.attention_fit import FitAnswer, fits
from mentordesk.domain.attention_pairs import PairSubject
from mentordesk.domain.check_ins import Fit
from mentordesk.domain.standing import Side

TODAY = date(2026, 6, 4)
PAIR = PairSubject(7, 1, 2, "Amara Okonkwo", "Jonas Weidmann", 3, "Crossroads")


def items(*answers: tuple[Side, Fit, int], age: int = 60) -> tuple[AttentionItem, ...]:
    """(side, fit, days ago) of one pair."""
    start = TODAY - timedelta(days=age)
    return fits([FitAnswer(PAIR, side, fit, TODAY - timedelta(days=ago), start) for side, fit, ago in answers], TODAY)


def test_good_fits_and_fresh_doubts_are_no_item() -> None:
    assert items((Side.LEFT, Fit.GOOD, 40), (Side.RIGHT, Fit.DECIDING, 13)) == ()


def test_one_side_against_it_is_for_now_and_names_its_day() -> None:
    (item,) = items((Side.LEFT, Fit.DECIDING, 30), (Side.RIGHT, Fit.NOT_A_FIT, 23))
    assert (item.tier, item.score, item.fact_on) == (Tier.NOW, 82, date(2026, 5, 12))
    assert item.title == "Amara Okonkwo & Jonas Weidmann: not a good fit"
    assert item.context == "Jonas said so on 12 May. Part without blame and find a new match?"
    assert (item.action, item.pair_ids, item.cohort_id) == ("Find a new match", (7,), 3)


def test_both_still_deciding_are_asked_again_once() -> None:
    (item,) = items((Side.LEFT, Fit.DECIDING, 14), (Side.RIGHT, Fit.DECIDING, 20))
    assert (item.tier, item.score, item.action) == (Tier.THIS_WEEK, 45, "Ask again")
    assert item.context == "Both said so 20 days ago. How is it now?"


def test_an_older_pair_has_decided_by_going_on_but_a_no_stays_a_no() -> None:
    assert items((Side.LEFT, Fit.DECIDING, 30), age=181) == ()
    assert len(items((Side.LEFT, Fit.NOT_A_FIT, 30), age=400)) == 1
