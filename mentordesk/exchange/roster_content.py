"""What the cells of a column look like: whether they can be what its heading says. Knows no heading."""

import re
from collections.abc import Callable, Mapping, Sequence

from mentordesk.exchange.reading.cells import CellValue, as_text
from mentordesk.exchange.roster_numbers import level_of, number_in, yes_or_no
from mentordesk.exchange.roster_roles import nearest_role, roles_of_text

_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_MOSTLY = 0.6


def fits(field: str, cells: Sequence[CellValue]) -> bool:
    """Whether the cells, without the empty ones, can be values of the field. An empty column fits everything."""
    check = _CHECKS.get(field)
    return not cells or check is None or check(cells)


def fields_by_content(cells: Sequence[CellValue]) -> list[str]:
    """What the cells are, whatever stands above them: e-mail addresses and roles are known by sight."""
    if not cells:
        return []
    if _share(cells, _is_address) >= _MOSTLY:
        return ["email"]
    return ["role"] if _share(cells, lambda cell: bool(roles_of_text(as_text(cell)))) >= _MOSTLY else []


def _share(cells: Sequence[CellValue], check: Callable[[CellValue], bool]) -> float:
    return sum(map(check, cells)) / len(cells)


def _is_address(cell: CellValue) -> bool:
    return isinstance(cell, str) and _ADDRESS.search(cell) is not None


def _are_names(cells: Sequence[CellValue]) -> bool:
    return _share(cells, lambda cell: isinstance(cell, str) and not _is_address(cell)) > 1 - _MOSTLY


def _are_numbers_of_people(cells: Sequence[CellValue]) -> bool:
    """Not 1, 2, 3 and so on, which count the lines of a form service: they would meet numbers of other files."""
    numbers = [as_text(cell) for cell in cells]
    return len(numbers) < 2 or numbers not in (
        [str(index + start) for index in range(len(numbers))] for start in (0, 1)
    )


def _are_roles(cells: Sequence[CellValue]) -> bool:
    return _share(cells, lambda cell: bool(roles_of_text(as_text(cell)) or nearest_role(as_text(cell)))) >= _MOSTLY / 2


def _has_digits(cell: CellValue) -> bool:
    return any(letter.isdecimal() for letter in as_text(cell))


_CHECKS: Mapping[str, Callable[[Sequence[CellValue]], bool]] = {
    "name": _are_names,
    "email": lambda cells: _share(cells, _is_address) > 0,
    "employee_number": _are_numbers_of_people,
    "level": lambda cells: _share(cells, lambda cell: level_of(cell) is not None) >= 1 / 2,
    "capacity": lambda cells: _share(cells, lambda cell: number_in(cell) is not None) > 0,
    "role": _are_roles,
    "external": lambda cells: _share(cells, lambda cell: yes_or_no(cell) is not None) >= 1 / 2,
    "hired_on": lambda cells: _share(cells, _has_digits) > 0,
}
