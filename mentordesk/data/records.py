"""The tables of what a pair lives through: contacts, the account, check-ins, goals, projects, stories."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import REAL, CheckConstraint, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from mentordesk.data.base import STRICT, Base, between, link
from mentordesk.data.types import Day, Flag, Json, Moment, Word
from mentordesk.domain.check_ins import Fit
from mentordesk.domain.closing import Benefit
from mentordesk.domain.contacts import Channel, ExchangeKind
from mentordesk.domain.introductions import RequestStatus
from mentordesk.domain.pairs import Side
from mentordesk.domain.programs import StepOwner


class GoalOwner(StrEnum):
    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"


class Contact(Base):
    __tablename__ = "contact"
    __table_args__ = (between("minutes", 0, 1440), Index("ix_contact_pair_day", "pair_id", "day"), STRICT)
    pair_id: Mapped[int] = link("pair", index=False)
    channel: Mapped[Channel] = mapped_column(Word(Channel))
    day: Mapped[date] = mapped_column(Day, index=True)
    minutes: Mapped[int] = mapped_column(default=0)
    note: Mapped[str] = mapped_column(default="")


class PlannedMeeting(Base):
    """The next time a pair has agreed to meet, with what it wants to talk about."""

    __tablename__ = "planned_meeting"
    __table_args__ = (Index("ix_planned_meeting_pair_day", "pair_id", "day"), STRICT)
    pair_id: Mapped[int] = link("pair", index=False)
    channel: Mapped[Channel] = mapped_column(Word(Channel))
    day: Mapped[date] = mapped_column(Day)
    time: Mapped[str] = mapped_column(default="")
    minutes: Mapped[int] = mapped_column(default=60)
    agenda: Mapped[str] = mapped_column(default="")


class Exchange(Base):
    """One entry of the account. The giver is a side, so it can be nobody but one of the two."""

    __tablename__ = "exchange"
    __table_args__ = (
        between("points", 1, 3),
        Index("ix_exchange_pair_day", "pair_id", "day", "side", "points"),
        STRICT,
    )
    pair_id: Mapped[int] = link("pair", index=False)
    contact_id: Mapped[int | None] = link("contact", optional=True)
    side: Mapped[Side] = mapped_column(Word(Side))
    kind: Mapped[ExchangeKind] = mapped_column(Word(ExchangeKind))
    points: Mapped[int]
    day: Mapped[date] = mapped_column(Day, index=True)
    what: Mapped[str] = mapped_column(default="")
    skill: Mapped[str] = mapped_column(default="")


class CheckIn(Base):
    """One side's pulse. `skipped` notes that a side was asked and gave no answer."""

    __tablename__ = "check_in"
    __table_args__ = (
        *(between(answer, 1, 5) for answer in ("trust", "value", "balance", "progress", "got", "gave")),
        between("recommend", 0, 10),
        Index("ix_check_in_pair_day", "pair_id", "day"),
        STRICT,
    )
    pair_id: Mapped[int] = link("pair", index=False)
    side: Mapped[Side] = mapped_column(Word(Side))
    day: Mapped[date] = mapped_column(Day)
    skipped: Mapped[bool] = mapped_column(Flag, default=False)
    trust: Mapped[int | None]
    value: Mapped[int | None]
    balance: Mapped[int | None]
    progress: Mapped[int | None]
    got: Mapped[int | None]
    gave: Mapped[int | None]
    recommend: Mapped[int | None]
    fit: Mapped[Fit | None] = mapped_column(Word(Fit))
    comment: Mapped[str] = mapped_column(default="")


class CheckInAnswer(Base):
    """An answer to one of the program's own questions, with the question as it stood, 1 to 5."""

    __tablename__ = "check_in_answer"
    __table_args__ = (UniqueConstraint("check_in_id", "question"), between("answer", 1, 5), STRICT)
    check_in_id: Mapped[int] = link("check_in", index=False)
    question: Mapped[str]
    answer: Mapped[int]


class Goal(Base):
    """`progress` in percent; the ratings are 1 to 10 by the side that owns the goal."""

    __tablename__ = "goal"
    __table_args__ = (
        between("progress", 0, 100),
        between("start_rating", 1, 10),
        between("end_rating", 1, 10),
        STRICT,
    )
    pair_id: Mapped[int] = link("pair")
    owner: Mapped[GoalOwner] = mapped_column(Word(GoalOwner))
    title: Mapped[str]
    progress: Mapped[int] = mapped_column(default=0)
    start_rating: Mapped[int | None]
    end_rating: Mapped[int | None]
    set_on: Mapped[date] = mapped_column(Day)
    due_on: Mapped[date | None] = mapped_column(Day)
    done_on: Mapped[date | None] = mapped_column(Day)
    note: Mapped[str] = mapped_column(default="")


