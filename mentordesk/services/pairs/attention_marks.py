"""What somebody has put off or handled on Today, and until when pairs pause. Knows no item."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from mentordesk.data.records import AttentionMark
from mentordesk.domain.attention_ties import pause_key
from mentordesk.services.desk import today

_PAUSES = pause_key(0).removesuffix("0")


def hidden(session: Session) -> dict[str, date]:
    """By key of an item that is not shown now, the day it comes back on."""
    query = select(AttentionMark.key, AttentionMark.hidden_until).where(AttentionMark.hidden_until > today(session))
    return {mark.key: mark.hidden_until for mark in session.execute(query)}


def pauses(session: Session) -> dict[str, date]:
    """By key of its item, the day until which a pair pauses."""
    query = select(AttentionMark.key, AttentionMark.hidden_until)
    found = session.execute(query.where(AttentionMark.key.startswith(_PAUSES, autoescape=True)))
    return {mark.key: mark.hidden_until for mark in found}


def put(session: Session, key: str, until: date, *, handled: bool) -> None:
    """Hide the item of this key until a day, in place of what was noted of it before."""
    mark = session.scalars(select(AttentionMark).where(AttentionMark.key == key)).one_or_none()
    if mark is None:
        mark = AttentionMark(key=key)
        session.add(mark)
    mark.hidden_until, mark.marked_on, mark.handled = until, today(session), handled


def forget_pauses(session: Session, pair_ids: Iterable[int]) -> None:
    """Pairs that go on have no pause any more."""
    keys = set(pauses(session)).intersection(map(pause_key, pair_ids))
    if keys:
        session.execute(delete(AttentionMark).where(AttentionMark.key.in_(keys)))
