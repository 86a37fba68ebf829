"""A name of thousands of letters, as a script gets it wrong: what is said of it stays a sentence."""

import pytest

from mentordesk.domain.errors import NotFoundError
from mentordesk.services import lookup
from mentordesk.services.desk import Desk
from tests.builders import add_cohort, add_person, add_program

LONG = "Crossroads " * 1000


@pytest.mark.parametrize("asked", [(LONG, None), (None, LONG)])
def test_a_scope_that_nothing_is_called_is_told_in_brief(desk: Desk, asked: tuple[str | None, str | None]) -> None:
    add_cohort(desk, add_program(desk, name=LONG), name=LONG + "2026")
    with pytest.raises(NotFoundError) as error:
        desk.read(lookup.scope, *(f"No {name}" if name else None for name in asked))
    assert len(error.value.sentence()) < 300
    assert "called “No Crossroads Crossroads" in str(error.value)


def test_a_person_whom_nobody_or_several_are_called_is_told_in_brief(desk: Desk) -> None:
    with pytest.raises(NotFoundError, match=r"There is nobody called “Crossroads.*…”") as error:
        desk.read(lookup.person, LONG)
    assert len(error.value.sentence()) < 300
    for number in range(2):
        add_person(desk, LONG, email=f"{number}@solvane.example")
    with pytest.raises(NotFoundError, match=r"Several people are called “Crossroads.*…”") as error:
        desk.read(lookup.person, LONG.strip())
    assert len(error.value.sentence()) < 300
