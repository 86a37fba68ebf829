"""How the values of a roster were read, in sentences with counts, for the coordinator to check. Knows no desk."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from mentordesk.domain.text import fold
from mentordesk.domain.wording import counted, listed
from mentordesk.exchange.roster import Known, RosterRow
from mentordesk.exchange.roster_fields import LISTS, label

_SKILLS = ("offers", "wants")
_NOUNS = {"name": "name", "email": "e-mail address"}
_WORDS_NAMED = 4


def conversions(
    rows: Sequence[RosterRow],
    mapping: Mapping[str, str | None],
    known: Known | None = None,
    spaces: Mapping[str, int] | None = None,
) -> list[str]:
    """What was read in another way than it stands in the file, most important first.

    `spaces` says in how many cells below a heading outer spaces were removed, as the reader of the file counts them.
    """
    found = _Readings(rows)
    return [
        *found.lists(known or Known()),
        *found.words(),
        *found.names(mapping),
        *found.addresses(),
        *_spaces(mapping, spaces or {}),
        *found.dates(),
        *found.numbers(),
    ]


class _Readings:
    """The readings of all rows by their kind and field, each text with how often it stands in the file."""

    def __init__(self, rows: Sequence[RosterRow]) -> None:
        self._rows = rows
        self._texts: dict[tuple[str, str], Counter[str]] = {}
        for row in rows:
            for reading in row.readings:
                self._texts.setdefault((reading.kind, reading.field), Counter())[reading.text] += 1

    def lists(self, known: Known) -> Iterable[str]:
        """Skills first, with how many the desk does not know yet; then other lists that were split."""
        separators = self._separators(_SKILLS)
        if separators:
            skills = {fold(skill) for skill in self._items(_SKILLS)}
            new = len(skills - {fold(skill) for skill in known.skills})
            new_ones = f", {new:,} of them new" if known.skills else ""
            yield f"Skills are split at {separators}: {len(skills):,} {'skill' if len(skills) == 1 else 'skills'}{new_ones}"
        others = [name for kind, name in self._texts if kind == "split" and name not in _SKILLS]
        for name in sorted(others, key=lambda name: (name not in LISTS, name)):
            yield f"{label(name)}: split at {self._separators((name,))}"

    def words(self) -> Iterable[str]:
        for name, texts in self._of("words"):
            shown = [f"“{text}”" for text, _count in texts.most_common()]
            verb = "was" if len(shown) == 1 else "were"
            named = shown if len(shown) <= _WORDS_NAMED else [*shown[:_WORDS_NAMED], f"{len(shown) - _WORDS_NAMED} more"]
            yield f"{label(name)}: {_and(named)} {verb} understood"

    def names(self, mapping: Mapping[str, str | None]) -> Iterable[str]:
        if {"first_name", "last_name"} <= set(mapping.values()):
            yield "First name and last name are put together"
        for name, texts in self._of("turned"):
            example = texts.most_common(1)[0][0]
            verb = "was" if texts.total() == 1 else "were"
            yield f"{counted(texts.total(), f'{label(name).lower()} name' if name != 'name' else 'name')} {verb} turned around: {example}"

    def addresses(self) -> Iterable[str]:
        E
