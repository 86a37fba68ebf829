"""The pairs of a cohort: searched, filtered by status, opened, made, and proposed ones activated in one click."""

from collections import Counter

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from mentordesk.domain.balance import Band
from mentordesk.domain.dates import short
from mentordesk.domain.pair_listing import ListedPair
from mentordesk.domain.standing import PairStatus
from mentordesk.domain.wording import counted
from mentordesk.ui import icons, steps
from mentordesk.ui.cohorts.reading import CohortSheet
from mentordesk.ui.widgets.chips import FilterChips
from mentordesk.ui.widgets.column import BalanceCell, ChipCell, Column, PairCell, ProgressCell
from mentordesk.ui.widgets.empty_state import EmptyState
from mentordesk.ui.widgets.label import button, row
from mentordesk.ui.widgets.painting import STATUS_TONES
from mentordesk.ui.widgets.row_table import RowTable
from mentordesk.ui.widgets.search_field import SearchField
from mentordesk.ui.workplace import Workplace

_STATUSES: list[tuple[str, str]] = [(status, status.word) for status in PairStatus]
READ_ONLY = "This desk is open to read only"


def _columns() -> tuple[Column, ...]:
    return (
        Column("pair", "Pair", lambda pair: pair.row.name, width=200, stretch=True, kind="pair", value=_names),
        Column("status", "Status", lambda pair: pair.row.word, width=104, kind="chip", value=_status),
        Column("health", "Health", _health, sort=_urgency, width=100, kind="health", value=_health_key),
        Column("balance", "Give & take", _points, sort=_tilt, align="center", width=124, kind="balance", value=_bar),
        Column("contact", "Contact", _days, sort=lambda pair: pair.row.days, align="right", width=68),
        Column("milestones", "Milestones", _milestones, width=92, kind="progress", value=_progress),
        Column(
            "started", "Since", _since, sort=lambda pair: pair.row.started_on, width=110, kind="secondary", hidden=True
        ),
    )


def _names(pair: ListedPair) -> PairCell:
    titles = " & ".join(title for title in (pair.row.left_title, pair.row.right_title) if title)
    return PairCell(pair.row.left, pair.row.right, titles)


def _status(pair: ListedPair) -> ChipCell:
    return ChipCell(pair.row.word, STATUS_TONES[pair.row.status.value])


def _health(pair: ListedPair) -> str:
    return pair.row.health.word if pair.row.health else "–"


def _health_key(pair: ListedPair) -> str | None:
    return pair.row.health.value if pair.row.health else None


def _urgency(pair: ListedPair) -> tuple[int, int] | None:
    return (pair.row.health.rank, -(pair.row.days or 0)) if pair.row.health else None


def _points(pair: ListedPair) -> str:
    return f"{pair.row.left_points} : {pair.row.right_points}"


def _tilt(pair: ListedPair) -> int:
    return pair.row.left_points - pair.row.right_points


def _bar(pair: ListedPair) -> BalanceCell:
    return BalanceCell(pair.row.left_points, pair.row.right_points, pair.band is Band.ONE_SIDED)


def _days(pair: ListedPair) -> str:
    return "–" if pair.row.days is None else f"{pair.row.days} d"


def _milestones(pair: ListedPair) -> str:
    return f"{pair.row.milestones_done}/{pair.row.milestones_total}"


def _progress(pair: ListedPair) -> ProgressCell:
    it = pair.row
    return ProgressCell(it.milestones_done, it.milestones_total, bool(it.milestones_overdue))


def _since(pair: ListedPair) -> str:
    day = pair.row.started_on
    return f"{short(day)} {day.year}" if day and pair.row.status is not PairStatus.PROPOSED else ""


