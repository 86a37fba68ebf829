"""The headings of a table, where they stand in one row or in several, and what columns of the same name are called.

Survey services write codes above the questions, or questions above their answers. Knows no field.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from mentordesk.domain.text import fold
from mentordesk.exchange.reading.cells import CellValue, as_text
from mentordesk.exchange.reading.header import find_header
from mentordesk.exchange.reading.limits import column_letters

Rows = Sequence[Sequence[CellValue]]

_CODE = re.compile(r"(?:q|qid|question|v|var|item)[ _]?\d+(?:[._#-]\w+)*$")
# What survey services call their own columns, without spaces.
_OWN_CODES = frozenset(
    (
        *("startdate", "enddate", "recordeddate", "responseid", "ipaddress", "durationinseconds", "userlanguage"),
        *("externalreference", "externaldatareference", "distributionchannel", "recipientemail", "recipientlastname"),
        *("recipientfirstname", "locationlatitude", "locationlongitude", "status", "progress", "finished"),
    )
)
_FEWEST_CODES = 2
# Who answered, and when: every such service has columns without a question, which a title above a table has not.
_FEWEST_ALONE = 2
_ROWS_COMPARED = 20
_IMPORT_KEY = "ImportId"
# What stands below a question that is answered in words: it adds nothing.
_OPEN_ANSWER = frozenset(
    ("open ended response", "response", "responses", "open text", "other please specify response", "value", "answer")
)
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_JOINT = " · "


@dataclass(frozen=True, slots=True)
class HeadingRows:
    """The index of the first row with headings, -1 if there is none, and how many there are."""

    first: int
    count: int = 1


@dataclass(frozen=True, slots=True)
class Headings:
    """The heading of each column that has one, by its index; none is empty, no two are the same.

    `doubled` has the new names of columns whose heading stands there more than once.
    """

    texts: dict[int, str]
    doubled: dict[str, list[str]] = field(default_factory=dict)


def find_heading_rows(rows: Rows) -> HeadingRows:
    """Where the headings are: as `find_header` says, with the rows above and below that belong to them."""
    first = find_header(rows)
    if first < 0:
        return HeadingRows(first)
    if first and _answers_below(rows, first - 1):
        return HeadingRows(first - 1, 2)
    if _answers_below(rows, first):
        return HeadingRows(first, 2)
    labels = _labels_below(rows, first)
    return HeadingRows(first, 1 + labels + _has_import_keys(rows, first + 1 + labels))


def headings(rows: Rows, found: HeadingRows, used: set[int]) -> Headings:
    """The headings of the columns in use; one without is called by its letter, so that nothing is lost."""
    texts = _texts(rows[found.first])
    if found.count > 1 and _answers_below(rows, found.first):
        texts = _joined(texts, _texts(rows[found.first + 1]))
    elif found.count > 1 and not _has_import_keys(rows, found.first + 1):
        texts |= _texts(rows[found.first + 1])
    named = {index: texts.get(index) or f"Column {column_letters(index + 1)}" for index in sorted(used | set(texts))}
    above = rows[found.first - 1] if found.first else ()
    return _unique(_with_groups(named, _texts(above)))


def _texts(row: Sequence[CellValue]) -> dict[int, str]:
    texts = ((index, " ".join(as_text(cell).split())) for index, cell in enumerate(row))
    return {index: text for index, text in texts if text}


def _row(rows: Rows, index: int) -> dict[int, str]:
    return _texts(rows[index]) if 0 <= index < len(rows) else {}


def _are_labels(rows: Rows, index: int) -> bool:
    """Whether a row has texts alone, and no address: the answers of a person have more."""
    cells = [cell for cell in rows[index] if cell is not None] if 0 <= index < len(rows) else []
    return bool(cells) and all(isinstance(cell, str) and not _ADDRESS.fullmatch(cell) for cell in cells)


def _answers_below(rows: Rows, index: int) -> bool:
    """Whether questions stand above their answers: gaps between questions are filled below, the first columns are not,
    and have values again from the row after that on."""
    questions, answers, data = _row(rows, index), _row(rows, index + 1), _row(rows, index + 2)
    if not questions or not answers or not data or not _are_labels(rows, index) or not _are_labels(rows, index + 1):
        return False
    first, last = min(questions), max(max(questions), max(answers))
    gaps = [column for column in range(first, last + 1) if column not in questions]
    alone = [column for column in questions if column not in answers]
    return (
        bool(gaps)
        and len(alone) >= _FEWEST_ALONE
        and first in alone
        and first in data
        and all(gap in answers for gap in gaps)
    )


def _labels_below(rows: Rows, index: int) -> bool:
    """Whether codes such as Q1 stand above the questions.

    Sure where the service's own columns are said twice, "StartDate" above "Start Date", or where its keys follow.
    Otherwise one question must be one, and none may stand in a row below, as answers do.
    """
    codes, labels = _row(rows, index), _row(rows, index + 1)
    if 5 * len(labels) < 4 * len(codes) or not _are_labels(rows, index + 1):
        return False
    own = [at for at, code in codes.items() if _squeezed(code) in _OWN_CODES]
    if sum(_squeezed(labels.get(at, "")) == _squeezed(codes[at]) for at in own) >= _FEWEST_CODES:
        return True
    asked = {at: labels[at] for at, code in codes.items() if _CODE.match(fold(code)) and at in labels}
    if len(asked) < _FEWEST_CODES:
        return False
    if _has_import_keys(rows, index + 2):
        return True
    answered = any(_row(rows, below).get(at) == text for below in _below(rows, index + 2) for at, text in asked.items())
    return not answered and any(text.endswith("?") for text in asked.values())


def _below(rows: Rows, index: int) -> range:
    return range(index, min(len(rows), index + _ROWS_COMPARED))


def _squeezed(text: str) -> str:
    return "".join(letter for letter in fold(text) if letter.isalnum())


def _has_import_keys(rows: Rows, index: int) -> bool:
    """Whether a row has keys for the service's own import, which are no answers."""
    texts = _row(rows, index)
    return bool(texts) and 2 * sum(_IMPORT_KEY in text for text in texts.values()) > len(texts)


