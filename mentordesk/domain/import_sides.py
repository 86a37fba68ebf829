"""Two people in one row of a file: which of them somebody is, and a number for each that no other row has.

Knows no file and no table.
"""

from mentordesk.domain.cohorts import Role

SIDES = ("mentor", "mentee", "mentor 2", "mentee 2", "mentor 3", "mentee 3", "peer", "peer 2")
"""Who may stand side by side in a row; the first word is the role."""
_APART = 2_000_000
"""More rows than a sheet can have."""


def number_of(side: str, row: int) -> int:
    """The number of one of the people in a row of the file; that of the row itself where `side` is ""."""
    return row + _APART * (SIDES.index(side) + 1) if side else row


def row_of(number: int) -> int:
    """The row of the file, counted from 1 as Excel does."""
    return number % _APART


def side_of(number: int) -> str:
    """Which of the people in the row: "mentor", "mentee 2"; "" where a row is about one person."""
    place = number // _APART
    return SIDES[place - 1] if 0 < place <= len(SIDES) else ""


def role_of(side: str) -> Role:
    """What the people of a side take part as."""
    return Role(side.split()[0])


def is_other(one: str, other: str) -> bool:
    """Whether people of two sides make a pair: a mentor with a mentee, a peer with another."""
    roles = {role_of(one), role_of(other)}
    return roles == {Role.MENTOR, Role.MENTEE} or (roles == {Role.PEER} and one != other)


def in_words(number: int) -> str:
    """Where somebody stands: "row 5", or "row 5 (mentee)" of two."""
    side = side_of(number)
    return f"row {row_of(number)} ({side})" if side else f"row {row_of(number)}"


def said(number: int, sentence: str) -> str:
    """A sentence on somebody of several in a row, with who it is about in front."""
    side = side_of(number)
    return f"{side.capitalize()}: {sentence}" if side else sentence
