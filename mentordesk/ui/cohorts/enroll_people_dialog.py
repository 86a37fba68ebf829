"""Enroll people: a cohort, a role, places, and a list of the directory to tick."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mentordesk.domain.cohorts import MOST_PLACES, EnrollmentForm, EnrollmentStatus, Role, roles_of
from mentordesk.domain.pair_listing import OpenCohort
from mentordesk.domain.people import PersonRow, PersonStatus
from mentordesk.domain.programs import Format
from mentordesk.ui import theme
from mentordesk.ui.desk_dialog import DeskDialog
from mentordesk.ui.widgets.chips import FilterChips
from mentordesk.ui.widgets.column import Column, PersonCell
from mentordesk.ui.widgets.drop_down import DropDown
from mentordesk.ui.widgets.elided_label import ElidedLabel
from mentordesk.ui.widgets.number_field import NumberField
from mentordesk.ui.widgets.row_table import RowTable
from mentordesk.ui.widgets.search_field import SearchField
from mentordesk.ui.workplace import Workplace

FILTERS = [("can_mentor", "Can mentor"), ("wants_mentor", "Wants a mentor"), ("unpaired", "Without a pair")]


@dataclass(frozen=True, slots=True)
class Directory:
    """Who can be enrolled, where, and who is there already: (cohort, role) to the ids of people."""

    cohorts: list[OpenCohort]
    people: list[PersonRow]
    enrolled: dict[tuple[int, Role], frozenset[int]]


def read(session: Any) -> Directory:
    """Cohorts that are not over, people who have not left, and the enrollments that still hold."""
    from mentordesk.services.pairs import pair_listing
    from mentordesk.services.people import people
    from mentordesk.services.programs import enrollment_rows

    everybody = [person for person in people.rows(session) if person.status is not PersonStatus.LEFT]
    return Directory(pair_listing.cohorts(session), everybody, enrollment_rows.enrolled(session))


def _columns() -> tuple[Column, ...]:
    return (
        Column("name", "Person", lambda it: it.name, width=220, stretch=True, kind="person", value=_person),
        Column("department", "Department", lambda it: it.department, width=130, tip=lambda it: it.department),
        Column("role_now", "Today", lambda it: it.role_now, width=130, kind="secondary"),
        Column("pairs", "Pairs", lambda it: str(it.active_pairs or ""), lambda it: it.active_pairs, "right", 62),
    )


def _person(it: PersonRow) -> PersonCell:
    return PersonCell(it.name, ", ".join(part for part in (it.title, it.location) if part))


def _words(it: PersonRow) -> str:
    tags = (*it.offers, *it.wants, *it.experience, *it.languages)
    return " ".join((it.name, it.email, it.title, it.department, it.location, it.company, *tags))


class EnrollPeopleDialog(DeskDialog):
    """Ticked people are enrolled with one role and number of places, in one step."""

    def __init__(self, workplace: Workplace, parent: QWidget | None, cohort_id: int | None = None) -> None:
        super().__init__(workplace, parent, "Enroll people", primary="Enroll", width=760)
        self._directory = workplace.desk.read(read)
        self.cohort = DropDown([(it.id, it.name) for it in self._directory.cohorts])
        self.cohort.choose(cohort_id)
        self.role = DropDown()
        self.capacity = NumberField(0, MOST_PLACES)
        self.capacity.setValue(1)
        self.status = DropDown([(status, status.word) for status in list(EnrollmentStatus)[:3]])
        self.status.choose(EnrollmentStatus.ACCEPTED)
        self.search = SearchField("Name, title, department or skill", keys=None)
        self.filters = FilterChips(FILTERS, "Filters of people")
        self.table = RowTable(_columns(), name="People to enroll", search_text=_words, checkable=True)
        self.told = ElidedLabel("", "caption", "text2")
        self._fill_body()
        self._connect()
        self._on_cohort()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill_body(self) -> None:
        self.form.add_row(
            ("cohort_id", "Cohort", self.cohort),
            ("role", "Role", self.role),
            ("capacity", "Places", self.capacity),
            ("status", "Status", self.status),
            shares=(4, 2, 2, 2),
        )
        self.body.addWidget(self.search)
        self.body.addWidget(self.filters)
        self.table.setMinimumHeight(theme.current().row("table", 2) * 7)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.told)

    def _connect(self) -> None:
        self.cohort.chosen.connect(lambda _id: self._on_cohort())
        self.role.chosen.connect(lambda _role: self._offer())
        self.search.searched.connect(self.table.set_search)
        self.search.left_downwards.connect(self.table.setFocus)
        self.filters.changed.connect(lambda _on: self._filter())
        self.table.checks_changed.connect(lambda _ids: self._count())
        self.table.opened.connect(self._toggle)

    def _on_cohort(self) -> None:
        cohort = next((it for it in self._directory.cohorts if it.id == self.cohort.choice()), None)
        format_ = cohort.format if cohort else Format.TRADITIONAL
        before = self.role.choice()
        self.role.set_choices([(role, role.word) for role in roles_of(format_)])
        self.role.choose(before if before in roles_of(format_) else self._missing_role(roles_of(format_)))
        self._offer()

    def _missing_role(self, roles: tuple[Role, ...]) -> Role:
        """The role that nobody of the cohort has yet. Mentees are waited for most often."""
        free = [role for role in roles if not self._directory.enrolled.get((self.cohort.choice(), role))]
        return (free or roles)[-1]

    def _offer(self) -> None:
        """People who are not in this role of the cohort yet; ticks stay with those who are still offered."""
        there = self._directory.enrolled.get((self.cohort.choice(), self.role.choice()), frozenset())
        offered = [it for it in self._directory.people if it.id not in there]
        ticked = set(self.table.checked_ids()) & {it.id for it in offered}
        self.table.set_rows(offered)
        self.table.set_checked(ticked)
        role = self.role.choice().value
        who = f"1 person is a {role}" if len(there) == 1 else f"{len(there)} people are {role}s"
        words = f"{who} of this cohort already and left out here."
        self.told.setText(words if there else "")
        self._filter()

    def _filter(self) -> None:
        on = self.filters.on()
        tests: dict[str, Callable[[PersonRow], bool]] = {
            "can_mentor": lambda it: it.can_mentor,
            "wants_mentor": lambda it: it.wants_mentor,
            "unpaired": lambda it: not it.active_pairs,
        }
        rows = self.table.rows_model.rows()
        self.filters.set_counts({key: sum(1 for it in rows if test(it)) for key, test in tests.items()})
        self.table.set_filter((lambda it: all(tests[key](it) for key in on)) if on else None)

    def _toggle(self, person_id: int) -> None:
        ids = set(self.table.checked_ids())
        self.table.set_checked(ids ^ {person_id})

    def _count(self) -> None:
        number = len(self.table.checked_ids())
        self.primary.setText(f"Enroll {'1 person' if number == 1 else f'{number} people'}" if number else "Enroll")
        self.primary.setEnabled(bool(number) and self.cohort.choice() is not None)
        nothing = "Tick one or more people first" if self._directory.cohorts else "There is no open cohort yet"
        self.primary.setToolTip("" if self.primary.isEnabled() else nothing)

    def commit(self) -> bool:
        """Enrolls all who are ticked."""
        from mentordesk.services.programs import cohorts

        where = self.cohort.choice(), self.role.choice(), self.capacity.value(), self.status.choice()
        cohort_id, role, capacity, status = where
        ids = self.table.checked_ids()
        forms = [EnrollmentForm(cohort_id, person_id, role, capacity, status) for person_id in ids]
        people = "1 person" if len(ids) == 1 else f"{len(ids)} people"
        return self.do(cohorts.enroll, forms, said=f"{people} enrolled as {role.value}{'s' if len(ids) > 1 else ''}")


def enroll_people(workplace: Workplace, parent: QWidget, cohort_id: int | None = None) -> EnrollPeopleDialog | None:
    """Opens the dialog; without any open cohort it says what comes first."""
    dialog = EnrollPeopleDialog(workplace, parent, cohort_id)
    if dialog.cohort.count() == 0:
        dialog.deleteLater()
        workplace.say(
            "There is no open cohort to enroll people into yet.",
            action="New cohort",
            on_action=lambda: workplace.command("new_cohort"),
        )
        return None
    dialog.open()
    return dialog
