"""How far a report is that is read and written in one go. Knows neither rows nor files."""

from collections.abc import Callable

from mentordesk.domain.errors import CancelledError

_ALL = 1_000
_READ = 150
"""Reading what a report counts is this part of the work; the long lists are read while they are written."""


class Told:
    """Counts the topics that are read, then hands on what the writer says, on one scale."""

    def __init__(
        self,
        steps: int,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> None:
        self._steps = max(steps, 1)
        self._done = 0
        self._progress = progress
        self._cancelled = cancelled

    def step(self) -> None:
        """Another topic is read. Raises CancelledError where the coordinator has stopped."""
        if self._cancelled is not None and self._cancelled():
            raise CancelledError
        self._done = min(self._done + 1, self._steps)
        self._tell(_READ * self._done // self._steps)

    def writing(self, done: int, steps: int) -> None:
        """The writer has done so many of its steps."""
        self._tell(_READ + (_ALL - _READ) * done // max(steps, 1))

    def _tell(self, done: int) -> None:
        if self._progress is not None:
            self._progress(done, _ALL)
