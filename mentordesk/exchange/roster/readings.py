"""How the values of a roster were read, in sentences with counts, for the coordinator to check. Knows no desk."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from mentordesk.domain.text import fold
from mentordesk.domain.wording import counted
from mentordesk.exchange.roster.fields import label
from mentordesk.exchange.roster.row import Known, RosterRow

_SKILLS = ("offers", "wants")
_ONES = {"name": "name", "email": "e-mail address", "manager": "name of a manager"}
_MANY = {"name": "names", "email": "e-mail addresses", "manager": "names of managers"}
_WORDS_NAMED = 4
_ORDER_WORDS = {
    "shown": "the {0} comes first, as {1}",
    "chosen": "the {0} comes first, as chosen",
    "elsewhere": "the {0} comes first, as in other columns",
    "tied": "as many show the month first as the day, and on this computer it is the {0}",
    "guessed": "nothing shows whether the day or the month comes first, and on this computer it is the {0}",
}
_ORDERS = ("day first", "month first")
_OPEN_KINDS = tuple(f"{order}, {why}" for order in _ORDERS for why in _ORDER_WORDS)
_DATE_KINDS = (*_OPEN_KINDS, *_ORDERS, "date")
_OTHER_DATES = {
    "serial": ("number of a day was read as a date", "numbers of days were read as dates"),
    "month": ("month was read as its first day", "months were read as their first day"),
    "year": ("year was read as its first day", "years were read as their first day"),
}

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
        *_scales(texts),
        *_names(rows, mapping, texts),
        *_addresses(texts),
        *_spaces(mapping, spaces or {}),
        *_dates(texts),
        *_numbers(texts),
        *_nothing(texts),
    ]


def _skills(rows: Sequence[RosterRow], texts: Texts, known: Known) -> Iterator[str]:
    separators = _separators(texts, _SKILLS)
    if separators:
        found = {fold(str(skill)) for row in rows for name in _SKILLS for skill in _items(row, name)}
        new = len(found - {fold(skill) for skill in known.skills})
        counts = f"{len(found):,} skills" + (f", {new:,} of them new" if known.skills else "")
        yield f"Skills are split at {separators}: {counts}"


def _lists(texts: Texts) -> Iterator[str]:
    for name, found in _of(texts, "split"):
        if name not in _SKILLS:
            yield f"{label(name)}: split at {_separators(texts, (name,))} in {counted(found.total(), 'cell')}"


def _words(texts: Texts) -> Iterator[str]:
    """Words by themselves, and words with the number or the state that they were read as."""
    for kind in ("words", "words as"):
        for name, found in _of(texts, kind):
            shown = _named(text if kind == "words as" else f"“{text}”" for text, _count in found.most_common())
            yield f"{label(name)}: {shown} {_was(len(found))} understood ({counted(found.total(), 'cell')})"


def _scales(texts: Texts) -> Iterator[str]:
    for name, found in _of(texts, "scale"):
        grades = f"{counted(found.total(), 'grade')} {_was(found.total())}"
        yield f"{label(name)}: {grades} laid on 1 to 7: {next(iter(found))}"


def _names(rows: Sequence[RosterRow], mapping: Mapping[str, str | None], texts: Texts) -> Iterator[str]:
    if {"first_name", "last_name"} <= set(mapping.values()):
        names = sum("name" in row.values for row in rows)
        yield f"First name and last name are put together: {counted(names, 'name')}"
    for name, found in _of(texts, "titles"):
        shown = _named(f"“{title}”" for title, _count in found.most_common())
        yield f"Titles were taken off {_counted(found.total(), name)}: {shown}"
    for name, found in _of(texts, "turned"):
        yield f"{_counted(found.total(), name)} {_was(found.total())} turned around: {next(iter(found))}"


def _named(shown: Iterable[str]) -> str:
    """Up to four, then how many more there are."""
    words = list(shown)
    more = [f"{len(words) - _WORDS_NAMED} more"] if len(words) > _WORDS_NAMED else []
    return _and([*words[:_WORDS_NAMED], *more])


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
    for name in dict.fromkeys(name for kind, name in texts if kind in _DATE_KINDS):
        yield _dates_of(name, texts)
    for name, found in _of(texts, "against"):
        other = "month" if any(kind.startswith("day first") for kind, field in texts if field == name) else "day"
        what = f"{counted(found.total(), 'date')} {'has' if found.total() == 1 else 'have'} the {other} first"
        yield f"{label(name)}: {what}, against the others, and {'needs' if found.total() == 1 else 'need'} a fix"
    for kind, (one, many) in _OTHER_DATES.items():
        for name, found in _of(texts, kind):
            yield f"{label(name)}: {_plural(found.total(), one, many)}, {next(iter(found))}"


def _dates_of(name: str, texts: Texts) -> str:
    found = {kind: texts.get((kind, name), Counter[str]()) for kind in _DATE_KINDS}
    total = sum(counter.total() for counter in found.values())
    opened = next((kind for kind in _OPEN_KINDS if found[kind]), "")
    example = next(text for kind in (opened, *_DATE_KINDS) if kind for text in found[kind])
    said = f"{label(name)}: {_plural(total, 'date', 'dates')} written as text {_was(total)} read, {example}"
    if not opened:
        return said
    order, _comma, why = opened.partition(", ")
    return f"{said}: {_ORDER_WORDS[why].format(order.split()[0], _shown(found[order].total()))}"


def _shown(number: int) -> str:
    return "1 other shows" if number == 1 else f"{number:,} others show"


def _numbers(texts: Texts) -> Iterator[str]:
    for name, found in _of(texts, "number"):
        yield f"{label(name)}: {_plural(found.total(), 'number', 'numbers')} {_was(found.total())} read as text"
    for name, found in _of(texts, "typed"):
        numbers = _plural(found.total(), "number", "numbers")
        yield f"{label(name)}: {numbers} kept as text {_was(found.total())} read as numbers"


def _nothing(texts: Texts) -> Iterator[str]:
    for name, found in _of(texts, "nothing"):
        shown = _named(f"“{text}”" for text, _count in found.most_common())
        yield f"{label(name)}: {counted(found.total(), 'cell')} with {shown} {_was(found.total())} read as empty"


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


def _plural(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


def _and(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}" if parts else ""


def _was(number: int) -> str:
    return "was" if number == 1 else "were"
