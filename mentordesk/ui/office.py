"""The inside of the window while a desk is open: the pages in a stack, made when first shown, and the way back."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from mentordesk.ui import pages
from mentordesk.ui.page import Page
from mentordesk.ui.regions import first_focus
from mentordesk.ui.settings import Settings
from mentordesk.ui.workplace import Target, Workplace

_REMEMBERED = 50


class Office(QStackedWidget):
    """Shows the page of a Target; remembers the ones before, as a browser does."""

    shown = Signal(str)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("page", True)
        self.workplace = workplace
        self._pages: dict[str, Page] = {}
        self._behind: list[Target] = []
        self._ahead: list[Target] = []
        self._now: Target | None = None
        workplace.went.connect(self.go)

    def page(self, key: str) -> Page:
        """The page, made now if it was never shown."""
        if key not in self._pages:
            page = pages.entry(key).load()(self.workplace)
            page.setProperty("page", True)
            page.restore_state(self.workplace.settings.state(f"page/{key}"))
            self._pages[key] = page
            self.addWidget(page)
        return self._pages[key]

    def current(self) -> Page | None:
        found = self.currentWidget()
        return found if isinstance(found, Page) else None

    def go(self, target: Target) -> None:
        """Show a page and what the target names on it."""
        if self._now is not None and self._now != target:
            self._behind = [*self._behind, self._now][-_REMEMBERED:]
            self._ahead.clear()
        self._show(target)

    def _show(self, target: Target) -> None:
        self._now = target
        before, page = self.current(), self.page(target.page)
        moves = before is not None and before is not page and self._release_focus(before)
        self.setCurrentWidget(page)
        if page is before and page.isVisible():
            page.catch_up()
        self.shown.emit(target.page)
        if target.id is not None or target.tab or target.filters:
            page.open(target)
        if moves or target.id is not None:  # Go to led here from the rail
            self.focus_content()

    def _release_focus(self, page: Page) -> bool:
        """Take the focus off a page that goes: Qt would give it to whatever button stands first on the next one."""
        focused = self.window().focusWidget()
        if focused is None or not page.isAncestorOf(focused):
            return False
        self.setFocus()  # a window without a focus would take the first thing in the rail when it comes back
        return True

    def focus_content(self, *, asked: bool = False) -> None:
        """Put the focus on the list of the page as soon as it has its rows, so that arrows work at once.

        `asked`: by the page's own key, which leads to the list from anywhere on the page too.
        """
        page = self.current()
        if page is not None:
            before = self.window().focusWidget()
            page.when_loaded(lambda: self._focus(page, before, asked))

    def _focus(self, page: Page, before: QWidget | None, asked: bool) -> None:
        """Whoever has moved the focus meanwhile keeps it."""
        now = self.window().focusWidget()
        if page is self.current() and now is before and (asked or now is None or not page.isAncestorOf(now)):
            (page.first_part() or first_focus(page)).setFocus(Qt.FocusReason.OtherFocusReason)

    def back(self) -> None:
        if self._behind and self._now is not None:
            self._ahead.append(self._now)
            self._show(self._behind.pop())

    def forward(self) -> None:
        if self._ahead and self._now is not None:
            self._behind.append(self._now)
            self._show(self._ahead.pop())

    def remember(self) -> None:
        """Write down what each page wants to find again, and which one is shown."""
        for key, page in self._pages.items():
            self.workplace.settings.remember_state(f"page/{key}", page.state())
        if self._now is not None:
            self.workplace.settings.remember_state("window", {"page": self._now.page})


def first_page(settings: Settings) -> str:
    """The page of last time."""
    last: Any = settings.state("window").get("page", "today")
    return last if any(page.key == last for page in pages.PAGES) else "today"
