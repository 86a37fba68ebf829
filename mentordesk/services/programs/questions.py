"""The three sets of questions a program asks: added, reworded, moved, hidden, removed while nobody has answered."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.data.tables import Program, Question
from mentordesk.domain.check_in_rules import MOST_OWN, SHIPPED
from mentordesk.domain.errors import FieldError, NotFoundError, UserError
from mentordesk.domain.questions import LONGEST, QuestionForm, QuestionRow, QuestionSet
from mentordesk.domain.text import fold
from mentordesk.domain.wording import brief
from mentordesk.services.desk import name_step
from mentordesk.services.programs.question_counts import answered

_QUOTED = 40


def rows(session: Session, program_id: int) -> list[QuestionRow]:
    """What a program asks, hidden questions too, set by set in their order. The four that every check-in has are not
    among them."""
    found = [(kind, _of_set(session, program_id, kind)) for kind in QuestionSet]
    counts = answered(session, program_id, {kind: [it.text for it in asked] for kind, asked in found})
    return [
        QuestionRow(it.id, kind, it.text, it.hidden, counts[kind, it.text])
        for kind, asked in found
        for it in asked
        if not _is_fixed(it)
    ]


def save(session: Session, form: QuestionForm) -> int:
    """A new question at the end of its set, or other words for one on record; returns its id.

    Answers keep the question as it stood when they were given. Raises FieldError for `text`.
    """
    if session.get(Program, form.program_id) is None:
        raise NotFoundError("This program is not in the desk any more.", advice="It may have been removed or undone.")
    asked = _of_set(session, form.program_id, form.question_set)
    text = " ".join(form.text.split())
    _check_text(text, [it for it in asked if it.id != form.id], form.question_set)
    if form.id is not None:
        question = _own(session, form.id)
        question.text = text
        name_step(session, f"Change the question “{brief(text, _QUOTED)}”")
        return question.id
    _check_room(asked, form.question_set)
    least = len(SHIPPED) if form.question_set is QuestionSet.CHECK_IN else 0
    position = max([least, *(it.position + 1 for it in asked)])
    question = Question(program_id=form.program_id, question_set=form.question_set, text=text, position=position)
    session.add(question)
    session.flush()
    name_step(session, f"Add the question “{brief(text, _QUOTED)}”")
    return question.id


def move(session: Session, question_id: int, by: int) -> None:
    """One place up (-1) or down (1) in its set; at its end it stays."""
    question = _own(session, question_id)
    asked = [it for it in _of_set(session, question.program_id, question.question_set) if not _is_fixed(it)]
    at = asked.index(question)
    to = min(max(at + by, 0), len(asked) - 1)
    asked.insert(to, asked.pop(at))
    first = len(SHIPPED) if question.question_set is QuestionSet.CHECK_IN else 0
    for position, each in enumerate(asked, start=first):
        each.position = position
    name_step(session, f"Move the question “{brief(question.text, _QUOTED)}”")


def hide(session: Session, question_id: int, hidden: bool = True) -> None:
    """Ask a question no more, or again. What was answered stays."""
    question = _own(session, question_id)
    if question.hidden and not hidden:
        _check_room(_of_set(session, question.program_id, question.question_set), question.question_set)
    question.hidden = hidden
    name_step(session, f"{'Hide' if hidden else 'Show'} the question “{brief(question.text, _QUOTED)}”")


def remove(session: Session, question_id: int) -> None:
    """Take a question off that nobody has answered. Raises UserError for one that was answered: it can be hidden."""
    question = _own(session, question_id)
    kind = question.question_set
    texts = [it.text for it in _of_set(session, question.program_id, kind)]
    if answered(session, question.program_id, {kind: texts})[kind, question.text]:
        raise UserError(
            f"“{brief(question.text, _QUOTED)}” was not removed: it has been answered.",
            advice="Hide it instead: it is asked no more, and its answers stay.",
        )
    name_step(session, f"Remove the question “{brief(question.text, _QUOTED)}”")
    session.delete(question)


def _of_set(session: Session, program_id: int, kind: QuestionSet) -> list[Question]:
    query = select(Question).where(Question.program_id == program_id, Question.question_set == kind)
    return list(session.scalars(query.order_by(Question.position, Question.id)))


def _is_fixed(question: Question) -> bool:
    return question.question_set is QuestionSet.CHECK_IN and question.text in SHIPPED


def _own(session: Session, question_id: int) -> Question:
    found = session.get(Question, question_id)
    if found is None:
        raise NotFoundError("This question is not in the desk any more.", advice="It may have been removed or undone.")
    if _is_fixed(found):
        raise UserError(
            f"“{found.text}” stays as it is: every check-in asks it.", advice="Add a question of your own below it."
        )
    return found


def _check_text(text: str, others: list[Question], kind: QuestionSet) -> None:
    if not text:
        raise FieldError("text", "Write the question.")
    if len(text) > LONGEST:
        raise FieldError("text", f"A question has at most {LONGEST} letters, this one has {len(text)}.")
    there = {fold(it.text) for it in others} | {fold(it) for it in SHIPPED if kind is QuestionSet.CHECK_IN}
    if fold(text) in there:
        raise FieldError("text", f"“{brief(text, _QUOTED)}” is asked already. Write another question.")


def _check_room(asked: list[Question], kind: QuestionSet) -> None:
    own = sum(not it.hidden and not _is_fixed(it) for it in asked)
    if kind is QuestionSet.CHECK_IN and own >= MOST_OWN:
        raise UserError(
            "A check-in asks the four questions and at most two more.", advice="Hide or remove one of the two first."
        )
