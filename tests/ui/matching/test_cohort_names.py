"""A cohort may be called anything: the path of the Matching page says it as it was typed."""

from mentordesk.services.desk import Desk
from tests.builders import add_cohort, add_program


def test_an_ampersand_in_the_name_of_a_cohort_is_no_key(qtbot, desk: Desk, show) -> None:
    add_cohort(desk, add_program(desk, "Upstream"), "R&D 2026")
    page = show()
    assert page.head.cohort.text() == "R&&D 2026"
