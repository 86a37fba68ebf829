"""The proposed pairs of a cohort: who has said yes, who has not, and after a no who is next best. Reads by itself."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QMenu, QStackedLayout, QVBoxLayout, QWidget

from mentordesk.domain.pair_answers import AnswerRow, NextBest, NextBestOf, said, side_words
from mentordesk.domain.pairs import short_name
from mentordesk.domain.standing import Side
from mentordesk.domain.wording import counted
from mentordesk.ui import icons, steps
from mentordesk.ui.jobs import Job
from mentordesk.ui.matching.answer_bar import KEYS, READ_ONLY, AnswerBar
from mentordesk.ui.matching.answer_columns import columns
from mentordesk.ui.matching.next_best_card import NextBestCard
from mentordesk.ui.widgets.elided_label import ElidedLabel
from mentordesk.ui.widgets.empty_state import EmptyState
from mentordesk.ui.widgets.label import button, row
from mentordesk.ui.widgets.row_table import RowTable
from mentordesk.ui.widgets.toast import keep_free
from mentordesk.ui.workplace import Workplace

if TYPE_CHECKING:
    from mentordesk.services.mails.mails import Letter
    from mentordesk.services.matching.next_matches import NextTask

DEPENDS_ON = frozenset({"pair", "pair_answer", "person", "enrollment", "cohort", "match_draft", "match_choice"})
_EMPTY = "No proposal waits for an answer"
_NONE = "Commit a draft, and its pairs wait here until both have said yes."
_STARTED = "Everybody has answered. What is proposed next waits here until both have said yes."
_ON = "Open the pairs"
_STATE = "answers"


class AnswersView(QWidget):
    """Emits how many proposed pairs the cohort has, as often as it reads them."""

    count_changed = Signal(int)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._cohort_id: int | None = None
        self._rows: list[AnswerRow] = []
        self._stale = True
        self._asked: int | None = None
        self._found: dict[int, tuple[NextBestOf, ...]] = {}
        self._job: Job | None = None
        self.facts = ElidedLabel("", "body", "text2")
        self.write = button("Write to both", icon="email", on_click=self.write_to_them)
        self.start = button("Start the pair", "primary", "play", self.start_pairs)
        self.at_once = QCheckBox("Start a pair as soon as both have said yes")
        self.table = RowTable(columns(workplace.today), name="Proposed pairs")
        self.bar, self.next = AnswerBar(workplace.read_only), NextBestCard(workplace.read_only)
        self.empty = EmptyState("pairs", _EMPTY, _NONE)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head = QWidget()
        buttons = row(self.facts, self.write, self.start)
        buttons.setStretch(0, 1)
        head.setLayout(buttons)
        whole = QWidget()
        inside = QVBoxLayout(whole)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(10)
        for part, share in ((head, 0), (self.table, 1), (self.at_once, 0), (self.bar, 0), (self.next, 0)):
            inside.addWidget(part, share)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(QWidget())  # nothing is said before the pairs are read
        self._stack.addWidget(self.empty)
        self._stack.addWidget(whole)
        self.table.setProperty("region", True)
        keep_free(self.at_once)
        self.at_once.setChecked(bool(self._workplace.settings.state(_STATE).get("at_once")))
        if self._workplace.read_only:
            self.at_once.setEnabled(False)
            self.at_once.setToolTip(READ_ONLY)

    def _connect(self) -> None:
        self.table.viewport().installEventFilter(self)
        self._workplace.changed.connect(self._on_changed)
        self.at_once.toggled.connect(self._on_at_once)
        self.table.selected.connect(self._on_selected)
        self.table.opened.connect(lambda pair_id: self._workplace.go("pairs", pair_id))
        self.table.edit_requested.connect(self._record)
        self.table.menu_requested.connect(self._show_menu)
        self.bar.accepted.connect(self._on_accepted)
        self.bar.decline_asked.connect(self.decline)
        self.bar.take_back_asked.connect(self.take_back)
        self.next.proposed.connect(self._propose)
        self.next.opened.connect(self._open_in_matching)
        keys: dict[str, Callable[[], object]] = {
            KEYS["left"]: lambda: self.accept((Side.LEFT,)),
            KEYS["right"]: lambda: self.accept((Side.RIGHT,)),
            KEYS["both"]: lambda: self.accept(tuple(Side)),
            KEYS["decline"]: self.decline,
        }
        for key, act in keys.items():
            shortcut = QShortcut(QKeySequence(key), self.table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)

    # Reading and showing

    def show_cohort(self, cohort_id: int | None) -> None:
        """The pairs of another cohort; None for no cohort at all."""
        if cohort_id != self._cohort_id:
            self._cohort_id = cohort_id
            self._found.clear()
            self._stack.setCurrentIndex(0)
        self.reload()

    def reload(self) -> None:
        """Read again now if the page is seen, else when it will be."""
        self._stale = True
        around = self.parentWidget()
        if self.isVisible() or (around is not None and around.isVisible()):
            self._read()

    def _read(self) -> None:
        self._stale = False
        if self._cohort_id is None:
            self._show_page(([], False))
            return
        from mentordesk.services.matching import pair_answers

        self._workplace.read(self, pair_answers.page, self._cohort_id, then=self._show_page, slot="rows")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._read()

    def _on_changed(self, changes: Any) -> None:
        if changes.tables & DEPENDS_ON:
            self._found.clear()
            self.reload()

    def _show_page(self, page: tuple[list[AnswerRow], bool]) -> None:
        """Where no row is left, the focus goes on to the way on."""
        rows, begun = page
        action = _ON if begun else ""
        self.empty.say("pairs", _EMPTY, _STARTED if begun else _NONE, action, self._open_pairs, action_icon="pairs")
        focus = QApplication.focusWidget()
        inside = focus is not None and self.isAncestorOf(focus)
        self._show_rows(rows)
        if inside and not rows and action:
            self.empty.action.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_pairs(self) -> None:
        self._workplace.go("pairs", cohort_id=self._cohort_id)

    def _show_rows(self, rows: list[AnswerRow]) -> None:
        self._rows = rows
        self.table.set_rows(rows)
        for side, word in zip(Side, side_words(rows[0].format) if rows else (), strict=False):
            self.table.rename(side.value, f"{word}’s answer")
        self._stack.setCurrentIndex(2 if rows else 1)
        self.facts.setText(facts(rows))
        self._show_chosen()
        self.count_changed.emit(sum(row.proposed for row in rows))

    def chosen(self) -> list[AnswerRow]:
        """The selected rows."""
        found = (self.table.row_of(pair_id) for pair_id in self.table.selected_ids())
        return [pair for pair in found if pair is not None]

    def _on_selected(self, _ids: list[int]) -> None:
        self._show_chosen()

    def _show_chosen(self) -> None:
        rows = self.chosen()
        alone = f"{said(rows[0], self._workplace.today())}." if len(rows) == 1 else ""
        self.bar.show_rows(rows, alone or f"{counted(len(rows), 'pair')} chosen: {facts(rows)}")
        self._show_buttons(rows)
        self._show_next(rows[0] if len(rows) == 1 and rows[0].declined else None)

    def _show_buttons(self, rows: list[AnswerRow]) -> None:
        ready, written = self._ready(), [row for row in rows if row.proposed]
        names = ready[0].short if len(ready) == 1 else counted(len(ready), "pair")
        self.start.setText(f"Start {names}".replace("&", "&&") if ready else "Start the pair")
        tip = "" if ready else "A pair may start here once both have said yes"
        self.write.setText(_write_words(written))
        for part, possible, why in (
            (self.start, bool(ready), tip),
            (self.write, bool(written), "" if written else "Choose proposed pairs first"),
        ):
            locked = self._workplace.read_only and part is self.start
            part.setEnabled(possible and not locked)
            part.setToolTip(READ_ONLY if locked else why)

    def _ready(self) -> list[AnswerRow]:
        """The chosen pairs in which both have said yes; all of them where none of the chosen is."""
        return [row for row in self.chosen() if row.ready] or [row for row in self._rows if row.ready]

    # Answers

    def accept(self, sides: tuple[Side, ...]) -> None:
        """These sides of the chosen pairs said yes, today."""
        from mentordesk.services.matching import pair_answers

        rows = [row for row in self.chosen() if set(row.unanswered) & set(sides)]
        if self._workplace.read_only or not rows:
            return
        who = rows[0].first_name(sides[0]) if len(sides) == 1 else rows[0].short
        words = f"{who} accepted" if len(rows) == 1 else f"Answers of {len(rows)} pairs recorded"
        ids, start = [row.id for row in rows], self.at_once.isChecked()
        act = partial(steps.start_pairs, self.window(), self._workplace) if start else self._workplace.do
        act(pair_answers.accept_all, ids, sides, self._workplace.today(), start, said=words)

    def _on_accepted(self, sides: tuple[Side, ...]) -> None:
        """The button goes once it is pressed; without this the focus would fall on "Decline…"."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.accept(sides)

    def decline(self) -> None:
        """Ask which side of the chosen pair said no, when and in which words."""
        rows = [row for row in self.chosen() if row.proposed]
        if len(rows) == 1:
            side = rows[0].unanswered[0] if len(rows[0].unanswered) == 1 else None
            self._workplace.command("record_answer", pair_id=rows[0].id, side=side, accepts=False)

    def take_back(self, side: Side) -> None:
        """This side of the chosen pair has not answered after all."""
        from mentordesk.services.matching import pair_answers

        rows = self.chosen()
        if len(rows) == 1 and not self._workplace.read_only:
            words = f"Answer of {rows[0].first_name(side)} taken back"
            self._workplace.do(pair_answers.take_back, rows[0].id, side, said=words)

    def start_pairs(self) -> None:
        """Start the chosen pairs in which both have said yes, or all of these."""
        from mentordesk.services.pairs import pairs

        ready = self._ready()
        what = ready[0].short if len(ready) == 1 else counted(len(ready), "pair")
        ids = [row.id for row in ready]
        steps.start_pairs(self.window(), self._workplace, pairs.activate, ids, said=f"{what} started")

    def write_to_them(self) -> None:
        """Propose a mail to those of the chosen pairs who have not answered."""
        from mentordesk.services.matching import pair_answers

        ids = [row.id for row in self.chosen() if row.proposed]
        self._workplace.read(self, pair_answers.letter, ids, then=self._show_letter, slot="letter")

    def _show_letter(self, letter: "Letter") -> None:
        from mentordesk.ui import mail_dialog

        mail_dialog.write(self.write.text(), letter, self.window(), lambda: None)

    def _record(self, pair_id: int) -> None:
        pair = self.table.row_of(pair_id)
        if pair is not None and pair.proposed:
            self._workplace.command("record_answer", pair_id=pair_id)

    def _on_at_once(self, on: bool) -> None:
        self._workplace.settings.remember_state(_STATE, {"at_once": on})

    def _show_menu(self, ids: list[int], place: QPoint) -> None:
        rows = self.chosen()
        menu, changing = QMenu(self), []
        if len(rows) == 1:
            menu.addAction(icons.icon("pairs"), "Open the pair", lambda: self._workplace.go("pairs", ids[0]))
            menu.addSeparator()
        if len(rows) == 1 and rows[0].proposed:
            changing.append(menu.addAction(icons.icon("edit"), "Record an answer…", lambda: self._record(ids[0])))
        if any(row.unanswered for row in rows):
            changing.append(menu.addAction(icons.icon("check"), "Both accept", lambda: self.accept(tuple(Side))))
        if any(row.ready for row in rows):
            changing.append(menu.addAction(icons.icon("play"), self.start.text(), self.start_pairs))
        if any(row.proposed for row in rows):
            menu.addAction(icons.icon("email"), self.write.text(), self.write_to_them)
        for action in changing:
            action.setEnabled(not self._workplace.read_only)
        menu.addSeparator()
        menu.addAction(icons.icon("copy"), "Copy as a table", self.table.copy)
        menu.popup(place)

    # Next best

    def _show_next(self, pair: AnswerRow | None) -> None:
        self._asked = pair.id if pair else None
        self.next.hide()
        if pair is None:
            return
        if pair.id in self._found:
            self.next.show_found(pair.short, self._found[pair.id])
            return
        from mentordesk.services.matching import next_matches

        self.next.show_looking(pair.short)
        self._workplace.read(self, next_matches.task, pair.id, then=self._think, slot="next")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The cards take room of the list; the chosen pair stays seen."""
        if event.type() is QEvent.Type.Resize and self.table.selected_ids():
            QTimer.singleShot(0, self.table, lambda: self.table.scrollTo(self.table.currentIndex()))
        return super().eventFilter(watched, event)

    def _think(self, task: "NextTask") -> None:
        """Solving may take longer than a blink: in a thread of its own, so that nobody waits to read."""
        from mentordesk.services.matching import next_matches

        self._job = job = Job(lambda _progress, _cancelled: next_matches.best(task), self)
        job.finished.connect(lambda found: self._on_found(job, task, found))
        job.failed.connect(self._workplace.failed)
        job.start()

    def _on_found(self, job: Job, task: "NextTask", found: tuple[NextBestOf, ...]) -> None:
        """What was asked since makes an older answer void."""
        if job is not self._job:
            return
        self._found[task.pair_id] = found
        if self._asked == task.pair_id:
            self.next.show_found(short_name(task.mentor, task.mentee), found)

    def _propose(self, best: NextBest) -> None:
        from mentordesk.services.matching import pair_answers

        words = f"{short_name(best.person, best.other)} are proposed"
        self._workplace.do(pair_answers.propose, self._cohort_id, best.mentee_id, best.mentor_id, said=words)

    def _open_in_matching(self, person_id: int) -> None:
        self._workplace.go("matching", id=self._cohort_id, person=person_id)


def facts(rows: list[AnswerRow]) -> str:
    """ "12 proposed, 3 without any answer, 2 may start, 1 declined"."""
    proposed = [row for row in rows if row.proposed]
    silent = sum(len(row.unanswered) == len(Side) for row in proposed)
    ready, declined = sum(row.ready for row in rows), sum(row.declined for row in rows)
    parts = (
        (len(proposed), "proposed"),
        (silent, "without any answer"),
        (ready, "may start"),
        (declined, "declined"),
    )
    return ", ".join(f"{number} {words}" for number, words in parts if number)


def _write_words(rows: list[AnswerRow]) -> str:
    """ "Write to both", or to the one or to as many as have not answered."""
    open_ = [(row, side) for row in rows for side in row.unanswered]
    if len(open_) == 1:
        return f"Write to {open_[0][0].first_name(open_[0][1])}"
    return "Write to both" if len(rows) < 2 else f"Write to {len(open_) or 2 * len(rows)} people"
