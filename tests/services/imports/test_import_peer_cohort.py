"""A list of mentors and mentees side by side in which a column names a cohort of peers: there both are peers."""

from datetime import date
from pathlib import Path

from mentordesk.domain.cohorts import Role
from mentordesk.domain.programs import Format
from mentordesk.services.imports import importing
from mentordesk.services.imports.importing import ImportRequest
from mentordesk.services.pairs import pairs
from mentordesk.services.programs import cohorts
from tests import builders

LINES = """Mentor,Mentor email,Mentee,Mentee email,Cohort
Ana Silva,ana@solvane.example,Bo Lund,bo@solvane.example,Crossroads 2026
Dora Lind,dora@solvane.example,Eli Park,eli@solvane.example,Side by Side 2026
"""


def test_two_of_a_cohort_of_peers_come_in_as_peers(desk, tmp_path: Path) -> None:
    days = {"starts_on": date(2026, 3, 1), "ends_on": date(2026, 12, 31)}
    program = builders.add_program(desk, "Side by Side", Format.PEER)
    peers = builders.add_cohort(desk, program, "Side by Side 2026", **days)
    builders.add_cohort(desk, builders.add_program(desk, "Crossroads"), "Crossroads 2026", **days)
    file = tmp_path / "pairs.csv"
    file.write_text(LINES, encoding="utf-8")
    table = importing.read_file(file)
    request = ImportRequest(table, desk.read(importing.guess, table))
    assert [row.problems for row in desk.read(importing.preview, request).rows if row.problems] == []
    desk.do(importing.apply, request)
    formats = {row.left: row.format for row in desk.read(pairs.rows)}
    assert formats == {"Ana Silva": Format.TRADITIONAL, "Dora Lind": Format.PEER}
    assert {row.role for row in desk.read(cohorts.enrollments, peers)} == {Role.PEER}
