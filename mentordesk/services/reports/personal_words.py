"""Says the rows about one person in words for that person: other people by their initials. Finds no rows."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, select
from sqlalchemy.orm import Session

from mentordesk.data.schema import metadata
from mentordesk.data.tables import Cohort, CustomField, Person
from mentordesk.data.types import Day, Flag, Json, Word
from mentordesk.domain.dates import short
from mentordesk.domain.other_names import OtherNames
from mentordesk.domain.pairs import pair_name
from mentordesk.domain.report_names import initials
from mentordesk.domain.standalone_reports import CellValue, Section
from mentordesk.services.reports.personal_rows import OldChange, PersonalRows, Row

TITLES = {
    "person": "Person",
    "person_tag": "Skills and lists",
    "custom_value": "Own fields",
    "career_milestone": "Career",
    "enrollment": "Places in cohorts",
    "enrollment_wish": "Wishes",
    "pair": "Pairs",
    "pair_answer": "Answers to proposals",
    "contact": "Contacts",
    "planned_meeting": "Planned meetings",
    "exchange": "Give and take",
    "check_in": "Check-ins",
    "check_in_answer": "Check-in answers",
    "goal": "Goals",
    "milestone": "Milestones",
    "joint_project": "Joint projects",
    "project_hours": "Project hours",
    "introduction": "Introductions",
    "story": "Stories",
    "story_answer": "Story answers",
    "closing_survey": "Closing surveys",
    "survey_answer": "Survey answers",
    "survey_benefit": "Benefits named",
    "close_choice": "Plans for the close",
    "match_choice": "Matching drafts",
    "not_same": "Namesakes",
    "response_receipt": "Answers from files",
}
"""The sheets, in their order, by table; a table that is not named here comes last under its own name."""
_HEADINGS = {
    "email": "E-mail",
    "side": "Who",
    "left_id": "Left side",
    "right_id": "Right side",
    "day": "Date",
    "at": "When",
    "circle": "Circle",
}
_TECHNICAL = frozenset(
    {"id", "content", "record_id", "key", "position", "rank", "step_id", "draft_id", "precision", "started_precision"}
)
"""Columns that say nothing to the person."""
_WHERE_NAMED = frozenset({"introduction", "enrollment_wish"})
"""Tables in which the reference to a person is not always to this one."""
_OTHERS = {"left": "right_", "right": "left_"}


class PersonalWords:
    """Says the values of rows in words: names of the person in full, of everybody else as initials."""

    def __init__(self, session: Session, name: str, found: PersonalRows) -> None:
        people = session.execute(select(Person.id, Person.name, Person.email)).all()
        self.person_id = found.person_id
        self._names = {id_: own for id_, own, _ in people}
        self._emails = {id_: email or "" for id_, _, email in people}
        self._sides = found.sides
        self._pairs = {row["id"]: row for row in _every(found, "pair")}
        self._parents = _parents(session, found)
        related = _related(found) - {found.person_id}
        strangers = [own for id_, own, _ in people if id_ not in related and id_ != found.person_id]
        known = [self._names[id_] for id_ in related if id_ in self._names]
        self._others = OtherNames(name, self._emails.get(found.person_id, ""), known, strangers)

    def person(self, person_id: int | None) -> str:
        """The person's own name, anybody else's initials."""
        if person_id is None:
            return ""
        name = self._names.get(person_id, "")
        return name if person_id == self.person_id else initials(name) or "somebody who is not in the desk any more"

    def section(self, table: str, rows: Sequence[Row]) -> Section:
        columns = [it for it in self._columns(table) if it.name != "person_id" or table in _WHERE_NAMED]
        kept = [column for column in columns if any(self._value(table, column, row) not in (None, "") for row in rows)]
        title = TITLES.get(table, table.replace("_", " ").capitalize())
        if table == "person":
            return self._as_form(title, kept, rows[0])
        cells = [tuple(self._value(table, column, row) for column in kept) for row in rows]
        return Section(title, tuple(_heading(column) for column in kept), cells)

    def _as_form(self, title: str, columns: Sequence[Column[Any]], row: Row) -> Section:
        values = ((_heading(column), self._value("person", column, row)) for column in columns)
        return Section(title, ("What", "Value"), list(values))

    def _columns(self, table: str) -> list[Column[Any]]:
        return [column for column in metadata.tables[table].columns if column.name not in _TECHNICAL]

    def _value(self, table: str, column: Column[Any], row: Row) -> CellValue:
        """One value; of a pair or a story not what the other side alone decided."""
        pair_id = {"pair": row["id"], "story": row.get("pair_id")}.get(table)
        if pair_id is not None and self._is_others(column.name, pair_id):
            return None
        if row.get("pair_id") in self._pairs and row.get(column.name) in _OTHERS:
            return self.person(self._pairs[row["pair_id"]][f"{row[column.name]}_id"])
        return self._said(column, row.get(column.name))

    def _is_others(self, name: str, pair_id: int) -> bool:
        others = _OTHERS.get(self._sides.get(pair_id, ""), "")
        return bool(others) and name.startswith(others) and not name.endswith("_id")

    def _said(self, column: Column[Any], raw: Any) -> CellValue:
        for link in column.foreign_keys:
            return self._link(link.column.table.name, raw)
        if raw is None or raw == "":
            return None
        kind = column.type
        if isinstance(kind, Day):
            return date.fromisoformat(str(raw))
        if isinstance(kind, Flag):
            return "Yes" if raw else "No"
        if isinstance(kind, Word):
            return _word(kind, str(raw))
        if isinstance(kind, Json):
            return self._others.hidden(raw if isinstance(raw, str) else json.dumps(raw, ensure_ascii=False))
        return raw if isinstance(raw, int | float) else self._text(str(raw))

    def _text(self, raw: str) -> str:
        return raw if raw == self._emails.get(self.person_id) else self._others.hidden(raw)

    def _link(self, table: str, raw: Any) -> str:
        if raw is None:
            return ""
        if table == "person":
            return self.person(raw)
        if table == "pair":
            row = self._pairs.get(raw)
            return pair_name(self.person(row["left_id"]), self.person(row["right_id"])) if row else f"Pair {raw}"
        return self._text(self._parents.get((table, raw), ""))

    def history(self, changes: Sequence[OldChange]) -> Section:
        """A row a field that a step changed."""
        rows = [row for change in changes for row in self._change(change)]
        return Section("History", ("When", "Step", "What", "Field", "Before", "After"), rows)

    def _change(self, change: OldChange) -> Iterable[tuple[CellValue, ...]]:
        when = datetime.fromisoformat(change.at)
        said = f"{short(when.date())} {when.year} {when:%H:%M}"
        what = TITLES.get(change.table, change.table.replace("_", " ").capitalize())
        for column in self._columns(change.table):
            before, after = (
                None if row is None else self._value(change.table, column, row) for row in (change.before, change.after)
            )
            if before != after and (before, after) not in ((None, ""), ("", None)):
                yield said, self._others.hidden(change.label), what, _heading(column), _plain(before), _plain(after)


def _every(found: PersonalRows, table: str) -> Iterable[Row]:
    """The rows of a table, older ones first so that what is there now wins."""
    for change in reversed(found.changes):
        for row in (change.before, change.after):
            if change.table == table and row is not None:
                yield row
    yield from found.rows.get(table, ())


def _related(found: PersonalRows) -> set[int]:
    """Everybody a row about the person refers to."""
    links = {
        table: [column.name for column in metadata.tables[table].columns if _links_to_person(column)]
        for table in found.rows
    }
    return {
        row[name]
        for table, names in links.items()
        for row in _every(found, table)
        for name in names
        if row.get(name) is not None
    }


def _links_to_person(column: Column[Any]) -> bool:
    return any(link.column.table.name == "person" for link in column.foreign_keys)


def _parents(session: Session, found: PersonalRows) -> Mapping[tuple[str, int], str]:
    """What other rows that rows refer to are called, by table and id."""
    named = {("cohort", id_): name for id_, name in session.execute(select(Cohort.id, Cohort.name))}
    named |= {("custom_field", id_): name for id_, name in session.execute(select(CustomField.id, CustomField.name))}
    named |= {("joint_project", row["id"]): row["title"] for row in _every(found, "joint_project")}
    named |= {
        ("enrollment", row["id"]): named.get(("cohort", row["cohort_id"]), "") for row in _every(found, "enrollment")
    }
    for table in ("check_in", "closing_survey", "contact"):
        named |= {(table, row["id"]): _plain(date.fromisoformat(row["day"])) for row in _every(found, table)}
    return named


def _word(kind: Word, raw: str) -> str:
    value = kind.words(raw) if raw in set(kind.words) else raw
    return str(getattr(value, "word", "") or raw.replace("_", " ").capitalize())


def _heading(column: Column[Any]) -> str:
    name = column.name.removesuffix("_id") if column.foreign_keys else column.name
    return _HEADINGS.get(column.name) or name.replace("_", " ").capitalize()


def _plain(value: CellValue) -> Any:
    """Values of many kinds share a column, so days are written out."""
    return f"{short(value)} {value.year}" if isinstance(value, date) else value
