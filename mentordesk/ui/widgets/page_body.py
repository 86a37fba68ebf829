"""A body that scrolls when the window is too low for it, and never sideways."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget


class PageBody(QScrollArea):
    """`column` takes the content. `margin` is the page's 24 px; 0 inside cards, panes and dialogs."""

    def __init__(self, margin: int = 24, gap: int = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.content = QWidget()
        self.content.setProperty("body", True)
        self.column = QVBoxLayout(self.content)
        self.column.setContentsMargins(margin, margin and 16, margin, margin and 16)
        self.column.setSpacing(gap)
        self.setWidget(self.content)

    def sizeHint(self) -> QSize:
        """As large as its content: a dialog grows with it as far as the window allows."""
        hint = self.content.sizeHint()
        return QSize(hint.width() + self.verticalScrollBar().sizeHint().width(), hint.height() + 2)

    def height_for(self, width: int) -> int:
        """The height in pixels that the content needs at this width."""
        room = width - self.verticalScrollBar().sizeHint().width()
        wraps = self.column.hasHeightForWidth()
        return (self.column.heightForWidth(room) if wraps else self.content.sizeHint().height()) + 2

    def minimumSizeHint(self) -> QSize:
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self.content.minimumSizeHint().width() + bar, min(120, self.content.minimumSizeHint().height()))
