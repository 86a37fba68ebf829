"""What the Pairs page reads off the GUI thread. Services are imported when first read: the window is up before."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from mentordesk.domain import balance
from mentordesk.domain.balance import Balance, Band
from mentordesk.domain.contacts import ContactMonthRow, ContactRow, ExchangeRow
from mentordesk.domain.dates import add_months
from mentordesk.domain.milestones import MilestoneRow
from mentordesk.domain.pair_detail import PairDetail
from mentordesk.domain.pair_listing import ListedPair
from mentordesk.domain.pairs import PairRow
from mentordesk.domain.people import first_name
from mentordesk.domain.scope import EVERYTHING, Scope
from mentordesk.domain.timeline import TimelineRow

MONTHS_SHOWN = 12


@dataclass(frozen=True)
class Listing:
    """All pairs of the scope, on a day."""

    pairs: list[ListedPair]
    today: date


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
    from mentordesk.services import pair_listing
    from mentordesk.services.desk import today

    return Listing(pair_listing.listed(session, scope), today(session))


def read_pair(session: Any, pair_id: int) -> PairSheet:
    """Everything about one pair. Raises NotFoundError."""
    from mentordesk.services import contacts, exchanges, milestones, pairs, timeline
    from mentordesk.services.desk import today

    on, detail = today(session), pairs.detail(session, pair_id)
    last = detail.row.ended_on or on
    first = add_months(last, 1 - MONTHS_SHOWN)
    if detail.row.started_on is not None:
        first = min(max(first, detail.row.started_on), last)
    return PairSheet(
        detail=detail,
        timeline=timeline.of_pair(session, pair_id),
        exchanges=exchanges.of_pair(session, pair_id),
        contacts=contacts.of_pair(session, pair_id),
        months=contacts.per_month(session, EVERYTHING, first.replace(day=1), last, pair_id),
        milestones=milestones.of_pair(session, pair_id),
        today=on,
    )
