"""Collecting answers: forms and exports of form services are read, looked through, and taken in one step.

Nothing is taken twice: each response leaves a receipt. Comments of check-ins are stored and never shown here.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.data.records import ColumnMapping
from mentordesk.data.tables import Question, QuestionSet
from mentordesk.domain.check_in_rules import SHIPPED
from mentordesk.domain.errors import FileError, UserError
from mentordesk.domain.people import first_name
from mentordesk.domain.responses import (
    Decisions,
    PairChoice,
    ResponsePreview,
    ResponseResult,
    ResponseRow,
    ResponseState,
    last_day,
    result_of,
)
from mentordesk.domain.standing import Side
from mentordesk.domain.text import fold
from mentordesk.domain.wording import counted
from mentordesk.exchange.reading.cells import as_text
from mentordesk.exchange.responses import meaning, service_columns, service_export
from mentordesk.exchange.responses.answers import Answer, FormAnswers, ServiceExport
from mentordesk.exchange.responses.service_fields import FIELDS as FIELDS
from mentordesk.services.desk import name_step
from mentordesk.services.responses import records, writing
from mentordesk.services.responses.forms import NamedForm as NamedForm
from mentordesk.services.responses.forms import forms as forms
from mentordesk.services.responses.forms import write as write_forms
from mentordesk.services.responses.people import PairBook
from mentordesk.services.responses.plan import Planned, plan

__all__ = ["FIELDS", "NamedForm", "ServiceExport", "forms", "write_forms"]

Mapped = Mapping[str, str | None]
Source = FormAnswers | ServiceExport
_PREFIX = "responses:"
"""Begins the key under which the columns of a form service's export are remembered."""
_OF_A_FILE = 10_000_000


@dataclass(frozen=True, slots=True)
class ResponseFiles:
    """Files as they were read, in order, and those that could not be: their names and what is wrong with them."""

    sources: tuple[Source, ...] = ()
    faults: tuple[tuple[str, UserError], ...] = ()

    @property
    def exports(self) -> tuple[ServiceExport, ...]:
        return tuple(it for it in self.sources if isinstance(it, ServiceExport))


@dataclass(frozen=True, slots=True)
class ResponseRequest:
    """Files and what is wanted of them. `mappings` has the columns of each export by its place among them; `asked_on`
    is when the form service asked: answers over 14 days later are late."""

    files: ResponseFiles
    mappings: tuple[Mapped, ...] = ()
    decisions: Decisions = field(default_factory=Decisions)
    asked_on: date | None = None


