"""What a workbook contains, as plain data: one Report feeds the preview on screen and the .xlsx. Knows no Excel."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

# text: one line; note: wrapped; of: the second half of "8 of 9"; hours: a dash for 0; score and gain: with their sign;
# ratio: two decimals; any: by the type of each value.
Kind = Literal[
    "text",
    "note",
    "date",
    "moment",
    "number",
    "integer",
    "of",
    "percent",
    "average",
    "hours",
    "points",
    "score",
    "gain",
    "ratio",
    "any",
]
Tone = Literal["good", "watch", "risk"]
# The color tokens of DESIGN section 2 that a series may have.
Color = Literal["left", "right", "s1", "s2", "s3", "s4"]

NUMERIC: frozenset[Kind] = frozenset(
    {"number", "integer", "of", "percent", "average", "hours", "points", "score", "gain", "ratio"}
)


@dataclass(frozen=True, slots=True, order=True)
class Shown:
    """A number that is shown otherwise than its column: one column of figures has shares, averages and hours."""

    value: float
    kind: Kind


# A `datetime` is a date too; one with a time zone is written in local time.
Value = str | int | float | date | Shown | None
Cells = tuple[Value, ...]


@dataclass(frozen=True)
class Total:
    """The figure under a column; it counts the rows a filter leaves.

    count: cells that are not empty; count_of: cells that hold `word`; share: sum of column `part` over the sum of
    `part` and `rest`. A figure over nothing (an average of no number) is the text "–".
    """

    kind: Literal["sum", "average", "count", "count_of", "share"]
    word: str = ""
    part: str = ""
    rest: str = ""


SUM = Total("sum")
AVERAGE = Total("average")
COUNT = Total("count")


@dataclass(frozen=True)
class Tint:
    """The tone of a cell whose text is `word`, or whose number is above or below a limit."""

    tone: Tone
    word: str | None = None
    above: float | None = None
    below: float | None = None

    def meets(self, value: Value) -> bool:
        if isinstance(value, str):
            return self.word is not None and value.casefold() == self.word.casefold()
        if not isinstance(value, int | float):
            return False
        return (self.above is not None and value > self.above) or (self.below is not None and value < self.below)


# DESIGN 10.9: the words of health, a share over 67 % or under 33 %, an average answer under 3.
HEALTH_TINTS = (Tint("good", word="On track"), Tint("watch", word="Watch"), Tint("risk", word="At risk"))
SHARE_TINTS = (Tint("watch", above=2 / 3, below=1 / 3),)
RATING_TINTS = (Tint("risk", below=3),)


@dataclass(frozen=True)
class Column:
    """One column of a table. `width` is in characters; without it the column fits its values.

    `bar` draws the value as a bar growing from the middle to that side; all bars of a table share one scale.
    `noun` (one, many) follows the total: "12 pairs". One that is `on_screen` only is not printed: the last ones of a
    table too wide for a page.
    """

    title: str
    kind: Kind = "text"
    width: float | None = None
    bar: Literal["left", "right"] | None = None
    tints: tuple[Tint, ...] = ()
    total: Total | None = None
    noun: tuple[str, str] | None = None
    on_screen: bool = False

    def tone(self, value: Value) -> Tone | None:
        """The tone a cell of this column has, the first rule that fits."""
        return next((tint.tone for tint in self.tints if tint.meets(value)), None)


@dataclass(frozen=True)
class LongRows:
    """Rows made anew each time they are wanted, for tables too long to keep; `count` says how many come."""

    count: int
    open: Callable[[], Iterable[Cells]]

    def __len__(self) -> int:
        return self.count

    def __iter__(self) -> Iterator[Cells]:
        return iter(self.open())


@dataclass(frozen=True)
class Table:
    """Rows of one fact each. `name` is what formulas call it; column titles differ from each other."""

    name: str
    columns: tuple[Column, ...]
    rows: Sequence[Cells] | LongRows = ()

    @property
    def has_totals(self) -> bool:
        return any(column.total for column in self.columns)

    def index(self, title: str) -> int:
        """Which column has this title, from 0. Raises ValueError where none has."""
        return [column.title for column in self.columns].index(title)


@dataclass(frozen=True)
class Figure:
    """A figure that is counted from a column of one of the report's tables."""

    table: str
    column: str
    total: Total


@dataclass(frozen=True)
class Tile:
    """A headline figure. Several parts are joined to one text: `(Figure(...), " of ", 12)`. `sheet` is the name of the
    sheet with the rows behind it."""

    label: str
    parts: tuple[Value | Figure, ...]
    kind: Kind = "integer"
    explanation: str = ""
    sheet: str = ""


@dataclass(frozen=True)
class Series:
    name: str
    color: Color
    values: tuple[float, ...]


@dataclass(frozen=True)
class Chart:
    """Columns over categories, below zero too; `target` is drawn as a dashed line. `description` is read to those who
    cannot see it. `most` is the end of a scale that has one: the axis does not go beyond it. `missing` says what is
    not drawn, and why."""

    kind: Literal["stacked_columns", "clustered_columns"]
    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    target: tuple[str, tuple[float, ...]] | None = None
    description: str = ""
    most: float | None = None
    missing: str = ""


@dataclass(frozen=True)
class Note:
    """A framed remark beside the figures: how to read them."""

    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class SummarySheet:
    """The sheet one prints: title, where the figures come from, tiles, one table, charts, a note. The charts stand
    above a table that is long (`charts_first`); a table that is looked things up in has a filter (`filtered`)."""

    name: str
    title: str
    source: str
    tiles: tuple[Tile, ...] = ()
    table_title: str = ""
    table: Table | None = None
    charts: tuple[Chart, ...] = ()
    note: Note | None = None
    charts_first: bool = False
    filtered: bool = False
    kind: Literal["summary"] = field(default="summary", init=False)


@dataclass(frozen=True)
class TableSheet:
    """A sheet with one table from its first row on; `remark` stands below it."""

    name: str
    table: Table
    remark: str = ""
    kind: Literal["table"] = field(default="table", init=False)


@dataclass(frozen=True)
class Heading:
    text: str


@dataclass(frozen=True)
class Paragraph:
    text: str


@dataclass(frozen=True)
class Definition:
    """A term and what it means, or a fact and its value."""

    term: str
    meaning: Value


@dataclass(frozen=True)
class TextSheet:
    """A sheet to read: scope, period, definitions."""

    name: str
    title: str
    blocks: tuple[Heading | Paragraph | Definition, ...] = ()
    kind: Literal["text"] = field(default="text", init=False)


Sheet = SummarySheet | TableSheet | TextSheet


@dataclass(frozen=True)
class Properties:
    """What the file says about itself. No author unless one is set; `made` carries a time zone."""

    company: str = ""
    author: str = ""
    subject: str = ""
    made: datetime | None = None


@dataclass(frozen=True)
class Report:
    """A whole workbook. `file_name` is what is proposed when it is saved."""

    title: str
    file_name: str
    sheets: tuple[Sheet, ...]
    properties: Properties = Properties()

    def tables(self) -> Iterator[Table]:
        """Every table: those with a sheet of their own first, then those on summaries."""
        yield from (sheet.table for sheet in self.sheets if sheet.kind == "table")
        yield from (sheet.table for sheet in self.sheets if sheet.kind == "summary" and sheet.table is not None)

    def table(self, name: str) -> Table:
        """The first table of this name, as figures find it. Raises KeyError where there is none."""
        for table in self.tables():
            if table.name == name:
                return table
        raise KeyError(name)
