"""The health of a pair with its four reasons; for a pair that has none, a sentence that says why."""

from functools import partial

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from mentordesk.domain.dates import long
from mentordesk.domain.health import Signal as Fact
from mentordesk.domain.health import SignalKind
from mentordesk.domain.standing import PairStatus
from mentordesk.ui import theme
from mentordesk.ui.pairs.open_row import OpenRow
from mentordesk.ui.pairs.reading import PairSheet
from mentordesk.ui.widgets import painting
from mentordesk.ui.widgets.elided_label import ElidedLabel
from mentordesk.ui.widgets.health import HealthLabel
from mentordesk.ui.widgets.label import label, line, row

_SIGNALS = 4
_TABS = {
    SignalKind.CONTACT: "meetings",
    SignalKind.BALANCE: "give_take",
    SignalKind.CHECK_IN: "check_ins",
    SignalKind.MILESTONES: "milestones",
}
"""The tab with the rows behind a fact."""
_BETWEEN, _AROUND, _SHAPE = 12, 35, 15
"""Pixels between two columns, around health and facts, and of a shape with what parts it from its fact."""
_FOR_TWO = 460
"""From this width on, two facts stand beside each other."""


class HealthShape(QWidget):
    """The shape of a health; its word stands in the accessible name."""

    def __init__(self, health: str = "on_track") -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_health(health)

    def show_health(self, health: str) -> None:
        """Shows another one."""
        self._health = health
        self.setToolTip(painting.HEALTH_WORDS[health][0])
        self.setAccessibleName(painting.HEALTH_WORDS[health][0])
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(10, 10)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            painting.health_shape(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), self._health)
        finally:
            painter.end()


class HealthBox(QFrame):
    """A sunken card: the health at the left, its four facts beside it. Emits the tab that a fact comes from."""

    tab_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "sunken")
        self.health = HealthLabel()
        self.sentence = label("", "body", "text2", wrap=True)
        self._divider = line(vertical=True)
        self._shapes = [HealthShape() for _ in range(_SIGNALS)]
        self.facts = [ElidedLabel("", "caption", "text") for _ in range(_SIGNALS)]
        self.lines = [_fact_line(*parts) for parts in zip(self._shapes, self.facts, strict=True)]
        self._kinds: list[SignalKind] = []
        for number, found in enumerate(self.lines):
            found.opened.connect(partial(self._open, number))
        self._grid = QWidget()
        grid = QGridLayout(self._grid)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(_BETWEEN)
        grid.setVerticalSpacing(4)
        self._places = grid
        self._across = 0
        self._place(2)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(10, 9, 6, 9)
        inside.setSpacing(9)
        for part, share in ((self.health, 0), (self._divider, 0), (self._grid, 1), (self.sentence, 1)):
            inside.addWidget(part, share)

    def _place(self, across: int) -> None:
        """The facts in one column or two."""
        first, second = self._needed()
        self._places.setColumnStretch(0, first)
        self._places.setColumnStretch(1, second if across == 2 else 0)
        if across == self._across:
            return
        self._across = across
        for number in range(_SIGNALS):
            self._places.removeWidget(self.lines[number])
            self._places.addWidget(self.lines[number], number // across, number % across)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _needed(self) -> tuple[int, int]:
        """What the facts of each of two columns need."""
        wide = [_SHAPE + fact.sizeHint().width() for fact in self.facts]
        return max(wide[0::2]), max(wide[1::2])

    def _fit(self) -> None:
        """Two columns only where no fact of them is cut."""
        room = self.width() - _AROUND - self.health.sizeHint().width()
        fits = sum(self._needed()) + _BETWEEN <= room
        self._place(2 if fits and self.width() >= theme.current().wide(_FOR_TWO) else 1)

    def show_sheet(self, sheet: PairSheet) -> None:
        """Shows another pair's health."""
        found = sheet.detail.assessment
        self.health.set_health(found.health.value if found.health else "")
        for part in (self.health, self._divider, self._grid):
            part.setVisible(found.health is not None)
        self.sentence.setVisible(found.health is None)
        self.sentence.setText(no_health(sheet))
        self._kinds = [signal.kind for signal in found.signals]
        for number, signal in enumerate(found.signals[:_SIGNALS]):
            self._show_signal(number, signal)
        self._fit()

    def _show_signal(self, number: int, signal: Fact) -> None:
        self._shapes[number].show_health(signal.level.value)
        self.facts[number].setText(signal.text)
        self.lines[number].setAccessibleName(f"{self._shapes[number].accessibleName()}: {signal.text}")

    def _open(self, number: int) -> None:
        if number < len(self._kinds):
            self.tab_asked.emit(_TABS[self._kinds[number]])


def _fact_line(shape: HealthShape, fact: ElidedLabel) -> OpenRow:
    made = OpenRow("Fact")
    inside = row(shape, fact, gap=5)
    inside.setStretch(1, 1)
    made.setLayout(inside)
    return made


def no_health(sheet: PairSheet) -> str:
    """Why a pair that is not active has no health."""
    row = sheet.row
    since = f" on {long(row.ended_on)}" if row.ended_on else ""
    reason = f": {row.end_reason.word.lower()}" if row.end_reason else ""
    sentences = {
        PairStatus.PROPOSED: "Proposed. Health begins once the pair is active.",
        PairStatus.PAUSED: "Paused: nobody expects contact until the pair goes on.",
        PairStatus.COMPLETED: f"Completed{since}.",
        PairStatus.ENDURING: "Goes on by itself, without rhythm and milestones.",
        PairStatus.ENDED: f"Ended{since}{reason}." if row.begun else f"{row.word}{since}: the two never were a pair.",
    }
    return " ".join(part for part in (sentences.get(row.status, ""), match_again(sheet)) if part)


def match_again(sheet: PairSheet) -> str:
    """Who would match with the other again, of a pair that ended: "Both would match again."."""
    if sheet.row.status is not PairStatus.ENDED:
        return ""
    sides = ((sheet.left, sheet.closing.left_again), (sheet.right, sheet.closing.right_again))
    willing = [name for name, again in sides if again]
    if len(willing) == len(sides):
        return "Both would match again."
    return f"{willing[0]} would match again." if willing else ""
