"""Rows of the reports that stand alone: engagement, years, what endures, projects, letters, stories, one person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mentordesk.domain.programs import Format
from mentordesk.domain.standing import PairStatus

CellValue = str | int | float | date | None
"""What a cell of a report about one person may hold."""


@dataclass(frozen=True, slots=True)
class EngagementMonth:
    """What the pairs of a scope did in a month. `contacts` are by group of channels, in the order of CHANNEL_GROUPS;
    `active` pairs at the month's end, of the current month today; `met` pairs had a contact in it."""

    month: date
    contacts: tuple[int, ...]
    minutes: int
    active: int
    met: int
    left: int
    right: int

    @property
    def total(self) -> int:
        return sum(self.contacts)


@dataclass(frozen=True, slots=True)
class EngagementPair:
    """The contacts of a pair in each of the newest months; None in months in which the two were no pair."""

    pair: str
    cohort: str
    status: PairStatus
    contacts: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Engagement:
    """`newest` are the months the pairs' rows have, oldest first; `target` contacts a month by the agreed rhythms."""

    months: Sequence[EngagementMonth]
    newest: Sequence[date]
    pairs: Sequence[EngagementPair]
    target: float


@dataclass(frozen=True, slots=True)
class CohortInYears:
    """A cohort beside the others; a cohort in `program` "" are the pairs without one. `first_time` of its people had no
    place in an earlier cohort."""

    name: str
    program: str
    format: str
    starts_on: date | None
    ends_on: date | None
    people: int
    first_time: int
    pairs: int
    active: int
    completed: int
    ended: int
    enduring: int
    contacts: int
    left: int
    right: int
    milestones_done: int
    milestones_total: int
    project_hours: float


@dataclass(frozen=True, slots=True)
class Year:
    """A calendar year: cohorts that started in it and their people, pairs that began and ended, contacts, hours in
    contact (minutes ÷ 60) and points."""

    year: int
    cohorts: int
    first_time: int
    returning: int
    begun: int
    ended: int
    contacts: int
    minutes: int
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class OverTheYears:
    cohorts: Sequence[CohortInYears]
    years: Sequence[Year]


@dataclass(frozen=True, slots=True)
class EnduringPair:
    """A pair that goes on by itself. `contacts` and points are of the period, the rest of all time."""

    pair: str
    format: Format
    cohort: str
    since: date | None
    since_text: str
    years: int | None
    introduced_by: str
    last_contact_on: date | None
    days: int | None
    contacts: int
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class Tie:
    """Who mentored whom, over one or several pairs; `generation` counts from 1, mentors before their mentees."""

    mentor: str
    mentee: str
    years: str
    alive: bool
    reverse: bool
    generation: int


@dataclass(frozen=True, slots=True)
class BecameMentor:
    """A mentee who became a mentor: since when each, and how many people either way."""

    name: str
    mentee_since: int | None
    mentors: int
    mentor_since: int | None
    mentees: int


@dataclass(frozen=True, slots=True)
class Enduring:
    pairs: Sequence[EnduringPair]
    ties: Sequence[Tie]
    became: Sequence[BecameMentor]
    generations: int


@dataclass(frozen=True, slots=True)
class ProjectLine:
    """A joint project with all its hours: what elsewhere is called project hours, of each side and of the budget."""

    project: str
    pair: str
    cohort: str
    approved_by: str
    approved_on: date | None
    started_on: date
    finished_on: date | None
    budget: float
    left: float
    right: float
    outcome: str


@dataclass(frozen=True, slots=True)
class HoursLine:
    """Hours that one side spent on a day of the period."""

    on: date
    project: str
    pair: str
    who: str
    hours: float
    what: str


@dataclass(frozen=True, slots=True)
class ProjectBook:
    projects: Sequence[ProjectLine]
    hours: Sequence[HoursLine]


@dataclass(frozen=True, slots=True)
class Letter:
    """One side of a new pair with whom it is a pair, for a mail-merge letter; every value is text."""

    first_name: str
    name: str
    email: str
    role: str
    partner_first_name: str
    partner: str
    partner_email: str
    partner_title: str
    partner_department: str
    partner_location: str
    partner_company: str
    program: str
    cohort: str
    starts: str
    ends: str
    rhythm: str
    when_to_meet: str
    first_step: str
    introduced_by: str
    common: str


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story and how far it is. Its words, `title` and `quote`, are empty until both have agreed."""

    pair: str
    cohort: str
    state: str
    title: str
    quote: str
    interview_on: date | None
    left_agreed_on: date | None
    right_agreed_on: date | None
    answered: int
    questions: int


@dataclass(frozen=True, slots=True)
class StoryWords:
    pair: str
    question: str
    who: str
    answer: str


@dataclass(frozen=True, slots=True)
class StoryBook:
    """`waiting` stories are begun and have not both consents: nothing of their words is here."""

    stories: Sequence[StoryLine]
    words: Sequence[StoryWords]
    waiting: int


@dataclass(frozen=True, slots=True)
class Section:
    """One kind of what is kept about a person: headings and rows."""

    name: str
    columns: tuple[str, ...]
    rows: Sequence[tuple[CellValue, ...]]


@dataclass(frozen=True, slots=True)
class PersonalData:
    """Everything kept about one person, other people as initials. `left_out` says what is confidential to others."""

    name: str
    sections: Sequence[Section]
    left_out: Sequence[str] = ()
