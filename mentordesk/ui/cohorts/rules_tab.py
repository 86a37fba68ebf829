"""The ground rules of a cohort's program, and which side of which pair has signed them when."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QPoint
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QVBoxLayout, QWidget

from mentordesk.domain.agreements import AgreementRow, side_titles, with_names
from mentordesk.domain.dates import short
from mentordesk.domain.people import first_name
from mentordesk.domain.programs import Format
from mentordesk.domain.wording import counted
from mentordesk.ui import icons, theme
from mentordesk.ui.cohorts.agreement_dialog import AgreementDialog
from mentordesk.ui.cohorts.reading import CohortSheet
from mentordesk.ui.widgets.column import ChipCell, Column, PairCell
from mentordesk.ui.widgets.empty_state import EmptyState
from mentordesk.ui.widgets.label import button, card, label, row
from mentordesk.ui.widgets.page_body import PageBody
from mentordesk.ui.widgets.row_table import RowTable
from mentordesk.ui.workplace import Workplace

BESIDE_FROM = 760
_SIGNED = "The day this side signed"
NO_RULES = "No ground rules are written yet. They belong to the program."


def _columns(format_: Format) -> tuple[Column, ...]:
    left, right = side_titles(format_)
    wide = 120 if format_ is Format.PEER else 102
    return (
        Column("pair", "Pair", lambda it: it.name, width=140, stretch=True, kind="pair", value=_names),
        Column("left", left, _left, sort=lambda it: it.left_on, width=wide, header_tip=_SIGNED),
        Column("right", right, _right, sort=lambda it: it.right_on, width=wide, header_tip=_SIGNED),
        Column("state", "Agreed", _state, width=110, kind="chip", value=_chip, tip=_tip),
    )


def _without_names(rules: str, format_: Format) -> str:
    """The rules for any pair: "The mentor and the mentee have agreed", "3. The mentee brings the topics"."""
    words = ("one peer", "the other") if format_ is Format.PEER else ("the mentor", "the mentee")
    text = with_names(rules, *words)
    return re.sub(r"(^|[.!?]\s+)([a-z])", lambda found: found[1] + found[2].upper(), text, flags=re.MULTILINE)


def _names(it: AgreementRow) -> PairCell:
    return PairCell(it.left, it.right, it.status.word, title=it.short)


def _left(it: AgreementRow) -> str:
    return f"{short(it.left_on)} {it.left_on.year}" if it.left_on else "–"


def _right(it: AgreementRow) -> str:
    return f"{short(it.right_on)} {it.right_on.year}" if it.right_on else "–"


def _state(it: AgreementRow) -> str:
    if it.outdated and (it.left_on or it.right_on):
        return "Older version"
    if it.both:
        return "Both"
    return "One" if it.left_on or it.right_on else "Not yet"


def _tip(it: AgreementRow) -> str:
    if it.outdated and it.signers:
        return f"Signed before the text was changed: {it.signers}. Ask both to sign again."
    return f"Signed: {it.signers}" if it.signers else "Nobody has signed yet"


def _chip(it: AgreementRow) -> ChipCell:
    tones = {"Both": "good", "Older version": "watch", "One": "outline", "Not yet": "outline"}
    return ChipCell(_state(it), tones[_state(it)])


def _told(rows: Sequence[AgreementRow]) -> str:
    """ "3 of 12 pairs signed by both sides, 4 signed an older text"."""
    both = sum(1 for it in rows if it.both)
    older = sum(1 for it in rows if _state(it) == "Older version")
    words = f"{both} of {counted(len(rows), 'pair')} signed by both sides"
    return f"{words}, {older} signed an older text" if older else words


class RulesTab(QWidget):
    """Double click on a pair notes who signed when."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._sheet: CohortSheet | None = None
        self.rules = label("", wrap=True)
        self.edit = button("Change in Programs", icon="edit", on_click=self._open_rules, small=True)
        self.told = label("", "body", "text2")
        self.sign = button("Note signatures…", icon="check", on_click=self._sign_selected, small=True)
        self._tables = {peers: self._make_table(peers) for peers in (False, True)}
        self.table = self._tables[False]
        self.empty = EmptyState("pairs", "No pair yet", "Pairs of this cohort sign here.")
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lay_out()
        self._on_selected([])

    def _make_table(self, peers: bool) -> RowTable:
        """One for peers, who stand by name, and one for mentors and mentees."""
        made = RowTable(_columns(Format.PEER if peers else Format.TRADITIONAL), name="Signatures", several=True)
        made.setProperty("region", True)
        made.opened.connect(self._open)
        made.menu_requested.connect(self._show_menu)
        made.selected.connect(self._on_selected)
        return made

    def _lay_out(self) -> None:
        text = card()
        inside = QVBoxLayout(text)
        inside.setContentsMargins(16, 12, 16, 12)
        body = PageBody(margin=0)
        body.column.addWidget(self.rules)
        body.column.addStretch(1)
        inside.addLayout(row(label("Ground rules", "section"), None, self.edit))
        inside.addWidget(body, 1)
        list_side = QWidget()
        right = QVBoxLayout(list_side)
        right.setContentsMargins(0, 0, 0, 0)
        right.addLayout(row(self.told, None, self.sign))
        for table in self._tables.values():
            right.addWidget(table, 1)
        right.addWidget(self.empty, 1)
        self._sides.setContentsMargins(0, 12, 0, 0)
        self._sides.setSpacing(12)
        self._sides.addWidget(text, 5)
        self._sides.addWidget(list_side, 7)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= theme.current().wide(BESIDE_FROM)
        sides = QBoxLayout.Direction
        self._sides.setDirection(sides.LeftToRight if beside else sides.TopToBottom)

    def show_sheet(self, sheet: CohortSheet) -> None:
        """Shows another cohort, or the same one newly read."""
        self._sheet = sheet
        self.table = self._tables[sheet.row.format is Format.PEER]
        for table in self._tables.values():
            table.setVisible(table is self.table)
        self._show_rules()
        self.told.setText(_told(sheet.agreements))
        self.table.set_rows(sheet.agreements)
        self.table.setVisible(bool(sheet.agreements))
        self.empty.setVisible(not sheet.agreements)
        self.sign.setVisible(bool(sheet.agreements))

    def _show_rules(self) -> None:
        """The text, with the names of the pair that is selected."""
        if self._sheet is None:
            return
        selected = self.table.selected_ids()
        row = self.table.row_of(selected[0]) if len(selected) == 1 else None
        rules = self._sheet.program.ground_rules
        if row is not None:
            text = with_names(rules, first_name(row.left), first_name(row.right))
        else:
            text = _without_names(rules, self._sheet.row.format)
        self.rules.setText(text or NO_RULES)

    def _on_selected(self, ids: list[int]) -> None:
        self._show_rules()
        self.sign.setEnabled(len(ids) == 1 and not self._workplace.read_only)
        reason = "This desk is open to read only" if self._workplace.read_only else "Select one pair first"
        self.sign.setToolTip("" if self.sign.isEnabled() else reason)

    def _sign_selected(self) -> None:
        self._open(self.table.selected_ids()[0])

    def _open(self, pair_id: int | None) -> None:
        row = self.table.row_of(pair_id)
        if row is None:
            return
        if self._workplace.read_only:
            self._workplace.go("pairs", row.id)
        else:
            AgreementDialog(self._workplace, self, row).open()

    def _open_rules(self) -> None:
        if self._sheet is not None:
            self._workplace.go("programs", self._sheet.row.program_id, tab="ground_rules")

    def _show_menu(self, ids: list[int], place: QPoint) -> None:
        menu = QMenu(self)
        note = menu.addAction(icons.icon("edit"), "Note signatures…", lambda: self._open(ids[0]))
        note.setEnabled(len(ids) == 1 and not self._workplace.read_only)
        both = menu.addAction(icons.icon("check"), "Both signed today", lambda: self._sign_today(ids))
        both.setEnabled(not self._workplace.read_only)
        menu.addAction(icons.icon("pairs"), "Show the pair", lambda: self._workplace.go("pairs", ids[0]))
        menu.popup(place)

    def _sign_today(self, ids: list[int]) -> None:
        from mentordesk.services.pairs import agreements

        on = self._workplace.today()
        said = f"{counted(len(ids), 'pair')} signed today"
        self._workplace.do(agreements.sign_all, ids, on, said=said)
