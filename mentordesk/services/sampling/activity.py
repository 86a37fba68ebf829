"""Contacts and exchanges of the sample's pairs: when they talked, how, and what changed hands. Knows no check-in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from mentordesk.data.records import Contact, Exchange
from mentordesk.domain.contacts import Channel, ExchangeKind
from mentordesk.domain.pairs import Side
from mentordesk.domain.programs import Format
from mentordesk.domain.text import fold
from mentordesk.services.sampling import texts
from mentordesk.services.sampling.draft import Couple, Draft

_WEIGHTS = {
    Channel.MEETING: 20,
    Channel.VIDEO: 24,
    Channel.PHONE: 16,
    Channel.TEXT: 24,
    Channel.EMAIL: 9,
    Channel.COFFEE: 12,
    Channel.EVENT: 2,
}
_CHANNELS = tuple(_WEIGHTS)
_CUMULATED = tuple(sum(tuple(_WEIGHTS.values())[: place + 1]) for place in range(len(_WEIGHTS)))
_WRITTEN = (Channel.TEXT, Channel.EMAIL)
_BEFORE_PHONES = (Channel.MEETING, Channel.PHONE, Channel.COFFEE, Channel.COFFEE, Channel.EMAIL, Channel.PHONE)
_PHONES_YEAR = 2012
"""Earlier pairs met, called or wrote; nobody had a video call."""
_AT_WEEKENDS = (Channel.PHONE, Channel.TEXT, Channel.EMAIL)
_MINUTES = {
    Channel.MEETING: (45, 90),
    Channel.VIDEO: (25, 60),
    Channel.PHONE: (10, 35),
    Channel.COFFEE: (30, 75),
    Channel.EVENT: (90, 240),
}
_DOWN = (
    *("advice", "advice", "advice", "feedback", "feedback", "knowledge", "knowledge"),
    *("introduction", "opportunity", "support", "support", "advocacy", "skill"),
)
_UP = (
    *("feedback", "feedback", "knowledge", "knowledge", "knowledge", "skill", "skill"),
    *("support", "support", "introduction", "advice", "opportunity", "advocacy"),
)
_KINDS = {words: tuple(ExchangeKind(kind) for kind in words) for words in (_DOWN, _UP)}
_WITH_SKILL = (ExchangeKind.SKILL, ExchangeKind.KNOWLEDGE)


@dataclass(frozen=True, slots=True)
class Talk:
    """A contact that exchanges can be linked to."""

    id: int
    day: date


def spread(random: Random, first: date, last: date, number: int) -> list[date]:
    """So many days from first to last, about evenly, in order; always the last one."""
    if number <= 0 or last < first:
        return []
    span = (last - first).days
    days = [
        first + timedelta(days=min(span, round(span * (place + random.random()) / number))) for place in range(number)
    ]
    days[-1] = last
    return days


def talk(
    draft: Draft,
    couple: Couple,
    day: date,
    channel: Channel | None = None,
    minutes: int | None = None,
    note: str = "",
) -> Talk:
    """One contact; what is not given is invented to fit."""
    random = draft.random
    used = channel or _channel(random, day)
    if minutes is None:
        low, high = _MINUTES.get(used, (0, 0))
        minutes = 5 * random.randint(low // 5, high // 5)
    if not note and random.random() < 0.75:
        own = couple.talks if used not in _WRITTEN else ()
        note = draft.next_of(couple, "talks", own) if own else texts.pick(random, "contacts", used.value)
    contact_id = draft.rows.add(Contact, pair_id=couple.id, channel=used, day=day, minutes=minutes, note=note)
    return Talk(contact_id, day)


def _channel(random: Random, day: date) -> Channel:
    if day.year < _PHONES_YEAR:
        return random.choice(_BEFORE_PHONES)
    if day.weekday() >= 5:
        return random.choice(_AT_WEEKENDS)
    return random.choices(_CHANNELS, cum_weights=_CUMULATED)[0]


def give_exactly(draft: Draft, couple: Couple, talks: list[Talk], left: int, right: int) -> None:
    """Exchanges at these contacts that add up to so many points of each side, in the order of the days."""
    gifts = [(Side.LEFT, points) for points in _parts(draft.random, left)]
    gifts += [(Side.RIGHT, points) for points in _parts(draft.random, right)]
    if not talks:
        return
    draft.random.shuffle(gifts)
    rounds, rest = divmod(len(gifts), len(talks))
    places = [*talks * rounds, *draft.random.sample(talks, rest)]
    for (side, points), at in sorted(zip(gifts, places, strict=True), key=lambda gift: gift[1].id):
        give(draft, couple, at, side, points)


def _parts(random: Random, points: int) -> list[int]:
    parts = []
    while points > 0:
        part = min(points, random.choice((1, 1, 2, 2, 2, 3)))
        parts.append(part)
        points -= part
    return parts


def give_by_chance(draft: Draft, couple: Couple, talks: Sequence[Talk], share: float, often: float = 0.5) -> None:
    """At each contact something changes hands this often on average; `share` of it from the left side.

    Of a pair with words of its own the share is held over the time, so that one sees how it changed from time to time.
    """
    left = total = 0
    for at in talks:
        number = int(often) + (draft.random.random() < often % 1)
        for _ in range(number):
            points, chance = draft.random.choice((1, 1, 1, 2, 2, 3)), draft.random.random()
            is_left = left + points <= share * (total + points) + 1 if couple.gives else chance < share
            left, total = left + points * is_left, total + points
            give(draft, couple, at, Side.LEFT if is_left else Side.RIGHT, points)


def give(draft: Draft, couple: Couple, at: Talk, side: Side, points: int) -> None:
    """One exchange, with a kind and words that fit who gives."""
    if couple.gives.get(side.value):
        _give_own(draft, couple, at, side, points)
        return
    bank = _bank(couple, side)
    kind = draft.random.choice(_KINDS[_DOWN if bank == "down" else _UP])
    skill = _skill(draft.random, couple, side) if kind in _WITH_SKILL else ""
    text = texts.pick(draft.random, bank, kind.value)
    uses_skill = "{skill}" in text
    what = text.replace("{skill}", skill or "The own work")
    note(draft, couple, at, side, kind, points, what, skill if uses_skill else "")


def _give_own(draft: Draft, couple: Couple, at: Talk, side: Side, points: int) -> None:
    kind, what = draft.next_of(couple, side.value, couple.gives[side.value]).split(" ", 1)
    note(draft, couple, at, side, ExchangeKind(kind), points, what, skill_in(couple, side, what))


def skill_in(couple: Couple, side: Side, what: str) -> str:
    """The skill of the giver that a text names, if it does."""
    return next((offer for offer in couple.member(side).offers if fold(offer) in fold(what)), "")


def note(
    draft: Draft, couple: Couple, at: Talk, side: Side, kind: ExchangeKind, points: int, what: str, skill: str = ""
) -> None:
    draft.rows.add(
        Exchange,
        pair_id=couple.id,
        contact_id=at.id,
        side=side,
        kind=kind,
        points=points,
        day=at.day,
        what=what,
        skill=skill,
    )


def _bank(couple: Couple, side: Side) -> str:
    if couple.format is Format.CROSS_COMPANY and side is Side.RIGHT:
        return "founder"
    return "down" if side is couple.senior else "up"


def _skill(random: Random, couple: Couple, side: Side) -> str:
    """Mostly what the other one wants, else anything the giver offers."""
    offers = couple.member(side).offers
    wanted = [offer for offer in offers if offer in couple.member(side.other).wants]
    return random.choice(wanted if wanted and random.random() < 0.7 else offers) if offers else ""
