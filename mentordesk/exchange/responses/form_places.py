"""Where the answers of a sheet stand now: a row was put in, a column taken out. Knows no meaning of answers."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from mentordesk.domain.text import fold
from mentordesk.exchange.reading.cells import CellValue, as_text
from mentordesk.exchange.responses.form_book import Record, SheetPlan

_MOVED = 25
"""Rows, or columns, that are looked through for headings beyond their own place."""

Cell = Callable[[int, int], CellValue]
"""A cell by its row and column, counted from 1."""


@dataclass(frozen=True, slots=True)
class Places:
    """The column of each field (the row, in a page of questions), and how far the records have moved."""

    fields: Mapping[str, int]
    moved: int = 0


def located(plan: SheetPlan, cell: Cell) -> Places:
    """The fields by their headings. One whose heading is not found stays where it was, unless another is there now."""
    own = dict(plan.fields)
    if not plan.labels or not plan.records:
        return Places(own)
    labels = {key: _plain(label) for (key, _at), label in zip(plan.fields, plan.labels, strict=True)}
    head = min(record.index for record in plan.records) - 1
    far = max(own.values()) + _MOVED

    def line(number: int) -> dict[str, int]:
        texts = (_plain(as_text(cell(at, number) if plan.across else cell(number, at))) for at in range(1, far))
        found: dict[str, int] = {}
        for at, text in enumerate(texts, start=1):
            found.setdefault(text, at)
        return {key: found[label] for key, label in labels.items() if label in found}

    there = line(head)
    if there == own:
        return Places(own)
    lines = {number: line(number) for number in range(1, head + _MOVED)}
    best = max(lines, key=lambda number: (len(lines[number]), -abs(number - head)))
    if len(lines[best]) * 2 < len(labels):
        return Places(own)
    taken = set(lines[best].values())
    kept = {key: at for key, at in own.items() if key not in lines[best] and at not in taken and best == head}
    return Places({**kept, **lines[best]}, best - head)


def further(plan: SheetPlan, rows: int) -> Iterator[Record]:
    """Records of the rows below the last one of a list: somebody needed more of them than there were."""
    if plan.across or not plan.records:
        return
    first, last = plan.records[0], plan.records[-1]
    pair_ids = {record.pair_id for record in plan.records}
    for index in range(last.index + 1, rows + 1):
        slot = f"{last.kind.value}/{index - first.index + 1}"
        yield Record(last.kind, index, slot, last.pair_id if len(pair_ids) == 1 else None)


def _plain(text: str) -> str:
    return " ".join(fold(text).split())
