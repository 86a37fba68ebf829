"""Matching a cohort of the desk: the task as its people and its program's rules make it, and the pairs committed.

How the best pairs are found is the domain's; nothing is written before `commit`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mentordesk.data.tables import Cohort, Enrollment, Person, Program
from mentordesk.domain.cohorts import EnrollmentStatus, Role, roles_of
from mentordesk.domain.errors import FieldError, NotFoundError, UserError
from mentordesk.domain.matching.criteria import Goal, MatchRules
from mentordesk.domain.matching.people import Shape
from mentordesk.domain.matching.reading import match_rules
from mentordesk.domain.matching.result import Proposal
from mentordesk.domain.matching.score_table import ScoreTable, score_table
from mentordesk.domain.matching.suggestion import Matching
from mentordesk.domain.matching.task import Cell, Task
from mentordesk.domain.pairs import PairForm
from mentordesk.domain.people import PersonStatus
from mentordesk.domain.programs import Format
from mentordesk.domain.wording import counted
from mentordesk.services import matching_people, pair_creation
from mentordesk.services.desk import name_step
from mentordesk.services.templates import template


@dataclass(frozen=True, slots=True)
class Scores:
    """A score table as a file gives it: rows of mentor, mentee (e-mail addresses; names of people without one) and
    score. `alone` makes it the only criterion; otherwise it is the criterion “score_table” among others. `notes` are
    sentences about cells that were read in another way than one might think."""

    rows: tuple[tuple[str, str, object], ...]
    name: str = ""
    alone: bool = True
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CohortFacts:
    """A cohort and its program, as matching and its workbook name them."""

    name: str
    program: str
    format: Format
    starts_on: date
    rules: Any

    @property
    def peers(self) -> bool:
        return self.format is Format.PEER


def cohort(session: Session, cohort_id: int) -> CohortFacts:
    """Raises NotFoundError."""
    columns = (Cohort.name, Program.name, Program.format, Cohort.starts_on, Program.match_rules)
    query = select(*columns).join(Program, Program.id == Cohort.program_id).where(Cohort.id == cohort_id)
    found = session.execute(query).one_or_none()
    if found is None:
        raise NotFoundError("This cohort is not in the desk any more.", advice="It may have been removed or undone.")
    return CohortFacts(*found)


def rules_of(facts: CohortFacts) -> MatchRules:
    """The rules of the program, or those its format begins with. Raises UserError where nothing counts."""
    return match_rules(facts.rules or template(facts.format).match_rules)


def task(
    session: Session,
    cohort_id: int,
    rules: MatchRules | None = None,
    goal: Goal | None = None,
    scores: Scores | None = None,
    pins: Iterable[Cell] = (),
    forbids: Iterable[Cell] = (),
    trio: bool = False,
) -> Task:
    """What is to be matched in a cohort. `rules` and `goal` are those of the program unless given; pins and forbids
    are (mentee, mentor). With `trio` an odd peer joins a pair, otherwise it waits.

    Raises NotFoundError, and UserError where the score table has unknown people, pairs given twice or no numbers.
    """
    facts = cohort(session, cohort_id)
    found = rules or rules_of(facts)
    enrolled = matching_people.read(session, cohort_id, facts.starts_on)
    mentor, mentee = roles_of(facts.format)[0], roles_of(facts.format)[-1]
    return Task(
        mentees=enrolled.candidates[mentee],
        mentors=() if facts.peers else enrolled.candidates[mentor],
        rules=replace(found, goal=goal or found.goal),
        before=matching_people.before(session, cohort_id),
        table=_table(enrolled, scores, mentor, mentee) if scores else None,
        table_alone=scores is not None and scores.alone,
        shape=Shape.PEERS if facts.peers else Shape.PAIRS,
        trio=trio,
        pins=frozenset(pins),
        forbids=frozenset(forbids),
    )


def _table(enrolled: matching_people.Enrolled, scores: Scores, mentor: Role, mentee: Role) -> ScoreTable:
    return score_table(scores.rows, enrolled.addresses[mentor], enrolled.addresses[mentee])


def proposal(
    session: Session,
    cohort_id: int,
    rules: MatchRules | None = None,
    goal: Goal | None = None,
    scores: Scores | None = None,
    pins: Iterable[Cell] = (),
    forbids: Iterable[Cell] = (),
) -> Proposal:
    """The best pairs of a cohort for the goal. Raises what `task` raises."""
    return Matching(task(session, cohort_id, rules, goal, scores, pins, forbids)).suggest()


def check_sides(session: Session, cohort_id: int) -> None:
    """Raise UserError where a cohort has nobody accepted in one of its roles. People who have a pair count."""
    facts = cohort(session, cohort_id)
    query = (
        select(Enrollment.role, func.count())
        .join(Person, Person.id == Enrollment.person_id)
        .where(Enrollment.cohort_id == cohort_id, Enrollment.status == EnrollmentStatus.ACCEPTED)
        .where(Person.status != PersonStatus.LEFT)
        .group_by(Enrollment.role)
    )
    counts = {row.role: row[1] for row in session.execute(query)}
    for role in roles_of(facts.format):
        if not counts.get(role):
            raise UserError(
                f"“{facts.name}” has no {role.value}s to match.",
                advice=f"Enroll people as {role.value}s, or accept those who have applied.",
            )


def addresses(session: Session, cohort_id: int) -> dict[int, str]:
    """The e-mail address of everybody enrolled, the name of whoever has none."""
    query = select(Person.id, Person.email, Person.name).join(Enrollment, Enrollment.person_id == Person.id)
    found = session.execute(query.where(Enrollment.cohort_id == cohort_id))
    return {person: email or name for person, email, name in found}


def commit(session: Session, cohort_id: int, cells: Sequence[Cell]) -> list[int]:
    """Make a proposed pair of each (mentee, mentor), all or none, in one step of history; returns the ids of the pairs.

    Raises UserError where somebody has no place left, takes no longer part, or the two are a pair already.
    """
    try:
        made = [
            pair_creation.create(session, PairForm(mentor, mentee, cohort_id))
            for mentee, mentor in dict.fromkeys(cells)
        ]
    except FieldError as error:
        raise UserError(str(error), advice="Then suggest again.", safe="No pair was made.") from error
    name_step(session, f"Commit {counted(len(made), 'pair')}")
    return made
