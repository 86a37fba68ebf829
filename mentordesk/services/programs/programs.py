"""Programs: created from a template, changed, duplicated, taken out of use. Their plans are in `plans`."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from mentordesk.data.tables import Cohort, CustomField, Pair, PlanStep, Program, Question, QuestionSet
from mentordesk.domain.errors import FieldError, NotFoundError, UserError
from mentordesk.domain.health import Health
from mentordesk.domain.programs import Format, ProgramForm, ProgramRow, Thresholds
from mentordesk.domain.standing import PairStatus
from mentordesk.domain.templates import Template
from mentordesk.services import custom_fields
from mentordesk.services.cohort_phases import not_over, running
from mentordesk.services.desk import name_step, today
from mentordesk.services.free_names import copy_name, free_name, taken
from mentordesk.services.pairs import pair_facts
from mentordesk.services.programs.plan_effects import apply_plan as apply_plan
from mentordesk.services.programs.plan_effects import keep_plan as keep_plan
from mentordesk.services.programs.plan_effects import plan_effect as plan_effect
from mentordesk.services.programs.plan_steps import plan as plan
from mentordesk.services.programs.plans import add_step as add_step
from mentordesk.services.programs.plans import change_step as change_step
from mentordesk.services.programs.plans import remove_step as remove_step
from mentordesk.services.programs.plans import swap_days as swap_days
from mentordesk.services.programs.templates import template as template
from mentordesk.services.programs.templates import templates as templates

_COPIED = (
    *("format", "objective", "sponsor", "lead", "rhythm_days", "length_months", "ground_rules", "thresholds"),
    *("match_rules", "mentors_per_company", "mentees_per_company"),
)


def rows(session: Session) -> list[ProgramRow]:
    """All programs by name, with the cohorts that run today and the active pairs of any cohort."""
    cohorts, active = _running_cohorts(session), _active_pairs(session)
    found = session.execute(select(*Program.__table__.columns).order_by(func.lower(Program.name), Program.id))
    return [_row(program, cohorts.get(program.id, 0), active.get(program.id, 0)) for program in found]


def _row(program: Any, cohorts: int, active: int) -> ProgramRow:
    return ProgramRow(
        id=program.id,
        name=program.name,
        format=program.format,
        objective=program.objective,
        sponsor=program.sponsor,
        lead=program.lead,
        rhythm_days=program.rhythm_days,
        length_months=program.length_months,
        ground_rules=program.ground_rules,
        thresholds=Thresholds.from_mapping(program.thresholds),
        in_use=program.in_use,
        running_cohorts=cohorts,
        active_pairs=active,
    )


def _running_cohorts(session: Session) -> dict[int, int]:
    query = select(Cohort.program_id, func.count()).where(running(today(session))).group_by(Cohort.program_id)
    return _counts(session, query)


def _active_pairs(session: Session) -> dict[int, int]:
    query = select(Cohort.program_id, func.count()).join(Pair, Pair.cohort_id == Cohort.id)
    return _counts(session, query.where(Pair.status == PairStatus.ACTIVE).group_by(Cohort.program_id))


def _counts(session: Session, query: Select[*tuple[int, int]]) -> dict[int, int]:
    return {found[0]: found[1] for found in session.execute(query)}


def form(session: Session, program_id: int) -> ProgramForm:
    """A program as it is edited. Raises NotFoundError."""
    program = _find(session, program_id)
    return ProgramForm(
        name=program.name,
        format=program.format,
        objective=program.objective,
        sponsor=program.sponsor,
        lead=program.lead,
        rhythm_days=program.rhythm_days,
        length_months=program.length_months,
        ground_rules=program.ground_rules,
        thresholds=Thresholds.from_mapping(program.thresholds),
    )


def create(session: Session, form: ProgramForm, template: Template | None = None) -> int:
    """A new program as the form says, with the plan, match rules, questions and fields of the template; returns its id.

    Raises FieldError for `name`, `rhythm_days` or `length_months`.
    """
    _check(session, form)
    program = Program(**_values(form), match_rules=dict(template.match_rules) if template else {})
    session.add(program)
    session.flush()
    if template is not None:
        steps = ((step.title, step.days_after, step.owner, step.required) for step in template.steps)
        _add_steps(session, program.id, steps)
        _add_questions(session, program.id, _questions_of(template))
        _add_fields(session, template)
    name_step(session, f"New program {program.name}")
    return program.id


def create_named(session: Session, name: str, format_: Format) -> int:
    """A new program of the format's template under this name, or the next that is free; returns its id."""
    it = template(format_)
    return create(session, replace(it.form, name=free_name(session, Program, name)), it)


def _add_steps(session: Session, program_id: int, steps: Iterable[tuple[Any, ...]]) -> None:
    for title, days_after, owner, required in steps:
        session.add(PlanStep(program_id=program_id, title=title, days_after=days_after, owner=owner, required=required))


def _questions_of(template: Template) -> Iterable[tuple[Any, ...]]:
    for set_name, texts in template.questions.items():
        for position, text in enumerate(texts):
            yield QuestionSet(set_name), text, position, False


