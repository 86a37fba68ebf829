"""What came back for what was given, in small numbers."""

import pytest

from mentordesk.domain.balance import Balance
from mentordesk.domain.today import came_back


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        (272, 202, "for every 4 points given, 3 came back"),
        (202, 272, "for every 4 points given, 3 came back"),
        (20, 10, "for every 2 points given, 1 came back"),
        (40, 2, "for every 20 points given, 1 came back"),
        (7, 0, "nothing came back yet"),
        (50, 49, "about as much came back as was given"),
    ],
)
def test_what_came_back(left: int, right: int, words: str) -> None:
    assert came_back(Balance(left, right)) == words
