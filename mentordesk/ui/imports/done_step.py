"""What an import has made, and where to go from here. Knows no file."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentordesk.domain.importing import PartingPair
from mentordesk.ui import theme
from mentordesk.ui.imports.made_list import MadeList
from mentordesk.ui.imports.partings_card import PartingsCard
from mentordesk.ui.imports.wording import MadeLine
from mentordesk.ui.widgets.elided_label import ElidedLabel
from mentordesk.ui.widgets.flow import FlowLayout
from mentordesk.ui.widgets.label import button, card, icon_label
from mentordesk.ui.widgets.page_body import PageBody


class DoneStep(QWidget):
    """Emits `onward` (to the people), `another` (file), `fix` (the rows left out), `today`, `opened` (a pair's id)."""

    onward = Signal()
    another = Signal()
    fix = Signal()
    today = Signal()
    opened = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.title = ElidedLabel("", "section")
        self.made = MadeList()
        self.partings = PartingsCard()
        self.partings.opened.connect(self.opened)
        self.go = button("Go to People", "primary", "people", self.onward.emit)
        self.fix_rows = button("Fix the rows", icon="edit", on_click=self.fix.emit)
        self.to_today = button("", icon="today", on_click=self.today.emit)
        self.again = button("Import another file…", "link", "import", self.another.emit)
        body = PageBody(0, 12)
        middle = QWidget()
        middle.setMaximumWidth(theme.current().wide(620))
        inside = QVBoxLayout(middle)
        inside.setContentsMargins(0, 12, 0, 0)
        inside.setSpacing(12)
        inside.addWidget(self._done_card())
        inside.addWidget(self.partings)
        inside.addStretch(1)
        around = QHBoxLayout()
        around.addStretch(1)
        around.addWidget(middle, 100)
        around.addStretch(1)
        body.column.addLayout(around)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(body)

    def _done_card(self) -> QWidget:
        made = card()
        made.setProperty("region", True)
        inside = QVBoxLayout(made)
        inside.setContentsMargins(16, 14, 16, 16)
        inside.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(icon_label("check", "good", 20))
        head.addWidget(self.title, 1)
        inside.addLayout(head)
        inside.addWidget(self.made)
        ways = FlowLayout()
        for way in (self.go, self.fix_rows, self.to_today, self.again):
            ways.addWidget(way)
        inside.addLayout(ways)
        return made

    def show_done(
        self, title: str, made: list[MadeLine], pairs: tuple[PartingPair, ...], *, asked: bool, place: str, left: int
    ) -> None:
        """`pairs` are to be looked after, on Today where it asks; `place` is where the people are now, `left` how many
        rows stayed out."""
        self.title.setText(title)
        self.made.show_lines(made)
        self.partings.show_partings(pairs, asked)
        self.to_today.setVisible(bool(pairs) and asked)
        one = len(pairs) == 1
        self.to_today.setText(f"Look after the {'pair' if one else f'{len(pairs):,} pairs'} on Today")
        self.go.setText(f"Go to {place}")
        self.fix_rows.setVisible(bool(left))
        self.fix_rows.setText("Fix the row" if left == 1 else f"Fix the {left:,} rows")
        self.go.setFocus(Qt.FocusReason.TabFocusReason)
