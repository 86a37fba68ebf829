"""The sheets of what the two sides say: check-ins, and the benefits they name at the close. Knows no Excel."""

from collections.abc import Sequence
from functools import partial

from mentordesk.domain.closing import Benefit, BenefitCount, BenefitGroup, NamedInScope
from mentordesk.domain.reporting import CheckInLine, ReportKind, ReportRows
from mentordesk.exchange.reports.program_sheets import listed
from mentordesk.exchange.workbook import RATING_TINTS, Cells, Column, Table, TableSheet

_ANSWERS = ("Trust", "Value", "Balance", "Progress")
_IN_HOUSE = "Got and Gave are an in-house indicator, no validated scale."
_CONFIDENTIAL = "Comments are confidential: they were asked for by name. For coordinators only."


def check_ins(rows: ReportRows) -> TableSheet:
    """One row is what one side answered on a day; comments only where they were asked for."""
    columns = (
        *(Column("Date", "date"), Column("Pair"), Column("Who"), Column("Role"), Column("Answered")),
        *(Column(answer, "integer", tints=RATING_TINTS) for answer in _ANSWERS),
        *(Column("Got", "integer"), Column("Gave", "integer"), Column("Would recommend", "integer"), Column("Fit")),
        Column("Format", on_screen=True),
        *(Column(_title(question), "integer", on_screen=True) for question in rows.own_questions),
        *((Column("Comment", "note", on_screen=True),) if rows.has_comments else ()),
    )
    cells = partial(_check_in, rows.own_questions, rows.has_comments)
    remark = f"{_IN_HOUSE} {_CONFIDENTIAL}" if rows.has_comments else _IN_HOUSE
    return TableSheet(ReportKind.CHECK_INS.sheet, Table("Check_ins", columns, listed(rows.check_ins, cells)), remark)


def _title(question: str) -> str:
    """A question of the program's own that is called like a column of ours says whose it is."""
    ours = {"date", "pair", "format", "who", "role", "answered", "got", "gave", "would recommend", "fit", "comment"}
    taken = question.casefold() in ours | {answer.casefold() for answer in _ANSWERS}
    return f"{question} (own question)" if taken else question


def _check_in(own: Sequence[str], has_comments: bool, row: CheckInLine) -> Cells:
    return (
        *(row.on, row.pair, row.who, row.role.word, "No" if row.skipped else "Yes"),
        *(row.trust, row.value, row.balance, row.progress, row.got, row.gave, row.recommend, row.fit, row.format.word),
        *(row.own.get(question) for question in own),
        *((row.comment,) if has_comments else ()),
    )


def benefits(rows: ReportRows) -> TableSheet:
    """The benefits of each role over all formats and in each, most named first."""
    columns = (
        *(Column("Format"), Column("Role"), Column("Rank", "integer"), Column("Benefit")),
        *(Column("Named by", "integer"), Column("Answered", "integer"), Column("Share", "percent")),
        Column("Own words", "note"),
    )
    over_all = (group for group in rows.named.by_role if _has_many(rows.named, group))
    groups = [*over_all, *rows.named.by_format]
    cells = [line for group in groups for line in _group(group, rows.named)]
    remark = "Counted are the sides that answered the closing survey, whenever that was."
    return TableSheet(ReportKind.BENEFITS.sheet, Table("Benefits", columns, cells), remark)


def _has_many(named: NamedInScope, group: BenefitGroup) -> bool:
    """Over all formats only says more than the format where a role answered in several."""
    return len({side.format for side in named.of(group.role)}) > 1


def _group(group: BenefitGroup, named: NamedInScope) -> list[Cells]:
    where = group.format.word if group.format else "All formats"
    if group.is_small:
        return [(where, group.role.word, None, f"– ({group.why_small})", None, None, None, "")]
    return [(where, group.role.word, *_count(count, group, named)) for count in group.counts]


def _count(count: BenefitCount, group: BenefitGroup, named: NamedInScope) -> Cells:
    own = _own_words(group, named) if count.benefit is Benefit.OTHER else ""
    return (count.rank, count.benefit.word, count.count, count.answered, count.count / count.answered, own)


def _own_words(group: BenefitGroup, named: NamedInScope) -> str:
    sides = named.naming(Benefit.OTHER, group.role, group.format)
    return "; ".join(dict.fromkeys(words for side in sides for words in side.own_words))
