"""A lineage on screen: arrows go from box to box, Enter or a click opens the person, Ctrl+T is the table of ties."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QMenu, QSizePolicy, QToolTip, QWidget

from mentordesk.domain import lineage as words
from mentordesk.domain.text import fold
from mentordesk.ui import icons
from mentordesk.ui.people.lineage_drawing import Drawn, paint
from mentordesk.ui.people.lineage_steps import step
from mentordesk.ui.widgets.chart import Chart
from mentordesk.ui.widgets.chart_table import ChartTable
from mentordesk.ui.widgets.open_button import held


class LineageView(Chart):
    """As large as its drawing at the zoom. Emits who is to be opened, a pair to be opened, where the keyboard is now,
    and by how much the drawing is dragged."""

    person_opened = Signal(int)
    pair_opened = Signal(int)
    moved = Signal(int)
    dragged = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Lineage", parent)
        self.drawn: Drawn | None = None
        self.zoom = 1.0
        self.current: int | None = None
        self._hovered: int | None = None
        self._pressed: QPointF | None = None
        self._dragging = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_drawn(self, drawn: Drawn) -> None:
        """Shows a lineage; the keyboard begins at its person."""
        self.drawn = drawn
        self.current = drawn.lineage.person_id
        self._hovered = None
        self.title = f"Lineage of {drawn.people[drawn.lineage.person_id].name}"
        self.setAccessibleName(self.title)
        self.say(drawn.sentence())
        self.fit()

    def set_zoom(self, zoom: float) -> None:
        """1 is the size of the type on screen."""
        self.zoom = zoom
        self.fit()

    def fit(self) -> None:
        """Takes the size of the drawing."""
        self.updateGeometry()
        self.resize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        if self.drawn is None:
            return QSize(0, 0)
        return QSize(round(self.drawn.width * self.zoom), round(self.drawn.height * self.zoom))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def table(self) -> ChartTable:
        """All ties: mentor, mentee, since when, whether they are still alive."""
        headings = ("Mentor", "Mentee", "Since", "Still alive", "Reverse")
        if self.drawn is None:
            return ChartTable(headings, ())
        names, ties = self.drawn.lineage.names, self.drawn.lineage.ties
        yes = {True: "yes", False: "no"}
        rows = ((names[t.mentor_id], names[t.mentee_id], t.year_text, yes[t.alive], yes[t.reverse]) for t in ties)
        return ChartTable(headings, tuple(rows))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ring of the keyboard is at a box, not around the whole."""
        if self.drawn is None:
            return
        painter = QPainter(self)
        try:
            painter.scale(self.zoom, self.zoom)
            seen = event.rect()
            area = QRectF(self._place(seen.topLeft().toPointF()), seen.size().toSizeF() / self.zoom)
            current = self.current if self.hasFocus() else None
            paint(painter, self.drawn, area, current=current, hovered=self._hovered)
        finally:
            painter.end()

    def _place(self, place: QPointF) -> QPointF:
        return QPointF(place.x() / self.zoom, place.y() / self.zoom)

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if held(event):
            return
        if self.drawn is None or self.current is None:
            super().keyPressEvent(event)
            return
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        target = step(self.drawn, self.current, Qt.Key(event.key())) if plain else None
        if target is not None:
            self.go_to(target)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.person_opened.emit(self.current)
        elif plain and event.text().strip().isalpha() and self._jump(event.text()):
            return
        else:
            super().keyPressEvent(event)

    def _jump(self, letter: str) -> bool:
        """To the next one whose name begins with the letter, in the order of names."""
        assert self.drawn is not None
        order = [person.id for person in sorted(self.drawn.people.values(), key=lambda each: fold(each.name))]
        after = order.index(self.current or order[0]) + 1
        hits = (
            each
            for each in order[after:] + order[:after]
            if fold(self.drawn.people[each].name).startswith(fold(letter))
        )
        found = next(hits, None)
        if found is not None:
            self.go_to(found)
        return found is not None

    def go_to(self, person_id: int) -> None:
        """Moves the keyboard to somebody and says who it is."""
        assert self.drawn is not None
        self.current = person_id
        self.say(words.person_sentence(self.drawn.lineage, person_id))
        self.moved.emit(person_id)
        self.update()

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._dragging = event.globalPosition(), False
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._drag(event.globalPosition())
            return
        place = self._place(event.position())
        over = self.drawn.person_at(place) if self.drawn else None
        on_line = self.drawn is not None and over is None and self.drawn.tie_at(place) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over or on_line else Qt.CursorShape.ArrowCursor)
        if over != self._hovered:
            self._hovered = over
            self.update()

    def _drag(self, place: QPointF) -> None:
        assert self._pressed is not None
        way = (place - self._pressed).toPoint()
        if self._dragging or way.manhattanLength() >= QApplication.startDragDistance():
            self._dragging = True
            self._pressed = place
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.dragged.emit(way)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if pressed is None or self._dragging or self.drawn is None:
            self.unsetCursor()
            return
        place = self._place(event.position())
        person, tie = self.drawn.person_at(place), self.drawn.tie_at(place)
        if person is not None:
            self.go_to(person)
            self.person_opened.emit(person)
        elif tie is not None:
            self.pair_opened.emit(tie.pair_ids[-1])

    def leaveEvent(self, _event: QEvent) -> None:
        self._hovered = None
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.tip_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def tip_at(self, place: QPointF) -> str:
        """What a place says under the pointer: the whole person, or the tie in a sentence."""
        if self.drawn is None:
            return ""
        person, tie = self.drawn.person_at(self._place(place)), self.drawn.tie_at(self._place(place))
        if person is not None:
            return words.person_sentence(self.drawn.lineage, person)
        return words.tie_sentence(tie, self.drawn.lineage.names) if tie else ""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.chart_menu()
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        place = self._place(QPointF(event.pos()))
        person = self.current if keyboard else self.drawn.person_at(place) if self.drawn else None
        tie = self.drawn.tie_at(place) if self.drawn and person is None else None
        self._add_opening(menu, person, tie.pair_ids[-1] if tie else None)
        menu.popup(event.globalPos())

    def _add_opening(self, menu: QMenu, person: int | None, pair: int | None) -> None:
        first = menu.actions()[0]
        if person is not None and self.drawn is not None:
            action = menu.addAction(icons.icon("people"), f"Open {self.drawn.people[person].name}")
            action.triggered.connect(lambda: self.person_opened.emit(person))
            menu.insertAction(first, action)
        elif pair is not None:
            action = menu.addAction(icons.icon("pairs"), "Open the pair", lambda: self.pair_opened.emit(pair))
            menu.insertAction(first, action)
