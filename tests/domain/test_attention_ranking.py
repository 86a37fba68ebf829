"""The table of the ranking says what the rules do: its numbers are found again in the items that the rules make."""

from dataclasses import replace
from datetime import date, timedelta

from mentordesk.domain.attention import AttentionKind
from mentordesk.domain.attention_occasions import Ending, Unmatched, cohort_ends, unmatched
from mentordesk.domain.attention_pairs import CheckIn, PairSubject, low_answers
from mentordesk.domain.attention_ranking import RankRow, table
from mentordesk.domain.health import Answers
from mentordesk.domain.programs import DEFAULTS, Thresholds
from mentordesk.domain.standing import Side

TODAY = date(2026, 6, 4)


def rule(kind: AttentionKind, limits: Thresholds = DEFAULTS) -> RankRow:
    return next(row for row in table(limits) if row.kind is kind)


def test_every_kind_of_item_has_a_rule() -> None:
    assert {row.kind for row in table()} == set(AttentionKind)


def test_the_rules_stand_as_the_design_has_them() -> None:
    said = {row.kind: (row.group, row.score, row.action) for row in table()}
    assert said[AttentionKind.NO_CONTACT] == ("Now", "90 + days beyond the limit, at most 99", "Write to both")
    assert said[AttentionKind.LOW_ANSWER] == ("Now", "84 + 3 × (4 − the answer)", "Plan a talk")
    group = "Now if matching closes within 14 days, else This week"
    assert said[AttentionKind.UNMATCHED] == (group, "70 + (14 − days left); later: 50", "Find a mentor")
    overdue = ("This week; Now over 30 days", "60 + days overdue, at most 69", "Remind the pairs, or open your own")
    assert said[AttentionKind.MILESTONE_OVERDUE] == overdue
    assert said[AttentionKind.ONE_SIDED] == ("This week", "55", "Review balance")
    assert said[AttentionKind.COHORT_ENDS] == ("This week", "50 + (14 − days left), at most 54", "Plan the close")
    assert said[AttentionKind.CAREER_CHANGE] == ("This week", "40", "Ask the pair")
    assert said[AttentionKind.GOOD_NEWS] == ("Good news", "20", "Congratulate")


def test_higher_scores_stand_first() -> None:
    kinds = [row.kind for row in table()]
    assert kinds[0] is AttentionKind.NO_CONTACT
    assert kinds[-1] is AttentionKind.GOOD_NEWS
    assert kinds.index(AttentionKind.LOW_ANSWER) < kinds.index(AttentionKind.UNMATCHED)


def test_other_thresholds_are_told_in_the_table() -> None:
    limits = replace(DEFAULTS, contact_risk=2.0, answer_risk=3, milestone_watch_days=10, milestone_risk_days=40)
    assert rule(AttentionKind.NO_CONTACT, limits).what.endswith("with a monthly rhythm from 60 days")
    assert rule(AttentionKind.LOW_ANSWER, limits).what == "Trust or value rated 3 or lower"
    assert "more than 10 days" in rule(AttentionKind.MILESTONE_OVERDUE, limits).what
    assert rule(AttentionKind.MILESTONE_OVERDUE, limits).group == "This week; Now over 40 days"


def test_the_items_score_as_the_table_says() -> None:
    pair = PairSubject(1, 11, 12, "Amara Okonkwo", "Jonas Weidmann")
    for answer in (1, 2):
        (item,) = low_answers([CheckIn(pair, Side.LEFT, TODAY, Answers(value=answer))], TODAY)
        assert item.score == 84 + 3 * (4 - answer)
    for days in range(15):
        on = TODAY + timedelta(days=days)
        (ending,) = cohort_ends([Ending(1, "Open Door", on, (1,))], TODAY)
        (waiting,) = unmatched([Unmatched(1, "Mateo", 1, "Open Door", TODAY, on)], TODAY)
        assert ending.score == min(54, 50 + 14 - days)
        assert waiting.score == 70 + 14 - days


def test_no_kind_stands_twice() -> None:
    kinds = [row.kind for row in table()]
    assert len(kinds) == len(set(kinds))
