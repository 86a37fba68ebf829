"""The Reports page: choose a report and what it is about, see it, export it, copy it."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from mentordesk.domain.contacts import Channel, ContactForm, ExchangeKind, GiftForm
from mentordesk.domain.errors import FileError
from mentordesk.domain.reporting import ReportKind
from mentordesk.domain.scope import Period, Scope
from mentordesk.services.pairs import contacts
from mentordesk.services.reports import reporting
from mentordesk.ui import file_choice, saving
from mentordesk.ui.reports import periods
from mentordesk.ui.reports.page import ReportsPage
from mentordesk.ui.reports.preview_tables import SheetTable
from mentordesk.ui.reports.tiles import Tiles
from mentordesk.ui.reports.totals_row import TotalsRow
from mentordesk.ui.widgets.row_table import RowTable
from mentordesk.ui.widgets.stat_strip import StatCell
from mentordesk.ui.workplace import Target
from tests import builders
from tests.exchange.workbooks import opened


@pytest.fixture
def cohort(desk) -> int:
    made = builders.add_cohort(desk)
    pair = builders.add_pair(desk, "Amara Okonkwo", "Jonas Weidmann", made)
    amara = next(row.id for row in desk.read(builders.people.rows) if row.name == "Amara Okonkwo")
    gift = GiftForm(amara, ExchangeKind.ADVICE, 2, "Scope talk")
    desk.do(contacts.log, ContactForm(pair, Channel.VIDEO, date(2026, 5, 20), 45, gifts=(gift,)))
    builders.add_pair(desk, "Ruth Adelmann", "Viktor Halloran", None, started_on=date(2026, 1, 5))
    return made


@pytest.fixture
def page(qtbot, workplace, cohort) -> ReportsPage:
    made = ReportsPage(workplace)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    qtbot.waitUntil(lambda: made.loaded and not workplace.reader.pending)
    return made


def settle(qtbot, page: ReportsPage) -> None:
    qtbot.waitUntil(lambda: not page.workplace.reader.pending)


def tabs(page: ReportsPage) -> list[str]:
    return [page.sheets.tabText(at).replace("&&", "&") for at in range(page.sheets.count())]


def words(page: ReportsPage) -> str:
    return " | ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_the_preview_has_the_sheets_of_the_workbook_with_their_rows(page: ReportsPage) -> None:
    assert tabs(page)[0] == "Summary"
    assert "Pairs 2" in tabs(page)
    assert "Contacts 1" in tabs(page)
    assert "Give and take 1" in tabs(page)
    assert "All programs: program report" in words(page)


def test_another_report_is_chosen_by_mouse_and_by_arrows(qtbot, page: ReportsPage) -> None:
    item = page.kinds._items[ReportKind.PAIRS]
    qtbot.mouseClick(item, Qt.MouseButton.LeftButton)
    settle(qtbot, page)
    assert tabs(page) == ["Pairs 2", "Definitions"]
    assert page.header.title.text() == "Pair list"
    item.setFocus()
    QTest.keyClick(item, Qt.Key.Key_Down)
    settle(qtbot, page)
    assert tabs(page)[0].startswith("Milestones")
    assert page.kinds.current() is ReportKind.MILESTONES
    QTest.keyClick(page.kinds._items[ReportKind.MILESTONES], Qt.Key.Key_Up)
    settle(qtbot, page)
    assert page.header.title.text() == "Pair list"
    for key, kind in ((Qt.Key.Key_End, list(page.kinds._items)[-1]), (Qt.Key.Key_Home, ReportKind.PROGRAM)):
        QTest.keyClick(page.kinds._items[page.kinds.current()], key)
        settle(qtbot, page)
        assert (page.kinds.current(), page.header.title.text()) == (kind, kind.heading)


def test_comments_are_asked_about_only_where_a_report_could_hold_them(qtbot, page: ReportsPage) -> None:
    page.resize(1800, 800)  # where there is room for the remark beside the choices
    assert page.options.comments.isVisible()
    for kind, asked in ((ReportKind.CONTACTS, False), (ReportKind.CHECK_INS, True), (ReportKind.BENEFITS, False)):
        page.show_kind(kind)
        settle(qtbot, page)
        assert (page.options.comments.isVisible(), page.options.hint.isVisible()) == (asked, asked)


def test_a_report_that_is_asked_for_by_name_stands_in_the_drop_down_too(qtbot, page: ReportsPage) -> None:
    page.open(Target("reports", filters={"kind": "contacts"}))
    settle(qtbot, page)
    assert (page.kind_choice.choice(), page.header.title.text()) == (ReportKind.CONTACTS, "Contact log")


def test_the_scope_narrows_the_report(qtbot, page: ReportsPage, cohort: int) -> None:
    page.show_kind(ReportKind.PAIRS)
    settle(qtbot, page)
    page.open(Target("reports", filters={"scope": Scope(cohort_id=cohort)}))
    settle(qtbot, page)
    assert tabs(page)[0] == "Pairs 1"
    table = page.sheets.widget(0).findChild(RowTable)
    assert table.count() == 1


def test_a_period_of_ones_own_shows_two_days_and_its_rows(qtbot, page: ReportsPage) -> None:
    page.show_kind(ReportKind.CONTACTS)
    settle(qtbot, page)
    assert not page.options.first.isVisible()
    page.options.period.choose(periods.OWN)
    page.options.period.chosen.emit(periods.OWN)
    assert page.options.first.isVisible()
    page.options.first.set_value(date(2026, 6, 1))
    page.options.first.changed.emit(date(2026, 6, 1))
    settle(qtbot, page)
    assert tabs(page)[0] == "Contacts 0"


def test_a_period_that_ends_before_it_begins_is_told_at_the_field(page: ReportsPage) -> None:
    page.options.period.choose(periods.OWN)
    page.options.first.set_value(date(2026, 6, 3))
    page.options.last.set_value(date(2026, 6, 1))
    page.options.last.changed.emit(date(2026, 6, 1))
    assert "ends before it begins" in page.options._own[1].problem()


def test_export_writes_what_the_preview_shows(qtbot, page: ReportsPage, tmp_path: Path, monkeypatch) -> None:
    out = tmp_path / "report.xlsx"
    proposed: list[str] = []

    def choose(_parent, _settings, _purpose, _title, _kinds, name: str) -> Path:
        proposed.append(name)
        return out

    monkeypatch.setattr(file_choice, "save_file", choose)
    with qtbot.waitSignal(page.workplace.said) as said:
        qtbot.mouseClick(page.save, Qt.MouseButton.LeftButton)
    assert proposed == ["All programs program report.xlsx"]
    assert said.args[0].sentence == "Report saved as “report.xlsx”"
    assert said.args[0].action == "Open folder"
    assert opened(out).sheetnames[:3] == ["Summary", "Participants", "Pairs"]


def test_a_file_that_cannot_be_written_can_be_saved_elsewhere(
    qtbot, page: ReportsPage, tmp_path: Path, monkeypatch
) -> None:
    places = iter([tmp_path / "none" / "report.xlsx", tmp_path / "report.xlsx"])
    monkeypatch.setattr(file_choice, "save_file", lambda *_: next(places))
    told: list[str] = []

    def choose_other(dialog) -> int:
        told.append(dialog.windowTitle())
        button = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Save under another name…")
        button.click()
        return 0

    monkeypatch.setattr(saving.ErrorDialog, "exec", choose_other)
    with qtbot.waitSignal(page.workplace.said):
        page.export()
    assert told == ["The report was not saved."] or told[0].startswith("The report was not saved")
    assert (tmp_path / "report.xlsx").exists()


def test_a_bug_while_writing_is_shown_and_no_file_is_left(
    qtbot, page: ReportsPage, tmp_path: Path, monkeypatch
) -> None:
    out = tmp_path / "report.xlsx"
    monkeypatch.setattr(file_choice, "save_file", lambda *_: out)
    shown: list[BaseException] = []
    monkeypatch.setattr(saving, "show_error", lambda _parent, error: shown.append(error))

    def fail(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(reporting, "write", fail)
    page.export()
    qtbot.waitUntil(lambda: bool(shown))
    assert isinstance(shown[0], ZeroDivisionError)
    assert not isinstance(shown[0], FileError)
    assert not out.exists()


def test_a_table_is_copied_whole(qtbot, page: ReportsPage) -> None:
    page.show_kind(ReportKind.GIVE_AND_TAKE)
    settle(qtbot, page)
    with qtbot.waitSignal(page.workplace.said) as said:
        qtbot.mouseClick(page.copy, Qt.MouseButton.LeftButton)
    assert said.args[0].sentence == "1 row of “Give and take” copied"
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0].split("\t") == ["Date", "Pair", "Format", "Giver", "Receiver", "Kind", "Points", "What"]
    assert lines[1].split("\t")[3:] == ["Amara Okonkwo", "Jonas Weidmann", "Advice", "2", "Scope talk"]


def test_the_preview_follows_the_desk(qtbot, page: ReportsPage, desk) -> None:
    page.show_kind(ReportKind.PAIRS)
    settle(qtbot, page)
    builders.add_pair(desk, "Ada Ek", "Bo Ek", None, started_on=date(2026, 1, 5))
    qtbot.waitUntil(lambda: tabs(page)[0] == "Pairs 3")


def test_a_small_page_has_a_drop_down_instead_of_the_list(page: ReportsPage) -> None:
    page.resize(900, 640)
    assert not page.kinds.isVisible()
    assert page.kind_choice.isVisible()


def test_periods_by_their_words() -> None:
    today = date(2026, 6, 4)
    assert periods.period(periods.WHOLE, today) == Period()
    assert periods.period(periods.YEAR, today) == Period(date(2026, 1, 1), today)
    assert periods.period(periods.HALF, today) == Period(date(2025, 12, 4), today)
    assert periods.period(periods.MONTH, today) == Period(date(2026, 5, 1), date(2026, 5, 31))
    assert periods.period(periods.OWN, today, date(2026, 1, 1), None) == Period(date(2026, 1, 1), None)


def test_the_totals_stand_below_their_columns(page: ReportsPage) -> None:
    found = page.findChild(TotalsRow)
    assert found.figures["0"].endswith(("cohort", "cohorts", "pair", "pairs"))
    assert ("2", "0") in found.figures.values()
    assert found.accessibleName().startswith("Total: ")


def test_the_tiles_take_two_lines_where_one_would_cut_their_notes(qtbot, page: ReportsPage) -> None:
    tiles = page.findChild(Tiles)
    assert all(strip.isVisible() for strip in tiles.strips)
    page.resize(4200, 800)
    qtbot.waitUntil(lambda: not tiles.strips[1].isVisible())


def test_a_figure_of_the_summary_opens_the_sheet_with_its_rows(qtbot, page: ReportsPage) -> None:
    settle(qtbot, page)
    tiles = page.findChild(Tiles)
    for key, sheet in (("tile4", "Give and take"), ("tile0", "Pairs")):
        cell = next(it for strip in tiles.strips for it in strip.findChildren(StatCell) if it.key == key)
        qtbot.waitUntil(cell.isVisible)
        qtbot.mouseClick(cell, Qt.MouseButton.LeftButton)
        assert page.sheets.sheet().name == sheet
        page.sheets.setCurrentIndex(0)


def test_the_sheet_on_screen_stands_there_once_after_another_choice(qtbot, page: ReportsPage) -> None:
    page.sheets.show_sheet("Contacts")
    settle(qtbot, page)
    qtbot.waitUntil(lambda: page.sheets.currentWidget().findChild(SheetTable) is not None)
    page.open(Target("reports", filters={"kind": ReportKind.CONTACTS.value}))
    settle(qtbot, page)
    page.open(Target("reports", filters={"kind": ReportKind.PROGRAM.value}))
    settle(qtbot, page)
    qtbot.waitUntil(lambda: page.sheets.sheet().name == "Contacts")
    qtbot.waitUntil(lambda: page.sheets.currentWidget().findChild(SheetTable) is not None)
    assert len(page.sheets.currentWidget().findChildren(SheetTable)) == 1


def test_a_sheet_without_rows_says_so_in_place_of_an_empty_table(qtbot, page: ReportsPage) -> None:
    page.open(Target("reports", filters={"kind": ReportKind.GOALS.value}))
    settle(qtbot, page)
    qtbot.waitUntil(lambda: page.sheets.sheet() is not None and page.sheets.sheet().name == "Goals")
    qtbot.waitUntil(lambda: "Nothing to list" in words(page))


def test_rows_reach_from_edge_to_edge_where_the_first_column_is_a_date(qtbot, page: ReportsPage) -> None:
    page.open(Target("reports", filters={"kind": ReportKind.CONTACTS.value}))
    settle(qtbot, page)
    qtbot.waitUntil(lambda: page.sheets.currentWidget().findChild(RowTable) is not None)
    table = page.sheets.currentWidget().findChild(RowTable)
    qtbot.waitUntil(lambda: table.horizontalHeader().length() >= table.viewport().width())


def test_notes_of_tiles_are_broken_into_lines_and_not_cut(qtbot, page: ReportsPage) -> None:
    settle(qtbot, page)
    cell = page.findChild(Tiles).strips[0].cell("tile4")
    qtbot.waitUntil(lambda: cell.height() > 80 and cell._note.height() > 2 * cell._name.height() - 4)
    assert cell._note.toolTip() == ""


def test_a_report_about_nobody_yet_has_a_line_of_facts_beside_its_buttons(qtbot, page: ReportsPage) -> None:
    page.show_kind(ReportKind.PERSONAL_DATA)
    settle(qtbot, page)
    qtbot.waitUntil(lambda: page.header.title.text() == "Personal data")
    assert page.header.facts.text() == "An Excel file about one person"
