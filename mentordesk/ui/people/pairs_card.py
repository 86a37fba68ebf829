"""The card “Pairs over the years”: a legend, the years, a bar a pair."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from mentordesk.domain.people import first_name
from mentordesk.ui import theme
from mentordesk.ui.people import wording
from mentordesk.ui.people.pairs_delegate import PairLine
from mentordesk.ui.people.pairs_timeline import PairsList, YearsAxis, scale_of
from mentordesk.ui.people.reading import CardSheet
from mentordesk.ui.widgets import painting
from mentordesk.ui.widgets.flow import FlowLayout
from mentordesk.ui.widgets.label import label


class LegendMark(QWidget):
    """A small bar with its meaning; `token` empty is the outline of what came after the program."""

    def __init__(self, token: str, words: str) -> None:
        super().__init__()
        self._token = token
        self.words = words
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def say(self, words: str) -> None:
        """Another meaning."""
        self.words = words
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = round(painting.text_width(self.words, "caption"))
        return QSize(width + 24, theme.current().line("caption") + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            frame = QPen(look.color("border_strong"), 1, Qt.PenStyle.DashLine)
            painter.setPen(Qt.PenStyle.NoPen if self._token else frame)
            painter.setBrush(look.color(self._token or "surface"))
            painter.drawRoundedRect(QRectF(0.5, self.height() / 2 - 4, 15, 8), 2, 2)
            painting.text(painter, QRectF(self.rect()).adjusted(21, 0, 3, 0), self.words, "caption", "text2")
        finally:
            painter.end()


class PairsCard(QFrame):
    """Emits the pair to open."""

    pair_opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.list = PairsList()
        self.list.pair_opened.connect(self.pair_opened)
        self.axis = YearsAxis(self.list)
        self.nothing = label("", "body", "text3", wrap=True)
        self._mentors = LegendMark("left", "mentors")
        self._mentored = LegendMark("right", "is mentored")
        head = QWidget()
        flow = FlowLayout(head, gap=14)
        flow.addWidget(label("Pairs over the years", "section"))
        peer, after = LegendMark("border_strong", "peer"), LegendMark("", "after the program")
        self.legend = (self._mentors, self._mentored, peer, after)
        for mark in self.legend:
            flow.addWidget(mark)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(16, 10, 10, 12)
        inside.setSpacing(4)
        for part in (head, self.axis, self.list, self.nothing):
            inside.addWidget(part)

    def show_sheet(self, sheet: CardSheet) -> None:
        """Shows another person, or the same one newly read."""
        name = first_name(sheet.card.row.name)
        self._mentors.say(f"{name} mentors")
        self._mentored.say(f"{name} is mentored")
        lines = [
            PairLine(pair, wording.relation(pair), wording.length(pair, sheet), wording.pair_sentence(pair, sheet))
            for pair in sheet.card.pairs
        ]
        self.list.show_lines(lines, scale_of(lines, sheet.today))
        for part in (self.list, self.axis, *self.legend):
            part.setVisible(bool(lines))
        self.nothing.setVisible(not lines)
        self.nothing.setText(f"{name} has not been in a pair yet.")
        self.axis.update()
