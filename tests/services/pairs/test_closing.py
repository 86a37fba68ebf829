"""Closing surveys: what either side says, checked, changed, taken back, and ranked by role and format."""

from dataclasses import replace
from datetime import date

import pytest

from mentordesk.data.records import ClosingSurvey
from mentordesk.data.tables import Question, QuestionSet
from mentordesk.domain.closing import Benefit, SurveyForm, is_due, sentence
from mentordesk.domain.cohorts import Role
from mentordesk.domain.errors import FieldError, UserError
from mentordesk.domain.pairs import EndReason
from mentordesk.domain.programs import Format
from mentordesk.domain.scope import Scope
from mentordesk.domain.standing import PairStatus, Side
from mentordesk.services import privacy
from mentordesk.services.pairs import closing, pairs
from tests.crossroads import TODAY, add

FULL = SurveyForm(
    pair_id=0,
    side=Side.LEFT,
    on=TODAY,
    benefits=(Benefit.PERSPECTIVE, Benefit.LEADERSHIP),
    own_words=("A friend at work",),
    recommend=9,
    go_on=True,
    again=True,
    comment="Between us",
)


@pytest.fixture
def pair(crossroads) -> int:
    return crossroads.pair()


def test_a_side_answers_and_is_read_back(crossroads, pair) -> None:
    crossroads.desk.do(closing.record, replace(FULL, pair_id=pair))
    (row,) = crossroads.desk.read(closing.of_pair, pair)
    assert (row.name, row.on, row.recommend, row.go_on, row.again) == ("Amara Okonkwo", TODAY, 9, True, True)
    assert row.benefits == (Benefit.LEADERSHIP, Benefit.PERSPECTIVE, Benefit.OTHER)
    assert row.named == "Leadership skills, Perspective, A friend at work"
    assert crossroads.desk.read(closing.sheet, pair).left_again is True
    assert crossroads.desk.undo_label() == "Closing survey of Amara Okonkwo"


def test_answers_are_changed_and_taken_back(crossroads, pair) -> None:
    survey = crossroads.desk.do(closing.record, replace(FULL, pair_id=pair))
    fewer = replace(FULL, pair_id=pair, benefits=(Benefit.NETWORK,), own_words=(), again=False)
    crossroads.desk.do(closing.change, survey, fewer)
    (row,) = crossroads.desk.read(closing.of_pair, pair)
    assert (row.benefits, row.own_words, row.again) == ((Benefit.NETWORK,), (), False)
    crossroads.desk.do(closing.remove, survey)
    found = crossroads.desk.read(closing.sheet, pair)
    assert (found.left, found.left_again) == (None, None)
    crossroads.desk.undo()
    assert crossroads.desk.read(closing.sheet, pair).left.benefits == (Benefit.NETWORK,)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"recommend": 11}, "recommend"),
        ({"recommend": -1}, "recommend"),
        ({"on": date(2026, 6, 5)}, "on"),
        ({"on": date(2025, 10, 5)}, "on"),
        ({"benefits": ("money",)}, "benefits"),
        ({"benefits": (Benefit.OTHER,), "own_words": (" ",)}, "own_words"),
        ({"answers": (("Who are you?", "Me"),)}, "answers"),
    ],
)
def test_an_answer_outside_its_scale_is_refused_and_nothing_written(crossroads, pair, wrong, field) -> None:
    before = crossroads.desk.undo_label()
    with pytest.raises(FieldError) as caught:
        crossroads.desk.do(closing.record, replace(FULL, pair_id=pair, **wrong))
    assert caught.value.field == field
    assert crossroads.desk.read(closing.of_pair, pair) == ()
    assert crossroads.desk.undo_label() == before


def test_nothing_answered_is_no_survey_and_a_side_answers_once(crossroads, pair) -> None:
    with pytest.raises(FieldError, match="Nothing is answered"):
        crossroads.desk.do(closing.record, SurveyForm(pair, Side.LEFT, TODAY))
    crossroads.desk.do(closing.record, replace(FULL, pair_id=pair))
    with pytest.raises(FieldError, match="Amara has answered already") as caught:
        crossroads.desk.do(closing.record, replace(FULL, pair_id=pair))
    assert caught.value.field == "side"
    with pytest.raises(FieldError):
        crossroads.desk.do(closing.record, replace(FULL, pair_id=crossroads.propose("Ruth", "Mateo")))


def test_both_sides_in_one_step_and_a_fault_names_its_side(crossroads, pair) -> None:
    both = [replace(FULL, pair_id=pair), replace(FULL, pair_id=pair, side=Side.RIGHT, recommend=12)]
    with pytest.raises(FieldError) as caught:
        crossroads.desk.do(closing.save, both)
    assert caught.value.field == "right_recommend"
    assert crossroads.desk.read(closing.of_pair, pair) == ()
    crossroads.desk.do(closing.save, [both[0], replace(both[1], recommend=2)])
    assert [row.recommend for row in crossroads.desk.read(closing.of_pair, pair)] == [9, 2]
    crossroads.desk.undo()
    assert crossroads.desk.read(closing.of_pair, pair) == ()


