"""Mails that pages propose: to whom, and with which words. Sends none: the mail program does."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.data.records import Milestone
from mentordesk.data.tables import Cohort, Pair, Person, Program
from mentordesk.domain.dates import day_month
from mentordesk.domain.people import first_name
from mentordesk.domain.wording import listed
from mentordesk.exchange.mail import Draft, MailTemplate, fill
from mentordesk.services.desk import today
from mentordesk.services.mails import templates
from mentordesk.services.pairs.pair_counts import chosen

TOGETHER = 2
"""So many people write to each other openly; more do not see each other's addresses."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A draft with the names of those it goes to, of those who get a copy, and of all who have no e-mail address."""

    draft: Draft
    names: tuple[str, ...]
    missing: tuple[str, ...]
    copied: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Person:
    id: int
    name: str
    email: str


def draft(
    session: Session, key: str, *, people: Sequence[int] = (), pairs: Sequence[int] = (), **values: str
) -> Letter:
    """The mail of a template of `domain.mail_templates.TEMPLATES`, for the coordinator to look at.

    To `people`, or to both sides of `pairs` where nobody is named; more than two do not see each other's addresses.
    `pairs` also say the program and the cohort. `values` fill the template's own fields, a blank written as an
    underscore (`due="12 June"`); a field without a value stays as it stands, to be seen. Raises KeyError for a key
    that there is not.
    """
    return written(session, templates.text(session, key), people=people, pairs=pairs, values=values)


def written(
    session: Session,
    template: MailTemplate,
    *,
    people: Sequence[int] = (),
    pairs: Sequence[int] = (),
    copies: Sequence[int] = (),
    values: Mapping[str, str],
) -> Letter:
    """The same with words that are not in the desk yet, or with copies to others: for the preview of a template."""
    to = _people(session, people or sides(session, pairs))
    given = {name.replace("_", " "): value for name, value in values.items()}
    return _letter(session, template, to, pairs, given, _people(session, copies))


def sides(session: Session, pair_ids: Sequence[int]) -> list[int]:
    """Both people of each pair, in the order of the pairs."""
    rows = session.execute(select(Pair.id, Pair.left_id, Pair.right_id).where(chosen(Pair.id, pair_ids)))
    found = {row.id: (row.left_id, row.right_id) for row in rows}
    return [person_id for pair_id in pair_ids for person_id in found.get(pair_id, ())]


def reminder(session: Session, milestone_ids: Sequence[int]) -> Letter:
    """A mail about open milestones to their pairs: that they are past their date where one is, else that they come."""
    query = select(Milestone.pair_id, Milestone.title, Milestone.due_on).where(chosen(Milestone.id, milestone_ids))
    rows = session.execute(query.order_by(Milestone.due_on, Milestone.id)).all()
    overdue = any(row.due_on < today(session) for row in rows)
    days = {row.due_on for row in rows}
    return draft(
        session,
        "milestone_overdue" if overdue else "milestone_due",
        pairs=tuple(dict.fromkeys(row.pair_id for row in rows)),
        milestone=listed(list(dict.fromkeys(row.title for row in rows))),
        due=day_month(min(days), today(session)) if days else "",
    )


def _letter(
    session: Session,
    template: MailTemplate,
    to: Sequence[_Person],
    pairs: Sequence[int],
    values: Mapping[str, str],
    copied: Sequence[_Person] = (),
) -> Letter:
    """The template filled in. Several who do not know each other get blind copies."""
    fields = {**_greetings(to), **_places(session, pairs), **values}
    subject, body = fill(template.subject, fields), fill(template.body, fields)
    seen, hidden = ((), _addresses(to)) if len(to) > TOGETHER else (_addresses(to), ())
    copies = _addresses(copied)
    cc, bcc = (copies, hidden) if len(copied) < TOGETHER else ((), (*hidden, *copies))
    names, others = (tuple(each.name for each in people) for people in (to, copied))
    missing = tuple(each.name for each in (*to, *copied) if not each.email)
    return Letter(Draft(subject, body, seen, cc, bcc), names, missing, others)


def _addresses(people: Sequence[_Person]) -> tuple[str, ...]:
    return tuple(each.email for each in people if each.email)


def _greetings(people: Sequence[_Person]) -> dict[str, str]:
    few = len(people) <= TOGETHER
    first = " and ".join(first_name(person.name) for person in people) if few else "all"
    full = " and ".join(person.name for person in people) if few else "all of you"
    return {"first names": first, "first name": first, "full names": full}


def _places(session: Session, pairs: Sequence[int]) -> dict[str, str]:
    """Program and cohort of the pairs; "your mentoring" where they have none, or several."""
    query = (
        select(Cohort.name, Program.name)
        .select_from(Pair)
        .join(Cohort, Cohort.id == Pair.cohort_id)
        .join(Program, Program.id == Cohort.program_id)
        .where(chosen(Pair.id, pairs))
    )
    found = {(row[0], row[1]) for row in session.execute(query)} if pairs else set()
    cohorts, programs = {cohort for cohort, _ in found}, {program for _, program in found}
    return {"cohort": _only(cohorts), "program": _only(programs)}


def _only(names: set[str]) -> str:
    return names.pop() if len(names) == 1 else "your mentoring"


def _people(session: Session, ids: Sequence[int]) -> list[_Person]:
    """Everybody in their order, nobody twice."""
    columns = select(Person.id, Person.name, Person.email).where(chosen(Person.id, ids))
    found = {row.id: _Person(row.id, row.name, row.email or "") for row in session.execute(columns)}
    return [found[person_id] for person_id in dict.fromkeys(ids) if person_id in found]
