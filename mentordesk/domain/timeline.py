"""Everything that happened to a pair, in one list and in words. Knows no table and no icon."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from mentordesk.domain.contacts import Channel, ContactRow, ExchangeKind, ExchangeRow
from mentordesk.domain.dates import Precision, add_months, known
from mentordesk.domain.health import Answers
from mentordesk.domain.milestones import MilestoneRow
from mentordesk.domain.pairs import PairRow, PairStatus
from mentordesk.domain.people import CareerRow, first_name
from mentordesk.domain.standing import Side
from mentordesk.domain.wording import counted


class TimelineKind(StrEnum):
    """What happened, in the order in which things of one day are listed."""

    END = "end"
    CONTACT = "contact"
    EXCHANGE = "exchange"
    MILESTONE = "milestone"
    CHECK_IN = "check_in"
    CAREER = "career"
    ANNIVERSARY = "anniversary"
    START = "start"


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """`id` is the kind and the record, "contact:12"; `lead` is the bold part of the line and `rest` goes on after it,
    with its own space or comma. `side` is who gave, or whose career turned. `skipped` is a milestone left out."""

    id: str
    record_id: int
    kind: TimelineKind
    on: date
    on_text: str
    lead: str
    rest: str = ""
    note: str = ""
    side: Side | None = None
    channel: Channel | None = None
    exchange: ExchangeKind | None = None
    turn: str = ""
    skipped: bool = False


@dataclass(frozen=True, slots=True)
class PairRecords:
    """What a pair has on record. `precision` is how exactly its start is known."""

    pair: PairRow
    precision: Precision
    contacts: Sequence[ContactRow]
    exchanges: Sequence[ExchangeRow]
    milestones: Sequence[MilestoneRow]
    pulses: Sequence["Pulse"]
    career: Sequence[CareerRow]


def of_records(found: PairRecords, today: date) -> tuple[TimelineRow, ...]:
    """Contacts, exchanges, check-ins, milestones reached, both careers, anniversaries, start and end of a pair."""
    pair = found.pair
    sides = {pair.left_id: Side.LEFT, pair.right_id: Side.RIGHT}
    reached = map(of_milestone, found.milestones)
    return newest_first(
        [
            *of_pair(pair),
            *anniversaries(pair, found.precision, today),
            *map(of_contact, found.contacts),
            *map(of_exchange, found.exchanges),
            *of_check_ins(found.pulses, pair.left, pair.right),
            *(row for row in reached if row is not None),
            *(of_career(turn, sides[turn.person_id]) for turn in found.career),
        ]
    )


def newest_first(rows: Iterable[TimelineRow]) -> tuple[TimelineRow, ...]:
    """By day, newest first; within a day what gave rise to it before what came of it."""
    order = tuple(TimelineKind)
    return tuple(sorted(rows, key=lambda row: (-row.on.toordinal(), order.index(row.kind), row.record_id)))


def of_contact(row: ContactRow) -> TimelineRow:
    rest = f", {row.minutes} min" if row.minutes else ""
    return _row(TimelineKind.CONTACT, row.id, row.on, row.channel.word, rest, note=row.note, channel=row.channel)


def of_exchange(row: ExchangeRow) -> TimelineRow:
    rest = f" {_object(row.kind)}, {counted(row.points, 'point')}"
    lead = f"{first_name(row.giver)} gave"
    kind = TimelineKind.EXCHANGE
    return _row(kind, row.id, row.on, lead, rest, note=row.what, side=row.side, exchange=row.kind)


def _object(kind: ExchangeKind) -> str:
    article = {ExchangeKind.INTRODUCTION: "an ", ExchangeKind.OPPORTUNITY: "an ", ExchangeKind.SKILL: "a "}
    return f"{article.get(kind, '')}{kind.value}"


def of_milestone(row: MilestoneRow) -> TimelineRow | None:
    """A milestone that is done or skipped; None for one that is still open."""
    if row.done_on is not None:
        rest = f" done {counted(row.days_late, 'day')} late" if row.days_late > 0 else " done on time"
        return _row(TimelineKind.MILESTONE, row.id, row.done_on, row.title, rest, note=row.note)
    if row.skipped_on is not None:
        rest = " skipped by agreement"
        made = _row(TimelineKind.MILESTONE, row.id, row.skipped_on, row.title, rest, note=row.skip_reason)
        return replace(made, skipped=True)
    return None


@dataclass(frozen=True, slots=True)
class Pulse:
    """A check-in of one side, without its comment: that one is not for lists."""

    id: int
    side: Side
    on: date
    answers: Answers


def of_check_ins(pulses: Iterable[Pulse], left: str, right: str) -> list[TimelineRow]:
    """One row a day: both sides' answers together where both gave theirs on that day."""
    days: dict[date, dict[Side, Pulse]] = {}
    for pulse in pulses:
        days.setdefault(pulse.on, {})[pulse.side] = pulse
    return [_check_in(on, sides, left, right) for on, sides in days.items()]


