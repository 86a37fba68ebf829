"""What both sides of a pair offer and want to learn. Which wishes are open is a rule of the domain."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.data.tables import PersonTag, TagKind
from mentordesk.domain.open_wishes import SideSkills
from mentordesk.services.pairs.pair_lookup import find


def skills(session: Session, pair_id: int) -> tuple[SideSkills, SideSkills]:
    """The skills of the left and the right side. Raises NotFoundError."""
    pair = find(session, pair_id)
    left, right = _of(session, pair.left_id), _of(session, pair.right_id)
    return left, right


def _of(session: Session, person_id: int) -> SideSkills:
    query = select(PersonTag.kind, PersonTag.value).where(PersonTag.person_id == person_id)
    found = session.execute(query.order_by(PersonTag.rank, PersonTag.id)).all()
    offers = tuple(value for kind, value in found if kind is TagKind.OFFERS)
    return SideSkills(offers, tuple(value for kind, value in found if kind is TagKind.WANTS))
