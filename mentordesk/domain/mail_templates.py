"""Mail templates: what each is for, and which fields its words may hold. Knows no table and sends nothing."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from mentordesk.domain.errors import FieldError

FIELDS = {
    "first names": "First names of all it is to",
    "first name": "First name of the one it is to",
    "full names": "Full names of all it is to",
    "program": "Their program",
    "cohort": "Their cohort",
    "since": "Day of the last contact",
    "milestone": "Name of the milestone",
    "due": "Day it is due",
    "news": "What happened, as a sentence",
    "person": "Whom it is about",
    "years": "How long they are a pair",
    "when": "Day and time of the talk",
    "other": "The other one of an introduction",
    "through": "Who introduces them",
    "about": "What it is about",
    "pair": "The pair that is proposed",
    "questions": "The questions of the check-in",
    "title": "Title of the story",
    "quote": "Quotation of the story",
}
"""Every field there is, with what stands in its place."""
COMMON = ("first names", "first name", "full names", "program", "cohort")
"""Fields that every template may hold."""
_FIELD = re.compile(r"\{([^{}\n]*)\}")


@dataclass(frozen=True, slots=True)
class TemplateKind:
    """A template by its key: what its list calls it, when it is used, which fields it has beside the common ones."""

    key: str
    title: str
    use: str
    own_fields: tuple[str, ...] = ()

    @property
    def fields(self) -> tuple[str, ...]:
        return (*COMMON, *self.own_fields)


_DUE = ("milestone", "due")
_MET = ("other", "through", "about")
TEMPLATES = {
    kind.key: kind
    for kind in (
        TemplateKind("no_contact", "Write to both", "A pair has had no contact for long", ("since",)),
        TemplateKind("milestone_overdue", "Remind of a milestone", "A milestone is past its date", _DUE),
        TemplateKind("milestone_due", "Announce a milestone", "A milestone is due soon", _DUE),
        TemplateKind("good_news", "Congratulate a person", "A promotion, a new role, an award", ("news", "person")),
        TemplateKind("anniversary", "Congratulate a pair", "The anniversary of a pair", ("years",)),
        TemplateKind("career_change", "Ask the pair", "A leave, a return, a move, a departure", ("news", "person")),
        TemplateKind("low_answer", "Plan a talk", "Trust or value is rated low", ("when",)),
        TemplateKind("fit_again", "Ask about the fit again", "Somebody is still deciding after the first meeting"),
        TemplateKind("proposal", "Propose a pair", "A pair is proposed, and both are asked", ("pair",)),
        TemplateKind("introduction", "Introduce two people", "Somebody would like to meet", _MET),
        TemplateKind(
            "introduction_ask", "Ask for an introduction", "To the one it goes through", ("person", "other", "about")
        ),
        TemplateKind("introduction_wish", "Ask whether to introduce", "Nobody is in between", ("person", "about")),
        TemplateKind(
            "ask_place", "Ask for a place", "Somebody has no mentor, and the best one is full", ("person", "about")
        ),
        TemplateKind("story_consent", "Ask for consent", "A story is ready to be shown", ("title", "quote")),
        TemplateKind("check_in", "Ask the check-in questions", "A check-in form is sent", ("due", "questions")),
        TemplateKind("closing_survey", "Remind of the closing survey", "A cohort is over", ("due",)),
    )
}
"""By key, in the order of their list."""


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """A template as it reads now; `is_own` where the desk has words of its own in place of the shipped ones."""

    key: str
    title: str
    use: str
    subject: str
    body: str
    is_own: bool
    fields: tuple[str, ...]


def named(text: str) -> str:
    """A field's name however it is typed: " First  Names" is "first names"."""
    return " ".join(text.split()).casefold()


def fields_in(text: str) -> list[str]:
    """The names of the fields in a text, in their order, as they are meant."""
    return [named(found[1]) for found in _FIELD.finditer(text)]


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with each field replaced; one that nothing is known of is left as it stands, to be seen."""
    return _FIELD.sub(lambda found: values.get(named(found[1]), found[0]), text)


def check(key: str, subject: str, body: str) -> None:
    """Raises FieldError at subject or body: where it is empty, or has a field that this template does not know."""
    for field, text in (("subject", subject), ("body", body)):
        if not text.strip():
            raise FieldError(field, f"Write a {'subject' if field == 'subject' else 'text'}.")
        for name in fields_in(text):
            if name not in TEMPLATES[key].fields:
                raise FieldError(field, _unknown(name, TEMPLATES[key].fields))


def _unknown(name: str, allowed: tuple[str, ...]) -> str:
    near = get_close_matches(name, allowed, n=1)
    meant = f" Did you mean {{{near[0]}}}?" if near else ""
    return f"{{{name}}} is no field of this mail.{meant} It has {', '.join(f'{{{each}}}' for each in allowed)}."
