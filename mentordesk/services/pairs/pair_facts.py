"""The facts of many pairs at once: the one place where lists, figures and attention items get them from.

About ten statements whatever the number of pairs; a single pair takes the same ones and computes no other.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from mentordesk.data.tables import Cohort, Pair, Program
from mentordesk.domain import balance, cadence, health
from mentordesk.domain.attention_pairs import PairSubject
from mentordesk.domain.balance import NOTHING
from mentordesk.domain.dates import Precision, known
from mentordesk.domain.figures import MONTH_AGO, PairStanding
from mentordesk.domain.health import Assessment, Health, PairFacts, SignalKind
from mentordesk.domain.pairs import FINISHED, PairRow, has_begun
from mentordesk.domain.programs import DEFAULTS, Thresholds
from mentordesk.domain.scope import EVERYTHING, Scope
from mentordesk.domain.standing import PairStatus, Side
from mentordesk.services.desk import today
from mentordesk.services.pairs import pair_bases, pair_counts
from mentordesk.services.pairs.pair_bases import PairBase
from mentordesk.services.pairs.pair_counts import Counts, Marks, MilestoneCounts, OpenMilestone
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
    conditions = [within(Pair.cohort_id, scope)]
    if statuses is not None:
        conditions.append(Pair.status.in_(statuses))
    if ids is not None:
        conditions.append(pair_counts.chosen(Pair.id, ids))
    return _load(session, *conditions)


def current(session: Session, scope: Scope = EVERYTHING) -> list[PairRecord]:
    """The pairs that the figures of today count: those that are active or were a month ago; in a scope without an
    active pair, such as a finished cohort, all of them. Decades of finished pairs are not computed for nothing."""
    before = today(session) - MONTH_AGO
    went_on = (Pair.status == PairStatus.ENDURING) & (Cohort.ends_on > before)
    counted = or_(Pair.status == PairStatus.ACTIVE, Pair.ended_on > before, went_on)
    found = _load(session, within(Pair.cohort_id, scope), counted)
    active = any(record.row.status is PairStatus.ACTIVE for record in found)
    return found if active else load(session, scope)


def _load(session: Session, *conditions: ColumnElement[bool]) -> list[PairRecord]:
    on, bases = today(session), pair_bases.read(session, *conditions)
    if not bases:
        return []
    thresholds = _thresholds(session)
    counts = pair_counts.gather(session, _windows(bases, thresholds, on), on)
    facts = [_facts(base, thresholds.get(base.program_id, DEFAULTS), counts, on) for base in bases]
    judged = _judged(session, bases, facts, on)
    return [_record(base, *both, counts) for base, both in zip(bases, judged, strict=True)]


def judged_as(session: Session, program_id: int, thresholds: Thresholds, rhythm_days: int) -> list[Assessment]:
    """The health the active pairs of a program would have with other thresholds and another rhythm of the program."""
    of_program = within(Pair.cohort_id, Scope(program_id=program_id))
    found = pair_bases.read(session, of_program, Pair.status == PairStatus.ACTIVE)
    if not found:
        return []
    on, bases = today(session), [base._replace(program_rhythm_days=rhythm_days) for base in found]
    counts = pair_counts.gather(session, _windows(bases, {program_id: thresholds}, on), on)
    facts = [_facts(base, thresholds, counts, on) for base in bases]
    return [assessment for _, assessment in _judged(session, bases, facts, on)]


def _judged(
    session: Session, bases: Sequence[PairBase], facts: Sequence[PairFacts], on: date
) -> list[tuple[PairFacts, Assessment]]:
    """Each pair's facts with its health; where no contact puts it at risk, its career milestones are looked up too."""
    judged = [(known_facts, health.assess(known_facts)) for known_facts in facts]
    silent = {base.id: place for place, base in enumerate(bases) if _is_silent(judged[place][1])}
    for pair_id in pair_counts.met_at_turn(session, silent, on):
        met = replace(facts[silent[pair_id]], met_at_last_career_milestone=True)
        judged[silent[pair_id]] = (met, health.assess(met))
    return judged


def _is_silent(assessment: Assessment) -> bool:
    return assessment.level(SignalKind.CONTACT) is Health.AT_RISK


def _thresholds(session: Session) -> dict[int | None, Thresholds]:
    found = session.execute(select(Program.id, Program.thresholds))
    return {program_id: Thresholds.from_mapping(values) for program_id, values in found}


def _windows(bases: Sequence[PairBase], thresholds: Mapping[int | None, Thresholds], on: date) -> dict[int, date]:
    """The first day whose exchanges count, for each pair. For a finished pair the window is the one before its end:
    its account does not fade afterwards."""
    starts: dict[tuple[int | None, date], date] = {}
    found = {}
    for base in bases:
        last = min(on, base.ended_on) if base.status in FINISHED and base.ended_on else on
        key = (base.program_id, last)
        if key not in starts:
            starts[key] = balance.window_start(last, thresholds.get(base.program_id, DEFAULTS))
        found[base.id] = starts[key]
    return found


def _facts(base: PairBase, thresholds: Thresholds, counts: Counts, on: date) -> PairFacts:
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


def _overdue(base: PairBase, counts: Counts) -> Sequence[OpenMilestone]:
    """What is past its date in a pair that somebody follows; one that has finished was late at its end, or never."""
    found = counts.overdue.get(base.id, ())
    if base.status in FINISHED:
        return tuple(item for item in found if base.ended_on is not None and item.due_on < base.ended_on)
    return found if base.status in (PairStatus.ACTIVE, PairStatus.PAUSED) else ()


def _record(base: PairBase, facts: PairFacts, assessment: Assessment, counts: Counts) -> PairRecord:
    milestones = counts.milestones.get(base.id, MilestoneCounts())
    overdue = tuple(_overdue(base, counts))
    marks = counts.marks[base.id]
    row = _row(base, facts, assessment, marks, milestones, len(overdue))
    newest = counts.newest_exchange.get(base.id)
    return PairRecord(row, facts, assessment, marks, base.started_precision, milestones, overdue, newest)


def _row(
    base: PairBase, facts: PairFacts, assessment: Assessment, marks: Marks, milestones: MilestoneCounts, overdue: int
) -> PairRow:
    begun = has_begun(base.status, base.started_on)
    return PairRow(
        id=base.id,
        left_id=base.left_id,
        right_id=base.right_id,
        left=base.left_name,
        right=base.right_name,
        left_title=base.left_title,
        right_title=base.right_title,
        left_email=base.left_email,
        right_email=base.right_email,
        left_location=base.left_location,
        right_location=base.right_location,
        format=base.format,
        program_id=base.program_id,
        program=base.program,
        cohort_id=base.cohort_id,
        cohort=base.cohort,
        cohort_ends_on=base.cohort_ends_on,
        status=base.status,
        started_on=base.started_on,
        started_text=known(base.started_on, base.started_precision) if base.started_on else "",
        ended_on=base.ended_on,
        end_reason=base.end_reason,
        introduced_by=base.introduced_by,
        agreed_on=_both_agreed_on(base),
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
        circle=base.circle,
    )


def _both_agreed_on(base: PairBase) -> date | None:
    """The day the second of the two signed the ground rules."""
    left, right = base.left_agreed_on, base.right_agreed_on
    return max(left, right) if left is not None and right is not None else None
