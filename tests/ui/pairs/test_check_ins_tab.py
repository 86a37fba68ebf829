"""The check-ins of a pair on screen: what both answered, mail and paper, the fit."""

from datetime import timedelta

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMenu

from mentordesk.domain.check_ins import CheckInForm, Fit
from mentordesk.domain.pairs import EndReason
from mentordesk.domain.responses import FormsRequest
from mentordesk.domain.standing import PairStatus, Side
from mentordesk.services.pairs import pairs, pulse
from mentordesk.services.responses import responses
from mentordesk.ui.pairs import check_in_papers
from mentordesk.ui.workplace import Target
from tests.answered import answer as fill
from tests.answered import save
from tests.crossroads import START, TODAY

LEFT, RIGHT = Side


@pytest.fixture
def answer(crossroads, pair):
    """Records a check-in of both sides: four answers each, so many days ago."""

    def record(days: int, ours: tuple[int, ...] = (), theirs: tuple[int, ...] = (), **values) -> None:
        four = ("trust", "value", "balance", "progress")
        for side, answers in ((LEFT, ours), (RIGHT, theirs)):
            if answers:
                given = dict(zip(four, answers, strict=True)) | values.get(side.value, {})
                crossroads.desk.do(pulse.record, CheckInForm(pair, side, crossroads.ago(days), **given))

    return record


@pytest.fixture
def tab(show_pairs):
    """Shows the tab of the chosen pair."""

    def show():
        page = show_pairs()
        page.pane.tabs.show_tab("check_ins")
        return page.pane.tabs.check_ins

    return show


def entries(tab) -> list[str]:
    tab.menu.aboutToShow.emit()
    return [action.text() for action in tab.menu.actions()]


def choose(tab, text: str) -> None:
    tab.menu.aboutToShow.emit()
    next(action for action in tab.menu.actions() if action.text() == text).trigger()


def test_four_questions_show_both_sides_over_time_and_the_newest_answers(answer, tab) -> None:
    answer(139, (4, 4, 3, 3), (4, 4, 3, 3))
    answer(27, (5, 4, 4, 4), (5, 5, 4, 5))
    shown = tab()
    assert [line.question.title for line in shown.questions] == ["Trust", "Value", "Balance", "Progress"]
    assert [name.text() for name in shown.names.values()] == ["Amara", "Jonas"]
    assert shown.days.text() == "16 Jan, 8 May"
    progress = shown.questions[3].chart
    assert progress.accessibleDescription() == "Amara 3, 4; Jonas 3, 5"
    assert (progress.lines.latest(LEFT), progress.lines.latest(RIGHT)) == (4, 5)
    assert progress.table().rows == (("16 Jan", "3", "3"), ("8 May", "4", "5"))


def test_a_chart_opens_its_figures_as_a_table(answer, tab, frame, qtbot) -> None:
    answer(27, (5, 4, 4, 4), (5, 5, 4, 5))
    chart = tab().questions[0].chart
    qtbot.waitUntil(chart.isVisible)
    for act in (
        lambda: QTest.mouseClick(chart, Qt.MouseButton.LeftButton),
        lambda: QTest.keyClick(chart, Qt.Key.Key_Return),
        lambda: QTest.keyClick(chart, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier),
    ):
        act()
        assert frame.dialog().title.text() == "Trust"
        frame.dialog().reject()


def test_a_side_without_answer_leaves_a_gap(crossroads, pair, answer, tab) -> None:
    answer(100, (5, 4, 4, 4), (5, 5, 4, 5))
    answer(10, (4, 4, 4, 4))
    crossroads.desk.do(pulse.skip, pair, RIGHT, crossroads.ago(10))
    shown = tab()
    assert shown.questions[0].chart.accessibleDescription() == "Amara 5, 4; Jonas 5, no answer"
    assert shown.lines[1].answers.text() == "Was asked and did not answer"


