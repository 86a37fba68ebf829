"""How faults reach the coordinator: faults of the input in their own words, bugs with details for support.

Knows no page. Details never hold what people typed: only the place in the program.
"""

import logging
import sys
import threading
import traceback
from functools import partial
from types import TracebackType

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from mentordesk import __version__
from mentordesk.domain.errors import UserError
from mentordesk.ui.widgets.dialog import Dialog
from mentordesk.ui.widgets.error_dialog import ErrorDialog
from mentordesk.ui.widgets.label import label

_log = logging.getLogger(__name__)


def show_error(parent: QWidget, error: BaseException) -> None:
    """Say what did not happen, why, what one can do and what is safe."""
    if isinstance(error, UserError):
        dialog = ErrorDialog(parent, str(error), advice=error.advice, safe=error.safe)
    else:
        _log.error("A bug", exc_info=error)
        dialog = ErrorDialog(
            parent,
            "Something went wrong in MentorDesk itself.",
            advice="Try it once more. If it happens again, send the details to support.",
            safe="What was saved before is safe.",
            details=details(error),
        )
    dialog.exec()


def details(error: BaseException) -> str:
    """The places in the program that led to a bug and the kind of error, without anything of the desk."""
    places = [f"{frame.name} ({frame.filename.rsplit('mentordesk', 1)[-1]}:{frame.lineno})" for frame in _frames(error)]
    places += getattr(error, "places", ())  # of a bug in the process that matches
    return "\n".join([f"MentorDesk {__version__}", f"Python {sys.version.split()[0]}", type(error).__name__, *places])


def _frames(error: BaseException) -> traceback.StackSummary:
    return traceback.extract_tb(error.__traceback__)


def ask(parent: QWidget, question: str, sentence: str, choices: list[str]) -> str:
    """A question that only the coordinator can answer; returns the choice, "" for Cancel. The last one is primary."""
    dialog = _Question(parent, question, sentence, choices)
    dialog.exec()
    return dialog.choice


class _Question(Dialog):
    def __init__(self, parent: QWidget, question: str, sentence: str, choices: list[str]) -> None:
        super().__init__(question, parent, primary=choices[-1], width=460)
        self.choice = ""
        if sentence:
            self.body.addWidget(label(sentence, "body", "text2", wrap=True))
        for words in choices[:-1]:
            self.add_alternative(words, partial(self._choose, words))

    def _choose(self, words: str) -> None:
        self.choice = words
        self.accept()

    def commit(self) -> bool:
        self.choice = self.primary.text()
        return True


class _Bugs(QObject):
    """Brings an exception that nobody caught, from whatever thread, to the window: once, not once a repaint."""

    met = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._showing = False
        self.met.connect(self._on_met)

    def _on_met(self, error: BaseException) -> None:
        if self._showing:
            _log.error("Another bug", exc_info=error)
            return
        self._showing = True
        QTimer.singleShot(0, lambda: self._show(error))

    def _show(self, error: BaseException) -> None:
        try:
            show_error(self._window, error)
        finally:
            self._showing = False


def catch_bugs(window: QWidget) -> None:
    """From now on an exception that nobody caught is shown and written to the log instead of ending the program."""
    bugs = _Bugs(window)

    def hook(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        bugs.met.emit(error)

    sys.excepthook = hook
    threading.excepthook = lambda args: bugs.met.emit(args.exc_value)
