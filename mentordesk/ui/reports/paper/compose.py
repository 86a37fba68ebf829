"""A report, or one of its sheets, put on pages: summaries, tables and texts, each sheet from a new page on."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF

from mentordesk.domain.dates import long
from mentordesk.domain.errors import CancelledError
from mentordesk.exchange.workbook import Definition, Heading, Note, Report, Sheet, SummarySheet, TextSheet, Tile
from mentordesk.exchange.workbook_figures import shown, tile_value
from mentordesk.ui.reports.paper import charts, marks
from mentordesk.ui.reports.paper.flow import Block, Flow, PageSize, Paper
from mentordesk.ui.reports.paper.marks import BODY, HEADING, SMALL, STRONG, TITLE, UNIT, Mark, Type
from mentordesk.ui.reports.paper.tables import add_table

_TILE, _TILE_GAP = 44 * UNIT, 6 * UNIT
_TILES_IN_A_LINE = 6
_TERM = 150 * UNIT


def compose(
    report: Report,
    size: PageSize,
    only: str = "",
    progress: Callable[[int, int], None] = lambda _done, _of: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Paper:
    """All sheets, or the one called `only`. Raises CancelledError. It may run in any thread."""
    chosen = [sheet for sheet in report.sheets if only in ("", sheet.name)]
    flow = Flow(size)
    for number, sheet in enumerate(chosen):
        if cancelled():
            raise CancelledError
        progress(number, len(chosen))
        flow.sheet(sheet.name)
        _add(flow, report, sheet, cancelled)
    made = report.properties.made
    foot = f"{report.file_name.removesuffix('.xlsx')}{f', {long(made.date())}' if made else ''}"
    return Paper(report.title, foot, size, flow.pages)


def _add(flow: Flow, report: Report, sheet: Sheet, cancelled: Callable[[], bool]) -> None:
    if isinstance(sheet, SummarySheet):
        _add_summary(flow, report, sheet, cancelled)
    elif isinstance(sheet, TextSheet):
        _add_text(flow, sheet)
    else:
        add_table(flow, report, sheet.table, cancelled)
        if sheet.remark:
            flow.space(6 * UNIT)
            flow.add(_words(sheet.remark, flow.size.width, SMALL, marks.INK2))


def _words(words: str, width: float, type_: Type = BODY, color: str = marks.INK, *, keep: bool = False) -> Block:
    height = marks.height_of(words, width, type_) + 3 * UNIT
    box = QRectF(0, 0, width, height)
    return Block(height, lambda: [marks.text(box, words, type_, color, wrapped=True)], keep)


def _add_summary(flow: Flow, report: Report, sheet: SummarySheet, cancelled: Callable[[], bool]) -> None:
    width = flow.size.width
    flow.add(_words(sheet.title, width, TITLE), _words(sheet.source, width, SMALL, marks.INK2))
    flow.space(8 * UNIT)
    for at in range(0, len(sheet.tiles), _TILES_IN_A_LINE):
        flow.add(_tiles(report, sheet.tiles[at : at + _TILES_IN_A_LINE], width))
        flow.space(_TILE_GAP)
    parts = (_add_charts, _add_table) if sheet.charts_first else (_add_table, _add_charts)
    for part in parts:
        part(flow, report, sheet, cancelled)
    if sheet.note is not None:
        flow.space(10 * UNIT)
        flow.add(_note(sheet.note, width))


def _add_table(flow: Flow, report: Report, sheet: SummarySheet, cancelled: Callable[[], bool]) -> None:
    if sheet.table is None:
        return
    flow.space(8 * UNIT)
    flow.add(_words(sheet.table_title, flow.size.width, HEADING, keep=True))
    add_table(flow, report, sheet.table, cancelled)


def _add_charts(flow: Flow, _report: Report, sheet: SummarySheet, _cancelled: Callable[[], bool]) -> None:
    for at in range(0, len(sheet.charts), 2):
        flow.space(12 * UNIT)
        flow.add(charts.row_of(list(sheet.charts[at : at + 2]), flow.size.width))


def _tiles(report: Report, tiles: Sequence[Tile], width: float) -> Block:
    each = (width - _TILE_GAP * (len(tiles) - 1)) / len(tiles)
    values = [shown(tile_value(report, tile), tile.kind) for tile in tiles]
    room = each - 14 * UNIT
    lines = max(marks.height_of(tile.explanation, room, SMALL) for tile in tiles)
    names = max(marks.height_of(tile.label, room, SMALL) for tile in tiles)
    lower = names - marks.height_of("Name", room, SMALL)
    height = _TILE - 10 * UNIT + lines + lower

    def draw() -> list[Mark]:
        made = []
        for at, (tile, value) in enumerate(zip(tiles, values, strict=True)):
            box = QRectF(at * (each + _TILE_GAP), 0, each, height)
            inside = box.adjusted(9 * UNIT, 5 * UNIT, -5 * UNIT, 0)
            made.append(marks.area(box, marks.TILE))
            made.append(marks.area(QRectF(box.left(), 0, 2 * UNIT, height), marks.HEAD))
            title = QRectF(inside.left(), inside.top(), inside.width(), 10 * UNIT + lower)
            made.append(marks.text(title, tile.label, SMALL, marks.INK2, wrapped=bool(lower)))
            made.append(_line(inside.translated(0, lower), 10, 17, value, Type(13, bold=True), marks.INK))
            below = inside.adjusted(0, 28 * UNIT + lower, 0, 0)
            made.append(marks.text(below, tile.explanation, SMALL, marks.INK2, wrapped=True))
        return made

    return Block(height, draw)


def _line(box: QRectF, top: float, height: float, words: str, type_: Type, color: str) -> Mark:
    return marks.text(QRectF(box.left(), box.top() + top * UNIT, box.width(), height * UNIT), words, type_, color)


def _note(note: Note, width: float) -> Block:
    inner = width - 20 * UNIT
    heights = [marks.height_of(words, inner, SMALL) + 3 * UNIT for words in note.paragraphs]
    height = 26 * UNIT + sum(heights)

    def draw() -> list[Mark]:
        made = [marks.area(QRectF(0, 0, width, height), marks.ZEBRA)]
        made.append(_line(QRectF(10 * UNIT, 0, inner, 0), 6, 12, note.title, STRONG, marks.INK))
        top = 21.0 * UNIT
        for words, high in zip(note.paragraphs, heights, strict=True):
            made.append(marks.text(QRectF(10 * UNIT, top, inner, high), words, SMALL, marks.INK2, wrapped=True))
            top += high
        return made

    return Block(height, draw)


def _add_text(flow: Flow, sheet: TextSheet) -> None:
    width = flow.size.width
    flow.add(_words(sheet.title, width, TITLE, keep=True))
    for block in sheet.blocks:
        if isinstance(block, Definition):
            flow.add(_definition(block, width))
        elif isinstance(block, Heading):
            flow.space(8 * UNIT)
            flow.add(_words(block.text, width, HEADING, keep=True))
        else:
            flow.add(_words(block.text, width))


def _definition(block: Definition, width: float) -> Block:
    said = shown(block.meaning)
    inner = width - _TERM - 8 * UNIT
    height = max(marks.height_of(block.term, _TERM, STRONG), marks.height_of(said, inner)) + 4 * UNIT
    left, right = QRectF(0, 0, _TERM, height), QRectF(_TERM + 8 * UNIT, 0, inner, height)
    return Block(
        height, lambda: [marks.text(left, block.term, STRONG, wrapped=True), marks.text(right, said, wrapped=True)]
    )
