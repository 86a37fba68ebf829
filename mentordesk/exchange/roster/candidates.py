"""What each column of a file may be, by its heading, its cells and the columns beside it. Decides nothing."""

import re
from collections.abc import Iterable, Mapping, Sequence

from mentordesk.exchange.reading.cells import CellValue
from mentordesk.exchange.roster.content import are_names, are_places_in_cohorts, fields_by_content, fits
from mentordesk.exchange.roster.fields import KEYS, LISTS, NAMES, PAST
from mentordesk.exchange.roster.headings import SURE, history_field, scores
from mentordesk.exchange.roster.numbers import yes_or_no
from mentordesk.exchange.roster.prepared import is_program
from mentordesk.exchange.roster.questions import core, role_in
from mentordesk.exchange.roster.ranks import Group, Kind, groups, kind_of, ticked_role
from mentordesk.exchange.roster.survey import recipient_field, service_columns
from mentordesk.exchange.roster.synonyms import TOPICS, without_field
from mentordesk.exchange.synonyms.spelling import words_of

Scores = dict[str, int]
Column = list[CellValue]

SAMPLE = 200
_ENOUGH = 400
PLACE_IN_COHORT = 105
"""The score of a column that is a cohort: its cells say what people were in it."""
_OF_RECIPIENT, _BY_CONTENT, _TICKS, _SOMEBODY, _OTHER_ROLE = 35, 30, 75, 70, 88
_JOB_CALLED_ROLE, _IN_HISTORY = 90, 110
# Where a system has the manager three times, an address is surer than a number, and a number than a name.
_MANAGER_KEYS = ((3, frozenset(("email", "mail"))), (2, frozenset(("id", "number", "no", "nr"))))
# What cells show even against their heading.
_CERTAIN = frozenset(("email", "role"))
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


