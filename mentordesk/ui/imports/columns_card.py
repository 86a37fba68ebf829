"""The card of the columns: their fields, how values were read, what becomes of people already here. Knows no row."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from mentordesk.ui.imports.columns_grid import ColumnsGrid
from mentordesk.ui.imports.readings_box import ReadingsBox
from mentordesk.ui.widgets import painting
from mentordesk.ui.widgets.label import label
from mentordesk.ui.widgets.page_body import PageBody

if TYPE_CHECKING:
    from mentordesk.exchange.excel.reader import SheetTable
    from mentordesk.ui.imports.draft import Draft

_KEEP = "People already here: update their empty fields, keep what you typed"
_WHY = "Off, because such an export was imported before: what it says now replaces what it said then."
_AROUND_BOX = 60


class ColumnsCard(QFrame):
    """Emits `matched` with a heading and the field chosen for it, and `keeping` for the box at the foot."""

    matched = Signal(str, object)
    keeping = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.setProperty("region", True)
        self._table: SheetTable | None = None
        self._sides: tuple[str, ...] = ()
        self._custom: tuple[str, ...] = ()
        self.used = label("", "body", "text2")
        self.grid = ColumnsGrid()
        self.grid.matched.connect(self.matched)
        self.readings = ReadingsBox()
        self.keep = QCheckBox()
        self.keep.setAccessibleName(_KEEP)
        self.keep.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.keep.setToolTip("Switched off, what the file says replaces what is in the desk")
        self.keep.toggled.connect(self.keeping)
        self.why = label(_WHY, "caption", "text2", wrap=True)
        self.why.hide()
        self.body = PageBody(0, 0)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(15, 12, 15, 12)
        head.addWidget(label("Columns", "section"))
        head.addStretch(1)
        head.addWidget(self.used)
        self.body.column.addWidget(self.grid)
        self.body.column.addWidget(self.readings)
        self.body.column.addStretch(1)
        foot = QFrame()
        foot.setProperty("footer", True)
        box = QVBoxLayout(foot)
        box.setContentsMargins(15, 8, 15, 8)
        box.setSpacing(3)
        box.addWidget(self.keep)
        box.addWidget(self.why)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        inside.addLayout(head)
        inside.addWidget(self.body, 1)
        inside.addWidget(foot)

    def set_custom(self, names: tuple[str, ...]) -> None:
        """The desk's own attributes, that columns can fill too."""
        if names != self._custom:
            self._custom = names
            self._table = None

    def show_draft(self, draft: "Draft") -> None:
        """The columns of a draft with their fields."""
        if draft.table is not self._table or draft.sides() != self._sides:
            self.grid.build(draft, self._custom)
            self._table, self._sides = draft.table, draft.sides()
        self.grid.show_fields(draft)
        count = sum(field is not None for field in draft.mapping.values())
        self.used.setText(f"{count} of {len(draft.table.headings)} used, kept for next time")
        self.keep.blockSignals(True)
        self.keep.setChecked(draft.only_empty)
        self.keep.blockSignals(False)
        self.why.setVisible(draft.again and not draft.only_empty)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.keep.setText(_in_lines(_KEEP, self.width() - _AROUND_BOX))


def _in_lines(text: str, room: int) -> str:
    """The text in lines of at most `room` pixels: a check box wraps none by itself."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and painting.text_width(longer) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return "\n".join(lines)
