"""The cards beside the statement on the full page: the trend, what changes hands, how it feels to both."""

from html import escape

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from mentordesk.domain import dates
from mentordesk.domain.health import Answers
from mentordesk.domain.statement import Statement
from mentordesk.ui import theme
from mentordesk.ui.pairs.reading import PairSheet
from mentordesk.ui.widgets import painting
from mentordesk.ui.widgets.balance_trend import BalanceTrend, Trend
from mentordesk.ui.widgets.label import card, label, rich_label, row
from mentordesk.ui.widgets.page_body import PageBody
from mentordesk.ui.widgets.two_sided_bars import SideBar, TwoSidedBars

_MONTHS = 12
_MOST = 5
_TREND_HEIGHT = 200


class Dots(QWidget):
    """An answer of 1 to 5 as filled dots with its number."""

    def __init__(self, side: str) -> None:
        super().__init__()
        self._side, self._answer = side, 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_answer(self, answer: int | None) -> None:
        """None: not answered."""
        self._answer = answer or 0
        self.setAccessibleName(f"{answer} of 5" if answer else "not answered")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_MOST * 22 + 18, theme.current().line() + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for number in range(_MOST):
                painter.setPen(QPen(look.color(self._side), 1.4))
                painter.setBrush(look.color(self._side if number < self._answer else "surface"))
                painter.drawEllipse(QRectF(number * 22 + 4, self.height() / 2 - 5, 10, 10))
            room = QRectF(_MOST * 22, 0, 18, self.height())
            painting.text(painter, room, str(self._answer or "–"), "strong", "text", "right")
        finally:
            painter.end()


class AccountCards(PageBody):
    """All of the account, whatever period the statement shows, but for what changes hands."""

    def __init__(self) -> None:
        super().__init__(margin=0, gap=12)
        self.trend = BalanceTrend("Trend")
        self.kinds = TwoSidedBars("What changes hands")
        self._about_trend = rich_label("", "caption", "text2")
        self._about_feeling = label("", "caption", "text2", wrap=True)
        self.names = (label(), label())
        self.dots = (Dots("left"), Dots("right"))
        self.trend.setMinimumHeight(_TREND_HEIGHT)
        inside = self.column
        inside.addWidget(_card("Trend", self._about_trend, self.trend), 1)
        self._kinds_card = _card("What changes hands", label("Points in the period shown", "caption"), self.kinds)
        inside.addWidget(self._kinds_card)
        inside.addWidget(self._feeling())

    def _feeling(self) -> QFrame:
        frame = _card("How it feels", self._about_feeling)
        for name, dots in zip(self.names, self.dots, strict=True):
            line = QWidget()
            line.setLayout(row(name, None, dots))
            frame.layout().addWidget(line)  # type: ignore[union-attr]
        return frame

    def show_sheet(self, sheet: PairSheet, statement: Statement) -> None:
        """Shows another pair or period."""
        look = theme.current()
        up, down = (
            f"<b style='color:{look.hex(f'{side}_text')}'>{escape(words)}</b>"
            for side, words in (("left", f"up {sheet.left}"), ("right", f"down {sheet.right}"))
        )
        self._about_trend.setText(f"Balance, and points per month: {up}, {down}")
        self.trend.set_trend(trend_of(sheet, statement))
        bars = [
            SideBar(kind.value, kind.word, points.left, points.right, kind.value) for kind, points in statement.kinds
        ]
        self.kinds.set_bars(bars, sheet.left, sheet.right)
        self._kinds_card.setVisible(bool(bars))
        answers = (sheet.detail.left_answers, sheet.detail.right_answers)
        for name, dots, words, answer in zip(self.names, self.dots, (sheet.left, sheet.right), answers, strict=True):
            name.setText(words)
            dots.show_answer(_balance(answer))
        asked = any(_balance(answer) for answer in answers)
        self._about_feeling.setText(
            "“I give and get enough”, the latest check-in" if asked else "No check-in has asked about balance yet"
        )


def trend_of(sheet: PairSheet, statement: Statement) -> Trend:
    """The last 12 months in which something was given."""
    months = statement.months[-_MONTHS:]
    return Trend(
        months=[dates.month_name(it.month.month)[:3] for it in months],
        balances=[it.balance.net for it in months],
        left=[it.points.left for it in months],
        right=[it.points.right for it in months],
        left_name=sheet.left,
        right_name=sheet.right,
    )


def _balance(answers: Answers | None) -> int | None:
    return answers.balance if answers else None


def _card(title: str, *parts: QWidget) -> QFrame:
    frame = card()
    inside = QVBoxLayout(frame)
    inside.setContentsMargins(16, 12, 16, 12)
    inside.setSpacing(6)
    inside.addWidget(label(title, "section"))
    for part in parts:
        inside.addWidget(part, 1 if isinstance(part, BalanceTrend) else 0)
    return frame