def test_an_answer_that_came_late_says_so_beside_its_day(crossroads, pair, answer, tab, tmp_path) -> None:
    answer(27, (5, 4, 4, 4))
    request = FormsRequest(cohort_id=crossroads.cohort)
    (form,) = responses.write_forms(crossroads.desk.read(responses.forms, request), tmp_path / "form.xlsx")
    crossroads.clock.day = TODAY + timedelta(days=30)
    workbook = openpyxl.load_workbook(form)
    fill(workbook["Check-in"], "Jonas Weidmann", {"Answered": crossroads.clock.day, "I can say": 4})
    files = responses.read_files([save(workbook, tmp_path / "back.xlsx", crossroads.clock.day)])
    crossroads.desk.do(responses.apply, responses.ResponseRequest(files))
    late, on_time = tab().lines
    assert (late.day.text(), on_time.day.text()) == ("4 Jul, late", "8 May")
    assert late.accessibleName().startswith("Jonas, 4 Jul, late: ")
    assert (late.toolTip(), on_time.toolTip()) == ("The answer came after its last day", "")


def test_level_gap_recommendation_words_and_what_is_worth_noticing(crossroads, pair, answer, tab) -> None:
    crossroads.gift(pair, "Amara", 3, 200)
    crossroads.gift(pair, "Jonas", 2, 30)
    answer(139, (4, 4, 3, 4), (4, 4, 3, 4))
    says = {"comment": "I learn as much as I teach.", "got": 4, "gave": 4, "recommend": 8}
    left = {"left": says, "right": {"got": 5, "gave": 2, "comment": "I stopped asking for permission."}}
    answer(27, (4, 4, 4, 4), (4, 4, 4, 4), **left)
    shown = tab()
    flows = shown.flows.ways
    assert [it.title.text() for it in flows] == ["From Amara to Jonas", "From Jonas to Amara"]
    assert [it.said.text() for it in flows] == ["Amara gave 4, Jonas got 5", "Jonas gave 2, Amara got 4"]
    assert [it.level.text() for it in flows] == ["4.5 of 5", "3.0 of 5"]
    assert [it.gap.text() for it in flows] == ["gap 1", "gap 2"]
    assert "An in-house indicator, no validated scale." in shown.flows.note.text()
    assert [it.text() for it in shown.recommend.values()] == ["8", "–"]
    assert shown.words.title.text() == "In their words, 8 May"
    said = [quote.words.text() for quote in shown.words.quotes]
    assert said == ["“I learn as much as I teach.”", "“I stopped asking for permission.”"]
    words = "Felt balance rose from 3 to 4 on both sides as the recorded balance went from Amara +3 to +1."
    assert shown.notice.accessibleName() == f"Worth noticing. {words}"
    assert "For coordinators only" in shown.lock.words.text()


def test_every_figure_opens_the_answers_behind_it(answer, tab, frame, qtbot) -> None:
    answer(139, (4, 4, 3, 4), (4, 4, 3, 4), left={"gave": 3, "recommend": 7})
    answer(27, (4, 4, 4, 4), (4, 4, 4, 4), left={"gave": 4}, right={"got": 5, "recommend": 9})
    shown = tab()
    for figure, title, heads, newest in (
        (shown.flows.ways[0], "From Amara to Jonas", ["Check-in", "Amara gave", "Jonas got"], ["8 May", "4", "5"]),
        (shown.recommends, "Would recommend, 0 to 10", ["Check-in", "Amara", "Jonas"], ["8 May", "", "9"]),
    ):
        qtbot.waitUntil(figure.isVisible)
        QTest.keyClick(figure, Qt.Key.Key_Return)
        table = frame.dialog()
        assert table.title.text() == title
        model = table.figures.model()
        assert [model.headerData(at, Qt.Orientation.Horizontal) for at in range(3)] == heads
        assert [model.index(1, at).data() for at in range(3)] == newest
        table.reject()


def test_the_timeline_opens_a_check_in(answer, show_pairs, frame) -> None:
    answer(27, (4, 4, 4, 4))
    timeline = show_pairs().pane.tabs.overview.timeline
    timeline.opened.emit(next(item.id for item in timeline.items() if item.id.startswith("check_in")))
    assert frame.dialog().title.text() == "Check-in of Amara, 8 May 2026"


