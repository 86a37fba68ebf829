"""The sheet Outcomes: every metric as a row, with what it counts and of how many. Knows no rule and no Excel."""

from collections.abc import Iterable, Iterator, Sequence

from mentordesk.domain.closing import Benefit, BenefitGroup, NamedInScope
from mentordesk.domain.dates import long
from mentordesk.domain.metrics.model import Breakdown, Compared, Measure, Metrics, Unit
from mentordesk.domain.reporting import ReportKind, ReportRows
from mentordesk.exchange.reports.definitions import period_words
from mentordesk.exchange.reports.outcome_charts import charts
from mentordesk.exchange.workbook import Cells, Chart, Column, Kind, Note, Shown, SummarySheet, Table, Tile, Value

_KINDS: dict[Unit, Kind] = {
    Unit.NUMBER: "integer",
    Unit.PERCENT: "percent",
    Unit.MEAN: "average",
    Unit.RATING: "average",
    Unit.TEN: "average",
    Unit.SCORE: "score",
    Unit.GAIN: "gain",
    Unit.HOURS: "integer",
    Unit.MONTHS: "average",
    Unit.RATIO: "ratio",
}
_SCALES = {
    Unit.RATING: "of 5",
    Unit.TEN: "of 10",
    Unit.SCORE: "−100 to 100",
    Unit.GAIN: "points of 1 to 10",
    Unit.HOURS: "hours",
    Unit.MONTHS: "months",
    Unit.RATIO: "0 to 1",
}
_WHO = {"participants": "participants", "others": "others"}
_READING = (
    "One figure is one row. n is how many people, pairs or answers it is made of; of, what it is a part of.",
    "A dash stands where there is no figure; the last column says why.",
    "What each figure means: sheet “Definitions”.",
)


def outcomes(rows: ReportRows) -> SummarySheet:
    """Tiles and charts of what counts most, then every metric: sections, groups, cohorts, the comparison, benefits."""
    metrics = rows.metrics
    columns = (
        *(Column("Topic", "note", width=41), Column("Figure", "note", width=30), Column("For", "note", width=24)),
        *(Column("Value", "number", width=10), Column("Scale", width=17)),
        *(Column("n", "integer", width=9), Column("Of", "integer", width=9), Column("Note", "note", width=34)),
    )
    drawn = charts(metrics) if metrics else ()
    cells = [*(_rows(metrics) if metrics else ()), *_benefits(rows.named, rows.named.by_role)]
    return SummarySheet(
        ReportKind.OUTCOMES.sheet,
        title=f"{rows.scope}: outcomes",
        source=f"{rows.desk}. Period {period_words(rows)}. Figures as of {long(rows.day)}.",
        tiles=tiles(metrics) if metrics else (),
        table_title="Every figure",
        table=Table("Outcomes", columns, cells),
        charts=drawn,
        note=Note("Reading this sheet", (*_READING, *_left_out(drawn), *_cautions(metrics))),
        charts_first=True,
        filtered=True,
    )


def _left_out(drawn: Iterable[Chart]) -> tuple[str, ...]:
    """What a chart has no columns for: neither Excel nor paper has room for it in the chart."""
    return tuple(f"{chart.title}: {chart.missing}" for chart in drawn if chart.missing)


def _cautions(metrics: Metrics | None) -> tuple[str, ...]:
    """That a difference proves no cause."""
    return (metrics.compared.sentence,) if metrics is not None and metrics.compared is not None else ()


def tiles(metrics: Metrics) -> tuple[Tile, ...]:
    """The headline outcomes, as far as there are any. Satisfaction is not among them: it is the check-in average."""
    wanted = (
        ("Participation", "participation", "{n:,} of {of:,} eligible"),
        ("Matched", "match_rate.all", "{n:,} of {of:,} places"),
        ("In balance", "in_balance", "{n:,} of {of:,} with enough points"),
        ("Would recommend", "recommend.all", "−100 to 100, {n:,} answers"),
        ("Goals reached", "goals_reached", "{n:,} of {of:,} goals"),
        ("Hours in contact", "contact_hours", "{n:,} contacts"),
    )
    found = ((label, metrics.measure(key), words) for label, key, words in wanted)
    return tuple(_tile(label, measure, words) for label, measure, words in found if measure is not None)


