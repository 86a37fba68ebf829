"""An import that is being prepared: the file, what its columns mean, what was typed. Knows no widget and no desk."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from mentordesk.domain.cohorts import Role
from mentordesk.exchange.reading.cells import CellValue, as_text
from mentordesk.exchange.roster_fields import CUSTOM, FIELDS

if TYPE_CHECKING:
    from mentordesk.exchange.excel_reader import SheetTable
    from mentordesk.services.importing import ImportRequest

NAME_PARTS = ("first_name", "last_name")


@dataclass(slots=True)
class Draft:
    """Nothing of it is in the desk. `edits` are texts typed in the place of cells, by row number and field."""

    path: Path
    table: "SheetTable"
    mapping: dict[str, str | None]
    cohort_id: int | None = None
    roles: tuple[Role, ...] = ()
    only_empty: bool = True
    edits: dict[int, dict[str, str]] = field(default_factory=dict)
    skipped: set[int] = field(default_factory=set)
    _cells: dict[int, tuple[CellValue, ...]] = field(default_factory=dict)

    def request(self) -> "ImportRequest":
        """What the services are asked: a copy, so that work off the GUI thread sees no later typing."""
        from mentordesk.services.importing import ImportRequest

        edits = {number: dict(texts) for number, texts in self.edits.items()}
        return ImportRequest(
            self.table,
            dict(self.mapping),
            self.cohort_id,
            self.roles,
            self.only_empty,
            edits,
            frozenset(self.skipped),
        )

    def copy(self) -> "Draft":
        """The draft as it is now, for another thread."""
        edits = {number: dict(texts) for number, texts in self.edits.items()}
        return replace(self, mapping=dict(self.mapping), edits=edits, skipped=set(self.skipped))

    def with_table(self, table: "SheetTable", mapping: Mapping[str, str | None]) -> "Draft":
        """Another sheet or header row of the file: what was typed into rows does not fit any more."""
        return replace(self, table=table, mapping=dict(mapping), edits={}, skipped=set(), _cells={})

    def match(self, heading: str, name: str | None) -> None:
        """Give a column its field; a column that had it is left out."""
        for other, field_ in self.mapping.items():
            if name is not None and field_ == name and other != heading:
                self.mapping[other] = None
        self.mapping[heading] = name

    def type(self, number: int, name: str, text: str) -> None:
        """Put a text in the place of a cell."""
        self.edits.setdefault(number, {})[name] = text.strip()

    def forget(self, number: int) -> None:
        """The row as the file has it."""
        self.edits.pop(number, None)

    def fields(self) -> list[str]:
        """The fields that rows have, in the order of FIELDS, then custom ones; name parts count as the name."""
        used = {field_ for field_ in self.mapping.values() if field_}
        if used & {"name", *NAME_PARTS}:
            used.add("name")
        if self.cohort_id is not None:
            used.add("role")
        plain = [name for name in FIELDS if name in used and name not in NAME_PARTS]
        return plain + [name for name in self.mapping.values() if name and name.startswith(CUSTOM)]

    def raw(self, number: int, name: str) -> str:
        """What stands in the cell: the typed text, else the file's."""
        typed = self.edits.get(number, {})
        if name in typed:
            return typed[name]
        if name == "name" and name not in self.mapping.values():
            return " ".join(part for part in (self.raw(number, part) for part in NAME_PARTS) if part)
        return self._in_file(number, name)

    def _in_file(self, number: int, name: str) -> str:
        if not self._cells:
            self._cells.update(self.table.body)
        heading = next((heading for heading, field_ in self.mapping.items() if field_ == name), None)
        cells = self._cells.get(number)
        return "" if heading is None or cells is None else as_text(cells[self.table.headings.index(heading)])

    def first_value(self, heading: str) -> str:
        """The first text below a heading."""
        at = self.table.headings.index(heading)
        return next((as_text(cells[at]) for _number, cells in self.table.body if cells[at] is not None), "")
