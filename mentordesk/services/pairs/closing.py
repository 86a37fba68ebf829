"""Closing surveys: what each side of a pair says at the end, and the benefits of a scope ranked. Sends nothing."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from mentordesk.data.records import ClosingSurvey, SurveyAnswer, SurveyBenefit
from mentordesk.data.tables import Cohort, Pair, Person, Question, QuestionSet
from mentordesk.domain import closing
from mentordesk.domain.closing import (
    Benefit,
    BenefitGroup,
    NamedBenefits,
    NamedInScope,
    PairClosing,
    SurveyForm,
    SurveyRow,
)
from mentordesk.domain.errors import FieldError, NotFoundError
from mentordesk.domain.pairs import has_begun, short_name
from mentordesk.domain.people import first_name
from mentordesk.domain.programs import Format
from mentordesk.domain.scope import EVERYTHING, Scope
from mentordesk.domain.standing import Side
from mentordesk.services import privacy
from mentordesk.services.desk import name_step, today
from mentordesk.services.pairs.pair_lookup import find, names, said
from mentordesk.services.pairs.record_checks import begun
from mentordesk.services.scoping import within


def record(session: Session, form: SurveyForm) -> int:
    """The answers of one side of a pair that has begun; returns their id. A side answers once: change it later.

    Raises FieldError for `pair_id`, `side`, `on`, `benefits`, `own_words`, `recommend` or `answers`.
    """
    pair = begun(session, form.pair_id)
    if _of_side(session, pair.id, form.side) is not None:
        who = first_name(_name(session, pair, form.side))
        raise FieldError("side", f"{who} has answered already. Change these answers instead.")
    survey = ClosingSurvey(pair_id=pair.id, side=form.side)
    _fill(session, survey, pair, form)
    name_step(session, f"Closing survey of {_name(session, pair, form.side)}")
    return survey.id


def change(session: Session, survey_id: int, form: SurveyForm) -> None:
    """Change answers; they stay with their pair and side. Raises FieldError as `record` does."""
    survey = _find(session, survey_id)
    pair = find(session, survey.pair_id)
    _fill(session, survey, pair, form)
    name_step(session, f"Change the closing survey of {_name(session, pair, survey.side)}")


def save(session: Session, forms: Sequence[SurveyForm]) -> None:
    """The answers of one or both sides in one step, new or changed. The `field` of a FieldError begins with the side:
    "left_recommend"."""
    for form in forms:
        there = _of_side(session, form.pair_id, form.side)
        try:
            if there is None:
                record(session, form)
            else:
                change(session, there.id, form)
        except FieldError as error:
            raise FieldError(f"{form.side.value}_{error.field}", str(error), proposal=error.proposal) from error
    if len(forms) > 1:
        name_step(session, f"Closing survey of {said(session, [find(session, forms[0].pair_id)])}")


def remove(session: Session, survey_id: int) -> None:
    """Take one side's answers off the desk, and with them whether it would match again."""
    survey = _find(session, survey_id)
    pair = find(session, survey.pair_id)
    _set_again(pair, survey.side, None)
    name_step(session, f"Remove the closing survey of {_name(session, pair, survey.side)}")
    session.delete(survey)


def _fill(session: Session, survey: ClosingSurvey, pair: Pair, form: SurveyForm) -> None:
    closing.check(form, today(session), pair.started_on)
    answers = {question: words.strip() for question, words in form.answers if words.strip()}
    _check_questions(session, survey, pair, answers)
    survey.day, survey.recommend, survey.go_on, survey.again = form.on, form.recommend, form.go_on, form.again
    survey.comment = form.comment.strip()
    _set_again(pair, survey.side, form.again)
    session.add(survey)
    session.flush()
    _set_benefits(session, survey.id, form)
    _set_answers(session, survey.id, answers)


def _set_again(pair: Pair, side: Side, again: bool | None) -> None:
    if side is Side.LEFT:
        pair.left_again = again
    else:
        pair.right_again = again


