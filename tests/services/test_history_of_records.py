"""Whatever a pair lives through, done in any order: taken back exactly, and done again exactly."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from mentordesk.data import history
from mentordesk.data.records import (
    CheckIn,
    ClosingSurvey,
    Goal,
    Introduction,
    JointProject,
    PlannedMeeting,
    ProjectHours,
)
from mentordesk.data.tables import CareerMilestone, Pair, Person, Question
from mentordesk.domain.career_choices import CareerChoice, CareerDecision
from mentordesk.domain.check_ins import CheckInForm, Fit
from mentordesk.domain.closing import Benefit, SurveyForm
from mentordesk.domain.dates import Precision
from mentordesk.domain.errors import UserError
from mentordesk.domain.goals import GoalForm, HoursForm, ProjectForm
from mentordesk.domain.introductions import IntroductionForm
from mentordesk.domain.mail_templates import TEMPLATES
from mentordesk.domain.meetings import MeetingForm
from mentordesk.domain.pairs import EndReason, PairForm
from mentordesk.domain.people import CareerKind
from mentordesk.domain.questions import QuestionForm, QuestionSet
from mentordesk.domain.standing import PairStatus, Side
from mentordesk.domain.stories import StoryForm
from mentordesk.services import soundness
from mentordesk.services.desk import Desk
from mentordesk.services.mails import templates
from mentordesk.services.pairs import closing, goals, introductions, meetings, pair_start, pairs, projects, pulse
from mentordesk.services.people import career_asks, careers
from mentordesk.services.programs import questions
from mentordesk.services.stories import stories
from tests.crossroads import START, TODAY, Clock, Crossroads

WORDS = ("Read a P&L", "’“\n\t", "\u202eabc", "a\x00b\x1f", "😀 👨\u200d👩", '"\\', "x" * 10_000)
BENEFITS = tuple(Benefit)
Act = Callable[[Session, int], Any]


def pick(session: Session, table: Any, n: int) -> int:
    """The id of one row; 0 where there is none, which no row has."""
    ids = session.scalars(select(table.id).order_by(table.id)).all()
    return ids[n % len(ids)] if ids else 0


def side(n: int) -> Side:
    return tuple(Side)[n % 2]


def words(n: int) -> str:
    return WORDS[n % len(WORDS)]


def pair(session: Session, n: int) -> int:
    return pick(session, Pair, n)


def survey(session: Session, n: int) -> SurveyForm:
    named = tuple({BENEFITS[n % 7], BENEFITS[n % 3]})
    answers = tuple((asked, words(n)) for asked in closing.questions(session, pair(session, n)))
    return SurveyForm(pair(session, n), side(n), TODAY, named, (words(n),), n % 11, None, n % 3 == 0, answers, words(n))


def check_in(session: Session, n: int) -> CheckInForm:
    on = TODAY - timedelta(days=n % 9)
    return CheckInForm(pair(session, n), side(n), on, trust=1 + n % 5, fit=tuple(Fit)[n % 3], comment=words(n))


def asked(session: Session, n: int) -> IntroductionForm:
    ids = (pick(session, Person, n), pick(session, Person, n + 1), pick(session, Person, n + 2))
    return IntroductionForm(*ids, note=words(n), made_on=TODAY if n % 4 == 0 else None)


def story_answer(session: Session, n: int) -> None:
    row = stories.of_pair(session, pair(session, n))
    question = row.questions[n % len(row.questions)].question if row.questions else ""
    stories.answer_all(session, row.pair_id, question, {Side.LEFT: words(n), Side.RIGHT: "" if n % 2 else "Yes"})


def made_a_pair(session: Session, n: int) -> None:
    row = session.get(Introduction, pick(session, Introduction, n))
    if row is not None:
        form = PairForm(row.other_id, row.person_id, introduced_by_id=row.through_id, status=PairStatus.ACTIVE)
        introductions.make_pair(session, row.id, form)


def template(_session: Session, n: int) -> str:
    return tuple(TEMPLATES)[n % len(TEMPLATES)]


ACTS: list[Act] = [
    lambda s, n: closing.save(s, [survey(s, n)]),
    lambda s, n: closing.save(s, [survey(s, n), survey(s, n + 1)]),
    lambda s, n: closing.remove(s, pick(s, ClosingSurvey, n)),
    lambda s, n: pulse.record(s, check_in(s, n)),
    lambda s, n: pulse.skip(s, pair(s, n), side(n), TODAY),
    lambda s, n: pulse.change(s, pick(s, CheckIn, n), check_in(s, n)),
    lambda s, n: pulse.remove(s, [pick(s, CheckIn, n)]),
    story_answer,
    lambda s, n: stories.save(s, StoryForm(pair(s, n), words(n), words(n + 1), TODAY)),
    lambda s, n: stories.consent(s, pair(s, n), side(n), TODAY if n % 3 else None),
    lambda s, n: stories.ask(s, pair(s, n), side(n)),
    lambda s, n: questions.save(s, QuestionForm(1, tuple(QuestionSet)[n % 3], f"{words(n)[:40]} {n}?")),
    lambda s, n: questions.save(s, QuestionForm(1, QuestionSet.STORY, f"And {n}?", pick(s, Question, n))),
    lambda s, n: questions.move(s, pick(s, Question, n), n % 5 - 2),
    lambda s, n: questions.hide(s, pick(s, Question, n), n % 2 == 0),
    lambda s, n: questions.remove(s, pick(s, Question, n)),
    lambda s, n: introductions.request(s, asked(s, n)),
    lambda s, n: introductions.change(s, pick(s, Introduction, n), asked(s, n + 1)),
    lambda s, n: introductions.make(s, pick(s, Introduction, n)),
    lambda s, n: introductions.decline(s, pick(s, Introduction, n)),
    lambda s, n: introductions.reopen(s, pick(s, Introduction, n)),
    lambda s, n: introductions.remove(s, pick(s, Introduction, n)),
    made_a_pair,
    lambda s, n: meetings.plan(s, MeetingForm(pair(s, n), TODAY + timedelta(n), agenda=(words(n),))),
    lambda s, n: meetings.add_to_agenda(s, pair(s, n), words(n), TODAY),
    lambda s, n: meetings.remove(s, pick(s, PlannedMeeting, n)),
    lambda s, n: goals.add(s, GoalForm(pair(s, n), words(n), side(n), n, start_rating=1 + n % 9)),
    lambda s, n: goals.change(s, pick(s, Goal, n), GoalForm(0, words(n), progress=100)),
    lambda s, n: goals.remove(s, pick(s, Goal, n)),
    lambda s, n: projects.add(s, ProjectForm(pair(s, n), words(n), n / 3, "Ruth", approved_on=TODAY)),
    lambda s, n: projects.log_hours(s, HoursForm(pick(s, JointProject, n), side(n), (1 + n) / 7, TODAY, words(n))),
    lambda s, n: projects.remove_hours(s, pick(s, ProjectHours, n)),
    lambda s, n: projects.remove(s, pick(s, JointProject, n)),
    lambda s, n: careers.add_career(s, pick(s, Person, n), tuple(CareerKind)[n % 8], TODAY, title=words(n)),
    lambda s, n: careers.remove_career(s, pick(s, CareerMilestone, n)),
    lambda s, n: career_asks.decide(
        s, CareerDecision((pair(s, n),), tuple(CareerChoice)[n % 8], TODAY, 60, "career:1")
    ),
    lambda s, n: templates.save(s, template(s, n), words(n), f"Dear both, {n}"),
    lambda s, n: templates.reset(s, template(s, n)),
    lambda s, n: pair_start.change(s, pair(s, n), START - timedelta(n), tuple(Precision)[n % 3]),
    lambda s, n: pairs.end(s, pair(s, n), tuple(EndReason)[n % 3], words(n), True, None),
    lambda s, n: pairs.change_ending(s, pair(s, n), tuple(EndReason)[n % 3], words(n), None, False),
    lambda s, n: pairs.reopen(s, [pair(s, n)]),
    lambda s, n: pairs.activate(s, [pair(s, n)]),
    lambda s, n: pairs.remove(s, [pair(s, n)]),
]


def dump(desk: Desk) -> dict[str, list[tuple[Any, ...]]]:
    with desk.database.read() as session:
        return {
            it.name: sorted(map(tuple, session.execute(text(f"SELECT * FROM {it.name}")))) for it in history.watched()
        }


@pytest.fixture
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Desk]:
    def make() -> Desk:
        folder, clock = tmp_path_factory.mktemp("records"), Clock()
        desk = Desk.create(folder / "a.mdesk", backups=folder / "b", clock=clock)
        found = Crossroads(desk, clock).found()
        found.pair("Amara", "Jonas")
        found.propose("Ruth", "Mateo")
        return desk

    return make


@given(st.lists(st.tuples(st.integers(0, len(ACTS) - 1), st.integers(0, 50)), min_size=4, max_size=24))
@example([(at, n) for n in (0, 2) for at in range(len(ACTS))])
@settings(max_examples=30, deadline=None, suppress_health_check=[*HealthCheck])
def test_what_was_done_is_taken_back_and_done_again_exactly(fresh: Callable[[], Desk], steps) -> None:
    desk = fresh()
    states = [dump(desk)]
    for at, n in steps:
        label = desk.undo_label()
        try:
            desk.do(ACTS[at], n)
        except UserError:
            assert (dump(desk), desk.undo_label()) == (states[-1], label)
            continue
        if (now := dump(desk)) != states[-1]:
            states.append(now)
    for state in reversed(states[:-1]):
        desk.undo()
        assert dump(desk) == state
    for state in states[1:]:
        desk.redo()
        assert dump(desk) == state
    desk.close()
    assert [found for found in soundness.check(desk.path) if not found.sound] == []
