"""The two files matching takes: rules as TOML, and a table of scores. Every fault is a sentence. Knows no desk."""

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mentordesk.domain.errors import FieldError, FileError, UserError
from mentordesk.domain.matching.criteria import MatchRules
from mentordesk.domain.matching.reading import match_rules
from mentordesk.domain.text import fold
from mentordesk.domain.wording import listed
from mentordesk.services.matching.matching import Scores

if TYPE_CHECKING:
    from mentordesk.exchange.excel.reader import CellValue, SheetTable

_HEADINGS = ("mentor", "mentee", "score")
_MAIL = re.compile(r"\s*[(:,]?\s*(e-?mail|mail|address|e-?mail address)\)?$")
_ROWS_LOOKED_AT = 50
_COMMA = re.compile(r"([+-]?)(0|[1-9]\d*),(\d+)")
"""A decimal comma. Three digits behind it may be thousands, unless a 0 stands before it."""


def read_rules(path: Path) -> MatchRules:
    """The match rules in a TOML file. Raises FileError, and UserError with the place of what cannot be."""
    values = _toml(path)
    try:
        return match_rules(values)
    except FieldError as error:
        raise UserError(f"“{path.name}”, {error.field}: {error}", safe="Nothing has been matched.") from error
    except UserError as error:
        raise UserError(f"“{path.name}”: {error}", advice=error.advice, safe="Nothing has been matched.") from error


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError as error:
        raise FileError(f"There is no file “{path.name}”.", advice="Check its name and folder.") from error
    except OSError as error:
        why = "it is a folder" if path.is_dir() else error.strerror
        raise FileError(f"“{path.name}” cannot be read: {why}.") from error
    except UnicodeDecodeError as error:
        raise FileError(f"“{path.name}” is no text in UTF-8.", advice="Save it as UTF-8.") from error
    except (ValueError, RecursionError) as error:
        words = str(error).rstrip(".")
        advice = "Help > Matching and `match --help` show how rules are written."
        raise FileError(f"“{path.name}” is no TOML: {words}.", advice=advice) from error


def read_scores(path: Path, alone: bool = True) -> Scores:
    """The rows of a table with the columns mentor, mentee and score, in any order and among others.

    Raises FileError for faults of the file and UserError where a column is missing, or no formula has its value.
    """
    from mentordesk.exchange.excel import reader
    from mentordesk.exchange.reading.limits import MAX_SCORES

    table = reader.read(path, most=MAX_SCORES)
    at = _columns(table.headings)
    if len(at) < len(_HEADINGS) and (row := _heading_row(table)) is not None:
        table = reader.read(path, table.name or None, row, MAX_SCORES)
        at = _columns(table.headings)
    missing = [name for name in _HEADINGS if name not in at]
    if missing:
        raise UserError(
            f"“{path.name}” has no column{'s' if len(missing) > 1 else ''} {listed(missing)}.",
            advice="A score table has the columns mentor, mentee (e-mail addresses) and score.",
            safe="Nothing has been matched.",
        )
    notes = tuple(f"{note}." for note in table.notes) if table.sheets else ()
    rows = tuple(_row(cells, at) for _, cells in table.body)
    if notes and all(score is None for *_, score in rows):
        raise UserError(f"“{path.name}” has no scores.", advice=notes[0], safe="Nothing has been matched.")
    return Scores(rows, path.name, alone, notes)


def _columns(headings: Sequence[object]) -> dict[str, int]:
    found: dict[str, int] = {}
    for at, heading in enumerate(headings):
        name = _MAIL.sub("", fold(" ".join(str(heading or "").split())))
        if name in _HEADINGS:
            found.setdefault(name, at)
    return found


def _heading_row(table: "SheetTable") -> int | None:
    """Where the three headings stand, if it was not the row that looked most like headings."""
    rows = enumerate(table.rows[:_ROWS_LOOKED_AT])
    return next((at for at, row in rows if len(_columns(row)) == len(_HEADINGS)), None)


def _row(cells: "Sequence[CellValue]", at: dict[str, int]) -> tuple[str, str, object]:
    mentor, mentee, score = (cells[at[name]] for name in _HEADINGS)
    return _text(mentor), _text(mentee), _number(score)


def _text(cell: object) -> str:
    return "" if cell is None else str(cell)


def _number(cell: object) -> object:
    """A number as it stands in the file, with a decimal point; what is none stays for the sentence about it."""
    found = _COMMA.fullmatch(cell) if isinstance(cell, str) else None
    if found and (found[2] == "0" or len(found[3]) != 3):
        return f"{found[1]}{found[2]}.{found[3]}"
    return cell
