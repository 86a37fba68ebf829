"""Which column of a file is which field: guessed from heading and content, or told. Knows no desk."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from mentordesk.domain.errors import UserError
from mentordesk.domain.text import fold
from mentordesk.domain.wording import listed
from mentordesk.exchange.reading.cells import CellValue
from mentordesk.exchange.roster.candidates import PLACE_IN_COHORT, SAMPLE, Columns, Scores
from mentordesk.exchange.roster.fields import (
    CUSTOM,
    FIELDS,
    KEYS,
    LISTS,
    NAMES,
    SEVERAL,
    field_named,
    label,
    side_and_field,
)
from mentordesk.exchange.roster.headings import SURE
from mentordesk.exchange.roster.ranks import ticked_role
from mentordesk.exchange.roster.sides import guess_sides

Mapped = dict[str, str | None]
_LEFT_OUT = ("", "-", "ignore", "none", "skip")
# With one of these columns a file adds to people who are here: their names tell who is meant.
_ADDS = ("rank", "cohort")
# Two questions may ask for topics, such as those of the job and others; two about languages ask different things.
_ASKED_TWICE = ("offers", "wants", "avoids", "experience")


def guess_columns(
    headings: Sequence[str],
    sample_rows: Iterable[Sequence[CellValue]],
    custom_fields: Sequence[str] = (),
    given: Mapping[str, str | None] | None = None,
) -> Mapped:
    """For each heading the field it means, or None to leave the column out.

    No field is given to two columns, but a list, a role and past cohorts may have several that belong together.
    `sample_rows` are cells in the order of the headings; `custom_fields` the names of the desk's own attributes;
    `given` what is known already and not guessed.
    """
    given = dict(given or {})
    sample_rows = list(sample_rows)
    pairs = guess_sides(headings, sample_rows[:SAMPLE], given, partial(guess_columns, custom_fields=custom_fields))
    if pairs is not None:
        return pairs
    columns = Columns(headings, sample_rows)
    found = columns.candidates(custom_fields, given)
    chosen = _Chosen(columns, found, dict.fromkeys(headings) | given)
    for heading, field in _surest_first(columns, found):
        chosen.offer(heading, field)
    return _with_one_name(chosen.mapping, given)


def _surest_first(columns: Columns, found: Mapping[str, Scores]) -> list[tuple[str, str]]:
    """Headings with a field each: those of empty columns last, then by score, then as they stand in the file."""
    ranked = [
        (not columns.filled(heading), -score, place, heading, field)
        for place, heading in enumerate(columns.headings)
        for field, score in found.get(heading, {}).items()
    ]
    return [(heading, field) for _empty, _score, _place, heading, field in sorted(ranked)]


class _Chosen:
    """The fields given out so far."""

    def __init__(self, columns: Columns, found: Mapping[str, Scores], mapping: Mapped) -> None:
        self.mapping = mapping
        self._columns, self._found = columns, found
        self._holders: dict[str, list[str]] = {}
        for heading, field in mapping.items():
            if field:
                self._holders.setdefault(field, []).append(heading)

    def offer(self, heading: str, field: str) -> None:
        """Give the field to the column, if neither has been given away to something surer."""
        if self.mapping[heading] is None and self._is_free(heading, field):
            self.mapping[heading] = field
            self._holders.setdefault(field, []).append(heading)

    def _is_free(self, heading: str, field: str) -> bool:
        holders = self._holders.get(field, [])
        if holders:
            return all(self._go_together(field, heading, holder) for holder in holders)
        if field in NAMES and not self._columns.filled(heading):
            taken = [holder for name in NAMES for holder in self._holders.get(name, [])]
            return not any(holder in self._columns.cells and self._columns.filled(holder) for holder in taken)
        return True

    def _go_together(self, field: str, one: str, other: str) -> bool:
        if field in LISTS:
            names_items = self._columns.names_items
            questions = all(self._found.get(heading, {}).get(field) == SURE for heading in (one, other))
            asked_twice = questions and field in _ASKED_TWICE
            return asked_twice or self._columns.together(one, other) or names_items(one) or names_items(other)
        if field == "cohort":
            return all(self._found.get(heading, {}).get(field) == PLACE_IN_COHORT for heading in (one, other))
        filled = self._columns.filled
        return field == "role" and all(ticked_role(heading, filled(heading)) for heading in (one, other))


def parse_mapping(pairs: Sequence[str], headings: Sequence[str]) -> Mapped:
    """What `--map "Column heading=field"` says, for the columns it names. UserError for an unknown heading or field."""
    found: Mapped = {}
    for pair in pairs:
        wanted, equals, name = pair.rpartition("=")
        if not equals:
            raise UserError(
                f"“{pair}” names no field.", advice="Write it as “Column heading=field”, such as “Mail=email”."
            )
        heading = _heading_named(wanted.strip(), headings)
        field = None if fold(name.strip()) in _LEFT_OUT else _field(name.strip())
        several = side_and_field(field)[1] in SEVERAL
        if field is not None and not several and field in found.values():
            raise UserError(f"Two columns are matched to {label(field)}.", advice="Match only one column to it.")
        found[heading] = field
    return found


def check_mapping(mapping: Mapping[str, str | None]) -> None:
    """UserError if no column tells names, or none tells people apart.

    A list of interests or of past cohorts may do with names alone: it adds to people who are here.
    """
    fields = set(mapping.values())
    if not fields & set(NAMES) and not (fields & set(KEYS) and fields & set(_ADDS)):
        raise UserError("No column is matched to Name.", advice="Choose the column with the names of the people.")
    if not fields & {*KEYS, *_ADDS}:
        raise UserError(
            "No column is matched to E-mail or Employee number.",
            advice="Choose a column for one of them: it tells whether a person is here already.",
        )


def _with_one_name(chosen: Mapped, given: Mapping[str, str | None]) -> Mapped:
    """Full names make parts needless, one part alone is the name, and a Name beside a first name is the last."""
    by_field = {field: heading for heading, field in chosen.items() if field and heading not in given}
    taken = set(chosen.values())
    changes: Mapped
    if "name" in taken and {"first_name", "last_name"} <= taken:
        changes = {"first_name": None, "last_name": None}
    elif "name" in taken and "first_name" in taken:
        changes = {"name": "last_name"} if "name" in by_field else {"first_name": None}
    elif "name" in taken:
        changes = {"last_name": None}
    elif not {"first_name", "last_name"} <= taken:
        changes = {"first_name": "name", "last_name": "name"}
    else:
        changes = {}
    return chosen | {by_field[field]: new for field, new in changes.items() if field in by_field}


def _heading_named(wanted: str, headings: Sequence[str]) -> str:
    if wanted in headings:
        return wanted
    found = next((heading for heading in headings if fold(" ".join(wanted.split())) == fold(heading)), None)
    if found is None:
        raise UserError(f"The file has no column “{wanted}”.", advice=f"Its columns are: {listed(headings, 20)}.")
    return found


def _field(name: str) -> str:
    field = field_named(name)
    if field is None:
        known = f"{', '.join(FIELDS)}, {CUSTOM}NAME; where a row has two people mentor:name, mentee:name and so on"
        raise UserError(f"There is no field “{name}”.", advice=f"Fields are: {known}.")
    return field
