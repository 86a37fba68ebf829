"""A column of rows that are made anew whenever something else is shown, under a title. Knows no row."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentordesk.ui.widgets.label import label

RowT = TypeVar("RowT", bound=QWidget)


class PartList(QWidget, Generic[RowT]):
    """Hidden while it has no rows."""

    def __init__(self, gap: int, title: str = "") -> None:
        super().__init__()
        self.title = label(title, "small_title", wrap=True)
        self.title.setVisible(bool(title))
        self._shown: list[RowT] = []
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(gap)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        inside.addWidget(self.title)
        inside.addLayout(self._rows)
        self.hide()

    def set_rows(self, rows: Sequence[RowT], title: str = "") -> None:
        """Shows these rows in place of all others."""
        for gone in self._shown:
            self._rows.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        self._shown = list(rows)
        for each in rows:
            self._rows.addWidget(each)
            each.show()  # now, not when Qt comes to it: the focus may go to one of them
        if title:
            self.title.setText(title)
            self.title.show()
        self.setAccessibleName(title or self.title.text())
        self.setVisible(bool(rows))

    def rows(self) -> list[RowT]:
        """The rows on screen, from top to bottom."""
        return self._shown
