"""F6: the focus moves between the rail, the list and the pane. A list stands where it stood."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView, QWidget

from mentordesk.ui.widgets.empty_state import EmptyState


def regions(window: QMainWindow) -> list[QWidget]:
    """The widgets marked as a region, in reading order, that are seen."""
    found = [widget for widget in window.findChildren(QWidget) if widget.property("region") and widget.isVisible()]
    return sorted(found, key=lambda widget: widget.mapTo(window, widget.rect().topLeft()).x())


def next_region(window: QMainWindow, step: int) -> None:
    """Put the focus into the next region (or the one before), on its table where it has one."""
    places = regions(window)
    if not places:
        return
    focus = QApplication.focusWidget()
    inside = [index for index, place in enumerate(places) if focus is not None and place.isAncestorOf(focus)]
    target = places[(inside[-1] + step) % len(places)] if inside else places[0]
    first_focus(target).setFocus(Qt.FocusReason.TabFocusReason)


def first_focus(region: QWidget) -> QWidget:
    """What it names itself, else its table, else what it offers where nothing is yet, else the first widget that takes
    the focus, else itself."""
    named = region.focusProxy()
    if named is not None:
        return named
    tables = [table for table in region.findChildren(QTableView) if table.isVisible()]
    offers = [empty.action for empty in region.findChildren(EmptyState) if empty.action.isVisible()]
    if tables or offers:
        return [*tables, *offers][0]
    takers = [w for w in region.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible()]
    return next((widget for widget in takers if widget.isEnabled()), region)
