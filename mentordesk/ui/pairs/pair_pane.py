"""The detail pane: the head of the chosen pair, its tabs, and below them the joint project and the next meeting."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QStackedLayout, QVBoxLayout, QWidget

from mentordesk.ui.pairs.pair_actions import PairActions
from mentordesk.ui.pairs.pair_foot import PairFoot
from mentordesk.ui.pairs.pair_head import PairHead
from mentordesk.ui.pairs.pair_tabs import PairTabs
from mentordesk.ui.pairs.reading import PairSheet
from mentordesk.ui.widgets.empty_state import EmptyState
from mentordesk.ui.workplace import Workplace

LOW_UNDER = 760


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
        self.head.tab_asked.connect(self.tabs.show_tab)
        self.foot.tab_asked.connect(self.tabs.show_tab)
        self._low = False
        self.empty = EmptyState("pairs", "No pair chosen", "The pair chosen in the list is shown here.")
        whole = QWidget()
        inside = QVBoxLayout(whole)
        inside.setContentsMargins(1, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.head)
        inside.addSpacing(8)
        inside.addWidget(self.tabs, 1)
        inside.addWidget(self.foot)
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
