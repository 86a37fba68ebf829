"""Everything that happened to a pair in one list, newest first. Check-in comments are not in it."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.data.records import CheckIn
from mentordesk.domain import timeline as rules
from mentordesk.domain.health import Answers
from mentordesk.domain.standing import Side
from mentordesk.domain.timeline import Pulse, TimelineRow
from mentordesk.services import contacts, exchanges, milestones, pairs
from mentordesk.services.pair_counts import FOUR, answered
from mentordesk.services.pair_detail import career


def of_pair(session: Session, pair_id: int) -> tuple[TimelineRow, ...]:
    """Contacts, exchanges, check-ins, milestones reached, both careers, start and end of a pair."""
    pair = pairs.row(session, pair_id)
    reached = (rules.of_milestone(row) for row in milestones.of_pair(session, pair_id))
    return rules.newest_first(
        [
            *rules.of_pair(pair),
            *map(rules.of_contact, contacts.of_pair(session, pair_id)),
            *map(rules.of_exchange, exchanges.of_pair(session, pair_id)),
            *rules.of_check_ins(_pulses(session, pair_id), pair.left, pair.right),
            *(row for row in reached if row is not None),
            *(
                rules.of_career(row, Side.LEFT if row.person_id == pair.left_id else Side.RIGHT)
                for row in career(session, pair)
            ),
        ]
    )


def _pulses(session: Session, pair_id: int) -> list[Pulse]:
    query = select(CheckIn.id, CheckIn.side, CheckIn.day, *FOUR).where(CheckIn.pair_id == pair_id, answered())
    return [Pulse(id_, side, day, Answers(*four)) for id_, side, day, *four in session.execute(query)]
