"""The sheets Summary and Definitions as they are laid out from a desk."""

from collections.abc import Iterator
from datetime import date, datetime

import pytest

from mentordesk.domain.reporting import Reader, ReportKind
from mentordesk.domain.scope import Scope
from mentordesk.exchange.workbook import Definition, SummarySheet, Table
from mentordesk.services import sample
from mentordesk.services.desk import Desk
from mentordesk.services.reports import reporting
from mentordesk.services.reports.reporting import ReportRequest
from tests import builders


@pytest.fixture(scope="module")
def sample_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("summary")
    morning = datetime(2026, 6, 4, 9, 41).astimezone()
    path = sample.make(folder / "sample.mdesk", date(2026, 6, 4))
    made = Desk.open(path, backups=folder, read_only=True, clock=lambda: morning)
    yield made
    made.close()


def summary(desk: Desk, **wanted: object) -> SummarySheet:
    found = desk.read(reporting.report, ReportRequest(**wanted)).sheets[0]
    assert isinstance(found, SummarySheet)
    return found


def table(desk: Desk, **wanted: object) -> Table:
    found = summary(desk, **wanted).table
    assert found is not None
    return found


def test_a_cohort_says_how_both_sides_rate_it(sample_desk: Desk) -> None:
    found = table(sample_desk, scope=Scope(cohort_id=1))
    at = [found.index(title) for title in ("Pair", "Mentor rates", "Mentee rates")]
    assert ("Rafael Monteiro & Priya Raman", 3.5, 2.5) in [tuple(row[place] for place in at) for row in found.rows]
    assert found.columns[at[2]].tone(2.5) == "risk"


def test_how_many_are_in_balance_stands_in_one_tile_alone(sample_desk: Desk) -> None:
    """Two counts that leave out other pairs would not agree."""
    tiles = {tile.label: tile for tile in summary(sample_desk, scope=Scope(cohort_id=6)).tiles}
    assert tiles["Given in the period"].explanation.startswith("points; balance ")
    assert [label for label, tile in tiles.items() if "in balance" in f"{label} {tile.explanation}".lower()] == [
        "In balance"
    ]


def test_who_is_given_no_single_answer_sees_no_rates(sample_desk: Desk) -> None:
    titles = [column.title for column in table(sample_desk, scope=Scope(cohort_id=1), reader=Reader.MANAGER).columns]
    assert "Pair" in titles
    assert "Mentor rates" not in titles
    assert "Mentor rates" not in [column.title for column in table(sample_desk).columns]


def test_charts_stand_above_a_table_that_does_not_fit_on_their_page(desk: Desk) -> None:
    program = builders.add_program(desk)
    builders.add_cohort(desk, program, "Cohort 1")
    assert not summary(desk).charts_first
    for number in range(2, 18):
        builders.add_cohort(desk, program, f"Cohort {number}")
    assert summary(desk).charts_first


def test_the_top_says_which_pairs_it_counts(sample_desk: Desk, desk: Desk) -> None:
    said = "Milestones, check-ins and project hours at the top are of active pairs; the table has all that began."
    note, empty = summary(sample_desk).note, summary(desk).note
    assert said in getattr(note, "paragraphs", ())
    assert said not in getattr(empty, "paragraphs", (said,))


def test_definitions_say_what_a_past_day_and_two_reports_cannot_keep(sample_desk: Desk) -> None:
    blocks = sample_desk.read(reporting.report, ReportRequest(), 1).sheets[-1].blocks
    said = {block.term: str(block.meaning) for block in blocks if isinstance(block, Definition)}
    assert "a pair is paused" in said["As of a past day"]
    assert "how far an open goal is" in said["As of a past day"]
    assert "do not hand on both" in said["Two reports together"]
    assert said["Contacts a pair"] == "Contacts of the period ÷ pairs that have begun."


def test_the_first_month_of_the_charts_is_whole_as_in_engagement_by_month(sample_desk: Desk) -> None:
    by_month = sample_desk.read(reporting.report, ReportRequest(kind=ReportKind.ENGAGEMENT), 1).sheets[0]
    for title in ("Contacts per month", "Points given per month"):
        one, other = (
            next(chart for chart in sheet.charts if chart.title == title) for sheet in (summary(sample_desk), by_month)
        )
        assert (one.categories, [each.values for each in one.series]) == (
            other.categories,
            [each.values for each in other.series],
        )
