"""The steps of a plan below their headings, one line each, kept by id so that the focus stays where one types."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from mentordesk.domain.programs import Format
from mentordesk.ui import theme
from mentordesk.ui.programs.reading import ProgramSheet
from mentordesk.ui.programs.step_line import DATE, WIDTHS, StepLine, fix, lay
from mentordesk.ui.widgets.elided_label import ElidedLabel
from mentordesk.ui.widgets.label import label, line

_DATES_FROM = 760
"""Pixels at 10 pt."""


class PlanTable(QWidget):
    """Signals carry what one did to a step; the tab does it to the desk."""

    changed = Signal(object)
    remove_asked = Signal(int)
    swap_asked = Signal(int, int)
    menu_asked = Signal(int, QPoint)
    selected = Signal(int)

    def __init__(self, read_only: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Milestone plan")
        self.setProperty("region", True)
        self._read_only = read_only
        self._shown: tuple[int, Format] | None = None
        self.lines: dict[int, StepLine] = {}
        self._date_head = ElidedLabel("Date", "strong_caption", "text2")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._heads = QGridLayout()
        self._column.addWidget(self._headings())
        self._column.addWidget(line())
        self._column.addStretch(1)

    def _headings(self) -> QWidget:
        made = QWidget()
        made.setProperty("footer", True)
        grid = self._heads
        made.setLayout(grid)
        lay(grid)
        titles = {0: "No.", 1: "Step", 2: "Days after start", 4: "Who", 5: "Required"}
        for at, title in titles.items():
            head = label(title, "strong_caption", "text2")
            if at == 0:
                head.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(head, 0, at, 1, 2 if at == 2 else 1)
            fix(head, *((2, 3) if at == 2 else (at,)))
        grid.addWidget(self._date_head, 0, 6, 1, 2)
        fix(self._date_head, 6, 7)
        for at in (3, DATE, 7):  # a column without a part of its own would lose its gap
            grid.addWidget(QWidget(), 0, at)
        self._date_head.raise_()
        made.setMinimumHeight(32)
        return made

    def show_sheet(self, sheet: ProgramSheet) -> None:
        """Shows a program's plan; lines stay with their steps."""
        if self._shown != (sheet.row.id, sheet.row.format):
            self._drop(set(self.lines))
            self._shown = (sheet.row.id, sheet.row.format)
        self._drop(set(self.lines) - {step.id for step in sheet.plan})
        cohort = sheet.cohort
        self._date_head.setText(f"In {cohort.name}" if cohort else "In a cohort")
        self._date_head.setToolTip(f"In {cohort.name}: its start and the days" if cohort else "No cohort runs now")
        for at, step in enumerate(sheet.plan):
            found = self.lines.get(step.id) or self._add(sheet, at)
            self._column.removeWidget(found)
            self._column.insertWidget(2 + at, found)
            found.show_step(step, at + 1, sheet.former.get(step.id), cohort.starts_on if cohort else None)
        self.lines = {step.id: self.lines[step.id] for step in sheet.plan}
        self._set_tab_order()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The dates leave where the names would be cut."""
        shown = self.width() >= theme.current().wide(_DATES_FROM)
        self._date_head.setVisible(shown)
        self._heads.setColumnMinimumWidth(DATE, theme.current().wide(WIDTHS[DATE]) if shown else 0)
        for each in self.lines.values():
            each.show_date(shown)

    def _add(self, sheet: ProgramSheet, at: int) -> StepLine:
        made = StepLine(sheet.plan[at], sheet.row.format)
        if self._read_only:
            made.lock("This desk is open to read only")
        made.changed.connect(self.changed)
        made.focused.connect(self._on_focused)
        made.remove_asked.connect(self.remove_asked)
        made.moved.connect(self._swap)
        made.stepped.connect(self._step)
        made.more_asked.connect(self._ask_menu)
        self.lines[made.row.id] = made
        return made

    def _drop(self, ids: set[int]) -> None:
        for step_id in ids:
            gone = self.lines.pop(step_id)
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()

    def _set_tab_order(self) -> None:
        before: QWidget | None = None
        for each in self.lines.values():
            for part in (each.title, each.days, each.owner, each.required, each.more):
                if before is not None:
                    QWidget.setTabOrder(before, part)
                before = part

    # Focus and keys

    def focus_step(self, step_id: int, *, typing: bool = False) -> None:
        """Goes to a step's line; `typing` begins with its title."""
        if step_id in self.lines:
            self.lines[step_id].title.setFocus(Qt.FocusReason.TabFocusReason)
            if typing:
                self.lines[step_id].title.begin()

    def _on_focused(self, step_id: int) -> None:
        for each, found in self.lines.items():
            found.mark(each == step_id)
        self.selected.emit(step_id)

    def _beside(self, step_id: int, by: int) -> int | None:
        ids = list(self.lines)
        at = ids.index(step_id) + by
        return ids[at] if 0 <= at < len(ids) else None

    def _step(self, step_id: int, by: int) -> None:
        if (other := self._beside(step_id, by)) is not None:
            self.focus_step(other)

    def _swap(self, step_id: int, by: int) -> None:
        if (other := self._beside(step_id, by)) is not None and not self._read_only:
            self.swap_asked.emit(step_id, other)

    def _ask_menu(self, step_id: int) -> None:
        more = self.lines[step_id].more
        self.menu_asked.emit(step_id, more.mapToGlobal(more.rect().bottomLeft()))
