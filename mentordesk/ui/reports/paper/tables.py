"""A table on paper: columns as wide as they need, rows as high as their words, headings on every page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice

from PySide6.QtCore import QRectF

from mentordesk.domain.errors import CancelledError
from mentordesk.exchange.workbook import NUMERIC, Cells, Column, Report, Table, Value
from mentordesk.exchange.workbook_figures import shown, tally
from mentordesk.ui.reports.paper import marks
from mentordesk.ui.reports.paper.flow import Block, Flow
from mentordesk.ui.reports.paper.marks import BODY, UNIT, Align, Mark, Type

_PAD, _GAP = 4 * UNIT, 3 * UNIT
_LEAST, _MOST, _NOTE = 26 * UNIT, 130 * UNIT, 190 * UNIT
_BAR = 34 * UNIT
_HEAD_LINES = 3
_SAMPLE = 400
_NEARLY = 0.2
_SMALLEST = 7.0
_ASK_EVERY = 500


@dataclass(frozen=True, slots=True)
class _Strip:
    """Columns that fit on one page side by side, with their widths."""

    places: tuple[int, ...]
    widths: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class _Looks:
    """The type of a table, and the largest number of its bars."""

    type: Type
    most: float

    @property
    def strong(self) -> Type:
        return Type(self.type.size, bold=True)

    @property
    def row(self) -> float:
        return marks.metrics(self.type).height() + 2 * _GAP


def add_table(flow: Flow, report: Report, table: Table, cancelled: Callable[[], bool] = lambda: False) -> None:
    """The whole table; where it is too wide for a page the rest of its columns follows, the first one repeated."""
    shown_at = [place for place, column in enumerate(table.columns) if not column.on_screen]
    sample = list(islice(iter(table.rows), _SAMPLE))
    widths, looks = _fitted(table, shown_at, sample, flow.size.width)
    for number, strip in enumerate(_strips(shown_at, widths, table, flow.size.width)):
        if number:
            flow.head = ()
            flow.turn()
        _add_strip(flow, report, table, strip, looks, cancelled)
    flow.head = ()


def _fitted(
    table: Table, places: Sequence[int], sample: Sequence[Cells], room: float
) -> tuple[dict[int, float], _Looks]:
    """The widths in the largest type in which all columns fit, else in the smallest."""
    most = _most(table, sample)
    size = BODY.size
    while True:
        looks = _Looks(Type(size), most)
        widths = {place: _width(table, place, [row[place] for row in sample], looks) for place in places}
        if sum(widths.values()) <= room or size <= _SMALLEST:
            return _with_words_whole(table, widths, sample, room, looks), looks
        size -= 0.5


def _with_words_whole(
    table: Table, widths: dict[int, float], sample: Sequence[Cells], room: float, looks: _Looks
) -> dict[int, float]:
    """What is left of the page goes first to columns in which words are cut."""
    missing = {place: max(0.0, _widest(table, place, sample, looks) - width) for place, width in widths.items()}
    rest, cut = room - sum(widths.values()), sum(missing.values())
    share = min(max(rest, 0.0) / cut, 1.0) if cut else 0.0
    return {place: width + share * missing[place] for place, width in widths.items()}


def _widest(table: Table, place: int, sample: Sequence[Cells], looks: _Looks) -> float:
    """With every word in one line; notes wrap, and the first column is strong."""
    column = table.columns[place]
    if column.kind == "note":
        return 0.0
    type_ = _type(table, place, looks)
    return max((marks.width_of(shown(row[place], column.kind), type_) for row in sample), default=0) + 2 * _PAD


def _most(table: Table, sample: Sequence[Cells]) -> float:
    bars = [place for place, column in enumerate(table.columns) if column.bar]
    return max((value for row in sample for place in bars if isinstance(value := row[place], int | float)), default=0)


def _type(table: Table, place: int, looks: _Looks) -> Type:
    """The first column is strong."""
    return looks.strong if not place and table.columns[place].kind == "text" else looks.type


def _width(table: Table, place: int, values: Sequence[Value], looks: _Looks) -> float:
    column, scale = table.columns[place], looks.type.size / BODY.size
    if column.kind == "note":
        longest = max((marks.width_of(shown(value), looks.type) for value in values), default=0)
        return max(min(longest + 2 * _PAD, _NOTE * scale), _heading_width(column, looks))
    type_ = _type(table, place, looks)
    words = max((marks.width_of(shown(value, column.kind), type_) for value in values), default=0)
    bar = _BAR * scale if column.bar else 0
    return max(min(words + bar, _MOST * scale) + 2 * _PAD, _heading_width(column, looks), _LEAST * scale)


def _heading_width(column: Column, looks: _Looks) -> float:
    """Headings wrap between words, into a few lines."""
    words = max(marks.width_of(word, looks.strong) for word in column.title.split() or [""])
    high = _HEAD_LINES * marks.metrics(looks.strong).lineSpacing() + UNIT
    while marks.height_of(column.title, words, looks.strong) > high:
        words += UNIT
    return words + 2 * _PAD


def _strips(places: Sequence[int], widths: dict[int, float], table: Table, room: float) -> list[_Strip]:
    """All columns at once where they fit; else as many as fit, the first one before each further group."""
    groups: list[list[int]] = [[]]
    for place in places:
        group = groups[-1]
        if group and sum(widths[each] for each in group) + widths[place] > room and len(group) > 1:
            groups.append([places[0]])
        groups[-1].append(place)
    return [_strip(group, widths, table, room) for group in groups]


def _strip(group: Sequence[int], widths: dict[int, float], table: Table, room: float) -> _Strip:
    """What is left of the page goes to the columns of words; a table that nearly fills the page fills it."""
    own = [min(widths[place], room) for place in group]
    rest = room - sum(own)
    wordy = [at for at, place in enumerate(group) if table.columns[place].kind in ("note", "text", "any")]
    if rest > 0 and wordy:
        share = min(rest / len(wordy), 60 * UNIT)
        own = [width + (share if at in wordy else 0) for at, width in enumerate(own)]
    rest = room - sum(own)
    if 0 < rest <= room * _NEARLY:
        own = [width + rest / len(own) for width in own]
    return _Strip(tuple(group), tuple(own))


def _add_strip(
    flow: Flow, report: Report, table: Table, strip: _Strip, looks: _Looks, cancelled: Callable[[], bool]
) -> None:
    head = _head(table, strip, looks)
    flow.head = (head,)
    flow.add(head)
    wrapped = any(table.columns[place].kind == "note" for place in strip.places)
    for number, cells in enumerate(table.rows):
        if number % _ASK_EVERY == 0 and cancelled():
            raise CancelledError
        flow.add(_row(table, strip, looks, cells, wrapped, dark=bool(number % 2)))
    if not len(table.rows):
        flow.add(_nothing(strip, looks))
    if table.has_totals and len(table.rows):
        flow.add(_total(report, table, strip, looks))


def _boxes(strip: _Strip, height: float) -> list[QRectF]:
    left, made = 0.0, []
    for width in strip.widths:
        made.append(QRectF(left, 0, width, height))
        left += width
    return made


def _inner(box: QRectF) -> QRectF:
    return box.adjusted(_PAD, 0, -_PAD, 0)


def _align(column: Column) -> Align:
    return "right" if column.kind in NUMERIC or column.kind == "date" else "left"


def _head(table: Table, strip: _Strip, looks: _Looks) -> Block:
    titles = [table.columns[place].title for place in strip.places]
    needed = [
        marks.height_of(title, width - 2 * _PAD, looks.strong)
        for title, width in zip(titles, strip.widths, strict=True)
    ]
    height = max(needed) + 2 * _GAP

    def draw() -> list[Mark]:
        boxes = _boxes(strip, height)
        made = [marks.area(QRectF(0, 0, sum(strip.widths), height), marks.HEAD)]
        for place, title, box in zip(strip.places, titles, boxes, strict=True):
            inside = _inner(box).adjusted(0, _GAP, 0, 0)
            align = _align(table.columns[place])
            made.append(marks.text(inside, title, looks.strong, marks.ON_HEAD, align, wrapped=True))
        return made

    return Block(height, draw, keep=True)


def _row(table: Table, strip: _Strip, looks: _Looks, cells: Cells, wrapped: bool, *, dark: bool) -> Block:
    height = looks.row
    if wrapped:
        needed = [
            marks.height_of(shown(cells[place]), width - 2 * _PAD, looks.type)
            for place, width in zip(strip.places, strip.widths, strict=True)
            if table.columns[place].kind == "note" and cells[place]
        ]
        height = max([height, *(each + 2 * _GAP for each in needed)])

    def draw() -> list[Mark]:
        wide = sum(strip.widths)
        made = [marks.area(QRectF(0, 0, wide, height), marks.ZEBRA)] if dark else []
        for place, box in zip(strip.places, _boxes(strip, height), strict=True):
            made += _cell(table.columns[place], cells[place], box, looks, first=place == strip.places[0])
        made.append(marks.line(0, height, wide, height))
        return made

    return Block(height, draw)


def _cell(column: Column, value: Value, box: QRectF, looks: _Looks, *, first: bool) -> list[Mark]:
    made, color = [], marks.INK
    if column.bar and isinstance(value, int | float) and looks.most:
        made.append(_bar(column, value, box, looks))
    tone = column.tone(value)
    if tone is not None:
        tint, color = marks.TONES[tone]
        made.append(marks.area(box.adjusted(0, 0.5 * UNIT, 0, -0.5 * UNIT), tint))
    words = shown(value, column.kind)
    wrapped = column.kind == "note"
    first_line = QRectF(box.left(), box.top(), box.width(), min(box.height(), looks.row))
    inside = _inner(box).adjusted(0, _GAP, 0, -_GAP) if wrapped else _inner(first_line)
    type_ = looks.strong if first and column.kind == "text" else looks.type
    if words:
        made.append(marks.text(inside, words, type_, color, _align(column), wrapped=wrapped))
    return made


def _bar(column: Column, value: float, box: QRectF, looks: _Looks) -> Mark:
    """Outwards from the number of the left side, and from a gap after it, as far as the numbers leave room."""
    gap = 0 if column.bar == "left" else 2 * _PAD
    room = box.adjusted(gap, 2.5 * UNIT, 0, -2.5 * UNIT)
    number = marks.width_of(shown(looks.most, column.kind), looks.type) + 2 * _PAD
    wide = max(room.width() - number, 0) * min(value / looks.most, 1)
    left = room.right() - number - wide if column.bar == "left" else room.left()
    return marks.area(QRectF(left, room.top(), wide, room.height()), marks.BARS[column.bar or "left"])


def _nothing(strip: _Strip, looks: _Looks) -> Block:
    box = QRectF(_PAD, 0, sum(strip.widths) - 2 * _PAD, looks.row)
    return Block(looks.row, lambda: [marks.text(box, "No rows.", looks.type, marks.INK2)])


def _total(report: Report, table: Table, strip: _Strip, looks: _Looks) -> Block:
    counted = tally(report, table)

    def draw() -> list[Mark]:
        made = [marks.line(0, 0, sum(strip.widths), 0, marks.RULE)]
        for place, box in zip(strip.places, _boxes(strip, looks.row), strict=True):
            column = table.columns[place]
            if column.total is None:
                continue
            kind = column.kind if column.kind in NUMERIC else "integer"
            words = shown(counted.figure(column.title, column.total), kind)
            said = f"{words} {column.noun[words != '1']}" if column.noun else words
            made.append(marks.text(_inner(box), said, looks.strong, align=_align(column)))
        return made

    return Block(looks.row, draw)
