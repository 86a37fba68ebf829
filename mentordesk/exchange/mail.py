"""Drafts of mails: a template filled in, as an address the mail program opens, or as a file. Sends nothing."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from mentordesk.domain.mail_templates import filled

LONGEST_ADDRESS = 1_900
"""Characters of a mailto: address that every system and mail program still hands on whole (Windows cuts at 2,048)."""


@dataclass(frozen=True, slots=True)
class MailTemplate:
    """A subject and a text with fields such as {first names}."""

    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A mail before somebody looks at it and sends it. `bcc` is for people who need not see each other's address."""

    subject: str
    body: str
    to: tuple[str, ...] = ()
    cc: tuple[str, ...] = ()
    bcc: tuple[str, ...] = ()


def fill(text: str, fields: Mapping[str, str]) -> str:
    """The text with each {field} replaced; a field that nothing is known of is left as it stands, to be seen."""
    return filled(text, fields)


def mailto(draft: Draft) -> str:
    """The draft as a mailto: address (RFC 6068), UTF-8 and percent-encoded, lines ended by CR LF."""
    parts = [("cc", _people(draft.cc)), ("bcc", _people(draft.bcc))]
    parts += [("subject", _encoded(_one_line(draft.subject))), ("body", _encoded(_lines(draft.body)))]
    return f"mailto:{_people(draft.to)}?" + "&".join(f"{name}={value}" for name, value in parts if value)


def _people(addresses: Sequence[str]) -> str:
    return ",".join(quote(_one_line(address), safe="@") for address in addresses)


def _encoded(text: str) -> str:
    return quote(text, safe="")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _lines(text: str) -> str:
    return "\r\n".join(text.splitlines())


def fits(address: str) -> bool:
    """Whether every mail program takes the whole address."""
    return len(address) <= LONGEST_ADDRESS


def eml(draft: Draft) -> bytes:
    """The draft as a message file that mail programs open for editing (X-Unsent). Addresses that are none are left
    out: the header could not be written."""
    from email.message import EmailMessage
    from email.policy import SMTP

    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message["Subject"] = _one_line(draft.subject)
    for name, addresses in (("To", draft.to), ("Cc", draft.cc), ("Bcc", draft.bcc)):
        sound = [address for address in addresses if _is_address(address)]
        if sound:
            message[name] = ", ".join(sound)
    message.set_content(draft.body)
    return message.as_bytes()


def _is_address(text: str) -> bool:
    return re.fullmatch(r"[^\s@<>,;:\"()\[\]\\]+@[^\s@<>,;:\"()\[\]\\]+", text) is not None
