"""Draws the pages of a report with a painter: on a picture for the preview, on a printer, in a PDF. Knows no report."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter, QPen

from mentordesk.domain.errors import CancelledError, FileError
from mentordesk.ui.reports.paper import marks
from mentordesk.ui.reports.paper.flow import PageSize, Paper
from mentordesk.ui.reports.paper.marks import UNIT, Mark

_HAIR = 0.6 * UNIT


def picture(paper: Paper, number: int, width: int, ratio: float = 1.0) -> QImage:
    """A page, counted from 0, as a picture so many pixels wide on a screen of this pixel ratio."""
    wide, high = paper.size.size
    made = QImage(round(width * ratio), round(width * ratio * high / wide), QImage.Format.Format_RGB32)
    made.fill(QColor("#FFFFFF"))
    painter = QPainter(made)
    try:
        draw(painter, paper.marks(number), made.width() / wide)
    finally:
        painter.end()
    made.setDevicePixelRatio(ratio)
    return made


def draw(painter: QPainter, page: Sequence[Mark], scale: float) -> None:
    """All marks of a page; `scale` is pixels in a unit."""
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(scale, scale)
    for mark in page:
        if mark.kind == "area":
            painter.fillRect(mark.box, QColor(mark.color))
        elif mark.kind == "line":
            style = Qt.PenStyle.DashLine if mark.dashed else Qt.PenStyle.SolidLine
            painter.setPen(QPen(QColor(mark.color), 1.5 * _HAIR if mark.dashed else _HAIR, style))
            painter.drawLine(mark.box.topLeft(), mark.box.bottomRight())
        else:
            _write(painter, mark)


def _write(painter: QPainter, mark: Mark) -> None:
    painter.setFont(marks.font_of(mark.type))
    painter.setPen(QColor(mark.color))
    words = mark.text
    if not mark.wrapped:
        one_line = " ".join(words.split("\n"))
        words = marks.metrics(mark.type).elidedText(one_line, Qt.TextElideMode.ElideRight, mark.box.width())
    painter.drawText(mark.box, int(mark.flags), words)


def layout_of(size: PageSize) -> QPageLayout:
    """The paper as a printer knows it, without margins of its own: the pages have theirs."""
    paper = QPageSize(QPageSize.PageSizeId.Letter if size.letter else QPageSize.PageSizeId.A4)
    way = QPageLayout.Orientation.Portrait if size.upright else QPageLayout.Orientation.Landscape
    return QPageLayout(paper, way, QMarginsF(0, 0, 0, 0))


def print_on(
    device: QPagedPaintDevice,
    paper: Paper,
    numbers: Sequence[int],
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> None:
    """The pages of these numbers, from 0, on a printer or in a PDF. Raises CancelledError, and FileError where the
    device cannot be drawn on."""
    painter = QPainter()
    if not painter.begin(device):
        raise FileError("The report was not printed: the printer or the file cannot be used.")
    try:
        _print(painter, device, paper, numbers, progress, cancelled)
    finally:
        painter.end()


def _print(
    painter: QPainter,
    device: QPagedPaintDevice,
    paper: Paper,
    numbers: Sequence[int],
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> None:
    area = QRectF(painter.viewport())
    whole = QSizeF(*paper.size.size)
    scale = min(area.width() / whole.width(), area.height() / whole.height())
    for done, number in enumerate(numbers):
        if cancelled():
            raise CancelledError
        progress(done, len(numbers))
        if done:
            device.newPage()
        painter.save()
        try:
            draw(painter, paper.marks(number), scale)
        finally:
            painter.restore()


def write_pdf(path: Path, paper: Paper, progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> None:
    """All pages as a PDF, written beside its place first: one that was there stays until the new one is whole."""
    draft = path.with_name(f".{path.name}.part")
    device = QPdfWriter(str(draft))
    device.setResolution(720)
    device.setPageLayout(layout_of(paper.size))
    device.setTitle(paper.title)
    device.setCreator("MentorDesk")
    try:
        print_on(device, paper, range(len(paper.pages)), progress, cancelled)
        draft.replace(path)
    except OSError as error:
        said = f"“{path.name}” was not saved: {error.strerror or error}."
        raise FileError(said, advice="Close it where it is open, or save under another name.") from error
    finally:
        draft.unlink(missing_ok=True)
