"""Saves the next days as a calendar file, where the coordinator says."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from mentordesk.domain.errors import UserError
from mentordesk.domain.today import UpcomingRow
from mentordesk.exchange import calendar
from mentordesk.exchange.calendar import CalendarDay
from mentordesk.ui import file_choice
from mentordesk.ui.workplace import Workplace

_CALENDARS = "Calendar files (*.ics)"


def save(workplace: Workplace, rows: Sequence[UpcomingRow], parent: QWidget) -> None:
    """Ask for a file and write it; a calendar program opens it with a double click."""
    title, name = "Save the next 14 days", "Next 14 days.ics"
    path = file_choice.save_file(parent, workplace.settings, "export", title, _CALENDARS, name)
    if path is None:
        return
    desk = workplace.desk
    days = [CalendarDay(f"{desk.path.stem}-{row.id}", row.on, row.title, row.context) for row in rows]
    try:
        calendar.write(days, path, desk.clock())
    except UserError as error:
        workplace.failed.emit(error)
    else:
        workplace.say(f"Calendar saved as “{path.name}”")
