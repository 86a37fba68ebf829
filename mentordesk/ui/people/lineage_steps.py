"""Where an arrow key leads in a lineage: to a mentor, a mentee, or the next one of the generation. Knows no widget."""

from PySide6.QtCore import Qt

from mentordesk.domain.lineage_layout import Box
from mentordesk.ui.people.lineage_drawing import Drawn


def step(drawn: Drawn, current: int, key: Qt.Key) -> int | None:
    """Who is reached from somebody: None where the key leads nowhere. Home is the person whose lineage it is."""
    boxes = drawn.layout.boxes
    here = boxes[current]
    if key == Qt.Key.Key_Home:
        return drawn.lineage.person_id
    if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        down = key == Qt.Key.Key_Down
        near = [box for box in boxes.values() if box.x == here.x and (box.y > here.y if down else box.y < here.y)]
        return _nearest(near, here)
    if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
        return _beside(drawn, here, right=key == Qt.Key.Key_Right)
    return None


def _beside(drawn: Drawn, here: Box, *, right: bool) -> int | None:
    """Somebody tied to this one on that side; nobody tied there: the nearest box of the next column."""
    tied = {
        tie.mentee_id if tie.mentor_id == here.person_id else tie.mentor_id
        for tie in drawn.lineage.ties
        if here.person_id in tie.key
    }
    beyond = [box for box in drawn.layout.boxes.values() if (box.x > here.x if right else box.x < here.x)]
    next_ = min((abs(box.x - here.x) for box in beyond), default=0.0)
    column = [box for box in beyond if abs(box.x - here.x) == next_]
    return _nearest([box for box in beyond if box.person_id in tied] or column, here)


def _nearest(boxes: list[Box], here: Box) -> int | None:
    best = min(boxes, key=lambda box: (abs(box.x - here.x), abs(box.y - here.y), box.y), default=None)
    return best.person_id if best else None
