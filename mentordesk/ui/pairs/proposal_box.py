"""What the two said to their proposal, and what may be done now: accept, decline, start. Hidden once they began."""

from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from mentordesk.domain.pair_answers import AnswerRow, said
from mentordesk.domain.standing import Side
from mentordesk.ui import icons
from mentordesk.ui.pairs.pair_actions import PairActions
from mentordesk.ui.pairs.reading import PairSheet
from mentordesk.ui.widgets.flow import FlowLayout
from mentordesk.ui.widgets.label import button, label

_GAP, _SIDE = 8, 12


class ProposalBox(QFrame):
    """A sunken card: "Amara accepted on 3 June, Jonas has not answered"."""

    def __init__(self, actions: PairActions) -> None:
        super().__init__()
        self.setProperty("card", "sunken")
        self.setAccessibleName("Answers to the proposal")
        self._actions = actions
        self._sheet: PairSheet | None = None
        self.words = label("", "body", wrap=True)
        self.accepts = {
            side: button("", icon="check", on_click=partial(self._accept, side), small=True) for side in Side
        }
        self.decline = button("Decline…", icon="close", on_click=self._decline, small=True)
        self.start = button("Start the pair", "tonal", "play", self._start, small=True)
        self.backs = {
            side: button("", icon="undo", on_click=partial(self._take_back, side), small=True) for side in Side
        }
        inside = QVBoxLayout(self)
        inside.setContentsMargins(_SIDE, 9, _SIDE, 10)
        inside.setSpacing(6)
        inside.addWidget(self.words)
        buttons = FlowLayout(gap=_GAP)
        for each in self._buttons():
            buttons.addWidget(each)
        inside.addLayout(buttons)
        self.hide()

    def _buttons(self) -> tuple[QPushButton, ...]:
        return (self.start, *self.accepts.values(), self.decline, *self.backs.values())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where the buttons need a second line for their icons, words alone do."""
        icons_of = dict(zip(self._buttons(), ("play", "check", "check", "close", "undo", "undo"), strict=True))
        shown = [each for each in icons_of if each.isVisibleTo(self)]
        for each in shown:
            icons.show_on(each, icons_of[each])
        margins = self.contentsMargins()
        room = self.width() - 2 * _SIDE - margins.left() - margins.right()
        if sum(each.sizeHint().width() + _GAP for each in shown) - _GAP > room:
            for each in shown:
                icons.drop_from(each)

    def show_sheet(self, sheet: PairSheet) -> None:
        """Shows another pair's."""
        self._sheet, found = sheet, sheet.answers
        self.setVisible(found is not None)
        if found is None:
            return
        words = said(found, sheet.today)
        notes = [answer.note for side in Side if (answer := found.answer(side)) is not None and answer.note]
        self.words.setText(". ".join([words, *(f"“{note}”" for note in notes)]))
        self.start.setVisible(found.ready)
        self.decline.setVisible(found.proposed)
        for side in Side:
            self.accepts[side].setText(f"{found.first_name(side)} accepts")
            self.accepts[side].setVisible(side in found.unanswered)
            self.backs[side].setText(f"Take back {found.first_name(side)}’s no")
            self.backs[side].setVisible(_said_no(found, side))
        self._actions.lock(*self._buttons())
        self._fit()

    def _accept(self, side: Side) -> None:
        if self._sheet is not None:
            self._actions.accept(self._sheet.row, side)

    def _decline(self) -> None:
        if self._sheet is not None and self._sheet.answers is not None:
            open_ = self._sheet.answers.unanswered
            self._actions.record_answer(self._sheet.row, open_[0] if len(open_) == 1 else None, accepts=False)

    def _start(self) -> None:
        if self._sheet is not None:
            self._actions.change("activate", [self._sheet.row])

    def _take_back(self, side: Side) -> None:
        if self._sheet is not None:
            self._actions.take_back(self._sheet.row, side)


def _said_no(row: AnswerRow, side: Side) -> bool:
    answer = row.answer(side)
    return answer is not None and not answer.accepted
