"""Native charts: stacked or clustered columns, a dashed target, totals above the stacks. Knows no other cells."""

from collections.abc import Sequence

from openpyxl.chart import BarChart, LineChart
from openpyxl.chart.data_source import AxDataSource, NumData, NumDataSource, NumRef, NumVal, StrData, StrRef, StrVal
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.layout import Layout, ManualLayout
from openpyxl.chart.legend import Legend, LegendEntry
from openpyxl.chart.marker import Marker
from openpyxl.chart.series import Series, SeriesLabel
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.chart.title import Title
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor
from openpyxl.drawing.text import (
    CharacterProperties,
    Font,
    Paragraph,
    ParagraphProperties,
    RegularTextRun,
    RichTextProperties,
)

from mentordesk.exchange.excel.looks import BORDER_STRONG, FONT, GRID, OUTLINED, SERIES, TEXT, TEXT2
from mentordesk.exchange.excel.text import clean
from mentordesk.exchange.workbook import Chart, Color

TOTAL = "Total"
_POINT = 12_700


class ChartFigures:
    """Where the figures of a chart stand: categories in the first column, a series in each column after it."""

    def __init__(self, sheet: str, first_row: int, last_row: int, letters: Sequence[str]) -> None:
        self._sheet = "'" + sheet.replace("'", "''") + "'"
        self._rows = (first_row, last_row)
        self._letters = letters

    def name(self, place: int) -> str:
        """The cell with the name of a column."""
        return f"{self._sheet}!${self._letters[place]}${self._rows[0] - 1}"

    def values(self, place: int) -> str:
        """The cells under it."""
        letter = self._letters[place]
        return f"{self._sheet}!${letter}${self._rows[0]}:${letter}${self._rows[1]}"


def columns(chart: Chart) -> list[tuple[str, tuple[float, ...]]]:
    """Everything a chart draws, by name: its series, for stacks their totals, the target."""
    drawn = [(clean(series.name), series.values) for series in chart.series]
    if chart.kind == "stacked_columns":
        drawn.append((TOTAL, tuple(sum(values) for values in zip(*(one.values for one in chart.series), strict=True))))
    return [*drawn, (clean(chart.target[0]), chart.target[1])] if chart.target else drawn


def native(chart: Chart, figures: ChartFigures) -> BarChart:
    """The chart as Excel draws it."""
    drawn = columns(chart)
    bars = _bars(chart)
    for place, series in enumerate(chart.series, start=1):
        bars.append(_series(chart, figures, place, drawn[place - 1], _bar_look(series.color)))
    lines = _lines(chart, figures, drawn)
    if lines.series:
        bars += lines
    _dress(bars, chart)
    return bars


def anchor(across: tuple[int, int], down: tuple[int, int]) -> TwoCellAnchor:
    """From the first column and row (counted from 1) to the beginning of the last ones."""
    start = AnchorMarker(col=across[0] - 1, row=down[0] - 1)
    end = AnchorMarker(col=across[1] - 1, row=down[1] - 1)
    return TwoCellAnchor(editAs="oneCell", _from=start, to=end)


def _bars(chart: Chart) -> BarChart:
    bars = BarChart()
    bars.type = "col"
    stacked = chart.kind == "stacked_columns"
    bars.grouping = "stacked" if stacked else "clustered"
    bars.overlap = 100 if stacked else -5
    bars.gapWidth = 65
    return bars


def _lines(chart: Chart, figures: ChartFigures, drawn: list[tuple[str, tuple[float, ...]]]) -> LineChart:
    """The lines over the bars: the target, and for stacks an unseen one that carries the totals."""
    lines = LineChart()
    place = len(chart.series) + 1
    if chart.kind == "stacked_columns":
        unseen = GraphicalProperties(ln=LineProperties(noFill=True))
        totals = _series(chart, figures, place, drawn[place - 1], unseen)
        totals.dLbls = _totals_above()
        lines.append(totals)
        place += 1
    if chart.target:
        dashed = GraphicalProperties(ln=LineProperties(w=int(1.25 * _POINT), prstDash="dash", solidFill=TEXT))
        lines.append(_series(chart, figures, place, drawn[place - 1], dashed))
    for series in lines.series:
        series.marker = Marker("none")
        series.smooth = False
    return lines


