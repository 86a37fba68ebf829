"""Work off the GUI thread. A Job ends in exactly one of finished, failed, cancelled; a Reader reads rows, newest wins.

Knows no page: an exception in a thread reaches no hook, so everything that can go wrong comes back as a signal.
"""

import threading
from collections.abc import Callable
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from mentordesk.domain.errors import CancelledError

_running: "set[Job]" = set()


def stop_all() -> None:
    """Ask every job to stop and wait until they have ended: a desk must not close under one that writes in it."""
    for job in tuple(_running):
        job.cancel()
    QThreadPool.globalInstance().waitForDone()


class Job(QObject):
    """One long piece of work: `work(progress, cancelled)` where progress takes (done, of) and cancelled() asks.

    It lives until its work has ended, and nobody is told any more once its owner is gone.
    """

    progress = Signal(int, int)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    _told = Signal(str, object)

    def __init__(self, work: Callable[..., Any], owner: QObject | None = None) -> None:
        super().__init__()  # not a child of its owner: who goes must not take from the thread what it tells
        self._work = work
        self._owner = owner
        self._stop = threading.Event()
        self._told.connect(self._on_told)

    def start(self) -> None:
        _running.add(self)
        QThreadPool.globalInstance().start(_Task(self._run))

    def cancel(self) -> None:
        """Ask the work to stop; it ends with `cancelled` at its next look."""
        self._stop.set()

    def _run(self) -> None:
        try:
            value = self._work(self._report, self._stop.is_set)
        except CancelledError:
            self._told.emit("cancelled", ())
        except BaseException as error:  # whatever it is, the window must hear of it
            self._told.emit("failed", (error,))
        else:
            self._told.emit("finished", (value,))

    def _report(self, done: int, of: int) -> None:
        self._told.emit("progress", (done, of))

    def _on_told(self, signal: str, values: tuple[Any, ...]) -> None:
        """On the GUI thread, where nobody can go between the question and the telling."""
        if signal != "progress":
            _running.discard(self)
            self.deleteLater()
        if self._owner is None or shiboken6.isValid(self._owner):
            getattr(self, signal).emit(*values)


class Reader(QObject):
    """Reads for widgets in one background thread and hands the rows over on the GUI thread.

    A newer request of the same owner and slot makes the older one's answer void; a widget that is gone gets none.
    """

    failed = Signal(object)
    idle = Signal()
    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._newest: dict[tuple[int, str], int] = {}
        self._count = 0
        self.pending = 0
        self._stopped = False
        self._answered.connect(self._on_answered)

    def read(
        self,
        owner: QObject,
        query: Callable[[], Any],
        then: Callable[[Any], None],
        slot: str = "",
        lost: Callable[[], None] | None = None,
    ) -> None:
        """Run `query` in the background and call `then` with what it returns, `lost` where it fails."""
        if self._stopped:
            return
        self._count += 1
        key, ticket = (id(owner), slot), self._count
        self._newest[key] = ticket
        self.pending += 1
        self._pool.start(_Task(lambda: self._run(owner, key, ticket, query, (then, lost))))

    def _run(self, owner: QObject, key: Any, ticket: int, query: Callable[[], Any], after: Any) -> None:
        value, error = None, None
        if self._newest.get(key) == ticket:
            try:
                value = query()
            except Exception as fault:
                error = fault
        if shiboken6.isValid(self):
            self._answered.emit((owner, key, ticket, after, value, error))

    def _on_answered(self, answer: tuple[Any, ...]) -> None:
        owner, key, ticket, (then, lost), value, error = answer
        self.pending -= 1
        if self._newest.get(key) == ticket:
            del self._newest[key]
            if error is not None:
                if lost is not None and shiboken6.isValid(owner):
                    lost()
                self.failed.emit(error)
            elif shiboken6.isValid(owner):
                then(value)
        if not self.pending:
            self.idle.emit()

    def stop(self) -> None:
        """Let nothing be asked or answered any more and wait for the thread: before the desk closes.

        What a job has changed last may be told after that.
        """
        self._stopped = True
        self._newest.clear()
        self._pool.clear()
        self._pool.waitForDone()


class _Task(QRunnable):
    def __init__(self, work: Callable[[], None]) -> None:
        super().__init__()
        self._work = work

    def run(self) -> None:
        self._work()
