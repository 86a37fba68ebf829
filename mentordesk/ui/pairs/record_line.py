"""One line that records an exchange or changes one in place: direction (a click swaps it), kind, weight, words."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from mentordesk.domain.contacts import ExchangeForm, ExchangeRow
from mentordesk.domain.errors import FieldError, UserError
from mentordesk.domain.standing import Side
from mentordesk.ui import icons, theme
from mentordesk.ui.pairs.gift_fields import KINDS, PointsControl, SkillChoice
from mentordesk.ui.pairs.pair_actions import PairActions
from mentordesk.ui.pairs.problem_line import ProblemLine
from mentordesk.ui.pairs.reading import PairSheet
from mentordesk.ui.widgets import painting
from mentordesk.ui.widgets.date_field import DateField
from mentordesk.ui.widgets.drop_down import DropDown
from mentordesk.ui.widgets.label import button, label, row
from mentordesk.ui.widgets.open_button import held
from mentordesk.ui.workplace import Workplace

_DAY, _LEAST_WORDS, _LONGEST_NAMES = 150, 130, 190


class RecordLine(QWidget):
    """Enter records, Esc leaves an entry as it was. What is wrong is said below, at its field.

    One line where there is room, else two. Emits `finished` with the id of an entry that was changed or left.
    """

    finished = Signal(int)

    def __init__(self, workplace: Workplace, actions: PairActions, wide: bool) -> None:
        super().__init__()
        self._workplace, self._actions = workplace, actions
        self._sheet: PairSheet | None = None
        self._side = Side.RIGHT
        self._changing: ExchangeRow | None = None
        self._make_fields()
        self._title = label("Record an exchange", "strong")
        self._about = QWidget()
        self._about.setLayout(row(label("About the skill", "caption"), self.skill, None))
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        self._lines = (row(gap=7), row(gap=7))
        self._in_one_line: bool | None = None
        for line in self._lines:
            inside.addLayout(line)
        self._wide = wide
        self._place(one_line=wide)
        inside.addWidget(self._about)
        inside.addWidget(self.problem)
        QWidget.setTabOrder(self.what, self.skill)
        QWidget.setTabOrder(self.skill, self.cancel)
        QWidget.setTabOrder(self.cancel, self.record)
        self._show_mode()

    def _make_fields(self) -> None:
        self.direction: QPushButton = button("", on_click=self.swap, tip="Swap who gave")
        self.kind = DropDown(KINDS, "Kind", snug=True)
        for number, (kind, _) in enumerate(KINDS):
            self.kind.setItemIcon(number, icons.icon(kind.value))
        self.kind.currentIndexChanged.connect(self._offer_skills)
        self.points = PointsControl()
        self.skill = SkillChoice()
        self.day = DateField(self._workplace.today)
        self.day.setAccessibleName("Day")
        self.day.setFixedWidth(_DAY)
        self.what = QLineEdit()
        self.what.setPlaceholderText("What changed hands?")
        self.what.setAccessibleName("What changed hands?")
        self.what.setMinimumWidth(80)
        self.what.textEdited.connect(self._on_typed)
        self.cancel: QPushButton = button("Cancel", on_click=self.leave, tip="Leave the entry as it was (Esc)")
        self.record: QPushButton = button("Record", "primary", on_click=self.save)
        self.problem = ProblemLine(
            on=self.day, giver_id=self.direction, points=self.points, what=self.what, pair_id=self.what
        )

    def _place(self, one_line: bool) -> None:
        """Weight and words stand beside the direction, or below it where there is no room."""
        if one_line == self._in_one_line:
            return
        self._in_one_line = one_line
        first, second = self._lines
        for line in self._lines:
            while line.takeAt(0):
                pass
        for part in (self._title, self.day, self.direction, self.kind):
            first.addWidget(part)
        if not one_line:
            first.addStretch(1)
        for other in (self.points, self.what, self.cancel, self.record):
            (first if one_line else second).addWidget(other)
        self._title.setVisible(self._wide and self._changing is None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        fields = (self._title, self.day, self.direction, self.kind, self.points, self.cancel, self.record)
        taken = sum(part.sizeHint().width() + self._lines[0].spacing() for part in fields if not part.isHidden())
        self._place(self.width() - taken >= theme.current().wide(_LEAST_WORDS))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter records from every field and does what the button says on the other two; Esc ends a change."""
        if held(event):
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            act = {self.direction: self.swap, self.cancel: self.leave}.get(focused, self.save)  # type: ignore[call-overload]
            act()
        elif event.key() == Qt.Key.Key_Escape and self._changing is not None:
            self.leave()
        else:
            super().keyPressEvent(event)

    def swap(self) -> None:
        """The other side gave."""
        self._side = self._side.other
        self._show_direction()

    def _show_direction(self) -> None:
        if self._sheet is None:
            return
        left, right = self._sheet.left, self._sheet.right
        giver, taker = (left, right) if self._side is Side.LEFT else (right, left)
        said = f"{giver} gave {taker}"
        self.direction.setText(_shortened(giver, taker).replace("&", "&&"))
        self.direction.setToolTip(f"{said}. Swap who gave")
        icons.show_on(self.direction, "pairs", f"{self._side.value}_text", 15)
        self.direction.setAccessibleName(f"{said}, swap")
        self._offer_skills()
        self._fit()

    def _offer_skills(self, _index: int = 0) -> None:
        sheet = self._sheet
        offers = sheet.skills[self._side].offers if sheet and self._side in sheet.skills else ()
        there = self.skill.offer(offers, self.kind.choice())
        self._about.setVisible(there and bool(self.what.text().strip() or self.skill.skill()))

    def _on_typed(self, words: str) -> None:
        self._offer_skills()
        self.skill.suggest(words)

    def show_sheet(self, sheet: PairSheet) -> None:
        """Shows another pair; what was typed stays only with its pair."""
        if self._sheet is None or self._sheet.row.id != sheet.row.id:
            self._empty()
            self._side = Side.RIGHT
        elif self._changing is not None and all(entry.id != self._changing.id for entry in sheet.exchanges):
            self._empty()
        self._sheet = sheet
        self._show_direction()
        begun = sheet.row.begun
        for field in (self.direction, self.kind, self.points, self.skill, self.what, self.record):
            field.setEnabled(begun and self._actions.allowed)
        self.record.setToolTip("Add this to the account (Enter)" if begun else "Activate the pair first")
        self._actions.lock(self.record)

    # Changing an entry in place

    def change(self, entry: ExchangeRow) -> None:
        """Puts an entry of the statement into the line, to be changed."""
        if not self.record.isEnabled():
            return
        self._changing, self._side = entry, entry.side
        self.kind.choose(entry.kind)
        self.points.choose(entry.points)
        self.day.set_value(entry.on)
        self.what.setText(entry.what)
        self.problem.clear()
        self._show_mode()
        self._show_direction()
        self.skill.show_skill(entry.skill)
        self._offer_skills()
        self.what.setFocus(Qt.FocusReason.OtherFocusReason)
        self.what.selectAll()

    def leave(self) -> None:
        """Ends a change; the entry stays as it was."""
        changed = self._changing
        self._empty()
        if changed is not None:
            self.finished.emit(changed.id)

    def _empty(self) -> None:
        self._changing = None
        self.what.clear()
        self.skill.show_skill("")
        self.problem.clear()
        self._show_mode()
        self._offer_skills()

    def _show_mode(self) -> None:
        changing = self._changing is not None
        self._title.setVisible(self._wide and not changing)
        self.day.setVisible(changing)
        self.cancel.setVisible(changing)
        self.record.setText("Save" if changing else "Record")
        self._fit()

    # Saving

    def save(self) -> None:
        """Adds the entry with today's date, or keeps what was changed."""
        if self._sheet is None or not self.record.isEnabled():
            return
        self.problem.clear()
        day = self.day.value() if self._changing is not None else self._sheet.today
        if day is None:
            self.problem.show_problem("on", self.day.problem() or "Say on which day it was.")
            return
        from mentordesk.services.pairs import exchanges

        giver = self._sheet.row.left_id if self._side is Side.LEFT else self._sheet.row.right_id
        what = self.points.choice(), day, self.what.text(), self.skill.skill()
        form = ExchangeForm(self._sheet.row.id, giver, self.kind.choice(), *what)
        if self._changing is None:
            if self._do(exchanges.record, form, said="Exchange recorded"):
                self._empty()
                self.what.setFocus()
        elif self._do(exchanges.change, self._changing.id, form, said="Exchange changed"):
            self.leave()

    def _do(self, action: Callable[..., Any], *args: Any, said: str) -> bool:
        try:
            self._workplace.desk.do(action, *args)
        except FieldError as error:
            self.problem.show_problem(error.field, str(error))
            return False
        except UserError as error:
            self._workplace.failed.emit(error)
            return False
        self._workplace.say(said, undo=True)
        return True


def _shortened(giver: str, taker: str) -> str:
    """ "Jonas gave Amara"; of names that are too long for the line only who gave, cut at its end."""
    most = theme.current().wide(_LONGEST_NAMES)
    said = f"{giver} gave {taker}"
    if painting.text_width(said) <= most:
        return said
    after = " gave"
    return painting.shortened(giver, most - painting.text_width(after)) + after
