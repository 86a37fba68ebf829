"""The cards beside the statement on the full page: the trend, what changes hands, how it feels, what is still open."""

from collections.abc import Sequence
from datetime import date, timedelta
from html import escape

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from mentordesk.domain import dates
from mentordesk.domain.check_ins import CheckInRow
from mentordesk.domain.scope import ALWAYS, Period
from mentordesk.domain.standing import Side
from mentordesk.domain.statement import MonthPoints, Statement, short_period_words, trend, trend_of_years
from mentordesk.ui import theme
from mentordesk.ui.pairs.open_row import figure_row
from mentordesk.ui.pairs.open_wish_part import OpenWishPart
from mentordesk.ui.pairs.pair_actions import PairActions
from mentordesk.ui.pairs.reading import PairSheet
from mentordesk.ui.widgets import painting
from mentordesk.ui.widgets.balance_trend import BalanceTrend, Trend
from mentordesk.ui.widgets.elided_label import ElidedLabel
from mentordesk.ui.widgets.label import card, label, rich_label, row
from mentordesk.ui.widgets.page_body import PageBody
from mentordesk.ui.widgets.two_sided_bars import SideBar, TwoSidedBars
from mentordesk.ui.workplace import Workplace

_MONTHS = 12
_MOST = 5
_TREND_HEIGHT, _LEAST_WIDTH = 170, 268


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
    """All of the account, whatever period the statement shows, but for what changes hands. With all of time an old
    account is drawn by years. Emits the days of a month or year that was clicked."""

    days_opened = Signal(object)
    check_ins_asked = Signal()

    def __init__(self, workplace: Workplace, actions: PairActions) -> None:
        super().__init__(margin=0, gap=12)
        self.trend = BalanceTrend("Trend")
        self.trend.opened.connect(lambda at: self.days_opened.emit(self._spans[at]))
        self._spans: list[Period] = []
        self.kinds = TwoSidedBars("What changes hands")
        self._about_trend = rich_label("", "caption", "text2")
        self.about_feeling = label("", "caption", "text2", wrap=True)
        self.period = ElidedLabel("", "caption", "text2", snug=True)
        self.names = (ElidedLabel(), ElidedLabel())
        self.dots = (Dots("left"), Dots("right"))
        self.wishes = OpenWishPart(workplace, actions)
        self.trend.setMinimumHeight(_TREND_HEIGHT)
        self.setMinimumWidth(_LEAST_WIDTH)
        inside = self.column
        inside.addWidget(_card(label("Trend", "section"), self._about_trend, self.trend), 1)
        heading = QWidget()
        heading.setLayout(row(label("What changes hands", "section"), None, self.period))
        self._kinds_card = _card(heading, self.kinds)
        inside.addWidget(self._kinds_card)
        inside.addWidget(self._feeling())

    def set_narrow(self, narrow: bool) -> None:
        """The small window has no room beside a heading."""
        self.period.setVisible(not narrow)

    def _feeling(self) -> QFrame:
        frame = _card(label("How it feels", "section"), self.about_feeling)
        for name, dots in zip(self.names, self.dots, strict=True):
            line = QWidget()
            beside = row(name, dots)
            beside.setStretch(0, 1)
            line.setLayout(beside)
            answers = figure_row("How it feels: open the check-ins", line)
            answers.opened.connect(self.check_ins_asked)
            frame.layout().addWidget(answers)  # type: ignore[union-attr]
        frame.layout().addWidget(self.wishes)  # type: ignore[union-attr]
        return frame

    def show_sheet(self, sheet: PairSheet, statement: Statement) -> None:
        """Shows another pair or period."""
        look = theme.current()
        up, down = (
            f"<b style='color:{look.hex(f'{side}_text')}'>{escape(words).replace(' ', '&nbsp;')}</b>"
            for side, words in (("left", f"up {sheet.left}"), ("right", f"down {sheet.right}"))
        )
        years = trend_of_years(sheet.exchanges, sheet.today) if statement.period == ALWAYS else ()
        span = "Year" if years else "Month"
        shown = years or trend(sheet.exchanges, sheet.today, _MONTHS)
        self._spans = [_span(it.month, 12 if years else 1) for it in shown]
        self._about_trend.setText(f"Balance, and points per {span.lower()}: {up}, {down}")
        self.trend.set_trend(trend_of(sheet, shown, span))
        bars = [
            SideBar(kind.value, kind.word, points.left, points.right, kind.value) for kind, points in statement.kinds
        ]
        during = short_period_words(statement.period, sheet.today)
        self.period.setText(f"points, {during}" if during else "points")
        self.kinds.set_bars(bars, sheet.left, sheet.right)
        self._kinds_card.setVisible(bool(bars))
        self._show_feeling(sheet)
        self.wishes.show_sheet(sheet)

    def _show_feeling(self, sheet: PairSheet) -> None:
        felt = [newest_balance(sheet, side) for side in Side]
        for name, dots, words, answer in zip(self.names, self.dots, (sheet.left, sheet.right), felt, strict=True):
            name.setText(words)
            dots.show_answer(answer.answers.balance if answer else None)
        self.about_feeling.setText(feeling_words([(row.who, row.on) for row in felt if row], sheet.today))


def newest_balance(sheet: PairSheet, side: Side) -> CheckInRow | None:
    """The newest check-in in which a side has said how it feels about giving and getting."""
    return next((row for row in sheet.check_ins if row.side is side and row.answers.balance is not None), None)


def feeling_words(answers: Sequence[tuple[str, date]], today: date) -> str:
    """The question and when it was answered, from (first name, day) of those who have."""
    if not answers:
        return "No check-in has asked about balance yet"
    days = {on for _, on in answers}
    if len(days) == 1:
        return f"“I give and get enough”, check-in of {dates.day_month(answers[0][1], today)}"
    each = " and ".join(f"{dates.day_month(on, today)} ({who})" for who, on in answers)
    return f"“I give and get enough”, check-ins of {each}"


def trend_of(sheet: PairSheet, shown: Sequence[MonthPoints], span: str) -> Trend:
    """Months, or years, of the account as the chart takes them."""
    return Trend(
        months=[str(it.month.year) if span == "Year" else dates.month_name(it.month.month)[:3] for it in shown],
        balances=[it.balance.net for it in shown],
        left=[it.points.left for it in shown],
        right=[it.points.right for it in shown],
        left_name=sheet.left,
        right_name=sheet.right,
        span=span,
    )


def _span(first: date, months: int) -> Period:
    return Period(first, dates.add_months(first, months) - timedelta(days=1))


def _card(*parts: QWidget) -> QFrame:
    frame = card()
    inside = QVBoxLayout(frame)
    inside.setContentsMargins(16, 12, 16, 12)
    inside.setSpacing(6)
    for part in parts:
        inside.addWidget(part, 1 if isinstance(part, BalanceTrend) else 0)
    return frame
