"""Facts about people and cohorts for Today: who is unmatched, what ends, whose career turned. Words nothing."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.data.tables import CareerMilestone, Cohort, Person
from mentordesk.domain import attention_scores
from mentordesk.domain.attention_occasions import CareerTurn, Ending, Unmatched
from mentordesk.domain.attention_ties import Pause, Together, pause_key
from mentordesk.domain.people import CareerKind
from mentordesk.domain.scope import Scope
from mentordesk.domain.standing import PairStatus
from mentordesk.services.pairs import attention_marks, pair_ties
from mentordesk.services.pairs.pair_counts import chosen
from mentordesk.services.pairs.pair_ties import Tie
from mentordesk.services.programs import cohorts
from mentordesk.services.scoping import within

_CHANGES = frozenset(
    {CareerKind.LEAVE, CareerKind.RETURN, CareerKind.TRANSFER, CareerKind.NEW_MANAGER, CareerKind.DEPARTURE}
)


def unmatched(session: Session, scope: Scope) -> list[Unmatched]:
    """Who is to be matched in cohorts that are not over, with the day their matching closes."""
    cohort = session.execute(select(Cohort.id, Cohort.matching_closes_on).where(within(Cohort.id, scope)))
    closes = {found.id: found.matching_closes_on for found in cohort}
    return [
        Unmatched(row.person_id, row.name, row.cohort_id, row.cohort, row.enrolled_on, closes[row.cohort_id], row.role)
        for row in cohorts.unmatched(session, scope)
    ]


def endings(session: Session, scope: Scope, alive: Iterable[Tie]) -> list[Ending]:
    """The cohorts that are not closed, with their pairs that are active or paused."""
    running: defaultdict[int | None, list[int]] = defaultdict(list)
    for tie in alive:
        if tie.status is not PairStatus.ENDURING:
            running[tie.cohort_id].append(tie.id)
    query = select(Cohort.id, Cohort.name, Cohort.ends_on).where(Cohort.closed_on.is_(None), within(Cohort.id, scope))
    return [Ending(id_, name, ends_on, tuple(running[id_])) for id_, name, ends_on in session.execute(query)]


def career_turns(session: Session, alive: Sequence[Tie], on: date) -> list[CareerTurn]:
    """The career milestones around this day of everyone who is in a tie that holds."""
    near = timedelta(days=attention_scores.CHANGE_DAYS)
    people = {person_id for tie in alive for person_id in (tie.left_id, tie.right_id)}
    turn = CareerMilestone
    query = (
        select(turn.id, turn.person_id, Person.name, turn.kind, turn.day, turn.title)
        .join(Person, Person.id == turn.person_id)
        .where(turn.day.between(on - near, on + near), chosen(turn.person_id, people))
        .order_by(turn.id)
    )
    found = session.execute(query).all()
    ties = pair_ties.of_people(session, {row.person_id for row in found}) if found else []
    own = {row.person_id: pair_ties.of_person(ties, row.person_id) for row in found}
    held = {tie.id for tie in alive}
    return [
        CareerTurn(
            *row,
            ties=_tie_words(own[row.person_id], row.person_id, row.kind),
            pair_ids=tuple(tie.id for tie in own[row.person_id] if tie.id in held),
        )
        for row in found
    ]


def _tie_words(ties: Sequence[Tie], person_id: int, kind: CareerKind) -> str:
    """Good news names what the person is to whom, a change the people it concerns; two of them are enough."""
    if kind in _CHANGES:
        running = [tie for tie in ties if tie.status is not PairStatus.COMPLETED][:2]
        return f"With {' and '.join(tie.with_words(person_id) for tie in running)}" if running else ""
    words = ", ".join(tie.words_for(person_id) for tie in ties[:2])
    return words[:1].upper() + words[1:]


def together(alive: Iterable[Tie]) -> Iterable[Together]:
    """The ties that hold, as far as their start is known, for their anniversaries."""
    for tie in alive:
        if tie.started_on is not None:
            people = (tie.left_id, tie.right_id, tie.left, tie.right)
            yield Together(tie.id, *people, tie.started_on, tie.precision, tie.cohort_id)


def pauses(session: Session, alive: Iterable[Tie]) -> list[Pause]:
    """The paused ties for which somebody has named a day to take them up again."""
    until = attention_marks.pauses(session)
    return [
        Pause(tie.id, tie.left_id, tie.right_id, tie.left, tie.right, until[key], tie.cohort_id, tie.cohort)
        for tie in alive
        if tie.status is PairStatus.PAUSED and (key := pause_key(tie.id)) in until
    ]
