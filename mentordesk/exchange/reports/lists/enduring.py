"""Enduring pairs and lineage: who is together still, who mentored whom, who passed it on. Rows in, sheets out."""

from mentordesk.domain.reporting import ReportRows
from mentordesk.domain.standalone_reports import BecameMentor, Enduring, EnduringPair, Tie
from mentordesk.exchange.reports.lists.parts import columns, given, share, table
from mentordesk.exchange.workbook import SUM, Cells, Column, Sheet, TableSheet, Total


def sheets(rows: ReportRows) -> tuple[Sheet, ...]:
    """Three lists: enduring pairs, lineage, mentees who became mentors."""
    own: Enduring = rows.own
    return (_pairs(own), _lineage(own), _became(own))


def _pairs(own: Enduring) -> TableSheet:
    heads = (
        Column("Pair", total=Total("count"), noun=("pair", "pairs")),
        *columns("Format, Cohort, Since"),
        Column("Years together", "integer"),
        Column("Introduced by"),
        Column("Last contact", "date"),
        Column("Days since contact", "integer"),
        Column("Contacts", "integer", total=SUM),
        *given(),
    )
    remark = "Pairs that go on by themselves after their program. Contacts and points are of the period."
    return table("Enduring", "Enduring pairs", heads, [_pair(row) for row in own.pairs], remark)


def _pair(row: EnduringPair) -> Cells:
    return (
        *(row.pair, row.format.word, row.cohort, row.since_text, row.years, row.introduced_by),
        *(row.last_contact_on, row.days, row.contacts, row.left, row.right, share(row.left, row.right)),
    )


def _lineage(own: Enduring) -> TableSheet:
    heads = (
        Column("Mentor", total=Total("count"), noun=("tie", "ties")),
        *columns("Mentee, From"),
        Column("Still together", total=Total("count_of", word="Yes"), noun=("still together", "still together")),
        Column("Reverse"),
        Column("Generation", "integer"),
    )
    remark = (
        f"The longest chain has {own.generations} generations: the first is nobody’s mentee."
        if own.generations
        else "Nobody has been mentored yet."
    )
    return table("Lineage", "Lineage", heads, [_tie(row) for row in own.ties], remark)


def _tie(row: Tie) -> Cells:
    return (row.mentor, row.mentee, row.years, _yes(row.alive), _yes(row.reverse), row.generation)


def _became(own: Enduring) -> TableSheet:
    heads = (
        Column("Name", total=Total("count"), noun=("person", "people")),
        Column("Mentee since"),
        Column("Mentors had", "integer"),
        Column("Mentor since"),
        Column("Mentees had", "integer", total=SUM),
    )
    remark = "People who had a mentor in an earlier year than the one in which they first were one. Reverse pairs and "
    return table(
        "Became_mentors", "Became mentors", heads, [_one(row) for row in own.became], f"{remark}peers do not count."
    )


def _one(row: BecameMentor) -> Cells:
    return (row.name, str(row.mentee_since or ""), row.mentors, str(row.mentor_since or ""), row.mentees)


def _yes(flag: bool) -> str:
    return "Yes" if flag else "No"
