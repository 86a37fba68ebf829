"""The tables of a desk file: everything product.md has a word for. `records.py` has what pairs write down."""

from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from mentordesk.data.base import STRICT, Base, between, link
from mentordesk.data.types import Day, Flag, Json, Word
from mentordesk.domain.cohorts import EnrollmentStatus, Role
from mentordesk.domain.dates import Precision
from mentordesk.domain.pairs import EndReason, PairStatus
from mentordesk.domain.people import CareerKind, FieldKind, PersonStatus
from mentordesk.domain.programs import Format, StepOwner
from mentordesk.domain.questions import QuestionSet as QuestionSet


class TagKind(StrEnum):
    """The lists of words a person has."""

    OFFERS = "offers"
    WANTS = "wants"
    LANGUAGE = "language"
    EXPERIENCE = "experience"
    AVOIDS = "avoids"


class WishKind(StrEnum):
    WISH = "wish"
    VETO = "veto"


class Setting(Base):
    """What belongs to the desk and not to this computer, by name."""

    __tablename__ = "setting"
    __table_args__ = (STRICT,)
    key: Mapped[str] = mapped_column(unique=True)
    value: Mapped[Any] = mapped_column(Json)


class Person(Base):
    __tablename__ = "person"
    __table_args__ = (
        CheckConstraint("length(trim(name)) > 0", name="name"),
        CheckConstraint("manager_id IS NOT id", name="manager"),
        between("level", 1, 7),
        STRICT,
    )
    name: Mapped[str]
    email: Mapped[str | None] = mapped_column(unique=True)
    employee_number: Mapped[str | None] = mapped_column(unique=True)
    title: Mapped[str] = mapped_column(default="")
    department: Mapped[str] = mapped_column(default="")
    location: Mapped[str] = mapped_column(default="")
    company: Mapped[str] = mapped_column(default="")
    level: Mapped[int | None]
    manager_id: Mapped[int | None] = link("person", optional=True)
    external: Mapped[bool] = mapped_column(Flag, default=False)
    status: Mapped[PersonStatus] = mapped_column(Word(PersonStatus), default=PersonStatus.ACTIVE)
    hired_on: Mapped[date | None] = mapped_column(Day)
    left_on: Mapped[date | None] = mapped_column(Day)
    notes: Mapped[str] = mapped_column(default="")


class PersonTag(Base):
    __tablename__ = "person_tag"
    __table_args__ = (UniqueConstraint("person_id", "kind", "value"), STRICT)
    person_id: Mapped[int] = link("person", index=False)
    kind: Mapped[TagKind] = mapped_column(Word(TagKind))
    value: Mapped[str]
    rank: Mapped[int] = mapped_column(default=0)


class NotSame(Base):
    """Two people somebody has said are not the same."""

    __tablename__ = "not_same"
    __table_args__ = (
        UniqueConstraint("first_id", "second_id"),
        CheckConstraint("first_id < second_id", name="order"),
        STRICT,
    )
    first_id: Mapped[int] = link("person", index=False)
    second_id: Mapped[int] = link("person")


class CustomField(Base):
    __tablename__ = "custom_field"
    __table_args__ = (STRICT,)
    name: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[FieldKind] = mapped_column(Word(FieldKind))
    choices: Mapped[Any] = mapped_column(Json, default=list)
    position: Mapped[int] = mapped_column(default=0)
    hidden_in_reports: Mapped[bool] = mapped_column(Flag, default=False)


class CustomValue(Base):
    """One value of one person; a field of many choices has a row a choice."""

    __tablename__ = "custom_value"
    __table_args__ = (UniqueConstraint("person_id", "field_id", "value"), STRICT)
    person_id: Mapped[int] = link("person", index=False)
    field_id: Mapped[int] = link("custom_field")
    value: Mapped[str]


class CareerMilestone(Base):
    __tablename__ = "career_milestone"
    __table_args__ = (STRICT,)
    person_id: Mapped[int] = link("person")
    kind: Mapped[CareerKind] = mapped_column(Word(CareerKind))
    day: Mapped[date] = mapped_column(Day, index=True)
    precision: Mapped[Precision] = mapped_column(Word(Precision), default=Precision.DAY)
    until: Mapped[date | None] = mapped_column(Day)
    title: Mapped[str]
    source: Mapped[str] = mapped_column(default="")


class Program(Base):
    __tablename__ = "program"
    __table_args__ = (
        CheckConstraint("length(trim(name)) > 0", name="name"),
        between("rhythm_days", 1, 366),
        between("length_months", 1, 120),
        between("mentors_per_company", 1, 10_000),
        between("mentees_per_company", 1, 10_000),
        STRICT,
    )
    name: Mapped[str] = mapped_column(unique=True)
    format: Mapped[Format] = mapped_column(Word(Format))
    objective: Mapped[str] = mapped_column(default="")
    sponsor: Mapped[str] = mapped_column(default="")
    lead: Mapped[str] = mapped_column(default="")
    rhythm_days: Mapped[int] = mapped_column(default=30)
    length_months: Mapped[int] = mapped_column(default=9)
    ground_rules: Mapped[str] = mapped_column(default="")
    ground_rules_version: Mapped[int] = mapped_column(default=1)
    thresholds: Mapped[Any] = mapped_column(Json, default=dict)
    match_rules: Mapped[Any] = mapped_column(Json, default=dict)
    mentors_per_company: Mapped[int | None]
    mentees_per_company: Mapped[int | None]
    in_use: Mapped[bool] = mapped_column(Flag, default=True)


