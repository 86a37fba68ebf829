"""Pictures of every page and of some dialogs: `python tests/pictures.py FOLDER`, light and dark, large and small.

With `--readme` the four pictures of the README instead, into resources/pictures. A place that fails is told; the
others are drawn all the same.
"""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from types import TracebackType

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QEvent, QEventLoop, QPoint, QTimer
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog

from mentordesk import paths
from mentordesk.domain.reporting import ReportKind
from mentordesk.services import sample
from mentordesk.services.desk import Desk
from mentordesk.services.people import people
from mentordesk.ui import pages
from mentordesk.ui.imports.page import ImportPage
from mentordesk.ui.main_window import MainWindow, apply_looks
from mentordesk.ui.matching.head import ANSWERS, DRAFT
from mentordesk.ui.matching.page import MatchingPage
from mentordesk.ui.pairs.page import PairsPage
from mentordesk.ui.reports.print_dialog import PrintDialog
from mentordesk.ui.settings import Settings
from mentordesk.ui.widgets import focus_ring
from mentordesk.ui.widgets.error_dialog import ErrorDialog
from mentordesk.ui.workplace import Target

MORNING = datetime(2026, 6, 4, 9, 41).astimezone()
THEMES = ("light", "dark")
SIZES = ((1440, 900), (1024, 700))
README_LIMIT = 120_000
PATIENCE_MS = 30_000
_DEPTH = 12
COLORS = (256, 128, 64, 32)


class Camera:
    """The window in one look. What a slot or a paint event raises reaches no caller: it is raised by `picture`."""

    def __init__(self, look: str, size: tuple[int, int]) -> None:
        settings = Settings()
        settings.appearance = look
        apply_looks(settings)
        self.caught: list[BaseException] = []
        self.window = MainWindow(settings)
        self.window.resize(*size)
        self.window.show()

    def open(self, path: Path) -> None:
        """Open the desk as the window does itself, but with a clock that stands; errors open no dialog."""
        desk = Desk.open(path, backups=self.window.settings.backups_of(path), clock=lambda: MORNING)
        self.window.files.desk = desk
        self.window.files.opened.emit(desk)
        self.window.workplace.failed.disconnect()
        self.window.workplace.failed.connect(self.caught.append)

    def close(self) -> None:
        self.window.close()
        self.window.deleteLater()

    def picture(self, show: Callable[["Camera"], object]) -> QPixmap:
        """What `show` brings on screen."""
        self.caught.clear()
        before, sys.excepthook = sys.excepthook, self._note
        try:
            show(self)
            self._settle()
            taken = self._grab()
        finally:
            self._put_away()
            sys.excepthook = before
        self._raise_caught()
        return taken

    def until(self, condition: Callable[[], bool], missing: str) -> None:
        """Let the window work until the condition holds twice in a row. TimeoutError where it does not."""
        loop, held = QEventLoop(), 0
        look, deadline = QTimer(interval=10), QTimer(interval=PATIENCE_MS, singleShot=True)

        def check() -> None:
            nonlocal held
            held = held + 1 if condition() else 0
            if held >= 2 or self.caught:
                loop.exit(0)

        look.timeout.connect(check)
        deadline.timeout.connect(lambda: loop.exit(1))
        look.start()
        deadline.start()
        late = loop.exec() == 1
        self._raise_caught()
        if late:
            raise TimeoutError(missing)

    def is_idle(self) -> bool:
        return not self.window.workplace.reader.pending

    def _settle(self) -> None:
        """Every layout hears of the parts within it, from the innermost out."""
        for _level in range(_DEPTH):
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def _note(self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        self.caught.append(error)

    def _raise_caught(self) -> None:
        if self.caught:
            raise self.caught[0]

    def _grab(self) -> QPixmap:
        taken, above = self.window.grab(), dialog_on_screen()
        if above is not None:
            painter = QPainter(taken)
            painter.drawPixmap(above.pos() - self.window.mapToGlobal(QPoint(0, 0)), above.grab())
            painter.end()
        return taken

    def _put_away(self) -> None:
        while (left := dialog_on_screen()) is not None:
            left.done(0)


def dialog_on_screen() -> QDialog | None:
    found = (widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QDialog))
    return next((widget for widget in found if widget.isVisible()), None)


def show_first_run(camera: Camera) -> None:
    camera.window.show_first_run()


def page(key: str) -> Callable[[Camera], object]:
    """A page with everything it reads on it."""

    def show(camera: Camera) -> None:
        camera.window.workplace.go(key)
        shown = camera.window.office.page(key)
        camera.until(lambda: shown.loaded and camera.is_idle(), "the page did not load")

    return show


