"""Pairs as plain ties between two people: who, where and since when, without anything computed."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session, aliased

from mentordesk.data.tables import Cohort, Pair, Person
from mentordesk.domain.dates import Precision
from mentordesk.domain.pairs import ALIVE, short_name
from mentordesk.domain.programs import Format
from mentordesk.domain.scope import Scope
from mentordesk.domain.standing import PairStatus
from mentordesk.services.pairs.pair_counts import chosen
from mentordesk.services.scoping import begun, within


@dataclass(frozen=True, slots=True)
class Tie:
    """A pair that has begun, whatever became of it."""

    id: int
    left_id: int
    right_id: int
    left: str
    right: str
    format: Format
    status: PairStatus
    started_on: date | None
    precision: Precision
    cohort_id: int | None
    cohort: str

    @property
    def short(self) -> str:
        return short_name(self.left, self.right)

    def words_for(self, person_id: int) -> str:
        """The tie from one side: "mentor of Marta Vidal in Open Door 4", "mentee of Amara Okonkwo in 2019"."""
        own = "mentor" if person_id == self.left_id else "mentee"
        role = "peer" if self.format is Format.PEER else own
        return f"{role} of {self.with_words(person_id)}"

    def with_words(self, person_id: int) -> str:
        """The other person and where or when: "Julian Farrow in Open Door 4"."""
        other = self.right if person_id == self.left_id else self.left
        where = self.cohort if self.status in (PairStatus.ACTIVE, PairStatus.PAUSED) else ""
        when = str(self.started_on.year) if self.started_on else ""
        return f"{other} in {where or when}" if where or when else other


def alive(session: Session, scope: Scope) -> list[Tie]:
    """The ties of a scope that still hold: active, paused and enduring pairs."""
    return _read(session, _query().where(within(Pair.cohort_id, scope), Pair.status.in_(ALIVE)))


def of_people(session: Session, ids: Collection[int]) -> list[Tie]:
    """All ties of these people, those that still hold first, then newest first."""
    found = _read(session, _query().where(or_(chosen(Pair.left_id, ids), chosen(Pair.right_id, ids))))
    return sorted(found, key=lambda tie: (tie.status not in ALIVE, -(tie.started_on or date.min).toordinal(), tie.id))


def _query() -> Select[*tuple[Any, ...]]:
    left, right = aliased(Person), aliased(Person)
    return (
        select(
            *(Pair.id, Pair.left_id, Pair.right_id, left.name, right.name, Pair.format, Pair.status),
            *(Pair.started_on, Pair.started_precision, Pair.cohort_id, func.coalesce(Cohort.name, "")),
        )
        .join(left, left.id == Pair.left_id)
        .join(right, right.id == Pair.right_id)
        .outerjoin(Cohort, Cohort.id == Pair.cohort_id)
        .where(begun())
        .order_by(Pair.id)
    )


def _read(session: Session, query: Select[*tuple[Any, ...]]) -> list[Tie]:
    return [Tie(*found) for found in session.execute(query)]


def of_person(ties: Sequence[Tie], person_id: int) -> list[Tie]:
    return [tie for tie in ties if person_id in (tie.left_id, tie.right_id)]
