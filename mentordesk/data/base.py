"""What every table has in common: an AUTOINCREMENT key, STRICT columns, named constraints, checks by type."""

from typing import Any, ClassVar

from sqlalchemy import REAL, CheckConstraint, Column, ForeignKey, MetaData, Table, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from mentordesk.data.types import Day, Flag, Json, Moment, Word


class Base(DeclarativeBase):
    type_annotation_map: ClassVar[dict[Any, Any]] = {str: Text, float: REAL}
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )

    id: Mapped[int] = mapped_column(primary_key=True, sort_order=-1)


STRICT = {"sqlite_strict": True, "sqlite_autoincrement": True}


def link(target: str, *, on_delete: str = "CASCADE", optional: bool = False, index: bool = True) -> Any:
    """A reference to another table; optional ones are set to NULL when the other row goes."""
    action = "SET NULL" if optional and on_delete == "CASCADE" else on_delete
    return mapped_column(ForeignKey(f"{target}.id", ondelete=action), nullable=optional, index=index)


def between(column: str, low: int, high: int) -> CheckConstraint:
    """A whole number or a real one within bounds; NULL passes where the column allows it."""
    return CheckConstraint(f"{column} BETWEEN {low} AND {high}", name=column)


def _check_of(column: Column[Any]) -> str | None:
    name, kind = column.name, column.type
    if isinstance(kind, Day):
        return f"{name} IS date({name}, '+0 days')"  # normalizes 31 February
    if isinstance(kind, Moment):
        return f"{name} IS NULL OR datetime({name}) IS NOT NULL"
    if isinstance(kind, Flag):
        return f"{name} IN (0, 1)"
    if isinstance(kind, Json):
        return f"{name} IS NULL OR json_valid({name})"
    if isinstance(kind, Word):
        words = ", ".join(f"'{word.value}'" for word in kind.words)
        return f"{name} IN ({words})"
    return None


def add_type_checks(table: Table) -> None:
    """SQLite must refuse what the column's type cannot mean, whoever writes the file."""
    for column in table.columns:
        check = _check_of(column)
        if check is not None:
            table.append_constraint(CheckConstraint(check, name=f"{column.name}_kind"))
