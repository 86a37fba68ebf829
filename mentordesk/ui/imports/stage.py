"""The parts of the Import page and how they stand at each step. Knows no draft and decides nothing."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from mentordesk.ui import theme
from mentordesk.ui.imports.agree_step import AgreeStep
from mentordesk.ui.imports.columns_card import ColumnsCard
from mentordesk.ui.imports.done_step import DoneStep
from mentordesk.ui.imports.file_step import FileStep
from mentordesk.ui.imports.foot_bar import FootBar
from mentordesk.ui.imports.foot_words import AGREE, COLUMNS, DONE, FILE, ROWS
from mentordesk.ui.imports.outlook_card import OutlookCard
from mentordesk.ui.imports.rows_card import RowsCard
from mentordesk.ui.imports.step_bar import StepBar
from mentordesk.ui.imports.target_card import TargetCard
from mentordesk.ui.imports.ways_card import WaysCard
from mentordesk.ui.widgets.page_body import PageBody
from mentordesk.ui.widgets.page_header import PageHeader

_SHARES = {COLUMNS: (54, 46), ROWS: (38, 62)}
_BOTH_FROM = 1040
"""From this width of the page on, columns and rows stand beside each other."""
_BOTH_DRAWN = 960
"""The same for wide or enlarged type, in pixels of the mock-ups."""
_TITLE_WIDTH = 440


class Stage(QWidget):
    """Header with the steps, the step's cards, the bar below."""

    def __init__(self) -> None:
        super().__init__()
        self.step = FILE
        self.header = PageHeader("Import roster")
        self.steps = StepBar()
        self.header.add_action(self.steps)
        self.file_step = FileStep()
        self.columns = ColumnsCard()
        self.target = TargetCard()
        self.ways = WaysCard()
        self.outlook = OutlookCard()
        self.rows = RowsCard()
        self.agree = AgreeStep()
        self.done = DoneStep()
        self._has_file = False
        self.foot = FootBar()
        self._both = QHBoxLayout()
        self._right = QStackedWidget()
        self._body = QStackedWidget()
        self._lay_out()

    def _lay_out(self) -> None:
        self._right.addWidget(self._target_side())
        self._right.addWidget(self.rows)
        beside = QWidget()
        both = self._both
        beside.setLayout(both)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(14)
        both.addWidget(self.columns)
        both.addWidget(self._right)
        self._body.addWidget(self.file_step)
        self._body.addWidget(beside)
        self._body.addWidget(self.agree)
        self._body.addWidget(self.done)
        inside = QVBoxLayout()
        inside.setContentsMargins(24, 16, 24, 14)
        inside.setSpacing(12)
        inside.addWidget(self.header)
        inside.addWidget(self._body, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(inside, 1)
        whole.addWidget(self.foot)

    def _target_side(self) -> QWidget:
        side = PageBody(0, 12)
        side.column.addWidget(self.target)
        side.column.addWidget(self.ways)
        side.column.addWidget(self.outlook, 1)
        return side

    def show_step(self, step: int, has_file: bool) -> None:
        """The cards of a step; the bar below is there once there is a file."""
        self.step = step
        self._has_file = has_file and step != DONE
        self._body.setCurrentIndex({FILE: 0, AGREE: 2, DONE: 3}.get(step, 1))
        self._right.setCurrentIndex(1 if step == ROWS else 0)
        ask = QSizePolicy.Policy
        self.rows.setSizePolicy(ask.Preferred if step == ROWS else ask.Ignored, ask.Preferred)
        for at, share in enumerate(_SHARES.get(step, ())):
            self._both.setStretch(at, share)
        self.steps.show_step(step)
        self.show_foot()
        self._fit()

    def show_foot(self) -> None:
        """The bar below is there with a file, and while one is being read."""
        self.foot.setVisible(self._has_file or not self.foot.busy.isHidden())

    def show_idle(self) -> None:
        """Nothing takes long any more."""
        self.foot.show_idle()
        self.show_foot()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < max(_BOTH_FROM, theme.current().wide(_BOTH_DRAWN))
        self.columns.setVisible(self.step != ROWS or not narrow)
        self.steps.set_narrow(self.steps.whole_width() + _TITLE_WIDTH > self.width())
