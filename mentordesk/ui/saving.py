"""Saving a file: asks where, writes it behind a progress dialog, says so; a file that is in use is offered again."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QWidget

from mentordesk.domain.errors import FileError
from mentordesk.ui.errors import show_error
from mentordesk.ui.progress_dialog import run_job
from mentordesk.ui.widgets.error_dialog import ErrorDialog
from mentordesk.ui.workplace import Workplace

Write = Callable[[Path, Callable[[int, int], None], Callable[[], bool]], str]
"""Writes the file in a thread; takes path, progress and whether it is cancelled, returns the sentence of the toast."""


def told(saved: str, remarks: Sequence[str]) -> str:
    """The sentence of the toast: a stop only where remarks follow."""
    return f"{saved}. {' '.join(remarks)}" if remarks else saved


@dataclass(frozen=True)
class Saving:
    """One kind of file to save. `choose` asks for the path, given the name to propose; `title` is of the progress;
    `then` is called once it is written.
    """

    parent: QWidget
    workplace: Workplace
    title: str
    choose: Callable[[str], Path | None]
    write: Write
    then: Callable[[], None] | None = None

    def start(self, name: str) -> None:
        """Ask where, with this name proposed, and write."""
        path = self.choose(name)
        if path is not None:
            self._write(path)

    def _write(self, path: Path) -> None:
        run_job(
            self.parent,
            self.title,
            lambda progress, cancelled: self.write(path, progress, cancelled),
            then=lambda sentence: self._say(sentence, path.parent),
            failed=lambda error: self._offer_again(path, error),
        )

    def _say(self, sentence: str, folder: Path) -> None:
        where = QUrl.fromLocalFile(str(folder))
        self.workplace.say(sentence, action="Open folder", on_action=lambda: QDesktopServices.openUrl(where))
        if self.then is not None:
            self.then()

    def _offer_again(self, path: Path, error: BaseException) -> None:
        """A file that cannot be written: try again, save under another name, or leave it."""
        if not isinstance(error, FileError):
            show_error(self.parent, error)
            return
        words = {"advice": error.advice, "safe": error.safe, "primary": "Try again", "cancel": "Cancel"}
        dialog = ErrorDialog(self.parent, str(error), **words)
        other: list[bool] = []

        def choose_other() -> None:
            other.append(True)
            dialog.reject()

        dialog.add_alternative("Save under another name…", choose_other)
        answer = dialog.exec()
        if other:
            self.start(path.name)
        elif answer == QDialog.DialogCode.Accepted:
            self._write(path)
