"""The import that is being prepared, read and looked at in the background; what the coordinator says about it.

Knows no widget: the page listens and shows.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from mentordesk.domain.cohorts import Role
from mentordesk.domain.errors import UserError
from mentordesk.domain.importing import Preview, Shape
from mentordesk.ui.imports import reading
from mentordesk.ui.imports.draft import Draft, FileRead
from mentordesk.ui.imports.findings import Findings
from mentordesk.ui.imports.newest import Newest
from mentordesk.ui.imports.reading import Looked, Place
from mentordesk.ui.workplace import Workplace


class Preparing(QObject):
    """The draft with what would become of it; `preview` is None while it is not known."""

    begins = Signal()
    """A file is being read; the draft is left alone until that has ended."""
    begun = Signal()
    """A file was read: another draft."""
    refused = Signal(object)
    """A file could not be read: a UserError, or None where the reading was stopped."""
    asked = Signal()
    """The preview is not known any more, and is being made."""
    looked = Signal()
    unclear = Signal(object)
    """The columns do not do: a UserError."""
    given_up = Signal()
    """The coordinator has stopped the look at the rows."""

    def __init__(self, workplace: Workplace, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self.draft: Draft | None = None
        self.preview: Preview | None = None
        self.findings = Findings()
        self.reading = False
        self.wanted_cohort: int | None = None
        self.work = Newest(self)
        workplace.closed.connect(self.work.forget)

    # The file

    def read(self, place: Place, fresh: bool = True) -> None:
        """Read a file; where it is not `fresh`, only its rows are others and the rest of the draft is kept."""
        self.reading = True
        self.begins.emit()
        self.work.run(
            f"Reading “{place.path.name}”",
            partial(reading.load, self._workplace.desk, place),
            then=lambda found: self._on_read(place, found, fresh),
            failed=self._on_refused,
            stopped=lambda: self._on_refused(None),
        )

    def _on_read(self, place: Place, found: FileRead, fresh: bool) -> None:
        self.reading = False
        if self.draft is None or fresh:
            self.draft = Draft.of_file(place.path, found, self.wanted_cohort or self._workplace.scope.cohort_id)
            self.wanted_cohort = None
        else:
            self.draft = self.draft.with_file(found)
        self.begun.emit()

    def _on_refused(self, error: Any) -> None:
        self.reading = False
        if error is not None and not isinstance(error, UserError):
            self._workplace.failed.emit(error)
        self.refused.emit(error if isinstance(error, UserError) else None)
        if self.draft is not None and self.preview is None:
            self.look()

    # What would happen

    def look(self) -> None:
        """Ask what the import would do as it stands."""
        if self.draft is None:
            return
        self.preview, self.reading = None, False
        self.asked.emit()
        self.work.run(
            "Looking at the rows",
            partial(reading.look, self._workplace.desk, self.draft.copy()),
            then=self._on_looked,
            failed=self._on_unclear,
            stopped=self.given_up.emit,
        )

    def _on_looked(self, found: Looked) -> None:
        self.preview, self.findings = found.preview, found.findings
        self.looked.emit()

    def _on_unclear(self, error: Any) -> None:
        if isinstance(error, UserError):
            self.unclear.emit(error)
        else:
            self._workplace.failed.emit(error)

    def take_up(self, draft: Draft) -> None:
        """Go on with a draft that was left."""
        self.draft, self.preview = draft, None

    def leave(self) -> None:
        """Forget the draft; nothing of it is in the desk."""
        self.draft = self.preview = None
        self.reading = False
        self.findings = Findings()
        self.work.drop()

    # What the coordinator says

    def change(self, what: Callable[[Draft], object]) -> None:
        """Change the draft and look again."""
        if self.draft is not None:
            what(self.draft)
            self.look()

    def match(self, heading: str, field: str | None) -> None:
        self.change(lambda draft: draft.match(heading, field))

    def keep(self, keeping: bool) -> None:
        self.change(lambda draft: setattr(draft, "only_empty", keeping))

    def read_as(self, shape: Shape | None) -> None:
        self.change(lambda draft: draft.read_as(shape))

    def put_day_first(self, day_first: bool | None) -> None:
        self.change(lambda draft: draft.put_day_first(day_first))

    def type(self, number: int, field: str, text: str) -> None:
        self.change(lambda draft: draft.type(number, field, text))

    def skip(self, number: int) -> None:
        self.change(lambda draft: draft.skipped.add(number))

    def answer(self, number: int, person_id: int | None) -> None:
        """Who a row is that asked: somebody who is here, or somebody else."""
        self.change(lambda draft: draft.same.update({number: person_id}))

    def restore(self, number: int) -> None:
        self.change(lambda draft: draft.forget(number))

    def restore_skipped(self) -> None:
        self.change(lambda draft: draft.skipped.clear())

    def aim(self, cohort_id: int | None, roles: tuple[Role, ...]) -> None:
        """Where the people go; the rows are looked at by the caller."""
        if self.draft is not None:
            self.draft.cohort_id, self.draft.roles = cohort_id, roles
