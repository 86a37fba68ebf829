"""Where the parts of the Matching page stand: three columns; under 1,400 px what counts is a drawer; in a small window
or in large type why stands below the table. Knows what the parts are for, not what they show."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from mentordesk.ui import reading_order, theme
from mentordesk.ui.matching.unmatched_card import UnmatchedCard
from mentordesk.ui.widgets.label import icon_button, label, row

COUNTS, WHY = 238, 316
"""The widths of the outer columns in pixels at 10 pt."""
_CENTER = 560
_LEAST_WHY = 250
_BELOW = 236
"""The height of what stands below the table in a small window."""
GAP, _EDGES = 12, 48
"""Between the columns, and the margins of the page on both sides together."""


class Drawer(QFrame):
    """Lies over the left of `host`, from top to bottom; Esc, its cross and a click beside it close it."""

    closed = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self.setProperty("card", True)
        self.setProperty("region", True)
        self.setAccessibleName("What counts")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.close_button = icon_button("close", "Close what counts (Esc)", self.close_drawer)
        self.inside = QVBoxLayout(self)
        self.inside.setContentsMargins(8, 8, 8, 8)
        self.inside.setSpacing(4)
        self.inside.addLayout(row(label("", "section"), None, self.close_button))
        QShortcut(
            QKeySequence(Qt.Key.Key_Escape),
            self,
            self.close_drawer,
            context=Qt.ShortcutContext.WidgetWithChildrenShortcut,
        )
        host.installEventFilter(self)
        self.hide()

    def open_drawer(self) -> None:
        self._place()
        self.show()
        self.raise_()
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_drawer(self) -> None:
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab stays inside: what is below the drawer is not seen."""
        return reading_order.step(self, next) or super().focusNextPrevChild(next)

    def _place(self) -> None:
        wide = min(theme.current().wide(COUNTS + 90), self._host.width() - 40)
        self.setGeometry(QRect(0, 0, wide, self._host.height()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        elif event.type() == QEvent.Type.MouseButtonPress and self.isVisible():
            self.close_drawer()
        return super().eventFilter(watched, event)


class Arrangement(QWidget):
    """`counts`, `center` (the table), `unmatched` and `why` are laid out for the width of the window."""

    drawer_wanted = Signal(bool)
    """Whether what counts is a drawer, and so needs a button."""

    def __init__(self, counts: QWidget, center: QWidget, unmatched: UnmatchedCard, why: QWidget, host: QWidget) -> None:
        super().__init__()
        self._counts, self._center, self._unmatched, self._why = counts, center, unmatched, why
        self.narrow = self.drawn = False
        self._sizes: list[int] = []
        self._page = 0
        self.drawer = Drawer(host)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setProperty("cards", True)
        self.splitter.setHandleWidth(GAP)
        self.bottom = QHBoxLayout()
        self.bottom.setSpacing(GAP)
        self.bottom.addWidget(unmatched, 1)
        self._middle = QWidget()
        inside = QVBoxLayout(self._middle)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(GAP)
        inside.addWidget(center, 1)
        inside.addLayout(self.bottom)
        for part in (counts, self._middle, why):
            self.splitter.addWidget(part)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.splitter, 1)
        self.splitter.splitterMoved.connect(self._on_moved)

    def read_as(self) -> list[QWidget]:
        """Why comes after the pairs it explains: on the way to it nobody without a pair is chosen instead."""
        return [*([] if self.drawn else [self._counts]), self._center, self._why, self._unmatched]

    def fit(self, window: int, page: int) -> None:
        """For the width of the window, and that of the page in it."""
        look = theme.current()
        self._page = page
        narrow = window < 1180 or page < look.wide(_CENTER + _LEAST_WHY) + GAP + _EDGES
        drawn = narrow or page < look.wide(COUNTS + _CENTER + WHY) + 2 * GAP + _EDGES
        if narrow != self.narrow:
            self._put_why(narrow)
        if drawn != self.drawn:
            self._put_counts(drawn)
        QTimer.singleShot(0, self, self._share)

    def show_parts(self, *, counts: bool, pairs: bool) -> None:
        """What counts is hidden where nothing can be set; the outer parts where there are no pairs yet."""
        self._counts.setVisible(counts)
        if not counts:
            self.drawer.close_drawer()
        self._why.setVisible(pairs)
        self._unmatched.setVisible(pairs)

    def _put_why(self, below: bool) -> None:
        self.narrow = below
        if below:
            self.bottom.addWidget(self._why, 2)
        else:
            self.bottom.removeWidget(self._why)
            self.splitter.addWidget(self._why)
        height = theme.current().wide(_BELOW) if below else 16_777_215
        self._why.setMaximumHeight(height)
        self._unmatched.take_height(below)
        self._unmatched.setMaximumHeight(height)

    def _put_counts(self, drawn: bool) -> None:
        self.drawn = drawn
        if drawn:
            self.drawer.inside.addWidget(self._counts, 1)
        else:
            self.drawer.hide()
            self.drawer.inside.removeWidget(self._counts)
            self.splitter.insertWidget(0, self._counts)
        self.drawer_wanted.emit(drawn)

    def _share(self) -> None:
        """The outer columns keep their widths, or what the coordinator gave them; in large type why makes room for the
        table before that scrolls sideways."""
        look = theme.current()
        self._why.setMinimumWidth(look.wide(_LEAST_WHY))
        self._counts.setMinimumWidth(look.wide(200))
        outer = self._sizes or [look.wide(COUNTS), look.wide(WHY)]
        sizes = [] if self.drawn else [outer[0]]
        room = self._page - _EDGES - sum(sizes) - GAP * (len(sizes) + (not self.narrow))
        last = [] if self.narrow else [max(look.wide(_LEAST_WHY), min(outer[1], room - look.wide(_CENTER)))]
        center = max(room - sum(last), 200)
        self.splitter.setSizes([*sizes, center, *last])
        at = self.splitter.indexOf(self._middle)
        for number in range(self.splitter.count()):
            self.splitter.setStretchFactor(number, 1 if number == at else 0)

    def _on_moved(self, _at: int, _index: int) -> None:
        look, sizes = theme.current(), self.splitter.sizes()
        before = self._sizes or [look.wide(COUNTS), look.wide(WHY)]
        self._sizes = [before[0] if self.drawn else sizes[0], before[1] if self.narrow else sizes[-1]]

    def state(self) -> list[int]:
        """The widths of the outer columns; empty as they come."""
        return self._sizes

    def restore_state(self, sizes: object) -> None:
        if isinstance(sizes, list) and len(sizes) == 2 and all(isinstance(each, int) for each in sizes):
            self._sizes = sizes
