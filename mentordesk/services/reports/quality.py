"""What is missing in the desk or does not fit together, as a list to work through. Changes nothing."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session, aliased

from mentordesk.data.records import Contact, Exchange
from mentordesk.data.tables import Cohort, Enrollment, NotSame, Pair, Person
from mentordesk.domain.pairs import pair_name
from mentordesk.domain.people import PersonStatus
from mentordesk.domain.report_lists import QualityLine
from mentordesk.domain.scope import EVERYTHING, Scope
from mentordesk.domain.standing import PairStatus
from mentordesk.domain.text import fold
from mentordesk.domain.wording import counted
from mentordesk.services.desk import today
from mentordesk.services.places import places
from mentordesk.services.scoping import begun, within

SILENT_DAYS = 30
"""An active pair of this many days without one contact on record: they met and nobody wrote it down, or never met."""
_WANTED = (("department", "department"), ("level", "level"), ("hired_on", "hire date"))
_OPEN = (PairStatus.ACTIVE, PairStatus.PAUSED)


def findings(session: Session, scope: Scope = EVERYTHING) -> list[QualityLine]:
    """Everything found in a scope: people first, then pairs, then their entries."""
    checks: tuple[Callable[[Session, Scope], Iterable[QualityLine]], ...] = (
        *(_unreachable, _incomplete, _namesakes, _overbooked),
        *(_with_leavers, _in_finished_cohorts, _without_contact, _without_start),
        *(_outside_contacts, _outside_exchanges, _doubled_contacts),
    )
    return [line for check in checks for line in check(session, scope)]


def _of_scope(scope: Scope) -> ColumnElement[bool]:
    """The people of a scope: enrolled in it or of one of its pairs; of the whole desk everybody."""
    if scope == EVERYTHING:
        return Person.id.is_not(None)
    enrolled = select(Enrollment.person_id).where(within(Enrollment.cohort_id, scope))
    of_pairs = (select(side).where(within(Pair.cohort_id, scope)) for side in (Pair.left_id, Pair.right_id))
    return or_(Person.id.in_(enrolled), *(Person.id.in_(query) for query in of_pairs))


def _people(session: Session, scope: Scope, *columns: Any) -> Iterable[Any]:
    query = select(Person.id, Person.name, *columns).where(_of_scope(scope), Person.status != PersonStatus.LEFT)
    return session.execute(query.order_by(func.lower(Person.name), Person.id))


def _person(finding: str, id_: int, name: str, what: str, advice: str, cohort: str = "") -> QualityLine:
    return QualityLine("People", finding, name, cohort, what, advice, person_id=id_)


def _unreachable(session: Session, scope: Scope) -> Iterator[QualityLine]:
    for id_, name, email in _people(session, scope, Person.email):
        if not email:
            what = "No e-mail address: mails cannot be written and answers not matched."
            yield _person("No e-mail address", id_, name, what, "Add it in People, or import the roster again.")


def _incomplete(session: Session, scope: Scope) -> Iterator[QualityLine]:
    columns = (getattr(Person, name) for name, _ in _WANTED)
    for id_, name, external, *values in _people(session, scope, Person.external, *columns):
        missing = [word for (_, word), value in zip(_WANTED, values, strict=True) if value in (None, "")]
        if missing and not external:
            what = f"Missing: {', '.join(missing)}."
            advice = "Import the HR export: matching and comparisons with non-participants need it."
            yield _person("Incomplete", id_, name, what, advice)


def _namesakes(session: Session, scope: Scope) -> Iterator[QualityLine]:
    apart = {tuple(found) for found in session.execute(select(NotSame.first_id, NotSame.second_id))}
    alike: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for id_, name in _people(session, scope):
        alike[fold(name)].append((id_, name))
    for several in alike.values():
        ids = sorted(id_ for id_, _ in several)
        open_ = any((a, b) not in apart for place, a in enumerate(ids) for b in ids[place + 1 :])
        if len(several) > 1 and open_:
            what = f"{len(several)} people have this name: perhaps one person twice."
            yield _person("Same name", *several[0], what, "Compare them in People; merge them or say they differ.")


def _overbooked(session: Session, scope: Scope) -> Iterator[QualityLine]:
    used = places(session, within(Cohort.id, scope)).used
    enrolled = (
        select(Cohort.id, Cohort.name, Person.id, Person.name, Enrollment.role, Enrollment.capacity)
        .join(Cohort, Cohort.id == Enrollment.cohort_id)
        .join(Person, Person.id == Enrollment.person_id)
        .where(within(Cohort.id, scope))
        .order_by(func.lower(Person.name), Enrollment.id)
    )
    for cohort_id, cohort, id_, name, role, capacity in session.execute(enrolled):
        if (taken := used[cohort_id, id_, role]) > capacity:
            what = f"{counted(taken, 'pair')} and {counted(capacity, 'place')}."
            yield _person("More pairs than places", id_, name, what, "Raise the places, or end a pair.", cohort)


def _pairs(session: Session, scope: Scope, *conditions: Any) -> Iterable[Any]:
    left, right = aliased(Person), aliased(Person)
    query = (
        select(
            *(Pair.id, left.name, right.name, func.coalesce(Cohort.name, ""), Pair.status, Pair.started_on),
            *(Pair.ended_on, Cohort.ends_on, left.status, right.status),
        )
        .join(left, left.id == Pair.left_id)
        .join(right, right.id == Pair.right_id)
        .outerjoin(Cohort, Cohort.id == Pair.cohort_id)
        .where(within(Pair.cohort_id, scope), *conditions)
        .order_by(func.lower(left.name), Pair.id)
    )
    return session.execute(query)


def _pair(finding: str, found: Any, what: str, advice: str, area: str = "Pairs") -> QualityLine:
    id_, left, right, cohort = found[:4]
    return QualityLine(area, finding, pair_name(left, right), cohort, what, advice, pair_id=id_)


def _with_leavers(session: Session, scope: Scope) -> Iterator[QualityLine]:
    for found in _pairs(session, scope, Pair.status.in_(_OPEN)):
        if PersonStatus.LEFT in found[8:]:
            what = f"The pair is {found[4].value}, and one of the two has left the company."
            yield _pair("One has left", found, what, "End the pair, or let it go on as enduring.")


def _in_finished_cohorts(session: Session, scope: Scope) -> Iterator[QualityLine]:
    on = today(session)
    for found in _pairs(session, scope, Pair.status.in_(_OPEN), Cohort.ends_on < on):
        what = f"The cohort ended {(on - found[7]).days} days ago, and the pair is still {found[4].value}."
        yield _pair("Cohort is over", found, what, "Close it: completed, enduring or ended.")


def _without_contact(session: Session, scope: Scope) -> Iterator[QualityLine]:
    before = today(session) - timedelta(days=SILENT_DAYS)
    silent = ~select(Contact.id).where(Contact.pair_id == Pair.id).exists()
    for found in _pairs(session, scope, Pair.status == PairStatus.ACTIVE, Pair.started_on <= before, silent):
        what = f"Active for {(today(session) - found[5]).days} days, and no contact is on record."
        yield _pair("No contact on record", found, what, "Ask both, and log what they tell.")


def _without_start(session: Session, scope: Scope) -> Iterator[QualityLine]:
    for found in _pairs(session, scope, begun(), Pair.started_on.is_(None)):
        yield _pair(
            "No start date", found, "It is not known when they began.", "Add the day, month or year they began."
        )


def _outside(table: Any) -> ColumnElement[bool]:
    found: ColumnElement[bool] = (table.day < Pair.started_on) | (table.day > Pair.ended_on)
    return found


def _outside_contacts(session: Session, scope: Scope) -> Iterator[QualityLine]:
    return _outside_entries(session, scope, Contact, "contact")


def _outside_exchanges(session: Session, scope: Scope) -> Iterator[QualityLine]:
    return _outside_entries(session, scope, Exchange, "exchange")


def _outside_entries(session: Session, scope: Scope, table: Any, noun: str) -> Iterator[QualityLine]:
    query = select(Pair.id, func.count()).join(table, table.pair_id == Pair.id)
    query = query.where(within(Pair.cohort_id, scope), _outside(table)).group_by(Pair.id)
    number = {id_: count for id_, count in session.execute(query)}  # noqa: C416 - rows are no pairs
    if number:
        for found in _pairs(session, scope, Pair.id.in_(query.with_only_columns(Pair.id))):
            what = f"{counted(number[found[0]], noun)} before the pair began or after it ended."
            yield _pair(f"{noun.capitalize()} outside the pair's time", found, what, "Check the days.", "Entries")


def _doubled_contacts(session: Session, scope: Scope) -> Iterator[QualityLine]:
    same = (
        select(Contact.pair_id)
        .join(Pair, Pair.id == Contact.pair_id)
        .where(within(Pair.cohort_id, scope))
        .group_by(Contact.pair_id, Contact.day, Contact.channel, Contact.minutes, Contact.note)
        .having(func.count() > 1)
    )
    number = Counter(session.scalars(same))
    if number:
        for found in _pairs(session, scope, Pair.id.in_(same)):
            what = f"{counted(number[found[0]], 'contact')} entered twice, with the same day, channel and length."
            yield _pair("Entered twice", found, what, "Remove one of the two.", "Entries")
