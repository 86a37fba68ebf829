"""What a program's new drafts are matched by, and how many people of one company its cohorts take."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.data.tables import CustomField, Program
from mentordesk.domain.company_places import MOST_OF_A_COMPANY, CompanyPlaces
from mentordesk.domain.errors import FieldError, NotFoundError, UserError
from mentordesk.domain.matching.criteria import MatchRules
from mentordesk.domain.matching.reading import as_mapping, match_rules
from mentordesk.domain.program_matching import ProgramMatching
from mentordesk.services.desk import name_step
from mentordesk.services.programs.templates import template

_RULES = frozenset({"goal", "criteria", "rules"})
"""What of a program's match rules is read as rules; a draft's shape may stand beside it."""


def matching(session: Session, program_id: int) -> ProgramMatching:
    """Raises NotFoundError. Rules that cannot be read are told, not raised."""
    program = _find(session, program_id)
    usual = match_rules(template(program.format).match_rules)
    fields = session.scalars(select(CustomField.name).order_by(CustomField.position, CustomField.id)).all()
    places = CompanyPlaces(program.mentors_per_company, program.mentees_per_company)
    stored = {name: value for name, value in (program.match_rules or {}).items() if name in _RULES}
    try:
        return ProgramMatching(match_rules(stored) if stored else usual, usual, places, tuple(fields))
    except UserError as error:
        return ProgramMatching(None, usual, places, tuple(fields), error.sentence())


def save_rules(session: Session, program_id: int, rules: MatchRules, label: str = "") -> None:
    """Match new drafts by these rules, in one step of history called `label`. Raises UserError where nothing counts."""
    program = _find(session, program_id)
    values = as_mapping(rules)
    match_rules(values)
    program.match_rules = {**(program.match_rules or {}), **values}
    name_step(session, label or f"Change the match rules of {program.name}")


def save_places(session: Session, program_id: int, places: CompanyPlaces) -> None:
    """Take at most so many people of one company into each cohort; who is in stays.

    Raises FieldError for `mentors` or `mentees`.
    """
    program = _find(session, program_id)
    for name, most in (("mentors", places.mentors), ("mentees", places.mentees)):
        if most is not None and not 1 <= most <= MOST_OF_A_COMPANY:
            raise FieldError(name, f"Choose 1 to {MOST_OF_A_COMPANY:,} {name}, or leave it empty for no limit.")
    program.mentors_per_company, program.mentees_per_company = places.mentors, places.mentees
    name_step(session, f"Change the places per company of {program.name}")


def _find(session: Session, program_id: int) -> Program:
    found = session.get(Program, program_id)
    if found is None:
        raise NotFoundError("This program is not in the desk any more.", advice="It may have been removed or undone.")
    return found
