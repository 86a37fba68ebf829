"""Matching a cohort of the desk: the task as its people and its program's rules make it, and the pairs committed.

How the best pairs are found is the domain's; nothing is written before `commit`.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import count
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.data.tables import Cohort, Enrollment, Pair, Person, Program
from mentordesk.domain.cohorts import EnrollmentStatus, Role, roles_of
from mentordesk.domain.errors import FieldError, NotFoundError, UserError
from mentordesk.domain.matching import draft_settings
from mentordesk.domain.matching.criteria import Goal, MatchRules
from mentordesk.domain.matching.draft import DraftSettings
from mentordesk.domain.matching.questions import Fixed
from mentordesk.domain.matching.result import Proposal
from mentordesk.domain.matching.score_table import ScoreTable, score_table
from mentordesk.domain.matching.suggestion import Matching
from mentordesk.domain.matching.task import Cell, Task
from mentordesk.domain.pairs import PairForm
from mentordesk.domain.people import PersonStatus
from mentordesk.domain.programs import Format
from mentordesk.domain.wording import counted
from mentordesk.services.desk import name_step
from mentordesk.services.matching import people as matching_people
from mentordesk.services.matching.score_rows import StoredScores, stored
from mentordesk.services.pairs import pair_creation
from mentordesk.services.programs.templates import template


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
    program_id: int = 0

    @property
    def peers(self) -> bool:
        return self.format is Format.PEER


def cohort(session: Session, cohort_id: int) -> CohortFacts:
    """Raises NotFoundError."""
    columns = (Cohort.name, Program.name, Program.format, Cohort.starts_on, Program.match_rules, Program.id)
    query = select(*columns).join(Program, Program.id == Cohort.program_id).where(Cohort.id == cohort_id)
    found = session.execute(query).one_or_none()
    if found is None:
        raise NotFoundError("This cohort is not in the desk any more.", advice="It may have been removed or undone.")
    return CohortFacts(*found)


def rules_of(facts: CohortFacts) -> MatchRules:
    """The rules of the program, or those its format begins with. Raises UserError where nothing counts."""
    return program_settings(facts).rules


def program_settings(facts: CohortFacts) -> DraftSettings:
    """What the first draft of a cohort is suggested by. Raises UserError where the program's rules cannot be read."""
    return draft_settings.of_program(facts.rules, template(facts.format).match_rules, facts.peers)


def usual_settings(facts: CohortFacts) -> DraftSettings:
    """The same, or that of the program's format where its own rules cannot be read."""
    try:
        return program_settings(facts)
    except UserError:
        return program_settings(replace(facts, rules=None))


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
    are (mentee, mentor). With `trio` an odd peer joins a pair, otherwise it waits. Without `scores` the score table
    that the cohort keeps is a criterion among others, if the rules give it a weight.

    Raises NotFoundError, and UserError where the score table has unknown people, pairs given twice or no numbers.
    """
    facts = cohort(session, cohort_id)
    found = rules or rules_of(facts)
    enrolled = matching_people.read(session, cohort_id, facts.starts_on)
    settings = replace(
        draft_settings.standard(replace(found, goal=goal or found.goal), facts.peers),
        trio=trio,
        table_alone=scores is not None and scores.alone,
    )
    table = _given(facts, enrolled, scores) if scores else kept_table(facts, enrolled, stored(session, cohort_id))
    before = matching_people.before(session, cohort_id)
    return made(facts, enrolled, before, settings, Fixed(frozenset(pins), frozenset(forbids)), table)


def made(
    facts: CohortFacts,
    enrolled: matching_people.Enrolled,
    before: frozenset[Cell],
    settings: DraftSettings,
    fixed: Fixed,
    table: ScoreTable | None,
) -> Task:
    """The task that people make who are read already. Raises UserError where peers have two scores for one pair."""
    mentor, mentee = roles_of(facts.format)[0], roles_of(facts.format)[-1]
    task = Task(
        mentees=enrolled.candidates[mentee],
        mentors=() if facts.peers else enrolled.candidates[mentor],
        rules=settings.rules,
        before=before,
        table=table,
        shape=settings.shape,
    )
    return draft_settings.with_settings(task, settings, fixed)


def _given(facts: CohortFacts, enrolled: matching_people.Enrolled, scores: Scores) -> ScoreTable:
    mentor, mentee = roles_of(facts.format)[0], roles_of(facts.format)[-1]
    return score_table(scores.rows, enrolled.addresses[mentor], enrolled.addresses[mentee])


def kept_table(facts: CohortFacts, enrolled: matching_people.Enrolled, kept: StoredScores | None) -> ScoreTable | None:
    """The scores of the cohort's own table for those who are accepted; None without a table."""
    if kept is None:
        return None
    mentor, mentee = roles_of(facts.format)[0], roles_of(facts.format)[-1]
    return kept.of(*(frozenset(enrolled.addresses[role].values()) for role in (mentor, mentee)))


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
        select(Enrollment.role)
        .join(Person, Person.id == Enrollment.person_id)
        .where(Enrollment.cohort_id == cohort_id, Enrollment.status == EnrollmentStatus.ACCEPTED)
        .where(Person.status != PersonStatus.LEFT)
        .distinct()
    )
    check_roles(facts, {row.role for row in session.execute(query)})


