"""Headings as they are compared: lower case words without accents and signs. Knows no field."""

import re

from mentordesk.domain.text import fold

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
# "Mitarbeiter:in", "Vorgesetzte/r", "empleado/a": the same heading for everyone.
_BOTH_GENDERS = re.compile(r"(?<=\w)[:*/_(](?:innen|in|r|e|a|o|as|os)\)?(?=\W|$)", re.IGNORECASE)
_NO_WORD = re.compile(r"[\W_]+")


def words_of(heading: str) -> str:
    """The heading as lower case words without accents between single spaces: "E-Mail-Adresse" is "e mail adresse"."""
    plain = _CAMEL.sub(" ", _BOTH_GENDERS.sub("", heading)).replace("#", " number ")
    return _NO_WORD.sub(" ", fold(plain)).strip()
