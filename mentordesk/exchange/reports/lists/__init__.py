"""The reports that stand alone, by their kind: the rows of each (`ReportRows.own`) laid out as sheets."""

from collections.abc import Callable

from mentordesk.domain.reporting import ReportKind, ReportRows
from mentordesk.exchange.reports.lists import enduring, engagement, introductions, person, projects, stories, years
from mentordesk.exchange.workbook import Sheet

LISTS: dict[ReportKind, Callable[[ReportRows], tuple[Sheet, ...]]] = {
    ReportKind.ENGAGEMENT: engagement.sheets,
    ReportKind.OVER_THE_YEARS: years.sheets,
    ReportKind.ENDURING: enduring.sheets,
    ReportKind.PROJECT_HOURS: projects.sheets,
    ReportKind.MAIL_MERGE: introductions.sheets,
    ReportKind.PERSONAL_DATA: person.sheets,
    ReportKind.STORIES: stories.sheets,
}
"""How the sheets of each are made; `own` are the rows `services.standalone_reports.read` returns for the kind."""
