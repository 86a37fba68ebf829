"""Steps of history: one of usual size at once, a large one behind a dialog that can stop it. Knows no page."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from mentordesk.domain.errors import CancelledError
from mentordesk.domain.wording import counted
from mentordesk.ui.progress_dialog import run_job
from mentordesk.ui.workplace import Workplace

if TYPE_CHECKING:
    from mentordesk.services.desk import Desk

LARGE = 3_500
"""Rows that are changed in about a tenth of a second."""
MANY_STARTED = 200
"""Pairs that start in about a tenth of a second, each with the milestones of its plan."""


def replay(parent: QWidget, desk: "Desk", again: bool, then: Callable[[str], None]) -> None:
    """Take the newest step back, or do it again; `then` hears its label, unless there was none."""
    turn = desk.redo if again else desk.undo

    def ended(step: Any) -> None:
        if step is not None:
            then(step.label)

    if desk.size_of_step(again=again) < LARGE:
        ended(turn())
    else:
        label = desk.redo_label() if again else desk.undo_label()
        title = f"{'Doing again' if again else 'Taking back'}: {label}"
        run_job(parent, title, lambda _progress, cancelled: turn(cancelled), ended)


def start_pairs(
    parent: QWidget, workplace: Workplace, action: Callable[..., Any], ids: Sequence[int], *args: Any, said: str
) -> None:
    """Run a service that starts these pairs, its first argument; `said` is the toast."""
    if len(ids) < MANY_STARTED:
        workplace.do(action, ids, *args, said=said)
        return

    def work(_progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> None:
        def stoppable(session: Any) -> None:
            action(session, ids, *args)
            if cancelled():
                raise CancelledError

        workplace.desk.do(stoppable)

    def tell(_value: object) -> None:
        workplace.say(said, undo=True)

    run_job(parent, f"Starting {counted(len(ids), 'pair')}", work, then=tell, failed=workplace.failed.emit)
