"""Storing responses through the services of pairs, and a receipt for each. Decides nothing."""

from collections.abc import Callable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.data.records import LATE, ResponseReceipt
from mentordesk.domain.check_ins import CheckInForm
from mentordesk.domain.contacts import ContactForm
from mentordesk.domain.errors import CancelledError
from mentordesk.services.desk import now
from mentordesk.services.pairs import contacts, exchanges, pulse
from mentordesk.services.responses.plan import Planned
from mentordesk.services.responses.records import Form

_EVERY = 20
_MARKS = 12


def write(
    session: Session,
    planned: Sequence[Planned],
    beaten: Sequence[Planned] = (),
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> None:
    """Record new responses and change those on record; those `beaten` by a later one of the same files have a receipt
    alone. Raises CancelledError where stopped: nothing is kept then."""
    written: dict[int, int] = {}
    receipts = {it.key: it for it in session.scalars(select(ResponseReceipt))}
    for number, it in enumerate(planned):
        if number % _EVERY == 0:
            if cancelled is not None and cancelled():
                raise CancelledError
            if progress is not None:
                progress(number, len(planned))
        assert it.form is not None
        record_id = it.record_id
        if record_id is None:
            record_id = _record(session, it.form)
        else:
            _change(session, record_id, it.form)
        _keep_receipt(session, receipts, it, record_id)
        written[it.id] = record_id
    for it in beaten:
        if it.beaten_by is not None and it.beaten_by.id in written:
            _keep_receipt(session, receipts, it, written[it.beaten_by.id])
    session.flush()


def _record(session: Session, form: Form) -> int:
    if isinstance(form, CheckInForm):
        return pulse.record(session, form)
    return contacts.log(session, form) if isinstance(form, ContactForm) else exchanges.record(session, form)


def _change(session: Session, record_id: int, form: Form) -> None:
    if isinstance(form, CheckInForm):
        pulse.change(session, record_id, form)
    elif isinstance(form, ContactForm):
        contacts.change(session, record_id, form)
    else:
        exchanges.change(session, record_id, form)


def _keep_receipt(session: Session, receipts: dict[str, ResponseReceipt], it: Planned, record_id: int) -> None:
    """A check-in that was typed in and is changed by a response has a receipt from then on. What a changed answer said
    before is kept beside: the older file, read again, is no news."""
    assert it.pair is not None
    receipt = receipts.get(it.key)
    before = (
        [] if receipt is None else [mark for mark in receipt.content.removesuffix(LATE).split() if mark != it.content]
    )
    content = f"{' '.join([it.content, *before[:_MARKS]])}{LATE if it.late else ''}"
    if receipt is None:
        receipt = ResponseReceipt(key=it.key, kind=it.answer.kind.value, pair_id=it.pair.id, record_id=record_id)
        receipts[it.key] = receipt
        session.add(receipt)
    receipt.pair_id, receipt.record_id = it.pair.id, record_id
    receipt.content, receipt.received_at = content, now(session)
