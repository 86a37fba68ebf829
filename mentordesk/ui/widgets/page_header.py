"""The head of a page: a path above, the title, a line of facts, actions at the right, or below in large type."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from mentordesk.ui import theme
from mentordesk.ui.widgets.elided_label import ElidedLabel
from mentordesk.ui.widgets.label import button, icon_label, label

_GAP = 16
_LEAST_WORDS = 200
"""With less room than this beside the actions (pixels at 10 pt), facts would be a tower of single words."""


class PageHeader(QWidget):
    """Actions stand in the order of adding: secondary first, one primary, the More button last."""

    path_opened = Signal(int)

    def __init__(self, title: str = "", facts: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = QHBoxLayout()
        self._path.setSpacing(4)
        self.title = ElidedLabel(title, "page_title", snug=True)
        self.facts = label(facts, "body", "text2", wrap=True)
        self.facts.setVisible(bool(facts))
        self._beside_title = QHBoxLayout()
        self._beside_title.setSpacing(12)
        self._beside_title.addWidget(self.title)
        self._beside_title.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addLayout(self._path)
        words.addLayout(self._beside_title)
        words.addWidget(self.facts)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(8)
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(_GAP)
        self._whole.addLayout(words, 1)
        self._whole.addLayout(self._actions)
        self._whole.setAlignment(self._actions, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight)
        self.set_title(title)

    def set_title(self, title: str, short: str = "") -> None:
        """Shows another title; for a long one the short form, or it is cut. It is whole in its tool tip."""
        self.title.setText(title)
        self.title.set_short(short)
        self.setAccessibleName(title)

    def set_facts(self, facts: str) -> None:
        """One line below the title; empty hides it."""
        self.facts.setText(facts)
        self.facts.setVisible(bool(facts))

    def set_path(self, *steps: str) -> None:
        """Where the page lies: all but the last step are links that emit `path_opened(number)`."""
        while item := self._path.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        for number, step in enumerate(steps):
            if number:
                self._path.addWidget(icon_label("chevron-right", "text3", 12))
            last = number == len(steps) - 1
            self._path.addWidget(label(step, "body", "text2") if last else self._link(number, step))
        self._path.addStretch(1)

    def _link(self, number: int, step: str) -> QWidget:
        return button(step, "link", on_click=lambda: self.path_opened.emit(number))

    def add_action(self, widget: QWidget) -> QWidget:
        """Adds a button at the right; returns it."""
        self._actions.addWidget(widget)
        return widget

    def insert_action(self, at: int, widget: QWidget) -> None:
        """Puts a widget among the actions, at a place from the left."""
        self._actions.insertWidget(at, widget)

    def add_before_title(self, widget: QWidget) -> QWidget:
        """Adds an avatar or icon before the title; returns it."""
        self._beside_title.insertWidget(0, widget)
        return widget

    def add_beside_title(self, widget: QWidget) -> QWidget:
        """Adds a chip or figure after the title; returns it."""
        self._beside_title.insertWidget(self._beside_title.count() - 1, widget)
        return widget

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stand()

    def event(self, event: QEvent) -> bool:
        """Actions come and go."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._stand()
        return super().event(event)

    def _stand(self) -> None:
        """The actions beside the words, or below them where these would have no room."""
        room = self.width() - _GAP - self._actions.sizeHint().width()
        below = self.facts.isVisibleTo(self) and room < theme.current().wide(_LEAST_WORDS)
        direction = QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight
        if direction != self._whole.direction():
            self._whole.setDirection(direction)
            self._whole.setSpacing(8 if below else _GAP)
