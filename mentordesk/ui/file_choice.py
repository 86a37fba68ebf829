"""Asks for a file with the system's own dialog and remembers the folder. One place: tests can answer for the user."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from mentordesk.ui.settings import Settings

DESKS = "MentorDesk desks (*.mdesk)"
ROSTERS = "Excel and CSV files (*.xlsx *.xlsm *.xls *.ods *.csv *.txt)"
WORKBOOKS = "Excel workbooks (*.xlsx)"


def open_file(parent: QWidget, settings: Settings, purpose: str, title: str, kinds: str) -> Path | None:
    """An existing file, or None where the dialog was cancelled."""
    name, _ = QFileDialog.getOpenFileName(parent, title, str(settings.folder(purpose)), kinds)
    return _remembered(settings, purpose, name)


def open_files(parent: QWidget, settings: Settings, purpose: str, title: str, kinds: str) -> list[Path]:
    """Existing files, none where the dialog was cancelled."""
    names, _ = QFileDialog.getOpenFileNames(parent, title, str(settings.folder(purpose)), kinds)
    for name in names[:1]:
        settings.remember_folder(purpose, Path(name).parent)
    return [Path(name) for name in names]


def open_file_in(parent: QWidget, start: Path, title: str, kinds: str) -> Path | None:
    """An existing file, asked for in a given folder."""
    name, _ = QFileDialog.getOpenFileName(parent, title, str(start), kinds)
    return Path(name) if name else None


def save_file(parent: QWidget, settings: Settings, purpose: str, title: str, kinds: str, name: str) -> Path | None:
    """A file to write, its ending added; the dialog itself asks before one is replaced."""
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(settings.folder(purpose) / name), kinds)
    return _with_ending(_remembered(settings, purpose, chosen), Path(name).suffix)


def save_file_of(
    parent: QWidget, settings: Settings, purpose: str, title: str, kinds: dict[str, str], name: str
) -> Path | None:
    """A file to write in one of several kinds, by their endings: that of the name, else that of the kind chosen.

    `name` has no ending; the first kind is proposed.
    """
    start = str(settings.folder(purpose) / f"{name}{next(iter(kinds))}")
    chosen, kind = QFileDialog.getSaveFileName(parent, title, start, ";;".join(kinds.values()))
    path = _remembered(settings, purpose, chosen)
    if path is None or path.suffix.lower() in kinds:
        return path
    ending = next((each for each, words in kinds.items() if words == kind), next(iter(kinds)))
    return path.with_name(path.name + ending)


def new_file(parent: QWidget, settings: Settings, purpose: str, title: str, kinds: str, name: str) -> Path | None:
    """A file that is to be new: the caller refuses one that is there, so the dialog does not ask."""
    no_question = QFileDialog.Option.DontConfirmOverwrite
    start = str(settings.folder(purpose) / name)
    chosen, _ = QFileDialog.getSaveFileName(parent, title, start, kinds, options=no_question)
    return _with_ending(_remembered(settings, purpose, chosen), Path(name).suffix)


def _with_ending(path: Path | None, ending: str) -> Path | None:
    return path if path is None or path.suffix.lower() == ending else path.with_name(path.name + ending)


def folder(parent: QWidget, title: str, start: Path) -> Path | None:
    chosen = QFileDialog.getExistingDirectory(parent, title, str(start))
    return Path(chosen) if chosen else None


def _remembered(settings: Settings, purpose: str, name: str) -> Path | None:
    if not name:
        return None
    settings.remember_folder(purpose, Path(name).parent)
    return Path(name)
