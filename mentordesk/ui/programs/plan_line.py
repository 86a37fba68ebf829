"""The plan as a small time line: a dot for each step, drawn to scale. Not editable; a click selects the step."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from mentordesk.domain.programs import StepRow
from mentordesk.domain.wording import counted
from mentordesk.ui import theme
from mentordesk.ui.widgets import painting

_RADIUS = 6.0


class PlanLine(QWidget):
    """Filled is required, a ring is optional, the color of watch is changed, dashed is where it was before."""

    step_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: Sequence[StepRow] = ()
        self._former: dict[int, int] = {}
        self._selected = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        theme.look.changed.connect(self.updateGeometry)

    def show_plan(self, steps: Sequence[StepRow], former: dict[int, int]) -> None:
        """Shows these steps; `former` has the days that a changed one had."""
        self._steps, self._former = steps, former
        said = ", ".join(f"{step.title} after {counted(step.days_after, 'day')}" for step in steps)
        self.setAccessibleName(f"Plan from start to close: {said}" if said else "Plan without steps")
        self.update()

    def select(self, step_id: int) -> None:
        """Marks the step whose row has the focus."""
        self._selected = step_id
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, 2 * theme.current().line("caption") + 30)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    # Places

    def _last(self) -> int:
        days = [step.days_after for step in self._steps] + list(self._former.values())
        return max(days, default=0)

    def _x(self, days: int) -> float:
        room = self.width() - 2 * self._margin()
        return self._margin() + room * days / max(self._last(), 1)

    def _margin(self) -> float:
        return 36.0

    def _dot(self, days: int) -> QRectF:
        middle = self.height() / 2
        return QRectF(self._x(days) - _RADIUS, middle - _RADIUS, 2 * _RADIUS, 2 * _RADIUS)

    def step_at(self, place: QPointF) -> StepRow | None:
        """The step whose dot is nearest, at most 12 px away."""
        near = [(abs(self._x(step.days_after) - place.x()), at) for at, step in enumerate(self._steps)]
        distance, at = min(near, default=(99.0, 0))
        return self._steps[at] if distance <= 12 else None

    # Drawing

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self._steps:
                self._paint_line(painter)
        finally:
            painter.end()

    def _paint_line(self, painter: QPainter) -> None:
        look, middle = theme.current(), self.height() / 2
        painter.setPen(QPen(look.color("border_strong"), 1.5))
        painter.drawLine(QPointF(self._x(0), middle), QPointF(self._x(self._last()), middle))
        for days in self._former.values():
            painter.setPen(QPen(look.color("text3"), 1.2, Qt.PenStyle.DotLine))
            painter.setBrush(look.color("surface"))
            painter.drawEllipse(self._dot(days))
        for step in self._steps:
            self._paint_dot(painter, step)
        self._paint_names(painter)

    def _paint_dot(self, painter: QPainter, step: StepRow) -> None:
        look = theme.current()
        ink = look.color("watch" if step.id in self._former else "accent")
        painter.setPen(QPen(ink, 2))
        painter.setBrush(ink if step.required else look.color("surface"))
        painter.drawEllipse(self._dot(step.days_after).adjusted(1, 1, -1, -1))
        if step.id == self._selected:
            painter.setPen(QPen(look.color("text"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(self._dot(step.days_after).adjusted(-3, -3, 3, 3))

    def _paint_names(self, painter: QPainter) -> None:
        """Names below and above the line in turn; one that would run into its neighbor is left to the tool tip."""
        height = theme.current().line("caption")
        ends = {True: -1.0, False: -1.0}
        for at, step in enumerate(self._steps):
            width = painting.text_width(step.title, "caption") + 2
            left = min(max(0.0, self._x(step.days_after) - width / 2), self.width() - width)
            sides = (at % 2 == 0, at % 2 == 1)
            below = next((side for side in sides if left > ends[side]), None)
            if below is None or left < 0:
                continue
            ends[below] = left + width + 6
            top = self.height() / 2 + _RADIUS + 4 if below else self.height() / 2 - _RADIUS - 4 - height
            painting.text(painter, QRectF(left, top, width, height), step.title, "caption", "text2")

    # Mouse

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        step = self.step_at(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if step else Qt.CursorShape.ArrowCursor)
        if step is not None:
            words = f"{step.title}, {counted(step.days_after, 'day')} after the start"
            QToolTip.showText(event.globalPosition().toPoint(), words, self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        step = self.step_at(event.position())
        if step is not None:
            self.step_chosen.emit(step.id)
