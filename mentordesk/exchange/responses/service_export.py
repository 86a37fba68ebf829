"""The rows of a form service's export as responses: a check-in, a contact, exchanges, as far as a row has them."""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from mentordesk.domain.dates import long
from mentordesk.domain.errors import UserError
from mentordesk.domain.responses import ResponseKind
from mentordesk.exchange.reading.cells import CellValue, as_text
from mentordesk.exchange.reading.tables import NumberedRow
from mentordesk.exchange.responses.answer_words import KINDS
from mentordesk.exchange.responses.answers import Answer, Sender, ServiceExport
from mentordesk.exchange.responses.form_book import OWN
from mentordesk.exchange.responses.service_columns import DAY_FIRST, MONTH_FIRST, ORDER, parts_of
from mentordesk.exchange.responses.service_fields import words_of
from mentordesk.exchange.roster.dates import Order, order_of, read_date
from mentordesk.exchange.roster.ways import date_order
from mentordesk.exchange.roster.words import NOTHING

_CHECK_IN = frozenset({"trust", "value", "balance", "progress", "got", "gave", "recommend", "fit", "comment"})
_CONTACT = {"contact_on": "on", "channel": "channel", "minutes": "minutes", "note": "note"}
_EXCHANGE = {"giver": "giver", "points": "points", "what": "what"}
_PEOPLE = frozenset({"email", "name", "partner_email", "partner"})
_DAYS = ("answered", "started", "contact_on")
_SAYS_NO = frozenset({"anonymous", "anonym", "anonyme", "anonimo", "n/a", "-"})
_NOTHING = NOTHING | {
    "nothing",
    "none",
    "nothing yet",
    "not yet",
    "nichts",
    "noch nichts",
    "rien",
    "nada",
    "niente",
    "no",
}
_OF_A_ROW = 20
_GOT = re.compile(r"\b(?:get|got|gotten|received?|erhalten|bekommen|recu|recevoir|recibi|recibido|obtenu)\b")
_GAVE = re.compile(r"\b(?:give|gave|given|gegeben|geben|donne|donner|dado|diste)\b")
_LONGEST = 1_000
_ADDRESS = re.compile(r"[^\s<>;,:\"']+@[^\s<>;,:\"']+")

Mapped = Mapping[str, str | None]


def answers(export: ServiceExport, mapping: Mapped, own: Sequence[str]) -> list[Answer]:
    """All responses of an export. Raises UserError where no column says who answered, or none has an answer."""
    check_mapping(export, mapping)
    columns = [(place, field) for place, heading in enumerate(export.table.headings) if (field := mapping.get(heading))]
    day_first = order(export, mapping)[0]
    epoch_1904 = export.table.epoch_1904
    found = [made for row in export.table.body for made in _row(export, row, columns)]
    return [replace(it, own=tuple(own), day_first=day_first, epoch_1904=epoch_1904) for it in found]


def check_mapping(export: ServiceExport, mapping: Mapped) -> None:
    """Raises UserError where a file cannot hold responses as its columns are read."""
    fields = {mapping.get(heading) for heading in export.table.headings}
    safe = "Nothing was taken."
    if not fields & _PEOPLE:
        raise UserError(
            f"“{export.file}” has no column that says who answered.",
            advice="Choose the column with the e-mail addresses, or read a form that MentorDesk has written.",
            safe=safe,
        )
    own = {field for field in fields if field and field.startswith(OWN)}
    if not fields & (_CHECK_IN | set(_CONTACT) | set(_EXCHANGE) | {"kind"}) and not own:
        raise UserError(
            f"“{export.file}” has no column with answers.",
            advice="Choose for at least one column what it answers, such as Trust or Day of the contact.",
            safe=safe,
        )


def order(export: ServiceExport, mapping: Mapped) -> tuple[bool, str]:
    """Whether the day comes before the month, of the whole file: a form service writes all dates one way. And a
    sentence, where that was chosen or could not be seen.

    Where no date shows it, nothing was answered after the file was saved; else it is as this computer writes dates.
    """
    places = [place for place, heading in enumerate(export.table.headings) if mapping.get(heading) in _DAYS]
    cells = [row[place] for _number, row in export.table.body for place in places]
    chosen = {DAY_FIRST: True, MONTH_FIRST: False}.get(mapping.get(ORDER) or "")
    found = date_order(cells, chosen)
    if found.sure or not found.open:
        return found.day_first, ""
    day_first = found.day_first
    if chosen is None:
        last = {first: _last(cells, first) for first in (True, False)}
        possible = [first for first, day in last.items() if day is not None and day <= export.saved_on]
        day_first = possible[0] if len(possible) == 1 else day_first
    example = next(cell for cell in cells if order_of(cell) is Order.OPEN)
    day = read_date(example, day_first).day
    return day_first, f"{as_text(example)} is read as {long(day)}" if day is not None else ""


