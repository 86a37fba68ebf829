"""10,000 people of an HR export: previewed under 2 s, imported under 5 s, and once more when nothing has changed."""

import random
import time
from pathlib import Path

import openpyxl
import pytest

from mentordesk.domain.cohorts import Role
from mentordesk.domain.importing import ImportResult, RowState, Shape
from mentordesk.services.desk import Desk
from mentordesk.services.imports import importing
from mentordesk.services.imports.importing import ImportRequest
from tests import builders

PEOPLE = 10_000
HEADINGS = (
    *("Name", "E-mail", "Employee number", "Department", "Role", "Places", "Skills offered", "Skills wanted"),
    *("Line manager", "Hire date", "Level"),
)


def _row(at: int, chance: random.Random) -> list[object]:
    skills = [f"skill {number}" for number in range(60)]
    return [
        *(f"First{at:05} Last{at:05}", f"p{at}@big.example", f"{at:06}", f"Department {at % 40}"),
        *(("mentor", "mentee")[at % 2], 1 + at % 3, "; ".join(chance.sample(skills, 3))),
        *("; ".join(chance.sample(skills, 2)), f"p{at // 10}@big.example" if at >= 10 else "", f"13/05/20{at % 26:02}"),
        1 + at % 7,
    ]


@pytest.fixture(scope="module")
def roster(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path, chance = tmp_path_factory.mktemp("big") / "big.xlsx", random.Random(1)
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in (HEADINGS, *(_row(at, chance) for at in range(1, PEOPLE + 1))):
        sheet.append(row)
    book.save(path)
    return path


@pytest.fixture
def desk(benchmark, tmp_path: Path):
    made = Desk.create(tmp_path / "big.mdesk", backups=tmp_path)
    yield made
    made.close()


def request_of(desk: Desk, path: Path, cohort: int | None = None) -> ImportRequest:
    table = importing.read_file(path)
    return ImportRequest(table, desk.read(importing.guess, table), cohort, (Role.MENTEE,))


@pytest.mark.benchmark(timer=time.process_time)
def test_bench_preview_10_000_people(benchmark, desk: Desk, roster: Path) -> None:
    """From the file to the rows: read, columns guessed, compared with the desk."""
    found = benchmark.pedantic(lambda: desk.read(importing.preview, request_of(desk, roster)), rounds=3)

    assert found.count(RowState.NEW) == PEOPLE
    assert benchmark.stats.stats.min < 2


@pytest.mark.benchmark(timer=time.process_time)
def test_bench_import_10_000_people(benchmark, desk: Desk, roster: Path) -> None:
    """From the file to the desk, with managers, lists and a place in a cohort each, in one step of history."""
    cohort = builders.add_cohort(desk)
    done = benchmark.pedantic(lambda: desk.do(importing.apply, request_of(desk, roster, cohort)), rounds=1)

    assert done == ImportResult(PEOPLE, 0, 0, 0)
    assert benchmark.stats.stats.min < 5
    assert desk.undo_label() == "Import 10000 people"


@pytest.mark.benchmark(timer=time.process_time)
def test_bench_import_the_same_10_000_again(benchmark, desk: Desk, roster: Path) -> None:
    desk.do(importing.apply, request_of(desk, roster))
    done = benchmark.pedantic(lambda: desk.do(importing.apply, request_of(desk, roster)), rounds=1)

    assert done == ImportResult(0, 0, PEOPLE, 0)
    assert benchmark.stats.stats.min < 4


@pytest.mark.benchmark(timer=time.process_time)
def test_bench_preview_10_000_people_side_by_side(benchmark, desk: Desk, tmp_path: Path) -> None:
    """5,000 rows with a mentor and a mentee each: 10,000 people, read and previewed like any others."""
    headings = [f"{role} {what}" for role in ("Mentor", "Mentee") for what in ("name", "e-mail", "department", "level")]
    lines = [
        [text for at in (2 * row, 2 * row + 1) for text in (f"First{at} Last", f"p{at}@big.example", "Ops", 1 + at % 7)]
        for row in range(PEOPLE // 2)
    ]
    path = tmp_path / "pairs.xlsx"
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for line in (headings, *lines):
        sheet.append(line)
    book.save(path)
    found = benchmark.pedantic(lambda: desk.read(importing.preview, request_of(desk, path)), rounds=3)
    assert (found.shape, found.count(RowState.NEW)) == (Shape.PAIRS, PEOPLE)
    assert benchmark.stats.stats.min < 2
