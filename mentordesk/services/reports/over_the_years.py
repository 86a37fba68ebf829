"""Cohorts and years of a scope side by side, from the same sums as the program report. Changes nothing."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from mentordesk.data.records import Contact, Exchange
from mentordesk.data.tables import Cohort, Enrollment, Pair
from mentordesk.domain.cohorts import CohortRow, EnrollmentStatus
from mentordesk.domain.report_request import ReportRequest
from mentordesk.domain.reporting import CohortLine, PeriodCounts
from mentordesk.domain.scope import Period, Scope
from mentordesk.domain.standalone_reports import CohortInYears, OverTheYears, Year
from mentordesk.domain.standing import PairStatus, Side
from mentordesk.services.pairs import contacts, exchanges
from mentordesk.services.programs import cohorts
from mentordesk.services.reports import lines as report_lines
from mentordesk.services.reports.naming import Names, names_of
from mentordesk.services.scoping import begun, during, within

_Places = dict[int, set[int]]
"""The people who took a place, by cohort."""


def read(session: Session, request: ReportRequest) -> OverTheYears:
    """The cohorts by their start, and every calendar year in which something was; contacts and points of the period.
    Nobody is named, so every reader may see it."""
    scope = request.scope
    rows = {row.id: row for row in cohorts.rows(session, scope)}
    places, first_year = _places(session)
    fresh = _first_time(session, places)
    statuses, names = _statuses(session, scope), names_of(session, request)
    lines = report_lines.cohorts(session, scope, _counts(session, scope, request.period))
    every = [_cohort(line, rows.get(line.id or 0), statuses[line.id], fresh, names) for line in lines]
    every.sort(key=lambda each: (each.starts_on or date.min, each.name.casefold()))
    years = _years(session, request, list(rows.values()), places, first_year)
    return OverTheYears(every, years)


def _counts(session: Session, scope: Scope, period: Period) -> PeriodCounts:
    met, given = contacts.totals(session, scope, period), exchanges.totals(session, scope, period)
    return PeriodCounts(
        contacts={pair_id: count for pair_id, (count, _) in met.items()},
        minutes={pair_id: minutes for pair_id, (_, minutes) in met.items()},
        points={key: points for key, (_, points) in given.items()},
    )


def _places(session: Session) -> tuple[_Places, dict[int, int]]:
    """Who had a place in each cohort of the desk, and the year in which each person had the first."""
    query = select(Enrollment.cohort_id, Enrollment.person_id, Cohort.starts_on)
    query = query.join(Cohort, Cohort.id == Enrollment.cohort_id)
    found: _Places = defaultdict(set)
    first: dict[int, int] = {}
    for cohort_id, person_id, on in session.execute(query.where(Enrollment.status != EnrollmentStatus.WITHDRAWN)):
        found[cohort_id].add(person_id)
        first[person_id] = min(first.get(person_id, on.year), on.year)
    return found, first


def _first_time(session: Session, places: _Places) -> dict[int, int]:
    """How many people of each cohort had no place in one that started earlier."""
    seen: set[int] = set()
    fresh: dict[int, int] = {}
    order = session.execute(select(Cohort.starts_on, Cohort.id).order_by(Cohort.starts_on, Cohort.id)).all()
    for on in dict.fromkeys(day for day, _ in order):
        together = [cohort_id for day, cohort_id in order if day == on]
        fresh.update({cohort_id: len(places[cohort_id] - seen) for cohort_id in together})
        seen.update(*(places[cohort_id] for cohort_id in together))
    return fresh


def _statuses(session: Session, scope: Scope) -> defaultdict[int | None, Counter[PairStatus]]:
    query = select(Pair.cohort_id, Pair.status, func.count()).where(within(Pair.cohort_id, scope), begun())
    found: defaultdict[int | None, Counter[PairStatus]] = defaultdict(Counter)
    for cohort_id, status, count in session.execute(query.group_by(Pair.cohort_id, Pair.status)):
        found[cohort_id][status] = count
    return found


def _cohort(
    line: CohortLine,
    row: CohortRow | None,
    statuses: Counter[PairStatus],
    fresh: Mapping[int, int],
    names: Names,
) -> CohortInYears:
    return CohortInYears(
        name=names.known(line.name),
        program=names.known(row.program) if row else "",
        format=row.format.word if row else "",
        starts_on=line.starts_on,
        ends_on=row.ends_on if row else None,
        people=row.people if row else 0,
        first_time=fresh.get(line.id or 0, 0),
        pairs=line.pairs,
        active=line.active,
        completed=statuses[PairStatus.COMPLETED],
        ended=statuses[PairStatus.ENDED],
        enduring=statuses[PairStatus.ENDURING],
        contacts=line.contacts,
        left=line.left,
        right=line.right,
        milestones_done=line.milestones_done,
        milestones_total=line.milestones_total,
        project_hours=line.project_hours,
    )


def _years(
    session: Session,
    request: ReportRequest,
    rows: Sequence[CohortRow],
    places: _Places,
    first_year: Mapping[int, int],
) -> list[Year]:
    scope, period = request.scope, request.period
    started = Counter(row.starts_on.year for row in rows)
    people: defaultdict[int, set[int]] = defaultdict(set)
    for row in rows:
        people[row.starts_on.year] |= places[row.id]
    pairs = [_by_year(session, _pair_years(day, scope)) for day in (Pair.started_on, Pair.ended_on)]
    met = _by_year(session, _sums(Contact, scope, period, func.count(), func.sum(Contact.minutes)))
    points = _by_year(session, _sums(Exchange, scope, period, *map(_points, Side)))
    years = {*started, *pairs[0], *pairs[1], *met, *points}
    return [
        Year(
            *(year, started[year], sum(first_year[each] == year for each in people[year])),
            sum(first_year[each] < year for each in people[year]),
            *(pairs[0].get(year, (0,))[0], pairs[1].get(year, (0,))[0], *met.get(year, (0, 0))),
            *points.get(year, (0, 0)),
        )
        for year in sorted(years)
        if _within(year, period)
    ]


def _within(year: int, period: Period) -> bool:
    late = period.last is not None and year > period.last.year
    return not late and (period.first is None or year >= period.first.year)


def _points(side: Side) -> Any:
    return func.coalesce(func.sum(Exchange.points).filter(Exchange.side == side), 0)


def _pair_years(day: Any, scope: Scope) -> Select[Any]:
    year = func.substr(day, 1, 4)
    query = select(year, func.count()).where(within(Pair.cohort_id, scope), begun(), day.is_not(None))
    return query.group_by(year)


def _sums(table: Any, scope: Scope, period: Period, *sums: Any) -> Select[Any]:
    year = func.substr(table.day, 1, 4)
    query = select(year, *sums).select_from(table).join(Pair, Pair.id == table.pair_id)
    return query.where(within(Pair.cohort_id, scope), during(table.day, period)).group_by(year)


def _by_year(session: Session, query: Select[Any]) -> dict[int, tuple[int, ...]]:
    return {int(year): tuple(sums) for year, *sums in session.execute(query)}
