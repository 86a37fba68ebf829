"""How long forms take: 300 pairs written, read back, looked through and taken."""

import time
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from mentordesk.domain.responses import FormsRequest
from mentordesk.services.desk import Desk
from mentordesk.services.responses import responses
from tests.answered import column_of, save
from tests.builders import add_cohort, add_pair

PAIRS = 300
LIMIT = 5.0
"""Seconds, for each of the steps."""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> tuple[Desk, int, Path]:
    """A cohort of 300 pairs, and its form filled in by everybody."""
    folder = tmp_path_factory.mktemp("many")
    desk = Desk.create(folder / "many.mdesk", backups=folder / "backups")
    cohort = add_cohort(desk)
    for number in range(PAIRS):
        add_pair(desk, f"Mentor Nr{number}", f"Mentee Nr{number}", cohort)
    named = desk.read(responses.forms, FormsRequest(cohort))
    (form,) = responses.write_forms(named, folder / "form.xlsx")
    workbook = openpyxl.load_workbook(form)
    sheet = workbook["Check-in"]
    columns = [column_of(sheet, heading) for heading in ("I can", "It is worth", "I give", "We move")]
    for row in range(7, 7 + 2 * PAIRS):
        for column in columns:
            sheet.cell(row, column).value = 4
    contacts = workbook["Contacts"]
    for row in range(7, 7 + PAIRS):
        for column, value in enumerate((sheet.cell(2 * row - 7, 2).value, date(2026, 5, 4), "Coffee", 30), start=2):
            contacts.cell(row, column).value = value
    return desk, cohort, save(workbook, folder / "back.xlsx")


def test_the_form_of_300_pairs_is_written(benchmark, office, tmp_path: Path) -> None:
    desk, cohort, _back = office
    named = desk.read(responses.forms, FormsRequest(cohort))
    benchmark.pedantic(responses.write_forms, (named, tmp_path / "form.xlsx"), rounds=3)
    assert benchmark.stats.stats.mean < LIMIT


def test_it_is_read_and_looked_through(benchmark, office) -> None:
    desk, _cohort, back = office

    def read() -> int:
        files = responses.read_files([back])
        return desk.read(responses.preview, responses.ResponseRequest(files)).to_take

    began = time.perf_counter()
    openpyxl.load_workbook(back)
    benchmark.extra_info["openpyxl_seconds"] = round(time.perf_counter() - began, 3)
    assert benchmark.pedantic(read, rounds=3) == 3 * PAIRS
    assert benchmark.stats.stats.mean < LIMIT


def test_it_is_taken(benchmark, office) -> None:
    desk, _cohort, back = office
    request = responses.ResponseRequest(responses.read_files([back]))

    def take() -> int:
        return desk.do(responses.apply, request).taken

    assert benchmark.pedantic(take, rounds=2, teardown=lambda: desk.undo()) == 3 * PAIRS
    assert benchmark.stats.stats.mean < LIMIT
