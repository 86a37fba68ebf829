"""Pairs as they are stored, each with the names of its people, its cohort and its program. Computes nothing."""

from datetime import date
from typing import NamedTuple

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session, aliased

from mentordesk.data.tables import Cohort, Pair, Person, Program
from mentordesk.domain.dates import Precision
from mentordesk.domain.pairs import EndReason
from mentordesk.domain.programs import Format
from mentordesk.domain.standing import PairStatus
from mentordesk.services.pairs.pair_counts import fetched


class PairBase(NamedTuple):
    """A pair as stored, with its people, cohort and program; the first 14 are columns of its own.

    A named tuple, because reading an attribute of a database row takes ten times as long.
    """

    id: int
    left_id: int
    right_id: int
    cohort_id: int | None
    format: Format
    status: PairStatus
    started_on: date | None
    started_precision: Precision
    ended_on: date | None
    end_reason: EndReason | None
    rhythm_days: int | None
    left_agreed_on: date | None
    right_agreed_on: date | None
    circle: str
    left_name: str
    left_title: str
    left_email: str
    left_location: str
    right_name: str
    right_title: str
    right_email: str
    right_location: str
    introduced_by: str
    cohort: str
    cohort_ends_on: date | None
    program_id: int | None
    program: str
    program_rhythm_days: int | None


def read(session: Session, *conditions: ColumnElement[bool]) -> list[PairBase]:
    """The pairs that meet all conditions on `Pair` and `Cohort`, in order of their ids."""
    left, right, through = aliased(Person), aliased(Person), aliased(Person)
    query = (
        select(
            *(getattr(Pair, name) for name in PairBase._fields[:14]),
            *(left.name, left.title, func.coalesce(left.email, ""), left.location),
            *(right.name, right.title, func.coalesce(right.email, ""), right.location),
            *(func.coalesce(through.name, ""), func.coalesce(Cohort.name, ""), Cohort.ends_on),
            *(Program.id, func.coalesce(Program.name, ""), Program.rhythm_days),
        )
        .join(left, left.id == Pair.left_id)
        .join(right, right.id == Pair.right_id)
        .outerjoin(through, through.id == Pair.introduced_by_id)
        .outerjoin(Cohort, Cohort.id == Pair.cohort_id)
        .outerjoin(Program, Program.id == Cohort.program_id)
        .where(*conditions)
        .order_by(Pair.id)
    )
    return [PairBase._make(found) for found in fetched(session, query)]
