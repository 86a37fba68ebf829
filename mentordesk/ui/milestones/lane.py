"""The time line beside a milestone: which days it shows and where, and how a row is drawn on it. Knows no model."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from mentordesk.domain.dates import add_months, month_name, short
from mentordesk.domain.milestones import MilestoneRow, MilestoneState
from mentordesk.domain.wording import counted
from mentordesk.ui import theme
from mentordesk.ui.widgets import painting

WEEKS, WEEKS_NARROW = 11, 6
_BIG, _SMALL = 13.0, 9.0


@dataclass(frozen=True, slots=True)
class Lane:
    """So many weeks from a Monday. `place` tells it from those before (-1, -2) and after (1, 2) the one of today."""

    today: date
    weeks: int = WEEKS
    place: int = 0

    @property
    def first(self) -> date:
        monday = self.today - timedelta(days=self.today.weekday())
        return monday + timedelta(weeks=self.place * self.weeks - (self.weeks - 1) // 2)

    @property
    def after(self) -> date:
        """The first day that is not shown any more."""
        return self.first + timedelta(weeks=self.weeks)

    def at(self, place: int) -> "Lane":
        return Lane(self.today, self.weeks, place)

    def place_of(self, day: date) -> int:
        """The place of the lane that shows a day."""
        return (day - self.at(0).first).days // (7 * self.weeks)

    @property
    def title(self) -> str:
        """Its months, those left out of which hardly a week is shown: "May to July"."""
        first, last = self.first + timedelta(days=6), self.after - timedelta(days=7)
        year = "" if last.year == self.today.year else f" {last.year}"
        months = [month_name(day.month)[: 3 if year else None] for day in (first, last)]
        return f"{' to '.join(dict.fromkeys(months))}{year}"

    def x(self, day: date, room: QRectF) -> float:
        """Where a day is, in pixels; outside of `room` if it is not shown."""
        return room.left() + room.width() * (day - self.first).days / (7 * self.weeks)

    def mondays(self) -> list[date]:
        return [self.first + timedelta(weeks=week) for week in range(self.weeks)]

    def months(self) -> list[date]:
        """The days at which a month's name stands: the first day shown, then the first of each month."""
        starts = [add_months(self.first.replace(day=1), step) for step in range(1, self.weeks // 4 + 2)]
        return [self.first, *(start for start in starts if start < self.after)]


def words(row: MilestoneRow, today: date) -> str:
    """What the time line says of a milestone, beside its mark and to screen readers."""
    if row.state is MilestoneState.OVERDUE:
        return f"{row.days_late} d late"
    if row.state is MilestoneState.SKIPPED:
        return "skipped"
    if row.done_on is None:
        return short(row.due_on, today)
    late = f", {row.days_late} d late" if row.days_late > 0 else ""
    return f"{short(row.done_on, today)}{late}"


def sentence(row: MilestoneRow, today: date) -> str:
    """The tool tip: every date and note of a milestone in words."""
    due = f"due {short(row.due_on, today)}"
    said = {
        MilestoneState.OVERDUE: f"{counted(row.days_late, 'day')} overdue, was {due}",
        MilestoneState.SKIPPED: f"Skipped by agreement: {row.skip_reason}",
        MilestoneState.DONE: f"Done {short(row.done_on, today) if row.done_on else ''}, was {due}",
    }.get(row.state, f"D{due[1:]}")
    return f"{row.title}: {said}" + (f"\n{row.note}" if row.note else "")


def paint(painter: QPainter, cell: QRectF, lane: Lane, row: MilestoneRow, others: Sequence[MilestoneRow]) -> None:
    """The lane of a row: weeks, today, the pair's other milestones in small, this one with its words."""
    room = inside(cell)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    look = theme.current()
    for monday in lane.mondays():
        painter.fillRect(QRectF(round(lane.x(monday, room)), cell.top(), 1, cell.height()), look.color("grid"))
    now = lane.x(lane.today, room)
    if room.left() <= now <= room.right():
        painter.fillRect(QRectF(round(now), cell.top(), 1.5, cell.height() + 1), look.color("text"))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(cell)
    marks = {lane.x(_day(other), room): other for other in others if other.id != row.id}
    words_at = _place_of_words(lane, room, row, list(marks))
    for x, other in marks.items():
        if not _covers(words_at, [x]):
            _paint_other(painter, QPointF(x, room.center().y()), room, other)
    _paint_own(painter, lane, room, row)
    painting.text(painter, words_at, _said(lane, row), *_ink(row))


def inside(cell: QRectF) -> QRectF:
    """The part of the lane's column that days are laid out over."""
    return cell.adjusted(14, 0, -2, 0)


def _day(row: MilestoneRow) -> date:
    return row.done_on or row.due_on


def _paint_other(painter: QPainter, at: QPointF, room: QRectF, row: MilestoneRow) -> None:
    if room.left() <= at.x() <= room.right() and row.state is not MilestoneState.SKIPPED:
        diamond(painter, at, _SMALL, _plain(row.state))


def _plain(state: MilestoneState) -> str:
    """Of the other milestones of a pair only done and not done is told."""
    return {MilestoneState.DONE: "done", MilestoneState.OVERDUE: "overdue"}.get(state, "open")


def _paint_own(painter: QPainter, lane: Lane, room: QRectF, row: MilestoneRow) -> None:
    look = theme.current()
    x, now, y = lane.x(_day(row), room), lane.x(lane.today, room), room.center().y()
    if row.state is MilestoneState.OVERDUE:
        end = min(max(now, room.left()), room.right())
        bar = QRectF(QPointF(max(x, room.left() - 2), y - 5), QPointF(end, y + 5))
        if bar.width() > 0:
            painter.setPen(QPen(look.color("risk"), 1))
            painter.setBrush(look.color("risk_tint"))
            painter.drawRect(bar)
    elif row.state is MilestoneState.DUE and now < x:
        painter.setPen(QPen(look.color("watch"), 2, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(max(now + 2, room.left()), y), QPointF(min(x - 6, room.right()), y))
    if room.left() <= x <= room.right():
        _paint_mark(painter, QPointF(x, y), row.state)


def _paint_mark(painter: QPainter, at: QPointF, state: MilestoneState) -> None:
    if state is MilestoneState.SKIPPED:
        painting.text(painter, QRectF(at.x() - 10, at.y() - 10, 20, 20), "–", "strong", "text2", "center")
    else:
        kinds = {MilestoneState.OVERDUE: "overdue", MilestoneState.DUE: "due", MilestoneState.DONE: "done"}
        diamond(painter, at, _BIG, kinds.get(state, "open"))


def _ink(row: MilestoneRow) -> tuple[str, str]:
    return ("strong_caption", "risk_text") if row.state is MilestoneState.OVERDUE else ("caption", "text2")


def _said(lane: Lane, row: MilestoneRow) -> str:
    """The words, with an arrow to where the mark is when its day is not on screen."""
    said = words(row, lane.today)
    if _day(row) >= lane.after:
        return f"{said} ›"
    return f"‹ {said}" if _day(row) < lane.first and row.state is not MilestoneState.OVERDUE else said


def _place_of_words(lane: Lane, room: QRectF, row: MilestoneRow, marks: Sequence[float]) -> QRectF:
    """Behind the mark or its bar; before it where there is no room, or another mark would be covered."""
    mark, now = lane.x(_day(row), room), lane.x(lane.today, room)
    end = min(max(now, mark), room.right()) if row.state is MilestoneState.OVERDUE else mark
    width = painting.text_width(_said(lane, row), _ink(row)[0]) + 2
    gap = _BIG / 2 + 5
    behind = QRectF(max(end, room.left() - 10) + gap, room.top(), width, room.height())
    before = QRectF(min(mark - gap, room.right()) - width, room.top(), width, room.height())
    fits = before.left() >= room.left() and not _covers(before, marks)
    return before if behind.right() > room.right() or (_covers(behind, marks) and fits) else behind


def _covers(place: QRectF, marks: Sequence[float]) -> bool:
    return any(place.left() - _SMALL / 2 < x < place.right() + _SMALL / 2 for x in marks)


def diamond(painter: QPainter, at: QPointF, size: float, kind: str) -> None:
    """The mark of a milestone: overdue, due, done or open."""
    look = theme.current()
    fill, frame, wide = {
        "overdue": ("risk", "risk", 1.0),
        "due": ("watch_tint", "watch", 2.0),
        "done": ("good", "good", 1.0),
        "open": ("surface", "border_strong", 1.2),
    }[kind]
    half = size / 2
    corners = [QPointF(0, -half), QPointF(half, 0), QPointF(0, half), QPointF(-half, 0)]
    painter.setPen(QPen(QColor(look.color(frame)), wide))
    painter.setBrush(look.color(fill))
    painter.drawPolygon(QPolygonF([at + corner for corner in corners]))
