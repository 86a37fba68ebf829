"""The desk's own fields of people: listed with how many are filled, added, changed, removed."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QFrame, QMenu, QPushButton, QVBoxLayout, QWidget

from mentordesk.domain.custom_values import CHOOSING
from mentordesk.domain.people import CustomFieldForm, CustomFieldRow, FieldKind
from mentordesk.domain.wording import counted
from mentordesk.ui import icons, theme
from mentordesk.ui.preferences.field_dialog import FieldDialog
from mentordesk.ui.preferences.lines import titled_card
from mentordesk.ui.widgets.column import Column
from mentordesk.ui.widgets.empty_state import EmptyState
from mentordesk.ui.widgets.label import button, column, icon_button, label
from mentordesk.ui.widgets.row_table import RowTable
from mentordesk.ui.workplace import Workplace

READ_ONLY = "This desk is open to read only: nothing in it can be changed here."
_MOST_ROWS = 14


def values_words(row: CustomFieldRow) -> str:
    """What a field holds: "5 levels", "14 choices", and whether reports leave it out."""
    noun = "level" if row.kind is FieldKind.ORDERED else "choice"
    values = counted(len(row.choices), noun) if row.kind in CHOOSING else ""
    hidden = "hidden in reports" if values else "Hidden in reports"
    return ", ".join(part for part in (values, hidden if row.hidden_in_reports else "") if part)


def _columns() -> list[Column]:
    return [
        Column("field", "Field", lambda row: row.name, kind="strong", width=120, stretch=True, fixed=True),
        Column("kind", "Kind", lambda row: row.kind.word, width=122),
        Column("values", "Values", values_words, width=112, kind="secondary"),
        Column("filled", "Filled", lambda row: f"{row.filled:,}", width=54, align="right"),
        Column("more", "", lambda _row: "", width=40, fixed=True, searched=False),
    ]


class FieldsCard(QWidget):
    """Each change is one step that can be undone."""

    def __init__(self, workplace: Workplace, page: QWidget) -> None:
        super().__init__()
        self._workplace, self._page = workplace, page
        self.add = button("Add field", icon="plus", on_click=self.new, small=True)
        self.table = RowTable(_columns(), name="Custom fields of people", several=False, row="table", framed=False)
        self.table.horizontalHeader().setSectionsClickable(False)
        self.table.horizontalHeader().setSortIndicatorShown(False)
        self.note = label("", "caption", "text2", wrap=True)
        self.note.setContentsMargins(16, 8, 16, 8)
        words = "Cost center, career stage, chapter: whatever your company tells people apart by."
        self.empty = EmptyState("people", "No custom fields yet", words, "Add field", self.new)
        self.empty.setContentsMargins(16, 16, 16, 16)
        parts = QWidget()
        rows = column(self.table)
        rows.setContentsMargins(8, 0, 0, 0)
        below = column(self.note, self.empty, gap=0)
        below.insertLayout(0, rows)
        parts.setLayout(below)
        for part in (self.table, self.note, self.empty):
            part.hide()
        self.card: QFrame = titled_card("Custom fields of people", parts, action=self.add)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.card)
        self._connect()

    def _connect(self) -> None:
        for each in (self.add, self.empty.action):
            each.setEnabled(not self._workplace.read_only)
            each.setToolTip(READ_ONLY if self._workplace.read_only else "")
        self.table.opened.connect(self.change)
        self.table.edit_requested.connect(self.change)
        self.table.delete_requested.connect(lambda ids: self.remove(ids[0]))
        self.table.menu_requested.connect(lambda ids, place: self.menu(ids[0]).popup(place))
        self.table.horizontalScrollBar().rangeChanged.connect(lambda _low, _high: self._fit())
        theme.look.changed.connect(self._fit)

    def show_rows(self, rows: Sequence[CustomFieldRow], people: int) -> None:
        """The fields in their order, of so many people."""
        self.table.set_rows(rows)
        everybody = "1 person" if people == 1 else f"{people:,} people"
        self.note.setText(f"Of {everybody}, those who have left among them. Import fills these fields too.")
        for part in (self.table, self.note):
            part.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self._add_buttons()
        self._fit()

    def _add_buttons(self) -> None:
        last = len(_columns()) - 1
        for at, row in enumerate(self.table.rows_model.shown_rows()):
            more = icon_button("more", f"More about {row.name}", small=True)
            more.clicked.connect(lambda _on, field_id=row.id, it=more: self._open_menu(field_id, it))
            self.table.setIndexWidget(self.table.rows_model.index(at, last), more)

    def _open_menu(self, field_id: int, it: QPushButton) -> None:
        self.table.select([field_id])
        self.menu(field_id).popup(it.mapToGlobal(QPoint(0, it.height())))

    def _fit(self) -> None:
        """As high as its rows, so that the page scrolls and not the table."""
        rows = min(self.table.count(), _MOST_ROWS)
        header = self.table.horizontalHeader().sizeHint().height()
        bar = self.table.horizontalScrollBar()
        across = bar.sizeHint().height() if bar.maximum() > 0 else 0
        self.table.setFixedHeight(header + rows * self.table.verticalHeader().defaultSectionSize() + across + 2)

    # Acting

    def menu(self, field_id: int) -> QMenu:
        """Everything one can do with a field; shown by the caller."""
        row = self.table.row_of(field_id)
        menu = QMenu(self)
        hide = "Show in reports" if row.hidden_in_reports else "Hide in reports"
        choices = ", choices" if row.kind in CHOOSING else ""
        for icon, words, act in (
            ("edit", f"Change name{choices}…", self.change),
            ("eye", hide, self.toggle_hidden),
            ("remove", "Remove", self.remove),
        ):
            action = menu.addAction(icons.icon(icon), words, partial(act, field_id))
            action.setEnabled(not self._workplace.read_only)
        return menu

    def new(self) -> None:
        """Asks for a new field."""
        if not self._workplace.read_only:
            FieldDialog(self._workplace, self._page).open()

    def change(self, field_id: int) -> None:
        """Asks for another name, other choices."""
        if not self._workplace.read_only:
            FieldDialog(self._workplace, self._page, self.table.row_of(field_id)).open()

    def toggle_hidden(self, field_id: int) -> None:
        """Leaves the field out of reports, or takes it in again."""
        from mentordesk.services import custom_fields

        row: CustomFieldRow = self.table.row_of(field_id)
        form = CustomFieldForm(row.name, row.kind, row.choices, not row.hidden_in_reports, row.id)
        words = "shown in reports again" if row.hidden_in_reports else "hidden in reports"
        self._workplace.do(custom_fields.save, form, said=f"{row.name} {words}")

    def remove(self, field_id: int) -> None:
        """Removes the field with its values; the toast says how many."""
        from mentordesk.services import custom_fields

        row: CustomFieldRow = self.table.row_of(field_id)
        people = (
            ""
            if not row.filled
            else f" with the values of {row.filled:,} " + ("person" if row.filled == 1 else "people")
        )
        if not self._workplace.read_only:
            self._workplace.do(custom_fields.remove, field_id, said=f"Field {row.name} removed{people}")
