"""Which report is wanted: about what and when, for whom, and how people are called in it. Reads nothing."""

from dataclasses import dataclass
from datetime import date

from mentordesk.domain.errors import UserError
from mentordesk.domain.report_readers import may_see, needs_program
from mentordesk.domain.reporting import PROGRAM_PARTS, NameStyle, Reader, ReportKind
from mentordesk.domain.scope import ALWAYS, EVERYTHING, Period, Scope

_INSTEAD = "Choose another report, or HR as its reader."


@dataclass(frozen=True, slots=True)
class ReportRequest:
    """`comments` asks for the confidential ones, which only HR's report can have; `person_id` is whom a report about
    one person is about."""

    kind: ReportKind = ReportKind.PROGRAM
    scope: Scope = EVERYTHING
    period: Period = ALWAYS
    names: NameStyle = NameStyle.FULL
    comments: bool = False
    reader: Reader = Reader.HR
    person_id: int | None = None

    @property
    def parts(self) -> tuple[ReportKind, ...]:
        """The summary and all lists the reader is given, or the one list of the kind."""
        if self.kind is not ReportKind.PROGRAM:
            return (self.kind,)
        return tuple(part for part in PROGRAM_PARTS if may_see(self.reader, part))

    @property
    def day(self) -> date | None:
        """The day the figures are of, None for today: what is kept about a person is always that of today."""
        return None if self.kind is ReportKind.PERSONAL_DATA else self.period.last

    def check(self) -> None:
        """Raise UserError where the reader may not have this report."""
        if not may_see(self.reader, self.kind):
            who = {Reader.LEAD: "program leads", Reader.MANAGER: "managers", Reader.PUBLIC: "everybody"}[self.reader]
            raise UserError(f"“{self.kind.heading}” is not for {who}.", advice=_INSTEAD)
        if needs_program(self.reader, self.scope):
            raise UserError(
                "A program lead is given one program, not the whole desk.", advice="Choose a program or a cohort."
            )
