"""What the columns of a file meant the last time, and in which ways it was read: kept by the set of its headings."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.data.records import ColumnMapping
from mentordesk.domain.cohorts import Role
from mentordesk.domain.importing import Shape, Ways, is_hr_export
from mentordesk.domain.text import fold
from mentordesk.exchange.roster.levels import MOST_GRADES
from mentordesk.exchange.roster.numbers import LEVELS

_WAYS, _SCALE = "ways:", "scale:"


def _key(headings: Sequence[str]) -> str:
    return "\x1f".join(sorted(fold(heading) for heading in headings))


def columns(session: Session, headings: Sequence[str]) -> Mapping[str, str | None]:
    """The field of each heading, as far as it is remembered, in whatever order the headings stood."""
    found = _find(session, _key(headings))
    stored = found.mapping if found is not None and isinstance(found.mapping, dict) else {}
    as_written = {fold(heading): heading for heading in headings}
    return {as_written[fold(name)]: field for name, field in stored.items() if fold(name) in as_written}


def ways(session: Session, headings: Sequence[str]) -> Ways:
    """How the coordinator had such a file read; nothing is switched where there was none."""
    found = _find(session, _WAYS + _key(headings))
    stored = found.mapping if found is not None and isinstance(found.mapping, dict) else {}
    day_first, shape, role = (stored.get(name) for name in ("day_first", "shape", "role"))
    return Ways(
        day_first if isinstance(day_first, bool) else None,
        Shape(shape) if shape in set(Shape) else None,
        str(role) if role in {*Role} else "",
    )


def highest_grade(session: Session, headings: Sequence[str], mapping: Mapping[str, str | None]) -> int:
    """The end of the scale that levels of the last such file were written in; 7, the desk's own, without one.

    An HR export with other columns has the scale of the last one that called the levels alike.
    """
    keys = [_key(headings), *_level_headings(mapping)]
    for key in keys:
        found = _find(session, _SCALE + key)
        stored = found.mapping.get("highest") if found is not None and isinstance(found.mapping, dict) else None
        if isinstance(stored, int) and stored in range(LEVELS[-1], MOST_GRADES + 1):
            return stored
    return LEVELS[-1]


def remember_scale(session: Session, headings: Sequence[str], mapping: Mapping[str, str | None], highest: int) -> None:
    """Keep the end of the scale of levels; nothing is kept while it is the desk's own."""
    if highest == highest_grade(session, headings, mapping) == LEVELS[-1]:
        return
    for key in (_key(headings), *_level_headings(mapping)):
        _put(session, _SCALE + key, {"highest": highest})


def _level_headings(mapping: Mapping[str, str | None]) -> list[str]:
    """What an HR export calls its levels; nothing for other files, which may have another scale."""
    if not is_hr_export(mapping.values()):
        return []
    return [fold(heading) for heading, field in mapping.items() if field == "level"]


def remember(session: Session, headings: Sequence[str], mapping: Mapping[str, str | None], chosen: Ways) -> None:
    """Keep both for the next file with these headings."""
    _put(session, _key(headings), dict(mapping))
    if chosen != Ways() or _find(session, _WAYS + _key(headings)) is not None:
        shape = chosen.shape.value if chosen.shape else None
        _put(session, _WAYS + _key(headings), {"day_first": chosen.day_first, "shape": shape, "role": chosen.role})


def _put(session: Session, key: str, value: dict[str, Any]) -> None:
    row = _find(session, key)
    if row is None:
        session.add(ColumnMapping(headings=key, mapping=value))
    elif row.mapping != value:
        row.mapping = value
    session.flush()


def _find(session: Session, key: str) -> ColumnMapping | None:
    return session.scalars(select(ColumnMapping).where(ColumnMapping.headings == key)).one_or_none()
