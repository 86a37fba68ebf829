"""A row of a roster once it is read: the values of its fields, and what is wrong with it in words. Knows no file."""

from collections.abc import Mapping
from dataclasses import dataclass

from mentordesk.domain.people import CustomFieldRow
from mentordesk.exchange.reading.cells import CellValue
from mentordesk.exchange.roster_values import Reading, Value


@dataclass(frozen=True, slots=True)
class Known:
    """What the desk knows already: its custom fields, and skills that somebody offers or wants."""

    custom_fields: tuple[CustomFieldRow, ...] = ()
    skills: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class RowProblem:
    """Why a row cannot be imported. `proposal` is a text that would be right in the field, if one is near."""

    field: str
    sentence: str
    proposal: str | None = None


@dataclass(frozen=True, slots=True)
class RosterRow:
    """A row of the file. `number` is its own there; `values` has the fields that are not empty and not wrong.

    These are texts; `level` and `capacity` whole numbers; `external` a bool; `hired_on` a date; `role` roles (both are
    two); `languages`, `offers`, `wants`, `experience` and custom fields ("custom:Name") tuples of texts. First and last
    name are one `name`. `cells` are the cells as they stand in the file, one for each heading.
    """

    number: int
    values: Mapping[str, Value]
    problems: tuple[RowProblem, ...] = ()
    cells: tuple[CellValue, ...] = ()
    readings: tuple[Reading, ...] = ()

    @property
    def problem(self) -> str:
        """All problems as one text, for a column beside the cells."""
        return "; ".join(problem.sentence for problem in self.problems)
