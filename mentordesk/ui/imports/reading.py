"""What the page reads off the GUI thread: choices of the desk, the table of a file, what an import would do."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mentordesk.domain.cohorts import CohortPhase
from mentordesk.domain.errors import UserError
from mentordesk.domain.importing import Preview
from mentordesk.domain.programs import Format
from mentordesk.ui.imports.draft import Draft

if TYPE_CHECKING:
    from mentordesk.exchange.excel_reader import SheetTable

_ORDER = [CohortPhase.PREPARATION, CohortPhase.RUNNING, CohortPhase.FINISHED]


@dataclass(frozen=True, slots=True)
class CohortChoice:
    """A cohort that people can be enrolled in."""

    id: int
    name: str
    format: Format


@dataclass(frozen=True, slots=True)
class ImportChoices:
    """What the desk offers to an import: cohorts, those in preparation first, and attributes of its own."""

    cohorts: tuple[CohortChoice, ...]
    custom_fields: tuple[str, ...]


def choices(session: Any) -> ImportChoices:
    """The cohorts and custom fields of the desk."""
    from mentordesk.services import cohorts, custom_fields

    rows = sorted(cohorts.rows(session), key=lambda row: _ORDER.index(row.phase))
    return ImportChoices(
        tuple(CohortChoice(row.id, row.name, row.format) for row in rows),
        tuple(row.name for row in custom_fields.rows(session)),
    )


def load(
    session: Any, path: Path, sheet: str | None = None, header: int | None = None
) -> "tuple[SheetTable, dict[str, str | None]] | UserError":
    """The table of a file and the field of each column; or what is wrong with the file."""
    from mentordesk.services import importing

    try:
        table = importing.read_file(path, sheet, header)
        return table, importing.guess(session, table)
    except UserError as error:
        return error


def look(session: Any, draft: Draft) -> Preview | UserError:
    """What an import of the draft would do; or why its columns do not do."""
    from mentordesk.services import importing

    try:
        return importing.preview(session, draft.request())
    except UserError as error:
        return error
