"""Drafts of 500 mentees and 300 mentors: the sheet of the Matching page with ten of them, a pin kept, a commit.

The processor's time counts: what else runs on the machine does not matter.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from mentordesk.domain.matching.draft import DraftSettings
from mentordesk.domain.matching.questions import Fixed
from mentordesk.domain.matching.result import Proposal
from mentordesk.domain.matching.suggestion import Matching
from mentordesk.domain.scope import EVERYTHING
from mentordesk.services.desk import Desk
from mentordesk.services.matching import drafts as match_drafts
from mentordesk.services.matching import matching
from tests.benchmarks.test_bench_match_command import fill
from tests.builders import add_cohort

DRAFTS = 10


@dataclass
class Crowded:
    """The desk, its cohort, the best pairs, and those with one of the others pinned."""

    desk: Desk
    cohort: int
    draft: int
    settings: DraftSettings
    best: Proposal
    pin: Fixed
    pinned: Proposal


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crowded]:
    folder: Path = tmp_path_factory.mktemp("drafts")
    desk = Desk.create(folder / "big.mdesk", backups=folder)
    cohort = add_cohort(desk, ends_on=desk.today().replace(year=desk.today().year + 1, day=1))
    desk.do(fill, cohort)
    sheet = desk.read(match_drafts.sheet, EVERYTHING, cohort, None)
    assert sheet.task
    assert sheet.program_settings
    matched = Matching(sheet.task)
    best = matched.suggest()
    first, second = best.pairs[:2]
    pin = Fixed(frozenset({(first.mentee, second.mentor)}))
    made = (cohort, sheet.program_settings, Fixed(), (best,))
    drafts = [desk.do(match_drafts.create, *made) for _ in range(DRAFTS)]
    pinned = matched.edited(pin.pins, ()).suggest()
    yield Crowded(desk, cohort, drafts[0], sheet.program_settings, best, pin, pinned)
    desk.close()


def fastest_task(crowded: Crowded) -> float:
    """Seconds that reading the people alone takes."""
    times = []
    for _ in range(5):
        began = time.process_time()
        crowded.desk.read(matching.task, crowded.cohort)
        times.append(time.process_time() - began)
    return min(times)


@pytest.mark.benchmark(timer=time.process_time)
def test_bench_the_sheet_with_ten_drafts(benchmark, crowded: Crowded) -> None:
    desk, where = crowded.desk, (EVERYTHING, crowded.cohort, crowded.draft)
    sheet = benchmark.pedantic(lambda: desk.read(match_drafts.sheet, *where), rounds=5, warmup_rounds=1)
    benchmark.extra_info["task_seconds"] = round(task := fastest_task(crowded), 3)
    assert len(sheet.drafts) == DRAFTS
    assert benchmark.stats.stats.min - task < 0.3


@pytest.mark.benchmark(timer=time.process_time)
def test_bench_a_pin_kept(benchmark, crowded: Crowded) -> None:
    turns = [(Fixed(), crowded.best), (crowded.pin, crowded.pinned)]

    def pin() -> None:
        turns.reverse()
        fixed, made = turns[0]
        crowded.desk.do(match_drafts.keep, crowded.draft, crowded.settings, fixed, (made,), "Pin a pair")

    benchmark.pedantic(pin, rounds=6, warmup_rounds=1)
    assert benchmark.stats.stats.min < 0.3


@pytest.mark.benchmark(timer=time.process_time)
def test_bench_a_commit(benchmark, crowded: Crowded) -> None:
    def commit() -> None:
        made = crowded.desk.do(match_drafts.commit, crowded.draft)
        assert len(made) == len(crowded.best.pairs)

    benchmark.pedantic(commit, rounds=1)
    assert benchmark.stats.stats.min < 5
