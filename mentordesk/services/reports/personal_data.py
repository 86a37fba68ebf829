"""Everything the desk keeps about one person, told to that person: other people by their initials. Changes nothing."""

from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mentordesk.data.records import JointProject, MatchScores
from mentordesk.data.tables import Cohort, Person, Program
from mentordesk.domain.errors import NotFoundError
from mentordesk.domain.report_names import initials
from mentordesk.domain.report_request import ReportRequest
from mentordesk.domain.standalone_reports import CellValue, PersonalData, Section
from mentordesk.services.reports import personal_rows
from mentordesk.services.reports.personal_rows import PersonalRows
from mentordesk.services.reports.personal_words import TITLES, PersonalWords

_SAID = {
    "check_in": ("check-in", "check-ins"),
    "closing_survey": ("closing survey", "closing surveys"),
    "pair_answer": ("answer to a proposal", "answers to a proposal"),
    "project_hours": ("entry of project hours", "entries of project hours"),
    "story_answer": ("story answer", "story answers"),
    "goal": ("goal", "goals"),
    "enrollment_wish": ("wish not to be paired", "wishes not to be paired"),
    "response_receipt": ("answer from a file", "answers from a file"),
}
"""What others have said for themselves, one and several."""


def people(session: Session) -> list[tuple[int, str, str]]:
    """Everybody on the desk, those who have left too, as (id, name, title) by name."""
    query = select(Person.id, Person.name, Person.title).order_by(func.lower(Person.name), Person.id)
    return [(id_, name, title) for id_, name, title in session.execute(query)]


def read(session: Session, request: ReportRequest) -> PersonalData:
    """All of a person, whatever scope and period are asked for. Raises NotFoundError."""
    assert request.person_id is not None
    return of_person(session, request.person_id)


def of_person(session: Session, person_id: int) -> PersonalData:
    """The person with every row about them as it is now, then what history remembers, the newest first."""
    name = session.scalar(select(Person.name).where(Person.id == person_id))
    if name is None:
        raise NotFoundError("This person is not in the desk any more.")
    found = personal_rows.find(session, person_id)
    words = PersonalWords(session, name, found)
    order = [*TITLES, *(table for table in found.rows if table not in TITLES)]
    sections = [words.section(table, found.rows[table]) for table in order if found.rows.get(table)]
    sections[1:1] = [each for each in (_named_in(session, name), _manages(session, person_id)) if each.rows]
    sections += [each for each in (_scores(session, words),) if each.rows]
    sections += [words.history(found.changes)] if found.changes else []
    return PersonalData(name, sections, _left_out(found))


def _left_out(found: PersonalRows) -> list[str]:
    """ "3 check-ins": what the other side of a pair, or somebody enrolled, has said for itself."""
    return [f"{count:,} {_SAID[table][count != 1]}" for table, count in found.left_out.items() if count]


def _named_in(session: Session, name: str) -> Section:
    """Where somebody typed the person's name without a reference: sponsors, leads, who approved a project."""
    places = (
        (Program.name, Program.sponsor, "Sponsor of the program"),
        (Program.name, Program.lead, "Lead of the program"),
        (Cohort.name, Cohort.lead, "Lead of the cohort"),
        (JointProject.title, JointProject.approved_by, "Approved the joint project"),
    )
    rows = [(what, of) for of_column, column, what in places for of in session.scalars(_typed(of_column, column, name))]
    return Section("Named in", ("What", "Of"), rows)


def _typed(of: Any, column: Any, name: str) -> Any:
    return select(of).where(column == name).order_by(of)


def _manages(session: Session, person_id: int) -> Section:
    found = session.scalars(select(Person.name).where(Person.manager_id == person_id).order_by(Person.name))
    return Section("Manager of", ("Person",), [(initials(name),) for name in found])


def _scores(session: Session, words: PersonalWords) -> Section:
    """The rows of score tables that are about the person: (mentor, mentee, score) as they were read from a file."""
    rows: list[tuple[CellValue, ...]] = []
    query = select(Cohort.name, MatchScores.rows).join(Cohort, Cohort.id == MatchScores.cohort_id)
    for cohort, scores in session.execute(query.order_by(Cohort.name)):
        for mentor, mentee, score in scores:
            if words.person_id in (mentor, mentee):
                rows.append((cohort, words.person(mentor), words.person(mentee), str(score)))
    return Section("Match scores", ("Cohort", "Mentor", "Mentee", "Score"), rows)
