"""An item of a list at the side with a count at its right, an icon before it or a bar below. Knows no list."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QContextMenuEvent, QPainter
from PySide6.QtWidgets import QWidget

from mentordesk.ui import icons, theme
from mentordesk.ui.widgets import painting
from mentordesk.ui.widgets.side_list import SideItem

_ICON = 16


@dataclass(frozen=True)
class Entry:
    """What an item says. `share` 0 to 1 is the bar below, None for no bar; without `words` it is one line high."""

    id: Any
    title: str
    words: str = ""
    count: str = ""
    icon: str = ""
    share: float | None = None


class CountedItem(SideItem):
    """One entry of a GroupedList."""

    def __init__(self, entry: Entry, parent: QWidget | None = None) -> None:
        super().__init__(entry.title, entry.words, parent)
        self.show_entry(entry)

    def show_entry(self, entry: Entry) -> None:
        """Says something else in the same place."""
        self.entry, self.words = entry, entry.words
        self.setText(entry.title)
        parts = [part for part in (entry.title, entry.count, entry.words) if part]
        self.setAccessibleName(". ".join(parts))
        self.setToolTip("\n".join(parts))
        self.updateGeometry()
        self.update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The list answers: it knows what can be done."""
        event.ignore()

    def sizeHint(self) -> QSize:
        look = theme.current()
        height = look.line("strong") + 14
        if self.words:
            height += look.line("caption")
        return QSize(160, height + (14 if self.entry.share is not None else 0))

    def _paint_words(self, painter: QPainter, box: QRectF) -> None:
        words, title = self.words, self.text()
        look = theme.current()
        inner = box.adjusted(11, 6, -10, -6)
        if self.entry.icon:
            top = inner.top() + (look.line("strong") - _ICON) / 2
            icons.draw(painter, self.entry.icon, QRectF(inner.left(), top, _ICON, _ICON), "text2")
            inner.adjust(_ICON + 7, 0, 0, 0)
        first = QRectF(inner.left(), inner.top(), inner.width(), look.line("strong"))
        second = QRectF(inner.left(), first.bottom(), inner.width(), look.line("caption"))
        count = painting.text_width(self.entry.count, "strong_caption") + 8 if self.entry.count else 0.0
        style = "strong" if words else "body"
        # A name that would be cut beside its count has the line for itself: cohorts often differ in the last word.
        below = bool(words) and painting.text_width(title, style) > first.width() - count
        room = [first, second] if below else [first.adjusted(0, 0, -count, 0), second]
        painting.text(painter, room[0], title, style, "text" if words else "text2")
        painting.text(painter, second if below else first, self.entry.count, "strong_caption", "text2", "right")
        if words:
            painting.text(painter, second.adjusted(0, 0, -count if below else 0, 0), words, "caption", "text2")
        if self.entry.share is not None:
            track = QRectF(inner.left(), second.bottom() + 6, inner.width(), 6)
            painting.progress(painter, track, self.entry.share)