def _add_questions(session: Session, program_id: int, questions: Iterable[tuple[Any, ...]]) -> None:
    for set_name, text, position, hidden in questions:
        values = {"question_set": set_name, "text": text, "position": position, "hidden": hidden}
        session.add(Question(program_id=program_id, **values))


def _add_fields(session: Session, template: Template) -> None:
    """The attributes of people that the program is matched by, as far as the desk has none of that name."""
    for field in template.fields:
        if not taken(session, CustomField, field.name):
            custom_fields.save(session, field)


def save(session: Session, program_id: int, form: ProgramForm) -> None:
    """Change a program. Its format is fixed from its first cohort on; other ground rules are a new version of them.

    Raises FieldError for `name`, `format`, `rhythm_days` or `length_months`.
    """
    program = _find(session, program_id)
    _check(session, form, program)
    if form.ground_rules.strip() != program.ground_rules:
        program.ground_rules_version += 1
    for name, value in _values(form).items():
        setattr(program, name, value)
    name_step(session, f"Change program {program.name}")


def _values(form: ProgramForm) -> dict[str, Any]:
    return {
        "name": form.name.strip(),
        "format": form.format,
        "objective": form.objective.strip(),
        "sponsor": form.sponsor.strip(),
        "lead": form.lead.strip(),
        "rhythm_days": form.rhythm_days,
        "length_months": form.length_months,
        "ground_rules": form.ground_rules.strip(),
        "thresholds": form.thresholds.changed(),
    }


def _check(session: Session, form: ProgramForm, program: Program | None = None) -> None:
    if not form.name.strip():
        raise FieldError("name", "Give the program a name.")
    if taken(session, Program, form.name, except_id=program.id if program else None):
        raise FieldError("name", f"There is a program “{form.name.strip()}” already. Choose another name.")
    if not 1 <= form.rhythm_days <= 366:
        raise FieldError("rhythm_days", "Choose 1 to 366 days between two contacts.", proposal=30)
    if not 1 <= form.length_months <= 120:
        raise FieldError("length_months", "A program lasts 1 to 120 months.", proposal=9)
    if program is not None and form.format is not program.format and _has_cohorts(session, program.id):
        raise FieldError(
            "format",
            f"{program.name} has cohorts, so its format stays {program.format.word.lower()}. "
            "Create a new program for another format.",
            proposal=program.format,
        )


def health_preview(session: Session, program_id: int, form: ProgramForm) -> dict[Health, int]:
    """How many active pairs of the program would have each health with the thresholds and the rhythm of the form."""
    judged = Counter(
        found.health for found in pair_facts.judged_as(session, program_id, form.thresholds, form.rhythm_days)
    )
    return {health: judged[health] for health in Health}


def duplicate(session: Session, program_id: int) -> int:
    """A new program with the same settings, plan, match rules and questions, without cohorts; returns its id."""
    program = _find(session, program_id)
    name = copy_name(session, Program, program.name)
    twin = Program(name=name, **{column: getattr(program, column) for column in _COPIED})
    session.add(twin)
    session.flush()
    step, question = PlanStep, Question
    steps = select(step.title, step.days_after, step.owner, step.required).where(step.program_id == program_id)
    asked = select(question.question_set, question.text, question.position, question.hidden)
    _add_steps(session, twin.id, [tuple(found) for found in session.execute(steps.order_by(step.id))])
    _add_questions(
        session,
        twin.id,
        [tuple(found) for found in session.execute(asked.where(question.program_id == program_id))],
    )
    name_step(session, f"Duplicate program {program.name}")
    return twin.id


def set_in_use(session: Session, program_id: int, in_use: bool) -> None:
    """Take a program out of use, which needs that no cohort of it is running or to come, or use it again."""
    program = _find(session, program_id)
    if not in_use:
        _check_over(session, program)
    program.in_use = in_use
    name_step(session, f"{'Use' if in_use else 'Stop using'} {program.name}{' again' if in_use else ''}")


def _check_over(session: Session, program: Program) -> None:
    query = select(Cohort.name).where(Cohort.program_id == program.id, not_over(today(session)))
    name = session.scalar(query.order_by(Cohort.starts_on).limit(1))
    if name is not None:
        raise UserError(
            f"{program.name} is still in use: {name} is not finished.",
            advice="Close the cohort first, or remove it.",
        )


def remove(session: Session, program_id: int) -> None:
    """Take a program without cohorts off the desk."""
    program = _find(session, program_id)
    if _has_cohorts(session, program_id):
        raise UserError(
            f"{program.name} cannot be removed: it has cohorts, and their history stays.",
            advice="Stop using it instead.",
        )
    name_step(session, f"Remove program {program.name}")
    session.delete(program)


def _has_cohorts(session: Session, program_id: int) -> bool:
    return session.scalar(select(Cohort.id).where(Cohort.program_id == program_id).limit(1)) is not None


def _find(session: Session, program_id: int) -> Program:
    found = session.get(Program, program_id)
    if found is None:
        raise NotFoundError("This program is not in the desk any more.", advice="It may have been removed or undone.")
    return found
