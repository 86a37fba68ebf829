"""Who reads a report, whose data it is about, and the reports that stand alone, on the Reports page."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QMenu

from mentordesk.domain.contacts import Channel, ContactForm
from mentordesk.domain.reporting import REPORT_GROUPS, NameStyle, Reader, ReportKind
from mentordesk.domain.scope import Scope
from mentordesk.services.pairs import contacts
from mentordesk.services.people import person_rows
from mentordesk.ui import actions, file_choice
from mentordesk.ui.people.person_actions import PersonActions
from mentordesk.ui.reports.page import ReportsPage
from mentordesk.ui.widgets.row_table import RowTable
from mentordesk.ui.workplace import Target
from tests import builders
from tests.exchange.workbooks import opened


@pytest.fixture
def cohort(desk) -> int:
    made = builders.add_cohort(desk)
    pair = builders.add_pair(desk, "Amara Okonkwo", "Jonas Weidmann", made)
    desk.do(contacts.log, ContactForm(pair, Channel.VIDEO, date(2026, 5, 20), 45, "About Jonas"))
    return made


@pytest.fixture
def page(qtbot, workplace, cohort) -> ReportsPage:
    made = ReportsPage(workplace)
    qtbot.addWidget(made)
    made.resize(1400, 860)
    made.show()
    settle(qtbot, made)
    return made


def settle(qtbot, page: ReportsPage) -> None:
    qtbot.waitUntil(lambda: page.loaded and not page.workplace.reader.pending)


def tabs(page: ReportsPage) -> list[str]:
    return [page.sheets.tabText(at).replace("&&", "&") for at in range(page.sheets.count())]


def read_by(qtbot, page: ReportsPage, reader: Reader) -> None:
    page.options.reader.choose(reader)
    page.options.reader.chosen.emit(reader)
    settle(qtbot, page)


def shown_pairs(page: ReportsPage) -> list[str]:
    table = page.sheets.currentWidget().findChild(RowTable)
    return [row.cells[0] for row in table.rows_model.rows()]


def test_every_report_is_in_one_group_and_opens(qtbot, page: ReportsPage) -> None:
    kinds = [kind for _, group in REPORT_GROUPS for kind in group]
    assert sorted(kinds) == sorted(ReportKind)
    titles = {label.text() for label in page.kinds.findChildren(QLabel)}
    assert {title for title, _ in REPORT_GROUPS} <= titles
    for kind in set(kinds) - {ReportKind.PERSONAL_DATA}:
        page.show_kind(kind)
        settle(qtbot, page)
        assert page.header.title.text() == kind.heading
        assert page.sheets.count() >= 1
        assert page.save.isEnabled()


def test_managers_see_no_mentee_in_the_preview(qtbot, page: ReportsPage) -> None:
    page.show_kind(ReportKind.PAIRS)
    settle(qtbot, page)
    assert shown_pairs(page) == ["Amara Okonkwo & Jonas Weidmann"]
    read_by(qtbot, page, Reader.MANAGER)
    (pair,) = shown_pairs(page)
    assert pair.startswith("Amara Okonkwo & Mentee ")


def test_what_everybody_reads_names_nobody_and_cannot(qtbot, page: ReportsPage) -> None:
    read_by(qtbot, page, Reader.PUBLIC)
    assert page.options.names.choice() is NameStyle.NONE
    assert not page.options.names.isEnabled()
    assert not page.options.comments.isVisible()
    assert "Participants" not in " ".join(tabs(page))
    read_by(qtbot, page, Reader.HR)
    assert page.options.names.isEnabled()
    assert page.options.names.choice() is NameStyle.FULL


def test_comments_go_to_nobody_but_hr(qtbot, page: ReportsPage) -> None:
    page.options.comments.choose(True)
    assert page.options.with_comments()
    read_by(qtbot, page, Reader.MANAGER)
    assert not page.options.with_comments()


def test_a_list_that_is_not_for_the_reader_says_so_and_offers_a_way(qtbot, page: ReportsPage) -> None:
    page.show_kind(ReportKind.CHECK_INS)
    settle(qtbot, page)
    read_by(qtbot, page, Reader.MANAGER)
    assert page.notice.isVisible()
    assert page.notice.title.text() == "“Check-in results” is not for managers."
    assert not any(each.isEnabled() for each in (page.copy, page.printing, page.save))
    qtbot.mouseClick(page.notice.action, Qt.MouseButton.LeftButton)
    settle(qtbot, page)
    assert page.options.chosen_reader() is Reader.HR
    assert page.sheets.isVisible()
    assert page.save.isEnabled()


def test_a_program_lead_is_given_one_program(qtbot, page: ReportsPage, cohort: int) -> None:
    read_by(qtbot, page, Reader.LEAD)
    assert page.notice.action.text() == "Choose a program"
    page.open(Target("reports", filters={"scope": Scope(cohort_id=cohort)}))
    settle(qtbot, page)
    assert page.sheets.isVisible()
    assert "Pairs 1" in tabs(page)


def test_what_does_not_matter_is_not_asked(qtbot, page: ReportsPage) -> None:
    page.show_kind(ReportKind.MAIL_MERGE)
    settle(qtbot, page)
    assert page.options.scope.isVisible()
    assert not page.options.names.isVisible()
    page.show_kind(ReportKind.PERSONAL_DATA)
    settle(qtbot, page)
    assert page.options.person.isVisible()
    assert not page.options.scope.isVisible()
    assert not page.options.reader.isVisible()


def test_personal_data_asks_whose_and_shows_it(qtbot, page: ReportsPage) -> None:
    page.show_kind(ReportKind.PERSONAL_DATA)
    settle(qtbot, page)
    assert page.notice.title.text() == "Whose data?"
    jonas = next(choice for choice in page.options.person._choices if choice.title == "Jonas Weidmann")
    page.options.person.set_value(jonas.id)
    page.options.person.changed.emit(jonas.id)
    settle(qtbot, page)
    assert tabs(page)[0] == "Contents"
    assert "Contacts 1" in tabs(page)
    page.sheets.show_sheet("Contacts")
    qtbot.mouseClick(page.copy, Qt.MouseButton.LeftButton)
    settle(qtbot, page)
    copied = QGuiApplication.clipboard().text()
    assert "A. O. & Jonas Weidmann" in copied
    assert "Amara" not in copied


def test_another_page_may_ask_for_the_data_of_somebody(qtbot, page: ReportsPage, desk) -> None:
    amara = next(row.id for row in desk.read(person_rows.rows) if row.name == "Amara Okonkwo")
    page.open(Target("reports", filters={"kind": "personal_data", "person": amara}))
    qtbot.waitUntil(lambda: not page.workplace.reader.pending and page.report is not None)
    qtbot.waitUntil(lambda: "Contents" in tabs(page))
    assert page.report.title == "Amara Okonkwo: personal data"


def test_people_has_the_command_that_exports_a_person(
    qtbot, page: ReportsPage, desk, tmp_path: Path, monkeypatch
) -> None:
    out, proposed = tmp_path / "jonas.xlsx", []

    def choose(_parent, _settings, _purpose, _title, _kinds, name: str) -> Path:
        proposed.append(name)
        return out

    monkeypatch.setattr(file_choice, "save_file", choose)
    page.workplace.commanded.connect(lambda name, values: actions.run(name, page.workplace, page, values))
    row = next(row for row in desk.read(person_rows.rows) if row.name == "Jonas Weidmann")
    menu = QMenu()
    PersonActions(page.workplace, page).fill_menu(menu, [row])
    entry = next(action for action in menu.actions() if action.text() == "Export this person’s data…")
    with qtbot.waitSignal(page.workplace.said) as said:
        entry.trigger()
    assert said.args[0].sentence == "Report saved as “jonas.xlsx”"
    assert proposed == ["Jonas Weidmann personal data.xlsx"]
    assert opened(out).sheetnames[:2] == ["Contents", "Person"]
    assert "export_person_data" not in actions.CHANGING


def test_a_page_remembers_its_reader_but_not_the_comments(qtbot, page: ReportsPage, workplace) -> None:
    page.options.comments.choose(True)
    read_by(qtbot, page, Reader.MANAGER)
    again = ReportsPage(workplace)
    qtbot.addWidget(again)
    again.restore_state(page.state())
    assert again.options.chosen_reader() is Reader.MANAGER
    assert not again.options.comments.choice()


def test_a_long_list_of_reports_scrolls_to_the_chosen_one(qtbot, page: ReportsPage) -> None:
    page.resize(1400, 500)
    page.show_kind(ReportKind.STORIES)
    settle(qtbot, page)
    item = page.kinds._items[ReportKind.STORIES]
    top = item.mapTo(page.kinds, item.rect().topLeft()).y()
    assert 0 <= top <= page.kinds.height() - item.height()
