"""Run by test_bench_start.py in a process of its own: an empty Qt window, or MentorDesk on a desk.

Writes the time of day (seconds) at which the window was first painted, then that at which its page was painted with
its data, then that at which these were read anew.
"""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget


class Watch(QObject):
    """Tells the time when the window is painted first, and calls `then`."""

    def __init__(self, window: QWidget, then: Callable[[], object] = lambda: None) -> None:
        super().__init__(window)
        self.met = False
        self.then = then
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self.met:
            self.met = True
            say_time()
            QTimer.singleShot(0, self.then)
        return False


def say_time() -> None:
    sys.stdout.write(f"{time.time()}\n")
    sys.stdout.flush()


def empty_window() -> None:
    app = QApplication([])
    window = QMainWindow()
    window.resize(1440, 900)
    window.watch = Watch(window, app.quit)
    window.show()
    app.exec()


def mentordesk(desk: Path) -> None:
    """As `main_window.start` does it."""
    import gc

    gc.disable()
    from mentordesk.ui.first_paint import FirstPaint
    from mentordesk.ui.main_window import MainWindow, apply_looks
    from mentordesk.ui.settings import Settings
    from mentordesk.ui.widgets import focus_ring

    app = QApplication([])
    settings = Settings()
    apply_looks(settings)
    focus_ring.install(app)
    window = MainWindow(settings)
    window.watch = Watch(window)
    window.show()
    FirstPaint(window, lambda: open_desk(window, desk, app))
    app.exec()
    window.close()


def open_desk(window, desk: Path, app: QApplication) -> None:
    window.start(desk)
    page = window.office.current()
    page.watch = Watch(page.body.viewport())  # hidden until it has something to show
    page.when_loaded(lambda: QTimer.singleShot(0, lambda: (say_time(), app.quit())))


if __name__ == "__main__":
    if sys.argv[1] == "empty":
        empty_window()
    else:
        mentordesk(Path(sys.argv[2]))
