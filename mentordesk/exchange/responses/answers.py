"""Responses as they stand in a file: cells by field, and whose the file says they are. Knows no desk."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from mentordesk.domain.responses import ResponseKind
from mentordesk.domain.standing import Side
from mentordesk.exchange.reading.cells import CellValue
from mentordesk.exchange.reading.tables import SheetTable
from mentordesk.exchange.responses.form_book import FormPair


@dataclass(frozen=True, slots=True)
class Sender:
    """Who answered and with whom, as a form service wrote it: addresses and names, each maybe empty."""

    email: str = ""
    name: str = ""
    partner_email: str = ""
    partner: str = ""

    @property
    def own(self) -> str:
        return self.name or self.email

    @property
    def other(self) -> str:
        return self.partner or self.partner_email


@dataclass(frozen=True, slots=True)
class Answer:
    """One response. `number` counts in its file and stays the same whatever is read of it.

    `values` are its cells by field. A form says the `pair` and, of a check-in, the `side`; a form service the `sender`.
    `key` tells the response from every other one, as long as nothing in it is changed in the form. `until` is the last
    day on time, `saved_on` stands in for a day that is not written.
    """

    number: int
    file: str
    place: str
    kind: ResponseKind
    values: Mapping[str, CellValue]
    key: str
    saved_on: date
    until: date | None = None
    pair: FormPair | None = None
    side: Side | None = None
    sender: Sender | None = None
    own: tuple[str, ...] = ()
    """The program's questions as they were asked: "own:1" answers the first."""
    day_first: bool = True
    epoch_1904: bool = False


@dataclass(frozen=True, slots=True)
class FormAnswers:
    """A form that came back: what was filled in, and the pairs it was written for."""

    file: str
    title: str
    made_on: date
    until: date
    answers: tuple[Answer, ...]
    pairs: tuple[FormPair, ...] = ()


@dataclass(frozen=True, slots=True)
class ServiceExport:
    """The export of a form service: its table. What its columns mean is said later."""

    file: str
    table: SheetTable
    saved_on: date
    notes: tuple[str, ...] = field(default=())
