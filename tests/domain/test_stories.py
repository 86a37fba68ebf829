"""A story: the questions a pair sees, its state in words, and what is missing before it goes out."""

from datetime import date

import pytest

from mentordesk.domain.questions import QuestionRow, QuestionSet, place_of
from mentordesk.domain.standing import Side
from mentordesk.domain.stories import ConsentRow, StoryAnswerRow, StoryRow, StoryState, merged
from mentordesk.domain.story_document import Portrait, StoryDocument

DAY = date(2026, 6, 1)
LEARNED = "What has {mentor} learned from {mentee}?"
MET = "How did you meet?"


def said(question: str, text: str = "At lunch.", side: Side | None = Side.LEFT, position: int = 0) -> StoryAnswerRow:
    return StoryAnswerRow(1, question, position, side, text)


def story(*answers: StoryAnswerRow, left: date | None = None, right: date | None = None, title: str = "") -> StoryRow:
    return StoryRow(
        pair_id=1,
        title=title,
        quote="",
        due_on=None,
        left=ConsentRow(Side.LEFT, "Amara Okonkwo", agreed_on=left),
        right=ConsentRow(Side.RIGHT, "Jonas Weidmann", agreed_on=right),
        questions=merged([(MET, False), (LEARNED, False)], answers, "Amara", "Jonas"),
    )


def test_questions_have_the_names_of_the_pair() -> None:
    assert [row.question for row in story().questions] == [MET, "What has Amara learned from Jonas?"]


def test_a_hidden_question_stays_where_it_was_answered() -> None:
    hidden = [(MET, True), (LEARNED, True)]
    (row,) = merged(hidden, [said(MET)], "Amara", "Jonas")
    assert (row.question, row.of(Side.LEFT), row.of(Side.RIGHT)) == (MET, "At lunch.", "")


def test_an_answer_to_a_question_in_other_words_keeps_its_question_and_place() -> None:
    rows = merged([(MET, False), ("Why?", False), ("What now?", False)], [said("Why, then?", position=1)], "A", "B")
    assert [row.question for row in rows] == [MET, "Why?", "Why, then?", "What now?"]
    assert [len(row.answers) for row in rows] == [0, 0, 1, 0]


def test_both_sides_may_answer_one_question() -> None:
    (met, _) = story(said(MET, "At lunch."), said(MET, "In a queue.", Side.RIGHT)).questions
    assert (met.of(Side.LEFT), met.of(Side.RIGHT)) == ("At lunch.", "In a queue.")


def test_a_question_is_known_again_after_somebody_changed_their_name() -> None:
    asked = "What has Amara learned from Jonas?"
    assert place_of([MET, LEARNED], asked, "Amara", "Jo") == 1
    twins = ["What can {mentor} do that {mentee} could?", "What can {mentee} do that {mentor} could?"]
    assert place_of(twins, "What can Jonas do that Amara could?", "Amara", "Jonas") == 1
    assert place_of(twins, "What can Xavier do that Yvonne could?", "Amara", "Jonas") is None
    assert place_of(["Odd (really)?"], "Odd (really)?", "A", "B") == 0


@pytest.mark.parametrize(
    ("row", "state", "word"),
    [
        (story(), StoryState.NONE, "No draft"),
        (story(said(MET)), StoryState.DRAFT, "Draft 1 of 2"),
        (story(title="Lunch"), StoryState.DRAFT, "Draft 0 of 2"),
        (story(left=DAY, right=DAY), StoryState.DRAFT, "Draft 0 of 2"),
        (story(said(MET), left=DAY, right=DAY), StoryState.AGREED, "Both agreed"),
    ],
)
def test_the_state_is_said_in_words(row: StoryRow, state: StoryState, word: str) -> None:
    assert (row.state, row.word) == (state, word)


def test_what_is_missing_names_the_side() -> None:
    assert story(said(MET), left=DAY).missing == ("Jonas has not agreed yet.",)
    assert story(left=DAY, right=DAY).missing == ("No question is answered yet.",)
    assert story(said(MET), left=DAY, right=DAY).missing == ()


def test_a_consent_says_where_it_stands() -> None:
    today = date(2026, 6, 4)
    assert ConsentRow(Side.LEFT, "Amara Okonkwo").words(today) == "Amara: not asked yet"
    assert ConsentRow(Side.LEFT, "Amara Okonkwo", DAY).words(today) == "Amara: asked on 1 June"
    assert ConsentRow(Side.LEFT, "Amara Okonkwo", DAY, today).words(today) == "Amara agreed on 4 June"


def test_the_one_who_speaks_is_named() -> None:
    assert [story().speaker(side) for side in (Side.LEFT, Side.RIGHT, None)] == ["Amara", "Jonas", "Both"]


def test_a_question_says_why_it_is_kept() -> None:
    kept = [QuestionRow(1, QuestionSet.STORY, MET, False, answers).why_kept for answers in (0, 1, 3)]
    assert kept[0] == ""
    assert kept[1:] == [
        "Answered once: it can be hidden, not removed",
        "Answered 3 times: it can be hidden, not removed",
    ]


def test_a_page_without_a_title_has_the_names_and_a_file_name_every_system_takes() -> None:
    left, right = (
        Portrait(Side.LEFT, 'Ana "A/B" Ruiz', "Mentor"),
        Portrait(Side.RIGHT, "Bo\tLi:", "Mentee", "Boss", "Rome"),
    )
    page = StoryDocument("", "", left, right, "", "", (), "")
    assert page.heading == page.names
    assert page.file_name == "Story Ana -A-B- Ruiz & Bo Li-"
    assert (left.words, right.words) == ("Mentor", "Mentee. Boss, Rome")
