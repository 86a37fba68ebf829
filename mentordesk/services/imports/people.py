"""What every row of a file will do: who it is, what it changes, where it enrolls, what its past was. Writes nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.orm import Session

from mentordesk.domain.cohorts import Role
from mentordesk.domain.importing import RowState
from mentordesk.domain.people import PersonStatus
from mentordesk.exchange.roster.roster import Roster, RosterRow, RowProblem
from mentordesk.services.desk import today
from mentordesk.services.imports import history as import_history
from mentordesk.services.imports import identity as import_identity
from mentordesk.services.imports import places
from mentordesk.services.imports.changes import Changes, changes, differs
from mentordesk.services.imports.finder import Finder
from mentordesk.services.imports.history import Past
from mentordesk.services.imports.identity import SAME, Identity
from mentordesk.services.imports.index import Known, load
from mentordesk.services.imports.managers import Managers
from mentordesk.services.imports.request import Hooks, ImportRequest

_EVERY = 500


@dataclass(slots=True)
class PlannedRow:
    """What a row will do. `person` is the id of somebody who is here, or below zero for somebody new.

    `values` are only the fields that change; `takes_part` are the roles in the cohort, `roles` those to add,
    `capacities` those to change, by id of the enrollment; `manager` a person as above. `asks` is whom the row asks
    about; `apart` are namesakes who are somebody else; `past` says that places of the past are added.
    """

    person: int
    source: RosterRow
    person_id: int | None
    values: dict[str, Any]
    before: dict[str, str]
    problems: list[RowProblem]
    roles: tuple[Role, ...] = ()
    capacities: dict[int, int] = field(default_factory=dict)
    manager: int | None = None
    has_left: bool = False
    takes_part: tuple[Role, ...] = ()
    asks: int | None = None
    apart: tuple[int, ...] = ()
    past: bool = False

    @property
    def state(self) -> RowState:
        """Wrong ones are left out, whatever they would change."""
        if self.problems:
            return RowState.WRONG
        if self.person_id is None:
            return RowState.NEW
        changed = self.values or self.roles or self.capacities or self.manager is not None or self.past
        return RowState.CHANGED if changed else RowState.UNCHANGED

    def asks_in(self, problem: RowProblem) -> int | None:
        """Whom a problem asks about, if it does."""
        return self.asks if problem.sentence.endswith(SAME) else None

    @property
    def capacity(self) -> int:
        """How many pairs at once, of a new enrollment."""
        found = self.source.values.get("capacity")
        return max(found if isinstance(found, int) else 1, places.places_needed(self.source))


@dataclass(frozen=True, slots=True)
class Plan:
    """All rows of a file against the desk. `sentences` say how people were found, `notes` what becomes of the desk
    besides the rows."""

    rows: tuple[PlannedRow, ...]
    known: Known
    past: Past
    sentences: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def to_write(self) -> list[PlannedRow]:
        return [row for row in self.rows if row.state in (RowState.NEW, RowState.CHANGED)]


def plan(
    session: Session, rows: Sequence[RosterRow], request: ImportRequest, read: Roster, hooks: Hooks | None = None
) -> Plan:
    """Every row against the desk. Raises NotFoundError where the cohort is gone, CancelledError when stopped."""
    return _Planner(session, request, read, rows, hooks or Hooks()).plan()


class _Planner:
    def __init__(
        self, session: Session, request: ImportRequest, read: Roster, rows: Sequence[RosterRow], hooks: Hooks
    ) -> None:
        self._session, self._request, self._source, self._hooks = session, request, rows, hooks
        self._today = today(session)
        self._known = load(session, request.cohort_id)
        self._places = places.places(session, self._known, request, read.role, read.shape)

    def plan(self) -> Plan:
        identities = import_identity.identify(self._known, self._source, self._request.same)
        history = import_history.History(self._session, self._request, self._source)
        rows = []
        for place, (source, identity) in enumerate(zip(self._source, identities, strict=True)):
            if place % _EVERY == 0:
                self._hooks.part(35, 45, place, len(self._source))
            row = self._row(place, source, identity)
            row.problems += history.problems(source)
            rows.append(row)
        finder = Finder(self._known, ((row.person, row.source) for row in rows if not row.problems))
        managers = self._manage(rows, finder)
        gone = {row.person for row in rows if row.has_left}
        past = history.plan([(row.person, row.source) for row in rows if not row.problems], finder, gone)
        for row in rows:
            row.past = row.person in past.touched
        sentences = (*import_identity.sentences(identities), *managers.sentences())
        return Plan(tuple(rows), self._known, past, sentences, (*self._notes(rows), *past.notes))

    def _row(self, place: int, source: RosterRow, identity: Identity) -> PlannedRow:
        now = self._known.people.get(identity.person_id or 0, {})
        found = changes(source, now, self._request, self._today, identity.number)
        has_left = found.values.get("status", now.get("status")) is PersonStatus.LEFT
        row = PlannedRow(
            person=identity.person_id or -place - 1,
            source=source,
            person_id=identity.person_id,
            values=found.values,
            before=found.before,
            problems=[*source.problems, *identity.problems],
            has_left=has_left,
            asks=identity.apart[0] if identity.apart and identity.problems else None,
            apart=identity.apart,
        )
        self._enroll(row, found)
        return row

    def _enroll(self, row: PlannedRow, found: Changes) -> None:
        """Who has left is offered for nothing new, in a file as by hand; everybody else takes part as it says."""
        if row.has_left:
            return
        row.takes_part, problems = self._places.roles_of(row.source)
        row.problems += problems
        row.roles, row.capacities = self._places.enrollments(row.source, row.person_id, row.takes_part)
        if row.capacities:
            found.before["capacity"] = str(self._known.enrolled[next(iter(row.capacities))].capacity)

    def _manage(self, rows: Sequence[PlannedRow], finder: Finder) -> Managers:
        """The manager of each row that is imported, in a second round: a row may be left out for its own manager."""
        managers = Managers(self._known, finder)
        wanted: dict[int, int] = {}
        for place, row in enumerate(rows):
            if place % _EVERY == 0:
                self._hooks.part(45, 50, place, len(rows))
            manager, problems = managers.find(row.person, row.source)
            row.problems += problems
            if manager is not None:
                wanted[row.person] = manager
            if not row.problems:
                now = self._known.people.get(row.person_id or 0, {})
                row.problems += self._places.too_many(row.roles, {**now, **row.values})
        left_out = {row.person for row in rows if row.problems and row.person_id is None}
        good = [row for row in rows if not row.problems and row.person in wanted and self._may_change(row)]
        managers.release(row.person for row in good)
        for row in good:
            self._set_manager(row, managers.settle(row.person, wanted[row.person], left_out))
        return managers

    def _may_change(self, row: PlannedRow) -> bool:
        now = self._known.people.get(row.person_id or 0, {}).get("manager_id")
        return now is None or not self._request.only_empty

    def _set_manager(self, row: PlannedRow, manager: int | None) -> None:
        now = self._known.people.get(row.person_id or 0, {}).get("manager_id")
        if manager is None or not differs("manager", now, manager, keep=False):
            return
        row.manager = manager
        if row.person_id is not None:
            row.before["manager"] = self._known.name(now)

    def _notes(self, rows: Sequence[PlannedRow]) -> list[str]:
        left = sum(row.has_left and not row.problems for row in rows)
        if not left or self._request.cohort_id is None:
            return []
        if left == 1:
            return ["1 person has left the company and is not enrolled"]
        return [f"{left:,} people have left the company and are not enrolled"]
