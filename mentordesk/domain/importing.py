"""What an import of a roster will do, row by row, before anything is stored. Knows no file and no table."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class RowState(StrEnum):
    """What becomes of a row. Wrong ones are left out until they are mended."""

    WRONG = "wrong"
    CHANGED = "changed"
    NEW = "new"
    UNCHANGED = "unchanged"

    @property
    def word(self) -> str:
        return {"wrong": "Fix", "changed": "Update", "new": "New", "unchanged": "Unchanged"}[self.value]

    @property
    def rank(self) -> int:
        """Problems first."""
        return list(RowState).index(self)


@dataclass(frozen=True, slots=True)
class PreviewProblem:
    """What is wrong in one field, and a text that would be right, if one is near."""

    field: str
    sentence: str
    proposal: str | None = None


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """A row of the file; `id` is its number there. `texts` says each field as it will be stored, `changes` what a
    person who is there has now, by field."""

    id: int
    state: RowState
    texts: Mapping[str, str]
    changes: Mapping[str, str]
    problems: tuple[PreviewProblem, ...] = ()
    person_id: int | None = None


@dataclass(frozen=True, slots=True)
class Preview:
    """All rows, and how the values were read, in sentences."""

    rows: tuple[PreviewRow, ...]
    sentences: tuple[str, ...]

    def count(self, state: RowState) -> int:
        return sum(row.state is state for row in self.rows)


@dataclass(frozen=True, slots=True)
class ImportResult:
    """How many rows of the file were new, changed, unchanged and wrong."""

    new: int
    changed: int
    unchanged: int
    wrong: int

    def as_dict(self) -> dict[str, int]:
        return {"new": self.new, "changed": self.changed, "unchanged": self.unchanged, "wrong": self.wrong}
