"""The sheet of the Matching page: a cohort, its drafts, the task of the one that is open, and what has changed since.

A fixed number of statements, whatever the number of people. What cannot be matched is a sentence, never an error.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import ScalarSelect, Select, func, select, union
from sqlalchemy.orm import Session

from mentordesk.data.records import MatchChoice, MatchDraft
from mentordesk.data.tables import Cohort, CustomField, Enrollment, Pair, Person, Program
from mentordesk.domain.cohorts import CohortPhase, phase, roles_of
from mentordesk.domain.errors import UserError
from mentordesk.domain.matching.draft import CohortToMatch, DraftSettings, MatchPerson, MatchSheet
from mentordesk.domain.matching.questions import Fixed
from mentordesk.domain.matching.task import Task
from mentordesk.domain.scope import Scope
from mentordesk.domain.standing import PairStatus
from mentordesk.services.desk import today
from mentordesk.services.matching import draft_rows, draft_stale, matching
from mentordesk.services.matching import people as matching_people
from mentordesk.services.matching.draft_rows import KeptDraft
from mentordesk.services.matching.draft_stale import SeatRow
from mentordesk.services.matching.matching import CohortFacts
from mentordesk.services.matching.people import Enrolled
from mentordesk.services.matching.score_rows import StoredScores, stored
from mentordesk.services.programs.enrollment_rows import unmatched
from mentordesk.services.scoping import within


def sheet(session: Session, scope: Scope, cohort_id: int | None = None, draft_id: int | None = None) -> MatchSheet:
    """Everything the Matching page shows of a cohort of the scope, of one draft of it. Without a cohort, or with one
    the scope has not, the one to match first; without a draft, or with one that is gone, the newest."""
    found = _cohorts(session, scope, cohort_id)
    choices = tuple(each.choice for each in found)
    ids = {choice.id for choice in choices}
    chosen = cohort_id if cohort_id in ids else _first(found)
    if chosen is None:
        return MatchSheet(choices)
    return replace(_sheet(session, chosen, draft_id), cohorts=choices)


@dataclass(frozen=True, slots=True)
class _Found:
    """A cohort of the scope with what decides whether it is the one to match first."""

    choice: CohortToMatch
    in_preparation: bool
    drafts: int


def _cohorts(session: Session, scope: Scope, asked_for: int | None) -> list[_Found]:
    """Those that are not finished and whose program is in use, by start and name; one the scope names, or that is asked
    for and in the scope, in any case."""
    own = Cohort
    waiting = _count(select(func.count()).where(Pair.cohort_id == own.id, Pair.status == PairStatus.PROPOSED))
    drafts = _count(select(func.count()).where(MatchDraft.cohort_id == own.id))
    query = (
        select(own.id, own.name, own.starts_on, own.ends_on, own.closed_on, Program.in_use, waiting, drafts)
        .join(Program, Program.id == own.program_id)
        .where(within(own.id, scope))
        .order_by(own.starts_on, func.lower(own.name), own.id)
    )
    to_match: dict[int, int] = {}
    for row in unmatched(session, scope):
        to_match[row.cohort_id] = to_match.get(row.cohort_id, 0) + 1
    found = []
    for id_, name, starts_on, ends_on, closed_on, in_use, proposed, drafted in session.execute(query):
        stands = phase(starts_on, ends_on, closed_on, today(session))
        over = (closed_on or ends_on) if stands is CohortPhase.FINISHED else None
        if id_ in (scope.cohort_id, asked_for) or (in_use and over is None):
            choice = CohortToMatch(id_, name, to_match.get(id_, 0), proposed, over)
            found.append(_Found(choice, stands is CohortPhase.PREPARATION, drafted))
    return found


def _count(query: Select[int]) -> ScalarSelect[int]:
    return query.correlate(Cohort).scalar_subquery()


def _first(found: Sequence[_Found]) -> int | None:
    """The first with people to match, in preparation before running ones; else with a draft; else with proposals."""

    def rank(each: _Found) -> tuple[bool, bool, bool, bool]:
        choice = each.choice
        return (not choice.to_match, not each.in_preparation, not each.drafts, not choice.waiting)

    return min(found, key=rank).choice.id if found else None


@dataclass(frozen=True, slots=True)
class _Reading:
    """What is read of a cohort once, for the task, the people and what has changed."""

    cohort_id: int
    facts: CohortFacts
    kept: Sequence[KeptDraft]
    opened: KeptDraft | None
    seats: Sequence[SeatRow]
    table: StoredScores | None


@dataclass(frozen=True, slots=True)
class _Matched:
    """The task, or why there is none; and what has changed since the draft was made."""

    task: Task | None = None
    stale: tuple[str, ...] = ()
    problem: str = ""
    everybody: bool = False


def _sheet(session: Session, cohort_id: int, draft_id: int | None) -> MatchSheet:
    facts = matching.cohort(session, cohort_id)
    kept = draft_rows.drafts(session, cohort_id, facts)
    opened = next((each for each in kept if each.draft.id == draft_id), kept[-1] if kept else None)
    seats = draft_stale.seats(session, cohort_id)
    reading = _Reading(cohort_id, facts, kept, opened, seats, stored(session, cohort_id))
    people = _people(session, cohort_id, seats)
    names = {person.id: person.name for person in people.values()}
    settings, fault = _program_settings(facts)
    wanted = opened.draft.settings if opened else settings
    matched = _matched(session, reading, wanted, names) if wanted else _Matched(problem=fault)
    return MatchSheet(
        cohorts=(),
        cohort_id=cohort_id,
        cohort=facts.name,
        program_id=facts.program_id,
        program=facts.program,
        format=facts.format,
        starts_on=facts.starts_on,
        program_settings=settings,
        drafts=tuple(each.row(names, facts.peers) for each in kept),
        draft=opened.draft if opened else None,
        task=matched.task,
        people=people,
        stale=matched.stale,
        problem=matched.problem,
        everybody_matched=matched.everybody,
        table_name=reading.table.name if reading.table else "",
        fields=tuple(session.scalars(select(CustomField.name).order_by(CustomField.position, CustomField.id))),
    )


def _program_settings(facts: CohortFacts) -> tuple[DraftSettings | None, str]:
    """The settings of the program, or why they cannot be read."""
    try:
        return matching.program_settings(facts), ""
    except UserError as error:
        return None, f"The match rules of “{facts.program}” cannot be read: {error} Set them anew under Programs."


def _people(session: Session, cohort_id: int, seats: Iterable[SeatRow]) -> dict[int, MatchPerson]:
    """All enrolled and everybody in a draft of the cohort."""
    there = {each.person_id for each in seats if not each.out}
    own, choice = Person, MatchChoice
    drafted = select(MatchDraft.id).where(MatchDraft.cohort_id == cohort_id)
    ids = union(
        select(Enrollment.person_id).where(Enrollment.cohort_id == cohort_id),
        *(select(side).where(choice.draft_id.in_(drafted)) for side in (choice.left_id, choice.right_id)),
    )
    query = select(own.id, own.name, own.title, own.department, own.company, own.email).where(own.id.in_(ids))
    return {
        row.id: MatchPerson(
            *(row.id, row.name, row.title, row.department, row.company, row.email or ""), taking_part=row.id in there
        )
        for row in session.execute(query)
    }


def _matched(session: Session, reading: _Reading, settings: DraftSettings, names: Mapping[int, str]) -> _Matched:
    facts, opened = reading.facts, reading.opened
    enrolled = draft_stale.people(session, reading.cohort_id, facts, settings)
    pairs = draft_stale.pairs(session, reading.cohort_id, facts.peers)
    stale: tuple[str, ...] = ()
    if opened:
        prints = draft_stale.prints(enrolled, pairs, facts.format)
        stale = draft_stale.sentences(opened, prints, reading.seats, pairs, names, reading.table)
    if opened and opened.fault:
        return _Matched(stale=stale, problem=opened.fault)
    try:
        matching.check_roles(facts, {each.role for each in reading.seats if not each.out})
        asking = roles_of(facts.format)[-1]
        if not enrolled.candidates[asking]:
            said = f"All {asking.value}s of “{facts.name}” have a pair already."
            return _Matched(stale=stale, problem=said, everybody=True)
        return _Matched(_task(session, reading, settings, enrolled), stale)
    except UserError as error:
        return _Matched(stale=stale, problem=error.sentence())


def _task(session: Session, reading: _Reading, settings: DraftSettings, enrolled: Enrolled) -> Task:
    """Raises UserError where peers have two scores for one pair."""
    facts, fixed = reading.facts, reading.opened.draft.fixed if reading.opened else Fixed()
    before = matching_people.before(session, reading.cohort_id)
    table = matching.kept_table(facts, enrolled, reading.table)
    return matching.made(facts, enrolled, before, settings, fixed, table)
