"""Programs: created from a template, changed, duplicated, taken out of use, removed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.data.tables import Program, Question, QuestionSet
from mentordesk.domain.contacts import Channel, ContactForm
from mentordesk.domain.errors import FieldError, NotFoundError, UserError
from mentordesk.domain.health import Health
from mentordesk.domain.pairs import PairStatus
from mentordesk.domain.people import FieldKind
from mentordesk.domain.programs import Format, ProgramForm, Thresholds
from mentordesk.services import custom_fields
from mentordesk.services.desk import Desk
from mentordesk.services.matching import program_matching
from mentordesk.services.pairs import contacts, milestones, pairs
from mentordesk.services.programs import programs
from tests.builders import add_cohort, add_pair, add_program

UPSTREAM = ProgramForm(
    name="Upstream",
    format=Format.REVERSE,
    objective="Leaders see more.",
    sponsor="Gareth Penry",
    lead="Catalina Rojas",
    rhythm_days=14,
    length_months=6,
    ground_rules="{mentor} and {mentee} are honest.",
    thresholds=Thresholds(early_days=20, balance_window_months=3),
)


def questions(session: Session, program_id: int) -> list[tuple[QuestionSet, str]]:
    query = select(Question.question_set, Question.text).where(Question.program_id == program_id)
    return [tuple(found) for found in session.execute(query.order_by(Question.question_set, Question.position))]


def match_rules(session: Session, program_id: int) -> dict[str, object]:
    return session.get_one(Program, program_id).match_rules


def rules_version(session: Session, program_id: int) -> int:
    return session.get_one(Program, program_id).ground_rules_version


@pytest.mark.parametrize("format_", list(Format))
def test_a_program_from_a_template_brings_everything_along(desk: Desk, format_: Format) -> None:
    template = programs.template(format_)
    program = desk.do(programs.create, template.form, template)
    assert desk.read(programs.form, program) == template.form
    steps = [(step.title, step.days_after, step.owner, step.required) for step in desk.read(programs.plan, program)]
    assert steps == [(step.title, step.days_after, step.owner, step.required) for step in template.steps]
    assert desk.read(match_rules, program) == template.match_rules
    asked = desk.read(questions, program)
    for name, texts in template.questions.items():
        assert [text for set_name, text in asked if set_name == name] == list(texts)


def test_a_program_without_a_template_begins_empty(desk: Desk) -> None:
    program = desk.do(programs.create, UPSTREAM)
    assert desk.read(programs.form, program) == UPSTREAM
    assert desk.read(programs.plan, program) == []
    assert desk.undo_label() == "New program Upstream"


@pytest.mark.parametrize(
    ("form", "field"),
    [
        (ProgramForm(" "), "name"),
        (ProgramForm("CROSSROADS"), "name"),
        (ProgramForm("New", rhythm_days=0), "rhythm_days"),
        (ProgramForm("New", rhythm_days=367), "rhythm_days"),
        (ProgramForm("New", length_months=0), "length_months"),
        (ProgramForm("New", length_months=121), "length_months"),
    ],
)
def test_what_cannot_be_saved_is_said_at_its_field(desk: Desk, form: ProgramForm, field: str) -> None:
    add_program(desk)
    with pytest.raises(FieldError) as caught:
        desk.do(programs.create, form)
    assert caught.value.field == field
    assert [row.name for row in desk.read(programs.rows)] == ["Crossroads"]


def test_a_program_is_changed(desk: Desk) -> None:
    program = add_program(desk, "Upstream")
    desk.do(programs.save, program, UPSTREAM)
    assert desk.read(programs.form, program) == UPSTREAM
    desk.undo()
    assert desk.read(programs.form, program).format is Format.TRADITIONAL


def test_other_ground_rules_are_a_new_version(desk: Desk) -> None:
    program = desk.do(programs.create, UPSTREAM)
    desk.do(programs.save, program, UPSTREAM)
    assert desk.read(rules_version, program) == 1
    desk.do(programs.save, program, ProgramForm("Upstream", Format.REVERSE, ground_rules="Be kind."))
    assert desk.read(rules_version, program) == 2


def test_the_format_is_fixed_from_the_first_cohort_on(desk: Desk) -> None:
    program = desk.do(programs.create, UPSTREAM)
    add_cohort(desk, program)
    with pytest.raises(FieldError) as caught:
        desk.do(programs.save, program, ProgramForm("Upstream", Format.PEER))
    assert caught.value.field == "format"
    assert "Create a new program for another format" in str(caught.value)


def test_rows_count_running_cohorts_and_active_pairs(desk: Desk) -> None:
    crossroads, open_door = add_program(desk), add_program(desk, "Open Door", Format.CROSS_COMPANY)
    running = add_cohort(desk, crossroads)
    past = add_cohort(desk, crossroads, "Crossroads 2019", starts_on=date(2019, 1, 7), ends_on=date(2019, 9, 27))
    add_cohort(desk, open_door, "Open Door 5", starts_on=date(2026, 9, 1), ends_on=date(2027, 2, 26))
    add_pair(desk, "Amara", "Jonas", running)
    add_pair(desk, "Ruth", "Mateo", running, PairStatus.PAUSED)
    add_pair(desk, "Hana", "Luca", past)
    found = [(row.name, row.running_cohorts, row.active_pairs) for row in desk.read(programs.rows)]
    assert found == [("Crossroads", 1, 2), ("Open Door", 0, 0)]


def test_a_duplicate_has_all_but_the_cohorts(desk: Desk) -> None:
    program = add_program(desk, sponsor="Gareth Penry")
    add_cohort(desk, program)
    twin = desk.do(programs.duplicate, program)
    assert desk.do(programs.duplicate, program) != twin
    assert [row.name for row in desk.read(programs.rows)] == ["Crossroads", "Crossroads, copy", "Crossroads, copy (2)"]
    old, new = desk.read(programs.form, program), desk.read(programs.form, twin)
    assert (new.sponsor, new.ground_rules, new.thresholds) == (old.sponsor, old.ground_rules, old.thresholds)
    assert [step.title for step in desk.read(programs.plan, twin)] == [
        step.title for step in desk.read(programs.plan, program)
    ]
    assert desk.read(questions, twin) == desk.read(questions, program)
    assert desk.read(match_rules, twin) == desk.read(match_rules, program)


def test_a_program_goes_out_of_use_once_its_cohorts_are_over(desk: Desk, clock) -> None:
    program = add_program(desk)
    add_cohort(desk, program)
    with pytest.raises(UserError, match="Crossroads 2025–26 is not finished"):
        desk.do(programs.set_in_use, program, False)
    clock.day = date(2026, 7, 4)
    desk.do(programs.set_in_use, program, False)
    assert desk.undo_label() == "Stop using Crossroads"
    assert [row.in_use for row in desk.read(programs.rows)] == [False]
    desk.do(programs.set_in_use, program, True)
    assert [row.in_use for row in desk.read(programs.rows)] == [True]


def test_only_a_program_without_cohorts_is_removed(desk: Desk) -> None:
    program = add_program(desk)
    desk.do(programs.remove, program)
    assert desk.read(programs.rows) == []
    desk.undo()
    assert len(desk.read(programs.plan, program)) == 9
    add_cohort(desk, program)
    with pytest.raises(UserError, match="it has cohorts"):
        desk.do(programs.remove, program)


def test_a_program_that_is_gone_is_said_so(desk: Desk) -> None:
    with pytest.raises(NotFoundError, match="not in the desk any more"):
        desk.read(programs.form, 8)


def test_the_health_of_running_pairs_under_other_rules_is_shown_before_they_are_saved(desk: Desk) -> None:
    program = add_program(desk)
    cohort = add_cohort(desk, program)
    for n, days_ago in enumerate((1, 20, 36)):
        pair = add_pair(desk, f"Mentor {n}", f"Mentee {n}", cohort)
        desk.do(milestones.mark_done, [row.id for row in desk.read(milestones.of_pair, pair)], desk.today())
        desk.do(contacts.log, ContactForm(pair, Channel.VIDEO, desk.today() - timedelta(days=days_ago)))
    form = desk.read(programs.form, program)
    now = desk.read(programs.health_preview, program, form)
    assert (now[Health.ON_TRACK], now[Health.WATCH], now[Health.AT_RISK], now[Health.TOO_EARLY]) == (2, 1, 0, 0)
    assert sorted(row.health for row in desk.read(pairs.rows)) == [Health.ON_TRACK, Health.ON_TRACK, Health.WATCH]
    tighter = desk.read(programs.health_preview, program, replace(form, rhythm_days=14))
    assert (tighter[Health.ON_TRACK], tighter[Health.AT_RISK]) == (1, 2)
    looser = replace(form, thresholds=Thresholds(contact_watch=2.0, contact_risk=3.0))
    assert desk.read(programs.health_preview, program, looser)[Health.ON_TRACK] == 3
    assert sum(desk.read(programs.health_preview, add_program(desk, "Upstream"), form).values()) == 0


def test_a_program_brings_the_field_that_it_is_matched_by(desk: Desk) -> None:
    program = add_program(desk, "Upstream", Format.REVERSE)
    (field,) = desk.read(custom_fields.rows)
    assert (field.name, field.kind) == ("Values and goals", FieldKind.CHOICES)
    assert desk.undo_label() == "New program Upstream"
    add_program(desk, "Upstream 2", Format.REVERSE)
    assert len(desk.read(custom_fields.rows)) == 1
    assert desk.read(program_matching.matching, program).fields == ("Values and goals",)
    desk.undo()
    desk.undo()
    assert desk.read(custom_fields.rows) == []
