"""Check-ins of one pair: recorded by side or for both at once, changed, removed, read. Means of a scope: check_ins."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from mentordesk.data.records import LATE, CheckIn, CheckInAnswer, ResponseReceipt
from mentordesk.data.tables import Cohort, Pair, Question, QuestionSet
from mentordesk.domain.agreements import with_names
from mentordesk.domain.check_in_rules import FIXED, PulseQuestion, check, own_questions
from mentordesk.domain.check_ins import CheckInForm, CheckInRow, OwnAnswer
from mentordesk.domain.dates import long
from mentordesk.domain.errors import FieldError, NotFoundError
from mentordesk.domain.health import Answers
from mentordesk.domain.people import first_name
from mentordesk.domain.responses import ResponseKind
from mentordesk.domain.standing import Side
from mentordesk.services.desk import name_step, today
from mentordesk.services.pairs.pair_counts import FOUR, chosen
from mentordesk.services.pairs.pair_lookup import find, names, said
from mentordesk.services.pairs.record_checks import begun

OF_THE_PAIR = frozenset({"pair_id", "on"})
"""What both sides of a check-in have in common: an error there is not of one side."""


def record(session: Session, form: CheckInForm) -> int:
    """What one side answered; returns its id. Raises FieldError for `pair_id`, `on`, an answer or `skipped`."""
    pair = begun(session, form.pair_id)
    check_in = CheckIn(pair_id=pair.id)
    _fill(session, check_in, pair, form, _own_texts(session, pair))
    name_step(session, f"Record a check-in of {said(session, [pair])}")
    return check_in.id


def record_both(session: Session, forms: Sequence[CheckInForm]) -> list[int]:
    """The answers of both sides of a pair, or of one, in one step; returns their ids. Raises FieldError as `record`
    does, for a field of one side as "left.trust"."""
    if not forms:
        raise FieldError("left.trust", "Give at least one answer of one of the two.")
    found = []
    for form in forms:
        try:
            found.append(record(session, form))
        except FieldError as error:
            if error.field in OF_THE_PAIR:
                raise
            raise FieldError(f"{form.side.value}.{error.field}", str(error), proposal=error.proposal) from error
    return found


def skip(session: Session, pair_id: int, side: Side, on: date) -> int:
    """Note that a side was asked on that day and did not answer; returns the id. Raises FieldError as `record` does."""
    found = record(session, CheckInForm(pair_id, side, on, skipped=True))
    name_step(session, f"Note a check-in without answer of {said(session, [find(session, pair_id)])}")
    return found


def change(session: Session, check_in_id: int, form: CheckInForm) -> None:
    """Change a check-in; it stays with its pair and its side. Raises FieldError as `record` does."""
    check_in = _find(session, check_in_id)
    pair = find(session, check_in.pair_id)
    before = [it.question for it in _own_answers(session, [check_in.id]).get(check_in.id, ())]
    texts = [*_own_texts(session, pair), *before]
    _fill(session, check_in, pair, replace(form, pair_id=pair.id, side=check_in.side), texts)
    name_step(session, f"Change a check-in of {said(session, [pair])}")


def remove(session: Session, ids: Sequence[int]) -> None:
    """Take check-ins of one pair off the desk."""
    for check_in_id in ids:
        check_in = _find(session, check_in_id)
        pair = find(session, check_in.pair_id)
        session.delete(check_in)
        name_step(session, f"Remove a check-in of {said(session, [pair])}")


def form(session: Session, check_in_id: int) -> CheckInForm:
    """A check-in as it would be typed in. Raises NotFoundError."""
    it = _find(session, check_in_id)
    numbers = (it.trust, it.value, it.balance, it.progress, it.got, it.gave, it.recommend)
    own = _own_answers(session, [it.id]).get(it.id, ())
    return CheckInForm(it.pair_id, it.side, it.day, *numbers, it.fit, it.comment, own, it.skipped)


def of_pair(session: Session, pair_id: int) -> tuple[CheckInRow, ...]:
    """All check-ins of a pair, newest first, with their comments: for the pair's own page alone."""
    pair = find(session, pair_id)
    who = dict(zip(Side, map(first_name, names(session, pair)), strict=True))
    query = select(*_COLUMNS).where(CheckIn.pair_id == pair_id)
    found = session.execute(query.order_by(CheckIn.day.desc(), CheckIn.side, CheckIn.id.desc())).all()
    own = _own_answers(session, [it.id for it in found])
    late = _late(session, pair_id)
    return tuple(_row(it, pair_id, who[it.side], own.get(it.id, ()), it.id in late) for it in found)


