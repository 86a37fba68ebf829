"""The card "What they got out of it": benefits of the closing survey, ranked; a click shows who named them."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from mentordesk.domain.closing import SIDES_WORDS, BenefitCount, BenefitGroup, NamedBenefits, NamedInScope
from mentordesk.domain.wording import counted
from mentordesk.ui import theme
from mentordesk.ui.widgets.column import Column
from mentordesk.ui.widgets.dialog import Dialog
from mentordesk.ui.widgets.label import button, label, row
from mentordesk.ui.widgets.row_table import RowTable
from mentordesk.ui.workplace import Workplace

_SHOWN = 5
"""So many benefits of a role; the report has them all."""


class NamedDialog(Dialog):
    """Who named a benefit; double click or Enter goes to the pair."""

    def __init__(self, workplace: Workplace, parent: QWidget, title: str, sides: Sequence[NamedBenefits]) -> None:
        super().__init__(title, parent, primary="Show the pair", cancel="Close", width=480)
        self._workplace = workplace
        self.table = RowTable(_COLUMNS, name=title, several=False)
        self.table.set_rows(sides)
        self.table.setMinimumHeight(theme.current().row("line") * 10)
        self.table.opened.connect(self._show_pair)
        self.body.addWidget(self.table, 1)
        self.table.select([sides[0].id])

    def commit(self) -> bool:
        """Goes to the selected pair."""
        self._show_pair(self.table.current_id())
        return True

    def _show_pair(self, survey_id: int | None) -> None:
        found = self.table.row_of(survey_id)
        if found is not None:
            self.accept()
            self._workplace.go("pairs", found.pair_id, tab="milestones")


_COLUMNS: tuple[Column[NamedBenefits], ...] = (
    Column("name", "Who", lambda it: it.name, width=170, stretch=True, kind="strong", fixed=True),
    Column("pair", "Pair", lambda it: it.pair, width=150),
    Column("words", "Own words", lambda it: "; ".join(it.own_words), width=150),
)


class BenefitsCard(QFrame):
    """A column a role; of too few answers there is a dash and the reason."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.setProperty("card", True)
        self._workplace = workplace
        self._named = NamedInScope()
        self.lines: list[QWidget] = []
        self._groups = QHBoxLayout()
        self._groups.setSpacing(24)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(4)
        inside.addWidget(label("What they got out of it", "section"))
        inside.addLayout(self._groups)

    def show_named(self, named: NamedInScope) -> None:
        """Shows the answers of a cohort; nothing where nobody has answered."""
        self._named = named
        while item := self._groups.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.lines = []
        for group in named.by_role:
            self._groups.addWidget(self._group(group), 1)
        self.setVisible(bool(named.sides))

    def _group(self, group: BenefitGroup) -> QWidget:
        made = QWidget()
        inside = QVBoxLayout(made)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(2)
        who = SIDES_WORDS[group.role].capitalize()
        inside.addWidget(label(f"{who}: {group.answered} answered", "caption", "text2"))
        if group.is_small:
            inside.addWidget(label(f"– ({group.why_small})", "body", "text2"))
        for count in () if group.is_small else group.counts[:_SHOWN]:
            inside.addWidget(self._line(group, count))
        inside.addStretch(1)
        return made

    def _line(self, group: BenefitGroup, count: BenefitCount) -> QWidget:
        """ "1  Perspective  10": the number opens who named it."""
        opens = button(str(count.count), "link", on_click=lambda: self._open(group, count))
        opens.setAccessibleName(f"{count.benefit.word}: named by {count.count} of {group.answered}")
        opens.setToolTip(f"Show the {count.count} who named it")
        made = QWidget()
        words = row(label(f"{count.rank}.", "body", "text2"), label(count.benefit.word), None, opens, gap=6)
        made.setLayout(words)
        words.setContentsMargins(0, 0, 0, 0)
        self.lines.append(opens)
        return made

    def _open(self, group: BenefitGroup, count: BenefitCount) -> None:
        sides = self._named.naming(count.benefit, group.role, group.format)
        title = f"{count.benefit.word}: named by {counted(len(sides), SIDES_WORDS[group.role].removesuffix('s'))}"
        NamedDialog(self._workplace, self, title, sides).open()
