"""Responses: what came back from pairs by form or by a form service, row by row, before any of it is stored.

Knows no file and no table.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from mentordesk.domain.check_in_rules import ANSWER_DAYS
from mentordesk.domain.standing import Side


class ResponseKind(StrEnum):
    """What a response becomes."""

    CHECK_IN = "check_in"
    CONTACT = "contact"
    EXCHANGE = "exchange"

    @property
    def word(self) -> str:
        return {"check_in": "Check-in", "contact": "Contact", "exchange": "Exchange"}[self.value]


class ResponseState(StrEnum):
    """What becomes of a response. Of those to fix and of unknown people nothing is stored until it is said whose they
    are; duplicates stay out; late ones are taken and marked."""

    FIX = "fix"
    UNKNOWN = "unknown"
    CHANGED = "changed"
    LATE = "late"
    NEW = "new"
    DUPLICATE = "duplicate"
    LEFT_OUT = "left_out"

    @property
    def word(self) -> str:
        return _WORDS[self]

    @property
    def rank(self) -> int:
        """Problems first."""
        return list(ResponseState).index(self)

    @property
    def taken(self) -> bool:
        """Whether it is stored."""
        return self in (ResponseState.NEW, ResponseState.LATE, ResponseState.CHANGED)


_WORDS = {
    ResponseState.FIX: "Needs a fix",
    ResponseState.UNKNOWN: "Unknown person",
    ResponseState.CHANGED: "Changed",
    ResponseState.LATE: "Late",
    ResponseState.NEW: "New",
    ResponseState.DUPLICATE: "Duplicate",
    ResponseState.LEFT_OUT: "Left out",
}


class FormsFor(StrEnum):
    """Who gets a workbook: one for the whole cohort, one for each pair, or one for each of the two."""

    COHORT = "cohort"
    PAIR = "pair"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class FormsRequest:
    """Which forms to write: of a cohort or of one pair, what they ask, and until when answers are on time."""

    cohort_id: int | None = None
    pair_id: int | None = None
    made_for: FormsFor = FormsFor.COHORT
    asks: frozenset[ResponseKind] = frozenset(ResponseKind)
    until: date | None = None


@dataclass(frozen=True, slots=True)
class ResponseProblem:
    """What is wrong in one field, and a text that would be right, if one is near."""

    field: str
    sentence: str
    proposal: str | None = None


@dataclass(frozen=True, slots=True)
class PairChoice:
    """A pair a response may belong to, and the side it is of; `name` as "Amara Okonkwo, with Jonas Weidmann"."""

    pair_id: int
    side: Side
    name: str


@dataclass(frozen=True, slots=True)
class ResponseChange:
    """A field of a response that is on record, before and after. Comments say only that they changed."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ResponseRow:
    """One response. `id` counts through all files; `place` is where it stands: "Check-in, row 7".

    `said` is what it says, without a comment: that stays confidential. `note` tells why it is a duplicate, late or
    whose it was taken to be; `choices` are the pairs it may belong to, the nearest first; `texts` what stands in its
    cells, by field; `can_take` that a duplicate may be taken all the same.
    """

    id: int
    file: str
    place: str
    kind: ResponseKind
    state: ResponseState
    who: str
    pair: str
    on: date | None
    said: str
    note: str = ""
    late: bool = False
    pair_id: int | None = None
    side: Side | None = None
    problems: tuple[ResponseProblem, ...] = ()
    changes: tuple[ResponseChange, ...] = ()
    choices: tuple[PairChoice, ...] = ()
    texts: tuple[tuple[str, str], ...] = ()
    can_take: bool = False


@dataclass(frozen=True, slots=True)
class ResponsePreview:
    """All responses, problems first, and how the values were read, in sentences."""

    rows: tuple[ResponseRow, ...]
    sentences: tuple[str, ...] = ()

    def count(self, state: ResponseState) -> int:
        return sum(row.state is state for row in self.rows)

    @property
    def to_take(self) -> int:
        """How many would be stored."""
        return sum(row.state.taken for row in self.rows)


@dataclass(frozen=True, slots=True)
class ResponseResult:
    """How many responses were taken, by kind, and what became of the others."""

    check_ins: int = 0
    contacts: int = 0
    exchanges: int = 0
    changed: int = 0
    late: int = 0
    duplicate: int = 0
    unknown: int = 0
    to_fix: int = 0

    @property
    def taken(self) -> int:
        return self.check_ins + self.contacts + self.exchanges

    def as_dict(self) -> dict[str, int]:
        return {
            "taken": self.taken,
            "check_ins": self.check_ins,
            "contacts": self.contacts,
            "exchanges": self.exchanges,
            "changed": self.changed,
            "late": self.late,
            "duplicate": self.duplicate,
            "unknown": self.unknown,
            "to_fix": self.to_fix,
        }


@dataclass(frozen=True, slots=True)
class Decisions:
    """What the coordinator has said about responses, by their ids: whose they are, texts typed in the place of cells,
    duplicates taken all the same, and those left out."""

    whose: dict[int, tuple[int, Side]] = field(default_factory=dict)
    edits: dict[int, dict[str, str]] = field(default_factory=dict)
    taken: frozenset[int] = frozenset()
    left_out: frozenset[int] = frozenset()


def last_day(asked_on: date) -> date:
    """The last day on which an answer is on time: 14 days after the asking."""
    return asked_on + min(timedelta(days=ANSWER_DAYS), date.max - asked_on)


def is_late(on: date, until: date | None) -> bool:
    """Whether an answer came after its time; without a day there is no late."""
    return until is not None and on > until


def result_of(rows: Sequence[ResponseRow]) -> ResponseResult:
    """The counts of a preview, as they are told when it is done."""
    taken = [row for row in rows if row.state.taken]
    kinds = [row.kind for row in taken]
    states = [row.state for row in rows]
    return ResponseResult(
        check_ins=kinds.count(ResponseKind.CHECK_IN),
        contacts=kinds.count(ResponseKind.CONTACT),
        exchanges=kinds.count(ResponseKind.EXCHANGE),
        changed=states.count(ResponseState.CHANGED),
        late=sum(row.late for row in taken),
        duplicate=states.count(ResponseState.DUPLICATE),
        unknown=states.count(ResponseState.UNKNOWN),
        to_fix=states.count(ResponseState.FIX),
    )
