"""A card with the first lines of a list; a link unfolds the rest. Knows no row."""

from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from mentordesk.ui.people.reading import CardSheet
from mentordesk.ui.widgets.label import button, label, row


class UnfoldingCard(QFrame):
    """A kind of card fills itself in `fill`: it adds its lines, and what is said where there is none or where more."""

    def __init__(self, title: QWidget, new: QPushButton, *, gap: int, below: int) -> None:
        """`gap` is between two lines, `below` under the last one, in pixels."""
        super().__init__()
        self.setProperty("card", True)
        self._sheet: CardSheet | None = None
        self._whole_of: int | None = None
        self._column = QVBoxLayout()
        self._column.setSpacing(gap)
        self.inside = inside = QVBoxLayout(self)
        inside.setContentsMargins(16, 10, 16, below)
        inside.setSpacing(4)
        inside.addLayout(row(title, None, new))
        inside.addLayout(self._column)

    def show_sheet(self, sheet: CardSheet) -> None:
        """Shows another person, or the same one newly read."""
        self._sheet = sheet
        self._refill()

    def fill(self, sheet: CardSheet, whole: bool) -> None:
        """Add the lines of this person, all of them if `whole`."""
        raise AssertionError("a card has lines")

    def add_line(self, line: QWidget) -> None:
        """Put a line below the others."""
        self._column.addWidget(line)

    def say_more(self, words: str) -> None:
        """The link that unfolds."""
        self._column.addWidget(button(words, "link", on_click=self._show_whole))

    def say_none(self, sentence: str) -> None:
        """What the card is for, while nothing is in it."""
        self._column.addWidget(label(sentence, "body", "text3", wrap=True))

    def _refill(self) -> None:
        assert self._sheet is not None
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.fill(self._sheet, self._whole_of == self._sheet.card.row.id)

    def _show_whole(self) -> None:
        if self._sheet is not None:
            self._whole_of = self._sheet.card.row.id
            self._refill()
