"""The metrics read from a desk: equal to the figures of Today, as of any day, in a fixed number of statements."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from mentordesk.data.records import CheckIn, Goal, GoalOwner
from mentordesk.domain.closing import SurveyForm
from mentordesk.domain.cohorts import Role
from mentordesk.domain.metrics.definitions import DEFINITIONS
from mentordesk.domain.metrics.model import Measure, Metrics
from mentordesk.domain.people import CareerKind, CustomFieldForm, FieldKind, PersonForm, PersonStatus
from mentordesk.domain.scope import EVERYTHING, Period, Scope
from mentordesk.domain.standing import Side
from mentordesk.services import custom_fields, figures, metrics, privacy, sample
from mentordesk.services.desk import Desk
from mentordesk.services.pairs import check_ins, closing, milestones, pair_facts, pairs
from mentordesk.services.people import people
from mentordesk.services.reports import reporting
from tests.crossroads import START, TODAY, Crossroads

DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def sample_desk(tmp_path_factory):
    folder = tmp_path_factory.mktemp("metrics")
    path = sample.make(folder / "sample.mdesk", TODAY)
    morning = datetime(2026, 6, 4, 9, 41).astimezone()
    made = Desk.open(path, backups=folder, read_only=True, clock=lambda: morning)
    yield made
    made.close()


def scopes(desk: Desk) -> list[Scope]:
    programs, every = desk.read(reporting.scopes)
    return [EVERYTHING, *(Scope(program_id=id_) for id_, _ in programs), *(Scope(cohort_id=id_) for id_, _ in every)]


def value(found: Metrics, key: str) -> tuple[Any, ...]:
    measure = found.measure(key)
    assert measure is not None, key
    return measure.value, measure.n, measure.of


def test_the_figures_are_those_of_today_in_every_scope(sample_desk) -> None:
    for scope in scopes(sample_desk):
        found, one = sample_desk.read(metrics.read, scope), sample_desk.read(figures.figures, scope)
        assert found.figures == one, scope
        assert value(found, "in_contact_30")[1:] == (one.in_contact_30, one.active_pairs)
        assert value(found, "milestones_on_time") == (
            *(one.milestones_on_time_percent, one.milestones_on_time, one.milestones_due),
        )
        satisfaction = found.measure("satisfaction.all")
        assert satisfaction is not None
        if satisfaction.n:
            assert satisfaction.value == one.check_in_average
        elif one.check_in_answered:
            assert satisfaction.note.startswith("fewer than 5")
        bands = (one.in_balance, one.in_balance + one.leaning + one.one_sided)
        if one.active_pairs:
            assert value(found, "in_balance")[1:] == bands


def test_means_by_question_are_those_of_the_cohort_page(sample_desk) -> None:
    for scope in scopes(sample_desk):
        found, page = sample_desk.read(metrics.read, scope), sample_desk.read(check_ins.latest, scope)
        for mean in page.means:
            for role, shown in ((Role.MENTOR, mean.left), (Role.MENTEE, mean.right)):
                measure = found.measure(f"satisfaction.{mean.question}.{role.value}")
                if measure is not None and measure.n and not found.measure(f"satisfaction.{mean.question}.peer"):
                    assert measure.value == shown


def test_a_cohort_says_the_same_alone_and_beside_others(sample_desk) -> None:
    for column in sample_desk.read(metrics.read).cohorts:
        alone = sample_desk.read(metrics.read, Scope(cohort_id=column.id))
        beside = {measure.key: measure for measure in column.measures}
        for key in ("match_rate.all", "contacts", "contact_hours", "in_contact_30", "milestones_on_time"):
            assert (beside[key].value, beside[key].n, beside[key].of) == value(alone, key)


def test_every_figure_is_defined_in_one_sentence(sample_desk) -> None:
    used: set[str] = set()
    for scope in scopes(sample_desk):
        used |= {measure.term for measure in sample_desk.read(metrics.read, scope).every_measure()}
    assert used <= set(DEFINITIONS)
    assert set(DEFINITIONS) <= used
    for title, sentence in DEFINITIONS.values():
        assert title
        assert sentence.endswith(".")
        assert ". " not in sentence


def test_no_zero_stands_for_what_was_not_asked(sample_desk) -> None:
    for scope in scopes(sample_desk):
        for measure in sample_desk.read(metrics.read, scope).every_measure():
            assert (measure.value is None) == (measure.note not in ("", *_facts(measure))), measure
            if measure.n == 0 and measure.unit in ("rating", "ten", "score"):
                assert measure.note in ("not asked", "no answer yet")


def _facts(measure: Measure) -> tuple[str, ...]:
    """A company's sums are told beside its value."""
    return (measure.note,) if measure.note.startswith("gave ") else ()


