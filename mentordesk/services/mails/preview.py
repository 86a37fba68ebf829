"""How a mail template reads for a real pair, with examples for what only an occasion brings. Changes nothing."""

from datetime import date, time, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mentordesk.data.records import Contact, Milestone, Story
from mentordesk.data.tables import Pair, Person
from mentordesk.domain.dates import day_month
from mentordesk.domain.mail_templates import COMMON, FIELDS
from mentordesk.domain.talks import next_workday, when_words
from mentordesk.domain.wording import counted
from mentordesk.exchange.mail import MailTemplate
from mentordesk.services.desk import today
from mentordesk.services.mails import mails
from mentordesk.services.mails.mails import Letter
from mentordesk.services.pairs import pair_listing
from mentordesk.services.pairs.pair_lookup import find, names

_TO_ONE = frozenset({"good_news", "low_answer"})
_SOON = timedelta(days=14)


def pairs(session: Session) -> list[tuple[int, str]]:
    """The pairs a preview may show, active ones first."""
    return [(pair.id, pair.name) for pair in pair_listing.started(session)]


def preview(session: Session, key: str, subject: str, body: str, pair_id: int) -> Letter:
    """The mail as this pair would get it. Raises NotFoundError."""
    pair = find(session, pair_id)
    people = (pair.left_id,) if key in _TO_ONE else (pair.left_id, pair.right_id)
    words = MailTemplate(subject, body)
    values = {**_placeholders(), **_examples(session, key, pair)}
    return mails.written(session, words, people=people, pairs=(pair.id,), values=values)


def _placeholders() -> dict[str, str]:
    """For fields without an example: what will stand there."""
    own = set(FIELDS).difference(COMMON)
    return {name: f"[{FIELDS[name][:1].lower()}{FIELDS[name][1:]}]" for name in own}


def _examples(session: Session, key: str, pair: Pair) -> dict[str, str]:
    on, (left, right) = today(session), names(session, pair)
    coming = f"{left} starts parental leave on {day_month(on + _SOON, on)}"
    introducer = session.get(Person, pair.introduced_by_id) if pair.introduced_by_id else None
    return {
        "since": day_month(_last_contact(session, pair) or pair.started_on or on, on),
        "person": left,
        "news": coming if key == "career_change" else "You are Team lead now",
        "years": counted(max(1, (on - (pair.started_on or on)).days // 365), "year"),
        "pair": f"the pair of {left} and {right}",
        "when": when_words(next_workday(on), time(10)),
        "other": right,
        "through": introducer.name if introducer else "A colleague",
        "about": "You both know what it is to build a team from nothing.",
        **_milestone(session, pair, on),
        **_story(session, pair, left),
    }


def _last_contact(session: Session, pair: Pair) -> date | None:
    return session.scalar(select(func.max(Contact.day)).where(Contact.pair_id == pair.id))


def _milestone(session: Session, pair: Pair, on: date) -> dict[str, str]:
    """The next open one, or an example."""
    still_open = Milestone.done_on.is_(None), Milestone.skipped_on.is_(None)
    query = select(Milestone.title, Milestone.due_on).where(Milestone.pair_id == pair.id, *still_open)
    found = session.execute(query.order_by(Milestone.due_on, Milestone.id).limit(1)).one_or_none()
    title, due = (found.title, found.due_on) if found else ("Skill swap", on + _SOON)
    return {"milestone": title, "due": day_month(due, on)}


def _story(session: Session, pair: Pair, left: str) -> dict[str, str]:
    found = session.execute(select(Story.title, Story.pull_quote).where(Story.pair_id == pair.id)).one_or_none()
    title, quote = (found.title, found.pull_quote) if found else ("", "")
    return {
        "title": title or f"What {left} learned",
        "quote": quote or "I came for advice and stayed for the questions",
    }
