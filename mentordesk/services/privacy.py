"""What this desk protects: the smallest group of people that breakdowns, check-ins and surveys may show."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.data.tables import Setting
from mentordesk.domain.errors import FieldError
from mentordesk.domain.small_groups import LEAST, MOST, USUAL, checked
from mentordesk.services.desk import name_step

_KEY = "smallest_group"


def smallest_group(session: Session) -> int:
    """Of fewer people or answers no figure is shown: 3 to 10, 5 unless the desk says otherwise."""
    value = session.scalar(select(Setting.value).where(Setting.key == _KEY))
    return checked(value) if isinstance(value, int) else USUAL


def set_smallest_group(session: Session, people: int) -> None:
    """Say from how many people on a group is shown. Raises FieldError for `people`."""
    if not LEAST <= people <= MOST:
        raise FieldError("people", f"Choose {LEAST} to {MOST} people.", proposal=checked(people))
    setting = session.scalars(select(Setting).where(Setting.key == _KEY)).one_or_none()
    if setting is None:
        session.add(Setting(key=_KEY, value=people))
    else:
        setting.value = people
    name_step(session, f"Smallest group in reports: {people} people")
