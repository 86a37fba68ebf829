"""Which column of a file is which field: guessed from heading and content, or told. Knows no desk."""

from collections.abc import Iterable, Mapping, Sequence

from mentordesk.domain.errors import UserError
from mentordesk.domain.text import fold
from mentordesk.domain.wording import listed
from mentordesk.exchange.reading.cells import CellValue
from mentordesk.exchange.roster_content import fields_by_content, fits
from mentordesk.exchange.roster_fields import CUSTOM, FIELDS, field_named, label
from mentordesk.exchange.roster_headings import scores

Mapped = dict[str, str | None]
_SAMPLE = 200
_BY_CONTENT = 30
_JOB_CALLED_ROLE = 90
_LEFT_OUT = ("", "-", "ignore", "none", "skip")


def guess_columns(
    headings: Sequence[str],
    sample_rows: Iterable[Sequence[CellValue]],
    custom_fields: Sequence[str] = (),
    given: Mapping[str, str | None] | None = None,
) -> Mapped:
    """For each heading the field it means, or None to leave the column out. No field is given to two columns.

    `sample_rows` are cells in the order of the headings; `custom_fields` the names of the desk's own attributes;
    `given` what is known already and not guessed.
    """
    given = dict(given or {})
    columns = _columns(headings, sample_rows)
    candidates = [
        (-score, index, field)
        for index, heading in enumerate(headings)
        if heading not in given
        for field, score in _candidates(heading, columns[index], custom_fields).items()
    ]
    chosen: Mapped = dict.fromkeys(headings) | given
    taken = {field for field in given.values() if field}
    for _score, index, field in sorted(candidates):
        if field not in taken and chosen[headings[index]] is None:
            chosen[headings[index]] = field
            taken.add(field)
    return _with_one_name(chosen, given)


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
        if field is not None and field in found.values():
            raise UserError(f"Two columns are matched to {label(field)}.", advice="Match only one column to it.")
        found[heading] = field
    return found


def check_mapping(mapping: Mapping[str, str | None]) -> None:
    """UserError if no column tells names, or none tells people apart."""
    fields = set(mapping.values())
    if not fields & {"name", "first_name", "last_name"}:
        raise UserError("No column is matched to Name.", advice="Choose the column with the names of the people.")
    if not fields & {"email", "employee_number"}:
        raise UserError(
            "No column is matched to E-mail or Employee number.",
            advice="Choose a column for one of them: it tells whether a person is here already.",
        )


def _columns(headings: Sequence[str], rows: Iterable[Sequence[CellValue]]) -> list[list[CellValue]]:
    sample = [row for _index, row in zip(range(_SAMPLE), rows, strict=False)]
    return [[row[index] for row in sample if row[index] is not None] for index in range(len(headings))]


def _candidates(heading: str, cells: Sequence[CellValue], custom_fields: Sequence[str]) -> dict[str, int]:
    """What the heading says, as far as the cells do not speak against it; else what the cells say."""
    said = scores(heading, custom_fields)
    found = {field: score for field, score in said.items() if fits(field, cells)}
    if "role" in said and not found:
        return {"title": _JOB_CALLED_ROLE}
    return found or dict.fromkeys(fields_by_content(cells), _BY_CONTENT)


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
        raise UserError(f"There is no field “{name}”.", advice=f"Fields are: {', '.join(FIELDS)}, {CUSTOM}NAME.")
    return field
