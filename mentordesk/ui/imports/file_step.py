"""The first step: choosing a file, its sheet and the row with the headings, with its first rows to look at."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from mentordesk.domain.errors import UserError
from mentordesk.exchange.reading.cells import as_text
from mentordesk.ui.imports.drop_zone import DropZone
from mentordesk.ui.imports.file_sample import FileSample
from mentordesk.ui.widgets.drop_down import DropDown
from mentordesk.ui.widgets.elided_label import ElidedLabel
from mentordesk.ui.widgets.label import button, card, icon_label, label

if TYPE_CHECKING:
    from mentordesk.exchange.excel.reader import SheetTable
    from mentordesk.ui.imports.draft import Draft

_HEADER_ROWS = 50
_COUNTS = [(1, "one row"), (2, "two rows"), (3, "three rows")]


class FileStep(QWidget):
    """Shows the drop zone until there is a file, then the file; a fault of a file stands above either."""

    choose_asked = Signal()
    empty_roster_asked = Signal()
    sheet_chosen = Signal(str)
    headings_chosen = Signal(int, int)
    """The index of the first row with headings, and how many rows have them."""

    def __init__(self) -> None:
        super().__init__()
        self.zone = DropZone(self.choose_asked.emit, self.empty_roster_asked.emit)
        self.fault = card("risk")
        self.fault_words = label("", "strong", "risk", wrap=True)
        self.fault_advice = label("", "body", "text2", wrap=True)
        self.file = ElidedLabel("", "section")
        self.sheet = DropDown(name="Sheet")
        self.sheet_title = self._title("Sheet", self.sheet)
        self.header = DropDown(name="Row with the headings")
        self.header_title = self._title("The headings are in", self.header)
        self.count = DropDown(_COUNTS, "How many rows the headings take")
        self.notes = label("", "caption", "text2", wrap=True)
        self.sample = FileSample()
        self._lay_out()
        self.sheet.chosen.connect(lambda name: self.sheet_chosen.emit(name))
        self.header.chosen.connect(lambda index: self.headings_chosen.emit(index, 1))
        self.count.chosen.connect(lambda count: self.headings_chosen.emit(self.header.choice(), count))
        self.sample.header_chosen.connect(lambda index: self.headings_chosen.emit(index, 1))

    def _title(self, words: str, field: QWidget) -> QWidget:
        made = label(words, "body", "text2")
        made.setBuddy(field)
        return made

    def _lay_out(self) -> None:
        said = QVBoxLayout(self.fault)
        said.setContentsMargins(16, 10, 16, 10)
        said.setSpacing(3)
        said.addWidget(self.fault_words)
        said.addWidget(self.fault_advice)
        self.fault.hide()
        self._either = QStackedLayout()
        self._either.addWidget(self.zone)
        self._either.addWidget(self._file_card())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addWidget(self.fault)
        whole.addLayout(self._either, 1)

    def _file_card(self) -> QWidget:
        frame = card()
        frame.setProperty("region", True)
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 16, 12)
        head.setSpacing(8)
        head.addWidget(icon_label("file-text", "accent", 18))
        head.addWidget(self.file, 1)
        head.addWidget(button("Choose another file…", on_click=self.choose_asked.emit, small=True))
        where = QHBoxLayout()
        where.setContentsMargins(16, 0, 16, 12)
        where.setSpacing(8)
        for part in (self.sheet_title, self.sheet, self.header_title, self.header, self.count):
            where.addWidget(part)
        where.addStretch(1)
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        inside.addLayout(head)
        inside.addLayout(where)
        said = QHBoxLayout()
        said.setContentsMargins(16, 0, 16, 10)
        said.addWidget(self.notes)
        inside.addLayout(said)
        inside.addWidget(self.sample, 1)
        return frame

    def show_draft(self, draft: "Draft | None") -> None:
        """The file of a draft; None shows the drop zone."""
        self._either.setCurrentIndex(0 if draft is None else 1)
        if draft is None:
            return
        self.file.setText(draft.path.name)
        table = draft.table
        several = len(table.sheets) > 1
        self.sheet_title.setVisible(several)
        self.sheet.setVisible(several)
        self.sheet.set_choices([(name, name) for name in table.sheets])
        self.sheet.choose(table.name)
        self.header.set_choices(_header_choices(table))
        self.header.choose(table.header)
        self.count.set_choices(_COUNTS if table.header_rows in dict(_COUNTS) else [*_COUNTS, _count(table.header_rows)])
        self.count.choose(table.header_rows)
        self.notes.setText(". ".join(table.notes))
        self.notes.setVisible(bool(table.notes))
        self.sample.show_table(table)

    def show_fault(self, error: UserError | None) -> None:
        """What is wrong with a file that was chosen; None takes it away."""
        self.fault.setVisible(error is not None)
        if error is not None:
            self.fault_words.setText(str(error))
            self.fault_advice.setText(" ".join(part for part in (error.advice, error.safe) if part))
            self.fault_advice.setVisible(bool(self.fault_advice.text()))
            self.fault.setAccessibleName(error.sentence())


def _count(rows: int) -> tuple[int, str]:
    return rows, f"{rows} rows"


def _header_choices(table: "SheetTable") -> list[tuple[int, str]]:
    """The rows that can be headings, with their first cells."""
    found = []
    for index, row in enumerate(table.rows[:_HEADER_ROWS]):
        cells = [as_text(cell) for cell in row if cell is not None]
        if cells:
            words = ", ".join(" ".join(cell.split()) for cell in cells[:3]) + (", …" if len(cells) > 3 else "")
            found.append((index, f"row {index + 1}: {words[:60]}"))
    return found
