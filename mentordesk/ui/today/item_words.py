"""How each kind of item is shown: its icon, its button, its name in the filter. Knows no widget."""

from collections.abc import Iterable

from mentordesk.domain.attention import AttentionItem, AttentionKind
from mentordesk.domain.attention_ranking import RankRow

KIND_WORDS = {
    AttentionKind.NO_CONTACT: "No contact",
    AttentionKind.LOW_ANSWER: "Low answers",
    AttentionKind.NOT_A_FIT: "Not a good fit",
    AttentionKind.FIT_AGAIN: "Still deciding",
    AttentionKind.UNMATCHED: "Not matched yet",
    AttentionKind.MILESTONE_OVERDUE: "Overdue milestones",
    AttentionKind.ONE_SIDED: "One-sided",
    AttentionKind.COHORT_ENDS: "Cohorts that end",
    AttentionKind.CAREER_CHANGE: "Changes at work",
    AttentionKind.PAUSE_OVER: "Pauses that are over",
    AttentionKind.INTRODUCTION: "Introductions",
    AttentionKind.GOOD_NEWS: "Good news",
}
WRITES = frozenset(
    {
        AttentionKind.NO_CONTACT,
        AttentionKind.FIT_AGAIN,
        AttentionKind.MILESTONE_OVERDUE,
        AttentionKind.INTRODUCTION,
        AttentionKind.GOOD_NEWS,
    }
)
"""Kinds whose button opens a mail."""
_BUTTON_ICONS = {
    AttentionKind.NO_CONTACT: "email",
    AttentionKind.LOW_ANSWER: "calendar",
    AttentionKind.NOT_A_FIT: "matching",
    AttentionKind.FIT_AGAIN: "email",
    AttentionKind.UNMATCHED: "matching",
    AttentionKind.MILESTONE_OVERDUE: "bell",
    AttentionKind.ONE_SIDED: "pairs",
    AttentionKind.COHORT_ENDS: "door-open",
    AttentionKind.CAREER_CHANGE: "handshake",
    AttentionKind.PAUSE_OVER: "play",
    AttentionKind.INTRODUCTION: "email",
    AttentionKind.GOOD_NEWS: "gift",
}
_TILE_ICONS = {AttentionKind.MILESTONE_OVERDUE: "milestones", AttentionKind.UNMATCHED: "people"}
_OF_PERSON = frozenset(
    {AttentionKind.UNMATCHED, AttentionKind.CAREER_CHANGE, AttentionKind.INTRODUCTION, AttentionKind.GOOD_NEWS}
)
OPEN_COHORT = "Open the cohort"


def is_group(item: AttentionItem) -> bool:
    """Whether several unmatched people of a cohort stand in one item."""
    return item.kind is AttentionKind.UNMATCHED and len(item.person_ids) > 1


def is_about_person(item: AttentionItem) -> bool:
    """Whether the item is about one person and not about a pair."""
    return len(item.person_ids) == 1 and item.kind in _OF_PERSON


def fact(title: str, names: Iterable[str]) -> str:
    """What a title says of the people it begins with: ": no contact for 47 days". Empty where it begins otherwise."""
    first = next((name for name in names if title.startswith(name)), "")
    _names, colon, after = title.partition(": ")
    return f"{colon}{after}" if first and colon else title[len(first) :] if first else ""


def action(item: AttentionItem) -> str:
    """The words of the item's button: what it does here."""
    return OPEN_COHORT if item.kind is AttentionKind.COHORT_ENDS else item.action


def rule_action(rule: RankRow) -> str:
    """What the button of such an item says here."""
    return OPEN_COHORT if rule.kind is AttentionKind.COHORT_ENDS else rule.action


def button_icon(item: AttentionItem) -> str:
    """The icon of the item's button."""
    return "milestones" if item.yours else _BUTTON_ICONS[item.kind]


def tile_icon(item: AttentionItem) -> str:
    """The icon that stands where no face does."""
    return _TILE_ICONS.get(item.kind, "cohorts")
