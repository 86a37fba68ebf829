"""The score table of a cohort in a line: its name, whether it alone decides, and taking it away."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentordesk.ui.widgets.elided_label import ElidedLabel
from mentordesk.ui.widgets.label import icon_button, label, row
from mentordesk.ui.widgets.segments import SegmentedControl

ALONE = "A pair that is not in the table is never made. The rules that protect people still hold."


class ScoreLine(QWidget):
    """Emits `alone_chosen(bool)` and `removed` for the coordinator alone."""

    alone_chosen = Signal(object)
    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = ElidedLabel("", "body")
        self.remove = icon_button("remove", "Take the score table away", self.removed.emit, small=True)
        self.alone = SegmentedControl([(True, "Alone"), (False, "One of several")], "The table counts", stretch=True)
        self.words = label(ALONE, "caption", "text2", wrap=True)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        title = row(gap=4)
        title.addWidget(self.name, 1)
        title.addWidget(self.remove)
        inside.addWidget(label("Score table", "section"))
        inside.addLayout(title)
        inside.addWidget(self.alone)
        inside.addWidget(self.words)
        self.alone.chosen.connect(self.alone_chosen)

    def show_table(self, name: str, alone: bool) -> None:
        """Shows the table of this name; without one there is nothing to see."""
        self.setVisible(bool(name))
        self.name.setText(name)
        self.alone.choose(alone)
        self.words.setVisible(alone)

    def set_read_only(self, on: bool) -> None:
        self.alone.setEnabled(not on)
        self.remove.setVisible(not on)
