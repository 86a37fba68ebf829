"""Pictures of every page and of some dialogs: `python tests/pictures.py FOLDER`, light and dark, large and small.

With `--readme` the README's picture alone. A place that fails is told; the others are drawn all the same.
"""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from types import TracebackType

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QEventLoop, QPoint, QTimer
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog

from mentordesk import paths
from mentordesk.domain.errors import UserError
from mentordesk.services import people, sample
from mentordesk.services.desk import Desk
from mentordesk.ui import pages
from mentordesk.ui.main_window import MainWindow, apply_looks
from mentordesk.ui.settings import Settings
from mentordesk.ui.widgets.error_dialog import ErrorDialog

MORNING = datetime(2026, 6, 4, 9, 41).astimezone()
THEMES = ("light", "dark")
SIZES = ((1440, 900), (1024, 700))
README_PICTURE = ROOT / "resources" / "pictures" / "today.png"
README_LIMIT = 200_000
PATIENCE_MS = 30_000
LOCKED = UserError(
    "The report was not saved. Excel has “Mentoring report.xlsx” open, and a file that is open cannot be replaced.",
    advice="Close the workbook in Excel, or choose another name.",
    safe="The desk is unchanged, and so is the old report.",
)


def until(condition: Callable[[], bool]) -> bool:
    """Let the window work until the condition holds twice in a row; False where it does not in half a minute."""
    loop, held = QEventLoop(), 0
    look, deadline = QTimer(interval=10), QTimer(interval=PATIENCE_MS, singleShot=True)

    def check() -> None:
        nonlocal held
        held = held + 1 if condition() else 0
        if held >= 2:
            loop.exit(0)

    look.timeout.connect(check)
    deadline.timeout.connect(lambda: loop.exit(1))
    look.start()
    deadline.start()
    return loop.exec() == 0


@dataclass
class Studio:
    """One window in one look, and what went wrong in front of the camera."""

    desk: Path
    folder: Path
    look: str
    size: tuple[int, int]
    faults: list[str] = field(default_factory=list)

    def take_all(self) -> None:
        settings = Settings()
        settings.appearance = self.look
        apply_looks(settings)
        window = MainWindow(settings)
        window.resize(*self.size)
        window.show()
        try:
            self.take("first-run", lambda: self.first_run(window))
            open_desk(window, self.desk, self.faults.append)
            for entry in pages.PAGES:
                self.take(entry.key, lambda key=entry.key: page(window, key))
            for name, ask in DIALOGS.items():
                self.take(name, lambda ask=ask: dialog(window, ask))
        finally:
            window.close()
            window.deleteLater()

    def first_run(self, window: MainWindow) -> QPixmap:
        window.show_first_run()
        return grab(window)

    def take(self, name: str, picture: Callable[[], QPixmap]) -> None:
        file = f"{name}-{self.look}-{self.size[0]}x{self.size[1]}.png"
        try:
            with uncaught():
                taken = picture()
            taken.save(str(self.folder / file))
            print(file)
        except Exception as error:
            self.faults.append(f"{file}: {type(error).__name__}: {error}")
            print(f"{file}  FAILED  {type(error).__name__}: {error}", file=sys.stderr)


@contextmanager
def uncaught() -> Iterator[None]:
    """What a slot or a paint event raises reaches no caller: it is raised here when the picture is done."""
    found: list[BaseException] = []

    def note(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        found.append(error)

    before, sys.excepthook = sys.excepthook, note
    try:
        yield
    finally:
        sys.excepthook = before
    if found:
        raise found[0]


def open_desk(window: MainWindow, path: Path, failed: Callable[[str], object]) -> None:
    """Open the desk in the window as it does itself, but with a clock that stands; errors open no dialog."""
    desk = Desk.open(path, backups=window.settings.backups_of(path), clock=lambda: MORNING)
    window.files.desk = desk
    window.files.opened.emit(desk)
    window.workplace.failed.disconnect()
    window.workplace.failed.connect(lambda error: failed(f"{window.office.current()}: {error}"))


def page(window: MainWindow, key: str) -> QPixmap:
    """A page with everything it reads on it."""
    window.workplace.go(key)
    shown = window.office.page(key)
    if not until(lambda: shown.loaded and not window.workplace.reader.pending):
        raise TimeoutError("the page did not load")
    return grab(window)


def dialog(window: MainWindow, ask: Callable[[MainWindow], object]) -> QPixmap:
    """The window with the dialog that `ask` opens."""
    page(window, "pairs")
    ask(window)
    try:
        if not until(lambda: open_dialog() is not None and not window.workplace.reader.pending):
            raise TimeoutError("the dialog did not open")
        return grab(window)
    finally:
        while (left := open_dialog()) is not None:
            left.done(0)


def open_dialog() -> QDialog | None:
    found = (widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QDialog))
    return next((widget for widget in found if widget.isVisible()), None)


