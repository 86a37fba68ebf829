"""The lines of the directory, from a few grouped queries whatever the number of people. Changes nothing."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, func, select, true
from sqlalchemy.orm import Session

from mentordesk.data.tables import Person, PersonTag, TagKind
from mentordesk.domain.people import PersonRow, PersonStatus
from mentordesk.domain.text import fold
from mentordesk.services.pairs.pair_counts import chosen
from mentordesk.services.people.person_roles import NOTHING, Standing, standings

_PERSON, _TAG = Person.__table__.c, PersonTag.__table__.c
_COLUMNS = tuple(
    _PERSON[name]
    for name in (
        *("id", "name", "email", "employee_number", "title", "department", "location", "company", "level", "external"),
        "status",
    )
)
_KINDS = (TagKind.LANGUAGE, TagKind.OFFERS, TagKind.WANTS, TagKind.EXPERIENCE, TagKind.AVOIDS)
_BREAK = "\x1f"

Words = tuple[str, ...]


def rows(session: Session, ids: Collection[int] | None = None) -> list[PersonRow]:
    """The people with these ids, or all, by name; those who have left are among them.

    The words of their lists are in the order they were given where ids are, else in that of the alphabet.
    """
    found = session.execute(select(*_COLUMNS).where(_among(_PERSON.id, ids))).all()
    tags, roles = _tags(session, ids), standings(session, ids)
    none: tuple[Words, ...] = ((),) * len(_KINDS)
    by_name = sorted(found, key=lambda person: (fold(person[1]), person[0]))
    return [_row(person, tags.get(person[0], none), roles.get(person[0], NOTHING)) for person in by_name]


def _among(column: Any, ids: Collection[int] | None) -> ColumnElement[bool]:
    return true() if ids is None else chosen(column, ids)


def _row(person: Any, tags: tuple[Words, ...], now: Standing) -> PersonRow:
    id_, name, email, number, title, department, location, company, level, external, status = person
    languages, offers, wants, experience, avoids = tags
    return PersonRow(
        id=id_,
        name=name,
        email=email or "",
        employee_number=number or "",
        title=title,
        department=department,
        location=location,
        company=company,
        level=level,
        external=external,
        status=status,
        languages=languages,
        offers=offers,
        wants=wants,
        experience=experience,
        role_now=now.role,
        active_pairs=now.active_pairs,
        can_mentor=now.can_mentor and status is PersonStatus.ACTIVE,
        wants_mentor=now.wants_mentor and status is not PersonStatus.LEFT,
        avoids=avoids,
    )


def _tags(session: Session, ids: Collection[int] | None) -> dict[int, tuple[Words, ...]]:
    """The words of each person, a tuple a kind. They come joined, a line a person: 100,000 lines take three times as
    long. For all people the index over person, kind and value gives them without sorting."""
    each = select(_TAG.person_id, _TAG.kind, _TAG.value).where(_among(_TAG.person_id, ids))
    if ids is not None:
        each = each.order_by(_TAG.person_id, _TAG.rank, _TAG.id).limit(-1)
    tag = each.subquery().c
    joined = (func.group_concat(tag.value, _BREAK).filter(tag.kind == kind) for kind in _KINDS)
    found = session.execute(select(tag.person_id, *joined).group_by(tag.person_id)).all()
    return {person_id: tuple(_split(text) for text in texts) for person_id, *texts in found}


def _split(text: str | None) -> Words:
    return tuple(text.split(_BREAK)) if text else ()


def tag_values(session: Session, kind: str) -> list[str]:
    """Every value known on this desk, for completion: of the lists "offers", "wants", "language", "experience" and
    "avoids", or of the fields "department", "location" and "company"; the most frequent first."""
    column = PersonTag.value if kind in set(TagKind) else getattr(Person, _FIELDS[kind])
    query = select(column).where(PersonTag.kind == kind if kind in set(TagKind) else column != "")
    return list(session.scalars(query.group_by(column).order_by(func.count().desc(), func.lower(column))))


_FIELDS = {"department": "department", "location": "location", "company": "company"}
