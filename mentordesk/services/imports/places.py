"""Where the people of a file are enrolled: their roles in the cohort, and how many places they have there."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from mentordesk.data.tables import Cohort, Program
from mentordesk.domain.cohorts import Role, roles_of
from mentordesk.domain.errors import NotFoundError
from mentordesk.domain.importing import Shape
from mentordesk.domain.programs import Format
from mentordesk.exchange.roster.roster import RosterRow, RowProblem
from mentordesk.services.imports.index import Enrolled, Known
from mentordesk.services.imports.request import ImportRequest
from mentordesk.services.programs.company_places import Taken, taken

_PAST = (Shape.HISTORY, Shape.WIDE, Shape.PAIRS)
"""Shapes in which a row says the cohort, and whoever has one there is not enrolled anew."""


@dataclass(frozen=True, slots=True)
class Places:
    """The cohort that people are enrolled in, as an import needs it; without a format nobody is enrolled."""

    known: Known
    format: Format | None
    companies: Taken
    roles: tuple[Role, ...]
    keeps: bool
    shape: Shape

    def roles_of(self, row: RosterRow) -> tuple[tuple[Role, ...], list[RowProblem]]:
        """The row's own role, else the one asked for; a problem where the cohort's format does not know it."""
        if self.format is None:
            return (), []
        own = row.values.get("role")
        asked = () if self.shape is Shape.PAIRS else self.roles
        roles = tuple(role for role in own if isinstance(role, Role)) if isinstance(own, tuple) else asked
        fitting = roles_of(self.format)
        if not roles and self.shape in _PAST:
            return (), []
        if self.shape is Shape.PAIRS and fitting == (Role.PEER,):
            return fitting, []
        if not roles and fitting == (Role.PEER,):
            return fitting, []
        wanted = " or ".join(role.value for role in fitting)
        problems = []
        if not roles and not any(problem.field == "role" for problem in row.problems):
            problems.append(RowProblem("role", f"Role is empty. Choose {wanted}"))
        if any(role not in fitting for role in roles):
            problems.append(RowProblem("role", f"Role must be {wanted} here", fitting[0].value))
        return roles, problems

    def enrollments(
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
            elif isinstance(capacity, int) and there.capacity != capacity and not self.keeps:
                capacities[there.id] = max(capacity, there.used)
            elif (needed := places_needed(row)) > there.capacity:
                capacities[there.id] = needed
        return tuple(add), {id_: n for id_, n in capacities.items() if n != self.known.enrolled[id_].capacity}

    def too_many(self, add: tuple[Role, ...], now: Mapping[str, Any]) -> list[RowProblem]:
        """A cohort takes so many people of one company, as by hand; rows further up come first."""
        sentences = self.companies.take(add, str(now.get("company") or ""), bool(now.get("external")))
        advice = "Skip this row, and put the person on the waitlist by hand"
        return [RowProblem("role", f"{sentence}. {advice}") for sentence in sentences]


def places_needed(row: RosterRow) -> int:
    """How many people stand beside somebody as partners in the cohort that the file is imported into."""
    return len({number for place in row.enrollments if not place.cohort for number in place.beside})


def places(session: Session, known: Known, request: ImportRequest, role: str, shape: Shape) -> Places:
    """The cohort of a request. `role` is what the file says its people are, where the coordinator says nothing; a role
    that the cohort does not know is not taken. Raises NotFoundError where the cohort is gone."""
    cohort_id = request.cohort_id
    if cohort_id is None:
        return Places(known, None, Taken(), request.roles, keeps=request.only_empty, shape=shape)
    cohort = session.get(Cohort, cohort_id)
    if cohort is None:
        raise NotFoundError("The cohort is not in the desk any more.", advice="Choose another one.")
    format_ = session.get_one(Program, cohort.program_id).format
    of_file = tuple(each for each in roles_of(format_) if each.value == role and shape not in _PAST)
    companies = taken(session, cohort_id)
    return Places(known, format_, companies, request.roles or of_file, request.only_empty, shape)
