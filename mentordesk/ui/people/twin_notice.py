"""The warning that somebody may be in the directory already. It never blocks."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from mentordesk.domain.people import PersonForm, PersonRow
from mentordesk.ui.people import wording
from mentordesk.ui.widgets.elided_label import ElidedLabel
from mentordesk.ui.widgets.label import button, column, icon_label


class TwinNotice(QFrame):
    """Shows one namesake at a time; emits its id."""

    open_asked = Signal(int)
    not_same_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", "watch")
        self._twin: PersonRow | None = None
        self.title = ElidedLabel("", "strong")
        self.reason = ElidedLabel("", "caption", "text2")
        self.open = button("Open", on_click=self._open, small=True, tip="Leave this and show that person")
        self.not_same = button("Not the same", on_click=self._not_same, small=True)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(12, 8, 10, 8)
        inside.setSpacing(10)
        inside.addWidget(icon_label("warning", "watch_text", 18))
        inside.addLayout(column(self.title, self.reason, gap=1), 1)
        inside.addWidget(self.open)
        inside.addWidget(self.not_same)
        self.hide()

    def show_twin(self, twin: PersonRow | None, form: PersonForm) -> None:
        """Shows a namesake with the reason; None hides the warning."""
        self._twin = twin
        self.setVisible(twin is not None)
        if twin is not None:
            self.title.setText(f"Perhaps the same person: {wording.who(twin)}")
            self.reason.setText(wording.alike(form, twin))
            self.setAccessibleName(f"{self.title.text()}. {self.reason.text()}")

    def _open(self) -> None:
        if self._twin is not None:
            self.open_asked.emit(self._twin.id)

    def _not_same(self) -> None:
        if self._twin is not None:
            self.not_same_asked.emit(self._twin.id)
