"""Add a person, or change everything about one: all fields, namesakes, and the career milestone a change may be."""

from collections.abc import Collection
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from mentordesk.domain.career_proposal import proposed_turn
from mentordesk.domain.dates import long
from mentordesk.domain.people import CareerKind, PersonForm, PersonRow, PersonStatus
from mentordesk.domain.wording import counted
from mentordesk.ui import errors
from mentordesk.ui.desk_dialog import DeskDialog
from mentordesk.ui.people.person_fields import TAGS, WORDS, Offered, PersonFields, changed_fields
from mentordesk.ui.people.twin_notice import TwinNotice
from mentordesk.ui.widgets.avatar import Avatar
from mentordesk.ui.widgets.suggestions import Choice
from mentordesk.ui.workplace import Workplace

ASK_FROM = 4
"""So many changed fields are not thrown away without a question (DESIGN-2 10.14)."""
_TYPING_MS = 250
_KEPT = "History keeps what was there before"
_NO_CHANGE = "Nothing has been changed yet"
Turn = tuple[CareerKind, str]


class PersonDialog(DeskDialog):
    """`person_id` None adds a person."""

    def __init__(
        self, workplace: Workplace, parent: QWidget | None, person_id: int | None = None, name: str = ""
    ) -> None:
        before = workplace.desk.read(_form, person_id) if person_id is not None else PersonForm("")
        title = f"Edit {before.name}" if person_id is not None else "New person"
        primary = "Save person" if person_id is not None else "Add person"
        super().__init__(workplace, parent, title, primary=primary, width=748)
        self._person_id = person_id
        self._calm = _KEPT if person_id is not None else ""
        self._apart: set[int] = set()
        self.avatar = Avatar(before.name, size=40)
        self.head.insertWidget(0, self.avatar)
        self.head.setSpacing(12)
        self.twin = TwinNotice()
        self.body.insertWidget(0, self.twin)
        self.fields = PersonFields(workplace.desk.read(_offered, person_id, before), workplace.today, self)
        self.fields.add_to(self.form)
        self.career = self.fields.career
        self.fields.fill(before)
        self._before = self.fields.form()
        self.fields.lines["name"].setText(before.name or name)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._listen()
        self._on_changed()
        self.fields.lines["name"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _listen(self) -> None:
        self._typing.timeout.connect(self._look_for_twins)
        self.fields.changed.connect(self._on_changed)
        self.fields.manage_asked.connect(lambda: self._leave_for("settings"))
        self.twin.open_asked.connect(lambda twin_id: self._leave_for("people", twin_id))
        self.twin.not_same_asked.connect(self._on_not_same)

    # While typing

    def _on_changed(self) -> None:
        self._take_back_problems()
        form = self.fields.form()
        number = changed_fields(self._before, form)
        dirty = number > 0 or bool(self.fields.problems())
        self.primary.setEnabled(dirty)
        self.primary.setToolTip("" if dirty else _NO_CHANGE)
        self.avatar.set_person(form.name)
        self._offer_career(form)
        self._typing.start()

    def _take_back_problems(self) -> None:
        """Only where there are some: dressing thirty fields anew takes longer than a key stroke may."""
        if any(self.form.box(name).problem() for name in self.fields.names()):
            self.form.show_problems({})
        if self.note.text() != self._calm:
            self.say_problem("")

    def say_problem(self, sentence: str) -> None:
        """Without a problem the note says what happens to the old values."""
        super().say_problem(sentence)
        if not sentence:
            self.note.setText(self._calm)

    def turn(self) -> Turn | None:
        """The career milestone that these changes may be."""
        return proposed_turn(self._before, self.fields.form()) if self._person_id is not None else None

    def _offer_career(self, form: PersonForm) -> None:
        turn = self.turn()
        was = self.career.isHidden()
        self.career.setVisible(turn is not None)
        if turn is not None:
            kind, title = turn
            self.career.setText(f"Note as career milestone: {kind.word}, “{title}”, {long(self.workplace.today())}")
        if self.isVisible() and was != self.career.isHidden():
            self.fit()

    def _look_for_twins(self) -> None:
        form = self.fields.form()
        self.workplace.read(self, _twins, form, self._person_id, then=self._show_twins, slot="twins")

    def _show_twins(self, twins: list[PersonRow]) -> None:
        form = self.fields.form()
        other = next((it for it in twins if it.email and it.email == form.email.lower()), None)
        if other is not None:
            sentence = f"{other.name} has this e-mail already. Open {other.name} instead, or give another e-mail."
            self.form.box("email").show_problem(sentence)
        was = self.twin.isHidden()
        self.twin.show_twin(next((it for it in twins if it.id not in self._apart), None), form)
        if self.isVisible() and (was != self.twin.isHidden() or other is not None):
            self.fit()

    def _on_not_same(self, twin_id: int) -> None:
        """Remembered at once for a person who is there, with a new one when saved."""
        from mentordesk.services.people import people

        self._apart.add(twin_id)
        if self._person_id is not None:
            self.workplace.do(people.not_same, self._person_id, twin_id)
        self._look_for_twins()

    # Leaving

    def _leave_for(self, page: str, id: int | None = None) -> None:
        self.reject()
        if not self.isVisible():
            self.workplace.go(page, id=id)

    def reject(self) -> None:
        number = changed_fields(self._before, self.fields.form())
        if number >= ASK_FROM:
            sentence = f"{counted(number, 'field')} have been changed and are not saved."
            choice = errors.ask(self, "Leave without saving?", sentence, ["Discard the changes", self.primary.text()])
            if choice == self.primary.text():
                self.primary.click()
            if choice != "Discard the changes":
                return
        super().reject()

    def commit(self) -> bool:
        """Saves the person, with the career milestone if it was wanted: one step."""
        problems = self.fields.problems()
        if problems:
            self.form.show_problems(problems)
            return False
        form = self.fields.form()
        turn = self.turn() if self.career.isChecked() else None
        said = f"{form.name} {'changed' if self._person_id is not None else 'added'}"
        if not self.do(_save, form, self._person_id, self._apart, turn, said=said):
            return False
        if self._person_id is None:
            self.workplace.go("people", id=self.result_id)
        return True


def _save(session: Any, form: PersonForm, person_id: int | None, apart: Collection[int], turn: Turn | None) -> int:
    """One step: the turn of the career, who is somebody else, the person."""
    from mentordesk.services.desk import name_step, today
    from mentordesk.services.people import people

    if turn is not None and person_id is not None:
        people.add_career(session, person_id, turn[0], today(session), title=turn[1])
    saved = people.save(session, form, person_id)
    if person_id is None:
        for twin_id in apart:
            people.not_same(session, saved, twin_id)
        name_step(session, f"Add {form.name}")
    return saved


def _form(session: Any, person_id: int) -> PersonForm:
    from mentordesk.services.people import people

    return people.form(session, person_id)


def _twins(session: Any, form: PersonForm, person_id: int | None) -> list[PersonRow]:
    from mentordesk.services.people import people

    return people.duplicates(session, form, person_id) if form.name else []


def _offered(session: Any, person_id: int | None, before: PersonForm) -> Offered:
    """Known words, and everybody who may be the manager: neither the person nor somebody below, nor who has left,
    unless that is the manager now."""
    from mentordesk.services import custom_fields
    from mentordesk.services.pairs import pair_listing
    from mentordesk.services.people import people

    kinds = {name: "language" if name == "languages" else name for name in (*TAGS, *WORDS)}
    below = people.people_below(session, person_id) if person_id is not None else frozenset()
    here = [it for it in pair_listing.people(session) if it.id not in below]
    now = [before.manager_id] if before.manager_id is not None else []
    gone = [it for it in people.rows(session, now) if it.status is PersonStatus.LEFT]
    managers = [Choice(it.id, it.name, it.title) for it in here] + [Choice(it.id, it.name, it.title) for it in gone]
    words = {name: people.tag_values(session, kind) for name, kind in kinds.items()}
    return Offered(words, managers, custom_fields.rows(session))


def new_person(workplace: Workplace, parent: QWidget, name: str = "") -> PersonDialog:
    """Opens the dialog for a new person, perhaps with the name that was searched."""
    dialog = PersonDialog(workplace, parent, name=name)
    dialog.open()
    return dialog


def edit_person(workplace: Workplace, parent: QWidget, person_id: int) -> PersonDialog:
    """Opens the dialog with everything about a person."""
    dialog = PersonDialog(workplace, parent, person_id)
    dialog.open()
    return dialog
