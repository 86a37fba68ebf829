"""The rows of a report, as they are read from the desk: each list in full, its first rows, or only its count."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from typing import Any, TypeVar

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mentordesk.data.tables import Cohort, Pair, Program
from mentordesk.domain import cadence, report_readers
from mentordesk.domain.closing import NamedInScope
from mentordesk.domain.contacts import ContactRow, ExchangeRow
from mentordesk.domain.dates import add_months, long
from mentordesk.domain.health import Answers
from mentordesk.domain.metrics.model import Metrics
from mentordesk.domain.milestones import MilestoneRow
from mentordesk.domain.pairs import PairRow
from mentordesk.domain.report_lists import GoalLine, QualityLine, UnpairedLine
from mentordesk.domain.report_names import Naming
from mentordesk.domain.report_request import ReportRequest
from mentordesk.domain.reporting import (
    LIST_KINDS,
    CheckInLine,
    Listed,
    ParticipantRow,
    Passing,
    PeriodCounts,
    Rates,
    ReportKind,
    ReportRows,
)
from mentordesk.domain.scope import Period, Scope
from mentordesk.domain.standing import PairStatus
from mentordesk.domain.wording import counted
from mentordesk.services import figures
from mentordesk.services.as_of import as_of
from mentordesk.services.desk import now, today
from mentordesk.services.pairs import closing, contacts, exchanges, milestones, pair_facts
from mentordesk.services.pairs import pairs as pairs_of
from mentordesk.services.pairs.pair_facts import PairRecord
from mentordesk.services.reports import lines, lists, participants, quality
from mentordesk.services.reports import naming as report_naming
from mentordesk.services.scoping import within

RowT = TypeVar("RowT")
CHART_MONTHS = 12
"""The charts show so many months at most, the newest ones."""
STEPS = 12
"""How often a reading says how far it is."""


def _nothing() -> None:
    """Nobody asks how far it is."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What of a report is read: lists in full or their first rows, all parts or only one; others may be counted.

    `passing` leaves long lists in the desk until they are written, while the session is open; then `made_at` is the
    moment before the session went back to the end of the period. `step` hears that
    another of `STEPS` topics is read; it may raise CancelledError.
    """

    request: ReportRequest
    limit: int | None = None
    only: ReportKind | None = None
    counting: bool = True
    passing: bool = False
    made_at: datetime | None = None
    step: Callable[[], None] = _nothing

    def reads(self, part: ReportKind) -> bool:
        return part in self.request.parts and self.only in (None, part)

    def counts(self, part: ReportKind) -> bool:
        return part in self.request.parts and (self.counting or self.only is part)

    def listed(
        self, part: ReportKind, count: int, each: Callable[[int | None], Iterable[RowT]], *, long: bool = False
    ) -> Listed[RowT]:
        """The rows of a part, as far as it is read; a `long` list may pass."""
        self.step()
        if not self.reads(part):
            return Listed((), count)
        if long and self.passing and self.limit is None:
            return Listed(Passing(count, partial(each, None)), count)
        return Listed(list(each(self.limit)), count)

    def short(self, part: ReportKind, every: Callable[[], Sequence[RowT]]) -> Listed[RowT]:
        """The rows of a part that is counted by reading it."""
        self.step()
        found = every() if self.reads(part) or self.counts(part) else ()
        return Listed(found[: self.limit] if self.reads(part) else (), len(found))


def rows(session: Session, reading: Reading) -> ReportRows:
    """Everything the report tells, as its reader may have it. Contacts, exchanges and check-ins are of the period, all
    else is of its end; a session that passes rows on must stay at that day (`as_of`) until they are written."""
    if reading.passing:
        return _read(session, reading)
    reading = replace(reading, made_at=now(session))
    with as_of(session, reading.request.day):
        return _read(session, reading)


def _read(session: Session, reading: Reading) -> ReportRows:
    request = reading.request
    scope, period, whole = request.scope, request.period, reading.reads(ReportKind.PROGRAM)
    name, facts = _words(session, scope)
    naming = report_naming.naming_of(session, request)
    records = _records(session, reading)
    reading.step()
    counts = _period_counts(session, scope, period)
    reading.step()
    span = _span(session, scope, period) if whole else None
    custom, people = _people(session, reading, naming)
    own, check_ins = _check_ins(session, reading)
    found = ReportRows(
        desk=session.info["desk_name"],
        scope=name,
        facts=facts,
        period=period,
        made_at=reading.made_at or now(session),
        as_of=today(session),
        figures=figures.of(session, records) if whole else None,
        cohorts=lines.cohorts(session, scope, counts) if whole else (),
        participants=people,
        custom_fields=custom,
        pairs=_pairs(session, reading, records),
        milestones=_milestones(session, reading, naming),
        contacts=_contacts(session, reading, sum(counts.contacts.values())),
        exchanges=_exchanges(session, reading, counts.entries),
        check_ins=check_ins,
        own_questions=own,
        named=_named(session, reading),
        counts=counts,
        contact_months=contacts.per_month(session, scope, *span) if span else [],
        point_months=exchanges.per_month(session, scope, *span) if span else {},
        target_per_month=sum(_per_month(record.row) for record in records) if whole else 0.0,
        one_cohort=scope.cohort_id is not None,
        names=naming.style,
        has_comments=request.comments,
        reader=request.reader,
        goals=_goals(session, reading),
        unpaired=_unpaired(session, reading),
        quality=_quality(session, reading),
        metrics=_metrics(session, reading, records),
        own=_own(session, reading),
        rates=_rates(reading, records),
    )
    return report_readers.for_reader(found, naming)


def _records(session: Session, reading: Reading) -> list[PairRecord]:
    """The facts of all pairs, where they are listed or figures are made of them."""
    if _lists_pairs(reading) or _wants_metrics(reading):
        return pair_facts.load(session, reading.request.scope)
    return []


def _lists_pairs(reading: Reading) -> bool:
    in_summary = reading.request.scope.cohort_id is not None and reading.reads(ReportKind.PROGRAM)
    return reading.reads(ReportKind.PAIRS) or in_summary


def _pairs(session: Session, reading: Reading, records: Sequence[PairRecord]) -> Listed[PairRow]:
    if _lists_pairs(reading):
        listed = (record.row for record in records if record.row.begun or record.row.status is PairStatus.PROPOSED)
        found = sorted(listed, key=pairs_of.urgency)
        return Listed(found, len(found))
    scope = reading.request.scope
    return Listed((), lines.pair_count(session, scope) if reading.counts(ReportKind.PAIRS) else 0)


def _people(session: Session, reading: Reading, naming: Naming) -> tuple[list[str], Listed[ParticipantRow]]:
    scope, part = reading.request.scope, ReportKind.PARTICIPANTS
    count = participants.count(session, scope) if reading.counts(part) else 0
    reading.step()
    if not reading.reads(part):
        return [], Listed((), count)
    custom, found = participants.rows(session, scope, reading.limit, words=naming.full)
    return custom, Listed(found, count)


def _milestones(session: Session, reading: Reading, naming: Naming) -> Listed[MilestoneRow]:
    scope, part = reading.request.scope, ReportKind.MILESTONES
    count = milestones.count(session, scope, tuple(PairStatus)) if reading.counts(part) else 0
    return reading.listed(
        part, count, lambda limit: milestones.each(session, scope, limit, by_name=naming.full), long=True
    )


def _contacts(session: Session, reading: Reading, count: int) -> Listed[ContactRow]:
    asked, part = reading.request, ReportKind.CONTACTS
    return reading.listed(
        part, count, lambda limit: contacts.each(session, asked.scope, asked.period, limit), long=True
    )


def _exchanges(session: Session, reading: Reading, count: int) -> Listed[ExchangeRow]:
    asked, part = reading.request, ReportKind.GIVE_AND_TAKE
    return reading.listed(
        part, count, lambda limit: exchanges.each(session, asked.scope, asked.period, limit), long=True
    )


def _check_ins(session: Session, reading: Reading) -> tuple[list[str], Listed[CheckInLine]]:
    request, part = reading.request, ReportKind.CHECK_INS
    scope, period = request.scope, request.period
    count = lines.check_in_count(session, scope, period) if reading.counts(part) else 0
    if not reading.reads(part):
        reading.step()
        return [], Listed((), count)
    own, each = lines.passing_check_ins(session, scope, period, reading.limit, request.comments)
    return own, reading.listed(part, count, lambda _limit: each(), long=True)


def _goals(session: Session, reading: Reading) -> Listed[GoalLine]:
    scope, part = reading.request.scope, ReportKind.GOALS
    count = lists.goal_count(session, scope) if reading.counts(part) else 0
    return reading.listed(part, count, lambda limit: lists.goals(session, scope, limit))


def _unpaired(session: Session, reading: Reading) -> Listed[UnpairedLine]:
    return reading.short(ReportKind.WITHOUT_PAIR, lambda: lists.unpaired(session, reading.request.scope))


def _quality(session: Session, reading: Reading) -> Listed[QualityLine]:
    return reading.short(ReportKind.DATA_QUALITY, lambda: quality.findings(session, reading.request.scope))


def _named(session: Session, reading: Reading) -> NamedInScope:
    parts = (ReportKind.PROGRAM, ReportKind.OUTCOMES, ReportKind.BENEFITS)
    wanted = any(reading.reads(part) for part in parts)
    return closing.named(session, reading.request.scope) if wanted else NamedInScope()


def _rates(reading: Reading, records: Sequence[PairRecord]) -> dict[int, Rates] | None:
    """What each side of a cohort's pairs said last, for whoever is given the check-ins themselves."""
    asked = reading.request
    if asked.scope.cohort_id is None or not report_readers.may_see(asked.reader, ReportKind.CHECK_INS):
        return None
    return {
        record.row.id: (_mean(record.standing.left_answers), _mean(record.standing.right_answers)) for record in records
    }


