"""What pages read from a desk of 2,000 people and 50,000 contacts, a contact logged, and the report written.

Where nothing waits for a disk, the processor's time counts: what else runs on the machine does not matter.
"""

import time
from datetime import date
from typing import Any

import pytest
from sqlalchemy.orm import Session

from mentordesk.data.records import Contact, Exchange
from mentordesk.domain.contacts import Channel, ContactForm, ExchangeKind, GiftForm
from mentordesk.domain.pairs import PairRow, PairStatus, Side
from mentordesk.domain.reporting import ReportKind
from mentordesk.services import figures
from mentordesk.services.desk import Desk
from mentordesk.services.pairs import contacts, milestones, pair_facts, pair_listing, pairs
from mentordesk.services.people import people
from mentordesk.services.programs import cohorts
from mentordesk.services.reports import reporting
from mentordesk.services.today import attention, today
from mentordesk.ui.pairs.reading import read_pair

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


@pytest.mark.benchmark(timer=time.process_time)
def test_bench_health_of_all_pairs(benchmark, big_desk: Desk) -> None:
    """All pairs in one pass; a pair by itself takes the same statements, so many of them must be much dearer."""
    records = benchmark.pedantic(lambda: big_desk.read(pair_facts.load), rounds=5, warmup_rounds=1)
    begun = time.process_time()
    for record in records[:20]:
        big_desk.read(pair_facts.load, ids=[record.row.id])
    one = (time.process_time() - begun) / 20

    assert len(records) > 1000
    assert benchmark.stats.stats.min < 0.3
    assert benchmark.stats.stats.min < one * len(records) / 10


def _one_of(big_desk: Desk, busiest: bool) -> int:
    rows = big_desk.read(pairs.rows)
    if not busiest:
        return next(row.id for row in rows if row.status is PairStatus.ACTIVE)
    return min((row for row in rows if row.started_on and row.status is PairStatus.ENDURING), key=_since).id


def _since(row: PairRow) -> date:
    return row.started_on or date.max


@pytest.mark.benchmark(timer=time.process_time)
@pytest.mark.parametrize("busiest", [False, True], ids=["of this year", "of 25 years and 500 events"])
def test_bench_read_any_pair(benchmark, big_desk: Desk, busiest: bool) -> None:
    """Everything its tabs show: under 100 ms."""
    pair_id = _one_of(big_desk, busiest)
    if busiest:
        big_desk.do(live_on, pair_id)

    sheet = benchmark.pedantic(lambda: big_desk.read(read_pair, pair_id), rounds=10, warmup_rounds=1)

    assert len(sheet.timeline) > (500 if busiest else 5)
    assert benchmark.stats.stats.min < 0.1


def live_on(session: Session, pair_id: int) -> None:
    """A call every month of 20 years, with a word of support."""
    for month in range(240):
        day = date(2006 + month // 12, month % 12 + 1, 5)
        session.add(Contact(pair_id=pair_id, channel=Channel.PHONE, day=day, minutes=20))
        session.add(Exchange(pair_id=pair_id, side=Side.LEFT, kind=ExchangeKind.SUPPORT, points=1, day=day))


def _bare(pair_id: int, minutes: int) -> Contact:
    return Contact(pair_id=pair_id, channel=Channel.PHONE, day=date(2026, 6, 4), minutes=minutes)


def test_bench_log_a_contact(benchmark, big_desk: Desk) -> None:
    pair = big_desk.read(pairs.rows, statuses=[PairStatus.ACTIVE])[0]
    gifts = (GiftForm(pair.left_id, ExchangeKind.ADVICE, 2, "A first look at the budget"),)
    form = ContactForm(pair.id, Channel.VIDEO, big_desk.today(), 45, "Budgets", gifts)
    before = len(big_desk.read(contacts.of_pair, pair.id))

    began = time.perf_counter()
    for day in range(30):
        big_desk.do(lambda session, minutes: session.add(_bare(pair.id, minutes)), day + 1)
    benchmark.extra_info["bare_row_seconds"] = round((time.perf_counter() - began) / 30, 4)
    before += 30
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
@pytest.mark.parametrize("part", [ReportKind.PROGRAM, ReportKind.OUTCOMES])
def test_bench_preview_the_figures(benchmark, big_desk: Desk, part: ReportKind) -> None:
    request = reporting.ReportRequest()
    shown = benchmark.pedantic(lambda: big_desk.read(reporting.preview, request, part, 500), rounds=3)

    assert next(sheet for sheet in shown.sheets if sheet.name == part.sheet).tiles
    assert benchmark.stats.stats.min < 1


@pytest.mark.benchmark(timer=time.process_time)
def test_bench_write_the_report(benchmark, big_desk: Desk, tmp_path) -> None:
    target = tmp_path / "report.xlsx"

    def write() -> None:
        big_desk.read(reporting.save, reporting.ReportRequest(), target)

    benchmark.pedantic(write, rounds=1)

    assert target.stat().st_size > 100_000
    assert benchmark.stats.stats.min < 10
