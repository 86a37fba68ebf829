"""The head of the Matching page: path with the choice of the cohort, facts, what can be done, draft or answers."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from mentordesk.domain.dates import long
from mentordesk.domain.matching.draft import CohortToMatch, MatchSheet
from mentordesk.domain.wording import counted
from mentordesk.ui import icons
from mentordesk.ui.matching.reading import Stage
from mentordesk.ui.widgets.label import button, icon_button, icon_label, more_button
from mentordesk.ui.widgets.page_header import PageHeader
from mentordesk.ui.widgets.segments import SegmentedControl

DRAFT, ANSWERS = "draft", "answers"
READ_ONLY = "This desk is open to read only"
ANSWERED = "{}. Proposed pairs wait here until both have said yes"


class MatchingHead(QWidget):
    """Says what was asked for; the page does it."""

    cohorts_asked = Signal()
    cohort_opened = Signal(int)
    cohort_chosen = Signal(int)
    view_chosen = Signal(object)
    counts_asked = Signal()
    drafts_asked = Signal()
    suggest_asked = Signal()
    commit_asked = Signal()
    export_asked = Signal()
    copy_asked = Signal()
    enroll_asked = Signal()

    def __init__(self, read_only: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read_only = read_only
        self._waiting = -1
        self._cohort_id: int | None = None
        self._sheet, self._stage = MatchSheet(()), Stage.NO_COHORT
        self.header = PageHeader("Matching")
        self.view: SegmentedControl | None = None
        self._make_path()
        self._make_actions()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.path)
        whole.addWidget(self.header)

    def _make_path(self) -> None:
        self.path = QWidget()
        self.cohorts = button("Cohorts", "link", on_click=self.cohorts_asked.emit)
        self.cohort = button("", "link", on_click=self._on_cohort)
        self.choice_menu = QMenu(self)
        self.choice = icon_button("chevron-down", "Choose another cohort", self._choose_cohort, small=True)
        inside = QHBoxLayout(self.path)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        for part in (self.cohorts, icon_label("chevron-right", "text3", 12), self.cohort, self.choice):
            inside.addWidget(part)
        inside.addStretch(1)

    def _make_actions(self) -> None:
        self.counts = button("What counts", icon="settings", on_click=self.counts_asked.emit)
        self.drafts = button("Drafts", icon="copy", on_click=self.drafts_asked.emit)
        self.suggest = button("Suggest again", icon="matching", on_click=self.suggest_asked.emit)
        self.commit = button("Commit…", "primary", "check", self.commit_asked.emit)
        menu = QMenu()
        self.export = menu.addAction(icons.icon("export"), "Export for review…", self.export_asked.emit)
        self.copy = menu.addAction(icons.icon("copy"), "Go on in a copy of this draft", self.copy_asked.emit)
        self.open_cohort = menu.addAction(icons.icon("cohorts"), "Open the cohort", self._on_cohort)
        self.enroll = menu.addAction(icons.icon("plus"), "Enroll people…", self.enroll_asked.emit)
        self.more = more_button(menu)
        for each in (self.counts, self.drafts, self.suggest, self.commit, self.more):
            self.header.add_action(each)
        self.header.title.setMinimumHeight(self.suggest.sizeHint().height())  # as high as with the choice of the view
        self.counts.hide()

    # Showing

    def show_sheet(self, sheet: MatchSheet, stage: Stage) -> None:
        """The cohort and its draft; buttons for what is there."""
        self._cohort_id = sheet.cohort_id
        self.path.setVisible(sheet.cohort_id is not None)
        self.cohort.setText(sheet.cohort.replace("&", "&&"))
        self._fill_choice(sheet.cohorts)
        draft = stage is Stage.DRAFT
        self.drafts.setVisible(bool(sheet.drafts))
        self.export.setEnabled(draft)
        self.copy.setEnabled(draft and not self._read_only)
        self.open_cohort.setEnabled(sheet.cohort_id is not None)
        self.enroll.setEnabled(sheet.cohort_id is not None and not self._read_only)
        self._forbid(self.suggest, READ_ONLY if self._read_only else "")
        self._sheet, self._stage = sheet, stage
        self._show_view()
        waiting = next((each.waiting for each in sheet.cohorts if each.id == sheet.cohort_id), 0)
        self.show_waiting(waiting)

    def show_pairs(self, pairs: int, why_not: str = "") -> None:
        """How many pairs would be committed; and why they cannot be."""
        self.commit.setText(f"Commit {counted(pairs, 'pair')}…")
        self._forbid(self.commit, READ_ONLY if self._read_only else why_not)

    def _forbid(self, what: QPushButton, why_not: str) -> None:
        what.setEnabled(not why_not)
        what.setToolTip(why_not)

    def show_waiting(self, waiting: int) -> None:
        """Draft or answers: a choice as soon as proposed pairs wait."""
        if waiting == self._waiting:
            return
        before, self._waiting = self.chosen_view(), waiting
        if self.view is not None:
            self.view.hide()
            self.view.deleteLater()
            self.view = None
        if waiting or before == ANSWERS:
            title = f"Answers {waiting}" if waiting else "Answers"
            self.view = SegmentedControl([(DRAFT, "Draft"), (ANSWERS, title)], "View")
            self.view.choose(before)
            self.view.chosen.connect(self.view_chosen)
            self.header.add_beside_title(self.view)

    def chosen_view(self) -> str:
        return str(self.view.choice()) if self.view is not None else DRAFT

    def choose_view(self, key: str) -> None:
        if self.view is not None:
            self.view.choose(key)
        self._show_view()

    def _show_view(self) -> None:
        """Beside the answers nothing can be done with a draft."""
        answers = self.chosen_view() == ANSWERS
        self.header.set_facts(ANSWERED.format(self._sheet.cohort) if answers else facts(self._sheet, self._stage))
        for each in (self.suggest, self.commit):
            each.setVisible(self._stage is Stage.DRAFT and not answers)

    # The path

    def _fill_choice(self, cohorts: tuple[CohortToMatch, ...]) -> None:
        self.choice.setVisible(len(cohorts) > 1 or any(each.id != self._cohort_id for each in cohorts))
        self.choice_menu.clear()
        for each in cohorts:
            action = self.choice_menu.addAction(f"{each.name}{_counts(each)}".replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(each.id == self._cohort_id)
            action.triggered.connect(lambda _on=False, id_=each.id: self.cohort_chosen.emit(id_))

    def _choose_cohort(self) -> None:
        self.choice_menu.popup(self.choice.mapToGlobal(self.choice.rect().bottomLeft()))

    def _on_cohort(self) -> None:
        if self._cohort_id is not None:
            self.cohort_opened.emit(self._cohort_id)


def _counts(cohort: CohortToMatch) -> str:
    said = [f"{cohort.to_match} to match"] if cohort.to_match else []
    said += [f"{cohort.waiting} waiting for answers"] if cohort.waiting else []
    return f"   {', '.join(said)}" if said else ""


def facts(sheet: MatchSheet, stage: Stage) -> str:
    """The line below the title."""
    if sheet.cohort_id is None:
        return ""
    if sheet.over_since is not None:
        return f"{sheet.cohort} ended on {long(sheet.over_since)}: whoever is paired here now begins after its end"
    if stage is Stage.DRAFT and sheet.draft is not None:
        name = sheet.draft.name[:1].lower() + sheet.draft.name[1:]
        rest = "Nobody sees this draft; pairs are created only when you commit it"
        return f"{sheet.cohort}, {name}. {rest}"
    if stage is Stage.FIRST:
        return f"{sheet.cohort}, no draft yet. Nobody sees what is suggested here before you commit it"
    return sheet.cohort
