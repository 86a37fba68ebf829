"""The people of a cohort: role, places used, status. Changed in a small form or by the menu; enrolled and removed."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from mentordesk.domain.cohorts import EnrollmentRow, EnrollmentStatus, Role, roles_of
from mentordesk.domain.dates import short
from mentordesk.ui import icons
from mentordesk.ui.cohorts.enrollment_dialog import EnrollmentDialog
from mentordesk.ui.cohorts.reading import CohortSheet
from mentordesk.ui.widgets.chips import FilterChips
from mentordesk.ui.widgets.column import ChipCell, Column, PersonCell
from mentordesk.ui.widgets.empty_state import EmptyState
from mentordesk.ui.widgets.label import button, row
from mentordesk.ui.widgets.painting import STATUS_TONES
from mentordesk.ui.widgets.row_table import RowTable
from mentordesk.ui.widgets.search_field import SearchField
from mentordesk.ui.workplace import Workplace

ALIVE = frozenset({EnrollmentStatus.ACCEPTED, EnrollmentStatus.APPLIED, EnrollmentStatus.WAITLISTED})
FILTERS: dict[str, tuple[str, Callable[[EnrollmentRow], bool]]] = {
    "mentor": ("Mentors", lambda it: it.role is Role.MENTOR),
    "mentee": ("Mentees", lambda it: it.role is Role.MENTEE),
    "peer": ("Peers", lambda it: it.role is Role.PEER),
    "free": ("Free places", lambda it: it.status is EnrollmentStatus.ACCEPTED and it.places_used < it.capacity),
    "waiting": ("Applied or waiting", lambda it: it.status in ALIVE and it.status is not EnrollmentStatus.ACCEPTED),
    "withdrawn": ("Withdrawn", lambda it: it.status is EnrollmentStatus.WITHDRAWN),
}
_ROLES = frozenset({"mentor", "mentee", "peer"})
_VERBS = {
    EnrollmentStatus.ACCEPTED: ("Accept", "accepted"),
    EnrollmentStatus.WAITLISTED: ("Put on the waiting list", "on the waiting list"),
    EnrollmentStatus.WITHDRAWN: ("Withdraw", "withdrawn"),
    EnrollmentStatus.COMPLETED: ("Mark as completed", "completed"),
}
_ICONS = {
    EnrollmentStatus.ACCEPTED: "check",
    EnrollmentStatus.WAITLISTED: "clock",
    EnrollmentStatus.WITHDRAWN: "undo",
    EnrollmentStatus.COMPLETED: "flag",
}
_SIDES = {Role.MENTOR: "left", Role.MENTEE: "right", Role.PEER: "neutral"}


def _columns() -> tuple[Column, ...]:
    return (
        Column("name", "Person", lambda it: it.name, width=200, stretch=True, kind="person", value=_person, tip=_tip),
        Column("role", "Role", lambda it: it.role.word, width=70),
        Column("places", "Places used", _places, sort=lambda it: it.places_used, align="right", width=92),
        Column("status", "Status", lambda it: it.status.word, width=110, kind="chip", value=_status),
        Column("enrolled", "Enrolled on", _day, sort=lambda it: it.enrolled_on, width=110, kind="secondary"),
        Column("note", "Note", lambda it: it.note, width=100, kind="secondary", tip=lambda it: it.note),
    )


def _person(it: EnrollmentRow) -> PersonCell:
    return PersonCell(it.name, it.title or it.email, _SIDES[it.role])


def _tip(it: EnrollmentRow) -> str:
    return ", ".join(part for part in (it.name, it.title, it.email) if part)


def _places(it: EnrollmentRow) -> str:
    return f"{it.places_used} of {it.capacity}"


def _status(it: EnrollmentRow) -> ChipCell:
    return ChipCell(it.status.word, STATUS_TONES.get(it.status.value, "neutral"))


def _day(it: EnrollmentRow) -> str:
    return f"{short(it.enrolled_on)} {it.enrolled_on.year}"


class PeopleTab(QWidget):
    """Double click or F2 changes an enrollment; Del removes it."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._sheet: CohortSheet | None = None
        self.search = SearchField("Search these people")
        self.filters = FilterChips([(key, title) for key, (title, _) in FILTERS.items()], "Filters of people")
        self.table = RowTable(_columns(), name="People of the cohort")
        self.empty = EmptyState("people", "Nobody is enrolled yet")
        self.edit = button("Change…", icon="edit", on_click=self._edit_selected, small=True)
        self._lay_out()
        self._connect()
        self._on_selected([])

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(10)
        first = row(self.search, self.edit, gap=12)
        first.insertWidget(1, self.filters, 1, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(first)
        column.addWidget(self.table, 1)
        column.addWidget(self.empty, 1)
        self.table.setProperty("region", True)

    def _connect(self) -> None:
        self.search.searched.connect(self.table.set_search)
        self.search.left_downwards.connect(self.table.setFocus)
        self.filters.changed.connect(lambda _on: self._filter())
        self.table.opened.connect(self._open)
        self.table.edit_requested.connect(self._open)
        self.table.menu_requested.connect(self._show_menu)
        self.table.delete_requested.connect(self._remove)
        self.table.selected.connect(self._on_selected)
        self.table.shown.connect(lambda _count: self._show_empty())

    def show_sheet(self, sheet: CohortSheet) -> None:
        """Shows another cohort, or the same one newly read."""
        self._sheet = sheet
        for key, (_, allows) in FILTERS.items():
            count = sum(1 for it in sheet.enrollments if allows(it))
            self.filters.chip(key).set_count(count)
            self.filters.chip(key).setVisible(bool(count) or key in self.filters.on())
        self.filters.setVisible(bool(sheet.enrollments))
        self.table.set_rows(sheet.enrollments)
        self._filter()
        self._show_empty()

    def _filter(self) -> None:
        on = self.filters.on()
        roles, others = on & _ROLES, on - _ROLES

        def allow(it: EnrollmentRow) -> bool:
            return (not roles or it.role.value in roles) and all(FILTERS[key][1](it) for key in others)

        self.table.set_filter(allow if on else None)

    def _show_empty(self) -> None:
        if self._sheet is None:
            return
        self.table.setVisible(self.table.count() > 0)
        self.empty.setVisible(self.table.count() == 0)
        if self._sheet.enrollments:
            self.empty.say_not_found("person", self.search.text(), self._clear)
        elif self._workplace.read_only:
            self.empty.say("people", "Nobody is enrolled")
        else:
            who = " and ".join(f"{role.value}s" for role in roles_of(self._sheet.row.format))
            words = f"Enroll {who}: the people of your directory who take part in this cohort."
            self.empty.say("people", "Nobody is enrolled yet", words, "Enroll people", self.enroll)

    def _clear(self) -> None:
        self.search.clear()
        self.filters.set_on(set())

    # Actions

    def enroll(self) -> None:
        """The dialog that enrolls people into this cohort."""
        if self._sheet is not None:
            self._workplace.command("enroll_people", cohort_id=self._sheet.row.id)

    def _on_selected(self, ids: list[int]) -> None:
        self.edit.setEnabled(len(ids) == 1 and not self._workplace.read_only)
        reason = "This desk is open to read only" if self._workplace.read_only else "Select one person to change"
        self.edit.setToolTip("" if self.edit.isEnabled() else reason)

    def _edit_selected(self) -> None:
        self._open(self.table.selected_ids()[0])

    def _open(self, enrollment_id: int | None) -> None:
        it = self.table.row_of(enrollment_id)
        if it is None or self._sheet is None:
            return
        if self._workplace.read_only:
            self._workplace.go("people", it.person_id)
        else:
            EnrollmentDialog(self._workplace, self, it, self._sheet.row.format).open()

    def _set_status(self, ids: list[int], status: EnrollmentStatus) -> None:
        from mentordesk.services.programs import cohorts

        what = self.table.row_of(ids[0]).name if len(ids) == 1 else f"{len(ids)} people"
        self._workplace.do(cohorts.set_enrollment_status, ids, status, said=f"{what} {_VERBS[status][1]}")

    def _remove(self, ids: list[int]) -> None:
        from mentordesk.services.programs import cohorts

        if not self._workplace.read_only:
            people = "1 person" if len(ids) == 1 else f"{len(ids)} people"
            self._workplace.do(cohorts.remove_enrollments, ids, said=f"{people} removed from the cohort")

    def _show_menu(self, ids: list[int], place: QPoint) -> None:
        chosen = [it for each in ids if (it := self.table.row_of(each)) is not None]
        if not chosen:
            return
        menu = QMenu(self)
        if len(chosen) == 1:
            menu.addAction(
                icons.icon("people"), "Show the person", lambda: self._workplace.go("people", chosen[0].person_id)
            )
            menu.addAction(icons.icon("edit"), "Change role, places or status…", lambda: self._open(ids[0]))
            menu.addSeparator()
        for status, (verb, _) in _VERBS.items():
            if any(it.status is not status for it in chosen):
                menu.addAction(icons.icon(_ICONS[status]), verb, partial(self._set_status, ids, status))
        menu.addSeparator()
        menu.addAction(icons.icon("remove"), "Remove from the cohort", lambda: self._remove(ids))
        for action in menu.actions()[1:] if len(chosen) == 1 else menu.actions():
            action.setEnabled(not self._workplace.read_only)
        menu.popup(place)
