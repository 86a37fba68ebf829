"""Topics that one person wants and another offers: met in full, in part, or not. Knows no weights.

A topic is met in part by one that shares a telling word with it: “leading remotely” by “remote leadership”.
"""

from collections.abc import Iterable
from functools import lru_cache

from mentordesk.domain.text import fold

FULL, PART, NONE = 2, 1, 0
_STEM = 5
_SHORTEST = 4
_SAY_NOTHING = frozenset(
    {"skill", "manag", "work", "worki", "with", "from", "into", "your", "about", "throu", "own", "build", "learn"}
)


@lru_cache(maxsize=50_000)
def tidy(topics: tuple[str, ...]) -> tuple[str, ...]:
    """Folded, each once, in the order given."""
    folded = dict.fromkeys(map(_folded, topics))
    folded.pop("", None)
    return tuple(folded)


@lru_cache(maxsize=50_000)
def _folded(topic: str) -> str:
    return fold(topic.strip())


@lru_cache(maxsize=20_000)
def stems(topic: str) -> frozenset[str]:
    """The beginnings of the words of a folded topic that say what it is about."""
    words = "".join(letter if letter.isalnum() else " " for letter in topic).split()
    return frozenset(word[:_STEM] for word in words if len(word) >= _SHORTEST) - _SAY_NOTHING


def strength(wanted: str, offered: Iterable[str]) -> int:
    """How well the best of the offered topics (folded) meets a wanted one: FULL, PART or NONE."""
    offers = tuple(offered)
    if wanted in offers:
        return FULL
    return PART if any(stems(wanted) & stems(offer) for offer in offers) else NONE


def offered(offers: tuple[str, ...], unwanted: tuple[str, ...]) -> tuple[str, ...]:
    """What a person really offers: without the topics the person will not talk about."""
    if not unwanted:
        return tidy(offers)
    refused = tidy(unwanted)
    return tuple(topic for topic in tidy(offers) if topic not in refused)
