"""How far the writing of a workbook is, and whether it was stopped. Knows neither rows nor files."""

from collections.abc import Callable

from mentordesk.domain.errors import CancelledError

# How often the caller hears of it: seldom enough to cost nothing.
EVERY = 500


class Steps:
    """Counts what has been done of `total` steps; a step is a row. The last tenth is the packing of the file."""

    def __init__(
        self,
        rows: int,
        progress: Callable[[int, int], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> None:
        self._rows = max(rows, 1)
        self._total = max(self._rows + self._rows // 9, self._rows + 1)
        self._done = 0
        self._progress = progress
        self._cancelled = cancelled
        self._tell(0)

    def rows(self, number: int) -> None:
        """So many rows more are written. Raises CancelledError where the coordinator has stopped."""
        self._done = min(self._done + number, self._rows)
        self._tell(self._done)

    def packed(self, share: float) -> None:
        """This share (0 to 1) of the file is packed. Raises CancelledError where the coordinator has stopped."""
        self._tell(self._rows + int((self._total - self._rows) * min(share, 1.0)))

    def _tell(self, done: int) -> None:
        if self._cancelled is not None and self._cancelled():
            raise CancelledError
        if self._progress is not None:
            self._progress(done, self._total)