def _mean(answers: Answers | None) -> float | None:
    given = answers.given.values() if answers is not None else ()
    return sum(given) / len(given) if given else None


def _metrics(session: Session, reading: Reading, records: Sequence[PairRecord]) -> Metrics | None:
    reading.step()
    if not _wants_metrics(reading):
        return None
    from mentordesk.services import metrics

    # The summary shows headlines alone: what tells groups and cohorts apart is for the sheet of the outcomes.
    groups = reading.reads(ReportKind.OUTCOMES)
    return metrics.read(session, reading.request.scope, reading.request.period, records, groups=groups)


def _wants_metrics(reading: Reading) -> bool:
    return reading.reads(ReportKind.PROGRAM) or reading.reads(ReportKind.OUTCOMES)


def _own(session: Session, reading: Reading) -> Any:
    """The rows of a report that stands alone."""
    if reading.request.kind not in LIST_KINDS:
        return None
    from mentordesk.services.reports import standalone

    return standalone.read(session, reading.request)


def _period_counts(session: Session, scope: Scope, period: Period) -> PeriodCounts:
    met, given = contacts.totals(session, scope, period), exchanges.totals(session, scope, period)
    return PeriodCounts(
        contacts={pair_id: count for pair_id, (count, _) in met.items()},
        minutes={pair_id: minutes for pair_id, (_, minutes) in met.items()},
        points={key: points for key, (_, points) in given.items()},
        entries=sum(count for count, _ in given.values()),
    )


