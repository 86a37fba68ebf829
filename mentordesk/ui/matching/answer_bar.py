"""What can be done with the chosen proposals: who said yes or no. Says who has answered; signals tell the rest."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from mentordesk.domain.pair_answers import AnswerRow, side_words
from mentordesk.domain.programs import Format
from mentordesk.domain.standing import Side
from mentordesk.domain.wording import counted
from mentordesk.ui.widgets.label import button, label, row
from mentordesk.ui.widgets.toast import keep_free

READ_ONLY = "This desk is open to read only"
KEYS = {"left": "1", "right": "2", "both": "3", "decline": "4"}
"""What does the same on the keyboard while the list has the focus."""


class AnswerBar(QFrame):
    """Below the list; shown while proposed pairs are chosen."""

    accepted = Signal(tuple)
    """The sides that say yes."""
    decline_asked = Signal()
    take_back_asked = Signal(object)
    """The side whose answer is taken back."""

    def __init__(self, read_only: bool) -> None:
        super().__init__()
        keep_free(self)
        self.setProperty("card", True)
        self.setAccessibleName("Answers of the chosen pairs")
        self._read_only = read_only
        self.words = label("", "body", "text2", wrap=True)
        self.left = button("", "secondary", "check", lambda: self.accepted.emit((Side.LEFT,)))
        self.right = button("", "secondary", "check", lambda: self.accepted.emit((Side.RIGHT,)))
        self.both = button("Both accept", "tonal", "check", lambda: self.accepted.emit(tuple(Side)))
        self.decline = button("Decline…", icon="close", on_click=self.decline_asked.emit)
        self.backs = {side: button("", "link", on_click=self._taking_back(side)) for side in Side}
        buttons = QWidget()
        buttons.setLayout(row(self.left, self.right, self.both, self.decline, *self.backs.values(), None))
        inside = QVBoxLayout(self)
        inside.setContentsMargins(14, 10, 14, 10)
        inside.setSpacing(8)
        inside.addWidget(self.words)
        inside.addWidget(buttons)
        self.hide()

    def _taking_back(self, side: Side) -> Callable[[], object]:
        return lambda: self.take_back_asked.emit(side)

    def show_rows(self, rows: Sequence[AnswerRow], words: str) -> None:
        """The chosen pairs; `words` say who of them has answered."""
        proposed = [row for row in rows if row.proposed]
        self.setVisible(bool(rows))
        self.words.setText(words)
        for part, side in ((self.left, Side.LEFT), (self.right, Side.RIGHT)):
            part.setText(self._who(proposed, side))
            part.setVisible(any(side in row.unanswered for row in proposed))
        self.both.setVisible(any(len(row.unanswered) == len(Side) for row in proposed))
        self.decline.setVisible(len(proposed) == 1)
        for side, back in self.backs.items():
            taken = len(rows) == 1 and _can_take_back(rows[0], side)
            back.setVisible(taken)
            back.setText(f"Take back {rows[0].first_name(side)}’s answer" if taken else "")
        self._lock()

    def _who(self, rows: Sequence[AnswerRow], side: Side) -> str:
        """ "Amara accepts", or of several pairs "3 mentors accept"."""
        open_ = [row for row in rows if side in row.unanswered]
        if not open_:
            return ""
        if len(rows) == 1:
            return f"{open_[0].first_name(side)} accepts"
        format_ = open_[0].format
        word = "peer" if format_ is Format.PEER else side_words(format_)[tuple(Side).index(side)].lower()
        return f"{counted(len(open_), word)} {'accepts' if len(open_) == 1 else 'accept'}"

    def _lock(self) -> None:
        keys = ((self.left, "left"), (self.right, "right"), (self.both, "both"), (self.decline, "decline"))
        for part, key in keys:
            part.setToolTip(READ_ONLY if self._read_only else f"{part.text().rstrip('…')} today ({KEYS[key]})")
        parts: tuple[QPushButton, ...] = (self.left, self.right, self.both, self.decline, *self.backs.values())
        for part in parts:
            part.setEnabled(not self._read_only)


def _can_take_back(row: AnswerRow, side: Side) -> bool:
    """Of a declined pair only the no: with it the pair is proposed again."""
    answer = row.answer(side)
    return answer is not None and (row.proposed or not answer.accepted)
