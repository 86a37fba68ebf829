"""The forms of a cohort or a pair: which pairs, what they are asked, and the workbooks written."""

import secrets
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from mentordesk.data.records import CheckIn, Contact
from mentordesk.data.tables import Cohort, Pair, Person, Question, QuestionSet
from mentordesk.domain.agreements import side_titles, with_names
from mentordesk.domain.check_in_rules import asks_fit, own_questions
from mentordesk.domain.check_ins import Fit
from mentordesk.domain.errors import CancelledError, FileError, UserError
from mentordesk.domain.file_names import file_name
from mentordesk.domain.pairs import has_begun, pair_name
from mentordesk.domain.people import first_name
from mentordesk.domain.programs import Format
from mentordesk.domain.responses import FormsFor, FormsRequest, last_day
from mentordesk.domain.standing import PairStatus, Side
from mentordesk.domain.text import fold
from mentordesk.domain.wording import counted
from mentordesk.exchange.responses.form_book import FormBook, FormPair
from mentordesk.services.desk import today
from mentordesk.services.pairs.pair_lookup import find

_ASKED = (PairStatus.ACTIVE, PairStatus.ENDURING)


@dataclass(frozen=True, slots=True)
class NamedForm:
    """A form and the name of its file."""

    name: str
    form: FormBook


def forms(session: Session, request: FormsRequest) -> list[NamedForm]:
    """The forms of a request. Raises UserError where no pair is to be asked, or nothing is asked."""
    if not request.asks:
        raise UserError("The form asks nothing.", advice="Choose check-ins, contacts or exchanges.")
    cohort = session.get(Cohort, request.cohort_id) if request.cohort_id is not None else None
    pairs = _pairs(session, request)
    if not pairs:
        where = f"“{cohort.name}” has no active pair." if cohort is not None else "The pair has not started."
        raise UserError(f"There is nobody to ask. {where}", advice="Activate the pairs first, then write the forms.")
    made = sorted(_form_pairs(session, pairs), key=lambda pair: fold(pair.label))
    day = today(session)
    base = FormBook(
        id=f"F-{secrets.token_hex(6)}",
        title=cohort.name if cohort is not None else "",
        made_on=day,
        until=request.until or last_day(day),
        pairs=tuple(made),
        asks=request.asks,
        roles=side_titles(pairs[0].format),
        own=_own_texts(session, pairs[0].cohort_id, "your mentor", "your mentee"),
    )
    if request.made_for is FormsFor.COHORT and len(made) > 1:
        return [NamedForm(f"{file_name(base.title)} form.xlsx", base)]
    return _separate(base, request.made_for)


def _pairs(session: Session, request: FormsRequest) -> Sequence[Pair]:
    if request.pair_id is not None:
        pair = find(session, request.pair_id)
        return [pair] if has_begun(pair.status, pair.started_on) else []
    query = select(Pair).where(Pair.cohort_id == request.cohort_id, Pair.status.in_(_ASKED))
    return session.scalars(query.order_by(Pair.id)).all()


def _separate(base: FormBook, made_for: FormsFor) -> list[NamedForm]:
    """A form for each pair, or for each person of a pair, with names that no two share."""
    found: list[NamedForm] = []
    for pair in base.pairs:
        form = replace(base, id=f"F-{secrets.token_hex(6)}", title=pair.label, pairs=(pair,))
        if made_for is FormsFor.PERSON:
            found += [
                NamedForm(
                    f"{file_name(pair.name(side))}, with {file_name(pair.name(side.other))}.xlsx", _of(form, side)
                )
                for side in Side
            ]
        else:
            found.append(NamedForm(f"{file_name(pair.label)}.xlsx", form))
    seen: Counter[str] = Counter()
    for place, each in enumerate(found):
        seen[fold(each.name)] += 1
        if (number := seen[fold(each.name)]) > 1:
            found[place] = replace(each, name=f"{each.name.removesuffix('.xlsx')} ({number}).xlsx")
    return found


