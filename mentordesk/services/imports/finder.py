"""Who a manager or partner named in a file is: by e-mail, employee number or name, in the desk or in the same file."""

from collections.abc import Iterable
from functools import cached_property

from mentordesk.domain.text import fold
from mentordesk.exchange.roster.roster import RosterRow
from mentordesk.services.imports.index import Known, bare

NEAR = 88
"""From this likeness on, of 100, a name that nobody has is taken for a slip of the pen."""
_MOST_SLIPS = 300
"""A file that names more strangers than this names people who are not in it: looking for each takes a millisecond."""


class Finder:
    """People of the desk are their ids; new rows of the file are numbers below zero."""

    def __init__(self, known: Known, rows: Iterable[tuple[int, RosterRow]]) -> None:
        self._known = known
        self._names: dict[str, set[int]] = {}
        self._spellings: dict[str, str] = {}
        self._departments: dict[int, str] = {}
        self._keys: dict[str, int] = {}
        self._bare: dict[str, set[int]] = {}
        self._near: dict[str, str] = {}
        for person_id, values in known.people.items():
            self._add(person_id, values["name"], values["department"], values["email"], values["employee_number"])
        for person, row in rows:
            texts = [str(row.values.get(name) or "") for name in ("name", "department", "email", "employee_number")]
            self._add(person, *texts)

    def _add(self, person: int, name: str, department: str, email: str | None, number: str | None) -> None:
        if name:
            folded = fold(name)
            self._names.setdefault(folded, set()).add(person)
            self._spellings.setdefault(folded, name)
        if department:
            self._departments[person] = fold(department)
        for key in (email, number):
            if key:
                self._keys.setdefault(fold(key), person)
        if key := bare(number or ""):
            self._bare.setdefault(key, set()).add(person)

    def find(self, text: str, department: str = "") -> set[int]:
        """Everybody who may be meant. Of several namesakes the one of this department, if that is one."""
        wanted = fold(" ".join(text.split()))
        if wanted in self._keys:
            return {self._keys[wanted]}
        people = self._names.get(wanted) or self._bare.get(bare(wanted), set())
        if len(people) > 1 and department:
            near = {person for person in people if self._departments.get(person) == fold(department)}
            return near if len(near) == 1 else people
        return set(people)

    def near(self, text: str) -> str:
        """The name that was probably meant by one that nobody has; "" where none is like it."""
        wanted = fold(" ".join(text.split()))
        if "@" in wanted or " " not in wanted:
            return ""
        if wanted not in self._near and len(self._near) >= _MOST_SLIPS:
            return ""
        if wanted not in self._near:
            from rapidfuzz import fuzz, process

            found = process.extractOne(wanted, self._choices, scorer=fuzz.ratio, score_cutoff=NEAR)
            self._near[wanted] = self._spellings[found[0]] if found else ""
        return self._near[wanted]

    @cached_property
    def _choices(self) -> list[str]:
        return [name for name in self._spellings if " " in name]
