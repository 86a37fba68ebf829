"""Who is to be matched in a cohort, with everything matching knows about them, in few statements whatever their number.

Accepted people who have not left take part; mentees and peers who have a pair do not, mentors with the places left.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, literal, select
from sqlalchemy.orm import Session, aliased

from mentordesk.data.tables import Cohort, Enrollment, EnrollmentWish, Pair, Person, PersonTag, TagKind, WishKind
from mentordesk.data.types import Word
from mentordesk.domain.cohorts import EnrollmentStatus, Role
from mentordesk.domain.matching.people import Candidate
from mentordesk.domain.pairs import EndReason
from mentordesk.domain.people import PersonStatus
from mentordesk.domain.standing import PairStatus
from mentordesk.services.matching import clocks
from mentordesk.services.matching import fields as matching_fields
from mentordesk.services.matching.fields import OwnValues, Words
from mentordesk.services.places import Places, places
from mentordesk.services.scoping import begun

OWN_COMPANY = "our company"
"""What the desk's own company is called where nobody has written its name down."""
_OWN_COLUMNS = ("name", "email", "employee_number", "title", "department", "location", "company", "level", "external")


@dataclass(frozen=True, slots=True)
class Enrolled:
    """The candidates of each role; and by address who is accepted in it, people who have a pair already included.
    `company` is what the own one is called."""

    candidates: Mapping[Role, tuple[Candidate, ...]]
    addresses: Mapping[Role, Mapping[str, int]]
    company: str


@dataclass(frozen=True, slots=True)
class _Facts:
    """What is read of all people at once."""

    tags: Mapping[int, Mapping[TagKind, Words]]
    own: Mapping[int, OwnValues]
    wishes: Mapping[int, Mapping[int, int]]
    vetoes: Mapping[int, frozenset[int]]
    taken: Places
    company: str
    on: date


def read(session: Session, cohort_id: int, on: date, settled_too: bool = False) -> Enrolled:
    """The people of a cohort; the clocks of their places as they stand on a day. For several rounds people who have a
    pair take part as well (`settled_too`), with the places they have left."""
    rows = _rows(session, cohort_id)
    facts = _facts(session, cohort_id, rows, on)
    waiting = [row for row in rows if settled_too or not _settled(facts.taken, cohort_id, row)]
    by_role = {role: tuple(_candidate(cohort_id, row, facts) for row in waiting if row.role is role) for role in Role}
    addresses = {role: _addresses(row for row in rows if row.role is role) for role in Role}
    return Enrolled(by_role, addresses, facts.company)


def _rows(session: Session, cohort_id: int) -> Sequence[Any]:
    own, boss = Enrollment, aliased(Person)
    query = (
        select(
            *(own.id.label("enrollment_id"), own.person_id, own.role, own.capacity),
            *(getattr(Person, name) for name in _OWN_COLUMNS),
            *(Person.manager_id, boss.manager_id.label("above_id")),
        )
        .join(Person, Person.id == own.person_id)
        .outerjoin(boss, boss.id == Person.manager_id)
        .where(own.cohort_id == cohort_id, own.status == EnrollmentStatus.ACCEPTED, Person.status != PersonStatus.LEFT)
        .order_by(own.person_id, own.role)
    )
    return session.execute(query).all()


def _settled(taken: Places, cohort_id: int, row: Any) -> bool:
    return row.role is not Role.MENTOR and (cohort_id, row.person_id, row.role) in taken.settled


def _addresses(rows: Iterable[Any]) -> dict[str, int]:
    """By e-mail address; whoever has none by name, unless somebody else without one has the same name."""
    listed = list(rows)
    names = Counter(row.name for row in listed if not row.email)
    unique = {row.name: row.person_id for row in listed if not row.email and names[row.name] == 1}
    return unique | {row.email: row.person_id for row in listed if row.email}


def _facts(session: Session, cohort_id: int, rows: Sequence[Any], on: date) -> _Facts:
    people = select(Enrollment.person_id).where(Enrollment.cohort_id == cohort_id)
    wishes, vetoes = _asked(session, cohort_id)
    return _Facts(
        tags=_tags(session, people),
        own=matching_fields.read(session, people),
        wishes=wishes,
        vetoes=vetoes,
        taken=places(session, Cohort.id == cohort_id),
        company=_company(rows),
        on=on,
    )


