"""What pages read from a desk of 2,000 people and 50,000 contacts, a contact logged, and the report written.

Where nothing waits for a disk, the processor's time counts: what else runs on the machine does not matter.
"""

import time
from typing import Any

import pytest

from mentordesk.domain.contacts import Channel, ContactForm, ExchangeKind, GiftForm
from mentordesk.domain.pairs import PairStatus
from mentordesk.services import (
    attention,
    cohorts,
    contacts,
    figures,
    milestones,
    pair_listing,
    pairs,
    people,
    reporting,
    today,
)
from mentordesk.services.desk import Desk

READERS = (
    (pairs.rows, 0.4),
    (pair_listing.listed, 0.4),
    (figures.figures, 0.3),
    (today.page, 0.5),
    (attention.items, 0.5),
    (people.rows, 0.2),
    (cohorts.rows, 0.15),
    (milestones.rows, 0.4),
)


@pytest.mark.benchmark(timer=time.process_time)
@pytest.mark.parametrize(
    ("query", "seconds"), READERS, ids=lambda value: f"{value.__module__}.{value.__name__}" if callable(value) else ""
)
def test_bench_what_a_page_reads(benchmark, big_desk: Desk, query: Any, seconds: float) -> None:
    found = benchmark.pedantic(lambda: big_desk.read(query), rounds=5, warmup_rounds=1)

    assert found
    assert benchmark.stats.stats.min < seconds


@pytest.mark.benchmark(timer=time.process_time)
def test_the_desk_is_as_big_as_it_should_be(benchmark, big_desk: Desk) -> None:
    """Reading every contact at once, as the report does."""
    found = benchmark.pedantic(lambda: big_desk.read(contacts.rows), rounds=2)

    assert len(found) > 45_000
    assert len(big_desk.read(people.rows)) >= 2000
    assert benchmark.stats.stats.min < 2


def test_bench_log_a_contact(benchmark, big_desk: Desk) -> None:
    pair = big_desk.read(pairs.rows, statuses=[PairStatus.ACTIVE])[0]
    gifts = (GiftForm(pair.left_id, ExchangeKind.ADVICE, 2, "A first look at the budget"),)
    form = ContactForm(pair.id, Channel.VIDEO, big_desk.today(), 45, "Budgets", gifts)
    before = len(big_desk.read(contacts.of_pair, pair.id))

    benchmark.pedantic(lambda: big_desk.do(contacts.log, form), rounds=30, warmup_rounds=1)

    assert len(big_desk.read(contacts.of_pair, pair.id)) == before + 31
    assert benchmark.stats.stats.median < 0.05


def test_bench_undo_a_contact(benchmark, big_desk: Desk) -> None:
    pair = big_desk.read(pairs.rows, statuses=[PairStatus.ACTIVE])[0]
    form = ContactForm(pair.id, Channel.VIDEO, big_desk.today(), 45, "Budgets", ())
    before = len(big_desk.read(contacts.of_pair, pair.id))

    benchmark.pedantic(big_desk.undo, setup=lambda: big_desk.do(contacts.log, form) and None, rounds=20)

    assert len(big_desk.read(contacts.of_pair, pair.id)) == before
    assert benchmark.stats.stats.median < 0.05


@pytest.mark.benchmark(timer=time.process_time)
def test_bench_write_the_report(benchmark, big_desk: Desk, tmp_path) -> None:
    target = tmp_path / "report.xlsx"

    def write() -> None:
        reporting.write(big_desk.read(reporting.report, reporting.ReportRequest()), target)

    benchmark.pedantic(write, rounds=1)

    assert target.stat().st_size > 100_000
    assert benchmark.stats.stats.min < 10
