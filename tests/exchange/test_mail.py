"""Drafts of mails: fields filled in, addresses that mail programs take, message files."""

from email import message_from_bytes
from email.policy import default
from urllib.parse import parse_qs, unquote, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from mentordesk.exchange import mail
from mentordesk.exchange.mail import Draft

DRAFT = Draft("Skill swap: 50 % done?", "Dear Elif & Hélène,\n\nwhich day suits?\n", to=("elif@solvane.example",))


def test_known_fields_are_filled_and_unknown_ones_stay_to_be_seen() -> None:
    assert mail.fill("Dear {first names}, {nothing}", {"first names": "Elif"}) == "Dear Elif, {nothing}"


def test_an_address_carries_subject_and_text_whole() -> None:
    parts = urlsplit(mail.mailto(DRAFT))
    assert (parts.scheme, parts.path) == ("mailto", "elif@solvane.example")
    values = parse_qs(parts.query)
    assert values["subject"] == ["Skill swap: 50 % done?"]
    assert values["body"] == ["Dear Elif & Hélène,\r\n\r\nwhich day suits?"]


def test_several_people_stand_in_the_address_and_hidden_ones_in_bcc() -> None:
    address = mail.mailto(Draft("A", "B", to=("a@x.example", "b@x.example"), bcc=("c@x.example",)))
    assert address.startswith("mailto:a@x.example,b@x.example?bcc=c@x.example&")


def test_an_address_in_the_desk_cannot_add_a_header() -> None:
    address = mail.mailto(Draft("A\nBcc: x@y.example", "B", to=("a@x.example?bcc=spy@y.example",)))
    assert "?bcc" not in address
    assert "%0A" not in address
    assert list(parse_qs(urlsplit(address).query)) == ["subject", "body"]


@given(st.text(max_size=60), st.text(max_size=200).filter(lambda text: "\x00" not in text))
def test_any_words_come_through_the_address(subject: str, body: str) -> None:
    if any(0xD800 <= ord(letter) <= 0xDFFF for letter in subject + body):
        return
    query = mail.mailto(Draft(subject, body)).partition("?")[2]
    found = dict(part.split("=", 1) for part in query.split("&") if part)
    assert unquote(found.get("subject", "")) == " ".join(subject.split())
    assert unquote(found.get("body", "")) == "\r\n".join(body.splitlines())


def test_a_long_text_does_not_fit_an_address() -> None:
    assert mail.fits(mail.mailto(DRAFT))
    assert not mail.fits(mail.mailto(Draft("A", "word " * 600)))


def test_a_message_file_opens_unsent_with_everything_in_it() -> None:
    draft = Draft("Hélène: a word", "Zażółć\nsecond line", to=("a@x.example", "no address"), bcc=("b@x.example",))
    message = message_from_bytes(mail.eml(draft), policy=default)
    assert message["X-Unsent"] == "1"
    assert message["Subject"] == "Hélène: a word"
    assert message["To"] == "a@x.example"
    assert message["Bcc"] == "b@x.example"
    assert message.get_content().replace("\r\n", "\n") == "Zażółć\nsecond line\n"
