"""Opening, making, restoring and closing desk files, with the questions that go with it. Knows no page."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from mentordesk import paths
from mentordesk.domain.errors import DeskBusyError, UserError
from mentordesk.ui import file_choice, jobs
from mentordesk.ui.errors import ask, show_error
from mentordesk.ui.progress_dialog import run_job
from mentordesk.ui.settings import Settings

if TYPE_CHECKING:
    from mentordesk.services.desk import Desk

SAMPLE = "Sample.mdesk"


class DeskFiles(QObject):
    """The desk that is open, if any. Emits `opened` with it and `closed` before it goes."""

    opened = Signal(object)
    closed = Signal()
    backed_up = Signal()

    def __init__(self, window: QWidget, settings: Settings) -> None:
        super().__init__(window)
        self.window = window
        self.settings = settings
        self.desk: Desk | None = None
        self._backup: jobs.Job | None = None

    def open_at_start(self, path: Path | None) -> str:
        """Open the desk asked for or the last one. Returns why there is none, for the first-run page."""
        if path is not None:
            self.open(path)
            return ""
        last = self.settings.last_desk
        if last is None:
            return ""
        if not last.is_file():
            return f"The desk of last time is gone: “{last.name}” is no longer in {last.parent}."
        self.open(last)
        return ""

    def open(self, path: Path, *, read_only: bool = False) -> bool:
        """Open a desk in place of the one that is open; True if it is open now."""
        from mentordesk.services.desk import Desk

        path = path.absolute()
        if self.desk is not None and self.desk.path == path and self.desk.read_only == read_only:
            return True
        try:
            desk = Desk.open(path, backups=self.settings.backups_of(path), read_only=read_only)
        except DeskBusyError as error:
            return self._offer_read_only(path, error)
        except UserError as error:
            show_error(self.window, error)
            return False
        self._take(desk)
        return True

    def _offer_read_only(self, path: Path, error: DeskBusyError) -> bool:
        choice = ask(self.window, str(error), "Two copies of MentorDesk cannot write one desk.", ["Open read only"])
        return choice == "Open read only" and self.open(path, read_only=True)

    def _take(self, desk: "Desk") -> None:
        self.close()
        self.desk = desk
        self.settings.remember_desk(desk.path)
        self.opened.emit(desk)

    def new(self, name: str = "mentoring.mdesk") -> bool:
        """Ask where, make an empty desk and open it."""
        path = file_choice.new_file(self.window, self.settings, "desks", "New desk", file_choice.DESKS, name)
        return path is not None and self.make(path)

    def make(self, path: Path) -> bool:
        """Make an empty desk at the path and open it. A file that is there is never replaced."""
        from mentordesk.services.desk import Desk

        try:
            desk = Desk.create(path.absolute(), backups=self.settings.backups_of(path))
        except UserError as error:
            show_error(self.window, error)
            return False
        self._take(desk)
        return True

    def choose(self) -> bool:
        """Ask which desk to open."""
        path = file_choice.open_file(self.window, self.settings, "desks", "Open desk", file_choice.DESKS)
        return path is not None and self.open(path)

    def open_sample(self, *, afresh: bool = False) -> None:
        """Open the sample desk; made first where there is none yet, or afresh if asked."""
        path = paths.desks_folder() / SAMPLE
        if path.exists() and not afresh:
            self.open(path)
            return
        fresh = path.with_name(f"New {SAMPLE}")  # a stop leaves the one that is there

        def work(progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> Any:
            from mentordesk.services import sample

            path.parent.mkdir(parents=True, exist_ok=True)
            fresh.unlink(missing_ok=True)
            return sample.make(fresh, progress=progress, cancelled=cancelled)

        run_job(self.window, "Making the sample desk", work, then=lambda _: self._open_made(fresh, path))

    def _open_made(self, fresh: Path, path: Path) -> None:
        from mentordesk.services import sample

        if self.desk is not None and self.desk.path == path:
            self.close()
        try:
            sample.put(fresh, path)
        except UserError as error:
            show_error(self.window, error)
        else:
            self.open(path)

    def restore(self) -> None:
        """Ask for a backup, keep the desk as it is now in a backup of its own, and put the chosen one in its place."""
        from mentordesk.services import backups

        desk = self.desk.path if self.desk is not None else self.settings.last_desk
        if desk is None:
            show_error(self.window, UserError("There is no desk to restore.", advice="Open the backup as a desk."))
            return
        folder = self.settings.backups_of(desk)
        chosen = file_choice.open_file_in(self.window, folder, "Restore backup", file_choice.DESKS)
        if chosen is None or not self._confirms(chosen, desk):
            return
        self.close()
        try:
            backups.restore(chosen, desk, folder, datetime.now().astimezone())
        except UserError as error:
            show_error(self.window, error)
        self.open(desk)

    def _confirms(self, chosen: Path, desk: Path) -> bool:
        question = f"Put “{chosen.name}” in the place of “{desk.name}”?"
        kept = "The desk as it is now is kept in a new backup first."
        return ask(self.window, question, kept, ["Restore"]) == "Restore"

    def back_up(self) -> None:
        """Copy the desk into its folder of backups now, once at a time; the status bar tells when it is there."""
        desk = self.desk
        if desk is None or self._backup is not None:
            return
        folder, kept = self.settings.backups_of(desk.path), self.settings.backups_kept

        def ended(tell: Callable[[], object]) -> None:
            self._backup = None
            if self.desk is desk:
                tell()

        job = self._backup = jobs.Job(lambda *_: desk.back_up(folder, "by hand", kept), self)
        job.finished.connect(lambda _row: ended(self.backed_up.emit))
        job.failed.connect(lambda error: ended(lambda: show_error(self.window, error)))
        job.start()

    def close(self) -> None:
        """Close the desk, backed up if something changed."""
        if self.desk is None:
            return
        from mentordesk.services.today import ahead

        jobs.stop_all()
        self.closed.emit()
        desk, self.desk = self.desk, None
        try:
            try:
                ahead.prepare(desk)
            finally:
                backups = self.settings.backups_of(desk.path) if not desk.read_only else None
                desk.close(backups, self.settings.backups_kept)
        except UserError as error:
            show_error(self.window, error)
