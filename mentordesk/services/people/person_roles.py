"""What people are today, from their pairs and enrollments: mentor, mentee, peer, to be matched. Changes nothing.

Roles and statuses come as the plain words of the file here, equal to those of the enums: making enums of 25,000 words
took a third of the time.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Text, or_, select, true, type_coerce
from sqlalchemy.orm import Session

from mentordesk.data.tables import Cohort, Enrollment, Pair
from mentordesk.domain.cohorts import EnrollmentStatus, Role
from mentordesk.domain.pairs import TAKES_PLACE
from mentordesk.domain.standing import PairStatus
from mentordesk.services.cohort_phases import not_over
from mentordesk.services.desk import today
from mentordesk.services.pairs.pair_counts import chosen
from mentordesk.services.places import Seat, seats, waits
from mentordesk.services.scoping import never_begun

TO_BE_MATCHED = "To be matched"
_IN = frozenset({EnrollmentStatus.ACCEPTED, EnrollmentStatus.COMPLETED})
_ASKING = frozenset({EnrollmentStatus.APPLIED, EnrollmentStatus.WAITLISTED})
_BIT = {role: 1 << place for place, role in enumerate(Role)}


def _words(bits: int) -> str:
    """ "Mentor", or "Mentor and mentee"."""
    roles = [role for role in Role if bits & _BIT[role]]
    return " and ".join(role.value if place else role.word for place, role in enumerate(roles))


_WORDS = tuple(_words(bits) for bits in range(1 << len(Role)))


@dataclass(slots=True)
class Standing:
    """The roles of one person, a bit each: `paired` in pairs that take a place, `enduring` in ties that go on by
    themselves, `enrolled` in cohorts that are not over. `waits` is to be matched."""

    paired: int = 0
    enduring: int = 0
    enrolled: int = 0
    waits: bool = False
    active_pairs: int = 0
    can_mentor: bool = False
    wants_mentor: bool = False

    @property
    def role(self) -> str:
        """In words: by a pair, else waiting for one, else by a cohort, else by a tie that endures."""
        if not self.paired and self.waits:
            return TO_BE_MATCHED
        return _WORDS[self.paired or self.enrolled or self.enduring]


NOTHING = Standing()


def standings(session: Session, ids: Collection[int] | None = None) -> dict[int, Standing]:
    """The standing of these people, or of all who ever were in a pair or a cohort.

    Can mentor: was taken in as mentor in any cohort, or has mentored. Wants a mentor: is to be matched as mentee or
    peer, or has applied to be, in a cohort that is not over.
    """
    found: defaultdict[int, Standing] = defaultdict(Standing)
    settled = _add_pairs(session, found, ids)
    for person_id, cohort_id, role, status, open_ in _enrollments(session, ids):
        standing = found[person_id]
        standing.can_mentor |= role == Role.MENTOR and status in _IN
        if not open_:
            continue
        if status == EnrollmentStatus.ACCEPTED:
            standing.enrolled |= _BIT[role]
        if waits(role, status) and (cohort_id, person_id, role) not in settled:
            standing.waits = standing.wants_mentor = True
        standing.wants_mentor |= role != Role.MENTOR and status in _ASKING
    return found


def _add_pairs(session: Session, found: defaultdict[int, Standing], ids: Collection[int] | None) -> set[Seat]:
    """Enter the pairs; returns the seats that need no (other) pair."""
    settled = set[Seat]()
    pair = Pair.__table__.c
    either = true() if ids is None else or_(chosen(pair.left_id, ids), chosen(pair.right_id, ids))
    words = (type_coerce(pair.format, Text), type_coerce(pair.status, Text))
    query = select(pair.cohort_id, pair.left_id, pair.right_id, *words).where(either, ~never_begun())
    for cohort_id, left_id, right_id, format_, status in session.execute(query).all():
        for seat in seats(cohort_id or 0, left_id, right_id, format_):
            _add_pair(found[seat[1]], seat[2], status)
            if status != PairStatus.ENDED:
                settled.add(seat)
    return settled


def _add_pair(standing: Standing, role: Role, status: str) -> None:
    if status in TAKES_PLACE:
        standing.paired |= _BIT[role]
    elif status == PairStatus.ENDURING:
        standing.enduring |= _BIT[role]
    standing.active_pairs += status == PairStatus.ACTIVE
    standing.can_mentor |= role == Role.MENTOR and status != PairStatus.PROPOSED


def _enrollments(session: Session, ids: Collection[int] | None) -> Iterator[Any]:
    own = Enrollment.__table__.c
    words = (type_coerce(own.role, Text), type_coerce(own.status, Text))
    query = select(own.person_id, own.cohort_id, *words).where(true() if ids is None else chosen(own.person_id, ids))
    open_ = set(session.scalars(select(Cohort.id).where(not_over(today(session)))))
    return ((*found, found[1] in open_) for found in session.execute(query).all())