class Milestone(Base):
    __tablename__ = "milestone"
    __table_args__ = (
        CheckConstraint("done_on IS NULL OR skipped_on IS NULL", name="one_end"),
        CheckConstraint("skipped_on IS NULL OR length(trim(skip_reason)) > 0", name="reason"),
        UniqueConstraint("pair_id", "step_id"),
        STRICT,
    )
    pair_id: Mapped[int] = link("pair")
    step_id: Mapped[int | None] = link("plan_step", optional=True)
    title: Mapped[str]
    owner: Mapped[StepOwner] = mapped_column(Word(StepOwner), default=StepOwner.BOTH)
    required: Mapped[bool] = mapped_column(Flag, default=True)
    due_on: Mapped[date] = mapped_column(Day, index=True)
    done_on: Mapped[date | None] = mapped_column(Day)
    skipped_on: Mapped[date | None] = mapped_column(Day)
    skip_reason: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")


class JointProject(Base):
    __tablename__ = "joint_project"
    __table_args__ = (CheckConstraint("hours_budget >= 0", name="hours_budget"), STRICT)
    pair_id: Mapped[int] = link("pair")
    title: Mapped[str]
    approved_by: Mapped[str] = mapped_column(default="")
    approved_on: Mapped[date | None] = mapped_column(Day)
    hours_budget: Mapped[float] = mapped_column(REAL, default=0.0)
    started_on: Mapped[date] = mapped_column(Day)
    finished_on: Mapped[date | None] = mapped_column(Day)
    outcome: Mapped[str] = mapped_column(default="")


class ProjectHours(Base):
    __tablename__ = "project_hours"
    __table_args__ = (CheckConstraint("hours > 0 AND hours <= 24", name="hours"), STRICT)
    project_id: Mapped[int] = link("joint_project")
    side: Mapped[Side] = mapped_column(Word(Side))
    day: Mapped[date] = mapped_column(Day)
    hours: Mapped[float] = mapped_column(REAL)
    what: Mapped[str] = mapped_column(default="")


class Introduction(Base):
    """`through` brings `person` and `other` together: asked for, made or declined."""

    __tablename__ = "introduction"
    __table_args__ = (CheckConstraint("person_id <> other_id", name="two_people"), STRICT)
    person_id: Mapped[int] = link("person")
    other_id: Mapped[int] = link("person")
    through_id: Mapped[int | None] = link("person", optional=True)
    pair_id: Mapped[int | None] = link("pair", optional=True)
    status: Mapped[RequestStatus] = mapped_column(Word(RequestStatus), default=RequestStatus.OPEN)
    asked_on: Mapped[date | None] = mapped_column(Day)
    made_on: Mapped[date | None] = mapped_column(Day)
    note: Mapped[str] = mapped_column(default="")


class Story(Base):
    __tablename__ = "story"
    __table_args__ = (UniqueConstraint("pair_id"), STRICT)
    pair_id: Mapped[int] = link("pair", index=False)
    title: Mapped[str] = mapped_column(default="")
    pull_quote: Mapped[str] = mapped_column(default="")
    due_on: Mapped[date | None] = mapped_column(Day)
    left_asked_on: Mapped[date | None] = mapped_column(Day)
    right_asked_on: Mapped[date | None] = mapped_column(Day)
    left_consent_on: Mapped[date | None] = mapped_column(Day)
    right_consent_on: Mapped[date | None] = mapped_column(Day)


class StoryAnswer(Base):
    __tablename__ = "story_answer"
    __table_args__ = (STRICT,)
    story_id: Mapped[int] = link("story")
    question: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)
    side: Mapped[Side | None] = mapped_column(Word(Side))
    answer: Mapped[str] = mapped_column(default="")


class ClosingSurvey(Base):
    __tablename__ = "closing_survey"
    __table_args__ = (UniqueConstraint("pair_id", "side"), between("recommend", 0, 10), STRICT)
    pair_id: Mapped[int] = link("pair", index=False)
    side: Mapped[Side] = mapped_column(Word(Side))
    day: Mapped[date] = mapped_column(Day)
    recommend: Mapped[int | None]
    go_on: Mapped[bool | None] = mapped_column(Flag)
    again: Mapped[bool | None] = mapped_column(Flag)
    comment: Mapped[str] = mapped_column(default="")


class SurveyAnswer(Base):
    """An answer in words to one of the program's own closing questions, with the question as it stood."""

    __tablename__ = "survey_answer"
    __table_args__ = (UniqueConstraint("survey_id", "question"), STRICT)
    survey_id: Mapped[int] = link("closing_survey", index=False)
    question: Mapped[str]
    answer: Mapped[str]


