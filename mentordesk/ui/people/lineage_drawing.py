"""How a lineage is painted: boxes with names, lines with arrows and years. Knows no widget: also for pictures."""

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from mentordesk.domain import lineage as words
from mentordesk.domain.lineage import Lineage, LineagePerson, LineageTie
from mentordesk.domain.lineage_labels import Label, labels
from mentordesk.domain.lineage_layout import Layout, Line, Measures, arrange
from mentordesk.ui import theme
from mentordesk.ui.widgets import painting

_PAD = 7.0
_ARROW = 7.0
_NEAR = 5.0
_BOX = 136.0
_SIDE = 3.0
"""Room at both sides for the ring of the keyboard."""


@dataclass(frozen=True)
class Drawn:
    """A lineage laid out with its words; `margin` is around it, for the words of the outer lines."""

    lineage: Lineage
    layout: Layout
    labels: tuple[Label, ...]
    margin: float
    people: dict[int, LineagePerson]

    @property
    def width(self) -> float:
        return max([self.layout.width, *(label.rect.right for label in self.labels)]) + 2 * _SIDE

    @property
    def height(self) -> float:
        return self.layout.height + 2 * self.margin

    def box(self, person_id: int) -> QRectF:
        """Where somebody's box is in the drawing."""
        box = self.layout.boxes[person_id]
        return QRectF(box.x + _SIDE, box.y + self.margin, box.width, box.height)

    def points(self, line: Line) -> list[QPointF]:
        """The corners of a line in the drawing."""
        return [QPointF(x + _SIDE, y + self.margin) for x, y in line.points]

    def person_at(self, place: QPointF) -> int | None:
        """Whose box a point is in."""
        return next((person for person in self.layout.boxes if self.box(person).contains(place)), None)

    def tie_at(self, place: QPointF) -> LineageTie | None:
        """The tie whose line or words a point is near to."""
        moved = QPointF(place.x() - _SIDE, place.y() - self.margin)
        for label in self.labels:
            if _rect(label).contains(moved):
                return label.tie
        return next((line.tie for line in self.layout.lines if _is_near(self.points(line), place)), None)

    def sentence(self) -> str:
        return words.sentence(self.lineage)


def _rect(label: Label) -> QRectF:
    rect = label.rect
    return QRectF(rect.left, rect.top, rect.right - rect.left, rect.bottom - rect.top)


def _is_near(points: list[QPointF], place: QPointF) -> bool:
    return any(
        QRectF(a, b).normalized().adjusted(-_NEAR, -_NEAR, _NEAR, _NEAR).contains(place) for a, b in pairwise(points)
    )


def sizes(room: float = 0.0, columns: int = 0) -> Measures:
    """The sizes for the type on screen; boxes as wide as a room in pixels allows for so many generations."""
    look = theme.current()
    gap = max(30.0, painting.text_width("2025", "caption") + 3)
    usual, least, most = look.wide(_BOX), look.wide(112), look.wide(164)
    width = float(usual)
    if columns:
        width = min(float(most), max(float(least), (room - 2 * _SIDE - (columns - 1) * gap) // columns))
    return Measures(width, look.line("strong") + look.line("caption") + 11.0, gap, 18.0)


def draw(lineage: Lineage, measures: Measures) -> Drawn:
    """Lays a lineage out. Touches no widget: a large one is laid out in the reader's thread."""
    layout = arrange(lineage, measures)
    height = float(theme.current().line("caption"))
    found = labels(layout, lineage.names, lambda text: painting.text_width(text, "caption"), height)
    over = max([0.0, *(-label.rect.top for label in found), *(label.rect.bottom - layout.height for label in found)])
    return Drawn(lineage, layout, found, over + 4, {person.id: person for person in lineage.people})


def paint(
    painter: QPainter,
    drawn: Drawn,
    area: QRectF | None = None,
    *,
    current: int | None = None,
    hovered: int | None = None,
) -> None:
    """Everything that lies in the area, or all. `current` has the ring of the keyboard."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shown = area or QRectF(0, 0, drawn.width, drawn.height)
    for line in drawn.layout.lines:
        _paint_line(painter, drawn.points(line), shown)
    for label in drawn.labels:
        rect = _rect(label).translated(QPointF(_SIDE, drawn.margin))
        if rect.intersects(shown):
            if label.over:
                painter.fillRect(rect, theme.current().color("surface"))
            painting.text(painter, rect.adjusted(0, 0, 2, 0), label.words, "caption", "text2")
    for line in drawn.layout.lines:
        _paint_arrow(painter, drawn.points(line), line.tie.closes)
    for person_id, person in drawn.people.items():
        box = drawn.box(person_id)
        if box.adjusted(-4, -4, 4, 4).intersects(shown):
            own = person_id == drawn.lineage.person_id
            _paint_box(painter, box, person, own=own, hovered=person_id == hovered, current=person_id == current)


def _paint_line(painter: QPainter, points: list[QPointF], shown: QRectF) -> None:
    outline = QPolygonF(points)
    if not outline.boundingRect().adjusted(-2, -2, 2, 2).intersects(shown):
        return
    color = theme.current().color("border_strong")
    painter.setPen(QPen(color, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.MiterJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(outline)


def _paint_arrow(painter: QPainter, points: list[QPointF], back: bool) -> None:
    tip, sign = (points[0], 1) if back else (points[-1], -1)
    base = tip.x() + sign * _ARROW
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.current().color("border_strong"))
    painter.drawPolygon(QPolygonF([tip, QPointF(base, tip.y() - 3.5), QPointF(base, tip.y() + 3.5)]))


def _paint_box(
    painter: QPainter, box: QRectF, person: LineagePerson, *, own: bool, hovered: bool, current: bool
) -> None:
    look = theme.current()
    radius = look.radius("control")
    painter.setPen(QPen(look.color("accent" if own else "border_mid"), 1))
    painter.setBrush(look.color("accent" if own else "hover" if hovered else "surface"))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    inside = box.adjusted(_PAD, 4, 2 - _PAD, -4)
    name, caption = look.line("strong"), look.line("caption")
    top = inside.center().y() - (name + (caption if person.caption else 0)) / 2
    painting.text(
        painter, QRectF(inside.left(), top, inside.width(), name), person.name, "strong", "on_accent" if own else "text"
    )
    below = QRectF(inside.left(), top + name, inside.width(), caption)
    painting.text(painter, below, person.caption, "caption", "on_accent" if own else "text2")
    if current:
        painter.setPen(QPen(look.color("text" if own else "accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(-2, -2, 2, 2), radius + 2, radius + 2)