class PlanStep(Base):
    __tablename__ = "plan_step"
    __table_args__ = (between("days_after", 0, 3650), CheckConstraint("length(trim(title)) > 0", name="title"), STRICT)
    program_id: Mapped[int] = link("program")
    title: Mapped[str]
    days_after: Mapped[int]
    owner: Mapped[StepOwner] = mapped_column(Word(StepOwner), default=StepOwner.BOTH)
    required: Mapped[bool] = mapped_column(Flag, default=True)


class Question(Base):
    __tablename__ = "question"
    __table_args__ = (STRICT,)
    program_id: Mapped[int] = link("program")
    question_set: Mapped[QuestionSet] = mapped_column(Word(QuestionSet))
    text: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)
    hidden: Mapped[bool] = mapped_column(Flag, default=False)


class Cohort(Base):
    __tablename__ = "cohort"
    __table_args__ = (
        CheckConstraint("length(trim(name)) > 0", name="name"),
        CheckConstraint("ends_on >= starts_on", name="dates"),
        STRICT,
    )
    program_id: Mapped[int] = link("program", on_delete="RESTRICT")
    name: Mapped[str] = mapped_column(unique=True)
    starts_on: Mapped[date] = mapped_column(Day)
    ends_on: Mapped[date] = mapped_column(Day)
    matching_closes_on: Mapped[date | None] = mapped_column(Day)
    closed_on: Mapped[date | None] = mapped_column(Day)
    lead: Mapped[str] = mapped_column(default="")


class Enrollment(Base):
    __tablename__ = "enrollment"
    __table_args__ = (UniqueConstraint("cohort_id", "person_id", "role"), between("capacity", 0, 50), STRICT)
    cohort_id: Mapped[int] = link("cohort", index=False)
    person_id: Mapped[int] = link("person")
    role: Mapped[Role] = mapped_column(Word(Role))
    capacity: Mapped[int] = mapped_column(default=1)
    status: Mapped[EnrollmentStatus] = mapped_column(Word(EnrollmentStatus), default=EnrollmentStatus.ACCEPTED)
    enrolled_on: Mapped[date] = mapped_column(Day)
    note: Mapped[str] = mapped_column(default="")


class EnrollmentWish(Base):
    """Somebody an enrolled person asks for, ranked from 1, or does not want to be paired with."""

    __tablename__ = "enrollment_wish"
    __table_args__ = (UniqueConstraint("enrollment_id", "person_id"), STRICT)
    enrollment_id: Mapped[int] = link("enrollment", index=False)
    person_id: Mapped[int] = link("person")
    kind: Mapped[WishKind] = mapped_column(Word(WishKind))
    rank: Mapped[int] = mapped_column(default=1)


class Pair(Base):
    __tablename__ = "pair"
    __table_args__ = (
        CheckConstraint("left_id <> right_id", name="two_people"),
        CheckConstraint("ended_on IS NULL OR started_on IS NULL OR ended_on >= started_on", name="dates"),
        between("rhythm_days", 1, 366),
        STRICT,
    )
    cohort_id: Mapped[int | None] = link("cohort", optional=True, on_delete="RESTRICT")
    format: Mapped[Format] = mapped_column(Word(Format))
    left_id: Mapped[int] = link("person", on_delete="RESTRICT")
    right_id: Mapped[int] = link("person", on_delete="RESTRICT")
    status: Mapped[PairStatus] = mapped_column(Word(PairStatus), index=True)
    started_on: Mapped[date | None] = mapped_column(Day)
    started_precision: Mapped[Precision] = mapped_column(Word(Precision), default=Precision.DAY)
    ended_on: Mapped[date | None] = mapped_column(Day)
    end_reason: Mapped[EndReason | None] = mapped_column(Word(EndReason))
    end_note: Mapped[str] = mapped_column(default="")
    introduced_by_id: Mapped[int | None] = link("person", optional=True)
    rhythm_days: Mapped[int | None]
    circle: Mapped[str] = mapped_column(default="")
    left_agreed_on: Mapped[date | None] = mapped_column(Day)
    right_agreed_on: Mapped[date | None] = mapped_column(Day)
    agreed_version: Mapped[int | None]
    left_again: Mapped[bool | None] = mapped_column(Flag)
    right_again: Mapped[bool | None] = mapped_column(Flag)
    notes: Mapped[str] = mapped_column(default="")
