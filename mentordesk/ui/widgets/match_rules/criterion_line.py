"""One criterion in a line: its name, a slider for its weight (or the word must), and what it is worth of 100."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from mentordesk.domain.matching.criteria import Criterion
from mentordesk.ui import icons, theme
from mentordesk.ui.widgets import painting
from mentordesk.ui.widgets.elided_label import ElidedLabel
from mentordesk.ui.widgets.label import icon_button, label, row
from mentordesk.ui.widgets.match_rules import criterion_words
from mentordesk.ui.widgets.match_rules.name_button import NameButton
from mentordesk.ui.widgets.match_rules.weight_slider import WeightSlider

_SLIDER, _WIDE_SLIDER = 46, 80
_NAME = 120
"""With what it asks for beside it a name keeps this much: it is read first."""
_OPTIONS = (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_REMOVES = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class CriterionLine(QWidget):
    """A click on the name, F2 or Enter asks for the options; Del leaves the criterion out. Signals name the key."""

    moved = Signal(str, int)
    """A weight that is passed on the way."""
    settled = Signal(str, int)
    """The weight that is meant."""
    options_asked = Signal(str)
    must_asked = Signal(str, bool)
    removed = Signal(str)

    def __init__(self, criterion: Criterion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.criterion = criterion
        self.key = criterion.key
        self._read_only = False
        self.name = NameButton()
        self.asks = ElidedLabel("", "caption", "text2")
        self.slider = WeightSlider()
        self.must = label("must", "body", "text2")
        self.points = label("", "strong")
        self.points.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.more = icon_button("more", "Options", lambda: self.options_asked.emit(self.key), small=True)
        self.hint = label("", "caption", "watch", wrap=True)
        self._lay_out()
        self.set_wide(False)
        self.name.clicked.connect(lambda: self.options_asked.emit(self.key))
        self.slider.valueChanged.connect(lambda weight: self.moved.emit(self.key, weight))
        self.slider.settled.connect(lambda weight: self.settled.emit(self.key, weight))
        theme.look.changed.connect(self._fit)

    def _lay_out(self) -> None:
        self._across = row(self.name, self.asks, self.slider, self.must, self.points, self.more, gap=4)
        self._across.setStretchFactor(self.name, 1)
        self._across.setStretchFactor(self.asks, 4)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addLayout(self._across)
        inside.addWidget(self.hint)
        self.hint.hide()

    def set_wide(self, wide: bool) -> None:
        """With room: what the criterion asks for stands beside its name, and the options have a button."""
        self._wide = wide
        self.asks.setVisible(wide)
        self.more.setVisible(wide and not self._read_only)
        self._across.setSpacing(12 if wide else 4)
        self._fit()

    def _fit(self) -> None:
        look = theme.current()
        self.points.setFixedWidth(round(painting.text_width("100", "strong")) + 2)
        self.name.setMinimumWidth(look.wide(_NAME) if self._wide else 0)
        self.slider.setFixedWidth(look.wide(_WIDE_SLIDER if self._wide else _SLIDER))
        self.must.setFixedWidth(self.slider.width())

    def show_criterion(self, criterion: Criterion, points: int, peers: bool, hint: str = "") -> None:
        """Shows the criterion and its points of 100; a slider that is being moved stays where it is."""
        self.criterion = criterion
        words = criterion_words.asked(criterion, peers)
        self.name.show_name(criterion.word, words if self._read_only else f"{words}. Click to change it")
        self.asks.setText(words)
        self.more.setToolTip(f"Options of {criterion.word}")
        self.more.setAccessibleName(f"Options of {criterion.word}")
        self.slider.setVisible(not criterion.must)
        self.must.setVisible(criterion.must)
        self.must.setToolTip("A pair that does not meet it is left out")
        if not self.slider.is_moving():
            self.slider.show_weight(criterion.weight)
        self.show_points(criterion, points)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))

    def show_points(self, criterion: Criterion, points: int) -> None:
        """Only the points, while weights are moved."""
        self.points.setText("" if criterion.must and not criterion.weight else str(points))
        spoken = criterion_words.spoken(criterion, points)
        self.slider.setAccessibleName(spoken)
        self.setAccessibleName(spoken)
        self.slider.setToolTip(f"Weight {criterion.weight} of 10: {points} of 100 points")

    def set_read_only(self, on: bool) -> None:
        """Shows and changes nothing."""
        self._read_only = on
        for part in (self.slider, self.name):
            part.setEnabled(not on)
        self.more.setVisible(self._wide and not on)

    def take_focus(self) -> None:
        """To what is changed first here."""
        (self.name if self.criterion.must else self.slider).setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._read_only:
            super().keyPressEvent(event)
        elif event.key() in _OPTIONS:
            self.options_asked.emit(self.key)
        elif event.key() in _REMOVES:
            self.removed.emit(self.key)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if not self._read_only:
            self.menu().popup(event.globalPos() if event.reason() == event.Reason.Mouse else self._below())

    def menu(self) -> QMenu:
        """What a right click offers."""
        made, must = QMenu(self), self.criterion.must
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        made.addAction(icons.icon("edit"), "Options…", lambda: self.options_asked.emit(self.key))
        words = "Let it count by its weight" if must else "Make it a must"
        made.addAction(
            icons.icon("sliders-horizontal" if must else "lock"),
            words,
            lambda: self.must_asked.emit(self.key, not must),
        )
        made.addAction(icons.icon("remove"), "Leave out", lambda: self.removed.emit(self.key))
        return made

    def _below(self) -> QPoint:
        return self.mapToGlobal(QPoint(0, self.height()))
