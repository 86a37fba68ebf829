"""The keyboard's place in a part whose buttons are made anew: on the same one, or the next, once they are there."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget


class KeptFocus:
    """`buttons` gives those there are now, in the order of the Tab key."""

    def __init__(self, part: QWidget, buttons: Callable[[], Sequence[QPushButton]]) -> None:
        self._part, self._buttons = part, buttons
        self._place: int | None = None

    def note(self) -> None:
        """The buttons are about to go: the part itself takes the focus that one of them has."""
        focus = self._part.window().focusWidget()
        if focus is None or focus is self._part:
            return
        if not self._part.isAncestorOf(focus):
            self._place = None
            return
        self._place = next((at for at, each in enumerate(self._buttons()) if each is focus), 0)
        self._part.setFocus()

    def give_back(self) -> None:
        """The new buttons are there. Whoever went elsewhere meanwhile stays there."""
        place, self._place = self._place, None
        if place is None or self._part.window().focusWidget() is not self._part:
            return
        self._go_to(place)

    def go_in(self) -> None:
        """The part was given the focus by somebody else: its first button takes it, if there is one yet."""
        if self._place is None:
            self._place = 0
            self.give_back()
            self._place = 0 if self._part.hasFocus() else None

    def _go_to(self, place: int) -> None:
        buttons = self._buttons()
        for each in (*buttons[place:], *reversed(buttons[:place])):
            if each.isEnabled() and each.isVisible():
                each.setFocus(Qt.FocusReason.OtherFocusReason)
                return
