"""Guesses what the columns of a form service's export are: by its questions, by words, by what the cells hold."""

from collections.abc import Mapping, Sequence

from mentordesk.domain.check_in_rules import FIXED, GAVE, GOT, RECOMMEND, SCALE, SHIPPED
from mentordesk.exchange.reading.cells import CellValue, as_text
from mentordesk.exchange.reading.tables import SheetTable
from mentordesk.exchange.responses import answer_words, values
from mentordesk.exchange.responses.form_book import OWN
from mentordesk.exchange.responses.service_fields import FIELDS, by_words, words_of

_SAMPLE = 200
_ALIKE = 88.0
"""From so alike on (of 100, words in any order) a heading is one of the questions that are known."""
_ON_SCALE = ("trust", "value", "balance", "progress", "got", "gave")
_ADDRESSES = ("email", "partner_email")
_DAYS = ("answered", "contact_on", "started")
ORDER, DAY_FIRST, MONTH_FIRST = "", "day_first", "month_first"
"""A mapping may say beside its columns, under a heading that none has, how 3/4/2026 is written in the file."""
SEVERAL = frozenset({"kind"})
"""Fields that several columns may feed."""

Mapped = dict[str, str | None]


def guess(table: SheetTable, own: Sequence[str], known: Mapping[str, str | None]) -> Mapped:
    """The field of each column, None for those that are not read.

    `own` are the questions of the desk's programs, "own:1" the first; what is `known` from the last time or said by
    hand is not guessed.
    """
    fields = {**FIELDS, **{f"{OWN}{place}": text for place, text in enumerate(own, start=1)}}
    found: Mapped = {heading: known.get(heading) for heading in table.headings}
    taken = {field for field in found.values() if field and field not in SEVERAL}
    if known.get(ORDER):
        found[ORDER] = known[ORDER]
    for place, heading in enumerate(table.headings):
        if heading in known:
            found[heading] = known[heading] if known[heading] in fields or known[heading] is None else None
            continue
        cells = [row[place] for _number, row in table.body[:_SAMPLE] if row[place] is not None]
        field = _field(heading, cells, own)
        if field in taken:
            field = {"email": None, "comment": "note", "note": "what"}.get(field or "")
        if field and field not in taken and _fits(field, cells):
            found[heading] = field
            taken |= {field} - SEVERAL
    return found


def _field(heading: str, cells: Sequence[CellValue], own: Sequence[str]) -> str | None:
    """By the questions as the program asks them, else by words; a column of addresses needs no word."""
    asked = _question(heading, own)
    field = asked or by_words(heading)
    if field not in _ADDRESSES and cells and all("@" in as_text(cell) for cell in cells):
        return "partner_email" if field == "partner" else "email"
    if field in ("got", "gave") and _names_gifts(field, cells):
        return "kind"
    if field in ("got", "gave") and cells and not _fits(field, cells):
        return "kind" if _fits("kind", cells) else "what"
    return field


def _names_gifts(field: str, cells: Sequence[CellValue]) -> bool:
    """Whether "Advice" and "Nothing" are answered, and not how much it was: "Nothing" is both."""
    gifts = sum(_good("kind", cell) for cell in cells)
    return gifts > 0 and gifts >= sum(_good(field, cell) for cell in cells)


def _question(heading: str, own: Sequence[str]) -> str | None:
    """The question of the check-in that a heading asks, however its words are turned."""
    from rapidfuzz import fuzz, process

    asked = [(it.text, it.key) for it in (*FIXED, GOT, GAVE)]
    asked += list(zip(SHIPPED, [it.key for it in FIXED], strict=True))
    asked += [(text, f"{OWN}{place}") for place, text in enumerate(own, start=1)]
    texts = [words_of(text.partition("?")[0]) for text, _key in asked]
    near = process.extractOne(words_of(heading), texts, scorer=fuzz.token_sort_ratio, score_cutoff=_ALIKE)
    return asked[near[2]][1] if near else None


def _fits(field: str, cells: Sequence[CellValue]) -> bool:
    """Whether most cells hold what the field takes. Of an empty column nothing can be said, so it is not read."""
    if not cells:
        return False
    good = sum(_good(field, cell) for cell in cells)
    return 2 * good >= len(cells)


def _good(field: str, cell: CellValue) -> bool:
    if field in _ADDRESSES:
        return "@" in as_text(cell)
    if field in _ON_SCALE or field.startswith(OWN):
        return values.scale(cell, SCALE).value is not None
    if field == "recommend":
        return values.scale(cell, RECOMMEND).value is not None
    if field in _DAYS:
        return values.day(cell, True, False).value is not None or values.day(cell, False, False).value is not None
    if field == "minutes":
        return values.minutes(cell).value is not None
    if field == "points":
        return values.points(cell).value is not None
    if field == "channel":
        return values.word(cell, answer_words.CHANNELS, "").value is not None
    if field == "fit":
        return values.word(cell, answer_words.FITS, "").value is not None
    if field == "kind":
        return any(part in answer_words.KINDS for part in parts_of(cell))
    return True


def parts_of(cell: CellValue) -> tuple[str, ...]:
    """The choices of a cell of many choices: "Advice;Feedback;"."""
    text = as_text(cell).casefold()
    sign = ";" if ";" in text else "," if "," in text else "\n"
    return tuple(part.strip() for part in text.split(sign) if part.strip())
