"""The program report: what is in the workbook is what is in the desk, and nothing that is confidential."""

import re
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from mentordesk.data import records
from mentordesk.data.tables import Pair
from mentordesk.domain.closing import Benefit, SurveyForm
from mentordesk.domain.cohorts import EnrollmentForm, EnrollmentStatus, Role
from mentordesk.domain.contacts import Channel, ContactForm, ExchangeKind, GiftForm
from mentordesk.domain.errors import CancelledError, NotFoundError, UserError
from mentordesk.domain.goals import GoalForm
from mentordesk.domain.pairs import EndReason, PairStatus
from mentordesk.domain.people import CustomFieldForm, FieldKind
from mentordesk.domain.reporting import LIST_KINDS, PROGRAM_PARTS, NameStyle, Reader, ReportKind
from mentordesk.domain.scope import EVERYTHING, Period, Scope
from mentordesk.domain.standing import Side
from mentordesk.services import custom_fields, figures, lookup
from mentordesk.services.pairs import closing, contacts, goals, milestones, pairs
from mentordesk.services.programs import enrollments
from mentordesk.services.reports import reporting
from mentordesk.services.reports.reporting import ReportRequest
from tests import builders
from tests.exchange.workbooks import opened

SECRET = "She told me about the layoffs"


@pytest.fixture
def office(desk) -> dict[str, int]:
    """A cohort with two pairs, contacts, gifts, a check-in with a comment and a note."""
    field = desk.do(custom_fields.save, CustomFieldForm("Career stage", FieldKind.TEXT))
    amara = builders.add_person(desk, "Amara Okonkwo", employee_number="00017", custom={field: ("Leads leaders",)})
    cohort = builders.add_cohort(desk)
    first = builders.add_pair(desk, amara, "=Jonas Weidmann", cohort)
    second = builders.add_pair(desk, "Hélène Garnier", "Tariq Nasser", cohort)
    builders.add_pair(desk, "Ruth Adelmann", "Viktor Halloran", None, PairStatus.ENDURING, date(2011, 6, 12))
    jonas = desk.read(lambda session: session.scalar(select(Pair.right_id).where(Pair.id == first)))
    gifts = (
        GiftForm(amara, ExchangeKind.ADVICE, 3, "Before the scope talk"),
        GiftForm(jonas, ExchangeKind.KNOWLEDGE, 2, "-5 % on routes"),
    )
    desk.do(contacts.log, ContactForm(first, Channel.VIDEO, date(2026, 5, 20), 45, SECRET, gifts))
    desk.do(contacts.log, ContactForm(first, Channel.TEXT, date(2025, 11, 3), 5))
    desk.do(contacts.log, ContactForm(second, Channel.COFFEE, date(2026, 6, 1), 60))
    desk.do(
        lambda session: session.add(
            records.CheckIn(
                pair_id=first,
                side=Side.LEFT,
                day=date(2026, 5, 8),
                trust=5,
                value=4,
                balance=4,
                progress=3,
                comment=SECRET,
            )
        )
    )
    return {"cohort": cohort, "first": first, "second": second}


def rows_of(path: Path, sheet: str) -> list[dict[str, Any]]:
    """The rows of a sheet's table by heading."""
    worksheet = opened(path, values=True)[sheet]
    table = next(iter(worksheet.tables.values()))
    cells = [[cell.value for cell in row] for row in worksheet[table.ref]]
    return [dict(zip(cells[0], row, strict=True)) for row in cells[1 : len(cells) - (table.totalsRowCount or 0)]]


@pytest.fixture
def workbook(desk, office, tmp_path: Path) -> Path:
    report = desk.read(reporting.report, ReportRequest(scope=Scope(cohort_id=office["cohort"])))
    return reporting.write(report, tmp_path / report.file_name).path


def test_the_sheets_are_those_hr_asked_for(workbook: Path) -> None:
    assert opened(workbook).sheetnames == [
        *("Summary", "Participants", "Pairs", "Milestones", "Contacts", "Give and take", "Check-ins", "Goals"),
        *("Outcomes", "People without a pair", "Data quality", "Definitions"),
    ]
    assert workbook.name == "Crossroads 2025–26 program report.xlsx"


