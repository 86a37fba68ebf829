"""Importing a roster: what each row will do, and doing it in one step. Reading files is exchange's, rules are here.

A person is recognized by e-mail or employee number and updated, never doubled. An empty cell changes nothing.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy.orm import Session

from mentordesk.data.tables import TagKind
from mentordesk.domain.errors import UserError
from mentordesk.domain.import_sides import row_of, said
from mentordesk.domain.importing import (
    CareerProposal,
    ImportResult,
    Preview,
    PreviewProblem,
    PreviewRow,
    RowState,
    Shape,
    Ways,
)
from mentordesk.domain.text import fold
from mentordesk.domain.wording import counted
from mentordesk.exchange.excel.reader import SheetTable
from mentordesk.exchange.reading.cells import CellValue
from mentordesk.exchange.roster import roster
from mentordesk.exchange.roster.fields import CUSTOM
from mentordesk.exchange.roster.roster import Roster, RowProblem
from mentordesk.exchange.roster.sides import without_sides
from mentordesk.services import custom_fields
from mentordesk.services.desk import name_step
from mentordesk.services.imports import (
    absent,
    career_proposals,
    memory,
    writing,
)
from mentordesk.services.imports import (
    people as import_people,
)
from mentordesk.services.imports.changes import texts
from mentordesk.services.imports.people import Plan, PlannedRow
from mentordesk.services.imports.request import Hooks as Hooks
from mentordesk.services.imports.request import ImportRequest as ImportRequest
from mentordesk.services.imports.request import Mapped
from mentordesk.services.people import person_rows


def read_file(
    path: Path,
    sheet: str | None = None,
    header: int | None = None,
    *,
    header_rows: int | None = None,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> SheetTable:
    """The table of a file, as `exchange.excel.reader.read`. Raises FileError with what is wrong."""
    from mentordesk.exchange.excel import reader

    return reader.read(path, sheet, header, header_rows=header_rows, progress=progress, cancelled=cancelled)


def guess(session: Session, table: SheetTable, given: Mapped | None = None) -> dict[str, str | None]:
    """The field of each column: as it was the last time for these headings, else guessed. `given` is not guessed."""
    names = [row.name for row in custom_fields.rows(session)]
    as_stored = {fold(name): f"{CUSTOM}{name}" for name in names}
    remembered = memory.columns(session, table.headings)
    known = {
        heading: as_stored.get(fold(field.removeprefix(CUSTOM)), field) if field and field.startswith(CUSTOM) else field
        for heading, field in (dict(remembered) | dict(given or {})).items()
    }
    sample = (cells for _number, cells in table.body[:200])
    return roster.guess_columns(table.headings, sample, names, known)


def ways(session: Session, table: SheetTable) -> Ways:
    """In which ways a file with these headings was read the last time; nothing is switched where there was none."""
    return memory.ways(session, table.headings)


def given_columns(pairs: Sequence[str], table: SheetTable) -> dict[str, str | None]:
    """What "Column heading=field" says. Raises UserError for a heading or a field that there is not."""
    return roster.parse_mapping(pairs, table.headings)


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A file, read and compared with the desk: done once for everything that is made of it."""

    read: Roster
    plan: Plan
    careers: tuple[CareerProposal, ...]
    sentences: tuple[str, ...]

    def count(self, state: RowState) -> int:
        return sum(row.state is state for row in self.plan.rows)

    @property
    def wrong(self) -> list[PlannedRow]:
        return [row for row in self.plan.rows if row.state is RowState.WRONG]


def _prepare(session: Session, request: ImportRequest, hooks: Hooks) -> _Prepared:
    hooks.at(0)
    highest = memory.highest_grade(session, request.table.headings, request.mapping)
    known = roster.Known(tuple(custom_fields.rows(session)), _skills(session), highest)
    read = roster.read(request.table, request.mapping, known, request.edits, request.ways)
    hooks.at(35)
    kept = [row for row in read.rows if row.number not in request.skipped]
    planned = import_people.plan(session, kept, request, read, hooks)
    careers = tuple(career_proposals.proposals(session, planned))
    hooks.at(53)
    conversions = roster.conversions(kept, without_sides(request.mapping), known, request.table.spaces)
    sentences = (*request.table.notes, *read.sentences, *conversions, *planned.sentences)
    return _Prepared(read, planned, careers, sentences)


def _skills(session: Session) -> frozenset[str]:
    return frozenset(
        skill for kind in (TagKind.OFFERS, TagKind.WANTS) for skill in person_rows.tag_values(session, kind)
    )


