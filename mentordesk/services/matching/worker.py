"""Matching in a process of its own, which can be ended at any moment: a solve cannot be interrupted.

The process holds one workspace and answers one question after another. It knows neither desk nor window.
"""

import os
import signal
import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, cast

from mentordesk.domain.errors import CancelledError, UserError
from mentordesk.domain.matching.questions import Answer, Question
from mentordesk.domain.matching.task import Task
from mentordesk.domain.matching.workspace import Workspace, bare

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

_PATIENCE_S = 5.0


class WorkerError(Exception):
    """A bug in the process: its kind, and the places in the program that led to it, without anything of the desk."""

    def __init__(self, kind: str, places: tuple[str, ...]) -> None:
        super().__init__(kind)
        self.places = places


class MatchWorker:
    """The process as a thread sees it that waits for its answers. `end` may be called from any other thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None
        self._loaded: Task | None = None
        self._ended: list[SpawnProcess] = []
        self._closed = False
        self.turn = 0
        """Counts how often the process was ended: what was asked for in an earlier turn is not begun any more."""

    def warm_up(self, task: Task, turn: int) -> None:
        """Start the process and give it the task, so that it is ready when the first question comes."""
        with suppress(EOFError, OSError):  # the first question finds out, and says so
            self._hand_over(task, turn)

    def answer(self, task: Task, question: Question, turn: int) -> Answer:
        """Wait for the answer. Raises UserError, CancelledError after `end`, WorkerError for a bug."""
        try:
            pipe = self._hand_over(task, turn)
            pipe.send((question, None))
            reply = pipe.recv()
        except (EOFError, OSError) as error:
            self._clear_away()
            if turn != self.turn:
                raise CancelledError from error
            raise _died() from error
        return _read(reply)

    def end(self) -> None:
        """End the process at once, whatever it does: who waits for it hears of it. The next question starts anew."""
        with self._lock:
            self.turn += 1
            if self._process is not None:
                self._process.kill()
                self._ended.append(self._process)
                self._process = None

    def close(self) -> None:
        """End it for good, and leave no process behind."""
        self._closed = True
        self.end()
        self._reap()

    def _hand_over(self, task: Task, turn: int) -> "Connection":
        pipe = self._running(turn)
        if self._loaded is None or not _same(task, self._loaded):
            self._loaded = None
            pipe.send((None, bare(task)))
            self._loaded = bare(task)
        return pipe

    def _running(self, turn: int) -> "Connection":
        with self._lock:
            if turn != self.turn or self._closed:
                raise CancelledError
            if self._process is None or not self._process.is_alive() or self._pipe is None:
                self._loaded = None
                self._process, self._pipe = _start()
            return self._pipe

    def _clear_away(self) -> None:
        """What has ended, by itself or not, is not asked again."""
        with self._lock:
            self._loaded = None
            if self._process is not None:
                self._process.kill()
                self._ended.append(self._process)
                self._process = None
        self._reap()

    def _reap(self) -> None:
        with self._lock:
            ended, self._ended = self._ended, []
        for process in ended:
            process.join(_PATIENCE_S)


def _same(task: Task, other: Task) -> bool:
    """The same people and rules; what is fixed by hand comes with each question."""
    return task is other or bare(task) == other


def _died() -> UserError:
    return UserError(
        "The computer ended the matching before it had an answer, most likely for lack of memory.",
        advice="Close other programs, then ask again.",
        safe="The draft is as it was.",
    )


def _start() -> "tuple[SpawnProcess, Connection]":
    from multiprocessing import get_context  # when matching starts: not before the page is shown

    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=serve, args=(theirs,), name="matching", daemon=True)
    with _without_interrupts():
        process.start()
    theirs.close()
    return process, ours


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """What is started here does not hear Ctrl+C: it ends with the window, not with a traceback in the terminal."""
    if sys.platform == "win32":
        yield
        return
    from multiprocessing import resource_tracker

    resource_tracker.ensure_running()  # it would lift the mask when it is started
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _read(reply: tuple[str, Any]) -> Answer:
    kind, value = reply
    if kind == "answer":
        return cast("Answer", value)
    if kind == "fault":
        message, advice, safe = value
        raise UserError(message, advice=advice, safe=safe)
    name, places, text = value
    error = WorkerError(name, places)
    error.add_note(text)
    raise error


# In the process


def serve(pipe: "Connection") -> None:
    """Answer until nobody asks any more."""
    _be_quiet()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    workspace: Workspace | None = None
    with suppress(EOFError, OSError):
        while True:
            question, task = pipe.recv()
            if task is not None:
                workspace = Workspace(task)
                _warm_up(workspace, pipe)
            else:
                assert workspace is not None
                pipe.send(_reply(workspace, question))


def _warm_up(workspace: Workspace, pipe: "Connection") -> None:
    if not pipe.poll():
        with suppress(Exception):  # the first question finds out, and says so
            workspace.warm_up()


def _reply(workspace: Workspace, question: Question) -> tuple[str, Any]:
    try:
        return "answer", workspace.answer(question)
    except UserError as error:
        return _fault(error)
    except MemoryError:
        return _fault(_died())
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)
        places = tuple(f"{each.name} ({each.filename.rsplit('mentordesk', 1)[-1]}:{each.lineno})" for each in frames)
        return "bug", (type(error).__name__, places, "".join(traceback.format_exception(error)))


def _fault(error: UserError) -> tuple[str, Any]:
    return "fault", (str(error), error.advice, error.safe)


def _be_quiet() -> None:
    """Nothing of a solver, and no traceback, belongs into the terminal that the window was started from."""
    if sys.platform == "win32":
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(OSError):
        nothing = os.open(os.devnull, os.O_WRONLY)
        for output in (1, 2):
            os.dup2(nothing, output)


def _end_with_parent() -> None:
    """A solve that nobody waits for any more must not go on."""
    from multiprocessing import connection, parent_process

    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(0)
