"""Which pages there are, in the order of the rail, and where each is found, imported when first shown."""

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mentordesk.ui.page import Page


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A place of the rail. `foot` entries stand at its lower end; `at` is "module:class" below mentordesk.ui."""

    key: str
    title: str
    icon: str
    at: str
    foot: bool = False

    def load(self) -> "type[Page]":
        module, name = self.at.split(":")
        found: type[Page] = getattr(import_module(f"mentordesk.ui.{module}"), name)
        return found


PAGES = (
    PageEntry("today", "Today", "today", "today.page:TodayPage"),
    PageEntry("pairs", "Pairs", "pairs", "pairs.page:PairsPage"),
    PageEntry("cohorts", "Cohorts", "cohorts", "cohorts.page:CohortsPage"),
    PageEntry("matching", "Matching", "matching", "matching.page:MatchingPage"),
    PageEntry("milestones", "Milestones", "milestones", "milestones.page:MilestonesPage"),
    PageEntry("people", "People", "people", "people.page:PeoplePage"),
    PageEntry("reports", "Reports", "reports", "reports.page:ReportsPage"),
    PageEntry("import", "Import roster", "import", "imports.page:ImportPage", foot=True),
    PageEntry("programs", "Programs", "programs", "programs.page:ProgramsPage", foot=True),
    PageEntry("settings", "Settings", "settings", "preferences.page:SettingsPage", foot=True),
)


def entry(key: str) -> PageEntry:
    return next(page for page in PAGES if page.key == key)
