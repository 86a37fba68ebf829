"""What the cells of a column look like: whether they can be what its heading says, and what they are without one.

Knows no heading.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime

from mentordesk.domain.text import fold
from mentordesk.exchange.reading.cells import CellValue, as_text
from mentordesk.exchange.roster.content_words import DEPARTMENT_WORDS, JOB_WORDS, PARTICLES
from mentordesk.exchange.roster.dates import read_date
from mentordesk.exchange.roster.fields import LISTS, NAMES, PAST
from mentordesk.exchange.roster.levels import grade_of, level_of, scale_of
from mentordesk.exchange.roster.numbers import number_in, whole_number, yes_or_no
from mentordesk.exchange.roster.roles import nearest_role, roles_of_text
from mentordesk.exchange.roster.words import completion_of, is_paused, status_of

Cells = Sequence[CellValue]

_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_CODE = re.compile(r"(?=.*\d)[A-Za-z]{0,3}[-. ]?\d{3,10}[A-Za-z]?")
_PREFIXED = re.compile(r"[A-Za-z]")
_LONGEST_ADDRESS = 320
_MOSTLY = 0.6
_NEARLY_ALL = 0.9
_NAME_WORDS = range(2, 6)
_YEARS_OF_HIRING = 60
_NEWEST_HIRED = 2015
_LONGEST_DEPARTMENT = 40
_FEWEST = 3


def fits(field: str, cells: Cells) -> bool:
    """Whether the cells, without the empty ones, can be values of the field. An empty column fits everything."""
    check = _CHECKS.get(field)
    return not cells or check is None or check(cells)


def fields_by_content(cells: Cells) -> list[str]:
    """What the cells are, whatever stands above them: the one field they surely belong to, or none."""
    return next(([field] for field, check in _SIGHTS if check(cells)), []) if cells else []


def are_names(column: Cells, addresses: Cells = ()) -> bool:
    """Whether the cells of a column are names of people by sight: two to five words with capitals, hardly one twice.

    Where the addresses of the same rows are known most names stand in them; else there are no words of jobs.
    """
    texts = [cell for cell in column if cell is not None]
    if not texts or not all(isinstance(text, str) for text in texts) or _share(texts, _looks_like_name) < _NEARLY_ALL:
        return False
    if len({fold(as_text(text)) for text in texts}) < _NEARLY_ALL * len(texts):
        return False
    pairs = [(as_text(name), as_text(mail)) for name, mail in zip(column, addresses, strict=False) if name and mail]
    if pairs and sum(_is_in(name, mail) for name, mail in pairs) >= _MOSTLY * len(pairs):
        return True
    return _share(texts, lambda cell: not _words(cell).isdisjoint(JOB_WORDS | DEPARTMENT_WORDS)) <= 1 - _NEARLY_ALL


def are_places_in_cohorts(cells: Cells) -> bool:
    """Whether the cells say what people were in a cohort: roles, "Mentee (completed)", perhaps a tick."""
    return bool(cells) and _share(cells, _is_place) >= _MOSTLY


def _share(cells: Cells, check: Callable[[CellValue], bool]) -> float:
    return sum(map(check, cells)) / len(cells)


def _is_address(cell: CellValue) -> bool:
    # A search of a text of thousands of letters takes seconds.
    start = cell[:_LONGEST_ADDRESS] if isinstance(cell, str) else ""
    return "@" in start and _ADDRESS.search(start) is not None


def _is_place(cell: CellValue) -> bool:
    """A role, alone or with something behind it."""
    text = as_text(cell)
    return bool(roles_of_text(text) or roles_of_text(re.split(r"[(,;:/–-]", text, maxsplit=1)[0]))


def _tells_completion(text: str) -> bool:
    return completion_of(text) is not None or is_paused(text)


def _is_date(cell: CellValue) -> bool:
    return isinstance(cell, date) or (
        isinstance(cell, str) and any(map(str.isdecimal, cell)) and _day(cell) is not None
    )


def _day(cell: CellValue) -> date | None:
    if isinstance(cell, datetime):
        return cell.date()
    return cell if isinstance(cell, date) else read_date(cell).day


def _can_be_names(cells: Cells) -> bool:
    return _share(cells, lambda cell: isinstance(cell, str) and not _is_address(cell)) > 1 - _MOSTLY


def _words(cell: CellValue) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", fold(as_text(cell))))


def _looks_like_name(cell: CellValue) -> bool:
    text = as_text(cell)
    words = text.replace(",", " ").split()
    if len(words) not in _NAME_WORDS or not all(letter.isalpha() or letter in " .,'’-" for letter in text):
        return False
    return all(word[0].isupper() or not word[0].islower() or fold(word) in PARTICLES for word in words)


def _is_in(name: str, address: str) -> bool:
    local = fold(address.partition("@")[0])
    return any(len(word) > 2 and word in local for word in _words(name))


def _are_numbers_of_people(cells: Cells) -> bool:
    """Not 1, 2, 3 and so on, which count the lines of a form service: they would meet numbers of other files."""
    numbers = [as_text(cell) for cell in cells]
    return len(numbers) < 2 or numbers not in (
        [str(index + start) for index in range(len(numbers))] for start in (0, 1)
    )


def _are_codes(cells: Cells) -> bool:
    """Codes of letters and digits, all of them other ones and as long as each other: numbers of people by sight."""
    texts = [cell for cell in cells if isinstance(cell, str)]
    if len(texts) < max(_FEWEST, len(cells)) or len(set(texts)) < len(texts) or len({*map(len, texts)}) > 1:
        return False
    marked = all(text.startswith("0") for text in texts) or all(map(_PREFIXED.match, texts))
    return marked and all(map(_CODE.fullmatch, texts))


def _are_roles(cells: Cells) -> bool:
    return _share(cells, lambda cell: bool(roles_of_text(as_text(cell)) or nearest_role(as_text(cell)))) >= _MOSTLY / 2


def _are_levels(cells: Cells) -> bool:
    scale = scale_of(cells)
    return _share(cells, lambda cell: level_of(cell, scale) is not None) >= 1 / 2


def _are_grades(cells: Cells) -> bool:
    """Levels by sight have a letter or a word in front of the number: "L5", "Grade 7"."""
    marked = [cell for cell in cells if isinstance(cell, str) and cell[:1].isalpha() and grade_of(cell) is not None]
    return len(cells) >= _FEWEST and len(marked) >= _MOSTLY * len(cells) and _are_levels(cells)


def _are_departments(cells: Cells) -> bool:
    texts = {as_text(cell) for cell in cells if isinstance(cell, str) and len(cell) <= _LONGEST_DEPARTMENT}
    return bool(texts) and sum(not _words(text).isdisjoint(DEPARTMENT_WORDS) for text in texts) > len(texts) / 2


def _are_days_of_hiring(cells: Cells) -> bool:
    """Dates over some years, the newest not long ago: of birth they would be older."""
    if len(cells) < _FEWEST or _share(cells, _is_date) < _NEARLY_ALL:
        return False
    days = sorted(day for cell in cells if (day := _day(cell)) is not None)
    return days[-1].year >= _NEWEST_HIRED and 1 < days[-1].year - days[0].year < _YEARS_OF_HIRING


def _are_yes_and_no(cells: Cells) -> bool:
    return _share(cells, lambda cell: yes_or_no(cell) is not None and whole_number(cell) is None) >= _MOSTLY


def _is_outside(cell: CellValue) -> bool:
    return yes_or_no(cell) is not None or fold(as_text(cell)).startswith(("extern", "intern", "contract", "employee"))


def _are_texts(cells: Cells) -> bool:
    """Mostly words: no numbers, no dates, no yes and no."""
    words = _share(cells, lambda cell: isinstance(cell, str) and any(map(str.isalpha, cell)) and not _is_address(cell))
    return words >= _MOSTLY / 2 and not _are_yes_and_no(cells) and _share(cells, _is_date) < _MOSTLY


def _are_no_answers(cells: Cells) -> bool:
    """Neither yes and no nor dates."""
    return not _are_yes_and_no(cells) and _share(cells, lambda cell: isinstance(cell, date)) < _MOSTLY


def _have_digits(cells: Cells) -> bool:
    return _share(cells, lambda cell: any(letter.isdecimal() for letter in as_text(cell))) > 0


_CHECKS: Mapping[str, Callable[[Cells], bool]] = {
    **dict.fromkeys(NAMES, _can_be_names),
    **dict.fromkeys(LISTS, _are_texts),
    **dict.fromkeys(("location", "company"), _are_texts),
    **dict.fromkeys(("manager", "partner"), _are_no_answers),
    **dict.fromkeys(("hired_on", "last_promotion", "left_on"), _have_digits),
    **dict.fromkeys((name for name in PAST if name.endswith("_on")), _have_digits),
    **dict.fromkeys(("title", "department"), _are_no_answers),
    "email": lambda cells: _share(cells, _is_address) > 0,
    "employee_number": _are_numbers_of_people,
    "level": _are_levels,
    "capacity": lambda cells: _share(cells, lambda cell: number_in(cell) is not None) > 0,
    "role": _are_roles,
    "external": lambda cells: _share(cells, _is_outside) >= 1 / 2,
    "status": lambda cells: (
        _share(cells, lambda cell: status_of(as_text(cell)) is not None or yes_or_no(cell) is not None) >= 1 / 2
    ),
    "completion": lambda cells: _share(cells, lambda cell: _tells_completion(as_text(cell))) >= 1 / 2,
    "cohort": lambda cells: _share(cells, lambda cell: not _is_address(cell) and yes_or_no(cell) is None) >= 1 / 2,
    "rank": lambda cells: _share(cells, lambda cell: number_in(cell) is not None) >= _MOSTLY,
}
_SIGHTS: tuple[tuple[str, Callable[[Cells], bool]], ...] = (
    ("email", lambda cells: _share(cells, _is_address) >= _MOSTLY),
    ("role", lambda cells: _share(cells, lambda cell: bool(roles_of_text(as_text(cell)))) >= _MOSTLY),
    ("status", lambda cells: len(cells) >= _FEWEST and _are_statuses_by_sight(cells)),
    ("level", _are_grades),
    ("employee_number", _are_codes),
    ("hired_on", _are_days_of_hiring),
    ("department", _are_departments),
)


def _are_statuses_by_sight(cells: Cells) -> bool:
    """Words for how somebody stands, and "active" among them: one word alone may mean a project or a contract."""
    texts = {fold(as_text(cell)) for cell in cells}
    known = {text for text in texts if len(text) > 3 and status_of(text) is not None}
    return len(known) >= 2 and known == texts
