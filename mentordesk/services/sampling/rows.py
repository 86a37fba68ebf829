"""Every row of the sample before it is written, with its id, and the writing of all of them at once."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, cast

from sqlalchemy import Table, func, insert, select, text
from sqlalchemy.orm import Session

from mentordesk.data.base import Base
from mentordesk.data.schema import metadata
from mentordesk.services.sampling.steps import Steps

CHUNK = 2000
"""Rows written between two looks at whether somebody has stopped the work."""


class Rows:
    """Rows by table, in the order they were added; ids go on from what the desk holds already."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._rows: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
        self._blank: dict[str, dict[str, Any]] = {}
        self._next: dict[str, int] = {}

    def add(self, mapped: type[Base], /, **values: Any) -> int:
        """Note a row; returns its id. What is not given has the default of its column."""
        table = cast("Table", mapped.__table__)
        if table.name not in self._blank:
            self._begin(table)
        row_id = self._next[table.name]
        self._next[table.name] = row_id + 1
        self._rows[table.name].append({**self._blank[table.name], **values, "id": row_id})
        return row_id

    def _begin(self, table: Table) -> None:
        self._blank[table.name] = {column.name: _default(column) for column in table.columns}
        self._next[table.name] = (self._session.scalar(select(func.max(table.c.id))) or 0) + 1

    def of(self, mapped: type[Base]) -> list[dict[str, Any]]:
        """The rows of a table so far; a change of one is written too."""
        return self._rows[cast("Table", mapped.__table__).name]

    def write(self, steps: Steps) -> None:
        """Insert everything, in an order that foreign keys allow at the end of the transaction."""
        self._session.execute(text("PRAGMA defer_foreign_keys = ON"))
        total = sum(len(rows) for rows in self._rows.values())
        done = 0
        for table, rows in self._chunks():
            steps.writing(done, total)
            self._session.execute(insert(table), rows)
            done += len(rows)
        steps.writing(total, total)

    def _chunks(self) -> Iterator[tuple[Table, list[dict[str, Any]]]]:
        for table in metadata.sorted_tables:
            rows = self._rows[table.name]
            for first in range(0, len(rows), CHUNK):
                yield table, rows[first : first + CHUNK]


def _default(column: Any) -> Any:
    if column.default is None:
        return None
    return column.default.arg(None) if column.default.is_callable else column.default.arg
