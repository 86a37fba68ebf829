"""A timeline of 500 events over 25 years: filled and painted under 50 ms, whether its years are folded or not."""

import time
from datetime import date, timedelta

import pytest

from mentordesk.ui.widgets.timeline import Timeline
from mentordesk.ui.widgets.timeline_items import TimelineItem

ITEMS = [
    TimelineItem(f"contact:{at}", date(2026, 6, 4) - timedelta(days=18 * at), "2 Jun", "Call", note="On budgets")
    for at in range(500)
]

pytestmark = pytest.mark.benchmark(timer=time.process_time)


@pytest.fixture(params=[False, True], ids=["folded", "unfolded"])
def timeline(request, qtbot) -> Timeline:
    made = Timeline()
    qtbot.addWidget(made)
    made.resize(500, 600)
    made.show()
    made.set_items(ITEMS)
    for year in range(2001, 2026) if request.param else ():
        made.unfold(year)
    return made


def test_bench_fill(timeline: Timeline, benchmark) -> None:
    benchmark(lambda: timeline.set_items(ITEMS))
    assert len(timeline.items()) == 500
    assert benchmark.stats["min"] < 0.05


def test_bench_paint(timeline: Timeline, benchmark) -> None:
    assert not benchmark(timeline.grab).isNull()
    assert benchmark.stats["min"] < 0.05
