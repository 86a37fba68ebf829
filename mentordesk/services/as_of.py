"""The desk as it was at the end of a past day, for one reading: views hide what came later. Knows no report.

The views have the names of the tables and last as long as the transaction, so every query finds the past by itself.
What the desk keeps no date of stands as it is: that a pair was paused, how far an open goal was, where people work.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time

from sqlalchemy.orm import Session

from mentordesk.data.schema import metadata
from mentordesk.services.desk import now, today


@dataclass(frozen=True, slots=True)
class _Past:
    """Which rows of a table were there on the day, and what stood in columns that have changed since."""

    there: str = "1"
    columns: Mapping[str, str] = field(default_factory=dict)


def _unless_later(*names: str) -> dict[str, str]:
    return {name: f"CASE WHEN {name} <= :day THEN {name} END" for name in names}


_ENDED_LATER = "ended_on > :day"
_WENT_ON_LATER = "status = 'enduring' AND (SELECT ends_on FROM main.cohort WHERE cohort.id = cohort_id) > :day"
_PAST = {
    "contact": _Past("day <= :day"),
    "exchange": _Past("day <= :day"),
    "check_in": _Past("day <= :day"),
    "closing_survey": _Past("day <= :day"),
    "project_hours": _Past("day <= :day"),
    "pair_answer": _Past("day <= :day"),
    "career_milestone": _Past("day <= :day"),
    "introduction": _Past("coalesce(made_on, asked_on, :day) <= :day"),
    "joint_project": _Past("started_on <= :day", _unless_later("finished_on")),
    "goal": _Past("set_on <= :day", _unless_later("done_on")),
    "milestone": _Past(
        columns={
            **_unless_later("done_on", "skipped_on"),
            "skip_reason": "CASE WHEN skipped_on <= :day THEN skip_reason ELSE '' END",
        }
    ),
    "enrollment": _Past(
        "enrolled_on <= :day",
        {
            "status": "CASE WHEN status = 'completed' AND (SELECT ends_on FROM main.cohort WHERE cohort.id = cohort_id)"
            " > :day THEN 'accepted' ELSE status END"
        },
    ),
    "cohort": _Past(columns=_unless_later("closed_on")),
    "person": _Past(
        columns={
            "status": "CASE WHEN status = 'left' AND left_on > :day THEN 'active' ELSE status END",
            **_unless_later("left_on"),
        }
    ),
    "pair": _Past(
        "CASE WHEN started_on IS NULL THEN status NOT IN ('proposed', 'ended') ELSE started_on <= :day END",
        {
            "status": f"CASE WHEN {_ENDED_LATER} OR ({_WENT_ON_LATER}) THEN 'active' ELSE status END",
            "end_reason": f"CASE WHEN {_ENDED_LATER} THEN NULL ELSE end_reason END",
            "end_note": f"CASE WHEN {_ENDED_LATER} THEN '' ELSE end_note END",
            **_unless_later("ended_on", "left_agreed_on", "right_agreed_on"),
        },
    ),
}


@contextmanager
def as_of(session: Session, day: date | None) -> Iterator[date]:
    """Read as if it were the end of that day; yields the day. No day, today or one to come changes nothing.

    For sessions that only read: their transaction ends here.
    """
    on = today(session)
    if day is None or day >= on:
        yield on
        return
    clock = session.info["clock"]
    end = datetime.combine(day, time.max, now(session).tzinfo)
    try:
        _hide_what_came_later(session, day)
        session.info["clock"] = lambda: end
        yield day
    finally:
        session.info["clock"] = clock
        session.rollback()  # the views go with the transaction


def _hide_what_came_later(session: Session, day: date) -> None:
    connection = session.connection()
    held = connection.exec_driver_sql("PRAGMA query_only").scalar()
    # A desk that may only be read refuses views too, though they are in no file.
    connection.exec_driver_sql("PRAGMA query_only = 0")
    try:
        for name, past in _PAST.items():
            connection.exec_driver_sql(_view(name, past).replace(":day", f"'{day.isoformat()}'"))
    finally:
        connection.exec_driver_sql(f"PRAGMA query_only = {held}")


def _view(name: str, past: _Past) -> str:
    columns = (column.name for column in metadata.tables[name].columns)
    shown = ", ".join(f"{past.columns[column]} AS {column}" if column in past.columns else column for column in columns)
    return f"CREATE TEMP VIEW {name} AS SELECT {shown} FROM main.{name} WHERE {past.there}"
