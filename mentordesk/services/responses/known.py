"""What is on record of the pairs that responses came from: receipts, check-ins, contacts, exchanges."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.data.records import CheckIn, Contact, Exchange, ResponseReceipt
from mentordesk.domain.contacts import Channel, ExchangeKind
from mentordesk.domain.responses import ResponseKind
from mentordesk.domain.standing import Side
from mentordesk.domain.text import fold
from mentordesk.services.pairs.pair_counts import chosen


@dataclass(frozen=True, slots=True)
class Receipt:
    """A response that was taken: the row it became, which may be gone, and the mark of what it said."""

    key: str
    kind: ResponseKind
    pair_id: int
    record_id: int
    content: str
    on: date


@dataclass(frozen=True, slots=True)
class KnownContact:
    id: int
    channel: Channel
    minutes: int
    note: str


@dataclass(frozen=True, slots=True)
class KnownExchange:
    id: int
    side: Side
    kind: ExchangeKind
    points: int
    what: str


class Known:
    """The records of some pairs, looked up by day. Takes note of what a batch is going to add."""

    def __init__(self, session: Session, pair_ids: Collection[int]) -> None:
        ids = sorted(pair_ids)
        self._by_slot: dict[str, list[Receipt]] = defaultdict(list)
        for it in session.scalars(select(ResponseReceipt).order_by(ResponseReceipt.id)):
            receipt = _receipt(it)
            self._by_slot[slot_of(receipt.key)].append(receipt)
        self.check_ins: dict[tuple[int, Side, date], int] = {}
        self.contacts: dict[tuple[int, date], list[KnownContact]] = defaultdict(list)
        self.exchanges: dict[tuple[int, date], list[KnownExchange]] = defaultdict(list)
        self._there: dict[ResponseKind, set[int]] = {kind: set() for kind in ResponseKind}
        self._days: dict[tuple[ResponseKind, int], date] = {}
        self._read(session, ids)

    def _read(self, session: Session, ids: list[int]) -> None:
        check_in = select(CheckIn.id, CheckIn.pair_id, CheckIn.side, CheckIn.day).where(chosen(CheckIn.pair_id, ids))
        for id_, pair_id, side, day in session.execute(check_in):
            self.check_ins[pair_id, side, day] = id_
            self._note(ResponseKind.CHECK_IN, id_, day)
        contact = select(Contact.id, Contact.pair_id, Contact.day, Contact.channel, Contact.minutes, Contact.note)
        for id_, pair_id, day, channel, minutes, note in session.execute(contact.where(chosen(Contact.pair_id, ids))):
            self.contacts[pair_id, day].append(KnownContact(id_, channel, minutes, note))
            self._note(ResponseKind.CONTACT, id_, day)
        exchange = select(
            *(Exchange.id, Exchange.pair_id, Exchange.day, Exchange.side, Exchange.kind),
            *(Exchange.points, Exchange.what),
        )
        for it in session.execute(exchange.where(chosen(Exchange.pair_id, ids))):
            known = KnownExchange(it.id, it.side, it.kind, it.points, it.what)
            self.exchanges[it.pair_id, it.day].append(known)
            self._note(ResponseKind.EXCHANGE, it.id, it.day)

    def _note(self, kind: ResponseKind, record_id: int, day: date) -> None:
        self._there[kind].add(record_id)
        self._days[kind, record_id] = day

    def receipts(self, slot: str) -> list[Receipt]:
        """What was taken from this place before, the oldest first."""
        return self._by_slot.get(slot, [])

    def is_there(self, receipt: Receipt) -> bool:
        """Whether the row that a response became is still on record."""
        return receipt.record_id in self._there[receipt.kind]

    def day_of(self, receipt: Receipt) -> date | None:
        return self._days.get((receipt.kind, receipt.record_id))

    def same_contact(self, pair_id: int, on: date, channel: Channel) -> KnownContact | None:
        """A contact of that day and of that kind: two people report the one they had."""
        return next((it for it in self.contacts.get((pair_id, on), ()) if it.channel is channel), None)

    def same_exchange(
        self, pair_id: int, on: date, side: Side, kind: ExchangeKind, points: int, what: str
    ) -> KnownExchange | None:
        """An exchange that says the same, word for word."""
        for it in self.exchanges.get((pair_id, on), ()):
            if (it.side, it.kind, it.points) == (side, kind, points) and fold(it.what.strip()) == fold(what.strip()):
                return it
        return None


def slot_of(key: str) -> str:
    """The place a response came from, without the number of a further response from there."""
    return key.partition("#")[0]


def _receipt(it: ResponseReceipt) -> Receipt:
    day = it.received_at.astimezone().date()
    return Receipt(it.key, ResponseKind(it.kind), it.pair_id, it.record_id, it.content, day)
