"""The bar below the steps: away at the left, what will happen in words, on at the right. Knows no step."""

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentordesk.ui import icons
from mentordesk.ui.imports.busy_line import BusyLine
from mentordesk.ui.imports.foot_words import FootWords
from mentordesk.ui.widgets.elided_label import ElidedLabel
from mentordesk.ui.widgets.label import button, line
from mentordesk.ui.widgets.toast import keep_free


class FootBar(QWidget):
    """Its buttons are the page's to connect. What takes long stands in the place of the words."""

    def __init__(self) -> None:
        super().__init__()
        keep_free(self)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.cancel = button("Cancel")
        self.save_wrong = button("Save the rows to Excel…", icon="export")
        self.words = ElidedLabel("", "body", "text2", align="right")
        self.busy = BusyLine()
        self.back = button("Back")
        self.onward = button("Next", "primary")
        self._icon = ""
        inside = QHBoxLayout()
        inside.setContentsMargins(24, 10, 24, 10)
        inside.setSpacing(8)
        inside.addWidget(self.cancel)
        inside.addWidget(self.save_wrong)
        inside.addWidget(self.words, 1)
        inside.addWidget(self.busy, 1)
        inside.addSpacing(4)
        inside.addWidget(self.back)
        inside.addWidget(self.onward)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(line())
        whole.addLayout(inside)

    def show_words(self, said: FootWords) -> None:
        """What the step says; buttons that it has no use for are hidden."""
        self.cancel.setVisible(said.has_file)
        self.onward.setVisible(said.has_file)
        self.back.setVisible(bool(said.back))
        self.save_wrong.setVisible(bool(said.save_wrong))
        self.save_wrong.setText(said.save_wrong)
        self.words.setText(said.words)
        self.words.set_short(said.short)
        if said.onward:
            self.onward.setText(said.onward)
        self.onward.setEnabled(not said.why_not)
        self.onward.setToolTip(said.why_not)
        if said.imports != bool(self._icon):
            self._icon = "import" if said.imports else ""
            if self._icon:
                icons.show_on(self.onward, self._icon, "on_accent", 16)
            else:
                icons.drop_from(self.onward)

    def show_busy(self, words: str) -> None:
        """Something takes a while."""
        self.words.hide()
        self.busy.show_work(words)

    def show_stopped(self, words: str) -> None:
        """It was stopped."""
        self.words.hide()
        self.busy.show_stopped(words)

    def show_idle(self) -> None:
        """Nothing is being done."""
        self.busy.hide()
        self.words.show()
