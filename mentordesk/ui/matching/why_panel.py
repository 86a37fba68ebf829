"""The right card of Matching: why these two, why nobody, who else could be, and what that would cost.

What it shows stays until the next answer is there; only the title changes at once.
"""

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from mentordesk.domain.matching.criteria import Goal
from mentordesk.domain.matching.draft import MatchPerson, MatchSheet
from mentordesk.domain.matching.questions import Explanation, Fixed
from mentordesk.domain.matching.result import Proposal, WhyNot
from mentordesk.domain.matching.task import Cell
from mentordesk.domain.wording import counted
from mentordesk.ui import theme
from mentordesk.ui.matching import effect_words
from mentordesk.ui.matching.around import Around, first_of
from mentordesk.ui.matching.kept_focus import KeptFocus
from mentordesk.ui.matching.why_foot import WhyFoot
from mentordesk.ui.matching.why_parts import WhyParts
from mentordesk.ui.widgets.elided_label import ElidedLabel
from mentordesk.ui.widgets.label import label
from mentordesk.ui.widgets.page_body import PageBody

HINT = "Choose a row to see why."
WORKING = "One moment, this is being worked out."
STOPPED = "This was not worked out. Choose the row again."
READ_ONLY = "This desk is open to read only"
_PATIENCE_MS = 200
"""So long an answer may take before the old one is hidden (DESIGN section 5)."""
_FOR_TWO = 560
"""From this width on there are two columns."""
_LOW = 1.7
"""So much wider than high, there are two columns even in large type."""
_LEAST = 64
_EDGE = 12
_SEEN = 20
"""So much of a row must be seen above the foot, else none of it: a sliver of a button looks like a fault."""


