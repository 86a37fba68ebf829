"""Contacts of pairs: logged with what each side gave, changed, removed, listed and counted by month."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, aliased

from mentordesk.data.records import Contact, Exchange
from mentordesk.data.tables import Cohort, Pair, Person
from mentordesk.domain.contacts import CHANNEL_GROUPS, ContactForm, ContactMonthRow, ContactRow, GiftForm
from mentordesk.domain.dates import month_starts
from mentordesk.domain.errors import FieldError, NotFoundError
from mentordesk.domain.pairs import pair_name
from mentordesk.domain.scope import ALWAYS, EVERYTHING, Period, Scope
from mentordesk.domain.standing import PairStatus, Side
from mentordesk.domain.wording import counted
from mentordesk.services.desk import name_step
from mentordesk.services.pairs.exchanges import skill_of
from mentordesk.services.pairs.pair_lookup import find, said
from mentordesk.services.pairs.record_checks import begun, check_day, check_points, check_since, side_of
from mentordesk.services.scoping import CHUNK, during, within

LONGEST_MINUTES = 1440


def log(session: Session, form: ContactForm) -> int:
    """A contact of a pair that has started, with what each side gave there; returns its id.

    Raises FieldError for `pair_id`, `on`, `minutes` or `gifts`.
    """
    pair = begun(session, form.pair_id)
    contact = Contact(pair_id=pair.id)
    _fill(session, contact, form)
    session.add(contact)
    session.flush()
    _set_gifts(session, pair, contact, form.gifts)
    name_step(session, f"Log contact of {said(session, [pair])}")
    return contact.id


def log_circle(session: Session, form: ContactForm) -> list[int]:
    """A contact of a whole circle in one step: of the form's pair, with what each side gave there, and of every other
    active pair that shares its circle; returns the ids, that of the form's pair first.

    Raises what `log` raises, and FieldError for `pair_id` where the pair is in no circle.
    """
    pair = begun(session, form.pair_id)
    if not pair.circle:
        raise FieldError("pair_id", f"{said(session, [pair])} are in no circle. Log the contact for them alone.")
    same = (Pair.circle == pair.circle, Pair.cohort_id == pair.cohort_id, Pair.status == PairStatus.ACTIVE)
    others = session.scalars(select(Pair.id).where(*same, Pair.id != pair.id).order_by(Pair.id)).all()
    made = [log(session, form), *(log(session, replace(form, pair_id=other, gifts=())) for other in others)]
    name_step(session, f"Log contact of {pair.circle}")
    return made


def change(session: Session, contact_id: int, form: ContactForm) -> None:
    """Change a contact; it stays with its pair. What was given there becomes what the form says, on the same day."""
    contact = _find(session, contact_id)
    pair = find(session, contact.pair_id)
    _fill(session, contact, form)
    _set_gifts(session, pair, contact, form.gifts)
    name_step(session, f"Change a contact of {said(session, [pair])}")


def _fill(session: Session, contact: Contact, form: ContactForm) -> None:
    check_day(session, form.on)
    if not 0 <= form.minutes <= LONGEST_MINUTES:
        proposal = min(LONGEST_MINUTES, max(0, form.minutes))
        raise FieldError("minutes", "A contact takes 0 minutes to 24 hours.", proposal=proposal)
    contact.channel, contact.day, contact.minutes = form.channel, form.on, form.minutes
    contact.note = form.note.strip()


def _set_gifts(session: Session, pair: Pair, contact: Contact, gifts: Sequence[GiftForm]) -> None:
    if gifts:
        check_since(session, pair, contact.day)
    there = _gifts(session, contact.id)
    for exchange in there[len(gifts) :]:
        session.delete(exchange)
    for place, gift in enumerate(gifts):
        exchange = there[place] if place < len(there) else Exchange(pair_id=pair.id, contact_id=contact.id)
        check_points(gift.points, "gifts")
        exchange.side, exchange.day = side_of(pair, gift.giver_id, "gifts"), contact.day
        exchange.kind, exchange.points, exchange.what = gift.kind, gift.points, gift.what.strip()
        exchange.skill = skill_of(gift.kind, gift.skill)
        session.add(exchange)


def _gifts(session: Session, contact_id: int) -> Sequence[Exchange]:
    return session.scalars(select(Exchange).where(Exchange.contact_id == contact_id).order_by(Exchange.id)).all()


def _find(session: Session, contact_id: int) -> Contact:
    found = session.get(Contact, contact_id)
    if found is None:
        raise NotFoundError("This contact is not in the desk any more.")
    return found


def form(session: Session, contact_id: int) -> ContactForm:
    """A contact as it would be typed in, with what was given there. Raises NotFoundError."""
    found = _find(session, contact_id)
    pair = find(session, found.pair_id)
    gifts = tuple(
        GiftForm(
            pair.left_id if gift.side is Side.LEFT else pair.right_id, gift.kind, gift.points, gift.what, gift.skill
        )
        for gift in _gifts(session, contact_id)
    )
    return ContactForm(pair.id, found.channel, found.day, found.minutes, found.note, gifts)


def remove(session: Session, ids: Sequence[int]) -> None:
    """Take contacts off the desk, together with what was given at them."""
    for contact_id in ids:
        contact = _find(session, contact_id)
        for gift in _gifts(session, contact_id):
            session.delete(gift)
        session.delete(contact)
    name_step(session, f"Remove {counted(len(ids), 'contact')}")


def rows(
    session: Session, scope: Scope = EVERYTHING, period: Period = ALWAYS, limit: int | None = None
) -> list[ContactRow]:
    """All contacts of the pairs of a scope in a period, newest first; at most `limit` of them."""
    return list(each(session, scope, period, limit))


def each(session: Session, scope: Scope, period: Period, limit: int | None = None) -> Iterator[ContactRow]:
    """The same, one after the other: of decades only a few are in memory at once."""
    query = _query().where(within(Pair.cohort_id, scope), during(Contact.day, period))
    return _read(session, query.limit(limit).execution_options(yield_per=CHUNK))


def totals(session: Session, scope: Scope, period: Period) -> dict[int, tuple[int, int]]:
    """(contacts, minutes) of each pair of a scope in a period; pairs without a contact are not in it."""
    query = select(Contact.pair_id, func.count(), func.sum(Contact.minutes)).join(Pair, Pair.id == Contact.pair_id)
    query = query.where(within(Pair.cohort_id, scope), during(Contact.day, period)).group_by(Contact.pair_id)
    return {pair_id: (count, minutes) for pair_id, count, minutes in session.execute(query)}


def of_pair(session: Session, pair_id: int) -> list[ContactRow]:
    """All contacts of one pair, newest first."""
    return list(_read(session, _query().where(Contact.pair_id == pair_id)))


def _query() -> Select[*tuple[Any, ...]]:
    left, right = aliased(Person), aliased(Person)
    return (
        select(
            *(Contact.id, Contact.pair_id, left.name, right.name, Cohort.name),
            *(Contact.channel, Contact.day, Contact.minutes, Contact.note),
        )
        .join(Pair, Pair.id == Contact.pair_id)
        .join(left, left.id == Pair.left_id)
        .join(right, right.id == Pair.right_id)
        .outerjoin(Cohort, Cohort.id == Pair.cohort_id)
        .order_by(Contact.day.desc(), Contact.id.desc())
    )


def _read(session: Session, query: Select[*tuple[Any, ...]]) -> Iterator[ContactRow]:
    for id_, pair_id, left, right, cohort, *rest in session.execute(query):
        yield ContactRow(id_, pair_id, pair_name(left, right), cohort or "", *rest)


def per_month(
    session: Session, scope: Scope, first: date, last: date, pair_id: int | None = None
) -> list[ContactMonthRow]:
    """How many contacts each month saw from that of `first` to that of `last`, for every group of channels, zero too.

    Only contacts from `first` to `last` count; `pair_id` narrows it to one pair.
    """
    month = func.substr(Contact.day, 1, 7)
    query = (
        select(month, Contact.channel, func.count())
        .join(Pair, Pair.id == Contact.pair_id)
        .where(within(Pair.cohort_id, scope), during(Contact.day, Period(first, last)))
        .group_by(month, Contact.channel)
    )
    counts: dict[tuple[str, str], int] = {}
    for name, channel, count in session.execute(query if pair_id is None else query.where(Pair.id == pair_id)):
        counts[name, channel.group] = counts.get((name, channel.group), 0) + count
    return [
        ContactMonthRow(start, group, counts.get((start.isoformat()[:7], group), 0))
        for start in month_starts(first, last)
        for group in CHANNEL_GROUPS
    ]
