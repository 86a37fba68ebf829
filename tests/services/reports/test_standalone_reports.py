"""The reports that stand alone say what the desk says elsewhere, and to each reader only what is theirs."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from mentordesk.domain.cohorts import EnrollmentStatus
from mentordesk.domain.errors import UserError
from mentordesk.domain.reporting import LIST_KINDS, NameStyle, Reader, ReportKind
from mentordesk.domain.scope import EVERYTHING, Period, Scope
from mentordesk.domain.standing import PairStatus, Side
from mentordesk.exchange.workbook_figures import shown
from mentordesk.services import figures, sample
from mentordesk.services.desk import Desk
from mentordesk.services.pairs import contacts, exchanges, pair_facts
from mentordesk.services.programs import cohorts
from mentordesk.services.reports import reporting
from mentordesk.services.reports.reporting import ReportRequest
from mentordesk.services.stories import stories
from tests.exchange.workbooks import opened

DAY = date(2026, 6, 4)
PERIODS = (Period(), Period(date(2026, 1, 1), DAY), Period(date(2025, 12, 15), date(2026, 2, 3)))


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("alone")
    path = sample.make(folder / "sample.mdesk", DAY)
    morning = datetime(2026, 6, 4, 9, 41).astimezone()
    made = Desk.open(path, backups=folder / "backups", read_only=True, clock=lambda: morning)
    yield made
    made.close()


@pytest.fixture(scope="module")
def scopes(desk: Desk) -> list[Scope]:
    programs, every = desk.read(reporting.scopes)
    of_programs = [Scope(program_id=id_) for id_, _ in programs]
    return [EVERYTHING, *of_programs, *(Scope(cohort_id=id_) for id_, _ in every)]


def own(desk: Desk, kind: ReportKind, scope: Scope = EVERYTHING, period: Period = PERIODS[0], **asked):
    return desk.read(reporting.rows, ReportRequest(kind, scope, period, **asked)).own


def words(desk: Desk, request: ReportRequest) -> str:
    """All words of a report's cells."""
    found = desk.read(reporting.report, request)
    tables = [sheet.table for sheet in found.sheets if sheet.kind == "table"]
    return "\n".join(shown(value) for table in tables for cells in table.rows for value in cells)


def test_engagement_adds_up_to_the_contacts_and_points_of_the_period(desk: Desk, scopes: list[Scope]) -> None:
    for scope in scopes:
        for period in PERIODS:
            months = own(desk, ReportKind.ENGAGEMENT, scope, period).months
            met = desk.read(contacts.totals, scope, period).values()
            given = desk.read(exchanges.totals, scope, period).items()
            assert sum(row.total for row in months) == sum(count for count, _ in met)
            assert sum(row.minutes for row in months) == sum(minutes for _, minutes in met)
            for side, points in ((Side.LEFT, "left"), (Side.RIGHT, "right")):
                here = sum(each for (_, giver), (_, each) in given if giver is side)
                assert sum(getattr(row, points) for row in months) == here


def test_engagement_of_this_month_has_the_active_pairs_of_today(desk: Desk, scopes: list[Scope]) -> None:
    for scope in scopes:
        months = own(desk, ReportKind.ENGAGEMENT, scope).months
        if months:
            assert months[-1].active == desk.read(figures.figures, scope).active_pairs


def test_the_contacts_of_the_pairs_add_up_to_those_of_the_months(desk: Desk) -> None:
    found = own(desk, ReportKind.ENGAGEMENT)
    by_month = {row.month: row.total for row in found.months}
    for place, month in enumerate(found.newest):
        assert sum(pair.contacts[place] or 0 for pair in found.pairs) == by_month[month]


def test_what_everybody_may_read_has_no_row_of_a_pair(desk: Desk) -> None:
    assert own(desk, ReportKind.ENGAGEMENT, reader=Reader.PUBLIC).pairs == ()
    assert own(desk, ReportKind.ENGAGEMENT, reader=Reader.MANAGER).pairs


