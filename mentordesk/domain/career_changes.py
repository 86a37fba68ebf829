"""The turns of a career that an HR export shows when it is compared with what was known. Knows no table and no file."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from mentordesk.domain.career_proposal import BACK, MOVED, NEW_ROLE, is_another, is_higher, is_risen, promoted_to
from mentordesk.domain.people import CareerKind, PersonStatus
from mentordesk.domain.text import fold

NEWS_DAYS = 366
"""A date of the last promotion that is older is history: it is no news about somebody who is here already."""
NEAR_DAYS = 31
"""A milestone so many days before or after a date of the file is the same turn."""
GUESSED_DAYS = 120
"""The same where one of the two days is that of an import: from one quarterly export to the next, and a month."""

_ALIKE = {
    CareerKind.PROMOTION: frozenset({CareerKind.PROMOTION, CareerKind.NEW_ROLE}),
    CareerKind.NEW_ROLE: frozenset({CareerKind.PROMOTION, CareerKind.NEW_ROLE}),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """Where somebody stands, as far as it can turn. `manager` is a name, `manager_id` who it is."""

    title: str = ""
    department: str = ""
    location: str = ""
    level: int | None = None
    manager_id: int | None = None
    manager: str = ""
    status: PersonStatus = PersonStatus.ACTIVE


@dataclass(frozen=True, slots=True)
class FileDates:
    """What the file says about when; `today` stands where it says nothing."""

    today: date
    promoted_on: date | None = None
    left_on: date | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn of a career. `dated` says that the day is the file's own, not the day of the import."""

    kind: CareerKind
    on: date
    title: str
    before: str
    after: str
    dated: bool = False

    @property
    def value(self) -> str:
        """What tells it from other turns of this kind: what came, and the day where the file has one."""
        return f"{fold(self.after)}|{self.on.isoformat() if self.dated else ''}"


def turns(before: Standing, after: Standing, dates: FileDates) -> list[Turn]:
    """Everything that has turned from one file to the next: promotion or new role, transfer, new manager; leave, return
    or departure. What was empty has only been filled in."""
    if after.status is PersonStatus.LEFT:
        found = list(_statuses(before, after, dates))
    else:
        found = [*_steps(before, after, dates), *_places(before, after, dates), *_statuses(before, after, dates)]
    return found


def _steps(before: Standing, after: Standing, dates: FileDates) -> Iterator[Turn]:
    """A promotion, by a higher level, a title that has risen or a date of the last year; else another title there."""
    promoted_on = dates.promoted_on if dates.promoted_on and dates.promoted_on <= dates.today else None
    is_news = promoted_on is not None and dates.today - promoted_on < timedelta(days=NEWS_DAYS)
    if is_higher(before.level, after.level) or is_risen(before.title, after.title) or is_news:
        title = promoted_to(after.title or before.title, after.level or before.level)
        words = _post(before), _post(after)
        yield Turn(CareerKind.PROMOTION, promoted_on or dates.today, title, *words, dated=promoted_on is not None)
    elif is_another(before.title, after.title) and not is_another(before.department, after.department):
        title = f"{NEW_ROLE}{after.title.strip()}"
        yield Turn(CareerKind.NEW_ROLE, dates.today, title, before.title, after.title)


def _post(standing: Standing) -> str:
    level = f"level {standing.level}" if standing.level is not None else ""
    return ", ".join(part for part in (standing.title, level) if part)


def _places(before: Standing, after: Standing, dates: FileDates) -> Iterator[Turn]:
    """Another department or, within it, another location; another manager."""
    for name in ("department", "location"):
        was, becomes = getattr(before, name), getattr(after, name)
        if is_another(was, becomes):
            yield Turn(CareerKind.TRANSFER, dates.today, f"{MOVED}{becomes.strip()}", was, becomes)
            break
    if before.manager_id is not None and after.manager_id is not None and before.manager_id != after.manager_id:
        title = f"Reports to {after.manager} now"
        yield Turn(CareerKind.NEW_MANAGER, dates.today, title, before.manager, after.manager)


def _statuses(before: Standing, after: Standing, dates: FileDates) -> Iterator[Turn]:
    """A leave, a return, a departure; also one that is still to come and has its day in the file."""
    was, becomes = before.status, after.status
    words = was.word, becomes.word
    today, left_on = dates.today, dates.left_on
    if becomes is PersonStatus.LEFT and was is not becomes:
        day = left_on if left_on and left_on <= today else None
        yield Turn(CareerKind.DEPARTURE, day or today, "Left the company", *words, dated=day is not None)
    elif becomes is not PersonStatus.LEFT and left_on is not None and left_on > today:
        yield Turn(CareerKind.DEPARTURE, left_on, "Leaves the company", was.word, PersonStatus.LEFT.word, dated=True)
    if becomes is PersonStatus.LEAVE and was is not becomes:
        yield Turn(CareerKind.LEAVE, today, "Leave", *words)
    if becomes is PersonStatus.ACTIVE and was is not becomes:
        title = f"{BACK}leave" if was is PersonStatus.LEAVE else "Back at the company"
        yield Turn(CareerKind.RETURN, today, title, *words)


@dataclass(frozen=True, slots=True)
class Noted:
    """A milestone that a career has. `by_hand` says that it does not come out of a file."""

    kind: CareerKind
    on: date
    title: str
    by_hand: bool = True


def is_known(turn: Turn, career: Iterable[Noted]) -> bool:
    """Whether the career has the turn already, by hand or from an earlier file, perhaps with another day or title.

    What a file without a date shows has changed since the last file: only what was noted by hand can be the same.
    """
    alike = _ALIKE.get(turn.kind, frozenset({turn.kind}))
    return any(noted.kind in alike and _is_same(turn, noted) for noted in career)


def _is_same(turn: Turn, noted: Noted) -> bool:
    days = abs((noted.on - turn.on).days)
    if not turn.dated:
        return noted.by_hand and days <= GUESSED_DAYS
    return days <= NEAR_DAYS or (days <= GUESSED_DAYS and fold(noted.title) == fold(turn.title))
