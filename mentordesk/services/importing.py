"""Importing a roster: what each row will do, and doing it in one step. Reading files is exchange's, rules are here.

A person is recognized by e-mail or employee number and updated, never doubled. An empty cell changes nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.data.records import ColumnMapping
from mentordesk.data.tables import TagKind
from mentordesk.domain.cohorts import Role
from mentordesk.domain.errors import UserError
from mentordesk.domain.importing import ImportResult, Preview, PreviewProblem, PreviewRow, RowState
from mentordesk.domain.text import fold
from mentordesk.exchange import roster
from mentordesk.exchange.excel_reader import SheetTable
from mentordesk.exchange.roster_fields import CUSTOM
from mentordesk.services import custom_fields, import_people, import_writing, person_rows
from mentordesk.services.desk import name_step
from mentordesk.services.import_people import PlannedRow

Mapped = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """A file and what is wanted of it.

    `cohort_id` is where people are enrolled, as `roles` unless the row says its own; None only adds people.
    `only_empty` fills empty fields of people who are there and keeps what was typed. `edits` are texts typed in the
    place of cells, by row number and field; `skipped` rows are left out without being wrong.
    """

    table: SheetTable
    mapping: Mapped
    cohort_id: int | None = None
    roles: tuple[Role, ...] = ()
    only_empty: bool = False
    edits: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    skipped: frozenset[int] = frozenset()


def read_file(path: Path, sheet: str | None = None, header: int | None = None) -> SheetTable:
    """The table of a file. Raises FileError with a sentence on what is wrong with it."""
    from mentordesk.exchange import excel_reader

    return excel_reader.read(path, sheet, header)


def guess(session: Session, table: SheetTable, given: Mapped | None = None) -> dict[str, str | None]:
    """The field of each column: as it was the last time for these headings, else guessed. `given` is not guessed."""
    names = [row.name for row in custom_fields.rows(session)]
    as_stored = {fold(name): f"{CUSTOM}{name}" for name in names}
    known = {
        heading: as_stored.get(fold(field.removeprefix(CUSTOM)), field) if field and field.startswith(CUSTOM) else field
        for heading, field in (dict(_remembered(session, table.headings)) | dict(given or {})).items()
    }
    sample = (cells for _number, cells in table.body[:200])
    return roster.guess_columns(table.headings, sample, names, known)


def given_columns(pairs: Sequence[str], table: SheetTable) -> dict[str, str | None]:
    """What "Column heading=field" says. Raises UserError for a heading or a field that there is not."""
    return roster.parse_mapping(pairs, table.headings)


def _key(headings: tuple[str, ...]) -> str:
    return "\x1f".join(sorted(fold(heading) for heading in headings))


def _remembered(session: Session, headings: tuple[str, ...]) -> Mapped:
    found = session.scalar(select(ColumnMapping.mapping).where(ColumnMapping.headings == _key(headings)))
    return {heading: field for heading, field in (found or {}).items() if heading in headings}


def _remember(session: Session, request: ImportRequest) -> None:
    key = _key(request.table.headings)
    row = session.scalar(select(ColumnMapping).where(ColumnMapping.headings == key))
    if row is None:
        session.add(ColumnMapping(headings=key, mapping=dict(request.mapping)))
    elif row.mapping != dict(request.mapping):
        row.mapping = dict(request.mapping)


def preview(session: Session, request: ImportRequest) -> Preview:
    """What every row will do, problems first. Raises UserError where no column has names or tells people apart."""
    planned, sentences = _plan(session, request)
    rows = sorted((_shown(row) for row in planned), key=lambda row: (row.state.rank, row.id))
    return Preview(tuple(rows), tuple(sentences))


def _plan(session: Session, request: ImportRequest) -> tuple[list[PlannedRow], list[str]]:
    known = roster.Known(tuple(custom_fields.rows(session)), _skills(session))
    rows = roster.read_rows(request.table.headings, request.table.body, request.mapping, known, request.edits)
    kept = [row for row in rows if row.number not in request.skipped]
    planned, managers = import_people.plan(session, kept, request.cohort_id, request.roles, request.only_empty)
    sentences = roster.conversions(kept, request.mapping, known, request.table.spaces)
    return planned, [*request.table.notes, *sentences, *managers]


def _skills(session: Session) -> frozenset[str]:
    return frozenset(
        skill for kind in (TagKind.OFFERS, TagKind.WANTS) for skill in person_rows.tag_values(session, kind)
    )


def _shown(row: PlannedRow) -> PreviewRow:
    return PreviewRow(
        id=row.source.number,
        state=row.state,
        texts=row.texts,
        changes=row.before,
        problems=tuple(PreviewProblem(p.field, p.sentence, p.proposal) for p in row.problems),
        person_id=row.person_id,
    )


def apply(session: Session, request: ImportRequest, *, leave_out_wrong: bool = False) -> ImportResult:
    """Do what the preview says, all of it or nothing. Raises UserError for wrong rows unless they are left out, and
    where the file has no row at all."""
    planned, _ = _plan(session, request)
    if not planned and not request.skipped:
        raise UserError(
            "No row has a value in the columns that are imported.",
            advice="Check which columns these are, and that the file was saved after its formulas were computed.",
            safe="Nothing was imported.",
        )
    wrong = [row for row in planned if row.state is RowState.WRONG]
    if wrong and not leave_out_wrong:
        raise wrong_rows(wrong)
    counts = {state: sum(row.state is state for row in planned) for state in RowState}
    import_writing.write(
        session, [row for row in planned if row.state in (RowState.NEW, RowState.CHANGED)], request.cohort_id
    )
    _remember(session, request)
    done = counts[RowState.NEW] + counts[RowState.CHANGED]
    name_step(session, f"Import {done} {'person' if done == 1 else 'people'}")
    return ImportResult(counts[RowState.NEW], counts[RowState.CHANGED], counts[RowState.UNCHANGED], len(wrong))


def wrong_rows(wrong: list[PlannedRow]) -> UserError:
    """The sentence that stops an import: the first wrong row, and how many there are."""
    first = wrong[0]
    sentence = first.source.problem or first.problems[0].sentence
    rest = len(wrong) - 1
    more = f" {rest} more {'row has' if rest == 1 else 'rows have'} a problem." if rest else ""
    return UserError(
        f"Row {first.source.number}: {sentence}{'' if sentence.endswith('?') else '.'}{more}",
        advice="Mend the file, or leave the wrong rows out and save them to a workbook.",
        safe="Nothing was imported.",
    )


def write_wrong(session: Session, request: ImportRequest, path: Path) -> int:
    """Save the wrong rows with their own cells and a Problem column; returns how many."""
    from mentordesk.exchange import excel

    planned, _ = _plan(session, request)
    wrong = [row for row in planned if row.state is RowState.WRONG]
    lines = [(row.source.cells, "; ".join(problem.sentence for problem in row.problems)) for row in wrong]
    excel.write_rejects(path, request.table.headings, lines)
    return len(wrong)