def check_roles(facts: CohortFacts, there: Collection[Role]) -> None:
    """The same where it is known already in which roles there is somebody."""
    for role in roles_of(facts.format):
        if role not in there:
            raise UserError(
                f"“{facts.name}” has no {role.value}s to match.",
                advice=f"Enroll people as {role.value}s, or accept those who have applied.",
            )


def addresses(session: Session, cohort_id: int) -> dict[int, str]:
    """The e-mail address of everybody enrolled, the name of whoever has none."""
    query = select(Person.id, Person.email, Person.name).join(Enrollment, Enrollment.person_id == Person.id)
    found = session.execute(query.where(Enrollment.cohort_id == cohort_id))
    return {person: email or name for person, email, name in found}


def commit(
    session: Session, cohort_id: int, cells: Sequence[Cell], circles: Mapping[Cell, int] | None = None
) -> list[int]:
    """Make a proposed pair of each (mentee, mentor), all or none, in one step of history; returns the ids of the pairs.

    `circles` numbers the circle of a cell from 1; the pairs of a circle share a name, after their mentor. Raises
    UserError where somebody has no place left, takes no longer part, or the two are a pair already, with the names of
    the two.
    """
    named = _circle_names(session, cohort_id, circles or {})
    _hold(session, cohort_id, cells)
    ids = []
    for mentee, mentor in dict.fromkeys(cells):
        pair_id = _propose(session, PairForm(mentor, mentee, cohort_id))
        if name := named.get((mentee, mentor)):
            session.get_one(Pair, pair_id).circle = name
        ids.append(pair_id)
    name_step(session, f"Commit {counted(len(ids), 'pair')}")
    return ids


def _hold(session: Session, cohort_id: int, cells: Sequence[Cell]) -> None:
    """A session forgets what nobody holds, and each pair would read its people, cohort and program again."""
    people = session.scalars(select(Person).where(Person.id.in_({person for cell in cells for person in cell}))).all()
    found = session.get(Cohort, cohort_id)
    program = session.get(Program, found.program_id) if found else None
    session.info["kept"] = (*people, found, program)


def _propose(session: Session, form: PairForm) -> int:
    try:
        return pair_creation.create(session, form)
    except FieldError as error:
        both = (session.get(Person, form.mentee_id), session.get(Person, form.mentor_id))
        names = " & ".join(person.name if person else "Somebody" for person in both)
        raise UserError(
            f"{names} cannot be made a pair. {error}",
            advice="Or suggest again: what has changed since is taken into account, and your pins stay.",
            safe="No pair was made.",
        ) from error


def _circle_names(session: Session, cohort_id: int, circles: Mapping[Cell, int]) -> dict[Cell, str]:
    """ "Circle of Amara Okonkwo", then "Circle of Amara Okonkwo 2"; no two circles of a cohort have one name."""
    there = select(Pair.circle).where(Pair.cohort_id == cohort_id).distinct()
    taken = set(session.scalars(there)) if circles else set()
    mentors = {number: mentor for (_, mentor), number in circles.items() if number}
    names: dict[int, str] = {}
    for number, mentor in sorted(mentors.items()):
        person = session.get(Person, mentor)
        names[number] = _free_circle(person.name if person else "somebody", taken)
        taken.add(names[number])
    return {cell: names[number] for cell, number in circles.items() if number}


def _free_circle(mentor: str, taken: Collection[str]) -> str:
    numbers = (f"Circle of {mentor}{f' {number}' if number > 1 else ''}" for number in count(1))
    return next(name for name in numbers if name not in taken)
