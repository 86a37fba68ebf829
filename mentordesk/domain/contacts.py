"""Contacts and exchanges: the touchpoints of a pair, and what each side gave. Informal ones count."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mentordesk.domain.pairs import Side


class Channel(StrEnum):
    MEETING = "meeting"
    VIDEO = "video"
    PHONE = "phone"
    TEXT = "text"
    EMAIL = "email"
    COFFEE = "coffee"
    EVENT = "event"

    @property
    def word(self) -> str:
        return _CHANNEL_WORDS[self]

    @property
    def group(self) -> str:
        """The series of the charts: Meetings, Calls, Texts or E-mail."""
        return _CHANNEL_GROUPS[self]


_CHANNEL_WORDS = {
    Channel.MEETING: "Meeting",
    Channel.VIDEO: "Video call",
    Channel.PHONE: "Phone call",
    Channel.TEXT: "Text message",
    Channel.EMAIL: "E-mail",
    Channel.COFFEE: "Coffee",
    Channel.EVENT: "Event",
}
_CHANNEL_GROUPS = {
    Channel.MEETING: "Meetings",
    Channel.COFFEE: "Meetings",
    Channel.EVENT: "Meetings",
    Channel.VIDEO: "Calls",
    Channel.PHONE: "Calls",
    Channel.TEXT: "Texts",
    Channel.EMAIL: "E-mail",
}
CHANNEL_GROUPS = ("Meetings", "Calls", "Texts", "E-mail")


class ExchangeKind(StrEnum):
    """What changes hands."""

    ADVICE = "advice"
    FEEDBACK = "feedback"
    KNOWLEDGE = "knowledge"
    INTRODUCTION = "introduction"
    OPPORTUNITY = "opportunity"
    SUPPORT = "support"
    ADVOCACY = "advocacy"
    SKILL = "skill"

    @property
    def word(self) -> str:
        return self.value.capitalize()


TEACHING = frozenset({ExchangeKind.ADVICE, ExchangeKind.KNOWLEDGE, ExchangeKind.SKILL})
"""What may be about a skill the giver offers."""
POINTS = {1: "a moment of help", 2: "an hour or real effort", 3: "opens a door"}
"""The weight of an exchange and what it means (DESIGN section 9, points)."""


@dataclass(frozen=True, slots=True)
class GiftForm:
    """What one side gave at a contact, or on its own: `points` 1 to 3. `skill` is one the giver offers, or empty."""

    giver_id: int
    kind: ExchangeKind
    points: int = 1
    what: str = ""
    skill: str = ""


@dataclass(frozen=True, slots=True)
class ContactForm:
    """A contact as typed in. `minutes` 0 to 1,440; the note stays with the pair."""

    pair_id: int
    channel: Channel
    on: date
    minutes: int = 0
    note: str = ""
    gifts: tuple[GiftForm, ...] = ()


@dataclass(frozen=True, slots=True)
class ExchangeForm:
    """An entry in the pair's account as typed in. `skill` is one the giver offers, or empty."""

    pair_id: int
    giver_id: int
    kind: ExchangeKind
    points: int
    on: date
    what: str = ""
    skill: str = ""


@dataclass(frozen=True, slots=True)
class ContactRow:
    id: int
    pair_id: int
    pair: str
    cohort: str
    channel: Channel
    on: date
    minutes: int
    note: str


@dataclass(frozen=True, slots=True)
class ExchangeRow:
    """An entry of the account; `contact_id` is the contact it was given at."""

    id: int
    pair_id: int
    pair: str
    format: str
    side: Side
    giver: str
    receiver: str
    kind: ExchangeKind
    points: int
    on: date
    what: str
    contact_id: int | None
    skill: str = ""


@dataclass(frozen=True, slots=True)
class ContactMonthRow:
    """Contacts of one group of channels in one month; `month` is its first day."""

    month: date
    group: str
    count: int
