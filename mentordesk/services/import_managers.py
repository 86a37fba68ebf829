"""Managers named in a roster: found by e-mail, employee number or name, in the desk or in the same file.

A manager who is nowhere is left out with a sentence; only a name that is nearly somebody's is a problem to mend.
"""

from collections.abc import Sequence
from difflib import get_close_matches

from mentordesk.domain.text import fold
from mentordesk.exchange.roster import RosterRow, RowProblem
from mentordesk.services.import_index import Known

NEAR = 0.88
"""From this likeness on, a name that nobody has is taken for a slip of the pen."""


class Managers:
    """Looks managers up. A person of the desk is their id, a new row of the file is minus its place minus 1."""

    def __init__(self, known: Known, rows: Sequence[RosterRow]) -> None:
        self._known = known
        self._named, self._found = 0, 0
        self._names: dict[str, set[int]] = {}
        self._keys: dict[str, int] = {}
        for person_id, values in known.people.items():
            self._add(person_id, str(values["name"]), values["email"], values["employee_number"])
        for place, row in enumerate(rows):
            keys = [str(row.values[name]) for name in ("email", "employee_number") if name in row.values]
            if not any(self._keys.get(fold(key)) for key in keys):
                self._add(-place - 1, str(row.values.get("name", "")), *keys)
        self._spellings = {name: name for name in self._names}

    def _add(self, person: int, name: str, *keys: str | None) -> None:
        if name:
            self._names.setdefault(fold(name), set()).add(person)
        for key in keys:
            if key:
                self._keys.setdefault(fold(key), person)

    def find(self, place: int, row: RosterRow, person_id: int | None) -> tuple[int | None, list[RowProblem]]:
        """The manager of a row, or None, and what is wrong with the name."""
        text = row.values.get("manager")
        if not isinstance(text, str) or not text:
            return None, []
        self._named += 1
        wanted = fold(" ".join(text.split()))
        people = {self._keys[wanted]} if wanted in self._keys else self._names.get(wanted, set())
        if len(people) > 1:
            return None, [RowProblem("manager", f"Several people are called {text}. Give the manager's e-mail")]
        if people & {person_id, -place - 1}:
            return None, [RowProblem("manager", "A person cannot be the own manager. Leave it empty, or name another")]
        if people:
            self._found += 1
            return next(iter(people)), []
        near = get_close_matches(wanted, self._spellings, 1, NEAR) if "@" not in wanted and " " in wanted else []
        if near:
            name = self._name_of(near[0])
            return None, [RowProblem("manager", f"No such manager. Did you mean {name}?", name)]
        return None, []

    def _name_of(self, folded: str) -> str:
        person = next(iter(self._names[folded]))
        found = self._known.people.get(person)
        return str(found["name"]) if found else folded.title()

    def sentences(self) -> list[str]:
        """How many managers were found; said only where the file names some."""
        if not self._named:
            return []
        rest = self._named - self._found
        left_out = f"; {rest} {'is' if rest == 1 else 'are'} not in the desk and left empty" if rest else ""
        return [f"Managers were found for {self._found} of {self._named} people{left_out}"]
