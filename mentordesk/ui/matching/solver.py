"""Asks the process that matches, in a thread that waits for it: the window never does. Knows no page."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal

from mentordesk.domain.errors import CancelledError
from mentordesk.domain.matching.questions import Question
from mentordesk.domain.matching.task import Task

if TYPE_CHECKING:
    from mentordesk.services.matching.worker import MatchWorker

SLOW_MS = 300
_PATIENCE_S = 1.5
"""How long an answer that nobody wants any more is waited for before the process is ended for it: starting it anew
takes half a second."""
_CLOSING_S = 5.0


@dataclass(eq=False)
class _Asked:
    """A question with its task; `dropped` once a newer one of its slot, or Stop, has made it void."""

    task: Task
    turn: int
    question: Question | None = None
    then: Callable[[Any], None] | None = None
    slot: str = ""
    dropped: bool = False
    began: float | None = None


class _Post(QObject):
    """Brings answers to the thread of the window. It lives as long as the thread that waits, whatever becomes of the
    solver."""

    answered = Signal(object, object, object)


class Solver(QObject):
    """Answers come on the GUI thread, in the order asked. Of one slot only the newest question is answered."""

    working = Signal(bool)
    """True once an answer takes more than 300 ms, False when nothing is open any more."""
    failed = Signal(object)
    """The UserError or bug that a question was answered by."""
    stopped = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        from mentordesk.services.matching.worker import MatchWorker

        self._worker = MatchWorker()
        self._queue: SimpleQueue[_Asked | None] = SimpleQueue()
        self._thread: threading.Thread | None = None
        self._task: Task | None = None
        self._open: list[_Asked] = []
        self._is_working = self._closed = False
        self._post = _Post()
        self._post.answered.connect(self._on_answered)
        self._slow = QTimer(self, interval=SLOW_MS, singleShot=True)
        self._slow.timeout.connect(lambda: self._show_working(True))
        self.destroyed.connect(partial(_leave, self._worker, self._queue))

    def load(self, task: Task) -> None:
        """What is asked from now on is about this task. Another choice of pins and forbids alone is no other task."""
        if self._closed:
            return
        self._task = task
        self._put(_Asked(task, self._worker.turn))

    def ask(self, question: Question, then: Callable[[Any], None], slot: str = "") -> None:
        """Call `then` with the answer, unless something newer of the slot is asked before, or Stop comes."""
        if self._closed:
            return
        assert self._task is not None, "there is nothing to ask about yet"
        for older in [each for each in self._open if each.slot == slot]:
            self._drop(older)
        asked = _Asked(self._task, self._worker.turn, question, then, slot)
        self._open.append(asked)
        if not self._slow.isActive() and not self._is_working:
            self._slow.start()
        self._put(asked)

    def stop(self) -> None:
        """End what is being solved and forget all that was asked. The next question starts anew."""
        self._end()
        self.stopped.emit()

    def close(self) -> None:
        """End everything for good: nothing is answered any more and no process is left."""
        self._closed = True
        self._end()
        self._worker.close()
        if self._thread is not None:
            self._queue.put(None)
            self._thread.join(_CLOSING_S)

    def _end(self) -> None:
        for asked in self._open:
            asked.dropped = True
        self._open.clear()
        self._worker.end()
        self._rest()

    def _drop(self, older: _Asked) -> None:
        """A long solve that nobody waits for any more must not keep the newer one waiting; what else is open is asked
        again."""
        older.dropped = True
        self._open.remove(older)
        if older.began is not None and time.monotonic() - older.began > _PATIENCE_S:
            self._worker.end()

    def _put(self, asked: _Asked) -> None:
        if self._thread is None:
            waiting = partial(_wait, self._worker, self._queue, self._post)
            self._thread = threading.Thread(target=waiting, name="matching", daemon=True)
            self._thread.start()
        self._queue.put(asked)

    def _on_answered(self, asked: _Asked, answer: object, error: object) -> None:
        if asked.dropped or asked not in self._open:
            return
        if isinstance(error, CancelledError):  # the process was ended for the sake of another question
            asked.turn = self._worker.turn
            self._put(asked)
            return
        self._open.remove(asked)
        self._rest()
        if error is not None:
            self.failed.emit(error)
        elif asked.then is not None and _is_there(asked.then):
            asked.then(answer)

    def _rest(self) -> None:
        """Working is over when nothing is open; else the clock starts for the next answer."""
        self._slow.stop()
        if not self._open:
            self._show_working(False)
        elif not self._is_working:
            self._slow.start()

    def _show_working(self, on: bool) -> None:
        if on != self._is_working:
            self._is_working = on
            self.working.emit(on)


def _is_there(then: Callable[[Any], None]) -> bool:
    owner = getattr(then, "__self__", None)
    return not isinstance(owner, QObject) or shiboken6.isValid(owner)


def _leave(worker: "MatchWorker", queue: "SimpleQueue[_Asked | None]") -> None:
    """The window is gone: so is the process."""
    worker.close()
    queue.put(None)


def _wait(worker: "MatchWorker", queue: "SimpleQueue[_Asked | None]", post: _Post) -> None:
    """The thread: one question after another, until None comes."""
    while (asked := queue.get()) is not None:
        if asked.dropped:
            continue
        answer, error = None, None
        try:
            if asked.question is None:
                worker.warm_up(asked.task, asked.turn)
                continue
            asked.began = time.monotonic()
            answer = worker.answer(asked.task, asked.question, asked.turn)
        except Exception as fault:
            error = fault
        post.answered.emit(asked, answer, error)
