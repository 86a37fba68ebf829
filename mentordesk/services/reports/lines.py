"""What reports list besides the rows of pages: cohorts with their sums, check-ins, what people are called."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Select, func, or_, select, text
from sqlalchemy.orm import Session, aliased

from mentordesk.data.records import CheckIn, CheckInAnswer, JointProject, Milestone, ProjectHours
from mentordesk.data.tables import Cohort, Pair, Person
from mentordesk.domain import report_names
from mentordesk.domain.cohorts import Role
from mentordesk.domain.pairs import FINISHED, pair_name
from mentordesk.domain.programs import Format
from mentordesk.domain.report_names import Called, SidesOfPair
from mentordesk.domain.reporting import CheckInLine, CohortLine, NameStyle, PeriodCounts
from mentordesk.domain.scope import Period, Scope
from mentordesk.domain.standing import PairStatus, Side
from mentordesk.services.desk import today
from mentordesk.services.scoping import CHUNK, begun, during, never_begun, within

_FOLLOWED = (PairStatus.ACTIVE, PairStatus.PAUSED)
_LEARNERS = text(
    "SELECT right_id FROM main.pair UNION SELECT left_id FROM main.pair WHERE format = :peer "
    "UNION SELECT person_id FROM main.enrollment WHERE role <> :mentor"
)
_NOBODY: tuple[int, int, int] = (0, 0, 0)


def cohorts(session: Session, scope: Scope, counts: PeriodCounts) -> list[CohortLine]:
    """The cohorts of a scope by name, each with the sums of its pairs; those without a cohort come last, if any."""
    query = select(Cohort.id, Cohort.name, Cohort.starts_on).where(within(Cohort.id, scope))
    named = [(id_, name, on) for id_, name, on in session.execute(query.order_by(func.lower(Cohort.name), Cohort.id))]
    pairs = _pairs(session, scope)
    milestones, hours = _milestones(session, scope), _hours(session, scope)
    every = [*named, *([(None, "Without a cohort", None)] if None in pairs else [])]
    return [_line(*cohort, pairs[cohort[0]], counts, milestones, hours) for cohort in every]


def _line(
    id_: int | None,
    name: str,
    starts_on: Any,
    pairs: dict[int, PairStatus],
    counts: PeriodCounts,
    milestones: dict[int | None, tuple[int, int, int]],
    hours: dict[int | None, float],
) -> CohortLine:
    left, right = (sum(counts.points.get((pair_id, side), 0) for pair_id in pairs) for side in Side)
    return CohortLine(
        *(id_, name, starts_on, len(pairs), sum(status is PairStatus.ACTIVE for status in pairs.values())),
        *(sum(counts.contacts.get(pair_id, 0) for pair_id in pairs), left, right),
        *milestones.get(id_, _NOBODY),
        hours.get(id_, 0.0),
    )


def _pairs(session: Session, scope: Scope) -> defaultdict[int | None, dict[int, PairStatus]]:
    found: defaultdict[int | None, dict[int, PairStatus]] = defaultdict(dict)
    for pair_id, cohort_id, status in session.execute(
        select(Pair.id, Pair.cohort_id, Pair.status).where(_begun(scope))
    ):
        found[cohort_id][pair_id] = status
    return found


def _begun(scope: Scope) -> ColumnElement[bool]:
    return within(Pair.cohort_id, scope) & begun()


def _milestones(session: Session, scope: Scope) -> dict[int | None, tuple[int, int, int]]:
    """(done, all, overdue) by cohort; what is overdue, `pair_facts` says of a single pair just so."""
    on = today(session)
    still_open = Milestone.done_on.is_(None) & Milestone.skipped_on.is_(None) & (Milestone.due_on < on)
    late_at_end = Pair.status.in_(FINISHED) & (Milestone.due_on < Pair.ended_on)
    overdue = still_open & or_(Pair.status.in_(_FOLLOWED), late_at_end)
    query = (
        select(Pair.cohort_id, func.count(Milestone.done_on), func.count(), func.count().filter(overdue))
        .select_from(Milestone)
        .join(Pair, Pair.id == Milestone.pair_id)
        .where(_begun(scope))
        .group_by(Pair.cohort_id)
    )
    return {cohort_id: (done, every, late) for cohort_id, done, every, late in session.execute(query)}


def _hours(session: Session, scope: Scope) -> dict[int | None, float]:
    query = (
        select(Pair.cohort_id, func.total(ProjectHours.hours))
        .select_from(ProjectHours)
        .join(JointProject, JointProject.id == ProjectHours.project_id)
        .join(Pair, Pair.id == JointProject.pair_id)
        .where(_begun(scope))
        .group_by(Pair.cohort_id)
    )
    return {cohort_id: hours for cohort_id, hours in session.execute(query)}  # noqa: C416 - rows are no pairs


def pair_count(session: Session, scope: Scope) -> int:
    """How many pairs a scope has, proposed ones too; a proposal that came to nothing is none."""
    return session.scalar(select(func.count(Pair.id)).where(within(Pair.cohort_id, scope), ~never_begun())) or 0


def check_in_count(session: Session, scope: Scope, period: Period) -> int:
    """How many check-ins the pairs of a scope were asked for in a period, answered or not."""
    query = select(func.count(CheckIn.id)).join(Pair, Pair.id == CheckIn.pair_id)
    return session.scalar(query.where(within(Pair.cohort_id, scope), during(CheckIn.day, period))) or 0


def check_ins(
    session: Session, scope: Scope, period: Period, limit: int | None = None, with_comments: bool = False
) -> tuple[list[str], list[CheckInLine]]:
    """(the programs' own questions that somebody answered, the check-ins of a period), newest first.

    Comments are confidential: they are read only `with_comments`.
    """
    questions, each = passing_check_ins(session, scope, period, limit, with_comments)
    return questions, list(each())


def passing_check_ins(
    session: Session, scope: Scope, period: Period, limit: int | None = None, with_comments: bool = False
) -> tuple[list[str], Callable[[], Iterator[CheckInLine]]]:
    """The same, to be read one after the other: only a few check-ins are in memory at once."""
    own = _own(session, scope, period)
    questions = sorted({question for answers in own.values() for question in answers}, key=str.casefold)
    query = _query(scope, period, with_comments).limit(limit).execution_options(yield_per=CHUNK)

    def each() -> Iterator[CheckInLine]:
        return (_with_own(_check_in(*values), own.get(values[0])) for values in session.execute(query))

    return questions, each


def _query(scope: Scope, period: Period, with_comments: bool) -> Select[*tuple[Any, ...]]:
    left, right = aliased(Person), aliased(Person)
    comment = [CheckIn.comment] if with_comments else []
    return (
        select(
            *(CheckIn.id, CheckIn.pair_id, CheckIn.day, left.name, right.name, Pair.format, CheckIn.side),
            *(CheckIn.trust, CheckIn.value, CheckIn.balance, CheckIn.progress, CheckIn.got, CheckIn.gave),
            *(CheckIn.recommend, CheckIn.fit, CheckIn.skipped, *comment),
        )
        .join(Pair, Pair.id == CheckIn.pair_id)
        .join(left, left.id == Pair.left_id)
        .join(right, right.id == Pair.right_id)
        .where(within(Pair.cohort_id, scope), during(CheckIn.day, period))
        .order_by(CheckIn.day.desc(), CheckIn.id.desc())
    )


def _check_in(
    id_: int, pair_id: int, on: Any, left: str, right: str, format_: Any, side: Side, *answers: Any
) -> CheckInLine:
    trust, value, balance, progress, got, gave, recommend, fit, skipped, *comment = answers
    return CheckInLine(
        *(id_, pair_id, on, pair_name(left, right), format_, side, left if side is Side.LEFT else right),
        *(trust, value, balance, progress, got, gave, recommend),
        fit=fit.word if fit is not None else "",
        skipped=skipped,
        comment=comment[0] if comment else "",
    )


def _own(session: Session, scope: Scope, period: Period) -> dict[int, dict[str, int]]:
    query = (
        select(CheckInAnswer.check_in_id, CheckInAnswer.question, CheckInAnswer.answer)
        .join(CheckIn, CheckIn.id == CheckInAnswer.check_in_id)
        .join(Pair, Pair.id == CheckIn.pair_id)
        .where(within(Pair.cohort_id, scope), during(CheckIn.day, period))
    )
    found: defaultdict[int, dict[str, int]] = defaultdict(dict)
    for check_in_id, question, answer in session.execute(query):
        found[check_in_id][question] = answer
    return found


def _with_own(line: CheckInLine, own: dict[str, int] | None) -> CheckInLine:
    return replace(line, own=own) if own else line


def sides(session: Session, scope: Scope) -> list[SidesOfPair]:
    """The two of every pair of a scope."""
    left, right = aliased(Person), aliased(Person)
    query = (
        select(Pair.id, Pair.left_id, Pair.right_id, left.name, right.name, Pair.format)
        .join(left, left.id == Pair.left_id)
        .join(right, right.id == Pair.right_id)
        .where(within(Pair.cohort_id, scope))
    )
    return [SidesOfPair(*found) for found in session.execute(query)]


def called(session: Session, scope: Scope, style: NameStyle) -> dict[int, Called]:
    """How the two of every pair of a scope are called in a style, by the pair's id."""
    return {pair.pair_id: report_names.called(pair, style) for pair in sides(session, scope)}


def learners(session: Session) -> frozenset[int]:
    """Everybody who is or was a mentee or a peer: in a pair or in a cohort, in any program. As of a past day
    those who became one since stay unnamed, too: `main` are the tables as they stand today."""
    return frozenset(session.scalars(_LEARNERS, {"peer": Format.PEER.value, "mentor": Role.MENTOR.value}))


def known_by(session: Session, only: frozenset[int] | None = None) -> tuple[list[str], list[str]]:
    """(the names, the addresses and employee numbers) of everybody, or of these people."""
    names, secrets = [], []
    for id_, name, email, number in session.execute(
        select(Person.id, Person.name, Person.email, Person.employee_number)
    ):
        if only is None or id_ in only:
            names.append(name)
            secrets += [secret for secret in (email, number) if secret]
    return names, secrets
