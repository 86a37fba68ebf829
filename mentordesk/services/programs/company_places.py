"""The most people of one company in a cohort: who takes a place, who is one too many. Reads nothing without a cap.

A cap that was lowered throws nobody out: only who comes in is counted against it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mentordesk.data.tables import Cohort, Enrollment, Person, Program
from mentordesk.domain.cohorts import Role
from mentordesk.domain.company_places import OUR_COMPANY, TAKEN_BY, CompanyPlaces, company_key, company_of, full
from mentordesk.domain.errors import UserError
from mentordesk.domain.people import first_name

Place = tuple[Role, str]
"""A role, and the key of a company."""


@dataclass(slots=True)
class Taken:
    """The places of companies in a cohort. `own` is what the own company is called, `names` what each is called."""

    limits: CompanyPlaces = field(default_factory=CompanyPlaces)
    own: str = OUR_COMPANY
    counts: Counter[Place] = field(default_factory=Counter)
    names: dict[str, str] = field(default_factory=dict)

    def take(self, roles: Iterable[Role], company: str, external: bool) -> list[str]:
        """Count one more person in these roles, unless it is one too many: then nothing is counted, and sentences say
        why."""
        name = company_of(company, external, self.own)
        key = company_key(name)
        capped = [(role, most) for role in roles if name and (most := self.limits.of(role)) is not None]
        called = self.names.get(key, name)
        found = [full(called, role, self.counts[role, key], 1, most) for role, most in capped]
        sentences = [sentence for sentence in found if sentence]
        if not sentences:
            self.counts.update((role, key) for role, _ in capped)
        return sentences


def limits(session: Session, cohort_id: int) -> CompanyPlaces:
    """What the program of a cohort has set."""
    columns = select(Program.mentors_per_company, Program.mentees_per_company)
    found = session.execute(columns.join(Cohort, Cohort.program_id == Program.id).where(Cohort.id == cohort_id))
    return CompanyPlaces(*found.one())


def taken(session: Session, cohort_id: int) -> Taken:
    """The places that are taken now; without a cap nothing is counted."""
    caps = limits(session, cohort_id)
    made = Taken(caps, own_company(session)) if caps else Taken()
    for row, name in _enrolled(session, cohort_id, made.own) if caps else ():
        made.counts[row.role, company_key(name)] += 1
        made.names.setdefault(company_key(name), name)
    return made


def own_company(session: Session) -> str:
    """What most people of the own company call it."""
    inside = select(Person.company).where(Person.external.is_(False), Person.company != "")
    query = inside.group_by(Person.company).order_by(func.count().desc(), Person.company).limit(1)
    return session.scalar(query) or OUR_COMPANY


def _enrolled(session: Session, cohort_id: int, own: str) -> Iterator[tuple[Any, str]]:
    """Who takes a place, with the company it is of; people of whom nobody knows the company are left out."""
    query = (
        select(Enrollment.id, Enrollment.role, Person.name, Person.company, Person.external)
        .join(Person, Person.id == Enrollment.person_id)
        .where(Enrollment.cohort_id == cohort_id, Enrollment.status.in_(TAKEN_BY))
        .order_by(Enrollment.id)
    )
    for row in session.execute(query):
        name = company_of(row.company, row.external, own)
        if name:
            yield row, name


def check(session: Session, came_in: Iterable[Enrollment]) -> None:
    """Raise UserError where people who have just come in are too many of their company; they are in the session
    already, and whatever else was done with them."""
    session.flush()
    by_cohort = sorted(came_in, key=lambda each: each.cohort_id)
    for cohort_id, group in groupby(by_cohort, key=lambda each: each.cohort_id):
        caps = limits(session, cohort_id)
        if caps:
            _check(session, cohort_id, caps, {each.id for each in group})


def _check(session: Session, cohort_id: int, caps: CompanyPlaces, came_in: set[int]) -> None:
    before, names = Counter[Place](), dict[str, str]()
    added: dict[Place, list[str]] = {}
    for row, name in _enrolled(session, cohort_id, own_company(session)):
        place = row.role, company_key(name)
        names.setdefault(place[1], name)
        if row.id in came_in:
            added.setdefault(place, []).append(row.name)
        else:
            before[place] += 1
    for place, people in added.items():
        most = caps.of(place[0])
        sentence = full(names[place[1]], place[0], before[place], len(people), most) if most is not None else ""
        if sentence:
            whom = first_name(people[0]) if len(people) == 1 else "the others"
            raise UserError(
                f"{sentence}.", advice=f"Put {whom} on the waitlist, or allow more of one company in Programs."
            )
