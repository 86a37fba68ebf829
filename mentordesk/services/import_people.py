"""Which person a row of a roster is, what it changes about them, and where they are enrolled. Writes nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.orm import Session

from mentordesk.data.tables import Cohort, Program
from mentordesk.domain.cohorts import Role, roles_of
from mentordesk.domain.errors import NotFoundError
from mentordesk.domain.importing import RowState
from mentordesk.domain.people import PersonStatus
from mentordesk.domain.programs import Format
from mentordesk.exchange.roster import RosterRow, RowProblem
from mentordesk.exchange.roster_fields import CUSTOM, KEYS, LISTS
from mentordesk.services.company_places import Taken, taken
from mentordesk.services.import_index import Enrolled, Known, load
from mentordesk.services.import_managers import Managers

PLAIN = ("name", "email", "employee_number", "title", "department", "location", "company", "level", "external")
PLAIN_TOO = (*PLAIN, "hired_on", "notes")


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """What a row will do. `values` are only the fields that change; `roles` the enrollments to add, `capacities` those
    to change, by enrollment id. `place` names a row below zero; `manager` is a person's id or such a place."""

    place: int
    source: RosterRow
    state: RowState
    person_id: int | None
    values: Mapping[str, Any]
    before: Mapping[str, str]
    texts: Mapping[str, str]
    problems: tuple[RowProblem, ...]
    roles: tuple[Role, ...]
    capacity: int
    capacities: Mapping[int, int]
    manager: int | None


def plan(
    session: Session, rows: Sequence[RosterRow], cohort_id: int | None, roles: tuple[Role, ...], only_empty: bool
) -> tuple[list[PlannedRow], list[str]]:
    """Every row of a file against the desk; and sentences on how managers were found."""
    known = load(session, cohort_id)
    managers = Managers(known, rows)
    format_ = _format(session, cohort_id)
    places = taken(session, cohort_id) if cohort_id is not None else Taken()
    planner = _Planner(known, managers, format_, roles, only_empty, places)
    return [planner.plan(place, row) for place, row in enumerate(rows)], managers.sentences()


def _format(session: Session, cohort_id: int | None) -> Format | None:
    if cohort_id is None:
        return None
    cohort = session.get(Cohort, cohort_id)
    if cohort is None:
        raise NotFoundError("The cohort is not in the desk any more.", advice="Choose another one.")
    return session.get_one(Program, cohort.program_id).format


