"""`match` end to end on a desk of 500 mentees and 300 mentors, beyond the start of the program."""

import json
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path
from subprocess import run

import pytest
from sqlalchemy.orm import Session

from mentordesk.data.tables import Enrollment, Person, PersonTag, TagKind
from mentordesk.domain.cohorts import Role
from mentordesk.services.desk import Desk, today
from tests.builders import add_cohort

ROOT = Path(__file__).parents[2]
MENTEES, MENTORS = 500, 300
COHORT = "Crossroads 2025–26"
TOPICS = [
    f"{what} {where}" for what in ("Data", "Budgets", "Boards", "Sales") for where in ("abroad", "basics", "labs")
]
CITIES = ("London", "Berlin", "Utrecht", "New York", "Lagos", "Porto")


def fill(session: Session, cohort: int) -> None:
    """People with a manager, tags, levels and places of both roles."""
    rng = random.Random(4)
    bosses = [Person(name=f"Boss {at}") for at in range(60)]
    session.add_all(bosses)
    session.flush()
    for at in range(MENTEES + MENTORS):
        mentor = at >= MENTEES
        person = Person(
            name=f"Person {at}",
            email=f"p{at}@solvane.example",
            department=f"Department {rng.randrange(12)}",
            location=rng.choice(CITIES),
            level=rng.randrange(4, 8) if mentor else rng.randrange(1, 5),
            manager_id=rng.choice(bosses).id,
        )
        session.add(person)
        session.flush()
        for kind, words in ((TagKind.OFFERS, 4), (TagKind.WANTS, 3)):
            for rank, topic in enumerate(rng.sample(TOPICS, words)):
                session.add(PersonTag(person_id=person.id, kind=kind, value=topic, rank=rank))
        session.add(PersonTag(person_id=person.id, kind=TagKind.LANGUAGE, value="English"))
        role, capacity = (Role.MENTOR, rng.choice((1, 2, 2))) if mentor else (Role.MENTEE, 1)
        values = {"cohort_id": cohort, "person_id": person.id, "role": role, "capacity": capacity}
        session.add(Enrollment(**values, enrolled_on=today(session)))


@pytest.fixture(scope="module")
def desk_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("match")
    desk = Desk.create(folder / "big.mdesk", backups=folder)
    desk.do(fill, add_cohort(desk))
    desk.close()
    return desk.path


@pytest.fixture(scope="module")
def score_file(desk_file: Path) -> Path:
    """A score for every pair there could be."""
    rng = random.Random(5)
    file = desk_file.with_name("scores.csv")
    lines = (
        f"p{mentor}@solvane.example,p{mentee}@solvane.example,{rng.randrange(10_000) / 100}\n"
        for mentor in range(MENTEES, MENTEES + MENTORS)
        for mentee in range(MENTEES)
    )
    file.write_text("mentor,mentee,score\n" + "".join(lines))
    return file


def command(*arguments: object) -> str:
    done = run(
        [sys.executable, str(ROOT / "main.py"), *map(str, arguments)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def start(desk_file: Path) -> Callable[[], str]:
    """What any command on this desk takes: it starts, opens the file and reads one thing."""
    return lambda: command("figures", desk_file, "--cohort", COHORT, "--json")


def fastest(work: Callable[[], str], rounds: int = 3) -> float:
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return min(times)


@pytest.mark.parametrize("goal", ["participation", "score", "fairness"])
def test_bench_match_500_by_300(benchmark, desk_file: Path, goal: str) -> None:
    arguments = ("match", desk_file, "--cohort", COHORT, "--goal", goal, "--json")
    out = benchmark.pedantic(lambda: command(*arguments), rounds=3, warmup_rounds=1)
    benchmark.extra_info["start_seconds"] = round(begun := fastest(start(desk_file)), 2)
    assert len(json.loads(out)["pairs"]) > MENTORS
    assert benchmark.stats["min"] - begun < 2


def test_bench_match_by_a_table_of_150_000_scores(benchmark, desk_file: Path, score_file: Path) -> None:
    arguments = ("match", desk_file, "--cohort", COHORT, "--scores", score_file, "--json")
    out = benchmark.pedantic(lambda: command(*arguments), rounds=3, warmup_rounds=1)
    benchmark.extra_info["start_seconds"] = round(begun := fastest(start(desk_file)), 2)
    found = json.loads(out)
    assert found["total"] == pytest.approx(sum(pair["fit"] for pair in found["pairs"]))
    assert benchmark.stats["min"] - begun < 3


def test_bench_match_with_a_workbook(benchmark, desk_file: Path, tmp_path: Path) -> None:
    arguments = ("match", desk_file, "--cohort", COHORT, "-o", tmp_path / "out.xlsx")
    benchmark.pedantic(lambda: command(*arguments), rounds=3, warmup_rounds=1)
    benchmark.extra_info["start_seconds"] = round(begun := fastest(start(desk_file)), 2)
    assert benchmark.stats["min"] - begun < 4
