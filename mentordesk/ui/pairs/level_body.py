"""A body that scrolls whose content ends where the lines above it end, whether or not it has a scroll bar now."""

from PySide6.QtCore import QEvent, QObject

from mentordesk.ui.widgets.page_body import PageBody


class LevelBody(PageBody):
    """The bar lies in the margin at the right; without one the margin is whole."""

    def __init__(self, gap: int = 8) -> None:
        super().__init__(margin=24, gap=gap)
        self._margins = (24, 14, 24, 14)
        self.verticalScrollBar().installEventFilter(self)
        self._apply()

    def set_margins(self, side: int, top: int, bottom: int) -> None:
        """The room around the content, in pixels."""
        self._margins = (side, top, side, bottom)
        self._apply()

    def _apply(self) -> None:
        left, top, right, bottom = self._margins
        bar = self.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.isVisibleTo(self) else 0
        self.column.setContentsMargins(left, top, max(right - taken, 0), bottom)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._apply()
        return super().eventFilter(watched, event)
