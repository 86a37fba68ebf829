"""The story of a pair: answers of either side, title and quote, who agreed, and what goes out when both have."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.data.records import Story, StoryAnswer
from mentordesk.data.tables import Cohort, Pair, Question, QuestionSet
from mentordesk.domain.dates import long
from mentordesk.domain.errors import FieldError, UserError
from mentordesk.domain.people import first_name
from mentordesk.domain.standing import Side
from mentordesk.domain.stories import ConsentRow, StoryAnswerRow, StoryForm, StoryRow, merged
from mentordesk.domain.story_document import StoryDocument
from mentordesk.services.desk import name_step, today
from mentordesk.services.pairs.pair_lookup import find, names, said
from mentordesk.services.pairs.record_checks import begun
from mentordesk.services.programs.templates import template
from mentordesk.services.stories import documents


def of_pair(session: Session, pair_id: int) -> StoryRow:
    """The pair's story with the questions of its program, of its format's template where it has no cohort, and with
    every question that was answered once. Raises NotFoundError."""
    pair = find(session, pair_id)
    left, right = names(session, pair)
    story = _story(session, pair_id) or Story(title="", pull_quote="")
    return StoryRow(
        pair_id=pair_id,
        title=story.title,
        quote=story.pull_quote,
        due_on=story.due_on,
        left=ConsentRow(Side.LEFT, left, story.left_asked_on, story.left_consent_on),
        right=ConsentRow(Side.RIGHT, right, story.right_asked_on, story.right_consent_on),
        questions=merged(_questions(session, pair), _answers(session, story.id), first_name(left), first_name(right)),
    )


def _story(session: Session, pair_id: int) -> Story | None:
    return session.scalar(select(Story).where(Story.pair_id == pair_id))


def _questions(session: Session, pair: Pair) -> list[tuple[str, bool]]:
    """What the pair is asked, as (question, hidden), in its order."""
    if pair.cohort_id is None:
        return [(text, False) for text in template(pair.format).questions[QuestionSet.STORY]]
    query = select(Question.text, Question.hidden).join(Cohort, Cohort.program_id == Question.program_id)
    query = query.where(Cohort.id == pair.cohort_id, Question.question_set == QuestionSet.STORY)
    found = session.execute(query.order_by(Question.position, Question.id))
    return [(text, hidden) for text, hidden in found]


def _answers(session: Session, story_id: int | None) -> list[StoryAnswerRow]:
    if story_id is None:
        return []
    it = StoryAnswer
    query = select(it.id, it.question, it.position, it.side, it.answer).where(it.story_id == story_id)
    found = session.execute(query.order_by(it.position, it.id))
    return [StoryAnswerRow(*values) for values in found if values.answer.strip()]


# Writing


def answer(session: Session, pair_id: int, question: str, side: Side | None, answer: str) -> None:
    """What one side says to a question of its story; `side` None is both with one voice. An empty text takes it back.

    Raises FieldError for `question` where the pair is not asked that, for `pair_id` where it has not started.
    """
    answer_all(session, pair_id, question, {side: answer})


def answer_all(session: Session, pair_id: int, question: str, answers: Mapping[Side | None, str]) -> None:
    """The same for several sides in one step; sides that are not named keep their answer."""
    story = _begin(session, pair_id)
    row = of_pair(session, pair_id)
    at = next((at for at, it in enumerate(row.questions) if it.question == question), None)
    if at is None:
        raise FieldError("question", "This pair is not asked that question. Add it to the program's questions first.")
    for side, text in answers.items():
        there = [it for it in row.questions[at].answers if it.side is side]
        _keep(session, story, there, StoryAnswer(question=question, side=side, answer=text.strip(), position=at))
    name_step(session, f"Story of {said(session, [find(session, pair_id)])}: an answer")


def _keep(session: Session, story: Story, there: list[StoryAnswerRow], new: StoryAnswer) -> None:
    """The first answer on record gets the new words; others of this side to this question, and empty ones, go."""
    for row in there[1:] if new.answer else there:
        session.delete(session.get_one(StoryAnswer, row.id))
    if there and new.answer:
        session.get_one(StoryAnswer, there[0].id).answer = new.answer
    elif new.answer:
        new.story_id = story.id
        session.add(new)


def save(session: Session, form: StoryForm) -> None:
    """Title, pull quote and the day of the interview."""
    story = _begin(session, form.pair_id)
    story.title, story.pull_quote = " ".join(form.title.split()), " ".join(form.quote.split())
    story.due_on = form.due_on
    name_step(session, f"Story of {said(session, [find(session, form.pair_id)])}")


def set_quote(session: Session, pair_id: int, quote: str) -> None:
    """The sentence that stands large on the page."""
    row = of_pair(session, pair_id)
    save(session, StoryForm(pair_id, row.title, quote, row.due_on))
    name_step(session, f"Quote of {said(session, [find(session, pair_id)])}")


def ask(session: Session, pair_id: int, side: Side) -> None:
    """Note that a side was asked today whether the story may appear."""
    story = _begin(session, pair_id)
    setattr(story, f"{side.value}_asked_on", today(session))
    name_step(session, f"Ask {_first(session, pair_id, side)} about the story")


def consent(session: Session, pair_id: int, side: Side, day: date | None) -> None:
    """Note when a side agreed that the story appears, not in the future; None takes it back."""
    on = today(session)
    if day is not None and day > on:
        raise FieldError("day", f"{long(day)} is still to come. Use {long(on)}?", proposal=on)
    story = _begin(session, pair_id)
    setattr(story, f"{side.value}_consent_on", day)
    what = "agrees to the story" if day else "has not agreed to the story"
    name_step(session, f"{_first(session, pair_id, side)} {what}")


def _begin(session: Session, pair_id: int) -> Story:
    """The pair's story, begun if there is none. A pair that is only proposed has none to tell."""
    pair = begun(session, pair_id)
    found = _story(session, pair.id)
    if found is None:
        found = Story(pair_id=pair.id)
        session.add(found)
        session.flush()
    return found


def _first(session: Session, pair_id: int, side: Side) -> str:
    return first_name(names(session, find(session, pair_id))[0 if side is Side.LEFT else 1])


# Going out


def preview(session: Session, pair_id: int) -> StoryDocument:
    """The page as it would be now, for the eyes of the coordinator and of the two."""
    return documents.compose(session, find(session, pair_id), of_pair(session, pair_id))


def document(session: Session, pair_id: int) -> StoryDocument:
    """The page to export. Raises UserError while an answer or a consent is missing."""
    missing = of_pair(session, pair_id).missing
    if missing:
        raise UserError(
            f"The story does not go out yet. {' '.join(missing)}", advice="Both must say yes before it goes out."
        )
    return preview(session, pair_id)
