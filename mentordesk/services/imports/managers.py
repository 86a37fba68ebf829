"""Managers named in a roster: found by e-mail, employee number or name, in the desk or in the same file.

A manager who is nowhere is left out with a sentence; only a name that is nearly somebody's is a problem to mend.
"""

from collections.abc import Iterable

from mentordesk.domain.wording import counted
from mentordesk.exchange.roster.roster import RosterRow, RowProblem
from mentordesk.services.imports.finder import Finder
from mentordesk.services.imports.index import Known


class Managers:
    """Looks managers up, keeps the lines of reporting free of rings, and counts for the sentences."""

    def __init__(self, known: Known, finder: Finder) -> None:
        self._finder = finder
        self._now: dict[int, int | None] = {id_: values["manager_id"] for id_, values in known.people.items()}
        self._named, self._found, self._own, self._rings = 0, 0, 0, 0

    def find(self, person: int, row: RosterRow) -> tuple[int | None, list[RowProblem]]:
        """The manager of somebody, or None, and what is wrong with the name."""
        text = row.values.get("manager")
        if not isinstance(text, str) or not text:
            return None, []
        self._named += 1
        people = self._finder.find(text, str(row.values.get("department", "")))
        if people == {person}:
            self._own += 1
            return None, []
        people -= {person}
        if len(people) > 1:
            return None, [RowProblem("manager", f"Several people are called {text}. Give the manager's e-mail")]
        if people:
            self._found += 1
            return people.pop(), []
        near = self._finder.near(text)
        if near and self._finder.find(near) != {person}:
            return None, [RowProblem("manager", f"No such manager. Did you mean {near}?", near)]
        return None, []

    def release(self, people: Iterable[int]) -> None:
        """Forget the managers of people who get another one: no ring is made of what will not be any more."""
        self._now.update(dict.fromkeys(people))

    def settle(self, person: int, manager: int, left_out: set[int]) -> int | None:
        """The manager as stored: nobody whose own row is left out, or who would report to the own report."""
        if manager in left_out:
            self._found -= 1
            return None
        if self._is_above(person, manager):
            self._found -= 1
            self._rings += 1
            return None
        self._now[person] = manager
        return manager

    def _is_above(self, person: int, wanted: int) -> bool:
        """Whether somebody would stand above themselves with this manager."""
        seen: set[int] = set()
        step: int | None = wanted
        while step is not None and step not in seen:
            if step == person:
                return True
            seen.add(step)
            step = self._now.get(step)
        return False

    def sentences(self) -> list[str]:
        """How many managers were found; said only where the file names some."""
        if not self._named:
            return []
        rest = self._named - self._found - self._own - self._rings
        left_out = f"; {rest} {'is' if rest == 1 else 'are'} not in the desk and left empty" if rest else ""
        said = [f"Managers were found for {self._found} of {self._named} people{left_out}"]
        if self._own:
            have = "1 person has" if self._own == 1 else f"{self._own:,} people have"
            said.append(f"{have} themselves as the manager, who is left empty")
        if self._rings:
            said.append(f"{counted(self._rings, 'manager')} would report to the own report, and is left empty")
        return said