class Columns:
    """The columns of a file with their first cells, and which of them belong together."""

    def __init__(self, headings: Sequence[str], rows: Iterable[Sequence[CellValue]]) -> None:
        sample = [row for _index, row in zip(range(SAMPLE), rows, strict=False)]
        self.headings = headings
        self.cells: Mapping[str, Column] = {
            heading: [_start(row[index]) for row in sample] for index, heading in enumerate(headings)
        }
        self.of_service = service_columns(headings)
        self.group_of = {heading: group for group in groups(headings) for heading in group.headings}

    def filled(self, heading: str) -> Column:
        """The cells of a column without the empty ones."""
        return [cell for cell in self.cells[heading] if cell is not None]

    def together(self, one: str, other: str) -> bool:
        """Whether two columns answer one question."""
        group = self.group_of.get(one)
        return group is not None and other in group.headings

    def names_items(self, heading: str) -> bool:
        """Whether a column stands for one item of a list, ranked or ticked below: it adds to what others say."""
        group = self.group_of.get(heading)
        return group is not None and self._kind(group) in (Kind.RANKS, Kind.TICKS)

    def _kind(self, group: Group) -> Kind | None:
        return kind_of(group, [self.cells[member] for member in group.headings])

    def candidates(self, custom_fields: Sequence[str], given: Mapping[str, str | None]) -> dict[str, Scores]:
        """For each heading that is not given the fields it may mean, with scores as `roster_headings` gives them."""
        found = {heading: self._of(heading, custom_fields) for heading in self.headings if heading not in given}
        self._add_cohorts(found)
        self._set_topics(found)
        self._add_second_role(found)
        self._add_somebody(found)
        _leave_programs(found)
        self._set_history(found, "cohort" in given.values())
        self._add_by_sight(found)
        return found

    def _of(self, heading: str, custom_fields: Sequence[str]) -> Scores:
        cells = self.filled(heading)
        if heading in self.of_service:
            field = recipient_field(heading)
            return {field: _OF_RECIPIENT} if field and cells else {}
        listed = self._as_list(heading, custom_fields)
        if listed is not None:
            return listed
        if _is_cohort(heading, cells):
            return {"cohort": PLACE_IN_COHORT}
        if ticked_role(heading, cells):
            return {"role": _TICKS}
        said = scores(heading, custom_fields)
        found = {field: score for field, score in said.items() if fits(field, cells) or _is_told(field, heading)}
        if said.get("role", 0) > SURE and not found:
            return {"title": _JOB_CALLED_ROLE}
        if "manager" in found:
            words = set(words_of(heading).split())
            found["manager"] += next((more for more, keys in _MANAGER_KEYS if keys & words), 0)
        return found

    def _as_list(self, heading: str, custom_fields: Sequence[str]) -> Scores | None:
        """What a column means that is one of several of a list: what their question means. None if it is no such."""
        group = self.group_of.get(heading)
        if group is None:
            return None
        said = {field: score for field, score in scores(group.question, custom_fields).items() if field in LISTS}
        if not said:
            return None
        return said if self._kind(group) is not None else {}

    def _add_cohorts(self, found: dict[str, Scores]) -> None:
        """A column called like a cohort but for the year is one too, whatever stands in its few cells."""
        like = {_YEAR.sub("", heading) for heading, fields in found.items() if fields.get("cohort") == PLACE_IN_COHORT}
        for heading in found:
            if _YEAR.search(heading) and _YEAR.sub("", heading) in like:
                found[heading] = {"cohort": PLACE_IN_COHORT}

    def _set_topics(self, found: dict[str, Scores]) -> None:
        """Topics in a file of mentors are what they offer, unless the heading says more."""
        roles = {
            role
            for heading, fields in found.items()
            if fields.keys() & {*NAMES, *KEYS} and (role := role_in(words_of(core(heading)))[0])
        }
        if roles != {"mentor"}:
            return
        for heading, fields in found.items():
            group = self.group_of.get(heading)
            if "wants" in fields and words_of(core(group.question if group else heading)) in TOPICS:
                found[heading] = {"offers": fields["wants"]}

    def _add_second_role(self, found: dict[str, Scores]) -> None:
        """A file with the mentor and the mentee in each row is about the first of them, with the other as partner."""
        by_role: dict[str, list[str]] = {}
        for heading, fields in found.items():
            role, rest = role_in(words_of(core(heading)))
            if role and rest and fields.keys() & {*NAMES, *KEYS}:
                by_role.setdefault(role, []).append(heading)
        for role in list(by_role)[1:]:
            for heading in by_role[role]:
                is_key = bool(found[heading].keys() & set(KEYS))
                found[heading] = {"partner": _OTHER_ROLE - (not is_key)}

    def _add_somebody(self, found: dict[str, Scores]) -> None:
        """A column that is just called Mentee has the people, or the partners of those who are named elsewhere."""
        for heading, fields in found.items():
            if fields or not self._is_somebody(heading):
                continue
            cells = self.filled(heading)
            named = any(fields.get(name, 0) >= _SOMEBODY for fields in found.values() for name in NAMES)
            if fields_by_content(cells) == ["email"]:
                keyed = any(fields.get("email", 0) >= _SOMEBODY for fields in found.values())
                found[heading] = {"partner" if keyed else "email": _SOMEBODY}
            elif fits("name", cells) and fits("manager", cells):
                found[heading] = {"partner" if named else "name": _SOMEBODY}
            elif fits("capacity", cells):
                found[heading] = {"capacity": _SOMEBODY}

    def _is_somebody(self, heading: str) -> bool:
        role, rest = role_in(words_of(core(heading)))
        return bool(role) and not rest and not fits("role", self.filled(heading))

    def _set_history(self, found: dict[str, Scores], given: bool) -> None:
        """A list with cohorts is about the past: "Start" is when a cohort began. Without one there is no such field."""
        cohorts = any(SURE <= fields.get("cohort", 0) < PLACE_IN_COHORT for fields in found.values()) or given
        for heading, fields in found.items():
            field = history_field(heading)
            if cohorts and field and fits(field, self.filled(heading)):
                found[heading] = {field: _IN_HISTORY}
            elif not cohorts:
                for name in PAST[1:]:
                    fields.pop(name, None)

    def _add_by_sight(self, found: dict[str, Scores]) -> None:
        """What the cells say where the heading says nothing."""
        silent = [heading for heading in found if not found[heading] and self._may_speak(heading)]
        for heading in silent:
            seen = fields_by_content(self.filled(heading))
            if not scores(heading) or set(seen) <= _CERTAIN:
                found[heading] = dict.fromkeys(seen, _BY_CONTENT)
        if any(fields.keys() & set(NAMES) and self.filled(heading) for heading, fields in found.items()):
            return
        addresses = next((self.cells[heading] for heading, fields in found.items() if "email" in fields), [])
        for heading in silent:
            if not found[heading] and are_names(self.cells[heading], addresses):
                found[heading] = {"name": _BY_CONTENT}

    def _may_speak(self, heading: str) -> bool:
        return heading not in self.of_service and words_of(heading) not in without_field()


def _is_told(field: str, heading: str) -> bool:
    """Numbers 1, 2, 3 under "ID" count the lines; under "Employee ID" they are those of a small company."""
    return field == "employee_number" and len(words_of(heading).split()) > 1


def _start(cell: CellValue) -> CellValue:
    """Enough of a long text to see what it is."""
    return cell[:_ENOUGH] if isinstance(cell, str) else cell


def _leave_programs(found: Mapping[str, Scores]) -> None:
    """Where there are cohorts, a column of programs says what these are of."""
    cohorts = [heading for heading, fields in found.items() if fields.get("cohort", 0) >= SURE]
    if not all(map(is_program, cohorts)):
        for heading in filter(is_program, cohorts):
            found[heading].pop("cohort")


def _is_cohort(heading: str, cells: Column) -> bool:
    """Whether a column is a cohort: called like one or with a year, with roles of people in it; or like one with a
    year, with ticks."""
    called = "cohort" in scores(heading) or "cohort" in scores(_YEAR.sub("", heading))
    dated = bool(_YEAR.search(heading))
    if called and dated and cells and all(yes_or_no(cell) is not None for cell in cells):
        return True
    return (called or dated) and are_places_in_cohorts(cells)
