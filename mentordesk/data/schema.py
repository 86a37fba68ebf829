"""The whole schema in one place: import this to have every table, its checks and the history triggers."""

from sqlalchemy import MetaData

from mentordesk.data import history_tables, records, tables  # the imports register the tables
from mentordesk.data.base import Base, add_type_checks

metadata: MetaData = Base.metadata
_OWN = {table.__tablename__ for table in (history_tables.Step, history_tables.Change, history_tables.HistoryState)}
HISTORY_FREE = frozenset(_OWN | {history_tables.DeskState.__tablename__})
"""Tables that history does not watch: its own, and the state of the file."""

for _table in metadata.tables.values():
    add_type_checks(_table)

__all__ = ["HISTORY_FREE", "metadata", "records", "tables"]
