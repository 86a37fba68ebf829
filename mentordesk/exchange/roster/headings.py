"""How much a heading sounds like a field: whole headings first, then questions, words, likeness. Knows no content."""

import re
from collections.abc import Iterable

from mentordesk.domain.text import fold
from mentordesk.exchange.roster.fields import custom
from mentordesk.exchange.roster.fuzzy import nearest, nearest_field
from mentordesk.exchange.roster.questions import asked, core, is_long, role_in, without_mine
from mentordesk.exchange.roster.synonyms import IN_HISTORY, WORDS, by_heading, without_field
from mentordesk.exchange.synonyms.spelling import words_of

__all__ = ["SURE", "history_field", "scores", "words_of"]

_OWN_FIELD, _WHOLE, _WITHOUT_HINT, _CORE, _WITHOUT_MINE, _WITHOUT_ROLE = 120, 100, 95, 93, 90, 88
_QUESTION, _WORD, _ALIKE = 80, 60, 40
_OWN_SPELLED, _NEARLY_OWN = 115, 85
SURE = _QUESTION
"""From this score on the heading means the field, whatever its cells hold."""
_HINT = re.compile(r"[(\[].*?[)\]]")


def scores(heading: str, custom_fields: Iterable[str] = ()) -> dict[str, int]:
    """The fields that the heading may mean, with a score from 1 to 120: higher is surer."""
    custom_fields = tuple(custom_fields)
    own = next((name for name in custom_fields if fold(name) == fold(heading)), None)
    if own is not None:
        return {custom(own): _OWN_FIELD}
    asks = words_of(core(_HINT.sub(" ", heading)))
    spelled = {words_of(_HINT.sub(" ", name)) or words_of(name): name for name in custom_fields}
    if asks in spelled:
        return {custom(spelled[asks]): _OWN_SPELLED}
    if found := _known(heading, asks):
        return found
    if asks in without_field() or words_of(heading) in without_field():
        return {}
    if near_own := spelled.get(nearest(asks, tuple(spelled))[0]):
        return {custom(near_own): _NEARLY_OWN}
    field = asked(asks)
    if field is not None:
        return {field: _QUESTION} if field else {}
    if is_long(heading):
        return {}
    if within := _fields_within(asks):
        return dict.fromkeys(within, _WORD)
    near = nearest_field(asks)
    return {near[0]: _ALIKE + int(10 * near[1])} if near else {}


def history_field(heading: str) -> str | None:
    """The field of a past cohort that the heading means in a list of such: "Start", "End", "Status"."""
    words = words_of(_HINT.sub(" ", heading))
    return next((field for field, phrases in IN_HISTORY.items() if words in phrases), None)


def _known(heading: str, asks: str) -> dict[str, int]:
    """The field that has the heading for a name, the whole of it or without what stands around."""
    ways = (
        (words_of(heading), _WHOLE),
        (words_of(_HINT.sub(" ", heading)), _WITHOUT_HINT),
        (asks, _CORE),
        (without_mine(asks), _WITHOUT_MINE),
        (role_in(asks)[1], _WITHOUT_ROLE),
    )
    found = next(((field, score) for words, score in ways if (field := by_heading().get(words))), None)
    return dict([found]) if found else {}


def _fields_within(words: str) -> list[str]:
    """Only the first one counts: a heading about the manager's e-mail is about the manager."""
    padded = f" {words} "
    return [field for field, phrases in WORDS if any(f" {phrase} " in padded for phrase in phrases)][:1]
