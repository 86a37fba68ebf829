"""Stories on a real desk: who answered what, who agreed, and that nothing goes out before both have."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select, update

from mentordesk.data.records import Story, StoryAnswer
from mentordesk.data.tables import Pair, Person, Question
from mentordesk.domain.dates import Precision
from mentordesk.domain.errors import FieldError, NotFoundError, UserError
from mentordesk.domain.pairs import PairStatus
from mentordesk.domain.programs import Format
from mentordesk.domain.standing import Side
from mentordesk.domain.stories import StoryForm, StoryState
from mentordesk.services.desk import Desk
from mentordesk.services.programs import questions, templates
from mentordesk.services.stories import letters, stories
from mentordesk.services.today import upcoming
from tests import builders

TODAY = date(2026, 6, 4)
MET = "How did you meet, and what did you think of each other?"
LEARNED = "What has Amara learned from Jonas?"


@pytest.fixture
def pair(desk: Desk) -> int:
    return builders.add_pair(desk, "Amara Okonkwo", "Jonas Weidmann", builders.add_cohort(desk))


def agree(desk: Desk, pair: int) -> None:
    for side in Side:
        desk.do(stories.consent, pair, side, TODAY)


def test_a_pair_reads_the_questions_of_its_program_with_its_names(desk: Desk, pair: int) -> None:
    story = desk.read(stories.of_pair, pair)
    assert len(story.questions) == 6
    assert [it.question for it in story.questions][:3] == [MET, "Which talk do you still remember?", LEARNED]
    assert story.state is StoryState.NONE


@pytest.mark.parametrize("format_", list(Format))
def test_a_pair_without_a_cohort_gets_the_shipped_set_of_its_format(desk: Desk, format_: Format) -> None:
    pair = builders.add_pair(desk, "Amara Okonkwo", "Jonas Weidmann", format=format_)
    shown = [it.question for it in desk.read(stories.of_pair, pair).questions]
    shipped = templates.template(format_).questions["story"]
    assert len(shown) == len(shipped) == 6
    assert shown == [it.replace("{mentor}", "Amara").replace("{mentee}", "Jonas") for it in shipped]


def test_either_side_or_both_answer_and_each_answer_is_one_step(desk: Desk, pair: int) -> None:
    desk.do(stories.answer, pair, LEARNED, Side.LEFT, "  What the night shift needs.  ")
    desk.do(stories.answer, pair, LEARNED, Side.RIGHT, "How to wait.")
    row = desk.read(stories.of_pair, pair).questions[2]
    assert (row.of(Side.LEFT), row.of(Side.RIGHT)) == ("What the night shift needs.", "How to wait.")
    assert desk.undo_label() == "Story of Amara & Jonas: an answer"
    desk.undo()
    assert desk.read(stories.of_pair, pair).questions[2].of(Side.RIGHT) == ""
    desk.do(stories.answer, pair, LEARNED, Side.LEFT, "Another word.")
    desk.do(stories.answer, pair, LEARNED, None, "We both say so.")
    row = desk.read(stories.of_pair, pair).questions[2]
    assert [(it.side, it.text) for it in row.answers] == [(Side.LEFT, "Another word."), (None, "We both say so.")]
    desk.do(stories.answer, pair, LEARNED, Side.LEFT, " ")
    assert desk.read(stories.of_pair, pair).questions[2].of(Side.LEFT) == ""


def test_an_answer_stays_when_its_question_is_hidden_or_reworded(desk: Desk, pair: int) -> None:
    desk.do(stories.answer, pair, MET, Side.LEFT, "At lunch.")
    ids = {text: id_ for id_, text in desk.read(lambda s: list(s.execute(select(Question.id, Question.text))))}
    desk.do(questions.hide, ids[MET])
    desk.do(questions.hide, ids["Which talk do you still remember?"])
    story = desk.read(stories.of_pair, pair)
    assert [it.question for it in story.questions][:2] == [MET, LEARNED]
    desk.do(lambda s: s.execute(update(Question).where(Question.id == ids[MET]).values(text="Where?", hidden=False)))
    story = desk.read(stories.of_pair, pair)
    assert [(it.question, it.of(Side.LEFT)) for it in story.questions][:2] == [("Where?", ""), (MET, "At lunch.")]
    desk.do(stories.answer, pair, MET, Side.LEFT, "At dinner.")
    assert desk.read(stories.of_pair, pair).questions[1].of(Side.LEFT) == "At dinner."


def test_an_answer_is_found_after_a_name_has_changed(desk: Desk, pair: int) -> None:
    desk.do(stories.answer, pair, LEARNED, Side.LEFT, "Patience.")
    desk.do(lambda s: s.execute(update(Person).where(Person.name == "Jonas Weidmann").values(name="Johannes Weidmann")))
    row = desk.read(stories.of_pair, pair).questions[2]
    assert (row.question, row.of(Side.LEFT)) == ("What has Amara learned from Johannes?", "Patience.")
    desk.do(stories.answer, pair, row.question, Side.LEFT, "Much patience.")
    assert desk.read(lambda s: [it.answer for it in s.scalars(select(StoryAnswer))]) == ["Much patience."]


def test_what_makes_no_sense_is_refused(desk: Desk, pair: int) -> None:
    with pytest.raises(FieldError) as error:
        desk.do(stories.answer, pair, "Who asked that?", Side.LEFT, "Nobody.")
    assert error.value.field == "question"
    with pytest.raises(FieldError) as error:
        desk.do(stories.consent, pair, Side.LEFT, TODAY + timedelta(days=1))
    assert (error.value.field, error.value.proposal) == ("day", TODAY)
    with pytest.raises(NotFoundError):
        desk.read(stories.of_pair, 99)
    assert desk.read(lambda s: s.scalars(select(Story)).all()) == []
    waits = builders.add_pair(desk, "Ruth Adelmann", "Mateo Quispe", status=PairStatus.PROPOSED)
    with pytest.raises(FieldError):
        desk.do(stories.ask, waits, Side.LEFT)


def test_title_quote_and_day_are_kept_and_today_announces_the_day(desk: Desk, pair: int) -> None:
    desk.do(stories.save, StoryForm(pair, " The  night shift ", "Write\nit down.", date(2026, 6, 12)))
    desk.do(stories.set_quote, pair, "He had the data.")
    story = desk.read(stories.of_pair, pair)
    assert (story.title, story.quote, story.due_on) == ("The night shift", "He had the data.", date(2026, 6, 12))
    coming = [row for row in desk.read(upcoming.upcoming) if row.title.startswith("Story")]
    assert [row.on for row in coming] == [date(2026, 6, 12)]
    desk.do(stories.save, StoryForm(pair, story.title, story.quote, None))
    assert not [row for row in desk.read(upcoming.upcoming) if row.title.startswith("Story")]
    assert desk.read(stories.of_pair, pair).title == "The night shift"


def test_asking_and_agreeing_have_their_day_and_can_be_taken_back(desk: Desk, pair: int) -> None:
    desk.do(stories.ask, pair, Side.RIGHT)
    assert desk.read(stories.of_pair, pair).right.words(TODAY) == "Jonas: asked on 4 June"
    desk.do(stories.consent, pair, Side.RIGHT, date(2026, 6, 2))
    assert desk.undo_label() == "Jonas agrees to the story"
    assert desk.read(stories.of_pair, pair).right.agreed_on == date(2026, 6, 2)
    desk.do(stories.consent, pair, Side.RIGHT, None)
    assert desk.read(stories.of_pair, pair).right.words(TODAY) == "Jonas: asked on 4 June"


def test_nothing_goes_out_before_both_have_agreed(desk: Desk, pair: int) -> None:
    agree(desk, pair)
    with pytest.raises(UserError, match=r"No question is answered yet\."):
        desk.read(stories.document, pair)
    desk.do(stories.answer, pair, MET, Side.LEFT, "At lunch.")
    desk.do(stories.consent, pair, Side.RIGHT, None)
    with pytest.raises(UserError, match=r"Jonas has not agreed yet\."):
        desk.read(stories.document, pair)
    assert "has not agreed yet" in desk.read(stories.preview, pair).footer


def test_the_page_has_the_two_in_their_roles_and_only_what_was_answered(desk: Desk) -> None:
    cohort = builders.add_cohort(desk)
    left = builders.add_person(desk, "Amara Okonkwo", title="VP Operations", location="Rotterdam")
    right = builders.add_person(desk, "Jonas Weidmann", title="Founder", company="Brightwater", external=True)
    pair = builders.add_pair(desk, left, right, cohort, introduced_by_id=builders.add_person(desk, "Ruth Adelmann"))
    desk.do(stories.answer, pair, LEARNED, Side.RIGHT, "To ask.")
    agree(desk, pair)
    page = desk.read(stories.document, pair)
    assert page.kicker == "Traditional mentoring · Crossroads"
    assert (page.left.words, page.right.words) == ("Mentor. VP Operations, Rotterdam", "Mentee. Founder, Brightwater")
    assert page.facts == "Together since 6 October 2025. Introduced by Ruth Adelmann."
    assert [(it.question, [(said.name, said.text) for said in it.said]) for it in page.passages] == [
        (LEARNED, [("Jonas", "To ask.")])
    ]
    assert page.footer == "Amara Okonkwo agreed on 4 June 2026. Jonas Weidmann agreed on 4 June 2026."


def test_peers_are_peers_and_an_old_pair_has_only_its_year(desk: Desk) -> None:
    pair = builders.add_pair(desk, "Bo Li", "Ana Ruiz", format=Format.PEER, started_on=date(2001, 1, 1))
    desk.do(lambda s: s.execute(update(Pair).values(started_precision=Precision.YEAR)))
    page = desk.read(stories.preview, pair)
    assert (page.left.name, page.left.role, page.right.role) == ("Ana Ruiz", "Peer", "Peer")
    assert (page.kicker, page.facts) == ("Peer mentoring", "Together since 2001.")


def test_the_mail_that_asks_goes_to_one_side_with_the_whole_text(desk: Desk, pair: int) -> None:
    desk.do(stories.answer, pair, MET, Side.LEFT, "At lunch.")
    desk.do(stories.save, StoryForm(pair, "Lunch for two"))
    letter = desk.read(letters.invitation, pair, Side.RIGHT)
    assert letter.names == ("Jonas Weidmann",)
    assert letter.draft.to == ("jonas.weidmann@solvane.example",)
    assert "“Lunch for two”" in letter.draft.body
    assert letter.draft.body.endswith(f"{MET}\nAmara: At lunch.")
    assert "{" not in letter.draft.subject + letter.draft.body


def test_a_story_is_read_in_a_few_statements(desk: Desk, pair: int) -> None:
    from sqlalchemy import event

    desk.do(stories.answer, pair, MET, Side.LEFT, "At lunch.")
    seen: list[str] = []

    def read(session: object) -> None:
        event.listen(session.get_bind(), "before_cursor_execute", lambda *args: seen.append(args[2]))  # type: ignore[attr-defined]
        stories.of_pair(session, pair)  # type: ignore[arg-type]

    desk.read(read)
    assert len(seen) <= 7
