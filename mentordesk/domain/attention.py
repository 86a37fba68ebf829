"""What on Today needs a hand: the items and their ranking (DESIGN section 9). Where they come from is said in
attention_pairs and attention_occasions; knows no page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from mentordesk.domain.health import Health

HANDLED_DAYS = 14
"""An item that was acted on or marked as handled comes back after so many days if its fact still holds."""


class Tier(StrEnum):
    """The groups of Today, in their order."""

    NOW = "now"
    THIS_WEEK = "this_week"
    GOOD_NEWS = "good_news"

    @property
    def word(self) -> str:
        return self.value.replace("_", " ").capitalize()

    @property
    def rank(self) -> int:
        return tuple(Tier).index(self)


class AttentionKind(StrEnum):
    NO_CONTACT = "no_contact"
    LOW_ANSWER = "low_answer"
    NOT_A_FIT = "not_a_fit"
    FIT_AGAIN = "fit_again"
    UNMATCHED = "unmatched"
    MILESTONE_OVERDUE = "milestone_overdue"
    ONE_SIDED = "one_sided"
    COHORT_ENDS = "cohort_ends"
    CAREER_CHANGE = "career_change"
    INTRODUCTION = "introduction"
    PAUSE_OVER = "pause_over"
    GOOD_NEWS = "good_news"


@dataclass(frozen=True, slots=True)
class AttentionItem:
    """One thing on Today. `key` stays the same while the fact is the same; `score` 0 to 99; `fact_on` is the day the
    fact dates from; `action` the words of its button; `due` the date it is about, if it has one; `level` the shape
    before it (too early is the ring, None the star of good news); `about` the title of its milestone, if any; `yours`
    where the coordinator is the one who has to do it: its button opens it."""

    key: str
    kind: AttentionKind
    tier: Tier
    score: int
    fact_on: date
    title: str
    context: str
    action: str
    level: Health | None
    pair_ids: tuple[int, ...] = ()
    person_ids: tuple[int, ...] = ()
    cohort_id: int | None = None
    due: date | None = None
    about: str = ""
    yours: bool = False


def rank(items: Iterable[AttentionItem]) -> tuple[AttentionItem, ...]:
    """By tier, then higher score, older fact, name (DESIGN section 9, attention ranking)."""
    return tuple(sorted(items, key=lambda item: (item.tier.rank, -item.score, item.fact_on, item.title, item.key)))


def hide_until(today: date) -> date:
    """The day on which an item acted on today may be seen again."""
    return today + timedelta(days=HANDLED_DAYS)


def visible(items: Iterable[AttentionItem], hidden_until: Mapping[str, date], today: date) -> tuple[AttentionItem, ...]:
    """The items that are neither snoozed nor handled: `hidden_until` maps keys to the day they come back on."""
    return tuple(item for item in items if hidden_until.get(item.key, today) <= today)


def without_item(pair_ids: Iterable[int], items: Iterable[AttentionItem]) -> tuple[int, ...]:
    """The pairs among these that no item names: for "Also on watch"."""
    named = {pair_id for item in items for pair_id in item.pair_ids}
    return tuple(pair_id for pair_id in pair_ids if pair_id not in named)
