"""An import that is being prepared: the file, what its columns mean, what was typed. Knows no widget and no desk."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from mentordesk.domain.cohorts import Role
from mentordesk.domain.import_sides import SIDES, row_of, side_of
from mentordesk.domain.importing import Shape, Ways
from mentordesk.exchange.reading.cells import CellValue, as_text
from mentordesk.exchange.roster.fields import CUSTOM, FIELDS, SEVERAL, side_and_field, sided
from mentordesk.exchange.roster.ranks import Source, sources
from mentordesk.exchange.roster.sides import is_of_pairs

if TYPE_CHECKING:
    from mentordesk.exchange.excel.reader import SheetTable
    from mentordesk.services.imports.request import ImportRequest

NAME_PARTS = ("first_name", "last_name")
_SAMPLE = 500


@dataclass(frozen=True, slots=True)
class FileRead:
    """The table of a file, the field of each column, and what the file says besides: as in Draft."""

    table: "SheetTable"
    mapping: Mapping[str, str | None]
    ways: Ways = field(default_factory=Ways)
    service: tuple[str, ...] = ()
    role: str = ""
    again: bool = False


@dataclass(slots=True)
class Draft:
    """Nothing of it is in the desk. `edits` are texts typed in the place of cells, by row number and field.

    `same` says who a row is that asked for it, None for somebody who is not here; `declined` are the keys of career
    proposals that are not to be taken. `service` are columns that a form service added; `role_said` is the role that
    the headings or the name of the file speak of; `again` says that such an export of an HR system was imported before,
    so that what it says now counts.
    """

    path: Path
    table: "SheetTable"
    mapping: dict[str, str | None]
    cohort_id: int | None = None
    roles: tuple[Role, ...] = ()
    only_empty: bool = True
    edits: dict[int, dict[str, str]] = field(default_factory=dict)
    skipped: set[int] = field(default_factory=set)
    declined: set[str] = field(default_factory=set)
    same: dict[int, int | None] = field(default_factory=dict)
    ways: Ways = field(default_factory=Ways)
    service: tuple[str, ...] = ()
    role_said: str = ""
    again: bool = False
    _cells: dict[int, tuple[CellValue, ...]] = field(default_factory=dict)
    _sources: dict[str, Source] = field(default_factory=dict)

    @classmethod
    def of_file(cls, path: Path, read: FileRead, cohort_id: int | None) -> "Draft":
        """A file that was just read, for a cohort."""
        made = cls(path, read.table, dict(read.mapping), cohort_id)
        made._take(read)
        made.only_empty = not made.again
        return made

    def with_file(self, read: FileRead) -> "Draft":
        """Another sheet or other headings of the file: what was typed into rows does not fit any more."""
        made = Draft(self.path, read.table, dict(read.mapping), self.cohort_id, self.roles, self.only_empty)
        made._take(read)
        return made

    def _take(self, read: FileRead) -> None:
        self.ways, self.service, self.role_said, self.again = read.ways, read.service, read.role, read.again

    def request(self, proposed: Iterable[str] | None = None) -> "ImportRequest":
        """What the services are asked: a copy, so that work off the GUI thread sees no later typing.

        `proposed` are the keys of the career proposals that were seen: those not declined are taken.
        """
        from mentordesk.services.imports.request import ImportRequest

        edits = {number: dict(texts) for number, texts in self.edits.items()}
        return ImportRequest(
            table=self.table,
            mapping=dict(self.mapping),
            cohort_id=self.cohort_id,
            roles=self.roles,
            only_empty=self.only_empty,
            edits=edits,
            skipped=frozenset(self.skipped),
            ways=self.ways,
            same=dict(self.same),
            file=self.path.name,
            accepted=None if proposed is None else frozenset(proposed) - self.declined,
        )

    def copy(self) -> "Draft":
        """The draft as it is now, for another thread."""
        edits = {number: dict(texts) for number, texts in self.edits.items()}
        return replace(
            self,
            mapping=dict(self.mapping),
            edits=edits,
            skipped=set(self.skipped),
            declined=set(self.declined),
            same=dict(self.same),
            _sources={},
        )

    def match(self, heading: str, name: str | None) -> None:
        """Give a column its field; a column that had it is left out, unless several can fill it together."""
        for other, field_ in self.mapping.items():
            if name is not None and side_and_field(name)[1] not in SEVERAL and field_ == name and other != heading:
                self.mapping[other] = None
        self.mapping[heading] = name
        self._sources.clear()

    def read_as(self, shape: Shape | None) -> None:
        """What a row is; None leaves it to the file."""
        self.ways = replace(self.ways, shape=shape)

    def put_day_first(self, day_first: bool | None) -> None:
        """The order of day and month; None leaves it to each column."""
        self.ways = replace(self.ways, day_first=day_first)

    def type(self, number: int, name: str, text: str) -> None:
        """Put a text in the place of a cell."""
        self.edits.setdefault(number, {})[name] = text.strip()

    def forget(self, number: int) -> None:
        """The row as the file has it."""
        self.edits.pop(number, None)
        self.same.pop(number, None)

    @property
    def of_pairs(self) -> bool:
        """Whether two people stand side by side in each row."""
        return is_of_pairs(self.mapping, self.ways)

    def sides(self) -> tuple[str, ...]:
        """Who columns can be about: those whom the headings name, mentor and mentee where that is chosen."""
        named = {side_and_field(field_)[0] for field_ in self.mapping.values()} - {""}
        if self.of_pairs or named:
            named |= {"mentor", "mentee"} if not any(side.startswith("peer") for side in named) else {"peer", "peer 2"}
        return tuple(side for side in SIDES if side in named)

    def fields(self) -> list[str]:
        """The fields that rows have, in the order of FIELDS, then custom ones; name parts count as the name."""
        used = {side_and_field(field_)[1] for field_ in self.mapping.values() if field_}
        if self.of_pairs:
            used |= {"role", "partner"}
        if used & {"name", *NAME_PARTS}:
            used.add("name")
        if self.cohort_id is not None:
            used.add("role")
        plain = [name for name in FIELDS if name in used and name not in NAME_PARTS]
        own = (side_and_field(field_)[1] for field_ in self.mapping.values())
        return plain + list(dict.fromkeys(name for name in own if name.startswith(CUSTOM)))

    def raw(self, number: int, name: str) -> str:
        """What stands in the cell: the typed text, else the file's."""
        typed = self.edits.get(number, {})
        if name in typed:
            return typed[name]
        if name == "name" and not {name, sided(side_of(number), name)} & set(self.mapping.values()):
            return " ".join(part for part in (self.raw(number, part) for part in NAME_PARTS) if part)
        return self._in_file(number, name)

    def _in_file(self, number: int, name: str) -> str:
        if not self._cells:
            self._cells.update(self.table.body)
        if not self._sources:
            rows = [cells for _number, cells in self.table.body[:_SAMPLE]]
            self._sources.update((source.field, source) for source in sources(self.table.headings, rows, self.mapping))
        cells = self._cells.get(row_of(number))
        source = self._sources.get(sided(side_of(number), name)) or self._sources.get(name)
        return "" if source is None or cells is None else as_text(source.cell(cells)).replace("\n", "; ")

    def first_value(self, heading: str) -> str:
        """The first text below a heading."""
        at = self.table.headings.index(heading)
        return next((as_text(cells[at]) for _number, cells in self.table.body if cells[at] is not None), "")
