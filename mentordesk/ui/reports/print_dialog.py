"""The pages of a report as they will be printed, one at a time, and what is to be printed how. Prints nothing."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from mentordesk.ui import theme
from mentordesk.ui.reports.paper.drawing import picture
from mentordesk.ui.reports.paper.flow import PageSize, Paper
from mentordesk.ui.widgets.dialog import Dialog
from mentordesk.ui.widgets.drop_down import DropDown
from mentordesk.ui.widgets.form import FieldBox
from mentordesk.ui.widgets.label import icon_button, label, row

_WIDE, _HIGH = 940, 560
_EDGE = 12


class PageView(QWidget):
    """One page, as large as there is room. Emits `turned` with +1 or -1 for the wheel and the keys."""

    turned = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._paper: Paper | None = None
        self._number = 0
        self._picture: QImage | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Page")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(220)

    def sizeHint(self) -> QSize:
        look = theme.current()
        return QSize(look.wide(_WIDE), look.wide(_HIGH))

    def show_page(self, paper: Paper, number: int) -> None:
        """Show a page, counted from 0."""
        self._paper, self._number, self._picture = paper, number, None
        words = [mark.text for mark in paper.marks(number) if mark.kind == "text"]
        self.setAccessibleDescription(". ".join(words))
        self.update()

    def _place(self) -> QRectF:
        """Where the page lies: in the middle, whole."""
        assert self._paper is not None
        wide, high = self._paper.size.size
        room = QRectF(self.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        scale = min(room.width() / wide, room.height() / high)
        place = QRectF(0, 0, round(wide * scale), round(high * scale))
        place.moveCenter(room.center())
        return place

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            painter.fillRect(self.rect(), theme.current().color("rail"))
            if self._paper is None:
                return
            place = self._place()
            ratio = self.devicePixelRatioF()
            if self._picture is None or self._picture.width() != round(place.width() * ratio):
                self._picture = picture(self._paper, self._number, round(place.width()), ratio)
            painter.fillRect(place.adjusted(-1, -1, 1, 1), theme.current().color("border_mid"))
            painter.drawImage(place, self._picture)
            if self.hasFocus():
                painter.setPen(QPen(theme.current().color("accent"), 2))
                painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        finally:
            painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {
            Qt.Key.Key_PageDown: 1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageUp: -1,
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Up: -1,
        }.get(Qt.Key(event.key()), 0)
        if step:
            self.turned.emit(step)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.angleDelta().y():
            self.turned.emit(-1 if event.angleDelta().y() > 0 else 1)


class PrintDialog(Dialog):
    """Emits `changed` where other pages are wanted, `print_asked` and `pdf_asked` with the paper that is shown."""

    changed = Signal()
    print_asked = Signal(object)
    pdf_asked = Signal(object)

    def __init__(self, parent: QWidget, sheet: str, sheets: int, size: PageSize) -> None:
        super().__init__("Print", parent, primary="Print…", width=_WIDE + 60)
        self._paper: Paper | None = None
        self._number = 0
        whole = [(True, f"Whole report, {sheets} sheets")] if sheets > 1 else []
        self.what = DropDown([(False, f"This sheet: {sheet}"), *whole], "What to print")
        self.way = DropDown([(False, "Landscape"), (True, "Portrait")], "Orientation")
        self.kind = DropDown([(False, "A4"), (True, "Letter")], "Paper")
        self.kind.choose(size.letter)
        self.view = PageView()
        self.back = icon_button("chevron-left", "Previous page", lambda: self.turn(-1))
        self.on = icon_button("chevron-right", "Next page", lambda: self.turn(1))
        self.place = label("", "body", "text2")
        self.pdf = self.add_alternative("Save as PDF…", self._on_pdf)
        self._kept = self._choices()
        self._lay_out_pages()
        for choice in (self.what, self.way, self.kind):
            choice.chosen.connect(lambda _key: self.changed.emit())
        self.view.turned.connect(self.turn)

    def _lay_out_pages(self) -> None:
        boxes = (FieldBox("Print", self.what), FieldBox("Orientation", self.way), FieldBox("Paper", self.kind))
        self.body.addLayout(row(*boxes, None, gap=12))
        self.body.addWidget(self.view, 1)
        self.body.addLayout(row(None, self.back, self.place, self.on, None, gap=8))

    def whole(self) -> bool:
        """Whether all sheets are wanted."""
        return bool(self.what.choice())

    def page_size(self) -> PageSize:
        return PageSize(bool(self.kind.choice()), bool(self.way.choice()))

    def _choices(self) -> tuple[bool, bool, bool]:
        return bool(self.what.choice()), bool(self.way.choice()), bool(self.kind.choice())

    def show_paper(self, paper: Paper) -> None:
        """Other pages; the first one is shown."""
        self._paper, self._kept = paper, self._choices()
        self._number = 0
        self._show()

    def take_back(self) -> None:
        """What was chosen last could not be laid out: the choices are again those of the pages on screen."""
        for choice, key in zip((self.what, self.way, self.kind), self._kept, strict=True):
            choice.choose(key)

    def turn(self, step: int) -> None:
        """Some pages on or back."""
        if self._paper is not None:
            self._number = max(0, min(self._number + step, len(self._paper.pages) - 1))
            self._show()

    def _show(self) -> None:
        assert self._paper is not None
        pages = len(self._paper.pages)
        self.view.show_page(self._paper, self._number)
        self.place.setText(f"Page {self._number + 1:,} of {pages:,}")
        self.back.setEnabled(self._number > 0)
        self.on.setEnabled(self._number < pages - 1)

    def commit(self) -> bool:
        self.print_asked.emit(self._paper)
        return False

    def _on_pdf(self) -> None:
        self.pdf_asked.emit(self._paper)
