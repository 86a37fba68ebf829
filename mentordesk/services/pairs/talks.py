"""Who a talk about a pair may be with. The talk itself stands in the calendar, not in the desk."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.data.tables import Pair, Person
from mentordesk.domain.errors import NotFoundError
from mentordesk.domain.talks import TalkPerson


def people(session: Session, pair_id: int) -> tuple[TalkPerson, TalkPerson]:
    """The two of a pair, left first. Raises NotFoundError."""
    pair = session.get(Pair, pair_id)
    if pair is None:
        raise NotFoundError("This pair is not in the desk any more.")
    query = select(Person.id, Person.name, Person.email).where(Person.id.in_((pair.left_id, pair.right_id)))
    found = {row.id: TalkPerson(row.id, row.name, row.email or "") for row in session.execute(query)}
    return found[pair.left_id], found[pair.right_id]
