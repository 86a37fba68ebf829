"""The line at the foot of the window: where the data is, when it was saved and backed up, what is in the desk."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from mentordesk.domain import dates
from mentordesk.ui import icons
from mentordesk.ui.widgets.open_button import OpenButton


class DeskStatus(QWidget):
    """Facts in a row; a click on the backup opens the list of backups."""

    backups_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self._lock, self._local = QLabel(), QLabel("Everything stays on this computer")
        icons.show_on(self._lock, "lock", size=13)
        self.saved, self.counts, self.file = QLabel(), QLabel(), QLabel("No file open yet")
        self.backup = OpenButton()
        self.backup.setProperty("kind", "quiet")
        self.backup.setToolTip("Show the backups of this desk")
        self.backup.clicked.connect(self.backups_asked)
        self.backup.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 14, 4)
        row.setSpacing(18)
        where = QHBoxLayout()
        where.setSpacing(6)
        where.addWidget(self._lock)
        where.addWidget(self._local)
        row.addLayout(where)
        self.saved.hide()
        for widget in (self.saved, self.backup):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.counts)
        row.addWidget(self.file)
        for label in (self._local, self.saved, self.counts, self.file):
            label.setProperty("type", "caption")
            label.setTextFormat(Qt.TextFormat.PlainText)

    def show_desk(self, name: str, *, read_only: bool) -> None:
        self.file.setText(f"{name}, read only" if read_only else name)

    def show_none(self) -> None:
        """No desk is open."""
        self.saved.hide()
        self.counts.clear()
        self.backup.hide()
        self.file.setText("No file open yet")

    def show_counts(self, active_pairs: int, people: int) -> None:
        pairs = "1 active pair" if active_pairs == 1 else f"{active_pairs:,} active pairs"
        self.counts.setToolTip("Active pairs, and everybody who has not left")
        self.counts.setText(f"{pairs}     {'1 person' if people == 1 else f'{people:,} people'}")

    def show_saved(self, at: datetime | None) -> None:
        self.saved.setText("" if at is None else f"Saved {at:%H:%M}")
        self.saved.setVisible(at is not None)

    def show_backup(self, at: datetime | None, now: datetime) -> None:
        """ "Backup today 09:00", or that there is none yet."""
        if at is None:
            self.backup.setText("No backup yet")
        else:
            day = {0: "today", 1: "yesterday"}.get((now.date() - at.date()).days) or dates.short(at.date(), now.date())
            self.backup.setText(f"Backup {day} {at:%H:%M}")
        self.backup.show()

    def set_narrow(self, narrow: bool) -> None:
        """In a small window only what is saved and the counts stay."""
        self.backup.setVisible(not narrow and bool(self.backup.text()))
        self.file.setVisible(not narrow)
