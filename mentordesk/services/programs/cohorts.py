"""Cohorts: one intake of a program, listed, made, changed, removed. Who is in them is in `enrollments`."""

from collections import Counter, defaultdict
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mentordesk.data.records import MatchDraft
from mentordesk.data.tables import Cohort, Enrollment, Pair, Program
from mentordesk.domain.cohorts import CohortForm, CohortRow, EnrollmentStatus, last_day, phase, roles_of
from mentordesk.domain.dates import add_months, long
from mentordesk.domain.errors import FieldError, NotFoundError, UserError
from mentordesk.domain.pairs import FINISHED
from mentordesk.domain.scope import EVERYTHING, Scope
from mentordesk.domain.standing import PairStatus
from mentordesk.services.desk import name_step, today
from mentordesk.services.free_names import free_name, taken
from mentordesk.services.programs.enrollment_rows import enrollments as enrollments
from mentordesk.services.programs.enrollment_rows import unmatched as unmatched
from mentordesk.services.programs.enrollments import change_enrollment as change_enrollment
from mentordesk.services.programs.enrollments import check_role as check_role
from mentordesk.services.programs.enrollments import enroll as enroll
from mentordesk.services.programs.enrollments import remove_enrollment as remove_enrollment
from mentordesk.services.programs.enrollments import remove_enrollments as remove_enrollments
from mentordesk.services.programs.enrollments import set_enrollment_status as set_enrollment_status
from mentordesk.services.scoping import never_begun, within


def rows(session: Session, scope: Scope = EVERYTHING) -> list[CohortRow]:
    """The cohorts of a scope by name, with their counts; a page groups them by phase."""
    own = Cohort
    query = (
        select(
            *(own.id, own.program_id, Program.name.label("program"), Program.format, own.name, own.starts_on),
            *(own.ends_on, own.matching_closes_on, own.closed_on, own.lead, Program.rhythm_days),
        )
        .join(Program, Program.id == own.program_id)
        .where(within(own.id, scope))
        .order_by(func.lower(own.name), own.id)
    )
    pairs, people = _pair_counts(session, scope), _people_counts(session, scope)
    waiting = Counter(row.cohort_id for row in unmatched(session, scope))
    return [
        _row(session, found, pairs[found.id], people.get(found.id, 0), waiting[found.id])
        for found in session.execute(query)
    ]


def _row(session: Session, found: Any, pairs: Counter[PairStatus], people: int, to_match: int) -> CohortRow:
    return CohortRow(
        id=found.id,
        program_id=found.program_id,
        program=found.program,
        format=found.format,
        name=found.name,
        starts_on=found.starts_on,
        ends_on=found.ends_on,
        matching_closes_on=found.matching_closes_on,
        closed_on=found.closed_on,
        lead=found.lead,
        phase=phase(found.starts_on, found.ends_on, found.closed_on, today(session)),
        pairs=pairs.total() - pairs[PairStatus.PROPOSED],
        active=pairs[PairStatus.ACTIVE],
        finished=sum(pairs[status] for status in FINISHED),
        enduring=pairs[PairStatus.ENDURING],
        people=people,
        to_match=to_match,
        rhythm_days=found.rhythm_days,
    )


def _pair_counts(session: Session, scope: Scope) -> defaultdict[int, Counter[PairStatus]]:
    own = within(Pair.cohort_id, scope) & ~never_begun()
    query = select(Pair.cohort_id, Pair.status, func.count()).where(own)
    counts: defaultdict[int, Counter[PairStatus]] = defaultdict(Counter)
    for cohort_id, status, count in session.execute(query.group_by(Pair.cohort_id, Pair.status)):
        counts[cohort_id or 0][status] = count
    return counts


def _people_counts(session: Session, scope: Scope) -> dict[int, int]:
    """People in a cohort, once each whatever their roles, without those who withdrew."""
    here = within(Enrollment.cohort_id, scope) & (Enrollment.status != EnrollmentStatus.WITHDRAWN)
    query = select(Enrollment.cohort_id, func.count(Enrollment.person_id.distinct())).where(here)
    return {found[0]: found[1] for found in session.execute(query.group_by(Enrollment.cohort_id))}


def row(session: Session, cohort_id: int) -> CohortRow:
    """One cohort with its counts. Raises NotFoundError."""
    _find(session, cohort_id)
    return rows(session, Scope(cohort_id=cohort_id))[0]


def drafts(session: Session, cohort_id: int) -> int:
    """How many drafts of its pairs a cohort keeps."""
    return session.scalar(select(func.count()).where(MatchDraft.cohort_id == cohort_id)) or 0


