"""What the columns of a form service's export mean: guessed, correctable, remembered. Reads no file."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from mentordesk.exchange.reading.cells import as_text
from mentordesk.exchange.responses.form_book import OWN
from mentordesk.exchange.responses.service_columns import DAY_FIRST, MONTH_FIRST, ORDER, SEVERAL
from mentordesk.exchange.responses.service_fields import FIELDS
from mentordesk.ui import theme
from mentordesk.ui.widgets.date_field import DateField
from mentordesk.ui.widgets.dialog import Dialog
from mentordesk.ui.widgets.drop_down import DropDown
from mentordesk.ui.widgets.elided_label import ElidedLabel
from mentordesk.ui.widgets.form import Form
from mentordesk.ui.widgets.label import label

if TYPE_CHECKING:
    from mentordesk.services.responses.responses import ServiceExport

_HEADING, _VALUE = 250, 150
_ORDERS = [
    (None, "As the file shows it"),
    (DAY_FIRST, "The day first: 3 April"),
    (MONTH_FIRST, "The month first: 4 March"),
]


class ColumnsDialog(Dialog):
    """`mapping` is what was chosen; `asked_on` when the form service asked."""

    def __init__(
        self,
        parent: QWidget,
        export: "ServiceExport",
        mapping: dict[str, str | None],
        own: Sequence[str],
        asked_on: date | None,
        today: Callable[[], date],
    ) -> None:
        super().__init__(f"Columns of “{export.file}”", parent, primary="Use these columns", width=760)
        self.mapping = dict(mapping)
        self.fields: dict[str, DropDown] = {}
        self.asked = DateField(today=today, value=asked_on)
        words = "Choose what each column answers. People are found by their address, pairs by the addresses of both."
        self.body.addWidget(label(words, "body", "text2", wrap=True))
        self.body.addLayout(self._grid(export, _choices(own)))
        form = Form()
        hint = "Answers more than 14 days later are taken and marked as late. May stay empty."
        self.order = DropDown(_ORDERS, "Dates")
        self.order.choose(self.mapping.get(ORDER))
        form.add("order", "Dates such as 3/4/2026", self.order)
        form.add("asked_on", "The form service asked on", self.asked, hint)
        self.body.addWidget(form)

    def _grid(self, export: "ServiceExport", choices: list[tuple[str | None, str]]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        for at, words in enumerate(("Column in the file", "What it answers", "First value")):
            grid.addWidget(label(words, "strong_caption", "text2"), 0, at)
        for at, heading in enumerate(export.table.headings):
            name = ElidedLabel(" ".join(heading.split()), "strong")
            name.setMinimumWidth(theme.current().wide(_HEADING))
            field = DropDown(choices, f"What “{heading}” answers")
            field.choose(self.mapping.get(heading))
            self.fields[heading] = field
            cells = (as_text(row[at]) for _number, row in export.table.body)
            # A comment is for the pair's page alone: its first one is not shown to whoever looks over a shoulder.
            first = "…" if self.mapping.get(heading) == "comment" else next((text for text in cells if text), "")
            value = ElidedLabel(" ".join(first.split()), "body", "text2")
            value.setMinimumWidth(theme.current().wide(_VALUE))
            for place, widget in enumerate((name, field, value)):
                grid.addWidget(widget, at + 1, place)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 2)
        return grid

    def commit(self) -> bool:
        """Takes what was chosen; a field that two columns have goes back to the first."""
        if self.asked.problem():
            self.note.setText(self.asked.problem())
            return False
        self.mapping = {heading: field.choice() for heading, field in self.fields.items()}
        if self.order.choice() is not None:
            self.mapping[ORDER] = self.order.choice()
        chosen = [field for heading, field in self.mapping.items() if heading and field not in (None, *SEVERAL)]
        twice = next((field for field in chosen if chosen.count(field) > 1), None)
        if twice is not None:
            title = FIELDS.get(twice, "The same question")
            self.note.setText(f"“{title}” is chosen for two columns. Choose another one for one of them.")
            return False
        return True


def _choices(own: Sequence[str]) -> list[tuple[str | None, str]]:
    asked = [(f"{OWN}{place}", text) for place, text in enumerate(own, start=1)]
    return [(None, "Leave out"), *FIELDS.items(), *asked]