def preview(session: Session, request: ImportRequest, hooks: Hooks | None = None) -> Preview:
    """What every row will do, problems first. Raises UserError where no column has names or tells people apart, and
    CancelledError when stopped."""
    found = _prepare(session, request, hooks or Hooks())
    rows = sorted(found.plan.rows, key=lambda row: (row.state.rank, row_of(row.source.number), row.source.number))
    return Preview(
        tuple(_shown(row, found.read.shape) for row in rows),
        found.sentences,
        found.careers,
        tuple(career_proposals.partings(session, found.plan)),
        found.read.shape,
        replace(request.ways, role=found.read.role),
        (*found.plan.notes, *career_proposals.notes(found.plan), *absent.notes(found.plan, found.read.shape)),
    )


def _shown(row: PlannedRow, shape: Shape) -> PreviewRow:
    shown = texts(row.source, shape)
    if row.has_left:
        shown.pop("role", None)
    elif row.takes_part:
        shown["role"] = " and ".join(role.value for role in row.takes_part)
    return PreviewRow(
        id=row.source.number,
        state=row.state,
        texts=shown,
        changes=row.before,
        problems=tuple(PreviewProblem(p.field, _said(row, p), p.proposal, row.asks_in(p)) for p in row.problems),
        person_id=row.person_id,
    )


def _said(row: PlannedRow, problem: RowProblem) -> str:
    """The sentence of a problem, with which of two people it is about unless that is in it already."""
    return problem.sentence if problem.row is not None else said(row.source.number, problem.sentence)


def apply(
    session: Session,
    request: ImportRequest,
    *,
    leave_out_wrong: bool = False,
    rejects: Path | None = None,
    hooks: Hooks | None = None,
) -> ImportResult:
    """Do what the preview says, all of it or nothing: people, places, the past, accepted turns of careers.

    Wrong rows are left out if asked, and saved to `rejects`. Raises UserError for wrong rows otherwise, and where the
    file has no row at all; CancelledError when stopped.
    """
    hooks = hooks or Hooks()
    found = _prepare(session, request, hooks)
    if not found.plan.rows and not request.skipped:
        raise UserError(
            "No row has a value in the columns that are imported.",
            advice="Check which columns these are, and that the file was saved after its formulas were computed.",
            safe="Nothing was imported.",
        )
    if found.wrong and not leave_out_wrong:
        raise wrong_rows(found.wrong)
    states = (RowState.NEW, RowState.CHANGED, RowState.UNCHANGED, RowState.WRONG)
    new, changed, unchanged, wrong = (found.count(state) for state in states)
    ids = writing.write(session, found.plan, request.cohort_id, hooks)
    career_proposals.note_past_promotions(session, request, found.plan, ids)
    noted = career_proposals.note(session, request, found.careers, ids)
    memory.remember(session, request.table.headings, request.mapping, request.ways)
    memory.remember_scale(session, request.table.headings, request.mapping, found.read.highest_grade)
    name_step(session, f"Import {new + changed} {'person' if new + changed == 1 else 'people'}")
    if rejects is not None:
        _write_wrong(request, found.wrong, rejects)
    hooks.at(100)
    left = sum(row.has_left and row.state in (RowState.NEW, RowState.CHANGED) for row in found.plan.rows)
    return ImportResult(new, changed, unchanged, wrong, noted, found.careers, left)


def wrong_rows(wrong: list[PlannedRow]) -> UserError:
    """The sentence that stops an import: the first wrong row, and how many there are."""
    first = wrong[0]
    sentence = "; ".join(_said(first, problem) for problem in first.source.problems or first.problems[:1])
    rest = len(wrong) - 1
    more = f" {counted(rest, 'more row')} {'has' if rest == 1 else 'have'} a problem." if rest else ""
    return UserError(
        f"Row {row_of(first.source.number)}: {sentence}{'' if sentence.endswith('?') else '.'}{more}",
        advice="Mend the file, or leave the wrong rows out and save them to a workbook.",
        safe="Nothing was imported.",
    )


def write_wrong(session: Session, request: ImportRequest, path: Path) -> int:
    """Save the wrong rows with their own cells and a Problem column; returns how many."""
    wrong = _prepare(session, request, Hooks()).wrong
    _write_wrong(request, wrong, path)
    return len(wrong)


def _write_wrong(request: ImportRequest, wrong: Sequence[PlannedRow], path: Path) -> None:
    """All rows of the file about each person, the problem beside the row that has it."""
    from mentordesk.exchange.excel import excel

    lines: dict[int, tuple[tuple[CellValue, ...], list[str]]] = {}
    for row in wrong:
        first = row_of(row.source.number)
        for number, cells in row.source.lines or ((first, row.source.cells),):
            own = [_said(row, p) for p in row.problems if p.row == number or (number == first and p.row is None)]
            lines.setdefault(number, (cells, []))[1].extend(own)
    told = [(cells, "; ".join(sentences)) for cells, sentences in lines.values()]
    excel.write_rejects(path, request.table.headings, told)
