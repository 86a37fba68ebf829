"""What a person's form must be before it is saved: trimmed, e-mail and number nobody else's, no ring of managers."""

import re
from collections import defaultdict
from dataclasses import replace
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mentordesk.data.tables import Person
from mentordesk.domain.errors import FieldError
from mentordesk.domain.people import PersonForm
from mentordesk.domain.wording import brief

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
_TEXTS = ("email", "employee_number", "title", "department", "location", "company", "notes")


def cleaned(form: PersonForm) -> PersonForm:
    """Without blanks around and between the words of a name; the e-mail in lower case."""
    texts: dict[str, Any] = {name: getattr(form, name).strip() for name in _TEXTS}
    texts["email"] = texts["email"].lower()
    return replace(form, name=" ".join(form.name.split()), **texts)


def check(session: Session, form: PersonForm, person_id: int | None) -> None:
    """Raise FieldError for the first field of a cleaned form that cannot be saved."""
    if not form.name:
        raise FieldError("name", "A person needs a name.")
    if form.email and not _EMAIL.fullmatch(form.email):
        raise FieldError("email", f"“{brief(form.email)}” is no e-mail address. Write it as name@company.com.")
    _check_unique(session, "email", form.email, person_id)
    _check_unique(session, "employee_number", form.employee_number, person_id)
    if form.level is not None and not 1 <= form.level <= 7:
        raise FieldError("level", "Levels go from 1 (entry) to 7 (top).", proposal=min(7, max(1, form.level)))
    _check_manager(session, form, person_id)


def _check_unique(session: Session, field: str, value: str, person_id: int | None) -> None:
    if not value:
        return
    column = getattr(Person, field)
    query = select(Person.name).where(func.lower(column) == value.lower(), Person.id != (person_id or 0))
    name = session.scalar(query.limit(1))
    if name is not None:
        what = "e-mail" if field == "email" else "employee number"
        raise FieldError(field, f"{name} has this {what} already. Open {name} instead, or give another {what}.")


def _check_manager(session: Session, form: PersonForm, person_id: int | None) -> None:
    if form.manager_id is None:
        return
    if session.get(Person, form.manager_id) is None:
        raise FieldError("manager_id", "This manager is not in the desk any more. Choose another.")
    if person_id is not None and form.manager_id in people_below(session, person_id):
        reason = "cannot be the own manager" if form.manager_id == person_id else "has a manager from above, not below"
        raise FieldError("manager_id", f"{form.name} {reason}. Choose someone else.")


def people_below(session: Session, person_id: int) -> frozenset[int]:
    """The person and everyone who reports to them, directly or not: none of these can be their manager."""
    reports: defaultdict[int, list[int]] = defaultdict(list)
    query = select(Person.manager_id, Person.id).where(Person.manager_id.is_not(None))
    for manager_id, report_id in session.execute(query):
        reports[manager_id or 0].append(report_id)
    below, waiting = {person_id}, [person_id]
    while waiting:
        new = [report_id for report_id in reports[waiting.pop()] if report_id not in below]
        below.update(new)
        waiting.extend(new)
    return frozenset(below)
