"""What a person was in a cohort of the past, as one cell or one row of a file says it. Knows no desk."""

import re
from dataclasses import replace
from datetime import date

from mentordesk.domain.cohorts import EnrollmentStatus, Role
from mentordesk.domain.text import fold
from mentordesk.exchange.reading.cells import CellValue, as_text
from mentordesk.exchange.roster.fields import PAST
from mentordesk.exchange.roster.numbers import yes_or_no
from mentordesk.exchange.roster.roles import nearest_role, roles_of_text
from mentordesk.exchange.roster.row import PastPlace, RosterRow, RowProblem
from mentordesk.exchange.roster.values import OR_SKIP
from mentordesk.exchange.roster.words import NOTHING, PAUSED, completion_of

_LONGEST = 400
_BEHIND = re.compile(r"[(,;:/–]| -")


def read_place(heading: str, cell: CellValue, row: int, role: str = "") -> tuple[list[PastPlace], RowProblem | None]:
    """The places that a cell below a cohort means: "Mentee", "Mentor (withdrew)", "Both", or a tick for `role`."""
    text = as_text(cell).strip()
    if len(text) > _LONGEST:
        return [], RowProblem("cohort", f"{heading} must be mentor, mentee or both. {OR_SKIP}")
    if not text or fold(text) in NOTHING:
        return [], None
    first = _BEHIND.split(text, maxsplit=1)[0].strip()
    roles: tuple[Role | None, ...] = roles_of_text(text) or roles_of_text(first)
    status = _status(text, first)
    if not roles and yes_or_no(cell) is False:
        return [], None
    if not roles and (status or yes_or_no(cell)):
        roles = (Role(role) if role in set(Role) else None,)
    if roles:
        return [PastPlace(heading, one, status, row=row) for one in roles], None
    near = nearest_role(text) or None
    remedy = f"Use {near}?" if near else OR_SKIP
    return [], RowProblem("cohort", f"{heading} must be mentor, mentee or both. {remedy}", near)


def _status(text: str, first: str) -> EnrollmentStatus | None:
    """How it ended, where something stands behind the role. A bare yes only says that somebody was there."""
    if yes_or_no(text) is not None:
        return None
    return completion_of(text) or completion_of(text[len(first) :].strip(" (),;:/–-"))


def with_place(row: RosterRow, role: str = "") -> RosterRow:
    """A row of a history with its place out of the fields that say it: two places where somebody was both.

    `role` is what somebody was where the row does not say it.
    """
    cohort, said = row.values.get("cohort"), row.values.get("role")
    hidden = (*PAST, "role") if cohort else PAST
    values = {name: value for name, value in row.values.items() if name not in hidden}
    if not cohort:
        return replace(row, values=values)
    roles = said if isinstance(said, tuple) else ((role,) if role else (None,))
    place = PastPlace(
        str(cohort),
        status=_said_status(str(row.values["completion"])) if "completion" in row.values else None,
        paused=row.values.get("completion") == PAUSED,
        first=_day(row, "started_on"),
        last=_day(row, "completed_on"),
        partner=str(row.values.get("partner", "")),
        row=row.number,
    )
    places = tuple(replace(place, role=Role(one) if one else None) for one in roles)
    return replace(row, values=values, enrollments=places)


def _said_status(completion: str) -> EnrollmentStatus:
    """A pair that rests keeps the places of both."""
    return EnrollmentStatus.ACCEPTED if completion == PAUSED else EnrollmentStatus(completion)


def _day(row: RosterRow, name: str) -> date | None:
    value = row.values.get(name)
    return value if isinstance(value, date) else None
