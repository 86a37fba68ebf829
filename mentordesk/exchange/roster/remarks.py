"""What is said about the columns of a file: which were put together, which were left out and why. Knows no desk."""

from collections.abc import Mapping, Sequence

from mentordesk.domain.wording import listed
from mentordesk.exchange.reading.cells import CellValue
from mentordesk.exchange.roster.candidates import Columns
from mentordesk.exchange.roster.content import fits
from mentordesk.exchange.roster.fields import KEYS, LISTS, NAMES, PAST, label
from mentordesk.exchange.roster.headings import SURE, scores
from mentordesk.exchange.roster.questions import core, role_in
from mentordesk.exchange.roster.ranks import Kind, Source, sources, ticked_role
from mentordesk.exchange.roster.sides import are_pairs, without_sides
from mentordesk.exchange.roster.survey import sentence
from mentordesk.exchange.synonyms.spelling import words_of

_KINDS = {
    "email": "e-mail addresses",
    "level": "levels",
    "role": "roles",
    "external": "yes or no",
    "status": "active, on leave or left",
    "hired_on": "dates",
    "last_promotion": "dates",
    "left_on": "dates",
    "capacity": "numbers",
    "completion": "completed or withdrawn",
    "location": "places",
    "languages": "languages",
    **dict.fromkeys(NAMES, "names"),
    **dict.fromkeys(LISTS[1:], "topics"),
}


def role_of_file(headings: Sequence[str], mapping: Mapping[str, str | None], *names: str) -> str:
    """What all people of a file are: by headings such as "Mentor name", else by a sheet or file called "Mentees".

    "" where nothing says it, where both are named, and where the file has a column for it.
    """
    if "role" in mapping.values() or are_pairs(mapping):
        return ""
    about_people = [heading for heading in headings if mapping.get(heading) in (*NAMES, *KEYS)]
    for texts in (about_people, names):
        words = {word for text in texts for word in words_of(core(text)).split()}
        found = {role for word in words if (role := role_in(word)[0])}
        if len(found) == 1:
            return found.pop()
    return ""


def remarks(
    headings: Sequence[str],
    rows: Sequence[Sequence[CellValue]],
    mapping: Mapping[str, str | None],
    custom_fields: Sequence[str] = (),
) -> list[str]:
    """Sentences on the columns, without a full stop."""
    mapping = without_sides(mapping)
    columns = Columns(headings, rows)
    service = [heading for heading in columns.of_service if mapping.get(heading) is None]
    found = [sentence(service)] if service else []
    for source in sources(headings, rows, mapping):
        found += _together(source, headings)
    found += _second_person(headings, mapping)
    return found + [
        said
        for heading in headings
        if mapping.get(heading) is None and heading not in service
        for said in _left_out(heading, columns, mapping, custom_fields)
    ]


def _second_person(headings: Sequence[str], mapping: Mapping[str, str | None]) -> list[str]:
    """Where mentor and mentee stand side by side, what becomes of the one the row is not about."""
    role = role_of_file(headings, mapping)
    others = {
        other
        for heading in headings
        if mapping.get(heading) is None
        and (other := role_in(words_of(core(heading)))[0])
        and scores(heading).keys() & {*NAMES, *KEYS}
    } - {role}
    if not role or not others or "partner" in mapping.values():
        return []
    other = others.pop()
    return [
        f"Each row is read as its {role}: the {other} beside is not imported. For both, a row is a pair side by side"
    ]


def _together(source: Source, headings: Sequence[str]) -> list[str]:
    """What became of the columns that fill one field together."""
    if source.field not in LISTS:
        return []
    said = []
    for kind, columns in source.grouped:
        names = listed([item or headings[index] for index, item in columns])
        if kind is Kind.RANKS:
            said.append(f"{label(source.field)}: {len(columns)} columns of ranks are put in order ({names})")
        elif kind is Kind.TICKS:
            said.append(f"{label(source.field)}: {len(columns)} columns are ticked ({names})")
    if len(source.indexes) > 1 and not source.whole_items:
        said.append(f"{label(source.field)}: {len(source.indexes)} columns are put together")
    return said


def _left_out(
    heading: str, columns: Columns, mapping: Mapping[str, str | None], custom_fields: Sequence[str]
) -> list[str]:
    """Why a column is left out whose heading is surely that of a field."""
    group = columns.group_of.get(heading)
    if group is not None and heading != group.headings[0]:
        return []
    cells = columns.filled(heading)
    asks = group.question if group is not None else heading
    said = [field for field, score in scores(asks, custom_fields).items() if score >= SURE]
    if not cells or not said or (said[0] in PAST and "cohort" not in mapping.values()):
        return []
    if not fits(said[0], cells) and said[0] in _KINDS and not ticked_role(heading, cells):
        return [f"“{core(asks)}” is not imported: hardly any of its values are {_KINDS[said[0]]}"]
    holder = next((other for other, field in mapping.items() if field == said[0]), None)
    if holder is not None and said[0] in LISTS:
        return [f"“{core(asks)}” is not imported: {label(said[0])} comes from “{core(holder)}”"]
    return []
