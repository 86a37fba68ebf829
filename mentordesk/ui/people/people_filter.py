"""What the directory is filtered by: quick filters, status, department. Knows no widget."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from mentordesk.domain.people import PersonRow, PersonStatus

QUICK = (("can_mentor", "Can mentor"), ("wants_mentor", "Wants mentor"), ("external", "External"))
HERE, EVERYBODY = "here", ""
STATUSES: tuple[tuple[str, str], ...] = (
    (HERE, "Everybody here"),
    (PersonStatus.ACTIVE.value, "Active"),
    (PersonStatus.LEAVE.value, "On leave"),
    (PersonStatus.LEFT.value, "Has left"),
    (EVERYBODY, "Also who has left"),
)
_TESTS: dict[str, Callable[[PersonRow], bool]] = {
    "can_mentor": lambda row: row.can_mentor,
    "wants_mentor": lambda row: row.wants_mentor,
    "external": lambda row: row.external,
}


@dataclass(frozen=True, slots=True)
class PeopleFilter:
    """All of it must fit. An empty department is any."""

    status: str = HERE
    department: str = ""
    quick: frozenset[str] = field(default_factory=frozenset)

    def allows(self, row: PersonRow) -> bool:
        """Whether a person is listed."""
        return (
            self._fits_status(row.status)
            and (not self.department or row.department == self.department)
            and all(_TESTS[key](row) for key in self.quick)
        )

    def _fits_status(self, status: PersonStatus) -> bool:
        if self.status == HERE:
            return status is not PersonStatus.LEFT
        return self.status == EVERYBODY or status.value == self.status

    def counts(self, people: Sequence[PersonRow]) -> dict[str, int]:
        """How many people each quick filter would leave together with those that are on."""
        return {key: sum(map(replace(self, quick=self.quick | {key}).allows, people)) for key, _ in QUICK}

    @property
    def folded(self) -> int:
        """How many of the filters behind the button are on."""
        return (self.status != HERE) + bool(self.department)


def from_target(filters: Mapping[str, Any]) -> PeopleFilter:
    """The filters of a Target: can_mentor, wants_mentor, external, status, department."""
    quick = frozenset(key for key, _ in QUICK if filters.get(key))
    statuses = {key for key, _ in STATUSES}
    status = str(filters.get("status", HERE))
    return PeopleFilter(status if status in statuses else HERE, str(filters.get("department", "")), quick)