def _company(rows: Sequence[Any]) -> str:
    """What most people of the own company call it."""
    names = Counter(row.company.strip() for row in rows if not row.external and row.company.strip())
    return min(names, key=lambda name: (-names[name], name), default=OWN_COMPANY)


def _tags(session: Session, people: Any) -> Mapping[int, Mapping[TagKind, Words]]:
    tag = PersonTag
    found: defaultdict[int, dict[TagKind, Words]] = defaultdict(dict)
    query = select(tag.person_id, tag.kind, tag.value).where(tag.person_id.in_(people))
    for person, kind, value in session.execute(query.order_by(tag.person_id, tag.rank, tag.id)):
        found[person][kind] = (*found[person].get(kind, ()), value)
    return found


def _asked(session: Session, cohort_id: int) -> tuple[dict[int, dict[int, int]], dict[int, frozenset[int]]]:
    """Wishes by enrollment. A veto holds in both roles of a person, so it is by person."""
    wish = EnrollmentWish
    query = select(Enrollment.person_id, wish.enrollment_id, wish.person_id, wish.kind, wish.rank)
    query = query.join(wish, wish.enrollment_id == Enrollment.id).where(Enrollment.cohort_id == cohort_id)
    wishes: defaultdict[int, dict[int, int]] = defaultdict(dict)
    vetoes: defaultdict[int, frozenset[int]] = defaultdict(frozenset)
    for person, enrollment_id, whom, kind, rank in session.execute(query.union_all(_parted(cohort_id))):
        if kind is WishKind.WISH:
            wishes[enrollment_id][whom] = rank
        else:
            vetoes[person] |= {whom}
    return wishes, vetoes


def _parted(cohort_id: int) -> Select[*tuple[Any, ...]]:
    """Two who have said that they do not fit, and two of whom one declined the other here: as good as a veto."""
    people = select(Enrollment.person_id).where(Enrollment.cohort_id == cohort_id)
    declined = (Pair.end_reason == EndReason.DECLINED) & (Pair.cohort_id == cohort_id)
    parted = Pair.left_id.in_(people) & ((Pair.end_reason == EndReason.NOT_A_FIT) | declined)
    veto = literal(WishKind.VETO, Word(WishKind))
    query = select(Pair.left_id, literal(0), Pair.right_id, veto, literal(1))
    return query.where(parted, Pair.status == PairStatus.ENDED)


def _candidate(cohort_id: int, row: Any, facts: _Facts) -> Candidate:
    tags: Mapping[TagKind, Words] = facts.tags.get(row.person_id, {})
    own = facts.own.get(row.person_id) or OwnValues()
    return Candidate(
        id=row.person_id,
        name=row.name,
        role=row.role,
        capacity=max(0, row.capacity - facts.taken.used[(cohort_id, row.person_id, row.role)]),
        employee_number=row.employee_number or "",
        title=row.title,
        offers=tags.get(TagKind.OFFERS, ()),
        wants=tags.get(TagKind.WANTS, ()),
        unwanted=(*tags.get(TagKind.AVOIDS, ()), *own.named(matching_fields.UNWANTED)),
        experience=tags.get(TagKind.EXPERIENCE, ()),
        languages=tags.get(TagKind.LANGUAGE, ()),
        meeting_forms=own.named(matching_fields.MEETING_FORMS),
        level=row.level,
        department=row.department,
        company=row.company.strip() or ("" if row.external else facts.company),
        place=row.location,
        utc_offset=_clock(row.location, own, facts.on),
        managers=tuple(each for each in (row.manager_id, row.above_id) if each is not None),
        wishes=facts.wishes.get(row.enrollment_id, {}),
        vetoes=facts.vetoes.get(row.person_id, frozenset()),
        custom=own.values,
        measures=own.measures,
    )


def _clock(place: str, own: OwnValues, on: date) -> float | None:
    """What the person has said counts before what the name of the place tells."""
    said = own.named(matching_fields.TIME_ZONE)
    return clocks.said(said[0], on) if said else clocks.of_place(place, on)


def before(session: Session, cohort_id: int) -> frozenset[tuple[int, int]]:
    """The pairs that two people of the cohort were before, in any program; a proposal that came to nothing is none."""
    people = select(Enrollment.person_id).where(Enrollment.cohort_id == cohort_id)
    both = Pair.left_id.in_(people) & Pair.right_id.in_(people)
    query = select(Pair.left_id, Pair.right_id).where(both, begun())
    return frozenset((left, right) for left, right in session.execute(query))
