"""Mails that pages propose: to whom, and with which words. Sends none: the mail program does."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk.data.records import Milestone
from mentordesk.data.tables import CareerMilestone, Cohort, Pair, Person, Program
from mentordesk.domain.attention import AttentionItem, AttentionKind
from mentordesk.domain.dates import day_month
from mentordesk.domain.people import CareerKind, first_name
from mentordesk.domain.wording import listed
from mentordesk.exchange.mail import Draft, MailTemplate, fill
from mentordesk.services import mail_templates
from mentordesk.services.desk import today
from mentordesk.services.pair_counts import chosen

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
    return written(session, mail_templates.text(session, key), people=people, pairs=pairs, **values)


def written(
    session: Session, template: MailTemplate, *, people: Sequence[int] = (), pairs: Sequence[int] = (), **values: str
) -> Letter:
    """The same with words that are not in the desk yet: for the preview of a template."""
    to = _people(session, people or _of_pairs(session, pairs))
    given = {name.replace("_", " "): value for name, value in values.items()}
    return _letter(session, template, to, pairs, given)


def letter(session: Session, item: AttentionItem) -> Letter:
    """The mail that an item's button proposes. Good news goes to the person, with a copy to the other of each pair; a
    wish to meet somebody to the one it goes through."""
    if item.kind is AttentionKind.INTRODUCTION:
        from mentordesk.services import introduction_mails

        return introduction_mails.ask(session, int(item.key.partition(":")[2]))
    about = _people(session, item.person_ids)
    pairs = item.pair_ids
    template = mail_templates.text(session, _key_of(item))
    values = _values(session, item, about)
    if item.kind is AttentionKind.LOW_ANSWER:
        return _letter(session, template, about, pairs, values)
    both = _people(session, [*item.person_ids, *_of_pairs(session, pairs)])
    if item.kind is AttentionKind.GOOD_NEWS and len(about) == 1:
        return _letter(session, template, about, pairs, values, [each for each in both if each not in about])
    return _letter(session, template, both, pairs, values)


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


def _of_pairs(session: Session, pair_ids: Sequence[int]) -> list[int]:
    rows = session.execute(select(Pair.id, Pair.left_id, Pair.right_id).where(chosen(Pair.id, pair_ids)))
    sides = {row.id: (row.left_id, row.right_id) for row in rows}
    return [person_id for pair_id in pair_ids for person_id in sides.get(pair_id, ())]


def _people(session: Session, ids: Sequence[int]) -> list[_Person]:
    """Everybody in their order, nobody twice."""
    columns = select(Person.id, Person.name, Person.email).where(chosen(Person.id, ids))
    found = {row.id: _Person(row.id, row.name, row.email or "") for row in session.execute(columns)}
    return [found[person_id] for person_id in dict.fromkeys(ids) if person_id in found]


def _key_of(item: AttentionItem) -> str:
    together = item.kind is AttentionKind.GOOD_NEWS and len(item.person_ids) > 1
    return "anniversary" if together else item.kind.value


def _values(session: Session, item: AttentionItem, about: Sequence[_Person]) -> dict[str, str]:
    on = today(session)
    return {
        "since": day_month(item.fact_on, on),
        "milestone": item.about,
        "due": day_month(item.due, on) if item.due else "",
        "person": about[0].name if about else "",
        "news": _news(session, item) if item.kind is AttentionKind.GOOD_NEWS else item.title,
        "years": item.title.partition(":")[0],
        "when": "a day this week or next",
    }


def _news(session: Session, item: AttentionItem) -> str:
    """Good news said to the person: "You are VP Logistics now"."""
    number = item.key.removeprefix("career:")
    turn = session.get(CareerMilestone, int(number)) if number.isdigit() else None
    if turn is None:
        return item.title
    title = turn.title.strip()
    if turn.kind is CareerKind.AWARD:
        return f"You received {title or 'an award'}"
    if turn.kind is CareerKind.ANNIVERSARY:
        return f"You celebrate {title or 'an anniversary'}"
    return f"You are {title} now" if title else "You have a new role"
