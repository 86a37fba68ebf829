"""The desk's own fields as matching takes them: values by name, measures, and three names that mean something to it."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.data.tables import CustomField, CustomValue
from mentordesk.domain.people import FieldKind
from mentordesk.domain.text import fold

MEETING_FORMS = frozenset({"meeting form", "meeting forms"})
TIME_ZONE = frozenset({"time zone", "timezone", "utc offset"})
UNWANTED = frozenset({"unwanted topics", "topics not wanted"})

Words = tuple[str, ...]


@dataclass(slots=True)
class OwnValues:
    """What one person has in the desk's own fields, by the name of the field."""

    values: dict[str, Words] = field(default_factory=dict)
    measures: dict[str, float] = field(default_factory=dict)

    def named(self, names: Collection[str]) -> Words:
        """The values of the field that is called one of these, however its letters are written."""
        return next((values for name, values in self.values.items() if fold(name.strip()) in names), ())


def read(session: Session, people: Any) -> dict[int, OwnValues]:
    """The values of the people a query finds, in two statements."""
    own = CustomField
    fields = {row.id: row for row in session.execute(select(own.id, own.name, own.kind, own.choices))}
    found: defaultdict[int, OwnValues] = defaultdict(OwnValues)
    if not fields:
        return found
    value = CustomValue
    query = select(value.person_id, value.field_id, value.value).where(value.person_id.in_(people))
    for person, field_id, text in session.execute(query.order_by(value.person_id, value.field_id, value.value)):
        row, has = fields[field_id], found[person]
        has.values[row.name] = (*has.values.get(row.name, ()), text)
        measure = _measure(row.kind, text, row.choices or ())
        if measure is not None:
            has.measures[row.name] = measure
    return found


def _measure(kind: FieldKind, text: str, choices: Collection[str]) -> float | None:
    """A number, a date as days, the place in a list of ordered levels; None for what cannot be measured."""
    if kind is FieldKind.ORDERED and text in choices:
        return float(list(choices).index(text))
    try:
        if kind is FieldKind.NUMBER:
            return float(text)
        return float(date.fromisoformat(text).toordinal()) if kind is FieldKind.DATE else None
    except ValueError:
        return None
