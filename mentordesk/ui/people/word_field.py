"""A line of text that offers the words already used on this desk: departments, places, companies."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from mentordesk.domain.text import fold
from mentordesk.ui.widgets.suggestions import Choice, Suggestions, found


class WordField(QLineEdit):
    """Anything can be typed; Down opens the list, Enter or a click takes from it."""

    def __init__(self, words: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = [Choice(word, word) for word in words]
        self.suggestions = Suggestions(self)
        self.suggestions.chosen.connect(self._on_chosen)
        self.textEdited.connect(self._on_typed)

    def _on_typed(self, typed: str) -> None:
        """What was typed stands last, so that a new word can be kept by Enter too."""
        word = " ".join(typed.split())
        hits = found(self._known, word) if word else []
        if hits and all(fold(hit.title) != fold(word) for hit in hits):
            hits.append(Choice(word, f"Use “{word}”"))
        self.suggestions.offer(hits)

    def _on_chosen(self, choice: Choice) -> None:
        self.setText(choice.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and not self.suggestions.is_open() and self._known:
            self.suggestions.offer(found(self._known, ""))
        else:
            super().keyPressEvent(event)
