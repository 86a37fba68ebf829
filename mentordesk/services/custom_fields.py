"""The attributes of people that this desk defines itself: added, changed, their choices renamed or merged, removed."""

from collections import Counter
from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mentordesk.data.tables import CustomField, CustomValue, Person
from mentordesk.domain.custom_values import CHOOSING, clean
from mentordesk.domain.errors import FieldError, NotFoundError
from mentordesk.domain.people import CustomFieldForm, CustomFieldRow, FieldKind
from mentordesk.domain.text import fold
from mentordesk.services.desk import name_step
from mentordesk.services.free_names import taken


def rows(session: Session) -> list[CustomFieldRow]:
    """The desk's own fields in the order they are shown, each with the number of people who have a value."""
    filled = (
        select(func.count(CustomValue.person_id.distinct()))
        .where(CustomValue.field_id == CustomField.id)
        .correlate(CustomField)
        .scalar_subquery()
    )
    own = CustomField
    query = select(own.id, own.name, own.kind, own.choices, own.hidden_in_reports, filled)
    found = session.execute(query.order_by(own.position, own.id))
    return [
        CustomFieldRow(id_, name, kind, tuple(choices or ()), hidden, count)
        for id_, name, kind, choices, hidden, count in found
    ]


def people_counted(session: Session) -> int:
    """Of how many people `filled` is a part."""
    return session.scalar(select(func.count()).select_from(Person)) or 0


def save(session: Session, form: CustomFieldForm) -> int:
    """Add a field, or change the one with `form.id`; returns its id. The order of the choices is that of the form.

    Raises FieldError for `name`, `kind` (values of the old kind that the new one cannot hold) or `choices` (none given,
    or one left out that somebody has).
    """
    field = _find(session, form.id) if form.id is not None else CustomField(position=_next_position(session))
    name, choices = form.name.strip(), _unique(form.choices) if form.kind in CHOOSING else []
    _check(session, form, choices)
    if form.id is not None:
        _convert(session, CustomFieldRow(form.id, name, form.kind, tuple(choices), form.hidden_in_reports))
    field.name, field.kind, field.choices = name, form.kind, choices
    field.hidden_in_reports = form.hidden_in_reports
    session.add(field)
    session.flush()
    name_step(session, f"{'Add' if form.id is None else 'Change'} field {name}")
    return field.id


def _check(session: Session, form: CustomFieldForm, choices: Sequence[str]) -> None:
    if not form.name.strip():
        raise FieldError("name", "Give the field a name.")
    if taken(session, CustomField, form.name, except_id=form.id):
        raise FieldError("name", f"There is a field “{form.name.strip()}” already. Choose another name.")
    if form.kind in CHOOSING and not choices:
        raise FieldError("choices", "Give at least one choice.")


def _unique(choices: Sequence[str]) -> list[str]:
    """Without blanks and without choices that differ only in case or accents."""
    return list({fold(choice.strip()): choice.strip() for choice in reversed(choices) if choice.strip()}.values())[::-1]


def _convert(session: Session, field: CustomFieldRow) -> None:
    """Bring the values people have into the field as it will be, or refuse where one does not fit."""
    values = session.scalars(select(CustomValue).where(CustomValue.field_id == field.id)).all()
    _check_single(field, values)
    for value in values:
        try:
            (value.value,) = clean(field, [value.value])
        except FieldError as error:
            raise _misfit(field, value.value, values) from error


def _check_single(field: CustomFieldRow, values: Sequence[CustomValue]) -> None:
    several = sum(count > 1 for count in Counter(value.person_id for value in values).values())
    if several and field.kind is not FieldKind.CHOICES:
        raise FieldError("kind", f"{_people(several)} more than one value. Keep “{FieldKind.CHOICES.word}”.")


def _misfit(field: CustomFieldRow, text: str, values: Sequence[CustomValue]) -> FieldError:
    count = sum(value.value == text for value in values)
    if field.kind in CHOOSING:
        return FieldError("choices", f"{_people(count)} “{text}”. Keep this choice, or rename or merge it first.")
    return FieldError("kind", f"{_people(count)} “{text}”, which the kind “{field.kind.word}” cannot hold.")


def _people(count: int) -> str:
    return "1 person has" if count == 1 else f"{count} people have"


def rename_choice(session: Session, field_id: int, old: str, new: str) -> None:
    """Give a choice another name; if that is a choice already, the two are merged. People keep what they have.

    Raises FieldError for `choices`.
    """
    field = _find(session, field_id)
    new = new.strip()
    if not new or old not in field.choices:
        raise FieldError("choices", "Give the choice a name." if not new else f"“{old}” is not a choice any more.")
    target = next((choice for choice in field.choices if choice != old and fold(choice) == fold(new)), None)
    name_step(session, f"{'Merge' if target else 'Rename'} choice {old}")
    _give(session, field_id, old, target or new)
    kept = [choice for choice in field.choices if choice != old]
    field.choices = kept if target else [new if choice == old else choice for choice in field.choices]


def _give(session: Session, field_id: int, old: str, new: str) -> None:
    """Whoever has the old choice has the new one instead, once."""
    of_field = CustomValue.field_id == field_id
    have = set(session.scalars(select(CustomValue.person_id).where(of_field, CustomValue.value == new)))
    for value in session.scalars(select(CustomValue).where(of_field, CustomValue.value == old)).all():
        if value.person_id in have:
            session.delete(value)
        else:
            value.value = new


def remove(session: Session, field_id: int) -> int:
    """Remove a field with all its values; returns how many people had one."""
    field = _find(session, field_id)
    held = select(func.count(CustomValue.person_id.distinct())).where(CustomValue.field_id == field_id)
    count = session.scalar(held) or 0
    name_step(session, f"Remove field {field.name}")
    session.delete(field)
    return count


def _next_position(session: Session) -> int:
    return (session.scalar(select(func.max(CustomField.position))) or 0) + 1


def _find(session: Session, field_id: int) -> CustomField:
    found = session.get(CustomField, field_id)
    if found is None:
        raise NotFoundError("This field is not in the desk any more.", advice="It may have been removed or undone.")
    return found
