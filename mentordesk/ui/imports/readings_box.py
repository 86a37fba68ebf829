"""How the values of a file were read, a sentence each, and the scale of levels as a table. Knows no row."""

from itertools import groupby

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from mentordesk.exchange.roster.levels import LevelScale
from mentordesk.ui.widgets.label import column, icon_label, label, row

_LEAST_SENTENCE = 120


class ReadingsBox(QWidget):
    """Hidden where there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(7)
        self.levels = LevelTable()
        said = QVBoxLayout(self)
        said.setContentsMargins(15, 12, 15, 12)
        said.setSpacing(10)
        said.addWidget(label("How values were read", "small_title"))
        said.addLayout(self._lines)
        said.addWidget(self.levels)
        self.hide()

    def show_readings(
        self, sentences: tuple[str, ...], notes: tuple[str, ...] = (), scale: LevelScale | None = None
    ) -> None:
        """Sentences on the file itself come first."""
        while item := self._lines.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for note in notes:
            self._lines.addWidget(_reading(note, "info", "text2"))
        table = f": {scale.table()}" if scale is not None else ""
        for sentence in sentences:
            if sentence not in notes:
                said = sentence.replace(table, ", as the table below says") if table else sentence
                self._lines.addWidget(_reading(said, "check", "good"))
        self.levels.show_scale(scale)
        self.setVisible(bool(sentences or notes or scale))

    def sentences(self) -> list[str]:
        """What is said, from top to bottom."""
        return [found.text() for found in self.findChildren(_Sentence) if not found.isHidden()]


class LevelTable(QFrame):
    """Which grades of the file are which level: the coordinator agrees to it by going on."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "sunken")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(10, 6, 10, 6)
        self._grid.setHorizontalSpacing(4)
        self._grid.setVerticalSpacing(2)
        self.hide()

    def show_scale(self, scale: LevelScale | None) -> None:
        """The whole scale; None hides it."""
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.setVisible(scale is not None)
        if scale is None:
            return
        self.setAccessibleName(f"Levels: {scale.table()}")
        self._grid.addWidget(label("Grade", "caption", "text2"), 0, 0)
        self._grid.addWidget(label("Level", "caption", "text2"), 1, 0)
        for at, (level, group) in enumerate(groupby(range(1, scale.highest + 1), key=scale.level), 1):
            grades = list(group)
            shown = str(grades[0]) if len(grades) == 1 else f"{grades[0]}–{grades[-1]}"
            for line, words in enumerate((shown, str(level))):
                cell = label(words, "body" if line == 0 else "strong")
                cell.setAlignment(Qt.AlignmentFlag.AlignHCenter)
                self._grid.addWidget(cell, line, at)
            self._grid.setColumnStretch(at, 1)


class _Sentence(QLabel):
    """Wraps and asks for just the height it takes: a plain label asks for more, and the card scrolls for nothing."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    def sizeHint(self) -> QSize:
        return QSize(_LEAST_SENTENCE, self.heightForWidth(max(self.width(), _LEAST_SENTENCE)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()


def _reading(sentence: str, icon: str, token: str) -> QWidget:
    made = QWidget()
    tick = column(icon_label(icon, token, 14), None)
    tick.setContentsMargins(0, 2, 0, 0)
    inside = row(gap=8)
    inside.addLayout(tick)
    inside.addWidget(_Sentence(sentence), 1)
    made.setLayout(inside)
    return made
