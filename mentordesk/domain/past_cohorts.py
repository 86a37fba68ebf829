"""What the name of a cohort of the past says: its years, and the program it was of. Knows no table and no file."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mentordesk.domain.text import fold

_YEARS = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:\s*[-–—/]\s*((?:19|20)?\d\d)(?!\d))?")
_AROUND = " \t-–—:,;/(&#"
_GENERAL = frozenset(
    (
        *("", "cohort", "cohort of", "class", "class of", "intake", "wave", "year", "batch", "group", "round", "cycle"),
        *("edition", "season", "program", "mentoring", "kohorte", "jahrgang", "runde", "cohorte", "promotion"),
        *("cohorte de", "edicion"),
    )
)


@dataclass(frozen=True, slots=True)
class Dates:
    """First and last day of a cohort; `by_name` says that only the years of its name are known."""

    first: date
    last: date
    by_name: bool = False


def program_in(cohort: str) -> str:
    """What stands before the year: "Upstream 2019" is of Upstream, "Cohort 2022" of no program that it names."""
    found = _YEARS.search(cohort)
    text = cohort[: found.start()] if found else re.sub(r"\s*\d+$", "", cohort)
    text = text.strip(_AROUND)
    return "" if fold(text) in _GENERAL else text


def years_in(cohort: str) -> tuple[int, int] | None:
    """The first and the last year of "Upstream 2019", "Upstream 2019–20" or "2019/2020"; None without a year."""
    found = _YEARS.search(cohort)
    if found is None:
        return None
    first = int(found[1])
    last = int(found[2]) if found[2] else first
    last = first // 100 * 100 + last if last < 100 else last
    return (first, last) if first <= last <= first + 10 else (first, first)


def dates(cohort: str, firsts: Sequence[date], lasts: Sequence[date], today: date) -> Dates:
    """From the first day that a file has to the last one; else the years of the name; else it was over yesterday."""
    years = years_in(cohort)
    by_name = not firsts or not lasts
    yesterday = date.fromordinal(today.toordinal() - 1)
    first = min(firsts, default=date(years[0], 1, 1) if years else min(lasts, default=yesterday))
    last = max(lasts, default=date(years[1], 12, 31) if years else max(first, yesterday))
    return Dates(min(first, last), max(first, last), by_name)