def _totals_above() -> DataLabelList:
    return DataLabelList(
        showVal=True,
        showSerName=False,
        showCatName=False,
        showPercent=False,
        showBubbleSize=False,
        showLegendKey=False,
        dLblPos="t",
        txPr=_text(9, bold=True),
    )


def _series(
    chart: Chart,
    figures: ChartFigures,
    place: int,
    drawn: tuple[str, tuple[float, ...]],
    look: GraphicalProperties,
) -> Series:
    """One series that refers to cells and carries their values too, for viewers that do not look them up."""
    name, values = drawn
    numbers = NumData(formatCode="General", pt=[NumVal(idx=idx, v=repr(value)) for idx, value in enumerate(values)])
    words = StrData(pt=[StrVal(idx=idx, v=clean(text)) for idx, text in enumerate(chart.categories)])
    numbers.ptCount, words.ptCount = len(values), len(chart.categories)
    title = StrData(ptCount=1, pt=[StrVal(idx=0, v=name)])
    return Series(
        idx=place - 1,
        order=place - 1,
        tx=SeriesLabel(strRef=StrRef(f=figures.name(place), strCache=title)),
        cat=AxDataSource(strRef=StrRef(f=figures.values(0), strCache=words)),
        val=NumDataSource(numRef=NumRef(f=figures.values(place), numCache=numbers)),
        spPr=look,
    )


def _bar_look(color: Color) -> GraphicalProperties:
    look = GraphicalProperties(solidFill=SERIES[color])
    if color in OUTLINED:
        look.ln = LineProperties(w=int(0.75 * _POINT), solidFill=BORDER_STRONG)
    else:
        look.ln = LineProperties(noFill=True)
    return look


def _dress(bars: BarChart, chart: Chart) -> None:
    """Title and legend at the top, thin grid, no frame, axes that are drawn."""
    bars.title = _title(chart.title)
    bars.legend = Legend()
    bars.legend.position = "t"
    bars.legend.overlay = False
    bars.legend.txPr = _text(9)
    if chart.kind == "stacked_columns":
        bars.legend.legendEntry = [LegendEntry(idx=len(chart.series), delete=True)]
    for axis in (bars.x_axis, bars.y_axis):
        axis.delete = False
        axis.txPr = _text(9)
        axis.majorTickMark = axis.minorTickMark = "none"
    bars.x_axis.spPr = GraphicalProperties(ln=LineProperties(w=_POINT, solidFill=BORDER_STRONG))
    bars.y_axis.spPr = GraphicalProperties(ln=LineProperties(noFill=True))
    bars.y_axis.majorGridlines.spPr = GraphicalProperties(ln=LineProperties(w=int(0.75 * _POINT), solidFill=GRID))
    bars.y_axis.number_format = "#,##0"
    if any(value < 0 for series in chart.series for value in series.values):
        # Beside the zero line the bars below it would cover the names of the categories.
        bars.x_axis.tickLblPos = "low"
        for series in bars.series:
            series.invertIfNegative = False
    else:
        bars.y_axis.scaling.min = 0
    if chart.most is not None:
        bars.y_axis.scaling.max = chart.most
    bars.graphical_properties = GraphicalProperties(noFill=True, ln=LineProperties(noFill=True))
    bars.roundedCorners = False


def _title(text: str) -> Title:
    font = _letters(12, bold=True, color=TEXT)
    paragraph = Paragraph(pPr=ParagraphProperties(defRPr=font), r=[RegularTextRun(rPr=font, t=clean(text))])
    title = Title(overlay=False, layout=Layout(manualLayout=ManualLayout(xMode="edge", yMode="edge", x=0.01, y=0.02)))
    title.tx.rich = RichText(bodyPr=RichTextProperties(), p=[paragraph])
    return title


def _text(size: float, *, bold: bool = False) -> RichText:
    font = _letters(size, bold=bold, color=TEXT if bold else TEXT2)
    return RichText(bodyPr=RichTextProperties(), p=[Paragraph(pPr=ParagraphProperties(defRPr=font), endParaRPr=font)])


def _letters(size: float, *, bold: bool, color: str) -> CharacterProperties:
    return CharacterProperties(sz=int(size * 100), b=bold, solidFill=color, latin=Font(typeface=FONT))
