"""The menus of Matching: what can be done with a pair, and which forbidden pairs may be allowed again."""

from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from mentordesk.domain.matching.task import Cell
from mentordesk.ui import icons
from mentordesk.ui.matching.editing import DraftEditing
from mentordesk.ui.matching.proposal_card import ProposalCard
from mentordesk.ui.matching.proposal_rows import ProposalRow
from mentordesk.ui.workplace import Workplace


def of_pair(page: QWidget, row: ProposalRow, card: ProposalCard, editing: DraftEditing, place: Workplace) -> QMenu:
    """Pin, forbid, swap, and the two people; shown by the caller."""
    menu = QMenu(page)
    pin = menu.addAction(icons.icon("pin"), "Unpin" if row.pinned else "Pin")
    pin.triggered.connect(lambda: editing.pin(row.cell, not row.pinned))
    forbid = menu.addAction(icons.icon("ban"), "Forbid", lambda: editing.forbid(row.cell))
    swap = menu.addAction(icons.icon("arrow-up-down"), "Swap with…", lambda: card.table.begin_swap(row))
    for action in (pin, forbid, swap):
        action.setEnabled(card.table.may_change())
    menu.addSeparator()
    menu.addAction(icons.icon("circle-question-mark"), "Why?", lambda: card.why_asked.emit(row))
    for name, person in ((row.mentee_name, row.mentee), (row.mentor_name, row.mentor)):
        menu.addAction(icons.icon("people"), plain(f"Open {name}"), partial(place.go, "people", person))
    menu.addSeparator()
    menu.addAction(icons.icon("copy"), "Copy as a table", card.table.copy)
    return menu


def of_fixed(page: QWidget, card: ProposalCard, editing: DraftEditing, read_only: bool) -> QMenu:
    """Pinned pairs alone, and each forbidden pair to be allowed again; shown by the caller."""
    menu = QMenu(page)
    pinned = menu.addAction(icons.icon("pin"), "Show pinned pairs", card.show_pinned)
    pinned.setEnabled(bool(editing.fixed.pins))
    menu.addSeparator()
    for cell in sorted(editing.fixed.forbids, key=editing.names):
        action = QAction(icons.icon("undo"), plain(f"Allow {editing.names(cell)} again"), menu)
        action.triggered.connect(partial(_allow, editing, cell))
        action.setEnabled(not read_only)
        menu.addAction(action)
    return menu


def _allow(editing: DraftEditing, cell: Cell, _checked: bool = False) -> None:
    editing.forbid(cell, False)


def plain(words: str) -> str:
    """Words of a menu as they stand, without a letter underlined."""
    return words.replace("&", "&&")