def dialog(ask: Callable[[MainWindow], object]) -> Callable[[Camera], object]:
    """A dialog above the Pairs page."""

    def show(camera: Camera) -> None:
        page("pairs")(camera)
        ask(camera.window)
        camera.until(lambda: dialog_on_screen() is not None and camera.is_idle(), "the dialog did not open")

    return show


def suggested(camera: Camera) -> MatchingPage:
    """Matching with a draft; the first picture of a desk makes it."""
    page("matching")(camera)
    shown = camera.window.office.page("matching")
    assert isinstance(shown, MatchingPage)
    shown.show_view(DRAFT)
    if shown.sheet.draft is None:
        shown.editing.suggest_again()
    camera.until(
        lambda: bool(shown.showing.proposal.pairs) and not shown.editing.busy and camera.is_idle(), "no draft was made"
    )
    camera.until(lambda: shown.why.hint.isHidden(), "why was not worked out")
    camera.window.toast.hide()
    return shown


def matching_dialog(ask: Callable[[MatchingPage], object]) -> Callable[[Camera], object]:
    """A dialog above a draft."""

    def show(camera: Camera) -> None:
        ask(suggested(camera))
        camera.until(lambda: dialog_on_screen() is not None and camera.is_idle(), "the dialog did not open")

    return show


def account(camera: Camera) -> None:
    """What the two of a pair gave each other, on the whole page."""
    page("pairs")(camera)
    shown = camera.window.office.page("pairs")
    assert isinstance(shown, PairsPage)
    pair = next(row for row in shown.list.table.rows_model.rows() if row.row.left == "Amara Okonkwo")
    camera.window.workplace.go("pairs", pair.id, tab="give_take")
    camera.until(camera.is_idle, "the pair was not read")
    shown.show_full()
    camera.until(camera.is_idle, "the account was not read")


def answers(camera: Camera) -> None:
    """What was proposed and waits for an answer."""
    shown = suggested(camera)
    shown.show_view(ANSWERS)
    camera.until(camera.is_idle, "the answers were not read")


def import_step(step: int) -> Callable[[Camera], object]:
    """An HR export of people who are on the desk: two of them have another title, one has left, one is new."""

    def show(camera: Camera) -> None:
        page("import")(camera)
        shown = camera.window.office.page("import")
        assert isinstance(shown, ImportPage)
        path = hr_export(camera.window.workplace.desk)
        shown.open(Target("import", filters={"path": path}))
        camera.until(
            lambda: shown.preview is not None and shown.draft is not None and shown.draft.path == path,
            "no row was read",
        )
        while shown.step < step:
            shown.foot.onward.click()
            camera.until(lambda: shown.preview is not None and camera.is_idle(), "the step did not open")

    return show


def hr_export(desk: Desk) -> Path:
    """The file, beside the desk."""
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["Full name", "Work e-mail", "Department", "Job title", "Status", "Termination date"])
    known = [row for row in desk.read(people.rows) if row.email][:24]
    for number, row in enumerate(known):
        left = ("Terminated", "2026-05-29") if number == 5 else ("Active", None)
        book.active.append(
            [row.name, row.email, row.department, f"Head of {row.department}" if row.department else row.title, *left]
        )
    book.active.append(["Tendai Moyo", "tendai.moyo@solvane.example", "Operations", "Planner", "Active", None])
    book.active.append(["Ikram Belkadi", "ikram", "Finance", "Controller", "Active", None])
    path = desk.path.parent / "HR export June.xlsx"
    book.save(path)
    return path


def program_matching(camera: Camera) -> None:
    """The rules that drafts of a program begin with."""
    page("programs")(camera)
    camera.window.workplace.go("programs", tab="matching")
    camera.until(camera.is_idle, "the tab did not open")


def report(kind: ReportKind) -> Callable[[Camera], object]:
    """The preview of a report."""

    def show(camera: Camera) -> None:
        page("reports")(camera)
        camera.window.workplace.go("reports", kind=kind.value)
        camera.until(camera.is_idle, "the report was not made")

    return show


def print_dialog(camera: Camera) -> None:
    """The pages a report would be printed on."""
    report(ReportKind.PROGRAM)(camera)
    camera.window.office.page("reports").print()
    camera.until(lambda: isinstance(dialog_on_screen(), PrintDialog) and camera.is_idle(), "the dialog did not open")


def edit_person(window: MainWindow) -> None:
    row = next(row for row in window.workplace.desk.read(people.rows) if row.name == "Amara Okonkwo")
    window.workplace.command("edit_person", person_id=row.id)


