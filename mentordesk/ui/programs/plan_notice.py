"""The notice that running pairs differ from the plan: what would happen to them, and the two ways to decide."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from mentordesk.domain.plan_effect import PlanEffect
from mentordesk.ui.widgets.label import button, column, icon_label, label


class PlanNotice(QFrame):
    """Stands until it is decided on; it does not go away by leaving the page."""

    show_asked = Signal()
    keep_asked = Signal()
    apply_asked = Signal()

    def __init__(self, read_only: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "watch")
        self.question = label("", "strong", wrap=True)
        self.sentences = label("", "body", "text2", wrap=True)
        self.show_them = button("Show them", on_click=self.show_asked.emit, small=True)
        self.keep = button("Only new pairs", on_click=self.keep_asked.emit, small=True)
        self.apply = button("Move them", "primary", on_click=self.apply_asked.emit, small=True)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(14, 10, 14, 10)
        inside.setSpacing(10)
        inside.addWidget(icon_label("warning", "watch_text", 18))
        inside.addLayout(column(self.question, self.sentences, gap=3), 1)
        for each in (self.show_them, self.keep, self.apply):
            inside.addWidget(each)
        for each in (self.keep, self.apply):
            each.setEnabled(not read_only)
            each.setToolTip("This desk is open to read only" if read_only else "")
        self.hide()

    def show_effect(self, effect: PlanEffect, today: date) -> None:
        """Shows what applying the plan would do; nothing to ask hides the notice."""
        self.setVisible(bool(effect.changes))
        if not effect.changes:
            return
        self.question.setText(effect.question)
        self.sentences.setText("\n".join(effect.sentences(today)))
        number = len(effect.milestone_ids)
        self.show_them.setText(f"Show the {number}")
        self.show_them.setVisible(bool(number))
        self.apply.setText(effect.action)
        self.setAccessibleName(f"{effect.question} {self.sentences.text()}")
