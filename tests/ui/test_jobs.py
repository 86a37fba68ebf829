"""A Job ends in exactly one way; a Reader answers on the GUI thread, the newest question only."""

import threading

import pytest
import shiboken6
from PySide6.QtCore import QObject, QThread

from mentordesk.domain.errors import CancelledError, UserError
from mentordesk.ui.jobs import Job, Reader


def ends_of(job: Job) -> list[tuple[str, object]]:
    heard: list[tuple[str, object]] = []
    job.finished.connect(lambda value: heard.append(("finished", value)))
    job.failed.connect(lambda error: heard.append(("failed", error)))
    job.cancelled.connect(lambda: heard.append(("cancelled", None)))
    return heard


def test_a_job_that_ends_well_gives_its_value(qtbot) -> None:
    job = Job(lambda progress, cancelled: 42)
    heard = ends_of(job)
    with qtbot.waitSignal(job.finished):
        job.start()
    assert heard == [("finished", 42)]


@pytest.mark.parametrize("error", [UserError("No."), ZeroDivisionError(), SystemExit(3)])
def test_a_job_that_fails_gives_the_error(qtbot, error: BaseException) -> None:
    def work(progress, cancelled):
        raise error

    job = Job(work)
    heard = ends_of(job)
    with qtbot.waitSignal(job.failed):
        job.start()
    assert heard == [("failed", error)]


def test_a_job_that_is_stopped_says_so_and_nothing_else(qtbot) -> None:
    started = threading.Event()

    def work(progress, cancelled):
        started.set()
        while not cancelled():
            QThread.yieldCurrentThread()
        raise CancelledError

    job = Job(work)
    heard = ends_of(job)
    with qtbot.waitSignal(job.cancelled):
        job.start()
        started.wait(5)
        job.cancel()
    assert heard == [("cancelled", None)]


def test_progress_arrives_on_the_gui_thread(qtbot) -> None:
    threads = []
    job = Job(lambda progress, cancelled: progress(1, 2))
    job.progress.connect(lambda done, of: threads.append((QThread.currentThread(), done, of)))
    with qtbot.waitSignals([job.finished, job.progress]):
        job.start()
    assert threads == [(job.thread(), 1, 2)]


def test_a_job_outlives_its_owner_and_tells_nobody_then(qtbot) -> None:
    owner, go = QObject(), threading.Event()

    def work(progress, cancelled) -> int:
        go.wait(5)
        progress(1, 2)
        return 42

    job = Job(work, owner)
    heard = ends_of(job)
    job.progress.connect(lambda done, of: heard.append(("progress", (done, of))))
    job.start()
    shiboken6.delete(owner)
    assert shiboken6.isValid(job), "what the thread tells its progress to is there until the work has ended"
    with qtbot.waitSignal(job.destroyed):
        go.set()
    assert heard == []


def test_a_reader_answers_on_the_gui_thread(qtbot) -> None:
    reader, owner, answers = Reader(), QObject(), []
    main = QThread.currentThread()
    reader.read(owner, QThread.currentThread, lambda value: answers.append((value, QThread.currentThread())))
    qtbot.waitUntil(lambda: bool(answers))
    assert answers[0][1] is main
    assert answers[0][0] is not main


def test_only_the_newest_question_of_an_owner_is_answered(qtbot) -> None:
    reader, owner, answers = Reader(), QObject(), []
    gate = threading.Event()
    reader.read(owner, lambda: gate.wait(5), lambda _: answers.append("blocker"), "other")
    for n in range(5):
        reader.read(owner, lambda n=n: n, answers.append)
    with qtbot.waitSignal(reader.idle):
        gate.set()
    assert answers == ["blocker", 4]


def test_a_widget_that_is_gone_gets_no_answer(qtbot) -> None:
    reader, owner, answers = Reader(), QObject(), []
    gate = threading.Event()
    reader.read(owner, lambda: gate.wait(5), answers.append)
    shiboken6.delete(owner)
    with qtbot.waitSignal(reader.idle):
        gate.set()
    assert answers == []


def test_a_failing_read_is_told_once(qtbot) -> None:
    reader, owner, answers = Reader(), QObject(), []
    with qtbot.waitSignal(reader.failed) as blocker:
        reader.read(owner, lambda: 1 / 0, answers.append)
    assert isinstance(blocker.args[0], ZeroDivisionError)
    assert answers == []
