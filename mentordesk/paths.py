"""Where resources, desks, backups, settings and logs live. Knows no window and creates no folder."""

import hashlib
import os
import sys
from pathlib import Path

import platformdirs

NAME = "MentorDesk"
# One folder for everything: for tests, for a memory stick, for trying the program out.
HOME_VARIABLE = "MENTORDESK_HOME"


def resources() -> Path:
    """The folder of icons, themes, templates and help: in a frozen build, an installed package or a checkout."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen:
        return Path(frozen) / "resources"
    package = Path(__file__).resolve().parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"


def _home() -> Path | None:
    named = os.environ.get(HOME_VARIABLE)
    return Path(named).expanduser() if named else None


def desks_folder() -> Path:
    """Where new desks are proposed: `Documents/MentorDesk`."""
    home = _home()
    return (home if home else platformdirs.user_documents_path()) / NAME


def backups_folder(desk: Path) -> Path:
    """The folder of this desk's backups: `Documents/MentorDesk/Backups/DESK`.

    A desk from elsewhere has four letters more, so that two desks of one name keep apart.
    """
    folder = desk.resolve().parent
    elsewhere = folder != desks_folder().resolve()
    mark = f" {hashlib.sha256(str(folder).encode()).hexdigest()[:4]}" if elsewhere else ""
    return desks_folder() / "Backups" / f"{desk.stem}{mark}"


def config_folder() -> Path:
    """Where this computer's settings are kept: window size, appearance, recent desks."""
    home = _home()
    return home / "config" if home else platformdirs.user_config_path(NAME, appauthor=False)


def log_folder() -> Path:
    """Where the program writes what went wrong."""
    home = _home()
    return home / "logs" if home else platformdirs.user_log_path(NAME, appauthor=False)
