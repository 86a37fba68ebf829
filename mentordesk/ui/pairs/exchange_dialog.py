"""Record an exchange on its own: who gave what to whom, how much, when."""

from PySide6.QtWidgets import QLineEdit, QWidget

from mentordesk.domain.contacts import ExchangeForm
from mentordesk.domain.open_wishes import SideSkills
from mentordesk.domain.pair_listing import PairChoice
from mentordesk.domain.people import first_name
from mentordesk.domain.standing import Side
from mentordesk.ui.pairs.about_pair import AboutPairDialog
from mentordesk.ui.pairs.gift_fields import KINDS, POINTS_TIP, PointsControl, SkillChoice
from mentordesk.ui.widgets.drop_down import DropDown
from mentordesk.ui.widgets.label import label
from mentordesk.ui.workplace import Workplace


class ExchangeDialog(AboutPairDialog):
    """A new entry in the account, or one on record when `exchange_id` is given."""

    def __init__(
        self, workplace: Workplace, parent: QWidget | None, pair_id: int | None = None, exchange_id: int | None = None
    ) -> None:
        title = "Record an exchange" if exchange_id is None else "Change an exchange"
        super().__init__(workplace, parent, title, primary="Record" if exchange_id is None else "Save")
        self._exchange_id = exchange_id
        self._sides: dict[int, Side] = {}
        self._skills: dict[Side, SideSkills] = {}
        self.giver = DropDown()
        self.kind = DropDown(KINDS)
        self.points = PointsControl()
        self.skill = SkillChoice()
        self.what = QLineEdit()
        self.what.setPlaceholderText("What changed hands?")
        self.giver.currentIndexChanged.connect(self._offer_skills)
        self.kind.currentIndexChanged.connect(self._offer_skills)
        self.what.textEdited.connect(self.skill.suggest)
        self._arrange()
        self.begin(pair_id, self.giver)
        if exchange_id is not None:
            self._show_exchange(exchange_id)

    def _arrange(self) -> None:
        self.form.add("pair_id", "Pair", self.pair)
        self.form.add("giver_id", "Who gave", self.giver)
        self.form.add_row(("kind", "Kind", self.kind), ("points", "Points", self.points))
        self.form.add_part(label(POINTS_TIP, "caption", "text3", wrap=True))
        self._skill_box = self.form.add("skill", "Which of the skills they offer", self.skill)
        self.form.add("what", "In a few words", self.what)
        self.form.add("on", "Day", self.day)

    def _show_exchange(self, exchange_id: int) -> None:
        from mentordesk.services.pairs import exchanges

        form = self.workplace.desk.read(exchanges.form, exchange_id)
        self.keep_pair(form.pair_id, "An exchange")
        self.giver.choose(form.giver_id)
        self.kind.choose(form.kind)
        self.points.choose(form.points)
        self.skill.show_skill(form.skill)
        self.day.set_value(form.on)
        self.what.setText(form.what)
        self._offer_skills()

    def pair_shown(self, pair: PairChoice | None) -> None:
        """Offers both directions of the pair."""
        both = directions(pair) if pair else []
        self._skills = self.skills(pair) if pair else {}
        self._sides = {giver: side for giver, _, side in both}
        self.giver.setEnabled(pair is not None)
        self.giver.setToolTip("" if pair else "Choose the pair first")
        self.giver.set_choices([(giver, words) for giver, words, _ in both])
        self._offer_skills()

    def _offer_skills(self, _index: int = 0) -> None:
        side = self._sides.get(self.giver.choice())
        offers = self._skills[side].offers if side in self._skills else ()
        self._skill_box.setVisible(self.skill.offer(offers, self.kind.choice()))
        if self.isVisible():
            self.fit()

    def commit(self) -> bool:
        """Records the exchange."""
        from mentordesk.services.pairs import exchanges

        problems = self.missing("Choose the pair whose account this is.")
        if problems:
            self.form.show_problems(problems)
            return False
        day = self.day.value() or self.workplace.today()
        giver, kind, points = self.giver.choice(), self.kind.choice(), self.points.choice()
        form = ExchangeForm(self.pair.value(), giver, kind, points, day, self.what.text(), self.skill.skill())
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