@dataclass(slots=True)
class _Planner:
    known: Known
    managers: Managers
    format: Format | None
    roles: tuple[Role, ...]
    only_empty: bool
    places: Taken
    rows_by_person: dict[int, int] = field(default_factory=dict)

    def plan(self, place: int, row: RosterRow) -> PlannedRow:
        person_id, problems = self._person(row)
        manager, manager_problem = self.managers.find(place, row, person_id)
        roles = self._roles(row, problems)
        problems += manager_problem
        values, before = self._changes(row, person_id, manager)
        add, capacities = self._enrollments(row, person_id, roles)
        problems += self._gone(person_id, add)
        if not problems:
            problems += self._too_many(row, person_id, values, add)
        if capacities:
            before["capacity"] = str(self.known.enrolled[next(iter(capacities))].capacity)
        changed = bool(values or add or capacities)
        capacity = row.values.get("capacity")
        state = RowState.NEW if person_id is None else RowState.CHANGED if changed else RowState.UNCHANGED
        return PlannedRow(
            place=-place - 1,
            source=row,
            state=RowState.WRONG if problems else state,
            person_id=person_id,
            values=values,
            before=before,
            texts=_texts(row, roles),
            problems=tuple(problems),
            roles=add,
            capacity=capacity if isinstance(capacity, int) else 1,
            capacities=capacities,
            manager=values.pop("manager", None),
        )

    def _person(self, row: RosterRow) -> tuple[int | None, list[RowProblem]]:
        """Who it is by e-mail and employee number; a problem where these are of two people, or where an earlier row is
        about the same one by the other key."""
        problems = list(row.problems)
        by_email = self.known.by_email.get(str(row.values.get("email", "")).lower())
        by_number = self.known.by_number.get(str(row.values.get("employee_number", "")).lower())
        if by_email and by_number and by_email != by_number:
            names = self.known.people[by_email]["name"], self.known.people[by_number]["name"]
            problems.append(
                RowProblem("employee_number", f"The e-mail is of {names[0]}, the employee number of {names[1]}")
            )
        person_id = by_email or by_number
        if person_id is not None and not any(problem.field in KEYS for problem in problems):
            earlier = self.rows_by_person.setdefault(person_id, row.number)
            if earlier != row.number:
                key = "email" if by_email else "employee_number"
                problems.append(RowProblem(key, f"Row {earlier} is about the same person. Skip one of the two"))
        return person_id, problems

    def _gone(self, person_id: int | None, add: tuple[Role, ...]) -> list[RowProblem]:
        """Who has left is offered for nothing new, in a file as by hand."""
        person = self.known.people.get(person_id or 0, {})
        if not add or person.get("status") is not PersonStatus.LEFT:
            return []
        return [RowProblem("name", f"{person['name']} has left the company and cannot be enrolled. Skip this row")]

    def _too_many(
        self, row: RosterRow, person_id: int | None, values: Mapping[str, Any], add: tuple[Role, ...]
    ) -> list[RowProblem]:
        """A cohort takes so many people of one company, as by hand; rows further up come first."""
        now = {**self.known.people.get(person_id or 0, {}), **values}
        company, external = str(now.get("company") or ""), bool(now.get("external"))
        sentences = self.places.take(add, company, external)
        advice = "Skip this row, and put the person on the waitlist by hand"
        return [RowProblem("role", f"{sentence}. {advice}") for sentence in sentences]

    def _roles(self, row: RosterRow, problems: list[RowProblem]) -> tuple[Role, ...]:
        """The row's own role, else the one asked for; a problem where the cohort's format does not know it."""
        if self.format is None:
            return ()
        own = row.values.get("role")
        roles = tuple(own) if isinstance(own, tuple) else self.roles
        fitting = roles_of(self.format)
        if not roles and fitting == (Role.PEER,):
            return fitting
        wanted = " or ".join(role.value for role in fitting)
        if not roles and not any(problem.field == "role" for problem in problems):
            problems.append(RowProblem("role", f"Role is empty. Choose {wanted}"))
        if any(role not in fitting for role in roles):
            problems.append(RowProblem("role", f"Role must be {wanted} here", fitting[0].value))
        return tuple(role for role in roles if isinstance(role, Role))

    def _changes(
        self, row: RosterRow, person_id: int | None, manager: int | None
    ) -> tuple[dict[str, Any], dict[str, str]]:
        now = self.known.people.get(person_id or 0, {})
        given = {name: value for name, value in row.values.items() if name in PLAIN_TOO or name in LISTS}
        given |= {name: value for name, value in row.values.items() if name.startswith(CUSTOM)}
        if manager is not None:
            given["manager"] = manager
        changes = {name: value for name, value in given.items() if self._differs(name, now.get(name), value)}
        before = {name: _said(now.get(name)) for name in changes if person_id is not None}
        if "manager" in before:
            before["manager"] = self.known.people.get(now.get("manager") or 0, {}).get("name", "")
        return changes, before

    def _differs(self, name: str, now: Any, value: Any) -> bool:
        if self.only_empty and now not in (None, "", (), False):
            return False
        return bool(now != value and not (name == "email" and str(now or "").lower() == str(value).lower()))

    def _enrollments(
        self, row: RosterRow, person_id: int | None, roles: tuple[Role, ...]
    ) -> tuple[tuple[Role, ...], dict[int, int]]:
        """Roles to enroll in, and capacities to change of enrollments that are there."""
        add: list[Role] = []
        capacities: dict[int, int] = {}
        capacity = row.values.get("capacity")
        for role in roles:
            there: Enrolled | None = self.known.enrollments.get((person_id or 0, role))
            if there is None:
                add.append(role)
            elif isinstance(capacity, int) and there.capacity != capacity and not self.only_empty:
                capacities[there.id] = max(capacity, there.used)
        return tuple(add), {id_: n for id_, n in capacities.items() if n != self.known.enrolled[id_].capacity}


def _texts(row: RosterRow, roles: tuple[Role, ...]) -> dict[str, str]:
    texts = {name: _said(value) for name, value in row.values.items()}
    if roles:
        texts["role"] = " and ".join(role.value for role in roles)
    return texts


def _said(value: Any) -> str:
    """A value as a cell shows it."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return "; ".join(map(str, value))
    return str(value)
