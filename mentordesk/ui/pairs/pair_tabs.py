"""The tabs of one pair, the same in the pane and on the full page."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentordesk.ui.pairs.check_ins_tab import CheckInsTab
from mentordesk.ui.pairs.give_take_tab import GiveTakeTab
from mentordesk.ui.pairs.goals_tab import GoalsTab
from mentordesk.ui.pairs.meetings_tab import MeetingsTab
from mentordesk.ui.pairs.overview_tab import OverviewTab
from mentordesk.ui.pairs.pair_actions import PairActions
from mentordesk.ui.pairs.reading import PairSheet
from mentordesk.ui.pairs.records import Records
from mentordesk.ui.pairs.story_tab import StoryTab
from mentordesk.ui.widgets.label import card
from mentordesk.ui.widgets.tabs import Tabs
from mentordesk.ui.workplace import Workplace

KEYS = ("overview", "give_take", "meetings", "milestones", "check_ins", "story")
_INDENT = 14
_PADDING, _WIDE_PADDING = 18, 22
"""In the pane the six names just fit beside each other."""
_PROSE, _BELOW = 1300, 8
_GOALS = KEYS.index("milestones")


class PairTabs(Tabs):
    """Only the tab on screen is filled; the others when they are shown."""

    def __init__(self, workplace: Workplace, actions: PairActions, parent: QWidget, wide: bool = False) -> None:
        super().__init__("Parts of this pair", padding=_WIDE_PADDING if wide else _PADDING, end=0 if wide else _INDENT)
        records = Records(workplace, parent)
        self._sheet: PairSheet | None = None
        self._filled: set[int] = set()
        self.overview = OverviewTab(workplace, actions, records, wide)
        self.overview.tab_asked.connect(self.show_tab)
        self.give_take = GiveTakeTab(workplace, actions, records, wide)
        self.give_take.tab_asked.connect(self.show_tab)
        self.meetings = MeetingsTab(workplace, actions, records, parent, wide)
        self.goals = GoalsTab(workplace, actions, parent, wide)
        self.check_ins = CheckInsTab(workplace, actions, parent, wide)
        self.story = StoryTab(workplace, actions, parent)
        self._tabs = (self.overview, self.give_take, self.meetings, self.goals, self.check_ins, self.story)
        titles = ("Overview", "Give & take", "Meetings", "Goals & milestones", "Check-ins", "Story")
        for title, tab in zip(titles, self._tabs, strict=True):
            self.add(title, self._on_page(tab) if wide and tab is not self.give_take else tab)
        if not wide:
            self._indent()
        self.currentChanged.connect(self._fill)

    def _on_page(self, tab: QWidget) -> QWidget:
        return _on_card(tab, below=1 if tab is self.story else _BELOW)  # the story ends with a footer of its own

    def _indent(self) -> None:
        """In the pane the first name begins where the text above it does."""
        self.setCornerWidget(_Space(), Qt.Corner.TopLeftCorner)

    def show_sheet(self, sheet: PairSheet) -> None:
        """Shows another pair in the tab that is on screen."""
        self._sheet = sheet
        self._filled.clear()
        self._fill(self.currentIndex())

    def _fill(self, index: int) -> None:
        if self._sheet is not None and index not in self._filled:
            self._filled.add(index)
            self._tabs[index].show_sheet(self._sheet)

    def show_tab(self, key: str) -> None:
        """Goes to a tab by its key; an unknown one changes nothing."""
        if key in KEYS:
            self.setCurrentIndex(KEYS.index(key))

    def tab(self) -> str:
        """The key of the tab on screen."""
        return KEYS[self.currentIndex()]

    def set_narrow(self, narrow: bool) -> None:
        """The small window: narrower margins and a shorter name for the last tab."""
        self.rename(_GOALS, "Goals" if narrow else "Goals & milestones")
        for tab in self._tabs:
            tab.set_narrow(narrow)


class _Space(QWidget):
    """Before the first tab; Qt asks a corner only for its hint."""

    def sizeHint(self) -> QSize:
        return QSize(_INDENT, 1)


def _on_card(tab: QWidget, below: int) -> QWidget:
    """On the full page a tab lies on a white card; lines of prose stay readable."""
    frame = card()
    frame.setMaximumWidth(_PROSE)
    inside = QVBoxLayout(frame)
    inside.setContentsMargins(1, 1, 1, below)
    inside.addWidget(tab)
    around = QWidget()
    line = QHBoxLayout(around)
    line.setContentsMargins(0, 16, 0, 0)
    line.addWidget(frame, 1)
    line.addStretch(0)
    return around
