"""What is wanted of a file that is imported, and how its work is watched. Knows no desk."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from mentordesk.domain.cohorts import Role
from mentordesk.domain.errors import CancelledError
from mentordesk.domain.importing import Ways
from mentordesk.exchange.excel.reader import SheetTable

Mapped = Mapping[str, str | None]
_PLAIN = Ways()
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """A file and what is wanted of it.

    `cohort_id` is where people are enrolled, as `roles` unless the row says its own; None only adds people.
    `only_empty` fills empty fields of people who are there and keeps what was typed.
    `edits` are texts typed in the place of cells, by row number and field; `skipped` rows are left out without being
    wrong. `same` answers the rows that ask whether they are somebody who is here: the person's id, or None for somebody
    else. `accepted` are the keys of the career proposals to note, None notes all; `declines` remembers the others as
    not wanted. `file` is the name of the file, for the source of what is noted.
    """

    table: SheetTable
    mapping: Mapped
    cohort_id: int | None = None
    roles: tuple[Role, ...] = ()
    only_empty: bool = False
    edits: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    skipped: frozenset[int] = frozenset()
    ways: Ways = _PLAIN
    accepted: frozenset[str] | None = None
    same: Mapping[int, int | None] = field(default_factory=dict)
    declines: bool = True
    file: str = ""

    def accepts(self, key: str) -> bool:
        """Whether a career proposal is to be noted."""
        return self.accepted is None or key in self.accepted


@dataclass(frozen=True, slots=True)
class Hooks:
    """How an import is watched: `progress` hears how many of 100 parts are done, `cancelled` can stop it."""

    progress: Progress | None = None
    cancelled: Callable[[], bool] | None = None

    def at(self, percent: int) -> None:
        """So much is done. Raises CancelledError where the coordinator has stopped."""
        if self.cancelled is not None and self.cancelled():
            raise CancelledError
        if self.progress is not None:
            self.progress(percent, 100)

    def part(self, first: int, last: int, done: int, total: int) -> None:
        """Between two percentages, by what is done of a part of the work."""
        self.at(first + (last - first) * done // max(1, total))
