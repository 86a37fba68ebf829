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
from mentordesk.domain.contacts import Channel, ContactForm, ExchangeKind, GiftForm
from mentordesk.domain.errors import NotFoundError
from mentordesk.domain.pairs import PairStatus
from mentordesk.domain.people import CustomFieldForm, FieldKind
from mentordesk.domain.reporting import NameStyle, ReportKind
from mentordesk.domain.scope import EVERYTHING, Period, Scope
from mentordesk.domain.standing import Side
from mentordesk.services import closing, contacts, custom_fields, figures, lookup, milestones, reporting
from mentordesk.services.reporting import ReportRequest
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
    names = ["Summary", "Participants", "Pairs", "Milestones", "Contacts", "Give and take", "Check-ins", "About"]
    assert opened(workbook).sheetnames == names
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


@pytest.mark.parametrize("kind", list(ReportKind))
def test_an_empty_desk_has_every_report_too(desk, tmp_path: Path, kind: ReportKind) -> None:
    report = desk.read(reporting.report, ReportRequest(kind))
    path = reporting.write(report, tmp_path / "empty.xlsx").path
    assert opened(path).sheetnames[-1] == "About"


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
    few = desk.read(reporting.report, ReportRequest()).table("Benefits")
    assert [row[:6] for row in few.rows] == [("Traditional", "Mentor", None, "– (fewer than 5 answers)", None, 1)]
    for number in range(4):
        pair = builders.add_pair(desk, f"Mentor {number}", f"Mentee {number}", office["cohort"])
        desk.do(
            closing.record, replace(form, pair_id=pair, benefits=(Benefit.NETWORK, Benefit.LEADERSHIP)[: 1 + number])
        )
    report = desk.read(reporting.report, ReportRequest())
    ranked = report.table("Benefits")
    assert [row[2:6] for row in ranked.rows] == [(1, "Leadership skills", 4, 5), (1, "Network", 4, 5)]
    assert "Mentors name leadership skills and network first: 4 of 5." in report.sheets[0].note.paragraphs[-1]


@pytest.mark.parametrize("part", list(ReportKind))
def test_a_sheet_read_alone_is_the_one_of_the_whole_report(desk, office, part: ReportKind) -> None:
    desk.do(closing.record, SurveyForm(office["first"], Side.LEFT, date(2026, 6, 1), (Benefit.SKILL,)))
    whole = desk.read(reporting.report, ReportRequest())
    preview = desk.read(reporting.preview, ReportRequest(), part, 500)
    assert [sheet.name for sheet in preview.sheets] == [sheet.name for sheet in whole.sheets]
    assert desk.read(reporting.sheet, ReportRequest(), part, 500) in whole.sheets
    for ours, theirs in zip(preview.sheets, whole.sheets, strict=True):
        if ours.kind == "table":
            assert len(ours.table.rows) == len(theirs.table.rows)
