"""What an import of a roster will do, row by row, before anything is stored. Knows no file and no table."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mentordesk.domain.import_sides import row_of, side_of
from mentordesk.domain.people import CareerKind


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


class Shape(StrEnum):
    """What a row of the file is: a person, one past place of a person, one of several facts, a column a cohort, or
    two people side by side who are a pair."""

    ROSTER = "roster"
    HISTORY = "history"
    LONG = "long"
    WIDE = "wide"
    PAIRS = "pairs"


@dataclass(frozen=True, slots=True)
class Ways:
    """How the coordinator wants a file to be read where it leaves that open; kept with the columns of its headings.

    `day_first` says whether 03/04/2026 is in April; None leaves it to each column, as None leaves the shape to the
    file. `role` is what its people take part as unless a row says it, "" for what is chosen with the cohort.
    """

    day_first: bool | None = None
    shape: Shape | None = None
    role: str = ""


_HR_FACTS = frozenset(
    {"title", "department", "location", "level", "manager", "status", "hired_on", "last_promotion", "left_on"}
)
_AN_EXPORT_HAS = 3


def is_hr_export(fields: Collection[str | None]) -> bool:
    """Whether columns of these fields are an export of the HR system: it has employee numbers and keeps what changes in
    a career, so that it knows better than what is in the desk."""
    return "employee_number" in fields and len(_HR_FACTS.intersection(fields)) >= _AN_EXPORT_HAS


@dataclass(frozen=True, slots=True)
class PreviewProblem:
    """What is wrong in one field, and a text that would be right, if one is near. Where the sentence asks whether it is
    somebody who is here already, `person_id` is who."""

    field: str
    sentence: str
    proposal: str | None = None
    person_id: int | None = None


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """A person of the file; `id` is the number of the row, or of one of two in it as `import_sides` makes it. `texts`
    says each field as it will be stored, `changes` what a person who is there has now, by field."""

    id: int
    state: RowState
    texts: Mapping[str, str]
    changes: Mapping[str, str]
    problems: tuple[PreviewProblem, ...] = ()
    person_id: int | None = None

    @property
    def row(self) -> int:
        """The row of the file."""
        return row_of(self.id)

    @property
    def side(self) -> str:
        """Which of two people in the row: "mentor", "mentee"; "" where it is about one."""
        return side_of(self.id)


@dataclass(frozen=True, slots=True)
class CareerProposal:
    """A turn of a career that the file shows beside the desk; `key` is the same whenever it is found again. The
    `person_id` of somebody new is below zero."""

    key: str
    person_id: int
    person: str
    kind: CareerKind
    on: date
    title: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class PartingPair:
    """A living pair of somebody who has left; `person` is who."""

    pair_id: int
    pair: str
    person: str


@dataclass(frozen=True, slots=True)
class Preview:
    """All rows, and how the values were read, in sentences.

    `careers` are the turns to agree to, `partings` the pairs of leavers; `shape` is how the rows were taken, `ways`
    what was switched; `notes` are sentences on the file itself.
    """

    rows: tuple[PreviewRow, ...]
    sentences: tuple[str, ...]
    careers: tuple[CareerProposal, ...] = ()
    partings: tuple[PartingPair, ...] = ()
    shape: Shape = Shape.ROSTER
    ways: Ways = Ways()
    notes: tuple[str, ...] = ()

    def count(self, state: RowState) -> int:
        return [row.state for row in self.rows].count(state)


@dataclass(frozen=True, slots=True)
class ImportResult:
    """How many rows of the file were new, changed, unchanged and wrong; the turns of careers that were proposed, and
    how many of them were noted. `left` of those who are new or changed work here no more."""

    new: int
    changed: int
    unchanged: int
    wrong: int
    careers: int = 0
    proposed: tuple[CareerProposal, ...] = ()
    left: int = 0

    def as_dict(self) -> dict[str, int]:
        return {"new": self.new, "changed": self.changed, "unchanged": self.unchanged, "wrong": self.wrong}
