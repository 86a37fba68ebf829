"""How often each question of a program was answered. Knows no rule about questions."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, aliased

from mentordesk.data.records import CheckIn, CheckInAnswer, ClosingSurvey, Story, StoryAnswer, SurveyAnswer
from mentordesk.data.tables import Cohort, Pair, Person
from mentordesk.domain.people import first_name
from mentordesk.domain.questions import QuestionSet, place_of


def answered(
    session: Session, program_id: int, asked: Mapping[QuestionSet, Sequence[str]]
) -> Counter[tuple[QuestionSet, str]]:
    """The answers of the program's pairs to the questions of these sets, by set and question."""
    counts: Counter[tuple[QuestionSet, str]] = Counter()
    left, right = aliased(Person), aliased(Person)
    for kind, texts in asked.items():
        query = _given(kind, left.name, right.name)
        query = query.join(left, left.id == Pair.left_id).join(right, right.id == Pair.right_id)
        query = query.join(Cohort, Cohort.id == Pair.cohort_id).where(Cohort.program_id == program_id)
        for question, mentor, mentee, number in session.execute(query):
            at = place_of(texts, question, first_name(mentor), first_name(mentee))
            if at is not None:
                counts[kind, texts[at]] += number
    return counts


def _given(kind: QuestionSet, *names: Any) -> Select[Any]:
    """The questions that were answered, with the names of the pair and how many answers there are."""
    if kind is QuestionSet.STORY:
        query = select(StoryAnswer.question, *names, func.count()).join(Story, Story.id == StoryAnswer.story_id)
        return query.join(Pair, Pair.id == Story.pair_id).group_by(StoryAnswer.question, *names)
    if kind is QuestionSet.CLOSING:
        query = select(SurveyAnswer.question, *names, func.count())
        query = query.join(ClosingSurvey, ClosingSurvey.id == SurveyAnswer.survey_id)
        return query.join(Pair, Pair.id == ClosingSurvey.pair_id).group_by(SurveyAnswer.question, *names)
    query = select(CheckInAnswer.question, *names, func.count())
    query = query.join(CheckIn, CheckIn.id == CheckInAnswer.check_in_id)
    return query.join(Pair, Pair.id == CheckIn.pair_id).group_by(CheckInAnswer.question, *names)
