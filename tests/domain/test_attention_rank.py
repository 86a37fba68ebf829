"""The order of Today, and what it leaves out."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from mentordesk.domain.attention import (
    AttentionItem,
    AttentionKind,
    Tier,
    hide_until,
    rank,
    visible,
    without_item,
)
from mentordesk.domain.health import Health

TODAY = date(2026, 6, 4)


def item(title: str, tier: Tier = Tier.NOW, score: int = 90, fact_on: date = TODAY, pair: int = 1) -> AttentionItem:
    return AttentionItem(
        key=f"no_contact:{title}",
        kind=AttentionKind.NO_CONTACT,
        tier=tier,
        score=score,
        fact_on=fact_on,
        title=title,
        context="",
        action="Write to both",
        level=Health.AT_RISK,
        pair_ids=(pair,),
    )


def titles(items: tuple[AttentionItem, ...]) -> list[str]:
    return [found.title for found in items]


def test_higher_scores_come_first_then_older_facts_then_names() -> None:
    ranked = rank(
        [
            item("Ben", score=95),
            item("Amara", score=95),
            item("Zofia", score=95, fact_on=date(2026, 6, 3)),
            item("Late", score=99),
        ]
    )
    assert titles(ranked) == ["Late", "Zofia", "Amara", "Ben"]


def test_the_groups_come_in_their_order_whatever_the_score() -> None:
    ranked = rank([item("good", Tier.GOOD_NEWS, 99), item("week", Tier.THIS_WEEK, 80), item("now", Tier.NOW, 60)])
    assert titles(ranked) == ["now", "week", "good"]
    assert [found.tier.word for found in ranked] == ["Now", "This week", "Good news"]


@given(st.permutations([item(name, score=score) for name in "ABC" for score in (50, 51)]))
def test_the_same_items_always_come_in_the_same_order(items: list[AttentionItem]) -> None:
    assert [(found.score, found.title) for found in rank(items)] == [
        *((51, name) for name in "ABC"),
        *((50, name) for name in "ABC"),
    ]


def test_a_handled_item_comes_back_after_fourteen_days() -> None:
    handled = {"no_contact:A": hide_until(TODAY)}
    items = [item("A"), item("B")]
    assert titles(visible(items, handled, TODAY)) == ["B"]
    assert titles(visible(items, handled, date(2026, 6, 17))) == ["B"]
    assert titles(visible(items, handled, date(2026, 6, 18))) == ["A", "B"]


def test_watch_pairs_without_an_item_are_named_below() -> None:
    assert without_item([1, 2, 3], [item("A", pair=2)]) == (1, 3)
