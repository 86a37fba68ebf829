"""The same figure is the same number on Today, on Cohorts, in the report and on the command line, in every scope."""

import json
from datetime import date, datetime
from pathlib import Path

import pytest

from mentordesk import commands
from mentordesk.domain.figures import Figures
from mentordesk.domain.reporting import ReportKind
from mentordesk.domain.scope import EVERYTHING, Period, Scope
from mentordesk.domain.standing import Side
from mentordesk.services import figures, lookup, sample
from mentordesk.services.desk import Desk
from mentordesk.services.pairs import pair_facts
from mentordesk.services.programs import cohorts
from mentordesk.services.reports import reading as report_reading
from mentordesk.services.reports import reporting
from mentordesk.services.reports.reporting import ReportRequest
from mentordesk.services.today import today

DAY = date(2026, 6, 4)
PERIODS = (
    Period(),
    Period(date(2026, 1, 1), DAY),
    Period(date(2025, 12, 4), DAY),
    Period(date(2026, 5, 1), date(2026, 5, 31)),
    Period(date(1990, 1, 1), date(1990, 1, 2)),
)


@pytest.fixture(scope="module")
def path(tmp_path_factory) -> Path:
    return sample.make(tmp_path_factory.mktemp("same") / "sample.mdesk", DAY)


@pytest.fixture(scope="module")
def desk(path: Path, tmp_path_factory):
    backups = tmp_path_factory.mktemp("backups")
    morning = datetime(2026, 6, 4, 9, 41).astimezone()
    made = Desk.open(path, backups=backups, read_only=True, clock=lambda: morning)
    yield made
    made.close()


def scopes(desk: Desk) -> list[Scope]:
    programs, every = desk.read(reporting.scopes)
    of_programs = [Scope(program_id=id_) for id_, _ in programs]
    return [EVERYTHING, *of_programs, *(Scope(cohort_id=id_) for id_, _ in every)]


def on_cohorts(session, scope: Scope) -> Figures:
    """As the page reads them: from the facts it shows."""
    return figures.of(session, pair_facts.current(session, scope))


def test_today_cohorts_and_report_say_the_same_of_every_scope(desk) -> None:
    found = scopes(desk)
    assert len(found) > 8
    for scope in found:
        one = desk.read(figures.figures, scope).as_dict()
        assert desk.read(today.page, scope).figures.as_dict() == one
        assert desk.read(on_cohorts, scope).as_dict() == one
        for figures_of_report in (
            desk.read(reporting.rows, ReportRequest(scope=scope)).figures,
            desk.read(_previewed, scope),
        ):
            assert figures_of_report.as_dict() == one, scope


def _previewed(session, scope: Scope) -> Figures:
    reading = report_reading.Reading(ReportRequest(scope=scope), 500, ReportKind.PROGRAM)
    found = report_reading.rows(session, reading).figures
    assert found is not None
    return found


def test_the_tiles_of_the_workbook_show_these_figures(desk) -> None:
    for scope in scopes(desk):
        one = desk.read(figures.figures, scope)
        tiles = {tile.label: tile for tile in desk.read(reporting.report, ReportRequest(scope=scope)).sheets[0].tiles}
        assert tiles["Active pairs"].parts == (one.active_pairs,)
        contact = f"{one.in_contact_30} of {one.active_pairs}" if one.active_pairs else "–"
        assert tiles["In contact, 30 days"].parts == (contact,)
        assert tiles["Project hours"].parts == (one.project_hours,)
        assert tiles["Check-in average"].parts == ("–" if one.check_in_average is None else one.check_in_average,)
        percent = one.milestones_on_time_percent
        assert tiles["Milestones on time"].parts == ("–" if percent is None else percent / 100,)
        both = f"{one.left_points}\N{NO-BREAK SPACE}:\N{NO-BREAK SPACE}{one.right_points}"
        assert not one.left_points or both in tiles["Given in the period"].explanation
        assert tiles["Active pairs"].explanation.startswith(f"{one.on_track} on track, {one.watch} watch")


def test_the_command_line_prints_them(desk, path: Path, capsys) -> None:
    for name, option in (("", []), ("Crossroads", ["--program", "Crossroads"])):
        if name and name not in {program for _, program in desk.read(reporting.scopes)[0]}:
            continue
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(commands, "reading", lambda _path: _lent(desk))
            assert commands.run(["figures", str(path), "--json", *option]) == 0
        scope = desk.read(lookup.scope, None, name or None)
        assert json.loads(capsys.readouterr().out) == desk.read(figures.figures, scope).as_dict()


class _lent:  # noqa: N801 - stands for a function
    """The open desk in place of one opened for the command: it has the clock of the sample."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def __enter__(self) -> Desk:
        return self._desk

    def __exit__(self, *_: object) -> None:
        return None


def test_pairs_and_give_and_take_add_up_in_every_period_and_scope(desk) -> None:
    for scope in scopes(desk):
        for period in PERIODS:
            pairs, given = (
                desk.read(reporting.report, ReportRequest(kind, scope, period)).sheets[0].table
                for kind in (ReportKind.PAIRS, ReportKind.GIVE_AND_TAKE)
            )
            assert [column.title for column in given.columns] == [
                *("Date", "Pair", "Format", "Giver", "Receiver", "Kind", "Points", "What")
            ]
            left, right = (
                sum(row[pairs.index(title)] for row in pairs.rows) for title in ("Mentor gave", "Mentee gave")
            )
            assert left + right == sum(row[given.index("Points")] for row in given.rows)
            rows = desk.read(reporting.rows, ReportRequest(ReportKind.GIVE_AND_TAKE, scope, period))
            by_side = {side: sum(row.points for row in rows.exchanges.rows if row.side is side) for side in Side}
            assert (left, right) == (by_side[Side.LEFT], by_side[Side.RIGHT])


def test_the_cohorts_of_the_summary_are_the_sums_of_their_pairs(desk) -> None:
    report = desk.read(reporting.report, ReportRequest())
    summary, pairs = report.sheets[0].table, report.table("Pairs")
    named = {row.name for row in desk.read(cohorts.rows)}
    begun = [row for row in pairs.rows if row[pairs.index("Status")] != "Proposed"]
    for line in summary.rows:
        own = [row for row in begun if (row[pairs.index("Cohort")] or "Without a cohort") == line[0]]
        assert line[0] in named or line[0] == "Without a cohort"
        assert line[summary.index("Pairs")] == len(own)
        for title, of_pairs in (
            ("Contacts", "Contacts"),
            ("Mentor gave", "Mentor gave"),
            ("Milestones done", "Milestones done"),
            ("Milestones planned", "Milestones planned"),
            ("Overdue", "Milestones overdue"),
            ("Project hours", "Project hours"),
        ):
            assert line[summary.index(title)] == sum(row[pairs.index(of_pairs)] for row in own), (line[0], title)