def read_files(
    paths: Sequence[Path],
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ResponseFiles:
    """Forms by their hidden keys, everything else as the export of a form service. One bad file stops no other."""
    from mentordesk.exchange.excel import reader
    from mentordesk.exchange.reading.watch import Watch
    from mentordesk.exchange.responses import form_reader

    sources: list[Source] = []
    faults: list[tuple[str, UserError]] = []
    for number, path in enumerate(paths):
        try:
            found: Source | None = form_reader.read(path, Watch(None, cancelled))
            if found is None:
                table = reader.read(path, cancelled=cancelled)
                found = ServiceExport(path.name, table, form_reader.saved_on(path))
            sources.append(found)
        except FileError as error:
            faults.append((path.name, error))
        if progress is not None:
            progress(number + 1, len(paths))
    return ResponseFiles(tuple(sources), tuple(faults))


# Columns of form services


def own_questions(session: Session) -> tuple[str, ...]:
    """What the programs ask in addition to the four, each text once: "own:1" is the first."""
    query = select(Question.text).where(Question.question_set == QuestionSet.CHECK_IN).order_by(Question.id)
    return tuple(dict.fromkeys(text for text in session.scalars(query) if text not in SHIPPED))


def guess(session: Session, export: ServiceExport) -> dict[str, str | None]:
    """The field of each column: as it was the last time for these headings, else guessed."""
    return service_columns.guess(export.table, own_questions(session), _remembered(session, export))


def _key(export: ServiceExport) -> str:
    return _PREFIX + "\x1f".join(sorted(fold(heading) for heading in export.table.headings))


def _remembered(session: Session, export: ServiceExport) -> Mapped:
    found = session.scalar(select(ColumnMapping.mapping).where(ColumnMapping.headings == _key(export)))
    known = {*export.table.headings, service_columns.ORDER}
    return {heading: name for heading, name in (found or {}).items() if heading in known}


def _remember(session: Session, export: ServiceExport, mapping: Mapped) -> None:
    row = session.scalar(select(ColumnMapping).where(ColumnMapping.headings == _key(export)))
    if row is None:
        session.add(ColumnMapping(headings=_key(export), mapping=dict(mapping)))
    elif row.mapping != dict(mapping):
        row.mapping = dict(mapping)


def _mappings(session: Session, request: ResponseRequest) -> list[Mapped]:
    """The columns of each export, guessed where nothing is said of them."""
    given = list(request.mappings)
    return [given[at] if at < len(given) else guess(session, it) for at, it in enumerate(request.files.exports)]


# Looking


def preview(session: Session, request: ResponseRequest) -> ResponsePreview:
    """What becomes of every response, problems first. Raises UserError where an export cannot be read so."""
    book = PairBook(session)
    planned = _plan(session, request, book)
    rows = sorted((_shown(it, book) for it in planned), key=lambda row: (row.state.rank, row.id))
    orders = zip(request.files.exports, _mappings(session, request), strict=True)
    dates = [said for export, mapping in orders if (said := service_export.order(export, mapping)[1])]
    return ResponsePreview(tuple(rows), (*_sentences(request, planned), *dates))


def pair_choices(session: Session) -> tuple[PairChoice, ...]:
    """Both sides of every pair that has started: whose a response may be."""
    return PairBook(session).every_choice()


def _plan(session: Session, request: ResponseRequest, book: PairBook) -> list[Planned]:
    mappings = iter(_mappings(session, request))
    own = own_questions(session)
    answers: list[tuple[int, Answer]] = []
    for place, source in enumerate(request.files.sources):
        found: Iterable[Answer]
        if isinstance(source, FormAnswers):
            found = source.answers
        else:
            until = last_day(request.asked_on) if request.asked_on is not None else None
            made = service_export.answers(source, next(mappings), own)
            found = [replace(it, until=until) for it in made]
        answers += [(place * _OF_A_FILE + it.number, it) for it in found]
    return plan(session, answers, request.decisions, book)


def _shown(it: Planned, book: PairBook) -> ResponseRow:
    pair = it.pair
    said = records.said(it.form, it.names, pair.left_id) if it.form is not None and pair is not None else ""
    form_on = it.form.on if it.form is not None else it.read.values.get("on")
    return ResponseRow(
        id=it.id,
        file=it.answer.file,
        place=it.answer.place,
        kind=it.answer.kind,
        state=it.state,
        who=_who(it),
        pair=book.title(pair) if pair is not None else _claimed(it.answer),
        on=form_on,
        said=said or _raw(it),
        note=" · ".join(dict.fromkeys(part for part in (it.note, it.whose.note) if part)),
        late=it.late,
        pair_id=pair.id if pair is not None else None,
        side=it.whose.side,
        problems=tuple(it.problems),
        changes=it.changes,
        choices=it.whose.choices,
        texts=tuple((key, as_text(cell)) for key, cell in it.answer.values.items() if key != "comment"),
        can_take=it.can_take,
    )


def _who(it: Planned) -> str:
    """Who answered: of a contact both, unless a service says who."""
    if it.pair is not None and it.whose.side is not None:
        return it.names[list(Side).index(it.whose.side)]
    if it.answer.sender is not None:
        return it.answer.sender.own
    return " & ".join(map(first_name, it.names)) if it.pair is not None else ""


def _claimed(answer: Answer) -> str:
    if answer.sender is not None:
        return " & ".join(part for part in (answer.sender.own, answer.sender.other) if part)
    return answer.pair.label if answer.pair is not None else as_text(answer.values.get("pair"))


def _raw(it: Planned) -> str:
    """What stands in the cells, where it is not understood; never the comment."""
    cells = {key: as_text(cell) for key, cell in it.answer.values.items()}
    parts = [f"{meaning.TITLES.get(key, 'Question')}: {text}" for key, text in cells.items() if key not in _HIDDEN]
    return " · ".join(parts)


_HIDDEN = frozenset({"comment", "on", "pair"})


def _sentences(request: ResponseRequest, planned: Sequence[Planned]) -> Iterable[str]:
    """How the values were read."""
    for source in request.files.sources:
        if isinstance(source, FormAnswers):
            yield f"“{source.file}” is a form that MentorDesk wrote for {source.title}"
        else:
            yield from source.table.notes
    words: Counter[str] = Counter(key for it in planned for key in it.read.words if key in meaning.TITLES)
    for key, number in words.items():
        yield f"{meaning.TITLES[key]}: {counted(number, 'answer')} in words understood"
    dayless = sum("on" not in it.read.values for it in planned if it.form is not None)
    if dayless:
        yield f"{counted(dayless, 'answer')} without a day: the day the file was saved counts"
    without = sum("channel" not in it.read.values for it in planned if it.answer.kind.value == "contact" and it.form)
    if without:
        yield f"{counted(without, 'contact')} that {'does' if without == 1 else 'do'} not say how: read as a meeting"
    light = sum("points" not in it.read.values for it in planned if it.answer.kind.value == "exchange" and it.form)
    if light:
        yield f"{counted(light, 'exchange')} without a weight: read as 1, a moment of help"


# Taking


def apply(
    session: Session,
    request: ResponseRequest,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ResponseResult:
    """Take what the preview says is new, late or changed, all of it or nothing; the rest stays out. Raises UserError
    where nothing is left to take."""
    book = PairBook(session)
    planned = _plan(session, request, book)
    taken = [it for it in planned if it.state.taken]
    if not taken:
        raise UserError(_nothing(planned), advice="Look at each row: it says why.", safe="Nothing was changed.")
    beaten = [it for it in planned if it.beaten_by is not None]
    writing.write(session, taken, beaten, progress, cancelled)
    for export, mapping in zip(request.files.exports, _mappings(session, request), strict=True):
        _remember(session, export, mapping)
    name_step(session, f"Take {counted(len(taken), 'answer')}")
    return result_of([_shown(it, book) for it in planned])


def _nothing(planned: Sequence[Planned]) -> str:
    if not planned:
        return "The files have no answer."
    if all(it.state is ResponseState.DUPLICATE for it in planned):
        return "All answers of the files are on record already."
    return "No answer of the files can be taken as it is."