def test_a_desk_without_anything_has_no_values(desk) -> None:
    found = desk.read(metrics.read)
    assert (found.as_of, found.smallest, found.breakdowns, found.cohorts, found.compared) == (TODAY, 5, (), (), None)
    assert value(found, "participation") == (None, 0, 0)
    assert found.measure("recommend.all").note == "not asked"


def test_the_number_of_statements_does_not_grow_with_people(crossroads: Crossroads) -> None:
    counts = []
    for number in range(30):
        left, right = f"Left {number}", f"Right {number}"
        for name, role in ((left, Role.MENTOR), (right, Role.MENTEE)):
            crossroads.person(name, department=f"Department {number % 3}")
            crossroads.enroll(name, role)
        made = crossroads.pair(left, right)
        crossroads.contact(made, 3)
        crossroads.check_in(made, Side.LEFT, 5, 4, 4, 4, 4, recommend=9)
        counts.append(_statements(crossroads.desk))
    assert len(set(counts)) == 1
    assert counts[0] < 40


def _statements(desk: Desk) -> int:
    counted: list[str] = []

    def count(session: Session) -> None:
        engine = session.connection().engine
        note = lambda *said: counted.append(said[2])  # noqa: E731
        event.listen(engine, "before_cursor_execute", note)
        metrics.read(session)
        event.remove(engine, "before_cursor_execute", note)

    desk.read(count)
    return len(counted)


def test_an_earlier_day_knows_nothing_of_what_came_later(crossroads: Crossroads) -> None:
    first, second = crossroads.pair(), crossroads.pair("Ruth", "Mateo")
    for pair_id in (first, second):
        crossroads.contact(pair_id, 20, minutes=60)
        crossroads.check_in(pair_id, Side.LEFT, 40, 2, 2, 2, 2, recommend=3)
    crossroads.desk.do(privacy.set_smallest_group, 3)
    day = crossroads.ago(10)
    crossroads.clock.day = day
    then = crossroads.desk.read(metrics.read)
    crossroads.clock.day = TODAY
    crossroads.contact(first, 2, minutes=90)
    crossroads.check_in(first, Side.LEFT, 1, 5, 5, 5, 5, recommend=10)
    _goal(crossroads, first, set_on=TODAY - DAY)
    crossroads.desk.do(milestones.mark_done, [crossroads.desk.read(milestones.of_pair, first)[0].id], TODAY)
    crossroads.desk.do(pairs.complete, [second])
    past = crossroads.desk.read(metrics.read, EVERYTHING, Period(last=day))
    assert past.as_of == day
    assert past.figures == then.figures
    assert past.sections == then.sections
    assert past.cohorts == then.cohorts
    assert crossroads.desk.read(metrics.read).figures != then.figures


def _goal(crossroads: Crossroads, pair_id: int, **values: Any) -> None:
    from tests.crossroads import add

    goal = Goal(pair_id=pair_id, owner=GoalOwner.BOTH, title="Give talks", **values)
    crossroads.desk.do(add, goal)


def test_contacts_are_of_the_period(crossroads: Crossroads) -> None:
    pair_id = crossroads.pair()
    for days_ago in (40, 30, 20, 10):
        crossroads.contact(pair_id, days_ago, minutes=30)
    period = Period(crossroads.ago(30), crossroads.ago(20))
    assert value(crossroads.desk.read(metrics.read, EVERYTHING, period), "contacts")[0] == 2
    assert value(crossroads.desk.read(metrics.read, EVERYTHING, period), "contact_hours")[0] == 1.0
    assert value(crossroads.desk.read(metrics.read), "contacts")[0] == 4


def test_a_declined_proposal_is_no_pair(crossroads: Crossroads) -> None:
    crossroads.pair()
    crossroads.desk.do(pairs.end, crossroads.propose("Ruth", "Mateo"), "declined")
    found = crossroads.desk.read(metrics.read)
    assert value(found, "match_rate.mentee") == (50, 1, 2)
    assert value(found, "ended_early") == (0, 0, 1)


def test_the_newest_recommendation_of_a_side_counts_wherever_it_was_given(crossroads: Crossroads) -> None:
    crossroads.desk.do(privacy.set_smallest_group, 3)
    for name in ("Vera", "Wim"):
        crossroads.person(name)
    made = [crossroads.pair(), crossroads.pair("Ruth", "Mateo"), crossroads.pair("Vera", "Wim", cohort_id=None)]
    for pair_id in made:
        crossroads.check_in(pair_id, Side.LEFT, 90, recommend=0)
        crossroads.check_in(pair_id, Side.LEFT, 10, 4, 4, 4, 4, recommend=10)
    crossroads.desk.do(closing.record, SurveyForm(made[0], Side.LEFT, crossroads.ago(10), recommend=6))
    crossroads.check_in(made[1], Side.LEFT, 1, 4, 4, 4, 4)
    found = crossroads.desk.read(metrics.read)
    assert value(found, "recommend.mentor") == (33, 3, None)
    assert found.measure("recommend.mentee").note == "not asked"


