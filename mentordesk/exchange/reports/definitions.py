"""The last sheet of a report: what it is about, who may read it, and what each of its figures means. Knows no desk."""

from mentordesk.domain.contacts import POINTS
from mentordesk.domain.dates import long
from mentordesk.domain.reporting import NameStyle, Reader, ReportRows
from mentordesk.exchange.reports import program_sheets as sheets
from mentordesk.exchange.reports.outcome_terms import OUTCOME_TERMS, PAST
from mentordesk.exchange.workbook import Definition, Heading, TextSheet

_POINTS = "; ".join(f"{number} {meaning}" for number, meaning in POINTS.items())
_PAIRS = (
    ("Active pairs", "Pairs that are active on the last day of the period, or today."),
    ("Health", "The worst of four signals: contact, balance, check-in, milestones. Active pairs only."),
    (
        "On track, Watch, At risk",
        "Contact: watch from 7/6 of the rhythm, at risk from 7/5. Balance: watch if one-sided, "
        "at risk if both sides feel it too. Check-in: watch from an answer of 2 or less, at risk if trust or value is. "
        "Milestones: watch from one more than 7 days overdue, at risk from two or 30 days.",
    ),
    ("Too early", "A pair of less than 30 days without a contact, an exchange or a check-in."),
    ("Contact", "A meeting, call, text, e-mail, coffee or event of a pair. Informal ones count."),
    ("Days since contact", "From the newest contact of any channel; where there is none, from the start of the pair."),
    ("In contact, 30 days", "Active pairs whose days since contact are 30 or less."),
    ("Hours in contact", "The minutes of all contacts of the period ÷ 60."),
    ("Target in Contacts per month", "Active pairs × contacts a month by the rhythm each has agreed on."),
)
_GIVEN = (
    ("Points", f"The weight of what one side gave: {_POINTS}."),
    ("Mentor gave, Mentee gave", f"Points of each side in the period. {sheets.PEERS}"),
    ("Given in the period", "The same over all pairs: mentors : mentees. It adds up to the sheet Give and take."),
    ("Share given by mentor", "Points the mentor gave ÷ points both gave in the period."),
    (
        "Balance",
        "Points both sides gave in the last 6 months, from 6 points on. In balance: neither side gave more than "
        "twice as much; leaning: up to four times; one-sided: more, or one side gave nothing.",
    ),
)
_KEPT = (
    ("Milestones on time", "Done on or before the due date ÷ (done + overdue). Skipped ones do not count."),
    ("Overdue", "A due date before the day the figures are of, neither done nor skipped."),
    (
        "Days late",
        "Of a milestone that is done: against its due date. Of an overdue one: against the day the figures are of.",
    ),
    ("Project hours", "Hours logged on joint projects; planned are the budgets that were approved."),
)
_SAID = (
    ("Check-in average", "The mean of the latest answers on trust, value, balance and progress, 1 to 5."),
    ("Got, Gave", "What a side feels it got and gave, 1 to 5: an in-house indicator, no validated scale."),
    ("Mentor rates, Mentee rates", "The mean of the latest answers of this side to those four questions, 1 to 5."),
    ("Would recommend", "0 to 10, as each side answered."),
    ("Answered", "No means that a side was asked and gave no answer; it counts for no average."),
)
_GOALS = (
    ("Progress of a goal", "0 to 100 %, as the pair keeps it. The figure below the table is the mean of the goals."),
    ("At the start, Now, Change", "The rating of whoever owns the goal, 1 to 10, and how many points it has moved."),
    ("State of a goal", "Reached: progress is 100 %. Overdue: its date has passed. Open: neither."),
)
_OTHERS = (
    (
        "People without a pair",
        "Accepted, applied or on the waiting list, in this role without a pair that is proposed, active, paused, "
        "completed or enduring. People who have left the company are not waited for.",
    ),
    ("Days waiting", "From the day of the enrollment to the day the figures are of, or to the end of the cohort."),
    ("Data quality", "Found by rules: what is missing, what contradicts itself, what was entered twice."),
)
_NAMES = {
    NameStyle.FULL: "In full.",
    NameStyle.INITIALS: "Initials. E-mail addresses, employee numbers and everything in free words are left out.",
    NameStyle.NONE: "Left out, with addresses, numbers and everything in free words: “Mentor 12” and “Mentee 12” are "
    "the two of pair 12 on every sheet.",
}
_READERS = {
    Reader.HR: "HR: every list.",
    Reader.LEAD: "Program lead: every list of one program, no comments.",
    Reader.MANAGER: "Managers: mentees are not named; nothing in free words and no single answers.",
    Reader.PUBLIC: "Everybody: figures only, nobody is named.",
}


def period_words(rows: ReportRows) -> str:
    """ "1 January 2026 to 4 June 2026", or "up to 4 June 2026"."""
    first, last = rows.period.first, rows.period.last or rows.made_at.date()
    return f"{long(first)} to {long(last)}" if first else f"up to {long(last)}"


def definitions(rows: ReportRows) -> TextSheet:
    """Scope, period, day and reader; then the definition of every figure."""
    return TextSheet(
        "Definitions",
        "What this report is about, and what its figures mean",
        (
            Definition("Desk", rows.desk),
            Definition("Scope", rows.scope),
            Definition("Period", period_words(rows)),
            Definition("Figures as of", f"{long(rows.day)}: the end of the period, or the day the report was made."),
            Definition("Made on", long(rows.made_at.date())),
            Definition("Reader", _READERS[rows.reader]),
            Definition("Names", _NAMES[rows.names]),
            Definition("Confidential", _confidential(rows.has_comments)),
            Definition("Small groups", _small(rows.named.smallest)),
            *_part("Pairs and contact", _PAIRS),
            *_part("Give and take", _GIVEN),
            *_part("Milestones and projects", _KEPT),
            *_part("What both sides say", _SAID),
            *_part("Goals", _GOALS),
            *_part("Outcomes", OUTCOME_TERMS),
            *_part("Lists", _OTHERS),
            *_part("Limits", PAST),
        ),
    )


def _part(title: str, terms: tuple[tuple[str, str], ...]) -> tuple[Heading | Definition, ...]:
    return (Heading(title), *(Definition(term, meaning) for term, meaning in terms))


def _confidential(has_comments: bool) -> str:
    if has_comments:
        return "This report has comments of check-ins, because they were asked for. They are for coordinators only."
    return "Comments of check-ins and surveys and notes of pairs are not part of this report."


def _small(smallest: int) -> str:
    return (
        f"Of fewer than {smallest} people or answers no figure is shown, nor what would let one work it out: it would "
        "tell who said what."
    )
