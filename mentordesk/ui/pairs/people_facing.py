"""The two people of a pair, facing each other: left at the left, right at the right, each opens their person."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentordesk.domain.cohorts import Role
from mentordesk.domain.pairs import PairRow
from mentordesk.domain.programs import Format
from mentordesk.domain.standing import Side
from mentordesk.ui import theme
from mentordesk.ui.widgets.avatar import Avatar
from mentordesk.ui.widgets.elided_label import ElidedLabel
from mentordesk.ui.widgets.label import icon_label
from mentordesk.ui.widgets.open_button import held


class PersonFace(QWidget):
    """One side: avatar, name, title, role and place. A click or Enter opens the person."""

    opened = Signal()

    def __init__(self, side: Side) -> None:
        super().__init__()
        align = side.value
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.avatar = Avatar("", side.value, 36)
        self.name = ElidedLabel("", "small_title", align=align)
        self.title = ElidedLabel("", "caption", "text2", align=align)
        self.place = ElidedLabel("", "caption", "text2", align=align)
        words = QVBoxLayout()
        words.setSpacing(0)
        for line in (self.name, self.title, self.place):
            words.addWidget(line)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(2, 2, 2, 2)
        inside.setSpacing(7)
        if side is Side.LEFT:
            inside.addWidget(self.avatar)
        inside.addLayout(words, 1)
        if side is Side.RIGHT:
            inside.addWidget(self.avatar)
        self._side = side

    def show_person(self, name: str, title: str, place: str) -> None:
        """Shows somebody else."""
        self.avatar.set_person(name, self._side.value)
        self.name.setText(name)
        self.title.setText(title)
        self.place.setText(place)
        self.setAccessibleName(", ".join(part for part in (name, title, place) if part))
        self.setToolTip(f"Open {name}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if held(event):
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.opened.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            try:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QPen(theme.current().color("accent"), 2))
                painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)
            finally:
                painter.end()


class FacingPeople(QWidget):
    """Emits the id of the person that was opened."""

    person_opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.left, self.right = PersonFace(Side.LEFT), PersonFace(Side.RIGHT)
        self._ids = (0, 0)
        self.left.opened.connect(lambda: self.person_opened.emit(self._ids[0]))
        self.right.opened.connect(lambda: self.person_opened.emit(self._ids[1]))
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        inside.addWidget(self.left, 1)
        inside.addWidget(icon_label("logo", "text2", 26))
        inside.addWidget(self.right, 1)

    def show_pair(self, row: PairRow, narrow: bool = False) -> None:
        """Shows another pair; a narrow pane leaves out role and place."""
        self._ids = (row.left_id, row.right_id)
        roles = (Role.PEER, Role.PEER) if row.format is Format.PEER else (Role.MENTOR, Role.MENTEE)
        people = ((row.left, row.left_title, row.left_location), (row.right, row.right_title, row.right_location))
        for face, (name, title, location), role in zip((self.left, self.right), people, roles, strict=True):
            face.show_person(name, title, ", ".join(part for part in (role.word, location) if part))
            face.title.setVisible(bool(title))
            face.place.setVisible(not narrow)
