"""Print…: the pages are looked at, turned, laid out otherwise, printed, or saved as a PDF."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest

from mentordesk.domain.contacts import Channel, ContactForm
from mentordesk.domain.reporting import ReportKind
from mentordesk.services.pairs import contacts
from mentordesk.ui import file_choice
from mentordesk.ui.reports import printing
from mentordesk.ui.reports.page import ReportsPage
from mentordesk.ui.reports.paper.drawing import picture
from mentordesk.ui.reports.print_dialog import PrintDialog
from tests import builders


@pytest.fixture
def page(qtbot, workplace, desk) -> ReportsPage:
    pair = builders.add_pair(desk, "Amara Okonkwo", "Jonas Weidmann", builders.add_cohort(desk))
    for day in range(1, 29):
        for month in (1, 2, 3, 4, 5):
            desk.do(contacts.log, ContactForm(pair, Channel.VIDEO, date(2026, month, day), day))
    made = ReportsPage(workplace)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    settle(qtbot, made)
    made.show_kind(ReportKind.CONTACTS)
    settle(qtbot, made)
    return made


def settle(qtbot, page: ReportsPage) -> None:
    qtbot.waitUntil(lambda: page.loaded and not page.workplace.reader.pending)


@pytest.fixture
def dialog(qtbot, page: ReportsPage) -> PrintDialog:
    qtbot.mouseClick(page.printing, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.findChild(PrintDialog) is not None and page.findChild(PrintDialog).isVisible())
    return page.findChild(PrintDialog)


def on_page(dialog: PrintDialog) -> list[str]:
    return dialog.view.accessibleDescription().split(". ")


def test_the_first_page_has_headings_rows_and_its_number(dialog: PrintDialog) -> None:
    words = on_page(dialog)
    assert {"Date", "Pair", "Channel", "Minutes", "28 May 2026", "Amara Okonkwo & Jonas Weidmann"} <= set(words)
    pages = dialog.place.text().removeprefix("Page 1 of ")
    assert int(pages) >= 4
    assert f"Page 1 of {pages}" in words
    assert not dialog.back.isEnabled()


def test_every_page_has_the_headings_and_the_last_one_the_totals(qtbot, dialog: PrintDialog) -> None:
    while dialog.on.isEnabled():
        qtbot.mouseClick(dialog.on, Qt.MouseButton.LeftButton)
        assert "Channel" in on_page(dialog)
    assert f"{5 * sum(range(1, 29)):,}" in on_page(dialog)
    QTest.keyClick(dialog.view, Qt.Key.Key_PageUp)
    assert dialog.on.isEnabled()


def test_no_row_is_lost_and_none_twice(dialog: PrintDialog) -> None:
    days = [
        mark.text
        for number in range(len(dialog._paper.pages))
        for mark in dialog._paper.marks(number)
        if mark.kind == "text" and mark.text.endswith(" 2026") and mark.text.count(" ") == 2
    ]
    assert len(days) == 140
    assert len(set(days)) == 140


def test_portrait_lays_the_pages_out_anew(qtbot, dialog: PrintDialog) -> None:
    before = dialog.place.text()
    dialog.way.choose(True)
    dialog.way.chosen.emit(True)
    qtbot.waitUntil(lambda: dialog.place.text() != before)
    wide, high = dialog._paper.size.size
    assert high > wide


def test_the_whole_report_has_its_other_sheets_too(qtbot, dialog: PrintDialog) -> None:
    before = len(dialog._paper.pages)
    dialog.what.choose(True)
    dialog.what.chosen.emit(True)
    qtbot.waitUntil(lambda: len(dialog._paper.pages) > before)
    assert {page.sheet for page in dialog._paper.pages} == {"Contacts", "Definitions"}


def test_a_page_is_white_paper_with_dark_words(dialog: PrintDialog) -> None:
    image = picture(dialog._paper, 0, 842)
    assert isinstance(image, QImage)
    assert image.pixelColor(2, 2).name() == "#ffffff"
    colors = {image.pixelColor(x, y).name() for x in range(0, 842, 3) for y in range(0, image.height(), 3)}
    assert "#0e5e5a" in colors
    assert any(int(color[1:3], 16) < 80 for color in colors)


def test_it_is_saved_as_a_pdf(qtbot, page: ReportsPage, dialog: PrintDialog, tmp_path: Path, monkeypatch) -> None:
    out = tmp_path / "contacts.pdf"
    proposed: list[str] = []

    def choose(_parent, _settings, _purpose, _title, _kinds, name: str) -> Path:
        proposed.append(name)
        return out

    monkeypatch.setattr(file_choice, "save_file", choose)
    with qtbot.waitSignal(page.workplace.said) as said:
        qtbot.mouseClick(dialog.pdf, Qt.MouseButton.LeftButton)
    assert said.args[0].sentence == "Report saved as “contacts.pdf”"
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert proposed == ["All programs contact log, Contacts.pdf"]
    assert out.read_bytes().startswith(b"%PDF")
    assert out.read_bytes().count(b"/Type /Page\n") == len(dialog._paper.pages)
    assert list(tmp_path.glob("*.part")) == []


def test_the_chosen_pages_are_printed(
    qtbot, page: ReportsPage, dialog: PrintDialog, tmp_path: Path, monkeypatch
) -> None:
    out = tmp_path / "printed.pdf"

    def choose(printer: QPrinter, _parent, pages: int) -> bool:
        printer.setOutputFileName(str(out))
        printer.setFromTo(2, min(3, pages))
        return True

    monkeypatch.setattr(printing, "choose_printer", choose)
    with qtbot.waitSignal(page.workplace.said) as said:
        qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert said.args[0].sentence == "“All programs: contact log” printed"
    assert out.read_bytes().count(b"/Type /Page\n") == 2
    qtbot.waitUntil(lambda: not dialog.isVisible())


def test_nothing_is_printed_where_no_printer_is_chosen(qtbot, dialog: PrintDialog, monkeypatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr(printing, "choose_printer", lambda _printer, _parent, pages: bool(asked.append(pages)))
    qtbot.mouseClick(dialog.primary, Qt.MouseButton.LeftButton)
    assert asked == [len(dialog._paper.pages)]
    assert dialog.isVisible()


@pytest.mark.parametrize("kind", [ReportKind.PROGRAM, ReportKind.PAIRS, ReportKind.ENGAGEMENT, ReportKind.DATA_QUALITY])
def test_every_report_fits_on_its_pages(qtbot, page: ReportsPage, kind: ReportKind) -> None:
    """Nothing stands outside of the paper, however wide its table is."""
    page.show_kind(kind)
    settle(qtbot, page)
    started = printing.print_report(page, page.workplace, page._request(), "", 1)
    qtbot.waitUntil(lambda: started.dialog.isVisible())
    paper = started.dialog._paper
    wide, high = paper.size.size
    for number in range(len(paper.pages)):
        for mark in paper.marks(number):
            assert mark.box.left() >= 0
            assert mark.box.right() <= wide
            assert mark.box.bottom() <= high
    started.dialog.reject()