def _late(session: Session, pair_id: int) -> frozenset[int]:
    """The check-ins that came in a form after its last day, as the receipt of the answer has it."""
    own = ResponseReceipt
    query = select(own.record_id).where(own.pair_id == pair_id, own.kind == ResponseKind.CHECK_IN.value)
    return frozenset(session.scalars(query.where(own.content.endswith(LATE))))


_COLUMNS = (
    *(CheckIn.id, CheckIn.side, CheckIn.day, CheckIn.skipped, *FOUR),
    *(CheckIn.got, CheckIn.gave, CheckIn.recommend, CheckIn.fit, CheckIn.comment),
)


def _row(it: Any, pair_id: int, who: str, own: tuple[OwnAnswer, ...], late: bool) -> CheckInRow:
    return CheckInRow(
        id=it.id,
        pair_id=pair_id,
        side=it.side,
        who=who,
        on=it.day,
        answers=Answers(it.trust, it.value, it.balance, it.progress),
        got=it.got,
        gave=it.gave,
        recommend=it.recommend,
        fit=it.fit,
        comment=it.comment,
        own=own,
        skipped=it.skipped,
        late=late,
    )


def questions(session: Session, pair_id: int) -> tuple[PulseQuestion, ...]:
    """What a pair is asked on the scale 1 to 5: the four, and up to two that its program adds."""
    return (*FIXED, *own_questions(_own_texts(session, find(session, pair_id))))


def _own_texts(session: Session, pair: Pair) -> list[str]:
    """The program's set as this pair reads it, the four among it."""
    query = (
        select(Question.text)
        .join(Cohort, Cohort.program_id == Question.program_id)
        .where(Cohort.id == pair.cohort_id, Question.question_set == QuestionSet.CHECK_IN, ~Question.hidden)
    )
    texts = session.scalars(query.order_by(Question.position, Question.id))
    mentor, mentee = map(first_name, names(session, pair))
    return [with_names(text, mentor, mentee) for text in texts]


def _fill(session: Session, check_in: CheckIn, pair: Pair, form: CheckInForm, texts: Iterable[str]) -> None:
    check(form, today(session), pair.started_on, frozenset(texts))
    _check_single(session, check_in, form)
    check_in.side, check_in.day, check_in.skipped = form.side, form.on, form.skipped
    check_in.trust, check_in.value = form.trust, form.value
    check_in.balance, check_in.progress = form.balance, form.progress
    check_in.got, check_in.gave, check_in.recommend = form.got, form.gave, form.recommend
    check_in.fit, check_in.comment = form.fit, form.comment.strip()
    session.add(check_in)
    session.flush()
    session.execute(delete(CheckInAnswer).where(CheckInAnswer.check_in_id == check_in.id))
    own = {it.question: it.answer for it in form.own}
    session.add_all(CheckInAnswer(check_in_id=check_in.id, question=text, answer=own[text]) for text in own)


def _check_single(session: Session, check_in: CheckIn, form: CheckInForm) -> None:
    """A side has one check-in a day: typed in twice it would count twice."""
    query = select(CheckIn.id).where(CheckIn.pair_id == form.pair_id, CheckIn.side == form.side)
    others = [id_ for id_ in session.scalars(query.where(CheckIn.day == form.on)) if id_ != check_in.id]
    if others:
        who = first_name(names(session, find(session, form.pair_id))[tuple(Side).index(form.side)])
        sentence = f"The check-in of {who} on {long(form.on)} is on record. Change that one, or choose another day."
        raise FieldError("on", sentence)


def _own_answers(session: Session, ids: Sequence[int]) -> dict[int, tuple[OwnAnswer, ...]]:
    if not ids:
        return {}
    answer = CheckInAnswer
    query = select(answer.check_in_id, answer.question, answer.answer).where(chosen(answer.check_in_id, ids))
    found: dict[int, tuple[OwnAnswer, ...]] = {}
    for check_in_id, question, number in session.execute(query.order_by(answer.id)):
        found[check_in_id] = (*found.get(check_in_id, ()), OwnAnswer(question, number))
    return found


def _find(session: Session, check_in_id: int) -> CheckIn:
    found = session.get(CheckIn, check_in_id)
    if found is None:
        raise NotFoundError("This check-in is not in the desk any more.")
    return found
