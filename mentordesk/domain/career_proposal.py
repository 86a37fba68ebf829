"""The turn of a career that a change of a person's title, department or level may be. Knows no table."""

from mentordesk.domain.people import CareerKind, PersonForm
from mentordesk.domain.text import fold

PROMOTED, NEW_ROLE, MOVED, BACK = "Promoted to ", "New role: ", "Moved to ", "Back from "


def proposed_turn(before: PersonForm, after: PersonForm) -> tuple[CareerKind, str] | None:
    """What to propose for the career, and its title: a higher level is a promotion, else another title a new role, else
    another department a transfer (DESIGN-2 10.14). None where nothing turned: what was empty has only been filled in.
    """
    if is_higher(before.level, after.level) or is_risen(before.title, after.title):
        return CareerKind.PROMOTION, promoted_to(after.title, after.level)
    if is_another(before.title, after.title):
        return CareerKind.NEW_ROLE, f"{NEW_ROLE}{after.title.strip()}"
    if is_another(before.department, after.department):
        return CareerKind.TRANSFER, f"{MOVED}{after.department.strip()}"
    return None


def promoted_to(title: str, level: int | None) -> str:
    """ "Promoted to VP Operations"; to a level where there is no title, and a plain "Promotion" without both."""
    if title.strip():
        return f"{PROMOTED}{title.strip()}"
    return CareerKind.PROMOTION.word if level is None else f"{PROMOTED}level {level}"


def is_higher(before: int | None, after: int | None) -> bool:
    """Whether a level has gone up; never where one of the two is not known."""
    return before is not None and after is not None and after > before


_RISES = ("senior", "sr", "sr.", "lead", "principal", "head of", "chief")


def is_risen(before: str, after: str) -> bool:
    """Whether a title is the one before with a word in front that says a step up: seven levels are fewer than the
    grades of many a company, and a promotion may stay within one."""
    was, becomes = fold(before.strip()), fold(after.strip())
    return bool(was) and becomes in {f"{rise} {was}" for rise in _RISES}


def is_another(before: str, after: str) -> bool:
    """Whether something has taken the place of something: not where it was only written otherwise or filled in."""
    return bool(before.strip() and after.strip()) and fold(before.strip()) != fold(after.strip())


_KINDS = frozenset(kind.word for kind in CareerKind)


def bare_title(title: str) -> str:
    """The title of a career milestone for a sentence that has the verb: "Promoted to VP Operations" is "VP Operations",
    and a title that only names its kind is none."""
    text = title.strip()
    if text in _KINDS:
        return ""
    return next((text[len(words) :] for words in (PROMOTED, NEW_ROLE, MOVED, BACK) if text.startswith(words)), text)