def _tile(label: str, measure: Measure, words: str) -> Tile:
    if measure.value is None:
        return Tile(label, ("–",), explanation=measure.note, sheet=ReportKind.OUTCOMES.sheet)
    explanation = words.format(n=measure.n, of=measure.of)
    return Tile(label, (_number(measure),), _KINDS[measure.unit], explanation, ReportKind.OUTCOMES.sheet)


def _number(measure: Measure) -> float:
    value = measure.value or 0
    return value / 100 if measure.unit is Unit.PERCENT else value


def _rows(metrics: Metrics) -> Iterator[Cells]:
    for section in metrics.sections:
        for measure in section.measures:
            yield _row(section.title, measure, "")
        yield from _remark(section.title, section.remark)
    for breakdown in metrics.breakdowns:
        yield from _groups(f"By {breakdown.title.lower()}", breakdown)
    for column in metrics.cohorts:
        for measure in column.measures:
            yield _row("Cohort against cohort", measure, column.name)
    if metrics.compared is not None:
        yield from _compared(metrics.compared)


def _row(topic: str, measure: Measure, group: str, note: str = "") -> Cells:
    value: Value = "–" if measure.value is None else Shown(_number(measure), _KINDS[measure.unit])
    scale = _SCALES.get(measure.unit, "")
    return (
        topic,
        measure.title,
        group,
        value,
        scale,
        measure.n,
        measure.of,
        " ".join(filter(None, (measure.note, note))),
    )


def _remark(topic: str, remark: str) -> Iterable[Cells]:
    return [(topic, "Remark", "", None, "", None, None, remark)] if remark else ()


def _groups(topic: str, breakdown: Breakdown) -> Iterator[Cells]:
    for row in breakdown.rows:
        if len(row.measures) > 1 and all(measure.value is None for measure in row.measures):
            notes = dict.fromkeys(measure.note for measure in row.measures if measure.note)
            yield (topic, "All figures", row.value, "–", "", None, None, "; ".join(notes))
            continue
        for measure in row.measures:
            who = _WHO.get(measure.key.rpartition(".")[2], "")
            yield _row(topic, measure, ": ".join(filter(None, (row.value, who))))
    yield from _remark(topic, breakdown.remark)


def _compared(found: Compared) -> Iterator[Cells]:
    topic, days = "Participants against others", f"{long(found.first)} to {long(found.last)}."
    for ours, theirs in zip(found.participants, found.others, strict=True):
        yield _row(topic, ours, "Participants", days)
        yield _row(topic, theirs, "Others of the same eligibility", days)
    for stratum in found.strata:
        yield from _groups(f"{topic}, by {stratum.title.lower()}", stratum)
    yield from _remark(topic, " ".join(filter(None, (found.sentence, found.remark))))


def _benefits(named: NamedInScope, groups: Sequence[BenefitGroup]) -> Iterator[Cells]:
    """The benefits each role named at the close, most named first."""
    topic = "Benefits named at the close"
    for group in groups:
        if group.is_small:
            yield (topic, "–", group.role.word, "–", "", None, None, group.why_small.capitalize() + ".")
            continue
        for count in group.counts:
            share = Shown(count.count / count.answered, "percent")
            note = f"Rank {count.rank}."
            if count.benefit is Benefit.OTHER:
                note = " ".join((note, _own_words(group, named))).strip()
            yield (topic, count.benefit.word, group.role.word, share, "", count.count, count.answered, note)


def _own_words(group: BenefitGroup, named: NamedInScope) -> str:
    sides = named.naming(Benefit.OTHER, group.role, group.format)
    return "; ".join(dict.fromkeys(words for side in sides for words in side.own_words))
