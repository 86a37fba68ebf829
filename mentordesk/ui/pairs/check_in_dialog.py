"""A check-in of a pair: both sides' answers typed in at once, or one side's on record."""

from PySide6.QtWidgets import QWidget

from mentordesk.domain.check_in_rules import PulseQuestion, asks_fit, latest_fit
from mentordesk.domain.check_ins import CheckInForm
from mentordesk.domain.contacts import Channel
from mentordesk.domain.dates import long
from mentordesk.domain.standing import Side
from mentordesk.ui.desk_dialog import DeskDialog
from mentordesk.ui.pairs.check_in_fields import CheckInFields, SideFields, make_side
from mentordesk.ui.pairs.reading import PairSheet
from mentordesk.ui.widgets.date_field import DateField
from mentordesk.ui.workplace import Workplace

_BOTH, _ONE = 760, 520
WRITTEN = frozenset({Channel.TEXT, Channel.EMAIL})
"""Contacts at which two people have not met yet."""


def sides_to_ask(sheet: PairSheet) -> dict[Side, bool]:
    """Whether each side is asked if the two fit."""
    met = any(contact.channel not in WRITTEN for contact in sheet.contacts)
    found = {}
    for side in Side:
        said = latest_fit(sheet.check_ins, side)
        found[side] = asks_fit(said.fit if said else None, met, sheet.row.started_on, sheet.today)
    return found


class CheckInDialog(DeskDialog):
    """A new check-in of both sides, either of which may be left out or noted as not answered."""

    def __init__(self, workplace: Workplace, parent: QWidget, sheet: PairSheet) -> None:
        from mentordesk.services.pairs import pulse

        questions = workplace.desk.read(pulse.questions, sheet.row.id)
        asked, names = sides_to_ask(sheet), {Side.LEFT: sheet.left, Side.RIGHT: sheet.right}
        self.sides = {side: make_side(side, names[side], questions, asked[side]) for side in Side}
        form = CheckInFields(self.sides, questions)
        super().__init__(workplace, parent, "New check-in", form, primary="Record the check-in", width=_BOTH)
        self._pair_id = sheet.row.id
        self.day = DateField(workplace.today, workplace.today())
        _fill(form, self.day)
        _connect(self, self.sides)
        self.sides[Side.LEFT].scales["trust"].setFocus()

    def commit(self) -> bool:
        """Records what was answered, in one step."""
        from mentordesk.services.pairs import pulse

        on = self.day.value()
        if on is None:
            self.form.show_problems({"on": self.day.problem() or "Say on which day they were asked."})
            return False
        forms = [form for it in self.sides.values() if (form := it.read(self._pair_id, on)) is not None]
        return self.do(pulse.record_both, forms, said="Check-in recorded")


class CheckInChangeDialog(DeskDialog):
    """One side's check-in on record."""

    def __init__(self, workplace: Workplace, parent: QWidget, sheet: PairSheet, check_in_id: int) -> None:
        from mentordesk.services.pairs import pulse

        self._before = before = workplace.desk.read(pulse.form, check_in_id)
        questions = _with_own(workplace.desk.read(pulse.questions, sheet.row.id), before)
        name = sheet.left if before.side is Side.LEFT else sheet.right
        asked = before.fit is not None or sides_to_ask(sheet)[before.side]
        self.fields = make_side(before.side, name, questions, asked)
        self.sides = {before.side: self.fields}
        form = CheckInFields(self.sides, questions)
        title = f"Check-in of {name}, {long(before.on)}"
        super().__init__(workplace, parent, title, form, primary="Save", width=_ONE)
        self._check_in_id = check_in_id
        self.day = DateField(workplace.today, before.on)
        _fill(form, self.day)
        _connect(self, self.sides)
        self.fields.show(before)
        (self.fields.skipped if before.skipped else self.fields.scales["trust"]).setFocus()

    def commit(self) -> bool:
        """Changes the check-in."""
        from mentordesk.services.pairs import pulse

        on = self.day.value()
        if on is None:
            self.form.show_problems({"on": self.day.problem() or "Say on which day it was."})
            return False
        empty = CheckInForm(self._before.pair_id, self._before.side, on)
        form = self.fields.read(empty.pair_id, on) or empty
        return self.do(pulse.change, self._check_in_id, form, said="Check-in changed")


def _fill(form: CheckInFields, day: DateField) -> None:
    day.setAccessibleName("Day")
    form.add("on", "Day", day)
    form.place()


def _connect(dialog: DeskDialog, sides: dict[Side, SideFields]) -> None:
    for it in sides.values():
        it.comment.entered.connect(dialog.primary.click)


def _with_own(questions: tuple[PulseQuestion, ...], form: CheckInForm) -> tuple[PulseQuestion, ...]:
    """Also what was asked then and is not any more."""
    known = {question.text for question in questions}
    gone = (PulseQuestion("", it.question, it.question) for it in form.own if it.question not in known)
    return (*questions, *gone)
