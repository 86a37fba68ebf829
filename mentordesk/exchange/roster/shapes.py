"""What a row of a file is: a person, one of several facts about a person, or a place in a cohort of the past.

Rows about the same person become one, which keeps all rows of the file it was made of. Knows no cell and no desk.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from mentordesk.domain.import_sides import in_words, row_of
from mentordesk.domain.importing import Shape
from mentordesk.domain.text import fold
from mentordesk.domain.wording import counted, listed
from mentordesk.exchange.reading.cells import CellValue
from mentordesk.exchange.roster.content import are_places_in_cohorts
from mentordesk.exchange.roster.fields import KEYS, LISTS, PAST, label
from mentordesk.exchange.roster.numbers import number_in, yes_or_no
from mentordesk.exchange.roster.places import with_place
from mentordesk.exchange.roster.row import RosterRow, RowProblem
from mentordesk.exchange.roster.values import Value

Group = list[RosterRow]

# In a long list of facts most people come several times; in a list of people a few come twice by mistake.
_ROWS_TO_PEOPLE = 4 / 3
_UNRANKED = 10_000


def cohort_headings(
    headings: Sequence[str], rows: Sequence[Sequence[CellValue]], mapping: Mapping[str, str | None], asked: Shape | None
) -> tuple[str, ...]:
    """The headings that are a cohort each, with what people were in it below. None where the file is not wide."""
    found = tuple(heading for heading in headings if mapping.get(heading) == "cohort")
    if asked is not None:
        return found if asked is Shape.WIDE else ()
    if len(found) == 1:
        index = headings.index(found[0])
        cells = [row[index] for row in rows if row[index] is not None]
        ticked = bool(cells) and all(yes_or_no(cell) is not None for cell in cells)
        return found if ticked or are_places_in_cohorts(cells) else ()
    return found


def shape_of(rows: Sequence[RosterRow], mapping: Mapping[str, str | None], cohorts: Sequence[str]) -> Shape:
    """The shape that the rows of a file show, once each of them is read."""
    fields = {field for field in mapping.values() if field}
    if cohorts:
        return Shape.WIDE
    people = groups(rows)
    if "cohort" in fields and _is_history(rows, people, fields):
        return Shape.HISTORY
    return Shape.LONG if _is_long(rows, people, fields) else Shape.ROSTER


def groups(rows: Iterable[RosterRow]) -> list[Group]:
    """The rows of each person, in the order of the file: those with the same e-mail, else number, else name.

    A name alone goes with the one person of this name who has more, as where an address was typed in the first row.
    """
    rows = list(rows)
    keyed: dict[str, set[tuple[str, str]]] = {}
    for row in rows:
        if "name" in row.values and (key := _key(row))[0] != "name":
            keyed.setdefault(fold(str(row.values["name"])), set()).add(key)
    found: dict[tuple[str, str], Group] = {}
    for row in rows:
        key = _key(row)
        same = keyed.get(key[1], set()) if key[0] == "name" and not _lacks_key(row) else set()
        found.setdefault(next(iter(same)) if len(same) == 1 else key, []).append(row)
    return list(found.values())


def _key(row: RosterRow) -> tuple[str, str]:
    name = next((name for name in (*KEYS, "name") if name in row.values), "")
    return (name, fold(str(row.values[name]))) if name else ("", str(row.number))


def _lacks_key(row: RosterRow) -> bool:
    """Whether the address or number that the row should have is wrong or empty: then it may be anybody of the name."""
    return any(problem.field in KEYS for problem in row.problems)


def reshape(rows: Sequence[RosterRow], shape: Shape, role: str = "") -> list[RosterRow]:
    """A row for each person, of a file of this shape. `role` is what people were in the past unless the row says it.

    The first row about somebody that has a field fills it; lists are put together, in the order of ranks; problems
    name their row of the file.
    """
    if shape is Shape.ROSTER:
        return list(rows)
    if shape is Shape.HISTORY:
        rows = [with_place(row, role) for row in rows]
    return [merged(group) for group in groups(rows)]


def sentences(
    shape: Shape, read: Sequence[RosterRow], people: Sequence[RosterRow], cohorts: Sequence[str]
) -> list[str]:
    """How the shape of a file was understood, without a full stop."""
    who = f"{len(people):,} {'person' if len(people) == 1 else 'people'}"
    rows = f"{len(read):,} {'row is' if len(read) == 1 else 'rows are'}"
    if shape is Shape.LONG:
        lists = listed([label(name) for name in LISTS if any(name in row.values for row in people)], len(LISTS))
        ranked = " in the order of their rank" if any("rank" in row.values for row in read) else ""
        return [f"{rows} about {who}: {lists or 'their facts'} of each are put together{ranked}"]
    if shape is Shape.ROSTER:
        return []
    places = [place for row in people for place in row.enrollments]
    names = cohorts or list(dict.fromkeys(place.cohort for place in places))
    past = f"{counted(len(places), 'place')} of {who} in {counted(len(names), 'past cohort')}: {listed(names)}"
    return [past if shape is Shape.WIDE else f"{rows} read as {past}"]


def _is_history(rows: Sequence[RosterRow], people: Sequence[Group], fields: set[str]) -> bool:
    """Not a list of people who are all in one and the same cohort."""
    if fields & set(PAST[1:]) or len(people) < len(rows):
        return True
    return len({fold(str(row.values["cohort"])) for row in rows if "cohort" in row.values}) > 1


def _is_long(rows: Sequence[RosterRow], people: Sequence[Group], fields: set[str]) -> bool:
    repeated = [group for group in people if len(group) > 1]
    if not repeated or not fields & {*LISTS, "rank"}:
        return False
    if "rank" in fields:
        return True
    return len(rows) >= _ROWS_TO_PEOPLE * len(people) and all(map(_differ_in_lists_alone, repeated))


def _differ_in_lists_alone(group: Group) -> bool:
    """Whether rows say the same of a person but for one item of a list each."""
    plain = [{name: value for name, value in row.values.items() if name not in LISTS} for row in group]
    items = [value for row in group for name in LISTS if isinstance(value := row.values.get(name), tuple)]
    alike = all(values.items() <= plain[0].items() for values in plain)
    return alike and bool(items) and all(len(item) == 1 for item in items)


def merged(group: Group) -> RosterRow:
    """One row of all rows about a person."""
    first = group[0]
    values: dict[str, Value] = {}
    for row in group:
        for name, value in row.values.items():
            values.setdefault(name, value)
    for name in LISTS:
        if items := _items(group, name):
            values[name] = items
    values.pop("rank", None)
    return replace(
        first,
        values=values,
        problems=tuple(chain.from_iterable(_problems(row, first) for row in group)),
        readings=tuple(chain.from_iterable(row.readings for row in group)),
        enrollments=tuple(chain.from_iterable(row.enrollments for row in group)),
        lines=tuple(chain.from_iterable(row.lines for row in group)),
    )


def _items(group: Group, name: str) -> tuple[str, ...]:
    """The items of a list out of all rows, each once, those with the lowest rank first."""
    found: dict[str, str] = {}
    for row in sorted(group, key=_rank):
        value = row.values.get(name)
        for item in value if isinstance(value, tuple) else ():
            found.setdefault(fold(str(item)), str(item))
    return tuple(found.values())


def _rank(row: RosterRow) -> int:
    rank = number_in(str(row.values["rank"])) if "rank" in row.values else None
    return _UNRANKED if rank is None else rank


def _problems(row: RosterRow, first: RosterRow) -> list[RowProblem]:
    if row is first:
        return list(row.problems)
    where = in_words(row.number).capitalize()
    return [replace(found, sentence=f"{where}: {found.sentence}", row=row_of(row.number)) for found in row.problems]
