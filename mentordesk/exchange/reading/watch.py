"""Whether the reading of a file was stopped, and how far it is. Knows no format."""

from collections.abc import Callable
from dataclasses import dataclass

from mentordesk.domain.errors import CancelledError

# A look at every so many rows costs nothing.
_EVERY = 1_000


@dataclass(slots=True)
class Watch:
    """Told by the parts of the reader what they do; raises CancelledError where the coordinator has stopped."""

    progress: Callable[[int, int], None] | None = None
    cancelled: Callable[[], bool] | None = None
    _ticks: int = 0

    def at(self, percent: int) -> None:
        """So much of the whole work is done."""
        self._look()
        if self.progress is not None:
            self.progress(percent, 100)

    def tick(self) -> None:
        """One row more."""
        self._ticks += 1
        if self._ticks % _EVERY == 0:
            self._look()

    def _look(self) -> None:
        if self.cancelled is not None and self.cancelled():
            raise CancelledError
