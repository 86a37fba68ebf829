"""What on Today needs a hand, for a scope: gathers the facts, the domain words and ranks them. Items can be put off."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.data.records import CheckIn
from mentordesk.domain import (
    attention_fit,
    attention_introductions,
    attention_occasions,
    attention_pairs,
    attention_ties,
)
from mentordesk.domain.attention import AttentionItem, hide_until, rank, visible
from mentordesk.domain.attention_pairs import Account, OverdueMilestone, Silence
from mentordesk.domain.balance import Balance
from mentordesk.domain.errors import FieldError
from mentordesk.domain.health import Answers
from mentordesk.domain.programs import Format, StepOwner
from mentordesk.domain.scope import EVERYTHING, Scope
from mentordesk.domain.standing import PairStatus, Side
from mentordesk.domain.today import FormatBalance
from mentordesk.services.desk import name_step, today
from mentordesk.services.pairs import attention_marks, introductions, pair_facts, pair_fits, pair_ties
from mentordesk.services.pairs.pair_counts import FOUR, answered, chosen
from mentordesk.services.pairs.pair_facts import PairRecord
from mentordesk.services.pairs.pair_ties import Tie
from mentordesk.services.today import occasions
from mentordesk.services.today.upcoming import upcoming as upcoming


def items(session: Session, scope: Scope = EVERYTHING) -> tuple[AttentionItem, ...]:
    """Everything that needs a hand now, most urgent first, without what was put off or handled."""
    return of(session, scope, pair_facts.load(session, scope, [PairStatus.ACTIVE]), pair_ties.alive(session, scope))


def of(session: Session, scope: Scope, active: Sequence[PairRecord], alive: Sequence[Tie]) -> tuple[AttentionItem, ...]:
    """The same from facts that are loaded already: of the active pairs and of all ties that hold."""
    on = today(session)
    found = [
        *attention_pairs.no_contact(_silences(active), on),
        *attention_pairs.low_answers(_low_check_ins(session, active), on),
        *attention_fit.fits(pair_fits.latest(session, active), on),
        *attention_pairs.one_sided(_accounts(active)),
        *attention_pairs.overdue_milestones(_overdue(active), on),
        *attention_occasions.unmatched(occasions.unmatched(session, scope), on),
        *attention_occasions.cohort_ends(occasions.endings(session, scope, alive), on),
        *attention_occasions.career_turns(occasions.career_turns(session, alive, on), on),
        *attention_introductions.waiting(introductions.open_requests(session, scope), on),
        *attention_ties.anniversaries(occasions.together(alive), on),
        *attention_ties.pauses_over(occasions.pauses(session, alive), on),
    ]
    return visible(rank(found), attention_marks.hidden(session), on)


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


def _check_in(record: PairRecord, side: Side, given: Sequence[tuple[date, Answers, str]]) -> attention_pairs.CheckIn:
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
        OverdueMilestone(record.subject, it.title, it.due_on, it.step_id, it.owner is StepOwner.COORDINATOR)
        for record in active
        for it in record.overdue
    )


def by_format(session: Session, scope: Scope = EVERYTHING) -> tuple[FormatBalance, ...]:
    """Points of the balance window by format, over the pairs whose points the figures count."""
    return formats_of(pair_facts.current(session, scope))


def formats_of(records: Sequence[PairRecord]) -> tuple[FormatBalance, ...]:
    """The same from facts that are loaded already: of the current pairs of one scope, or of all."""
    counted = [record.row for record in records if record.row.status is PairStatus.ACTIVE]
    if not counted:
        counted = [record.row for record in records if record.row.begun]
    found = []
    for format_ in Format:
        pairs = [row for row in counted if row.format is format_]
        balance = Balance(sum(row.left_points for row in pairs), sum(row.right_points for row in pairs))
        found += [FormatBalance(format_, len(pairs), balance)] if pairs else []
    return tuple(found)


def snooze(session: Session, key: str, until: date, title: str = "") -> None:
    """Put an item off: it comes back on that day if its fact still holds. Raises FieldError for `until`.

    `title` is what the step calls the item.
    """
    on = today(session)
    if until <= on:
        week = on + timedelta(days=7)
        raise FieldError("until", "Choose a day to come.", proposal=week)
    attention_marks.put(session, key, until, handled=False)
    name_step(session, f"Snooze {_called(title)}")


def handle(session: Session, key: str, title: str = "") -> None:
    """Note that an item was seen to: it comes back after 14 days if its fact still holds.

    `title` is what the step calls the item.
    """
    attention_marks.put(session, key, hide_until(today(session)), handled=True)
    name_step(session, f"Mark {_called(title)} as handled")


def _called(title: str) -> str:
    """Without the fact where it names people: the Edit menu has no room for both."""
    return f"“{title.partition(': ')[0]}”" if title else "an item of Today"
