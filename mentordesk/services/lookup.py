"""What a name on the command line means: a cohort, a program, everything, or a person."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.data.tables import Cohort, Person, Program
from mentordesk.domain.errors import NotFoundError
from mentordesk.domain.scope import EVERYTHING, Scope
from mentordesk.domain.text import fold
from mentordesk.domain.wording import brief


def scope(session: Session, cohort: str | None = None, program: str | None = None) -> Scope:
    """The scope of a name, however its letters are written. Raises NotFoundError with the names there are."""
    if cohort:
        return Scope(cohort_id=_find(session, Cohort, "cohort", cohort))
    if program:
        return Scope(program_id=_find(session, Program, "program", program))
    return EVERYTHING


def person(session: Session, text: str) -> int:
    """The person with this e-mail address, employee number or name. Raises NotFoundError where there is none or where
    several have the name."""
    columns = (Person.id, Person.name, Person.email, Person.employee_number)
    people = session.execute(select(*columns).order_by(Person.id)).all()
    keyed = [id_ for id_, _name, *keys in people if fold(text) in [fold(key) for key in keys if key]]
    found = keyed or [id_ for id_, name, *_keys in people if fold(name) == fold(text)]
    if not found:
        raise NotFoundError(
            f"There is nobody called “{brief(text)}”.", advice="Give the name as the People page shows it."
        )
    if len(found) > 1:
        raise NotFoundError(
            f"Several people are called “{brief(text)}”.", advice="Give the e-mail address of the one you mean."
        )
    return found[0]


def _find(session: Session, table: type[Cohort] | type[Program], word: str, name: str) -> int:
    found = {each: id_ for id_, each in session.execute(select(table.id, table.name).order_by(table.id.desc()))}
    if name in found:
        return found[name]
    for each, id_ in found.items():
        if fold(each) == fold(name):
            return id_
    names = ", ".join(f"“{brief(each)}”" for each in list(found)[:8])
    raise NotFoundError(
        f"There is no {word} called “{brief(name)}”.",
        advice=f"There are: {names}." if names else f"The desk has no {word} yet.",
    )
