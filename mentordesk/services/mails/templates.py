"""The words of the mails that this desk proposes: its own, or those that come with the program."""

import tomllib
from functools import cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentordesk import paths
from mentordesk.data.records import MailTemplate as StoredTemplate
from mentordesk.domain import mail_templates
from mentordesk.domain.mail_templates import TEMPLATES, TemplateRow
from mentordesk.exchange.mail import MailTemplate
from mentordesk.services.desk import name_step


def rows(session: Session) -> list[TemplateRow]:
    """Every template as it reads now, in the order of the list."""
    own = {stored.name: stored for stored in session.scalars(select(StoredTemplate))}
    return [_row(key, MailTemplate(own[key].subject, own[key].body) if key in own else None) for key in TEMPLATES]


def _row(key: str, own: MailTemplate | None) -> TemplateRow:
    kind, text = TEMPLATES[key], own or shipped(key)
    return TemplateRow(key, kind.title, kind.use, text.subject, text.body, own is not None, kind.fields)


def text(session: Session, key: str) -> MailTemplate:
    """The desk's own words of a template, or the shipped ones."""
    query = select(StoredTemplate.subject, StoredTemplate.body).where(StoredTemplate.name == key)
    own = session.execute(query).one_or_none()
    return MailTemplate(own.subject, own.body) if own else shipped(key)


def shipped(key: str) -> MailTemplate:
    """The words that come with the program."""
    return _shipped()[key]


@cache
def _shipped() -> dict[str, MailTemplate]:
    values = tomllib.loads((paths.resources() / "mail.toml").read_text(encoding="utf-8"))
    return {key: MailTemplate(words["subject"], words["body"].strip()) for key, words in values.items()}


def save(session: Session, key: str, subject: str, body: str) -> None:
    """Give a template words of this desk. Raises FieldError at subject or body for an empty text or an unknown field;
    the shipped words are no words of its own."""
    words = MailTemplate(" ".join(subject.split()), body.strip())
    mail_templates.check(key, words.subject, words.body)
    if words == shipped(key):
        reset(session, key)
        return
    stored = _stored(session, key)
    if stored is None:
        session.add(StoredTemplate(name=key, subject=words.subject, body=words.body))
    else:
        stored.subject, stored.body = words.subject, words.body
    name_step(session, f"Change the mail “{TEMPLATES[key].title}”")


def reset(session: Session, key: str) -> None:
    """Go back to the words that come with the program."""
    stored = _stored(session, key)
    if stored is not None:
        session.delete(stored)
    name_step(session, f"Back to the shipped mail “{TEMPLATES[key].title}”")


def _stored(session: Session, key: str) -> StoredTemplate | None:
    return session.scalars(select(StoredTemplate).where(StoredTemplate.name == key)).one_or_none()
