"""Shows the page of a story before it is saved; saves it from here when both have agreed. Writes no file itself."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mentordesk.domain.story_document import StoryDocument
from mentordesk.exchange.story.looks import MARGIN_MM
from mentordesk.exchange.story.text import plain
from mentordesk.ui import theme
from mentordesk.ui.pairs.story_page import PAPER, WIDTH_POINTS, page
from mentordesk.ui.widgets.dialog import Dialog

_MARGIN_POINTS = MARGIN_MM / 25.4 * 72
_WHOLE_POINTS = WIDTH_POINTS + 2 * _MARGIN_POINTS
_RATIO = 297 / 210
_WIDTH = 660


class StorySheet(QWidget):
    """A white sheet with the story on it, scaled to its width and at least as high as the paper."""

    def __init__(self, document: StoryDocument) -> None:
        super().__init__()
        self._story = document
        self._scale = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(360)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Preview of the story")
        self.setAccessibleDescription(plain(document))
        self._lay(_WIDTH)

    def _lay(self, width: int) -> None:
        scale = width / _WHOLE_POINTS
        if abs(scale - self._scale) < 0.001:
            return
        self._scale = scale
        self.page = page(self._story, scale)
        room = self.page.size().height() + 2 * _MARGIN_POINTS * scale
        self.setFixedHeight(round(max(room, width * _RATIO)))

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay(self.width())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            painter.fillRect(self.rect(), QColor(PAPER))
            painter.setPen(theme.current().color("border_mid"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
            margin = _MARGIN_POINTS * self._scale
            painter.translate(margin, margin)
            self.page.drawContents(painter, QRectF(0, 0, self.page.size().width(), self.page.size().height()))
        finally:
            painter.end()


class StoryPreview(Dialog):
    """The whole page scrolls. `why_not` says why it may not be saved yet; "" where it may."""

    def __init__(
        self, document: StoryDocument, why_not: str, on_save: Callable[[], object], parent: QWidget | None
    ) -> None:
        super().__init__("How the page will look", parent, primary="Save as document…", cancel="Close", width=760)
        self._on_save = on_save
        self.sheet = StorySheet(document)
        self.body.addWidget(self.sheet)
        self.note.setText(why_not)
        self.primary.setEnabled(not why_not)
        self.primary.setToolTip(why_not)
        self.sheet.setFocus()

    def commit(self) -> bool:
        """Closes, and then asks for the file."""
        self._on_save()
        return True
