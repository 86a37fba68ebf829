"""What the check-ins tab does: take answers now, mail the questions, print forms, part and match anew."""

from PySide6.QtWidgets import QWidget

from mentordesk.domain.pairs import EndReason
from mentordesk.domain.standing import Side
from mentordesk.ui.pairs.check_in_dialog import CheckInChangeDialog, CheckInDialog, sides_to_ask
from mentordesk.ui.pairs.check_in_papers import Paper
from mentordesk.ui.pairs.reading import PairSheet
from mentordesk.ui.workplace import Workplace


class CheckInActions:
    """Dialogs stand over the window of `parent`."""

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        self._workplace, self._parent = workplace, parent

    def answer(self, sheet: PairSheet) -> None:
        """Take the answers of both sides."""
        CheckInDialog(self._workplace, self._parent, sheet).open()

    def edit(self, sheet: PairSheet, check_in_id: int) -> None:
        """Change a check-in on record."""
        CheckInChangeDialog(self._workplace, self._parent, sheet, check_in_id).open()

    def remove(self, check_in_id: int) -> None:
        """Take a check-in off the desk."""
        from mentordesk.services.pairs import pulse

        self._workplace.do(pulse.remove, [check_in_id], said="Check-in removed")

    def mail(self, sheet: PairSheet, side: Side) -> None:
        """Propose a mail with the questions to one side."""
        from mentordesk.services.mails import check_ins
        from mentordesk.ui import mail_dialog

        letter = self._workplace.desk.read(check_ins.letter, sheet.row.id, side, sides_to_ask(sheet)[side])
        name = sheet.left if side is Side.LEFT else sheet.right
        mail_dialog.write(f"Mail the check-in to {name}", letter, self._parent, lambda: None)

    def ask_again(self, sheet: PairSheet) -> None:
        """Propose a mail to both: how does it feel by now?"""
        from mentordesk.services.mails import check_ins
        from mentordesk.ui import mail_dialog

        letter = self._workplace.desk.read(check_ins.again, sheet.row.id)
        mail_dialog.write("Ask again", letter, self._parent, lambda: None)

    def papers(self, sheet: PairSheet) -> list[Paper]:
        """The forms of both sides."""
        from mentordesk.services.pairs import pulse

        questions, asked = self._workplace.desk.read(pulse.questions, sheet.row.id), sides_to_ask(sheet)
        return [
            Paper(sheet.row.left, sheet.right, questions, asked[Side.LEFT]),
            Paper(sheet.row.right, sheet.left, questions, asked[Side.RIGHT]),
        ]

    def print_forms(self, sheet: PairSheet) -> None:
        """Print a form for each side."""
        from mentordesk.ui.pairs import check_in_papers

        if check_in_papers.print_forms(self.papers(sheet), self._parent):
            self._workplace.say("Two check-in forms printed")

    def end(self, sheet: PairSheet) -> None:
        """End the pair: the reason is that it is not a good fit."""
        from mentordesk.ui.pairs.status_dialogs import EndDialog

        dialog = EndDialog(self._workplace, self._parent, sheet.row)
        dialog.reason.choose(EndReason.NOT_A_FIT)
        dialog.open()

    def new_pair(self, sheet: PairSheet) -> None:
        """A new match for the mentee, or for the second of two peers: in Matching while the cohort goes on, else a pair
        made by hand."""
        if sheet.cohort_open:
            self._workplace.go("matching", id=sheet.row.cohort_id, person=sheet.row.right_id)
            return
        self._workplace.command("new_pair", mentee_id=sheet.row.right_id, cohort_id=sheet.row.cohort_id)