class PairsTab(QWidget):
    """Opening a pair goes to the Pairs page."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._sheet: CohortSheet | None = None
        self.search = SearchField("Search these pairs")
        self.filters = FilterChips(_STATUSES, "Status")
        self.activate = button("Activate proposed", "tonal", "play", self.activate_proposed, small=True)
        self.new = button("New pair", icon="plus", on_click=self.new_pair, small=True)
        self.table = RowTable(_columns(), name="Pairs of the cohort")
        self.empty = EmptyState("pairs", "No pair yet")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(10)
        first = row(self.search, self.activate, self.new, gap=12)
        first.insertWidget(1, self.filters, 1, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(first)
        column.addWidget(self.table, 1)
        column.addWidget(self.empty, 1)
        self.table.setProperty("region", True)
        if self._workplace.read_only:
            for each in (self.activate, self.new):
                each.setEnabled(False)
                each.setToolTip(READ_ONLY)

    def _connect(self) -> None:
        self.search.searched.connect(self._on_searched)
        self.search.left_downwards.connect(self.table.setFocus)
        self.filters.changed.connect(lambda _on: self._filter())
        self.table.opened.connect(lambda pair_id: self._workplace.go("pairs", pair_id))
        self.table.menu_requested.connect(self._show_menu)
        self.table.delete_requested.connect(self._remove)
        self.table.shown.connect(lambda _count: self._show_empty())

    def show_sheet(self, sheet: CohortSheet) -> None:
        """Shows another cohort, or the same one newly read."""
        self._sheet = sheet
        counts = Counter(pair.row.status for pair in sheet.pairs)
        self.filters.set_counts({status: counts[status] for status in PairStatus})
        for status in PairStatus:
            self.filters.chip(status).setVisible(bool(counts[status]) or status in self.filters.on())
        self.filters.setVisible(len(counts) > 1 or bool(self.filters.on()))
        self.table.set_rows(sheet.pairs)
        self._filter()
        proposed = counts[PairStatus.PROPOSED]
        self.activate.setText(f"Activate {counted(proposed, 'proposed pair')}")
        self.activate.setVisible(bool(proposed))
        self._show_empty()

    def _filter(self) -> None:
        on = self.filters.on()
        self.table.set_filter((lambda pair: pair.row.status in on) if on else None)

    def _on_searched(self, text: str) -> None:
        self.table.set_search(text)

    def _show_empty(self) -> None:
        if self._sheet is None:
            return
        self.table.setVisible(self.table.count() > 0)
        self.empty.setVisible(self.table.count() == 0)
        if self._sheet.pairs:
            self.empty.say_not_found("pair", self.search.text(), self._clear)
        elif self._workplace.read_only:
            self.empty.say("pairs", "No pair yet")
        else:
            self.empty.say("pairs", "No pair yet", "Enroll people, then make a pair.", "New pair", self.new_pair)

    def _clear(self) -> None:
        self.search.clear()
        self.filters.set_on(set())
        self._filter()

    # Actions

    def new_pair(self) -> None:
        """The dialog for a pair of this cohort."""
        if self._sheet is not None:
            self._workplace.command("new_pair", cohort_id=self._sheet.row.id)

    def activate_proposed(self) -> None:
        """Starts all proposed pairs of the cohort in one step."""
        if self._sheet is not None:
            self._activate([pair.id for pair in self._sheet.pairs if pair.row.status is PairStatus.PROPOSED])

    def _activate(self, ids: list[int]) -> None:
        from mentordesk.services.pairs import pairs

        said = f"{counted(len(ids), 'pair')} activated"
        steps.start_pairs(self.window(), self._workplace, pairs.activate, ids, said=said)

    def _remove(self, ids: list[int]) -> None:
        from mentordesk.services.pairs import pairs

        if not self._workplace.read_only:
            self._workplace.do(pairs.remove, ids, said=f"{counted(len(ids), 'pair')} removed")

    def _show_menu(self, ids: list[int], place: QPoint) -> None:
        chosen = [row for pair_id in ids if (row := self.table.row_of(pair_id)) is not None]
        if not chosen:
            return
        menu = QMenu(self)
        if len(chosen) == 1:
            menu.addAction(icons.icon("eye"), "Open", lambda: self._workplace.go("pairs", ids[0]))
            log = menu.addAction(
                icons.icon("contact"), "Log contact…", lambda: self._workplace.command("log_contact", pair_id=ids[0])
            )
            log.setEnabled(not self._workplace.read_only and chosen[0].row.begun)
        if all(pair.row.status is PairStatus.PROPOSED for pair in chosen):
            menu.addAction(icons.icon("play"), "Activate", lambda: self._activate(ids))
            menu.addAction(icons.icon("remove"), "Remove", lambda: self._remove(ids))
            for action in menu.actions()[-2:]:
                action.setEnabled(not self._workplace.read_only)
        menu.popup(place)
