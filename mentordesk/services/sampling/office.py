"""The programs of the sample, made from the templates as a coordinator would, and their cohorts. Knows no pair."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.data.tables import Cohort, PlanStep
from mentordesk.domain import cohorts
from mentordesk.domain.check_in_rules import own_questions
from mentordesk.domain.dates import add_months
from mentordesk.domain.programs import Format
from mentordesk.domain.questions import QuestionSet
from mentordesk.services.programs import programs
from mentordesk.services.sampling import ago, texts
from mentordesk.services.sampling.draft import CohortFacts, Draft, PlanStepFacts, ProgramFacts


def create(session: Session, draft: Draft) -> None:
    """Four programs, one a format, then all cohorts of cohorts.toml."""
    for name, facts in texts.read("cohorts")["programs"].items():
        draft.programs[name] = _program(session, name, facts)
    for key, facts in texts.read("cohorts")["cohorts"].items():
        _cohort(draft, key, facts)


def _program(session: Session, name: str, facts: dict[str, Any]) -> ProgramFacts:
    template = programs.template(Format(facts["format"]))
    form = replace(template.form, name=name, sponsor=facts["sponsor"], lead=facts["lead"])
    # The fields it is matched by are among those of the people, with ids of the draft.
    program_id = programs.create(session, form, replace(template, fields=()))
    steps = session.scalars(select(PlanStep).where(PlanStep.program_id == program_id).order_by(PlanStep.days_after))
    return ProgramFacts(
        program_id,
        name,
        form.format,
        form.rhythm_days,
        form.length_months,
        tuple(PlanStepFacts(step.id, step.title, step.days_after, step.owner, step.required) for step in steps),
        tuple(question.title for question in own_questions(template.questions[QuestionSet.CHECK_IN.value])),
        tuple(template.questions[QuestionSet.CLOSING.value]),
    )


def _cohort(draft: Draft, key: str, facts: dict[str, Any]) -> None:
    program = draft.programs[facts["program"]]
    starts_on = _start(draft, program, facts)
    name = facts["name"].format(years=years(starts_on, last_day(program, starts_on)))
    counts = {count: facts[count] for count in ("pairs", "enduring", "ended") if count in facts}
    closes = facts.get("matching_closes")
    lead = texts.read("cohorts")["programs"][program.name]["lead"]
    draft.cohorts[key] = add(draft, program, name, starts_on, lead, ago.day(closes, draft.today) if closes else None)
    draft.cohorts[key] = replace(draft.cohorts[key], **counts)


def _start(draft: Draft, program: ProgramFacts, facts: dict[str, Any]) -> date:
    if "starts" in facts:
        return ago.day(facts["starts"], draft.today)
    if "ends" in facts:
        return add_months(ago.day(facts["ends"], draft.today) + timedelta(days=1), -program.length_months)
    running = next(cohort for cohort in draft.cohorts.values() if cohort.program is program)
    return add_months(running.starts_on, -facts["before"])


def add(
    draft: Draft, program: ProgramFacts, name: str, starts_on: date, lead: str, matching_closes_on: date | None = None
) -> CohortFacts:
    """A cohort of the program's length; one that is over is closed."""
    ends_on = last_day(program, starts_on)
    cohort_id = draft.rows.add(
        Cohort,
        program_id=program.id,
        name=name,
        starts_on=starts_on,
        ends_on=ends_on,
        matching_closes_on=matching_closes_on,
        closed_on=ends_on if ends_on < draft.today else None,
        lead=lead,
    )
    return CohortFacts(cohort_id, program, name, starts_on, ends_on)


def last_day(program: ProgramFacts, starts_on: date) -> date:
    return cohorts.last_day(starts_on, program.length_months)


def years(first: date, last: date) -> str:
    """ "2026", or "2025–26" for a cohort that runs over the turn of the year."""
    return str(first.year) if first.year == last.year else f"{first.year}–{last.year % 100:02d}"
