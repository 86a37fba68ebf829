"""The card “Lineage”: two generations back and two forward, and who brought whom together, in sentences."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout

from mentordesk.domain.introductions import sentences
from mentordesk.domain.people import first_name
from mentordesk.domain.wording import counted
from mentordesk.ui import theme
from mentordesk.ui.people.lineage_drawing import draw, sizes
from mentordesk.ui.people.lineage_view import LineageView
from mentordesk.ui.people.reading import CardSheet
from mentordesk.ui.widgets.elided_label import ElidedLabel
from mentordesk.ui.widgets.label import button, label, row

_HOW = "mentor on the left, mentee on the right"
_MOST_SENTENCES = 4


class _Strip(QScrollArea):
    """As high as the drawing; scrolls sideways only, and leaves the wheel to the card."""

    resized = Signal()

    def __init__(self, view: LineageView) -> None:
        super().__init__()
        self.view = view
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(view)
        self.viewport().setAutoFillBackground(False)
        view.setAutoFillBackground(False)

    def take_height(self) -> None:
        """The height of the drawing, and of the bar where it is wider than the room."""
        wide = self.view.sizeHint().width() > self.width()
        self.setFixedHeight(
            self.view.sizeHint().height() + (self.horizontalScrollBar().sizeHint().height() if wide else 0)
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 0)

    def sizeHint(self) -> QSize:
        return self.view.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.resized.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.angleDelta().x() and not event.angleDelta().y():
            super().wheelEvent(event)
        else:
            event.ignore()

    def show_person(self, person_id: int) -> None:
        """Scrolls to somebody's box."""
        if self.view.drawn is not None:
            middle = self.view.drawn.box(person_id).center().toPoint()
            self.ensureVisible(middle.x(), middle.y(), round(self.view.drawn.box(person_id).width() / 2) + 16, 0)


class LineageCard(QFrame):
    """Emits the person or the pair to open, and the wish for the large drawing."""

    person_opened = Signal(int)
    pair_opened = Signal(int)
    large_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self._sheet: CardSheet | None = None
        self.facts = ElidedLabel("", "caption", "text2")
        self.large = button("Open large", "link", on_click=self.large_asked.emit)
        self.large.setAccessibleName("Open the lineage large")
        self.view = LineageView()
        self.strip = _Strip(self.view)
        self.nothing = label("", "body", "text3", wrap=True)
        self.more = button("", "link", on_click=self.large_asked.emit)
        self.introduced = label("", "caption", "text2", wrap=True)
        self.view.person_opened.connect(self._on_opened)
        self.view.pair_opened.connect(self.pair_opened)
        self.view.moved.connect(self.strip.show_person)
        self.strip.resized.connect(self._lay_out)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(16, 10, 16, 12)
        inside.setSpacing(6)
        line = row(label("Lineage", "section"), self.facts, self.large, gap=10)
        line.setStretch(1, 1)
        inside.addLayout(line)
        for part in (self.strip, self.nothing):
            inside.addWidget(part)
        inside.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addWidget(self.introduced)
        theme.look.changed.connect(self._lay_out)

    def show_sheet(self, sheet: CardSheet) -> None:
        """Shows another person, or the same one newly read."""
        self._sheet = sheet
        lineage, name = sheet.lineage, first_name(sheet.card.row.name)
        tied = bool(lineage.ties)
        self._lay_out()
        facts = self.view.drawn.sentence() if self.view.drawn else ""
        self.facts.setText(f"{_HOW}. {facts}" if tied else "")
        for part in (self.strip, self.large):
            part.setVisible(tied)
        self.nothing.setVisible(not tied)
        self.nothing.setText(f"{name} has neither a mentor nor a mentee yet.")
        self.more.setVisible(bool(lineage.left_out))
        self.more.setText(
            f"{counted(lineage.left_out, 'more person')}".replace("persons", "people") + " in the large drawing"
        )
        self.introduced.setText(self._sentences(sheet))
        self.introduced.setVisible(bool(self.introduced.text()))

    def _sentences(self, sheet: CardSheet) -> str:
        person_id = sheet.card.row.id
        mentors = frozenset(tie.mentor_id for tie in sheet.lineage.ties if tie.mentee_id == person_id)
        found = sentences(sheet.introductions, person_id, mentors)
        more = f" And {len(found) - _MOST_SENTENCES} more below." if len(found) > _MOST_SENTENCES else ""
        return " ".join(found[:_MOST_SENTENCES]) + more

    def _lay_out(self) -> None:
        """Boxes as wide as the room allows."""
        if self._sheet is None:
            return
        lineage = self._sheet.lineage
        drawn = draw(lineage, sizes())
        columns = len({box.x for box in drawn.layout.boxes.values()})
        room = self.strip.viewport().width()
        self.view.show_drawn(draw(lineage, sizes(room, max(columns, 4))))
        self.strip.take_height()
        self.strip.show_person(lineage.person_id)

    def _on_opened(self, person_id: int) -> None:
        if self._sheet is not None and person_id != self._sheet.card.row.id:
            self.person_opened.emit(person_id)
