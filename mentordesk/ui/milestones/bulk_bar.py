"""What can be done with the ticked milestones: marked done on a day, moved, skipped, reopened, reminded of."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QSizePolicy, QWidget

from mentordesk.domain.milestones import MilestoneRow, MilestoneState
from mentordesk.domain.wording import counted
from mentordesk.ui import theme
from mentordesk.ui.widgets.date_field import DateField
from mentordesk.ui.widgets.flow import FlowLayout
from mentordesk.ui.widgets.label import button, label, restyle

READ_ONLY = "This desk is open to read only: nothing in it can be changed here."


class BulkBar(QFrame):
    """Seen while something is ticked. Signals say what was asked for; the page knows which milestones are meant."""

    done_asked = Signal()
    move_asked = Signal()
    skip_asked = Signal()
    reopen_asked = Signal()
    remind_asked = Signal()
    cleared = Signal()

    def __init__(self, today: Callable[[], date], read_only: bool) -> None:
        super().__init__()
        self.setAccessibleName("Selected milestones")
        self._today, self._read_only = today, read_only
        self.box = QCheckBox()
        self.box.setChecked(True)
        self.box.setAccessibleName("Clear selection")
        self.box.clicked.connect(self._on_box)
        self.count = label("", "strong")
        self.day = DateField(today, today())
        self.day.setAccessibleName("Done on")
        self.done = button("Mark done", "primary", "check", self.done_asked.emit)
        self.reopen = button("Reopen", icon="undo", on_click=self.reopen_asked.emit)
        self.move_date = button("Move date…", on_click=self.move_asked.emit)
        self.remind = button("Remind", icon="bell", on_click=self.remind_asked.emit)
        self.skip = button("Skip by agreement…", on_click=self.skip_asked.emit)
        self.clear = button("Clear selection", "link", on_click=self.cleared.emit)
        self.problem = label("", "caption", "risk", wrap=True)
        self._head, self._done_on = QWidget(), QWidget()
        self._lay_out()
        theme.look.changed.connect(self._fit)
        self._fit()

    def _lay_out(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=8)
        head, day = self._head, self._done_on
        words = label("Done on", "body", "text2")
        for holder, parts in ((head, (self.box, self.count)), (day, (words, self.day))):
            inside = QHBoxLayout(holder)
            inside.setContentsMargins(0, 0, 6, 0)
            inside.setSpacing(10)
            for part in parts:
                inside.addWidget(part)
        for each in (
            head,
            day,
            self.done,
            self.reopen,
            self.move_date,
            self.remind,
            self.skip,
            self.clear,
            self.problem,
        ):
            flow.addWidget(each)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(11, 7, 11, 7)
        whole.addWidget(buttons, 1, Qt.AlignmentFlag.AlignVCenter)

    def _fit(self) -> None:
        look = theme.current()
        self.day.setFixedWidth(look.wide(168))
        for each in (self._head, self._done_on, self.clear):
            each.setFixedHeight(look.row("control"))

    def _on_box(self) -> None:
        self.box.setChecked(True)
        self.cleared.emit()

    def show_rows(self, rows: Sequence[MilestoneRow]) -> None:
        """Offers what fits these milestones; hidden without any."""
        if self.isHidden():
            self.day.set_value(self._today())
        self.setVisible(bool(rows))
        self.say_problem("")
        open_ = [row for row in rows if row.state is not MilestoneState.DONE]
        ended = [row for row in rows if row.done_on or row.skipped_on]
        waited = {row.pair_id for row in rows if not (row.done_on or row.skipped_on)}
        self.count.setText(f"{len(rows):,} selected")
        self.done.setText(f"Mark {len(open_):,} done")
        self.reopen.setText(f"Reopen {len(ended):,}")
        self.remind.setText(f"Remind {counted(len(waited), 'pair')}…")
        self._offer(self.done, bool(open_))
        self._offer(self.reopen, bool(ended))
        self._offer(self.remind, bool(waited), changes=False)
        self._offer(self.move_date, bool(waited))
        self._offer(self.skip, bool(waited))
        self._done_on.setVisible(bool(open_))

    def _offer(self, it: QWidget, fits: bool, *, changes: bool = True) -> None:
        it.setVisible(fits)
        it.setEnabled(not (changes and self._read_only))
        it.setToolTip(READ_ONLY if changes and self._read_only else "")

    def say_problem(self, sentence: str) -> None:
        """Why the day cannot be taken."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self.day.setProperty("wrong", bool(sentence))
        restyle(self.day)
        if sentence:
            self.day.setFocus()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme.current()
        radius = look.radius("card") - 1
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("accent_tint"))
            painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
            painter.fillRect(self.rect().adjusted(0, self.height() // 2, 0, 0), look.color("accent_tint"))
            painter.fillRect(0, self.height() - 1, self.width(), 1, look.color("border"))
        finally:
            painter.end()
