"""How long one waits in the window on 2,000 people and 50,000 contacts: for a page, and for a key in its search.

Goals: a page is there within 300 ms, a key within 50 ms; the figures of a whole report, which are read while the page
can be used, within a second. Measured is the processor's time of all threads: what else runs does not matter.
"""

import time

import pytest
from PySide6.QtTest import QTest

from mentordesk.ui import pages
from mentordesk.ui.main_window import MainWindow
from mentordesk.ui.widgets.search_field import SearchField
from tests.benchmarks.conftest import settle

PAGE_SECONDS, KEY_SECONDS, ROOM = 0.3, 0.05, 2
FIGURES_SECONDS = {"reports": 1.0}
"""Until everything is there, where that is more than the page."""
SEARCHED = ("pairs", "cohorts", "milestones", "people", "programs")
NAME = "amara ok"

pytestmark = pytest.mark.benchmark(timer=time.process_time)


def go(window: MainWindow, key: str) -> None:
    """Go to a page; back when it shows everything and is painted."""
    window.workplace.go(key)
    settle(window.workplace)
    window.office.page(key).grab()


@pytest.mark.parametrize("key", [entry.key for entry in pages.PAGES])
def test_bench_open_a_page(benchmark, big_window: MainWindow, key: str) -> None:
    """From another page to this one, with rows read afresh as after a change; `page_ms` until it can be used."""
    elsewhere = "reports" if key != "reports" else "today"
    go(big_window, key)

    def leave() -> None:
        go(big_window, elsewhere)
        big_window.office.page(key).reload()

    shown: list[float] = []

    def come() -> None:
        began = time.thread_time()
        big_window.workplace.go(key)
        big_window.office.page(key).grab()
        shown.append(time.thread_time() - began)
        go(big_window, key)

    benchmark.extra_info["goal_ms"] = PAGE_SECONDS * 1000
    benchmark.pedantic(come, setup=leave, rounds=5)

    benchmark.extra_info["page_ms"] = round(min(shown) * 1000)
    assert big_window.office.page(key).loaded
    assert min(shown) < PAGE_SECONDS
    assert benchmark.stats.stats.min < FIGURES_SECONDS.get(key, PAGE_SECONDS * ROOM)


@pytest.mark.parametrize("key", SEARCHED)
def test_bench_a_key_in_the_search_of_a_page(benchmark, big_window: MainWindow, key: str) -> None:
    go(big_window, key)
    page = big_window.office.page(key)
    field = next(each for each in page.findChildren(SearchField) if each.isVisible())

    def type_a_name() -> None:
        for letter in NAME:
            QTest.keyClick(field, letter)
            page.repaint()

    benchmark.extra_info["goal_ms"] = KEY_SECONDS * 1000 * len(NAME)
    benchmark.pedantic(type_a_name, setup=field.clear, rounds=5)

    assert field.text() == NAME
    assert benchmark.stats.stats.min / len(NAME) < KEY_SECONDS


def test_bench_a_key_in_go_to(benchmark, big_window: MainWindow) -> None:
    from mentordesk.ui.goto.palette import Palette

    big_window.run("go_to")
    palette = big_window.findChild(Palette)
    settle(big_window.workplace)

    def type_a_name() -> None:
        for letter in NAME:
            QTest.keyClick(palette.field, letter)
            palette.repaint()

    benchmark.extra_info["goal_ms"] = KEY_SECONDS * 1000 * len(NAME)
    benchmark.pedantic(type_a_name, setup=palette.field.clear, rounds=5)

    assert palette.count.text()
    assert benchmark.stats.stats.min / len(NAME) < KEY_SECONDS