def grab(window: MainWindow) -> QPixmap:
    """The window as it is on screen, with the dialog above it."""
    picture = window.grab()
    above = open_dialog()
    if above is not None:
        painter = QPainter(picture)
        painter.drawPixmap(above.pos() - window.mapToGlobal(QPoint(0, 0)), above.grab())
        painter.end()
    return picture


def _edit_person(window: MainWindow) -> None:
    row = next(row for row in window.workplace.desk.read(people.rows) if row.name == "Amara Okonkwo")
    window.workplace.command("edit_person", person_id=row.id)


def _error(window: MainWindow) -> None:
    ErrorDialog(
        window, str(LOCKED), advice=LOCKED.advice, safe=LOCKED.safe, primary="Try again", cancel="Cancel"
    ).open()


DIALOGS: dict[str, Callable[[MainWindow], object]] = {
    "log-contact": lambda window: window.run("log_contact"),
    "new-pair": lambda window: window.run("new_pair"),
    "person-edit": _edit_person,
    "go-to": lambda window: window.run("go_to"),
    "error": _error,
}


def readme(desk: Path, target: Path) -> list[str]:
    """The README's picture: Today, light. In as many colors as keep the file small."""
    target.parent.mkdir(parents=True, exist_ok=True)
    settings = Settings()
    settings.appearance = "light"
    apply_looks(settings)
    window, faults = MainWindow(settings), []
    window.resize(*SIZES[0])
    window.show()
    try:
        open_desk(window, desk, faults.append)
        with uncaught():
            save_small(page(window, "today").toImage(), target)
    except Exception as error:
        faults.append(f"{target.name}: {type(error).__name__}: {error}")
    finally:
        window.close()
    return faults


def save_small(image: QImage, target: Path) -> None:
    """Write the picture as it is, or with its 256 most frequent colors where that is over the limit."""
    image.save(str(target), "PNG", 0)
    if target.stat().st_size > README_LIMIT:
        small = image.convertToFormat(QImage.Format.Format_RGB32)
        counts: dict[int, int] = {}
        for pixel in memoryview(small.constBits()).cast("I"):
            counts[pixel] = counts.get(pixel, 0) + 1
        table = sorted(counts, key=lambda pixel: -counts[pixel])[:256]
        small.convertToFormat(QImage.Format.Format_Indexed8, table).save(str(target), "PNG", 0)


def main() -> int:
    parser = argparse.ArgumentParser(description="Pictures of MentorDesk's pages with the sample desk.")
    parser.add_argument("folder", nargs="?", type=Path, help="where the pictures go")
    parser.add_argument("--readme", action="store_true", help=f"write {README_PICTURE.relative_to(ROOT)} instead")
    options = parser.parse_args()
    if (options.folder is None) is not options.readme:
        parser.error("give either a folder or --readme")
    app = QApplication(["mentordesk"])
    app.setQuitOnLastWindowClosed(False)
    with tempfile.TemporaryDirectory(prefix="mentordesk-pictures-") as home:
        os.environ[paths.HOME_VARIABLE] = home
        desk = sample.make(Path(home) / "Solvane mentoring.mdesk", MORNING.date())
        faults = readme(desk, README_PICTURE) if options.readme else take(desk, options.folder)
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


def take(desk: Path, folder: Path) -> list[str]:
    """All pictures in all looks; returns what went wrong."""
    folder.mkdir(parents=True, exist_ok=True)
    studios = [Studio(desk, folder, look, size) for look in THEMES for size in SIZES]
    for studio in studios:
        studio.take_all()
    return [fault for studio in studios for fault in studio.faults]


if __name__ == "__main__":
    sys.exit(main())
