"""Writing the past that a file tells: closed cohorts with their programs, who was in them, the pairs that were."""

from typing import Any

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.orm import Session

from mentordesk.data.tables import Cohort, Enrollment, Pair, Person
from mentordesk.domain.pairs import TAKES_PLACE, EndReason, PairStatus, order_sides
from mentordesk.services.imports.history import Past, PastCohort, PastEnrollment, PastPair
from mentordesk.services.pairs.pair_counts import chosen
from mentordesk.services.pairs.pair_start import start
from mentordesk.services.programs import programs

_ENROLLMENTS: Any = Enrollment.__table__


def write(session: Session, past: Past, ids: dict[int, int]) -> None:
    """Make what is not there. `ids` says the id of everybody who was new, by the number below zero."""
    _add_cohorts(session, past.cohorts)
    _add_enrollments(session, [one for one in past.enrollments if one.id is None], ids)
    others = [{"of_id": one.id, "status": one.status} for one in past.enrollments if one.id is not None]
    if others:
        one = update(_ENROLLMENTS).where(_ENROLLMENTS.c.id == bindparam("of_id"))
        session.connection().execute(one.values(status=bindparam("status")), others)
    _add_pairs(session, past.pairs, ids)


def _add_cohorts(session: Session, cohorts: list[PastCohort]) -> None:
    made: dict[tuple[str, bool], int] = {}
    for cohort in cohorts:
        key = (cohort.program, cohort.format.value == "peer")
        if cohort.program_id is None:
            if key not in made:
                made[key] = programs.create_named(session, cohort.program, cohort.format)
            cohort.program_id = made[key]
        first, last = cohort.dates.first, cohort.dates.last
        values = {"starts_on": first, "ends_on": last, "closed_on": last if cohort.over else None}
        stored = Cohort(name=cohort.name, program_id=cohort.program_id, **values)
        session.add(stored)
        session.flush()
        cohort.id = stored.id


def _add_enrollments(session: Session, enrollments: list[PastEnrollment], ids: dict[int, int]) -> None:
    rows = [
        {"cohort_id": one.cohort.id, "person_id": ids.get(one.person, one.person), "role": one.role}
        | {"capacity": 1, "status": one.status, "enrolled_on": one.on, "note": ""}
        for one in enrollments
    ]
    if rows:
        session.connection().execute(insert(_ENROLLMENTS), rows)


def _add_pairs(session: Session, pairs: list[PastPair], ids: dict[int, int]) -> None:
    """A pair that goes on gets the milestones of its plan, as one that starts by hand."""
    sides = [(ids.get(pair.left, pair.left), ids.get(pair.right, pair.right)) for pair in pairs]
    people = {person for side in sides for person in side}
    query = select(Person.id, Person.name).where(chosen(Person.id, people))
    names: dict[int, str] = dict(session.execute(query).all())
    made = []
    for pair, (left, right) in zip(pairs, sides, strict=True):
        left, right = order_sides(pair.cohort.format, (names[left], left), (names[right], right))
        proposed = pair.status is PairStatus.PROPOSED
        goes_on = pair.status in TAKES_PLACE
        stored = Pair(
            cohort_id=pair.cohort.id,
            format=pair.cohort.format,
            left_id=left,
            right_id=right,
            status=pair.status,
            started_on=None if proposed else pair.first,
            started_precision=pair.precision,
            ended_on=None if goes_on else pair.last,
            end_reason=EndReason.OTHER if pair.status is PairStatus.ENDED else None,
        )
        made.append(stored)
    session.add_all(made)
    session.flush()
    start(session, [stored for stored in made if stored.status in (PairStatus.ACTIVE, PairStatus.PAUSED)])
