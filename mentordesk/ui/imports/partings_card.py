"""The pairs of people who have left: who they are, and the way to them. Knows no file."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mentordesk.domain.importing import PartingPair
from mentordesk.domain.wording import counted
from mentordesk.ui.widgets.elided_label import ElidedLabel
from mentordesk.ui.widgets.label import button, icon_label, label, line

_ASKED = "Today asks what becomes of each of them: go on together, finish, or another mentor."
_NOT_ASKED = "Open each of them to say what becomes of it: Today does not ask where no departure is recorded."


class PartingsCard(QFrame):
    """Emits `opened` with the id of a pair."""

    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.setProperty("region", True)
        self.title = label("", "section")
        self.sentence = label(_ASKED, "caption", "text2", wrap=True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        for part, below in ((self.title, 2), (self.sentence, 8)):
            holder = QHBoxLayout()
            holder.setContentsMargins(15, 10 if part is self.title else 0, 15, below)
            holder.addWidget(part)
            inside.addLayout(holder)
        inside.addLayout(self._lines)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_partings(self, pairs: tuple[PartingPair, ...], asked: bool) -> None:
        """A line for each pair, which Today asks about or not; the card is hidden without any."""
        self.show_asked(asked)
        self.setVisible(bool(pairs))
        self.title.setText(f"{counted(len(pairs), 'pair')} to look after")
        while item := self._lines.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for pair in pairs:
            self._lines.addWidget(line())
            self._lines.addWidget(self._line(pair))

    def show_asked(self, asked: bool) -> None:
        """Whether Today will ask about them."""
        self.sentence.setText(_ASKED if asked else _NOT_ASKED)

    def _line(self, pair: PartingPair) -> QWidget:
        made = QWidget()
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(ElidedLabel(pair.pair, "strong"))
        said.addWidget(ElidedLabel(f"{pair.person} has left", "caption", "text2"))
        inside = QHBoxLayout(made)
        inside.setContentsMargins(15, 6, 10, 6)
        inside.setSpacing(8)
        inside.addWidget(icon_label("pairs", "text2", 18))
        inside.addLayout(said, 1)
        open_it = button("Open the pair", on_click=lambda: self.opened.emit(pair.pair_id), small=True)
        open_it.setAccessibleName(f"Open the pair {pair.pair}")
        inside.addWidget(open_it)
        return made
