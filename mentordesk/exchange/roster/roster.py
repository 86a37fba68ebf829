"""What a roster file means: its people as values of fields, with what is wrong in words. Knows no desk, no format."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from mentordesk.domain.import_sides import in_words
from mentordesk.domain.importing import Shape, Ways
from mentordesk.domain.text import fold
from mentordesk.exchange.reading.tables import NumberedRow, SheetTable
from mentordesk.exchange.roster import pairs as roster_pairs
from mentordesk.exchange.roster.columns import check_mapping, guess_columns, parse_mapping
from mentordesk.exchange.roster.fields import FIELDS, KEYS, LISTS, label
from mentordesk.exchange.roster.numbers import LEVELS
from mentordesk.exchange.roster.prepared import prepared
from mentordesk.exchange.roster.reader import Edits, RowReader
from mentordesk.exchange.roster.readings import conversions
from mentordesk.exchange.roster.remarks import remarks, role_of_file
from mentordesk.exchange.roster.row import Known, PastPlace, RosterRow, RowProblem
from mentordesk.exchange.roster.shapes import cohort_headings, groups, reshape, sentences, shape_of
from mentordesk.exchange.roster.sides import is_of_pairs, of_one_person
from mentordesk.exchange.roster.survey import service_columns
from mentordesk.exchange.roster.values import Value

__all__ = [
    "FIELDS",
    "Known",
    "PastPlace",
    "Roster",
    "RosterRow",
    "RowProblem",
    "Value",
    "check_mapping",
    "conversions",
    "guess_columns",
    "label",
    "parse_mapping",
    "read",
    "read_rows",
    "remarks",
    "role_of_file",
    "service_columns",
]


@dataclass(frozen=True, slots=True)
class Roster:
    """A file that was read: a row for each person, what shape it has, and sentences on columns and shape.

    `role` is what its people take part as unless their row says it: as chosen, else as the headings or the name of the
    sheet say; "" where nothing does. `highest_grade` is the end of the scale that its levels are written in.
    """

    rows: tuple[RosterRow, ...]
    shape: Shape
    sentences: tuple[str, ...]
    role: str = ""
    highest_grade: int = LEVELS[-1]


def read(
    table: SheetTable,
    mapping: Mapping[str, str | None],
    known: Known | None = None,
    edits: Edits | None = None,
    ways: Ways | None = None,
) -> Roster:
    """Everything about a file. Raises UserError as `read_rows` does."""
    known, ways = known or Known(), ways or Ways()
    own = [field.name for field in known.custom_fields]
    if not is_of_pairs(mapping, ways):
        mapping = of_one_person(mapping, ways.shape)
    role = ways.role or role_of_file(table.headings, mapping, table.name)
    said = remarks(table.headings, [cells for _number, cells in table.body], mapping, own)
    read_as = replace(ways, role=role)
    rows, shape, of_shape, highest = _read(
        (table.headings, table.body), mapping, known, edits or {}, (read_as, table.epoch_1904)
    )
    of_role = () if ways.role or not role else (f"All people of the file are read as {role}s, as it calls them so",)
    return Roster(tuple(rows), shape, (*said, *of_role, *of_shape), role, highest)


def read_rows(
    headings: Sequence[str],
    rows: Iterable[NumberedRow],
    mapping: Mapping[str, str | None],
    known: Known | None = None,
    edits: Edits | None = None,
    ways: Ways | None = None,
    epoch_1904: bool = False,
) -> list[RosterRow]:
    """Every person with the values and problems, in the order of the file; rows without any value are left out.

    `mapping` says the field of each heading. `edits` are texts that were typed in the place of cells, by number of the
    row and by field; `ways` is what the coordinator switched, `epoch_1904` as in the table. UserError if no column has
    names, or none tells people apart.
    """
    asked = ways or Ways()
    return _read((headings, list(rows)), mapping, known or Known(), edits or {}, (asked, epoch_1904))[0]


def _read(
    file: tuple[Sequence[str], Sequence[NumberedRow]],
    mapping: Mapping[str, str | None],
    known: Known,
    edits: Edits,
    ways: tuple[Ways, bool],
) -> tuple[list[RosterRow], Shape, list[str], int]:
    asked = ways[0]
    if is_of_pairs(mapping, asked):
        return _read_pairs(file, mapping, known, edits, ways)
    mapping = of_one_person(mapping, asked.shape)
    check_mapping(mapping)
    headings, numbered = file
    cohorts = cohort_headings(headings, [cells for _number, cells in numbered], mapping, asked.shape)
    numbered, said = prepared(headings, numbered, mapping, cohorts)
    reader = RowReader(headings, numbered, mapping, known, ways, cohorts)
    rows = [found for row in numbered if (found := reader.read(row, edits.get(row[0], {}))) is not None]
    shape = asked.shape or shape_of(rows, mapping, cohorts)
    if shape is Shape.ROSTER:
        return _with_repeats(rows), shape, said, reader.highest_grade
    people = reshape(_mended(rows, reader, edits), shape, asked.role)
    told = [*said, *sentences(shape, rows, people, cohorts)]
    return _with_repeats(people), shape, told, reader.highest_grade


def _read_pairs(
    file: tuple[Sequence[str], Sequence[NumberedRow]],
    mapping: Mapping[str, str | None],
    known: Known,
    edits: Edits,
    ways: tuple[Ways, bool],
) -> tuple[list[RosterRow], Shape, list[str], int]:
    roster_pairs.check(mapping)
    made = roster_pairs.unfolded(*file, mapping)
    typed = roster_pairs.typed(edits, made)
    numbered, said = prepared(made.headings, made.rows, made.mapping, (), often=True)
    reader = RowReader(made.headings, numbered, made.mapping, known, ways, keyless=made.keyless)
    rows = [found for row in numbered if (found := reader.read(row, typed.get(row[0], {}))) is not None]
    people = roster_pairs.people(_mended(rows, reader, typed), made)
    told = [*made.said, *said, roster_pairs.sentence(people)]
    return _with_repeats(people), Shape.PAIRS, told, reader.highest_grade


def _mended(rows: Sequence[RosterRow], reader: RowReader, edits: Edits) -> list[RosterRow]:
    """A person of several rows is mended where the first one stands: what was typed there goes to the row that it
    mends; a list that was typed is the whole list, whatever the other rows add."""
    texts = {number: dict(typed) for number, typed in edits.items()}
    again: dict[int, RosterRow] = {}
    for first, *others in groups(rows):
        for name, text in edits.get(first.number, {}).items():
            wrong = next((row for row in others if _is_wrong(row, name)), None)
            typed = {other: said for other, said in texts[first.number].items() if other != name}
            as_it_stands = reader.read(first.lines[0], typed) or first
            if wrong is not None and not _is_wrong(as_it_stands, name):
                texts[first.number] = typed
                texts.setdefault(wrong.number, {})[name] = text
                again[first.number] = as_it_stands
                again[wrong.number] = reader.read(wrong.lines[0], texts[wrong.number]) or wrong
            elif name in LISTS:
                again |= {row.number: _without(again.get(row.number, row), name) for row in others}
    return [again.get(row.number, row) for row in rows]


def _is_wrong(row: RosterRow, name: str) -> bool:
    return any(problem.field == name for problem in row.problems)


def _without(row: RosterRow, name: str) -> RosterRow:
    return replace(row, values={field: value for field, value in row.values.items() if field != name})


def _with_repeats(rows: Iterable[RosterRow]) -> list[RosterRow]:
    """The rows, with a problem where an e-mail address or employee number stands in an earlier row too."""
    seen: dict[tuple[str, str], int] = {}
    checked = []
    for row in rows:
        problems: list[RowProblem] = []
        for name in KEYS:
            value = row.values.get(name)
            earlier = seen.setdefault((name, fold(str(value))), row.number) if value is not None else row.number
            if earlier != row.number:
                what = "e-mail" if name == "email" else "employee number"
                words = f"This {what} is in {in_words(earlier)} too. Change it, or skip the row"
                problems.append(RowProblem(name, words))
        checked.append(replace(row, problems=(*row.problems, *problems)) if problems else row)
    return checked
