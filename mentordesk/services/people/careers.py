"""The turns of people's careers: promotion, new role, leave, return, award; noted, changed, listed, taken back."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.data.tables import CareerMilestone, Person
from mentordesk.domain.dates import Precision, known
from mentordesk.domain.errors import FieldError, NotFoundError
from mentordesk.domain.people import CareerKind, CareerRow
from mentordesk.services.desk import name_step
from mentordesk.services.pairs.pair_counts import chosen


def career(session: Session, *person_ids: int) -> list[CareerRow]:
    """The career milestones of a person, or of several, newest first."""
    own = CareerMilestone
    query = select(own.id, own.person_id, Person.name, own.kind, own.day, own.precision, own.until, own.title)
    found = session.execute(
        query.join(Person, Person.id == own.person_id)
        .where(chosen(own.person_id, person_ids))
        .order_by(own.day.desc(), own.id.desc())
    )
    return [
        CareerRow(id_, person, name, kind, day, _text(day, precision, until), title, precision, until)
        for id_, person, name, kind, day, precision, until, title in found
    ]


def _text(day: date, precision: Precision, until: date | None) -> str:
    """ "Mar 2024" is said as exactly as it is known; a time away has both years ("2019–20")."""
    if until is None or until.year == day.year:
        return known(day, precision)
    return f"{day.year}–{until.year % 100:02}" if until.year // 100 == day.year // 100 else f"{day.year}–{until.year}"


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
    _check(kind, day, until)
    values = {"kind": kind, "day": day, "precision": precision, "title": title.strip() or kind.word, "until": until}
    milestone = CareerMilestone(person_id=person_id, source="by hand", **values)
    session.add(milestone)
    session.flush()
    name_step(session, f"Add {kind.word.lower()} of {person.name}")
    return milestone.id


def change_career(
    session: Session,
    career_id: int,
    kind: CareerKind,
    day: date,
    precision: Precision = Precision.DAY,
    title: str = "",
    until: date | None = None,
) -> None:
    """Say otherwise what happened, when, or in which words. Raises FieldError as `add_career`."""
    milestone = _find(session, career_id)
    _check(kind, day, until)
    milestone.kind, milestone.day, milestone.precision = kind, day, precision
    milestone.title, milestone.until = title.strip() or kind.word, until
    name_step(session, f"Change {kind.word.lower()} of {_name(session, milestone)}")


def _check(kind: CareerKind, day: date, until: date | None) -> None:
    if until is None:
        return
    if kind is not CareerKind.LEAVE:
        raise FieldError("until", "Only a leave has an end. Note the return as a milestone of its own.")
    if until < day:
        raise FieldError("until", "The end comes before the beginning.", proposal=day)


def remove_career(session: Session, career_id: int) -> None:
    """Take a career milestone back."""
    milestone = _find(session, career_id)
    name_step(session, f"Remove {milestone.kind.word.lower()} of {_name(session, milestone)}")
    session.delete(milestone)


def _find(session: Session, career_id: int) -> CareerMilestone:
    found = session.get(CareerMilestone, career_id)
    if found is None:
        raise NotFoundError("This career milestone is not in the desk any more.")
    return found


def _name(session: Session, milestone: CareerMilestone) -> str:
    return session.get_one(Person, milestone.person_id).name
