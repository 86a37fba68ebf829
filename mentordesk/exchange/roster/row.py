"""A row of a roster once it is read: the values of its fields, and what is wrong with it in words. Knows no file."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from mentordesk.domain.cohorts import EnrollmentStatus, Role
from mentordesk.domain.people import CustomFieldRow
from mentordesk.exchange.reading.cells import CellValue
from mentordesk.exchange.reading.tables import NumberedRow
from mentordesk.exchange.roster.numbers import LEVELS
from mentordesk.exchange.roster.values import Reading, Value


@dataclass(frozen=True, slots=True)
class Known:
    """What the desk knows already: its custom fields, skills that somebody offers or wants, and the highest grade of
    the scale of levels in the last file with these headings."""

    custom_fields: tuple[CustomFieldRow, ...] = ()
    skills: frozenset[str] = frozenset()
    highest_grade: int = LEVELS[-1]


@dataclass(frozen=True, slots=True)
class RowProblem:
    """Why a row cannot be imported. `proposal` is a text that would be right in the field, if one is near; `row` the
    number of the row in the file where a person has several."""

    field: str
    sentence: str
    proposal: str | None = None
    row: int | None = None


@dataclass(frozen=True, slots=True)
class PastPlace:
    """A place that somebody had in an earlier cohort, as far as the file says it; `row` is the number of the row.

    `status` is completed, withdrawn, or accepted while it goes on; None where the file does not say it. `partner` is an
    e-mail address, an employee number or a name. Where two people stand side by side, `beside` are the numbers of the
    others instead, as their places have them in `row`; `cohort` is "" where the file does not say it. `paused` is of a
    pair that rests.
    """

    cohort: str
    role: Role | None = None
    status: EnrollmentStatus | None = None
    first: date | None = None
    last: date | None = None
    partner: str = ""
    row: int = 0
    beside: tuple[int, ...] = ()
    paused: bool = False


@dataclass(frozen=True, slots=True)
class RosterRow:
    """A person of the file. `number` is that of the first row about them; `values` has the fields that are not empty
    and not wrong.

    These are texts; `level` and `capacity` whole numbers; `external` a bool; `hired_on`, `last_promotion` and
    `left_on` dates; `status` a status of people; `role` roles (both are two); `languages`, `offers`, `wants`, `avoids`,
    `experience` and custom fields ("custom:Name") tuples of texts, the weightiest first. First and last name are one
    `name`. `cells` are the cells as they stand in the file, one for each heading. Where a person has several rows,
    `lines` are all of them, the first one too. `enrollments` are the places in cohorts of the past, which are then not
    in `values`.
    """

    number: int
    values: Mapping[str, Value]
    problems: tuple[RowProblem, ...] = ()
    cells: tuple[CellValue, ...] = ()
    readings: tuple[Reading, ...] = ()
    enrollments: tuple[PastPlace, ...] = ()
    lines: tuple[NumberedRow, ...] = ()

    @property
    def problem(self) -> str:
        """All problems as one text, for a column beside the cells."""
        return "; ".join(problem.sentence for problem in self.problems)
