"""The keyboard's place in what is made anew or makes room for something else: Qt would hand the focus on to whatever
stands next, down to the rail, and a screen reader would read all of it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QStackedLayout, QStackedWidget, QTabWidget, QWidget

from mentordesk.ui.widgets.empty_state import EmptyState


class KeptPlace:
    """Made before the stops of `part` go, given back once the new ones are there."""

    def __init__(self, part: QWidget, stops: Sequence[QWidget]) -> None:
        self._part = part
        focus = part.window().focusWidget()  # the window may wait for its dialog, which has the focus now
        found = (at for at, stop in enumerate(stops) if focus is not None and holds(stop, focus))
        self._at = next(found, None)
        if self._at is not None and focus is not None:
            focus.clearFocus()

    def give_back(self, stops: Sequence[QWidget], *, same: bool = True) -> None:
        """To the stop that stands there now, to the first one of something else, or to the tab where none is left."""
        if self._at is None:
            return
        at = min(self._at, len(stops) - 1) if same else 0
        after = stops[at] if stops else self._tab()
        if after is not None:
            QTimer.singleShot(0, after, after.setFocus)  # a new widget is not seen yet, and takes no focus before

    def _tab(self) -> QWidget | None:
        above = self._part.parentWidget()
        while above is not None and not isinstance(above, QTabWidget):
            above = above.parentWidget()
        return above.tabBar() if above is not None else None


def holds(part: QWidget, focus: QWidget) -> bool:
    """Whether the focus is on it or on something in it."""
    return part is focus or part.isAncestorOf(focus)


def show_found(stack: QStackedLayout | QStackedWidget, found: QWidget, empty: EmptyState, any_found: bool) -> None:
    """Show the list, or what is said where it is empty; the one takes the focus that the other one had."""
    part, before, window = found if any_found else empty, stack.currentWidget(), found.window()
    focus = window.focusWidget()
    if before is not None and before is not part and focus is not None and holds(before, focus):
        focus.clearFocus()
        QTimer.singleShot(0, part, lambda: _take(part, window))  # what is offered is said only now
    stack.setCurrentWidget(part)


def _take(part: QWidget, window: QWidget) -> None:
    """Whoever has moved the focus meanwhile keeps it."""
    if window.focusWidget() is None:
        offered = part.action if isinstance(part, EmptyState) and part.action.isVisible() else part
        offered.setFocus(Qt.FocusReason.OtherFocusReason)
