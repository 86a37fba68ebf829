"""Two drafts side by side: their figures with the differences, settings that differ, and whose pairs do."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from mentordesk.domain.matching.draft import DraftRow
from mentordesk.domain.matching.draft_comparison import DraftComparison, PairDifferenceRow
from mentordesk.domain.rounding import half_up
from mentordesk.domain.wording import counted
from mentordesk.ui import theme
from mentordesk.ui.matching.draft_columns import lowest
from mentordesk.ui.matching.effect_words import signed
from mentordesk.ui.matching.proposal_rows import number
from mentordesk.ui.widgets import painting
from mentordesk.ui.widgets.column import Column
from mentordesk.ui.widgets.dialog import Dialog
from mentordesk.ui.widgets.elided_label import ElidedLabel
from mentordesk.ui.widgets.label import label
from mentordesk.ui.widgets.row_table import RowTable

_MOST_ROWS = 7
_NAME = 170
Line = tuple[str, str, str, str]


class ComparisonDialog(Dialog):
    """Emits the id of the draft that is to be opened."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget, found: DraftComparison, peers: bool) -> None:
        first, second = found.first, found.second
        title = f"{first.name} and {second.name}"
        super().__init__(title, parent, primary=_open(second), cancel="Close", width=760)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._found = found
        self.other = self.add_alternative(_open(first), lambda: self._choose(first.id))
        for each, draft in ((self.primary, second), (self.other, first)):
            each.setToolTip(f"Open {draft.name}")
            each.setAccessibleName(f"Open {draft.name}")
        self.figures = SideBySide("Figures", ("", first.name, second.name, "Difference"), figures(first, second))
        self.body.addWidget(self.figures)
        self.body.addSpacing(6)
        self.settings = self._settings()
        self.body.addSpacing(6)
        self.pairs_title = label(pairs_title(found, peers), "small_title", wrap=True)
        self.pairs = RowTable(_pair_columns(found, peers), name=self.pairs_title.text(), several=False)
        self.pairs.set_rows([NumberedRow(at, each) for at, each in enumerate(found.pairs)])
        self.pairs.setVisible(bool(found.pairs))
        self._size_pairs()
        self.body.addWidget(self.pairs_title)
        self.body.addWidget(self.pairs)

    def _settings(self) -> QWidget:
        found = self._found.settings
        if not found:
            made: QWidget = label("The settings are the same.", "body", "text2")
        else:
            self.body.addWidget(label("Settings that differ", "small_title"))
            lines = [(each.word, each.first or "–", each.second or "–", "") for each in found]
            made = SideBySide("Settings that differ", ("", self._found.first.name, self._found.second.name, ""), lines)
        self.body.addWidget(made)
        return made

    def _size_pairs(self) -> None:
        height = self.pairs.verticalHeader().defaultSectionSize()
        head = self.pairs.horizontalHeader().sizeHint().height()
        self.pairs.setMinimumHeight(head + height * min(max(self.pairs.count(), 1), _MOST_ROWS) + 4)

    def _choose(self, draft_id: int) -> None:
        self.accept()
        self.chosen.emit(draft_id)

    def commit(self) -> bool:
        """Opens the second."""
        self._choose(self._found.second.id)
        return False


def _open(draft: DraftRow) -> str:
    """A button with the draft's name, as far as there is room for it."""
    return f"Open {painting.shortened(draft.name, theme.current().wide(_NAME), 'strong')}"


class NumberedRow:
    """A difference with the number that a table wants for an id: one person may have several."""

    def __init__(self, id: int, row: PairDifferenceRow) -> None:
        self.id, self.row = id, row


class SideBySide(QWidget):
    """Lines of a word and what it is in each of two drafts, under their names."""

    def __init__(self, name: str, titles: Line, lines: Sequence[Line]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.lines = list(lines)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(5)
        for column, share in enumerate((3, 4, 4, 2)):
            grid.setColumnStretch(column, share)
            grid.addWidget(ElidedLabel(titles[column], "strong_caption", "text2"), 0, column)
        for at, line in enumerate(lines, 1):
            for column, text in enumerate(line):
                cell = label(text, "body" if column else "strong", wrap=True)
                cell.setAccessibleName(f"{line[0]}, {titles[column]}: {text}" if column else line[0])
                grid.addWidget(cell, at, column, Qt.AlignmentFlag.AlignTop)


def figures(first: DraftRow, second: DraftRow) -> list[Line]:
    """Each figure of both, and how the second differs from the first."""
    lines = [("Goal", first.goal.word, second.goal.word, "")]
    for name, amount in (("Pairs", "pairs"), ("Unmatched", "unmatched")):
        lines.append(_line(name, getattr(first, amount), getattr(second, amount), 1))
    for name, amount in (("Total", "total"), ("Average", "average"), ("Lowest", "lowest")):
        lines.append(_line(name, getattr(first, amount), getattr(second, amount), 100))
    word, _, _, difference = lines.pop()
    lines.append((word, lowest(first), lowest(second), difference))
    for name, amount in (("Pinned", "pinned"), ("Forbidden", "forbidden")):
        lines.append(_line(name, getattr(first, amount), getattr(second, amount), 1))
    return lines


def _line(name: str, one: int, other: int, per_point: int) -> Line:
    """In whole numbers, as the strip and the list of drafts show them: the difference is that of what is seen."""
    shown = [half_up(amount / per_point) for amount in (one, other)]
    difference = signed(int(shown[1] - shown[0]), 1)
    return (name, number(shown[0]), number(shown[1]), "" if difference == "0" else difference)


def pairs_title(found: DraftComparison, peers: bool) -> str:
    """How many pairs both drafts have, and how many people have others."""
    same = f"{counted(found.same, 'pair')} {'is' if found.same == 1 else 'are'} the same"
    people = len({each.person_id for each in found.pairs})
    if not people:
        return f"All {same}" if found.same > 1 else f"{same[0].upper()}{same[1:]}"
    whom = (
        f"{counted(people, 'peer')} {'has' if people == 1 else 'have'} another partner"
        if peers
        else (f"{counted(people, 'mentee')} {'has' if people == 1 else 'have'} another mentor")
    )
    return f"{same}; {whom}"


def _pair_columns(found: DraftComparison, peers: bool) -> list[Column]:
    several = any(each.round for each in found.pairs)
    rounds: list[Column] = (
        [Column("round", "Round", lambda row: str(row.row.round), align="right", width=64)] if several else []
    )
    return [
        Column("person", "Peer" if peers else "Mentee", lambda row: row.row.person, kind="strong", width=180),
        *rounds,
        Column("first", found.first.name, lambda row: _with_fit(row.row.first, row.row.first_fit), stretch=True),
        Column("second", found.second.name, lambda row: _with_fit(row.row.second, row.row.second_fit), stretch=True),
    ]


def _with_fit(name: str, fit: int | None) -> str:
    """Who it is and how well they fit: "Eleni Markou, 80"."""
    if not name:
        return "Nobody"
    return name if fit is None else f"{name}, {number(fit / 100)}"
