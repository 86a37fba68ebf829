"""What this computer remembers: looks, window, recent desks, the state of pages. Nothing of it belongs to a desk."""

import json
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings

from mentordesk import paths

RECENT = 8
APPEARANCES = ("system", "light", "dark")
TEXT_SIZES = (0, 1, 2, 4)


class Settings:
    """A small INI file in the user's settings folder; a value that makes no sense counts as not set."""

    def __init__(self, folder: Path | None = None) -> None:
        file = (folder or paths.config_folder()) / "settings.ini"
        self._store = QSettings(str(file), QSettings.Format.IniFormat)

    def _get(self, key: str, default: Any) -> Any:
        try:
            return json.loads(str(self._store.value(key, "null"))) or default
        except ValueError:
            return default

    def _set(self, key: str, value: Any) -> None:
        self._store.setValue(key, json.dumps(value))

    @property
    def appearance(self) -> str:
        found = self._get("looks/appearance", "system")
        return found if found in APPEARANCES else "system"

    @appearance.setter
    def appearance(self, value: str) -> None:
        self._set("looks/appearance", value)

    @property
    def text_size(self) -> int:
        """Points added to the system's size."""
        found = self._get("looks/text_size", 0)
        return found if found in TEXT_SIZES else 0

    @text_size.setter
    def text_size(self, value: int) -> None:
        self._set("looks/text_size", value)

    @property
    def last_desk(self) -> Path | None:
        found = self._get("desk/last", "")
        return Path(found) if found else None

    @last_desk.setter
    def last_desk(self, path: Path | None) -> None:
        self._set("desk/last", str(path) if path else "")

    def recent(self) -> list[Path]:
        """The desks opened last, newest first, those that are gone left out."""
        return [path for path in map(Path, self._get("desk/recent", [])) if path.is_file()]

    def remember_desk(self, path: Path) -> None:
        """Put a desk first among the recent ones and make it the one of the next start."""
        others = [str(old) for old in self.recent() if old != path]
        self._set("desk/recent", [str(path), *others][:RECENT])
        self.last_desk = path

    @property
    def backup_folder(self) -> Path | None:
        """The folder chosen for backups; None for the usual one."""
        found = self._get("backups/folder", "")
        return Path(found) if found else None

    @backup_folder.setter
    def backup_folder(self, path: Path | None) -> None:
        self._set("backups/folder", str(path) if path else "")

    @property
    def backups_kept(self) -> int:
        return int(self._get("backups/keep", 14))

    @backups_kept.setter
    def backups_kept(self, count: int) -> None:
        self._set("backups/keep", count)

    def backups_of(self, desk: Path) -> Path:
        """The folder of one desk's backups."""
        return self.backup_folder or paths.backups_folder(desk)

    def folder(self, purpose: str) -> Path:
        """The folder used last for a purpose (open, export, import, forms, answers); the desks' folder at first."""
        found = Path(self._get(f"folders/{purpose}", "") or paths.desks_folder())
        return found if found.is_dir() else Path.home()

    def remember_folder(self, purpose: str, folder: Path) -> None:
        self._set(f"folders/{purpose}", str(folder))

    def state(self, name: str) -> dict[str, Any]:
        """What a page or a table wants to find again."""
        found = self._get(f"state/{name}", {})
        return found if isinstance(found, dict) else {}

    def remember_state(self, name: str, state: dict[str, Any]) -> None:
        self._set(f"state/{name}", state)

    def geometry(self) -> QByteArray:
        found = self._store.value("window/geometry")
        return found if isinstance(found, QByteArray) else QByteArray()

    def remember_geometry(self, geometry: QByteArray) -> None:
        self._store.setValue("window/geometry", geometry)

    def write(self) -> None:
        self._store.sync()