class SurveyBenefit(Base):
    __tablename__ = "survey_benefit"
    __table_args__ = (UniqueConstraint("survey_id", "benefit", "words"), STRICT)
    survey_id: Mapped[int] = link("closing_survey", index=False)
    benefit: Mapped[Benefit] = mapped_column(Word(Benefit))
    words: Mapped[str] = mapped_column(default="")


class AttentionMark(Base):
    """An attention item somebody has put off or handled: hidden until the day."""

    __tablename__ = "attention_mark"
    __table_args__ = (STRICT,)
    key: Mapped[str] = mapped_column(unique=True)
    hidden_until: Mapped[date] = mapped_column(Day)
    marked_on: Mapped[date] = mapped_column(Day)
    handled: Mapped[bool] = mapped_column(Flag, default=False)


class CloseChoice(Base):
    """The draft of a cohort's close: what becomes of a pair."""

    __tablename__ = "close_choice"
    __table_args__ = (UniqueConstraint("pair_id"), STRICT)
    pair_id: Mapped[int] = link("pair", index=False)
    choice: Mapped[str]
    reason: Mapped[str] = mapped_column(default="")
    goal: Mapped[str] = mapped_column(default="")
    goal_ends_on: Mapped[date | None] = mapped_column(Day)


class MatchDraft(Base):
    __tablename__ = "match_draft"
    __table_args__ = (UniqueConstraint("cohort_id", "name"), STRICT)
    cohort_id: Mapped[int] = link("cohort", index=False)
    name: Mapped[str]
    made_at: Mapped[datetime] = mapped_column(Moment)
    settings: Mapped[Any] = mapped_column(Json, default=dict)


class MatchChoice(Base):
    """A pair of a draft: proposed, pinned or forbidden. `fit` in hundredths of a point. Of peers, `round` counts from
    1; `circle` tells apart the circles of a draft, 0 without."""

    __tablename__ = "match_choice"
    __table_args__ = (
        UniqueConstraint("draft_id", "left_id", "right_id"),
        CheckConstraint("state IN ('proposed', 'pinned', 'forbidden')", name="state"),
        STRICT,
    )
    draft_id: Mapped[int] = link("match_draft", index=False)
    left_id: Mapped[int] = link("person")
    right_id: Mapped[int] = link("person")
    state: Mapped[str]
    fit: Mapped[int | None]
    round: Mapped[int] = mapped_column(default=1, server_default=text("1"))
    circle: Mapped[int] = mapped_column(default=0, server_default=text("0"))


class MatchScores(Base):
    """A score table read from a file: `rows` are mentor's and mentee's person id and the score as text."""

    __tablename__ = "match_scores"
    __table_args__ = (UniqueConstraint("cohort_id"), STRICT)
    cohort_id: Mapped[int] = link("cohort", index=False)
    name: Mapped[str]
    rows: Mapped[Any] = mapped_column(Json)


class PairAnswer(Base):
    """What one side of a proposed pair said to it."""

    __tablename__ = "pair_answer"
    __table_args__ = (UniqueConstraint("pair_id", "side"), STRICT)
    pair_id: Mapped[int] = link("pair", index=False)
    side: Mapped[Side] = mapped_column(Word(Side))
    accepted: Mapped[bool] = mapped_column(Flag)
    day: Mapped[date] = mapped_column(Day)
    note: Mapped[str] = mapped_column(default="")


LATE = " late"
"""Ends the content of a receipt whose answer came late."""


class ResponseReceipt(Base):
    """An answer that came in by a file: `key` is that of the form or of the form service, else made of its content, so
    that it is never taken twice. `record_id` is the row of the table that `kind` names."""

    __tablename__ = "response_receipt"
    __table_args__ = (CheckConstraint("kind IN ('check_in', 'contact', 'exchange')", name="kind"), STRICT)
    key: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    pair_id: Mapped[int] = link("pair")
    record_id: Mapped[int]
    content: Mapped[str] = mapped_column(default="")
    received_at: Mapped[datetime] = mapped_column(Moment)


class ColumnMapping(Base):
    """What the columns of a file meant the last time, by the set of its headings."""

    __tablename__ = "column_mapping"
    __table_args__ = (STRICT,)
    headings: Mapped[str] = mapped_column(unique=True)
    mapping: Mapped[Any] = mapped_column(Json)


class MailTemplate(Base):
    __tablename__ = "mail_template"
    __table_args__ = (STRICT,)
    name: Mapped[str] = mapped_column(unique=True)
    subject: Mapped[str]
    body: Mapped[str]
