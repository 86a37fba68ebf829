"""The lines of the list as Qt asks for them: headings and milestones, which of them are ticked. Computes nothing."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from mentordesk.domain.milestones import MilestoneRow
from mentordesk.domain.pairs import pair_name, short_name
from mentordesk.ui.milestones import lane
from mentordesk.ui.milestones.grouping import Group, Heading, Line

COLUMNS = ("check", "pair", "milestone", "owner", "lane")
LINE = Qt.ItemDataRole.UserRole
TICKED = Qt.ItemDataRole.UserRole + 1
OTHERS = Qt.ItemDataRole.UserRole + 2
_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole


class ListModel(QAbstractTableModel):
    """`ticked` are ids of milestones, on screen or not."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: Sequence[Line] = ()
        self.ticked: set[int] = set()
        self.today = date(2026, 1, 1)
        self._of_pair: dict[int, list[MilestoneRow]] = {}
        self._places: dict[int | Group, int] = {}

    def show_pairs(self, rows: Iterable[MilestoneRow], today: date) -> None:
        """All milestones there are: those of a pair stand in the time line of each."""
        of_pair: defaultdict[int, list[MilestoneRow]] = defaultdict(list)
        for row in rows:
            of_pair[row.pair_id].append(row)
        self._of_pair, self.today = of_pair, today

    def show_lines(self, lines: Sequence[Line]) -> None:
        self.beginResetModel()
        self.lines = lines
        self._places = {key_of(line): at for at, line in enumerate(lines)}
        self.endResetModel()

    def place_of(self, key: int | Group | None) -> int:
        """Where a milestone (by id) or a heading (by group) is; -1 if it is not on screen."""
        return self._places.get(key, -1) if key is not None else -1

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, _orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        if role == _Role.DisplayRole and 0 <= section < len(COLUMNS):
            return {"check": "", "lane": "Time line"}.get(COLUMNS[section], COLUMNS[section].capitalize())
        return None

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        line = self.lines[index.row()]
        if role == LINE:
            return line
        if isinstance(line, Heading):
            return heading_words(line) if role in (_Role.DisplayRole, _Role.AccessibleTextRole) else None
        if role == TICKED:
            return line.id in self.ticked
        if role == OTHERS:
            return self._of_pair.get(line.pair_id, ())
        return self._words(line, COLUMNS[index.column()], role)

    def _words(self, row: MilestoneRow, column: str, role: int) -> str | None:
        if role == _Role.AccessibleTextRole and column == "check":
            return "ticked" if row.id in self.ticked else "not ticked"
        if role == _Role.ToolTipRole or (role == _Role.AccessibleTextRole and column == "lane"):
            return _tip(row, column, self.today)
        return cell_words(row, column, self.today) if role in (_Role.DisplayRole, _Role.AccessibleTextRole) else None


def key_of(line: Line) -> int | Group:
    """What a line is found by: the id of a milestone, the group of a heading."""
    return line.group if isinstance(line, Heading) else line.id


def heading_words(line: Heading) -> str:
    """A heading as screen readers say it."""
    return f"{line.group.words}, {line.words}, {'unfolded' if line.unfolded else 'folded'}"


def cell_words(row: MilestoneRow, column: str, today: date) -> str:
    return {
        "check": "",
        "pair": short_name(row.left, row.right),
        "milestone": row.title,
        "owner": row.owner_name,
        "lane": lane.words(row, today),
    }[column]


def _tip(row: MilestoneRow, column: str, today: date) -> str:
    if column == "pair":
        return pair_name(row.left, row.right) + (f"\n{row.cohort}" if row.cohort else "")
    return lane.sentence(row, today) if column == "lane" else ""
