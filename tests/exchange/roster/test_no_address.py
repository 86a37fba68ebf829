"""What people write in a column of e-mail addresses where there is none."""

import pytest

from mentordesk.exchange.roster.values import read_cell
from mentordesk.exchange.roster.ways import ColumnWays


@pytest.mark.parametrize("text", ["keine", "None", "noch keine", "no e-mail", "sin correo", "ohne", "aucune", "-"])
def test_no_address_is_an_empty_cell_that_is_told(text: str) -> None:
    read = read_cell("email", text, ColumnWays())
    assert (read.value, read.wrong) == (None, "")
    assert [found.kind for found in read.readings] == ["nothing"]


@pytest.mark.parametrize(
    "text", ["ada.ek at firm.com", "no.reply(at)firm.com", "adaek", "firm.com", "Ana - HR", "Ek n"]
)
def test_a_wrong_address_asks_for_a_fix(text: str) -> None:
    assert read_cell("email", text, ColumnWays()).wrong
