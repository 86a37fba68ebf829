"""The rows of an import with their counts, search and filters. Knows no file and stores nothing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from mentordesk.domain.importing import Preview, PreviewRow, RowState
from mentordesk.domain.text import fold
from mentordesk.ui import theme
from mentordesk.ui.imports.count_tile import CountTile
from mentordesk.ui.imports.draft import Draft
from mentordesk.ui.imports.outlook_card import CAPTIONS
from mentordesk.ui.imports.rows_table import RowsTable
from mentordesk.ui.widgets.chips import FilterChip
from mentordesk.ui.widgets.empty_state import EmptyState
from mentordesk.ui.widgets.kept_place import show_found
from mentordesk.ui.widgets.label import button, label
from mentordesk.ui.widgets.search_field import SearchField

ALL = "all"
_CHIPS = ((RowState.WRONG, "Need a fix"), (RowState.CHANGED, "Updates"), (RowState.NEW, "New"), (ALL, "All"))
_ORDER_FROM = 680
_TILES = (RowState.NEW, RowState.WRONG, RowState.CHANGED)


class RowsCard(QWidget):
    """Three counts above, the rows below. What is done to rows is the table's to tell."""

    restore_skipped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._preview: Preview | None = None
        self._draft: Draft | None = None
        self._texts: dict[int, str] = {}
        self.tiles = {state: CountTile(state, CAPTIONS[state]) for state in _TILES}
        self.table = RowsTable()
        self.search = SearchField("Search rows")
        self.order = label("Problems first", "caption", "text2")
        self.chips = {key: FilterChip(str(key), words) for key, words in _CHIPS}
        self.skipped_words = label("", "body", "text2")
        self.nothing = EmptyState("search", "No row matches the filters")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        counts = QHBoxLayout()
        counts.setSpacing(8)
        for tile in self.tiles.values():
            counts.addWidget(tile)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addLayout(counts)
        whole.addWidget(self._card(), 1)

    def _card(self) -> QWidget:
        frame = QFrame()
        frame.setProperty("card", True)
        frame.setProperty("region", True)
        self.foot = self._foot()
        self._either = QStackedLayout()
        self._either.addWidget(self.table)
        self._either.addWidget(self.nothing)
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        inside.addLayout(self._head())
        inside.addLayout(self._either, 1)
        inside.addWidget(self.foot)
        return frame

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 12, 8)
        head.setSpacing(8)
        head.addWidget(label("Rows", "section"))
        head.addWidget(self.order, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        self.search.setMinimumWidth(theme.current().wide(124))
        self.search.setMaximumWidth(theme.current().wide(200))
        head.addWidget(self.search, 4)
        for chip in self.chips.values():
            head.addWidget(chip)
        return head

    def _foot(self) -> QFrame:
        foot = QFrame()
        foot.setProperty("footer", True)
        inside = QHBoxLayout(foot)
        inside.setContentsMargins(12, 4, 12, 4)
        inside.addWidget(self.skipped_words)
        inside.addWidget(button("Bring back", "link", "undo", self.restore_skipped.emit))
        inside.addStretch(1)
        foot.hide()
        return foot

    def _connect(self) -> None:
        group = QButtonGroup(self)
        for key, chip in self.chips.items():
            group.addButton(chip)
            chip.setChecked(key == ALL)
        group.buttonToggled.connect(lambda _chip, on: self._show() if on else None)
        for state, tile in self.tiles.items():
            tile.clicked.connect(lambda _=False, state=state: self.show_only(state))
        self.search.searched.connect(lambda _: self._show())
        self.search.left_downwards.connect(self._enter_table)

    def _enter_table(self) -> None:
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.table.currentIndex().isValid() and self.table.lines.lines:
            self.table.setCurrentIndex(self.table.lines.index(0, 1))

    def show_only(self, state: object) -> None:
        """The rows of one state; all where there are none."""
        chip = self.chips.get(state, self.chips[ALL])  # type: ignore[call-overload]
        (chip if chip.isEnabled() else self.chips[ALL]).setChecked(True)

    def show_preview(self, preview: Preview, draft: Draft) -> None:
        """What an import would do now."""
        self._preview, self._draft = preview, draft
        self._texts.clear()
        for state, tile in self.tiles.items():
            tile.set_count(preview.count(state))
        for key, chip in self.chips.items():
            chip.set_count(len(preview.rows) if key == ALL else preview.count(RowState(key)))
        wanted = next(key for key, chip in self.chips.items() if chip.isChecked())
        if wanted != ALL and not preview.count(RowState(wanted)):
            self.chips[ALL].setChecked(True)
            self.chips[wanted].set_count(0)
        skipped = len(draft.skipped)
        self.skipped_words.setText(f"{skipped} row{'' if skipped == 1 else 's'} skipped")
        self.foot.setVisible(bool(skipped))
        self._show()

    def _show(self) -> None:
        if self._preview is None:
            return
        wanted = next(key for key, chip in self.chips.items() if chip.isChecked())
        words = fold(self.search.text()).split()
        rows = [row for row in self._preview.rows if wanted in (ALL, row.state) and self._has(row, words)]
        self.table.show_rows(rows, self._draft)
        show_found(self._either, self.table, self.nothing, bool(rows))
        if not rows and self._preview.rows:
            self.nothing.say_not_found("row", self.search.text(), self._clear)
        elif not rows:
            self.nothing.say("info", "All rows are skipped", "Bring them back below, or choose another file.")

    def _has(self, row: PreviewRow, words: list[str]) -> bool:
        if not words:
            return True
        text = self._texts.get(row.id)
        if text is None:
            parts = (str(row.row), *row.texts.values(), *(problem.sentence for problem in row.problems))
            text = self._texts[row.id] = fold("\n".join(parts))
        return all(word in text for word in words)

    def _clear(self) -> None:
        self.chips[ALL].setChecked(True)
        self.search.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.order.setVisible(self.width() > theme.current().wide(_ORDER_FROM))
