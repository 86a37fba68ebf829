"""What one can do about an item: its button, its menu, and where a click leads. Knows no list."""

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from mentordesk.domain.attention import AttentionItem, AttentionKind
from mentordesk.ui import icons
from mentordesk.ui.today import item_words
from mentordesk.ui.workplace import Workplace

if TYPE_CHECKING:
    from mentordesk.domain.career_choices import CareerAsk
    from mentordesk.services.mails.mails import Letter

READ_ONLY = "This desk is open to read only: nothing in it can be changed here."


class ItemActions(QObject):
    """Everything here acts through the workplace; dialogs stand over the window of `page`."""

    def __init__(self, workplace: Workplace, page: QWidget) -> None:
        super().__init__(page)
        self._workplace, self._page = workplace, page

    def refusals(self) -> dict[AttentionKind, str]:
        """By kind, why its button cannot be used."""
        changing = (AttentionKind.PAUSE_OVER,)
        return dict.fromkeys(changing, READ_ONLY) if self._workplace.read_only else {}

    def act(self, item: AttentionItem) -> None:
        """Do what the item's button says."""
        if item.yours:
            self.open(item)
        elif item.kind in item_words.WRITES:
            self._write(item)
        elif item.kind is AttentionKind.LOW_ANSWER:
            self._plan_talk(item)
        elif item.kind is AttentionKind.CAREER_CHANGE:
            self._ask(item)
        elif item.kind is AttentionKind.PAUSE_OVER:
            self._resume(item)
        elif item.kind is AttentionKind.ONE_SIDED:
            self._workplace.go("pairs", item.pair_ids[0], tab="give_take")
        elif item.kind is AttentionKind.NOT_A_FIT:
            self._workplace.go("pairs", item.pair_ids[0], tab="check_ins")
        elif item_words.action(item) == item_words.OPEN_COHORT:
            self.open(item)
        else:
            person: dict[str, Any] = {} if item_words.is_group(item) else {"person": item.person_ids[0]}
            self._workplace.go("matching", id=item.cohort_id, **person)

    def _plan_talk(self, item: AttentionItem) -> None:
        from mentordesk.ui.today.talk_dialog import TalkDialog

        dialog = TalkDialog(self._workplace, item, self._page.window())

        def planned() -> None:
            self._workplace.say(dialog.said)
            if dialog.handled.isChecked():
                self.handle(item)

        dialog.accepted.connect(planned)
        dialog.open()

    def _ask(self, item: AttentionItem) -> None:
        """On a desk open to read only nothing can be noted: there the pair is only written to."""
        from mentordesk.services.people import career_asks

        if self._workplace.read_only or not item.pair_ids:
            self._write(item)
        else:
            self._workplace.read(self, career_asks.ask, item, then=partial(self._show_ask, item), slot="ask")

    def _show_ask(self, item: AttentionItem, ask: "CareerAsk") -> None:
        from mentordesk.ui.today.career_dialog import CareerAskDialog

        dialog = CareerAskDialog(self._workplace, item, ask, self._page.window())
        dialog.mail_asked.connect(partial(self._write, item))
        dialog.open()

    def _resume(self, item: AttentionItem) -> None:
        from mentordesk.services.pairs import pairs

        said = f"Active again: {item.title.partition(':')[0]}"
        self._workplace.do(pairs.resume, list(item.pair_ids), said=said)

    def _write(self, item: AttentionItem) -> None:
        from mentordesk.services.mails import items

        self._workplace.read(self, items.letter, item, then=partial(self._show_letter, item), slot="letter")

    def _show_letter(self, item: AttentionItem, letter: "Letter") -> None:
        from mentordesk.ui import mail_dialog

        mail_dialog.write(item.action, letter, self._page.window(), partial(self._on_written, item))

    def _on_written(self, item: AttentionItem) -> None:
        from mentordesk.ui import mail

        if not self._workplace.read_only:
            self.handle(item, "Handled" if mail.answers() else "Handled, if your mail program opened")

    def open(self, item: AttentionItem) -> None:
        """Show the pair, person or cohort that the item is about."""
        go = self._workplace.go
        if item.kind is AttentionKind.MILESTONE_OVERDUE and len(item.pair_ids) > 1:
            go("milestones", state="overdue", cohort_id=item.cohort_id, **_step(item))
        elif item.kind is AttentionKind.COHORT_ENDS:
            go("cohorts", item.cohort_id)
        elif item_words.is_group(item):
            go("cohorts", item.cohort_id, tab="people")
        elif item_words.is_about_person(item):
            go("people", item.person_ids[0])
        else:
            tab = {
                AttentionKind.MILESTONE_OVERDUE: "milestones",
                AttentionKind.LOW_ANSWER: "check_ins",
                AttentionKind.NOT_A_FIT: "check_ins",
                AttentionKind.FIT_AGAIN: "check_ins",
            }.get(item.kind, "overview")
            go("pairs", item.pair_ids[0], tab=tab)

    def menu(self, item: AttentionItem) -> QMenu:
        """Everything one can do about the item; shown by the caller."""
        menu = QMenu(self._page)
        first = menu.addAction(
            icons.icon(item_words.button_icon(item)), item_words.action(item), lambda: self.act(item)
        )
        first.setEnabled(item.kind not in self.refusals())
        menu.addAction(icons.icon("eye"), "Open", lambda: self.open(item))
        if item.kind is AttentionKind.UNMATCHED and not item_words.is_group(item):
            values = {"mentee_id": item.person_ids[0], "cohort_id": item.cohort_id}
            by_hand = menu.addAction(
                icons.icon("pairs"), "New pair by hand…", lambda: self._workplace.command("new_pair", **values)
            )
            by_hand.setEnabled(not self._workplace.read_only)
        menu.addSeparator()
        for icon, words, act in (
            ("clock", "Snooze 1 week", partial(self.snooze, item, 1)),
            ("clock", "Snooze 2 weeks", partial(self.snooze, item, 2)),
            ("calendar", "Snooze until a day…", partial(self._ask_day, item)),
            ("check", "Mark as handled", partial(self.handle, item)),
        ):
            action = menu.addAction(icons.icon(icon), words, act)
            action.setEnabled(not self._workplace.read_only)
            action.setToolTip(READ_ONLY if self._workplace.read_only else "")
        menu.setToolTipsVisible(self._workplace.read_only)
        return menu

    def snooze(self, item: AttentionItem, weeks: int) -> None:
        """Put the item off from today on."""
        from mentordesk.services.today import attention

        until = self._workplace.today() + timedelta(weeks=weeks)
        said = f"Snoozed for {'1 week' if weeks == 1 else f'{weeks} weeks'}: {item.title}"
        self._workplace.do(attention.snooze, item.key, until, item.title, said=said)

    def _ask_day(self, item: AttentionItem) -> None:
        from mentordesk.domain.dates import day_month
        from mentordesk.ui.today.snooze_dialog import SnoozeDialog

        dialog = SnoozeDialog(self._workplace, item.key, item.title, self._page.window())

        def said() -> None:
            until = dialog.until()
            if until is not None:
                words = f"Snoozed until {day_month(until, self._workplace.today())}: {item.title}"
                self._workplace.say(words, undo=True)

        dialog.accepted.connect(said)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def handle(self, item: AttentionItem, said: str = "Handled") -> None:
        """The item goes away for 14 days, and comes back if its reason still holds then."""
        from mentordesk.services.today import attention

        self._workplace.do(attention.handle, item.key, item.title, said=f"{said}: {item.title}")


def _step(item: AttentionItem) -> dict[str, Any]:
    """The step of the plan that the item's milestones are of; its title where it was added by hand."""
    last = item.key.rpartition(":")[2]
    return {"step_id": int(last)} if last.isdigit() else {"step": item.about}
