"""The four steps of an import above the page: done ones have a tick and lead back. Knows no import."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from mentordesk.ui import icons, theme
from mentordesk.ui.widgets import painting
from mentordesk.ui.widgets.label import line

STEPS = ("Choose file", "Match columns", "Check rows", "Import")
_DISC = 24
_BETWEEN = 36


class StepMark(QAbstractButton):
    """One step: a disc with its number or a tick, and its words."""

    def __init__(self, number: int, words: str) -> None:
        super().__init__()
        self.number = number
        self.state = "later"
        self.words_shown = True
        self.setText(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_state("later")

    def set_state(self, state: str) -> None:
        """`state` is done, now or later; only a done step can be gone back to."""
        self.state = state
        self.setEnabled(state == "done")
        told = {"done": "done", "now": "this step", "later": "to come"}[state]
        self.setAccessibleName(f"Step {self.number}, {self.text()}, {told}")
        tips = {"done": f"Back to: {self.text()}", "later": "First finish the steps before it"}
        self.setToolTip(tips.get(state, ""))
        self.setCursor(Qt.CursorShape.PointingHandCursor if state == "done" else Qt.CursorShape.ArrowCursor)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        style = "strong" if self.state == "now" else "body"
        words = round(painting.text_width(self.text(), style)) + 10 if self.words_shown else 0
        return QSize(_DISC + words, max(_DISC, theme.current().line()) + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            self._paint(painter)
        finally:
            painter.end()

    def _paint(self, painter: QPainter) -> None:
        look = theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        disc = QRectF(1, (self.height() - _DISC) / 2 + 1, _DISC - 2, _DISC - 2)
        frame, ground = {
            "done": ("accent", "accent_tint"),
            "now": ("accent", "accent"),
            "later": ("border_strong", "surface"),
        }[self.state]
        painter.setPen(QPen(look.color(frame), 2 if self.hasFocus() else 1))
        painter.setBrush(look.color(ground))
        painter.drawEllipse(disc)
        if self.state == "done":
            icons.draw(painter, "check", disc.adjusted(5, 5, -5, -5), "accent")
        else:
            ink = "on_accent" if self.state == "now" else "text2"
            painting.text(painter, disc, str(self.number), "strong_caption", ink, "center")
        if self.words_shown:
            style, ink = ("strong", "text") if self.state == "now" else ("body", "text2")
            painting.text(painter, QRectF(self.rect()).adjusted(_DISC + 7, 0, 0, 0), self.text(), style, ink)


class StepBar(QWidget):
    """The steps beside each other; emits the number of a done one, from 1, when it is pressed."""

    asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Steps of the import")
        self.marks = [StepMark(number, words) for number, words in enumerate(STEPS, 1)]
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(10)
        for mark in self.marks:
            if mark.number > 1:
                between = line()
                between.setFixedWidth(_BETWEEN)
                inside.addWidget(between, 0, Qt.AlignmentFlag.AlignVCenter)
            inside.addWidget(mark)
            mark.clicked.connect(lambda _=False, number=mark.number: self.asked.emit(number))

    def show_step(self, step: int) -> None:
        """The step that one is at, from 1; beyond the last one all is done, and none leads back."""
        for mark in self.marks:
            mark.set_state("done" if mark.number < step else "now" if mark.number == step else "later")
            if step > len(self.marks):
                mark.setEnabled(False)
                mark.setToolTip("")

    def whole_width(self) -> int:
        """The pixels that all steps take with their words."""
        words = sum(painting.text_width(words, "strong") + 10 + _DISC for words in STEPS)
        return round(words) + (len(STEPS) - 1) * (_BETWEEN + 20)

    def set_narrow(self, narrow: bool) -> None:
        """Only the words of the step one is at: for narrow windows."""
        for mark in self.marks:
            mark.words_shown = not narrow or mark.state == "now"
            mark.updateGeometry()
            mark.update()
