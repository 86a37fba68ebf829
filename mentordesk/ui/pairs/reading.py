"""What the Pairs page reads off the GUI thread. Services are imported when first read: the window is up before."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from mentordesk.domain import balance, open_wishes, timeline
from mentordesk.domain.agreements import AgreementRow
from mentordesk.domain.balance import Balance, Band
from mentordesk.domain.check_ins import CheckInRow
from mentordesk.domain.closing import PairClosing
from mentordesk.domain.contacts import ContactMonthRow, ContactRow, ExchangeRow
from mentordesk.domain.dates import add_months
from mentordesk.domain.milestones import MilestoneRow
from mentordesk.domain.open_wishes import OpenWish, SideSkills
from mentordesk.domain.pair_answers import AnswerRow
from mentordesk.domain.pair_detail import PairDetail
from mentordesk.domain.pair_listing import ListedPair
from mentordesk.domain.pairs import PairRow
from mentordesk.domain.people import first_name
from mentordesk.domain.scope import EVERYTHING, Scope
from mentordesk.domain.standing import PairStatus, Side
from mentordesk.domain.stories import StoryRow
from mentordesk.domain.timeline import PairRecords, Pulse, TimelineRow

MONTHS_SHOWN = 12


@dataclass(frozen=True)
class Listing:
    """All pairs of the scope, on a day."""

    pairs: list[ListedPair]
    today: date
    unmatched: Mapping[int, int] = field(default_factory=dict)
    """How many wait for a match, by cohort; read only where there is no pair yet."""


@dataclass(frozen=True)
class PairSheet:
    """One pair with everything its tabs show."""

    detail: PairDetail
    timeline: tuple[TimelineRow, ...]
    exchanges: list[ExchangeRow]
    contacts: list[ContactRow]
    months: list[ContactMonthRow]
    milestones: list[MilestoneRow]
    today: date
    check_ins: tuple[CheckInRow, ...] = ()
    """Newest first, with comments: for the pair alone."""
    skills: Mapping[Side, SideSkills] = field(default_factory=dict)
    """What both sides offer and want to learn."""
    story: StoryRow | None = None
    """What the two tell the magazine; None only where nobody reads it."""
    closing: PairClosing = field(default_factory=PairClosing)
    """What both sides say at the close, and who would match again."""
    agreement: AgreementRow | None = None
    """Who signed the ground rules; None where there are none to sign."""
    cohort_open: bool = False
    """Whether the cohort of a pair that ended is not over: both can be matched anew there."""
    answers: AnswerRow | None = None
    """What both sides said to a proposed or declined pair; None for one that has begun."""

    @property
    def row(self) -> PairRow:
        return self.detail.row

    @property
    def left(self) -> str:
        return first_name(self.row.left)

    @property
    def right(self) -> str:
        return first_name(self.row.right)

    @property
    def open_wishes(self) -> tuple[OpenWish, ...]:
        """What one side wants to learn, the other offers, and has not come up yet."""
        nothing = SideSkills()
        sides = self.skills.get(Side.LEFT, nothing), self.skills.get(Side.RIGHT, nothing)
        return open_wishes.find(*sides, self.exchanges)

    @property
    def points(self) -> Balance:
        """Of the balance window."""
        return Balance(self.row.left_points, self.row.right_points)

    @property
    def band(self) -> Band:
        return self.points.band(self.detail.thresholds)

    @property
    def window(self) -> str:
        """ "last 6 months", as the bar says it."""
        return balance.window_words(self.detail.thresholds.balance_window_months).removeprefix("the ")


def read_listing(session: Any, scope: Scope) -> Listing:
    from mentordesk.services.desk import today
    from mentordesk.services.pairs import pair_listing
    from mentordesk.services.programs import enrollment_rows

    pairs = pair_listing.listed(session, scope)
    waiting = [] if pairs else enrollment_rows.unmatched(session, scope)
    return Listing(pairs, today(session), Counter(it.cohort_id for it in waiting))


def read_pair(session: Any, pair_id: int) -> PairSheet:
    """Everything about one pair. Raises NotFoundError."""
    from mentordesk.services.desk import today
    from mentordesk.services.matching import pair_answers
    from mentordesk.services.pairs import agreements, closing, contacts, exchanges, milestones, pairs, pulse
    from mentordesk.services.people import wishes
    from mentordesk.services.stories import stories

    on, detail = today(session), pairs.detail(session, pair_id)
    check_ins = pulse.of_pair(session, pair_id)
    answers = None if detail.row.begun else pair_answers.of_pair(session, pair_id)
    last = detail.row.ended_on or on
    first = add_months(last, 1 - MONTHS_SHOWN)
    if detail.row.started_on is not None:
        first = min(max(first, detail.row.started_on), last)
    found = PairRecords(
        pair=detail.row,
        precision=detail.started_precision,
        contacts=contacts.of_pair(session, pair_id),
        exchanges=exchanges.of_pair(session, pair_id),
        milestones=milestones.of_pair(session, pair_id),
        pulses=[Pulse(row.id, row.side, row.on, row.answers) for row in check_ins if row.answers.given],
        career=detail.career,
    )
    return PairSheet(
        detail=detail,
        timeline=timeline.of_records(found, on),
        exchanges=list(found.exchanges),
        contacts=list(found.contacts),
        months=contacts.per_month(session, EVERYTHING, first.replace(day=1), last, pair_id),
        milestones=list(found.milestones),
        today=on,
        check_ins=check_ins,
        skills=dict(zip(Side, wishes.skills(session, pair_id), strict=True)),
        story=stories.of_pair(session, pair_id),
        closing=closing.sheet(session, pair_id),
        agreement=agreements.of_pair(session, pair_id),
        answers=answers,
        cohort_open=_cohort_open(session, detail.row),
    )


def _cohort_open(session: Any, row: PairRow) -> bool:
    from mentordesk.services.pairs import pair_listing

    return row.status is PairStatus.ENDED and row.cohort_id in {it.id for it in pair_listing.cohorts(session)}
