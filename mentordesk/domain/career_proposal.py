"""The turn of a career that a change of a person's title, department or level may be. Knows no table."""

from mentordesk.domain.people import CareerKind, PersonForm
from mentordesk.domain.text import fold


def proposed_turn(before: PersonForm, after: PersonForm) -> tuple[CareerKind, str] | None:
    """What to propose for the career, and its title: a higher level is a promotion, else another title a new role, else
    another department a transfer (DESIGN-2 10.14). None where nothing turned: what was empty has only been filled in.
    """
    if before.level is not None and after.level is not None and after.level > before.level:
        return CareerKind.PROMOTION, f"Promoted to {after.title.strip() or f'level {after.level}'}"
    if _another(before.title, after.title):
        return CareerKind.NEW_ROLE, f"New role: {after.title.strip()}"
    if _another(before.department, after.department):
        return CareerKind.TRANSFER, f"Moved to {after.department.strip()}"
    return None


def _another(before: str, after: str) -> bool:
    return bool(before.strip() and after.strip()) and fold(before.strip()) != fold(after.strip())
