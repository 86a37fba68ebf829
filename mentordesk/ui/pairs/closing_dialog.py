"""The closing survey of a pair: both sides in one dialog, one at a time on screen. Sends nothing."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from mentordesk.domain.closing import PairClosing, SurveyForm
from mentordesk.domain.errors import FieldError, UserError
from mentordesk.domain.pairs import PairRow
from mentordesk.domain.standing import Side
from mentordesk.ui.desk_dialog import DeskDialog
from mentordesk.ui.pairs.closing_fields import SideSurvey
from mentordesk.ui.widgets.label import label
from mentordesk.ui.widgets.segments import SegmentedControl
from mentordesk.ui.workplace import Workplace


class ClosingDialog(DeskDialog):
    """Saves the sides that have answered; the other may answer another day."""

    def __init__(self, workplace: Workplace, parent: QWidget, pair: PairRow, side: Side = Side.LEFT) -> None:
        from mentordesk.services.pairs import closing

        super().__init__(workplace, parent, f"Closing survey of {pair.short}", width=560)
        self._pair = pair
        found: PairClosing = workplace.desk.read(closing.sheet, pair.id)
        questions = workplace.desk.read(closing.questions, pair.id)
        names = pair.left, pair.right
        self.sides = {it: SideSurvey(workplace, it, names, questions, found.survey(it)) for it in Side}
        self.switch = SegmentedControl([(it, self._title(it)) for it in Side], "Who answers", stretch=True)
        self.stack = QStackedWidget()
        for part in self.sides.values():
            self.stack.addWidget(part)
        self.body.insertWidget(
            0, label("What did each of the two get, and would they do it again?", "body", "text2", wrap=True)
        )
        self.body.insertWidget(1, self.switch)
        self.body.insertWidget(2, self.stack)
        self.take_back = self.add_alternative("Remove these answers", self._remove)
        self.switch.chosen.connect(self.show_side)
        self.show_side(side)
        self.switch.setFocus(Qt.FocusReason.TabFocusReason)

    def _title(self, side: Side) -> str:
        part = self.sides[side]
        return f"{part.name}: {'answered' if part.row else 'no answer yet'}"

    def show_side(self, side: Side) -> None:
        """The fields of one side; what was typed for the other stays."""
        self.switch.choose(side)
        self.form = self.sides[side]
        self.stack.setCurrentWidget(self.form)
        self.take_back.setVisible(self.sides[side].row is not None)
        if self.isVisible():
            self.fit()

    def _shown(self) -> Side:
        side: Side = self.switch.choice()
        return side

    def _remove(self) -> None:
        from mentordesk.services.pairs import closing

        part = self.sides[self._shown()]
        if part.row is not None and self.do(closing.remove, part.row.id, said=f"Answers of {part.name} removed"):
            self.accept()

    def commit(self) -> bool:
        """Saves what either side answered, in one step."""
        today = self.workplace.today()
        for side, part in self.sides.items():
            if part.day.value() is None:
                self.show_side(side)
                part.show_problems({"on": part.day.problem() or "Say on which day the answer came."})
                return False
        forms = [part.form(self._pair.id, today) for part in self.sides.values()]
        changed = [it for it in forms if not it.is_empty or self.sides[it.side].row is not None]
        if not changed:
            self.form.show_problems(
                {"benefits": "Nothing is answered yet. Name one benefit, or answer another question."}
            )
            return False
        return self._save(changed)

    def _save(self, forms: list[SurveyForm]) -> bool:
        from mentordesk.services.pairs import closing

        for part in self.sides.values():
            part.show_problems({})
        try:
            self.workplace.desk.do(closing.save, forms)
        except FieldError as error:
            self._show_problem(error)
            return False
        except UserError as error:
            self.say_problem(error.sentence())
            return False
        self.workplace.say(f"Closing survey of {self._pair.short} noted", undo=True)
        return True

    def _show_problem(self, error: FieldError) -> None:
        """At its field, on the side it belongs to."""
        side, _, field = error.field.partition("_")
        self.show_side(Side(side))
        if not self.form.show_error(FieldError(field, str(error))):
            self.say_problem(str(error))
