"""How much a heading sounds like a field: whole headings first, then words inside longer ones. Knows no content."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from mentordesk.domain.text import fold
from mentordesk.exchange.roster_fields import custom
from mentordesk.exchange.roster_synonyms import HEADINGS, WORDS

_OWN_FIELD, _WHOLE, _WITHOUT_HINT, _WORD = 120, 100, 95, 60
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
# "Mitarbeiter:in", "Vorgesetzte/r", "empleado/a": the same heading for everyone.
_BOTH_GENDERS = re.compile(r"(?<=\w)[:*/_(](?:innen|in|r|e|a|o|as|os)\)?(?=\W|$)", re.IGNORECASE)
_HINT = re.compile(r"[(\[].*?[)\]]")
_NO_WORD = re.compile(r"[\W_]+")


def words_of(heading: str) -> str:
    """The heading as lower case words without accents between single spaces: "E-Mail-Adresse" is "e mail adresse"."""
    return _NO_WORD.sub(" ", fold(_CAMEL.sub(" ", _BOTH_GENDERS.sub("", heading)))).strip()


def scores(heading: str, custom_fields: Iterable[str] = ()) -> dict[str, int]:
    """The fields that the heading may mean, with a score from 1 to 120: higher is surer."""
    own = next((name for name in custom_fields if fold(name) == fold(heading)), None)
    if own is not None:
        return {custom(own): _OWN_FIELD}
    found = {field: _WORD - rank for rank, field in enumerate(_fields_within(words_of(heading)))}
    for text, score in ((_HINT.sub(" ", heading), _WITHOUT_HINT), (heading, _WHOLE)):
        field = _by_heading().get(words_of(text))
        if field is not None:
            found = {field: score}
    return found


@cache
def _by_heading() -> Mapping[str, str]:
    return {heading: field for field, headings in HEADINGS.items() for heading in headings}


def _fields_within(words: str) -> list[str]:
    """Only the first one counts: a heading about the manager's e-mail is about the manager."""
    padded = f" {words} "
    return [field for field, phrases in WORDS if any(f" {phrase} " in padded for phrase in phrases)][:1]
