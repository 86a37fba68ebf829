"""Which pairs the page lists: drop-downs and quick filters, with how many each would leave. Knows no widget."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from mentordesk.domain.pair_listing import ListedPair
from mentordesk.domain.pairs import FINISHED
from mentordesk.domain.standing import PairStatus

QUICK = (
    ("at_risk", "At risk"),
    ("watch", "Watch"),
    ("unbalanced", "Not in balance"),
    ("no_contact", "No contact, 30 days"),
    ("low_check_in", "Check-in under 4"),
    ("ends_soon", "Ends in 30 days"),
)
HEALTHS = frozenset({"at_risk", "watch"})
"""A pair has one health only: of these two either will do, all others must hold together."""
ANY, FINISHED_ONES = "any", "finished"
STATUSES = (
    (ANY, "All statuses"),
    *((status.value, status.word) for status in PairStatus),
    (FINISHED_ONES, "Finished"),
)


@dataclass(frozen=True)
class PairFilter:
    """`format` and `cohort_id` None mean all; cohort 0 means pairs without one. `quick` has keys of QUICK."""

    status: str = PairStatus.ACTIVE.value
    format: str | None = None
    cohort_id: int | None = None
    quick: frozenset[str] = frozenset()

    @property
    def changed(self) -> int:
        """How many filters differ from what the page opens with."""
        plain = PairFilter()
        return sum(
            (
                self.status != plain.status,
                self.format is not None,
                self.cohort_id is not None,
                len(self.quick),
            )
        )

    def rule(self, today: date) -> Callable[[ListedPair], bool]:
        """Whether a pair is listed on that day."""
        holds = rules(today)
        either = [holds[key] for key in self.quick & HEALTHS]
        every = [holds[key] for key in self.quick - HEALTHS]

        def allows(pair: ListedPair) -> bool:
            return (
                self._drop_downs_allow(pair)
                and (not either or any(hold(pair) for hold in either))
                and all(hold(pair) for hold in every)
            )

        return allows

    def _drop_downs_allow(self, pair: ListedPair) -> bool:
        row = pair.row
        return (
            (
                self.status == ANY
                or (row.status in FINISHED if self.status == FINISHED_ONES else row.status == self.status)
            )
            and (self.format is None or row.format == self.format)
            and (self.cohort_id is None or (row.cohort_id or 0) == self.cohort_id)
        )

    def counts(self, pairs: Iterable[ListedPair], today: date) -> dict[str, int]:
        """How many pairs each quick filter would list together with the others that are on."""
        listed, holds = [pair for pair in pairs if self._drop_downs_allow(pair)], rules(today)
        return {key: sum(map(holds[key], self._beside(key, listed, today))) for key, _ in QUICK}

    def _beside(self, key: str, listed: list[ListedPair], today: date) -> list[ListedPair]:
        """What the other quick filters leave of the pairs; one health takes the place of the other."""
        others = replace(self, quick=self.quick - HEALTHS if key in HEALTHS else self.quick)
        return list(filter(others.rule(today), listed)) if others.quick else listed


def rules(today: date) -> dict[str, Callable[[ListedPair], bool]]:
    """What each quick filter asks of a pair."""
    return {
        "at_risk": lambda pair: pair.at_risk,
        "watch": lambda pair: pair.on_watch,
        "unbalanced": lambda pair: pair.unbalanced,
        "no_contact": lambda pair: pair.out_of_contact,
        "low_check_in": lambda pair: pair.low_check_in,
        "ends_soon": lambda pair: pair.ends_soon(today),
    }


def from_target(filters: dict[str, object]) -> PairFilter:
    """The filter another page asks for: health, status, format, cohort_id, and quick filters by their keys."""
    quick = {key for key, _ in QUICK if key not in HEALTHS and filters.get(key)}
    health = str(filters.get("health") or "")
    if health in HEALTHS:
        quick.add(health)
    format_, cohort_id = filters.get("format"), filters.get("cohort_id")
    return PairFilter(
        status=str(filters.get("status") or PairStatus.ACTIVE.value),
        format=str(format_) if format_ else None,
        cohort_id=cohort_id if isinstance(cohort_id, int) else None,
        quick=frozenset(quick),
    )
