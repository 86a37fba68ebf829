"""How long the sample takes to make: 200 people under 1.5 s, 2,000 under 12 s."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from mentordesk.services import sample


@pytest.mark.parametrize(("people", "seconds"), [(200, 1.5), (2000, 12.0)])
def test_making_the_sample(benchmark: Any, tmp_path: Path, people: int, seconds: float) -> None:
    numbers = iter(range(1000))
    benchmark.pedantic(
        lambda: sample.make(tmp_path / f"{next(numbers)}.mdesk", date(2026, 6, 4), people=people), rounds=2
    )
    assert benchmark.stats.stats.min < seconds
