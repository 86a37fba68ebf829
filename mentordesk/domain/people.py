"""People: anyone who takes part, inside the company or outside it, and the desk's own attributes of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from mentordesk.domain.dates import Precision


class PersonStatus(StrEnum):
    """Left people keep their history and are offered for nothing new."""

    ACTIVE = "active"
    LEAVE = "leave"
    LEFT = "left"

    @property
    def word(self) -> str:
        return {"active": "Active", "leave": "On leave", "left": "Left"}[self.value]


class FieldKind(StrEnum):
    """What a custom field holds."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    YES_NO = "yes_no"
    CHOICE = "choice"
    ORDERED = "ordered"
    CHOICES = "choices"

    @property
    def word(self) -> str:
        return {
            "text": "Text",
            "number": "Number",
            "date": "Date",
            "yes_no": "Yes or no",
            "choice": "One choice",
            "ordered": "Ordered levels",
            "choices": "Many choices",
        }[self.value]


class CareerKind(StrEnum):
    """Turns of a career: pairs come together at these."""

    PROMOTION = "promotion"
    NEW_ROLE = "new_role"
    NEW_MANAGER = "new_manager"
    TRANSFER = "transfer"
    LEAVE = "leave"
    RETURN = "return"
    AWARD = "award"
    ANNIVERSARY = "anniversary"
    DEPARTURE = "departure"

    @property
    def word(self) -> str:
        return self.value.replace("_", " ").capitalize()


@dataclass(frozen=True, slots=True)
class CustomFieldForm:
    """An attribute of people that this desk defines. `choices` is for the kinds choice, ordered and choices."""

    name: str
    kind: FieldKind = FieldKind.TEXT
    choices: tuple[str, ...] = ()
    hidden_in_reports: bool = False
    id: int | None = None


@dataclass(frozen=True, slots=True)
class CustomFieldRow:
    id: int
    name: str
    kind: FieldKind
    choices: tuple[str, ...]
    hidden_in_reports: bool
    filled: int = 0


@dataclass(frozen=True, slots=True)
class PersonForm:
    """A person as typed in. `level` is 1 (entry) to 7 (top); `avoids` are topics not to be talked about; `custom`
    maps a custom field's id to its values."""

    name: str
    email: str = ""
    employee_number: str = ""
    title: str = ""
    department: str = ""
    location: str = ""
    company: str = ""
    level: int | None = None
    manager_id: int | None = None
    external: bool = False
    status: PersonStatus = PersonStatus.ACTIVE
    hired_on: date | None = None
    notes: str = ""
    languages: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    wants: tuple[str, ...] = ()
    experience: tuple[str, ...] = ()
    avoids: tuple[str, ...] = ()
    custom: Mapping[int, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A line of the directory. `role_now` says what the person is today: Mentor, Mentee, Peer, To be matched."""

    id: int
    name: str
    email: str
    employee_number: str
    title: str
    department: str
    location: str
    company: str
    level: int | None
    external: bool
    status: PersonStatus
    languages: tuple[str, ...]
    offers: tuple[str, ...]
    wants: tuple[str, ...]
    experience: tuple[str, ...]
    role_now: str
    active_pairs: int
    can_mentor: bool
    wants_mentor: bool
    avoids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CareerRow:
    """A career milestone. `on_text` says the date as exactly as it is known; `until` is the end of a leave."""

    id: int
    person_id: int
    person: str
    kind: CareerKind
    on: date
    on_text: str
    title: str
    precision: Precision = Precision.DAY
    until: date | None = None


def initials(name: str) -> str:
    """Two letters for an avatar: of the first and the last name, or the only one. "Ana García-Lorca" is "AG"."""
    parts = [part for part in name.split() if part[0].isalpha()]
    if not parts:
        return "?"
    return (parts[0][0] + (parts[-1][0] if len(parts) > 1 else "")).upper()


def first_name(name: str) -> str:
    return name.split()[0] if name.split() else name
