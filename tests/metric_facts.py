"""Facts for tests of the metrics: people, places and pairs in a line each."""

from datetime import date
from typing import Any

from mentordesk.domain.balance import Balance, Band
from mentordesk.domain.cohorts import EnrollmentStatus, Role
from mentordesk.domain.figures import PairStanding
from mentordesk.domain.health import Answers
from mentordesk.domain.metrics.facts import CohortFact, Facts, FieldFact, PairFact, PersonFact, Place
from mentordesk.domain.metrics.model import Measure
from mentordesk.domain.programs import Format
from mentordesk.domain.scope import Scope
from mentordesk.domain.standing import PairStatus

TODAY = date(2026, 6, 4)
START, END = date(2025, 10, 6), date(2026, 7, 3)
COHORT = CohortFact(1, "Crossroads 2025–26", START, END)
GENDER = FieldFact("gender", "Gender", ("Female", "Male"))


def person(id_: int, gender: str = "", **values: Any) -> PersonFact:
    groups = {"gender": (gender,)} if gender else {}
    return PersonFact(id_, groups={**groups, **values.pop("groups", {})}, **values)


def place(person_id: int, role: Role = Role.MENTEE, **values: Any) -> Place:
    status = values.pop("status", EnrollmentStatus.ACCEPTED)
    dates = values.pop("starts_on", START), values.pop("ends_on", END)
    return Place(person_id, values.pop("cohort_id", 1), role, status, *dates, **values)


def answers(*four: int) -> Answers:
    return Answers(*four)


def pair(id_: int, left: int, right: int, status: PairStatus = PairStatus.ACTIVE, **values: Any) -> PairFact:
    """An active pair of the cohort from its first day; what `PairStanding` knows goes into its standing."""
    known = {name: values.pop(name) for name in tuple(values) if name in PairStanding.__dataclass_fields__}
    points = known.get("balance", Balance())
    known.setdefault("band", Band.TOO_EARLY if points.total < 6 else Band.IN_BALANCE)
    standing = PairStanding(status, known.pop("started_on", START), **known)
    values.setdefault("cohort_id", 1)
    return PairFact(id_, left, right, values.pop("format", Format.TRADITIONAL), standing, **values)


def facts(**values: Any) -> Facts:
    """Of one cohort, on 4 June 2026; people may be given as a list."""
    people = values.pop("people", ())
    values.setdefault("scope", Scope(cohort_id=1))
    values.setdefault("cohorts", (COHORT,))
    return Facts(TODAY, people={it.id: it for it in people}, **values)


def said(measure: Measure) -> tuple[Any, ...]:
    """(value, n, of, note)."""
    return measure.value, measure.n, measure.of, measure.note


def by_key(measures: Any) -> dict[str, tuple[Any, ...]]:
    return {measure.key: said(measure) for measure in measures}
