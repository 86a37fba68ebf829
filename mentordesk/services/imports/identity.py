"""Who the rows of a file are: by e-mail, by employee number even without its zeros, by name where nothing else tells.

Writes nothing.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from mentordesk.domain.import_sides import in_words
from mentordesk.domain.text import fold
from mentordesk.domain.wording import counted
from mentordesk.exchange.roster.fields import KEYS
from mentordesk.exchange.roster.roster import RosterRow, RowProblem
from mentordesk.services.imports.index import Known, bare

SAME = "Is it the same person?"
"""How the sentence ends that only the coordinator can answer."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a row is: a person of the desk, or None for somebody new. `number` is the employee number with the zeros that
    the file has lost; `apart` are namesakes of the desk who are somebody else, as the coordinator says."""

    person_id: int | None = None
    problems: tuple[RowProblem, ...] = ()
    number: str = ""
    apart: tuple[int, ...] = ()


def identify(known: Known, rows: Sequence[RosterRow], same: Mapping[int, int | None]) -> list[Identity]:
    """Who each row is. `same` are answers by row number: a person's id, or None for somebody else."""
    by_number = Counter(bare(_text(row, "employee_number")) for row in rows)
    finder = _Finder(known, by_number, same)
    found = [finder.by_keys(row) for row in rows]
    claimed = {identity.person_id for identity in found if identity.person_id is not None}
    named = [finder.by_name(row, identity, claimed) for row, identity in zip(rows, found, strict=True)]
    return _once_each(rows, named)


def sentences(identities: Sequence[Identity]) -> list[str]:
    """How many numbers had lost their zeros; said only where some had."""
    restored = [identity.number for identity in identities if identity.number]
    if not restored:
        return []
    have = "has" if len(restored) == 1 else "have"
    count = counted(len(restored), "number")
    return [f"Employee number: {count} {have} lost zeros in front, {bare(restored[0])} is {restored[0]}"]


@dataclass(frozen=True, slots=True)
class _Finder:
    known: Known
    bare_in_file: Mapping[str, int]
    same: Mapping[int, int | None]

    def by_keys(self, row: RosterRow) -> Identity:
        """By e-mail and employee number; a problem where these are of two people."""
        by_email = self.known.by_email.get(_text(row, "email").lower())
        by_number = self.known.by_number.get(_text(row, "employee_number").lower())
        if by_email and by_number and by_email != by_number:
            names = self.known.name(by_email), self.known.name(by_number)
            words = f"The e-mail is of {names[0]}, the employee number of {names[1]}"
            return Identity(by_email, (RowProblem("employee_number", words),))
        answer = self.same.get(row.number)
        if not by_email and not by_number and answer in self.known.people:
            return Identity(answer)
        return self._without_zeros(row, by_email or by_number, exact=by_number is not None)

    def _without_zeros(self, row: RosterRow, person_id: int | None, *, exact: bool) -> Identity:
        """The person whose number only differs in zeros in front, if that is one alone and has a like name."""
        key = bare(_text(row, "employee_number"))
        found = self.known.by_bare.get(key, []) if key and not exact else []
        if len(found) != 1 or self.bare_in_file[key] != 1 or person_id not in (None, found[0]):
            return Identity(person_id)
        stored = str(self.known.people[found[0]]["employee_number"])
        if person_id is None and not self._is_like(row, found[0]):
            return self._asked(row, (found[0],), "employee_number", f"has the number {stored}")
        return Identity(found[0], number=stored if len(stored) > len(_text(row, "employee_number")) else "")

    def _is_like(self, row: RosterRow, person_id: int) -> bool:
        """Whether the names have a word in common; a row without a name is."""
        words = set(fold(_text(row, "name")).split())
        return not words or bool(words.intersection(fold(self.known.name(person_id)).split()))

    def by_name(self, row: RosterRow, identity: Identity, claimed: set[int]) -> Identity:
        """By name alone where the row has no key; a question where somebody of this name and department is here."""
        if (
            identity.person_id is not None
            or identity.problems
            or any(problem.field in KEYS for problem in row.problems)
        ):
            return identity
        if identity.apart:
            return identity
        name, department = fold(_text(row, "name")), fold(_text(row, "department"))
        namesakes = self.known.by_name.get(name, []) if name else []
        there = [found for found in namesakes if department and fold(self._of(found, "department")) == department]
        if not any(key in row.values for key in KEYS):
            return self._by_name_alone(row, namesakes, there)
        there = [found for found in there if found not in claimed]
        if not there:
            return identity
        return self._asked(row, tuple(there), "email", f"is in {self._of(there[0], 'department')} already")

    def _by_name_alone(self, row: RosterRow, namesakes: Sequence[int], there: Sequence[int]) -> Identity:
        found = there if len(there) == 1 else namesakes
        if len(found) > 1:
            words = f"Several people are called {_text(row, 'name')}. Type the e-mail here, or skip the row"
            return Identity(None, (RowProblem("email", words),))
        return Identity(found[0] if found else None)

    def _asked(self, row: RosterRow, people: tuple[int, ...], field: str, fact: str) -> Identity:
        """A question that only the coordinator can answer; `same` may have the answer."""
        if row.number in self.same:
            return Identity(apart=people)
        keys = [(key, self._of(people[0], key)) for key in (field, *KEYS)]
        name, proposal = next(((key, value) for key, value in keys if value), (field, ""))
        shown = proposal if proposal and proposal not in fact else ""
        who = f"{self.known.name(people[0])}{f' ({shown})' if shown else ''}"
        problem = RowProblem(name, f"{who} {fact}. {SAME}", proposal or None)
        return Identity(None, (problem,), apart=people)

    def _of(self, person_id: int, name: str) -> str:
        return str(self.known.people[person_id][name] or "")


def _once_each(rows: Sequence[RosterRow], identities: Sequence[Identity]) -> list[Identity]:
    """A problem where an earlier row is about the same person by the other key."""
    first: dict[int, int] = {}
    checked = []
    for row, identity in zip(rows, identities, strict=True):
        wrong = any(problem.field in KEYS for problem in (*row.problems, *identity.problems))
        if identity.person_id is not None and not wrong:
            earlier = first.setdefault(identity.person_id, row.number)
            if earlier != row.number:
                key = next((name for name in KEYS if name in row.values), "name")
                words = f"{in_words(earlier).capitalize()} is about the same person. Skip one of the two"
                identity = replace(identity, problems=(*identity.problems, RowProblem(key, words)))
        checked.append(identity)
    return checked


def _text(row: RosterRow, name: str) -> str:
    return str(row.values.get(name, ""))
