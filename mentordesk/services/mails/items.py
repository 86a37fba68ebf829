"""The mail that the button of an attention item proposes. Sends none."""

from sqlalchemy.orm import Session

from mentordesk.data.tables import CareerMilestone, Person
from mentordesk.domain.attention import AttentionItem, AttentionKind
from mentordesk.domain.dates import day_month
from mentordesk.domain.people import CareerKind
from mentordesk.services.desk import today
from mentordesk.services.mails import introductions, mails, templates
from mentordesk.services.mails.mails import Letter


def letter(session: Session, item: AttentionItem) -> Letter:
    """The mail of an item. Good news goes to the person, with a copy to the other of each pair; a wish to meet somebody
    to the one it goes through."""
    if item.kind is AttentionKind.INTRODUCTION:
        return introductions.ask(session, int(item.key.partition(":")[2]))
    about, pairs = list(item.person_ids), item.pair_ids
    template, values = templates.text(session, _key_of(item)), _values(session, item)
    if item.kind is AttentionKind.LOW_ANSWER:
        return mails.written(session, template, people=about, pairs=pairs, values=values)
    both = [*about, *mails.sides(session, pairs)]
    if item.kind is AttentionKind.GOOD_NEWS and len(about) == 1:
        others = [each for each in both if each not in about]
        return mails.written(session, template, people=about, pairs=pairs, copies=others, values=values)
    return mails.written(session, template, people=both, pairs=pairs, values=values)


def _key_of(item: AttentionItem) -> str:
    together = item.kind is AttentionKind.GOOD_NEWS and len(item.person_ids) > 1
    return "anniversary" if together else item.kind.value


def _values(session: Session, item: AttentionItem) -> dict[str, str]:
    on = today(session)
    first = session.get(Person, item.person_ids[0]) if item.person_ids else None
    return {
        "since": day_month(item.fact_on, on),
        "milestone": item.about,
        "due": day_month(item.due, on) if item.due else "",
        "person": first.name if first else "",
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
