"""The reports that stand alone: whom each may go to, and its rows. The layout is exchange's."""

from collections.abc import Callable
from typing import Any

from sqlalchemy.orm import Session

from mentordesk.domain.errors import UserError
from mentordesk.domain.report_request import ReportRequest
from mentordesk.domain.reporting import LIST_KINDS, NameStyle, Reader, ReportKind
from mentordesk.services.reports import (
    enduring,
    engagement,
    mail_merge,
    over_the_years,
    personal_data,
    projects,
    story_collection,
)

_READ: dict[ReportKind, Callable[[Session, ReportRequest], Any]] = {
    ReportKind.ENGAGEMENT: engagement.read,
    ReportKind.OVER_THE_YEARS: over_the_years.read,
    ReportKind.ENDURING: enduring.read,
    ReportKind.PROJECT_HOURS: projects.read,
    ReportKind.MAIL_MERGE: mail_merge.read,
    ReportKind.PERSONAL_DATA: personal_data.read,
    ReportKind.STORIES: story_collection.read,
}
NAMED = frozenset({ReportKind.MAIL_MERGE, ReportKind.PERSONAL_DATA})
"""What is nothing without names and addresses: for HR alone."""


def read(session: Session, request: ReportRequest) -> Any:
    """The rows of a report that stands alone, in the names and for the reader it is asked for.

    Raises UserError where it is not for this reader, or where it is about one person and nobody is named.
    """
    assert request.kind in LIST_KINDS
    check(request)
    return _READ[request.kind](session, request)


def check(request: ReportRequest) -> None:
    """Raises UserError where a report that needs names is asked for without, or for somebody else than HR."""
    if request.kind not in NAMED:
        return
    what = request.kind.heading
    if request.reader is not Reader.HR:
        raise UserError(f"“{what}” has names and addresses in it, so it is for HR alone.", advice="Choose HR.")
    if request.kind is ReportKind.MAIL_MERGE and request.names is not NameStyle.FULL:
        raise UserError(f"“{what}” is nothing without names.", advice="Choose full names.")
    if request.kind is ReportKind.PERSONAL_DATA and request.person_id is None:
        raise UserError("Personal data is about one person.", advice="Choose whose data it is.")
