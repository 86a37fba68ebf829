"""What a form contains, as plain data: its pairs, what it asks, and where each answer stands. Knows no workbook."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from mentordesk.domain.check_in_rules import FIXED, GAVE, GOT, RECOMMEND, SCALE
from mentordesk.domain.check_ins import Fit
from mentordesk.domain.contacts import POINTS, Channel, ExchangeKind
from mentordesk.domain.responses import ResponseKind
from mentordesk.domain.standing import Side

VERSION = "1"
OWN = "own:"
"""Begins the field of a question of the program, which follows: "own:1" is the first."""
CHECK_IN, CONTACTS, EXCHANGES = "Check-in", "Contacts", "Exchanges"
SHEETS = {ResponseKind.CHECK_IN: CHECK_IN, ResponseKind.CONTACT: CONTACTS, ResponseKind.EXCHANGE: EXCHANGES}
FREE_ROWS, FREE_ROWS_OF_A_COHORT = 25, 300


@dataclass(frozen=True, slots=True)
class FormPair:
    """A pair of a form. `label` is unlike that of every other pair of the form; `own` are the program's questions as
    this pair reads them; `asks_fit` says of each side whether it is asked if the two fit."""

    pair_id: int
    label: str
    left_id: int
    right_id: int
    left: str
    right: str
    started_on: date | None = None
    own: tuple[str, ...] = ()
    asks_fit: tuple[bool, bool] = (True, True)

    def name(self, side: Side) -> str:
        return self.left if side is Side.LEFT else self.right


@dataclass(frozen=True, slots=True)
class Field:
    """One thing asked. `kind` says what may stand there: "scale", "recommend", "fit", "text", "date", "minutes",
    "channel", "exchange", "points", "pair", "giver". `hint` is told when the cell is chosen."""

    key: str
    title: str
    kind: str
    hint: str = ""
    width: float = 12


@dataclass(frozen=True, slots=True)
class FormBook:
    """One workbook to be filled in. `id` tells it from every other, `sides` whose answers it takes."""

    id: str
    title: str
    made_on: date
    until: date
    pairs: tuple[FormPair, ...]
    asks: frozenset[ResponseKind]
    sides: tuple[Side, ...] = tuple(Side)
    roles: tuple[str, str] = ("Mentor", "Mentee")
    own: tuple[str, ...] = ()
    company: str = ""

    @property
    def single(self) -> bool:
        """Of one pair: the check-in is a page of questions and not a table."""
        return len(self.pairs) == 1

    @property
    def free_rows(self) -> int:
        """Rows for contacts and for exchanges."""
        return FREE_ROWS if self.single else max(FREE_ROWS_OF_A_COHORT, len(self.pairs) * 2)


@dataclass(frozen=True, slots=True)
class Record:
    """Where one response stands: the row, or in a page of questions the column, counted from 1. `slot` is its name in
    the form for ever; a row for any pair has none of its own."""

    kind: ResponseKind
    index: int
    slot: str
    pair_id: int | None = None
    side: Side | None = None


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """Where the answers of a sheet stand: records by row and fields by column, or the other way (`across`)."""

    name: str
    across: bool
    records: tuple[Record, ...]
    fields: tuple[tuple[str, int], ...]
    labels: tuple[str, ...] = ()


_SCALE = f"{SCALE[0]} not at all, {SCALE[-1]} fully"
_CHANNELS = ", ".join(channel.word for channel in Channel)
_KINDS = ", ".join(kind.word for kind in ExchangeKind)
_FITS = ", ".join(fit.word for fit in Fit)


def check_in_fields(form: FormBook) -> tuple[Field, ...]:
    """What a side is asked, in the order of the form."""
    day = Field(
        "on", "Answered on", "date", "The day of these answers. Left empty, it is the day the file was saved.", 13
    )
    scale = [Field(it.key, it.text, "scale", f"{it.title}: {_SCALE}.", 11) for it in FIXED]
    own = [Field(f"{OWN}{place}", text, "scale", f"{_SCALE}.", 13) for place, text in enumerate(form.own, start=1)]
    flow = [
        Field(it.key, it.text.partition("?")[0] + "?", "scale", "1 nothing, 5 a great deal.", 11) for it in (GOT, GAVE)
    ]
    rest = [
        Field(
            "recommend",
            "I would recommend it",
            "recommend",
            f"{RECOMMEND[0]} not at all, {RECOMMEND[-1]} gladly: would you recommend it to a colleague?",
            13,
        ),
        Field("fit", "Are we a good fit?", "fit", f"One of: {_FITS}.", 14),
        Field(
            "comment", "Comment (confidential)", "text", "Only the coordinator reads this, never the other side.", 36
        ),
    ]
    if not any(asked for pair in form.pairs for asked in pair.asks_fit):
        del rest[1]
    return (day, *scale, *own, *flow, *rest)


def contact_fields(form: FormBook) -> tuple[Field, ...]:
    """What is asked of a contact."""
    pair = () if form.single else (Field("pair", "Pair", "pair", "Choose the pair.", 36),)
    return (
        *pair,
        Field("on", "Date", "date", "The day of the contact.", 13),
        Field("channel", "How", "channel", f"One of: {_CHANNELS}.", 15),
        Field("minutes", "Minutes", "minutes", "How long it took, about; may stay empty.", 10),
        Field("note", "What it was about", "text", "A few words; may stay empty. The coordinator reads this.", 52),
    )


def exchange_fields(form: FormBook) -> tuple[Field, ...]:
    """What is asked of an exchange."""
    pair = () if form.single else (Field("pair", "Pair", "pair", "Choose the pair.", 36),)
    weights = "; ".join(f"{points} {words}" for points, words in POINTS.items())
    return (
        *pair,
        Field("giver", "Who gave", "giver", "Choose who of the two gave something.", 24),
        Field("on", "Date", "date", "The day it was given.", 13),
        Field("kind", "What", "exchange", f"One of: {_KINDS}.", 15),
        Field("points", "How much", "points", f"{weights}.", 10),
        Field("what", "In a few words", "text", "What changed hands; may stay empty.", 46),
    )


FIRST_ROW = 7
"""Of every list: above it stand title, explanation and headings."""
PAGE_COLUMN, PAGE_FIRST_ROW = 3, 8
"""Of the page of questions: where the first side answers, and the first question."""


def sheet_plans(form: FormBook) -> tuple[SheetPlan, ...]:
    """Where all answers of a form stand, sheet by sheet."""
    plans = []
    if ResponseKind.CHECK_IN in form.asks:
        plans.append(_page(form) if form.single else _check_in_list(form))
    if ResponseKind.CONTACT in form.asks:
        plans.append(_free_list(form, ResponseKind.CONTACT, contact_fields(form)))
    if ResponseKind.EXCHANGE in form.asks:
        plans.append(_free_list(form, ResponseKind.EXCHANGE, exchange_fields(form)))
    return tuple(plans)


def _page(form: FormBook) -> SheetPlan:
    pair = form.pairs[0]
    records = [_check_in(pair, side, PAGE_COLUMN + place) for place, side in enumerate(form.sides)]
    asked = as_asked(form)
    return SheetPlan(CHECK_IN, True, tuple(records), _placed(asked, PAGE_FIRST_ROW), _labels(asked))


def as_asked(form: FormBook) -> tuple[Field, ...]:
    """What a side of a single pair is asked, with the program's questions as this pair reads them."""
    own = iter(form.pairs[0].own)
    return tuple(
        replace(it, title=next(own, it.title)) if it.key.startswith(OWN) else it for it in check_in_fields(form)
    )