def test_the_newest_words_of_each_side_may_be_of_different_days(answer, tab) -> None:
    answer(139, (4, 4, 4, 4), (4, 4, 4, 4), right={"comment": "<b>Older</b> & bold"})
    answer(27, (4, 4, 4, 4), (4, 4, 4, 4), left={"comment": "Newer"})
    shown = tab()
    assert shown.words.title.text() == "In their words"
    assert [quote.words.text() for quote in shown.words.quotes] == ["“Newer”", "“<b>Older</b> & bold”"]
    assert shown.lines[3].words.text() == "“<b>Older</b> & bold”"


def test_no_good_fit_offers_to_part_without_blame_and_a_new_pair(crossroads, pair, tab, frame, settle, qtbot) -> None:
    crossroads.desk.do(pulse.record, CheckInForm(pair, RIGHT, crossroads.ago(3), fit=Fit.NOT_A_FIT))
    fit = tab().fit
    qtbot.waitUntil(fit.isVisible)
    assert fit.title.text() == "Not a good fit, says Jonas (1 Jun)"
    assert "nobody is to blame" in fit.sentence.text()
    assert not fit.new_pair.isVisible()
    fit.end.click()
    assert frame.dialog().reason.choice() is EndReason.NOT_A_FIT
    frame.dialog().primary.click()
    settle()
    row = crossroads.desk.read(pairs.row, pair)
    assert (row.status, row.end_reason) == (PairStatus.ENDED, EndReason.NOT_A_FIT)
    frame.page.open(Target("pairs", pair, "check_ins"))
    settle()
    qtbot.waitUntil(fit.new_pair.isVisible)
    assert fit.new_pair.text() == "Find a match for Jonas"
    fit.new_pair.click()
    assert frame.targets[-1] == Target("matching", crossroads.cohort, filters={"person": crossroads.people["Jonas"]})


def test_after_the_cohort_a_new_pair_is_made_by_hand(crossroads, pair, tab, frame, settle, qtbot) -> None:
    crossroads.desk.do(pulse.record, CheckInForm(pair, RIGHT, crossroads.ago(3), fit=Fit.NOT_A_FIT))
    crossroads.desk.do(pairs.end, pair, EndReason.NOT_A_FIT)
    crossroads.clock.day = TODAY + timedelta(days=60)
    fit = tab().fit
    frame.page.open(Target("pairs", pair, "check_ins"))
    settle()
    qtbot.waitUntil(fit.new_pair.isVisible)
    assert fit.new_pair.text() == "New pair for Jonas…"
    fit.new_pair.click()
    assert frame.dialog().mentee.value() == crossroads.people["Jonas"]


def test_who_is_still_deciding_is_asked_again_by_mail(crossroads, pair, tab, frame, qtbot) -> None:
    crossroads.clock.day = START + timedelta(days=40)
    crossroads.desk.do(pulse.record, CheckInForm(pair, RIGHT, crossroads.ago(3), fit=Fit.DECIDING))
    fit = tab().fit
    qtbot.waitUntil(fit.isVisible)
    assert fit.title.text() == "Still deciding, says Jonas (12 Nov)"
    assert not fit.end.isVisible()
    fit.again.click()
    assert "still deciding" in frame.dialog().text.toPlainText()


def test_the_menu_mails_the_questions_and_prints_forms(crossroads, pair, answer, tab, frame, monkeypatch) -> None:
    answer(27, (4, 4, 4, 4))
    shown = tab()
    assert entries(shown) == [
        "Enter answers now…",
        "Mail the questions to Amara…",
        "Mail the questions to Jonas…",
        "Print two short forms…",
    ]
    choose(shown, "Mail the questions to Jonas…")
    mail = frame.dialog()
    assert "What did I get from Amara?" in mail.text.toPlainText()
    mail.copy.click()
    assert "I can say what I think" in QGuiApplication.clipboard().text()
    mail.reject()
    asked: list[str] = []

    def refuse(dialog: QPrintDialog) -> QDialog.DialogCode:
        asked.append(dialog.windowTitle())
        return QDialog.DialogCode.Rejected

    monkeypatch.setattr(QPrintDialog, "exec", refuse)
    choose(shown, "Print two short forms…")
    assert asked == ["Print two short forms"]
    assert frame.said == []


