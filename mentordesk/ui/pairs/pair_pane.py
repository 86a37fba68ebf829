"""The detail pane: the head of the chosen pair, its tabs, and below them the joint project and the next meeting."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from mentordesk.domain.pair_detail import MeetingRow, ProjectRow
from mentordesk.domain.wording import counted
from mentordesk.ui.pairs.meeting_card import meeting_words
from mentordesk.ui.pairs.pair_actions import PairActions
from mentordesk.ui.pairs.pair_head import PairHead
from mentordesk.ui.pairs.pair_tabs import PairTabs
from mentordesk.ui.pairs.project_rows import used
from mentordesk.ui.pairs.reading import PairSheet
from mentordesk.ui.widgets.elided_label import ElidedLabel
from mentordesk.ui.widgets.empty_state import EmptyState
from mentordesk.ui.widgets.label import column, row
from mentordesk.ui.widgets.progress_bar import ProgressBar
from mentordesk.ui.workplace import Workplace

LOW_UNDER = 760


class PairFoot(QFrame):
    """The project with its hours and the next meeting, as far as there are any."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("footer", True)
        self.project, self.hours = ElidedLabel("", "strong_caption"), ElidedLabel("", "caption", "text2", snug=True)
        self.bar = ProgressBar()
        self.next, self.how = ElidedLabel("", "strong_caption"), ElidedLabel("", "caption", "text2")
        self._left, self._right = QWidget(), QWidget()
        left = column(gap=5)
        left.addLayout(row(self.project, self.hours))
        left.addWidget(self.bar)
        self._left.setLayout(left)
        self._right.setLayout(column(self.next, self.how, gap=1))
        inside = QHBoxLayout(self)
        inside.setContentsMargins(24, 10, 24, 10)
        inside.setSpacing(18)
        inside.addWidget(self._left, 1)
        inside.addWidget(self._right, 1)

    def show_sheet(self, sheet: PairSheet) -> bool:
        """Shows another pair; False where there is nothing to show."""
        running = [project for project in sheet.detail.projects if project.finished_on is None]
        self._show_project(running[-1] if running else None)
        self._show_next(sheet.detail.next_meeting)
        return bool(running) or sheet.detail.next_meeting is not None

    def _show_project(self, project: ProjectRow | None) -> None:
        self._left.setVisible(project is not None)
        if project is not None:
            self.project.setText(f"Joint project: {project.title}")
            budget = project.hours_budget
            self.hours.setText(f"{project.hours:g} of {budget:g} h" if budget else f"{project.hours:g} h")
            self.bar.show_progress(*used(project))

    def _show_next(self, meeting: MeetingRow | None) -> None:
        self._right.setVisible(meeting is not None)
        if meeting is not None:
            self.next.setText(f"Next: {meeting_words(meeting)}")
            points = len(meeting.points)
            minutes = f", {meeting.minutes} min" if meeting.minutes else ""
            agenda = f". Agenda has {counted(points, 'point')}" if points else ""
            self.how.setText(f"{meeting.channel.word}{minutes}{agenda}")


class PairPane(QFrame):
    """Shows one pair, or a hint while none is chosen."""

    def __init__(self, workplace: Workplace, actions: PairActions, parent: QWidget) -> None:
        super().__init__()
        self.setProperty("pane", True)
        self.setProperty("region", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName("The chosen pair")
        self.sheet: PairSheet | None = None
        self.head = PairHead(actions)
        self.tabs = PairTabs(workplace, actions, parent)
        self.foot = PairFoot()
        self._low = False
        self.empty = EmptyState("pairs", "No pair chosen", "Choose one in the list to see it here.")
        whole = QWidget()
        inside = QVBoxLayout(whole)
        inside.setContentsMargins(1, 0, 0, 0)
        inside.setSpacing(8)
        for part, share in ((self.head, 0), (self.tabs, 1), (self.foot, 0)):
            inside.addWidget(part, share)
        self._whole = whole
        self._stack = QStackedLayout(self)
        self._stack.addWidget(QWidget())  # nothing is said before the pairs are read
        self._stack.addWidget(self.empty)
        self._stack.addWidget(whole)

    def show_sheet(self, sheet: PairSheet | None) -> None:
        """Shows another pair, or the hint."""
        self.sheet = sheet
        self._stack.setCurrentWidget(self.empty if sheet is None else self._whole)
        if sheet is not None:
            self.head.show_sheet(sheet)
            self.tabs.show_sheet(sheet)
            self._fit_foot()

    def fit(self, narrow: bool, low: bool) -> None:
        """The small window: shorter head, no foot in a low one."""
        self._low = low
        self.head.set_narrow(narrow)
        self.tabs.set_narrow(narrow)
        self._fit_foot()

    def _fit_foot(self) -> None:
        has_any = self.sheet is not None and self.foot.show_sheet(self.sheet)
        self.foot.setVisible(has_any and not self._low)
