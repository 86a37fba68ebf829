"""How far the making of the sample is, and whether it was stopped. Knows neither people nor rows."""

from collections.abc import Callable

from mentordesk.domain.errors import CancelledError

OF = 1000
"""The whole work: half of it is thinking out, half of it writing."""


class Steps:
    """Tells how much of 1,000 is done. Raises CancelledError at the first step after somebody has stopped the work."""

    def __init__(
        self, progress: Callable[[int, int], None] | None = None, cancelled: Callable[[], bool] | None = None
    ) -> None:
        self._progress = progress
        self._cancelled = cancelled
        self._planned = 1
        self._made = 0
        self._told = -1

    def plan(self, made: int) -> None:
        """So many people and pairs are going to be made."""
        self._planned = max(1, made)
        self._tell(0)

    def made(self) -> None:
        """One more person or pair is thought out."""
        self._made += 1
        self._tell(min(OF // 2, self._made * OF // (2 * self._planned)))

    def writing(self, done: int, of: int) -> None:
        """So many of all rows are in the file."""
        self._tell(OF // 2 + done * (OF - OF // 2) // max(1, of))

    def _tell(self, done: int) -> None:
        if self._cancelled is not None and self._cancelled():
            raise CancelledError
        if self._progress is not None and done > self._told:
            self._told = done
            self._progress(done, OF)