class WhyPanel(QFrame):
    """Cells are (mentee, mentor)."""

    pin_asked = Signal(object, bool)
    forbid_asked = Signal(object)
    swap_asked = Signal(object)
    try_asked = Signal(object)
    """A pair that a rule forbids: what it would mean is to be shown before it is made."""
    way_asked = Signal(object)
    about_asked = Signal(int, object)
    """A person, and whom to explain them with; None for whoever is proposed."""
    left = Signal()
    """Esc: back to the list in which somebody is chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.setAccessibleName("Why")
        self._around: Around | None = None
        self._last = (MatchSheet(()), Proposal(Goal.PARTICIPATION, (), (), ()))
        self._cell: Cell | None = None
        self._about: tuple[int, int | None] | None = None
        self._reason = ""
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._hide_old)
        self._trimming = QTimer(self, singleShot=True, interval=0)
        self._trimming.timeout.connect(self._trim)
        self.title = ElidedLabel("", "section")
        self.fit = label("", "figure")
        self.note = label("", "caption", "text2", wrap=True)
        self.hint = label(HINT, "body", "text2", wrap=True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.parts = WhyParts()
        self.foot = WhyFoot()
        self._focus = KeptFocus(self, self._buttons)
        self._lay_out()
        self._listen()
        self.clear()

    def _lay_out(self) -> None:
        self._body = PageBody(margin=0, gap=0)
        self._body.setMinimumHeight(_LEAST)
        self._body.column.addWidget(self.parts)
        self._body.column.addStretch(1)
        self._body.verticalScrollBar().rangeChanged.connect(self._keep_clear_of_bar)
        self._body.verticalScrollBar().rangeChanged.connect(self._trimming.start)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        head.addWidget(self.fit)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(16, 12, 16 - _EDGE, 12)
        inside.setSpacing(8)
        top = QVBoxLayout()
        top.setContentsMargins(0, 0, _EDGE, 0)
        top.setSpacing(1)
        top.addLayout(head)
        top.addWidget(self.note)
        self.foot.setContentsMargins(0, 0, _EDGE, 0)
        inside.addLayout(top)
        inside.addWidget(self._body, 1)
        inside.addWidget(self.hint, 1)
        inside.addWidget(self.foot)
        self._keep_clear_of_bar()

    def _listen(self) -> None:
        self.parts.ask.asked.connect(self._on_asked)
        self.parts.others.chosen.connect(lambda mentor: self._on_other(self.swap_asked, mentor))
        self.parts.others.forbidden_chosen.connect(lambda mentor: self._on_other(self.try_asked, mentor))
        self.parts.ways.asked.connect(self._on_way)
        self.foot.pin_asked.connect(self._on_pin)
        self.foot.forbid_asked.connect(self._on_forbid)
        theme.look.changed.connect(self._fit_width)

    # What it shows

    def clear(self) -> None:
        """Nothing is chosen: a hint."""
        self._patience.stop()
        self._focus.note()
        self._about = self._cell = None
        self.title.setText("Why")
        self._show_head("", "")
        self._show_hint(HINT)

    def expect(self, sheet: MatchSheet, person: int, mentor: int | None = None, *, is_mentor: bool = False) -> None:
        """An answer about this pair (or person without one) has been asked for. The title changes now; the old
        answer stays for 200 ms, of the same pair until the new one is there."""
        about = (person, mentor)
        if about == self._about:
            return
        self.title.setText(_title(sheet, person, mentor, is_mentor))
        self._patience.start()

    def show_pair(self, explanation: Explanation, sheet: MatchSheet, proposal: Proposal, fixed: Fixed) -> None:
        """Why these two, the others for the mentee, and what forbidding the pair would change."""
        around = self._arrive(Around(sheet, proposal, explanation.mentee), explanation.mentor)
        why, per_point = explanation.why, proposal.per_point
        self._cell = (explanation.mentee, explanation.mentor) if explanation.mentor is not None else None
        pinned = any(around.same(pin, self._cell) for pin in fixed.pins) if self._cell else False
        self.title.setText(_title(sheet, explanation.mentee, explanation.mentor))
        proposed = self._cell is not None and around.is_proposed(self._cell)
        best = effect_words.next_best(explanation.forbidding, explanation.others, per_point) if why else ""
        best = best if proposed or not why else "Asked about by you: these two are not proposed"
        self._show_head(around.fit(why.fit) if why else "", best)
        self.parts.show_pair(why, explanation, around, pinned)
        effect = explanation.forbidding
        name = around.first(explanation.mentee)
        words = effect_words.forbidding(effect, explanation.mentee, name, per_point, around.words) if effect else ""
        self.foot.show_pair(pinned, words)
        self._show_parts(with_foot=why is not None)

    def show_unmatched(
        self,
        person: MatchPerson,
        why_not: WhyNot,
        explanation: Explanation | None,
        sheet: MatchSheet | None = None,
        proposal: Proposal | None = None,
        *,
        is_mentor: bool = False,
    ) -> None:
        """Why somebody has no pair, the ways on, and the mentors there are. `is_mentor`: asked about as a mentor.
        Sheet and proposal are those shown last unless given."""
        sheet, proposal = sheet or self._last[0], proposal or self._last[1]
        around = self._arrive(Around(sheet, proposal, person.id), None)
        self._cell = None
        self.title.setText(_title(around.sheet, person.id, None, is_mentor))
        noun = "mentee" if is_mentor else "peer" if around.words.peers else "mentor"
        left = f"The rules leave {counted(why_not.allowed, noun)}" if why_not.allowed else "The rules leave nobody"
        self._show_head("", left)
        self.parts.show_unmatched(why_not, explanation, around, noun)
        self._show_parts(with_foot=False)

    def give_up(self) -> None:
        """No answer comes: it was stopped, or it failed. What is chosen may be asked about again."""
        if self._patience.isActive() or self.hint.text() == WORKING:
            self._hide_old()
            self._show_hint(STOPPED)

    def _arrive(self, around: Around, mentor: int | None) -> Around:
        """The answer is there: what was shown goes."""
        self._patience.stop()
        self._focus.note()
        self._around, self._about = around, (around.person, mentor)
        self._last = (around.sheet, around.proposal)
        return around

    def _show_head(self, fit: str, note: str) -> None:
        self.fit.setText(fit)
        self.fit.setAccessibleName(f"Fit {fit}" if fit else "")
        self.note.setText(note)
        self.note.setVisible(bool(note))

    def _show_parts(self, with_foot: bool) -> None:
        self.lock(self._reason)
        self.hint.hide()
        self._body.show()
        self.foot.setVisible(with_foot)
        said = [self.note.text(), *(each.accessibleName() for each in self.parts.broken.rows())]
        said += [each.accessibleName() for each in self.parts.reasons.rows()]
        self.setAccessibleDescription(". ".join([self.title.text(), *filter(None, said)]))
        self._focus.give_back()
        self._trimming.start()

    def _buttons(self) -> list[QPushButton]:
        ways = [each.button for each in self.parts.ways.rows()]
        others = [each.button for each in self.parts.others.rows()]
        return [*ways, *others, self.foot.pin, self.foot.forbid]

    def _show_hint(self, words: str) -> None:
        self.hint.setText(words)
        self._body.hide()
        self.foot.hide()
        self.hint.show()
        self.setAccessibleDescription(words)

    def _hide_old(self) -> None:
        self._patience.stop()
        self._about = None
        self._focus.note()
        self._show_head("", "")
        self._show_hint(WORKING)

    # What it is told

    def set_read_only(self, read_only: bool) -> None:
        """A desk open to read only: everything is explained, nothing can be changed."""
        self.lock(READ_ONLY if read_only else "")

    def lock(self, reason: str) -> None:
        """No button can do anything, for this reason; empty for none."""
        self._reason = reason
        self.parts.lock(reason)
        self.foot.lock(reason)

    def _waiting(self) -> bool:
        """The title is of one pair and the rest of another: a click would do what is not read."""
        return self._patience.isActive()

    def _on_other(self, asked: SignalInstance, mentor: int) -> None:
        if self._around is not None and not self._waiting():
            asked.emit((self._around.person, mentor))

    def _on_asked(self, mentor: int | None) -> None:
        if self._around is not None:
            self.about_asked.emit(self._around.person, mentor)

    def _on_way(self, way: object) -> None:
        if not self._waiting():
            self.way_asked.emit(way)

    def _on_pin(self, on: bool) -> None:
        if self._cell is not None and not self._waiting():
            self.pin_asked.emit(self._cell, on)

    def _on_forbid(self) -> None:
        if self._cell is not None and not self._waiting():
            self.forbid_asked.emit(self._cell)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """“Why?” was asked of a row: the keyboard goes on to the first button."""
        super().focusInEvent(event)
        self._focus.go_in()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # Its size

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_width()
        self._trimming.start()

    def _fit_width(self) -> None:
        low = self.width() > _LOW * self.height()
        wide = self.width() >= theme.current().wide(_FOR_TWO) or (low and self.width() >= _FOR_TWO)
        self.parts.set_wide(wide)
        self.foot.set_wide(wide)

    def _trim(self) -> None:
        """The list ends above a row of which only a sliver would be seen."""
        body, inner = self._body, self._body.content
        end = body.height()
        rows = [*self.parts.ways.rows(), *self.parts.others.rows(), self.parts.ask]
        tops = [(each.mapTo(inner, QPoint(0, 0)).y(), each.height()) for each in rows if each.isVisible()]
        slivers = [end - top for top, height in tops if top < end < top + min(_SEEN, height)]
        margin = max(slivers, default=0)
        if body.viewportMargins().bottom() != margin:
            body.setViewportMargins(0, 0, 0, margin)

    def _keep_clear_of_bar(self, *_range: int) -> None:
        """The scroll bar stands in the margin, so that the words do not move when it comes."""
        there = self._body.verticalScrollBar().maximum() > 0
        self._body.column.setContentsMargins(0, 0, 0 if there else _EDGE, 0)


def _title(sheet: MatchSheet, person: int, mentor: int | None, is_mentor: bool = False) -> str:
    name = first_of(sheet, person)
    if mentor is not None:
        return f"Why {name} & {first_of(sheet, mentor)}?"
    return f"Why has {name} no {'mentee' if is_mentor else effect_words.words_of(sheet.task).other}?"
