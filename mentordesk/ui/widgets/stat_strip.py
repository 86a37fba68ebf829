"""Headline figures in one framed strip; each opens the rows behind it. Knows no figure."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mentordesk.ui import theme
from mentordesk.ui.widgets import painting
from mentordesk.ui.widgets.elided_label import ElidedLabel
from mentordesk.ui.widgets.health import HealthCounts
from mentordesk.ui.widgets.label import label, line
from mentordesk.ui.widgets.open_button import OpenButton

_GAP = 5
"""Pixels between a figure and its unit."""


@dataclass(frozen=True)
class Stat:
    """A figure: `value` with its `unit`, and one line that explains it. `health` counts come with their shapes.

    No data yet: value "–" and the reason in `note`. `wide`: a unit of several words, in a cell a fourth wider.
    """

    key: str
    label: str
    value: str
    unit: str = ""
    note: str = ""
    note_token: str = "text2"
    health: tuple[tuple[str, int], ...] = ()
    wide: bool = False


class StatCell(OpenButton):
    """One figure, clickable as a whole. Emits the step to the figure beside it, and that the focus came."""

    moved = Signal(int)
    stood_on = Signal()

    def __init__(self, stat: Stat, narrow: bool = False) -> None:
        super().__init__()
        self.setProperty("kind", "stat")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._name = ElidedLabel("", "caption", "text2")
        self._value = label("", "figure_narrow" if narrow else "figure")
        self._unit = ElidedLabel("", "body", "text2")
        self._note = ElidedLabel("", "caption", "text2")
        self._counts = HealthCounts()
        self._notes = True
        self._ring = False
        self._lay_out()
        self.show_stat(stat)

    def _lay_out(self) -> None:
        figure = QHBoxLayout()
        figure.setSpacing(_GAP)
        figure.addWidget(self._value, 0, Qt.AlignmentFlag.AlignBaseline)
        figure.addWidget(self._unit, 1, Qt.AlignmentFlag.AlignBaseline)
        self._inside = inside = QVBoxLayout(self)
        inside.setContentsMargins(14, 9, 12, 9)
        inside.setSpacing(1)
        inside.addWidget(self._name)
        inside.addLayout(figure)
        inside.addWidget(self._note)
        inside.addWidget(self._counts)
        for part in (self._name, self._value, self._unit, self._note, self._counts):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_stat(self, stat: Stat) -> None:
        """Shows another figure in the same place."""
        self.key = stat.key
        self._name.setText(stat.label)
        self._value.setText(stat.value)
        self._unit.setText(stat.unit)
        self._unit.setVisible(bool(stat.unit))
        self._note.setText(stat.note)
        self._note.set_token(stat.note_token)
        self._counts.set_counts(stat.health)
        self.show_note(self._notes)
        self.setAccessibleName(" ".join(part for part in (f"{stat.label}:", stat.value, stat.unit) if part))
        note = stat.note or self._counts.accessibleName()
        self.setAccessibleDescription(note)
        self.setToolTip(f"{stat.label}: {stat.value} {stat.unit}".rstrip() + (f"\n{note}" if note else ""))

    def show_note(self, shown: bool) -> None:
        """The third line is left out in low windows."""
        self._notes = shown
        self._counts.setVisible(shown and bool(self._counts.words()))
        self._note.setVisible(shown and not self._counts.words())

    def set_note_lines(self, lines: int) -> None:
        """The note takes so many lines."""
        self._note.set_lines(lines)
        self.updateGeometry()

    def note_lines(self, width: int) -> int:
        """How many lines the note needs in a cell so wide."""
        return painting.lines_of(self._note.text(), width - 26, "caption")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None:
            self.moved.emit(step)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self._ring = event.reason() is not Qt.FocusReason.MouseFocusReason
        self.stood_on.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ring lies within: around it there are the lines of the strip."""
        super().paintEvent(event)
        if not (self.hasFocus() and self._ring):
            return
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.current().color("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(3, 3, -3, -3), 4, 4)
        finally:
            painter.end()

    def sizeHint(self) -> QSize:
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """A figure is never cut; what stands around it is."""
        unit = self._unit.minimumSizeHint().width() + _GAP if self._unit.text() else 0
        return QSize(max(90, self._value.sizeHint().width() + unit + 27), self._inside.minimumSize().height())


class StatStrip(QFrame):
    """Cells divided by lines; emits the key of the figure that was opened.

    Tab comes to one of them, Left and Right go on from there.
    """

    opened = Signal(str)

    def __init__(self, name: str = "Figures", narrow: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.setAccessibleName(name)
        self._narrow = narrow
        self._notes = True
        self._cells: list[StatCell] = []
        self._strip = QHBoxLayout(self)
        self._strip.setContentsMargins(1, 1, 1, 1)
        self._strip.setSpacing(0)

    def set_stats(self, stats: list[Stat]) -> None:
        """Shows these figures; cells stay when the keys are the same, and the focus with them."""
        if [cell.key for cell in self._cells] == [stat.key for stat in stats]:
            for cell, stat in zip(self._cells, stats, strict=True):
                cell.show_stat(stat)
            return
        while item := self._strip.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        self._cells = []
        for stat in stats:
            if self._cells:
                self._strip.addWidget(line(vertical=True))
            self._add(StatCell(stat, self._narrow), 5 if stat.wide or (self._narrow and stat.health) else 4)

    def _add(self, cell: StatCell, share: int) -> None:
        cell.show_note(self._notes)
        cell.clicked.connect(lambda: self.opened.emit(cell.key))
        cell.moved.connect(lambda step: self._move(cell, step))
        cell.stood_on.connect(lambda: self._stand_on(cell))
        cell.setFocusPolicy(Qt.FocusPolicy.ClickFocus if self._cells else Qt.FocusPolicy.StrongFocus)
        self._strip.addWidget(cell, share)
        self._cells.append(cell)

    def _move(self, cell: StatCell, step: int) -> None:
        place = self._cells.index(cell) + step
        if 0 <= place < len(self._cells):
            self._cells[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _stand_on(self, cell: StatCell) -> None:
        for each in self._cells:
            each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each is cell else Qt.FocusPolicy.ClickFocus)

    def show_notes(self, shown: bool) -> None:
        """Hides or shows the third lines: under 760 px of window height they are hidden."""
        self._notes = shown
        for cell in self._cells:
            cell.show_note(shown)

    def wrap_notes(self, most: int, width: int) -> None:
        """Notes that one line of a strip so wide would cut are broken, into so many lines at most."""
        each = width // max(len(self._cells), 1) - 1
        lines = min(most, max((cell.note_lines(each) for cell in self._cells), default=1))
        for cell in self._cells:
            cell.set_note_lines(lines)

    def cell(self, key: str) -> StatCell:
        """The cell with this key."""
        return next(cell for cell in self._cells if cell.key == key)
