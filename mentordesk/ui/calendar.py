"""Hands days and meetings to the calendar program of this computer, as a file. Knows no desk."""

import tempfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from mentordesk.domain.errors import UserError
from mentordesk.exchange import calendar
from mentordesk.exchange.calendar import Entry

CALENDARS = "Calendar files (*.ics)"


def open_entries(entries: Sequence[Entry], made_at: datetime) -> None:
    """Open the entries in the calendar program, which asks first. Raises UserError where none answers."""
    path = Path(tempfile.mkdtemp(prefix="mentordesk-calendar-")) / "entry.ics"
    calendar.write(entries, path, made_at)
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        raise UserError(
            "The entry was not opened: no calendar program answered.", advice="Save it as a file and open that there."
        )