def test_the_forms_are_two_pages_that_print(crossroads, pair, tab, frame, monkeypatch, tmp_path) -> None:
    shown = tab()
    papers = shown._doing.papers(shown._sheet)
    text = check_in_papers.document(papers).toPlainText()
    assert text.count("In your own words") == 2
    assert "Amara Okonkwo, on working with Jonas" in text
    assert "What did I give Amara?" in text
    target = tmp_path / "forms.pdf"

    def accept(dialog: QPrintDialog) -> QDialog.DialogCode:
        dialog.printer().setOutputFileName(str(target))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    choose(shown, "Print two short forms…")
    assert target.read_bytes().startswith(b"%PDF")
    assert frame.said == ["Two check-in forms printed"]


def test_a_check_in_is_edited_and_removed_in_the_list(crossroads, pair, answer, tab, frame, settle, qtbot) -> None:
    answer(27, (4, 4, 4, 4), (3, 3, 3, 3), left={"got": 2, "recommend": 7, "comment": "Fine", "fit": Fit.GOOD})
    shown = tab()
    line = shown.lines[0]
    qtbot.waitUntil(line.isVisible)
    words = "Trust 4, value 4, balance 4, progress 4; got 2; recommends it 7 of 10; fit: good"
    assert (line.who.text(), line.day.text(), line.answers.text()) == ("Amara", "8 May", words)
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_F2)
    dialog = frame.dialog()
    assert dialog.title.text() == "Check-in of Amara, 8 May 2026"
    assert dialog.fields.comment.toPlainText() == "Fine"
    dialog.fields.scales["trust"].choose(5)
    dialog.day.set_value(TODAY + timedelta(days=1))
    dialog.primary.click()
    assert "still to come" in dialog.form.box("on").problem()
    dialog.day.set_value(crossroads.ago(26))
    dialog.primary.click()
    settle()
    changed = crossroads.desk.read(pulse.form, line.check_in.id)
    assert (changed.trust, changed.recommend, changed.fit, changed.on) == (5, 7, Fit.GOOD, crossroads.ago(26))
    shown.lines[0].setFocus()
    QTest.keyClick(shown.lines[0], Qt.Key.Key_Delete)
    settle()
    assert [it.who.text() for it in shown.lines] == ["Jonas"]
    crossroads.desk.undo()
    settle()
    assert [it.who.text() for it in shown.lines] == ["Amara", "Jonas"]
    assert frame.said == ["Check-in changed", "Check-in removed"]


def test_a_change_that_takes_everything_back_is_refused_at_its_field(answer, tab, frame) -> None:
    answer(27, (), (3, 3, 3, 3))
    tab().lines[0].opened.emit()
    dialog = frame.dialog()
    for scale in dialog.fields.scales.values():
        scale.choose(None)
    dialog.primary.click()
    assert dialog.isVisible()
    assert dialog.form.box("right.trust").problem().startswith("Give at least one answer")


def test_a_right_click_has_edit_and_remove(answer, tab, qtbot) -> None:
    answer(27, (4, 4, 4, 4))
    shown = tab()
    shown.lines[0].menu_requested.emit(shown.lines[0].mapToGlobal(shown.lines[0].rect().center()))
    menu = next(menu for menu in shown.findChildren(QMenu) if menu.isVisible())
    assert [action.text() for action in menu.actions()] == ["Edit…", "Remove"]
    menu.close()


