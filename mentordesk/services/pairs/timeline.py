"""Everything that happened to a pair in one list, newest first. Check-in comments are not in it."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.data.records import CheckIn
from mentordesk.domain import timeline as rules
from mentordesk.domain.errors import NotFoundError
from mentordesk.domain.health import Answers
from mentordesk.domain.timeline import PairRecords, Pulse, TimelineRow
from mentordesk.services.desk import today
from mentordesk.services.pairs import contacts, exchanges, milestones, pair_facts
from mentordesk.services.pairs.pair_counts import FOUR, answered
from mentordesk.services.pairs.pair_detail import career


def of_pair(session: Session, pair_id: int) -> tuple[TimelineRow, ...]:
    """Contacts, exchanges, check-ins, milestones reached, both careers, anniversaries, start and end of a pair. Raises
    NotFoundError."""
    records = pair_facts.load(session, ids=[pair_id])
    if not records:
        raise NotFoundError("This pair is not in the desk any more.")
    pair = records[0].row
    found = PairRecords(
        pair,
        records[0].precision,
        contacts.of_pair(session, pair_id),
        exchanges.of_pair(session, pair_id),
        milestones.of_pair(session, pair_id),
        _pulses(session, pair_id),
        career(session, pair),
    )
    return rules.of_records(found, today(session))


def _pulses(session: Session, pair_id: int) -> list[Pulse]:
    query = select(CheckIn.id, CheckIn.side, CheckIn.day, *FOUR).where(CheckIn.pair_id == pair_id, answered())
    return [Pulse(id_, side, day, Answers(*four)) for id_, side, day, *four in session.execute(query)]
