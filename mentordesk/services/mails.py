"""Mails that Today and Milestones propose: to whom, and with which words. Sends none: the mail program does."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk import paths
from mentordesk.data.records import MailTemplate as StoredTemplate
from mentordesk.data.records import Milestone
from mentordesk.data.tables import CareerMilestone, Pair, Person
from mentordesk.domain.attention import AttentionItem, AttentionKind
from mentordesk.domain.dates import day_month
from mentordesk.domain.people import CareerKind, first_name
from mentordesk.domain.wording import listed
from mentordesk.exchange.mail import Draft, MailTemplate, fill
from mentordesk.services.desk import today
from mentordesk.services.pair_counts import chosen

_ONE_PERSON = frozenset({AttentionKind.LOW_ANSWER, AttentionKind.GOOD_NEWS})


@dataclass(frozen=True, slots=True)
class Letter:
    """A draft with the names of those it goes to, and of those who have no e-mail address in the desk."""

    draft: Draft
    names: tuple[str, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Person:
    id: int
    name: str
    email: str


def letter(session: Session, item: AttentionItem) -> Letter:
    """The mail that an item's button proposes. People of several pairs do not see each other's addresses."""
    people = _addressees(session, item)
    several = len(item.pair_ids) > 1 and item.kind not in _ONE_PERSON
    return _written(people, _template(session, _name_of(item)), _fields(session, item, people), several)


def reminder(session: Session, milestone_ids: Sequence[int]) -> Letter:
    """A mail about open milestones to their pairs: that they are past their date where one is, else that they come."""
    query = select(Milestone.pair_id, Milestone.title, Milestone.due_on).where(chosen(Milestone.id, milestone_ids))
    rows = session.execute(query.order_by(Milestone.due_on, Milestone.id)).all()
    pair_ids = tuple(dict.fromkeys(row.pair_id for row in rows))
    people = _people(session, _of_pairs(session, pair_ids))
    overdue = any(row.due_on < today(session) for row in rows)
    days = {row.due_on for row in rows}
    fields = {
        "first names": _greeted(people),
        "milestone": listed(list(dict.fromkeys(row.title for row in rows))),
        "due": day_month(min(days), today(session)) if days else "",
    }
    template = _template(session, "milestone_overdue" if overdue else "milestone_due")
    return _written(people, template, fields, several=len(pair_ids) > 1)


def _written(people: Sequence[_Person], template: MailTemplate, fields: dict[str, str], several: bool) -> Letter:
    """The template filled in; people of several pairs get blind copies."""
    subject, body = fill(template.subject, fields), fill(template.body, fields)
    addresses = tuple(person.email for person in people if person.email)
    draft = Draft(subject, body, bcc=addresses) if several else Draft(subject, body, to=addresses)
    names = tuple(person.name for person in people)
    return Letter(draft, names, tuple(person.name for person in people if not person.email))


def _addressees(session: Session, item: AttentionItem) -> list[_Person]:
    """One person of an item about one, else everybody of its pairs, in their order, nobody twice."""
    pairs = () if item.kind in _ONE_PERSON else item.pair_ids
    return _people(session, [*item.person_ids, *_of_pairs(session, pairs)])


def _of_pairs(session: Session, pair_ids: Sequence[int]) -> list[int]:
    rows = session.execute(select(Pair.id, Pair.left_id, Pair.right_id).where(chosen(Pair.id, pair_ids)))
    sides = {row.id: (row.left_id, row.right_id) for row in rows}
    return [person_id for pair_id in pair_ids for person_id in sides.get(pair_id, ())]


def _people(session: Session, ids: Sequence[int]) -> list[_Person]:
    columns = select(Person.id, Person.name, Person.email).where(chosen(Person.id, ids))
    found = {row.id: _Person(row.id, row.name, row.email or "") for row in session.execute(columns)}
    return [found[person_id] for person_id in dict.fromkeys(ids) if person_id in found]


def _name_of(item: AttentionItem) -> str:
    together = item.kind is AttentionKind.GOOD_NEWS and len(item.person_ids) > 1
    return "anniversary" if together else item.kind.value


def _template(session: Session, name: str) -> MailTemplate:
    """The desk's own text, or the one that comes with the program."""
    query = select(StoredTemplate.subject, StoredTemplate.body).where(StoredTemplate.name == name)
    own = session.execute(query).one_or_none()
    return MailTemplate(own.subject, own.body) if own else _templates()[name]


@cache
def _templates() -> dict[str, MailTemplate]:
    values = tomllib.loads((paths.resources() / "mail.toml").read_text(encoding="utf-8"))
    return {name: MailTemplate(text["subject"], text["body"].strip()) for name, text in values.items()}


def _fields(session: Session, item: AttentionItem, people: Sequence[_Person]) -> dict[str, str]:
    about = next((person.name for person in people if person.id in item.person_ids), "")
    return {
        "first names": _greeted(people),
        "since": day_month(item.fact_on, today(session)),
        "milestone": item.about,
        "person": about,
        "news": _news(session, item) if item.kind is AttentionKind.GOOD_NEWS else item.title,
        "years": item.title.partition(":")[0],
    }


def _greeted(people: Sequence[_Person]) -> str:
    if len(people) > 2:
        return "all"
    return " and ".join(first_name(person.name) for person in people)


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
