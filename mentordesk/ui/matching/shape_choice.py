"""What is made of the people: pairs or circles; of peers how many rounds, and what becomes of an odd one out."""

from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from mentordesk.domain.matching.draft import MOST_ROUNDS, DraftSettings
from mentordesk.domain.matching.people import Shape
from mentordesk.domain.wording import counted
from mentordesk.ui import theme
from mentordesk.ui.widgets.label import label, row
from mentordesk.ui.widgets.number_field import NumberField
from mentordesk.ui.widgets.segments import SegmentedControl

SMALLEST, LARGEST = 2, 12
"""Mentees in a circle, from and to."""
QUIET_MS = 400
_NUMBER = 74
TEAMS = "No two people of one manager sit in one circle"


class ShapeChoice(QWidget):
    """One change is one signal: the settings as they are to be, and what was done."""

    changed = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings: DraftSettings | None = None
        self.title = label("", "section")
        self.trio = SegmentedControl([(False, "Waits"), (True, "Makes three")], "An odd one out", stretch=True)
        self.trio.setToolTip("With an odd number one person waits, or joins a pair as a group of three")
        self.rounds = NumberField(1, MOST_ROUNDS)
        self.rounds.setAccessibleName("Rounds")
        self.shape = SegmentedControl([(Shape.PAIRS, "Pairs"), (Shape.CIRCLES, "Circles")], "Shape", stretch=True)
        self.smallest, self.largest = NumberField(SMALLEST, LARGEST), NumberField(SMALLEST, LARGEST)
        for field in (self.smallest, self.largest):
            field.setFixedWidth(theme.current().wide(_NUMBER))
        self.team_apart = QCheckBox("Keep teams apart")
        self.peers, self.circles = QWidget(), QWidget()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(QUIET_MS)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        peers = QVBoxLayout(self.peers)
        peers.setContentsMargins(0, 0, 0, 0)
        peers.setSpacing(4)
        peers.addWidget(label("An odd one out", "caption"))
        peers.addWidget(self.trio)
        peers.addSpacing(4)
        told = "Each round has other pairs."
        peers.addLayout(row(label("Rounds"), None, self.rounds))
        peers.addWidget(label(told, "caption", "text2", wrap=True))
        circles = QVBoxLayout(self.circles)
        circles.setContentsMargins(0, 4, 0, 0)
        circles.setSpacing(4)
        circles.addWidget(label("Mentees in a circle", "caption"))
        circles.addLayout(row(self.smallest, label("to"), self.largest, None, gap=6))
        self.smallest.setAccessibleName("Fewest mentees in a circle")
        self.largest.setAccessibleName("Most mentees in a circle")
        self.team_apart.setToolTip(TEAMS)
        circles.addWidget(self.team_apart)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        for part in (self.title, self.shape, self.peers, self.circles):
            inside.addWidget(part)

    def _connect(self) -> None:
        self.shape.chosen.connect(self._on_shape)
        self.trio.chosen.connect(self._on_trio)
        self.team_apart.clicked.connect(self._on_team_apart)
        for field in (self.rounds, self.smallest, self.largest):
            field.valueChanged.connect(lambda _value: self._wait.start())
            field.editingFinished.connect(self.settle)
        self._wait.timeout.connect(self.settle)

    def show_shape(self, settings: DraftSettings, peers: bool) -> None:
        """Shows these without telling; a number that is being typed stays."""
        self._settings = settings
        self.title.setText("Peers" if peers else "Pairs or circles")
        self.shape.setVisible(not peers)
        self.peers.setVisible(peers)
        self.circles.setVisible(not peers and settings.shape is Shape.CIRCLES)
        self.shape.choose(Shape.CIRCLES if settings.shape is Shape.CIRCLES else Shape.PAIRS)
        self.trio.choose(settings.trio)
        self.team_apart.setChecked(settings.circles.team_apart)
        if not self._wait.isActive():
            size = settings.circles
            for field, value in (
                (self.rounds, settings.rounds),
                (self.smallest, size.smallest),
                (self.largest, size.largest),
            ):
                field.blockSignals(True)
                field.setValue(value)
                field.blockSignals(False)

    def set_read_only(self, on: bool) -> None:
        for part in (self.shape, self.trio, self.rounds, self.smallest, self.largest, self.team_apart):
            part.setEnabled(not on)

    # Changes

    def _on_shape(self, shape: Shape) -> None:
        if self._settings is not None and shape is not self._settings.shape:
            self._tell(replace(self._settings, shape=shape), f"Match in {shape.value}")

    def _on_trio(self, trio: bool) -> None:
        if self._settings is not None and trio is not self._settings.trio:
            words = "Let an odd one join a pair" if trio else "Let an odd one wait"
            self._tell(replace(self._settings, trio=trio), words)

    def _on_team_apart(self, on: bool) -> None:
        if self._settings is not None:
            size = replace(self._settings.circles, team_apart=on)
            words = "Keep teams apart in circles" if on else "Let a team share a circle"
            self._tell(replace(self._settings, circles=size), words)

    def settle(self) -> None:
        """Tells the numbers once they are typed; a largest below the smallest moves along with the other."""
        self._wait.stop()
        if self._settings is None:
            return
        rounds = self.rounds.value()
        if rounds != self._settings.rounds:
            self._tell(replace(self._settings, rounds=rounds), f"Match {counted(rounds, 'round')}")
        size, smallest, largest = self._settings.circles, self.smallest.value(), self.largest.value()
        if smallest > largest:
            smallest, largest = (smallest, smallest) if smallest != size.smallest else (largest, largest)
        made = replace(size, smallest=smallest, largest=largest)
        if made != size:
            self._tell(replace(self._settings, circles=made), f"Make circles of {smallest} to {largest}")

    def _tell(self, settings: DraftSettings, words: str) -> None:
        self._settings = settings
        self.show_shape(settings, not self.peers.isHidden())
        self.changed.emit(settings, words)
