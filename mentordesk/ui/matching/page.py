"""The Matching page: the pairs proposed for a cohort, what counts, why, and what each change would do.

Composes the parts of this folder; pairs are found by the solver's process, changes are kept by `editing`.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QMenu, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from mentordesk.domain.matching.draft import MatchSheet
from mentordesk.ui import first_focus
from mentordesk.ui.matching import commit_dialog, exporting, reading, row_menu, score_files
from mentordesk.ui.matching.answers_view import AnswersView
from mentordesk.ui.matching.arrangement import Arrangement
from mentordesk.ui.matching.center import Center
from mentordesk.ui.matching.editing import DraftEditing
from mentordesk.ui.matching.explaining import Explaining
from mentordesk.ui.matching.head import ANSWERS, DRAFT, READ_ONLY, MatchingHead
from mentordesk.ui.matching.notices import StaleBar, WorkingBar
from mentordesk.ui.matching.person_actions import PersonActions
from mentordesk.ui.matching.proposal_card import ProposalCard
from mentordesk.ui.matching.proposal_rows import ProposalRow
from mentordesk.ui.matching.reading import Stage
from mentordesk.ui.matching.showing import LATER_ROUND, Showing
from mentordesk.ui.matching.solver import Solver
from mentordesk.ui.matching.stages import StageWords
from mentordesk.ui.matching.trying import Trying
from mentordesk.ui.matching.unmatched_card import UnmatchedCard
from mentordesk.ui.matching.unmatched_rows import Act, UnmatchedRow
from mentordesk.ui.matching.what_counts import WhatCounts
from mentordesk.ui.matching.why_panel import WhyPanel
from mentordesk.ui.page import Page
from mentordesk.ui.widgets.empty_state import EmptyState
from mentordesk.ui.widgets.page_body import PageBody
from mentordesk.ui.widgets.stat_strip import StatStrip
from mentordesk.ui.workplace import Target, Workplace

LOW_UNDER = 760
_LEAST_HEIGHT = 430
"""In a lower window the page scrolls."""
_TABLES = (
    *("match_draft", "match_choice", "match_scores", "pair_answer", "person", "person_tag", "custom_field"),
    *("custom_value", "program", "cohort", "enrollment", "enrollment_wish", "pair", "setting"),
)


class MatchingPage(Page):
    """Reads the sheet of one cohort and asks the solver about it."""

    key = "matching"
    help_topic = "matching"
    depends_on = frozenset(_TABLES)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self.sheet = MatchSheet(())
        self._stage = Stage.NO_COHORT
        self._cohort_id: int | None = None
        self._draft_id: int | None = None
        self.solver = Solver(self)
        self.editing = DraftEditing(workplace, self.solver, self)
        self.head = MatchingHead(workplace.read_only)
        self.strip = StatStrip("Figures of the draft", narrow=True)
        self.stale, self.working = StaleBar(workplace.read_only), WorkingBar()
        self.counts, self.card, self.unmatched, self.why = WhatCounts(), ProposalCard(), UnmatchedCard(), WhyPanel()
        self.empty = EmptyState("matching", "")
        self.answers = AnswersView(workplace)
        self.showing = Showing(self.solver, self.strip, self.card, self.unmatched, self)
        self.explaining = Explaining(self.solver, self.why, self.showing, self.editing)
        self.trying = Trying(self.solver, self.editing, self.showing, self.card)
        self.acting = PersonActions(workplace, self.editing, self)
        self.words = StageWords(workplace, self.empty, self.editing.suggest_again, partial(self.show_view, ANSWERS))
        self._lay_out()
        self._connect()
        self._lock()

    def _lay_out(self) -> None:
        self._whole = PageBody()
        self._center = Center(self.card, self.empty)
        self.why.setProperty("region", True)
        self.arrangement = Arrangement(self.counts, self._center, self.unmatched, self.why, self)
        self._views = QStackedWidget()
        self._views.addWidget(self.arrangement)
        self._views.addWidget(self.answers)
        self._views.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._views.setMinimumHeight(_LEAST_HEIGHT)
        for part in (self.head, self.stale, self.strip, self.working):
            self._whole.column.addWidget(part)
        self._whole.column.addWidget(self._views, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._whole)
        self.strip.setProperty("region", True)
        self._views.hide()
        self.strip.hide()

    def _connect(self) -> None:
        head, editing = self.head, self.editing
        head.cohorts_asked.connect(lambda: self.workplace.go("cohorts"))
        head.cohort_opened.connect(lambda id_: self.workplace.go("cohorts", id_))
        head.cohort_chosen.connect(self.show_cohort)
        head.view_chosen.connect(self.show_view)
        head.counts_asked.connect(self.arrangement.drawer.open_drawer)
        head.drafts_asked.connect(self.open_drafts)
        head.suggest_asked.connect(editing.suggest_again)
        head.commit_asked.connect(self.commit)
        head.export_asked.connect(self.export)
        head.copy_asked.connect(editing.copy)
        head.enroll_asked.connect(lambda: self.acting.enroll(self.sheet))
        self.arrangement.drawer_wanted.connect(lambda _drawn: self._fit_counts())
        self.arrangement.drawer.closed.connect(lambda: head.counts.setFocus(Qt.FocusReason.OtherFocusReason))
        self.stale.suggest_asked.connect(editing.suggest_again)
        self.solver.working.connect(self.working.setVisible)
        self.solver.failed.connect(self.workplace.failed)
        for ended in (self.solver.failed, self.solver.stopped):
            ended.connect(lambda *_error: self.counts.show_goals(None))
        self.workplace.closed.connect(self.solver.close)
        self.working.stop_asked.connect(self.stop)
        editing.suggested.connect(self._on_suggested)
        editing.given_up.connect(self._show_settings)
        self._connect_parts()

    def _connect_parts(self) -> None:
        card, why, counts, editing = self.card, self.why, self.counts, self.editing
        self.strip.opened.connect(self._on_figure)
        card.selected.connect(self._on_row)
        card.why_asked.connect(lambda _row: self.why.setFocus(Qt.FocusReason.OtherFocusReason))
        card.menu_asked.connect(lambda row, place: self.menu(row).popup(place))
        card.round_chosen.connect(self._on_round)
        card.pin_asked.connect(lambda row, on: editing.pin(row.cell, on))
        card.forbid_asked.connect(lambda row: editing.forbid(row.cell))
        card.swap_asked.connect(self.trying.swap)
        card.place_asked.connect(self.trying.place)
        self.showing.shown.connect(self._on_shown)
        self.unmatched.chosen.connect(self._on_person)
        self.unmatched.acted.connect(self._on_acted)
        why.left.connect(lambda: (card.table if self.unmatched.list.row() is None else self.unmatched.list).setFocus())
        why.pin_asked.connect(self.trying.pin)
        why.about_asked.connect(self._on_about)
        why.forbid_asked.connect(editing.forbid)
        why.swap_asked.connect(self.trying.take)
        why.try_asked.connect(self.trying.ask)
        why.way_asked.connect(lambda way: self.acting.take_way(self.sheet, way))
        counts.changed.connect(editing.change)
        counts.reset_asked.connect(editing.reset)
        counts.save_asked.connect(editing.save_for_program)
        counts.goals_asked.connect(lambda: self.showing.compare(editing.fixed, counts.show_goals))
        counts.scores_asked.connect(lambda: score_files.choose(self, self.workplace, self.sheet))
        counts.scores_removed.connect(lambda: score_files.remove(self.workplace, self.sheet))
        self.answers.count_changed.connect(self.head.show_waiting)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence("Ctrl+R"), self, editing.suggest_again, context=within)

    def _lock(self) -> None:
        if self.workplace.read_only:
            self.counts.set_read_only(True)
            self.why.set_read_only(True)
            self.card.forbid_changes(READ_ONLY)
            self.unmatched.list.forbid_changes(READ_ONLY)

    # Reading and showing

    def query(self) -> Callable[[Any], MatchSheet]:
        return reading.reader(self.workplace.scope, self._cohort_id, self._draft_id)

    def show_rows(self, rows: MatchSheet) -> None:
        """The sheet as it was read; what the solver says of it follows."""
        before, self.sheet = self.sheet, rows
        self._cohort_id = rows.cohort_id
        self._draft_id = rows.draft.id if rows.draft else None
        self._stage = reading.stage(rows)
        self.trying.dismiss()
        self.editing.show(rows)
        self.head.show_sheet(rows, self._stage)
        self._show_settings()
        self.counts.show_goals(None)
        self.stale.show_sentences(rows.stale if self._stage is Stage.DRAFT else ())
        if before.cohort_id != rows.cohort_id:
            self.answers.show_cohort(rows.cohort_id)
            self.card.begin()
            self.unmatched.list.leave()
        self._show_stage()
        self._views.show()
        if not self.loaded:
            first_focus.settle(self, self.card.table if self._stage is Stage.DRAFT else self.empty.action)

    def _show_settings(self) -> None:
        if self.editing.settings is not None:
            self.counts.show_settings(self.editing.settings, self.sheet)

    def _show_stage(self) -> None:
        draft, view = self._stage is Stage.DRAFT, self.head.chosen_view()
        known = self._stage not in (Stage.NO_COHORT, Stage.MATCHED) and self.editing.settings is not None
        self._views.setCurrentIndex(1 if view == ANSWERS and self.sheet.cohort_id is not None else 0)
        self.strip.setVisible(draft and view == DRAFT)
        self.stale.setVisible(self.stale.isVisibleTo(self._whole) and view == DRAFT)
        self.arrangement.show_parts(counts=known, pairs=draft)
        self._center.show_pairs(draft)
        self._fit_counts()
        if draft:
            self.showing.show_draft(self.sheet)
        else:
            self.showing.clear()
            self.why.clear()
            self.words.show(self._stage, self.sheet)
            if self._stage is Stage.FIRST:
                self.showing.remark(lambda said: self.words.show(Stage.FIRST, self.sheet, said))

    def _fit_counts(self) -> None:
        known = self._stage not in (Stage.NO_COHORT, Stage.MATCHED) and self.head.chosen_view() == DRAFT
        self.head.counts.setVisible(self.arrangement.drawn and known)

    def _on_shown(self) -> None:
        """The pairs are there, or looked at again: why follows what is chosen."""
        pairs = self.showing.proposal
        none = "" if pairs.pairs else commit_dialog.NO_PAIR
        self.head.show_pairs(len(pairs.pairs), "One moment" if self.editing.busy else none)
        if self.card.table.row() is None and self.unmatched.list.row() is None:
            self.card.choose(self.explaining.about)
        self.explaining.again(self.card.table.row(), self.unmatched.list.row())

    def show_cohort(self, cohort_id: int) -> None:
        """Show another cohort, with its newest draft."""
        self._cohort_id, self._draft_id = cohort_id, None
        self.reload()

    def show_view(self, key: str) -> None:
        """The draft, or the answers to what was proposed."""
        self.arrangement.drawer.close_drawer()
        self.head.choose_view(key)
        self._show_stage()
        (self.answers.table if key == ANSWERS else self.card.table).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_suggested(self) -> None:
        self._draft_id = None
        self.reload()

    def stop(self) -> None:
        """End what is being solved; the draft stays as it was."""
        self.solver.stop()
        self.workplace.say("Stopped. Nothing has changed")

    # What is chosen

    def _on_row(self, row: ProposalRow | None) -> None:
        if row is not None:
            self.unmatched.list.leave()
            self.explaining.pair(row)

    def _on_person(self, row: UnmatchedRow) -> None:
        self.card.table.clearSelection()
        self.explaining.person(row.person, row.is_mentor)

    def _on_acted(self, row: UnmatchedRow) -> None:
        sheet = self.sheet
        if row.act is Act.ASK:
            self.explaining.ask_why_not(row.person, row.is_mentor, lambda why: self.acting.ask_for_place(sheet, why))
        elif row.act is Act.INVITE:
            self.acting.invite_mentor(sheet, row.person)
        elif row.act is Act.ENROLL:
            self.acting.enroll(sheet)
        else:
            self.explaining.person(row.person, row.is_mentor)
            self.why.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_about(self, person: int, mentor: int | None) -> None:
        self.explaining.about_two(person, mentor, self.card.table.row(), self.unmatched.list.row())

    def _on_figure(self, key: str) -> None:
        lowest = self.showing.proposal.lowest_pair
        if key == "lowest" and lowest is not None:
            self._go_to(lowest.mentee)
        elif key == "unmatched":
            self.unmatched.list.setFocus(Qt.FocusReason.TabFocusReason)
        elif key == "broken":
            broken = next((row for row in self.card.rows() if row.broken), None)
            self._go_to(broken.mentee if broken else None)
        elif key == "fixed":
            self._show_fixed()
        else:
            self.open_drafts()

    def _go_to(self, person: int | None) -> None:
        if person is not None and self.card.show_person(person):
            self.card.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_fixed(self) -> None:
        """The pinned pairs alone; where pairs are forbidden, a menu allows them again."""
        if not self.editing.fixed.forbids:
            self.card.show_pinned(bool(self.editing.fixed.pins) and not self.card.pinned.isChecked())
            return
        cell = self.strip.cell("fixed")
        menu = row_menu.of_fixed(self, self.card, self.editing, self.workplace.read_only)
        menu.popup(cell.mapToGlobal(cell.rect().bottomLeft()))

    def _on_round(self, number: int) -> None:
        self.showing.show_round(number)
        why = READ_ONLY if self.workplace.read_only else LATER_ROUND if number > 1 else ""
        self.card.forbid_changes(why)
        self.why.lock(why)

    def menu(self, row: ProposalRow) -> QMenu:
        """Everything one can do with a pair."""
        return row_menu.of_pair(self, row, self.card, self.editing, self.workplace)

    # Acting

    def open_drafts(self) -> None:
        """The drafts of the cohort: open, compare, rename, delete."""
        from mentordesk.ui.matching.drafts_dialog import open_drafts

        if self.sheet.drafts:
            open_drafts(self.workplace, self.window(), self.sheet, self.show_draft)

    def show_draft(self, draft_id: int) -> None:
        """Show another draft of the cohort."""
        self._draft_id = draft_id
        self.show_view(DRAFT)
        self.reload()

    def commit(self) -> None:
        """Show what would be committed; on yes make the pairs, show the answers that are waited for, and take up
        the next round of peers."""
        if self.sheet.draft is not None and self.showing.rounds and not self.workplace.read_only:
            shown = self.sheet, self.showing.rounds, self.showing.number
            commit_dialog.ask(self.window(), self.workplace, *shown, self._on_committed)

    def _on_committed(self) -> None:
        if self.showing.number < len(self.showing.rounds):
            self._on_round(self.showing.number + 1)
        self.when_loaded(lambda: self.show_view(ANSWERS))

    def export(self) -> None:
        """The draft as a workbook; without one the Reports page."""
        if self._stage is Stage.DRAFT:
            exporting.export(self, self.workplace, self.sheet)
        else:
            super().export()

    # Going places

    def context(self) -> dict[str, int | None]:
        return {"cohort_id": self.sheet.cohort_id, "program_id": self.sheet.program_id}

    def open(self, target: Target) -> None:
        """`go("matching", id=cohort_id, person=ID)` shows the pair of a person, or why there is none; `view="answers"`
        or tab "answers" shows what was proposed."""
        if target.id is not None:
            self._cohort_id, self._draft_id = target.id, None
        view = target.tab or target.filters.get("view", DRAFT)
        self.reload()
        self.when_loaded(partial(self._open, target.filters.get("person"), str(view)))

    def _open(self, person: int | None, view: str) -> None:
        self.show_view(view if view in (DRAFT, ANSWERS) else DRAFT)
        if person is None or self._stage is not Stage.DRAFT:
            return
        if self.unmatched.list.choose(person):
            self.unmatched.list.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.card.show_person(person):
            self.card.table.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.unmatched.list.choose(person, is_mentor=True):
            self.workplace.say("This person does not take part in this matching: enroll them, or suggest again.")

    def focus_search(self) -> None:
        if self._stage is Stage.DRAFT:
            self.show_view(DRAFT)
            self.card.focus_search()

    # Size and memory

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        window = self.window()
        low = window.height() < LOW_UNDER
        narrow = window.width() < 1180
        self._whole.column.setContentsMargins(*((24, 12, 24, 12) if narrow else (24, 16, 24, 16)))
        self._whole.column.setSpacing(8 if low else 12)
        self.strip.show_notes(not low)
        self.arrangement.fit(window.width(), self.width())

    def state(self) -> dict[str, Any]:
        return {
            "cohort": self._cohort_id,
            "table": self.card.state(),
            "columns": self.arrangement.state(),
            "view": self.head.chosen_view(),
        }

    def restore_state(self, state: dict[str, Any]) -> None:
        cohort = state.get("cohort")
        self._cohort_id = cohort if isinstance(cohort, int) else None
        self.card.restore_state(state.get("table", {}))
        self.arrangement.restore_state(state.get("columns"))
        if state.get("view") == ANSWERS:
            self.when_loaded(partial(self.show_view, ANSWERS))