def _words(session: Session, scope: Scope) -> tuple[str, str]:
    """The scope's name, and a sentence of facts about it."""
    number = select(func.count(Cohort.id), func.count(Cohort.program_id.distinct())).where(within(Cohort.id, scope))
    cohorts, programs = session.execute(number).one()
    if scope.cohort_id is not None:
        cohort = session.get_one(Cohort, scope.cohort_id)
        program = session.get_one(Program, cohort.program_id)
        dates = f"{long(cohort.starts_on)} to {long(cohort.ends_on)}"
        return cohort.name, f"{program.format.word} format, {program.name}, {dates}."
    if scope.program_id is not None:
        program = session.get_one(Program, scope.program_id)
        return program.name, f"{program.format.word} format, {counted(cohorts, 'cohort')}."
    return "All programs", f"{counted(programs, 'program')}, {counted(cohorts, 'cohort')}."


def _span(session: Session, scope: Scope, period: Period) -> tuple[date, date] | None:
    """What the charts show: the newest twelve months of the period in which the scope had pairs; None if none."""
    last = min(period.last or today(session), today(session))
    begun = session.scalar(select(func.min(Pair.started_on)).where(within(Pair.cohort_id, scope)))
    if begun is None:
        return None
    # Whole months: the first bar of twelve would else lack its first days.
    earliest = max(begun, add_months(last.replace(day=1), 1 - CHART_MONTHS))
    first = max(earliest, period.first) if period.first else earliest
    return (first, last) if first <= last else None


def _per_month(pair: PairRow) -> float:
    return cadence.contacts_per_month(pair.rhythm_days) if pair.status is PairStatus.ACTIVE else 0.0
