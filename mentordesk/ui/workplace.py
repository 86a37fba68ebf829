"""What every page is given: the open desk, the scope in the rail, one way to read, to act and to go somewhere.

Knows no page and no window; the main window listens to its signals.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from mentordesk.domain.errors import UserError
from mentordesk.domain.scope import EVERYTHING, Scope
from mentordesk.ui.jobs import Reader
from mentordesk.ui.settings import Settings

if TYPE_CHECKING:
    from mentordesk.services.desk import Changes, Desk


@dataclass(frozen=True, slots=True)
class Target:
    """A place to go: the page by its key, a thing on it by id, a tab, and filters the page knows by name."""

    page: str
    id: int | None = None
    tab: str = ""
    filters: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Saying:
    """What a toast tells: a sentence, and Undo or one other action."""

    sentence: str
    undo: bool = False
    action: str = ""
    on_action: Callable[[], object] | None = None


class Workplace(QObject):
    """The desk as the window's pages see it.

    At the start a page may be shown a moment before its desk is open: what is read until `attach` waits for it.
    """

    changed = Signal(object)
    """Changes: after every step, undo and redo."""
    scope_changed = Signal(object)
    went = Signal(object)
    """A Target somebody wants to see."""
    commanded = Signal(str, dict)
    """A command of actions.py by name, with its values: "log_contact", {"pair_id": 3}."""
    attention_counted = Signal(int)
    """How many items Today has, told by Today itself: nobody else has to find them again."""
    said = Signal(object)
    """A Saying: what the toast tells."""
    failed = Signal(object)
    """A UserError to show, or a bug."""
    closed = Signal()
    """The desk is let go of: what works on it ends."""

    def __init__(self, desk: "Desk | None", settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._waiting: list[Callable[[], None]] = []
        self._done: object = None
        self.settings = settings
        self.scope = EVERYTHING
        self.reader = Reader(self)
        self.reader.failed.connect(self.failed)
        if desk is not None:
            self.attach(desk)

    def attach(self, desk: "Desk") -> None:
        """The desk is open now: read what has waited for it."""
        self._desk = desk
        desk.listeners.append(self._on_desk_changed)
        waiting, self._waiting = self._waiting, []
        for read in waiting:
            read()

    @property
    def desk(self) -> "Desk":
        assert self._desk is not None, "nothing is done in a desk that is not open yet"
        return self._desk

    def _on_desk_changed(self, changes: "Changes") -> None:
        self.changed.emit(changes)

    @property
    def read_only(self) -> bool:
        return self._desk is not None and self._desk.read_only

    def today(self) -> date:
        return self._desk.today() if self._desk is not None else datetime.now().astimezone().date()

    def set_scope(self, scope: Scope) -> None:
        if scope != self.scope:
            self.scope = scope
            self.scope_changed.emit(scope)

    def read(
        self,
        owner: QObject,
        query: Callable[..., Any],
        *args: Any,
        then: Callable[[Any], None],
        slot: str = "",
        lost: Callable[[], None] | None = None,
    ) -> None:
        """Run a service that reads, off the GUI thread; `then` gets its rows. `slot` keeps two reads apart.

        Where it fails, `lost` is called before the window tells why.
        """
        if self._desk is None:
            self._waiting.append(lambda: self.read(owner, query, *args, then=then, slot=slot, lost=lost))
            return
        desk = self._desk
        self.reader.read(owner, lambda: desk.read(query, *args), then, slot, lost)

    def do(self, action: Callable[..., Any], *args: Any, said: str = "", **kwargs: Any) -> bool:
        """Run a service that changes the desk. A UserError is shown; True where it was done. `said` is the toast.

        The second click of a double click asks for the same again, before its page shows that it is done: where that
        cannot be, nobody has to hear of it.
        """
        if self._desk is None:
            return False
        asked = (action, args, kwargs)
        twice = asked == self._done and self.reader.pending > 0
        try:
            self.desk.do(action, *args, **kwargs)
        except UserError as error:
            if not twice:
                self.failed.emit(error)
            return False
        self._done = asked
        if said:
            self.say(said, undo=True)
        return True

    def go(self, page: str, id: int | None = None, tab: str = "", **filters: Any) -> None:
        """Show a page, a thing on it, a tab of that, with filters set."""
        self.went.emit(Target(page, id, tab, filters))

    def command(self, name: str, /, **values: Any) -> None:
        """Run a command of the menus: pages open each other's dialogs only this way."""
        self.commanded.emit(name, values)

    def say(
        self, sentence: str, *, undo: bool = False, action: str = "", on_action: Callable[[], object] | None = None
    ) -> None:
        """Tell in a toast what was done; it may offer Undo or one other action."""
        self.said.emit(Saying(sentence, undo, action, on_action))

    def close(self) -> None:
        """Stop reading and let go of the desk; closing the file is the caller's."""
        self.reader.stop()
        self.closed.emit()
        if self._desk is not None and self._on_desk_changed in self._desk.listeners:
            self._desk.listeners.remove(self._on_desk_changed)
