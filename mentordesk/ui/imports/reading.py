"""What the page reads off the GUI thread: choices of the desk, the table of a file, what an import would do."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mentordesk.domain.cohorts import CohortPhase
from mentordesk.domain.importing import Preview, is_hr_export
from mentordesk.domain.programs import Format
from mentordesk.ui.imports import findings
from mentordesk.ui.imports.collecting import without_collecting
from mentordesk.ui.imports.draft import Draft, FileRead
from mentordesk.ui.imports.findings import Findings

if TYPE_CHECKING:
    from mentordesk.services.desk import Desk

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]
_ORDER = [CohortPhase.PREPARATION, CohortPhase.RUNNING, CohortPhase.FINISHED]


@dataclass(frozen=True, slots=True)
class TargetCohort:
    """A cohort that people can be enrolled in."""

    id: int
    name: str
    format: Format


@dataclass(frozen=True, slots=True)
class ImportChoices:
    """What the desk offers to an import: cohorts, those in preparation first, and attributes of its own."""

    cohorts: tuple[TargetCohort, ...]
    custom_fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file its table is; None is left to the reader."""

    path: Path
    sheet: str | None = None
    header: int | None = None
    header_rows: int | None = None


@dataclass(frozen=True, slots=True)
class Looked:
    """What an import would do, and what the columns show as a whole."""

    preview: Preview
    findings: Findings


def choices(session: Any) -> ImportChoices:
    """The cohorts and custom fields of the desk."""
    from mentordesk.services import custom_fields
    from mentordesk.services.programs import cohorts

    rows = sorted(cohorts.rows(session), key=lambda row: _ORDER.index(row.phase))
    return ImportChoices(
        tuple(TargetCohort(row.id, row.name, row.format) for row in rows),
        tuple(row.name for row in custom_fields.rows(session)),
    )


def load(desk: "Desk", place: Place, progress: Progress, cancelled: Cancelled) -> FileRead:
    """The table of a file and the field of each column. Raises UserError with what is wrong with the file."""
    from mentordesk.exchange.roster import roster
    from mentordesk.services.imports import importing, memory

    with without_collecting():
        table = importing.read_file(
            place.path,
            place.sheet,
            place.header,
            header_rows=place.header_rows,
            progress=progress,
            cancelled=cancelled,
        )
    mapping = desk.read(importing.guess, table)
    seen = bool(desk.read(memory.columns, table.headings))
    return FileRead(
        table,
        mapping,
        ways=desk.read(importing.ways, table),
        service=tuple(roster.service_columns(table.headings)),
        role=roster.role_of_file(table.headings, mapping, table.name, place.path.stem),
        again=seen and is_hr_export(mapping.values()),
    )


def look(desk: "Desk", draft: Draft, progress: Progress, cancelled: Cancelled) -> Looked:
    """What an import of the draft would do. Raises UserError where its columns do not do."""
    from mentordesk.services.imports import importing, memory

    with without_collecting():
        preview = desk.read(importing.preview, draft.request(), importing.Hooks(progress, cancelled))
        highest = desk.read(memory.highest_grade, draft.table.headings, draft.mapping)
        return Looked(preview, findings.find(draft.table, draft.mapping, draft.ways.day_first, highest))
