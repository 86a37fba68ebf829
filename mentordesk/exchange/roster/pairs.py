"""A file with two people side by side in each row: a list of people, each with the place that the row gives them.

Knows no desk.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from mentordesk.domain.cohorts import Role
from mentordesk.domain.errors import UserError
from mentordesk.domain.import_sides import is_other, number_of, role_of, row_of, side_of
from mentordesk.domain.wording import counted
from mentordesk.exchange.reading.cells import CellValue
from mentordesk.exchange.reading.tables import NumberedRow
from mentordesk.exchange.roster.fields import KEYS, LISTS, NAMES, side_and_field
from mentordesk.exchange.roster.places import with_place
from mentordesk.exchange.roster.prepared import is_program
from mentordesk.exchange.roster.row import PastPlace, RosterRow, RowProblem
from mentordesk.exchange.roster.shapes import groups, merged
from mentordesk.exchange.roster.sides import PLACE, are_pairs
from mentordesk.exchange.synonyms.spelling import words_of

_NOT_ABOUT_PEOPLE = ("role", "rank", "partner")
_A_QUARTER = 1 / 4
_THE_SAME = "Both of the pair are the same person. Change one of them, or skip the row"


@dataclass(slots=True)
class Unfolded:
    """The file as a list with a row for each person; `cells` are the rows as they stand in the file, by number.

    `keyless` are the numbers of people for whom it has no column with an address or number, `said` sentences.
    """

    headings: tuple[str, ...]
    rows: list[NumberedRow]
    mapping: dict[str, str | None]
    cells: dict[int, tuple[CellValue, ...]]
    keyless: set[int] = field(default_factory=set)
    said: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Layout:
    """Where each cell of a row goes: for each side from which column to which, and for what both share."""

    headings: list[str] = field(default_factory=list)
    mapping: dict[str, str | None] = field(default_factory=dict)
    sides: dict[str, dict[int, int]] = field(default_factory=dict)
    own: dict[str, set[str]] = field(default_factory=dict)
    shared: dict[int, int] = field(default_factory=dict)
    _places: dict[tuple[str, str], int] = field(default_factory=dict)

    def place(self, name: str | None, heading: str, key: str = "") -> int:
        """The column of a field, a new one where there is none yet."""
        found = self._places.get((name or "", key))
        if found is None:
            while heading in self.mapping:
                heading = f"{heading}\u200b"
            found = self._places[name or "", key] = len(self.headings)
            self.headings.append(heading)
            self.mapping[heading] = name
        return found


def check(mapping: Mapping[str, str | None]) -> None:
    """UserError where the columns do not tell two people of a row who make a pair."""
    if not are_pairs(mapping):
        raise UserError(
            "No columns are matched to both people of a row.",
            advice="Match columns to “Mentor: Name” and “Mentee: Name”, or to the e-mail of both.",
        )


def unfolded(headings: Sequence[str], rows: Sequence[NumberedRow], mapping: Mapping[str, str | None]) -> Unfolded:
    """A row for each person, with the fields of all sides in the same columns: dates and levels are one scale.

    What both share goes with the first person of a row, so that it is mended once.
    """
    layout = _layout(headings, mapping)
    filled, count = _continued(rows, next(iter(layout.sides.values())))
    width = len(layout.headings)
    role = layout.headings.index("Role")
    made = Unfolded(tuple(layout.headings), [], layout.mapping, dict(rows))
    for number, cells in filled:
        shared = layout.shared
        for side, columns in layout.sides.items():
            if all(cells[at] is None for at in columns):
                continue
            texts: list[CellValue] = [None] * width
            for at, to in (columns | shared).items():
                texts[to] = cells[at] if texts[to] is None else texts[to]
            texts[role] = role_of(side).value
            made.rows.append((number_of(side, number), tuple(texts)))
            shared = {}
    no_key = {side for side, fields in layout.own.items() if not fields & set(KEYS)}
    made.keyless = {number for number, _cells in made.rows if side_of(number) in no_key}
    if count:
        goes = "1 row goes" if count == 1 else f"{count:,} rows go"
        made.said.append(f"{goes} on with the {next(iter(layout.sides))} of the row above")
    return made


def _layout(headings: Sequence[str], mapping: Mapping[str, str | None]) -> _Layout:
    layout = _Layout()
    layout.place("role", "Role")
    plain: dict[int, str] = {}
    for at, heading in enumerate(headings):
        side, name = side_and_field(mapping.get(heading))
        if side:
            called = words_of(heading).replace(words_of(side), "").strip() if name in LISTS else ""
            to = layout.place(name, called or heading, called)
            layout.sides.setdefault(side, {})[at] = to
            layout.own.setdefault(side, set()).add(name)
        elif name in PLACE or (not name and is_program(heading)):
            layout.shared[at] = layout.place(name or None, heading, "" if name else heading)
        elif name and name not in _NOT_ABOUT_PEOPLE:
            plain[at] = name
    for at, name in plain.items():
        for side, columns in layout.sides.items():
            if name not in layout.own[side]:
                columns[at] = layout.place(name, headings[at])
    return layout


def _continued(rows: Sequence[NumberedRow], columns: Iterable[int]) -> tuple[list[NumberedRow], int]:
    """A list led by one side says each of them once where cells were merged: the rows below go on with them."""
    columns = list(columns)
    empty = {number for number, cells in rows if all(cells[at] is None for at in columns)}
    if not rows or rows[0][0] in empty or len(empty) < _A_QUARTER * len(rows):
        return list(rows), 0
    filled: list[NumberedRow] = []
    for number, cells in rows:
        if number in empty:
            above, own = filled[-1][1], list(cells)
            for at in columns:
                own[at] = above[at]
            cells = tuple(own)
        filled.append((number, cells))
    return filled, len(empty)


def typed(edits: Mapping[int, Mapping[str, str]], of_file: Unfolded) -> dict[int, dict[str, str]]:
    """What was typed, with what both of a row share put to the first of them, where it is read."""
    first: dict[int, int] = {}
    for number, _cells in of_file.rows:
        first.setdefault(row_of(number), number)
    found: dict[int, dict[str, str]] = {}
    for number, texts in edits.items():
        for name, text in texts.items():
            whose = first.get(row_of(number), number) if name in PLACE else number
            found.setdefault(whose, {})[name] = text
    return found


def people(rows: Sequence[RosterRow], of_file: Unfolded) -> list[RosterRow]:
    """A row for each person, with a place for each row of the file; its cells and lines are those of the file."""
    by_row: dict[int, list[RosterRow]] = {}
    for row in rows:
        by_row.setdefault(row_of(row.number), []).append(row)
    placed = {one.number: one for beside in by_row.values() for one in _placed(beside)}
    found = groups([placed[row.number] for row in rows])
    return [_as_in_file(_one(group), of_file) for group in found]


def sentence(rows: Iterable[RosterRow]) -> str:
    """How the file was understood, without a full stop."""
    everybody = list(rows)
    places = [place for row in everybody for place in row.enrollments if place.beside]
    pairs = sum(len(place.beside) for place in places) // 2
    lines = len({row_of(place.row) for row in everybody for place in row.enrollments})
    who = f"{len(everybody):,} {'person' if len(everybody) == 1 else 'people'}"
    goes = "1 row is" if lines == 1 else f"{lines:,} rows are"
    return f"{goes} read as {counted(pairs, 'pair')} of {who}, who stand side by side"


def _placed(beside: Sequence[RosterRow]) -> Iterable[RosterRow]:
    """The people of a row, each with the place that the first of them has in the cohort, and with the others."""
    first = next(iter(with_place(beside[0]).enrollments), PastPlace("")) if beside else PastPlace("")
    if not first.cohort:
        lead = with_place(replace(beside[0], values={**beside[0].values, "cohort": "-"}))
        first = replace(lead.enrollments[0], cohort="")
    for row in beside:
        others = [one for one in beside if is_other(side_of(one.number), side_of(row.number))]
        place = replace(
            first,
            role=role_of(side_of(row.number)),
            partner="",
            row=row.number,
            beside=tuple(one.number for one in others),
        )
        hidden = (*PLACE, "role") if place.cohort else PLACE
        values = {name: value for name, value in row.values.items() if name not in hidden}
        names = [str(one.values["name"]) for one in others if "name" in one.values]
        yield replace(row, values=values | ({"partner": "; ".join(names)} if names else {}), enrollments=(place,))


def _one(group: Sequence[RosterRow]) -> RosterRow:
    """All rows about a person as one, in every role they have."""
    row = merged(list(group))
    values = dict(row.values)
    roles = {one for each in group for one in _roles(each)}
    if roles:
        values["role"] = tuple(role for role in Role if role in roles)
    names = dict.fromkeys(name for each in group if (name := str(each.values.get("partner", ""))))
    if names:
        values["partner"] = "; ".join(names)
    numbers = {each.number for each in group}
    alone = not any(numbers.intersection(place.beside) for place in row.enrollments)
    problems = row.problems if alone else (*row.problems, RowProblem(_who(row), _THE_SAME))
    return replace(row, values=values, problems=problems)


def _roles(row: RosterRow) -> tuple[Role, ...]:
    said = row.values.get("role")
    return tuple(one for one in said if isinstance(one, Role)) if isinstance(said, tuple) else ()


def _who(row: RosterRow) -> str:
    return next((name for name in (*KEYS, *NAMES) if name in row.values), "name")


def _as_in_file(row: RosterRow, of_file: Unfolded) -> RosterRow:
    numbers = dict.fromkeys(row_of(number) for number, _cells in row.lines)
    lines = tuple((number, of_file.cells[number]) for number in numbers)
    return replace(row, cells=lines[0][1], lines=lines)
