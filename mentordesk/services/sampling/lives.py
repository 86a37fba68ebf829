"""The life of a pair of the sample, from its start to its end or to today: written parts first, the rest invented."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from mentordesk.domain import balance, cadence
from mentordesk.domain.contacts import Channel, ExchangeKind
from mentordesk.domain.pairs import PairStatus, Side
from mentordesk.domain.programs import DEFAULTS
from mentordesk.services.sampling import activity, ago, goals, milestones, pulse, stories
from mentordesk.services.sampling.activity import Talk
from mentordesk.services.sampling.draft import Couple, Draft

IN_PROGRAM = (3.1, 0.58)
"""Contacts a month of a pair in its program, and the left side's share of what changes hands."""
AFTERWARDS = (0.35, 0.5)
"""The same of a pair that goes on by itself."""
MONTH_DAYS = 30.44
_AT_WORK = (Channel.MEETING, Channel.VIDEO, Channel.EVENT)
_WEEKEND = 2
"""So many days a written contact may have moved, out of a weekend."""
_OFTEN_IN_PROGRAM = 0.55


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time in the life of a pair: how many contacts it has, and who gives."""

    first: date
    last: date
    contacts: int
    share: float


@dataclass(frozen=True, slots=True)
class Written:
    """The contacts of a pair that are told in full, and who gave how many points on which day."""

    talks: tuple[Talk, ...] = ()
    gifts: tuple[tuple[date, Side, int], ...] = ()

    @property
    def last_day(self) -> date | None:
        return self.talks[-1].day if self.talks else None

    def points(self, side: Side, today: date) -> int:
        """What the side gave in the balance window."""
        recent = ((giver, points) for day, giver, points in self.gifts if balance.in_window(day, today, DEFAULTS))
        return sum(points for giver, points in recent if giver is side)


NOTHING_WRITTEN = Written()


def live(draft: Draft, couple: Couple, told: Mapping[str, Any] | None = None) -> None:
    """Fill the pair's records. `told` is its entry of pairs.toml or its story."""
    facts = told or {}
    if couple.status is PairStatus.PROPOSED:
        return
    done = milestones.lay_out(draft, couple, facts)
    last = last_contact(draft, couple, facts)
    written = _written(draft, couple, facts)
    if written.last_day is not None and abs((written.last_day - last).days) <= _WEEKEND:
        last = written.last_day
    talk_and_give(draft, couple, stretches(draft, couple, facts), last, facts, written=written)
    pulse.ask(draft, couple, done, facts)
    goals.set_goals(draft, couple, facts)
    stories.tell(draft, couple, facts)


def last_contact(draft: Draft, couple: Couple, facts: Mapping[str, Any]) -> date:
    """The day of the newest contact: as told in days, or just past the limit for watch or risk, or not long ago."""
    limits = cadence.limits(couple.rhythm_days, DEFAULTS)
    told = facts.get("last", draft.random.randint(1, max(2, min(limits.watch - 4, 24))))
    days = {"watch": limits.watch + 1, "risk": limits.risk + 5}.get(told, told)
    if couple.status not in (PairStatus.ACTIVE, PairStatus.PAUSED, PairStatus.ENDURING):
        days = draft.random.randint(0, 12)
    return max(couple.started_on, couple.until - timedelta(days=days))


def stretches(draft: Draft, couple: Couple, facts: Mapping[str, Any]) -> list[Stretch]:
    """The times of a pair, in order: as told, else its program and what came after it."""
    if "times" in facts:
        return _told_stretches(draft, couple, facts["times"])
    end = min(couple.until, couple.cohort.ends_on) if couple.cohort else couple.until
    found = [_stretch(couple.started_on, end, *IN_PROGRAM)]
    if couple.status is PairStatus.ENDURING and couple.until > end:
        found.append(_stretch(end, couple.until, *AFTERWARDS))
    return found


def _told_stretches(draft: Draft, couple: Couple, times: Sequence[tuple[str, float, float]]) -> list[Stretch]:
    found, first = [], couple.started_on
    for until, per_month, share in times:
        last = max(first, min(couple.until, ago.day(until, draft.today)))
        found.append(_stretch(first, last, per_month, share))
        first = last
    return found


def _stretch(first: date, last: date, per_month: float, share: float) -> Stretch:
    return Stretch(first, last, round((last - first).days / MONTH_DAYS * per_month), share)


def _written(draft: Draft, couple: Couple, facts: Mapping[str, Any]) -> Written:
    """The contacts that are told in full, with what was given at them."""
    talks, gifts = [], []
    for event in facts.get("events", ()):
        channel, minutes = Channel(event["channel"]), event.get("minutes", 0)
        day = ago.day(event["at"], draft.today)
        day = max(couple.started_on, ago.workday_before(day) if channel in _AT_WORK else day)
        talks.append(activity.talk(draft, couple, day, channel, minutes, event["note"]))
        for gift in event.get("gifts", ()):
            side, kind, points, what = gift.split(" ", 3)
            gifts.append((day, Side(side), int(points)))
            skill = activity.skill_in(couple, Side(side), what)
            activity.note(draft, couple, talks[-1], Side(side), ExchangeKind(kind), int(points), what, skill)
    return Written(tuple(talks), tuple(gifts))


def talk_and_give(
    draft: Draft,
    couple: Couple,
    times: Sequence[Stretch],
    last: date,
    facts: Mapping[str, Any],
    *,
    written: Written = NOTHING_WRITTEN,
    often: float = _OFTEN_IN_PROGRAM,
) -> None:
    """Contacts over all stretches up to `last`, and what changed hands at them.

    With `points` in the facts the balance window adds up to them, together with what is `written` already. Nothing is
    invented on the day of the last written contact, nor before the first one of a pair that found itself.
    """
    recent: list[Talk] = []
    first = written.talks[0].day if written.talks and couple.cohort is None else date.min
    for place, time in enumerate(times):
        final = place == len(times) - 1
        end = last if final else min(time.last, last)
        number = max(1, time.contacts) if final else time.contacts
        days = [
            day
            for day in activity.spread(draft.random, time.first, end, number)
            if day >= first and day != written.last_day
        ]
        talks = [activity.talk(draft, couple, day, _channel(facts, day, last)) for day in days]
        if "points" in facts:
            recent += [talk for talk in talks if balance.in_window(talk.day, draft.today, DEFAULTS)]
            talks = [talk for talk in talks if not balance.in_window(talk.day, draft.today, DEFAULTS)]
        activity.give_by_chance(draft, couple, talks, time.share, often)
    if "points" in facts:
        left, right = facts["points"]
        more = (left - written.points(Side.LEFT, draft.today), right - written.points(Side.RIGHT, draft.today))
        activity.give_exactly(draft, couple, recent, *more)


def _channel(facts: Mapping[str, Any], day: date, last: date) -> Channel | None:
    return Channel(facts["channel"]) if "channel" in facts and day == last else None