def test_nothing_yet_offers_the_first_check_in(crossroads, pair, tab, frame, qtbot) -> None:
    shown = tab()
    qtbot.waitUntil(shown.empty.isVisible)
    assert shown.empty.title.text() == "No check-in yet"
    shown.empty.action.click()
    assert frame.dialog().title.text() == "New check-in"


def test_a_proposed_pair_waits_and_one_that_is_over_can_be_read(crossroads, tab, settle, frame) -> None:
    proposed = crossroads.propose()
    shown = tab()
    frame.page.open(Target("pairs", proposed, "check_ins"))
    settle()
    assert shown.empty.sentence.text() == "Both are asked once the pair is active."
    assert not shown.new.isEnabled()
    assert shown.new.toolTip() == "Activate the pair first"
    crossroads.desk.do(pairs.activate, [proposed])
    day = crossroads.desk.read(pairs.row, proposed).started_on
    crossroads.desk.do(pulse.record, CheckInForm(proposed, LEFT, day, trust=4, fit=Fit.NOT_A_FIT, comment="Kind"))
    crossroads.desk.do(pairs.complete, [proposed])
    settle()
    frame.page.open(Target("pairs", proposed, "check_ins"))
    settle()
    assert [quote.words.text() for quote in shown.words.quotes] == ["“Kind”"]
    assert not shown.fit.isVisible()


def test_many_rounds_are_counted_and_the_newest_shown(answer, tab) -> None:
    for at in range(10):
        answer(20 + 20 * at, (4, 4, 4, 4), (4, 4, 4, 4))
    shown = tab()
    assert shown.days.text() == "10 check-ins, 16 Nov 2025 to 15 May; the charts show the last 8"
    assert len(shown.questions[0].chart.lines.days) == 8


def test_the_full_page_has_the_same_tab(answer, tab, frame, settle, qtbot) -> None:
    answer(27, (4, 4, 4, 4), (4, 4, 4, 4))
    tab()
    frame.page.show_full()
    settle()
    full = frame.page.full.tabs
    assert full.tab() == "check_ins"
    qtbot.waitUntil(full.check_ins.questions[0].chart.isVisible)
    assert full.check_ins.days.text() == "8 May"


def test_a_desk_open_to_read_only_shows_and_changes_nothing(crossroads, pair, answer, desk, settings, qtbot, clock):
    from mentordesk.services.desk import Desk
    from mentordesk.ui.workplace import Workplace
    from tests.ui.pairs.conftest import Frame

    answer(27, (4, 4, 4, 4), (4, 4, 4, 4))
    path = desk.path
    desk.close()
    place = Workplace(Desk.open(path, backups=path.parent, clock=clock, read_only=True), settings)
    frame = Frame(place)
    qtbot.addWidget(frame)
    frame.show()
    qtbot.waitUntil(lambda: frame.page.loaded and not place.reader.pending)
    frame.page.pane.tabs.show_tab("check_ins")
    shown = frame.page.pane.tabs.check_ins
    shown.menu.aboutToShow.emit()
    assert [action.isEnabled() for action in shown.menu.actions()] == [False, True, True, True]
    QTest.keyClick(shown.lines[0], Qt.Key.Key_Delete)
    QTest.keyClick(shown.lines[0], Qt.Key.Key_Return)
    assert not [dialog for dialog in frame.findChildren(QDialog) if dialog.isVisible()]
    assert len(place.desk.read(pulse.of_pair, pair)) == 2
    place.close()
    place.desk.close()


def test_the_focus_stands_still_while_check_ins_change(answer, tab, settle, qapp, qtbot) -> None:
    for days in (60, 40, 30):
        answer(days, (4, 4, 4, 4))
    shown = tab()
    shown.lines[0].setFocus(Qt.FocusReason.TabFocusReason)
    visited: list[str] = []
    qapp.focusChanged.connect(lambda _old, new: visited.append(type(new).__name__))
    answer(20, (), (3, 4, 4, 4))
    settle()
    qtbot.waitUntil(lambda: len(shown.lines) == 4 and shown.lines[0].hasFocus())
    assert set(visited) <= {"CheckInLine", "NoneType"}
