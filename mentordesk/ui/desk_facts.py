"""Keeps rail, status bar and Edit menu true while a desk is open: programs, badge, counts, undo. Knows no page."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QTimer

from mentordesk.domain.scope import EVERYTHING, Scope
from mentordesk.ui.menus import Menus
from mentordesk.ui.rail import Rail
from mentordesk.ui.status_bar import DeskStatus
from mentordesk.ui.workplace import Workplace


@dataclass(frozen=True, slots=True)
class Facts:
    """What the frame of the window shows of the desk; `attention` is None where Today tells it."""

    programs: list[tuple[int, str]]
    attention: int | None
    active_pairs: int
    people: int
    undo: str
    redo: str


def _read(session: Any, scope: Scope, today_tells: bool) -> Facts:
    from mentordesk.services import frame
    from mentordesk.services.programs import programs
    from mentordesk.services.today import attention

    used = [(row.id, row.name) for row in programs.rows(session) if row.in_use]
    pairs, people = frame.counts(session)
    undo, redo = frame.step_labels(session)
    items = None if today_tells else len(attention.items(session, scope))
    return Facts(used, items, pairs, people, undo, redo)


class DeskFacts(QObject):
    """Reads again after every change; a day that turns while the window is open counts as one."""

    def __init__(self, workplace: Workplace, rail: Rail, status: DeskStatus, menus: Menus) -> None:
        super().__init__(workplace)
        self.workplace, self.rail, self.status, self.menus = workplace, rail, status, menus
        self._day = workplace.today()
        menus.enable(has_desk=True, writable=not workplace.read_only)
        menus.name_steps("", "")
        status.show_desk(workplace.desk.path.name, read_only=workplace.read_only)
        workplace.changed.connect(self.reload)
        workplace.scope_changed.connect(self.reload)
        workplace.attention_counted.connect(rail.set_badge)
        rail.scope_chosen.connect(workplace.set_scope)
        self._clock = QTimer(self)
        self._clock.setInterval(60_000)
        self._clock.timeout.connect(self._on_minute)
        self._clock.start()
        self.show_backup()
        self.reload()

    def reload(self) -> None:
        """Read everything again; Today on screen finds its items by itself, once."""
        scope, today_tells = self.workplace.scope, self.rail.selected() == "today"
        self.workplace.read(self, _read, scope, today_tells, then=self._show)

    def _show(self, facts: Facts) -> None:
        if self.workplace.scope.program_id not in (None, *(program_id for program_id, _ in facts.programs)):
            self.workplace.set_scope(EVERYTHING)  # its program is gone: the rail can no longer name it
        self.rail.set_programs(facts.programs, self.workplace.scope)
        if facts.attention is not None:
            self.rail.set_badge(facts.attention)
        self.status.show_counts(facts.active_pairs, facts.people)
        self.status.show_saved(self.workplace.desk.saved_at)
        self.show_backup()
        if not self.workplace.read_only:
            self.menus.name_steps(facts.undo, facts.redo)

    def show_backup(self) -> None:
        """Say when the last backup was made."""
        from mentordesk.services import backups

        desk = self.workplace.desk
        self.status.show_backup(backups.newest(desk.path, self.workplace.settings.backups_of(desk.path)), desk.clock())

    def _on_minute(self) -> None:
        if self.workplace.today() != self._day:
            self._day = self.workplace.today()
            self.workplace.scope_changed.emit(self.workplace.scope)

    def stop(self) -> None:
        """Before the desk closes."""
        self._clock.stop()
        self.rail.scope_chosen.disconnect(self.workplace.set_scope)
