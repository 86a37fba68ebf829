"""What an edit would change, before it is done: one line above the table with Do it and Cancel."""

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QSizePolicy, QWidget

from mentordesk.domain.matching.questions import Trial
from mentordesk.domain.matching.result import Proposal
from mentordesk.ui.matching import effect_words
from mentordesk.ui.matching.effect_words import Words
from mentordesk.ui.matching.part_list import PartList
from mentordesk.ui.matching.risk_line import RiskLine
from mentordesk.ui.widgets.label import button, column, label, restyle


class TrialBar(QFrame):
    """Takes the focus when it is shown and gives it back: Enter does it, Esc leaves everything as it was."""

    accepted = Signal()
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "accent")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._before: QWidget | None = None
        self.words = label("", wrap=True)
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.broken: PartList[RiskLine] = PartList(gap=2)
        self.cancel = button("Cancel", small=True, on_click=self._cancel)
        self.do = button("Do it", "primary", small=True, on_click=self._accept)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(14, 8, 10, 8)
        inside.setSpacing(8)
        inside.addLayout(column(self.words, self.broken, gap=3), 1)
        for each in (self.cancel, self.do):
            inside.addWidget(each, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def show_trial(self, title: str, trial: Trial, before: Proposal, words: Words = effect_words.PAIRS) -> None:
        """Shows what `title` ("Swap Freja and Bram") would change, and the rules it would newly break."""
        effect = effect_words.trial(trial, before, words)
        self.words.setText(f"<b>{escape(title)}:</b> {escape(effect)}")
        self.broken.set_rows([RiskLine(each) for each in trial.broken])
        self.setProperty("card", "risk" if trial.broken else "accent")
        restyle(self)
        said = ". ".join([effect, *(f"Rule broken: {each}" for each in trial.broken)])
        self.setAccessibleName(title)
        self.setAccessibleDescription(said)
        self.do.setAccessibleName(f"Do it: {title}")
        self.do.setAccessibleDescription(said)
        self._take_focus()

    def _take_focus(self) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and not self.isAncestorOf(focus):
            self._before = focus
            focus.destroyed.connect(self._forget)
        self.show()
        self.do.setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget(self) -> None:
        self._before = None

    def dismiss(self) -> None:
        """Hides the bar without an answer; the focus goes back to where it was."""
        inside = self.isAncestorOf(QApplication.focusWidget() or self)
        before, self._before = self._before, None
        if before is not None:
            before.destroyed.disconnect(self._forget)
        self.hide()
        if before is not None and inside and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _accept(self) -> None:
        self.dismiss()
        self.accepted.emit()

    def _cancel(self) -> None:
        self.dismiss()
        self.cancelled.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._cancel()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._cancel() if self.cancel.hasFocus() else self._accept()
        else:
            super().keyPressEvent(event)
