"""Saves a lineage as a picture: PNG with two pixels a point, or SVG. Knows no widget; runs in any thread."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from mentordesk.exchange.excel.target import replacing
from mentordesk.ui import theme
from mentordesk.ui.people.lineage_drawing import Drawn, paint
from mentordesk.ui.widgets import painting

SCALE = 2.0
_MOST_PIXELS = 60_000_000
"""A larger picture has fewer pixels a point: most programs cannot open it otherwise."""
_MARGIN = 24


def save(drawn: Drawn, path: Path) -> Path:
    """Write the picture; the ending decides which kind. Raises FileError where the file cannot be written."""
    with replacing(path, "picture") as file:
        file.write(_svg(drawn) if path.suffix.lower() == ".svg" else _png(drawn))
    return path


def _size(drawn: Drawn) -> QSize:
    words = max(painting.text_width(_title(drawn), "section"), painting.text_width(drawn.sentence(), "caption"))
    return QSize(round(max(drawn.width, words)) + 2 * _MARGIN, round(drawn.height) + _head() + 2 * _MARGIN)


def _head() -> int:
    look = theme.current()
    return look.line("section") + look.line("caption") + 16


def _title(drawn: Drawn) -> str:
    return f"Lineage of {drawn.people[drawn.lineage.person_id].name}"


def _png(drawn: Drawn) -> bytes:
    size = _size(drawn)
    scale = min(SCALE, (_MOST_PIXELS / (size.width() * size.height())) ** 0.5)
    image = QImage(size * scale, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    painter = QPainter(image)
    _paint(painter, drawn)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(data.data())


def _svg(drawn: Drawn) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(_size(drawn))
    generator.setViewBox(QRectF(0, 0, _size(drawn).width(), _size(drawn).height()))
    generator.setTitle(_title(drawn))
    generator.setDescription(drawn.sentence())
    _paint(QPainter(generator), drawn)
    return bytes(data.data())


def _paint(painter: QPainter, drawn: Drawn) -> None:
    look, size = theme.current(), _size(drawn)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, 0, size.width(), size.height()), look.color("surface"))
        title, caption = look.line("section"), look.line("caption")
        room = QRectF(_MARGIN, _MARGIN, size.width() - 2 * _MARGIN + 2, title)
        painting.text(painter, room, _title(drawn), "section")
        painting.text(
            painter, QRectF(room.left(), room.bottom() + 2, room.width(), caption), drawn.sentence(), "caption", "text2"
        )
        painter.translate(_MARGIN, _MARGIN + _head())
        paint(painter, drawn)
    finally:
        painter.end()
