"""The places people have in cohorts: how many are taken, and who waits for a pair. Reads pairs, changes nothing."""

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from mentordesk.data.tables import Cohort, Pair
from mentordesk.domain.cohorts import EnrollmentStatus, Role
from mentordesk.domain.pairs import TAKES_PLACE
from mentordesk.domain.programs import Format
from mentordesk.domain.standing import PairStatus

Seat = tuple[int, int, Role]
"""(cohort id, person id, role)."""


@dataclass(frozen=True, slots=True)
class Places:
    """`used` counts pairs that are proposed, active or paused; `settled` are people who need no (other) pair: they are
    in one of these, or theirs was completed or endures. A pair that ended early leaves a person to be matched again."""

    used: Counter[Seat]
    settled: frozenset[Seat]


def places(session: Session, condition: ColumnElement[bool]) -> Places:
    """The places of the cohorts that meet the condition on `Cohort`."""
    pair = Pair.__table__.c
    query = select(pair.cohort_id, pair.left_id, pair.right_id, pair.format, pair.status)
    used, settled = Counter[Seat](), set[Seat]()
    found = session.execute(query.join(Cohort.__table__, Cohort.id == pair.cohort_id).where(condition))
    for cohort_id, left_id, right_id, format_, status in found:
        for seat in seats(cohort_id, left_id, right_id, format_):
            used[seat] += status in TAKES_PLACE
            if status is not PairStatus.ENDED:
                settled.add(seat)
    return Places(used, frozenset(settled))


def seats(cohort_id: int, left_id: int, right_id: int, format_: str) -> tuple[Seat, Seat]:
    """The seats of the two sides of a pair. A pair in a cohort has the format of its program."""
    if format_ == Format.PEER:
        return (cohort_id, left_id, Role.PEER), (cohort_id, right_id, Role.PEER)
    return (cohort_id, left_id, Role.MENTOR), (cohort_id, right_id, Role.MENTEE)


def waits(role: str, status: str) -> bool:
    """Whether an enrollment asks for a pair: mentors do not, they have places."""
    return role != Role.MENTOR and status == EnrollmentStatus.ACCEPTED
