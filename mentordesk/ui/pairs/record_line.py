"""One line that records an exchange: the direction (a click swaps it), kind, weight, words. Enter records."""

from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from mentordesk.domain.contacts import ExchangeForm
from mentordesk.domain.standing import PairStatus, Side
from mentordesk.ui import icons
from mentordesk.ui.pairs.gift_fields import KINDS, PointsControl
from mentordesk.ui.pairs.pair_actions import PairActions
from mentordesk.ui.pairs.reading import PairSheet
from mentordesk.ui.widgets.drop_down import DropDown
from mentordesk.ui.widgets.label import button, row
from mentordesk.ui.workplace import Workplace


class RecordLine(QWidget):
    """In the pane two lines, on the full page one."""

    def __init__(self, workplace: Workplace, actions: PairActions, wide: bool) -> None:
        super().__init__()
        self._workplace, self._actions = workplace, actions
        self._sheet: PairSheet | None = None
        self._side = Side.RIGHT
        self.direction: QPushButton = button("", on_click=self.swap, tip="Swap who gave")
        self.kind = DropDown(KINDS, "Kind")
        for number, (kind, _) in enumerate(KINDS):
            self.kind.setItemIcon(number, icons.icon(kind.value))
        self.points = PointsControl()
        self.what = QLineEdit()
        self.what.setPlaceholderText("What changed hands?")
        self.what.setAccessibleName("What changed hands?")
        self.what.setMinimumWidth(80)
        self.what.returnPressed.connect(self.save)
        self.record: QPushButton = button("Record", "primary", on_click=self.save)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        if wide:
            inside.addLayout(row(self.direction, self.kind, self.points, self.what, self.record))
        else:
            inside.addLayout(row(self.direction, self.kind, None, gap=7))
            inside.addLayout(row(self.points, self.what, self.record, gap=7))

    def swap(self) -> None:
        """The other side gave."""
        self._side = self._side.other
        self._show_direction()

    def _show_direction(self) -> None:
        if self._sheet is None:
            return
        left, right = self._sheet.left, self._sheet.right
        self.direction.setText(f"{left} gave {right}" if self._side is Side.LEFT else f"{right} gave {left}")
        icons.show_on(self.direction, "pairs", f"{self._side.value}_text", 15)
        self.direction.setAccessibleName(f"{self.direction.text()}, swap")

    def show_sheet(self, sheet: PairSheet) -> None:
        """Shows another pair; what was typed stays only with its pair."""
        if self._sheet is None or self._sheet.row.id != sheet.row.id:
            self.what.clear()
            self._side = Side.RIGHT
        self._sheet = sheet
        self._show_direction()
        begun = sheet.row.status is not PairStatus.PROPOSED
        for field in (self.direction, self.kind, self.points, self.what, self.record):
            field.setEnabled(begun and self._actions.allowed)
        self.record.setToolTip("Add this to the account (Enter)" if begun else "Activate the pair first")
        self._actions.lock(self.record)

    def save(self) -> None:
        """Adds the row; today's date."""
        from mentordesk.services import exchanges

        sheet = self._sheet
        if sheet is None or not self.record.isEnabled():
            return
        giver = sheet.row.left_id if self._side is Side.LEFT else sheet.row.right_id
        what = self.points.choice(), sheet.today, self.what.text()
        form = ExchangeForm(sheet.row.id, giver, self.kind.choice(), *what)
        if self._workplace.do(exchanges.record, form, said="Exchange recorded"):
            self.what.clear()
            self.what.setFocus()
