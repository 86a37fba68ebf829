"""The tabs of one pair, the same in the pane and on the full page."""

from typing import Any

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
    """A tab is made when it is first shown, and only the one on screen is filled."""

    def __init__(self, workplace: Workplace, actions: PairActions, parent: QWidget, wide: bool = False) -> None:
        super().__init__("Parts of this pair", padding=_WIDE_PADDING if wide else _PADDING, end=0 if wide else _INDENT)
        self._workplace, self._actions, self._parent, self._wide = workplace, actions, parent, wide
        self._records = Records(workplace, parent)
        self._sheet: PairSheet | None = None
        self._narrow = False
        self._filled: set[int] = set()
        self._made: dict[int, Any] = {}
        for title in ("Overview", "Give & take", "Meetings", "Goals & milestones", "Check-ins", "Story"):
            place = QWidget()
            QVBoxLayout(place).setContentsMargins(0, 0, 0, 0)
            self.add(title, place)
        if not wide:
            self._indent()
        self.currentChanged.connect(self._fill)

    @property
    def overview(self) -> OverviewTab:
        return self._tab(0)

    @property
    def give_take(self) -> GiveTakeTab:
        return self._tab(1)

    @property
    def meetings(self) -> MeetingsTab:
        return self._tab(2)

    @property
    def goals(self) -> GoalsTab:
        return self._tab(3)

    @property
    def check_ins(self) -> CheckInsTab:
        return self._tab(4)

    @property
    def story(self) -> StoryTab:
        return self._tab(5)

    def _tab(self, index: int) -> Any:
        if index not in self._made:
            tab = self._made[index] = self._make(KEYS[index])
            plain = not self._wide or KEYS[index] == "give_take"
            place = self.widget(index)
            inside = place.layout() if place is not None else None
            assert inside is not None
            whole = tab if plain else self._on_page(tab)
            inside.addWidget(whole)
            whole.show()  # a layout shows what is added to it only later
            tab.set_narrow(self._narrow)
        return self._made[index]

    def _make(self, key: str) -> Any:
        workplace, actions, parent, wide = self._workplace, self._actions, self._parent, self._wide
        if key == "overview":
            overview = OverviewTab(workplace, actions, self._records, wide)
            overview.tab_asked.connect(self.show_tab)
            return overview
        if key == "give_take":
            give_take = GiveTakeTab(workplace, actions, self._records, wide)
            give_take.tab_asked.connect(self.show_tab)
            return give_take
        if key == "meetings":
            return MeetingsTab(workplace, actions, self._records, parent, wide)
        if key == "milestones":
            return GoalsTab(workplace, actions, parent, wide)
        return (
            CheckInsTab(workplace, actions, parent, wide)
            if key == "check_ins"
            else StoryTab(workplace, actions, parent)
        )

    def _on_page(self, tab: QWidget) -> QWidget:
        return _on_card(tab, below=1 if isinstance(tab, StoryTab) else _BELOW)  # the story ends with its own footer

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
            self._tab(index).show_sheet(self._sheet)

    def show_tab(self, key: str) -> None:
        """Goes to a tab by its key; an unknown one changes nothing."""
        if key in KEYS:
            self.setCurrentIndex(KEYS.index(key))

    def tab(self) -> str:
        """The key of the tab on screen."""
        return KEYS[self.currentIndex()]

    def set_narrow(self, narrow: bool) -> None:
        """The small window: narrower margins and a shorter name for the last tab."""
        self._narrow = narrow
        self.rename(_GOALS, "Goals" if narrow else "Goals & milestones")
        for tab in self._made.values():
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
