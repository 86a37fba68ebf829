"""The whole family of a lineage in a window of its own: dragged, scrolled, zoomed, saved as a picture."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QDialog, QFrame, QMenu, QScrollArea, QVBoxLayout, QWidget

from mentordesk.domain.errors import UserError
from mentordesk.domain.wording import counted
from mentordesk.ui import file_choice
from mentordesk.ui.jobs import Job
from mentordesk.ui.people import lineage_picture
from mentordesk.ui.people.lineage_drawing import Drawn, sizes
from mentordesk.ui.people.lineage_view import LineageView
from mentordesk.ui.people.reading import read_family
from mentordesk.ui.widgets.elided_label import ElidedLabel
from mentordesk.ui.widgets.label import button, icon_button, label, row
from mentordesk.ui.workplace import Workplace

ZOOMS = (0.25, 0.35, 0.5, 0.65, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
_STEP = 60
_HINT = "Drag or scroll to move, Ctrl and wheel to zoom. Arrows go from person to person, with Shift they move the view"
_KINDS = {".png": "Pictures (*.png)", ".svg": "Drawings (*.svg)"}
_PANS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


class _Canvas(QScrollArea):
    """Leaves all keys to the window; the wheel with Ctrl zooms where the pointer is."""

    zoomed = Signal(int, QPoint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(1 if event.angleDelta().y() > 0 else -1, event.position().toPoint())
        else:
            super().wheelEvent(event)


class LineageWindow(QDialog):
    """Reads its people when it opens; opening one of them closes it."""

    person_opened = Signal(int)
    pair_opened = Signal(int)

    def __init__(self, workplace: Workplace, parent: QWidget, person_id: int, name: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setWindowTitle(f"Lineage of {name}")
        self._workplace, self._name = workplace, name
        self._job: Job | None = None
        self.facts = ElidedLabel("Reading…", "caption", "text2")
        self.view = LineageView()
        self.area = _Canvas()
        self.area.setWidget(self.view)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for each in (self.area.viewport(), self.view):
            each.setAutoFillBackground(False)
        self.note = ElidedLabel(_HINT, "caption", "text2")
        self._make_buttons()
        self._lay_out()
        self._listen()
        window = parent.window().size()
        self.resize(window.width() * 92 // 100, window.height() * 90 // 100)
        workplace.read(self, read_family, person_id, sizes(), then=self._show, slot="family")

    def _make_buttons(self) -> None:
        self.smaller = icon_button("minus", "Smaller (−)", lambda: self.step_zoom(-1), framed=True)
        self.percent = button("100 %", on_click=lambda: self.zoom_to(1.0), tip="Show at its own size (0)")
        self.larger = icon_button("plus", "Larger (+)", lambda: self.step_zoom(1), framed=True)
        self.whole = button("Show all", on_click=self.show_all, tip="As large as fits (F)")
        self.export = button("Save as picture", icon="export")
        menu = QMenu(self.export)
        menu.addAction("Picture (PNG)…", lambda: self.save(".png"))
        menu.addAction("Drawing (SVG)…", lambda: self.save(".svg"))
        self.export.setMenu(menu)
        self.close_ = button("Close", on_click=self.reject)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(label(f"Lineage of {self._name}", "section", wrap=True))
        words.addWidget(self.facts)
        head = row(self.smaller, self.percent, self.larger, self.whole, self.export, self.close_)
        head.insertLayout(0, words, 1)
        frame = QFrame()
        frame.setProperty("card", True)
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(8, 8, 8, 8)
        inside.addWidget(self.area)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 14, 20, 12)
        whole.setSpacing(8)
        whole.addLayout(head)
        whole.addWidget(frame, 1)
        whole.addWidget(self.note)

    def _listen(self) -> None:
        self.view.person_opened.connect(self._open_person)
        self.view.pair_opened.connect(self._open_pair)
        self.view.moved.connect(self.show_person)
        self.area.zoomed.connect(self.step_zoom)
        self.view.dragged.connect(lambda way: self.pan(-way.x(), -way.y()))

    def _show(self, drawn: Drawn) -> None:
        self.view.show_drawn(drawn)
        count = len(drawn.people)
        people = "1 person" if count == 1 else f"{count} people"
        self.facts.setText(f"{people}, {counted(len(drawn.lineage.ties), 'tie')}. {drawn.sentence()}")
        self.zoom_to(max(0.65, min(1.0, self._fitting())))
        self.show_person(drawn.lineage.person_id)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # Moving and zooming

    def pan(self, across: int, down: int) -> None:
        """Moves the view by so many pixels."""
        for bar, way in ((self.area.horizontalScrollBar(), across), (self.area.verticalScrollBar(), down)):
            bar.setValue(bar.value() + way)

    def show_person(self, person_id: int) -> None:
        """Scrolls to somebody's box."""
        if self.view.drawn is not None:
            box = self.view.drawn.box(person_id)
            middle = box.center() * self.view.zoom
            room = (box.width() * self.view.zoom / 2 + 30, box.height() * self.view.zoom / 2 + 30)
            self.area.ensureVisible(round(middle.x()), round(middle.y()), round(room[0]), round(room[1]))

    def zoom_to(self, zoom: float, at: QPoint | None = None) -> None:
        """Zooms around a point of the viewport, around its middle unless told."""
        place = at or self.area.viewport().rect().center()
        before = self.view.mapFrom(self.area.viewport(), place) / self.view.zoom
        self.view.set_zoom(zoom)
        self.percent.setText(f"{round(zoom * 100)} %")
        self.smaller.setEnabled(zoom > ZOOMS[0])
        self.larger.setEnabled(zoom < ZOOMS[-1])
        after = self.view.mapTo(self.area.viewport(), before * zoom)
        self.pan(after.x() - place.x(), after.y() - place.y())

    def step_zoom(self, way: int, at: QPoint | None = None) -> None:
        """To the next larger size (1) or the next smaller one (-1)."""
        now = self.view.zoom
        beyond = [zoom for zoom in ZOOMS if (zoom > now + 0.01 if way > 0 else zoom < now - 0.01)]
        if beyond:
            self.zoom_to(beyond[0] if way > 0 else beyond[-1], at)

    def show_all(self) -> None:
        """As large as the whole fits, at most at its own size."""
        self.zoom_to(max(ZOOMS[0], min(1.0, self._fitting())))

    def _fitting(self) -> float:
        if self.view.drawn is None:
            return 1.0
        room = self.area.maximumViewportSize()
        return min(room.width() / max(self.view.drawn.width, 1), room.height() / max(self.view.drawn.height, 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.step_zoom(1)
        elif key in (Qt.Key.Key_Minus, Qt.Key.Key_Underscore):
            self.step_zoom(-1)
        elif key == Qt.Key.Key_0:
            self.zoom_to(1.0)
        elif key == Qt.Key.Key_F:
            self.show_all()
        elif key in _PANS and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            across, down = _PANS[key]
            self.pan(across * _STEP, down * _STEP)
        else:
            super().keyPressEvent(event)

    # Leading away

    def _open_person(self, person_id: int) -> None:
        self.accept()
        self.person_opened.emit(person_id)

    def _open_pair(self, pair_id: int) -> None:
        self.accept()
        self.pair_opened.emit(pair_id)

    # Picture

    def save(self, ending: str) -> None:
        """Asks where to, and writes the picture in a thread."""
        drawn, name = self.view.drawn, f"Lineage of {self._name}{ending}"
        if drawn is None or self._job is not None:
            return
        path = file_choice.save_file(
            self, self._workplace.settings, "pictures", "Save the lineage as a picture", _KINDS[ending], name
        )
        if path is None:
            return
        self.note.setText("Saving the picture…")
        self.export.setEnabled(False)
        self._job = Job(lambda _progress, _cancelled: lineage_picture.save(drawn, path), self)
        self._job.finished.connect(self._on_saved)
        self._job.failed.connect(self._on_failed)
        self._job.start()

    def _end(self, note: str) -> None:
        self._job = None
        self.export.setEnabled(True)
        self.note.setText(note)

    def _on_saved(self, path: Path) -> None:
        self._end(f"Saved as {path.name}")
        folder = QUrl.fromLocalFile(str(path.parent))
        said = f"Picture saved as “{path.name}”"
        self._workplace.say(said, action="Open folder", on_action=lambda: QDesktopServices.openUrl(folder))

    def _on_failed(self, error: Any) -> None:
        self._end(error.sentence() if isinstance(error, UserError) else _HINT)
        if not isinstance(error, UserError):
            self._workplace.failed.emit(error)
