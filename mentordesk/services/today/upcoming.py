"""What comes in the next days: meetings, stories, due milestones, anniversaries, the dates of cohorts."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mentordesk.data.records import Milestone, PlannedMeeting, Story
from mentordesk.data.tables import Cohort, Pair, Program
from mentordesk.domain.attention_ties import anniversary, since_words
from mentordesk.domain.scope import EVERYTHING, Period, Scope
from mentordesk.domain.standing import PairStatus
from mentordesk.domain.today import UPCOMING_DAYS, UpcomingKind, UpcomingRow
from mentordesk.domain.wording import counted
from mentordesk.services.desk import today
from mentordesk.services.pairs import pair_ties
from mentordesk.services.pairs.pair_counts import chosen
from mentordesk.services.pairs.pair_ties import Tie
from mentordesk.services.pairs.planned import still_ahead
from mentordesk.services.scoping import during, within
from mentordesk.services.today import occasions


def upcoming(session: Session, scope: Scope = EVERYTHING, days: int = UPCOMING_DAYS) -> tuple[UpcomingRow, ...]:
    """What comes from today to so many days on, in the order of its days."""
    return of(session, scope, pair_ties.alive(session, scope), days)


def of(session: Session, scope: Scope, alive: Sequence[Tie], days: int = UPCOMING_DAYS) -> tuple[UpcomingRow, ...]:
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


_RHYTHM_WORDS = {30: "monthly ", 91: "quarterly "}


def _meetings(session: Session, ties: dict[int, Tie], period: Period) -> Iterator[UpcomingRow]:
    meeting = PlannedMeeting
    query = (
        select(
            meeting.id,
            meeting.pair_id,
            meeting.day,
            meeting.channel,
            meeting.minutes,
            func.coalesce(Pair.rhythm_days, Program.rhythm_days),
        )
        .join(Pair, Pair.id == meeting.pair_id)
        .outerjoin(Cohort, Cohort.id == Pair.cohort_id)
        .outerjoin(Program, Program.id == Cohort.program_id)
        .where(chosen(meeting.pair_id, ties), during(meeting.day, period), still_ahead(today(session)))
    )
    for id_, pair_id, on, channel, minutes, rhythm_days in session.execute(query):
        rhythm = _RHYTHM_WORDS.get(rhythm_days, "")
        length = f", {minutes} minutes" if minutes else ""
        title = f"{ties[pair_id].short}: {rhythm}meeting"
        yield _of_pair(UpcomingKind.MEETING, id_, on, title, f"{channel.word}{length}", ties[pair_id])


def _stories(session: Session, ties: dict[int, Tie], period: Period) -> Iterator[UpcomingRow]:
    query = select(Story.id, Story.pair_id, Story.due_on, Story.title)
    for id_, pair_id, on, title in session.execute(query.where(chosen(Story.pair_id, ties))):
        tie = ties[pair_id]
        if on is None or not period.covers(on):
            continue
        yield _of_pair(UpcomingKind.STORY, id_, on, f"Story interview: {tie.short}", title or tie.cohort, tie)


def _of_pair(kind: UpcomingKind, id_: int, on: date, title: str, context: str, tie: Tie) -> UpcomingRow:
    return UpcomingRow(f"{kind.value}:{id_}", on, kind, title, context, tie.id, tie.cohort_id)


def _milestones(session: Session, ties: dict[int, Tie], period: Period) -> Iterator[UpcomingRow]:
    """One row for a milestone of a cohort, on the first day it is due for one of its pairs."""
    active = [tie.id for tie in ties.values() if tie.status is PairStatus.ACTIVE]
    query = (
        select(Milestone.id, Milestone.pair_id, Milestone.title, Milestone.due_on)
        .where(chosen(Milestone.pair_id, active), during(Milestone.due_on, period))
        .where(Milestone.done_on.is_(None), Milestone.skipped_on.is_(None))
        .order_by(Milestone.due_on, Milestone.id)
    )
    groups: defaultdict[tuple[int, str], list[tuple[int, date, Tie]]] = defaultdict(list)
    for id_, pair_id, title, on in session.execute(query):
        tie = ties[pair_id]
        groups[tie.cohort_id or -tie.id, title].append((id_, on, tie))
    for (_, title), found in groups.items():
        id_, on, tie = found[0]
        who = tie.short if len(found) == 1 else f"{counted(len(found), 'pair')} open"
        context = f"{tie.cohort}, {who}" if tie.cohort else who
        only = tie.id if len(found) == 1 else None
        key = f"{UpcomingKind.MILESTONE.value}:{id_}"
        yield UpcomingRow(key, on, UpcomingKind.MILESTONE, f"{title} is due", context, only, tie.cohort_id)


def _anniversaries(alive: Iterable[Tie], period: Period) -> Iterator[UpcomingRow]:
    """1, 5 and then every 5 years, of a start without a day on the first that it may be."""
    for tie in alive:
        if tie.started_on is None or period.last is None:
            continue
        met = anniversary(tie.started_on, period.last, tie.precision)
        if met is not None and period.covers(met[1]):
            title, since = f"{counted(met[0], 'year')}: {tie.short}", since_words(tie.started_on, tie.precision)
            yield _of_pair(UpcomingKind.ANNIVERSARY, tie.id, met[1], title, since, tie)


def _cohorts(session: Session, scope: Scope, alive: Iterable[Tie], period: Period) -> Iterator[UpcomingRow]:
    running = Counter(tie.cohort_id for tie in alive if tie.status is not PairStatus.ENDURING)
    unmatched = Counter(person.cohort_id for person in occasions.unmatched(session, scope))
    query = select(Cohort.id, Cohort.name, Cohort.ends_on, Cohort.matching_closes_on)
    for id_, name, ends_on, closes_on in session.execute(
        query.where(Cohort.closed_on.is_(None), within(Cohort.id, scope))
    ):
        if closes_on is not None and period.covers(closes_on):
            left = f"{name}, {unmatched[id_]} unmatched"
            yield _of_cohort(UpcomingKind.MATCHING_CLOSES, id_, closes_on, "Matching closes", left)
        if period.covers(ends_on):
            pairs = counted(running[id_], "pair") if running[id_] else "No pair is running any more"
            yield _of_cohort(UpcomingKind.COHORT_ENDS, id_, ends_on, f"{name} ends", pairs)


def _of_cohort(kind: UpcomingKind, id_: int, on: date, title: str, context: str) -> UpcomingRow:
    return UpcomingRow(f"{kind.value}:{id_}", on, kind, title, context, None, id_)