def test_the_programs_own_questions_are_answered_in_words(crossroads, pair) -> None:
    asked = {"program_id": crossroads.program, "question_set": QuestionSet.CLOSING}
    question = crossroads.desk.do(add, Question(**asked, text="What did you give?"))
    form = replace(FULL, pair_id=pair, answers=(("What did you give?", " Time "),))
    survey = crossroads.desk.do(closing.record, form)
    assert crossroads.desk.read(closing.of_pair, pair)[0].answers == (("What did you give?", "Time"),)
    crossroads.desk.do(lambda session: setattr(session.get_one(Question, question), "hidden", True))
    assert crossroads.desk.read(closing.questions, pair) == []
    crossroads.desk.do(closing.change, survey, replace(form, answers=(("What did you give?", "Calm"),)))
    assert crossroads.desk.read(closing.of_pair, pair)[0].answers == (("What did you give?", "Calm"),)


def test_benefits_are_ranked_by_role_and_ties_share_a_rank(crossroads) -> None:
    _mentors_answer(crossroads, (*[Format.TRADITIONAL] * 5, Format.REVERSE))
    groups = crossroads.desk.read(closing.ranked)
    over_all, traditional, reverse = groups
    assert (over_all.role, over_all.format, over_all.answered) == (Role.MENTOR, None, 6)
    assert [(it.benefit, it.count, it.rank) for it in over_all.counts] == [
        (Benefit.LEADERSHIP, 3, 1),
        (Benefit.NETWORK, 3, 1),
        (Benefit.SKILL, 3, 1),
    ]
    assert [(it.benefit.value, it.rank) for it in traditional.counts] == [
        ("network", 1),
        ("skill", 1),
        ("leadership", 3),
    ]
    assert (reverse.is_small, reverse.first) == (True, ())
    assert sentence(over_all) == "Mentors name leadership skills and network and skill first: 3 of 6."
    assert sentence(reverse) == "Mentors: fewer than 5 answers."
    assert crossroads.desk.read(closing.ranked, Scope(cohort_id=crossroads.cohort)) == ()


def test_a_format_of_few_answers_does_not_follow_from_the_others(crossroads) -> None:
    """Six in all and five in one format would tell what the sixth has said."""
    _mentors_answer(crossroads, (*[Format.TRADITIONAL] * 5, Format.REVERSE))
    _, traditional, _ = crossroads.desk.read(closing.ranked)
    assert (traditional.is_small, traditional.first) == (True, ())
    assert sentence(traditional) == "Mentors: left out so that a smaller group cannot be computed."


def test_the_desk_says_which_group_is_small(crossroads) -> None:
    _mentors_answer(crossroads, [Format.TRADITIONAL] * 6)
    crossroads.desk.do(privacy.set_smallest_group, 7)
    over_all, traditional = crossroads.desk.read(closing.ranked)
    assert (over_all.is_small, sentence(over_all)) == (True, "Mentors: fewer than 7 answers.")
    crossroads.desk.do(privacy.set_smallest_group, 6)
    over_all, traditional = crossroads.desk.read(closing.ranked)
    assert (over_all.is_small, traditional.is_small) == (False, False)
    crossroads.desk.undo()
    assert crossroads.desk.read(closing.ranked)[0].is_small


def _mentors_answer(crossroads, formats) -> None:
    """A pair of each format, whose mentor has answered: the first three name a network and a skill."""
    for number, format_ in enumerate(formats):
        left, right = f"Left {number}", f"Right {number}"
        crossroads.person(left)
        crossroads.person(right)
        made = crossroads.pair(left, right, cohort_id=None, format=format_)
        named = (Benefit.NETWORK, Benefit.SKILL) if number < 3 else (Benefit.LEADERSHIP,)
        crossroads.desk.do(closing.record, SurveyForm(made, Side.LEFT, TODAY, named, again=True))


def test_it_is_time_to_ask_when_a_pair_is_over_or_its_cohort_ends_in_30_days() -> None:
    assert is_due(PairStatus.COMPLETED, None, TODAY)
    assert is_due(PairStatus.ACTIVE, date(2026, 7, 4), TODAY)
    assert not is_due(PairStatus.ACTIVE, date(2026, 7, 5), TODAY)
    assert not is_due(PairStatus.ACTIVE, None, TODAY)
    assert not is_due(PairStatus.PROPOSED, date(2026, 6, 5), TODAY)


def test_why_a_pair_ended_is_changed_later_and_the_survey_says_the_same(crossroads, pair) -> None:
    with pytest.raises(UserError, match="have not ended"):
        crossroads.desk.do(pairs.change_ending, pair, EndReason.LEAVE)
    crossroads.desk.do(closing.record, replace(FULL, pair_id=pair))
    crossroads.desk.do(pairs.end, pair, EndReason.NOT_A_FIT, "", False, None)
    crossroads.desk.do(pairs.change_ending, pair, EndReason.LEAVE, "Twelve weeks", True, True)
    row = crossroads.desk.read(pairs.row, pair)
    assert (row.end_reason, row.ended_on) == (EndReason.LEAVE, TODAY)
    found = crossroads.desk.read(closing.sheet, pair)
    assert (found.left_again, found.right_again, found.left.again) == (True, True, True)
    assert crossroads.desk.read(lambda session: session.query(ClosingSurvey).count()) == 1
