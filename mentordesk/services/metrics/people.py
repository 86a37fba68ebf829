"""The people of the desk as metrics count them: where they belong, what they are in cohorts and pairs."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mentordesk.data.tables import CareerMilestone, Cohort, CustomValue, Enrollment, Pair, Person
from mentordesk.domain.closing import role_of
from mentordesk.domain.custom_values import YES
from mentordesk.domain.metrics.facts import TAKEN, CohortFact, FieldFact, PersonFact, Place, Turn
from mentordesk.domain.metrics.grouping import bands
from mentordesk.domain.people import CareerKind, CustomFieldRow, FieldKind, PersonStatus
from mentordesk.domain.scope import Scope
from mentordesk.domain.standing import Side
from mentordesk.services import custom_fields
from mentordesk.services.pairs.pair_counts import fetched
from mentordesk.services.scoping import begun, within

_FIXED = ("department", "location", "level", "company")
_TELLING = frozenset(
    {FieldKind.CHOICE, FieldKind.ORDERED, FieldKind.YES_NO, FieldKind.CHOICES, FieldKind.NUMBER},
)
"""Kinds of fields that put people into groups; a text or a date is each one's own."""
_Groups = dict[int, dict[str, tuple[str, ...]]]


def own_fields(session: Session) -> list[CustomFieldRow]:
    """The desk's own fields people may be told apart by: those that reports show."""
    return [it for it in custom_fields.rows(session) if it.kind in _TELLING and not it.hidden_in_reports]


def fields(own: Sequence[CustomFieldRow]) -> tuple[FieldFact, ...]:
    """The fields of every desk, then its own, in the order they are shown."""
    fixed = tuple(FieldFact(key, key.capitalize(), _order(key)) for key in _FIXED)
    return (*fixed, *(_own_field(field) for field in own))


def _order(key: str) -> tuple[str, ...]:
    return tuple(_level(level) for level in range(1, 8)) if key == "level" else ()


def _level(level: int) -> str:
    return f"Level {level}"


def _key(field: CustomFieldRow) -> str:
    return f"field.{field.id}"


def _own_field(field: CustomFieldRow) -> FieldFact:
    order = field.choices if field.kind is not FieldKind.YES_NO else ("Yes", "No")
    return FieldFact(_key(field), field.name, order, field.kind is FieldKind.CHOICES)


def people(session: Session, own: Sequence[CustomFieldRow]) -> dict[int, PersonFact]:
    """Everybody in the desk by id."""
    query = select(
        *(Person.id, Person.external, Person.hired_on, Person.left_on, Person.status),
        *(Person.department, Person.location, Person.level, Person.company),
    )
    custom, promoted = _custom(session, own), _promotions(session)
    return {
        id_: PersonFact(
            id_,
            external=external,
            hired_on=hired_on,
            left_on=left_on,
            left=status is PersonStatus.LEFT,
            promoted_on=promoted.get(id_, ()),
            groups={**_fixed(*placed), **custom.get(id_, {})},
        )
        for id_, external, hired_on, left_on, status, *placed in fetched(session, query)
    }


def _fixed(department: str, location: str, level: int | None, company: str) -> dict[str, tuple[str, ...]]:
    values = (department, location, "" if level is None else _level(level), company)
    return {key: (value.strip(),) for key, value in zip(_FIXED, values, strict=True) if value.strip()}


def _custom(session: Session, own: Sequence[CustomFieldRow]) -> _Groups:
    by_id = {field.id: field for field in own}
    stored: defaultdict[int, defaultdict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    query = select(CustomValue.field_id, CustomValue.person_id, CustomValue.value).order_by(CustomValue.id)
    for field_id, person_id, value in fetched(session, query):
        if field_id in by_id:
            stored[field_id][person_id].append(value)
    found: _Groups = defaultdict(dict)
    for field_id, values in stored.items():
        said = _said(by_id[field_id], [value for each in values.values() for value in each])
        for person_id, each in values.items():
            found[person_id][_key(by_id[field_id])] = tuple(said[value] for value in each)
    return found


def _said(field: CustomFieldRow, values: Sequence[str]) -> dict[str, str]:
    """The group each stored value stands for: of numbers the band."""
    if field.kind is FieldKind.NUMBER:
        of_number = bands({float(value) for value in values})
        return {value: of_number[float(value)] for value in values}
    if field.kind is FieldKind.YES_NO:
        return {value: "Yes" if value == YES else "No" for value in values}
    return {value: value for value in values}


def _promotions(session: Session) -> dict[int, tuple[date, ...]]:
    found: defaultdict[int, tuple[date, ...]] = defaultdict(tuple)
    query = select(CareerMilestone.person_id, CareerMilestone.day)
    for person_id, day in fetched(session, query.where(CareerMilestone.kind == CareerKind.PROMOTION)):
        found[person_id] += (day,)
    return found


def cohorts(session: Session, scope: Scope) -> tuple[CohortFact, ...]:
    """The cohorts of the scope in the order they began."""
    query = select(Cohort.id, Cohort.name, Cohort.starts_on, Cohort.ends_on).where(within(Cohort.id, scope))
    ordered = query.order_by(Cohort.starts_on, func.lower(Cohort.name), Cohort.id)
    return tuple(CohortFact(*found) for found in fetched(session, ordered))


def places(session: Session, scope: Scope) -> tuple[Place, ...]:
    """The places in all cohorts of the desk; those of the scope are inside it."""
    query = select(
        *(Enrollment.person_id, Enrollment.cohort_id, Enrollment.role, Enrollment.status),
        *(Cohort.starts_on, Cohort.ends_on, within(Enrollment.cohort_id, scope)),
    ).join(Cohort, Cohort.id == Enrollment.cohort_id)
    return tuple(
        Place(person_id, cohort_id, role, status, starts_on, ends_on, bool(inside))
        for person_id, cohort_id, role, status, starts_on, ends_on, inside in fetched(session, query)
    )


def turns(session: Session, scope: Scope) -> tuple[Turn, ...]:
    """Who was what from when on: in every pair that has begun on a known day, and in every cohort."""
    of_pairs = select(Pair.left_id, Pair.right_id, Pair.format, Pair.started_on, within(Pair.cohort_id, scope)).where(
        begun(), Pair.started_on.is_not(None)
    )
    found: list[Turn] = []
    for left_id, right_id, format_, on, inside in fetched(session, of_pairs):
        ids: Any = zip(Side, (left_id, right_id), strict=True)
        found += [Turn(person_id, role_of(format_, side), on, bool(inside)) for side, person_id in ids]
    of_cohorts = select(
        Enrollment.person_id, Enrollment.role, Cohort.starts_on, within(Enrollment.cohort_id, scope)
    ).join(Cohort, Cohort.id == Enrollment.cohort_id)
    taken = of_cohorts.where(Enrollment.status.in_(TAKEN))
    return (*found, *(Turn(id_, role, on, bool(inside)) for id_, role, on, inside in fetched(session, taken)))
