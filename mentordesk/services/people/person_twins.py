"""Two entries that may be one person: found while typing, and remembered as not the same."""

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from mentordesk.data.tables import NotSame, Person
from mentordesk.domain.people import PersonForm, PersonRow
from mentordesk.domain.text import fold
from mentordesk.services.desk import name_step
from mentordesk.services.people.person_rows import rows


def duplicates(session: Session, form: PersonForm, person_id: int | None = None) -> list[PersonRow]:
    """Who may be the person of the form: the same e-mail; the same name; or the same initial, surname and department.

    Case and accents make no difference. Those somebody has said are not the same are left out (DESIGN-2 10.14).
    """
    others = session.execute(select(Person.id, Person.name, Person.email, Person.department))
    apart = _apart(session, person_id) if person_id is not None else set()
    alike = [other.id for other in others if other.id not in apart and _alike(form, other.name, other.email, other[3])]
    return rows(session, alike) if alike else []


def _alike(form: PersonForm, name: str, email: str | None, department: str) -> bool:
    if email and email == form.email.strip().lower():
        return True
    own, other = fold(form.name).split(), fold(name).split()
    if not own or not other:
        return False
    if own == other:
        return True
    same_place = bool(department) and fold(department) == fold(form.department.strip())
    return same_place and len(own) > 1 and len(other) > 1 and (own[0][0], own[-1]) == (other[0][0], other[-1])


def _apart(session: Session, person_id: int) -> set[int]:
    """The person and everyone known to be somebody else."""
    either = or_(NotSame.first_id == person_id, NotSame.second_id == person_id)
    found = session.execute(select(NotSame.first_id, NotSame.second_id).where(either))
    return {person_id}.union(*(tuple(pair) for pair in found))


def not_same(session: Session, person_id: int, other_id: int) -> None:
    """Remember that two people are not the same, so that nobody is asked again."""
    first, second = sorted((person_id, other_id))
    known = select(NotSame.id).where(NotSame.first_id == first, NotSame.second_id == second)
    if session.scalar(known) is None:
        session.add(NotSame(first_id=first, second_id=second))
    name_step(session, f"Keep {session.get_one(Person, person_id).name} and a namesake apart")
