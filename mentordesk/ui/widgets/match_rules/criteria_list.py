"""What counts: a line for each criterion with its weight, and a menu of what else could count."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentordesk.domain.matching.criteria import CUSTOM, Criterion
from mentordesk.domain.text import fold
from mentordesk.ui.widgets.label import button, label, row
from mentordesk.ui.widgets.match_rules import criterion_words
from mentordesk.ui.widgets.match_rules.add_criterion import FIRST_WEIGHT, SCORES, AddMenu, Offer
from mentordesk.ui.widgets.match_rules.criterion_dialog import CriterionDialog
from mentordesk.ui.widgets.match_rules.criterion_line import CriterionLine


class CriteriaList(QWidget):
    """Emits the criteria as they are to be, and what was done. While nothing counts it says so and emits nothing."""

    changed = Signal(object, str)
    reset_asked = Signal()
    scores_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._criteria: tuple[Criterion, ...] = ()
        self._kept: set[str] = set()
        self._wide = self._read_only = False
        self.lines: dict[str, CriterionLine] = {}
        self.reset = button("Reset", "link", on_click=self.reset_asked.emit)
        self.problem = label("", "caption", "risk", wrap=True)
        self.problem.hide()
        self.add = button("Add criterion", "link", "plus")
        self.menu = AddMenu(self)
        self._lay_out()
        self.add.clicked.connect(self._open_menu)
        self.menu.chosen.connect(self._on_added)
        self.menu.scores_asked.connect(self.scores_asked)

    def _lay_out(self) -> None:
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(0, 4, 0, 2)
        self._lines.setSpacing(2)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addLayout(row(label("What counts", "section"), None, self.reset))
        inside.addWidget(label("Points, always 100 together", "caption"))
        inside.addLayout(self._lines)
        inside.addWidget(self.problem)
        inside.addLayout(row(self.add, None))

    # Showing

    def show_criteria(self, criteria: Sequence[Criterion], offer: Offer) -> None:
        """Shows these; a weight that is being chosen at this moment stays as it is."""
        moving = {key: line.slider.value() for key, line in self.lines.items() if line.slider.is_moving()}
        self._criteria = tuple(
            replace(each, weight=moving[each.key]) if each.key in moving else each for each in criteria
        )
        self.menu.offer = offer
        self._kept |= {each.key for each in criteria if each.counts}
        self._refresh()

    def start_over(self) -> None:
        """What has come to count nothing goes to the menu: the page was left, or shows something else."""
        self._kept = {each.key for each in self._criteria if each.counts}
        self._refresh()

    def _refresh(self) -> None:
        shown = [each for each in self._criteria if each.counts or each.key in self._kept]
        keys = [each.key for each in shown]
        for key in [key for key in self.lines if key not in keys]:
            line = self.lines.pop(key)
            self._lines.removeWidget(line)
            line.hide()
            line.deleteLater()
        points = criterion_words.whole_points(self._criteria)
        for at, each in enumerate(shown):
            line = self.lines.get(each.key) or self._new_line(each)
            if self._lines.indexOf(line) != at:
                self._lines.insertWidget(at, line)
                line.show()
            line.show_criterion(each, points[each.key], self.menu.offer.peers, self._hint(each))
        self.menu.shown = keys
        self._chain()
        self._say_problem()

    def _new_line(self, criterion: Criterion) -> CriterionLine:
        made = self.lines[criterion.key] = CriterionLine(criterion, self)
        made.moved.connect(self._on_moved)
        made.settled.connect(self._on_settled)
        made.options_asked.connect(self.open_options)
        made.must_asked.connect(self._on_must)
        made.removed.connect(self.leave_out)
        made.set_read_only(self._read_only)
        made.set_wide(self._wide)
        return made

    def _chain(self) -> None:
        """Tab follows the order on screen."""
        parts: list[QWidget] = [self.reset]
        for key in self.menu.shown:
            line = self.lines[key]
            parts += [line.name, line.slider, line.more]
        parts.append(self.add)
        for before, after in pairwise(parts):
            QWidget.setTabOrder(before, after)

    def _hint(self, criterion: Criterion) -> str:
        offer = self.menu.offer
        if criterion.key == SCORES and offer.scores and not offer.table:
            return "No table is there yet: it counts nothing."
        known = {fold(name) for name in offer.fields}
        if criterion.key.startswith(CUSTOM) and fold(criterion.word) not in known:
            return "The desk has no field of this name: it has no effect."
        return ""

    def _say_problem(self) -> None:
        sentence = criterion_words.problem(self._criteria)
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def set_wide(self, wide: bool) -> None:
        """With room: each line says what its criterion asks for."""
        self._wide = wide
        for line in self.lines.values():
            line.set_wide(wide)

    def set_read_only(self, on: bool) -> None:
        """Shows and changes nothing."""
        self._read_only = on
        self.add.setVisible(not on)
        self.reset.setVisible(not on)
        for line in self.lines.values():
            line.set_read_only(on)

    def settle(self) -> None:
        """Tells a weight that was typed a moment ago."""
        for line in list(self.lines.values()):
            line.slider.settle()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self.settle()
            self.start_over()

    # Changes

    def _criterion(self, key: str) -> Criterion:
        return next(each for each in self._criteria if each.key == key)

    def _with(self, criterion: Criterion) -> tuple[Criterion, ...]:
        if any(each.key == criterion.key for each in self._criteria):
            return tuple(criterion if each.key == criterion.key else each for each in self._criteria)
        return (*self._criteria, criterion)

    def _on_moved(self, key: str, weight: int) -> None:
        """The points follow the slider before anything is changed."""
        self._criteria = self._with(replace(self._criterion(key), weight=weight))
        points = criterion_words.whole_points(self._criteria)
        for each in self._criteria:
            if each.key in self.lines:
                self.lines[each.key].show_points(each, points[each.key])
        self._say_problem()

    def _on_settled(self, key: str, weight: int) -> None:
        criterion = replace(self._criterion(key), weight=weight)
        self._change(criterion, f"Change the weight of {criterion.word}")

    def _on_must(self, key: str, must: bool) -> None:
        """Without a weight it would count nothing once it is no must."""
        criterion = self._criterion(key)
        weight = criterion.weight or (0 if must else FIRST_WEIGHT)
        words = f"Make {criterion.word} a must" if must else f"Let {criterion.word} count by its weight"
        self._change(replace(criterion, must=must, weight=weight), words)

    def _on_added(self, criterion: Criterion) -> None:
        known = next((each for each in self._criteria if each.key == criterion.key), criterion)
        self._kept.add(criterion.key)
        self._change(replace(known, weight=FIRST_WEIGHT), f"Count {criterion.word}")
        self.lines[criterion.key].take_focus()

    def leave_out(self, key: str) -> None:
        """The criterion counts nothing, and goes to the menu at once; the focus goes to the next line."""
        keys = list(self.menu.shown)
        at = keys.index(key)
        beside = [*keys[at + 1 :], *reversed(keys[:at])]
        criterion = self._criterion(key)
        self._kept.discard(key)
        self._change(replace(criterion, weight=0, must=False), f"Leave out {criterion.word}")
        (self.lines[beside[0]].take_focus if beside else self.add.setFocus)()

    def open_options(self, key: str) -> CriterionDialog | None:
        """The options of a criterion as a dialog."""
        if self._read_only:
            return None
        self.settle()
        dialog = CriterionDialog(self._criterion(key), self.menu.offer.peers, self._points, self)
        dialog.made.connect(self._on_made)
        dialog.left_out.connect(lambda: self.leave_out(key))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _points(self, criterion: Criterion) -> int:
        """What a criterion would be worth of 100 beside the others."""
        return criterion_words.whole_points(self._with(criterion))[criterion.key]

    def _on_made(self, criterion: Criterion) -> None:
        if criterion != self._criterion(criterion.key):
            self._change(criterion, f"Change {criterion.word}")

    def _change(self, criterion: Criterion, words: str) -> None:
        self._criteria = self._with(criterion)
        self._refresh()
        if not criterion_words.problem(self._criteria):
            self.changed.emit(self._criteria, words)

    def _open_menu(self) -> None:
        self.menu.popup(self.add.mapToGlobal(self.add.rect().bottomLeft()))
