"""What the cells of a response mean: numbers, words and days by field, and what is wrong with them. Knows no desk."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from mentordesk.domain.check_in_rules import GAVE, GOT, RECOMMEND, SCALE
from mentordesk.domain.check_ins import QUESTIONS, Fit
from mentordesk.domain.contacts import Channel, ExchangeKind
from mentordesk.domain.responses import ResponseKind, ResponseProblem
from mentordesk.domain.standing import Side
from mentordesk.domain.text import fold
from mentordesk.exchange.reading.cells import CellValue, as_text
from mentordesk.exchange.responses import answer_words, values
from mentordesk.exchange.responses.answers import Answer
from mentordesk.exchange.responses.form_book import OWN
from mentordesk.exchange.responses.values import Read

ON_SCALE = (*QUESTIONS, GOT.key, GAVE.key)
TITLES = {
    "trust": "Trust",
    "value": "Value",
    "balance": "Balance",
    "progress": "Progress",
    "got": "Got",
    "gave": "Gave",
    "recommend": "Would recommend",
    "fit": "Fit",
    "comment": "Comment",
    "on": "Date",
    "channel": "How",
    "minutes": "Minutes",
    "note": "What it was about",
    "giver": "Who gave",
    "kind": "What",
    "points": "How much",
    "what": "In a few words",
    "pair": "Pair",
}
"""What fields are called on screen."""
OPTIONS = {
    "channel": tuple(channel.word for channel in Channel),
    "kind": tuple(kind.word for kind in ExchangeKind),
    "fit": tuple(fit.word for fit in Fit),
    "points": ("1", "2", "3"),
    "recommend": tuple(map(str, RECOMMEND)),
    **dict.fromkeys(ON_SCALE, tuple(map(str, SCALE))),
}
"""What can be chosen in a field."""


@dataclass(slots=True)
class Understood:
    """The values of a response by field; those with a problem are not among them. `words` are the fields that were
    written in words and read as a number, a day or one of the words known here."""

    values: dict[str, Any] = field(default_factory=dict)
    problems: list[ResponseProblem] = field(default_factory=list)
    words: list[str] = field(default_factory=list)


def understand(answer: Answer, edits: dict[str, str], names: tuple[str, str], own_side: Side | None) -> Understood:
    """What a response says. `edits` stand in the place of cells; `names` are of the pair's left and right side, and
    `own_side` is that of who answered: "me" gave."""
    found = Understood()
    cells: dict[str, CellValue] = {**answer.values, **edits}
    for key, cell in cells.items():
        read = _read(key, cell, answer, names, own_side)
        if read is None:
            continue
        if read.sentence:
            options = OPTIONS.get(key, ())
            hint = "" if read.proposal or not options or len(options) > 8 else f" Choose {', '.join(options)}."
            found.problems.append(ResponseProblem(key, read.sentence + hint, read.proposal))
        elif read.value is not None and read.value != "":
            found.values[key] = read.value
            if read.words:
                found.words.append(key)
    return found


def _read(key: str, cell: CellValue, answer: Answer, names: tuple[str, str], own_side: Side | None) -> Read | None:
    """The value of a cell; None for what is no answer."""
    if key == "giver":
        return _giver(cell, names, own_side)
    if key == "on":
        return values.day(cell, answer.day_first, answer.epoch_1904)
    if key.startswith(OWN) or key in ON_SCALE:
        return values.scale(cell, SCALE)
    if key == "kind":
        return (
            values.word(cell, answer_words.KINDS, "kind of exchange") if answer.kind is ResponseKind.EXCHANGE else None
        )
    reader = _READERS.get(key)
    return reader(cell) if reader else None


_READERS: dict[str, Callable[[CellValue], Read]] = {
    "recommend": lambda cell: values.scale(cell, RECOMMEND),
    "fit": lambda cell: values.word(cell, answer_words.FITS, "answer to whether the two fit"),
    "channel": lambda cell: values.word(cell, answer_words.CHANNELS, "kind of contact"),
    "minutes": values.minutes,
    "points": values.points,
    "comment": lambda cell: Read(as_text(cell)),
    "note": lambda cell: Read(as_text(cell)),
    "what": lambda cell: Read(as_text(cell)),
    "skill": lambda cell: Read(as_text(cell)),
}


def _giver(cell: CellValue, names: tuple[str, str], own_side: Side | None) -> Read:
    """The side that gave: by name, by first name, by role, or "me" and "my partner"."""
    text = fold(as_text(cell)).strip(" .!;")
    if not text:
        return values.EMPTY
    for side, name in zip(Side, map(fold, names), strict=True):
        if text == name:
            return Read(side)
    first = [fold(name).partition(" ")[0] for name in names]
    if first[0] != first[1] and text in first:
        return Read(list(Side)[first.index(text)], words=True)
    if own_side is not None and text in answer_words.SELF:
        return Read(own_side, words=True)
    if own_side is not None and text in answer_words.OTHER:
        return Read(own_side.other, words=True)
    if text in answer_words.LEFT_ROLE or text in answer_words.RIGHT_ROLE:
        return Read(Side.LEFT if text in answer_words.LEFT_ROLE else Side.RIGHT, words=True)
    near = answer_words.nearest(text, map(fold, names), 60.0)
    proposal = next((name for name in names if near and fold(name) == near), None)
    return Read(sentence=f"“{as_text(cell)}” is neither {names[0]} nor {names[1]}.", proposal=proposal)
