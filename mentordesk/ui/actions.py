"""The commands that any page or menu may give by name, and where each is carried out, imported when first used.

A command is a function `(workplace, parent, **values)` of a page's folder: so pages use each other's dialogs without
knowing each other.
"""

from importlib import import_module
from typing import Any

from PySide6.QtWidgets import QWidget

from mentordesk.ui.workplace import Workplace

COMMANDS = {
    "log_contact": "pairs.contact_dialog:log_contact",
    "record_exchange": "pairs.exchange_dialog:record_exchange",
    "new_pair": "pairs.pair_dialog:new_pair",
    "new_person": "people.person_dialog:new_person",
    "edit_person": "people.person_dialog:edit_person",
    "new_introduction": "people.introduction_dialog:new_introduction",
    "new_program": "programs.program_dialog:new_program",
    "new_cohort": "cohorts.cohort_dialog:new_cohort",
    "enroll_people": "cohorts.enroll_people_dialog:enroll_people",
    "sign_rules": "cohorts.agreement_dialog:sign_rules",
    "record_answer": "matching.answer_dialog:record_answer",
    "match_cohort": "matching.ways_in:match_cohort",
    "collect_answers": "responses.dialog:collect_answers",
    "export_person_data": "reports.personal:export_person_data",
    "go_to": "goto.palette:go_to",
}
TAKES = {
    "log_contact": "pair_id",
    "record_exchange": "pair_id",
    "record_answer": "pair_id",
    "match_cohort": "cohort_id",
    "new_pair": "cohort_id",
    "enroll_people": "cohort_id",
    "collect_answers": "cohort_id",
    "new_cohort": "program_id",
    "new_introduction": "person_id",
}
"""What of the page's context a command of the menus begins with."""
CHANGING = frozenset(COMMANDS) - {"go_to", "match_cohort", "export_person_data"}
"""What a desk that is open to read only does not allow."""


def run(name: str, workplace: Workplace, parent: QWidget, values: dict[str, Any]) -> None:
    """Carry out a command; KeyError for a name that there is not."""
    if workplace.read_only and name in CHANGING:
        workplace.say("This desk is open to read only: nothing in it can be changed here.")
        return
    module, function = COMMANDS[name].split(":")
    getattr(import_module(f"mentordesk.ui.{module}"), function)(workplace, parent, **values)