def test_the_cohorts_of_all_years_are_those_of_the_cohorts_page(desk: Desk) -> None:
    rows = {row.name: row for row in desk.read(cohorts.rows)}
    found = own(desk, ReportKind.OVER_THE_YEARS)
    named = {row.name: row for row in found.cohorts if row.starts_on}
    assert named.keys() == rows.keys()
    for name, row in named.items():
        there = rows[name]
        assert (row.people, row.active, row.enduring) == (there.people, there.active, there.enduring)
        assert row.completed + row.ended == there.finished
        assert row.pairs == row.active + row.completed + row.ended + row.enduring + _paused(desk, there.id)
    met = desk.read(contacts.totals, EVERYTHING, Period()).values()
    assert sum(row.contacts for row in found.cohorts) == sum(row.contacts for row in found.years)
    assert sum(row.contacts for row in found.years) == sum(count for count, _ in met)
    assert sum(row.minutes for row in found.years) == sum(minutes for _, minutes in met)


def _paused(desk: Desk, cohort_id: int) -> int:
    return len(desk.read(pair_facts.load, Scope(cohort_id=cohort_id), {PairStatus.PAUSED}))


def test_nobody_is_new_twice(desk: Desk) -> None:
    found = own(desk, ReportKind.OVER_THE_YEARS)
    places = [row for cohort in desk.read(cohorts.rows) for row in desk.read(cohorts.enrollments, cohort.id)]
    taking_part = {row.person_id for row in places if row.status is not EnrollmentStatus.WITHDRAWN}
    assert sum(row.first_time for row in found.years) == len(taking_part)


def test_enduring_pairs_are_those_of_the_desk_the_longest_first(desk: Desk) -> None:
    records = desk.read(pair_facts.load, EVERYTHING, {PairStatus.ENDURING})
    found = own(desk, ReportKind.ENDURING)
    assert sorted(row.pair for row in found.pairs) == sorted(record.row.name for record in records)
    starts = [row.since for row in found.pairs if row.since]
    assert starts == sorted(starts)
    assert found.generations >= 3
    assert found.became
    for row in found.became:
        assert row.mentee_since < row.mentor_since


def test_project_hours_are_the_figure_of_the_summary(desk: Desk) -> None:
    found = own(desk, ReportKind.PROJECT_HOURS)
    assert sum(row.left + row.right for row in found.projects) == pytest.approx(sum(row.hours for row in found.hours))
    active = {record.row.name for record in desk.read(pair_facts.load, EVERYTHING, {PairStatus.ACTIVE})}
    used = sum(row.left + row.right for row in found.projects if row.pair in active)
    budget = sum(row.budget for row in found.projects if row.pair in active)
    said = desk.read(figures.figures)
    assert (used, budget) == (pytest.approx(said.project_hours), pytest.approx(said.project_budget))


def test_a_letter_names_both_sides_and_when_to_meet(desk: Desk) -> None:
    letters = own(desk, ReportKind.MAIL_MERGE)
    pairs = desk.read(pair_facts.load, EVERYTHING, {PairStatus.PROPOSED, PairStatus.ACTIVE})
    assert len(letters) == 2 * len(pairs)
    for first, second in zip(letters[::2], letters[1::2], strict=True):
        assert (first.name, first.partner) == (second.partner, second.name)
        assert (first.email, first.partner_email) == (second.partner_email, second.email)
        assert first.first_name == first.name.split()[0]
    assert all(letter.when_to_meet for letter in letters)
    assert any(" at " in letter.when_to_meet for letter in letters)


def test_letters_of_a_period_are_of_the_pairs_that_start_in_it(desk: Desk) -> None:
    found = own(desk, ReportKind.MAIL_MERGE, period=Period(date(2026, 4, 1), DAY))
    started = [
        record
        for record in desk.read(pair_facts.load, EVERYTHING, {PairStatus.PROPOSED, PairStatus.ACTIVE})
        if record.row.started_on is None or record.row.started_on >= date(2026, 4, 1)
    ]
    assert len(found) == 2 * len(started)
    assert 0 < len(found) < len(own(desk, ReportKind.MAIL_MERGE))


