"""A page of the rail: reads its rows when it is seen and when the desk changed, and keeps what it shows meanwhile."""

from collections.abc import Callable
from typing import Any, ClassVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from mentordesk.ui.workplace import Target, Workplace


class Page(QWidget):
    """Subclasses name the tables they depend on, give `query` (run off the GUI thread) and `show_rows`.

    They may also override `open` (a Target), `state`/`restore_state` (what is remembered), `focus_search`, `new`,
    `export`, `print`, `help_topic`.
    """

    key: ClassVar[str]
    depends_on: ClassVar[frozenset[str]]
    help_topic: ClassVar[str] = ""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.loaded = False
        self._stale = True
        self._reading = False
        self._after: list[Callable[[], None]] = []
        workplace.changed.connect(self._on_changed)
        workplace.scope_changed.connect(self._on_scope_changed)

    def query(self) -> Callable[[Any], Any]:
        """A function of a session that reads everything `show_rows` needs; it must not touch a widget."""
        raise TypeError(f"{type(self).__name__} has no query")

    def show_rows(self, rows: Any) -> None:
        """Show what `query` returned, keeping selection and scroll by id."""
        raise TypeError(f"{type(self).__name__} has no show_rows")

    def open(self, target: Target) -> None:
        """Show the thing, tab or filter that was asked for; called when the rows are there (see `when_loaded`)."""

    def new(self) -> None:
        """Ctrl+N on this page."""

    def first_part(self) -> QWidget | None:
        """What the keyboard stands on when the page is come to; None for its list."""
        return None

    def focus_search(self) -> None:
        """Ctrl+F on this page."""

    def export(self) -> None:
        """Ctrl+E on this page: by default the Reports page."""
        self.workplace.go("reports")

    def print(self) -> None:
        """Ctrl+P on this page: by default the Reports page, where everything is printed from."""
        self.workplace.go("reports")
        self.workplace.say("Choose a report, then print it here.")

    def context(self) -> dict[str, int | None]:
        """What is chosen on the page, for the menus: "pair_id", "cohort_id", "program_id"."""
        return {}

    def state(self) -> dict[str, Any]:
        """What to remember of this page until the next start: plain values."""
        return {}

    def restore_state(self, state: dict[str, Any]) -> None:
        """Take up what `state` gave at the last end."""

    def when_loaded(self, then: Callable[[], None]) -> None:
        """Call `then` now if the newest rows are shown, else as soon as they are."""
        if self.loaded and not self._stale and not self._reading:
            then()
        else:
            self._after.append(then)

    def reload(self) -> None:
        """Read again now if the page is seen, else when it will be."""
        self._stale = True
        if self.isVisible():
            self._read()

    def _read(self) -> None:
        self._stale, self._reading = False, True
        self.workplace.read(self, self.query(), then=self._on_rows, slot="page", lost=self._on_lost)

    def _on_lost(self) -> None:
        """Nothing was read: whoever comes to the page again has it read again."""
        self._stale, self._reading = True, False

    def _on_rows(self, rows: Any) -> None:
        self._reading = False
        self.show_rows(rows)
        self.loaded = True
        if not self._stale:
            waiting, self._after = self._after, []
            for then in waiting:
                then()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.catch_up()

    def catch_up(self) -> None:
        """Read what was missed while the page was not seen, or could not be read."""
        if self._stale:
            self._read()

    def _on_changed(self, changes: Any) -> None:
        if changes.tables & self.depends_on:
            self.reload()

    def _on_scope_changed(self) -> None:
        self.reload()