def _check_questions(session: Session, survey: ClosingSurvey, pair: Pair, answers: dict[str, str]) -> None:
    """Only the program's questions are answered, or those that were when the answers were noted."""
    asked = set(questions(session, pair.id))
    if survey.id is not None:
        asked |= {question for question, _ in _answers(session, [survey.id])[survey.id]}
    for question in answers:
        if question not in asked:
            raise FieldError("answers", f"The program does not ask “{question}” at the close.")


def _set_benefits(session: Session, survey_id: int, form: SurveyForm) -> None:
    ticked = {(benefit, "") for benefit in form.benefits if benefit is not Benefit.OTHER}
    wanted = ticked | {(Benefit.OTHER, words.strip()) for words in form.own_words if words.strip()}
    there = session.scalars(select(SurveyBenefit).where(SurveyBenefit.survey_id == survey_id)).all()
    for row in there:
        if (row.benefit, row.words) not in wanted:
            session.delete(row)
    known = {(row.benefit, row.words) for row in there}
    for benefit, words in sorted(wanted - known, key=lambda it: (tuple(Benefit).index(it[0]), it[1])):
        session.add(SurveyBenefit(survey_id=survey_id, benefit=benefit, words=words))


def _set_answers(session: Session, survey_id: int, answers: dict[str, str]) -> None:
    there = {
        row.question: row for row in session.scalars(select(SurveyAnswer).where(SurveyAnswer.survey_id == survey_id))
    }
    for question, row in there.items():
        if question not in answers:
            session.delete(row)
    for question, words in answers.items():
        if question in there:
            there[question].answer = words
        else:
            session.add(SurveyAnswer(survey_id=survey_id, question=question, answer=words))


def _find(session: Session, survey_id: int) -> ClosingSurvey:
    found = session.get(ClosingSurvey, survey_id)
    if found is None:
        raise NotFoundError("These answers are not in the desk any more.")
    return found


def _of_side(session: Session, pair_id: int, side: Side) -> ClosingSurvey | None:
    query = select(ClosingSurvey).where(ClosingSurvey.pair_id == pair_id, ClosingSurvey.side == side)
    return session.scalars(query).one_or_none()


def _name(session: Session, pair: Pair, side: Side) -> str:
    return names(session, pair)[0 if side is Side.LEFT else 1]


# Reading


def questions(session: Session, pair_id: int) -> list[str]:
    """What the pair's program asks at the close in its own words, as far as it still does; none without a program."""
    query = (
        select(Question.text)
        .join(Cohort, Cohort.program_id == Question.program_id)
        .join(Pair, Pair.cohort_id == Cohort.id)
        .where(Pair.id == pair_id, Question.question_set == QuestionSet.CLOSING, ~Question.hidden)
        .order_by(Question.position, Question.id)
    )
    return list(session.scalars(query))


def of_pair(session: Session, pair_id: int) -> tuple[SurveyRow, ...]:
    """The answers of both sides, the left first, as far as there are any. Raises NotFoundError."""
    called = dict(zip(Side, names(session, find(session, pair_id)), strict=True))
    surveys = session.scalars(select(ClosingSurvey).where(ClosingSurvey.pair_id == pair_id)).all()
    ids = [survey.id for survey in surveys]
    benefits, answers = _benefits(session, ids), _answers(session, ids)
    rows = [_row(survey, called[survey.side], benefits[survey.id], answers[survey.id]) for survey in surveys]
    return tuple(sorted(rows, key=lambda row: tuple(Side).index(row.side)))


def _row(
    survey: ClosingSurvey, name: str, named: list[tuple[Benefit, str]], answers: list[tuple[str, str]]
) -> SurveyRow:
    ticked, own = _sorted_out(named)
    given = (survey.recommend, survey.go_on, survey.again, tuple(answers), survey.comment)
    return SurveyRow(survey.id, survey.pair_id, survey.side, name, survey.day, ticked, own, *given)


def _sorted_out(named: Sequence[tuple[Benefit, str]]) -> tuple[tuple[Benefit, ...], tuple[str, ...]]:
    """(each benefit once, in the order they are offered; own words)."""
    benefits = {benefit for benefit, _ in named}
    own = tuple(words for benefit, words in named if benefit is Benefit.OTHER and words)
    return tuple(benefit for benefit in Benefit if benefit in benefits), own