def show_error(window: MainWindow) -> None:
    ErrorDialog(
        window,
        "The report was not saved. “Summary.xlsx” is open in another program.",
        advice="Close it there and choose Try again, or save under another name.",
        safe="Nothing in MentorDesk has changed.",
        details="mentordesk.exchange.excel.target: PermissionError 13",
        primary="Try again",
        cancel="Cancel",
    ).open()


PLACES: dict[str, Callable[[Camera], object]] = {
    **{entry.key: page(entry.key) for entry in pages.PAGES},
    "log-contact": dialog(lambda window: window.run("log_contact")),
    "new-pair": dialog(lambda window: window.run("new_pair")),
    "person-edit": dialog(edit_person),
    "go-to": dialog(lambda window: window.run("go_to")),
    "error": dialog(show_error),
    "matching-draft": suggested,
    "matching-drafts": matching_dialog(lambda shown: shown.open_drafts()),
    "matching-commit": matching_dialog(lambda shown: shown.commit()),
    "matching-answers": answers,
    "program-matching": program_matching,
    "import-columns": import_step(2),
    "import-rows": import_step(3),
    "import-careers": import_step(4),
    "collect-answers": dialog(lambda window: window.run("collect_answers")),
    **{f"report-{kind.value}": report(kind) for kind in ReportKind},
    "print": print_dialog,
}

README: dict[str, Callable[[Camera], object]] = {
    "today": page("today"),
    "give-and-take": account,
    "matching": suggested,
    "report": report(ReportKind.PROGRAM),
}
"""The README's pictures by the name of their file."""


def take_all(desk: Path, folder: Path, look: str, size: tuple[int, int]) -> list[str]:
    """Every place in one look; returns what went wrong."""
    camera, faults = Camera(look, size), []

    def take(name: str, show: Callable[[Camera], object]) -> None:
        file = f"{name}-{look}-{size[0]}x{size[1]}.png"
        try:
            camera.picture(show).save(str(folder / file))
            print(file)
        except Exception as error:
            faults.append(f"{file}: {type(error).__name__}: {error}")

    try:
        take("first-run", show_first_run)
        camera.open(desk)
        for name, show in PLACES.items():
            take(name, show)
    finally:
        camera.close()
    return faults


def take_readme(desk: Path) -> list[str]:
    """The README's pictures, large and light; returns what went wrong."""
    folder = paths.resources() / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    camera, faults = Camera("light", SIZES[0]), []
    try:
        camera.open(desk)
        for name, show in README.items():
            target = folder / f"{name}.png"
            try:
                save_small(camera.picture(show).toImage(), target)
                print(f"{target.name}: {target.stat().st_size:,} bytes")
            except Exception as error:
                faults.append(f"{target.name}: {type(error).__name__}: {error}")
    finally:
        camera.close()
    return faults


def save_small(image: QImage, target: Path) -> None:
    """Write the picture with so many of its most frequent colors that it stays under the limit. ValueError where even
    the fewest do not do."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    found = Counter(memoryview(plain.constBits()).cast("I"))
    for colors in COLORS:
        table = [color for color, _ in found.most_common(colors)]
        plain.convertToFormat(QImage.Format.Format_Indexed8, table).save(str(target), "PNG", 0)
        if target.stat().st_size <= README_LIMIT:
            return
    raise ValueError(f"{target.stat().st_size:,} bytes are over the limit of {README_LIMIT:,}")


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Pictures of MentorDesk's pages with the sample desk.")
    parser.add_argument("folder", nargs="?", type=Path, help="where the pictures go")
    parser.add_argument("--readme", action="store_true", help="write the README's pictures instead")
    options = parser.parse_args(arguments)
    if (options.folder is None) is not options.readme:
        parser.error("give either a folder or --readme")
    app = QApplication(["mentordesk"])
    app.setQuitOnLastWindowClosed(False)
    focus_ring.install(app)
    with tempfile.TemporaryDirectory(prefix="mentordesk-pictures-") as home:
        os.environ[paths.HOME_VARIABLE] = home
        desk = sample.make(Path(home) / "Solvane mentoring.mdesk", MORNING.date())
        faults = take_readme(desk) if options.readme else take_in_all_looks(desk, options.folder)
    for fault in faults:
        print(f"FAILED {fault}", file=sys.stderr)
    return 1 if faults else 0


def take_in_all_looks(desk: Path, folder: Path) -> list[str]:
    folder.mkdir(parents=True, exist_ok=True)
    return [fault for look in THEMES for size in SIZES for fault in take_all(desk, folder, look, size)]


if __name__ == "__main__":
    sys.exit(main())
