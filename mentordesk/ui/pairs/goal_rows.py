"""The rows of Goals & milestones: a goal with its bar and its ratings, a milestone with its state."""

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout

from mentordesk.domain import dates
from mentordesk.domain.milestones import MilestoneRow, MilestoneState
from mentordesk.domain.pair_detail import GoalRow
from mentordesk.domain.wording import counted
from mentordesk.ui import theme
from mentordesk.ui.pairs.health_box import HealthShape
from mentordesk.ui.pairs.open_row import OpenRow
from mentordesk.ui.widgets.elided_label import ElidedLabel
from mentordesk.ui.widgets.label import icon_button, label, row
from mentordesk.ui.widgets.progress_bar import ProgressBar

# The shape of a milestone's state; its words stand at the right of the row.
_SHAPES = {
    MilestoneState.DONE: "on_track",
    MilestoneState.OVERDUE: "at_risk",
    MilestoneState.DUE: "watch",
    MilestoneState.UPCOMING: "too_early",
    MilestoneState.SKIPPED: "too_early",
}
_OWNER = 176
"""All bars begin below each other."""
_WHEN = 108
_TONES = {MilestoneState.OVERDUE: "risk_text", MilestoneState.DUE: "watch_text"}


def when(milestone: MilestoneRow, today: date) -> str:
    """The date of a milestone as its row says it: "9 Oct", "14 May, 3 days early", "due 26 Jun", "9 days overdue"."""
    if milestone.done_on is not None:
        late = milestone.days_late
        after = f", {counted(abs(late), 'day')} {'late' if late > 0 else 'early'}" if late else ""
        return f"{dates.short(milestone.done_on, today)}{after}"
    if milestone.state is MilestoneState.SKIPPED:
        return "skipped by agreement"
    if milestone.state is MilestoneState.OVERDUE:
        return f"{counted(milestone.days_late, 'day')} overdue"
    return f"due {dates.short(milestone.due_on, today)}"


class MilestoneLine(OpenRow):
    """The check button marks an open milestone done today."""

    edits = True

    def __init__(self, milestone: MilestoneRow, today: date) -> None:
        words = when(milestone, today)
        super().__init__(f"{milestone.title}, {milestone.owner_name}, {words}")
        self.milestone = milestone
        shape = HealthShape(_SHAPES[milestone.state])
        shape.setToolTip(milestone.state.word)
        shape.setAccessibleName(milestone.state.word)
        self.title = ElidedLabel(milestone.title)
        self.when = ElidedLabel(words, "caption", _TONES.get(milestone.state, "text2"), align="right", snug=True)
        self.done = icon_button("check", f"Mark {milestone.title} done", self.toggled.emit, small=True)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(2, 1, 2, 1)
        inside.setSpacing(10)
        inside.addWidget(shape)
        inside.addWidget(self.title, 1)
        inside.addWidget(self.done)
        inside.addWidget(self.when)
        is_open = milestone.done_on is None and milestone.skipped_on is None
        self.done.setVisible(is_open)
        if is_open:  # the buttons stand below each other
            self.when.setMinimumWidth(theme.current().wide(_WHEN))
        self.setMinimumHeight(30)
        tip = milestone.note or milestone.skip_reason
        self.setToolTip(f"{milestone.owner_name}. {tip}" if tip else milestone.owner_name)


class GoalLine(OpenRow):
    """Title, ratings and percent; owner in the color of the side, and the bar."""

    edits = True

    def __init__(self, goal: GoalRow, today: date) -> None:
        said = (goal.title, goal.owner, f"{goal.progress} percent", goal.rating_words.replace("→", "to"))
        super().__init__(", ".join(part for part in said if part))
        due = f", by {dates.short(goal.due_on, today)}" if goal.due_on and goal.done_on is None else ""
        reached = f", reached {dates.short(goal.done_on, today)}" if goal.done_on else ""
        inside = QVBoxLayout(self)
        inside.setContentsMargins(2, 4, 2, 6)
        inside.setSpacing(2)
        inside.addLayout(headed(goal.title, f"{goal.progress} %", goal.rating_words))
        tone = goal.side.value if goal.side else "text2"
        owner = ElidedLabel(f"{goal.owner}{due}{reached}", "caption", f"{tone}_text" if goal.side else tone)
        owner.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        owner.setFixedWidth(theme.current().wide(_OWNER))
        inside.addLayout(row(owner, ProgressBar(goal.progress / 100), gap=12))
        self.setToolTip(goal.note)


def headed(title: str, words: str, before: str = "") -> QHBoxLayout:
    """A title with words at the right of its line."""
    parts = (
        [label(before, *(("strong_caption", "accent") if "→" in before else ("caption", "text2")))] if before else []
    )
    made = row(ElidedLabel(title, "strong"), *parts, label(words, "caption"), gap=12)
    made.setStretch(0, 1)
    return made
