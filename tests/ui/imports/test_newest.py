"""Work off the GUI thread whose page goes before it has ended: it ends by itself, and nobody is told."""

import threading

import shiboken6
from PySide6.QtCore import QObject

from mentordesk.ui.imports.newest import Newest
from mentordesk.ui.jobs import Job


def test_a_page_that_goes_takes_nothing_from_the_work_that_runs(qtbot):
    page, go, told = QObject(), threading.Event(), []

    def work(progress, _cancelled) -> int:
        go.wait(5)
        for done in range(100):
            progress(done, 100)
        return 1

    newest = Newest(page)
    newest.run("Looking", work, then=told.append, failed=told.append, stopped=lambda: told.append("stopped"))
    job = newest._job
    assert isinstance(job, Job)
    with qtbot.waitSignal(job.destroyed, timeout=5_000):
        shiboken6.delete(page)
        assert shiboken6.isValid(job), "what the work tells its progress to is there until it has ended"
        go.set()
    assert told == []
