"""What helps somebody without a pair: a mail to a mentor who is full, the directory, a rule relaxed."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from mentordesk.domain.matching.draft import MatchSheet
from mentordesk.domain.matching.result import Relaxation, WhyNot
from mentordesk.ui.matching.editing import DraftEditing
from mentordesk.ui.page import Page
from mentordesk.ui.workplace import Workplace

if TYPE_CHECKING:
    from mentordesk.services.mails.mails import Letter


class PersonActions(QObject):
    """Dialogs stand over the window of `page`."""

    def __init__(self, workplace: Workplace, editing: DraftEditing, page: Page) -> None:
        super().__init__(page)
        self._workplace, self._editing, self._page = workplace, editing, page

    def ask_for_place(self, sheet: MatchSheet, why: WhyNot) -> None:
        """A mail to the mentor who fits best and is full."""
        mentor = next((way.mentor for way in why.ways if way.key == "places" and way.mentor is not None), None)
        if mentor is None:
            self.invite_mentor(sheet, why.person)
        else:
            self._ask(sheet, mentor, why.person)

    def _ask(self, sheet: MatchSheet, mentor: int, mentee: int) -> None:
        from mentordesk.services.mails import mails

        def read(session: "object") -> "Letter":
            person = sheet.people[mentee]
            about = ", ".join(part for part in (person.title, person.department) if part)
            values = {"person": person.name, "about": about or person.name, "cohort": sheet.cohort}
            values["program"] = sheet.program
            return mails.draft(session, "ask_place", people=[mentor], **values)  # type: ignore[arg-type]

        self._workplace.read(self, read, then=partial(self._show_letter, sheet.people[mentor].name), slot="letter")

    def _show_letter(self, name: str, letter: "Letter") -> None:
        from mentordesk.ui import mail_dialog

        done = "Mail opened: when the answer is yes, give the place beside the list"
        mail_dialog.write(f"Ask {name} for a place", letter, self._page.window(), lambda: self._workplace.say(done))

    def invite_mentor(self, sheet: MatchSheet, person: int) -> None:
        """The directory with those who can be mentors, of what the person wants and no mentor here offers."""
        self._workplace.go("people", can_mentor=True, search=missing_topic(sheet, person))

    def enroll(self, sheet: MatchSheet) -> None:
        self._workplace.command("enroll_people", cohort_id=sheet.cohort_id)

    def take_way(self, sheet: MatchSheet, way: Relaxation) -> None:
        """A rule is switched off for this draft; or a mentor is given one more place."""
        settings = self._editing.settings
        if way.key == "places":
            self._give_place(sheet, way.mentor)
        elif settings is not None and way.key == "team_apart":
            circles = replace(settings.circles, team_apart=False)
            self._editing.change(replace(settings, circles=circles), way.text)
        elif settings is not None:
            self._editing.change(replace(settings, rules=settings.rules.without(way.key)), way.text)

    def _give_place(self, sheet: MatchSheet, mentor: int | None) -> None:
        """The mentor has agreed: with the place there is, the draft is solved once more."""
        from mentordesk.services.programs import enrollments

        if mentor is None or sheet.cohort_id is None:
            return
        name = sheet.people[mentor].name
        if self._workplace.do(enrollments.give_place, sheet.cohort_id, mentor):
            words = f"Find pairs with one more place for {name}"
            said = f"{name} has one more place"
            self._page.when_loaded(lambda: self._editing.fix(self._editing.fixed, words, said))


def missing_topic(sheet: MatchSheet, person: int) -> str:
    """The first topic somebody wants that no mentor of the cohort offers; empty where there is none."""
    task = sheet.task
    if task is None or person not in task.mentee_at:
        return ""
    offered = {topic.casefold() for mentor in task.mentors for topic in mentor.offers}
    wants = task.mentees[task.mentee_at[person]].wants
    return next((topic for topic in wants if topic.casefold() not in offered), "")
