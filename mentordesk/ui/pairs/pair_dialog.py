"""Make a pair by hand: two people with a free place, the cohort or none, who introduced them, when it starts."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from mentordesk.domain.pair_listing import Candidate, OpenCohort
from mentordesk.domain.pairs import PairForm, short_name
from mentordesk.domain.programs import Format
from mentordesk.domain.standing import PairStatus, Side
from mentordesk.ui.desk_dialog import DeskDialog
from mentordesk.ui.pairs.start_dialog import SINCE_HINT
from mentordesk.ui.widgets.drop_down import DropDown
from mentordesk.ui.widgets.picker import Picker
from mentordesk.ui.widgets.segments import SegmentedControl
from mentordesk.ui.widgets.since_field import SinceField
from mentordesk.ui.widgets.suggestions import Choice
from mentordesk.ui.workplace import Workplace

SIDES = {
    Format.TRADITIONAL: ("Mentor", "Mentee"),
    Format.REVERSE: ("Mentor, the junior colleague", "Mentee, the senior leader"),
    Format.PEER: ("One peer", "The other peer"),
    Format.CROSS_COMPANY: ("Mentor", "Mentee"),
}


class PairDialog(DeskDialog):
    """Two people become a pair, proposed or active at once."""

    def __init__(
        self,
        workplace: Workplace,
        parent: QWidget | None,
        mentee_id: int | None = None,
        mentor_id: int | None = None,
        cohort_id: int | None = None,
        introduced_by_id: int | None = None,
        introduction_id: int | None = None,
    ) -> None:
        super().__init__(workplace, parent, "New pair", primary="Make the pair", width=520)
        self._introduction_id = introduction_id
        self._cohorts: dict[int, OpenCohort] = {}
        self._people: list[Candidate] = []
        self._make_fields()
        self._arrange()
        self._fill(cohort_id, alone=introduction_id is not None)
        self.mentor.set_value(mentor_id)
        self.mentee.set_value(mentee_id)
        self.introduced_by.set_value(introduced_by_id)
        first = self.mentee if self.mentor.value() is not None and self.mentee.value() is None else self.mentor
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def _make_fields(self) -> None:
        self.cohort = DropDown()
        self.format = DropDown([(format_, format_.word) for format_ in Format])
        self.mentor, self.mentee = Picker(), Picker()
        self.introduced_by = Picker("Nobody, or type a name")
        self.started_on = SinceField(self.workplace.today, placeholder="With the cohort, or today")
        statuses = (PairStatus.PROPOSED, PairStatus.ACTIVE, PairStatus.ENDURING)
        self.status = SegmentedControl([(each, each.word) for each in statuses], "Status", stretch=True)
        self.cohort.chosen.connect(self._on_cohort_chosen)
        self.format.chosen.connect(self._name_sides)

    def _arrange(self) -> None:
        self.form.add_row(("cohort_id", "Cohort", self.cohort), ("format", "Format", self.format), shares=(3, 2))
        self.form.add("mentor_id", "Mentor", self.mentor)
        self.form.add("mentee_id", "Mentee", self.mentee)
        self.form.add("introduced_by_id", "Introduced by", self.introduced_by)
        hint = f"Empty: with the cohort, or today if that has begun. {SINCE_HINT}"
        self.form.add_row(("started_on", "Start", self.started_on), ("status", "Status", self.status))
        self.started_on.setToolTip(hint)

    def _fill(self, cohort_id: int | None, *, alone: bool) -> None:
        """`alone`: two who were introduced need no cohort, and may not be enrolled in any."""
        from mentordesk.services.pairs import pair_listing

        found = self.workplace.desk.read(pair_listing.cohorts)
        self._people = self.workplace.desk.read(pair_listing.people)
        self._cohorts = {cohort.id: cohort for cohort in found}
        self.cohort.set_choices([(None, "No cohort"), *((cohort.id, cohort.name) for cohort in found)])
        only = found[0].id if len(found) == 1 and not alone else None
        self.cohort.choose(cohort_id if cohort_id is not None else only)
        self.introduced_by.set_choices(_choices(self._people))
        self._on_cohort_chosen(self.cohort.choice())

    def _on_cohort_chosen(self, cohort_id: int | None) -> None:
        cohort = self._cohorts.get(cohort_id) if cohort_id is not None else None
        self.format.setEnabled(cohort is None)
        self.format.setToolTip("The cohort's program decides the format" if cohort else "")
        if cohort is not None:
            self.format.choose(cohort.format)
        self._offer(cohort)
        self._name_sides()

    def _offer(self, cohort: OpenCohort | None) -> None:
        """Only people with a free place in the cohort; without one everybody."""
        from mentordesk.services.pairs import pair_listing

        for picker, side in ((self.mentor, Side.LEFT), (self.mentee, Side.RIGHT)):
            people = self._people
            if cohort is not None:
                where = (cohort.id, cohort.format, side)
                people = self.workplace.desk.read(pair_listing.candidates, *where)
            picker.set_choices(_choices(people))
            nobody = f"Nobody in {cohort.name} has a free place on this side" if cohort and not people else ""
            picker.setToolTip(nobody)

    def _name_sides(self, _format: object = None) -> None:
        left, right = SIDES[self.format.choice()]
        self.form.box("mentor_id").set_title(left)
        self.form.box("mentee_id").set_title(right)

    def commit(self) -> bool:
        """Makes the pair; an introduction that it came of is made with it."""
        from mentordesk.services.pairs import introductions, pairs

        problems = self._problems()
        if problems:
            self.form.show_problems(problems)
            return False
        form = PairForm(
            mentor_id=self.mentor.value(),
            mentee_id=self.mentee.value(),
            cohort_id=self.cohort.choice(),
            format=self.format.choice(),
            started_on=self.started_on.value(),
            started_precision=self.started_on.precision(),
            introduced_by_id=self.introduced_by.value(),
            status=self.status.choice(),
        )
        names = short_name(self.mentor.text(), self.mentee.text())
        if self._introduction_id is not None:
            return self.do(introductions.make_pair, self._introduction_id, form, said=f"{names} are a pair")
        return self.do(pairs.create, form, said=f"{names} are a pair")

    def _problems(self) -> dict[str, str]:
        found = {}
        for name, picker in (("mentor_id", self.mentor), ("mentee_id", self.mentee)):
            if picker.value() is None:
                found[name] = picker.toolTip() or "Choose a person."
        if self.started_on.problem():
            found["started_on"] = self.started_on.problem()
        return found


def _choices(people: list[Candidate]) -> list[Choice]:
    return [Choice(person.id, person.name, _caption(person)) for person in people]


def _caption(person: Candidate) -> str:
    free = "" if person.free is None else f"{person.free} free" if person.free > 1 else "1 place free"
    return ", ".join(part for part in (person.title, free) if part)


def new_pair(
    workplace: Workplace,
    parent: QWidget,
    mentee_id: int | None = None,
    mentor_id: int | None = None,
    cohort_id: int | None = None,
    introduced_by_id: int | None = None,
    introduction_id: int | None = None,
) -> PairDialog:
    """Opens the dialog, with people and cohort filled in as far as they are known; perhaps from an introduction."""
    dialog = PairDialog(workplace, parent, mentee_id, mentor_id, cohort_id, introduced_by_id, introduction_id)
    dialog.open()
    return dialog
