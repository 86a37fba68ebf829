"""A Job with its progress and a way to stop it. Knows nothing of the work."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QProgressBar, QWidget

from mentordesk.ui.errors import show_error
from mentordesk.ui.jobs import Job
from mentordesk.ui.widgets.dialog import Dialog


class ProgressDialog(Dialog):
    """Stays until the job has ended; its only button stops the work."""

    def __init__(self, parent: QWidget, title: str, job: Job) -> None:
        super().__init__(title, parent, primary="Stop", cancel="", width=420)
        self._job = job
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(title)
        self.body.addWidget(self.bar)
        job.progress.connect(self._on_progress)

    def _on_progress(self, done: int, of: int) -> None:
        self.bar.setRange(0, max(of, 1))
        self.bar.setValue(done)

    def reject(self) -> None:
        """Esc stops the work as the button does."""
        self._job.cancel()
        self.primary.setEnabled(False)
        self.primary.setText("Stopping…")

    def commit(self) -> bool:
        self.reject()
        return False


def run_job(
    parent: QWidget,
    title: str,
    work: Callable[..., Any],
    then: Callable[[Any], None],
    failed: Callable[[BaseException], None] | None = None,
) -> Job:
    """Run `work(progress, cancelled)` in the background behind a dialog; `then` gets its value on the GUI thread.

    A failure is shown as an error unless `failed` takes it; a stop does nothing more.
    """
    job = Job(work, parent)
    dialog = ProgressDialog(parent, title, job)

    def ended(after: Callable[[Any], None], value: Any) -> None:
        dialog.accept()
        dialog.deleteLater()
        after(value)

    on_failed = failed or (lambda error: show_error(parent, error))
    job.finished.connect(lambda value: ended(then, value))
    job.failed.connect(lambda error: ended(on_failed, error))
    job.cancelled.connect(lambda: ended(lambda _: None, None))
    dialog.open()
    job.start()
    return job
