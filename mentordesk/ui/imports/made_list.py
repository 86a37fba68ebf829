"""What an import makes, or has made, one line each with its mark. Knows no import."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentordesk.ui.widgets.label import column, icon_label, label, row


class MadeList(QWidget):
    """Lines of (icon, token, words)."""

    def __init__(self) -> None:
        super().__init__()
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(7)
        self.words: list[str] = []

    def show_lines(self, lines: Sequence[tuple[str, str, str]]) -> None:
        """Other lines."""
        while item := self._lines.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.setVisible(bool(lines))
        self.words = [words for _icon, _token, words in lines]
        for icon, token, words in lines:
            made = QWidget()
            mark = column(icon_label(icon, token, 15), None)
            mark.setContentsMargins(0, 2, 0, 0)
            inside = row(gap=8)
            inside.addLayout(mark)
            inside.addWidget(label(words, wrap=True), 1)
            made.setLayout(inside)
            self._lines.addWidget(made)