def test_a_story_is_told_only_where_both_have_agreed(desk: Desk) -> None:
    found = own(desk, ReportKind.STORIES)
    told = {row.pair for row in found.words}
    agreed = {row.pair for row in found.stories if row.left_agreed_on and row.right_agreed_on and row.answered}
    assert told == agreed
    assert found.waiting == len(found.stories) - len(agreed) > 0
    assert all(bool(row.title or row.quote) <= (row.pair in agreed) for row in found.stories)
    draft = next(row for row in desk.read(pair_facts.load) if row.row.name not in agreed and _draft(desk, row.row.id))
    answer = desk.read(stories.of_pair, draft.row.id)
    every = words(desk, ReportRequest(ReportKind.STORIES))
    assert all(said.text not in every for question in answer.questions for said in question.answers)


def _draft(desk: Desk, pair_id: int) -> bool:
    return desk.read(stories.of_pair, pair_id).answered > 0


@pytest.mark.parametrize("kind", sorted(LIST_KINDS - {ReportKind.PERSONAL_DATA, ReportKind.MAIL_MERGE}))
@pytest.mark.parametrize("style", [NameStyle.INITIALS, NameStyle.NONE])
def test_without_full_names_nobody_is_named(desk: Desk, kind: ReportKind, style: NameStyle) -> None:
    people = {name for record in desk.read(pair_facts.load) for name in (record.row.left, record.row.right)}
    said = words(desk, ReportRequest(kind, names=style))
    assert not {name for name in people if name in said}


@pytest.mark.parametrize("kind", [ReportKind.ENGAGEMENT, ReportKind.PROJECT_HOURS])
def test_managers_are_told_no_mentee(desk: Desk, kind: ReportKind) -> None:
    mentees = {record.row.right for record in desk.read(pair_facts.load)}
    said = words(desk, ReportRequest(kind, reader=Reader.MANAGER))
    assert "Mentee " in said
    assert not {name for name in mentees if name in said}


def test_what_needs_names_is_not_given_to_everybody(desk: Desk) -> None:
    with pytest.raises(UserError, match="not for everybody"):
        desk.read(reporting.report, ReportRequest(ReportKind.MAIL_MERGE, reader=Reader.PUBLIC))
    with pytest.raises(UserError, match="without names"):
        desk.read(reporting.report, ReportRequest(ReportKind.MAIL_MERGE, names=NameStyle.NONE))
    with pytest.raises(UserError, match="about one person"):
        desk.read(reporting.report, ReportRequest(ReportKind.PERSONAL_DATA))


@pytest.mark.parametrize("kind", sorted(LIST_KINDS))
def test_each_is_written_as_a_workbook(desk: Desk, tmp_path: Path, kind: ReportKind) -> None:
    request = ReportRequest(kind, person_id=12 if kind is ReportKind.PERSONAL_DATA else None)
    report = desk.read(reporting.report, request)
    written = desk.read(reporting.save, request, tmp_path / "out.xlsx")
    book = opened(written.path, values=True)
    assert book.sheetnames[: len(report.sheets)] == [sheet.name for sheet in report.sheets]
    for sheet in report.sheets:
        if sheet.kind == "table":
            heads = [cell.value for cell in book[sheet.name][1]][: len(sheet.table.columns)]
            assert heads == [column.title for column in sheet.table.columns]


def test_the_list_for_letters_is_nothing_but_a_table(desk: Desk) -> None:
    (sheet,) = desk.read(reporting.report, ReportRequest(ReportKind.MAIL_MERGE)).sheets
    assert not sheet.table.has_totals
    assert not sheet.remark
    assert {type(value) for cells in sheet.table.rows for value in cells} == {str}
