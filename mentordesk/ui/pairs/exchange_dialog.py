"""Record an exchange on its own: who gave what to whom, how much, when."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from mentordesk.domain.contacts import ExchangeForm
from mentordesk.domain.pair_listing import PairChoice
from mentordesk.domain.people import first_name
from mentordesk.domain.standing import Side
from mentordesk.ui.desk_dialog import DeskDialog
from mentordesk.ui.pairs.contact_dialog import pair_choices
from mentordesk.ui.pairs.gift_fields import KINDS, POINTS_TIP, PointsControl
from mentordesk.ui.widgets.date_field import DateField
from mentordesk.ui.widgets.drop_down import DropDown
from mentordesk.ui.widgets.label import label
from mentordesk.ui.widgets.picker import Picker
from mentordesk.ui.workplace import Workplace


class ExchangeDialog(DeskDialog):
    """A new entry in the account, or one on record when `exchange_id` is given."""

    def __init__(
        self, workplace: Workplace, parent: QWidget | None, pair_id: int | None = None, exchange_id: int | None = None
    ) -> None:
        title = "Record an exchange" if exchange_id is None else "Change an exchange"
        super().__init__(workplace, parent, title, primary="Record" if exchange_id is None else "Save", width=480)
        self._exchange_id = exchange_id
        self._pairs: dict[int, PairChoice] = {}
        self.pair = Picker("Type one of the two names", avatars=False)
        self.giver = DropDown()
        self.kind = DropDown(KINDS)
        self.points = PointsControl()
        self.day = DateField(workplace.today, workplace.today())
        self.what = QLineEdit()
        self.what.setPlaceholderText("What changed hands?")
        self.pair.changed.connect(self._on_pair_changed)
        self._arrange()
        self._fill_pairs(pair_id)
        if exchange_id is not None:
            self._show_exchange(exchange_id)
        first = self.pair if self.pair.value() is None else self.giver
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def _arrange(self) -> None:
        self.form.add("pair_id", "Pair", self.pair)
        self.form.add("giver_id", "Who gave", self.giver)
        self.form.add_row(("kind", "Kind", self.kind), ("points", "Points", self.points))
        self.form.add_part(label(POINTS_TIP, "caption", "text3", wrap=True))
        self.form.add("what", "In a few words", self.what)
        self.form.add("on", "Day", self.day)

    def _fill_pairs(self, pair_id: int | None) -> None:
        from mentordesk.services import pair_listing

        found = self.workplace.desk.read(pair_listing.started)
        self._pairs = {pair.id: pair for pair in found}
        self.pair.set_choices(pair_choices(found))
        self.pair.set_value(pair_id)
        self._on_pair_changed(self.pair.value())

    def _show_exchange(self, exchange_id: int) -> None:
        from mentordesk.services import exchanges

        form = self.workplace.desk.read(exchanges.form, exchange_id)
        self.pair.set_value(form.pair_id)
        self.pair.setEnabled(False)
        self.pair.setToolTip("An exchange stays with its pair")
        self._on_pair_changed(form.pair_id)
        self.giver.choose(form.giver_id)
        self.kind.choose(form.kind)
        self.points.choose(form.points)
        self.day.set_value(form.on)
        self.what.setText(form.what)

    def _on_pair_changed(self, pair_id: int | None) -> None:
        pair = self._pairs.get(pair_id) if pair_id is not None else None
        self.giver.setEnabled(pair is not None)
        self.giver.setToolTip("" if pair else "Choose the pair first")
        self.giver.set_choices([(giver, words) for giver, words, _ in directions(pair)] if pair else [])

    def commit(self) -> bool:
        """Records the exchange."""
        from mentordesk.services import exchanges

        problems = {}
        if self.pair.value() is None:
            problems["pair_id"] = "Choose the pair whose account this is."
        if self.day.value() is None:
            problems["on"] = self.day.problem() or "Say on which day it was."
        if problems:
            self.form.show_problems(problems)
            return False
        day = self.day.value() or self.workplace.today()
        giver, kind, points = self.giver.choice(), self.kind.choice(), self.points.choice()
        form = ExchangeForm(self.pair.value(), giver, kind, points, day, self.what.text())
        if self._exchange_id is None:
            return self.do(exchanges.record, form, said="Exchange recorded")
        return self.do(exchanges.change, self._exchange_id, form, said="Exchange changed")


def directions(pair: PairChoice) -> list[tuple[int, str, Side]]:
    """Both ways something can change hands: (giver's id, "Amara gave Jonas", side)."""
    left, right = first_name(pair.left), first_name(pair.right)
    return [
        (pair.left_id, f"{left} gave {right}", Side.LEFT),
        (pair.right_id, f"{right} gave {left}", Side.RIGHT),
    ]


def record_exchange(
    workplace: Workplace, parent: QWidget, pair_id: int | None = None, exchange_id: int | None = None
) -> ExchangeDialog:
    """Opens the dialog, for a pair or one to be chosen; with `exchange_id` for an entry on record."""
    dialog = ExchangeDialog(workplace, parent, pair_id, exchange_id)
    dialog.open()
    return dialog
