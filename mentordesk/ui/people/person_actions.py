"""What can be done to people: edit, pair, enroll, on leave, left, back. One menu for the directory and the card."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from mentordesk.domain.cohorts import EnrollmentStatus
from mentordesk.domain.pair_listing import OpenCohort
from mentordesk.domain.people import CareerRow, PersonRow, PersonStatus
from mentordesk.domain.wording import counted
from mentordesk.ui import icons
from mentordesk.ui.workplace import Workplace

READ_ONLY = "This desk is open to read only"
_STATUSES = (
    (PersonStatus.ACTIVE, "Mark as active again", "undo"),
    (PersonStatus.LEAVE, "Mark as on leave", "pause"),
    (PersonStatus.LEFT, "Mark as left", "departure"),
)


class PersonActions:
    """Carries out actions on people and says so; shows only those that fit their status."""

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        self._workplace = workplace
        self._parent = parent

    @property
    def allowed(self) -> bool:
        """Whether this desk may be changed."""
        return not self._workplace.read_only

    def lock(self, *widgets: QWidget) -> None:
        """On a desk open to read only these are disabled and say why."""
        for widget in widgets if not self.allowed else ():
            widget.setEnabled(False)
            widget.setToolTip(READ_ONLY)

    def new(self) -> None:
        """The dialog for a new person."""
        self._workplace.command("new_person")

    def edit(self, person_id: int) -> None:
        """The dialog with everything about a person."""
        self._workplace.command("edit_person", person_id=person_id)

    def pair(self, row: PersonRow) -> None:
        """A new pair: on the side on which the person is free, else as mentee."""
        side = "mentor_id" if row.can_mentor and not row.wants_mentor else "mentee_id"
        self._workplace.command("new_pair", **{side: row.id})

    def find_match(self, row: PersonRow) -> None:
        """Matching of the cohort the person is in; of several one is chosen, and who is in none is enrolled first."""
        from mentordesk.services.pairs import pair_listing
        from mentordesk.services.programs import enrollment_rows

        open_ = {cohort.id: cohort for cohort in self._workplace.desk.read(pair_listing.cohorts)}
        enrolled = self._workplace.desk.read(enrollment_rows.of_person, row.id)
        accepted = [it.cohort_id for it in enrolled if it.status is EnrollmentStatus.ACCEPTED]
        found = [open_[cohort_id] for cohort_id in dict.fromkeys(accepted) if cohort_id in open_]
        if len(found) == 1:
            self._show_matching(found[0].id, row)
        elif found:
            self._choose_cohort(found, row)
        else:
            self._enroll_to_match(row)

    def _show_matching(self, cohort_id: int, row: PersonRow) -> None:
        self._workplace.go("matching", id=cohort_id, person=row.id)

    def _choose_cohort(self, found: Sequence[OpenCohort], row: PersonRow) -> None:
        from mentordesk.ui.people.match_dialog import MatchDialog

        dialog = MatchDialog(found, row.name, self._parent)
        dialog.accepted.connect(lambda: self._show_matching(dialog.cohort.choice(), row))
        dialog.open()

    def _enroll_to_match(self, row: PersonRow) -> None:
        from mentordesk.ui.people.enroll_chosen_dialog import EnrollChosenDialog

        if not self.allowed:
            self._workplace.say(f"{row.name} is in no cohort to be matched in. {READ_ONLY}.")
            return
        dialog = EnrollChosenDialog(self._workplace, self._parent, [row])
        dialog.accepted.connect(lambda: self._show_matching(dialog.cohort.choice(), row))
        dialog.open()

    def introduce(self, row: PersonRow) -> None:
        """The dialog for somebody who would like to meet somebody."""
        self._workplace.command("new_introduction", person_id=row.id)

    def export(self, row: PersonRow) -> None:
        """Everything that is kept about a person, as a workbook for that person."""
        self._workplace.command("export_person_data", person_id=row.id, name=row.name)

    def enroll(self, rows: Sequence[PersonRow]) -> None:
        """The dialog that enrolls these people into a cohort."""
        from mentordesk.ui.people.enroll_chosen_dialog import EnrollChosenDialog

        EnrollChosenDialog(self._workplace, self._parent, rows).open()

    def add_career(self, row: PersonRow) -> None:
        """The dialog for a career milestone."""
        from mentordesk.ui.people.career_dialog import CareerDialog

        CareerDialog(self._workplace, self._parent, row.id, row.name).open()

    def edit_career(self, row: PersonRow, it: CareerRow) -> None:
        """The dialog for a career milestone that is there already."""
        from mentordesk.ui.people.career_dialog import CareerDialog

        CareerDialog(self._workplace, self._parent, row.id, row.name, it).open()

    def set_status(self, rows: Sequence[PersonRow], status: PersonStatus) -> None:
        """Mark people as active, on leave or left. Their pairs stay as they are, and the toast says so."""
        from mentordesk.services.people import people

        who = rows[0].name if len(rows) == 1 else f"{len(rows)} people"
        pairs = sum(row.active_pairs for row in rows)
        open_ = f". {counted(pairs, 'active pair')} to look after" if pairs and status is PersonStatus.LEFT else ""
        said = f"{who} marked as {status.word.lower()}{open_}"
        self._workplace.do(people.set_status, [row.id for row in rows], status, said=said)

    def fill_menu(self, menu: QMenu, rows: Sequence[PersonRow]) -> None:
        """Everything that can be done to these people."""
        if not rows:
            return
        if len(rows) == 1:
            self._fill_single(menu, rows[0])
        here = [row for row in rows if row.status is not PersonStatus.LEFT]
        if here:
            self._add(menu, "user-plus", "Enroll in a cohort…", partial(self.enroll, here))
        menu.addSeparator()
        for status, words, icon in _STATUSES:
            others = [row for row in rows if row.status is not status]
            if others:
                self._add(menu, icon, words, partial(self.set_status, others, status))
        menu.addSeparator()
        addresses = [row.email for row in rows if row.email]
        words = "Copy e-mail address" if len(addresses) < 2 else f"Copy {len(addresses)} e-mail addresses"
        copy = menu.addAction(icons.icon("copy"), words, lambda: self._copy(addresses))
        copy.setEnabled(bool(addresses))
        if len(rows) == 1:
            export = menu.addAction(icons.icon("export"), "Export this person’s data…", partial(self.export, rows[0]))
            export.setToolTip("Everything the desk keeps about this person, as a workbook")

    def _fill_single(self, menu: QMenu, row: PersonRow) -> None:
        self._add(menu, "edit", "Edit…", partial(self.edit, row.id))
        self._add(menu, "star", "Add a career milestone…", partial(self.add_career, row))
        if row.status is not PersonStatus.LEFT:
            match = menu.addAction(icons.icon("matching"), "Find a match", partial(self.find_match, row))
            match.setToolTip("Matching of the cohort, with this person chosen")
            self._add(menu, "pairs", "New pair…", partial(self.pair, row))
            self._add(menu, "introduction", "New introduction…", partial(self.introduce, row))

    def _add(self, menu: QMenu, icon: str, words: str, act: partial[None]) -> None:
        action = menu.addAction(icons.icon(icon), words, act)
        action.setEnabled(self.allowed)
        action.setToolTip("" if self.allowed else READ_ONLY)

    def _copy(self, addresses: Sequence[str]) -> None:
        QGuiApplication.clipboard().setText("; ".join(addresses))
        said = addresses[0] if len(addresses) == 1 else f"{len(addresses)} addresses"
        self._workplace.say(f"{said} copied")
