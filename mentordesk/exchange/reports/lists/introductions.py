"""Introductions for mail merge: one plain table a word processor can take as it is. Rows in, a sheet out."""

from collections.abc import Sequence
from dataclasses import astuple

from mentordesk.domain.reporting import ReportRows
from mentordesk.domain.standalone_reports import Letter
from mentordesk.exchange.workbook import Column, Sheet, Table, TableSheet

_TITLES = (
    *("First name", "Name", "E-mail", "Role", "Partner first name", "Partner", "Partner e-mail", "Partner title"),
    *("Partner department", "Partner location", "Partner company", "Program", "Cohort", "Starts", "Ends", "Rhythm"),
    *("When to meet", "First step", "Introduced by", "In common"),
)
"""The fields of a letter, in the order of `Letter`."""


def sheets(rows: ReportRows) -> tuple[Sheet, ...]:
    """One sheet: headings in its first row, a person a row, text throughout, no totals."""
    own: Sequence[Letter] = rows.own
    columns = tuple(Column(title) for title in _TITLES)
    return (TableSheet("Introductions", Table("Introductions", columns, [astuple(row) for row in own])),)
