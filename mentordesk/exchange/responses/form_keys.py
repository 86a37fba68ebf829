"""The hidden keys of a form as rows of text, written out and read back. Knows no workbook."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from mentordesk.domain.errors import FileError
from mentordesk.domain.responses import ResponseKind
from mentordesk.domain.standing import Side
from mentordesk.exchange.reading.cells import plain_text
from mentordesk.exchange.reading.faults import fault
from mentordesk.exchange.responses.form_book import VERSION, FormBook, FormPair, Record, SheetPlan, sheet_plans

SHEET = "MentorDesk"
"""The very hidden sheet with the keys, and the word in its first cell."""
_SEPARATOR = "\x1f"
_OWN = "\n"

KeyRow = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FormKeys:
    """What a form that came back knows of itself."""

    form_id: str
    title: str
    made_on: date
    until: date
    pairs: tuple[FormPair, ...]
    sheets: tuple[SheetPlan, ...]


def rows(form: FormBook) -> list[KeyRow]:
    """The keys of a form: a word for the kind of each row first, a checksum last."""
    made: list[KeyRow] = [
        (SHEET, VERSION),
        ("form", form.id, form.title, form.made_on.isoformat(), form.until.isoformat()),
    ]
    made += [
        ("pair", str(it.pair_id), it.label, str(it.left_id), str(it.right_id), it.left, it.right, _OWN.join(it.own))
        for it in form.pairs
    ]
    for plan in sheet_plans(form):
        made.append(("sheet", plan.name, "across" if plan.across else "down"))
        labels = plan.labels or ("",) * len(plan.fields)
        made += [("field", key, str(at), label) for (key, at), label in zip(plan.fields, labels, strict=True)]
        made += [
            ("record", it.kind.value, str(it.index), it.slot, str(it.pair_id or ""), it.side.value if it.side else "")
            for it in plan.records
        ]
    plain = [tuple(plain_text(part) for part in row) for row in made]
    return [*plain, ("check", _checksum(plain))]


def read(found: Sequence[Sequence[str]], file: str) -> FormKeys:
    """The keys that stand in a form. FileError where they were changed, or are of a newer MentorDesk."""
    lines = [tuple(row) for row in found if row and row[0]]
    if lines and len(lines[0]) > 1 and lines[0][1] != VERSION:
        raise fault(f"The form “{file}” was written by a newer MentorDesk.", "Update MentorDesk, then read it again.")
    try:
        if lines[-1][:2] != ("check", _checksum(lines[:-1])):
            raise _changed(file)
        return _keys(lines[1:-1])
    except (IndexError, KeyError, ValueError) as reason:
        raise _changed(file) from reason


def _keys(lines: Iterable[KeyRow]) -> FormKeys:
    pairs: list[FormPair] = []
    sheets: list[tuple[str, bool, list[Record], list[tuple[str, int, str]]]] = []
    form: KeyRow = ()
    for row in lines:
        if row[0] == "form":
            form = row
        elif row[0] == "pair":
            pairs.append(_pair((*row, "")))
        elif row[0] == "sheet":
            sheets.append((row[1], row[2] == "across", [], []))
        elif row[0] == "field":
            sheets[-1][3].append((row[1], int(row[2]), (*row, "")[3]))
        elif row[0] == "record":
            sheets[-1][2].append(_record((*row, "", "")))
    plans = tuple(
        SheetPlan(
            name,
            across,
            tuple(records),
            tuple((key, at) for key, at, _label in fields),
            tuple(label for _key, _at, label in fields),
        )
        for name, across, records, fields in sheets
    )
    return FormKeys(form[1], form[2], date.fromisoformat(form[3]), date.fromisoformat(form[4]), tuple(pairs), plans)


def _pair(row: KeyRow) -> FormPair:
    own = tuple(text for text in row[7].split(_OWN) if text)
    return FormPair(int(row[1]), row[2], int(row[3]), int(row[4]), row[5], row[6], own=own)


def _record(row: KeyRow) -> Record:
    pair_id = int(row[4]) if row[4] else None
    return Record(ResponseKind(row[1]), int(row[2]), row[3], pair_id, Side(row[5]) if row[5] else None)


def _checksum(lines: Iterable[KeyRow]) -> str:
    """Of the texts alone: programs that save a workbook leave out empty cells at the end of a row."""
    text = _SEPARATOR.join(part.strip() for line in lines for part in line if part.strip())
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _changed(file: str) -> FileError:
    return fault(
        f"The hidden keys of the form “{file}” are damaged, so that its answers cannot be told apart.",
        "Write the form again with MentorDesk and copy the answers into it, or type them in at the pair.",
    )
