"""A label of one line, or of so many, that ends in … where there is no room, and then has its text as its tool tip."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from mentordesk.ui import theme
from mentordesk.ui.widgets import painting


class ElidedLabel(QLabel):
    """Takes the width it gets; a `snug` one never more than its text. `style` and `token` as in painting.text."""

    def __init__(
        self,
        text: str = "",
        style: str = "body",
        token: str = "text",
        *,
        align: str = "left",
        snug: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._style, self._token, self._align, self._short = style, token, align, ""
        self._kept = ""
        self._lines = 1
        policy = QSizePolicy.Policy.Maximum if snug else QSizePolicy.Policy.Ignored
        self.setSizePolicy(policy, QSizePolicy.Policy.Fixed)
        theme.look.changed.connect(self.updateGeometry)

    def set_token(self, token: str) -> None:
        """Changes the color."""
        self._token = token
        self.update()

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setAccessibleName(text)
        self._show_tip()

    def set_lines(self, lines: int) -> None:
        """Takes the room of so many lines and breaks a longer text between words."""
        if lines != self._lines:
            self._lines = lines
            self._show_tip()
            self.updateGeometry()

    def set_short(self, words: str) -> None:
        """What stands in place of a text that does not fit, before it is cut."""
        self._short = words
        self.update()

    def set_kept(self, words: str) -> None:
        """The end of a text of one line that must not be cut: what stands before it is."""
        self._kept = words
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._needed(), self._lines * theme.current().line(self._style) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(20, self._needed()), self._lines * theme.current().line(self._style) + 2)

    def _needed(self) -> int:
        return round(painting.text_width(self.text(), self._style)) + 3

    def _show_tip(self) -> None:
        self.setToolTip(self.text() if self._needed() > self._lines * self.width() else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_tip()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            token = self._token if self.isEnabled() else "disabled"
            if self._lines > 1:
                painting.paragraph(painter, QRectF(self.rect()), self.text(), self._style, token)
                return
            if self._kept and not self._short:
                before = self.text().removesuffix(self._kept)
                painting.named(painter, QRectF(self.rect()), before, self._kept, self._style, token, self._align)
                return
            words = self._short if self._short and self._needed() > self.width() else self.text()
            painting.text(painter, QRectF(self.rect()), words, self._style, token, self._align)
        finally:
            painter.end()
