"""Tab in the order in which a window is read: that of its layouts. Qt's own is that in which widgets were made, where a
row of a list or a figure, made later, comes last. Knows no page."""

from collections.abc import Iterator
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLayout,
    QMainWindow,
    QMenu,
    QScrollArea,
    QSplitter,
    QTabWidget,
    QWidget,
)

_WHOLE = (QAbstractButton, QAbstractItemView, QMenu)
"""What has no stops inside."""


@runtime_checkable
class ReadAs(Protocol):
    """A part that is not read as it is laid out."""

    def read_as(self) -> list[QWidget]:
        """Its parts in the order in which they are read."""


class WindowInOrder(QMainWindow):
    """A window that Tab goes through as it is read."""

    def focusNextPrevChild(self, next: bool) -> bool:
        return step(self, next) or super().focusNextPrevChild(next)


def step(root: QWidget, forward: bool) -> bool:
    """Move the focus to the next stop inside `root` or the one before, and around; False where it is at none."""
    focus, found = QApplication.focusWidget(), list(stops(root))
    if focus is None or focus not in found:
        return False
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    found[(found.index(focus) + (1 if forward else -1)) % len(found)].setFocus(reason)
    return True


def stops(root: QWidget) -> Iterator[QWidget]:
    """What Tab stops at inside `root`, in reading order."""
    for child in _children(root):
        if child.isWindow() or not child.isVisible():
            continue
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isEnabled() and child.focusProxy() is None:
            yield child
        yield from stops(child)


def _children(widget: QWidget) -> list[QWidget]:
    """First those in its layout, in their order, then what lies over them."""
    if isinstance(widget, _WHOLE):
        return []
    if isinstance(widget, ReadAs):
        return widget.read_as()
    inside = widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if isinstance(widget, QSplitter):
        placed = [part for number in range(widget.count()) if (part := widget.widget(number)) is not None]
    elif isinstance(widget, QTabWidget) and widget.tabPosition() is QTabWidget.TabPosition.North:
        placed = [widget.tabBar()]
    elif isinstance(widget, QScrollArea) and (content := widget.widget()) is not None:
        return [content]
    else:
        layout = widget.layout()
        placed = list(_placed(layout, inside)) if layout is not None else []
    return placed + [each for each in inside if each not in placed]


def _placed(layout: QLayout, widgets: list[QWidget]) -> Iterator[QWidget]:
    """Those of the widgets that stand in a layout or in one within it, in order.

    They are asked for their place: an item that `itemAt` gives for a gap outlives the gap in Python, and is then taken
    for whatever stands at its address next.
    """
    places: list[tuple[int, QWidget | QLayout]] = [(layout.indexOf(each), each) for each in widgets]
    places += [(layout.indexOf(each), each) for each in layout.children() if isinstance(each, QLayout)]
    for at, each in sorted(places, key=lambda place: place[0]):
        if at < 0:
            continue
        if isinstance(each, QLayout):
            yield from _placed(each, widgets)
        else:
            yield each
