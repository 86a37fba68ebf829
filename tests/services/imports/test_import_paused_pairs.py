"""A list of pairs in which some rest: they come in paused, with their places and milestones, in one step."""

from datetime import date
from pathlib import Path

import pytest

from mentordesk.domain.cohorts import EnrollmentStatus
from mentordesk.domain.importing import RowState
from mentordesk.domain.pairs import PairStatus
from mentordesk.services.imports import importing
from mentordesk.services.imports.importing import ImportRequest
from mentordesk.services.pairs import milestones, pairs
from mentordesk.services.people import people
from mentordesk.services.programs import cohorts
from tests import builders

LINES = """Mentor,Mentor email,Mentee,Mentee email,Status
Ana Silva,ana@solvane.example,Bo Lund,bo@solvane.example,Active
Dora Lind,dora@solvane.example,Eli Park,eli@solvane.example,{word}
"""


@pytest.mark.parametrize("word", ["paused", "On hold", "Pausiert", "Paused - parental leave"])
def test_a_pair_on_hold_comes_in_paused(desk, tmp_path: Path, word: str) -> None:
    days = {"starts_on": date(2026, 3, 1), "ends_on": date(2026, 12, 31)}
    cohort = builders.add_cohort(desk, builders.add_program(desk, "Crossroads"), "Crossroads 2026", **days)
    before = desk.undo_label()
    file = tmp_path / "pairs.csv"
    file.write_text(LINES.format(word=word), encoding="utf-8")
    table = importing.read_file(file)
    request = ImportRequest(table, desk.read(importing.guess, table), cohort_id=cohort)
    assert desk.read(importing.preview, request).count(RowState.NEW) == 4
    desk.do(importing.apply, request)
    found = {row.left: row for row in desk.read(pairs.rows)}
    assert found["Ana Silva"].status is PairStatus.ACTIVE
    resting = found["Dora Lind"]
    assert (resting.status, resting.started_on) == (PairStatus.PAUSED, date(2026, 3, 1))
    assert desk.read(milestones.of_pair, resting.id)
    enrolled = desk.read(cohorts.enrollments, cohort)
    assert {row.status for row in enrolled} == {EnrollmentStatus.ACCEPTED}
    desk.do(pairs.resume, [resting.id])
    desk.undo()
    desk.undo()
    assert (desk.read(people.rows), desk.read(pairs.rows), desk.undo_label()) == ([], [], before)
