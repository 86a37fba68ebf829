"""The fields of a check-in: a row a question, a column a side. Tab goes down one side, then the other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from mentordesk.domain.check_in_rules import GAVE, GOT, RECOMMEND, SCALE, PulseQuestion
from mentordesk.domain.check_ins import CheckInForm, Fit, OwnAnswer
from mentordesk.domain.errors import FieldError
from mentordesk.domain.standing import Side
from mentordesk.ui import theme
from mentordesk.ui.widgets.drop_down import DropDown
from mentordesk.ui.widgets.form import Form
from mentordesk.ui.widgets.label import label
from mentordesk.ui.widgets.note_field import NoteField
from mentordesk.ui.widgets.number_field import NumberField
from mentordesk.ui.widgets.segments import SegmentedControl

_OPEN = RECOMMEND[0] - 1
"""What the field of the recommendation holds where it was left open."""
_WORDS = 196


class AnswerScale(SegmentedControl):
    """1 to 5, or nothing. One stop for Tab; a digit answers, Del takes the answer back."""

    def __init__(self, name: str) -> None:
        super().__init__([(number, str(number)) for number in SCALE], name, stretch=True, optional=True)
        for number, segment in zip(SCALE, self._group.buttons(), strict=True):
            segment.setAccessibleName(f"{name}: {number} of {SCALE[-1]}")
        self.choose(None)

    def choose(self, key: Any) -> None:
        super().choose(key)
        for segment in self.segments():
            only = Qt.FocusPolicy.StrongFocus if segment is self._focused() else Qt.FocusPolicy.ClickFocus
            segment.setFocusPolicy(only)

    def segments(self) -> list[QWidget]:
        """The five, in their order."""
        return list(self._group.buttons())


@dataclass
class SideFields:
    """What one side is asked."""

    side: Side
    name: str
    skipped: QCheckBox
    scales: dict[str, AnswerScale]
    own: dict[str, AnswerScale]
    recommend: NumberField
    comment: NoteField
    fit: DropDown | None = None
    others: list[QWidget] = field(default_factory=list)

    def read(self, pair_id: int, on: date) -> CheckInForm | None:
        """What stands in the fields; None where this side is left out."""
        if self.skipped.isChecked():
            return CheckInForm(pair_id, self.side, on, skipped=True)
        recommend = self.recommend.value() if self.recommend.value() != _OPEN else None
        own = tuple(OwnAnswer(text, it.choice()) for text, it in self.own.items() if it.choice() is not None)
        form = CheckInForm(
            pair_id,
            self.side,
            on,
            **{key: scale.choice() for key, scale in self.scales.items()},
            recommend=recommend,
            fit=self.fit.choice() if self.fit is not None else None,
            comment=self.comment.toPlainText(),
            own=own,
        )
        return None if form == CheckInForm(pair_id, self.side, on) else form

    def show(self, form: CheckInForm) -> None:
        """Fills the fields with a check-in on record."""
        for key, scale in self.scales.items():
            scale.choose(getattr(form, key))
        for answer in form.own:
            if answer.question in self.own:
                self.own[answer.question].choose(answer.answer)
        self.recommend.setValue(_OPEN if form.recommend is None else form.recommend)
        self.comment.setPlainText(form.comment)
        if self.fit is not None:
            self.fit.choose(form.fit)
        self.skipped.setChecked(form.skipped)

    def set_answering(self, answering: bool) -> None:
        """A side that did not answer has nothing to fill in."""
        for part in self.others:
            part.setEnabled(answering)


def make_side(side: Side, name: str, questions: Sequence[PulseQuestion], asks_fit: bool) -> SideFields:
    """The fields of one side, without a place yet."""
    keyed = [*(question for question in questions if question.key), GOT, GAVE]
    made = SideFields(
        side=side,
        name=name,
        skipped=QCheckBox("Did not answer"),
        scales={it.key: AnswerScale(f"{name}, {it.title}: {it.text}") for it in keyed},
        own={it.text: AnswerScale(f"{name}, {it.text}") for it in questions if not it.key},
        recommend=NumberField(_OPEN, RECOMMEND[-1], empty="–"),
        comment=NoteField(),
    )
    made.recommend.setValue(_OPEN)
    made.skipped.setAccessibleName(f"{name} was asked and did not answer")
    made.recommend.setAccessibleName(f"{name} would recommend it, 0 to 10")
    made.comment.setAccessibleName(f"{name}, in their own words")
    if asks_fit:
        made.fit = DropDown([(None, "Not said"), *((fit, fit.word) for fit in Fit)], f"{name}: is it a good fit?")
    return made


class _Columns(QWidget):
    """Laid out in rows, answered in columns."""

    def __init__(self, sides: Mapping[Side, SideFields]) -> None:
        super().__init__()
        self.parts: dict[Side, list[QWidget]] = {side: [] for side in sides}

    def read_as(self) -> list[QWidget]:
        """Down one side and then the other: as they answered."""
        return [part for parts in self.parts.values() for part in parts]


class CheckInFields(Form):
    """The grid of both sides, or of one. A field's name is that of its side and answer: "left.trust"."""

    def __init__(self, sides: Mapping[Side, SideFields], questions: Sequence[PulseQuestion]) -> None:
        super().__init__()
        self.sides = sides
        self._holder = _Columns(sides)
        self._grid = QGridLayout(self._holder)
        self._grid.setContentsMargins(0, 4, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(7)
        self._grid.setColumnMinimumWidth(0, theme.current().wide(_WORDS))
        for column in range(1, len(sides) + 1):
            self._grid.setColumnStretch(column, 1)
        self._add_heads()
        self._add_questions(questions)
        for it in sides.values():
            it.skipped.toggled.connect(lambda skipped, it=it: it.set_answering(not skipped))

    def place(self) -> None:
        """Puts the grid below the fields that were added before."""
        self.add_part(self._holder)

    def _add_heads(self) -> None:
        for column, it in enumerate(self.sides.values(), 1):
            self._grid.addWidget(label(it.name, "strong", it.side.value), 0, column)
        self._add_row("", "", {it.side: ("skipped", it.skipped) for it in self.sides.values()}, locks=False)

    def _add_questions(self, questions: Sequence[PulseQuestion]) -> None:
        each = self.sides.values()
        for question in questions:
            if question.key:
                cells = {it.side: (question.key, it.scales[question.key]) for it in each}
                self._add_row(question.title, question.text, cells)
        for at, question in enumerate(it for it in questions if not it.key):
            self._add_row("", question.text, {it.side: (f"own{at or ''}", it.own[question.text]) for it in each})
        for question in (GOT, GAVE):
            text, _, scale = question.text.partition("? ")
            self._add_row(f"{text}?", scale, {it.side: (question.key, it.scales[question.key]) for it in each})
        self._add_row(
            "Would recommend", "0 not at all, 10 gladly", {it.side: ("recommend", it.recommend) for it in each}
        )
        asked = {it.side: ("fit", it.fit) for it in each if it.fit is not None}
        if asked:
            self._add_row("Is it a good fit?", "After the first meetings", asked)
        self._add_row("In their own words", "For coordinators only", {it.side: ("comment", it.comment) for it in each})

    def _add_row(
        self, title: str, text: str, cells: Mapping[Side, tuple[str, QWidget | None]], *, locks: bool = True
    ) -> None:
        at = self._grid.rowCount()
        self._grid.addWidget(_words(title, text), at, 0, Qt.AlignmentFlag.AlignTop)
        for column, it in enumerate(self.sides.values(), 1):
            name, widget = cells.get(it.side, ("", None))
            if widget is None:
                continue
            box = self._box(f"{it.side.value}.{name}", "", widget, "")
            self._grid.addWidget(box, at, column)
            self._holder.parts[it.side].append(box)
            if locks:
                it.others.append(widget)

    def show_error(self, error: FieldError) -> bool:
        """An error of the only side there is has no side in its name."""
        if len(self.sides) == 1 and error.field not in self._boxes:
            side = next(iter(self.sides))
            error = FieldError(f"{side.value}.{error.field}", str(error), proposal=error.proposal)
        return super().show_error(error)


def _words(title: str, text: str) -> QWidget:
    made = QWidget()
    inside = QVBoxLayout(made)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.setSpacing(0)
    if title:
        inside.addWidget(label(title, "strong"))
    if text:
        inside.addWidget(label(text, "caption" if title else "body", "text2" if title else "", wrap=True))
    return made