def _benefits(session: Session, ids: Sequence[int]) -> defaultdict[int, list[tuple[Benefit, str]]]:
    query = select(SurveyBenefit.survey_id, SurveyBenefit.benefit, SurveyBenefit.words)
    found: defaultdict[int, list[tuple[Benefit, str]]] = defaultdict(list)
    for survey_id, benefit, words in session.execute(
        query.where(SurveyBenefit.survey_id.in_(ids)).order_by(SurveyBenefit.id)
    ):
        found[survey_id].append((benefit, words))
    return found


def _answers(session: Session, ids: Sequence[int]) -> defaultdict[int, list[tuple[str, str]]]:
    query = select(SurveyAnswer.survey_id, SurveyAnswer.question, SurveyAnswer.answer)
    found: defaultdict[int, list[tuple[str, str]]] = defaultdict(list)
    for survey_id, question, answer in session.execute(
        query.where(SurveyAnswer.survey_id.in_(ids)).order_by(SurveyAnswer.id)
    ):
        found[survey_id].append((question, answer))
    return found


def sheet(session: Session, pair_id: int) -> PairClosing:
    """How a pair closes, for its tabs: both surveys, who would match again, and whether it is time to ask."""
    pair = find(session, pair_id)
    ends_on = session.scalar(select(Cohort.ends_on).where(Cohort.id == pair.cohort_id))
    rows = {row.side: row for row in of_pair(session, pair_id)}
    due = has_begun(pair.status, pair.started_on) and closing.is_due(pair.status, ends_on, today(session))
    return PairClosing(rows.get(Side.LEFT), rows.get(Side.RIGHT), pair.left_again, pair.right_again, due)


def named(session: Session, scope: Scope = EVERYTHING) -> NamedInScope:
    """What every side of a scope that answered has named, whenever that was, by the name of the pair."""
    left, right = aliased(Person), aliased(Person)
    query = (
        select(ClosingSurvey.id, Pair.id, left.name, right.name, Pair.format, ClosingSurvey.side)
        .join(Pair, Pair.id == ClosingSurvey.pair_id)
        .join(left, left.id == Pair.left_id)
        .join(right, right.id == Pair.right_id)
        .where(within(Pair.cohort_id, scope))
        .order_by(func.lower(left.name), Pair.id, ClosingSurvey.side)
    )
    found = session.execute(query).all()
    benefits = _named(session, scope)
    sides = tuple(_named_row(*values, benefits[values[0]]) for values in found)
    return NamedInScope(sides, privacy.smallest_group(session))


def _named(session: Session, scope: Scope) -> defaultdict[int, list[tuple[Benefit, str]]]:
    query = (
        select(SurveyBenefit.survey_id, SurveyBenefit.benefit, SurveyBenefit.words)
        .join(ClosingSurvey, ClosingSurvey.id == SurveyBenefit.survey_id)
        .join(Pair, Pair.id == ClosingSurvey.pair_id)
        .where(within(Pair.cohort_id, scope))
        .order_by(SurveyBenefit.id)
    )
    found: defaultdict[int, list[tuple[Benefit, str]]] = defaultdict(list)
    for survey_id, benefit, words in session.execute(query):
        found[survey_id].append((benefit, words))
    return found


def _named_row(
    survey_id: int, pair_id: int, left: str, right: str, format_: str, side: Side, said_: list[tuple[Benefit, str]]
) -> NamedBenefits:
    ticked, own = _sorted_out(said_)
    name = left if side is Side.LEFT else right
    of_format = Format(format_)
    return NamedBenefits(survey_id, pair_id, short_name(left, right), name, of_format, side, ticked, own)


def ranked(session: Session, scope: Scope = EVERYTHING) -> tuple[BenefitGroup, ...]:
    """The benefits of a scope by role: over all formats first, then in each format. Ties share a rank."""
    found = named(session, scope)
    return (*found.by_role, *found.by_format)
