"""What columns of people are called, all languages together. Knows no file."""

from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

from mentordesk.exchange.synonyms import english, french, german, others, spanish
from mentordesk.exchange.synonyms.spelling import words_of

_LANGUAGES = (english, german, french, spanish, others)
# Earlier ones win over later ones: "Line manager's e-mail" is about the manager, "Places as mentor" about places.
_ORDER_OF_WORDS = (
    *("manager", "capacity", "wants", "offers", "first_name", "last_name", "email", "employee_number", "languages"),
    *("role", "last_promotion", "left_on", "hired_on", "status", "experience", "title", "department", "location"),
    *("company", "level", "notes", "external", "name"),
)


def _joined(tables: Iterable[Mapping[str, str]]) -> dict[str, tuple[str, ...]]:
    """Each phrase belongs to one field: to that of the first language that has it."""
    found: dict[str, dict[str, None]] = {}
    owners: dict[str, str] = {}
    for table in tables:
        for field, phrases in table.items():
            for phrase in map(words_of, phrases.split("/")):
                if phrase and owners.setdefault(phrase, field) == field:
                    found.setdefault(field, {})[phrase] = None
    return {field: tuple(phrases) for field, phrases in found.items()}


HEADINGS: Mapping[str, tuple[str, ...]] = MappingProxyType(_joined(language.HEADINGS for language in _LANGUAGES))
"""The phrases that are the whole heading of a field, as `words_of` writes them."""

_WITHIN = _joined(language.WORDS for language in _LANGUAGES)
WORDS: tuple[tuple[str, tuple[str, ...]], ...] = tuple((field, _WITHIN[field]) for field in _ORDER_OF_WORDS)
"""The phrases that say inside a longer heading which field it is, the weightiest field first."""

IN_HISTORY: Mapping[str, tuple[str, ...]] = MappingProxyType(_joined(language.IN_HISTORY for language in _LANGUAGES))
"""The phrases that are a field of a past cohort in a list of such, whatever they are elsewhere."""

TOPICS = frozenset(words_of(phrase) for language in _LANGUAGES for phrase in language.TOPICS.split("/"))
"""The phrases that are topics to learn, or to pass on where all people are mentors."""


@cache
def by_heading() -> Mapping[str, str]:
    """The field of each phrase in HEADINGS, and what means the hire date unless the file is about past cohorts."""
    topics = dict.fromkeys(TOPICS, "wants")
    found = topics | dict.fromkeys(map(words_of, english.HIRED_UNLESS_HISTORY.split("/")), "hired_on")
    return {phrase: field for field, phrases in HEADINGS.items() for phrase in phrases} | found


@cache
def without_field() -> frozenset[str]:
    """Headings that are known to be no field."""
    texts = (language.NO_FIELD for language in _LANGUAGES)
    known = {words_of(phrase) for text in texts for phrase in text.split("/")}
    return frozenset(known.union(*IN_HISTORY.values()) - by_heading().keys())