def test_every_contact_is_a_row_with_a_true_date(desk, office, workbook: Path) -> None:
    rows = rows_of(workbook, "Contacts")
    assert len(rows) == desk.read(lambda s: s.scalar(select(func.count()).select_from(records.Contact))) == 3
    assert [row["Date"].date() for row in rows] == [date(2026, 6, 1), date(2026, 5, 20), date(2025, 11, 3)]
    assert {row["Channel"] for row in rows} == {"Coffee", "Video call", "Text message"}
    assert sum(row["Minutes"] for row in rows) == 110


def test_points_of_pairs_and_of_the_statement_add_up(workbook: Path) -> None:
    pairs, gifts = rows_of(workbook, "Pairs"), rows_of(workbook, "Give and take")
    assert list(gifts[0]) == ["Date", "Pair", "Format", "Giver", "Receiver", "Kind", "Points", "What"]
    assert sum(row["Mentor gave"] + row["Mentee gave"] for row in pairs) == sum(row["Points"] for row in gifts) == 5
    first = next(row for row in pairs if row["Mentor"] == "Amara Okonkwo")
    assert (first["Mentor gave"], first["Mentee gave"]) == (3, 2)
    assert first["Share given by mentor"] == pytest.approx(0.6)
    assert first["Contacts"] == 2


def test_participants_carry_number_and_custom_field_as_text(workbook: Path) -> None:
    amara = next(row for row in rows_of(workbook, "Participants") if row["Name"] == "Amara Okonkwo")
    assert amara["Employee number"] == "00017"
    assert amara["Career stage"] == "Leads leaders"
    assert (amara["Role"], amara["Places"], amara["Places used"]) == ("Mentor", 1, 1)


def test_text_that_looks_like_a_formula_stays_text(workbook: Path) -> None:
    book = opened(workbook)
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and "Jonas" in cell.value:
                    assert cell.data_type != "f"
    names = {row["Name"] for row in rows_of(workbook, "Participants")}
    assert "=Jonas Weidmann" in names
    assert "-5 % on routes" in {row["What"] for row in rows_of(workbook, "Give and take")}


def test_nothing_confidential_is_in_any_part_of_the_file(workbook: Path) -> None:
    with zipfile.ZipFile(workbook) as package:
        for name in package.namelist():
            text = package.read(name).decode("utf-8", errors="replace")
            assert "layoffs" not in text, name


def test_milestones_say_what_is_late(desk, office, tmp_path: Path) -> None:
    rows = desk.read(milestones.of_pair, office["first"])
    desk.do(milestones.mark_done, [rows[0].id], date(2025, 10, 20))
    desk.do(milestones.skip, [rows[1].id], "Both were traveling")
    report = desk.read(reporting.report, ReportRequest(ReportKind.MILESTONES))
    path = reporting.write(report, tmp_path / "m.xlsx").path
    found = {row["Milestone"]: row for row in rows_of(path, "Milestones") if "Amara" in row["Pair"]}
    assert found[rows[0].title]["State"] == "Done"
    assert found[rows[0].title]["Days late"] == (date(2025, 10, 20) - rows[0].due_on).days
    assert found[rows[1].title]["Reason when skipped"] == "Both were traveling"
    assert any(row["State"] == "Overdue" and row["Days late"] > 0 for row in found.values())