def form(session: Session, cohort_id: int) -> CohortForm:
    """A cohort as it is edited. Raises NotFoundError."""
    cohort = _find(session, cohort_id)
    return CohortForm(
        name=cohort.name,
        program_id=cohort.program_id,
        starts_on=cohort.starts_on,
        ends_on=cohort.ends_on,
        matching_closes_on=cohort.matching_closes_on,
        lead=cohort.lead,
    )


def proposal(session: Session, program_id: int) -> CohortForm:
    """A new cohort of a program to begin with: from the first of next month for the program's length, named after the
    program and its years ("Crossroads 2026–27")."""
    program = session.get(Program, program_id)
    if program is None:
        raise NotFoundError("This program is not in the desk any more.")
    starts_on = add_months(today(session).replace(day=1), 1)
    ends_on = last_day(starts_on, program.length_months)
    years = f"{starts_on.year}" + (f"–{ends_on.year % 100:02}" if ends_on.year != starts_on.year else "")
    name = free_name(session, Cohort, f"{program.name} {years}")
    return CohortForm(name, program_id, starts_on, ends_on, lead=program.lead)


def save(session: Session, form: CohortForm, cohort_id: int | None = None) -> int:
    """Add a cohort, or change the one with the id; returns its id. Milestones of its pairs keep their dates.

    Raises FieldError for `name`, `program_id`, `ends_on` or `matching_closes_on`.
    """
    cohort = _find(session, cohort_id) if cohort_id is not None else Cohort()
    _check(session, form, cohort)
    cohort.name, cohort.lead = form.name.strip(), form.lead.strip()
    cohort.program_id, cohort.starts_on, cohort.ends_on = form.program_id, form.starts_on, form.ends_on
    cohort.matching_closes_on = form.matching_closes_on
    session.add(cohort)
    session.flush()
    name_step(session, f"{'New' if cohort_id is None else 'Change'} cohort {cohort.name}")
    return cohort.id


def _check(session: Session, form: CohortForm, cohort: Cohort) -> None:
    if not form.name.strip():
        raise FieldError("name", "Give the cohort a name.")
    if taken(session, Cohort, form.name, except_id=cohort.id):
        name = form.name.strip()
        proposed = free_name(session, Cohort, name)
        raise FieldError("name", f"There is a cohort “{name}” already. Choose another name.", proposal=proposed)
    if form.ends_on < form.starts_on:
        message = f"The cohort would end before it starts on {long(form.starts_on)}."
        raise FieldError("ends_on", message, proposal=form.starts_on)
    if form.matching_closes_on is not None and form.matching_closes_on > form.ends_on:
        message = f"Matching would close after the cohort ends on {long(form.ends_on)}."
        raise FieldError("matching_closes_on", message, proposal=form.starts_on)
    _check_program(session, form, cohort)


def _check_program(session: Session, form: CohortForm, cohort: Cohort) -> None:
    program = session.get(Program, form.program_id)
    if program is None:
        raise FieldError("program_id", "Choose a program.")
    if cohort.id is None or cohort.program_id == program.id:
        return
    if _has_pairs(session, cohort.id):
        raise FieldError("program_id", f"{cohort.name} has pairs, so it stays in its program.")
    roles = set(session.scalars(select(Enrollment.role).where(Enrollment.cohort_id == cohort.id).distinct()))
    if not roles <= set(roles_of(program.format)):
        raise FieldError("program_id", f"The people of {cohort.name} have roles that {program.name} does not know.")


def remove(session: Session, cohort_id: int) -> None:
    """Take a cohort without pairs off the desk, with its enrollments. Raises UserError where it has pairs."""
    cohort = _find(session, cohort_id)
    if _has_pairs(session, cohort_id):
        raise UserError(
            f"{cohort.name} cannot be removed: it has pairs, and their history stays.",
            advice="Remove its proposed pairs first, or leave the cohort as it is.",
        )
    name_step(session, f"Remove cohort {cohort.name}")
    session.delete(cohort)


def _has_pairs(session: Session, cohort_id: int) -> bool:
    return session.scalar(select(Pair.id).where(Pair.cohort_id == cohort_id).limit(1)) is not None


def _find(session: Session, cohort_id: int) -> Cohort:
    found = session.get(Cohort, cohort_id)
    if found is None:
        raise NotFoundError("This cohort is not in the desk any more.", advice="It may have been removed or undone.")
    return found
