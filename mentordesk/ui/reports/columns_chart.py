"""Columns side by side over categories, above and below zero, as in the workbook. Knows no report."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from mentordesk.exchange.workbook import Chart as ChartOfSheet
from mentordesk.exchange.workbook_figures import shown
from mentordesk.ui import theme
from mentordesk.ui.reports.paper.charts import scale_of
from mentordesk.ui.widgets import painting
from mentordesk.ui.widgets.chart import Chart, fill_series, legend
from mentordesk.ui.widgets.chart_table import ChartTable

_AXIS, _SHARE, _LEAST = 40, 0.72, 210
_PLAIN = ["s1"]
"""The color of a single series that is of no side: the title of the chart says what it is."""
_UPRIGHT = 140
"""Pixels at 10 pt for names that stand upright, because side by side they would all be cut to the same letters."""


class ColumnsChart(Chart):
    """Of every value its number stands at its column, as far as there is room."""

    def __init__(self, chart: ChartOfSheet) -> None:
        super().__init__(chart.title)
        self._chart = chart
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(230)
        self.say(chart.description)

    def sizeHint(self) -> QSize:
        return QSize(320, 230)

    def table(self) -> ChartTable:
        chart = self._chart
        rows = [
            (name, *(shown(series.values[at]) for series in chart.series)) for at, name in enumerate(chart.categories)
        ]
        return ChartTable((chart.title, *(series.name for series in chart.series)), tuple(rows))

    def paint_chart(self, painter: QPainter) -> None:
        look = theme.current()
        line = look.line("caption")
        top = 8 if self._tokens() == _PLAIN else line + 8
        plot = QRectF(self.rect()).adjusted(_AXIS, top + line, -4, -self._foot(self.width() - _AXIS - 4) - 8)
        low, high, step = scale_of(self._chart)
        scale = plot.height() / (high - low)
        self._paint_axis(painter, plot, (low, high, step), scale)
        self._paint_columns(painter, plot, plot.bottom() + low * scale, scale)
        names, tokens = [series.name for series in self._chart.series], self._tokens()
        if tokens != _PLAIN:
            legend(painter, QRectF(0, 0, self.width(), line), names, [*tokens])

    def _tokens(self) -> list[str]:
        return [series.color for series in self._chart.series]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Names that stand upright take nothing from the height of the columns."""
        super().resizeEvent(event)
        self.setMinimumHeight(round(_LEAST + self._foot(self.width() - _AXIS - 4)))

    def _foot(self, wide: float) -> float:
        """How high the names below are: a line, or as long as the longest where one does not fit below its columns."""
        look, names = theme.current(), self._chart.categories
        longest = max((painting.text_width(name, "caption") for name in names), default=0)
        line = look.line("caption")
        return line if longest <= wide / max(len(names), 1) - 4 else max(line, min(longest + 2, look.wide(_UPRIGHT)))

    def _paint_axis(self, painter: QPainter, plot: QRectF, axis: tuple[float, float, float], scale: float) -> None:
        look, (low, high, step) = theme.current(), axis
        for number in range(round((high - low) / step) + 1):
            value = low + number * step
            y = plot.bottom() - (value - low) * scale
            painter.setPen(QPen(look.color("border_strong" if abs(value) < step / 2 else "grid"), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            place = QRectF(0, y - look.line("caption") / 2, _AXIS - 8, look.line("caption"))
            painting.text(painter, place, f"{value:,g}".replace("-", "−"), "caption", "text2", "right")

    def _paint_columns(self, painter: QPainter, plot: QRectF, zero: float, scale: float) -> None:
        look, series = theme.current(), self._chart.series
        each = plot.width() / max(len(self._chart.categories), 1)
        wide = each * _SHARE / max(len(series), 1)
        for at, name in enumerate(self._chart.categories):
            left = plot.left() + at * each
            for number, one in enumerate(series):
                value = one.values[at]
                height = abs(value) * scale
                x = left + each * (1 - _SHARE) / 2 + number * wide
                fill_series(painter, QRectF(x, zero - height if value >= 0 else zero, wide * 0.94, height), one.color)
                self._paint_number(painter, QRectF(x - 6, 0, wide + 12, look.line("caption")), value, zero, height)
            self._paint_name(painter, QRectF(left + 2, plot.bottom() + 4, each - 4, self._foot(plot.width())), name)

    def _paint_name(self, painter: QPainter, below: QRectF, name: str) -> None:
        line = theme.current().line("caption")
        if below.height() <= line:
            painting.text(painter, below, name, "caption", "text2", "center")
            return
        painter.save()
        painter.translate(below.center().x() - line / 2, below.bottom())
        painter.rotate(-90)
        painting.text(painter, QRectF(0, 0, below.height(), line), name, "caption", "text2", "right")
        painter.restore()

    def _paint_number(self, painter: QPainter, place: QRectF, value: float, zero: float, height: float) -> None:
        words = f"{value:.3g}".replace("-", "−")
        if painting.text_width(words, "strong_caption") <= place.width():
            place.moveTop(zero - height - place.height() if value >= 0 else zero + height)
            painting.text(painter, place, words, "strong_caption", "text", "center")
