"""What stands where nothing is yet: an icon, a bold line, a sentence, one button."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentordesk.ui import icons
from mentordesk.ui.widgets.label import button, icon_label, label


class EmptyState(QWidget):
    """Says what is missing and offers the first step. Without `action` there is no button."""

    def __init__(
        self,
        icon: str,
        title: str,
        sentence: str = "",
        action: str = "",
        on_action: Callable[[], object] | None = None,
        *,
        action_icon: str = "plus",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon_label(icon, "text2", 28)
        self.title = label(title, "strong", wrap=True)
        self.sentence = label(sentence, "body", "text2", wrap=True)
        self.action = button(action, "primary", action_icon)
        self._on_action: Callable[[], object] | None = on_action
        self.action.clicked.connect(self._act)
        inside = QVBoxLayout(self)
        inside.setSpacing(6)
        inside.addStretch(1)
        for part in (self._icon, self.title, self.sentence):
            inside.addWidget(part)
            if part is not self._icon:
                part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._icon.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        inside.addSpacing(6)
        inside.addWidget(self.action, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addStretch(1)
        self._show_parts()

    def say(
        self,
        icon: str,
        title: str,
        sentence: str = "",
        action: str = "",
        on_action: Callable[[], object] | None = None,
        *,
        action_icon: str = "plus",
    ) -> None:
        """Says something else."""
        icons.show_on(self._icon, icon, "text2", 28)
        self.title.setText(title)
        self.sentence.setText(sentence)
        self.action.setText(action)
        icons.show_on(self.action, action_icon, "on_accent", 16)
        self._on_action = on_action
        self._show_parts()

    def say_not_found(self, what: str, searched: str, on_clear: Callable[[], object]) -> None:
        """The result of a search without a hit: `what` is pair, person, milestone."""
        title = f"No {what} matches “{searched}”" if searched else f"No {what} matches the filters"
        self.say("search", title, "", "Clear filters", on_clear, action_icon="close")

    def _show_parts(self) -> None:
        self.sentence.setVisible(bool(self.sentence.text()))
        self.action.setVisible(bool(self.action.text()))
        self.setAccessibleName(f"{self.title.text()}. {self.sentence.text()}")

    def _act(self) -> None:
        if self._on_action is not None:
            self._on_action()
