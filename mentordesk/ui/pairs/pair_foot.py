"""The running joint project of a pair with its hours, and its next meeting: the foot of its pane."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from mentordesk.domain.pair_detail import MeetingRow, ProjectRow
from mentordesk.domain.wording import counted
from mentordesk.ui.pairs.meeting_card import meeting_words
from mentordesk.ui.pairs.open_row import OpenRow
from mentordesk.ui.pairs.project_rows import used
from mentordesk.ui.pairs.reading import PairSheet
from mentordesk.ui.widgets.elided_label import ElidedLabel
from mentordesk.ui.widgets.label import column, row
from mentordesk.ui.widgets.progress_bar import ProgressBar


class PairFoot(QFrame):
    """The project with its hours and the next meeting, as far as there are any: beside each other on a footer, or
    without one below each other. Emits the tab each comes from."""

    tab_asked = Signal(str)

    def __init__(self, across: bool = True) -> None:
        super().__init__()
        self.setProperty("footer", across)
        self.project, self.hours = ElidedLabel("", "strong_caption"), ElidedLabel("", "caption", "text2", snug=True)
        self.bar = ProgressBar()
        self.next, self.how = ElidedLabel("", "strong_caption"), ElidedLabel("", "caption", "text2")
        self._left, self._right = OpenRow("Joint project"), OpenRow("Next meeting")
        self._left.opened.connect(lambda: self.tab_asked.emit("milestones"))
        self._right.opened.connect(lambda: self.tab_asked.emit("meetings"))
        left = column(gap=5)
        left.addLayout(row(self.project, self.hours))
        left.addWidget(self.bar)
        self._left.setLayout(left)
        self._right.setLayout(column(self.next, self.how, gap=1))
        inside = QHBoxLayout(self) if across else QVBoxLayout(self)
        inside.setContentsMargins(*((24, 10, 24, 10) if across else (0, 0, 0, 0)))
        inside.setSpacing(18)
        for part in (self._left, self._right) if across else (self._right, self._left):
            inside.addWidget(part, 1)

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
            self._left.setAccessibleName(f"{self.project.text()}, {self.hours.text()}")

    def _show_next(self, meeting: MeetingRow | None) -> None:
        self._right.setVisible(meeting is not None)
        if meeting is not None:
            self.next.setText(f"Next: {meeting_words(meeting)}")
            points = len(meeting.points)
            minutes = f", {meeting.minutes} min" if meeting.minutes else ""
            agenda = f". Agenda has {counted(points, 'point')}" if points else ""
            self.how.setText(f"{meeting.channel.word}{minutes}{agenda}")
            self._right.setAccessibleName(f"{self.next.text()}. {self.how.text()}")
