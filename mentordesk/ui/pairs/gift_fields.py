"""Fields for what changed hands: who gave, what kind, how much, in a few words."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from mentordesk.domain.contacts import POINTS, ExchangeKind, GiftForm
from mentordesk.domain.people import first_name
from mentordesk.domain.standing import Side
from mentordesk.ui.widgets.drop_down import DropDown
from mentordesk.ui.widgets.label import button, label
from mentordesk.ui.widgets.segments import SegmentedControl

KINDS = [(kind, kind.word) for kind in ExchangeKind]
POINTS_TIP = ", ".join(f"{points}: {words}" for points, words in POINTS.items())


class PointsControl(SegmentedControl):
    """1, 2 or 3 points."""

    def __init__(self) -> None:
        super().__init__([(points, str(points)) for points in POINTS], "Points")
        self.setToolTip(POINTS_TIP)


class GiftFields(QWidget):
    """One gift of one side; without a kind there is none."""

    def __init__(self, side: Side) -> None:
        super().__init__()
        self.side = side
        self.giver = label("", "strong", side.value)
        self.kind = DropDown([(None, "Nothing"), *KINDS])
        self.points = PointsControl()
        self.what = QLineEdit()
        self.what.setPlaceholderText("In a few words")
        self.kind.currentIndexChanged.connect(self._show_parts)
        line = QHBoxLayout()
        line.setSpacing(8)
        for part, share in ((self.giver, 0), (self.kind, 1), (self.points, 0)):
            line.addWidget(part, share)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        whole.addLayout(line)
        whole.addWidget(self.what)
        self._show_parts()

    def set_giver(self, name: str) -> None:
        """The first name of who gives; the fields are named after them."""
        self.giver.setText(f"{name} gave")
        for field, what in ((self.kind, "kind"), (self.points, "points"), (self.what, "in a few words")):
            field.setAccessibleName(f"{name} gave: {what}")

    def _show_parts(self) -> None:
        given = self.kind.choice() is not None
        self.points.setVisible(given)
        self.what.setVisible(given)

    def gift(self, giver_id: int) -> GiftForm | None:
        """What was given; None for nothing."""
        kind = self.kind.choice()
        return None if kind is None else GiftForm(giver_id, kind, self.points.choice(), self.what.text().strip())

    def show_gift(self, gift: GiftForm) -> None:
        """Shows what is on record."""
        self.kind.choose(gift.kind)
        self.points.choose(gift.points)
        self.what.setText(gift.what)


class GiftList(QWidget):
    """What changed hands at a contact: a line for each side, and more if more was given."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._people = {Side.LEFT: (0, ""), Side.RIGHT: (0, "")}
        self.gifts: list[GiftFields] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(10)
        self._more = {side: button("", "link", "plus", partial(self._add_more, side)) for side in Side}
        more = QHBoxLayout()
        more.setSpacing(16)
        for link in self._more.values():
            more.addWidget(link)
        more.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(self._lines)
        whole.addLayout(more)
        for side in Side:
            self._add(side)

    def set_people(self, left: tuple[int, str], right: tuple[int, str]) -> None:
        """The pair's two people: (id, full name)."""
        self._people = {Side.LEFT: left, Side.RIGHT: right}
        for fields in self.gifts:
            fields.set_giver(self._first_name(fields.side))
        widest = max(fields.giver.sizeHint().width() for fields in self.gifts)
        for fields in self.gifts:
            fields.giver.setMinimumWidth(widest)
        for side, link in self._more.items():
            link.setText(f"{self._first_name(side)} gave more")

    def _first_name(self, side: Side) -> str:
        return first_name(self._people[side][1])

    def _add(self, side: Side) -> GiftFields:
        fields = GiftFields(side)
        fields.set_giver(self._first_name(side))
        self.gifts.append(fields)
        self._lines.addWidget(fields)
        fields.kind.currentIndexChanged.connect(self._on_kind_changed)
        return fields

    def _add_more(self, side: Side) -> None:
        self._add(side).kind.setFocus()
        self._on_kind_changed()

    def _on_kind_changed(self) -> None:
        used = [fields.side for fields in self.gifts if fields.kind.choice() is not None]
        for side, link in self._more.items():
            link.setVisible(side in used)
        self.changed.emit()

    def forms(self) -> tuple[GiftForm, ...]:
        """What was given, in the order of the lines."""
        found = (fields.gift(self._people[fields.side][0]) for fields in self.gifts)
        return tuple(gift for gift in found if gift is not None)

    def show_gifts(self, gifts: Sequence[GiftForm]) -> None:
        """Shows what is on record of a contact."""
        free = list(self.gifts)
        for gift in gifts:
            side = Side.LEFT if gift.giver_id == self._people[Side.LEFT][0] else Side.RIGHT
            fields = next((line for line in free if line.side is side), None)
            if fields is None:
                fields = self._add(side)
            else:
                free.remove(fields)
            fields.show_gift(gift)
        self._on_kind_changed()

    def start(self) -> None:
        """Offers more only for a side that has given."""
        self._on_kind_changed()
