"""Whether what is held over the page is a roster file. Knows no page."""

from pathlib import Path

from PySide6.QtGui import QDropEvent

_ROSTERS = frozenset((".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".txt", ".tsv"))


def dropped(event: QDropEvent) -> Path | None:
    """The one local file of a drag, if it can be a roster."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 and paths[0].suffix.lower() in _ROSTERS else None
