"""The parts of the check-ins tab: a question with its chart, what went each way, words, what is worth noticing."""

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from mentordesk.domain.check_in_rules import PulseQuestion
from mentordesk.domain.check_in_signs import IN_HOUSE, Flow, Notice
from mentordesk.domain.check_ins import CheckInRow
from mentordesk.domain.dates import short
from mentordesk.domain.rounding import half_up
from mentordesk.domain.standing import Side
from mentordesk.ui import theme
from mentordesk.ui.pairs.check_in_chart import AnswerLines, AnswerTrend
from mentordesk.ui.pairs.open_row import OpenRow
from mentordesk.ui.widgets.chart_table import ChartTable, FiguresDialog
from mentordesk.ui.widgets.elided_label import ElidedLabel
from mentordesk.ui.widgets.label import icon_label, label, line, row

_WHAT_IT_IS = "Level: the mean of “What did I give?” and “What did I get?”; gap: the difference."
TITLES = 132
"""All charts begin below each other."""


class QuestionLine(QWidget):
    """A question with the answers of both sides."""

    def __init__(self, question: PulseQuestion) -> None:
        super().__init__()
        self.question = question
        self.chart = AnswerTrend(question.title)
        words = QVBoxLayout()
        words.setSpacing(1)
        own = not question.key
        title = label(question.title, "strong", wrap=own) if own else ElidedLabel(question.title, "strong")
        words.addWidget(title)
        if not own:
            words.addWidget(ElidedLabel(question.text, "caption", "text2"))
        holder = QWidget()
        holder.setLayout(words)
        words.setContentsMargins(0, 0, 0, 0)
        holder.setFixedWidth(theme.current().wide(TITLES))
        across = row(holder, self.chart, gap=6)
        across.setStretch(1, 1)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 5, 0, 0)
        inside.setSpacing(5)
        inside.addLayout(across)
        inside.addWidget(line())

    def show_lines(self, lines: AnswerLines) -> None:
        """Shows another pair's answers."""
        self.chart.set_lines(lines)


class FigureRow(OpenRow):
    """A figure with the answers behind it: a click or Enter shows them as a table."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._title, self._table = name, ChartTable((), ())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.opened.connect(self._show_table)

    def show_behind(self, title: str, table: ChartTable) -> None:
        """What a click shows."""
        self._title, self._table = title, table

    def _show_table(self) -> None:
        FiguresDialog(self._title, self._table, self).open()


class FlowRow(FigureRow):
    """One direction of giving: what both say of it, its level and its gap."""

    def __init__(self) -> None:
        super().__init__("What went one way")
        self.title, self.said = ElidedLabel("", "strong"), ElidedLabel("", "caption", "text2")
        self.level, self.gap = label("", "strong"), label("", "caption", "text2")
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 2, 0, 4)
        inside.setSpacing(1)
        for words, number in ((self.title, self.level), (self.said, self.gap)):
            both = row(words, number)
            both.setStretch(0, 1)
            inside.addLayout(both)

    def show_flow(self, flow: Flow, names: Mapping[Side, str]) -> None:
        """Shows another pair's direction."""
        giver, receiver = names[flow.giver], names[flow.giver.other]
        self.title.setText(f"From {giver} to {receiver}")
        self.said.setText(f"{giver} gave {_answer(flow.gave)}, {receiver} got {_answer(flow.got)}")
        self.level.setText("–" if flow.level is None else f"{half_up(flow.level, 1):.1f} of 5")
        self.gap.setText("" if flow.gap is None else f"gap {abs(flow.gap)}" if flow.gap else "no gap")
        self.setAccessibleName(f"{self.said.text()}, level {self.level.text()}, {self.gap.text()}")


class FlowsCard(QWidget):
    """What went each way as both answer it, and what this is not."""

    def __init__(self) -> None:
        super().__init__()
        self.ways = (FlowRow(), FlowRow())
        self.note = label(f"{IN_HOUSE} {_WHAT_IT_IS}", "caption", "text3", wrap=True)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 8, 0, 0)
        inside.setSpacing(3)
        for part in (label("What went each way", "small_title"), *self.ways, self.note):
            inside.addWidget(part)


def _answer(answer: int | None) -> str:
    return "not answered" if answer is None else str(answer)


class Quote(QWidget):
    """What somebody said in their own words, with the bar of their side."""

    def __init__(self, said: CheckInRow, on: str = "") -> None:
        super().__init__()
        self._side = said.side
        name = label(f"{said.who}, {on}" if on else said.who, "strong_caption", said.side.value)
        self.words = label(f"“{said.comment}”", "body", wrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(13, 2, 0, 4)
        inside.setSpacing(1)
        inside.addWidget(name)
        inside.addWidget(self.words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            painter.fillRect(QRect(0, 0, 3, self.height()), theme.current().color(self._side.value))
        finally:
            painter.end()


class WordsCard(QWidget):
    """The newest comment of each side: for coordinators."""

    def __init__(self) -> None:
        super().__init__()
        self.title = label("In their words", "small_title")
        self.quotes: list[Quote] = []
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(0, 10, 0, 0)
        self._inside.setSpacing(8)
        self._inside.addWidget(self.title)

    def show_words(self, rows: Sequence[CheckInRow], today: date) -> None:
        """Shows the newest words of another pair; hidden where nobody said any."""
        for quote in self.quotes:
            self._inside.removeWidget(quote)
            quote.hide()
            quote.deleteLater()
        newest = [next((row for row in rows if row.side is side and row.comment), None) for side in Side]
        said = [row for row in newest if row is not None]
        days = {row.on for row in said}
        alike = len(days) == 1
        self.title.setText(f"In their words, {short(said[0].on, today)}" if alike else "In their words")
        self.quotes = [Quote(row, "" if alike else short(row.on, today)) for row in said]
        for quote in self.quotes:
            self._inside.addWidget(quote)
        self.setVisible(bool(said))


class NoticeBox(QFrame):
    """What is worth noticing, in sentences; hidden where there is nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "sunken")
        self.sentence = label("", "caption", "text2", wrap=True)
        self.sentence.setTextFormat(Qt.TextFormat.RichText)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(12, 9, 12, 10)
        inside.setSpacing(3)
        inside.addWidget(label("Worth noticing", "strong"))
        inside.addWidget(self.sentence)

    def show_notices(self, notices: Sequence[Notice]) -> None:
        """Shows another pair's."""
        words = "</p><p style='margin:4px 0 0 0'>".join(escape(notice.sentence) for notice in notices)
        self.sentence.setText(f"<p style='margin:0'>{words}</p>")
        self.setAccessibleName(" ".join(("Worth noticing.", *(notice.sentence for notice in notices))))
        self.setVisible(bool(notices))


class LockLine(QWidget):
    """At the foot: who reads the comments."""

    def __init__(self) -> None:
        super().__init__()
        self.words = label(
            "For coordinators only. Reports leave comments out unless you ask.", "caption", "text2", wrap=True
        )
        self._inside = inside = QHBoxLayout(self)
        inside.setSpacing(8)
        inside.addWidget(icon_label("lock", "text2", 14), 0, Qt.AlignmentFlag.AlignTop)
        inside.addWidget(self.words, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_margin(self, margin: int) -> None:
        """The margin at both sides in pixels."""
        self._inside.setContentsMargins(margin, 8, margin, 10)
