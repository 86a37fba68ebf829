"""The questions of a program: added, reworded, moved and hidden; removed only while nobody has answered."""

from datetime import date

import pytest

from mentordesk.data.records import CheckIn, CheckInAnswer, ClosingSurvey, SurveyAnswer
from mentordesk.domain.check_in_rules import SHIPPED
from mentordesk.domain.errors import FieldError, NotFoundError, UserError
from mentordesk.domain.programs import Format
from mentordesk.domain.questions import QuestionForm, QuestionRow, QuestionSet
from mentordesk.domain.standing import Side
from mentordesk.services.desk import Desk
from mentordesk.services.programs import questions
from mentordesk.services.stories import stories
from tests import builders
from tests.crossroads import add

DAY = date(2026, 6, 1)


@pytest.fixture
def program(desk: Desk) -> int:
    return builders.add_program(desk, format_=Format.REVERSE)


def of_set(desk: Desk, program: int, kind: QuestionSet) -> list[QuestionRow]:
    return [row for row in desk.read(questions.rows, program) if row.question_set is kind]


def texts(desk: Desk, program: int, kind: QuestionSet) -> list[str]:
    return [row.text for row in of_set(desk, program, kind)]


def test_a_new_program_has_the_sets_of_its_template_without_the_four_fixed_ones(desk: Desk, program: int) -> None:
    assert texts(desk, program, QuestionSet.CHECK_IN) == ["Something at work has changed because of our talks."]
    assert len(texts(desk, program, QuestionSet.CLOSING)) == 4
    assert len(texts(desk, program, QuestionSet.STORY)) == 6


def test_a_question_is_added_at_the_end_and_reworded_in_its_place(desk: Desk, program: int) -> None:
    new = desk.do(questions.save, QuestionForm(program, QuestionSet.STORY, "  What  made you laugh? "))
    assert texts(desk, program, QuestionSet.STORY)[-1] == "What made you laugh?"
    assert desk.undo_label() == "Add the question “What made you laugh?”"
    first = of_set(desk, program, QuestionSet.STORY)[0]
    desk.do(questions.save, QuestionForm(program, QuestionSet.STORY, "What did you expect?", first.id))
    assert texts(desk, program, QuestionSet.STORY)[0] == "What did you expect?"
    desk.do(questions.remove, new)
    assert "What made you laugh?" not in texts(desk, program, QuestionSet.STORY)


@pytest.mark.parametrize("text", [" ", "x" * 201, "what was HARD to say, and how was it taken?"])
def test_an_empty_long_or_second_question_is_refused(desk: Desk, program: int, text: str) -> None:
    before = texts(desk, program, QuestionSet.STORY)
    with pytest.raises(FieldError) as error:
        desk.do(questions.save, QuestionForm(program, QuestionSet.STORY, text))
    assert error.value.field == "text"
    assert texts(desk, program, QuestionSet.STORY) == before


def test_questions_move_and_stay_at_the_ends(desk: Desk, program: int) -> None:
    first, second, *_ = of_set(desk, program, QuestionSet.CLOSING)
    desk.do(questions.move, second.id, -1)
    assert texts(desk, program, QuestionSet.CLOSING)[:2] == [second.text, first.text]
    desk.do(questions.move, second.id, -1)
    assert texts(desk, program, QuestionSet.CLOSING)[:2] == [second.text, first.text]
    desk.do(questions.move, second.id, 1)
    assert texts(desk, program, QuestionSet.CLOSING)[:2] == [first.text, second.text]


def test_a_check_in_asks_at_most_two_more_than_the_four(desk: Desk, program: int) -> None:
    (own,) = of_set(desk, program, QuestionSet.CHECK_IN)
    desk.do(questions.save, QuestionForm(program, QuestionSet.CHECK_IN, "I look forward to our talks."))
    third = QuestionForm(program, QuestionSet.CHECK_IN, "I sleep well.")
    with pytest.raises(UserError, match="at most two more"):
        desk.do(questions.save, third)
    desk.do(questions.hide, own.id)
    desk.do(questions.save, third)
    with pytest.raises(UserError, match="at most two more"):
        desk.do(questions.hide, own.id, False)
    with pytest.raises(FieldError, match="asked already"):
        desk.do(questions.save, QuestionForm(program, QuestionSet.CHECK_IN, SHIPPED[0]))


def answer_everything(desk: Desk, program: int) -> dict[QuestionSet, QuestionRow]:
    """One answer to the first question of each set, by a pair of the program."""
    cohort = builders.add_cohort(desk, program)
    pair = builders.add_pair(desk, "Pınar Aksoy", "Lorcan Feeney", cohort)
    first = {kind: of_set(desk, program, kind)[0] for kind in QuestionSet}
    check_in = desk.do(add, CheckIn(pair_id=pair, side=Side.LEFT, day=DAY))
    desk.do(add, CheckInAnswer(check_in_id=check_in, question=first[QuestionSet.CHECK_IN].text, answer=4))
    survey = desk.do(add, ClosingSurvey(pair_id=pair, side=Side.LEFT, day=DAY))
    desk.do(add, SurveyAnswer(survey_id=survey, question=first[QuestionSet.CLOSING].text, answer="The letters"))
    asked = desk.read(stories.of_pair, pair).questions[2]
    desk.do(stories.answer, pair, asked.question, Side.RIGHT, "One page.")
    return {**first, QuestionSet.STORY: of_set(desk, program, QuestionSet.STORY)[2]}


def test_a_question_once_answered_can_be_hidden_and_not_removed(desk: Desk, program: int) -> None:
    for kind, row in answer_everything(desk, program).items():
        found = next(it for it in of_set(desk, program, kind) if it.id == row.id)
        assert found.answers == 1, kind
        with pytest.raises(UserError, match="has been answered"):
            desk.do(questions.remove, row.id)
        desk.do(questions.hide, row.id)
        assert next(it for it in of_set(desk, program, kind) if it.id == row.id).hidden


def test_answers_of_another_program_do_not_count(desk: Desk, program: int) -> None:
    other = builders.add_program(desk, "Upstream", Format.REVERSE)
    answer_everything(desk, other)
    assert {row.answers for row in desk.read(questions.rows, program)} == {0}


def test_what_is_gone_is_not_found(desk: Desk, program: int) -> None:
    with pytest.raises(NotFoundError):
        desk.do(questions.hide, 999)
    with pytest.raises(NotFoundError):
        desk.do(questions.save, QuestionForm(999, QuestionSet.STORY, "Why?"))
