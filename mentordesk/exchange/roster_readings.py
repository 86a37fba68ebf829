"""How the values of a roster were read, in sentences with counts, for the coordinator to check. Knows no desk."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from mentordesk.domain.text import fold
from mentordesk.exchange.roster_fields import label
from mentordesk.exchange.roster_row import Known, RosterRow

_SKILLS = ("offers", "wants")
_ONES = {"name": "name", "email": "e-mail address", "manager": "name of a manager"}
_MANY = {"name": "names", "email": "e-mail addresses", "manager": "names of managers"}
_WORDS_NAMED = 4

Texts = dict[tuple[str, str], Counter[str]]


def conversions(
    rows: Sequence[RosterRow],
    mapping: Mapping[str, str | None],
    known: Known | None = None,
    spaces: Mapping[str, int] | None = None,
) -> list[str]:
    """What was read in another way than it stands in the file, one sentence each, without a full stop.

    `spaces` says in how many cells below a heading outer spaces were removed, as the reader of the file counts them.
    """
    texts: Texts = {}
    for row in rows:
        for reading in row.readings:
            texts.setdefault((reading.kind, reading.field), Counter())[reading.text] += 1
    return [
        *_skills(rows, texts, known or Known()),
        *_lists(texts),
        *_words(texts),
        *_names(mapping, texts),
        *_addresses(texts),
        *_spaces(mapping, spaces or {}),
        *_dates(texts),
        *_numbers(texts),
    ]


def _skills(rows: Sequence[RosterRow], texts: Texts, known: Known) -> Iterator[str]:
    separators = _separators(texts, _SKILLS)
    if separators:
        found = {fold(str(skill)) for row in rows for name in _SKILLS for skill in _items(row, name)}
        new = len(found - {fold(skill) for skill in known.skills})
        counts = f"{len(found):,} skills" + (f", {new:,} of them new" if known.skills else "")
        yield f"Skills are split at {separators}: {counts}"


def _lists(texts: Texts) -> Iterator[str]:
    for name, _separator in _of(texts, "split"):
        if name not in _SKILLS:
            yield f"{label(name)}: split at {_separators(texts, (name,))}"


def _words(texts: Texts) -> Iterator[str]:
    for name, found in _of(texts, "words"):
        shown = [f"“{text}”" for text, _count in found.most_common(_WORDS_NAMED)]
        if len(found) > _WORDS_NAMED:
            shown.append(f"{len(found) - _WORDS_NAMED} more")
        yield f"{label(name)}: {_and(shown)} {_was(len(found))} understood"


def _names(mapping: Mapping[str, str | None], texts: Texts) -> Iterator[str]:
    if {"first_name", "last_name"} <= set(mapping.values()):
        yield "First name and last name are put together"
    for name, found in _of(texts, "turned"):
        yield f"{_counted(found.total(), name)} {_was(found.total())} turned around: {next(iter(found))}"


def _addresses(texts: Texts) -> Iterator[str]:
    for name, found in _of(texts, "address"):
        yield f"{_counted(found.total(), name)} {_was(found.total())} taken out of “{next(iter(found))}” and the like"
    for name, found in _of(texts, "small"):
        yield f"{_counted(found.total(), name)} {_was(found.total())} put into small letters"


def _spaces(mapping: Mapping[str, str | None], spaces: Mapping[str, int]) -> Iterator[str]:
    """Names and addresses by themselves, all other columns together."""
    counts: Counter[str] = Counter()
    for heading, count in spaces.items():
        field = mapping.get(heading)
        if field:
            counts[field if field in _ONES else ""] += count
    for name in (*_ONES, ""):
        if counts[name]:
            yield f"Spaces around {_counted(counts[name], name)} were removed"


def _dates(texts: Texts) -> Iterator[str]:
    """An example shows in which order day and month were read; one that can be read both ways, if there is one."""
    names = dict.fromkeys(name for kind, name in texts if kind in ("date", "ambiguous date"))
    for name in names:
        ambiguous = texts.get(("ambiguous date", name), Counter[str]())
        found = ambiguous + texts.get(("date", name), Counter[str]())
        example = next(iter(ambiguous or found))
        dates = "1 date" if found.total() == 1 else f"{found.total():,} dates"
        yield f"{label(name)}: {dates} written as text {_was(found.total())} read, {example}"


def _numbers(texts: Texts) -> Iterator[str]:
    for name, found in _of(texts, "number"):
        numbers = "1 number" if found.total() == 1 else f"{found.total():,} numbers"
        yield f"{label(name)}: {numbers} {_was(found.total())} read as text"


def _of(texts: Texts, kind: str) -> list[tuple[str, Counter[str]]]:
    return [(name, found) for (found_kind, name), found in texts.items() if found_kind == kind]


def _separators(texts: Texts, fields: Sequence[str]) -> str:
    signs = dict.fromkeys(sign for name in fields for sign in texts.get(("split", name), ()))
    return _and([f"“{sign}”" for sign in signs])


def _items(row: RosterRow, name: str) -> tuple[object, ...]:
    value = row.values.get(name)
    return value if isinstance(value, tuple) else ()


def _counted(number: int, name: str) -> str:
    if number == 1:
        return f"1 {_ONES.get(name, 'other value')}"
    return f"{number:,} {_MANY.get(name, 'other values')}"


def _and(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}" if parts else ""


def _was(number: int) -> str:
    return "was" if number == 1 else "were"
