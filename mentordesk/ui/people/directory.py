"""The left side of the page: everybody by name, searched and filtered."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QStackedLayout, QVBoxLayout, QWidget

from mentordesk.domain.people import PersonRow, PersonStatus
from mentordesk.domain.text import fold
from mentordesk.ui import icons
from mentordesk.ui.people import wording
from mentordesk.ui.people.filter_bar import FilterBar
from mentordesk.ui.people.people_filter import EVERYBODY, PeopleFilter
from mentordesk.ui.people.person_actions import PersonActions
from mentordesk.ui.people.reading import Directory
from mentordesk.ui.widgets.column import Column, PersonCell
from mentordesk.ui.widgets.empty_state import EmptyState
from mentordesk.ui.widgets.kept_place import show_found
from mentordesk.ui.widgets.label import button
from mentordesk.ui.widgets.page_header import PageHeader
from mentordesk.ui.widgets.row_table import RowTable


def _columns() -> tuple[Column, ...]:
    return (
        Column(
            "name", "Person", lambda it: it.name, width=180, stretch=True, kind="person", value=_cell, accessible=_said
        ),
        Column("now", "Today", wording.now, align="right", width=118, kind="secondary"),
    )


def _cell(row: PersonRow) -> PersonCell:
    return PersonCell(row.name, wording.caption(row))


def _said(row: PersonRow) -> str:
    return ", ".join(part for part in (row.name, wording.caption(row), wording.now(row)) if part)


_NOTHING_YET = 2
"""The page of the stack that shows nothing: until everybody has been read."""


class PeopleDirectory(QWidget):
    """Emits the person whose card is shown, and the one that was opened by double click or Enter."""

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, actions: PersonActions) -> None:
        super().__init__()
        self.setProperty("region", True)
        self.setAccessibleName("Directory")
        self._actions = actions
        self._directory: Directory | None = None
        self.header = PageHeader("People")
        self.new = self.header.add_action(button("New person", icon="plus", on_click=actions.new))
        actions.lock(self.new)
        self.bar = FilterBar()
        self.table = RowTable(_columns(), name="People", search_text=wording.searched, row="directory")
        self.table.horizontalHeader().hide()
        self.empty = EmptyState("people", "Nobody is here yet")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        below = QWidget()
        self._stack = QStackedLayout(below)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(QWidget())
        self._stack.setCurrentIndex(_NOTHING_YET)
        self._inside = inside = QVBoxLayout(self)
        self.set_alone(False)
        inside.setSpacing(10)
        for part, share in ((self.header, 0), (self.bar, 0), (below, 1)):
            inside.addWidget(part, share)

    def set_alone(self, alone: bool) -> None:
        """Alone on the page it keeps the margin of a page at the right too."""
        self._inside.setContentsMargins(24, 16, 24 if alone else 16, 16)

    def _connect(self) -> None:
        self.bar.changed.connect(lambda chosen: self.table.set_filter(chosen.allows))
        self.bar.search.searched.connect(self.table.set_search)
        self.bar.search.left_downwards.connect(self._go_down)
        self.table.set_filter(self.bar.filter().allows)
        self.table.selected.connect(self._on_selected)
        self.table.opened.connect(self.opened)
        self.table.edit_requested.connect(self._actions.edit)
        self.table.menu_requested.connect(self._show_menu)
        self.table.shown.connect(self._on_shown)

    # Rows

    def show_directory(self, directory: Directory) -> None:
        """Shows other people; filter, selection and scroll stay."""
        self._directory = directory
        self.header.set_facts(wording.directory_facts(directory.people, directory.whole))
        self.bar.show_people(directory.people)
        self.table.set_rows(directory.people)

    def selected_rows(self) -> list[PersonRow]:
        """The selected people, from top to bottom."""
        found = (self.table.row_of(person_id) for person_id in self.table.selected_ids())
        return [row for row in found if row is not None]

    def show_person(self, person_id: int) -> bool:
        """Selects a person, without search and filters if they hide them; False for somebody outside the scope."""
        if self.table.row_of(person_id) is None:
            if not any(row.id == person_id for row in self.table.rows_model.rows()):
                self.table.clearSelection()
                return False
            self.bar.search.clear()
            self.bar.set_filter(PeopleFilter(status=EVERYBODY))
        self.table.select([person_id])
        return True

    def select_first(self) -> None:
        """The card is not to be empty when the page opens."""
        if self.table.count() and not self.table.selected_ids():
            self.table.select([self.table.rows_model.row_at(0).id])

    # What happens

    def _on_shown(self, number: int) -> None:
        if self._directory is None:
            return
        show_found(self._stack, self.table, self.empty, bool(number))
        if number:
            return
        if self._directory.people:
            self._say_not_found()
        elif not self._directory.whole:
            self.empty.say("people", "Nobody takes part here yet", "Enroll people into a cohort of this program.")
        else:
            sentence = "Add the first person by hand, or import a roster from Excel."
            self.empty.say("people", "Nobody is here yet", sentence, "New person", self._actions.new)
            self._actions.lock(self.empty.action)

    def _say_not_found(self) -> None:
        searched = self.bar.search.text().strip()
        left = self._left_behind(searched)
        if not left:
            self.empty.say_not_found("person", searched, self.bar.clear)
            return
        who = left[0].name if len(left) == 1 else f"{len(left)} people who have left"
        said = f"{who} has left and is kept with all pairs." if len(left) == 1 else f"There are {who}."
        title = f"Nobody here matches “{searched}”"
        self.empty.say("search", title, said, "Show who has left", self._show_left, action_icon="eye")

    def _left_behind(self, searched: str) -> list[PersonRow]:
        """Who has left and matches what is searched."""
        words = fold(searched).split()
        known: list[PersonRow] = self.table.rows_model.rows()
        left = [row for row in known if row.status is PersonStatus.LEFT] if words else []
        return [row for row in left if all(word in fold(wording.searched(row)) for word in words)]

    def _show_left(self) -> None:
        self.bar.set_filter(PeopleFilter(status=PersonStatus.LEFT.value))
        self.table.setFocus()

    def _on_selected(self, ids: list[int]) -> None:
        current = self.table.current_id()
        self.chosen.emit(current if current in ids else ids[0] if ids else None)

    def _go_down(self) -> None:
        self.table.setFocus()
        self.select_first()

    def _show_menu(self, _ids: list[int], place: QPoint) -> None:
        menu = QMenu(self)
        self._actions.fill_menu(menu, self.selected_rows())
        menu.addSeparator()
        menu.addAction(icons.icon("copy"), "Copy as a table", self.table.copy)
        menu.popup(place)
