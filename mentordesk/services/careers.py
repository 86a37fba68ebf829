"""The turns of people's careers: promotion, new role, leave, return, award; noted, listed, taken back."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.data.tables import CareerMilestone, Person
from mentordesk.domain.dates import Precision, known
from mentordesk.domain.errors import FieldError, NotFoundError
from mentordesk.domain.people import CareerKind, CareerRow
from mentordesk.services.desk import name_step


def career(session: Session, person_id: int) -> list[CareerRow]:
    """The career milestones of a person, newest first."""
    own = CareerMilestone
    query = select(own.id, own.person_id, Person.name, own.kind, own.day, own.precision, own.until, own.title)
    found = session.execute(
        query.join(Person, Person.id == own.person_id)
        .where(own.person_id == person_id)
        .order_by(own.day.desc(), own.id.desc())
    )
    return [
        CareerRow(id_, person, name, kind, day, _text(day, precision, until), title)
        for id_, person, name, kind, day, precision, until, title in found
    ]


def _text(day: date, precision: Precision, until: date | None) -> str:
    """ "Mar 2024" is said as exactly as it is known; a time away has both years ("2019–20")."""
    if until is None or until.year == day.year:
        return known(day, precision)
    return f"{day.year}–{until.year % 100:02}"


def add_career(
    session: Session,
    person_id: int,
    kind: CareerKind,
    day: date,
    precision: Precision = Precision.DAY,
    title: str = "",
    until: date | None = None,
) -> int:
    """Note a turn of a career, past or planned; returns its id. `until` ends a leave. Without a title it has the name
    of its kind. Raises FieldError for `until`."""
    person = session.get(Person, person_id)
    if person is None:
        raise NotFoundError("This person is not in the desk any more.")
    if until is not None and until < day:
        raise FieldError("until", "The end comes before the beginning.", proposal=day)
    values = {"kind": kind, "day": day, "precision": precision, "title": title.strip() or kind.word, "until": until}
    milestone = CareerMilestone(person_id=person_id, source="by hand", **values)
    session.add(milestone)
    session.flush()
    name_step(session, f"Add {kind.word.lower()} of {person.name}")
    return milestone.id


def remove_career(session: Session, career_id: int) -> None:
    """Take a career milestone back."""
    milestone = session.get(CareerMilestone, career_id)
    if milestone is None:
        raise NotFoundError("This career milestone is not in the desk any more.")
    name = session.get_one(Person, milestone.person_id).name
    name_step(session, f"Remove {milestone.kind.word.lower()} of {name}")
    session.delete(milestone)