def _check_in_list(form: FormBook) -> SheetPlan:
    sides = [(pair, side) for pair in form.pairs for side in form.sides]
    records = [_check_in(pair, side, FIRST_ROW + place) for place, (pair, side) in enumerate(sides)]
    asked = (Field("pair", "Pair", "pair"), Field("who", "Who", "text"), *check_in_fields(form))
    return SheetPlan(CHECK_IN, False, tuple(records), _placed(asked, 2), _labels(asked))


def _check_in(pair: FormPair, side: Side, index: int) -> Record:
    return Record(ResponseKind.CHECK_IN, index, f"check_in/{pair.pair_id}/{side.value}", pair.pair_id, side)


def _free_list(form: FormBook, kind: ResponseKind, asked: Sequence[Field]) -> SheetPlan:
    pair_id = form.pairs[0].pair_id if form.single else None
    rows = range(form.free_rows)
    records = [Record(kind, FIRST_ROW + place, f"{kind.value}/{place + 1}", pair_id) for place in rows]
    return SheetPlan(SHEETS[kind], False, tuple(records), _placed(asked, 2), _labels(asked))


def _placed(asked: Sequence[Field], first: int) -> tuple[tuple[str, int], ...]:
    return tuple((field.key, first + place) for place, field in enumerate(asked))


def _labels(asked: Sequence[Field]) -> tuple[str, ...]:
    return tuple(field.title for field in asked)
