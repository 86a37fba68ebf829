"""The lists of a person written to the desk: skills, languages, experience, custom values. Only what differs."""

from collections.abc import Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.data.tables import CustomValue, PersonTag, TagKind
from mentordesk.domain.custom_values import clean
from mentordesk.domain.text import fold
from mentordesk.services import custom_fields


def save_tags(session: Session, person_id: int, lists: Mapping[TagKind, Sequence[str]]) -> None:
    """Make each list what is given, in this order; a word twice, in other case or accents, counts once."""
    found = session.scalars(select(PersonTag).where(PersonTag.person_id == person_id)).all()
    there = {(tag.kind, tag.value): tag for tag in found}
    for kind, words in lists.items():
        for rank, value in enumerate(_unique(words)):
            tag = there.pop((kind, value), None)
            if tag is None:
                session.add(PersonTag(person_id=person_id, kind=kind, value=value, rank=rank))
            else:
                tag.rank = rank
    for tag in there.values():
        session.delete(tag)
    session.flush()


def _unique(words: Sequence[str]) -> list[str]:
    kept: dict[str, str] = {}
    for word in words:
        text = " ".join(word.split())
        if text:
            kept.setdefault(fold(text), text)
    return list(kept.values())


def save_custom(session: Session, person_id: int, values: Mapping[int, Sequence[str]]) -> None:
    """Make the custom values what is given; fields not named keep theirs. Raises FieldError for `custom:ID`."""
    fields = {field.id: field for field in custom_fields.rows(session) if field.id in values}
    found = session.scalars(select(CustomValue).where(CustomValue.person_id == person_id)).all()
    there = {(value.field_id, value.value): value for value in found if value.field_id in fields}
    for field_id, field in fields.items():
        for value in clean(field, values[field_id]):
            if there.pop((field_id, value), None) is None:
                session.add(CustomValue(person_id=person_id, field_id=field_id, value=value))
    for gone in there.values():
        session.delete(gone)
    session.flush()