def test_breakdowns_know_custom_fields_but_not_those_hidden_in_reports(desk: Desk) -> None:
    age = desk.do(custom_fields.save, CustomFieldForm("Age", FieldKind.NUMBER))
    parent = desk.do(custom_fields.save, CustomFieldForm("Parent", FieldKind.YES_NO))
    secret = desk.do(
        custom_fields.save, CustomFieldForm("Secret", FieldKind.CHOICE, ("A", "B"), hidden_in_reports=True)
    )
    nick = desk.do(custom_fields.save, CustomFieldForm("Nickname", FieldKind.TEXT))
    for number in range(12):
        custom = {
            age: (str(24 + 2 * number),),
            parent: ("yes" if number % 2 else "no",),
            secret: ("A" if number % 2 else "B",),
            nick: (f"Nick {number}",),
        }
        desk.do(people.save, PersonForm(f"Person {number}", level=1 + number % 2, custom=custom))
    found = {breakdown.title: breakdown for breakdown in desk.read(metrics.read).breakdowns}
    assert set(found) == {"Level", "Age", "Parent"}
    assert [row.value for row in found["Age"].rows] == [
        "20 to 24",
        "25 to 29",
        "30 to 34",
        "35 to 39",
        "40 to 44",
        "45 to 49",
    ]
    assert [row.value for row in found["Parent"].rows] == ["Yes", "No"]
    assert [row.value for row in found["Level"].rows] == ["Level 1", "Level 2"]


def test_participants_are_compared_with_those_who_were_there(crossroads: Crossroads) -> None:
    for number in range(8):
        crossroads.person(f"Inside {number}", hired_on=date(2020, 1, 1))
        crossroads.enroll(f"Inside {number}", Role.MENTEE)
        crossroads.person(f"Outside {number}", hired_on=date(2020, 1, 1))
    crossroads.person("Late", hired_on=START + DAY)
    crossroads.person("Guest", external=True)
    gone = {"status": PersonStatus.LEFT, "left_on": TODAY - DAY}
    crossroads.person("Gone", **gone)
    crossroads.turn("Inside 1", CareerKind.PROMOTION, 30)
    crossroads.turn("Inside 2", CareerKind.NEW_ROLE, 30)
    found = crossroads.desk.read(metrics.read, Scope(cohort_id=crossroads.cohort)).compared
    assert found is not None
    numbers = {it.key: (it.n, it.of) for it in (*found.participants, *found.others)}
    assert numbers == {
        "retention.participants": (12, 12),
        "promotion.participants": (1, 12),
        "retention.others": (8, 9),
        "promotion.others": (0, 9),
    }


def test_facts_that_are_loaded_already_are_not_loaded_again(crossroads: Crossroads) -> None:
    crossroads.pair()

    def both(session: Session) -> tuple[Metrics, Metrics]:
        return metrics.read(session), metrics.read(session, records=pair_facts.load(session))

    first, second = crossroads.desk.read(both)
    assert first == second


def test_what_a_small_group_named_is_not_handed_on(sample_desk) -> None:
    every = [group for scope in scopes(sample_desk) for group in sample_desk.read(metrics.read, scope).benefits]
    small = [group for group in every if group.is_small]
    assert small
    assert all(group.counts == () for group in small)


def test_nobody_is_named(sample_desk) -> None:
    """Nothing in the metrics says a name: they may be shown to every reader."""

    def names(session: Session) -> list[str]:
        from sqlalchemy import select

        from mentordesk.data.tables import Person

        return list(session.scalars(select(Person.name)))

    written = repr(sample_desk.read(metrics.read))
    assert [name for name in sample_desk.read(names) if name in written] == []


def test_check_ins_without_an_answer_are_told_from_none(crossroads: Crossroads) -> None:
    pair_id = crossroads.pair()
    assert crossroads.desk.read(metrics.read).measure("satisfaction.all").note == "not asked"
    from tests.crossroads import add

    crossroads.desk.do(add, CheckIn(pair_id=pair_id, side=Side.LEFT, day=TODAY, skipped=True))
    assert crossroads.desk.read(metrics.read).measure("satisfaction.all").note == "no answer yet"
