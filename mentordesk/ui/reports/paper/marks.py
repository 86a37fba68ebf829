"""What a page is drawn from: texts, areas and lines, in tenths of a point; and how much room a text needs."""

import threading
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication

UNIT = 10
"""Units in a point: type is set in whole units, so that a page looks the same on every screen and printer."""

# Paper is white in every theme: the light tokens of DESIGN section 2.
INK, INK2, ON_HEAD = "#1B2027", "#474E58", "#FFFFFF"
HEAD, ZEBRA, GRID, RULE, TILE = "#0E5E5A", "#F8F7F3", "#E9E6DF", "#878276", "#EDF4F2"
BARS = {"left": "#A9C4E6", "right": "#EBBE98"}
TONES = {"good": ("#DDF1E9", "#0F5F46"), "watch": ("#FBF0CC", "#6E5200"), "risk": ("#FBE4E7", "#9A1B2F")}
SERIES = {
    "left": "#2463B0",
    "right": "#C8611A",
    "s1": "#0E5E5A",
    "s2": "#4F9A94",
    "s3": "#9CCBC5",
    "s4": "#C3BDB0",
}

Align = Literal["left", "right", "center"]
_ACROSS = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "right": Qt.AlignmentFlag.AlignRight,
    "center": Qt.AlignmentFlag.AlignHCenter,
}


@dataclass(frozen=True, slots=True)
class Type:
    """A size in points, and whether it is bold."""

    size: float
    bold: bool = False


TITLE, HEADING, BODY, STRONG, SMALL = Type(16, True), Type(11, True), Type(9), Type(9, True), Type(8)


@dataclass(frozen=True, slots=True)
class Mark:
    """A text in its box, an area, or a line from one corner of its box to the other."""

    kind: Literal["text", "area", "line"]
    box: QRectF
    color: str = INK
    text: str = ""
    type: Type = BODY
    align: Align = "left"
    wrapped: bool = False
    dashed: bool = False

    def moved(self, down: float) -> "Mark":
        """The same mark further down the page."""
        box = self.box.translated(0, down)
        return Mark(self.kind, box, self.color, self.text, self.type, self.align, self.wrapped, self.dashed)

    @property
    def flags(self) -> Qt.AlignmentFlag | Qt.TextFlag:
        down = Qt.AlignmentFlag.AlignTop if self.wrapped else Qt.AlignmentFlag.AlignVCenter
        across = _ACROSS[self.align] | down
        return across | Qt.TextFlag.TextWordWrap if self.wrapped else across


def text(
    box: QRectF, words: str, type_: Type = BODY, color: str = INK, align: Align = "left", *, wrapped: bool = False
) -> Mark:
    """A text; in one line it is cut with an ellipsis where it does not fit."""
    return Mark("text", box, color, words, type_, align, wrapped)


def area(box: QRectF, color: str) -> Mark:
    return Mark("area", box, color)


def line(left: float, top: float, right: float, bottom: float, color: str = GRID, *, dashed: bool = False) -> Mark:
    return Mark("line", QRectF(left, top, right - left, bottom - top), color, dashed=dashed)


def font_of(type_: Type) -> QFont:
    """The font of the application in a size of the page."""
    font = QFont(QGuiApplication.font())
    font.setPixelSize(round(type_.size * UNIT))
    font.setBold(type_.bold)
    return font


@lru_cache(maxsize=64)
def _metrics(type_: Type, _family: str, _thread: int) -> QFontMetricsF:
    return QFontMetricsF(font_of(type_))


def metrics(type_: Type) -> QFontMetricsF:
    """How a type measures, one for each thread: fonts are not shared among them."""
    return _metrics(type_, QGuiApplication.font().family(), threading.get_ident())


def width_of(words: str, type_: Type = BODY) -> float:
    """How wide a text is in one line."""
    return metrics(type_).horizontalAdvance(words)


def height_of(words: str, width: float, type_: Type = BODY) -> float:
    """How high a text is, wrapped to a width; at least a line."""
    measure = metrics(type_)
    if not words:
        return measure.height()
    box = QRectF(0, 0, width, 1_000_000)
    return max(measure.height(), measure.boundingRect(box, int(Qt.TextFlag.TextWordWrap), words).height())
