"""One piece of work at a time off the GUI thread: what is asked anew makes the older one void. Knows no import."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from mentordesk.ui.jobs import Job

_PATIENCE_MS = 300
"""Work that ends sooner is not announced: a bar that flickers tells nothing."""


class Newest(QObject):
    """Emits `taking_long` with what is being done, once that shows, then `progress`; `idle` when nothing runs."""

    taking_long = Signal(str)
    progress = Signal(int, int)
    idle = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._told = False
        self._words = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PATIENCE_MS)
        self._timer.timeout.connect(self._tell)

    def run(
        self,
        words: str,
        work: Callable[..., Any],
        then: Callable[[Any], None],
        failed: Callable[[Any], None],
        stopped: Callable[[], None],
    ) -> None:
        """Do `work(progress, cancelled)`; exactly one of the others is called at its end, unless it became void."""
        self.forget()
        job = self._job = Job(work, self)
        self._words = words
        job.progress.connect(lambda done, of: self.progress.emit(done, of) if self._told and self._is(job) else None)
        job.finished.connect(lambda value: self._end(job, lambda: then(value)))
        job.failed.connect(lambda error: self._end(job, lambda: failed(error)))
        job.cancelled.connect(lambda: self._end(job, stopped))
        self._timer.start()
        if self._told:
            self._tell()
        job.start()

    @property
    def running(self) -> bool:
        return self._job is not None

    def stop(self) -> None:
        """Ask the work to stop; `stopped` is called when it has."""
        if self._job is not None:
            self._job.cancel()

    def forget(self) -> None:
        """What runs may end, but nobody waits for it any more."""
        job, self._job = self._job, None
        if job is not None:
            job.cancel()
        self._timer.stop()

    def drop(self) -> None:
        """Forget, and say that nothing runs."""
        self.forget()
        self._rest()

    def _is(self, job: Job) -> bool:
        return self._job is job

    def _end(self, job: Job, after: Callable[[], None]) -> None:
        if self._is(job):
            self._job = None
            self._rest()
            after()

    def _tell(self) -> None:
        self._told = True
        self.taking_long.emit(self._words)

    def _rest(self) -> None:
        self._timer.stop()
        self._told = False
        self.idle.emit()
