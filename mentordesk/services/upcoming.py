"""What comes in the next days: meetings, stories, due milestones, anniversaries, matching that closes, cohorts that end."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.data.records import Milestone, PlannedMeeting, Story
from mentordesk.data.tables import Cohort, Pair, Program
from mentordesk.domain.attention_occasions import anniversary
from mentordesk.domain.dates import Precision, month_name
from mentordesk.domain.programs import RHYTHMS
from mentordesk.domain.scope import EVERYTHING, Period, Scope
from mentordesk.domain.standing import PairStatus
from mentordesk.domain.today import UPCOMING_DAYS, UpcomingKind, UpcomingRow
from mentordesk.domain.wording import counted
from mentordesk.services import attention, pair_ties
from mentordesk.services.desk import today
from mentordesk.services.pair_counts import chosen
from mentordesk.services.pair_ties import Tie
from mentordesk.services.scoping import during, within


def upcoming(session: Session, scope: Scope = EVERYTHING, days: int = UPCOMING_DAYS) -> tuple[UpcomingRow, ...]:
    """What comes from today to so many days on, in the order of its days."""
    return of(session, scope, pair_ties.alive(session, scope), days)


def of(
    session: Session, scope: Scope, alive: Sequence[Tie], days: int = UPCOMING_DAYS
) -> tuple[UpcomingRow, ...]:
    """The same from ties that are loaded already."""
    on = today(session)
    period = Period(on, on + timedelta(days=days))
    ties = {tie.id: tie for tie in alive}
    found = [
        *_meetings(session, ties, period),
        *_stories(session, ties, period),
        *_milestones(session, ties, period),
        *_anniversaries(alive, period),
        *_cohorts(session, scope, alive, period),
    ]
    return tuple(sorted(found, key=lambda row: row.order))


def _meetings(session: Session, ties: dict[int, Tie], period: Period) -> Iterator[UpcomingRow]:
    meeting = PlannedMeeting
    query = (
        select(meeting.id, meeting.pair_id, meeting.day, meeting.channel, meeting.minutes, _rhythm())
        .join(Pair, Pair.id == meeting.pair_id)
        .outerjoin(Cohort, Cohort.id == Pair.cohort_id)
        .outerjoin(Program, Program.id == Cohort.program_id)
        .where(chosen(meeting.pair_id, ties), during(meeting.day, period))
    )
    for id_, pair_id, on, channel, minutes, rhythm_days in session.execute(query):
        rhythm = {30: "monthly ", 91: "quarterly "}.get(rhythm_days, "")
        length = f", {minutes} minutes" if minutes else ""
        title = f"{ties[pair_id].short}: {rhythm}meeting"
        yield _of_pair(UpcomingKind.MEETING, id_, on, title, f"{channel.word}{length}", ties[pair_id])
