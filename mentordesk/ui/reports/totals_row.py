"""The line of totals below a table of a report, each figure under its column. Knows no report."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mentordesk.ui import theme
from mentordesk.ui.widgets import painting
from mentordesk.ui.widgets.row_table import RowTable

_PADDING = 8


class TotalsRow(QWidget):
    """`figures` are words by the key of their column; a pair of words has the colors of both sides."""

    def __init__(self, table: RowTable, figures: dict[str, str | tuple[str, str]], said: str) -> None:
        super().__init__()
        self._table = table
        self.figures = figures
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        header = table.horizontalHeader()
        header.sectionResized.connect(self.update)
        header.sectionMoved.connect(self.update)
        header.geometriesChanged.connect(self.update)
        table.horizontalScrollBar().valueChanged.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(100, theme.current().row("line"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, header = theme.current(), self._table.horizontalHeader()
        painter = QPainter(self)
        try:
            painter.fillRect(QRectF(0, 0, self.width(), 2), look.color("border_strong"))
            shift = self._table.viewport().mapTo(self._table, self._table.viewport().rect().topLeft()).x()
            for number, column in enumerate(self._table.rows_model.columns):
                words = self.figures.get(column.key)
                if words and not header.isSectionHidden(number):
                    left = header.sectionViewportPosition(number) + shift
                    place = QRectF(left, 2, header.sectionSize(number), self.height() - 2)
                    self._paint_figure(painter, place.adjusted(_PADDING, 0, -_PADDING, 0), words, column.align)
        finally:
            painter.end()

    def _paint_figure(self, painter: QPainter, place: QRectF, words: str | tuple[str, str], align: str) -> None:
        if isinstance(words, str):
            painting.text(painter, place, words, "strong", "text", align)
            return
        half = place.width() / 2
        painting.text(painter, place.adjusted(0, 0, -half - 6, 0), words[0], "strong", "left_text", "right")
        painting.text(painter, place.adjusted(half + 6, 0, 0, 0), words[1], "strong", "right_text")
        painter.setPen(theme.current().color("text"))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, ":")