def _of(form: FormBook, side: Side) -> FormBook:
    """The form of one side, with an identity of its own: two copies of a row are two responses."""
    title = f"{form.pairs[0].name(side)}, with {form.pairs[0].name(side.other)}"
    return replace(form, id=f"{form.id}-{side.value[0]}", title=title, sides=(side,))


def _form_pairs(session: Session, pairs: Sequence[Pair]) -> list[FormPair]:
    ids = {person_id for pair in pairs for person_id in (pair.left_id, pair.right_id)}
    people = {it.id: it.name for it in session.scalars(select(Person)) if it.id in ids}
    met, fits = _met(session), _latest_fits(session)
    own = {cohort_id: _own_texts(session, cohort_id) for cohort_id in {pair.cohort_id for pair in pairs}}
    labels: Counter[str] = Counter()
    day, found = today(session), []
    for pair in pairs:
        left, right = people[pair.left_id], people[pair.right_id]
        if fold(left) == fold(right):
            left, right = (f"{name} ({role.lower()})" for name, role in zip((left, right), _ROLES, strict=True))
        label = pair_name(left, right)
        labels[fold(label)] += 1
        if (number := labels[fold(label)]) > 1:
            label = f"{label} ({number})"
        texts = tuple(with_names(text, first_name(left), first_name(right)) for text in own[pair.cohort_id])
        asked = [asks_fit(fits.get((pair.id, side)), pair.id in met, pair.started_on, day) for side in Side]
        start = pair.started_on
        found.append(
            FormPair(pair.id, label, pair.left_id, pair.right_id, left, right, start, texts, (asked[0], asked[1]))
        )
    return found


_ROLES = side_titles(Format.TRADITIONAL)


def _met(session: Session) -> set[int]:
    return set(session.scalars(select(Contact.pair_id).distinct()))


def _latest_fits(session: Session) -> dict[tuple[int, Side], Fit]:
    newer = aliased(CheckIn)
    later = select(func.max(newer.day)).where(
        newer.pair_id == CheckIn.pair_id, newer.side == CheckIn.side, newer.fit.is_not(None)
    )
    query = select(CheckIn.pair_id, CheckIn.side, CheckIn.fit).where(
        CheckIn.fit.is_not(None), CheckIn.day == later.scalar_subquery()
    )
    return {(pair_id, side): fit for pair_id, side, fit in session.execute(query) if fit is not None}


def _own_texts(
    session: Session, cohort_id: int | None, mentor: str = "{mentor}", mentee: str = "{mentee}"
) -> tuple[str, ...]:
    """What the program of a cohort asks in addition to the four, with these words for the two."""
    query = (
        select(Question.text)
        .join(Cohort, Cohort.program_id == Question.program_id)
        .where(Cohort.id == cohort_id, Question.question_set == QuestionSet.CHECK_IN, ~Question.hidden)
    )
    texts = session.scalars(query.order_by(Question.position, Question.id)).all()
    return tuple(with_names(it.text, mentor, mentee) for it in own_questions(texts))


def write(
    named: Sequence[NamedForm],
    target: Path,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> list[Path]:
    """Write forms: a single one to the file `target`, several into the folder `target`.

    Raises FileError, which says how many are there already, and CancelledError.
    """
    from mentordesk.exchange.excel import form as excel_form

    if len(named) == 1:
        return [excel_form.write_form(named[0].form, target)]
    written = []
    for number, each in enumerate(named, start=1):
        if cancelled is not None and cancelled():
            raise CancelledError
        try:
            written.append(excel_form.write_form(each.form, target / each.name))
        except FileError as error:
            raise _after(error, len(written), len(named)) from error
        if progress is not None:
            progress(number, len(named))
    return written


def _after(error: FileError, written: int, count: int) -> FileError:
    """The same fault, with what stands in the folder by now."""
    there = f"{written:,} of {counted(count, 'form')} {'is' if written == 1 else 'are'} in the folder already. "
    return FileError(str(error), advice=error.advice, safe=f"{there if written else ''}{error.safe}")
