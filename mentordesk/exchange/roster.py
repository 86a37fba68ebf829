"""What a roster file means: its rows as values of fields, with what is wrong in words. Knows no desk, no format."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from mentordesk.domain.text import fold
from mentordesk.exchange.reading.cells import CellValue
from mentordesk.exchange.reading.tables import NumberedRow
from mentordesk.exchange.roster_columns import check_mapping, guess_columns, parse_mapping
from mentordesk.exchange.roster_custom import read_custom
from mentordesk.exchange.roster_dates import day_first
from mentordesk.exchange.roster_fields import CUSTOM, FIELDS, KEYS, label
from mentordesk.exchange.roster_readings import conversions
from mentordesk.exchange.roster_row import Known, RosterRow, RowProblem
from mentordesk.exchange.roster_values import OR_SKIP, CellRead, ColumnWays, Reading, Value, read_cell

__all__ = [
    "FIELDS",
    "Known",
    "RosterRow",
    "RowProblem",
    "Value",
    "check_mapping",
    "conversions",
    "guess_columns",
    "label",
    "parse_mapping",
    "read_rows",
]

Edits = Mapping[int, Mapping[str, str]]


def read_rows(
    headings: Sequence[str],
    rows: Iterable[NumberedRow],
    mapping: Mapping[str, str | None],
    known: Known | None = None,
    edits: Edits | None = None,
) -> list[RosterRow]:
    """Every row with its values and problems, in the order of the file; rows without any value are left out.

    `mapping` says the field of each heading. `edits` are texts that were typed in the place of cells, by number of the
    row and by field. UserError if no column has names, or none tells people apart.
    """
    check_mapping(mapping)
    numbered = list(rows)
    reader = _RowReader(headings, numbered, mapping, known or Known(), edits or {})
    return _with_repeats([row for number, cells in numbered if (row := reader.read(number, cells)) is not None])


@dataclass(slots=True)
class _Findings:
    """What one row yields while its cells are read."""

    values: dict[str, Value] = field(default_factory=dict)
    problems: list[RowProblem] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)

    def add(self, name: str, read: CellRead) -> None:
        if read.wrong:
            self.problems.append(RowProblem(name, read.wrong, read.proposal))
            return
        if read.value is not None:
            self.values[name] = read.value
        if read.reading is not None:
            self.readings.append(read.reading)

    def has_problem(self, *fields: str) -> bool:
        return any(problem.field in fields for problem in self.problems)


class _RowReader:
    def __init__(
        self,
        headings: Sequence[str],
        rows: Sequence[NumberedRow],
        mapping: Mapping[str, str | None],
        known: Known,
        edits: Edits,
    ) -> None:
        self._columns = [(index, name) for index, heading in enumerate(headings) if (name := mapping.get(heading))]
        self._fields = [name for _index, name in self._columns]
        self._custom = {fold(own.name): own for own in known.custom_fields}
        self._ways = {name: _ways([cells[index] for _number, cells in rows]) for index, name in self._columns}
        self._edits = edits

    def read(self, number: int, cells: tuple[CellValue, ...]) -> RosterRow | None:
        """The row, or None if all its cells with a field are empty."""
        typed = self._edits.get(number, {})
        texts: dict[str, CellValue] = {name: cells[index] for index, name in self._columns} | dict(typed)
        findings = _Findings()
        for name, cell in texts.items():
            if cell is not None:
                findings.add(name, self._read(name, cell))
        if not findings.values and not findings.problems:
            return None
        self._name(findings)
        self._key(findings)
        return RosterRow(number, findings.values, tuple(findings.problems), cells, tuple(findings.readings))

    def _read(self, name: str, cell: CellValue) -> CellRead:
        ways = self._ways.get(name) or ColumnWays()
        if name.startswith(CUSTOM):
            return read_custom(name, cell, ways, self._custom.get(fold(name.removeprefix(CUSTOM))))
        return read_cell(name, cell, ways)

    def _name(self, findings: _Findings) -> None:
        """First and last name make the name, unless the file has it as one."""
        parts = [str(part) for key in ("first_name", "last_name") if (part := findings.values.pop(key, None))]
        if parts and "name" not in findings.values:
            findings.values["name"] = " ".join(parts)
        if "name" not in findings.values and not findings.has_problem("name"):
            field_of_name = next((name for name in ("name", "first_name", "last_name") if name in self._fields), "name")
            findings.problems.append(RowProblem(field_of_name, f"{label(field_of_name)} is empty. {OR_SKIP}"))

    def _key(self, findings: _Findings) -> None:
        """E-mail or employee number tell people apart: one of them is needed."""
        keys = [name for name in KEYS if name in self._fields]
        if any(name in findings.values for name in KEYS) or findings.has_problem(*KEYS):
            return
        if len(keys) == 1:
            sentence = f"{label(keys[0])} is empty. {OR_SKIP}"
        else:
            sentence = "E-mail and employee number are empty. Type one of them here, or skip the row"
        findings.problems.append(RowProblem(keys[0], sentence))


def _ways(cells: Sequence[CellValue]) -> ColumnWays:
    texts = [cell for cell in cells if isinstance(cell, str)]
    return ColumnWays(";" if any(";" in text for text in texts) else ",", day_first(texts))


def _with_repeats(rows: Iterable[RosterRow]) -> list[RosterRow]:
    """The rows, with a problem where an e-mail address or employee number stands in an earlier row too."""
    seen: dict[tuple[str, str], int] = {}
    checked = []
    for row in rows:
        problems = list(row.problems)
        for name in KEYS:
            value = row.values.get(name)
            earlier = seen.setdefault((name, fold(str(value))), row.number) if value is not None else row.number
            if earlier != row.number:
                what = "e-mail" if name == "email" else "employee number"
                problems.append(RowProblem(name, f"This {what} is in row {earlier} too. Change it, or skip the row"))
        checked.append(replace(row, problems=tuple(problems)))
    return checked
