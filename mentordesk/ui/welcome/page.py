"""First run: create a program, look at the sample, or import a roster; the desk file is made on the way."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from mentordesk import paths
from mentordesk.domain.errors import UserError
from mentordesk.services.programs import templates
from mentordesk.ui import file_choice
from mentordesk.ui.desk_files import DeskFiles
from mentordesk.ui.errors import show_error
from mentordesk.ui.progress_dialog import run_job
from mentordesk.ui.settings import Settings
from mentordesk.ui.welcome import examples
from mentordesk.ui.welcome.format_choice import FormatChoice
from mentordesk.ui.welcome.hero import Hero
from mentordesk.ui.welcome.way import WayCard
from mentordesk.ui.widgets.elided_label import ElidedLabel
from mentordesk.ui.widgets.label import button, card, icon_label, label, row
from mentordesk.ui.widgets.page_body import PageBody

NAME = "mentoring"
_WIDTH = 1040
_SAMPLE = "See years in the life of a made-up company: 4 programs, 200 people, every page filled."
_TEMPLATE = "A template brings a milestone plan, a rhythm, match rules and ground rules. All of it can be changed."
_ROSTER = "You have a list of people in Excel or CSV. MentorDesk matches the columns and checks every row."


def free_place(folder: Path, name: str = NAME) -> Path:
    """Where a new desk can go: `mentoring.mdesk`, or the next number where that is taken."""
    number = 1
    while (path := folder / f"{name}{f' {number}' if number > 1 else ''}.mdesk").exists():
        number += 1
    return path


class WelcomePage(QWidget):
    """Shown while no desk is open. `wants` names what to do in the desk that was just made: go, with its target."""

    wants = Signal(str, dict)

    def __init__(self, files: DeskFiles, settings: Settings, reason: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("page", True)
        self.files, self.settings = files, settings
        self.place = free_place(paths.desks_folder())
        self.formats = FormatChoice(templates.templates())
        self.create_program = button("Create from template", "primary", "plus", self._on_create)
        self.sample = button("Open the sample program", icon="eye", on_click=lambda: files.open_sample())
        self.choose = button("Choose a file…", icon="import", on_click=self._on_choose_roster)
        self.empty_roster = button("Save an empty roster to fill in", "link", "export", self._on_save_roster)
        self.saved = label("", "caption", "text2", wrap=True)
        self.saved.hide()
        self.place_words = ElidedLabel("", "body", "text2", snug=True)
        self.notice = self._notice(reason)
        self._lay_out()
        self._show_place()

    def _notice(self, reason: str) -> QWidget:
        frame = card("watch")
        line = QHBoxLayout(frame)
        line.setContentsMargins(14, 9, 14, 9)
        line.setSpacing(10)
        line.addWidget(icon_label("warning", "watch_text", 16), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(label(reason, wrap=True), 1)
        frame.setVisible(bool(reason))
        return frame

    def _lay_out(self) -> None:
        body = PageBody(gap=16)
        body.content.setMaximumWidth(_WIDTH + 48)
        body.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        body.column.addStretch(1)
        body.column.addWidget(self.notice)
        body.column.addLayout(self._head())
        body.column.addLayout(self._ways())
        body.column.addLayout(self._foot())
        body.column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(body)

    def _head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addLayout(row(icon_label("logo", size=26), label("MentorDesk", "section"), None))
        words.addWidget(label("Mentoring goes both ways", "page_title"))
        sentence = "Keep track of pairs, meetings and of what each side gives and gets. "
        words.addWidget(
            label(f"{sentence}Start with one of these three; you can do the others later.", "body", "text2", wrap=True)
        )
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 10)
        head.setSpacing(40)
        head.addLayout(words, 1)
        head.addWidget(Hero(), 0, Qt.AlignmentFlag.AlignVCenter)
        return head

    def _ways(self) -> QGridLayout:
        template = WayCard("programs", "Create a program", _TEMPLATE, self.create_program, first=True)
        template.inside.addWidget(self.formats)
        sample = WayCard("eye", "Look at the sample", _SAMPLE, self.sample)
        sample.add_point("Nothing to type, nothing to break")
        sample.add_point("Reset it or throw it away at any time")
        sample.inside.addWidget(examples.pairs())
        roster = WayCard("import", "Import a roster", _ROSTER, self.choose)
        roster.add_point("Names, e-mail, department, skills, roles")
        roster.add_point("Nothing is stored before you say so")
        roster.inside.addWidget(self.empty_roster, 0, Qt.AlignmentFlag.AlignLeft)
        roster.inside.addWidget(self.saved)
        roster.inside.addWidget(examples.roster())
        ways = QGridLayout()
        ways.setSpacing(16)
        for number, way in enumerate((template, sample, roster)):
            ways.addWidget(way, 0, number)
            ways.setColumnStretch(number, 1)
        return ways

    def _foot(self) -> QHBoxLayout:
        change = button("Change place…", "link", on_click=self._on_change_place)
        existing = button("Open an existing file…", "link", "folder", lambda: self.files.choose())
        foot = row(icon_label("lock", "text2", 15), self.place_words, 8, change, None, 16, existing)
        foot.setStretchFactor(self.place_words, 100)
        return foot

    def _show_place(self) -> None:
        self.place_words.setText(f"Your data stays in one file on this computer: {_short(self.place)}")
        self.place_words.setToolTip(str(self.place))

    def _on_change_place(self) -> None:
        path = file_choice.new_file(
            self.window(), self.settings, "desks", "Place of the new desk", file_choice.DESKS, self.place.name
        )
        if path is not None:
            self.place = path
            self._show_place()

    def _on_create(self) -> None:
        """Make the desk, the program in it, and show the program."""
        template = self.formats.template()
        if not self.files.make(self.place) or self.files.desk is None:
            return
        from mentordesk.services.programs import programs

        try:
            program_id = self.files.desk.do(programs.create, template.form, template)
        except UserError as error:
            show_error(self.files.window, error)
            return
        self.wants.emit("go", {"page": "programs", "id": program_id})

    def _on_choose_roster(self) -> None:
        """The file first: nobody wants an empty desk because a dialog was closed."""
        path = file_choice.open_file(self.window(), self.settings, "import", "Choose a roster", file_choice.ROSTERS)
        if path is not None and self.files.make(self.place):
            self.wants.emit("go", {"page": "import", "path": path})

    def _on_save_roster(self) -> None:
        path = file_choice.save_file(
            self.window(), self.settings, "import", "Save an empty roster", file_choice.WORKBOOKS, "Roster.xlsx"
        )
        if path is not None:
            run_job(self.window(), "Saving an empty roster", _writing(path), then=lambda _: self._on_saved(path))

    def _on_saved(self, path: Path) -> None:
        self.saved.setText(f"Saved “{path.name}”. Fill it in, then choose it here.")
        self.saved.setToolTip(str(path))
        self.saved.show()


def _writing(path: Path) -> Callable[..., Any]:
    def work(*_: Any) -> Any:
        from mentordesk.services.reports import reporting

        return reporting.write_empty_roster(path)

    return work


def _short(path: Path) -> str:
    """The place without the home folder in front."""
    home = Path.home()
    return str(path.relative_to(home)) if path.is_relative_to(home) else str(path)