def _joined(questions: dict[int, str], answers: dict[int, str]) -> dict[int, str]:
    """A question with each of its answers: "Which topics? · Budgets"."""
    texts, question = {}, ""
    for index in sorted(questions.keys() | answers.keys()):
        question = questions.get(index, question)
        answer = answers.get(index, "")
        plain = " ".join(re.sub(r"[\W_]+", " ", fold(answer)).split())
        texts[index] = question if not answer or plain in _OPEN_ANSWER else f"{question}{_JOINT}{answer}"
    return texts


def _with_groups(named: dict[int, str], groups: dict[int, str]) -> dict[int, str]:
    """Columns of the same name with the group that stands above them: "Mentor · Name" and "Mentee · Name"."""
    if len(groups) < 2:
        return named
    found = dict(named)
    for same in _by_name(named).values():
        above = [_group_of(index, groups) for index in same]
        if len(same) > 1 and all(above) and len(set(above)) == len(same):
            found |= {index: f"{group}{_JOINT}{named[index]}" for index, group in zip(same, above, strict=True)}
    return found


def _group_of(index: int, groups: dict[int, str]) -> str:
    return next((groups[column] for column in range(index, -1, -1) if column in groups), "")


def _by_name(named: dict[int, str]) -> dict[str, list[int]]:
    same: dict[str, list[int]] = {}
    for index, text in named.items():
        same.setdefault(fold(text), []).append(index)
    return same


def _unique(named: dict[int, str]) -> Headings:
    """ "Topic", "Topic (2)", "Topic (3)": the first one keeps its name."""
    found = dict(named)
    doubled: dict[str, list[str]] = {}
    taken = {fold(text) for text in named.values()}
    for same in _by_name(named).values():
        for number, index in enumerate(same[1:], start=2):
            while fold(f"{named[same[0]]} ({number})") in taken:
                number += 1
            found[index] = f"{named[same[0]]} ({number})"
            taken.add(fold(found[index]))
            doubled.setdefault(named[same[0]], []).append(found[index])
    return Headings(found, doubled)
