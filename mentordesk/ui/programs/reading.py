"""What the Programs page reads: the list, the templates, and everything about the chosen program."""

from dataclasses import dataclass
from typing import Any

from mentordesk.domain.cohorts import CohortPhase, CohortRow
from mentordesk.domain.health import Health
from mentordesk.domain.plan_effect import PlanEffect
from mentordesk.domain.program_matching import ProgramMatching
from mentordesk.domain.programs import ProgramForm, ProgramRow, StepRow
from mentordesk.domain.questions import QuestionRow
from mentordesk.domain.templates import Template

TEMPLATES = "template:"
"""The ids of templates in the list begin so: "template:peer"."""


@dataclass(frozen=True, slots=True)
class ProgramSheet:
    """One program as its tabs show it. `cohort` is the one whose dates the plan shows; `former` are the days a step
    had before changes that running pairs have not been asked about; `signed` of `asked` pairs signed the rules."""

    row: ProgramRow
    form: ProgramForm
    plan: list[StepRow]
    effect: PlanEffect
    former: dict[int, int]
    cohort: CohortRow | None
    cohorts: int
    health: dict[Health, int]
    signed: int
    asked: int
    matching: ProgramMatching
    questions: tuple[QuestionRow, ...] = ()


@dataclass(frozen=True, slots=True)
class ProgramRows:
    """The list; a program's sheet or a template, or neither in an empty desk."""

    programs: list[ProgramRow]
    templates: tuple[Template, ...]
    sheet: ProgramSheet | None
    template: Template | None


def read(session: Any, wanted: int | str | None, in_scope: int | None = None) -> ProgramRows:
    """All programs, and what is wanted: a program by its id, a template by its key, else the program in scope or the
    first one in use."""
    from mentordesk.services.programs import programs

    rows, templates = programs.rows(session), programs.templates()
    template = next((it for it in templates if wanted == f"{TEMPLATES}{it.format.value}"), None)
    if template is not None:
        return ProgramRows(rows, templates, None, template)
    there = {row.id: row for row in rows}
    first = max(rows, key=lambda row: (row.in_use, row.active_pairs), default=None)
    chosen = there.get(wanted) if isinstance(wanted, int) else None  # a program may be gone since
    chosen = chosen or there.get(in_scope or 0) or first
    return ProgramRows(rows, templates, read_sheet(session, chosen) if chosen else None, None)


def read_sheet(session: Any, row: ProgramRow) -> ProgramSheet:
    """Everything about one program."""
    from mentordesk.domain.scope import Scope
    from mentordesk.services.matching import program_matching
    from mentordesk.services.pairs import agreements
    from mentordesk.services.programs import cohorts, plan_memory, programs, questions

    form, plan = programs.form(session, row.id), programs.plan(session, row.id)
    found = cohorts.rows(session, Scope(program_id=row.id))
    former = plan_memory.recall(session, row.id).former
    before = {step.id: former[step.id].days[0] for step in plan if step.id in former and former[step.id].days}
    signed, asked = agreements.signed(session, row.id)
    return ProgramSheet(
        row=row,
        form=form,
        plan=plan,
        effect=programs.plan_effect(session, row.id),
        former={step.id: before[step.id] for step in plan if before.get(step.id, step.days_after) != step.days_after},
        cohort=_shown(found),
        cohorts=len(found),
        health=programs.health_preview(session, row.id, form),
        signed=signed,
        asked=asked,
        matching=program_matching.matching(session, row.id),
        questions=tuple(questions.rows(session, row.id)),
    )


def _shown(cohorts: list[CohortRow]) -> CohortRow | None:
    """The cohort whose dates are shown: the running one with most pairs, else the next one, else none."""
    ranks = {CohortPhase.RUNNING: 1, CohortPhase.PREPARATION: 0}
    open_ones = [it for it in cohorts if it.phase in ranks]
    return max(open_ones, key=lambda it: (ranks[it.phase], it.active, it.starts_on), default=None)


def preview(session: Any, program_id: int, form: ProgramForm) -> dict[Health, int]:
    """The health its active pairs would have with the form's rules."""
    from mentordesk.services.programs import programs

    return programs.health_preview(session, program_id, form)