def test_the_summary_shows_the_figures_of_today(desk, office, workbook: Path) -> None:
    found = desk.read(figures.figures, Scope(cohort_id=office["cohort"]))
    sheet = opened(workbook, values=True)["Summary"]
    texts = {str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert f"{found.in_contact_30} of {found.active_pairs}" in texts
    assert "3 : 2" in texts
    assert found.active_pairs == 2


def test_a_period_takes_only_its_contacts_and_exchanges(desk, office) -> None:
    rows = desk.read(reporting.rows, ReportRequest(period=Period(date(2025, 11, 1), date(2025, 11, 30))))
    assert [row.on for row in rows.contacts.rows] == [date(2025, 11, 3)]
    assert rows.exchanges.rows == []
    november = Period(date(2025, 11, 1), date(2025, 11, 30))
    report = desk.read(reporting.report, ReportRequest(ReportKind.PAIRS, period=november))
    pairs = report.table("Pairs")
    assert sum(row[pairs.index("Contacts")] for row in pairs.rows) == 1


def test_everything_has_a_row_a_cohort_and_one_for_pairs_without(desk, office) -> None:
    report = desk.read(reporting.report, ReportRequest())
    table = report.sheets[0].table
    assert [row[0] for row in table.rows] == ["Crossroads 2025–26", "Without a cohort"]
    assert sum(row[table.index("Pairs")] for row in table.rows) == 3


@pytest.mark.parametrize("kind", [kind for kind in ReportKind if kind not in LIST_KINDS])
def test_an_empty_desk_has_every_report_too(desk, tmp_path: Path, kind: ReportKind) -> None:
    report = desk.read(reporting.report, ReportRequest(kind))
    path = reporting.write(report, tmp_path / "empty.xlsx").path
    assert opened(path).sheetnames[-1] == "Definitions"


def test_file_names_hold_what_file_names_can(desk) -> None:
    cohort = builders.add_cohort(desk, name='Mid/Late: "2026" <A>')
    report = desk.read(reporting.report, ReportRequest(scope=Scope(cohort_id=cohort)))
    assert not re.search(r'[\\/:*?"<>|]', report.file_name)


def test_names_are_found_however_they_are_written(desk, office) -> None:
    assert desk.read(lookup.scope, "crossroads 2025–26").cohort_id == office["cohort"]
    assert desk.read(lookup.scope, None, "Crossroads").program_id is not None
    assert desk.read(lookup.scope) == EVERYTHING
    with pytest.raises(NotFoundError, match="no cohort called “Nobody”") as caught:
        desk.read(lookup.scope, "Nobody")
    assert "Crossroads 2025–26" in caught.value.advice


def test_a_preview_holds_the_first_rows_and_counts_them_all(desk, office) -> None:
    whole = desk.read(reporting.report, ReportRequest())
    preview = desk.read(reporting.report, ReportRequest(), 1)
    for name in ("Contacts", "Exchanges", "Milestones"):
        assert len(preview.table(name).rows) == len(whole.table(name).rows) > 1
        assert list(preview.table(name).rows) == list(whole.table(name).rows)[:1]
    assert preview.sheets[0] == whole.sheets[0]


def test_comments_are_in_it_only_when_they_are_asked_for_by_name(desk, office) -> None:
    kept = desk.read(reporting.report, ReportRequest(ReportKind.CHECK_INS)).table("Check_ins")
    assert "Comment" not in [column.title for column in kept.columns]
    assert [row[kept.index("Trust")] for row in kept.rows] == [5]
    asked = desk.read(reporting.report, ReportRequest(ReportKind.CHECK_INS, comments=True)).table("Check_ins")
    assert [row[asked.index("Comment")] for row in asked.rows] == [SECRET]


def test_names_are_full_initials_or_none_on_every_sheet(desk, office) -> None:
    for style, pair, giver in (
        (NameStyle.FULL, "Amara Okonkwo & =Jonas Weidmann", "Amara Okonkwo"),
        (NameStyle.INITIALS, "A. O. & =. W.", "A. O."),
        (NameStyle.NONE, f"Mentor {office['first']} & Mentee {office['first']}", f"Mentor {office['first']}"),
    ):
        report = desk.read(reporting.report, ReportRequest(names=style))
        given = report.table("Exchanges")
        assert pair in {row[given.index("Pair")] for row in given.rows}
        assert giver in {row[given.index("Giver")] for row in given.rows}
        said = " ".join(str(value) for table in report.tables() for row in table.rows for value in row)
        assert ("Okonkwo" in said) == ("solvane.example" in said) == ("00017" in said) == (style is NameStyle.FULL)


def test_benefits_are_ranked_and_few_answers_are_not_shown(desk, office) -> None:
    form = SurveyForm(office["first"], Side.LEFT, date(2026, 6, 1), (Benefit.LEADERSHIP,))
    desk.do(closing.record, form)
    few = desk.read(reporting.report, ReportRequest(ReportKind.BENEFITS)).table("Benefits")
    assert [row[:6] for row in few.rows] == [("Traditional", "Mentor", None, "– (fewer than 5 answers)", None, None)]
    for number in range(4):
        pair = builders.add_pair(desk, f"Mentor {number}", f"Mentee {number}", office["cohort"])
        desk.do(
            closing.record, replace(form, pair_id=pair, benefits=(Benefit.NETWORK, Benefit.LEADERSHIP)[: 1 + number])
        )
    report = desk.read(reporting.report, ReportRequest())
    ranked = desk.read(reporting.report, ReportRequest(ReportKind.BENEFITS)).table("Benefits")
    assert [row[2:6] for row in ranked.rows] == [(1, "Leadership skills", 4, 5), (1, "Network", 4, 5)]
    assert "Mentors name leadership skills and network first: 4 of 5." in report.sheets[0].note.paragraphs[-1]


@pytest.mark.parametrize("part", PROGRAM_PARTS)
def test_a_sheet_read_alone_is_the_one_of_the_whole_report(desk, office, part: ReportKind) -> None:
    desk.do(closing.record, SurveyForm(office["first"], Side.LEFT, date(2026, 6, 1), (Benefit.SKILL,)))
    whole = desk.read(reporting.report, ReportRequest())
    preview = desk.read(reporting.preview, ReportRequest(), part, 500)
    assert [sheet.name for sheet in preview.sheets] == [sheet.name for sheet in whole.sheets]
    assert desk.read(reporting.sheet, ReportRequest(), part, 500) in whole.sheets
    for ours, theirs in zip(preview.sheets, whole.sheets, strict=True):
        if ours.kind == "table":
            assert len(ours.table.rows) == len(theirs.table.rows)


def test_figures_are_as_of_the_end_of_the_period(desk, office) -> None:
    may = Period(None, date(2026, 5, 25))
    found = desk.read(reporting.rows, ReportRequest(period=may))
    assert found.figures is not None
    assert (found.day, found.made_at.date()) == (date(2026, 5, 25), date(2026, 6, 4))
    assert found.figures.in_contact_30 == 1
    now = desk.read(reporting.rows, ReportRequest()).figures
    assert now is not None
    assert now.in_contact_30 == 2
    by_pair = {row.id: row for row in found.pairs.rows}
    assert by_pair[office["second"]].last_contact_on is None
    assert by_pair[office["first"]].days == 5


def test_a_pair_that_has_ended_since_is_active_in_a_report_of_before(desk, office) -> None:
    desk.do(pairs.end, office["second"], EndReason.NO_TIME)
    before = desk.read(reporting.rows, ReportRequest(period=Period(None, date(2026, 5, 29))))
    status = {row.id: (row.status, row.ended_on) for row in before.pairs.rows}
    assert status[office["second"]] == (PairStatus.ACTIVE, None)
    assert desk.read(reporting.rows, ReportRequest()).figures.active_pairs == 1
    assert before.figures.active_pairs == 2


def test_what_was_not_yet_there_is_not_in_a_report_of_before(desk, office) -> None:
    rows = desk.read(milestones.of_pair, office["first"])
    desk.do(milestones.mark_done, [rows[0].id], date(2026, 6, 1))
    before = desk.read(reporting.rows, ReportRequest(period=Period(None, date(2026, 5, 31))))
    assert next(row for row in before.milestones.rows if row.id == rows[0].id).done_on is None
    assert next(row for row in desk.read(milestones.of_pair, office["first"]) if row.id == rows[0].id).done_on


def test_goals_are_listed_with_their_state_and_change(desk, office) -> None:
    desk.do(goals.add, GoalForm(office["first"], "Speak up", Side.RIGHT, 100, None, "", 3, 7))
    desk.do(goals.add, GoalForm(office["first"], "Network", None, 40, date(2026, 5, 1)))
    table = desk.read(reporting.report, ReportRequest(ReportKind.GOALS)).table("Goals")
    found = {row[table.index("Goal")]: row for row in table.rows}
    assert found["Speak up"][table.index("State")] == "Reached"
    assert found["Speak up"][table.index("Change")] == 4
    assert found["Speak up"][table.index("Who")] == "=Jonas Weidmann"
    assert (found["Network"][table.index("State")], found["Network"][table.index("Progress")]) == ("Overdue", 0.4)


def test_who_has_no_pair_is_listed_with_the_reason(desk, office) -> None:
    for name, role, status in (
        ("Una Ek", Role.MENTEE, EnrollmentStatus.ACCEPTED),
        ("Odd Ek", Role.MENTEE, EnrollmentStatus.WAITLISTED),
        ("Mor Ek", Role.MENTOR, EnrollmentStatus.ACCEPTED),
        ("Gone Ek", Role.MENTEE, EnrollmentStatus.WITHDRAWN),
    ):
        person = builders.add_person(desk, name)
        desk.do(enrollments.enroll, [EnrollmentForm(office["cohort"], person, role, status=status)])
    table = desk.read(reporting.report, ReportRequest(ReportKind.WITHOUT_PAIR)).table("Without_pair")
    assert {row[0]: row[table.index("Why")] for row in table.rows} == {
        "Una Ek": "To be matched",
        "Odd Ek": "On the waiting list",
        "Mor Ek": "Has places free",
    }


def test_what_does_not_fit_is_a_finding(desk, office) -> None:
    builders.add_person(desk, "No Mail", email="")
    before = ContactForm(office["first"], Channel.TEXT, date(2026, 5, 20), 5)
    desk.do(contacts.log, before)
    desk.do(contacts.log, before)
    found = desk.read(reporting.rows, ReportRequest(ReportKind.DATA_QUALITY)).quality.rows
    by_finding = {line.finding: line for line in found}
    assert by_finding["No e-mail address"].about == "No Mail"
    assert by_finding["Entered twice"].what.startswith("1 contact entered twice")
    assert by_finding["Entered twice"].pair_id == office["first"]
    assert "Missing: department, level, hire date." in {line.what for line in found}


def test_reading_and_writing_is_one_progress_that_can_be_stopped(desk, office, tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    path = tmp_path / "told.xlsx"
    desk.read(reporting.save, ReportRequest(), path, lambda done, steps: heard.append((done, steps)))
    assert [done for done, _ in heard] == sorted(done for done, _ in heard)
    assert heard[0][0] < 150 < heard[-1][0] == 1_000
    path.write_bytes(b"as it was")
    asked = iter((False, False, True))
    with pytest.raises(CancelledError):
        desk.read(reporting.save, ReportRequest(), path, None, lambda: next(asked))
    assert path.read_bytes() == b"as it was"
    assert list(tmp_path.glob("*.tmp")) == []


def test_rows_that_pass_are_those_that_are_kept(desk, office, tmp_path: Path) -> None:
    kept = reporting.write(desk.read(reporting.report, ReportRequest()), tmp_path / "kept.xlsx").path
    passed = desk.read(reporting.save, ReportRequest(), tmp_path / "passed.xlsx").path
    for name in ("Contacts", "Give and take", "Milestones", "Check-ins"):
        assert rows_of(kept, name) == rows_of(passed, name)
        assert rows_of(kept, name)


@pytest.mark.parametrize("reader", [Reader.LEAD, Reader.MANAGER, Reader.PUBLIC])
def test_a_reader_is_not_given_what_is_not_theirs(desk, office, reader: Reader) -> None:
    if reader is Reader.LEAD:
        with pytest.raises(UserError, match="one program, not the whole desk"):
            desk.read(reporting.report, ReportRequest(reader=reader))
        return
    with pytest.raises(UserError, match="“Check-in results” is not for"):
        desk.read(reporting.report, ReportRequest(ReportKind.CHECK_INS, reader=reader))
    names = [sheet.name for sheet in desk.read(reporting.report, ReportRequest(reader=reader)).sheets]
    assert not {"Check-ins", "Goals", "Data quality"} & set(names)
    assert (names == ["Summary", "Outcomes", "Definitions"]) == (reader is Reader.PUBLIC)


def test_comments_are_for_hr_alone(desk, office) -> None:
    asked = ReportRequest(ReportKind.CHECK_INS, Scope(cohort_id=office["cohort"]), comments=True, reader=Reader.LEAD)
    assert "Comment" not in [column.title for column in desk.read(reporting.report, asked).table("Check_ins").columns]


def test_managers_see_mentors_by_name_and_mentees_by_number(desk, office) -> None:
    table = desk.read(reporting.report, ReportRequest(reader=Reader.MANAGER)).table("Pairs")
    pairs_ = {row[table.index("Mentor")]: row[table.index("Mentee")] for row in table.rows}
    assert pairs_["Amara Okonkwo"] == f"Mentee {office['first']}"
    assert not any("Jonas" in str(value) for row in table.rows for value in row)


def test_few_answers_are_no_average_but_for_hr(desk, office) -> None:
    hr, lead = (
        desk.read(reporting.report, ReportRequest(scope=Scope(cohort_id=office["cohort"]), reader=reader)).sheets[0]
        for reader in (Reader.HR, Reader.LEAD)
    )
    assert {tile.label: tile.parts for tile in hr.tiles}["Check-in average"] == (4.0,)
    small = {tile.label: tile for tile in lead.tiles}["Check-in average"]
    assert (small.parts, small.explanation) == (("–",), "fewer than 5 answers")
