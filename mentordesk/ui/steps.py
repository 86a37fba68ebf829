"""Undo and redo: a step of usual size at once, a large one behind a dialog that can stop it. Knows no page."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from mentordesk.ui.progress_dialog import run_job

if TYPE_CHECKING:
    from mentordesk.services.desk import Desk

LARGE = 5_000
"""Rows that are changed in about a tenth of a second."""


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
