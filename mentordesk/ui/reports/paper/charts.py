"""The charts of a summary on paper: columns over categories, stacked or side by side, above and below zero."""

from collections.abc import Sequence
from math import ceil, floor, log10

from PySide6.QtCore import QRectF

from mentordesk.exchange.workbook import Chart
from mentordesk.ui.reports.paper import marks
from mentordesk.ui.reports.paper.flow import Block
from mentordesk.ui.reports.paper.marks import HEADING, SMALL, UNIT, Mark, Type

HEIGHT = 190 * UNIT
_LINES = 5
"""Of a scale with an end: its answers are 1 to 5."""
_GAP, _AXIS, _LEGEND, _NAMES = 16 * UNIT, 30 * UNIT, 14 * UNIT, 14 * UNIT
_BETWEEN = 4 * UNIT
"""Between the names of two columns."""
_LONG_NAMES = 33 * UNIT
"""Names of up to three lines."""


def row_of(charts: list[Chart], width: float) -> Block:
    """One or two charts beside each other."""
    each = (width - _GAP * (len(charts) - 1)) / len(charts)

    def draw() -> list[Mark]:
        places = (QRectF(at * (each + _GAP), 0, each, HEIGHT) for at in range(len(charts)))
        return [mark for chart, box in zip(charts, places, strict=True) for mark in _chart(chart, box)]

    return Block(HEIGHT, draw)


def _chart(chart: Chart, box: QRectF) -> list[Mark]:
    title = QRectF(box.left(), box.top(), box.width(), 16 * UNIT)
    names = _LONG_NAMES if _has_long_names(chart, box.width() - _AXIS) else _NAMES
    plot = box.adjusted(_AXIS, 24 * UNIT, 0, -_LEGEND - names - 4 * UNIT)
    low, high, step = scale_of(chart)
    scale = plot.height() / (high - low)
    made = [marks.text(title, chart.title, HEADING), *_grid(plot, low, high, step, scale)]
    made += _columns(chart, plot, low, scale)
    return [*made, *_legend(chart, QRectF(plot.left(), box.bottom() - _LEGEND, plot.width(), _LEGEND))]


def _has_long_names(chart: Chart, width: float) -> bool:
    """Whether the names below the columns, each in one line, would lie over each other."""
    each = width / max(len(chart.categories), 1)
    return any(marks.width_of(name, SMALL) > each - 2 * UNIT for name in chart.categories)


def _type_of(names: Sequence[str], each: float) -> Type:
    """The largest in which no word is broken."""
    words = [word for name in names for word in name.split()]
    sizes = (SMALL, Type(7.5), Type(7), Type(6.5), Type(6))
    fits = (type_ for type_ in sizes if all(marks.width_of(word, type_) <= each - _BETWEEN for word in words))
    return next(fits, sizes[-1])


def scale_of(chart: Chart) -> tuple[float, float, float]:
    """(the lowest and the highest value of the axis, the distance of its lines): round numbers, zero among them."""
    if chart.most is not None:
        return 0, chart.most, chart.most / _LINES
    low, high = _range(chart)
    step = _step(high - low)
    return floor(low / step) * step, ceil(high / step) * step or step, step


def _range(chart: Chart) -> tuple[float, float]:
    """The lowest and the highest value that is drawn, zero among them."""
    found = [0.0, *(chart.target[1] if chart.target else ())]
    for at in range(len(chart.categories)):
        values = [series.values[at] for series in chart.series]
        if chart.kind == "stacked_columns":
            values = [sum(max(each, 0) for each in values), sum(min(each, 0) for each in values)]
        found += values
    return min(found), max(found)


def _step(reach: float) -> float:
    """A round distance of grid lines: four or five of them."""
    rough = max(reach, 1) / 4
    power = 10 ** floor(log10(rough))
    return float(next(power * each for each in (1, 2, 5, 10) if power * each >= rough))


def _grid(plot: QRectF, low: float, high: float, step: float, scale: float) -> list[Mark]:
    made, value = [], low
    while value <= high + step / 2:
        y = plot.bottom() - (value - low) * scale
        color = marks.RULE if abs(value) < step / 2 else marks.GRID
        made.append(marks.line(plot.left(), y, plot.right(), y, color))
        label = QRectF(plot.left() - _AXIS, y - 6 * UNIT, _AXIS - 5 * UNIT, 12 * UNIT)
        made.append(marks.text(label, f"{value:,g}", SMALL, marks.INK2, "right"))
        value += step
    return made


def _columns(chart: Chart, plot: QRectF, low: float, scale: float) -> list[Mark]:
    made: list[Mark] = []
    each = plot.width() / max(len(chart.categories), 1)
    zero = plot.bottom() + low * scale
    long = _has_long_names(chart, plot.width())
    type_ = _type_of(chart.categories, each)
    for at, name in enumerate(chart.categories):
        left = plot.left() + at * each
        made += (
            _stack(chart, at, left, each, zero, scale)
            if chart.kind == "stacked_columns"
            else _side_by_side(chart, at, left, each, zero, scale)
        )
        over = 0.0 if long else each / 2
        below = QRectF(left - over, plot.bottom() + 2 * UNIT, each + 2 * over, _LONG_NAMES if long else _NAMES)
        made.append(marks.text(below, name, type_, marks.INK2, "center", wrapped=long))
    if chart.target is not None and chart.target[1]:
        y = zero - chart.target[1][0] * scale
        made.append(marks.line(plot.left(), y, plot.right(), y, marks.INK, dashed=True))
    return made


def _stack(chart: Chart, at: int, left: float, each: float, zero: float, scale: float) -> list[Mark]:
    made, up, down = [], zero, zero
    for series in chart.series:
        high = abs(series.values[at]) * scale
        top = up - high if series.values[at] >= 0 else down
        made.append(marks.area(QRectF(left + each * 0.2, top, each * 0.6, high), marks.SERIES[series.color]))
        if series.values[at] >= 0:
            up -= high
        else:
            down += high
    total = sum(series.values[at] for series in chart.series)
    if total:
        above = QRectF(left - each / 2, up - 12 * UNIT, 2 * each, 11 * UNIT)
        made.append(marks.text(above, f"{total:,g}", SMALL, align="center"))
    return made


def _side_by_side(chart: Chart, at: int, left: float, each: float, zero: float, scale: float) -> list[Mark]:
    wide = each * 0.7 / max(len(chart.series), 1)
    return [
        marks.area(
            QRectF(
                left + each * 0.15 + number * wide,
                min(zero, zero - series.values[at] * scale),
                wide * 0.94,
                abs(series.values[at]) * scale,
            ),
            marks.SERIES[series.color],
        )
        for number, series in enumerate(chart.series)
    ]


def _legend(chart: Chart, box: QRectF) -> list[Mark]:
    made, left = [], box.left()
    for series in chart.series:
        square = QRectF(left, box.center().y() - 4 * UNIT, 8 * UNIT, 8 * UNIT)
        made.append(marks.area(square, marks.SERIES[series.color]))
        wide = marks.width_of(series.name, SMALL)
        made.append(marks.text(QRectF(left + 11 * UNIT, box.top(), wide + 2 * UNIT, box.height()), series.name, SMALL))
        left += wide + 26 * UNIT
    if chart.target is not None:
        y = box.center().y()
        made.append(marks.line(left, y, left + 16 * UNIT, y, marks.INK, dashed=True))
        wide = marks.width_of(chart.target[0], SMALL) + 2 * UNIT
        made.append(marks.text(QRectF(left + 20 * UNIT, box.top(), wide, box.height()), chart.target[0], SMALL))
    return made
