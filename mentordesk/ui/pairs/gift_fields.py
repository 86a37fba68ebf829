"""Fields for what changed hands: who gave, what kind, how much, about which skill, in a few words."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from mentordesk.domain.contacts import POINTS, TEACHING, ExchangeKind, GiftForm
from mentordesk.domain.open_wishes import SideSkills
from mentordesk.domain.people import first_name
from mentordesk.domain.standing import Side
from mentordesk.domain.text import fold
from mentordesk.ui.widgets.drop_down import DropDown
from mentordesk.ui.widgets.label import button, label
from mentordesk.ui.widgets.segments import SegmentedControl

KINDS = [(kind, kind.word) for kind in ExchangeKind]
_NO_SKILL = "No skill named"
POINTS_TIP = ", ".join(f"{points}: {words}" for points, words in POINTS.items())


class PointsControl(SegmentedControl):
    """1, 2 or 3 points."""

    def __init__(self) -> None:
        super().__init__([(points, str(points)) for points in POINTS], "Points")
        self.setToolTip(POINTS_TIP)


class SkillChoice(DropDown):
    """Which of the skills that the giver offers a gift was about: offered for advice, knowledge and skills alone."""

    def __init__(self) -> None:
        super().__init__([("", _NO_SKILL)], "About the skill", snug=True)
        self._kept = ""

    def offer(self, skills: Sequence[str], kind: ExchangeKind | None) -> bool:
        """Offers these for a gift of that kind; False where there is nothing to choose."""
        fits = kind in TEACHING
        more = [self._kept] if self._kept and self._kept not in skills else []
        self.set_choices([("", _NO_SKILL), *((skill, skill) for skill in (*skills, *more) if fits)])
        return self.count() > 1

    def suggest(self, words: str) -> None:
        """Names the skill that the words name, as long as none is chosen."""
        if not self.skill():
            named = (key for key in self._choices if key and fold(key) in fold(words))
            self.choose(next(named, ""))

    def show_skill(self, skill: str) -> None:
        """Shows what is on record; it stays to be chosen even where nobody offers it any more."""
        self._kept = skill
        if skill and self.findText(skill) < 0:
            self.set_choices([*((key, key or _NO_SKILL) for key in self._choices), (skill, skill)])
        self.choose(skill)

    def skill(self) -> str:
        """The skill; empty for none."""
        return self.choice() or ""


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
        self.skill = SkillChoice()
        self._offers: tuple[str, ...] = ()
        self.kind.currentIndexChanged.connect(self._show_parts)
        self.what.textEdited.connect(self.skill.suggest)
        line = QHBoxLayout()
        line.setSpacing(8)
        for part, share in ((self.giver, 0), (self.kind, 1), (self.points, 0)):
            line.addWidget(part, share)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        whole.addLayout(line)
        whole.addWidget(self.skill, 0, Qt.AlignmentFlag.AlignLeft)
        whole.addWidget(self.what)
        self._show_parts()

    def set_giver(self, name: str) -> None:
        """The first name of who gives; the fields are named after them."""
        self.giver.setText(f"{name} gave")
        parts = ((self.kind, "kind"), (self.points, "points"), (self.skill, "skill"), (self.what, "in a few words"))
        for field, what in parts:
            field.setAccessibleName(f"{name} gave: {what}")

    def set_offers(self, skills: tuple[str, ...]) -> None:
        """The skills that the giver offers."""
        self._offers = skills
        self._show_parts()

    def _show_parts(self) -> None:
        given = self.kind.choice() is not None
        self.points.setVisible(given)
        self.skill.setVisible(self.skill.offer(self._offers, self.kind.choice()))
        self.what.setVisible(given)

    def gift(self, giver_id: int) -> GiftForm | None:
        """What was given; None for nothing."""
        kind = self.kind.choice()
        if kind is None:
            return None
        return GiftForm(giver_id, kind, self.points.choice(), self.what.text().strip(), self.skill.skill())

    def show_gift(self, gift: GiftForm) -> None:
        """Shows what is on record."""
        self.kind.choose(gift.kind)
        self.points.choose(gift.points)
        self.skill.show_skill(gift.skill)
        self.what.setText(gift.what)
        self._show_parts()


class GiftList(QWidget):
    """What changed hands at a contact: a line for each side, and more if more was given."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._people = {Side.LEFT: (0, ""), Side.RIGHT: (0, "")}
        self._skills: Mapping[Side, SideSkills] = {}
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

    def set_skills(self, skills: Mapping[Side, SideSkills]) -> None:
        """What both sides offer."""
        self._skills = skills
        for fields in self.gifts:
            fields.set_offers(skills[fields.side].offers)

    def _first_name(self, side: Side) -> str:
        return first_name(self._people[side][1])

    def _add(self, side: Side) -> GiftFields:
        fields = GiftFields(side)
        fields.set_giver(self._first_name(side))
        if side in self._skills:
            fields.set_offers(self._skills[side].offers)
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
