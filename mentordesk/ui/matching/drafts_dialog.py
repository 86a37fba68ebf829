"""The drafts of a cohort: their figures, which one to open, two side by side, another name, and away with one."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from mentordesk.domain.matching.draft import DraftRow, MatchSheet
from mentordesk.domain.matching.draft_comparison import DraftComparison
from mentordesk.domain.scope import EVERYTHING
from mentordesk.domain.wording import counted
from mentordesk.ui.matching.draft_columns import columns
from mentordesk.ui.matching.draft_comparison import ComparisonDialog
from mentordesk.ui.matching.rename_draft import RenameDraftDialog
from mentordesk.ui.widgets.dialog import Dialog
from mentordesk.ui.widgets.label import button, label, row
from mentordesk.ui.widgets.row_table import RowTable
from mentordesk.ui.workplace import Workplace

if TYPE_CHECKING:
    from mentordesk.services.desk import Changes

READ_ONLY = "This desk is open to read only"
_TABLES = frozenset({"match_draft", "match_choice"})
_MOST_ROWS = 9


class DraftsDialog(Dialog):
    """Enter opens, F2 renames, Del deletes; two selected ones are compared, a single one with the draft shown."""

    def __init__(
        self, workplace: Workplace, parent: QWidget | None, sheet: MatchSheet, on_open: Callable[[int], None]
    ) -> None:
        super().__init__(f"Drafts of {sheet.cohort}", parent, primary="Open", cancel="Close", width=968)
        self.workplace = workplace
        self._sheet, self._on_open = sheet, on_open
        self.table = RowTable(columns(lambda: self._shown_id(), workplace.today), name="Drafts")
        self.copy = self.add_alternative("Copy", self._copy)
        self.rename = self.add_alternative("Rename…", self._rename)
        self.remove = self.add_alternative("Delete", self._remove, "delete")
        self.compare = self.add_alternative("Compare", self._compare)
        self.said = label("", "caption", "text2")
        self.undo = button("Undo", "link", "undo", self._undo)
        self._done = QWidget()
        self._done.setLayout(row(self.said, self.undo, None, gap=10))
        self._done.hide()
        self.body.addWidget(self.table)
        self.body.addWidget(self._done)
        self._listen()
        self._show_sheet(sheet)
        self.table.select([self._shown_id()] if self._shown_id() else [])
        self._show_choice()
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _listen(self) -> None:
        self.table.selected.connect(lambda _ids: self._show_choice())
        self.table.opened.connect(self._open)
        self.table.edit_requested.connect(lambda _id: self._rename())
        self.table.delete_requested.connect(lambda _ids: self._remove())
        self.table.menu_requested.connect(self._show_menu)
        self.workplace.changed.connect(self._on_changed)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self).activated.connect(self._undo)

    # What it shows

    def _shown_id(self) -> int | None:
        """The draft on the page."""
        return self._sheet.draft.id if self._sheet.draft else None

    def _show_sheet(self, sheet: MatchSheet) -> None:
        self._sheet = sheet
        self.table.set_rows(sheet.drafts)
        look = self.table.verticalHeader().defaultSectionSize()
        head = self.table.horizontalHeader().sizeHint().height()
        self.table.setMinimumHeight(head + look * min(max(len(sheet.drafts), 3), _MOST_ROWS) + 4)
        self._show_choice()

    def _chosen(self) -> list[DraftRow]:
        ids = set(self.table.selected_ids())
        return [each for each in self._sheet.drafts if each.id in ids]

    def _show_choice(self) -> None:
        """Each button says why it can do nothing."""
        count, read_only = len(self._chosen()), READ_ONLY if self.workplace.read_only else ""
        one = "" if count == 1 else "Select one draft"
        _allow(self.primary, one)
        _allow(self.rename, read_only or one)
        _allow(self.copy, read_only or one)
        _allow(self.remove, read_only or ("" if count else "Select a draft"))
        _allow(self.compare, "" if self._to_compare() else "Select two drafts")

    def _to_compare(self) -> tuple[int, int] | None:
        """Two ids, the older draft first."""
        ids = {each.id for each in self._chosen()}
        if len(ids) == 1 and (shown := self._shown_id()) is not None:
            ids.add(shown)
        ordered = [each.id for each in self._sheet.drafts if each.id in ids]
        return (ordered[0], ordered[1]) if len(ordered) == 2 else None

    def _on_changed(self, changes: "Changes") -> None:
        if not changes.tables & _TABLES or self._sheet.cohort_id is None:
            return
        from mentordesk.services.matching import drafts

        known = {each.id for each in self._sheet.drafts}
        shown = self._shown_id() if self._shown_id() in known else None
        self.workplace.read(
            self, drafts.sheet, EVERYTHING, self._sheet.cohort_id, shown, then=self._show_sheet, slot="drafts"
        )

    # What it does

    def commit(self) -> bool:
        """Opens the draft that is selected."""
        chosen = self._chosen()
        if len(chosen) == 1:
            self._on_open(chosen[0].id)
        return len(chosen) == 1

    def _open(self, draft_id: int) -> None:
        self._on_open(draft_id)
        self.accept()

    def _compare(self) -> None:
        from mentordesk.services.matching import drafts

        if (both := self._to_compare()) is not None:
            self.workplace.read(self, drafts.comparison, *both, then=self._show_comparison, slot="compare")

    def _show_comparison(self, found: DraftComparison) -> None:
        dialog = ComparisonDialog(self, found, self._sheet.peers)
        dialog.chosen.connect(self._open)
        dialog.open()

    def _copy(self) -> None:
        from mentordesk.services.matching import drafts

        chosen = self._chosen()
        if len(chosen) == 1 and self.workplace.do(drafts.copy, chosen[0].id, said=f"{chosen[0].name} copied"):
            self._tell(f"{chosen[0].name} copied. Open the copy to go on in it.")

    def _rename(self) -> None:
        chosen = self._chosen()
        if len(chosen) != 1 or self.workplace.read_only:
            return
        dialog = RenameDraftDialog(self.workplace, self, chosen[0])
        dialog.accepted.connect(lambda: self._tell(f"{chosen[0].name} renamed to {dialog.name.text().strip()}."))
        dialog.open()

    def _remove(self) -> None:
        chosen = self._chosen()
        if not chosen or self.workplace.read_only:
            return
        what = chosen[0].name if len(chosen) == 1 else counted(len(chosen), "draft")
        if self.workplace.do(_remove, [each.id for each in chosen], said=f"{what} deleted"):
            self._tell(f"{what} deleted.")

    def _tell(self, sentence: str) -> None:
        """What was done stands here with Undo: the toast lies below the dialog."""
        self.said.setText(sentence)
        self._done.show()
        self.fit()
        self.table.setFocus()

    def _undo(self) -> None:
        """Takes back what was done here last, nothing from before."""
        if self._done.isHidden():
            return
        self._done.hide()
        self.workplace.desk.undo()
        self.table.setFocus()

    def _show_menu(self, _ids: list[int], place: QPoint) -> None:
        menu = QMenu(self)
        for each in (self.primary, self.compare, self.copy, self.rename, self.remove):
            action = menu.addAction(each.text(), each.click)
            action.setEnabled(each.isEnabled())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)


def _allow(made: QWidget, reason: str) -> None:
    made.setEnabled(not reason)
    made.setToolTip(reason)


def _remove(session: Any, ids: Sequence[int]) -> None:
    from mentordesk.services.matching import drafts

    for draft_id in ids:
        drafts.remove(session, draft_id)


def open_drafts(
    workplace: Workplace, parent: QWidget | None, sheet: MatchSheet, on_open: Callable[[int], None]
) -> DraftsDialog:
    """Show the drafts of the sheet's cohort; `on_open` is called with the id of the one that is to be shown."""
    dialog = DraftsDialog(workplace, parent, sheet, on_open)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