def _last(cells: Sequence[CellValue], day_first: bool) -> date | None:
    return max((day for cell in cells if cell is not None and (day := read_date(cell, day_first).day)), default=None)


def _row(export: ServiceExport, row: NumberedRow, columns: Sequence[tuple[int, str]]) -> Iterator[Answer]:
    number, cells = row
    by_field = {field: cells[place] for place, field in columns if cells[place] is not None}
    sender = _sender(by_field)
    base = Answer(
        number=number * _OF_A_ROW,
        file=export.file,
        place=f"row {number}",
        kind=ResponseKind.CHECK_IN,
        values={},
        key=_key(by_field, sender),
        saved_on=export.saved_on,
        sender=sender,
    )
    answered = {"on": by_field["answered"]} if "answered" in by_field else {}
    check_in = {field: cell for field, cell in by_field.items() if field in _CHECK_IN or field.startswith(OWN)}
    if check_in:
        yield replace(base, values={**answered, **check_in}, key=f"{base.key}/check_in")
    contact = {name: by_field[field] for field, name in _CONTACT.items() if field in by_field}
    if contact.keys() - {"note"}:
        values = {**answered, **contact}
        yield replace(base, number=base.number + 1, kind=ResponseKind.CONTACT, values=values, key=f"{base.key}/contact")
    day = {"on": by_field["contact_on"]} if "contact_on" in by_field else answered
    said = {name: by_field[field] for field, name in _EXCHANGE.items() if field in by_field}
    for place, gift in enumerate(_gifts(export, cells, columns, said)[: _OF_A_ROW - 2]):
        key, at = f"{base.key}/exchange/{place + 1}", base.number + 2 + place
        yield replace(base, number=at, kind=ResponseKind.EXCHANGE, values={**day, **gift}, key=key)


def _gifts(
    export: ServiceExport,
    cells: Sequence[CellValue],
    columns: Sequence[tuple[int, str]],
    said: Mapping[str, CellValue],
) -> list[dict[str, CellValue]]:
    """The values of an exchange for each thing that was given; "What did you get?" says who gave."""
    found: list[dict[str, CellValue]] = []
    for place, field in columns:
        cell = cells[place]
        if field != "kind" or cell is None:
            continue
        parts = parts_of(cell) if any(part in KINDS for part in parts_of(cell)) else (cell,)
        giver = _giver(export.table.headings[place])
        found += [
            {**giver, **said, "kind": part} for part in parts if as_text(part).strip(" .").casefold() not in _NOTHING
        ]
    return found or ([dict(said)] if said.keys() & {"giver", "points"} else [])


def _giver(heading: str) -> dict[str, CellValue]:
    """Who gave, as far as the question says it."""
    words = words_of(heading)
    if _GOT.search(words):
        return {"giver": "my partner"}
    return {"giver": "me"} if _GAVE.search(words) else {}


def _sender(by_field: Mapping[str, CellValue]) -> Sender:
    text = {field: as_text(by_field.get(field)).strip() for field in _PEOPLE}
    said = {field: "" if words.casefold() in _SAYS_NO else words for field, words in text.items()}
    return Sender(_address(said["email"]), said["name"], _address(said["partner_email"]), said["partner"])


def _address(text: str) -> str:
    """The address in "Ana Silva <ana@x.example>"; the text itself where there is none."""
    match = _ADDRESS.search(text) if "@" in text and len(text) <= _LONGEST else None
    return match[0].rstrip(".") if match else text


def _key(by_field: Mapping[str, CellValue], sender: Sender) -> str:
    """Who answered when, with the service's own number: what stays when an answer is read again, or was changed there.
    Without a time and a number it is the whole content."""
    # Who mends an answer in the service finishes it anew, but began it when they did.
    marks = [as_text(by_field.get("response_id")), as_text(by_field.get("started") or by_field.get("answered"))]
    who = [sender.email or sender.name, sender.partner_email or sender.partner]
    if not marks[1]:
        marks += [f"{field}={as_text(cell)}" for field, cell in sorted(by_field.items())]
    text = "\x1f".join(part.casefold() for part in (*who, *marks))
    return f"service/{hashlib.sha256(text.encode()).hexdigest()[:24]}"
