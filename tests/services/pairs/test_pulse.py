"""Check-ins of a pair: recorded for one side or both, changed, removed, refused where they cannot be."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mentordesk.data.records import CheckIn, CheckInAnswer
from mentordesk.data.tables import Question, QuestionSet
from mentordesk.domain.attention import AttentionKind
from mentordesk.domain.check_in_rules import FIXED, SHIPPED
from mentordesk.domain.check_ins import CheckInForm, Fit, OwnAnswer
from mentordesk.domain.errors import FieldError, NotFoundError, UserError
from mentordesk.domain.health import Answers, SignalKind
from mentordesk.domain.standing import PairStatus, Side
from mentordesk.services import figures
from mentordesk.services.mails import check_ins, items
from mentordesk.services.pairs import pairs, pulse, timeline
from mentordesk.services.today import attention
from tests.crossroads import START, TODAY, Crossroads, add

ASKED = "Something at work has changed because of our talks."


def counts(session: Session) -> tuple[int, int]:
    """Check-ins, and answers to own questions."""
    return tuple(session.scalar(select(func.count()).select_from(table)) for table in (CheckIn, CheckInAnswer))


def ask(crossroads: Crossroads, *texts: str, hidden: bool = False) -> None:
    for position, text in enumerate(texts):
        columns = {"program_id": crossroads.program, "question_set": QuestionSet.CHECK_IN, "text": text}
        crossroads.desk.do(add, Question(**columns, position=position, hidden=hidden))


@pytest.fixture
def pair(crossroads: Crossroads) -> int:
    return crossroads.pair()


@pytest.fixture
def full(pair: int) -> CheckInForm:
    return CheckInForm(pair, Side.LEFT, TODAY, 5, 4, 3, 4, 5, 2, 9, Fit.GOOD, "I learn as much as I teach.")


def test_what_a_side_answered_is_read_back_as_typed(crossroads: Crossroads, full: CheckInForm) -> None:
    check_in = crossroads.desk.do(pulse.record, full)
    assert crossroads.desk.read(pulse.form, check_in) == full
    (row,) = crossroads.desk.read(pulse.of_pair, full.pair_id)
    assert (row.id, row.who, row.on, row.answers) == (check_in, "Amara", TODAY, Answers(5, 4, 3, 4))
    assert (row.got, row.gave, row.recommend, row.fit) == (5, 2, 9, Fit.GOOD)
    assert row.comment == "I learn as much as I teach."
    assert crossroads.desk.undo_label() == "Record a check-in of Amara & Jonas"
    assert crossroads.desk.read(pairs.detail, full.pair_id).left_answers == Answers(5, 4, 3, 4)
    assert crossroads.desk.read(figures.figures).check_in_average == 4.0


def test_both_sides_are_one_step_and_the_newest_come_first(crossroads: Crossroads, pair: int) -> None:
    crossroads.desk.do(pulse.record, CheckInForm(pair, Side.LEFT, TODAY - timedelta(days=60), trust=3))
    both = [CheckInForm(pair, Side.LEFT, TODAY, trust=5), CheckInForm(pair, Side.RIGHT, TODAY, trust=4)]
    crossroads.desk.do(pulse.record_both, both)
    found = crossroads.desk.read(pulse.of_pair, pair)
    assert [(row.who, row.answers.trust) for row in found] == [("Amara", 5), ("Jonas", 4), ("Amara", 3)]
    crossroads.desk.undo()
    assert [row.answers.trust for row in crossroads.desk.read(pulse.of_pair, pair)] == [3]


def test_a_check_in_is_changed_and_removed_and_each_is_undone(crossroads: Crossroads, full: CheckInForm) -> None:
    check_in = crossroads.desk.do(pulse.record, full)
    other = CheckInForm(full.pair_id, Side.RIGHT, TODAY - timedelta(days=3), value=2)
    crossroads.desk.do(pulse.change, check_in, other)
    changed = crossroads.desk.read(pulse.form, check_in)
    assert (changed.side, changed.on, changed.value, changed.comment) == (Side.LEFT, other.on, 2, "")
    assert crossroads.desk.undo_label() == "Change a check-in of Amara & Jonas"
    crossroads.desk.undo()
    assert crossroads.desk.read(pulse.form, check_in) == full
    crossroads.desk.do(pulse.remove, [check_in])
    assert crossroads.desk.undo_label() == "Remove a check-in of Amara & Jonas"
    with pytest.raises(NotFoundError):
        crossroads.desk.read(pulse.form, check_in)
    crossroads.desk.undo()
    assert crossroads.desk.read(pulse.form, check_in) == full


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("on", {"on": TODAY + timedelta(days=1), "trust": 4}),
        ("on", {"on": START - timedelta(days=1), "trust": 4}),
        ("trust", {"trust": 0}),
        ("value", {"value": 6}),
        ("balance", {"balance": -1}),
        ("progress", {"progress": 9}),
        ("got", {"got": 6}),
        ("gave", {"gave": 0}),
        ("recommend", {"recommend": 11}),
        ("own", {"own": (OwnAnswer(ASKED, 6),)}),
        ("own", {"own": (OwnAnswer("What is your bonus?", 3),)}),
        ("skipped", {"skipped": True, "comment": "No time"}),
        ("trust", {}),
        ("trust", {"comment": "  "}),
    ],
)
def test_what_cannot_be_is_refused_at_its_field_and_nothing_is_written(
    crossroads: Crossroads, pair: int, field: str, values: dict[str, Any]
) -> None:
    ask(crossroads, ASKED)
    before = crossroads.desk.undo_label()
    form = CheckInForm(**{"pair_id": pair, "side": Side.RIGHT, "on": TODAY, **values})
    with pytest.raises(FieldError) as error:
        crossroads.desk.do(pulse.record, form)
    assert error.value.field == field
    good = CheckInForm(pair, Side.LEFT, START, trust=4)
    with pytest.raises(FieldError) as error:
        crossroads.desk.do(pulse.record_both, [good, form])
    assert error.value.field == (field if field == "on" else f"right.{field}")
    assert crossroads.desk.read(counts) == (0, 0)
    assert crossroads.desk.undo_label() == before


def test_a_side_has_one_check_in_a_day_and_both_are_nobody_without_answers(crossroads: Crossroads, pair: int) -> None:
    first = crossroads.desk.do(pulse.record, CheckInForm(pair, Side.LEFT, TODAY, trust=4))
    with pytest.raises(FieldError, match="The check-in of Amara on 4 June 2026 is on record"):
        crossroads.desk.do(pulse.record, CheckInForm(pair, Side.LEFT, TODAY, trust=5))
    crossroads.desk.do(pulse.change, first, CheckInForm(pair, Side.LEFT, TODAY, trust=5))
    assert crossroads.desk.read(counts) == (1, 0)
    with pytest.raises(FieldError):
        crossroads.desk.do(pulse.record_both, [])


def test_a_proposed_pair_has_no_check_in_yet(crossroads: Crossroads) -> None:
    with pytest.raises(FieldError) as error:
        crossroads.desk.do(pulse.record, CheckInForm(crossroads.propose(), Side.LEFT, TODAY, trust=4))
    assert error.value.field == "pair_id"


def test_a_pair_without_a_start_has_no_earliest_day(crossroads: Crossroads) -> None:
    pair = crossroads.pair(status=PairStatus.ENDURING, cohort_id=None, started_on=date(2001, 1, 1))
    crossroads.desk.do(pulse.record, CheckInForm(pair, Side.LEFT, date(2001, 1, 1), trust=4))
    assert len(crossroads.desk.read(pulse.of_pair, pair)) == 1


def test_the_program_adds_up_to_two_questions_that_are_not_hidden(crossroads: Crossroads, pair: int) -> None:
    assert crossroads.desk.read(pulse.questions, pair) == FIXED
    ask(crossroads, *SHIPPED, ASKED)
    ask(crossroads, "Left out.", hidden=True)
    ask(crossroads, "We laugh.", "One too many.", "Left out too.")
    asked = crossroads.desk.read(pulse.questions, pair)
    assert [it.text for it in asked[4:]] == ["We laugh.", "One too many."]
    own = tuple(OwnAnswer(it.text, 4) for it in asked[4:])
    check_in = crossroads.desk.do(pulse.record, CheckInForm(pair, Side.LEFT, TODAY, own=own))
    assert crossroads.desk.read(pulse.form, check_in).own == own
    crossroads.desk.do(pulse.change, check_in, CheckInForm(pair, Side.LEFT, TODAY, own=own[:1]))
    assert crossroads.desk.read(counts) == (1, 1)
    crossroads.desk.do(pulse.remove, [check_in])
    assert crossroads.desk.read(counts) == (0, 0)
    crossroads.desk.undo()
    assert crossroads.desk.read(pulse.form, check_in).own == own[:1]


def test_a_question_of_the_program_names_the_two(crossroads: Crossroads, pair: int) -> None:
    ask(crossroads, "{mentee} sees what {mentor} needs.")
    asked = crossroads.desk.read(pulse.questions, pair)[-1].text
    assert asked == "Jonas sees what Amara needs."
    crossroads.desk.do(pulse.record, CheckInForm(pair, Side.LEFT, TODAY, own=(OwnAnswer(asked, 5),)))
    assert crossroads.desk.read(counts) == (1, 1)


def test_an_answer_stays_when_its_question_is_hidden_later(crossroads: Crossroads, pair: int) -> None:
    ask(crossroads, ASKED)
    form = CheckInForm(pair, Side.LEFT, TODAY, trust=4, own=(OwnAnswer(ASKED, 4),))
    check_in = crossroads.desk.do(pulse.record, form)

    def hide(session: Session) -> None:
        session.scalars(select(Question)).one().hidden = True

    crossroads.desk.do(hide)
    crossroads.desk.do(pulse.change, check_in, CheckInForm(pair, Side.LEFT, TODAY, trust=5, own=form.own))
    assert crossroads.desk.read(pulse.form, check_in).own == form.own


def test_two_check_ins_without_answer_in_a_row_are_a_reason_to_watch(crossroads: Crossroads, pair: int) -> None:
    crossroads.contact(pair, 1)

    def signal() -> tuple[str, str]:
        found = crossroads.desk.read(pairs.detail, pair).assessment.signal(SignalKind.CHECK_IN)
        return found.level.value, found.text

    crossroads.desk.do(pulse.skip, pair, Side.RIGHT, TODAY - timedelta(days=60))
    assert crossroads.desk.undo_label() == "Note a check-in without answer of Amara & Jonas"
    assert signal()[0] == "on_track"
    last = crossroads.desk.do(pulse.skip, pair, Side.RIGHT, TODAY - timedelta(days=2))
    assert signal()[0] == "watch"
    crossroads.desk.do(pulse.change, last, CheckInForm(pair, Side.RIGHT, TODAY, value=4))
    assert signal()[0] == "on_track"


def test_a_check_in_stands_in_the_timeline_without_its_comment(crossroads: Crossroads, full: CheckInForm) -> None:
    crossroads.desk.do(pulse.record, full)
    lines = [row for row in crossroads.desk.read(timeline.of_pair, full.pair_id) if row.kind.value == "check_in"]
    assert [(row.on, row.lead, row.note) for row in lines] == [(TODAY, "Check-in", "")]


@pytest.fixture
def young(crossroads: Crossroads) -> int:
    """A pair of 40 days."""
    return crossroads.pair(started_on=TODAY - timedelta(days=40))


@pytest.fixture
def fit_items(crossroads: Crossroads) -> Callable[[], list[tuple[AttentionKind, str]]]:
    kinds = {AttentionKind.NOT_A_FIT, AttentionKind.FIT_AGAIN}
    return lambda: [(it.kind, it.title) for it in crossroads.desk.read(attention.items) if it.kind in kinds]


def test_who_is_still_deciding_is_asked_again_by_mail_after_14_days(
    crossroads: Crossroads, young: int, fit_items: Callable[[], Any]
) -> None:
    day = TODAY - timedelta(days=13)
    crossroads.desk.do(pulse.record, CheckInForm(young, Side.RIGHT, day, fit=Fit.DECIDING))
    assert fit_items() == []
    crossroads.clock.day += timedelta(days=1)
    title = "Amara Okonkwo & Jonas Weidmann: still deciding whether it fits"
    assert fit_items() == [(AttentionKind.FIT_AGAIN, title)]
    item = next(it for it in crossroads.desk.read(attention.items) if it.kind is AttentionKind.FIT_AGAIN)
    letter = crossroads.desk.read(items.letter, item)
    assert letter.names == ("Amara Okonkwo", "Jonas Weidmann")
    assert "still deciding" in letter.draft.body
    crossroads.desk.do(pulse.record, CheckInForm(young, Side.RIGHT, crossroads.clock.day, fit=Fit.GOOD))
    assert fit_items() == []


def test_no_good_fit_asks_for_a_new_match_until_the_pair_has_parted(
    crossroads: Crossroads, young: int, fit_items: Callable[[], Any]
) -> None:
    forms = [
        CheckInForm(young, Side.LEFT, TODAY, fit=Fit.GOOD),
        CheckInForm(young, Side.RIGHT, TODAY, fit=Fit.NOT_A_FIT),
    ]
    crossroads.desk.do(pulse.record_both, forms)
    assert fit_items() == [(AttentionKind.NOT_A_FIT, "Amara Okonkwo & Jonas Weidmann: not a good fit")]
    crossroads.desk.do(pairs.pause, [young])
    assert fit_items() == []


def test_the_questions_are_mailed_to_one_side(crossroads: Crossroads, pair: int) -> None:
    ask(crossroads, ASKED)
    letter = crossroads.desk.read(check_ins.letter, pair, Side.RIGHT, True)
    assert letter.names == ("Jonas Weidmann",)
    body = letter.draft.body
    assert "1. I can say what I think (1 not at all, 5 fully):\n2. It is worth my time" in body
    assert f"5. {ASKED[:-1]} (1 not at all, 5 fully):\n6. What did I get from Amara?" in body
    assert "9. Are the two of us a good fit?" in body
    assert "18 June" in body
    assert "{" not in body
    assert crossroads.desk.read(check_ins.again, pair).names == ("Amara Okonkwo", "Jonas Weidmann")


def test_nothing_is_read_of_a_pair_that_is_gone(crossroads: Crossroads) -> None:
    for read in (pulse.of_pair, pulse.questions):
        with pytest.raises(UserError):
            crossroads.desk.read(read, 99)
