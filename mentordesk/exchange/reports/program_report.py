"""Reports laid out as workbooks: which sheets each has, what they are called. Rows in, Report out; knows no desk."""

from collections.abc import Callable, Sequence

from mentordesk.domain.file_names import file_name
from mentordesk.domain.reporting import LIST_KINDS, PROGRAM_PARTS, NameStyle, Reader, ReportKind, ReportRows
from mentordesk.exchange.reports import program_lists as lists
from mentordesk.exchange.reports import program_sheets as sheets
from mentordesk.exchange.reports import voices
from mentordesk.exchange.reports.definitions import definitions
from mentordesk.exchange.reports.outcomes import outcomes
from mentordesk.exchange.reports.summary import summary
from mentordesk.exchange.workbook import Properties, Report, Sheet

_SHEETS: dict[ReportKind, Callable[[ReportRows], Sheet]] = {
    ReportKind.PROGRAM: summary,
    ReportKind.PARTICIPANTS: sheets.participants,
    ReportKind.PAIRS: sheets.pairs,
    ReportKind.MILESTONES: sheets.milestones,
    ReportKind.CONTACTS: sheets.contacts,
    ReportKind.GIVE_AND_TAKE: sheets.give_and_take,
    ReportKind.CHECK_INS: voices.check_ins,
    ReportKind.GOALS: lists.goals,
    ReportKind.OUTCOMES: outcomes,
    ReportKind.BENEFITS: voices.benefits,
    ReportKind.WITHOUT_PAIR: lists.without_pair,
    ReportKind.DATA_QUALITY: lists.data_quality,
}


def build(
    rows: ReportRows, kind: ReportKind = ReportKind.PROGRAM, parts: Sequence[ReportKind] = PROGRAM_PARTS
) -> Report:
    """The workbook of a kind: the sheets of its parts, and what everything means. Reports that stand alone have their
    own sheets (`lists`)."""
    about = rows.own.name if kind is ReportKind.PERSONAL_DATA else rows.scope
    chosen = _alone(rows, kind) if kind in LIST_KINDS else tuple(_SHEETS[part](rows) for part in parts)
    ends = () if kind in (ReportKind.MAIL_MERGE, ReportKind.PERSONAL_DATA) else (definitions(rows),)
    return Report(
        title=f"{about}: {kind.heading.lower()}",
        file_name=f"{file_name(f'{about} {kind.heading.lower()}{_for_whom(rows)}', 200)}.xlsx",
        sheets=(*chosen, *ends),
        properties=Properties(company=rows.desk, subject="Mentoring", made=rows.made_at),
    )


def _alone(rows: ReportRows, kind: ReportKind) -> tuple[Sheet, ...]:
    from mentordesk.exchange.reports.lists import LISTS

    return LISTS[kind](rows)


def _for_whom(rows: ReportRows) -> str:
    """Told in the file's name, so that the one for HR is not sent to everybody."""
    who = "" if rows.reader is Reader.HR else f" for {rows.reader.words.lower()}"
    if rows.names is NameStyle.FULL:
        return who
    return f"{who} ({rows.names.words.lower()})"
