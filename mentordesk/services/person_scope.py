"""Who takes part in a program or a cohort. Changes nothing."""

from sqlalchemy import select, union
from sqlalchemy.orm import Session

from mentordesk.data.tables import Enrollment, Pair
from mentordesk.domain.cohorts import EnrollmentStatus
from mentordesk.domain.scope import Scope
from mentordesk.services.scoping import within


def taking_part(session: Session, scope: Scope) -> frozenset[int]:
    """The ids of the people who are or were enrolled in the scope's cohorts, or in a pair of them; who withdrew before
    there was a pair is left out. For the whole desk: everyone who ever took part in something."""
    enrolled = select(Enrollment.person_id).where(
        within(Enrollment.cohort_id, scope), Enrollment.status != EnrollmentStatus.WITHDRAWN
    )
    sides = (select(side).where(within(Pair.cohort_id, scope)) for side in (Pair.left_id, Pair.right_id))
    return frozenset(session.scalars(union(enrolled, *sides)))
