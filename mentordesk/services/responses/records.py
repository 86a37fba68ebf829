"""Responses as the forms that the services of pairs take, and how one differs from what is on record."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from mentordesk.domain.check_ins import CheckInForm, OwnAnswer
from mentordesk.domain.contacts import Channel, ContactForm, ExchangeForm
from mentordesk.domain.dates import long
from mentordesk.domain.people import first_name
from mentordesk.domain.responses import ResponseChange
from mentordesk.domain.standing import Side
from mentordesk.domain.wording import counted
from mentordesk.exchange.responses.form_book import OWN
from mentordesk.exchange.responses.meaning import TITLES

Form = CheckInForm | ContactForm | ExchangeForm
Names = tuple[str, str]

_ANSWERS = ("trust", "value", "balance", "progress", "got", "gave", "recommend", "fit")


def check_in(values: Mapping[str, Any], pair_id: int, side: Side, on: date, own: Sequence[str]) -> CheckInForm:
    """A check-in of the values by field; `own` are the questions that "own:1" and the next answer."""
    given = [(own[int(key.removeprefix(OWN)) - 1], answer) for key, answer in values.items() if _asked(key, own)]
    answers = {key: values[key] for key in _ANSWERS if key in values}
    asked = tuple(OwnAnswer(text, answer) for text, answer in given)
    return CheckInForm(pair_id, side, on, **answers, comment=values.get("comment", ""), own=asked)


def _asked(key: str, own: Sequence[str]) -> bool:
    return key.startswith(OWN) and int(key.removeprefix(OWN)) <= len(own)


def contact(values: Mapping[str, Any], pair_id: int, on: date) -> ContactForm:
    """A contact; one that does not say how it was is a meeting."""
    channel = values.get("channel", Channel.MEETING)
    return ContactForm(pair_id, channel, on, values.get("minutes", 0), values.get("note", ""))


def exchange(values: Mapping[str, Any], pair_id: int, giver_id: int, on: date) -> ExchangeForm:
    """An exchange; one that does not say how much it was is a moment of help."""
    words, skill = values.get("what", ""), values.get("skill", "")
    return ExchangeForm(pair_id, giver_id, values["kind"], values.get("points", 1), on, words, skill)


def merged(before: Form, after: Form, stated: Mapping[str, Any]) -> Form:
    """What is on record with what a later response says: what is left empty there stays, so does a day that is not
    written. `stated` are the values of the response by field."""
    if isinstance(before, CheckInForm) and isinstance(after, CheckInForm):
        values = {key: getattr(after, key) for key in _ANSWERS if getattr(after, key) is not None}
        own = {it.question: it for it in (*before.own, *after.own)}
        comment = after.comment or before.comment
        on = after.on if "on" in stated else before.on
        return replace(before, **values, own=tuple(own.values()), comment=comment, on=on, skipped=False)
    if isinstance(before, ContactForm) and isinstance(after, ContactForm):
        said = {key: getattr(after, key) for key in ("channel", "minutes", "note") if key in stated}
        return replace(before, on=after.on, **said)
    assert isinstance(before, ExchangeForm)
    assert isinstance(after, ExchangeForm)
    said = {key: getattr(after, key) for key in ("points", "what", "skill") if key in stated}
    return replace(before, giver_id=after.giver_id, kind=after.kind, on=after.on, **said)


def differences(before: Form, after: Form) -> tuple[ResponseChange, ...]:
    """What the later one changes, field by field. A comment is not quoted: it is confidential."""
    found = []
    for key in ("on", *_ANSWERS, "channel", "minutes", "note", "kind", "points", "what"):
        one, other = getattr(before, key, None), getattr(after, key, None)
        if one != other:
            found.append(ResponseChange(TITLES[key], _text(one), _text(other)))
    if isinstance(before, CheckInForm) and isinstance(after, CheckInForm):
        if before.comment != after.comment:
            found.append(ResponseChange(TITLES["comment"], "", "changed"))
        there = {it.question: it.answer for it in before.own}
        changed = [it for it in after.own if there.get(it.question) != it.answer]
        found += [ResponseChange(it.question, _text(there.get(it.question)), _text(it.answer)) for it in changed]
        if before.skipped and not after.skipped:
            found.append(ResponseChange("Answered", "no", "yes"))
    if isinstance(before, ExchangeForm) and isinstance(after, ExchangeForm) and before.giver_id != after.giver_id:
        found.append(ResponseChange(TITLES["giver"], "one side", "the other"))
    return tuple(found)


def _text(value: object) -> str:
    if value is None or value == "":
        return "–"
    return long(value) if isinstance(value, date) else str(getattr(value, "word", value))


def said(form: Form, names: Names, left_id: int) -> str:
    """A response in a line, without its comment."""
    if isinstance(form, CheckInForm):
        parts = [f"{TITLES[key]} {_text(getattr(form, key))}" for key in _ANSWERS if getattr(form, key) is not None]
        parts += [counted(len(form.own), "own question")] if form.own else []
        return " · ".join([*parts, *(["with a comment"] if form.comment else [])])
    if isinstance(form, ContactForm):
        time = f", {form.minutes} min" if form.minutes else ""
        return " · ".join([f"{form.channel.word}{time}", *([form.note] if form.note else [])])
    giver = first_name(names[0] if form.giver_id == left_id else names[1])
    head = f"{giver} gave {form.kind.word.lower()}, {counted(form.points, 'point')}"
    return " · ".join([head, *([form.what] if form.what else [])])


def content(values: Mapping[str, Any]) -> str:
    """A mark of what a response says, the same for the same answers. It does not tell what they are."""
    text = "\x1f".join(f"{key}={getattr(value, 'value', value)}" for key, value in sorted(values.items()))
    return hashlib.sha256(text.encode()).hexdigest()[:32]
