"""Proposed pairs for a program lead to review: pairs with their points, people without one, the settings. Knows no
desk and solves nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from mentordesk.domain.dates import long
from mentordesk.domain.file_names import file_name
from mentordesk.domain.matching.criteria import Criterion, Goal, MatchRules
from mentordesk.domain.rounding import half_up
from mentordesk.exchange.workbook import (
    AVERAGE,
    COUNT,
    Cells,
    Column,
    Definition,
    Heading,
    Kind,
    Paragraph,
    Properties,
    Report,
    SummarySheet,
    Table,
    TableSheet,
    TextSheet,
    Tint,
    Total,
)

LOW_FIT = 65
"""Of 100: below it a fit is marked."""
_REASON_WIDTH = 46.0
_GOALS = {
    Goal.PARTICIPATION: "Most people matched, then the highest total fit",
    Goal.SCORE: "The highest total fit",
    Goal.FAIRNESS: "Most people matched, then the lowest fit as high as it can be, then the total",
}


@dataclass(frozen=True, slots=True)
class ProposedRow:
    """A proposed pair; `points` in the order of the review's `criteria`."""

    mentee: str
    mentor: str
    fit: float
    points: tuple[float, ...] = ()
    reason: str = ""
    pinned: bool = False
    broken: tuple[str, ...] = ()
    round: int = 1
    circle: str = ""


@dataclass(frozen=True, slots=True)
class UnmatchedRow:
    """Somebody without a pair: why, and what would help; empty where nothing is known to."""

    person: str
    role: str
    reason: str
    help: str = ""
    round: int = 1


@dataclass(frozen=True, slots=True)
class ReviewRows:
    """Everything the workbook says. `criteria` are the words of those that have points, `table` the name of a score
    table that was the only criterion (then there are none). `draft` is the name of the draft, `settings` more lines of
    what was chosen in it, `forbidden` the pairs that were forbidden by hand."""

    desk: str
    cohort: str
    program: str
    made_at: datetime
    goal: Goal
    rules: MatchRules
    total: float
    average: float
    lowest: float
    peers: bool = False
    criteria: tuple[str, ...] = ()
    table: str = ""
    pairs: tuple[ProposedRow, ...] = ()
    unmatched: tuple[UnmatchedRow, ...] = ()
    remarks: tuple[str, ...] = ()
    draft: str = ""
    settings: tuple[tuple[str, str], ...] = ()
    forbidden: tuple[str, ...] = ()

    @property
    def rounds(self) -> int:
        return max((row.round for row in self.pairs), default=1)

    @property
    def circles(self) -> bool:
        return any(row.circle for row in self.pairs)


def build(rows: ReviewRows) -> Report:
    """Three sheets: Pairs, Unmatched, Settings."""
    return Report(
        title=f"{rows.cohort}: proposed pairs",
        file_name=f"{file_name(rows.cohort)} proposed pairs.xlsx",
        sheets=(_pairs(rows), _unmatched(rows), _settings(rows)),
        properties=Properties(company=rows.desk, subject="Mentoring", made=rows.made_at),
    )


def _pairs(rows: ReviewRows) -> TableSheet:
    first, second = ("Peer", "With") if rows.peers else ("Mentee", "Mentor")
    low = () if rows.table else (Tint("watch", below=LOW_FIT),)
    fit: Kind = "number" if rows.table else "average"
    columns = (
        Column(first, width=24, total=COUNT, noun=("pair", "pairs")),
        Column(second, width=24),
        *((Column("Round", "any", width=8),) if rows.rounds > 1 else ()),
        *((Column("Circle", width=28),) if rows.circles else ()),
        Column(
            "Score" if rows.table else "Fit", fit, width=9, tints=low, total=Total("sum") if rows.table else AVERAGE
        ),
        *(Column(word, "average", width=13, total=AVERAGE) for word in rows.criteria),
        *((Column("Main reason", "note", width=_REASON_WIDTH),) if rows.criteria else ()),
        Column("Pinned", width=9),
        Column("Rules broken", "note", width=30),
    )
    cells = tuple(_pair(rows, row) for row in rows.pairs)
    remark = "Proposed only: nothing is a pair yet. " + (
        "The score of each pair is that of the table." if rows.table else "Fit is the sum of the points, of 100."
    )
    return TableSheet("Pairs", Table("Pairs", columns, cells), remark)