def _check_in(on: date, sides: dict[Side, Pulse], left: str, right: str) -> TimelineRow:
    side = None if len(sides) > 1 else next(iter(sides))
    who = {None: "both rate", Side.LEFT: f"{first_name(left)} rates", Side.RIGHT: f"{first_name(right)} rates"}[side]
    parts = [f"{name} {words}" for name in ("value", "balance") if (words := _answers(name, sides.values()))]
    rest = f": {who} {', '.join(parts)}" if parts else ""
    first = min(pulse.id for pulse in sides.values())
    return _row(TimelineKind.CHECK_IN, first, on, "Check-in", rest, side=side)


def _answers(question: str, pulses: Iterable[Pulse]) -> str:
    given = sorted({pulse.answers.given[question] for pulse in pulses if question in pulse.answers.given})
    return " or ".join(str(answer) for answer in given)


def of_career(row: CareerRow, side: Side) -> TimelineRow:
    rest = f" {first_name(row.person)}, {row.kind.word.lower()}" + (f": {row.title}" if row.title else "")
    turn = f"{row.kind.word.lower()} of {first_name(row.person)}"
    return _row(TimelineKind.CAREER, row.id, row.on, "Career:", rest, side=side, on_text=row.on_text, turn=turn)


def of_pair(row: PairRow) -> list[TimelineRow]:
    """Its start and its end, as far as they are known."""
    found = []
    if row.started_on is not None and row.status is not PairStatus.PROPOSED:
        by = f", introduced by {row.introduced_by}" if row.introduced_by else ""
        lead = f"{row.short} began"
        text, turn = row.started_text, "the pair began"
        found.append(_row(TimelineKind.START, row.id, row.started_on, lead, by, on_text=text, turn=turn))
    if row.ended_on is not None:
        reason = f": {row.end_reason.word.lower()}" if row.end_reason else ""
        became = row.status.value if row.begun else "never began"
        lead, turn = f"{row.short} {became}", f"the pair {became}"
        found.append(_row(TimelineKind.END, row.id, row.ended_on, lead, reason, turn=turn))
    return found


def anniversaries(row: PairRow, precision: Precision, today: date) -> list[TimelineRow]:
    """1, 5 and then every 5 years of a pair that has begun, until its end or today, dated as exactly as its start."""
    if row.started_on is None or row.status is PairStatus.PROPOSED:
        return []
    last, found = min(today, row.ended_on or today), []
    for years in (1, *range(5, last.year - row.started_on.year + 1, 5)):
        on = add_months(row.started_on, 12 * years)
        if on <= last:
            words = f"{counted(years, 'year')} together"
            kind, text = TimelineKind.ANNIVERSARY, known(on, precision)
            found.append(_row(kind, years, on, words, on_text=text, turn=words))
    return found


def _row(
    kind: TimelineKind,
    record_id: int,
    on: date,
    lead: str,
    rest: str = "",
    *,
    note: str = "",
    on_text: str = "",
    side: Side | None = None,
    channel: Channel | None = None,
    exchange: ExchangeKind | None = None,
    turn: str = "",
) -> TimelineRow:
    key, text = f"{kind.value}:{record_id}", on_text or known(on, Precision.DAY)
    return TimelineRow(key, record_id, kind, on, text, lead, rest, note, side, channel, exchange, turn)
