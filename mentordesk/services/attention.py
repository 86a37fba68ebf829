"""What on Today needs a hand, for a scope: gathers the facts, the domain words and ranks them. Items can be put off."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.data.records import AttentionMark, CheckIn
from mentordesk.data.tables import CareerMilestone, Cohort, Person
from mentordesk.domain import attention_occasions, attention_pairs
from mentordesk.domain.attention import AttentionItem, hide_until, rank, visible
from mentordesk.domain.attention_occasions import CareerTurn, Ending, Together, Unmatched
from mentordesk.domain.attention_pairs import Account, OverdueMilestone, Silence
from mentordesk.domain.errors import FieldError
from mentordesk.domain.health import Answers
from mentordesk.domain.people import CareerKind
from mentordesk.domain.scope import EVERYTHING, Scope
from mentordesk.domain.standing import PairStatus, Side
from mentordesk.services import cohorts, pair_facts, pair_ties
from mentordesk.services.desk import name_step, today
from mentordesk.services.pair_counts import FOUR, answered, chosen
from mentordesk.services.pair_facts import PairRecord
from mentordesk.services.pair_ties import Tie
from mentordesk.services.scoping import within


def items(session: Session, scope: Scope = EVERYTHING) -> tuple[AttentionItem, ...]:
    """Everything that needs a hand now, most urgent first, without what was put off or handled."""
    return of(session, scope, pair_facts.load(session, scope, [PairStatus.ACTIVE]), pair_ties.alive(session, scope))


def of(
    session: Session, scope: Scope, active: Sequence[PairRecord], alive: Sequence[Tie]
) -> tuple[AttentionItem, ...]:
    """The same from facts that are loaded already: of the active pairs and of all ties that hold."""
    on = today(session)
    found = [
        *attention_pairs.no_contact(_silences(active), on),
        *attention_pairs.low_answers(_low_check_ins(session, active), on),
        *attention_pairs.one_sided(_accounts(active)),
        *attention_pairs.overdue_milestones(_overdue(active), on),
        *attention_occasions.unmatched(unmatched(session, scope), on),
        *attention_occasions.cohort_ends(_endings(session, scope, alive), on),
        *attention_occasions.career_turns(_career_turns(session, alive, on), on),
        *attention_occasions.anniversaries(together(alive), on),
    ]
    return visible(rank(found), _hidden(session), on)


def _silences(active: Iterable[PairRecord]) -> Iterable[Silence]:
    return (
        Silence(
            record.subject,
            record.assessment,
            record.row.started_on,
            record.row.last_contact_on,
            record.marks.last_channel,
        )
        for record in active
        if record.row.started_on is not None
    )


def _low_check_ins(session: Session, active: Iterable[PairRecord]) -> list[attention_pairs.CheckIn]:
    """The newest check-in of each side, with the one before, of the pairs where trust or value is low."""
    low = {record.row.id: record for record in active if _rates_low(record)}
    if not low:
        return []
    query = select(CheckIn.pair_id, CheckIn.side, CheckIn.day, *FOUR, CheckIn.comment)
    newest_first = query.where(chosen(CheckIn.pair_id, low), answered()).order_by(CheckIn.day.desc(), CheckIn.id.desc())
    sides: defaultdict[tuple[int, Side], list[tuple[date, Answers, str]]] = defaultdict(list)
    for pair_id, side, day, trust, value, balance, progress, comment in session.execute(newest_first):
        sides[pair_id, side].append((day, Answers(trust, value, balance, progress), comment))
    return [_check_in(low[pair_id], side, given) for (pair_id, side), given in sides.items()]


def _rates_low(record: PairRecord) -> bool:
    limit = record.facts.thresholds.answer_risk
    sides = (record.facts.left_answers, record.facts.right_answers)
    answers = [answer for side in sides if side for answer in (side.trust, side.value)]
    return any(answer is not None and answer <= limit for answer in answers)


def _check_in(
    record: PairRecord, side: Side, given: Sequence[tuple[date, Answers, str]]
) -> attention_pairs.CheckIn:
    on, answers, comment = given[0]
    before_on, before = (given[1][0], given[1][1]) if len(given) > 1 else (None, None)
    return attention_pairs.CheckIn(record.subject, side, on, answers, before_on, before, comment)


def _accounts(active: Iterable[PairRecord]) -> Iterable[Account]:
    for record in active:
        if record.newest_exchange_on is not None:
            left, right = record.facts.left_answers, record.facts.right_answers
            rates = (left.balance if left else None, right.balance if right else None)
            yield Account(record.subject, record.facts.balance, record.newest_exchange_on, *rates)


def _overdue(active: Iterable[PairRecord]) -> Iterable[OverdueMilestone]:
    return (
        OverdueMilestone(record.subject, milestone.title, milestone.due_on, milestone.step_id)
        for record in active
        for milestone in record.overdue
    )


def unmatched(session: Session, scope: Scope) -> list[Unmatched]:
    """Accepted mentees and peers of cohorts that are not over, who have no pair."""
    query = select(Cohort.id, Cohort.matching_closes_on).where(
        Cohort.closed_on.is_(None), Cohort.ends_on >= today(session), within(Cohort.id, scope)
    )
    closes = {cohort_id: day for cohort_id, day in session.execute(query)}
    return [
        Unmatched(row.person_id, row.name, row.cohort_id, row.cohort, row.enrolled_on, closes[row.cohort_id], row.role)
        for row in cohorts.unmatched(session, scope)
        if row.cohort_id in closes
    ]


def _endings(session: Session, scope: Scope, alive: Iterable[Tie]) -> list[Ending]:
    running: defaultdict[int | None, list[int]] = defaultdict(list)
    for tie in alive:
        if tie.status is not PairStatus.ENDURING:
            running[tie.cohort_id].append(tie.id)
    query = select(Cohort.id, Cohort.name, Cohort.ends_on).where(Cohort.closed_on.is_(None), within(Cohort.id, scope))
    return [Ending(id_, name, ends_on, tuple(running[id_])) for id_, name, ends_on in session.execute(query)]


def _career_turns(session: Session, alive: Sequence[Tie], on: date) -> list[CareerTurn]:
    near = timedelta(days=attention_occasions.CHANGE_DAYS)
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
    if kind in attention_occasions.QUESTIONS:
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


def _hidden(session: Session) -> dict[str, date]:
    query = select(AttentionMark.key, AttentionMark.hidden_until).where(AttentionMark.hidden_until > today(session))
    return {key: until for key, until in session.execute(query)}


def snooze(session: Session, key: str, until: date) -> None:
    """Put an item off: it comes back on that day if its fact still holds. Raises FieldError for `until`."""
    on = today(session)
    if until <= on:
        week = on + timedelta(days=7)
        raise FieldError("until", "Choose a day to come.", proposal=week)
    _mark(session, key, until, handled=False)
    name_step(session, "Snooze an item of Today")


def handle(session: Session, key: str) -> None:
    """Note that an item was seen to: it comes back after 14 days if its fact still holds."""
    _mark(session, key, hide_until(today(session)), handled=True)
    name_step(session, "Mark an item of Today as handled")


def _mark(session: Session, key: str, until: date, *, handled: bool) -> None:
    mark = session.scalars(select(AttentionMark).where(AttentionMark.key == key)).one_or_none()
    if mark is None:
        mark = AttentionMark(key=key)
        session.add(mark)
    mark.hidden_until, mark.marked_on, mark.handled = until, today(session), handled
