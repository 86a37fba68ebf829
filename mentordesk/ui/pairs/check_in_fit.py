"""Whether the two fit, as they say it after their first meeting, and what to do where they do not. Knows no desk."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from mentordesk.domain.check_in_rules import is_young, latest_fit
from mentordesk.domain.check_ins import CheckInRow, Fit
from mentordesk.domain.dates import short
from mentordesk.domain.standing import PairStatus, Side
from mentordesk.ui.pairs.reading import PairSheet
from mentordesk.ui.widgets.flow import FlowLayout
from mentordesk.ui.widgets.label import button, label, restyle

_BLAMELESS = "That happens, and nobody is to blame. Part through you, and find both a new match?"
_PARTED = "They have parted, and nobody is to blame. Find a new match?"
_PATIENT = "It takes a few meetings to know. Ask again how it is now?"


class FitCard(QFrame):
    """Hidden until a side has said something, and once the pair has gone on for long. Of a pair that has parted
    because it did not fit it offers a new one."""

    end_asked = Signal()
    new_pair_asked = Signal()
    ask_again_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = label("", "strong", wrap=True)
        self.sentence = label("", "caption", "text2", wrap=True)
        self.end = button("End without blame…", icon="flag", on_click=self.end_asked.emit, small=True)
        self.new_pair = button("", icon="user-plus", on_click=self.new_pair_asked.emit, small=True)
        self.again = button("Ask again", icon="email", on_click=self.ask_again_asked.emit, small=True)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(12, 9, 12, 10)
        inside.setSpacing(4)
        inside.addWidget(self.title)
        inside.addWidget(self.sentence)
        buttons = FlowLayout(gap=8)
        for each in (self.end, self.new_pair, self.again):
            buttons.addWidget(each)
        inside.addLayout(buttons)

    def show_fit(self, sheet: PairSheet) -> None:
        """Shows another pair's."""
        said = [row for side in Side if (row := latest_fit(sheet.check_ins, side)) is not None]
        self.setVisible(bool(said))
        if said:
            self._judge(said, sheet)

    def _judge(self, said: list[CheckInRow], sheet: PairSheet) -> None:
        worst = max((row.fit for row in said if row.fit is not None), key=tuple(Fit).index)
        goes_on = sheet.row.status in (PairStatus.ACTIVE, PairStatus.PAUSED)
        parted = sheet.row.status is PairStatus.ENDED
        young = is_young(sheet.row.started_on, sheet.today)
        self.setVisible((goes_on or parted) if worst is Fit.NOT_A_FIT else goes_on and young)
        self._say(worst, [row for row in said if row.fit is worst], sheet)

    def _say(self, fit: Fit, by: list[CheckInRow], sheet: PairSheet) -> None:
        who = "both" if len(by) == len(Side) else by[0].who
        day = short(max(row.on for row in by), sheet.today)
        verb = "say" if len(by) == len(Side) else "says"
        words = {Fit.GOOD: "A good fit", Fit.DECIDING: "Still deciding", Fit.NOT_A_FIT: "Not a good fit"}[fit]
        self.title.setText(f"{words}, {verb} {who} ({day})")
        self.sentence.setText({Fit.GOOD: "", Fit.DECIDING: _PATIENT, Fit.NOT_A_FIT: _BLAMELESS}[fit])
        self.sentence.setVisible(fit is not Fit.GOOD)
        self.new_pair.setText(
            f"Find a match for {sheet.right}" if sheet.cohort_open else f"New pair for {sheet.right}…"
        )
        parted = sheet.row.status is PairStatus.ENDED
        if parted:
            self.sentence.setText(_PARTED)
        self.end.setVisible(fit is Fit.NOT_A_FIT and not parted)
        self.new_pair.setVisible(fit is Fit.NOT_A_FIT and parted)
        self.again.setVisible(fit is Fit.DECIDING)
        self.setProperty("card", "watch" if fit is Fit.NOT_A_FIT else "sunken")
        restyle(self)
