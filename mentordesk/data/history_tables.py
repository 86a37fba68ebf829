"""The tables of history itself and of the file's state: no step of history ever tells of them."""

from datetime import datetime

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from mentordesk.data.base import STRICT, Base, link
from mentordesk.data.types import Flag, Moment


class Step(Base):
    """One thing somebody did: "Log contact", when and by whom."""

    __tablename__ = "step"
    __table_args__ = (STRICT,)
    label: Mapped[str]
    at: Mapped[datetime] = mapped_column(Moment)
    by: Mapped[str]
    undone: Mapped[bool] = mapped_column(Flag, default=False)


class Change(Base):
    """One row that a step touched, as JSON: no `before` means inserted, no `after` means deleted."""

    __tablename__ = "change"
    __table_args__ = (CheckConstraint("before IS NOT NULL OR after IS NOT NULL", name="something"), STRICT)
    step_id: Mapped[int] = link("step")
    table_name: Mapped[str]
    row_id: Mapped[int]
    before: Mapped[str | None]
    after: Mapped[str | None]


class HistoryState(Base):
    """One row: the step that is being recorded, nothing outside a transaction."""

    __tablename__ = "history_state"
    __table_args__ = (CheckConstraint("id = 1", name="single"), STRICT)
    step_id: Mapped[int | None]


class DeskState(Base):
    """Facts about the file, not about mentoring: who has it open, since when."""

    __tablename__ = "desk_state"
    __table_args__ = (STRICT,)
    key: Mapped[str] = mapped_column(unique=True)
    value: Mapped[str]