def _pair(rows: ReviewRows, row: ProposedRow) -> Cells:
    where = (*((row.round,) if rows.rounds > 1 else ()), *((row.circle,) if rows.circles else ()))
    reason = (row.reason,) if rows.criteria else ()
    hand = ("Yes" if row.pinned else "", "; ".join(row.broken))
    return (row.mentee, row.mentor, *where, row.fit, *row.points, *reason, *hand)


def _unmatched(rows: ReviewRows) -> SummarySheet:
    """A sheet to read: long sentences have the height they need in every viewer."""
    columns = (
        Column("Person", width=24, total=COUNT, noun=("person", "people")),
        Column("Role", width=10),
        *((Column("Round", "any", width=8),) if rows.rounds > 1 else ()),
        Column("Reason", "note", width=50),
        Column("What would help", "note", width=62),
    )
    cells = tuple(
        (row.person, row.role, *((row.round,) if rows.rounds > 1 else ()), row.reason, row.help)
        for row in rows.unmatched
    )
    source = "What a change of the rules would help has been found by matching again with that one change."
    return SummarySheet(
        "Unmatched",
        title="Who has no pair, and why",
        source=source if cells else "Everybody has a pair.",
        table_title="Without a pair" if cells else "",
        table=Table("Unmatched", columns, cells) if cells else None,
    )


def _settings(rows: ReviewRows) -> TextSheet:
    unit = "Score" if rows.table else "Fit"
    return TextSheet(
        "Settings",
        "How these pairs were found",
        (
            Definition("Cohort", rows.cohort),
            Definition("Program", rows.program),
            *((Definition("Draft", rows.draft),) if rows.draft else ()),
            Definition("Made on", long(rows.made_at.date())),
            Definition("Goal", f"{rows.goal.word}. {_GOALS[rows.goal]}"),
            *(Definition(word, value) for word, value in rows.settings),
            *((Definition("Score table", rows.table),) if rows.table else ()),
            Heading("Result"),
            Definition("Pairs", len(rows.pairs)),
            Definition("People without a pair", len(rows.unmatched)),
            *(Definition(f"{unit}, {word}", f"{value:,.12g}") for word, value in _results(rows)),
            *(Paragraph(remark) for remark in rows.remarks),
            Heading("What counts"),
            *_criteria(rows),
            Heading("Rules"),
            *(Definition(rule.word, "On" if rule.on else "Off") for rule in rows.rules.rules),
            *((Heading("Forbidden by hand"),) if rows.forbidden else ()),
            *(Paragraph(pair) for pair in rows.forbidden),
        ),
    )


def _results(rows: ReviewRows) -> tuple[tuple[str, float], ...]:
    return (("total", rows.total), ("average", half_up(rows.average, 2)), ("lowest", rows.lowest))


def _criteria(rows: ReviewRows) -> Iterator[Definition | Paragraph]:
    if rows.table:
        yield Paragraph(f"The scores of “{rows.table}” alone. A pair that is not in it is forbidden.")
        return
    most = rows.rules.points()
    for criterion in rows.rules.criteria:
        if criterion.counts:
            yield Definition(criterion.word, _weight(criterion, most[criterion.key] / 100))


def _weight(criterion: Criterion, most: float) -> str:
    said = [f"Weight {criterion.weight}: up to {most:.4g} of 100 points"] if criterion.weight else []
    said += ["Must" if not said else "a must"] if criterion.must else []
    if criterion.ideal is not None:
        said.append(f"ideal {criterion.ideal:+d} levels from mentee to mentor" if criterion.ideal else "the same level")
    if criterion.at_least is not None:
        said.append(f"at least {criterion.at_least}")
    if criterion.at_most is not None:
        said.append(f"at most {criterion.at_most:g}")
    if criterion.hours is not None:
        said.append(f"at most {criterion.hours:g} hours apart")
    if criterion.want is not None:
        said.append(criterion.want.value)
    return ", ".join(said)
