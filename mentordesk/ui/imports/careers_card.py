"""The turns of careers that a file shows: each with its tick, to be recorded or left. Knows no file."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from mentordesk.domain import dates
from mentordesk.domain.dates import Precision
from mentordesk.domain.importing import CareerProposal
from mentordesk.ui.widgets.column import ChipCell, Column
from mentordesk.ui.widgets.label import button, label
from mentordesk.ui.widgets.row_table import RowTable

_TONES = {"promotion": "good", "departure": "risk", "leave": "watch", "return": "accent"}
_SENTENCE = (
    "What the file says, compared with the desk. Ticked ones become career milestones; others are not asked again."
)


@dataclass(frozen=True, slots=True)
class _Line:
    """A proposal as the table needs it."""

    id: str
    it: CareerProposal

    @property
    def day(self) -> str:
        """When it was."""
        return dates.known(self.it.on, Precision.DAY)

    @property
    def change(self) -> str:
        """What was, and what is."""
        return f"{self.it.before} → {self.it.after}" if self.it.before and self.it.after else self.it.title


def _columns() -> tuple[Column, ...]:
    return (
        Column("person", "Person", lambda line: line.it.person, kind="strong", width=150),
        Column(
            "kind",
            "What",
            lambda line: line.it.kind.word,
            kind="chip",
            value=lambda line: ChipCell(
                line.it.kind.word, _TONES.get(line.it.kind.value, "neutral"), line.it.kind.value
            ),
            width=124,
        ),
        Column("change", "Change", lambda line: line.change, width=124, stretch=True, tip=lambda line: line.it.title),
        Column("on", "When", lambda line: line.day, sort=lambda line: line.it.on, width=106),
    )


class CareersCard(QFrame):
    """Emits `declined` with the keys that are not ticked."""

    declined = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("card", True)
        self.setProperty("region", True)
        self._showing = False
        self.ticked = label("", "body", "text2")
        self.all = button("Tick all", "link", on_click=lambda: self._tick(True))
        self.none = button("Tick none", "link", on_click=lambda: self._tick(False))
        self.table = RowTable(_columns(), name="Career changes", checkable=True, row="line", framed=False)
        self.table.checks_changed.connect(self._on_checks)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(15, 9, 15, 4)
        head.setSpacing(4)
        head.addWidget(label("Careers that have turned", "section"))
        head.addSpacing(8)
        head.addWidget(self.ticked)
        head.addStretch(1)
        head.addWidget(self.all)
        head.addSpacing(8)
        head.addWidget(self.none)
        said = QHBoxLayout()
        said.setContentsMargins(15, 0, 15, 10)
        said.addWidget(label(_SENTENCE, "caption", "text2", wrap=True))
        inside = QVBoxLayout(self)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        inside.addLayout(head)
        inside.addLayout(said)
        inside.addWidget(self.table, 1)

    def show_careers(self, careers: tuple[CareerProposal, ...], declined: set[str]) -> None:
        """The proposals; all are ticked but those that were declined."""
        self._showing = True
        self.table.set_rows(_Line(it.key, it) for it in careers)
        self.table.set_checked(it.key for it in careers if it.key not in declined)
        self._showing = False
        self._count()

    def _tick(self, on: bool) -> None:
        self.table.set_checked([line.id for line in self.table.rows_model.rows()] if on else [])

    def _on_checks(self, checked: list[str]) -> None:
        if not self._showing:
            there = set(checked)
            self.declined.emit([line.id for line in self.table.rows_model.rows() if line.id not in there])
        self._count()

    def _count(self) -> None:
        on, of = len(self.table.checked_ids()), len(self.table.rows_model.rows())
        self.ticked.setText(f"{on:,} of {of:,} ticked")
        self.all.setEnabled(on < of)
        self.none.setEnabled(on > 0)
