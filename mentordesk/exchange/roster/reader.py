"""One row of a roster file after the other: its cells as values of fields, with what is wrong. Knows no desk."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from mentordesk.domain.importing import Ways
from mentordesk.domain.text import fold
from mentordesk.exchange.reading.cells import CellValue
from mentordesk.exchange.reading.tables import NumberedRow
from mentordesk.exchange.roster.custom import read_custom
from mentordesk.exchange.roster.fields import CUSTOM, KEYS, NAMES, label
from mentordesk.exchange.roster.places import read_place
from mentordesk.exchange.roster.ranks import Source, sources
from mentordesk.exchange.roster.row import Known, PastPlace, RosterRow, RowProblem
from mentordesk.exchange.roster.values import OR_SKIP, CellRead, Reading, Value, read_cell
from mentordesk.exchange.roster.ways import ColumnWays, column_ways, has_dates, order_shown

Edits = Mapping[int, Mapping[str, str]]
_NO_WAYS = ColumnWays()


@dataclass(slots=True)
class _Findings:
    """What one row yields while its cells are read."""

    values: dict[str, Value] = field(default_factory=dict)
    problems: list[RowProblem] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)
    enrollments: list[PastPlace] = field(default_factory=list)

    def add(self, name: str, read: CellRead) -> None:
        self.readings += read.readings
        if read.wrong:
            self.problems.append(RowProblem(name, read.wrong, read.proposal))
            return
        if read.value is not None:
            self.values[name] = read.value

    def has_problem(self, *fields: str) -> bool:
        return any(problem.field in fields for problem in self.problems)


class RowReader:
    """Reads the rows of one file. `cohorts` are the headings that are a cohort each, in a wide file; `keyless` the
    numbers of rows about people for whom it has no column with an address or number."""

    def __init__(
        self,
        headings: Sequence[str],
        rows: Sequence[NumberedRow],
        mapping: Mapping[str, str | None],
        known: Known,
        ways: tuple[Ways, bool],
        cohorts: Sequence[str] = (),
        keyless: Collection[int] = (),
    ) -> None:
        self._keyless = keyless
        cells = [row for _number, row in rows]
        self._cohorts = [(index, heading) for index, heading in enumerate(headings) if heading in cohorts]
        plain = {heading: name for heading, name in mapping.items() if heading not in cohorts}
        self._sources = sources(headings, cells, plain)
        self._combined = {source.field for source in self._sources if len(source.indexes) > 1}
        self._fields = [source.field for source in self._sources]
        self._custom = {fold(own.name): own for own in known.custom_fields}
        self._role = ways[0].role
        self._ways = _ways(self._sources, cells, *ways, known.highest_grade, headings)

    @property
    def highest_grade(self) -> int:
        """The end of the scale that levels are written in."""
        return self._ways.get("level", _NO_WAYS).levels.highest

    def read(self, row: NumberedRow, typed: Mapping[str, str]) -> RosterRow | None:
        """The row, or None if all its cells with a field are empty. `typed` texts stand in the place of cells."""
        number, cells = row
        findings = _Findings()
        texts: dict[str, CellValue] = {source.field: source.cell(cells) for source in self._sources}
        if self._cohorts:
            self._read_places(number, cells, typed.get("cohort"), findings)
            typed = {name: text for name, text in typed.items() if name != "cohort"}
        for name, cell in (texts | dict(typed)).items():
            if cell is not None:
                findings.add(name, self._read(name, cell))
        if not findings.values and not findings.problems and not findings.enrollments:
            return None
        self._name(findings)
        if number not in self._keyless:
            self._key(findings)
        return RosterRow(
            number,
            findings.values,
            tuple(findings.problems),
            cells,
            tuple(findings.readings),
            tuple(findings.enrollments),
            (row,),
        )

    def _read(self, name: str, cell: CellValue) -> CellRead:
        ways = self._ways.get(name, _NO_WAYS)
        if name.startswith(CUSTOM):
            return read_custom(name, cell, ways, self._custom.get(fold(name.removeprefix(CUSTOM))))
        if name not in self._combined or not isinstance(cell, str):
            return read_cell(name, cell, ways)
        if ways.separator == "\n":
            # Items that come out of headings are not split, but what is typed in their place is.
            cell = cell.replace(";", "\n")
        read = read_cell(name, cell, ways)
        if ways.separator_in(cell) in cell.replace("\n", ""):
            return read
        return replace(read, readings=tuple(found for found in read.readings if found.kind != "split"))

    def _read_places(self, number: int, cells: Sequence[CellValue], typed: str | None, findings: _Findings) -> None:
        """A place for each cohort that has its own column. What was typed mends the cell that was not understood."""
        for index, heading in self._cohorts:
            places, problem = read_place(heading, cells[index], number, self._role)
            if problem and typed is not None:
                places, problem = read_place(heading, typed or None, number, self._role)
            findings.enrollments += places
            if problem:
                findings.problems.append(problem)

    def _name(self, findings: _Findings) -> None:
        """First and last name make the name, unless the file has it as one."""
        parts = [str(part) for key in NAMES[1:] if (part := findings.values.pop(key, None))]
        if parts and "name" not in findings.values:
            findings.values["name"] = " ".join(parts)
        if "name" not in findings.values and not findings.has_problem("name"):
            field_of_name = next((name for name in NAMES if name in self._fields), "name")
            findings.problems.append(RowProblem(field_of_name, f"{label(field_of_name)} is empty. {OR_SKIP}"))

    def _key(self, findings: _Findings) -> None:
        """E-mail or employee number tell people apart: one of them is needed where the file has such a column."""
        keys = [name for name in KEYS if name in self._fields]
        if not keys or any(name in findings.values for name in KEYS) or findings.has_problem(*KEYS):
            return
        if len(keys) == 1:
            sentence = f"{label(keys[0])} is empty. {OR_SKIP}"
        else:
            sentence = "E-mail and employee number are empty. Type one of them here, or skip the row"
        findings.problems.append(RowProblem(keys[0], sentence))


def _ways(
    found: Sequence[Source],
    rows: Sequence[Sequence[CellValue]],
    asked: Ways,
    epoch_1904: bool,
    highest_grade: int,
    headings: Sequence[str],
) -> dict[str, ColumnWays]:
    columns = {source.field: [row[index] for index in source.indexes for row in rows] for source in found}
    shown = order_shown(cells for name, cells in columns.items() if has_dates(name))
    ways = {
        name: column_ways(name, cells, asked.day_first, epoch_1904, shown, highest_grade, headings)
        for name, cells in columns.items()
    }
    return ways | {
        source.field: replace(ways[source.field], separator="\n", others=()) for source in found if source.whole_items
    }
