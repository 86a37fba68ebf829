"""The facts of many pairs at once: the one place where lists, figures and attention items get them from.

About ten statements whatever the number of pairs; a single pair takes the same ones and computes no other.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, aliased

from mentordesk.data.tables import Cohort, Pair, Person, Program
from mentordesk.domain import balance, cadence, health
from mentordesk.domain.attention_pairs import PairSubject
from mentordesk.domain.balance import NOTHING
from mentordesk.domain.dates import Precision, known
from mentordesk.domain.figures import PairStanding
from mentordesk.domain.health import Assessment, PairFacts
from mentordesk.domain.pairs import FINISHED, PairRow
from mentordesk.domain.programs import DEFAULTS, Thresholds
from mentordesk.domain.scope import EVERYTHING, Scope
from mentordesk.domain.standing import PairStatus, Side
from mentordesk.services import pair_counts
from mentordesk.services.desk import today
from mentordesk.services.pair_counts import Counts, Marks, MilestoneCounts, OpenMilestone
from mentordesk.services.scoping import within

DEFAULT_RHYTHM_DAYS = 30
"""Monthly, for a pair that belongs to no program and has agreed on nothing else."""


@dataclass(frozen=True, slots=True)
class PairRecord:
    """A pair with everything that is computed about it. `overdue` is empty for a pair that nobody follows any more."""

    row: PairRow
    facts: PairFacts
    assessment: Assessment
    marks: Marks
    precision: Precision
    milestones: MilestoneCounts
    overdue: tuple[OpenMilestone, ...]
    newest_exchange_on: date | None

    @property
    def standing(self) -> PairStanding:
        """What the pair adds to the headline figures."""
        row, facts = self.row, self.facts
        return PairStanding(
            status=row.status,
            started_on=row.started_on,
            stopped_on=self._stopped_on(),
            health=row.health,
            last_contact_on=self.marks.last_contact_on,
            last_contact_before=self.marks.last_contact_before,
            balance=facts.balance,
            band=facts.balance.band(facts.thresholds),
            left_answers=facts.left_answers,
            right_answers=facts.right_answers,
            milestones_done=self.milestones.done,
            milestones_on_time=self.milestones.on_time,
            milestones_overdue=len(self.overdue),
            project_hours=row.project_hours,
            project_budget=row.project_budget,
        )

    def _stopped_on(self) -> date | None:
        """A finished pair stopped at its end, an enduring one with its cohort; of a paused one the day is unknown."""
        row = self.row
        if row.status is PairStatus.ENDURING and row.cohort_ends_on and row.cohort_ends_on <= self.facts.today:
            return row.cohort_ends_on
        return row.ended_on if row.status in FINISHED else None

    @property
    def subject(self) -> PairSubject:
        """The pair as attention items name it."""
        row = self.row
        return PairSubject(
            row.id,
            row.left_id,
            row.right_id,
            row.left,
            row.right,
            row.cohort_id,
            row.cohort,
            row.rhythm_days,
            self.facts.thresholds,
        )


def load(
    session: Session,
    scope: Scope = EVERYTHING,
    statuses: Collection[PairStatus] | None = None,
    ids: Collection[int] | None = None,
) -> list[PairRecord]:
    """The pairs of a scope, of some statuses, or with these ids, in order of their ids."""
    on = today(session)
    bases = session.execute(_query(scope, statuses, ids)).all()
    if not bases:
        return []
    thresholds = _thresholds(session)
    windows = {base.id: _window_start(base, thresholds.get(base.program_id, DEFAULTS), on) for base in bases}
    counts = pair_counts.gather(session, windows, on)
    facts = {base.id: _facts(base, thresholds.get(base.program_id, DEFAULTS), counts, on) for base in bases}
    silent = [pair_id for pair_id, known_facts in facts.items() if _is_silent(known_facts)]
    for pair_id in pair_counts.met_at_turn(session, silent, on):
        facts[pair_id] = replace(facts[pair_id], met_at_last_career_milestone=True)
    return [_record(base, facts[base.id], counts) for base in bases]


def _query(
    scope: Scope, statuses: Collection[PairStatus] | None, ids: Collection[int] | None
) -> Select[*tuple[Any, ...]]:
    left, right, through = aliased(Person), aliased(Person), aliased(Person)
    query = (
        select(
            *(getattr(Pair, name) for name in _OF_PAIR),
            *(getattr(left, name).label(f"left_{name}") for name in _OF_PERSON),
            *(getattr(right, name).label(f"right_{name}") for name in _OF_PERSON),
            through.name.label("introduced_by"),
            Cohort.name.label("cohort"),
            Cohort.ends_on.label("cohort_ends_on"),
            Program.id.label("program_id"),
            Program.name.label("program"),
            Program.rhythm_days.label("program_rhythm_days"),
        )
        .join(left, left.id == Pair.left_id)
        .join(right, right.id == Pair.right_id)
        .outerjoin(through, through.id == Pair.introduced_by_id)
        .outerjoin(Cohort, Cohort.id == Pair.cohort_id)
        .outerjoin(Program, Program.id == Cohort.program_id)
        .where(within(Pair.cohort_id, scope))
        .order_by(Pair.id)
    )
    if statuses is not None:
        query = query.where(Pair.status.in_(statuses))
    return query if ids is None else query.where(pair_counts.chosen(Pair.id, ids))


_OF_PAIR = (
    *("id", "left_id", "right_id", "cohort_id", "format", "status", "started_on", "started_precision", "ended_on"),
    *("end_reason", "rhythm_days", "left_agreed_on", "right_agreed_on"),
)
_OF_PERSON = ("name", "title", "email", "location")


def _thresholds(session: Session) -> dict[int | None, Thresholds]:
    found = session.execute(select(Program.id, Program.thresholds))
    return {program_id: Thresholds.from_mapping(values) for program_id, values in found}


def _window_start(base: Any, thresholds: Thresholds, on: date) -> date:
    """For a finished pair the balance window is the one before its end: its account does not fade afterwards."""
    closed = base.ended_on if base.status in FINISHED and base.ended_on else on
    return balance.window_start(min(closed, on), thresholds)


def _facts(base: Any, thresholds: Thresholds, counts: Counts, on: date) -> PairFacts:
    left, right = (base.id, Side.LEFT), (base.id, Side.RIGHT)
    points = counts.points.get(base.id, NOTHING)
    return PairFacts(
        status=base.status,
        started_on=base.started_on,
        today=on,
        rhythm_days=base.rhythm_days or base.program_rhythm_days or DEFAULT_RHYTHM_DAYS,
        thresholds=thresholds,
        last_contact_on=counts.marks[base.id].last_contact_on,
        has_any_entry=points.total > 0 or left in counts.answers or right in counts.answers,
        balance=points,
        left_answers=counts.answers.get(left),
        right_answers=counts.answers.get(right),
        left_skipped=counts.skipped.get(left, 0),
        right_skipped=counts.skipped.get(right, 0),
        overdue_days=tuple((on - milestone.due_on).days for milestone in _overdue(base, counts)),
    )


def _overdue(base: Any, counts: Counts) -> Sequence[OpenMilestone]:
    """What is past its date in a pair that somebody follows; one that has finished was late at its end, or never."""
    found = counts.overdue.get(base.id, ())
    if base.status in FINISHED:
        return tuple(item for item in found if base.ended_on is not None and item.due_on < base.ended_on)
    return found if base.status in (PairStatus.ACTIVE, PairStatus.PAUSED) else ()


def _is_silent(facts: PairFacts) -> bool:
    if facts.status is not PairStatus.ACTIVE:
        return False
    days = cadence.days_since(facts.last_contact_on, facts.started_on, facts.today)
    return days is not None and days >= cadence.limits(facts.rhythm_days, facts.thresholds).risk


def _record(base: Any, facts: PairFacts, counts: Counts) -> PairRecord:
    assessment = health.assess(facts)
    milestones = counts.milestones.get(base.id, MilestoneCounts())
    overdue = tuple(_overdue(base, counts))
    marks = counts.marks[base.id]
    row = _row(base, facts, assessment, marks, milestones, len(overdue))
    newest = counts.newest_exchange.get(base.id)
    return PairRecord(row, facts, assessment, marks, base.started_precision, milestones, overdue, newest)


def _row(
    base: Any, facts: PairFacts, assessment: Assessment, marks: Marks, milestones: MilestoneCounts, overdue: int
) -> PairRow:
    begun = base.status is not PairStatus.PROPOSED
    agreed = (base.left_agreed_on, base.right_agreed_on)
    return PairRow(
        id=base.id,
        left_id=base.left_id,
        right_id=base.right_id,
        left=base.left_name,
        right=base.right_name,
        left_title=base.left_title,
        right_title=base.right_title,
        left_email=base.left_email or "",
        right_email=base.right_email or "",
        left_location=base.left_location,
        right_location=base.right_location,
        format=base.format,
        program_id=base.program_id,
        program=base.program or "",
        cohort_id=base.cohort_id,
        cohort=base.cohort or "",
        cohort_ends_on=base.cohort_ends_on,
        status=base.status,
        started_on=base.started_on,
        started_text=known(base.started_on, base.started_precision) if base.started_on else "",
        ended_on=base.ended_on,
        end_reason=base.end_reason,
        introduced_by=base.introduced_by or "",
        agreed_on=max(agreed) if all(agreed) else None,
        rhythm_days=facts.rhythm_days,
        health=assessment.health,
        left_points=facts.balance.left,
        right_points=facts.balance.right,
        last_contact_on=marks.last_contact_on,
        days=cadence.days_since(marks.last_contact_on, base.started_on, facts.today) if begun else None,
        milestones_done=milestones.done,
        milestones_total=milestones.total,
        milestones_overdue=overdue,
        next_meeting_on=marks.next_meeting_on,
        project_hours=marks.project_hours,
        project_budget=marks.project_budget,
    )
